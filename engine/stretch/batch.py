"""A wide stretch: all nodes of one level that compute the same op, gathered and computed at once.

Its nodes lie side by side in the array of values, and so do its edges in the array of edges: one
row per port. What it reads from elsewhere is gathered into rows of its own.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.ops import Op

__all__ = ["Batch", "EdgeSums", "Floats", "Numbers", "Place"]

Numbers = NDArray[np.intp]
Floats = NDArray[np.float64]
_MOST_BLOCKS = 24  # added whole; beyond, sums of pieces are faster
_APART = 2  # ports up to which each row is gathered by itself

Place = slice | Numbers  # of some numbers in an array


def _place(numbers: Numbers) -> Place:
    """Return the same numbers as a slice where they follow each other: that copies nothing."""
    first = int(numbers[0]) if len(numbers) else 0
    following = bool((numbers == np.arange(first, first + len(numbers))).all())
    return slice(first, first + len(numbers)) if following else numbers


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
        self._starts: Numbers | None = None
        self._blocks: list[Place] = []
        counts = [len(edges) for edges in edges_of]
        falling = counts == sorted(counts, reverse=True)
        if falling and len(set(counts)) <= _MOST_BLOCKS:
            self._blocks = _blocks([edges or (zero,) for edges in edges_of])
            return
        filled = [edges or (zero,) for edges in edges_of]
        self._all = np.array([edge for edges in filled for edge in edges], dtype=np.intp)
        self._starts = np.cumsum([0, *map(len, filled)], dtype=np.intp)[:-1]

    def __call__(self, edges: Floats, seeds: Mapping[int, float]) -> Floats:
        """Return the derivatives; they may be part of `edges`."""
        if self._starts is not None:
            found: Floats = np.add.reduceat(edges.take(self._all), self._starts)
        else:
            found = _sums(edges, self._blocks[0])
            if len(self._blocks) > 1:
                found = found.copy()
            for block in self._blocks[1:]:
                more = _sums(edges, block)
                found[: len(more)] += more
        if self._seeded:
            found = found.copy()
            for number, column in self._seeded.items():
                found[column] += seeds.get(number, 0.0)
        return found


def _blocks(edges_of: Sequence[Sequence[int]]) -> list[Place]:
    """Return the first edges of all nodes, the second of those that have one, and so on.

    Nodes with more edges stand first, so each is a row that begins at the first node; rows of one
    length are a block, to be added at once.
    """
    blocks: list[list[list[int]]] = []
    for turn in range(max(map(len, edges_of), default=1)):
        row = [edges[turn] for edges in edges_of if len(edges) > turn]
        if blocks and len(blocks[-1][0]) == len(row):
            blocks[-1].append(row)
        else:
            blocks.append([row])
    tables = [np.array(block, dtype=np.intp) for block in blocks]
    return [_place(table[0]) if len(table) == 1 else table for table in tables]


def _sums(edges: Floats, block: Place) -> Floats:
    if isinstance(block, slice):
        return edges[block]
    return edges.take(block) if block.ndim == 1 else np.add.reduce(edges.take(block), axis=0)


class Batch:
    """Nodes of one level that compute the same op; node k stands at `first + k`."""

    def __init__(self, op: Op, first: int, ins: Numbers, first_edge: int) -> None:
        """Take the places of the inputs, `ins`, a row for each port and a column for each node."""
        ports, count = ins.shape
        self.values = slice(first, first + count)
        self._op = op
        self._edges = slice(first_edge, first_edge + ins.size)
        self._ins = ins
        self._places = [_place(row) for row in ins] if ports <= _APART else []
        self._rows: Floats = np.empty(ins.shape)

    def forward(self, values: Floats) -> None:
        """Compute all nodes."""
        for row, place in zip(self._rows, self._places, strict=False):
            if isinstance(place, slice):
                row[:] = values[place]
            else:
                values.take(place, out=row, mode="clip")
        if not self._places:
            values.take(self._ins, out=self._rows, mode="clip")
        values[self.values] = self._op.of_rows(self._rows)

    def forward_some(self, values: Floats, columns: list[int]) -> None:
        """Compute the nodes `columns`; all others must have kept their inputs."""
        rows = values.take(self._ins[:, columns])
        self._rows[:, columns] = rows
        values[self.values.start + np.array(columns)] = self._op.of_rows(rows)

    def backward(self, values: Floats, gradient: Floats, edges: Floats) -> Floats:
        """Set the derivatives along the edges; return those of the nodes, `gradient`.

        The inputs are those that the last forward pass gathered.
        """
        back = self._op.vjp_of_rows(gradient, values[self.values], self._rows)
        rows = edges[self._edges].reshape(self._ins.shape)
        if len(back) < len(rows):  # one for all ports
            rows[:] = back[0]
            return gradient
        for row, flow in zip(rows, back, strict=True):
            row[:] = flow
        return gradient
