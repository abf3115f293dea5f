"""The way of an edge that goes back to the left: out, around in the gap between rows, and in.

Several that return along the same way lie side by side, each in its lane.
"""

from collections.abc import Sequence
from math import hypot
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["ONLY_LANE", "Lane", "around", "lanes_of", "reaches_of"]

Points = NDArray[np.float64]

_MARGIN = 14.0  # between a lane and a card
_TURN = 30.0  # how far a returning edge goes out before it turns: clear of a frame
_RADIUS = 14.0  # of a returning edge's corners
_LANE = 13.0  # between two returning edges in one gap


class Lane(NamedTuple):
    """Which of several edges that return along the same way this is, the topmost source first.

    The first goes out farthest, runs lowest and comes in nearest: so none crosses another.
    """

    place: int = 0
    of: int = 1

    @property
    def near(self) -> float:
        """Return how far in this edge lies, where the first is the nearest."""
        return self.place * _LANE

    @property
    def far(self) -> float:
        """Return how far out this edge lies, where the first is the farthest."""
        return (self.of - 1 - self.place) * _LANE


ONLY_LANE = Lane()


def around(start: Points, lead: Points, end: Points, cards: Points, lane: Lane) -> Points:
    """Return the way of an edge that goes back to the left: out, around in a gap, and in."""
    (x0, y0), (x1, y1), (x2, y2) = start.tolist(), lead.tolist(), end.tolist()
    right = x0 + _TURN + lane.far
    left = x1 - _TURN - lane.near
    level = _gap(left, right, y0, y1, cards, lane)
    left = _clear_of_leaves(left, level, end, cards, lane)
    return _rounded([(x0, y0), (right, y0), (right, level), (left, level), (left, y1), (x2, y2)])


def _clear_of_leaves(left: float, level: float, end: Points, cards: Points, lane: Lane) -> float:
    """Return where the way turns into its port: left of what feeds the ports before, if it can.

    There it crosses none of their edges; that needs a free way at the port's height. A long lead,
    of wide numbers, may begin left of what feeds the ports beside it.
    """
    y = float(end[1])
    before = cards[cards[:, 2] < end[0]]
    passed = before[(before[:, 1] < max(level, y)) & (before[:, 3] > min(level, y))]
    blocked = ((before[:, 1] - 5.0 < y) & (before[:, 3] + 5.0 > y)).any()
    if not len(passed) or blocked:
        return left
    return min(left, float(passed[:, 0].min()) - _TURN - lane.near)


def _gap(left: float, right: float, y0: float, y1: float, cards: Points, lane: Lane) -> float:
    """Return the height of the free gap across [left, right] that is the shortest way round."""
    across = cards[(cards[:, 2] > left) & (cards[:, 0] < right)]
    if not len(across):
        return (y0 + y1) / 2 if abs(y1 - y0) > 4 * _RADIUS else max(y0, y1) + 60.0 + lane.far
    spans = across[np.argsort(across[:, 1])]
    reach = np.maximum.accumulate(spans[:, 3])
    open_below = spans[1:, 1] - reach[:-1]
    free = [float(reach[i] + open_below[i] / 2) for i in np.flatnonzero(open_below > 2 * _MARGIN)]
    free += [float(spans[0, 1]) - 2 * _MARGIN, float(reach[-1]) + 2 * _MARGIN]
    best = min(free, key=lambda y: (abs(y - y0) + abs(y - y1), y))
    return best + lane.far


def _rounded(corners: Sequence[tuple[float, float]]) -> Points:
    """Return a way through the corners with round turns, as a chain of curves."""
    way = [corners[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        (x, y), (bx, by), (ax, ay) = corner, before, after
        long_in, long_out = hypot(x - bx, y - by), hypot(ax - x, ay - y)
        if min(long_in, long_out) < 1e-9:
            continue
        radius = min(_RADIUS, long_in / 2, long_out / 2)
        first = x - (x - bx) / long_in * radius, y - (y - by) / long_in * radius
        last = x + (ax - x) / long_out * radius, y + (ay - y) / long_out * radius
        into = (first[0] + 2 * x) / 3, (first[1] + 2 * y) / 3
        out = (last[0] + 2 * x) / 3, (last[1] + 2 * y) / 3
        way += [way[-1], first, first, into, out, last]
    way += [way[-1], corners[-1], corners[-1]]
    return np.array(way)


def lanes_of(starts: Points, leads: Points) -> NDArray[np.intp]:
    """Return `place` and `of` of the lanes of edges that return, shape (edges, 2).

    Those from one column to another lie side by side, the topmost source first.
    """
    lanes = np.zeros((len(starts), 2), dtype=np.intp)
    from_to = np.round(starts[:, 0]), np.round(leads[:, 0])
    order = np.lexsort((leads[:, 1], starts[:, 1], *from_to))
    ordered = np.stack(from_to, axis=1)[order]
    firsts = np.flatnonzero(np.concatenate([[True], (ordered[1:] != ordered[:-1]).any(axis=1)]))
    counts = np.diff([*firsts.tolist(), len(starts)]) if len(starts) else firsts[:0]
    lanes[order, 0] = np.arange(len(starts)) - np.repeat(firsts[: len(counts)], counts)
    lanes[order, 1] = np.repeat(counts, counts)
    return lanes


def reaches_of(starts: Points, leads: Points, lanes: Points) -> tuple[Points, Points]:
    """Return how far to the left and to the right edges go that return in `lanes`."""
    places, of = lanes.T
    near = leads[:, 0] - _TURN - places * _LANE
    far = starts[:, 0] + _TURN + (of - 1 - places) * _LANE
    return near, far
