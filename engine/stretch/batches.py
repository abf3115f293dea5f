"""Scalar nodes in stretches over one array of values and one of edge derivatives.

Every stretch's nodes have places side by side, and its edges too, so that what it writes is a
slice. Backward, each stretch first collects what its nodes' outgoing edges carry: nothing is
added to from several sides, and nothing has to be set to 0 before.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.ops import Op
from engine.schedule import Schedule
from engine.stretch.batch import Arrays, Batch, SomeOfBatch
from engine.stretch.edge_sums import EdgeSums
from engine.stretch.narrow import Narrow, SomeOfNarrow
from engine.stretch.place import Floats, Numbers

__all__ = ["Batches"]

Stretch = tuple[list[int], bool]  # the numbers of its nodes, and whether it is wide
Part = Batch | Narrow | SomeOfBatch | SomeOfNarrow


class _WayBack(NamedTuple):
    """A stretch with what sums its nodes' edges; None where its own edges need nothing more."""

    collect: EdgeSums
    step: Batch | Narrow | None


class Batches:
    """The scalar part of a program, computed stretch by stretch."""

    def __init__(
        self, plan: Schedule, stretches: Sequence[Stretch], leaves: Sequence[int], seeded: set[int]
    ) -> None:
        """Take the stretches in order; `seeded` nodes may get a derivative from elsewhere too."""
        # lists while much is looked up, arrays for keeping: an eighth of the memory
        place, count = _places(plan, stretches, leaves)
        edge_place, first_edges = _edge_places(plan, stretches, place)
        zero = first_edges[-1]
        self._place: Numbers = np.array(place, dtype=np.intp)
        self._edge_place: Numbers = np.array(edge_place, dtype=np.intp)
        self.values: Floats = np.full(count, np.nan)
        # What flows back: along the edges, then a 0 for nodes without a way to the output, then
        # out of the nodes, for edges that carry just that.
        self._flows: Floats = np.zeros(zero + 1 + count)
        self._derivatives = self._flows[zero + 1 :]
        self._firsts: Numbers = np.array([place[numbers[0]] for numbers, _ in stretches])
        self._arrays = Arrays(
            self.values, self._derivatives, np.empty(_most_inputs(plan, stretches))
        )
        flows = [self._flows[slice(*bounds)] for bounds in pairwise(first_edges)]
        self._steps = _steps(plan, stretches, place, self._arrays, flows)
        self._remember_ways_back(plan, stretches, leaves, seeded, edge_place, first_edges)

    def _remember_ways_back(
        self,
        plan: Schedule,
        stretches: Sequence[Stretch],
        leaves: Sequence[int],
        seeded: set[int],
        edge_place: Sequence[int],
        first_edges: Sequence[int],
    ) -> None:
        outgoing = _outgoing(plan, stretches, edge_place)
        zero = first_edges[-1]

        def sums(numbers: Sequence[int], after: int) -> EdgeSums:
            # edges before `after` lie inside the nodes' own stretch, which adds them itself
            edges = [[e for e in outgoing.get(n, ()) if e >= after] for n in numbers]
            columns = {number: k for k, number in enumerate(numbers) if number in seeded}
            return EdgeSums(edges, zero, columns)

        relevant = set(plan.relevant)
        # What has one edge has the derivative that it carries; it is not written twice.
        self._alone: Numbers = np.full(len(self._place), -1, dtype=np.intp)
        ways: list[tuple[EdgeSums, Floats, Batch | Narrow | None]] = []
        for at, (step, (numbers, _)) in enumerate(zip(self._steps, stretches, strict=True)):
            if not relevant.isdisjoint(numbers):
                collect = sums(numbers, first_edges[at + 1])
                own = first_edges[at] < first_edges[at + 1]
                if own and isinstance(step, Batch) and collect.only is not None:
                    step.take_gradient(self._flows, collect.only)
                    self._alone[numbers] = collect.only
                    collect = EdgeSums([], zero, {})
                ways.append((collect, self._derivatives[step.values], step if own else None))
        self._back = [_WayBack(collect, step) for collect, _, step in reversed(ways)]
        shared = self._remember_leaves(leaves, seeded, outgoing)
        self._collect_shared = sums(shared, 0)
        ways.append((self._collect_shared, self._of_shared, None))
        scratch: Floats = np.empty(max(collect.room for collect, _, _ in ways))
        for collect, out, _ in ways:
            collect.bind(out, self._flows, scratch)

    def _remember_leaves(
        self, leaves: Sequence[int], seeded: set[int], outgoing: Mapping[int, Sequence[int]]
    ) -> list[int]:
        """Return the leaves whose edges are to be added up, those with the most of them first."""
        alone = [n for n in leaves if n not in seeded and len(outgoing.get(n, ())) == 1]
        self._alone[alone] = [outgoing[number][0] for number in alone]
        shared = [n for n in leaves if self._alone[n] < 0]
        shared.sort(key=lambda number: -len(outgoing.get(number, ())))
        self._shared = self._place[shared]
        self._of_shared: Floats = np.empty(len(shared))
        return shared

    def set_leaf(self, number: int, value: float) -> None:
        """Give a leaf its value; one given to an op is that of all behind it, until it is set."""
        self.values[self._place[number]] = value

    def set_leaves(self, numbers: Numbers, values: Floats) -> None:
        """Give leaves their values."""
        self.values[self._place[numbers]] = values

    def values_of(self, numbers: Numbers) -> Floats:
        """Return nodes' values."""
        return self.values[self._place[numbers]]

    def derivatives_of(self, numbers: Numbers) -> Floats:
        """Return the output's derivatives by nodes."""
        edges = self._alone[numbers]
        own = self._flows.size - self._derivatives.size + self._place[numbers]
        return self._flows[np.where(edges >= 0, edges, own)]

    def value(self, number: int) -> float:
        """Return a node's value."""
        return float(self.values[self._place[number]])

    def all_finite(self) -> bool:
        """Tell whether no node's value is NaN or infinite."""
        return bool(np.isfinite(self.values).all())

    def flows_finite(self) -> bool:
        """Tell whether no derivative, of a node or along an edge, is NaN or infinite."""
        return bool(np.isfinite(self._flows).all())

    def mark_finite(self, nodes: NDArray[np.bool_], edges: NDArray[np.bool_]) -> None:
        """Write, by number, of each node of ours and each edge into one if what flows is finite."""
        own = np.flatnonzero(self._place >= 0)
        nodes[own] = np.isfinite(self.derivatives_of(own))
        own = np.flatnonzero(self._edge_place >= 0)
        edges[own] = np.isfinite(self._flows[self._edge_place[own]])

    def derivative(self, number: int) -> float:
        """Return the output's derivative by a node."""
        edge = self._alone[number]
        if edge >= 0:
            return float(self._flows[edge])
        return float(self._derivatives[self._place[number]])

    def edge_derivative(self, number: int) -> float:
        """Return what flows back along the edge `number` of the schedule."""
        return float(self._flows[self._edge_place[number]])

    def forward(self, some: Sequence[Part] | None) -> None:
        """Compute all nodes, or `some` of them."""
        for step in self._steps if some is None else some:
            step.forward()

    def some(self, stale: Sequence[int], *, exactly: bool = False) -> list[Part]:
        """Return what computes the nodes of `stale` alone; it costs as much as they are many.

        A stretch of which most is stale is computed whole, that is as quick, unless `exactly`
        these must be.
        """
        places = np.sort(self._place[stale])
        places = places[places >= self._firsts[0]]  # nodes of ours, and no leaves
        at = np.searchsorted(self._firsts, places, side="right") - 1
        parts: list[Part] = []
        for k in np.flatnonzero(np.bincount(at)).tolist():
            columns = places[at == k] - self._firsts[k]
            step = self._steps[k]
            whole = 2 * len(columns) > step.count and not exactly
            parts.append(step if whole else step.some(columns))
        return parts

    def backward(self, seeds: Mapping[int, float]) -> None:
        """Take the derivatives, with what `seeds` says comes to some nodes from elsewhere."""
        for collect, step in self._back:
            collect.into(seeds)
            if step is not None:
                step.backward()
        self._collect_shared.into(seeds)
        self._derivatives[self._shared] = self._of_shared


def _most_inputs(plan: Schedule, stretches: Sequence[Stretch]) -> int:
    """Return how many inputs the nodes of the largest batch have, and derivatives with them."""
    sizes = [len(nodes) * (1 + len(plan.inputs[nodes[0]])) for nodes, wide in stretches if wide]
    return max(sizes, default=0)


def _steps(
    plan: Schedule,
    stretches: Sequence[Stretch],
    place: Sequence[int],
    arrays: Arrays,
    flows: Sequence[Floats],
) -> list[Batch | Narrow]:
    """Return what computes each stretch."""
    steps: list[Batch | Narrow] = []
    for own, (numbers, wide) in zip(flows, stretches, strict=True):
        if wide:
            op: Op = plan.operations[numbers[0]]  # type: ignore[assignment]  # no leaf
            ins = _ins(plan, numbers, place)
            steps.append(Batch(op, place[numbers[0]], ins, arrays, own))
        else:
            steps.append(Narrow(plan, numbers, place, arrays, own))
    return steps


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


def _edge_places(
    plan: Schedule, stretches: Sequence[Stretch], node_place: Sequence[int]
) -> tuple[list[int], list[int]]:
    """Return each edge's place, and where each stretch's edges begin and the last ends.

    Edges that carry just their target's derivative have no place of their own, but that one.
    """
    place = [-1] * plan.first_edges[-1]
    firsts, passing = [0], list[int]()
    for numbers, wide in stretches:
        edges: list[int] = []
        op = plan.operations[numbers[0]]
        if wide and op is not None and op.passes_on:
            passing += numbers
        elif wide:  # a row for each port
            ports = zip(*[plan.edges_into(number) for number in numbers], strict=True)
            edges = [edge for row in ports for edge in row]
        else:
            edges = [edge for number in numbers for edge in plan.edges_into(number)]
        for k, edge in enumerate(edges, firsts[-1]):
            place[edge] = k
        firsts.append(firsts[-1] + len(edges))
    for number in passing:
        own = firsts[-1] + 1 + node_place[number]
        for edge in plan.edges_into(number):
            place[edge] = own
    return place, firsts
