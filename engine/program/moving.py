"""The output as one entry after another of an array is moved, for all of its entries in turn."""

from collections.abc import Sequence

import numpy as np

from engine.program.general import computed
from engine.program.room import Room
from engine.schedule import Schedule
from engine.value import Array, Value, fixed

__all__ = ["Moving"]


class Moving:
    """What the output is with an entry of leaf number `leaf`, an array, moved.

    No move costs a copy of the array. `values` are those of all nodes; they stay as they are.
    """

    def __init__(self, plan: Schedule, values: Sequence[Value | None], leaf: int) -> None:
        self._plan = plan
        self._array: Array = np.array(values[leaf])
        self._values = list(values)
        self._values[leaf] = fixed(self._array.view())  # an op may give what it is given
        needed = set(plan.relevant)
        self._behind = [number for number in plan.dependents(leaf) if number in needed]
        self._room = Room()

    def output(self, index: tuple[int, ...], by: float) -> float:
        """Return the output's value with the entry `index` larger by `by`."""
        before = self._array[index]
        self._array[index] = before + by
        with np.errstate(all="ignore"):
            for number in self._behind:
                self._values[number] = computed(self._plan, number, self._values, self._room)
        self._array[index] = before
        return float(self._values[self._plan.output])  # type: ignore[index,arg-type]  # it has one
