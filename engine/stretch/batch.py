"""A wide stretch: all nodes of one level that compute the same op, gathered and computed at once.

Its nodes lie side by side in the array of values, and so do its edges in the array of flows: one
row per port. What it reads from elsewhere is gathered into rows of its own, unless it can be read
where it stands.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from engine.ops import Op
from engine.stretch.place import (
    Call,
    Floats,
    Gathered,
    Numbers,
    Pattern,
    Place,
    gather,
    gather_all,
    place_of,
    steady_rows,
)
from engine.stretch.products import products_of
from engine.stretch.written import add_rows, written

__all__ = ["Arrays", "Batch"]

Rows = Sequence[Floats] | Floats  # each an array of as many entries as there are nodes
_AT_ONCE = 2048  # nodes; what more of them need on the way would not stay in the nearest cache
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
        self._passes_on = op.passes_on
        self._arrays = arrays
        self._kept: dict[int, Floats] = {}
        self._sources: Numbers | list[Place] = ins
        if op.passes_on and ports > _APART:
            self._forward: Callable[..., None] = add_rows
            self._parts = [self._sum(ins)]
            return
        products = products_of(op, ports) if ins.size <= _AT_ONCE else None
        if products is not None:
            self._forward, self._backward = products.forward, products.backward
            self._parts = [self._block(ins, flows)]
            return
        self._forward, self._backward, self._direct = written(op, ports)
        rows_in = [row.copy() for row in ins]  # each by itself: those with a pattern are not kept
        self._sources = places = [place_of(row) for row in rows_in]
        if not op.passes_on:
            loose = [port for port, place in enumerate(places) if not isinstance(place, Pattern)]
            rows = np.empty((len(loose), self.count))
            self._kept = dict(zip(loose, rows, strict=True))
        lengths = [p.length for p in places if isinstance(p, Pattern) and p.lines > 1]
        # how many nodes are a line: as those of a pattern, which is then read where it stands
        self._length = length = lengths[0] if lengths else self.count
        steady = all(self._stands(arrays.values, place) is not None for place in places)
        at_once = self.count if steady and self._direct else length * max(1, _AT_ONCE // length)
        self._width = width = min(self.count, at_once)
        table = flows.reshape(-1, self.count)
        self._parts = [self._part(rows_in, table, k) for k in range(0, self.count, width)]

    def take_gradient(self, flows: Floats, edges: Numbers) -> None:
        """Take each node's derivative from the one edge that brings it, where it stands in `flows`.

        So it has not to be written for the nodes themselves.
        """
        parts, width = self._parts, self._width
        for at, part in enumerate(parts):
            count = part.values.size
            place = place_of(edges[at * width : at * width + count])
            gradient = self._stands(flows, place)
            if gradient is None:
                room = self._arrays.passing[len(part.rows) * width :][:count]
                part.again.append(gather(flows, place, room))
                gradient = self._lines(room)
            parts[at] = part._replace(gradient=gradient)

    def forward(self) -> None:
        """Compute all nodes."""
        of_rows = self._forward
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
        for part in self._parts:
            for function, arguments in part.again:
                function(*arguments)
            self._backward(part.flows, part.gradient, part.values, part.rows)

    def some(self, columns: Numbers) -> "SomeOfBatch":
        """Return the part of the batch that computes the nodes `columns` alone."""
        if isinstance(self._sources, list):
            rows = [p.at(columns) if isinstance(p, Pattern) else p[columns] for p in self._sources]
            ins = np.array(rows)
        else:
            ins = np.ascontiguousarray(self._sources[:, columns])
        places = self.values.start + columns
        kept = [(port, row, columns) for port, row in self._kept.items()]
        return SomeOfBatch(self._forward, self._arrays.values, places, ins, kept)

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

    def _block(self, ins: Numbers, flows: Floats) -> _Part:
        """Return all nodes, with what they read in one block of rows, fetched in one call."""
        self._width = self._length = self.count
        self._direct = True
        values, derivatives, _ = self._arrays
        rows = np.empty(ins.shape)
        self._kept = dict(enumerate(rows))
        own, gradient = values[self.values], derivatives[self.values]
        return _Part(
            [gather(values, ins, rows)], [], rows, (), own, gradient, flows.reshape(ins.shape)
        )

    def _part(self, ins: list[Numbers], flows: Floats, begin: int) -> _Part:
        """Return the nodes from `begin` on, as many as are computed at once."""
        values, derivatives, passing = self._arrays
        columns = slice(begin, min(begin + self._width, self.count))
        count = columns.stop - begin
        own = slice(self.values.start + begin, self.values.start + columns.stop)
        fetch: list[Gathered] = []
        again: list[Gathered] = []
        rows: list[Floats] = []
        for port, numbers in enumerate(ins):
            kept, place = self._kept.get(port), place_of(numbers[columns])
            standing = self._stands(values, place) if kept is None else None
            if standing is not None:
                rows.append(standing)
                continue
            room = passing[port * count :][:count] if kept is None else kept[columns]
            rows.append(self._lines(room))
            fetch.append(Gathered(place, room))
            if kept is None and not self._passes_on:
                again.append(fetch[-1])
        along = [self._lines(row[columns]) for row in flows]
        own_values, gradient = self._lines(values[own]), self._lines(derivatives[own])
        calls = gather_all(values, fetch), gather_all(values, again)
        return _Part(*calls, rows, (), own_values, gradient, along)

    def _stands(self, array: Floats, place: Place) -> Floats | None:
        """Return what is at a place, line by line, where it can be read as it stands.

        What an op makes on the way is read more than once: only slices are as quick then.
        """
        if not isinstance(place, Pattern) or place.along not in (0, 1):
            return None
        folded = place.folded(self._length)
        if folded is None or not (self._direct or place.is_slice):
            return None
        found = folded.of(array)
        return found[0] if folded.lines == 1 else found

    def _lines(self, row: Floats) -> Floats:
        """Return a row of nodes in lines."""
        return row.reshape(-1, self._length) if len(row) > self._length else row


class SomeOfBatch:
    """A few nodes of a batch, computed without the others."""

    def __init__(
        self,
        of_rows: Callable[..., None],
        values: Floats,
        places: Numbers,
        ins: Numbers,
        kept: list[tuple[int, Floats, Numbers]],
    ) -> None:
        """Take the nodes' places, those of their inputs, and where the whole batch keeps these."""
        self._of_rows, self._values = of_rows, values
        self._places, self._ins, self._kept = places, ins, kept
        self._own: Floats = np.empty(ins.shape)
        self._found: Floats = np.empty(len(places))

    def forward(self) -> None:
        """Compute the nodes; all others of the batch must have kept their inputs."""
        self._values.take(self._ins, out=self._own, mode="clip")
        for port, row, columns in self._kept:
            row[columns] = self._own[port]
        self._of_rows(self._own, self._found)
        self._values[self._places] = self._found
