"""Snapping: the lines that a dragged card is drawn to, of other cards and of its own edges."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF

from gui.picture.grid import on_grid
from gui.picture.picture import Picture

__all__ = ["Snap"]

_NEAR = 6.0  # pixels within which a card snaps to a line
_AROUND = 600.0  # units within which another card gives a line
_OFF = 2000.0  # units the pointer may carry a card before others come near

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Lines:
    """Lines across one axis: where they are, where on them their card stands, whose part snaps.

    `places`, `beside` and `offsets` go together; an offset is that of the part of the dragged card
    which snaps, from its centre.
    """

    places: Points
    beside: Points
    offsets: Points

    def nearest(self, wanted: float, at: float, reach: float) -> tuple[float, float] | None:
        """Return place and offset of the line nearest to what is wanted, within `reach`."""
        way = np.abs(self.places - (wanted + self.offsets))
        way[np.abs(self.beside - at) > _AROUND] = np.inf
        if not len(way) or way.min() > reach:
            return None
        best = int(way.argmin())
        return float(self.places[best]), float(self.offsets[best])

    def ends(self, line: tuple[float, float], wanted: float, at: float) -> tuple[float, float]:
        """Return from where to where a line is drawn: all the cards on it, and the dragged one.

        It was found where the dragged card is wanted, not where it snapped to.
        """
        place, offset = line
        on_it = (np.abs(self.places - place) < 0.5) & (self.offsets == offset)
        beside = self.beside[on_it]
        beside = beside[np.abs(beside - wanted) <= _AROUND]
        return float(min(at, *beside)), float(max(at, *beside))


class Snap:
    """The lines for one card, found once when its drag begins.

    Its centre and its sides snap to those of other cards; its edges snap to run straight.
    """

    def __init__(self, picture: Picture, name: str, moving: set[str]) -> None:
        row = picture.index[name]
        others = np.ones(len(picture.names), dtype=bool)
        others[[row, *map(picture.index.__getitem__, moving)]] = False
        centre = picture.centres[row]
        others &= (np.abs(picture.centres - centre) < _OFF).all(axis=1)
        centres, half = picture.centres[others], picture.sizes[others, 0] / 2
        own = float(picture.sizes[row, 0]) / 2
        xs, ys = centres[:, 0], centres[:, 1]
        upright = [(xs, 0.0), (xs - half, -own), (xs + half, own)]
        self._upright = _Lines(
            np.concatenate([places for places, _ in upright]),
            np.tile(ys, 3),
            np.concatenate([np.full(len(xs), offset) for _, offset in upright]),
        )
        straight = np.array(_straight(picture, name, moving)).reshape(-1, 3)
        self._level = _Lines(
            np.concatenate([straight[:, 0], ys]),
            np.concatenate([straight[:, 1], xs]),
            np.concatenate([straight[:, 2], np.zeros(len(ys))]),
        )

    def snapped(self, wanted: QPointF, scale: float) -> tuple[QPointF, list[QLineF]]:
        """Return where a card goes whose centre is wanted there, and the lines it snapped to."""
        x, y = wanted.x(), wanted.y()
        upright = self._upright.nearest(x, y, _NEAR / scale)
        level = self._level.nearest(y, x, _NEAR / scale)
        x = on_grid(x) if upright is None else upright[0] - upright[1]
        y = on_grid(y) if level is None else level[0] - level[1]
        guides = []
        if level is not None:
            first, last = self._level.ends(level, wanted.x(), x)
            guides.append(QLineF(first, level[0], last, level[0]))
        if upright is not None:
            first, last = self._upright.ends(upright, wanted.y(), y)
            guides.append(QLineF(upright[0], first, upright[0], last))
        return QPointF(x, y), guides


def _straight(picture: Picture, name: str, moving: set[str]) -> list[tuple[float, float, float]]:
    """Return height, place and offset of the lines on which the card's own edges run straight."""
    row = picture.index[name]
    middle = float(picture.centres[row, 1])
    lines = []
    for node in picture.shown.nodes_of(row):
        own = picture.leaving_point(node)[1] - middle
        for edge in picture.graph.consumers(node):
            if edge.target not in moving:
                x, y = picture.entering_point(edge.target, edge.port)
                lines.append((y, x, own))
        for port, source in enumerate(picture.graph.inputs(node)):
            if source is not None and source not in moving:
                x, y = picture.leaving_point(source)
                lines.append((y, x, picture.entering_point(node, port)[1] - middle))
    return lines
