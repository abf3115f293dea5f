"""Reverse mode once more, by hand: the oracle of graphs whose numbers are infinite, NaN or tied.

It shares nothing with the engine but the graph and the parser of formulas.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from tape_ops import OPS, Array, Back, Order

import engine
from engine.expression import Call, Expression, Name, Number, parse
from engine.reach import reached


@dataclass
class Tape:
    """What a graph's nodes and edges come to, in one order of sums and products."""

    graph: engine.Graph
    order: Order
    values: dict[str, Array] = field(default_factory=dict)
    derivatives: dict[str, Array] = field(default_factory=dict)
    edges: dict[engine.Edge, Array] = field(default_factory=dict)

    def run(self) -> "Tape":
        with np.errstate(all="ignore"):
            names = _in_order(self.graph)
            for name in names:
                self.values[name] = self.value(name, self.values)
            needed = reached(self.graph.network.pred, self.graph.output)
            for name in reversed(names):
                shape = self.values[name].shape
                self.derivatives[name] = self.derivative(name, self.edges, shape)
                flows = self.flows(name, self.values, self.derivatives) if name in needed else None
                for port, edge in enumerate(_edges_into(self.graph, name)):
                    zero = np.zeros(self.values[edge.source].shape)
                    self.edges[edge] = zero if flows is None else flows[port]
        return self

    def value(self, name: str, values: Any) -> Array:
        """Return a node's value from those of its inputs."""
        if self.graph.is_leaf(name):
            return np.asarray(self.graph.value(name), dtype=float)
        inputs = [np.asarray(values[source]) for source in self.graph.inputs(name)]
        return np.asarray(self._op(name, inputs)[0])

    def derivative(self, name: str, edges: Any, shape: tuple[int, ...]) -> Array:
        """Return a node's derivative from those of its edges; without any it is 0."""
        shares = [edges[edge] for edge in self.graph.consumers(name)]
        start = [np.ones(())] if name == self.graph.output else []
        terms = [*start, *(np.asarray(share) for share in shares)]
        return self.order.total(terms) if terms else np.zeros(shape)

    def flows(self, name: str, values: Any, derivatives: Any) -> list[Array]:
        """Return what flows back along the edges into a node from its value and derivative."""
        if self.graph.is_leaf(name):
            return []
        inputs = [np.asarray(values[source]) for source in self.graph.inputs(name)]
        back = self._op(name, inputs)[1](np.asarray(derivatives[name]), np.asarray(values[name]))
        return [self.order.fitted(f, x.shape) for f, x in zip(back, inputs, strict=True)]

    def _op(self, name: str, inputs: list[Array]) -> tuple[Array, Back]:
        given = self.graph.attributes(name)
        if self.graph.op_of(name) == "formula":
            free = self.graph.port_names(name)
            return _formula(self.order, parse(given["formula"]), free, inputs)
        known = self.graph.operation(name).attributes
        chosen = {key: given[key] for key in known if key in given}
        return OPS[self.graph.op_of(name)](self.order, *inputs, **chosen)


def _in_order(graph: engine.Graph) -> list[str]:
    done: dict[str, None] = {}
    left = graph.nodes()
    while left:
        ready = [name for name in left if all(source in done for source in graph.inputs(name))]
        done |= dict.fromkeys(ready)
        left = [name for name in left if name not in done]
    return list(done)


def _edges_into(graph: engine.Graph, name: str) -> list[engine.Edge]:
    return [engine.Edge(source, name, port) for port, source in enumerate(graph.inputs(name))]


def _formula(
    order: Order, expression: Expression, free: Sequence[str], inputs: list[Array]
) -> tuple[Array, Back]:
    """Return an expression's value, and its pullback: a tape of its own, of its parts."""
    parts: list[tuple[Array, list[int], Back | None]] = [(x, [], None) for x in inputs]

    def place(part: Expression) -> int:
        if isinstance(part, Name):
            return free.index(part.name)
        if isinstance(part, Number):
            parts.append((np.asarray(part.value), [], None))
        else:
            assert isinstance(part, Call)
            sources = [place(argument) for argument in part.arguments]
            value, back = OPS[part.op](order, *(parts[k][0] for k in sources))
            parts.append((value, sources, back))
        return len(parts) - 1

    result = place(expression)

    def pull(g: Array, _: Array) -> list[Array]:
        arrived: list[list[Array]] = [[] for _ in parts]
        arrived[result].append(g)
        for (own, sources, back), flows in reversed(list(zip(parts, arrived, strict=True))):
            if back is not None and flows:
                for k, flow in zip(sources, back(order.total(flows), own), strict=True):
                    arrived[k].append(flow)
        return [order.total(flows) for flows in arrived[: len(inputs)]]

    return parts[result][0], pull
