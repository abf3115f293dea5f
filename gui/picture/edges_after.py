"""The edges of a picture after an edit: which they are, and which each was of those before."""

from dataclasses import dataclass
from itertools import compress
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

import engine

__all__ = ["EdgesAfter"]

_Places = NDArray[np.intp]
_Kind = TypeVar("_Kind", bound=np.generic)

_FEW = 64  # edges that come and go one by one; for more all are gone through


@dataclass(frozen=True, eq=False)
class EdgesAfter:
    """What became of the edges: of `was` and of what is taken by it, those that `came` are new.

    `sources`, `targets` and `ports` are the ends of the new ones: rows of cards, and ports.
    """

    edges: list[engine.Edge]
    was: _Places
    """Of each edge its place before; of the new ones any."""
    became: _Places
    """Of each edge before its place now, -1 for none."""
    rows: _Places
    """Of each card before its row now, -1 for none."""
    came: _Places
    sources: _Places
    targets: _Places
    ports: _Places

    @classmethod
    def of(
        cls,
        edges: list[engine.Edge],
        stays: NDArray[np.bool_],
        fresh: list[engine.Edge],
        before: _Places,
        index: dict[str, int],
        rows: _Places,
    ) -> "EdgesAfter":
        """Return those of `edges` that stay, with each `fresh` one where it comes `before`."""
        places = np.flatnonzero(~stays).tolist()
        after = _put_together(edges, places, fresh, before.tolist())
        was = np.zeros(len(after), dtype=np.intp)
        came = before + np.arange(len(fresh))
        kept = np.ones(len(was), dtype=bool)
        kept[came] = False
        was[kept] = np.flatnonzero(stays)
        became = np.full(len(stays), -1, dtype=np.intp)
        became[stays] = np.flatnonzero(kept)
        ends = [(index[e.source], index[e.target], e.port) for e in fresh]
        sources, targets, ports = np.array(ends, dtype=np.intp).reshape(-1, 3).T
        return cls(after, was, became, rows, came, sources, targets, ports)

    def taken(self, array: NDArray[_Kind], new: object) -> NDArray[_Kind]:
        """Return what `array` had for each edge, and `new` for those that came."""
        anew = np.empty((len(self.was), *array.shape[1:]), array.dtype)
        if len(array):
            np.take(array, self.was, axis=0, out=anew)
        anew[self.came] = new
        return anew


def _put_together(
    before: list[engine.Edge], gone: list[int], fresh: list[engine.Edge], places: list[int]
) -> list[engine.Edge]:
    """Return the edges without those at the places `gone`, then each fresh one before a place."""
    if len(gone) + len(fresh) <= _FEW:
        edges = before.copy()
        for place in reversed(gone):
            del edges[place]
        for place, edge in zip(reversed(places), reversed(fresh), strict=True):
            edges.insert(place, edge)
        return edges
    stays = bytearray(b"\1") * len(before)
    for place in gone:
        stays[place] = 0
    kept, found, start = list(compress(before, stays)), list[engine.Edge](), 0
    for edge, place in zip(fresh, places, strict=True):
        found += kept[start:place]
        found.append(edge)
        start = place
    return found + kept[start:]
