"""A box for a whole number, its digits as far from the frame as in every other field."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from gui.widgets.undoing import leave_undo

__all__ = ["INSET", "NumberBox"]

INSET = 7  # pixels; a style sheet's padding does not reach the digits


class NumberBox(QSpinBox):
    """A spin box from `minimum` to `maximum`."""

    def __init__(self, minimum: int, maximum: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(minimum, maximum)
        self.lineEdit().setTextMargins(INSET, 0, 0, 0)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window where nothing typed is to be undone; redo likewise."""
        taken = super().event(event)
        leave_undo(self.lineEdit(), event)
        return taken
