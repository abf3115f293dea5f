"""A narrow stretch between batches: its loop runs on a list of just what it needs."""

from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from engine.ops import Op
from engine.schedule import Schedule
from engine.stretch.batch import Floats, Numbers
from engine.stretch.loop import Loop, Steps, zeros

__all__ = ["Narrow"]


class Narrow:
    """A loop over nodes that stand side by side in the array of values, and their edges too."""

    def __init__(self, plan: Schedule, numbers: list[int], place_of: Sequence[int]) -> None:
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
        relevant = set(plan.relevant)
        part = Schedule([], {}, operations, inputs, first_edges, {}, None)
        object.__setattr__(part, "relevant", [local[n] for n in numbers if n in relevant])
        self._loop = Loop(part, [local[n] for n in numbers])
        self._outside: Numbers = np.array([place_of[n] for n in outside], dtype=np.intp)
        first = place_of[numbers[0]]
        self.values = slice(first, first + len(numbers))
        self.count = len(numbers)

    def forward(self, values: Floats) -> None:
        """Compute all nodes."""
        self._run(values, None)

    def some(self, columns: Numbers) -> "SomeOfNarrow":
        """Return the part of the loop that computes the nodes `columns` alone."""
        return SomeOfNarrow(self, self._loop.some((len(self._outside) + columns).tolist()))

    def backward(self, values: Floats, gradient: Floats, flows: Floats) -> None:
        """Set `flows`, the derivatives along the edges, and complete `gradient`, the nodes' own.

        It holds what comes to the nodes from outside.
        """
        count = len(self._outside)
        derivatives = [0.0] * count + gradient.tolist()
        found = zeros(len(flows))
        self._loop.backward(self._gathered(values), derivatives, found)
        flows[:] = found
        gradient[:] = derivatives[count:]

    def _run(self, values: Floats, steps: Steps | None) -> None:
        local = self._gathered(values)
        self._loop.forward(local, steps)
        values[self.values] = local[len(self._outside) :]

    def _gathered(self, values: Floats) -> list[float]:
        found: list[float] = values[self._outside].tolist()
        return found + values[self.values].tolist()  # type: ignore[no-any-return]


class SomeOfNarrow:
    """A few nodes of a narrow stretch, computed without the others."""

    def __init__(self, whole: Narrow, steps: Steps) -> None:
        self._whole, self._steps = whole, steps

    def forward(self, values: Floats) -> None:
        """Compute the nodes; all others of the stretch must have kept their inputs."""
        self._whole._run(values, self._steps)
