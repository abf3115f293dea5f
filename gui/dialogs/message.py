"""Short messages: a failure told in one sentence, and the question about unsaved work."""

from enum import Enum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

__all__ = ["Answer", "ask_rescue", "ask_unsaved", "tell_failure"]


class Answer(Enum):
    """What shall become of unsaved work."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


def tell_failure(parent: QWidget, sentence: str, reason: str = "") -> None:
    """Say what did not work, and why."""
    box = _box(parent, QMessageBox.Icon.Warning, sentence, reason)
    box.exec()
    box.deleteLater()


def ask_unsaved(parent: QWidget, title: str) -> Answer:
    """Return what the user wants done with the unsaved changes to `title`."""
    box = _box(
        parent,
        QMessageBox.Icon.NoIcon,
        _tr("Save the changes to “{title}”?").format(title=title),
        _tr("Without saving they are lost."),
    )
    save = box.addButton(QMessageBox.StandardButton.Save)
    discard = box.addButton(QMessageBox.StandardButton.Discard)
    box.addButton(QMessageBox.StandardButton.Cancel)
    save.setText(_tr("&Save"))
    discard.setText(_tr("&Don’t save"))
    box.setDefaultButton(QMessageBox.StandardButton.Save)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    if clicked is save:
        return Answer.SAVE
    return Answer.DISCARD if clicked is discard else Answer.CANCEL


def ask_rescue(parent: QWidget, sentence: str, reason: str) -> bool:
    """Say that the program failed, and return whether the work shall be saved elsewhere."""
    box = _box(parent, QMessageBox.Icon.Warning, sentence, reason)
    save = box.addButton(_tr("&Save a copy…"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(_tr("&Go on"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    saved = box.clickedButton() is save
    box.deleteLater()
    return saved


def _box(parent: QWidget, icon: QMessageBox.Icon, sentence: str, reason: str) -> QMessageBox:
    box = QMessageBox(icon, "Chainrule", sentence, parent=parent)
    # Names of files and nodes stand in these texts; none of them is markup.
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(reason)
    return box


def _tr(text: str) -> str:
    return QCoreApplication.translate("message", text)
