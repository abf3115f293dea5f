"""The way of each edge: from a card's right side to the straight lead before its port.

An edge is a chain of cubic Bézier curves, (1 + 3k) points. Most edges need one bend. One that
would cut through a card is led along a free lane, one that goes back to the left around, in the
gap between the rows; so edges find their way wherever a person puts the cards.
"""

from hashlib import blake2b
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from gui.picture.measure import BEND
from gui.picture.returning import ONLY_LANE, Lane, around
from gui.picture.winding import winding

__all__ = [
    "FLAT",
    "bounds_of",
    "flatten",
    "flatten_simple",
    "hits",
    "known_route",
    "led_between",
    "route",
    "simple_routes",
]

Points = NDArray[np.float64]

FLAT = 16  # straight pieces per curve

_MOST_LANES = 12  # tried before an edge goes around
_MARGIN = 14.0  # between a lane and a card
_TIGHT = 0.7  # of a narrow bend: so far its curve goes out before it climbs
_NEAR = 5.0  # to a card: there no edge runs
_AROUND = np.array([-_NEAR, -_NEAR, _NEAR, _NEAR])
_T = np.linspace(0.0, 1.0, FLAT + 1)
_BASIS = np.stack([(1 - _T) ** 3, 3 * _T * (1 - _T) ** 2, 3 * _T**2 * (1 - _T), _T**3], axis=1)


def simple_routes(starts: Points, leads: Points, ends: Points) -> Points:
    """Return one bend and a straight lead for every edge at once: shape (edges, 7, 2).

    `starts`, `leads` and `ends` have shape (edges, 2): the source's side, where the lead
    begins, and the port.
    """
    wide = leads[:, 0] - starts[:, 0]
    least = np.where(wide > 0.0, np.minimum(wide * _TIGHT, BEND / 2), BEND / 2)
    half = np.maximum(wide / 2, least)
    out = np.stack([starts[:, 0] + half, starts[:, 1]], axis=1)
    back = np.stack([leads[:, 0] - half, leads[:, 1]], axis=1)
    ways: Points = np.stack([starts, out, back, leads, leads, ends, ends], axis=1)
    return ways


_KNOWN: dict[tuple[bytes, bytes, Lane], Points] = {}
_MOST_KNOWN = 4096


def known_route(
    start: Points, lead: Points, end: Points, cards: Points, lane: Lane = ONLY_LANE
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
    start: Points, lead: Points, end: Points, cards: Points, lane: Lane = ONLY_LANE
) -> Points:
    """Return the way of one edge around the cards, shape (1 + 3k, 2).

    `cards` holds left, top, right, bottom of the cards that may be in the way, without the edge's
    own two unless it returns to the left.
    """
    if lead[0] < start[0] + 4.0:
        return around(start, lead, end, cards, lane)
    plain: Points = simple_routes(start[None], lead[None], end[None])[0]
    if not hits(flatten(plain), cards):
        return plain
    led = led_between(start, lead, end, cards)
    if led is not None:
        return led
    returned = around(start, lead, end, cards, lane)
    return plain if hits(flatten(returned), cards) else returned


def led_between(start: Points, lead: Points, end: Points, boxes: Points) -> Points | None:
    """Return the way to the right along a free lane or from gap to gap, None where there is none.

    `boxes` holds left, top, right, bottom of what it keeps clear of.
    """
    led = _along(start, lead, end, boxes)
    return _wound(start, lead, end, boxes) if led is None else led


def flatten(points: Points) -> Points:
    """Return the chain of curves as straight pieces, shape (1 + FLAT·k, 2)."""
    curves = points[np.arange(0, len(points) - 1, 3)[:, None] + np.arange(4)]
    return np.concatenate([points[:1], (_BASIS @ curves)[:, 1:].reshape(-1, 2)])


def flatten_simple(ways: Points) -> Points:
    """Return ways of `simple_routes` as straight pieces, shape (edges, FLAT + 2, 2)."""
    lines: Points = np.empty((len(ways), FLAT + 2, 2))
    np.matmul(_BASIS, ways[:, :4], out=lines[:, :-1])
    lines[:, -1] = ways[:, 6]
    return lines


def bounds_of(lines: Points) -> Points:
    """Return left, top, right, bottom of polylines of one length, shape (lines, 4)."""
    # point by point in memory: reducing the rows of two that a line consists of takes ten times
    points = np.ascontiguousarray(lines.transpose(1, 0, 2))
    return np.concatenate([points.min(axis=0), points.max(axis=0)], axis=1)


def hits(line: Points, cards: Points) -> bool:
    """Tell whether the polyline comes within a small margin of a card."""
    left, top, right, bottom = _grown(cards).T
    (x0, y0), (x1, y1) = line.min(axis=0), line.max(axis=0)
    near = (left < x1) & (right > x0) & (top < y1) & (bottom > y0)
    x, y = line[:, 0, None], line[:, 1, None]
    inside = (x > left[near]) & (x < right[near]) & (y > top[near]) & (y < bottom[near])
    return bool(inside.any())


def _grown(cards: Points) -> Points:
    """Return the boxes that no edge runs through."""
    grown: Points = cards + _AROUND
    return grown


def _lanes(start: Points, lead: Points, between: Points) -> Points:
    """Return the heights a lane could have, the nearest to a straight way first."""
    tops, bottoms = np.sort(between[:, 1]), np.sort(between[:, 3])
    middles = (tops[1:] + bottoms[:-1]) / 2
    ends = [start[1], lead[1]]
    heights = np.sort(np.concatenate([ends, tops - _MARGIN, bottoms + _MARGIN, middles]))
    heights = heights[np.concatenate([[True], heights[1:] != heights[:-1]])]
    climbs = np.abs(heights - start[1]) + np.abs(heights - lead[1])
    nearest: Points = heights[np.argsort(climbs, kind="stable")[:_MOST_LANES]]
    return nearest


def _along(start: Points, lead: Points, end: Points, cards: Points) -> Points | None:
    """Return the way along the nearest lane that is free with its ends, None where none is."""
    x0, x1 = float(start[0]), float(lead[0])
    between = cards[(cards[:, 2] > x0) & (cards[:, 0] < x1)]
    heights = _lanes(start, lead, between)[:, None]
    _, tops, _, bottoms = _grown(between).T
    heights = heights[~((tops < heights) & (bottoms > heights)).any(axis=1)]
    enter = float(between[:, 0].min()) - 8.0 if len(between) else (x0 + x1) / 2
    leave = float(between[:, 2].max()) + 8.0 if len(between) else (x0 + x1) / 2
    enter, leave = max(enter, x0 + 16.0), min(leave, x1 - 12.0)
    if enter > leave:
        enter = leave = (x0 + x1) / 2
    cut = _cut(x0, float(start[1]), enter, heights, cards)
    cut |= _cut(leave, heights, x1, float(lead[1]), cards)
    free = heights[~cut, 0]
    if not len(free) or hits(flatten(np.concatenate([lead[None], _line(lead, end)])), cards):
        return None
    on, off = np.array([enter, free[0]]), np.array([leave, free[0]])
    return np.concatenate(
        [_bend(start, on), _line(on, off), _bend(off, lead)[1:], _line(lead, end)]
    )


def _cut(
    x0: float, y0: float | Points, x1: float, y1: float | Points, cards: Points
) -> NDArray[np.bool_]:
    """Return which bends from (x0, y0) to (x1, y1), one a row, run through a card."""
    left, top, right, bottom = _grown(
        cards[(cards[:, 0] < x1 + _NEAR) & (cards[:, 2] > x0 - _NEAR)]
    ).T
    half = (x1 - x0) / 2
    x = (_BASIS @ (x0, x0 + half, x1 - half, x1))[:, None]
    first, second = _BASIS[:, :2].sum(axis=1), _BASIS[:, 2:].sum(axis=1)
    y = (y0 * first + y1 * second)[..., None]
    inside = (x > left) & (x < right) & (y > top) & (y < bottom)
    cut: NDArray[np.bool_] = inside.any(axis=(1, 2))
    return cut


def _wound(start: Points, lead: Points, end: Points, cards: Points) -> Points | None:
    """Return the way from gap to gap, or None where that would cut a card."""
    corners = winding(start, lead, cards)
    if corners is None or not len(corners):
        return None
    parts = [corners[:1]]
    for place, (a, b) in enumerate(pairwise(corners)):
        parts.append(_line(a, b) if place % 2 else _bend(a, b)[1:])
    way = np.concatenate([*parts, _line(lead, end)])
    return None if hits(flatten(way), cards) else way


def _bend(a: Points, b: Points) -> Points:
    """Return the S-curve from a to b, level at both ends: 4 points."""
    half = (b[0] - a[0]) / 2
    return np.array([a, (a[0] + half, a[1]), (b[0] - half, b[1]), b])


def _line(a: Points, b: Points) -> Points:
    """Return the 3 points that carry a chain of curves straight from a to b."""
    return np.array([a, b, b])
