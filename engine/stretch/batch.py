"""A wide stretch: all nodes of one level that compute the same op, gathered and computed at once.

Its nodes lie side by side in the array of values, and so do its edges in the array of flows: one
row per port. What it reads from elsewhere is gathered into rows of its own.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.ops import ARRAY, Op
from engine.stretch.place import Place, place_of

__all__ = ["Batch", "Floats", "Numbers"]

Numbers = NDArray[np.intp]
Floats = NDArray[np.float64]
_APART = 2  # ports up to which each row is gathered by itself, where one needs no gathering


class Batch:
    """Nodes of one level that compute the same op; node k stands at `first + k`."""

    def __init__(self, op: Op, first: int, ins: Numbers, rows: Floats) -> None:
        """Take the places of the inputs, `ins`, a row for each port and a column for each node.

        `rows`, as large, takes the inputs themselves; the backward pass finds them there unless
        the op passes its derivative on without a look at them.
        """
        ports, count = ins.shape
        self.values = slice(first, first + count)
        self.count = count
        self._op = op
        self._ins = ins
        self._rows = rows
        places = [place_of(row) for row in ins] if ports <= _APART else []
        apart = any(isinstance(place, slice) for place in places)
        self._places: Sequence[Place] = places if apart else ()

    def forward(self, values: Floats) -> None:
        """Compute all nodes."""
        if not self._places:
            values.take(self._ins, out=self._rows, mode="clip")
        for row, place in zip(self._rows, self._places, strict=False):
            if isinstance(place, slice):
                row[:] = values[place]
            else:
                values.take(place, out=row, mode="clip")
        values[self.values] = self._op.of_rows(self._rows)

    def some(self, columns: Numbers) -> "SomeOfBatch":
        """Return the part of the batch that computes the nodes `columns` alone."""
        keeps = None if self._op.passes_on else self._rows
        return SomeOfBatch(
            self._op, self.values.start + columns, self._ins[:, columns], keeps, columns
        )

    def backward(self, values: Floats, gradient: Floats, flows: Floats) -> None:
        """Set `flows`, the derivatives along the edges, from `gradient`, those of the nodes.

        The inputs are those that the last forward pass gathered.
        """
        back = self._op.vjp(ARRAY, gradient, values[self.values], *self._rows)
        for row, flow in zip(flows.reshape(self._ins.shape), back, strict=True):
            row[:] = flow


class SomeOfBatch:
    """A few nodes of a batch, computed without the others."""

    def __init__(
        self, op: Op, places: Numbers, ins: Numbers, rows: Floats | None, columns: Numbers
    ) -> None:
        self._op = op
        self._places = places
        self._ins = np.ascontiguousarray(ins)
        self._own: Floats = np.empty(ins.shape)
        self._rows, self._columns = rows, columns

    def forward(self, values: Floats) -> None:
        """Compute the nodes; all others of the batch must have kept their inputs."""
        values.take(self._ins, out=self._own, mode="clip")
        if self._rows is not None:
            for row, own in zip(self._rows, self._own, strict=True):
                row[self._columns] = own
        values[self._places] = self._op.of_rows(self._own)
