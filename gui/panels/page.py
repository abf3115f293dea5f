"""What the inspector's pages have in common: their form and their readings."""

import contextlib

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

import engine
from gui.document import Change, Command, Document
from gui.panels.field import Field
from gui.picture.numbers import MISSING, array_text, full_text
from gui.readings import Reading, Words
from gui.threads.work import Cancelled
from gui.widgets.form import form_layout
from gui.widgets.named import named

__all__ = ["Page", "reading_text"]


class Page(QWidget):
    """A column of a form; edits that the graph refuses are said at their field."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(14)
        document.changed.connect(self._follow_document)

    def add_form(self) -> QFormLayout:
        """Return a new form at the end of the column."""
        form = form_layout(across=12, down=8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(form)
        return form

    def heading(self, text: str) -> QLabel:
        """Return a new heading at the end of the column."""
        label = named(QLabel(text, self), "heading")
        self.column.addWidget(label)
        return label

    def do(self, command: Command, field: Field) -> None:
        """Do `command`, unless it is given up; what the graph refuses is said at `field`."""
        try:
            with contextlib.suppress(Cancelled):
                self.document.do(command)
        except engine.GraphError as error:
            field.refuse(str(error))

    def forget_typed(self) -> None:
        """Give up what is typed and was refused."""
        for field in self.findChildren(Field):
            field.give_up()

    def _follow_document(self, change: Change) -> None:
        """Forget what was typed for another document: a node may have the same name in this one."""
        if change.reset:
            self.forget_typed()


def reading_text(value: Reading) -> str:
    """Return a number with all its digits, an array's shape and from where to where it goes."""
    if value is None:
        return MISSING
    if isinstance(value, Words):
        return value
    if isinstance(value, float) or not value.ndim:
        return full_text(float(value))
    return array_text(value)
