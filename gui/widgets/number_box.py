"""A box for a whole number, its digits as far from the frame as in every other field."""

from PySide6.QtWidgets import QSpinBox, QWidget

__all__ = ["INSET", "NumberBox"]

INSET = 7  # pixels; a style sheet's padding does not reach the digits


class NumberBox(QSpinBox):
    """A spin box from `minimum` to `maximum`."""

    def __init__(self, minimum: int, maximum: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(minimum, maximum)
        self.lineEdit().setTextMargins(INSET, 0, 0, 0)
