"""The way of a long edge that no single lane is free for: from gap to gap, column by column."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from gui.picture.measure import LEAD

__all__ = ["winding"]

Points = NDArray[np.float64]

_MARGIN = 14.0  # between a lane and a card
_AIR = 8.0  # between a bend and a card
_MOST_HEIGHTS = 60  # in one column, the nearest to the straight way


def winding(start: Points, lead: Points, cards: Points) -> Points | None:
    """Return level pieces from `start` to `lead` through the gaps between cards, shape (k, 2).

    Each column of cards is passed at one height, chosen so that the whole climbs least; the pieces
    alternate: level, bend, level. None where a column has no gap.
    """
    columns = _columns(cards[(cards[:, 2] > start[0]) & (cards[:, 0] < lead[0])])
    if not columns:
        return None
    cost = np.zeros(1)
    steps: list[tuple[Points, NDArray[np.intp]]] = []
    heights = np.array([float(start[1])])
    for column in columns:
        free = _heights(column, start, lead)
        if not len(free):
            return None
        climbs = cost[:, None] + np.abs(heights[:, None] - free[None])
        best = climbs.argmin(axis=0)
        steps.append((free, best))
        cost, heights = climbs.min(axis=0), free
    at = int((cost + np.abs(heights - lead[1])).argmin())
    chosen: list[float] = []
    for free, best in reversed(steps):
        chosen.append(float(free[at]))
        at = int(best[at])
    return _corners(start, lead, columns, chosen[::-1])


def _columns(cards: Points) -> list[Points]:
    """Return the cards column by column: what overlaps from left to right is in one."""
    ordered = cards[np.argsort(cards[:, 0], kind="stable")]
    reach = np.maximum.accumulate(ordered[:, 2])
    firsts = [0, *(np.flatnonzero(ordered[1:, 0] >= reach[:-1]) + 1).tolist(), len(ordered)]
    return [ordered[first:behind] for first, behind in pairwise(firsts)] if len(cards) else []


def _heights(column: Points, start: Points, lead: Points) -> Points:
    """Return the heights at which an edge passes a column, nearest to the straight way first."""
    tried = np.concatenate([column[:, 1] - _MARGIN, column[:, 3] + _MARGIN, [start[1], lead[1]]])
    tops, bottoms = column[:, 1, None] - _MARGIN / 2, column[:, 3, None] + _MARGIN / 2
    free = np.sort(tried[~((tried > tops) & (tried < bottoms)).any(axis=0)])
    free = free[np.concatenate([[True], free[1:] != free[:-1]])[: len(free)]]
    about = (start[1] + lead[1]) / 2
    nearest: Points = free[np.argsort(np.abs(free - about), kind="stable")][:_MOST_HEIGHTS]
    return nearest


def _corners(start: Points, lead: Points, columns: list[Points], heights: list[float]) -> Points:
    """Return where the level pieces begin and end; numbers before the cards are left alone."""
    spans = [(float(c[:, 0].min()), float(c[:, 2].max())) for c in columns]
    corners = [(float(start[0]), float(start[1]))]
    leaves = float(start[0])
    for (left, right), y in zip(spans, heights, strict=True):
        room = left - leaves
        corners += [(left - min(LEAD + _AIR, room / 2), y), (right + _AIR, y)]
        leaves = right + _AIR
    corners.append((float(lead[0]), float(lead[1])))
    ordered = all(b[0] > a[0] for a, b in pairwise(corners))
    return np.array(corners if ordered else [])
