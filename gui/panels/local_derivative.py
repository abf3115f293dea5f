"""The local derivative of an op by one of its inputs, as a formula: `∂c/∂w = x`."""

import engine
from engine.expression import Name
from gui.fonts import Face
from gui.picture.card import set_node_name
from gui.picture.formula import UNKNOWN, set_formula
from gui.picture.runs import Typeset, join, set_text

__all__ = ["set_local_derivative"]

_SIZE = 17


def set_local_derivative(graph: engine.Graph, name: str, port: int) -> Typeset | None:
    """Return the formula of the node's derivative by its input `port`, as set text.

    None stands for an op that has no formula for it, and for a port without an edge.
    """
    sources = graph.inputs(name)
    source = sources[port] if port < len(sources) else None
    if source is None:
        return None
    arguments = [Name(s or UNKNOWN) for s in sources]
    derivative = graph.operation(name).derivative_written(port, Name(name), *arguments)
    if derivative is None:
        return None

    def set_one(other: str, size: int) -> Typeset:
        return set_node_name(graph, other, size)

    parts = (
        _roman("∂"),
        set_node_name(graph, name, _SIZE),
        _roman("/∂"),
        set_node_name(graph, source, _SIZE),
        _roman(" = "),
        set_formula(derivative, _SIZE, set_one),
    )
    return join((part, 0.0) for part in parts)


def _roman(text: str) -> Typeset:
    return set_text(text, Face.ROMAN, _SIZE)
