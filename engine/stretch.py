"""The scalar part of a program, in stretches: wide levels as batches, the rest as a plain loop.

A node is scalar when it and all it depends on are single numbers. NumPy costs about a microsecond a
call, so it pays where many nodes of one level compute the same op; a chain or a small graph is
faster as a loop over Python floats. Both run the same op definitions.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.expression import Name
from engine.ops import ARRAY, SCALAR, Op
from engine.schedule import Schedule

__all__ = ["Batches", "Loop", "scalar_part"]

WIDE = 48  # nodes of one op on one level from which a batch is faster than the loop

Numbers = NDArray[np.intp]
Floats = NDArray[np.float64]

_MANY = -2  # stands for the second input of an op with more than two
_NONE = -1  # stands for it of an op with one


class Loop:
    """Scalar nodes computed one by one, in order, on lists of floats."""

    def __init__(self, plan: Schedule, numbers: Sequence[int]) -> None:
        self._forward: dict[int, tuple[int, Any, Any, int]] = {}
        self._backward: list[tuple[Any, ...]] = []
        relevant = set(plan.relevant)
        for number in numbers:
            operation, sources = plan.operations[number], plan.inputs[number]
            if operation is None:
                continue
            first, second = _split(sources)
            self._forward[number] = (number, operation.forward, first, second)
            if number in relevant:
                edges = _split(plan.edges_in[number])
                self._backward.append((number, operation.vjp, first, second, *edges))
        self._backward.reverse()
        self._all = list(self._forward.values())

    def forward(self, values: list[Any], stale: Iterable[int] | None) -> None:
        """Compute all nodes, or those of `stale`, into `values`."""
        steps: Iterable[tuple[int, Any, Any, int]] = self._all
        if stale is not None:
            steps = [self._forward[number] for number in stale if number in self._forward]
        for number, forward, first, second in steps:
            if second >= 0:
                values[number] = forward(SCALAR, values[first], values[second])
            elif second == _NONE:
                values[number] = forward(SCALAR, values[first])
            else:
                values[number] = forward(SCALAR, *[values[k] for k in first])

    def backward(self, values: list[Any], derivatives: list[Any], edges: list[Any]) -> None:
        """Add to the derivatives of all inputs, and set those along the edges."""
        for number, vjp, first, second, edge, other in self._backward:
            gradient = derivatives[number]
            if second >= 0:
                a, b = vjp(SCALAR, gradient, values[number], values[first], values[second])
                edges[edge], edges[other] = a, b
                derivatives[first] += a
                derivatives[second] += b
            elif second == _NONE:
                (a,) = vjp(SCALAR, gradient, values[number], values[first])
                edges[edge] = a
                derivatives[first] += a
            else:
                inputs = [values[k] for k in first]
                back = vjp(SCALAR, gradient, values[number], *inputs)
                for source, into, flow in zip(first, edge, back, strict=True):
                    edges[into] = flow
                    derivatives[source] += flow


class _Batch:
    """All nodes of one level that compute the same op: gathered, computed, scattered at once."""

    def __init__(self, plan: Schedule, numbers: list[int]) -> None:
        self.operation: Op = plan.operations[numbers[0]]  # type: ignore[assignment]
        self.outs: Numbers = np.array(numbers, dtype=np.intp)
        self.ins: Numbers = np.array([plan.inputs[n] for n in numbers], dtype=np.intp).T.copy()
        self.edges: Numbers = np.array([plan.edges_in[n] for n in numbers], dtype=np.intp).T.copy()
        self._targets, self._place = np.unique(self.ins, return_inverse=True)
        self._distinct = len(self._targets) == self.ins.size

    def forward(self, values: Floats, columns: Numbers | None = None) -> None:
        """Compute all nodes, or the `columns` among them."""
        outs, ins = self.outs, self.ins
        if columns is not None:
            outs, ins = outs[columns], ins[:, columns]
        values[outs] = self.operation.forward(ARRAY, *values[ins])

    def backward(self, values: Floats, derivatives: Floats, edges: Floats) -> None:
        """Add to the inputs' derivatives; several edges of one input are summed in order."""
        back = self.operation.vjp(
            ARRAY, derivatives[self.outs], values[self.outs], *values[self.ins]
        )
        flows = np.empty(self.ins.shape)
        for row, flow in zip(flows, back, strict=True):
            row[:] = flow
        edges[self.edges] = flows
        if self._distinct:
            derivatives[self.ins] += flows
        else:
            sums = np.bincount(
                self._place.ravel(), weights=flows.ravel(), minlength=len(self._targets)
            )
            derivatives[self._targets] += sums


class _Narrow:
    """A narrow stretch between batches: its loop runs on a list of just what it needs."""

    def __init__(self, plan: Schedule, numbers: list[int]) -> None:
        own = set(numbers)
        outside = {k for n in numbers for k in plan.inputs[n]} - own
        self._numbers: Numbers = np.array([*sorted(outside), *numbers], dtype=np.intp)
        place = {number: k for k, number in enumerate(self._numbers.tolist())}
        self._outside = len(outside)
        relevant = set(plan.relevant)
        edge_numbers: list[int] = []
        operations: list[Op | None] = [None] * len(self._numbers)
        inputs: list[tuple[int, ...]] = [()] * len(self._numbers)
        edges_in: list[tuple[int, ...]] = [()] * len(self._numbers)
        for number in numbers:
            k = place[number]
            operations[k] = plan.operations[number]
            inputs[k] = tuple(place[source] for source in plan.inputs[number])
            first = len(edge_numbers)
            edge_numbers += plan.edges_in[number]
            edges_in[k] = tuple(range(first, len(edge_numbers)))
        self._edges: Numbers = np.array(edge_numbers, dtype=np.intp)
        self._place = place
        local = Schedule([], {}, operations, inputs, edges_in, {}, {}, None)
        object.__setattr__(local, "relevant", [place[n] for n in numbers if n in relevant])
        self._loop = Loop(local, [place[n] for n in numbers])

    def forward(self, values: Floats, stale: list[int] | None = None) -> None:
        """Compute all nodes, or the numbers `stale` among them."""
        local = values[self._numbers].tolist()
        self._loop.forward(local, None if stale is None else [self._place[n] for n in stale])
        values[self._numbers[self._outside :]] = local[self._outside :]

    def backward(self, values: Floats, derivatives: Floats, edges: Floats) -> None:
        """Carry the derivatives back through the loop."""
        local_values = values[self._numbers].tolist()
        local = derivatives[self._numbers].tolist()
        local_edges = [0.0] * len(self._edges)
        self._loop.backward(local_values, local, local_edges)
        derivatives[self._numbers] = local
        edges[self._edges] = local_edges


class Batches:
    """Scalar nodes in stretches over arrays of values, derivatives and edge derivatives."""

    def __init__(self, plan: Schedule, stretches: list[list[int]], wide: list[bool]) -> None:
        self._plan = plan
        relevant = set(plan.relevant)
        self._steps: list[_Batch | _Narrow] = []
        self._back: list[_Batch | _Narrow] = []
        self._where: dict[int, tuple[int, int]] = {}
        for numbers, is_wide in zip(stretches, wide, strict=True):
            kind = _Batch if is_wide else _Narrow
            step = kind(plan, numbers)
            for column, number in enumerate(numbers):
                self._where[number] = (len(self._steps), column)
            self._steps.append(step)
            kept = [number for number in numbers if number in relevant]
            if kept:
                self._back.append(step if len(kept) == len(numbers) else kind(plan, kept))
        self._back.reverse()
        self.values: Floats = np.full(len(plan.names), np.nan)
        self.derivatives: Floats = np.zeros(len(plan.names))
        self.edges: Floats = np.zeros(len(plan.edge_numbers))

    def forward(self, stale: Iterable[int] | None) -> None:
        """Compute all nodes, or those of `stale`."""
        if stale is None:
            for step in self._steps:
                step.forward(self.values)
            return
        chosen: dict[int, list[tuple[int, int]]] = {}
        for number in stale:
            if number in self._where:
                step_number, column = self._where[number]
                chosen.setdefault(step_number, []).append((column, number))
        for step_number in sorted(chosen):
            step, pairs = self._steps[step_number], chosen[step_number]
            if isinstance(step, _Batch):
                step.forward(self.values, np.array([c for c, _ in pairs], dtype=np.intp))
            else:
                step.forward(self.values, [n for _, n in pairs])

    def backward(self, seeds: dict[int, float]) -> None:
        """Take the derivatives, beginning with what `seeds` says of some nodes."""
        derivatives, edges = np.zeros_like(self.derivatives), np.zeros_like(self.edges)
        for number, seed in seeds.items():
            derivatives[number] = seed
        for step in self._back:
            step.backward(self.values, derivatives, edges)
        self.derivatives, self.edges = derivatives, edges


def scalar_part(plan: Schedule, numbers: list[int]) -> Loop | Batches:
    """Return the scalar nodes `numbers`, inputs before what they feed, as loop or batches."""
    level: dict[int, int] = {}
    groups: dict[tuple[int, str, str, int], list[int]] = {}
    for number in numbers:
        operation, sources = plan.operations[number], plan.inputs[number]
        if operation is None:
            level[number] = 0
            continue
        level[number] = depth = 1 + max((level[k] for k in sources), default=0)
        key = (depth, operation.name, _alike(operation, len(sources)), len(sources))
        groups.setdefault(key, []).append(number)
    if not any(len(group) >= WIDE for group in groups.values()):
        return Loop(plan, numbers)
    stretches: list[list[int]] = []
    wide: list[bool] = []
    for key in sorted(groups, key=lambda key: (key[0], len(groups[key]) >= WIDE)):
        group = groups[key]
        if len(group) >= WIDE:
            stretches.append(group)
            wide.append(True)
        elif stretches and not wide[-1]:
            stretches[-1] += group
        else:
            stretches.append(list(group))
            wide.append(False)
    return Batches(plan, stretches, wide)


def _alike(operation: Op, count: int) -> str:
    """Return a text that is the same for ops that compute the same of their inputs."""
    if operation.name == "formula":  # by position: what its inputs are called does not matter
        return repr(operation.written(*(Name(str(port)) for port in range(count))))
    return repr([getattr(operation, key) for key in operation.attributes])


def _split(parts: tuple[int, ...]) -> tuple[Any, int]:
    """Return one or two parts as numbers, more as the whole tuple and a mark."""
    if len(parts) == 1:
        return parts[0], _NONE
    if len(parts) == 2:
        return parts[0], parts[1]
    return parts, _MANY
