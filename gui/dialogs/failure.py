"""A failure of the editor itself: what happened, the report to copy, and a way to save."""

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.modal import ask
from gui.language import tr
from gui.widgets.named import named

__all__ = ["Failure", "tell_crash", "tell_error"]


class Failure(QDialog):
    """Shows a report; accepted when the user wants a copy of the work saved."""

    def __init__(
        self, parent: QWidget | None, sentence: str, reason: str, report: str, *, unsaved: bool
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Chainrule")
        heading = named(QLabel(sentence, self), "heading")
        text = named(QLabel(reason, self), "muted")
        text.setWordWrap(True)
        self.report = QPlainTextEdit(report, self)
        self.report.setObjectName("report")
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setReadOnly(True)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setMinimumSize(520, 150)
        role = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox(self)
        self.copy = buttons.addButton(self.tr("Copy &report"), role.ActionRole)
        self.copy.clicked.connect(self._copy)
        leave = buttons.addButton(self.tr("&Go on"), role.RejectRole)
        leave.setDefault(not unsaved)
        if unsaved:
            save = buttons.addButton(self.tr("&Save a copy…"), role.AcceptRole)
            save.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.buttons = buttons
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(6)
        layout.addWidget(heading)
        layout.addWidget(text)
        layout.addSpacing(6)
        layout.addWidget(self.report, 1)
        layout.addSpacing(10)
        layout.addWidget(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText(self.tr("Copied"))


def tell_error(parent: QWidget, report: str, *, unsaved: bool) -> bool:
    """Tell an error of the editor itself; return whether a copy of the work shall be saved."""
    sentence = tr("Something went wrong in Chainrule itself")
    reason = tr("The report says what happened, and where. You can go on working.")
    return ask(Failure(parent, sentence, reason, report, unsaved=unsaved))


def tell_crash(parent: QWidget, report: str) -> None:
    """Tell what a crash of an earlier session left."""
    sentence = tr("Chainrule crashed the last time")
    reason = tr("The report says where. Unsaved work is offered next, if there is any.")
    ask(Failure(parent, sentence, reason, report, unsaved=False))
