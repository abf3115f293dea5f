"""What a typed expression, or an assignment, offers to place: a node for each of its operations."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

import engine
from engine import ops
from engine.assignments import assigns, divided, graph_from_text, parts
from engine.expression import is_name, names, parse
from engine.graph.own_ops import computes
from gui.canvas.naming import first_name
from gui.canvas.offer import Join, Offer, Typed, leaf_offers, value_offer
from gui.commands import NewNode
from gui.language import tr
from gui.picture.formula import set_formula
from gui.picture.item import FORMULA_SIZE, Item, op_title
from gui.picture.name_text import one_name_text
from gui.theme import Kind
from gui.typed_value import value_of

__all__ = ["assignment_offers", "expression_offers", "typed_value"]

_FIRST_VALUE = 1.0  # of a leaf that an expression needs: with 0, derivatives would vanish
_COST = "J"  # what the first expression of a graph is called
_LONGEST_FORMULA = 60  # characters


def typed_value(text: str) -> engine.Value | None:
    """Return the value that a text is, None where it is none."""
    try:
        return value_of(text)
    except engine.GraphError:
        return None


def assignment_offers(typed: Typed) -> Iterator[Offer]:
    """Yield leaves for `w = 2`, another value for one that is there, else the graph described."""
    pairs = [divided(part) for part in parts(typed.text)]
    values = {name or "": None if name is None else typed_value(value) for name, value in pairs}
    if len(values) < len(pairs) or any(value is None for value in values.values()):
        yield from expression_offers(typed)
        return
    for name in values:
        _check_leaf_name(name)
    graph = typed.graph
    if typed.join == Join() and all(name in graph and graph.is_leaf(name) for name in values):
        yield value_offer(graph, {name: v for name, v in values.items() if v is not None})
        return
    for name in values:
        _check_free(graph, name)
    if len(values) == 1:
        ((name, value),) = values.items()
        yield from leaf_offers(name, value, typed.join)
    else:
        yield _leaves_offer(typed, values)


def expression_offers(typed: Typed) -> Iterator[Offer]:
    """Yield a node for each operation and a node for each assignment: first, what is usual.

    That is the node of an own op where all that is typed is a call of it, as with any other op.
    Nodes that are there already are its inputs.
    """
    graph, text = typed.graph, typed.text
    if not assigns(text):
        name = first_name(graph, "add", names(parse(text, arrays=True))) if len(graph) else _COST
        typed = replace(typed, text=f"{name} = {text}")
    expands = len(parts(text)) == 1
    usual, other = (_offer(typed, expand=one) for one in (expands, not expands))
    offered = [usual, other] if len(other.nodes) != len(usual.nodes) else [usual]
    yield from sorted(offered, key=lambda offer: not _is_own(offer))


def _leaves_offer(typed: Typed, values: dict[str, engine.Value | None]) -> Offer:
    """Return the offer of a leaf for each of `w = 2; x = 3`; the first one meets the open end."""
    first, *others = (leaf_offers(name, value, typed.join)[0] for name, value in values.items())
    nodes = (*first.nodes, *(node for other in others for node in other.nodes))
    return Offer(_item("", first.main, nodes), nodes, first.edges, first.main)


def _check_leaf_name(name: str) -> None:
    if not name:
        raise engine.GraphError(tr("a name is missing before ‘=’"))
    if not is_name(name):
        said = tr("‘{name}’ cannot be a name: a letter, then letters, digits or _, such as w_1")
        raise engine.GraphError(said.format(name=name))


def _offer(typed: Typed, *, expand: bool) -> Offer:
    join = typed.join
    built, reused = _built(typed, expand=expand)
    main = built.output or ""
    new = [name for name in built.nodes() if name not in reused]
    nodes = tuple(NewNode.of(built, name) for name in new)
    edges = [edge for edge in built.edges() if edge.target not in reused]
    if join.source is not None and join.source not in reused:
        raise engine.GraphError(tr("an expression here has to use {name}").format(name=join.source))
    if join.into is not None:
        edges.append(engine.Edge(main, *join.into))
    nodes = tuple(_made_of(node, typed.called) for node in nodes)
    return Offer(_item(typed.text, main, nodes), nodes, tuple(edges), main)


def _built(typed: Typed, *, expand: bool) -> tuple[engine.Graph, set[str]]:
    """Return the graph that is typed, under names that are free, and what it uses of the old."""
    graph, assigned, used = typed.graph, [], set()
    for part in parts(typed.text):
        name, expression = divided(part)
        assigned += [] if name is None else [name]
        used |= set(names(parse(expression.strip(), arrays=True)))
    for name in assigned:
        _check_free(graph, name)
    leaves = dict.fromkeys(sorted(used - set(assigned)), _FIRST_VALUE)
    # what an own op stands for may write its input many times
    built = graph_from_text(typed.text, leaves, expand=expand, share=bool(typed.called))
    reused = {name for name in leaves if name in graph}
    for name in built.nodes():
        if name in graph and name not in reused:
            built.rename_node(name, first_name(graph, built.op_of(name), built))
    return built, reused


def _check_free(graph: engine.Graph, name: str) -> None:
    if name in graph:
        said = tr("there is already a node named {name}").format(name=name)
        raise engine.DuplicateNameError(said, node=name)


def _made_of(node: NewNode, called: Sequence[engine.OwnOp]) -> NewNode:
    """Return a node that is made of a called own op, where it computes just what that does."""
    formula = str(node.attributes.get("formula", ""))
    for op in called if formula else ():
        if computes(op, formula, names(parse(formula))):
            return node.having(own=op.name)
    return node


def _is_own(offer: Offer) -> bool:
    """Tell whether the node that is selected then is one of an own op."""
    return any(node.name == offer.main and "own" in node.attributes for node in offer.nodes)


def _item(text: str, main: str, nodes: Collection[NewNode]) -> Item:
    formula = None
    if text and len(text) <= _LONGEST_FORMULA and ";" not in text:
        formula = set_formula(parse(divided(text)[1].strip(), arrays=True), FORMULA_SIZE)
    title = tr("{n} nodes").format(n=len(nodes))
    if len(nodes) == 1:
        (node,) = nodes
        title = str(node.attributes.get("own") or op_title(node.op))
    note = one_name_text(node.name for node in nodes if node.op in ops.LEAVES)
    return Item("", title, main, Kind.OP, None if note else formula, note, "")
