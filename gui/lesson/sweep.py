"""Forward mode: which leaf the derivatives of everything are taken by."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QObject, Signal

import engine
from gui.document import Change, Document
from gui.picture.forward_seen import ForwardSeen
from gui.picture.name_text import leaf_text, name_html
from gui.readings import Seen
from gui.run import Readings

__all__ = ["Sweep"]


class _Swept(NamedTuple):
    readings: Readings
    by: tuple[str, tuple[int, ...] | None]
    found: engine.ForwardDerivatives | None


class Sweep(QObject):
    """A leaf, or an entry of one, that everything is differentiated by in one forward sweep.

    `taken` are the parameters, each with the number of an entry, that had their sweep since forward
    mode began: backward, one sweep would have done for all of them.
    """

    changed = Signal()
    """Another leaf or entry was chosen, or forward mode was begun or ended."""
    leaves_changed = Signal()
    """There may be other leaves to choose from."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.leaf: str | None = None
        self.entry = 0
        self.taken: set[tuple[str, int]] = set()
        self._swept: _Swept | None = None
        document.changed.connect(self._follow)

    @property
    def on(self) -> bool:
        """Whether derivatives are taken forward."""
        return self.leaf is not None

    @property
    def leaves(self) -> Iterator[str]:
        """The leaves to choose from: parameters, then inputs; there may be very many."""
        graph = self._document.graph
        for kind in ("parameter", "input"):
            yield from (name for name in graph.nodes() if graph.op_of(name) == kind)

    @property
    def index(self) -> tuple[int, ...] | None:
        """The index of the chosen entry of an array, None for a number."""
        if not self.shape:
            return None
        return tuple(int(k) for k in np.unravel_index(self.entry, self.shape))

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the array that the chosen leaf holds, empty for a number."""
        return () if self.leaf is None else np.shape(self._document.graph.value(self.leaf))

    @property
    def written(self) -> str:
        """The leaf as it is written, with the entry: `w`, `W[0, 2]`."""
        index = self.index
        entry = "" if index is None else f"[{', '.join(map(str, index))}]"
        return f"{self.leaf or ''}{entry}"

    def name_of(self, leaf: str) -> str:
        """Return a leaf as the picture writes it."""
        return leaf_text(self._document.graph, leaf)

    def rich_name_of(self, leaf: str) -> str:
        """Return the same as rich text."""
        return leaf_text(self._document.graph, leaf, name_html)

    def choose(self, leaf: str, entry: int = 0) -> None:
        """Differentiate everything by `leaf`, of an array by one entry."""
        graph = self._document.graph
        if leaf not in graph or not graph.is_leaf(leaf) or not np.size(graph.value(leaf)):
            return
        self.leaf, self.entry = leaf, min(max(entry, 0), np.size(graph.value(leaf)) - 1)
        if graph.op_of(leaf) == "parameter":
            self.taken.add((leaf, self.entry))
        self.changed.emit()

    def begin(self, leaf: str | None = None) -> None:
        """Begin forward mode with `leaf`, or with the first there is."""
        self.taken = set()
        chosen = self._first(leaf)
        if chosen is not None:
            self.choose(chosen)

    def foresee(self, readings: Readings, leaf: str | None = None) -> None:
        """Take the sweep that `begin` will show; a thread may, it tells nobody."""
        chosen = self._first(leaf)
        if chosen is not None and isinstance(self._document.graph.value(chosen), float):
            self._sweep(readings, chosen, None)

    def end(self) -> None:
        """Go back to derivatives that are taken backward."""
        if self.leaf is not None:
            self.leaf = self._swept = None
            self.changed.emit()

    def see(self, readings: Readings) -> Seen:
        """Return `readings` with the derivatives of the sweep in place of the backward ones."""
        if self.leaf is None:
            return readings
        swept = self._sweep(readings, self.leaf, self.index)
        return ForwardSeen(readings, swept, self.written)

    def _first(self, leaf: str | None) -> str | None:
        """Return `leaf` where everything can be differentiated by it, else the first such leaf."""
        graph = self._document.graph
        known = leaf is not None and leaf in graph and graph.op_of(leaf) in ("parameter", "input")
        if known and np.size(graph.value(str(leaf))):
            return leaf
        return next((name for name in self.leaves if np.size(graph.value(name))), None)

    def _sweep(
        self, readings: Readings, leaf: str, index: tuple[int, ...] | None
    ) -> engine.ForwardDerivatives | None:
        """Return what one sweep gives; it is taken once for all steps of a lesson."""
        swept = self._swept
        if swept is None or swept.readings is not readings or swept.by != (leaf, index):
            found = readings.by_leaf_of(leaf, index)
            swept = self._swept = _Swept(readings, (leaf, index), found)
        return swept.found

    def _follow(self, change: Change) -> None:
        """Keep to the same leaf under its new name; end where it is gone."""
        if self.leaf is None:
            return
        leaf = change.newest(self.leaf)
        graph = self._document.graph
        if change.reset or leaf not in graph or not graph.is_leaf(leaf):
            self.end()
            return
        renamed = leaf != self.leaf
        self.leaf = leaf
        taken = {(change.newest(name), entry) for name, entry in self.taken}
        self.taken = {(name, entry) for name, entry in taken if name in graph}
        if leaf in change.edited or renamed:
            size = np.size(graph.value(leaf))
            if not size:
                self.end()
            elif self.entry >= size or renamed:
                self.choose(leaf, self.entry)
        if change.reshapes:  # a leaf that became another kind, too
            self.leaves_changed.emit()
