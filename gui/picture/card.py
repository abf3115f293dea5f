"""A node's card: what is written on it, its face and its size."""

from dataclasses import dataclass

import engine
from engine import ops
from engine.expression import Call, Expression, Name
from gui.fonts import Face
from gui.picture.formula import UNKNOWN, set_formula
from gui.picture.markup import set_label, set_name
from gui.picture.measure import MATH, PAD_X, PILL_HEIGHT, PORT_PITCH, WIDEST
from gui.picture.numbers import value_text
from gui.picture.runs import Typeset, join, set_text
from gui.theme import Kind

__all__ = ["Card", "card", "set_node_name"]

_LEAF_KINDS = {
    "parameter": Kind.PARAMETER,
    "input": Kind.INPUT,
    "constant": Kind.CONSTANT,
}
_SIGNS = {name: op.symbol for name, op in ops.OPS.items()}


@dataclass(frozen=True, slots=True)
class Card:
    """A node's text and size; a leaf's card is a pill."""

    kind: Kind
    text: Typeset
    width: float
    height: float
    ports: int


def card(graph: engine.Graph, name: str, output: str | None) -> Card:
    """Return the card of node `name`; the one of `output` has a face of its own."""
    if graph.is_leaf(name):
        kind, text, ports = _LEAF_KINDS[graph.op_of(name)], _leaf_text(graph, name), 0
    else:
        kind, text, ports = Kind.OP, _op_text(graph, name), graph.port_count(name)
    if name == output:
        kind = Kind.OUTPUT
    height = max(PILL_HEIGHT, ports * PORT_PITCH + (4.0 if ports > 1 else 2.0))
    return Card(kind, text, round(text.width) + 2 * PAD_X, height, ports)


def set_node_name(graph: engine.Graph, name: str, size: int = MATH) -> Typeset:
    """Return how the picture writes a node: its label, or its name."""
    label = graph.attributes(name).get("label")
    return set_label(str(label), size) if label else set_name(name, size)


def _leaf_text(graph: engine.Graph, name: str) -> Typeset:
    value = _roman(value_text(graph.value(name)))
    if _is_bare_constant(graph, name):
        return value
    return join([(set_node_name(graph, name), 0.0), (_roman(" = "), 0.0), (value, 0.0)])


def _is_bare_constant(graph: engine.Graph, name: str) -> bool:
    """Tell whether the node is written as its value alone: `2`, not `k = 2`."""
    return graph.op_of(name) == "constant" and not graph.attributes(name).get("label")


def _op_text(graph: engine.Graph, name: str) -> Typeset:
    """Return `name = formula`, or where that is too wide `name = f(inputs)`."""
    own_name, equals = set_node_name(graph, name), _roman(" = ")
    arguments = [Name(source or UNKNOWN) for source in graph.inputs(name)]
    operation = graph.operation(name)
    for expression in (operation.written(*arguments), Call("f", tuple(arguments))):
        formula = _set_expression(graph, name, expression)
        text = join([(own_name, 0.0), (equals, 0.0), (formula, 0.0)])
        if text.width <= WIDEST:
            return text
    return join([(own_name, 0.0), (_roman(f" = {operation.symbol}(…)"), 0.0)])


def _set_expression(graph: engine.Graph, name: str, expression: Expression) -> Typeset:
    def set_argument(argument: str, size: int) -> Typeset:
        if _is_bare_constant(graph, argument):
            return set_text(value_text(graph.value(argument)), Face.ROMAN, size)
        return set_node_name(graph, argument, size)

    return set_formula(expression, MATH, set_argument, _symbols(graph, name))


def _symbols(graph: engine.Graph, name: str) -> dict[str, str]:
    """Return how functions are written: each op's sign, or the node's own attribute `symbol`."""
    own = graph.attributes(name).get("symbol")
    return {**_SIGNS, graph.op_of(name): str(own)} if own else _SIGNS


def _roman(text: str) -> Typeset:
    return set_text(text, Face.ROMAN, MATH)
