"""One node, inner ones too, moved by ε: what becomes of all that depends on it.

This is how derivatives are found without the chain rule, and one sweep per node; what `check`
does with parameters, shown along the way.
"""

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np

from engine.errors import GraphError
from engine.language import noop, sentence
from engine.program.general import op_value
from engine.program.room import Room
from engine.schedule import Schedule
from engine.value import Value, with_moved_entry

__all__ = ["Bump", "bump"]


class Bump:
    """The values before and after `node`, or its entry `index`, was moved by `epsilon`.

    It does not change when the program runs again.
    """

    def __init__(
        self,
        plan: Schedule,
        before: Sequence[Value | None],
        after: dict[int, Value],
        node: str,
        epsilon: float,
        index: tuple[int, ...] | None,
    ) -> None:
        self.node, self.epsilon, self.index = node, epsilon, index
        self._plan, self._before, self._after = plan, before, after

    @cached_property
    def moved(self) -> tuple[str, ...]:
        """The node and, in their order, all that depend on it and have a value."""
        return tuple(self._plan.names[number] for number in self._after)

    def before(self, name: str) -> Value | None:
        """Return a node's value before, None where it has none."""
        return self._before[self._plan.number(name)]

    def after(self, name: str) -> Value | None:
        """Return a node's value after, None where it has none."""
        number = self._plan.number(name)
        return self._after.get(number, self._before[number])

    def slope(self) -> float | None:
        """Return ΔJ/ε for the output J, None where there is no output that is a number."""
        number = self._plan.output
        before = None if number is None else self._before[number]
        if number is None or not isinstance(before, float):
            return None
        after = self._after.get(number, before)
        with np.errstate(all="ignore"):
            return float((np.float64(after) - before) / self.epsilon)


def bump(
    plan: Schedule,
    values: Sequence[Value | None],
    name: str,
    epsilon: float,
    index: tuple[int, ...] | None,
    at_once: Callable[[Sequence[Value | None], int, float], dict[int, Value] | None],
) -> Bump:
    """Return what moving node `name` by `epsilon` does to `values`.

    `at_once` is asked first what a node's other number makes, at `values`, of it and of all that
    depends on it; it returns None where they are to be computed one by one.

    Raises GraphError for an `epsilon` that moves nothing, a node without a value, an array without
    the index of one of its entries, and ShapeError where the other value fits no op, as a class
    that is no whole number any more.
    """
    if not np.isfinite(epsilon) or epsilon == 0.0:
        said = noop("epsilon must be a number other than 0, not {epsilon}")
        raise GraphError(sentence(said, epsilon=f"{epsilon:g}"))
    number = plan.numbers[name]
    value = values[number]
    if value is None:
        raise GraphError(sentence("{name} has no value to bump", name=name), node=name)
    moved = with_moved_entry(value, name, index, epsilon)
    after = at_once(values, number, moved) if isinstance(moved, float) else None
    return Bump(plan, values, after or _swept(plan, values, number, moved), name, epsilon, index)


def _swept(
    plan: Schedule, values: Sequence[Value | None], number: int, moved: Value
) -> dict[int, Value]:
    """Return the values of a node that was moved and of all that depends on it, one by one."""
    after, room = {number: moved}, Room()
    with np.errstate(all="ignore"):
        for at in plan.dependents(number):
            operation = plan.operations[at]
            if operation is None or values[at] is None:
                continue
            inputs = [after.get(k, values[k]) for k in plan.inputs[at]]
            after[at] = op_value(operation, inputs, room, at, plan.names[at])
    return after
