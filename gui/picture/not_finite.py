"""Why a value, or a derivative where no value is, is NaN or infinite, in a sentence.

Backward it begins at an op, along the edge to one of its inputs: `∂J/∂w is ∞: the derivative of
sqrt(w) is ∞ at w = 0`; or at a node whose edges bring more than a number holds. What is hidden
gives no reason.
"""

import math
from collections.abc import Collection, Iterator
from itertools import islice

import numpy as np

import engine
from engine.expression import Name, Number, written
from engine.graph.paths import dependents
from gui.language import tr
from gui.picture.card import is_bare_constant
from gui.picture.name_text import derivative_text, leaf_and_entry, name_text
from gui.picture.numbers import number_text
from gui.picture.written import Written
from gui.readings import Reading, Seen, Words, strays

__all__ = [
    "begins_along",
    "begins_at",
    "begins_briefly",
    "said_of",
    "step_reason",
    "value_begins",
]

_LONGEST = 40  # letters of a formula; a node with a longer one is called by its name
_MOST_INPUTS = 3  # whose values are told
_MOST_NODES = 1000  # of a step that are looked at
_MOST_EDGES = 50  # of a node that are looked along


def value_begins(graph: engine.Graph, seen: Seen, node: str) -> str:
    """Return why values cease to be finite at a node, "" where they do not."""
    if node not in seen.nonfinite or node not in graph:
        return ""
    stray = _first_stray(seen.value(node))
    if stray is None or graph.is_leaf(node):
        return tr("NaN or infinity starts here")
    entry, value = stray
    place = "" if entry else _place(graph, seen, node)
    said = tr("{op} is {value} at {place}") if place else tr("{op} is {value}")
    if entry:
        said = tr("an entry of {op} is {value}")
    return said.format(op=_operation(graph, node), value=number_text(value), place=place)


def begins_at(graph: engine.Graph, seen: Seen, node: str) -> str:
    """Return why derivatives cease to be finite at a node, "" where they do not."""
    if node not in seen.nonfinite_derivatives or node not in graph:
        return ""
    along = (begins_along(graph, seen, edge) for edge in _into(graph, node))
    told = _added_up(graph, seen, node) or next(filter(None, along), "")
    return told or tr("a derivative becomes NaN or infinite here")


def begins_along(graph: engine.Graph, seen: Seen, edge: engine.Edge) -> str:
    """Return why what flows back along an edge is not finite, "" where that begins elsewhere."""
    if not _begins_along(graph, seen, edge):
        return ""
    called, reason = _called_along(graph, seen, edge), _reason_along(graph, seen, edge)
    if called is not None and reason and graph.consumer_count(edge.source) > 1:
        through = tr("{derivative} through {node}")
        called = through.format(derivative=called[0], node=name_text(graph, edge.target)), called[1]
    return _sentence(graph, edge.target, called, reason)


def said_of(graph: engine.Graph, seen: Seen, node: str) -> str:
    """Return what is to be said of a node: that it begins there, or with its own derivative."""
    return begins_at(graph, seen, node) or _begins_with(graph, seen, node)


def begins_briefly(graph: engine.Graph, seen: Seen, node: str) -> str:
    """Return that derivatives cease to be finite at a node, without the reason."""
    edge = next((e for e in _into(graph, node) if _begins_along(graph, seen, e)), None)
    if edge is not None:
        return _sentence(graph, node, _called_along(graph, seen, edge), "")
    return _sentence(graph, node, _called(graph, seen, node), "")


def _reason_along(graph: engine.Graph, seen: Seen, edge: engine.Edge) -> str:
    """Return what makes of a finite derivative one that is not, "" where it is not known."""
    slope = Written(graph, seen).slope(edge)
    if slope is None:
        return ""
    of = {"op": _operation(graph, edge.target)}
    several = len({*graph.inputs(edge.target)}) > 1
    if several:
        of["by"] = name_text(graph, edge.source)
    if not isinstance(slope, float):
        stray = _first_stray(slope)
        if stray is None:
            return ""
        said = tr("an entry of the derivative of {op} is {value}")
        if several:
            said = tr("an entry of the derivative of {op} by {by} is {value}")
        return said.format(value=number_text(stray[1]), **of)
    arrives = seen.derivative(edge.target if seen.by_leaf is None else edge.source)
    if math.isfinite(slope):
        return _too_large(arrives, slope)
    said = tr("the derivative of {op} is {value} at {place}")
    if several:
        said = tr("the derivative of {op} by {by} is {value} at {place}")
    place = _place(graph, seen, edge.target, edge.source)
    said = said.format(value=number_text(slope), place=place, **of)
    if arrives == 0.0 and math.isinf(slope):
        product = _product(0.0, slope)
        said = tr("{reason}, and {product} is NaN").format(reason=said, product=product)
    return said


def _reason_at(graph: engine.Graph, seen: Seen, node: str) -> str:
    """Return why the derivative of a node is not finite where all that make it up are."""
    if seen.by_leaf is None:
        return tr("the sum over its edges is too large")
    leaf, _ = leaf_and_entry(graph, seen.by_leaf)
    swept = dependents(graph, leaf) if leaf in graph else ()  # others do not move at all
    edges = (edge for edge in _into(graph, node) if edge.source in swept)
    return next(filter(None, (_reason_along(graph, seen, edge) for edge in edges)), "")


def step_reason(graph: engine.Graph, seen: Seen, nodes: Collection[str]) -> str:
    """Return why one of the derivatives of `nodes` is the first that is not finite, "" where none.

    It is told of one of several nodes by its name.
    """
    if not seen.nonfinite_derivatives:
        return ""
    if len(nodes) > 1:
        told = (_begins_with(graph, seen, node) for node in islice(nodes, _MOST_NODES))
        return next(filter(None, told), "")
    (node,) = nodes
    if node in seen.nonfinite_derivatives and strays(seen.derivative(node)):
        return _reason_at(graph, seen, node)
    along = (edge for edge in graph.consumers(node) if _begins_along(graph, seen, edge))
    return next(filter(None, (_reason_along(graph, seen, edge) for edge in along)), "")


def _begins_with(graph: engine.Graph, seen: Seen, node: str) -> str:
    """Return why the derivative of a node is not finite, "" where that begins elsewhere."""
    if not seen.nonfinite_derivatives or node not in graph:
        return ""
    edges = graph.consumers(node) if graph.consumer_count(node) <= _MOST_EDGES else ()
    along = (begins_along(graph, seen, edge) for edge in edges)
    return _added_up(graph, seen, node) or next(filter(None, along), "")


def _added_up(graph: engine.Graph, seen: Seen, node: str) -> str:
    """Return the same where all that makes it up is finite; in forward mode, for any reason."""
    if node not in seen.nonfinite_derivatives or not strays(seen.derivative(node)):
        return ""
    return _sentence(graph, node, _called(graph, seen, node), _reason_at(graph, seen, node))


def _begins_along(graph: engine.Graph, seen: Seen, edge: engine.Edge) -> bool:
    """Tell whether what flows back along an edge is not finite, though its target's is."""
    if edge.target not in seen.nonfinite_derivatives or seen.by_leaf is not None:
        return False
    if graph.op_of(edge.source) == "constant" or strays(seen.derivative(edge.target)):
        return False
    return strays(seen.edge_derivative(*edge))


def _into(graph: engine.Graph, node: str) -> Iterator[engine.Edge]:
    sources = enumerate(graph.inputs(node) if node in graph else ())
    return (engine.Edge(source, node, port) for port, source in sources if source is not None)


def _first_stray(reading: Reading) -> tuple[str, float] | None:
    """Return which entry is not finite first, such as `[0, 1]`, and what it is; None where none."""
    if reading is None or isinstance(reading, Words) or not strays(reading):
        return None
    if isinstance(reading, float):
        return "", reading
    index = tuple(int(k[0]) for k in np.nonzero(~np.isfinite(reading)))
    return str(list(index)), float(reading[index])


def _called(graph: engine.Graph, seen: Seen, node: str) -> tuple[str, float] | None:
    """Return what the derivative of a node is called, and the number; None where it is hidden."""
    stray = _first_stray(seen.derivative(node))
    return None if stray is None else (derivative_text(graph, seen, node) + stray[0], stray[1])


def _called_along(graph: engine.Graph, seen: Seen, edge: engine.Edge) -> tuple[str, float] | None:
    """Return the same of what flows back along an edge."""
    stray = _first_stray(seen.edge_derivative(*edge))
    name = derivative_text(graph, seen, edge.source)
    return None if stray is None else (name + stray[0], stray[1])


def _sentence(graph: engine.Graph, node: str, called: tuple[str, float] | None, reason: str) -> str:
    if called is None:
        return tr("a derivative becomes NaN or infinite here")
    parts = {"derivative": called[0], "value": number_text(called[1])}
    if not reason:
        said = tr("{derivative} becomes {value} at {node}")
        return said.format(node=name_text(graph, node), **parts)
    return tr("{derivative} is {value}: {reason}").format(reason=reason, **parts)


def _too_large(arrives: Reading, slope: float) -> str:
    if not isinstance(arrives, float) or math.isfinite(arrives * slope):
        return ""
    return tr("{product} is too large").format(product=_product(arrives, slope))


def _product(first: float, second: float) -> str:
    """Return `2 · (−∞)`."""
    text = number_text(second)
    return f"{number_text(first)} · {f'({text})' if text.startswith('−') else text}"


def _operation(graph: engine.Graph, node: str) -> str:
    """Return what an op computes, `sqrt(w)`, or its name where that is long."""
    sources = [_operand(graph, one) for one in graph.inputs(node)]
    text = written(graph.operation(node).written(*sources))
    return text if len(text) <= _LONGEST else name_text(graph, node)


def _operand(graph: engine.Graph, name: str | None) -> Name | Number:
    """Return how an op writes one of its inputs: a bare constant as its number, as on its card."""
    if name is None:
        return Name("?")
    value = graph.value(name) if is_bare_constant(graph, name) else None
    return Number(value) if isinstance(value, float) else Name(name_text(graph, name))


def _place(graph: engine.Graph, seen: Seen, node: str, by: str | None = None) -> str:
    """Return where an op or its slope was taken, `w = 0`: at all inputs where they are few."""
    named = [name for name in graph.inputs(node) if name is not None]
    shown = list(dict.fromkeys(name for name in named if not is_bare_constant(graph, name)))
    if len(shown) > _MOST_INPUTS:
        shown = [] if by is None else [by]
    values = ((name_text(graph, name), seen.value(name)) for name in shown)
    return ", ".join(f"{name} = {number_text(x)}" for name, x in values if isinstance(x, float))
