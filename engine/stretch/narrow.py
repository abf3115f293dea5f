"""A narrow stretch between batches: its loop runs on a list of just what it needs."""

from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from engine.ops import Op
from engine.schedule import Schedule
from engine.stretch.batch import Arrays
from engine.stretch.loop import Loop, Steps, zeros
from engine.stretch.place import Floats, Numbers

__all__ = ["Narrow"]


class Narrow:
    """A loop over nodes that stand side by side in the array of values, and their edges too."""

    def __init__(
        self,
        plan: Schedule,
        numbers: list[int],
        place_of: Sequence[int],
        arrays: Arrays,
        flows: Floats,
    ) -> None:
        """Take the nodes, all nodes' places, and the derivatives along the edges, `flows`."""
        own = set(numbers)
        outside = sorted({k for n in numbers for k in plan.inputs[n]} - own)
        local = {number: k for k, number in enumerate([*outside, *numbers])}
        operations: list[Op | None] = [None] * len(local)
        inputs: list[tuple[int, ...]] = [()] * len(local)
        for number in numbers:
            k = local[number]
            operations[k] = plan.operations[number]
            inputs[k] = tuple([local[source] for source in plan.inputs[number]])
        first_edges = [0, *accumulate(map(len, inputs))]
        part = Schedule([], {}, operations, inputs, first_edges, {}, None)
        relevant = {local[n] for n in own.intersection(plan.relevant)}
        self._loop = Loop(part, [local[n] for n in numbers], relevant)
        self._outside: Numbers = np.array([place_of[n] for n in outside], dtype=np.intp)
        first = place_of[numbers[0]]
        self.values = slice(first, first + len(numbers))
        self.count = len(numbers)
        self._values, self._gradient = arrays.values, arrays.derivatives[self.values]
        self._flows = flows

    def forward(self, steps: Steps | None = None) -> None:
        """Compute all nodes, or those that `steps` were made for."""
        local = self._gathered()
        self._loop.forward(local, steps)
        self._values[self.values] = local[len(self._outside) :]

    def some(self, columns: Numbers) -> "SomeOfNarrow":
        """Return the part of the loop that computes the nodes `columns` alone."""
        return SomeOfNarrow(self, self._loop.some((len(self._outside) + columns).tolist()))

    def backward(self) -> None:
        """Set the derivatives along the edges, and complete the nodes' own.

        These hold what comes to the nodes from outside.
        """
        count = len(self._outside)
        derivatives = [0.0] * count + self._gradient.tolist()
        found = zeros(len(self._flows))
        self._loop.backward(self._gathered(), derivatives, found)
        self._flows[:] = found
        self._gradient[:] = derivatives[count:]

    def _gathered(self) -> list[float]:
        found: list[float] = self._values[self._outside].tolist()
        return found + self._values[self.values].tolist()  # type: ignore[no-any-return]


class SomeOfNarrow:
    """A few nodes of a narrow stretch, computed without the others."""

    def __init__(self, whole: Narrow, steps: Steps) -> None:
        self._whole, self._steps = whole, steps

    def forward(self) -> None:
        """Compute the nodes; all others of the stretch must have kept their inputs."""
        self._whole.forward(self._steps)
