"""The nearest free place to a point, for a card that no edge leads to yet."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from engine.graph.attributes import Position
from gui.picture.cards import Points
from gui.picture.grid import GRID, point_on_grid
from gui.picture.measure import NUMBER
from gui.picture.picture import Picture

__all__ = ["Arrow", "Standing", "nearest_place"]

_STEP = 2 * GRID
_REACH = 600.0  # units
_BESIDE_EDGE = (GRID, 1.5 * NUMBER)  # units between a card and an edge, which has numbers
_CHEAP = 0.25  # of the way to the right, where something waits to lead there
_PIECES = slice(None, -1), slice(1, None)  # where the pieces of a line begin and end
Arrow = tuple[Position, Position]  # both ends of the output's


class Standing:
    """What a new card of half a size may not lie on: cards, and the output's arrow.

    The arrow would seem to lead into a card that lies on it.
    """

    def __init__(self, picture: Picture, arrow: Arrow | None, half: Points) -> None:
        self._centres, self._reach = picture.centres, picture.sizes / 2 + half
        if arrow is not None:
            (left, y), (right, _) = arrow
            self._centres = np.vstack([self._centres, ((left + right) / 2, y)])
            self._reach = np.vstack([self._reach, np.add(((right - left) / 2, NUMBER), half)])

    def is_beneath(self, at: QPointF, air: Position) -> bool:
        """Tell whether a card around a point lies on something, or nearer to it than `air`."""
        apart = abs(self._centres - at.toTuple()) - self._reach
        return bool((apart < air).all(axis=1).any())

    def leaves_free(self, xs: Points, ys: Points, air: Position) -> NDArray[np.bool_]:
        """Return at which points of an even grid a card lies on nothing, shape (ys, xs)."""
        begin, reach = np.array((xs[0], ys[0])), self._reach + air
        most = np.array((len(xs), len(ys)))
        low = np.floor((self._centres - reach - begin) / _STEP).astype(int) + 1
        low = low.clip(0, most)
        high = np.ceil((self._centres + reach - begin) / _STEP).astype(int).clip(low, most)
        # each box by its corners, and their sums along both axes: thousands cost no loop
        taken = np.zeros(most[::-1] + 1, dtype=int)
        for rows, columns, sign in (
            (low[:, 1], low[:, 0], 1),
            (high[:, 1], high[:, 0], 1),
            (low[:, 1], high[:, 0], -1),
            (high[:, 1], low[:, 0], -1),
        ):
            np.add.at(taken, (rows, columns), sign)
        free: NDArray[np.bool_] = taken.cumsum(axis=0).cumsum(axis=1)[:-1, :-1] == 0
        return free

    def with_edges(self, picture: Picture, at: QPointF, air: Position, half: Points) -> "Standing":
        """Return what of it, and of the edges, stands around a point."""
        near = (abs(self._centres - at.toTuple()) - self._reach < np.add(air, _REACH)).all(axis=1)
        centres, reach = [self._centres[near]], [self._reach[near]]
        lines = _lines_around(picture, at)
        if lines:
            begins, ends = (np.vstack([line[piece] for line in lines]) for piece in _PIECES)
            centres.append((begins + ends) / 2)
            reach.append(abs(ends - begins) / 2 + half + np.subtract(_BESIDE_EDGE, air))
        found = Standing.__new__(Standing)
        found._centres, found._reach = np.vstack(centres), np.vstack(reach)
        return found


def nearest_place(
    picture: Picture,
    standing: Standing,
    at: QPointF,
    half: Points,
    air: Position,
    seen: QRectF,
    *,
    rightwards: bool,
) -> QPointF | None:
    """Return the nearest point of the grid to `at` where a card of half a size is free to stand.

    It lies in what is `seen`, where there is room; `rightwards` it takes a longer way to the right
    rather than up or down. None where there is no room in reach.
    """
    around = standing.with_edges(picture, at, air, half)
    room = seen.adjusted(half[0], half[1], -half[0], -half[1])
    ways, first = np.arange(-_REACH, _REACH + 1, _STEP), point_on_grid(at)
    free = around.leaves_free(first.x() + ways, first.y() + ways, air)
    down, across = (ways[places] for places in np.nonzero(free))
    if not len(down):
        return None
    costs = np.hypot(np.where(across > 0, across * (_CHEAP if rightwards else 1.0), across), down)
    xs, ys = first.x() + across, first.y() + down
    outside = (xs < room.left()) | (xs > room.right()) | (ys < room.top()) | (ys > room.bottom())
    best = np.lexsort((-across, -down, costs, outside))[0]
    return QPointF(float(xs[best]), float(ys[best]))


def _lines_around(picture: Picture, at: QPointF) -> list[Points]:
    """Return the edges around a point, as straight pieces."""
    every = np.arange(len(picture.edges))
    if not len(every):
        return []
    corners, reach = picture.corners(every), _REACH + 200.0
    low, high = corners.min(axis=1), corners.max(axis=1)
    near = ((low < np.add(at.toTuple(), reach)) & (high > np.subtract(at.toTuple(), reach))).all(1)
    return picture.lines_of(every[near])
