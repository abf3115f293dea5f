"""A graph as a program lists it: leaves, then a line for each op, each under an identifier."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from engine.expression import Call, Expression, Name, Number
from engine.formats.code.identifiers import Identifiers
from engine.formats.code.tracing import folded, traced_value
from engine.graph import Graph
from engine.ops import OPS, Op
from engine.program import Program, compile  # noqa: A004  its API name
from engine.schedule import schedule
from engine.value import Value

__all__ = ["FIXED", "Leaf", "Listing", "Step", "has_corner", "listing"]

Shape = tuple[int, ...]

FIXED = {("cross_entropy", 1)}  # (op, port): a class is a choice, nothing flows back to it


@dataclass(frozen=True)
class Leaf:
    """A leaf that the output depends on, or a parameter that it does not."""

    name: str
    identifier: str
    kind: str
    value: Value
    used: bool = True


@dataclass(frozen=True)
class Step:
    """One op: `expression` in identifiers where it works entry by entry, else None.

    `inputs` are the arguments, `shapes` theirs; a bare constant stands among them as a number.
    """

    name: str
    identifier: str
    operation: Op
    expression: Expression | None
    inputs: tuple[Expression, ...]
    sources: tuple[str, ...]
    shapes: tuple[Shape, ...]
    shape: Shape

    @cached_property
    def has_corner(self) -> bool:
        """Whether what it computes has one, as it is written; all its ports ask."""
        return has_corner(self.operation.written(*self.inputs))


@dataclass(frozen=True)
class Listing:
    """What a program is made of; the derivatives of `flows` lead to those that are asked for.

    Asked for are those of the leaves of one kind, `asked_kind`: parameters, or inputs without any.
    """

    title: str
    output: str
    leaves: tuple[Leaf, ...]
    steps: tuple[Step, ...]
    identifiers: Mapping[str, str]
    flows: frozenset[str]
    names: Identifiers
    program: Program
    asked_kind: str

    def of_kind(self, kind: str) -> list[Leaf]:
        """Return the leaves of one kind that the output depends on."""
        return [leaf for leaf in self.leaves if leaf.kind == kind and leaf.used]

    @property
    def parameters(self) -> list[Leaf]:
        """Return all parameters of the graph."""
        return [leaf for leaf in self.leaves if leaf.kind == "parameter"]

    @property
    def asked(self) -> list[Leaf]:
        """Return the leaves whose derivatives are told."""
        return [leaf for leaf in self.leaves if leaf.kind == self.asked_kind]

    @property
    def trained(self) -> list[Leaf]:
        """Return the leaves asked for that the output changes with."""
        return [leaf for leaf in self.asked if self.is_trained(leaf)]

    def is_trained(self, leaf: Leaf) -> bool:
        """Tell whether a leaf is asked for and the output changes with it."""
        return leaf.kind == self.asked_kind and leaf.name in self.flows


def listing(graph: Graph, reserved: Iterable[str]) -> Listing:
    """Return the listing of `graph`, whose identifiers leave those of `reserved` alone.

    Raises GraphError where the graph cannot be evaluated or its output is no single number.
    """
    program = compile(graph)
    program.forward()
    program.backward()
    output = graph.resolve_output()
    plan = schedule(graph, output, partial=False)
    relevant = [plan.names[number] for number in plan.relevant]
    depended = set(relevant)
    names = Identifiers(reserved)
    bare = _bare_constants(graph, depended)
    leaves, identifiers = [], {}
    for name in graph.nodes():
        kind = graph.op_of(name)
        used = name in depended
        if graph.is_leaf(name) and name not in bare and (used or kind == "parameter"):
            identifiers[name] = names.new(name)
            leaves.append(Leaf(name, identifiers[name], kind, graph.value(name), used))
    steps = []
    for name in relevant:
        if not graph.is_leaf(name):
            identifiers[name] = names.new(name)
            steps.append(_step(graph, name, identifiers, bare, program))
    asked = "parameter" if any(leaf.kind == "parameter" for leaf in leaves) else "input"
    flows = _flows(graph, relevant, asked)
    made = tuple(leaves), tuple(steps), identifiers, flows, names, program, asked
    return Listing(graph.title or output, output, *made)


def _step(
    graph: Graph,
    name: str,
    identifiers: Mapping[str, str],
    bare: Mapping[str, float],
    program: Program,
) -> Step:
    operation = graph.operation(name)
    sources = tuple(source for source in graph.inputs(name) if source is not None)
    arguments: tuple[Expression, ...] = tuple(
        Number(bare[source]) if source in bare else Name(identifiers[source]) for source in sources
    )
    return Step(
        name,
        identifiers[name],
        operation,
        _expression(operation, arguments) if operation.elementwise else None,
        arguments,
        sources,
        tuple(np.shape(program.value(source)) for source in sources),
        np.shape(program.value(name)),
    )


def _expression(operation: Op, arguments: tuple[Expression, ...]) -> Expression:
    """Return what an elementwise op computes; one with attributes of its own is written out."""
    if operation.attributes and operation.name != "formula":
        return traced_value(operation, *arguments)
    return folded(_expanded(operation.written(*arguments)))


def _expanded(expression: Expression) -> Expression:
    """Return the tree with each op in it as it is written: a squared error as ½(a − y)²."""
    if not isinstance(expression, Call):
        return expression
    arguments = tuple(map(_expanded, expression.arguments))
    written = OPS[expression.op]().written(*arguments)
    return written if written == Call(expression.op, arguments) else _expanded(written)


def has_corner(expression: Expression) -> bool:
    """Tell whether there is an absolute value or a power in the tree, which have corners at 0."""
    if not isinstance(expression, Call):
        return False
    if expression.op == "abs" or (
        expression.op == "power" and not isinstance(expression.arguments[1], Number)
    ):
        return True
    return any(map(has_corner, expression.arguments))


def _bare_constants(graph: Graph, depended: set[str]) -> dict[str, float]:
    """Return the constants that stand as numbers where they are used: those named by a number."""
    found = {}
    for name in depended:
        if graph.op_of(name) != "constant" or name.isidentifier():
            continue
        value = graph.value(name)
        consumers = [edge.target for edge in graph.consumers(name) if edge.target in depended]
        plain = consumers and all(graph.operation(target).elementwise for target in consumers)
        if isinstance(value, float) and plain:
            found[name] = value
    return found


def _flows(graph: Graph, relevant: list[str], asked: str) -> frozenset[str]:
    """Return the nodes between leaves `asked` for and the output along which a derivative flows."""
    below = set()  # what depends on such a leaf through quantities
    for name in relevant:
        if graph.is_leaf(name):
            if graph.op_of(name) == asked:
                below.add(name)
        elif any(
            s in below and (graph.op_of(name), k) not in FIXED
            for k, s in enumerate(graph.inputs(name))
        ):
            below.add(name)
    above = {relevant[-1]} & below  # what the output depends on through quantities
    for name in reversed(relevant):
        if name in above and not graph.is_leaf(name):
            sources = enumerate(graph.inputs(name))
            above |= {s for k, s in sources if s in below and (graph.op_of(name), k) not in FIXED}
    return frozenset(above)
