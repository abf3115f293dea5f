"""Forward mode: the derivatives of every node and edge by one leaf, in one sweep.

Where backpropagation finds one node's derivative by all leaves, this finds all nodes' derivatives
by one leaf; for p parameters it takes p sweeps, which is why backpropagation is what trains.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import isfinite
from typing import Any

import numpy as np

from engine.ops import ARRAY, SCALAR, Move, Moved, Op
from engine.program.origins import is_finite, value_origins
from engine.schedule import Schedule
from engine.value import Value, zero_like

__all__ = ["ForwardDerivatives", "push_forward"]

_NUMBER = frozenset({float})


class ForwardDerivatives:
    """What one sweep found: by `leaf`, or by its entry `index`, the derivative of everything.

    It does not change when the program runs again.
    """

    def __init__(
        self,
        plan: Schedule,
        values: Sequence[Value | None],
        found: tuple[Mapping[int, Value], Mapping[int, Value]],
        leaf: str,
        index: tuple[int, ...] | None,
    ) -> None:
        self.leaf = leaf
        self.index = index
        self._plan = plan
        self._values = values
        self._derivatives, self._edges = found

    def derivative(self, name: str) -> Value | None:
        """Return d(node)/d(leaf) in the node's shape, 0 where it does not depend on the leaf.

        None stands for a node without a value, in the program of an incomplete graph.
        """
        number = self._plan.number(name)
        return self._at(number, self._derivatives.get(number))

    def edge_derivative(self, source: str, target: str, port: int) -> Value | None:
        """Return the edge's share in its target's derivative: (∂target/∂port) · d(source)/d(leaf).

        The shares of all edges into a node add up to the node's derivative.
        """
        edge = self._plan.edge_number(source, target, port)
        return self._at(self._plan.numbers[target], self._edges.get(edge))

    @cached_property
    def origins(self) -> tuple[str, ...]:
        """The nodes where these derivatives cease to be finite while values are, in order."""
        of_nodes = self._derivatives
        if _NUMBER.issuperset(map(type, of_nodes.values())) and isfinite(sum(of_nodes.values())):
            return ()  # at once; where a sum of numbers overflows they are looked at one by one
        spoilt = (number for number, found in of_nodes.items() if not is_finite(found))
        plan = self._plan
        return tuple(
            plan.names[number]
            for number in value_origins(plan, spoilt)
            if all(is_finite(self._values[k]) for k in (number, *plan.inputs[number]))
        )

    def _at(self, number: int, found: Value | None) -> Value | None:
        value = self._values[number]
        if found is not None or value is None:
            return found
        return zero_like(value)


def push_forward(
    plan: Schedule, values: Sequence[Value | None], leaf: int, start: Value
) -> tuple[dict[int, Value], dict[int, Value]]:
    """Return, by number, the derivatives of the nodes that depend on `leaf`, and the edges' shares.

    `start` is the leaf's own. Nodes without a value, and what depends on them, are left out.
    """
    derivatives: dict[int, Value] = {leaf: start}
    edges: dict[int, Value] = {}
    # where not all entries of a node depend on the leaf's chosen one, which do
    moved: dict[int, Moved] = {leaf: start != 0} if isinstance(start, np.ndarray) else {}
    with np.errstate(all="ignore"):
        for number in plan.dependents(leaf):
            operation, value = plan.operations[number], values[number]
            if operation is None or value is None:
                continue
            sources = plan.inputs[number]
            inputs = [values[k] for k in sources]
            if _are_numbers(operation, inputs) and moved.keys().isdisjoint(sources):
                slopes = operation.vjp(SCALAR, 1.0, value, *inputs)
                edge = plan.first_edges[number]
                derivatives[number] = _sum_of_numbers(slopes, sources, derivatives, edges, edge)
                continue
            moves = [
                Move(derivatives[k], moved.get(k)) if k in derivatives else None for k in sources
            ]
            total: Value = zero_like(value)
            all_moved = np.zeros(np.shape(value), dtype=bool)
            found = _shares(operation, moves, value, inputs)
            for edge, each in zip(plan.edges_into(number), found, strict=True):
                if each is not None:
                    share, reached = each
                    edges[edge] = share
                    total = total + share
                    all_moved |= reached
            derivatives[number] = total
            if not all_moved.all():
                moved[number] = all_moved
    return derivatives, edges


def _are_numbers(operation: Op, inputs: Iterable[Value | None]) -> bool:
    return operation.elementwise and _NUMBER.issuperset(map(type, inputs))


def _sum_of_numbers(
    slopes: Sequence[Any],
    sources: Sequence[int],
    derivatives: Mapping[int, Any],
    edges: dict[int, Value],
    first: int,
) -> float:
    """Return what the shares of single numbers add up to, each noted from edge `first` on.

    They are those of `_shares`, in a tenth of the time: there may be a hundred thousand.
    """
    total = 0.0
    for edge, (slope, source) in enumerate(zip(slopes, sources, strict=True), first):
        if source in derivatives:
            edges[edge] = share = slope * derivatives[source]
            total += share
    return total


def _shares(
    operation: Op, moves: Sequence[Move | None], value: Value, inputs: Sequence[Value | None]
) -> Iterator[tuple[Value, Moved | np.bool_] | None]:
    """Yield each input's share in a node's derivative, and which entries have one.

    Both in the value's shape; None stands for an input that does not move.
    """
    maths = SCALAR if operation.in_numbers(inputs) else ARRAY
    shares: Sequence[Any] = operation.jvp(maths, moves, value, *inputs)
    for port, (move, share) in enumerate(zip(moves, shares, strict=True)):
        if move is None:
            yield None
            continue
        reached = np.True_ if move.moved is None else operation.reached(port, move.moved, *inputs)
        kept = share if move.moved is None else np.where(reached, share, 0.0)
        yield np.broadcast_to(kept, np.shape(value)) if np.ndim(value) else float(kept), reached
