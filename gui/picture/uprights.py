"""Edges of different values that go around beside each other: their upright pieces set apart.

Those that return to the left lie side by side from the first. One that goes to the right and finds
no other way goes around alone, and may turn where another does.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gui.picture.led import Led
from gui.picture.off_frames import Free, first_free

__all__ = ["uprights_apart"]

_NEAR = 4.0  # units; nearer, two lines look like one
_LEAST = 10.0  # units along each other that count
_ASIDE = (7.0, -7.0, 14.0, -14.0)  # units that a turn is tried beside where it was
_ROUNDS = 3
_MOST = 12  # pieces that look for another place; in a denser tangle none can be followed

_Boxes = NDArray[np.float64]
_Rows = NDArray[np.intp]
_Flags = NDArray[np.bool_]


class _Uprights(NamedTuple):
    """The upright pieces of edges that go around: x, top and bottom of each, (pieces, 3).

    `edges` has the edge of each, `turns` which of the places in its `turn` has its x.
    """

    pieces: _Boxes
    edges: _Rows
    turns: _Rows

    @classmethod
    def of(cls, ways: Mapping[int, Led]) -> "_Uprights":
        some = [(i, led) for i, led in ways.items() if len(led.turn)]
        pieces = np.array([_pieces(led) for _, led in some]).reshape(-1, 3)
        edges = np.repeat(np.array([i for i, _ in some], dtype=np.intp), 2)
        return cls(pieces, edges, np.tile(np.array([0, 2]), len(some)))

    def lie_on(self, others: "_Uprights", sources: _Rows) -> _Flags:
        """Tell which lie on which pieces of another value."""
        x, top, bottom = self.pieces.T[:, :, None]
        at, above, below = others.pieces.T
        found: _Flags = np.abs(x - at) < _NEAR
        found &= np.minimum(bottom, below) - np.maximum(top, above) >= _LEAST
        found &= sources[self.edges][:, None] != sources[others.edges]
        return found


def uprights_apart(ways: Mapping[int, Led], sources: _Rows, free: Free) -> Mapping[int, Led]:
    """Return edges' ways, with none upright where one of another value is, as far as that is free.

    Of two the first stays; `sources` has the value of each edge.
    """
    for _ in range(_ROUNDS):
        own = _Uprights.of(ways)
        shared = own.lie_on(own, sources) & (own.edges < own.edges[:, None])
        places = np.flatnonzero(shared.any(axis=1)).tolist()
        if len(places) > _MOST:
            break
        tried: dict[int, list[Led]] = {}
        for at in places:
            i, turn = int(own.edges[at]), int(own.turns[at])
            x, *span = own.pieces[at].tolist()
            tries = np.array([[x + aside, *span] for aside in _ASIDE])
            beside = _Uprights(tries, np.full(len(tries), i), np.full(len(tries), turn))
            off = np.logical_not(beside.lie_on(own, sources).any(axis=1))
            asides = [_ASIDE[k] for k in np.flatnonzero(off).tolist()]
            tried[i] = tried.get(i) or [_beside(ways[i], turn, aside) for aside in asides]
        moved = first_free(tried, free)
        if not moved:
            break
        # two may have gone to one place: one of them goes on from there in the next round
        ways = {**ways, **moved}
    return ways


def _pieces(led: Led) -> list[list[float]]:
    """Return x, top and bottom of both uprights of a way around."""
    right, level, left = led.turn.tolist()
    y0, y1 = float(led.line[0, 1]), float(led.line[-1, 1])
    return [[x, min(y, level), max(y, level)] for x, y in ((right, y0), (left, y1))]


def _beside(led: Led, place: int, aside: float) -> Led:
    turn = led.turn.copy()
    turn[place] += aside
    return led.turned(turn)
