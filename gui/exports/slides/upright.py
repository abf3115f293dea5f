"""Where edges rise: each at an x of its own, where several do so in one gap.

An edge that bends runs level, then upright, then level again. Edges that pass each other upright in
one gap are put side by side, in an order in which they cross seldom.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Bend", "uprights"]

Flags = NDArray[np.bool_]

_APART = 4.0  # points between the ends of two uprights that stand on one line
_NARROW = 12.0  # points; in less room than this each edge takes its own bend's
_BESIDE = 3.0  # points at least from what a bend leaves: LibreOffice makes a loop of a nearer one


class Bend(NamedTuple):
    """A bend from (left, begin) to (right, end), in points."""

    left: float
    begin: float
    right: float
    end: float


def uprights(bends: Sequence[Bend]) -> list[float]:
    """Return the x at which each bend rises or falls, in points."""
    found = [(bend.left + bend.right) / 2 for bend in bends]
    for gap in _gaps(bends):
        passing = _passing(np.array([bends[k] for k in gap], dtype=float))
        for crowd in _crowds(passing):
            if len(crowd) > 1:
                chosen = [bends[gap[k]] for k in crowd]
                for k, x in zip(crowd, _spread(chosen, passing[np.ix_(crowd, crowd)]), strict=True):
                    found[gap[k]] = x
    return found


def _gaps(bends: Sequence[Bend]) -> Iterator[list[int]]:
    """Yield the places of bends that lie below each other, in whole or in part."""
    gap: list[int] = []
    right = -np.inf
    for k in sorted(range(len(bends)), key=lambda k: bends[k].left):
        if gap and bends[k].left >= right:
            yield gap
            gap, right = [], -np.inf
        gap.append(k)
        right = max(right, bends[k].right)
    if gap:
        yield gap


def _passing(bends: NDArray[np.float64]) -> Flags:
    """Tell which bends would run into each other on one line, shape (bends, bends)."""
    left, begin, right, end = bends.T
    top, bottom = np.minimum(begin, end), np.maximum(begin, end)
    shared = _least(bottom) - _most(top)
    # two that leave one card, one up and one down, are meant to part on one line
    one_card = np.abs(begin[:, None] - begin) < _APART / 2
    beside = _least(right) - _most(left) > 0.0
    passing: Flags = beside & np.where(one_card, shared > _APART, shared > -_APART)
    np.fill_diagonal(passing, val=False)
    return passing


def _least(values: NDArray[np.float64]) -> NDArray[np.float64]:
    least: NDArray[np.float64] = np.minimum(values[:, None], values)
    return least


def _most(values: NDArray[np.float64]) -> NDArray[np.float64]:
    most: NDArray[np.float64] = np.maximum(values[:, None], values)
    return most


def _crowds(passing: Flags) -> Iterator[list[int]]:
    """Yield the places of bends that hang together by passing each other."""
    left = set(range(len(passing)))
    while left:
        crowd, new = [], [min(left)]
        left -= set(new)
        while new:
            crowd.append(new.pop())
            met = left.intersection(np.flatnonzero(passing[crowd[-1]]).tolist())
            new += sorted(met)
            left -= met
        yield sorted(crowd)


def _spread(bends: Sequence[Bend], passing: Flags) -> list[float]:
    """Return where each bend of a crowd rises: side by side over the room that all have."""
    tracks = _tracks(_order(bends), passing)
    left, right = max(bend.left for bend in bends), min(bend.right for bend in bends)
    rooms = [(left, right)] * len(bends)
    if right - left < _NARROW:
        rooms = [(bend.left, bend.right) for bend in bends]
    count = max(tracks) + 1
    found = []
    for (a, b), k in zip(rooms, tracks, strict=True):
        first = a + min(max((b - a) / (count + 1), _BESIDE), (b - a) / 2)
        found.append(first + (b - first) * k / count)
    return found


def _tracks(order: Sequence[int], passing: Flags) -> list[int]:
    """Return each bend's track: the first right of all that pass it and come before it."""
    tracks = np.full(len(order), -1)
    for k in order:  # those that come later have no track yet
        tracks[k] = tracks[passing[k]].max(initial=-1) + 1
    return [int(track) for track in tracks]


def _order(bends: Sequence[Bend]) -> list[int]:
    """Return the bends from left to right: each is put in where it crosses fewest of the others."""
    crossings = _crossings(bends)
    order: list[int] = []
    for k in sorted(range(len(bends)), key=lambda k: (bends[k].begin, bends[k].end)):
        _put_in(k, order, crossings)
    for k in range(len(bends)):
        order.remove(k)
        _put_in(k, order, crossings)
    return order


def _put_in(k: int, order: list[int], crossings: NDArray[np.int_]) -> None:
    """Put bend `k` where it crosses fewest; `crossings` is that of `_crossings`."""
    before = np.cumsum([0, *crossings[order, k]])
    after = np.cumsum([0, *crossings[k, order[::-1]]])[::-1]
    order.insert(int(np.argmin(before + after)), k)


def _crossings(bends: Sequence[Bend]) -> NDArray[np.int_]:
    """Return how often two bends cross where the first rises left of the second."""
    _, begin, _, end = np.array(bends, dtype=float).T
    top, bottom = np.minimum(begin, end), np.maximum(begin, end)
    # the first goes on to the right through the second, or the second comes through the first
    through = (end[:, None] > top) & (end[:, None] < bottom)
    coming = (begin > top[:, None]) & (begin < bottom[:, None])
    crossings: NDArray[np.int_] = through.astype(int) + coming
    return crossings
