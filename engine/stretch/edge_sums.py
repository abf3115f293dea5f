"""What a node's outgoing edges carry back, added up: for all nodes of a stretch at once."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.stretch.place import place_of

__all__ = ["EdgeSums"]

_WORTH = 80  # nodes for each block beyond the first; with fewer, sums of pieces are faster

Numbers = NDArray[np.intp]
Floats = NDArray[np.float64]


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
        counts = [len(edges) for edges in edges_of]
        filled = [edges or (zero,) for edges in edges_of]
        falling = counts == sorted(counts, reverse=True)
        if falling and _WORTH * (len(set(counts)) - 1) <= len(counts):
            first, *rest = _blocks(filled)
            self._alone = place_of(first[0]) if len(first) == 1 else None
            more = rest if self._alone is not None else [first, *rest]
            self._all = _joined([table.ravel() for table in more])
            self._shapes = [table.shape for table in more]
        else:
            self._all = _joined([np.array(edges, dtype=np.intp) for edges in filled])
            self._starts = np.cumsum([0, *map(len, filled)], dtype=np.intp)[:-1]
        self.room = len(self._all)

    def into(self, out: Floats, flows: Floats, scratch: Floats, seeds: Mapping[int, float]) -> None:
        """Write the derivatives to `out`; `scratch` has `room` for what is gathered."""
        gathered = scratch[: self.room]
        if self.room:
            flows.take(self._all, out=gathered, mode="clip")
        if self._starts is not None:
            np.add.reduceat(gathered, self._starts, out=out)
        else:
            self._add_blocks(out, flows, gathered)
        for number, column in self._seeded.items():
            out[column] += seeds.get(number, 0.0)

    def _add_blocks(self, out: Floats, flows: Floats, gathered: Floats) -> None:
        begun = self._alone is not None
        if isinstance(self._alone, slice):
            out[:] = flows[self._alone]
        elif self._alone is not None:
            flows.take(self._alone, out=out, mode="clip")
        at = 0
        for turns, nodes in self._shapes:
            end = at + turns * nodes
            block, part = gathered[at:end], out[:nodes]
            at = end
            if turns > 1:
                block = np.add.reduce(block.reshape(turns, nodes), axis=0)
            if begun:
                np.add(part, block, out=part)
            else:
                part[:] = block
                begun = True


def _blocks(edges_of: Sequence[Sequence[int]]) -> list[Numbers]:
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
    return [np.array(block, dtype=np.intp) for block in blocks]


def _joined(parts: Sequence[Numbers]) -> Numbers:
    return np.concatenate(parts) if parts else np.empty(0, dtype=np.intp)
