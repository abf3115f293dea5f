"""The schedule: a graph as flat lists in topological order, built once per topology."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from engine import ops
from engine.errors import GraphError, IncompleteError
from engine.graph import Edge, Graph
from engine.graph.dicts import predecessors_of, successors_of
from engine.language import sentence
from engine.progress import watched
from engine.reach import reached
from engine.words.suggestion import unknown_node
from engine.words.wording import inputs_without_edge, no_edge

__all__ = ["Schedule", "schedule"]


@dataclass(frozen=True)
class Schedule:
    """Nodes by number, in an order in which every node comes after its inputs.

    Node i is `names[i]`, computes `operations[i]` (None for a leaf) of the nodes `inputs[i]`, and
    takes them along edges numbered from `first_edges[i]`, by port; the last entry is the number of
    edges. `problems` says why a node cannot be computed; edges into one are `loose`, without a
    number.
    """

    names: list[str]
    numbers: Mapping[str, int]
    operations: list[ops.Op | None]
    inputs: list[tuple[int, ...]]
    first_edges: list[int]
    problems: Mapping[int, str]
    output: int | None
    loose: frozenset[Edge] = frozenset()
    leaves: frozenset[str] = frozenset()

    def number(self, name: str) -> int:
        """Return the number of a node; raise UnknownNodeError, with the nearest name."""
        number = self.numbers.get(name)
        if number is None:
            raise unknown_node(name, self.numbers)
        return number

    def edges_into(self, number: int) -> range:
        """Return the numbers of the edges into a node, by port."""
        return range(self.first_edges[number], self.first_edges[number + 1])

    def edge_number(self, source: str, target: str, port: int) -> int:
        """Return the number of an edge, −1 for a loose one; raise UnknownEdgeError."""
        number = self.numbers.get(target, -1)
        sources = self.inputs[number] if number >= 0 else ()
        known = type(port) is int and 0 <= port < len(sources)
        if known and self.names[sources[port]] == source:
            return self.first_edges[number] + port
        if (source, target, port) in self.loose:
            return -1
        raise no_edge(source, target, port)

    @cached_property
    def ends(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Return the nodes that all edges, by number, come from, and those that they lead to."""
        counts = [len(sources) for sources in self.inputs]
        sources = np.fromiter(chain.from_iterable(self.inputs), np.intp, self.first_edges[-1])
        return sources, np.repeat(np.arange(len(counts)), counts)

    @cached_property
    def consumers(self) -> list[list[int]]:
        """Return the nodes that each node feeds directly."""
        found: list[list[int]] = [[] for _ in self.names]
        for target, sources in enumerate(self.inputs):
            for source in sources:
                found[source].append(target)
        return found

    @cached_property
    def relevant(self) -> list[int]:
        """Return, in order, the nodes that the output depends on, itself included."""
        if self.output is None:
            return []
        return sorted(reached(self.inputs, self.output))

    def dependents(self, number: int) -> list[int]:
        """Return, in order, the nodes whose value depends on node `number`, without itself."""
        found = reached(self.consumers, number)
        found.discard(number)
        return sorted(found)


def schedule(graph: Graph, output: str | None, *, partial: bool) -> Schedule:
    """Return the schedule of `graph`.

    A complete one raises IncompleteError where an input is missing; a partial one notes it in
    `problems` and leaves out what depends on it.
    """
    names = _topological(graph)
    numbers = {name: i for i, name in enumerate(names)}
    leaves = frozenset([name for name in names if graph.is_leaf(name)])
    operations: list[ops.Op | None] = []
    inputs: list[tuple[int, ...]] = []
    first_edges = [0]
    problems: dict[int, str] = {}
    loose: list[Edge] = []
    for number, name in enumerate(watched(names, 0.1, 0.5)):
        ports: tuple[int, ...] = ()
        operation = None
        if name not in leaves:
            sources = graph.inputs(name)
            if not partial and None in sources:
                said = inputs_without_edge(sources)
                raise IncompleteError(f"{name} ({graph.op_of(name)}): {said}", node=name)
            problem = None
            if problems or None in sources:
                problem = _problem(graph, sources, numbers, problems)
            if problem is None:
                operation = graph.operation(name)
                ports = tuple([numbers[s] for s in sources])  # type: ignore[index]  # all there
            else:
                problems[number] = problem
                loose += [Edge(s, name, port) for port, s in enumerate(sources) if s is not None]
        operations.append(operation)
        inputs.append(ports)
        first_edges.append(first_edges[-1] + len(ports))
    at = None if output is None else numbers[output]
    edges = inputs, first_edges
    return Schedule(names, numbers, operations, *edges, problems, at, frozenset(loose), leaves)


def _problem(
    graph: Graph,
    sources: tuple[str | None, ...],
    numbers: Mapping[str, int],
    problems: Mapping[int, str],
) -> str | None:
    """Return why the node that `sources` feed has no value, None where it has one."""
    if None in sources:
        return inputs_without_edge(sources)
    for source in sources:
        if source is not None and numbers[source] in problems:
            reason = problems[numbers[source]]
            if None not in graph.inputs(source):  # which depends on another itself
                return reason
            return sentence("depends on {name}: {reason}", name=source, reason=reason)
    return None


def _topological(graph: Graph) -> list[str]:
    """Return all names, inputs before what they feed; each node as soon as its last input stands.

    By Kahn's algorithm (1962), from leaf to leaf in the graph's order; so what is read next was
    computed just before. Raises GraphError for a cycle, which the graph's own rules let none close.
    """
    names = graph.nodes()
    succ, pred = successors_of(graph), predecessors_of(graph)
    waiting = {name: len(pred[name]) for name in names}
    ready = [name for name in reversed(names) if not waiting[name]]
    order = []
    while ready:
        name = ready.pop()
        order.append(name)
        for following in succ[name]:
            waiting[following] -= 1
            if not waiting[following]:
                ready.append(following)
    if len(order) < len(names):
        raise GraphError(sentence("the graph has a cycle"))
    return order
