"""Scalar nodes in stretches over one array of values and one of edge derivatives.

Every stretch's nodes have places side by side, and its edges too, so that what it writes is a
slice. Backward, each stretch first collects what its nodes' outgoing edges carry: nothing is
added to from several sides, and nothing has to be set to 0 before.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

import numpy as np

from engine.ops import Op
from engine.schedule import Schedule
from engine.stretch.batch import Batch, EdgeSums, Floats, Numbers
from engine.stretch.narrow import Narrow

__all__ = ["Batches"]

_FEW = 64  # nodes that are always computed one by one
_CHEAPER = 256  # how much less a node costs in a batch than picked out of it

Stretch = tuple[list[int], bool]  # the numbers of its nodes, and whether it is wide


class Batches:
    """The scalar part of a program, computed stretch by stretch."""

    def __init__(
        self, plan: Schedule, stretches: Sequence[Stretch], leaves: Sequence[int], seeded: set[int]
    ) -> None:
        """Take the stretches in order; `seeded` nodes may get a derivative from elsewhere too."""
        # lists while much is looked up, arrays for keeping: an eighth of the memory
        place, count = _places(plan, stretches, leaves)
        edge_place, first_edges = _edge_places(plan, stretches)
        self._place: Numbers = np.array(place, dtype=np.intp)
        self._edge_place: Numbers = np.array(edge_place, dtype=np.intp)
        self._firsts = [place[numbers[0]] for numbers, _ in stretches]
        self._steps: list[Batch | Narrow] = []
        for first, first_edge, (numbers, wide) in zip(
            self._firsts, first_edges, stretches, strict=False
        ):
            if wide:
                op: Op = plan.operations[numbers[0]]  # type: ignore[assignment]  # no leaf
                self._steps.append(Batch(op, first, _ins(plan, numbers, place), first_edge))
            else:
                self._steps.append(Narrow(plan, numbers, place, first_edge))
        self.values: Floats = np.full(count, np.nan)
        self._derivatives: Floats = np.zeros(count)
        # the last stays 0: what nodes without a way to the output take for their edges' derivative
        self._edges: Floats = np.zeros(first_edges[-1] + 1)
        outgoing = _outgoing(plan, stretches, edge_place)
        relevant = set(plan.relevant)
        self._back = [
            (step, self._collect(numbers, outgoing, first_edges[at + 1], seeded))
            for at, (step, (numbers, _)) in enumerate(zip(self._steps, stretches, strict=True))
            if not relevant.isdisjoint(numbers)
        ][::-1]
        # A leaf that feeds one port has the derivative of that edge; it is not written twice.
        self._alone: Numbers = np.full(len(place), -1, dtype=np.intp)
        shared = []
        for number in leaves:
            if number not in seeded and len(outgoing.get(number, ())) == 1:
                self._alone[number] = outgoing[number][0]
            else:
                shared.append(number)
        shared.sort(key=lambda number: -len(outgoing.get(number, ())))
        self._shared: Numbers = np.array([place[n] for n in shared], dtype=np.intp)
        self._collect_shared = self._collect(shared, outgoing, 0, seeded)

    def set_leaf(self, number: int, value: float) -> None:
        """Give a leaf its value."""
        self.values[self._place[number]] = value

    def value(self, number: int) -> float:
        """Return a node's value."""
        return float(self.values[self._place[number]])

    def all_finite(self) -> bool:
        """Tell whether no node's value is NaN or infinite."""
        return bool(np.isfinite(self.values).all())

    def derivative(self, number: int) -> float:
        """Return the output's derivative by a node."""
        edge = self._alone[number]
        if edge >= 0:
            return float(self._edges[edge])
        return float(self._derivatives[self._place[number]])

    def edge_derivative(self, number: int) -> float:
        """Return what flows back along the edge `number` of the schedule."""
        return float(self._edges[self._edge_place[number]])

    def forward(self, stale: Sequence[int] | None) -> None:
        """Compute all nodes, or those of `stale`; where these are many, all is quicker."""
        if stale is None or len(stale) > max(_FEW, len(self.values) // _CHEAPER):
            for step in self._steps:
                step.forward(self.values)
            return
        chosen: dict[int, list[int]] = {}
        for number in stale:
            place = int(self._place[number])
            if place >= self._firsts[0]:  # a node of ours, and no leaf
                at = bisect_right(self._firsts, place) - 1
                chosen.setdefault(at, []).append(place - self._firsts[at])
        for at in sorted(chosen):
            self._steps[at].forward_some(self.values, chosen[at])

    def backward(self, seeds: Mapping[int, float]) -> None:
        """Take the derivatives, with what `seeds` says comes to some nodes from elsewhere."""
        for step, collect in self._back:
            collected = collect(self._edges, seeds)
            found = step.backward(self.values, collected, self._edges)
            self._derivatives[step.values] = found
        self._derivatives[self._shared] = self._collect_shared(self._edges, seeds)

    def _collect(
        self, numbers: list[int], outgoing: Mapping[int, list[int]], after: int, seeded: set[int]
    ) -> EdgeSums:
        """Return what sums the nodes' edges, of those whose place is `after` or later.

        Edges before it lie inside the nodes' own stretch, which adds them itself.
        """
        edges = [[e for e in outgoing.get(n, ()) if e >= after] for n in numbers]
        columns = {number: k for k, number in enumerate(numbers) if number in seeded}
        return EdgeSums(edges, len(self._edges) - 1, columns)


def _ins(plan: Schedule, numbers: list[int], place: Sequence[int]) -> Numbers:
    """Return the places of the inputs of a batch's nodes, a row for each port."""
    ins = [[place[source] for source in plan.inputs[number]] for number in numbers]
    return np.array(ins, dtype=np.intp).T.copy()


def _outgoing(
    plan: Schedule, stretches: Sequence[Stretch], edge_place: Sequence[int]
) -> dict[int, list[int]]:
    """Return the places of each node's edges on a way to the output, the last used first."""
    ours = {number for numbers, _ in stretches for number in numbers}
    found: dict[int, list[int]] = {}
    for number in reversed(plan.relevant):
        if number in ours:
            for source, edge in zip(plan.inputs[number], plan.edges_into(number), strict=True):
                found.setdefault(source, []).append(edge_place[edge])
    return found


def _places(
    plan: Schedule, stretches: Sequence[Stretch], leaves: Sequence[int]
) -> tuple[list[int], int]:
    """Return each node's place, −1 for what is not scalar, and how many places there are.

    Leaves come first, in the order in which batches read them, then stretch by stretch: so the
    weights of a layer, say, are read as one slice.
    """
    order: dict[int, None] = {}
    known = set(leaves)
    for numbers, wide in stretches:
        if wide:
            for port in range(len(plan.inputs[numbers[0]])):
                sources = (plan.inputs[number][port] for number in numbers)
                order.update(dict.fromkeys(source for source in sources if source in known))
    order.update(dict.fromkeys(leaves))
    for numbers, _ in stretches:
        order.update(dict.fromkeys(numbers))
    place = [-1] * len(plan.names)
    for at, number in enumerate(order):
        place[number] = at
    return place, len(order)


def _edge_places(plan: Schedule, stretches: Sequence[Stretch]) -> tuple[list[int], list[int]]:
    """Return each edge's place, and where each stretch's edges begin and the last ends."""
    place = [-1] * plan.first_edges[-1]
    firsts = [0]
    for numbers, wide in stretches:
        if wide:  # a row for each port
            ports = zip(*[plan.edges_into(number) for number in numbers], strict=True)
            edges = [edge for row in ports for edge in row]
        else:
            edges = [edge for number in numbers for edge in plan.edges_into(number)]
        for k, edge in enumerate(edges, firsts[-1]):
            place[edge] = k
        firsts.append(firsts[-1] + len(edges))
    return place, firsts
