"""Boxes for numbers, their digits as far from the frame as in every other field."""

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox, QWidget

from gui.widgets.undoing import leave_undo
from gui.widgets.wheel import LeavesWheel

__all__ = ["DecimalBox", "NumberBox"]

_INSET = 7  # pixels; a style sheet's padding does not reach the digits


class NumberBox(LeavesWheel, QSpinBox):
    """A box for a whole number from `minimum` to `maximum`; who scrolls past changes nothing."""

    def __init__(self, minimum: int, maximum: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(minimum, maximum)
        _set_up(self)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window where nothing typed is to be undone; redo likewise."""
        taken = super().event(event)
        leave_undo(self.lineEdit(), event)
        return taken


class DecimalBox(LeavesWheel, QDoubleSpinBox):
    """A box for a number with decimals; who scrolls past changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _set_up(self)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Tell whether a text is a number; a comma that is typed is a point."""
        return super().validate(text.replace(",", "."), position)


def _set_up(box: QAbstractSpinBox) -> None:
    """Let a box write numbers as all other fields do, and get the keyboard like them.

    Where the system divides decimals by a comma, and thousands by a point, 1.5 would be 15.
    """
    box.setLocale(QLocale.c())
    box.lineEdit().setTextMargins(_INSET, 0, 0, 0)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel
