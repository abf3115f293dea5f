"""What a node's outgoing edges carry back, added up: for all nodes of a stretch at once."""

from collections.abc import Mapping, Sequence
from itertools import chain

import numpy as np

from engine.stretch.place import Call, Floats, Numbers, Pattern, Place, gather, pattern_of, place_of

__all__ = ["EdgeSums"]

_WORTH = 80  # nodes for each block beyond the first; with fewer, sums of pieces are faster
_FILLED = 1000  # zeros that are added in the time of one more call


class EdgeSums:
    """Nodes' derivatives: each the sum over the node's outgoing edges, in a fixed order."""

    def __init__(
        self, edges_of: Sequence[Sequence[int]], zero: int, seeded: Mapping[int, int]
    ) -> None:
        """Take each node's edges by their places; at `zero` stands a 0 for nodes without any.

        It is fastest where nodes with more edges come first. `seeded` tells the column of each
        node to which something may come from elsewhere.
        """
        self._seeded = seeded
        self._calls: list[Call] = []
        filled = [edges or (zero,) for edges in edges_of]
        edges = np.fromiter(chain.from_iterable(filled), np.intp)
        counts = np.array([len(edges) for edges in filled], dtype=np.intp)
        starts = np.cumsum(counts) - counts
        # the one edge of each node, None where some have more or get something from elsewhere
        self.only = None if seeded or len(edges) > len(counts) else edges
        bounds = _bounds(counts) if (counts[1:] <= counts[:-1]).all() else []
        self._starts: Numbers | None = None
        self._alone: Place | None = None
        self._tables: list[Numbers | Pattern] = []
        if bounds and _WORTH * (len(bounds) - 1) <= len(counts):
            for begin, end, nodes in bounds:
                turns = np.arange(begin, end)[:, None]
                at = np.minimum(starts[:nodes] + turns, len(edges) - 1)
                table = np.where(counts[:nodes] > turns, edges[at], zero)
                if end == 1:
                    self._alone = place_of(table[0])
                else:
                    self._tables.append(pattern_of(table) or table)
        elif len(counts):
            self._tables, self._starts = [edges[None]], starts

    @property
    def room(self) -> int:
        """Return how many edges are gathered before they are added."""
        return sum(table.size for table in self._tables if not isinstance(table, Pattern))

    def bind(self, out: Floats, flows: Floats, scratch: Floats) -> None:
        """Choose where the derivatives go and where the edges stand; `scratch` has `room`."""
        self._out = out
        tables = [table for table in self._tables if not isinstance(table, Pattern)]
        if tables:
            places = np.concatenate([table.ravel() for table in tables])
            self._calls.append(gather(flows, places, scratch[: self.room]))
        if self._alone is not None:
            self._calls.append(gather(flows, self._alone, out))
        begun, at = self._alone is not None, 0
        for table in self._tables:
            if isinstance(table, Pattern):
                block = table.of(flows)
            else:
                block = scratch[at : at + table.size].reshape(table.shape)
                at += table.size
            if self._starts is not None:
                self._calls.append((np.add.reduceat, (block[0], self._starts, 0, None, out)))
            elif begun:
                self._calls.append(_added(out[: block.shape[1]], block))
            else:
                self._calls.append((np.add.reduce, (block, 0, None, out)))
                begun = True
        self._tables, self.only = [], None

    def into(self, seeds: Mapping[int, float]) -> None:
        """Write the derivatives, with what `seeds` says comes to some nodes from elsewhere."""
        for function, arguments in self._calls:
            function(*arguments)
        for number, column in self._seeded.items():
            self._out[column] += seeds.get(number, 0.0)


def _bounds(counts: Numbers) -> list[tuple[int, int, int]]:
    """Return blocks of edges, each from one turn to another of the first so many nodes.

    Nodes with more edges stand first, so the first edges of all nodes are a row, the second of
    those that have one, and so on. Rows of about one length are a block, to be added at once;
    where a row ends early it is filled up with zeros.
    """
    ends = np.unique(counts)
    bounds: list[tuple[int, int, int]] = []
    begin = filled = 0
    for end, nodes in zip(
        ends.tolist(), np.searchsorted(-counts, -ends, "right").tolist(), strict=True
    ):
        if bounds:
            filled += (bounds[-1][2] - nodes) * (end - begin)
        if bounds and filled <= _FILLED:
            bounds[-1] = bounds[-1][0], end, bounds[-1][2]
        else:
            bounds.append((begin, end, nodes))
            filled = 0
        begin = end
    return bounds


def _added(out: Floats, block: Floats) -> Call:
    """Return the call that adds all rows of a block."""
    if len(block) == 1:
        return np.add, (out, block[0], out)
    return _add_sum, (out, block)


def _add_sum(out: Floats, block: Floats) -> None:
    np.add(out, np.add.reduce(block, axis=0), out=out)
