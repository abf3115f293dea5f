"""The two parts of a program: scalars, which run in stretches, and arrays, node by node."""

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from engine.program.origins import Flags, are_finite, is_finite
from engine.progress import watched
from engine.schedule import Schedule
from engine.stretch import Batches, Loop, scalar_part
from engine.stretch.place import Floats, Numbers
from engine.value import Value

__all__ = ["Change", "Parts"]

_REMEMBERED = 32  # changes: of a large graph each is as large as what depends on it


class Change(NamedTuple):
    """What is to be computed: of the scalar part, None for all of it, and of all other nodes.

    `stale` are all of them where they are not all there is.
    """

    scalars: Any
    general: list[int]
    stale: list[int]


class Parts:
    """Which nodes are in which part, by what the leaves hold; what of both a change concerns.

    `scalars` are computed by `part`: a loop, or `batches`. `general` are the others, in order, of
    which those that the output depends on are gone through backward. `exported` are the scalars
    that arrays are made of, and the output.
    """

    def __init__(self, plan: Schedule, values: Sequence[Value | None]) -> None:
        self._plan = plan
        self.scalars = _scalars(plan, values)
        ops = [n for n, operation in enumerate(plan.operations) if operation is not None]
        self.general = [n for n in ops if n not in self.scalars]
        relevant = set(plan.relevant)
        self.general_back = [n for n in reversed(self.general) if n in relevant]
        self._arrays = [n for n in range(len(plan.names)) if n not in self.scalars]
        self.exported = {k for n in self.general for k in plan.inputs[n] if k in self.scalars}
        if plan.output in self.scalars:
            self.exported.add(plan.output)
        self.no_derivatives: list[Any] = [
            0.0 if number in self.scalars else None for number in range(len(plan.names))
        ]
        self.part = scalar_part(plan, sorted(self.scalars), self.exported)
        self.batches = self.part if isinstance(self.part, Batches) else None
        if self.batches is not None:
            for number in self.scalars:
                if plan.operations[number] is None:
                    self.batches.set_leaf(number, values[number])  # type: ignore[arg-type]
        # a loop over floats alone raises no warning that NumPy would have to be told to keep
        self.only_loop = self.part if isinstance(self.part, Loop) and not self.general else None
        self.everything = Change(None, self.general, [])
        self._changes: dict[frozenset[int], Change] = {}

    def change_of(self, leaves: frozenset[int]) -> Change:
        """Return what computes all that depends on `leaves`; the last ones are remembered.

        Of a node that is no leaf it is all behind it, without the node itself.
        """
        change = self._changes.pop(leaves, None)
        if change is None:
            behind = [self._plan.dependents(number) for number in leaves]
            # in order they are already where there is but one, of which most of a graph may depend
            stale = behind[0] if len(behind) == 1 else sorted(set().union(*behind))
            general = [k for k in stale if k not in self.scalars] if self.general else []
            leaf = all(self._plan.operations[number] is None for number in leaves)
            change = Change(self.part.some(stale, exactly=not leaf), general, stale)
            if len(self._changes) >= _REMEMBERED:
                del self._changes[next(iter(self._changes))]
        self._changes[leaves] = change
        return change

    def set_leaves(self, leaves: Numbers, numbers: Floats, values: list[Value | None]) -> None:
        """Give scalar leaves other values: in the batches, or in the list `values`."""
        if self.batches is not None:
            self.batches.set_leaves(leaves, numbers)
            return
        for number, value in zip(leaves.tolist(), numbers.tolist(), strict=True):
            values[number] = value

    def values_of(self, nodes: Numbers, values: Sequence[Value | None]) -> Floats:
        """Return the values of scalars: from the batches, or from the list `values`."""
        if self.batches is not None:
            return self.batches.values_of(nodes)
        return np.array([values[number] for number in nodes.tolist()], dtype=np.float64)

    def derivatives_of(self, nodes: Numbers, derivatives: Sequence[Value | None]) -> Floats:
        """Return the derivatives by scalars: from the batches, or from the list `derivatives`."""
        if self.batches is not None:
            return self.batches.derivatives_of(nodes)
        return np.array([derivatives[number] for number in nodes.tolist()], dtype=np.float64)

    def evaluate_scalars(self, values: list[Value | None], some: Any) -> None:
        """Compute the scalars, or `some` of them, and write those that arrays need to `values`."""
        if isinstance(self.part, Loop):
            self.part.forward(values, some)
            return
        self.part.forward(some)
        for number in self.exported:
            values[number] = self.part.value(number)

    def listed(self, values: Sequence[Value | None]) -> list[Value | None]:
        """Return the values of all nodes: from the batches, and from the list `values`."""
        if self.batches is not None and len(self.scalars) == len(values):
            return list(self.batches.values_of(np.arange(len(values))).tolist())
        found = list(values)
        if self.batches is not None:
            numbers = list(self.scalars)
            known = self.batches.values_of(np.array(numbers, dtype=np.intp)).tolist()
            for number, value in zip(numbers, known, strict=True):
                found[number] = value
        return found

    def bumped(
        self, values: Sequence[Value | None], number: int, moved: float
    ) -> dict[int, Value] | None:
        """Return what a scalar's other value makes of it and of all that depends on it.

        `values` are those of all nodes, and the program's; they stay as they are. None where arrays
        depend on it.
        """
        change = self.change_of(frozenset([number]))
        if change.general or number not in self.scalars:
            return None
        concerned = [number, *change.stale]
        if isinstance(self.part, Loop):
            after: list[Any] = list(values)
            after[number] = moved
            self.part.forward(after, change.scalars)
            return {k: after[k] for k in concerned}
        part, before = self.part, self.part.value(number)
        with np.errstate(all="ignore"):
            part.set_leaf(number, moved)
            part.forward(change.scalars)
            found = part.values_of(np.array(concerned, dtype=np.intp)).tolist()
            part.set_leaf(number, before)
            part.forward(change.scalars)  # what is kept for the way back, too, is as before
        return dict(zip(concerned, found, strict=True))

    def keep(self, values: list[Value | None], *, computed: bool) -> None:
        """Write to the list `values` what batches hold: leaves, and nodes that were computed."""
        if self.batches is not None:
            for number in self.scalars:
                if computed or self._plan.operations[number] is None:
                    values[number] = self.batches.value(number)

    def all_finite(self, values: Sequence[Value | None]) -> bool:
        """Tell at once, where all nodes are scalars, that all are finite; False where in doubt."""
        if self._arrays:
            return False
        if self.batches is not None:
            return self.batches.all_finite()
        return math.isfinite(sum(values))  # type: ignore[arg-type]  # it may overflow: in doubt

    def derivatives_finite(self, derivatives: Sequence[Value | None]) -> bool:
        """Tell at once that what flows back is finite all over; False where in doubt.

        It is where every node's derivative is: each edge's is a term of one of these.
        """
        if self.batches is not None:
            arrays = (derivatives[number] for number in self._arrays)
            return self.batches.flows_finite() and all(map(is_finite, arrays))
        if not self._arrays:
            return math.isfinite(sum(derivatives))  # type: ignore[arg-type]  # as in `all_finite`
        return all(map(is_finite, derivatives))

    def derivative_flags(
        self, derivatives: Sequence[Value | None], edges: Sequence[Value | None]
    ) -> tuple[Flags, Flags]:
        """Tell of each node and of each edge whether its derivative is finite."""
        if self.batches is None:
            return are_finite(derivatives), are_finite(edges)
        of_nodes = np.ones(len(derivatives), dtype=np.bool_)
        of_nodes[self._arrays] = are_finite([derivatives[number] for number in self._arrays])
        of_edges = np.ones(self._plan.first_edges[-1], dtype=np.bool_)
        if self.general:  # else no edge is outside the batches
            of_edges[:] = are_finite(edges)
        self.batches.mark_finite(of_nodes, of_edges)
        return of_nodes, of_edges


def _scalars(plan: Schedule, values: Sequence[Value | None]) -> set[int]:
    """Return the nodes that are single numbers, as all that they depend on."""
    scalars: set[int] = set()
    for number, operation in enumerate(watched(plan.operations, 0.5, 0.6)):
        if operation is None:
            if isinstance(values[number], float):
                scalars.add(number)
        elif operation.elementwise and scalars.issuperset(plan.inputs[number]):
            scalars.add(number)
    return scalars
