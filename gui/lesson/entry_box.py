"""A box for one entry of an array: `[3, 120]`, by its row and its column."""

import math

import numpy as np
from PySide6.QtWidgets import QWidget

from gui.language import tr
from gui.typed.value_text import quoted
from gui.widgets.number_box import NumberBox

__all__ = ["EntryBox"]

_MOST_DIGITS = 12  # Python reads no number of 4,301


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

    def textFromValue(self, value: float) -> str:
        """Return the index of an entry."""
        if not 0 <= value < math.prod(self._shape):
            return ""
        index = np.unravel_index(int(value), self._shape)
        return f"[{', '.join(map(str, index))}]"

    def read(self, text: str) -> int | None:
        """Return which entry an index is of, None where the array has no such entry."""
        numbers = [part.strip() for part in text.strip().strip("[]").split(",")]
        if len(numbers) != len(self._shape) or not all(map(_is_place, numbers)):
            return None
        index = tuple(map(int, numbers))
        if not all(k < n for k, n in zip(index, self._shape, strict=True)):
            return None
        return int(np.ravel_multi_index(index, self._shape))

    def reason(self, text: str) -> str:
        """Return that the array has no such entry, and which is its last."""
        last = self.textFromValue(self.maximum())
        return tr("no entry is called ‘{text}’; the last one is {last}").format(
            text=quoted(text), last=last
        )

    def begun(self, text: str) -> bool:
        """Tell whether an index is one of the array's as far as it is typed: `[1, ` of `[1, 2]`."""
        closed = text.endswith("]")
        parts = [part.strip() for part in text.removeprefix("[").removesuffix("]").split(",")]
        if len(parts) > len(self._shape) or (closed and len(parts) < len(self._shape)):
            return False
        return all(
            not part or (_is_place(part) and int(part) < n)
            for part, n in zip(parts, self._shape, strict=False)
        )


def _is_place(text: str) -> bool:
    """Tell whether a text counts rows or columns, with no more digits than any array needs."""
    return text.isdecimal() and len(text) <= _MOST_DIGITS
