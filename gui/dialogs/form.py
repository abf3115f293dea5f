"""A dialog that is a form: its rows, a line that says what comes of them, a button to go."""

from collections.abc import Mapping

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from gui.dialogs.told import Told
from gui.widgets.form import form_layout
from gui.widgets.number_box import holds_refused

__all__ = ["FormDialog"]

_WIDTH = 420


class FormDialog(QDialog):
    """Asks by the rows of a form; `go` accepts it, `told` stands below the rows."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.told = Told(self)

    def say(self, text: str, *, refused: bool = False) -> None:
        """Say what comes of the form, or what keeps it from being taken."""
        self.told.say(text, refused=refused)

    def lay_out(self, rows: Mapping[str, QWidget], act: str) -> None:
        """Put the rows under each other, by their titles; `act` is what the button says.

        A text that the first one offers is selected: what is typed takes its place.
        """
        form = form_layout()
        for title, field in rows.items():
            form.addRow(title, field)
        first = next(iter(rows.values()))
        if isinstance(first, QLineEdit):
            first.selectAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go = buttons.addButton(act, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.told.hold(self.go)
        buttons.accepted.connect(self._go)
        buttons.rejected.connect(self.reject)
        self.told.keep_room()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(18)
        layout.addLayout(form)
        layout.addWidget(self.told)
        layout.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)

    def _go(self) -> None:
        """Accept the form, unless a box holds what is no number of it."""
        if not holds_refused(self):
            self.accept()
