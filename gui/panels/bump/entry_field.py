"""Which entry of an array is bumped: typed as `check` names it, `[0, 2]`, or stepped by keys."""

import re

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

import engine
from engine.words.number_text import shape_text
from gui.bumping import has_entry
from gui.panels.field import Field

__all__ = ["EntryField"]

_PLACES = re.compile(r"\[?\s*(\d+(?:\s*,\s*\d+)*)\s*,?\s*\]?")
_MOST_DIGITS = 12  # of a place that is read as a number
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class EntryField(Field):
    """A field for an index; `chosen` carries a tuple, or None where the text was deleted."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.line.setAccessibleName(self.tr("Entry"))
        self.line.setToolTip(self.tr("Which entry is bumped, such as [0, 2]; ↑ and ↓ step"))
        self._node = ""
        self._shape: tuple[int, ...] = (1,)
        self._index: tuple[int, ...] = (0,)
        self.entered.connect(self._take)
        self.line.installEventFilter(self)

    def show_entry(self, node: str, shape: tuple[int, ...], index: tuple[int, ...]) -> None:
        """Show which entry of a node's array is bumped."""
        self._node, self._shape, self._index = node, shape, index
        self.show_text(str(list(index)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step to the entry before or behind, around."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and self.line.text() == self.shown:
                size = int(np.prod(self._shape))
                at = (int(np.ravel_multi_index(self._index, self._shape)) + step) % size
                self.chosen.emit(tuple(int(k) for k in np.unravel_index(at, self._shape)))
                return True
        return super().eventFilter(watched, event)

    def _take(self, text: str) -> None:
        try:
            self.chosen.emit(self._read(text))
        except engine.GraphError as error:
            self.refuse(str(error))

    def _read(self, text: str) -> tuple[int, ...] | None:
        """Return the index that is typed; raises InvalidValueError where it is none of the array's.

        It may be typed with the name, as `check` writes it: `W[0, 2]`.
        """
        if not text:
            return None
        behind = text.removeprefix(self._node).strip()
        # of a node 1, the 1 of 10 is a digit
        found = _PLACES.fullmatch(behind if behind.startswith("[") else text)
        if found is None:
            said = self.tr("write an entry by its places, such as {entry}")
            raise engine.InvalidValueError(said.format(entry=list(self._index)))
        places = [place.strip() for place in found[1].split(",")]
        index = tuple(int(place) for place in places if len(place) <= _MOST_DIGITS)
        if len(index) < len(places) or not has_entry(self._shape, index):
            said = self.tr("{node} has the shape {shape}: there is no entry {entry}")
            shape = shape_text(self._shape)
            entry = f"[{', '.join(places)}]"
            raise engine.InvalidValueError(said.format(node=self._node, shape=shape, entry=entry))
        return index
