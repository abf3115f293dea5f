"""The way of each edge: from a card's right side to the straight lead before its port.

An edge is a chain of cubic Bézier curves, (1 + 3k) points. Most edges need one bend. One that
would cut through a card is led along a free lane, one that goes back to the left around, in the
gap between the rows; so edges find their way wherever a person puts the cards.
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import islice, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gui.picture.measure import BEND
from gui.picture.winding import winding

__all__ = [
    "FLAT",
    "Lane",
    "flatten",
    "flatten_simple",
    "known_route",
    "lanes_of",
    "reaches_of",
    "route",
    "simple_routes",
]

Points = NDArray[np.float64]

FLAT = 16  # straight pieces per curve

_MOST_LANES = 12  # tried before an edge goes around
_MARGIN = 14.0  # between a lane and a card
_TURN = 22.0  # how far a returning edge goes out before it turns
_RADIUS = 14.0  # of a returning edge's corners
_LANE = 13.0  # between two returning edges in one gap
_T = np.linspace(0.0, 1.0, FLAT + 1)
_BASIS = np.stack([(1 - _T) ** 3, 3 * _T * (1 - _T) ** 2, 3 * _T**2 * (1 - _T), _T**3], axis=1)


def simple_routes(starts: Points, leads: Points, ends: Points) -> Points:
    """Return one bend and a straight lead for every edge at once: shape (edges, 7, 2).

    `starts`, `leads` and `ends` have shape (edges, 2): the source's side, where the lead
    begins, and the port.
    """
    half = np.maximum((leads[:, 0] - starts[:, 0]) / 2, BEND / 2)
    out = np.stack([starts[:, 0] + half, starts[:, 1]], axis=1)
    back = np.stack([leads[:, 0] - half, leads[:, 1]], axis=1)
    ways: Points = np.stack([starts, out, back, leads, leads, ends, ends], axis=1)
    return ways


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


_ONLY_LANE = Lane()


_KNOWN: dict[tuple[bytes, bytes, Lane], Points] = {}
_MOST_KNOWN = 4096


def known_route(
    start: Points, lead: Points, end: Points, cards: Points, lane: Lane = _ONLY_LANE
) -> Points:
    """Return what `route` does, not to be written to; the same is looked for only once.

    An edit of a small graph leaves most of its edges where they were.
    """
    ends = np.concatenate([start, lead, end]).tobytes()
    key = (ends, blake2b(cards.tobytes(), digest_size=16).digest(), lane)
    way = _KNOWN.get(key)
    if way is None:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        way = _KNOWN[key] = route(start, lead, end, cards, lane)
        way.setflags(write=False)
    return way


def route(
    start: Points, lead: Points, end: Points, cards: Points, lane: Lane = _ONLY_LANE
) -> Points:
    """Return the way of one edge around the cards, shape (1 + 3k, 2).

    `cards` holds left, top, right, bottom of the cards that may be in the way, without the edge's
    own two unless it returns to the left.
    """
    if lead[0] < start[0] + 4.0:
        return _around(start, lead, end, cards, lane)
    plain: Points = simple_routes(start[None], lead[None], end[None])[0]
    if not _hits(flatten(plain), cards):
        return plain
    for lane_y in islice(_lanes(start, lead, cards), _MOST_LANES):
        led = _along(start, lead, end, lane_y, cards)
        if led is not None:
            return led
    wound = _wound(start, lead, end, cards)
    if wound is not None:
        return wound
    around = _around(start, lead, end, cards, lane)
    return plain if _hits(flatten(around), cards) else around


def flatten(points: Points) -> Points:
    """Return the chain of curves as straight pieces, shape (1 + FLAT·k, 2)."""
    curves = range(0, len(points) - 1, 3)
    return np.concatenate([points[:1], *((_BASIS @ points[i : i + 4])[1:] for i in curves)])


def flatten_simple(ways: Points) -> Points:
    """Return ways of `simple_routes` as straight pieces, shape (edges, FLAT + 2, 2)."""
    bends: Points = np.einsum("tk,ekc->etc", _BASIS, ways[:, :4])
    return np.concatenate([bends, ways[:, 6:]], axis=1)


def _hits(line: Points, cards: Points) -> bool:
    """Tell whether the polyline comes within a small margin of a card."""
    if not len(cards):
        return False
    x, y = line[:, 0, None], line[:, 1, None]
    left, top, right, bottom = cards.T
    near = 5.0
    inside = (x > left - near) & (x < right + near) & (y > top - near) & (y < bottom + near)
    return bool(inside.any())


def _lanes(start: Points, lead: Points, cards: Points) -> Iterator[float]:
    """Yield the heights a lane could have, the nearest to a straight way first."""
    between = cards[(cards[:, 2] > start[0]) & (cards[:, 0] < lead[0])]
    heights = {float(start[1]), float(lead[1])}
    for top, bottom in between[:, (1, 3)]:
        heights.update((float(top) - _MARGIN, float(bottom) + _MARGIN))
    tops = np.sort(between[:, 1])
    bottoms = np.sort(between[:, 3])
    if len(between) > 1:
        heights.update(float(h) for h in (tops[1:] + bottoms[:-1]) / 2)
    yield from sorted(heights, key=lambda y: (abs(y - start[1]) + abs(y - lead[1]), y))


def _along(start: Points, lead: Points, end: Points, lane_y: float, cards: Points) -> Points | None:
    """Return the way along one lane, or None where the lane or its ends are not free."""
    x0, x1 = float(start[0]), float(lead[0])
    spans = cards[(cards[:, 1] - 5.0 < lane_y) & (cards[:, 3] + 5.0 > lane_y)]
    spans = spans[(spans[:, 2] > x0) & (spans[:, 0] < x1)]
    if len(spans):
        return None
    covers = cards[(cards[:, 2] > x0) & (cards[:, 0] < x1)]
    enter = float(covers[:, 0].min()) - 8.0 if len(covers) else (x0 + x1) / 2
    leave = float(covers[:, 2].max()) + 8.0 if len(covers) else (x0 + x1) / 2
    enter, leave = max(enter, x0 + 16.0), min(leave, x1 - 12.0)
    if enter > leave:
        enter = leave = (x0 + x1) / 2
    on, off = np.array([enter, lane_y]), np.array([leave, lane_y])
    way = np.concatenate([_bend(start, on), _line(on, off), _bend(off, lead)[1:], _line(lead, end)])
    return None if _hits(flatten(way), cards) else way


def _wound(start: Points, lead: Points, end: Points, cards: Points) -> Points | None:
    """Return the way from gap to gap, or None where that would cut a card."""
    corners = winding(start, lead, cards)
    if corners is None or not len(corners):
        return None
    parts = [corners[:1]]
    for place, (a, b) in enumerate(pairwise(corners)):
        parts.append(_line(a, b) if place % 2 else _bend(a, b)[1:])
    way = np.concatenate([*parts, _line(lead, end)])
    return None if _hits(flatten(way), cards) else way


def _bend(a: Points, b: Points) -> Points:
    """Return the S-curve from a to b, level at both ends: 4 points."""
    half = (b[0] - a[0]) / 2
    return np.array([a, (a[0] + half, a[1]), (b[0] - half, b[1]), b])


def _line(a: Points, b: Points) -> Points:
    """Return the 3 points that carry a chain of curves straight from a to b."""
    return np.array([a, b, b])


def _around(start: Points, lead: Points, end: Points, cards: Points, lane: Lane) -> Points:
    """Return the way of an edge that goes back to the left: out, around in a gap, and in."""
    right = float(start[0]) + _TURN + lane.far
    left = float(lead[0]) - _TURN - lane.near
    level = _gap(left, right, float(start[1]), float(lead[1]), cards, lane)
    left = _clear_of_leaves(left, level, end, cards, lane)
    corners = np.array(
        [start, (right, start[1]), (right, level), (left, level), (left, lead[1]), end]
    )
    return _rounded(corners)


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


def _rounded(corners: Points) -> Points:
    """Return a way through the corners with round turns, as a chain of curves."""
    way = [corners[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        into, out = corner - before, after - corner
        long_in, long_out = float(np.hypot(*into)), float(np.hypot(*out))
        if min(long_in, long_out) < 1e-9:
            continue
        radius = min(_RADIUS, long_in / 2, long_out / 2)
        first, last = corner - into / long_in * radius, corner + out / long_out * radius
        way += [way[-1], first, first, (first + 2 * corner) / 3, (last + 2 * corner) / 3, last]
    way += [way[-1], corners[-1], corners[-1]]
    return np.array(way)


def lanes_of(starts: Points, leads: Points, returning: NDArray[np.intp]) -> dict[int, Lane]:
    """Return the lanes of edges that return from one column to another, the topmost first."""
    groups: dict[tuple[float, float], list[int]] = {}
    for place in returning.tolist():
        ends = (round(float(starts[place, 0])), round(float(leads[place, 0])))
        groups.setdefault(ends, []).append(place)
    lanes = {}
    for group in groups.values():
        group.sort(key=lambda place: (starts[place, 1], leads[place, 1]))
        for count, place in enumerate(group):
            lanes[place] = Lane(count, len(group))
    return lanes


def reaches_of(starts: Points, leads: Points, lanes: Sequence[Lane]) -> tuple[Points, Points]:
    """Return how far to the left and to the right edges go that return in `lanes`."""
    near = leads[:, 0] - _TURN - np.array([lane.near for lane in lanes])
    far = starts[:, 0] + _TURN + np.array([lane.far for lane in lanes])
    return near, far
