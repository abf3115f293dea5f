"""What a typed expression, or an assignment, offers to place: a node for each of its operations."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

import engine
from engine import ops
from engine.assignments import (
    assigns,
    divided,
    exponential_text,
    free_names,
    graph_from_text,
    is_exponential_text,
    parts,
)
from engine.expression import Expression, check_new_leaves, names, parse, spelled_out
from engine.graph.attributes import is_parameter
from engine.graph.own_ops import arities
from engine.words.wording import COMPARED
from gui.canvas.offers.naming import first_name
from gui.canvas.offers.offer import Join, Offer, Typed, leaf_offers, value_offer
from gui.commands import NewNode
from gui.language import count_text, tr
from gui.picture.formula import set_formula
from gui.picture.item import FORMULA_SIZE, Item, op_title
from gui.picture.name_text import one_name_text
from gui.theme import Kind
from gui.typed.name import check_name
from gui.typed.number_meant import CIRCLE, computed, is_hexadecimal, is_numbers
from gui.typed.value import value_of

__all__ = ["assignment_offers", "expression_offers", "typed_value"]

_CALL = re.compile(r"\w+\s*\([^()]*\)")
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
    _check_assigned(pairs)
    values = {name or "": None if name is None else typed_value(value) for name, value in pairs}
    if len(values) < len(pairs) or any(value is None for value in values.values()):
        yield from _computed_offers(typed, pairs)
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


def _check_assigned(pairs: Sequence[tuple[str | None, str]]) -> None:
    """Raise what is wrong with an array, a name, that no expression could be."""
    for name, value in pairs:
        if name is None:
            continue
        if value.strip().startswith("[") or is_hexadecimal(value) or is_numbers(value):
            value_of(value)
        if name.endswith(("<", ">", "!")):
            raise engine.GraphError(tr(COMPARED))
        if name.endswith(":"):
            said = tr("one ‘=’ is enough: {name} = {value}")
            raise engine.GraphError(said.format(name=name[:-1].strip(), value=value.strip()))
        if _CALL.fullmatch(name):
            said = tr(
                "‘{name}’ would be an op of your own: it is made in Graph › New own op…; "
                "a node is {node} = …"
            )
            node = name.partition("(")[0].strip()
            raise engine.GraphError(said.format(name=name, node=node))


def _computed_offers(typed: Typed, pairs: Sequence[tuple[str | None, str]]) -> Iterator[Offer]:
    """Yield what expressions offer, and of `w = 2*3` a leaf: first, where w is a parameter.

    A leaf that is there takes a value; raises what is wrong with one that nothing else is.
    """
    graph, (name, expression) = typed.graph, pairs[0]
    known = any(used in graph for used in free_names(typed.text, typed.own))
    if len(pairs) == 1 and name in graph.nodes() and graph.is_leaf(name or "") and not known:
        value_of(expression)
    offered = list(expression_offers(typed))
    leaves: list[Offer] = []
    value = computed(expression) if len(pairs) == 1 and not known else None
    if name and value is not None and typed.join.source is None:
        leaves = leaf_offers(name, value, typed.join)
    first = bool(leaves) and is_parameter(name or "")
    yield from (*leaves[:1], *offered) if first else (*offered, *leaves[:1])


def expression_offers(typed: Typed) -> Iterator[Offer]:
    """Yield a node for each operation and a node for each assignment: first, what is usual.

    A call of an own op is a node of it, as with any other op; behind these comes what it stands
    for, written out. Nodes that are there already are its inputs. An e to a power is the
    exponential and a leaf e, first what is likely.
    """
    typed = replace(typed, text="; ".join(parts(typed.text)))
    meant = exponential_text(typed.text, typed.own, typed.graph.nodes())
    if meant is None:
        yield from _usual_offers(typed)
        return
    told = replace(typed, text=meant)
    exponential = is_exponential_text(typed.text, typed.own)
    if exponential:
        yield from _usual_offers(told)
    for offer in _usual_offers(typed):
        title = tr("{n}, e a leaf").format(n=offer.item.title)
        yield replace(offer, item=replace(offer.item, title=title))
    if not exponential:
        yield from _usual_offers(told)


def _usual_offers(typed: Typed) -> Iterator[Offer]:
    graph, text = typed.graph, typed.text
    if not assigns(text):
        used = _used(typed, text)
        name = first_name(graph, "add", used) if len(graph) else _COST
        typed = replace(typed, text=f"{name} = {text}")
    expands = len(parts(text)) == 1
    usual, other = (_offer(typed, expand=one) for one in (expands, not expands))
    yield usual
    if len(other.nodes) != len(usual.nodes):
        yield other
    if any("own" in node.attributes for node in usual.nodes):
        yield from _written_out(typed, least=min(len(usual.nodes), len(other.nodes)))


def _written_out(typed: Typed, least: int) -> Iterator[Offer]:
    """Yield what is typed without own ops: as fewer than `least` nodes, and all its operations."""
    formulas = {op.name: op.formula for op in typed.own}
    try:
        plain = replace(typed, text=spelled_out(typed.text, formulas), own=())
        # it may write an input many times
        offers = [_offer(plain, expand=expand, share=True) for expand in (False, True)]
    except engine.ExpressionError:
        return  # too long, or too deep; as nodes of own ops it is neither
    for offer in offers:
        if offer is offers[-1] or len(offer.nodes) < least:
            title = tr("{n}, written out").format(n=offer.item.title)
            yield replace(offer, item=replace(offer.item, title=title))


def _leaves_offer(typed: Typed, values: dict[str, engine.Value | None]) -> Offer:
    """Return the offer of a leaf for each of `w = 2; x = 3`; the first one meets the open end."""
    first, *others = (leaf_offers(name, value, typed.join)[0] for name, value in values.items())
    nodes = (*first.nodes, *(node for other in others for node in other.nodes))
    item = _item(replace(typed, text=""), first.main, nodes)
    return Offer(item, nodes, first.edges, first.main)


def _check_leaf_name(name: str) -> None:
    if not name:
        raise engine.GraphError(tr("a name is missing before ‘=’"))
    check_name(name)


def _offer(typed: Typed, *, expand: bool, share: bool = False) -> Offer:
    join = typed.join
    built, reused = _built(typed, expand=expand, share=share)
    main = built.output or ""
    new = [name for name in built.nodes() if name not in reused]
    nodes = tuple(_as_constant(NewNode.of(built, name)) for name in new)
    edges = [edge for edge in built.edges() if edge.target not in reused]
    if join.source is not None and join.source not in reused:
        raise engine.GraphError(tr("an expression here has to use {name}").format(name=join.source))
    if join.into is not None:
        edges.append(engine.Edge(main, *join.into))
    return Offer(_item(typed, main, nodes), nodes, tuple(edges), main)


def _built(typed: Typed, *, expand: bool, share: bool) -> tuple[engine.Graph, set[str]]:
    """Return the graph that is typed, under names that are free, and what it uses of the old."""
    graph, used = typed.graph, free_names(typed.text, typed.own)
    for part in parts(typed.text):
        _check_free(graph, divided(part)[0] or "")
    new = (name for name in used if name not in graph)
    check_new_leaves(
        new, typed.text, computed=lambda name: name in graph and not graph.is_leaf(name)
    )
    leaves = {name: CIRCLE.get(name, _FIRST_VALUE) for name in sorted(used)}
    built = graph_from_text(typed.text, leaves, expand=expand, share=share, own=typed.own)
    reused = {name for name in leaves if name in graph}
    for name in built.nodes():
        if name in graph and name not in reused:
            built.rename_node(name, first_name(graph, built.op_of(name), built))
    return built, reused


def _check_free(graph: engine.Graph, name: str) -> None:
    if name in graph:
        said = tr("there is already a node named {name}").format(name=name)
        raise engine.DuplicateNameError(said, node=name)


def _as_constant(node: NewNode) -> NewNode:
    """Return a leaf that is called π as a constant of that name."""
    if node.name not in CIRCLE or node.op not in ops.LEAVES:
        return node
    return NewNode(node.name, "constant", node.attributes).having(label="π")


def _parsed(typed: Typed, expression: str) -> Expression:
    """Return the tree of one expression, which may call the own ops."""
    known = arities(typed.own)
    return parse(expression.strip(), arrays=True, own=known)


def _used(typed: Typed, expression: str) -> tuple[str, ...]:
    return names(_parsed(typed, expression))


def _item(typed: Typed, main: str, nodes: Collection[NewNode]) -> Item:
    text, formula = typed.text, None
    if text and len(text) <= _LONGEST_FORMULA and ";" not in text:
        signs = {op.name: op.sign for op in typed.own}
        formula = set_formula(_parsed(typed, divided(text)[1]), FORMULA_SIZE, symbols=signs)
    title = tr("{n} nodes").format(n=count_text(len(nodes)))
    if len(nodes) == 1:
        (node,) = nodes
        title = str(node.attributes.get("own") or op_title(node.op))
    note = one_name_text(
        node.name for node in nodes if node.op in ops.LEAVES and node.name not in CIRCLE
    )
    return Item("", title, main, Kind.OP, None if note else formula, note, "")
