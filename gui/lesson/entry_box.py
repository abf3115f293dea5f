"""A box for one entry of an array: `[3, 120]`, by its row and its column."""

import math
import re

import numpy as np
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QWidget

from gui.widgets.number_box import NumberBox

__all__ = ["EntryBox"]

_BEGUN = re.compile(r"\s*\[?[\d\s,]*\]?\s*")


class EntryBox(NumberBox):
    """A box whose value counts the entries of an array row by row, and is written as an index."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._shape: tuple[int, ...] = ()  # the box asks for its text while it is set up
        super().__init__(0, 0, parent)
        self.setKeyboardTracking(False)  # `[3, 1` is an entry on the way to `[3, 120]`

    def set_shape(self, shape: tuple[int, ...]) -> None:
        """Offer the entries of an array of that shape."""
        if shape != self._shape:
            self._shape = shape
            self.setRange(0, max(math.prod(shape) - 1, 0))
            self.lineEdit().setText(self.textFromValue(self.value()))

    def textFromValue(self, value: int) -> str:
        """Return the index of an entry."""
        if not 0 <= value < math.prod(self._shape):
            return ""
        index = np.unravel_index(value, self._shape)
        return f"[{', '.join(map(str, index))}]"

    def valueFromText(self, text: str) -> int:
        """Return which entry an index is of."""
        index = self._index(text)
        return self.value() if index is None else int(np.ravel_multi_index(index, self._shape))

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Tell whether a text is an index of the array, or the beginning of one."""
        if self._index(text) is not None:
            return QValidator.State.Acceptable, text, position
        begun = QValidator.State.Intermediate if _BEGUN.fullmatch(text) else None
        return begun or QValidator.State.Invalid, text, position

    def _index(self, text: str) -> tuple[int, ...] | None:
        """Return the index that a text says, None where the array has no such entry."""
        numbers = [part.strip() for part in text.strip().strip("[]").split(",")]
        if len(numbers) != len(self._shape) or not all(map(str.isdecimal, numbers)):
            return None
        index = tuple(map(int, numbers))
        return index if all(k < n for k, n in zip(index, self._shape, strict=True)) else None
