"""A wide stretch: all nodes of one level that compute the same op, gathered and computed at once.

Its nodes lie side by side in the array of values, and so do its edges in the array of flows: one
row per port. What it reads from elsewhere is gathered into rows of its own, unless it can be read
where it stands.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from engine.ops import ARRAY, Op
from engine.stretch.place import (
    Call,
    Floats,
    Numbers,
    Pattern,
    Place,
    gather,
    place_of,
    steady_rows,
)

__all__ = ["Arrays", "Batch"]

Rows = Sequence[Floats] | Floats  # each an array of as many entries as there are nodes
_AT_ONCE = 16384  # nodes; what more of them need on the way would not stay in the cache
_APART = 2  # ports up to which a sum is no block of rows
_LATER = 4  # rows that may be added to a block one by one


class Arrays(NamedTuple):
    """What all stretches share: values and derivatives by place, and a passing batch's inputs."""

    values: Floats
    derivatives: Floats
    passing: Floats


class _Part(NamedTuple):
    """Some nodes of a batch: how their inputs are fetched, and the rows where they are then.

    `again` fetches for the backward pass what others have overwritten since; `more` rows are added
    to those before, by a sum.
    """

    fetch: list[Call]
    again: list[Call]
    rows: Rows
    more: Rows
    values: Floats
    gradient: Floats
    flows: Rows


class Batch:
    """Nodes of one level that compute the same op; node k stands at `first + k`."""

    def __init__(self, op: Op, first: int, ins: Numbers, arrays: Arrays, flows: Floats) -> None:
        """Take the places of the inputs, `ins`, a row for each port and a column for each node.

        `flows` are the derivatives along the edges, empty where the op passes its own on.
        """
        ports, self.count = ins.shape
        self.values = slice(first, first + self.count)
        self._op = op
        self._arrays = arrays
        self._kept: dict[int, Floats] = {}
        self._sources: Numbers | list[Place] = ins
        if op.passes_on and ports > _APART:
            self._parts = [self._sum(ins)]
            return
        rows_in = [row.copy() for row in ins]  # each by itself: those with a pattern are not kept
        self._sources = places = [place_of(row) for row in rows_in]
        if not op.passes_on:
            loose = [port for port, place in enumerate(places) if not isinstance(place, Pattern)]
            rows = np.empty((len(loose), self.count))
            self._kept = dict(zip(loose, rows, strict=True))
        lengths = [p.length for p in places if isinstance(p, Pattern) and p.lines > 1]
        length = lengths[0] if lengths else 1
        self._width = width = min(self.count, length * max(1, _AT_ONCE // length))
        table = flows.reshape(-1, self.count)
        self._parts = [self._part(rows_in, table, k, width) for k in range(0, self.count, width)]

    def take_gradient(self, flows: Floats, edges: Numbers) -> None:
        """Take each node's derivative from the one edge that brings it, where it stands in `flows`.

        So it has not to be written for the nodes themselves.
        """
        parts, width = self._parts, self._width
        for at, part in enumerate(parts):
            room = self._arrays.passing[len(part.rows) * width :][: len(part.values)]
            place = place_of(edges[at * width : at * width + len(room)])
            again = [*part.again, gather(flows, place, room)]
            parts[at] = part._replace(again=again, gradient=room)

    def forward(self) -> None:
        """Compute all nodes."""
        of_rows = self._op.of_rows
        for part in self._parts:
            for function, arguments in part.fetch:
                function(*arguments)
            of_rows(part.rows, part.values)
            for row in part.more:
                of_rows((part.values, row), part.values)

    def backward(self) -> None:
        """Set the derivatives along the edges from those of the nodes.

        The inputs are those that the last forward pass fetched.
        """
        vjp = self._op.vjp
        for part in self._parts:
            for function, arguments in part.again:
                function(*arguments)
            back = vjp(ARRAY, part.gradient, part.values, *part.rows)
            for flows, flow in zip(part.flows, back, strict=True):
                flows[:] = flow

    def some(self, columns: Numbers) -> "SomeOfBatch":
        """Return the part of the batch that computes the nodes `columns` alone."""
        if isinstance(self._sources, list):
            rows = [p.at(columns) if isinstance(p, Pattern) else p[columns] for p in self._sources]
            ins = np.array(rows)
        else:
            ins = np.ascontiguousarray(self._sources[:, columns])
        places = self.values.start + columns
        kept = [(port, row, columns) for port, row in self._kept.items()]
        return SomeOfBatch(self._op, self._arrays.values, places, ins, kept)

    def _sum(self, ins: Numbers) -> _Part:
        """Return all nodes of a sum of many; rows that lie like a block are read as one."""
        values, _, passing = self._arrays
        own = values[self.values]
        block = steady_rows(ins)
        if block is None or len(ins) - block.lines > _LATER:
            rows = passing[: ins.size].reshape(ins.shape)
            return _Part([gather(values, ins, rows)], [], rows, (), own, own, ())
        more = passing[: ins[block.lines :].size].reshape(-1, self.count)
        fetch = [
            gather(values, place_of(row), to)
            for row, to in zip(ins[block.lines :], more, strict=True)
        ]
        return _Part(fetch, [], block.of(values), more, own, own, ())

    def _part(self, ins: list[Numbers], flows: Floats, begin: int, width: int) -> _Part:
        """Return the nodes from `begin` on, at most `width`."""
        values, derivatives, passing = self._arrays
        columns = slice(begin, min(begin + width, self.count))
        count = columns.stop - begin
        own = slice(self.values.start + begin, self.values.start + columns.stop)
        fetch: list[Call] = []
        again: list[Call] = []
        rows: list[Floats] = []
        for port, numbers in enumerate(ins):
            kept, place = self._kept.get(port), place_of(numbers[columns])
            if isinstance(place, Pattern) and place.is_slice and kept is None:
                rows.append(place.of(values)[0])
                continue
            room = passing[port * width :][:count] if kept is None else kept[columns]
            rows.append(room)
            fetch.append(gather(values, place, room))
            if kept is None and not self._op.passes_on:
                again.append(fetch[-1])
        return _Part(fetch, again, rows, (), values[own], derivatives[own], flows[:, columns])


class SomeOfBatch:
    """A few nodes of a batch, computed without the others."""

    def __init__(
        self,
        op: Op,
        values: Floats,
        places: Numbers,
        ins: Numbers,
        kept: list[tuple[int, Floats, Numbers]],
    ) -> None:
        """Take the nodes' places, those of their inputs, and where the whole batch keeps these."""
        self._op, self._values = op, values
        self._places, self._ins, self._kept = places, ins, kept
        self._own: Floats = np.empty(ins.shape)
        self._found: Floats = np.empty(len(places))

    def forward(self) -> None:
        """Compute the nodes; all others of the batch must have kept their inputs."""
        self._values.take(self._ins, out=self._own, mode="clip")
        for port, row, columns in self._kept:
            row[columns] = self._own[port]
        self._op.of_rows(self._own, self._found)
        self._values[self._places] = self._found
