"""The way of a long edge that no single lane is free for: from gap to gap, column by column."""

from bisect import bisect_left, bisect_right, insort
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gui.picture.measure import LEAD

__all__ = ["through", "winding"]

Points = NDArray[np.float64]

_MARGIN = 14.0  # between a lane and a card
_AIR = 8.0  # between a bend and a card
_MOST_HEIGHTS = 60  # in one column, the nearest to the straight way


class _Column(NamedTuple):
    """Cards beside each other: at which heights an edge may pass them, from above to below.

    `tops` and `bottoms` are those of what is closed to it.
    """

    free: list[float]
    tops: list[float]
    bottoms: list[float]

    def is_free(self, height: float) -> bool:
        """Tell whether an edge may pass at this height."""
        above = bisect_left(self.tops, height) - 1
        return above < 0 or height >= self.bottoms[above]


_COLUMNS: dict[bytes, _Column] = {}  # many edges pass the same
_MOST_COLUMNS = 4096


def winding(start: Points, lead: Points, cards: Points) -> Points | None:
    """Return level pieces from `start` to `lead` through the gaps between cards, shape (k, 2).

    Each column of cards is passed at one height, chosen so that the whole climbs least; the pieces
    alternate: level, bend, level. None where a column has no gap, or none is before or behind it.
    `cards` are those in between, ordered from left to right; those above and below where the edge
    begins are passed at its height, and from those above and below where it ends it keeps away.
    """
    (x0, y0), (x1, y1) = start.tolist(), lead.tolist()
    level: list[tuple[float, float]] = []
    lefts, rights, passed = cards[:, 0].tolist(), cards[:, 2].tolist(), 0
    while (following := bisect_right(lefts, x0, passed)) > passed:
        x = max(rights[passed:following]) + _AIR
        if x >= x1:
            return None
        level += [(x0, y0), ((x0 + x) / 2, y0)]
        x0, passed = x, following
    cards = cards[passed:]
    beside_lead = cards[:, 2] + _AIR >= x1
    cards, barring = cards[~beside_lead], cards[beside_lead]
    if not len(cards):
        kept = level and not len(barring)
        return np.array([*level, (x0, y0), (x1, y1)]) if kept else None
    reach = np.maximum.accumulate(cards[:, 2])
    behind = np.flatnonzero(cards[1:, 0] >= reach[:-1]) + 1
    firsts = [0, *behind.tolist(), len(cards)]
    xs = _turns(x0, x1, cards[firsts[:-1], 0].tolist(), reach[[*(behind - 1), -1]].tolist())
    if any(b <= a for a, b in pairwise(xs)):
        return None
    columns = [_column(cards[a:b]) for a, b in pairwise(firsts)]
    heights = _climbing_least(columns, y0, y1, barring)
    if heights is None:
        return None
    ys = [y0, *(y for y in heights for _ in range(2)), y1]
    return np.array([*level, *zip(xs, ys, strict=True)])


def _turns(x0: float, x1: float, lefts: list[float], rights: list[float]) -> list[float]:
    """Return where the level pieces begin and end; numbers before the cards are left alone."""
    xs = [x0]
    for left, right in zip(lefts, rights, strict=True):
        xs += [left - min(LEAD + _AIR, (left - xs[-1]) / 2), right + _AIR]
    return [*xs, x1]


def _climbing_least(
    columns: list[_Column], y0: float, y1: float, barring: Points
) -> list[float] | None:
    """Return for each column the height at which an edge passes it, None where one is closed.

    `barring` are cards beside the last bend, which must not lie between its two heights.
    """
    cost = np.zeros(1)
    steps: list[tuple[Points, NDArray[np.intp]]] = []
    heights = np.array([y0])
    for column in columns:
        free = _heights(column, y0, y1)
        if not len(free):
            return None
        climbs = cost[:, None] + np.abs(heights[:, None] - free)
        best = climbs.argmin(axis=0)
        steps.append((free, best))
        cost, heights = climbs.min(axis=0), free
    cost = cost + np.abs(heights - y1)
    cost[_bars(barring, heights, y1)] = np.inf
    at = int(cost.argmin())
    if np.isinf(cost[at]):
        return None
    chosen: list[float] = []
    for free, best in reversed(steps):
        chosen.append(float(free[at]))
        at = int(best[at])
    return chosen[::-1]


def _bars(cards: Points, heights: Points, y1: float) -> NDArray[np.bool_]:
    """Tell for each of the heights whether a card lies between it and `y1`, shape (heights,)."""
    upper, lower = np.minimum(heights, y1)[:, None], np.maximum(heights, y1)[:, None]
    between = (cards[:, 1] - _AIR < lower) & (cards[:, 3] + _AIR > upper)
    return np.asarray(between.any(axis=1), dtype=np.bool_)


def _column(cards: Points) -> _Column:
    known = cards.tobytes()
    column = _COLUMNS.get(known)
    if column is None:
        if len(_COLUMNS) >= _MOST_COLUMNS:
            _COLUMNS.clear()
        column = _Column([], *_closed(cards))
        heights = np.concatenate([cards[:, 1] - _MARGIN, cards[:, 3] + _MARGIN])
        column.free.extend(filter(column.is_free, sorted(set(heights.tolist()))))
        _COLUMNS[known] = column  # only now: another thread may pass the same
    return column


def _closed(cards: Points) -> tuple[list[float], list[float]]:
    """Return tops and bottoms of what cards close to an edge, those that overlap as one."""
    tops, bottoms = list[float](), list[float]()
    spans = cards[:, 1::2] + (-_MARGIN / 2, _MARGIN / 2)
    for top, bottom in sorted(spans.tolist()):
        if tops and top < bottoms[-1]:
            bottoms[-1] = max(bottoms[-1], bottom)
        else:
            tops.append(top)
            bottoms.append(bottom)
    return tops, bottoms


def _heights(column: _Column, y0: float, y1: float) -> Points:
    """Return the heights at which an edge passes a column, nearest to the straight way first."""
    free = column.free.copy()
    for height in (y0, y1):
        place = bisect_left(free, height)
        if free[place : place + 1] != [height] and column.is_free(height):
            insort(free, height)
    heights = np.array(free)
    off = np.abs(heights - (y0 + y1) / 2)
    nearest: Points = heights[np.argsort(off, kind="stable")[:_MOST_HEIGHTS]]
    return nearest


def through(_: Points, lead: Points, end: Points, corners: Points) -> Points:
    """Return the way through the corners of `winding`: level, bend, level and so on."""
    places = corners.tolist()
    way = places[:1]
    for place, (a, b) in enumerate(pairwise(places)):
        half = (b[0] - a[0]) / 2
        way += [a, b, b] if place % 2 else [[a[0] + half, a[1]], [b[0] - half, b[1]], b]
    last = end.tolist()
    return np.array([*way, lead.tolist(), last, last])
