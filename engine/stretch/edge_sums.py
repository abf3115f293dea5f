"""What a node's outgoing edges carry back, added up: for all nodes of a stretch at once."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from engine.stretch.place import Call, Floats, Numbers, Pattern, Place, gather, pattern_of, place_of

__all__ = ["EdgeSums"]

_FILLED = 400  # zeros that are added in the time of one more call
# What adding takes, in ns: a call, and how many of them a block of several rows takes; a call that
# adds one by one, and how much longer each edge takes there than in a row, and each in pieces.
_CALL, _CALLS_OF_BLOCK = 450, 5
_CALL_ONE_BY_ONE, _ONE, _PIECE = 1000, 1.2, 2.0


class _Block(NamedTuple):
    """The edges from turn `begin` to before `end` of the first so many nodes."""

    begin: int
    end: int
    nodes: int

    @property
    def calls(self) -> int:
        """Return in the time of how many calls the block is added to those before."""
        return 1 if self.end - self.begin == 1 else _CALLS_OF_BLOCK


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
        self._starts: Numbers | None = None
        self._alone: Place | None = None
        self._tables: list[Numbers | Pattern] = []
        # what is added last, one by one: to which nodes, and which edges
        self._last = self._last_edges = np.empty(0, dtype=np.intp)
        found = _blocks(counts) if len(counts) and (counts[1:] <= counts[:-1]).all() else None
        if found is not None and sum(b.calls for b in found[0][1:]) * _CALL <= _PIECE * len(edges):
            self._take(*found, edges, starts, zero)
        elif len(counts):
            self._tables, self._starts = [edges[None]], starts

    def _take(
        self, blocks: list[_Block], sizes: Numbers, edges: Numbers, starts: Numbers, zero: int
    ) -> None:
        """Take the edges in blocks, and those left one by one; a node's begin at its `starts`."""
        counts = np.append(starts[1:], len(edges)) - starts
        for begin, end, nodes in blocks:
            turns = np.arange(begin, end)[:, None]
            at = np.minimum(starts[:nodes] + turns, len(edges) - 1)
            table = np.where(counts[:nodes] > turns, edges[at], zero)
            if end == 1:
                self._alone = place_of(table[0])
            else:
                self._tables.append(pattern_of(table) or table)
        last = blocks[-1].end
        if last < len(sizes):
            self._last = np.concatenate([np.arange(nodes) for nodes in sizes[last:]])
            turns = np.repeat(np.arange(last, len(sizes)), sizes[last:])
            self._last_edges = edges[starts[self._last] + turns]

    @property
    def room(self) -> int:
        """Return how many edges are gathered before they are added."""
        tables = [table for table in self._tables if not isinstance(table, Pattern)]
        return sum(table.size for table in tables) + self._last.size

    def bind(self, out: Floats, flows: Floats, scratch: Floats) -> None:
        """Choose where the derivatives go and where the edges stand; `scratch` has `room`."""
        self._out = out
        tables = [table for table in self._tables if not isinstance(table, Pattern)]
        if self.room:
            places = np.concatenate([*[table.ravel() for table in tables], self._last_edges])
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
        if self._last.size:
            self._calls.append((np.add.at, (out, self._last, scratch[at : at + self._last.size])))
        self._tables, self.only = [], None

    def into(self, seeds: Mapping[int, float]) -> None:
        """Write the derivatives, with what `seeds` says comes to some nodes from elsewhere."""
        for function, arguments in self._calls:
            function(*arguments)
        for number, column in self._seeded.items():
            self._out[column] += seeds.get(number, 0.0)


def _blocks(counts: Numbers) -> tuple[list[_Block], Numbers]:
    """Return blocks of edges, and how many nodes have an edge at each turn.

    Nodes with more edges stand first, so the first edges of all nodes are a row, the second of
    those that have one, and so on. Rows of about one length are a block, to be added at once;
    where a row ends early it is filled up with zeros. Of the last rows, which few nodes have, so
    few edges may be left that they are added one by one: they are in no block.
    """
    ends = np.flatnonzero(np.bincount(counts))  # np.unique loads masked arrays at first
    sizes = np.searchsorted(-counts, -np.arange(ends[-1]), "left")
    joined: list[_Block] = []
    begin = filled = 0
    for end, nodes in zip(ends.tolist(), sizes[ends - 1].tolist(), strict=True):
        if joined:
            filled += (joined[-1].nodes - nodes) * (end - begin)
        if joined and filled <= _FILLED:
            joined[-1] = joined[-1]._replace(end=end)
        else:
            joined.append(_Block(begin, end, nodes))
            filled = 0
        begin = end
    blocks = joined[:1]
    for block in joined[1:]:
        few = block.end - block.begin <= _CALLS_OF_BLOCK
        turns = range(block.begin, block.end)
        blocks += [_Block(k, k + 1, int(sizes[k])) for k in turns] if few else [block]
    return blocks[: _with_rows(blocks, sizes)], sizes


def _with_rows(blocks: list[_Block], sizes: Numbers) -> int:
    """Return how many blocks to add as such, the others' edges being added faster one by one."""
    left: Numbers = np.append(np.cumsum(sizes[::-1])[::-1], 0)
    gains = [0.0]
    calls = 0
    for block in reversed(blocks[1:]):
        calls += block.calls
        gains.append(_CALL * calls - _CALL_ONE_BY_ONE - _ONE * float(left[block.begin]))
    return len(blocks) - gains.index(max(gains))


def _added(out: Floats, block: Floats) -> Call:
    """Return the call that adds all rows of a block."""
    if len(block) == 1:
        return np.add, (out, block[0], out)
    return _add_sum, (out, block)


def _add_sum(out: Floats, block: Floats) -> None:
    np.add(out, np.add.reduce(block, axis=0), out=out)
