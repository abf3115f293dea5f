"""Cards whose numbers changed by the thousand: written once they are seen, or at rest.

Training moves every parameter many times a second, and shows few of them; other digits change all
numbers. A card that waits keeps its place and, until then, its old width.
"""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer

from engine.value import shape_of
from gui.picture.edge_ways import ROUTED
from gui.picture.picture import Picture

__all__ = ["LateCards", "shaped_anew"]

_MANY = 200  # cards that are written at once, whether they are seen or not
_MOST_SEEN = 1500  # of more together nobody reads the numbers
_REST = 250  # ms without other numbers after which the unseen are written too
_SLICE = 300  # cards between two events

Rows = NDArray[np.intp]


class LateCards(QObject):
    """Which cards of a picture wait; `written` is called after some were written at rest."""

    def __init__(self, written: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._written = written
        self._picture: Picture | None = None
        self._waiting: NDArray[np.bool_] = np.zeros(0, dtype=bool)
        self._known: tuple[Picture | None, tuple[str, ...], Rows] = None, (), np.zeros(0, np.intp)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._write_some)

    @property
    def waits(self) -> bool:
        """Whether any card waits."""
        return bool(self._waiting.any())

    def note(self, picture: Picture, names: tuple[str, ...], *, steady: bool = False) -> None:
        """Let the cards of leaves follow their new numbers, many of them later."""
        if len(names) <= _MANY:
            picture.refresh_cards(names, steady=steady)
            return
        self._of(picture)[self._rows(picture, names)] = True
        self._timer.start(_REST)

    def note_all(self, picture: Picture) -> None:
        """Let all cards be written anew: numbers have other digits."""
        self._of(picture)[:] = True
        self._timer.start(_REST)

    def write_seen(self, picture: Picture, rows: Rows) -> None:
        """Write those of the cards `rows` that wait: they are about to be drawn."""
        if picture is self._picture and len(rows) <= _MOST_SEEN:
            self._write(rows[self._waiting[rows]])
            if self.waits and not self._timer.isActive():  # it stopped where nothing was shown
                self._timer.start(_REST)

    def follow(self, picture: Picture | None) -> None:
        """Go on with the picture that took the place of the one before, None for another graph."""
        before, self._known = self._picture, (None, (), self._known[2])
        if picture is None or before is None or not self._waiting.any():
            self._picture, self._waiting = None, np.zeros(0, dtype=bool)
            self._timer.stop()
            return
        names = [before.names[row] for row in np.flatnonzero(self._waiting).tolist()]
        rows = [picture.index[name] for name in names if name in picture.index]
        self._of(picture)[rows] = True

    def stop(self) -> None:
        """Write no more by itself."""
        self._timer.stop()

    def finish(self) -> None:
        """Write all that waits, now."""
        self._timer.stop()
        self._write(np.flatnonzero(self._waiting))

    # --- inside

    def _of(self, picture: Picture) -> NDArray[np.bool_]:
        """Return which cards of `picture` wait."""
        if picture is not self._picture:
            self._picture = picture
            self._waiting = np.zeros(len(picture.names), dtype=bool)
        return self._waiting

    def _rows(self, picture: Picture, names: tuple[str, ...]) -> Rows:
        """Return the rows of cards; the same ones asked for again are not looked up."""
        known, before, rows = self._known
        if known is not picture or (before is not names and before != names):
            found = [*map(picture.index.get, names)]
            rows = np.array([row for row in found if row is not None], dtype=np.intp)
            self._known = picture, names, rows
        return rows

    def _write(self, rows: Rows) -> None:
        picture = self._picture
        if picture is not None and len(rows):
            self._waiting[rows] = False
            picture.refresh_cards([picture.names[row] for row in rows.tolist()])

    def _write_some(self) -> None:
        rows = np.flatnonzero(self._waiting)[:_SLICE]
        if len(rows):
            self._write(rows)
            self._written()
            self._timer.start(0)


def shaped_anew(picture: Picture, names: Iterable[str]) -> bool:
    """Return whether any of these leaves holds an array of another shape than what is shown."""
    graph, shown = picture.graph, picture.readings
    if len(graph) > ROUTED:  # its cards do not grow
        return False
    leaves = (name for name in names if graph.is_leaf(name))
    return any(shape_of(graph.value(name)) != shape_of(shown.value(name)) for name in leaves)
