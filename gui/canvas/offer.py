"""What typed text offers to place: an op, a leaf with its value, a whole expression."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import engine
from engine import ops
from engine.assignments import graph_from_text
from engine.attributes import is_parameter
from engine.expression import is_name, names, parse, spelled_out
from engine.own_ops import computes
from engine.suggestion import did_you_mean
from engine.wording import as_product
from gui.canvas.naming import first_attributes, first_name, own_node
from gui.commands import NewNode
from gui.language import noop, tr
from gui.picture.formula import set_formula
from gui.picture.item import Item, items, own_item
from gui.picture.numbers import value_text
from gui.theme import Kind
from gui.typed_value import value_of

__all__ = ["Join", "Offer", "offers"]

_SIGNS = {"*": "multiply", "·": "multiply", "-": "subtract", "/": "divide", "@": "matmul"}
_SIGNS |= {"^": "power", "**": "power", "−": "subtract"}
_KINDS = {"parameter": Kind.PARAMETER, "input": Kind.INPUT, "constant": Kind.CONSTANT}
_TITLES = {
    "parameter": noop("Parameter"),
    "input": noop("Input"),
    "constant": noop("Constant"),
}
_FIRST_VALUE = 1.0  # of a leaf that an expression needs: with 0, derivatives would vanish
_COST = "J"  # what the first expression of a graph is called
_FORMULA, _LONGEST_FORMULA = 15, 60  # size; characters


@dataclass(frozen=True)
class Join:
    """The open end of an edge: `source` feeds what is placed, or what is placed feeds `into`."""

    source: str | None = None
    into: tuple[str, int] | None = None


@dataclass(frozen=True)
class Offer:
    """What can be placed: its row in a list, its nodes without positions and its edges.

    `main` is the node that is selected then; with `asks` its value is to be typed next.
    """

    item: Item
    nodes: tuple[NewNode, ...]
    edges: tuple[engine.Edge, ...]
    main: str
    asks: bool = False


def offers(
    graph: engine.Graph,
    text: str,
    join: Join | None = None,
    own: Sequence[engine.OwnOp] = (),
) -> list[Offer]:
    """Return what `text` may mean in `graph`, the likeliest first; only what fits `join`.

    `own` are the own ops that are offered with the others.

    Raises GraphError with the reason where it means nothing.
    """
    text = text.strip()
    join = join or Join()
    plain = spelled_out(text, {op.name: op.formula for op in own})
    called = [op for op in own if op.name in text] if plain != text else []
    found = [
        _as_called(offer, called) for offer in _offers(graph, plain, join, own, share=bool(called))
    ]
    if not found:
        raise engine.GraphError(tr("nothing that fits here is called ‘{text}’").format(text=text))
    return found


def _offers(
    graph: engine.Graph, text: str, join: Join, own: Sequence[engine.OwnOp], *, share: bool
) -> Iterator[Offer]:
    value = _value(text)
    if value is not None:
        _check_leaf_fits(join)
        name = first_name(graph, "constant")
        yield _leaf(name, "constant", value, join)
    elif "=" in text:
        yield from _assigned(graph, text, join, share=share)
    else:
        found = _found(graph, text, join, own)
        yield from found
        if not found and not is_name(text):
            yield from _expressions(graph, text, join, share=share)


# --- leaves


def _value(text: str) -> engine.Value | None:
    try:
        return value_of(text)
    except engine.GraphError:
        return None


def _leaf(name: str, op: str, value: engine.Value | None, join: Join) -> Offer:
    """Return the offer of a leaf; one without a value is asked for it."""
    if value is None:
        symbol, note = name, ""
    elif op == "constant":
        symbol, note = value_text(value), ""
    else:
        symbol, note = name, f"= {value_text(value)}"
    item = Item(op, tr(_TITLES[op]), symbol, _KINDS[op], None, note, "")
    attributes = {} if value is None else {"value": value}
    return _single(NewNode(name, op, attributes), item, join, asks=value is None)


def _leaf_ops(name: str) -> tuple[str, ...]:
    """Return the kinds of leaf, first what the name stands for: w and b are parameters."""
    return ops.LEAVES if is_parameter(name) else ("input", "parameter", "constant")


def _check_leaf_fits(join: Join) -> None:
    if join.source is not None:
        raise engine.GraphError(tr("a leaf takes no input; type an op"))


# --- assignments and expressions


def _assigned(graph: engine.Graph, text: str, join: Join, *, share: bool) -> Iterator[Offer]:
    """Yield leaves for `w = 2`, else the graph that the assignments describe."""
    parts = [part.partition("=") for part in _parts(text)]
    values = {name.strip(): _value(typed) for name, _, typed in parts}
    if len(parts) > 1 or any(value is None for value in values.values()):
        yield from _expressions(graph, text, join, share=share)
        return
    ((name, value),) = values.items()
    if not is_name(name):
        raise engine.GraphError(tr("‘{name}’ before ‘=’ is not a name").format(name=name))
    if name in graph:
        raise _taken(name)
    _check_leaf_fits(join)
    for op in _leaf_ops(name):
        yield _leaf(name, op, value, join)


def _taken(name: str) -> engine.DuplicateNameError:
    said = tr("there is already a node named {name}").format(name=name)
    return engine.DuplicateNameError(said, node=name)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]


def _expressions(graph: engine.Graph, text: str, join: Join, *, share: bool) -> Iterator[Offer]:
    """Yield a node for each operation and a node for each assignment: first, what is usual.

    Nodes that are there already are its inputs.
    """
    if "=" not in text:
        name = first_name(graph, "add", names(parse(text))) if len(graph) else _COST
        text = f"{name} = {text}"
    expands = len(_parts(text)) == 1
    usual, other = (
        _expression(graph, text, join, expand=one, share=share) for one in (expands, not expands)
    )
    yield usual
    if len(other.nodes) != len(usual.nodes):
        yield other


def _expression(graph: engine.Graph, text: str, join: Join, *, expand: bool, share: bool) -> Offer:
    built, reused = _built(graph, text, expand=expand, share=share)
    main = built.output or ""
    new = [name for name in built.nodes() if name not in reused]
    nodes = tuple(NewNode(n, built.op_of(n), _attributes(built, n)) for n in new)
    edges = [edge for edge in built.edges() if edge.target not in reused]
    if join.source is not None and join.source not in reused:
        raise engine.GraphError(tr("an expression here has to use {name}").format(name=join.source))
    if join.into is not None:
        edges.append(engine.Edge(main, *join.into))
    return Offer(_expression_item(text, main, nodes), nodes, tuple(edges), main)


def _as_called(offer: Offer, called: Sequence[engine.OwnOp]) -> Offer:
    """Return an offer whose formulas that compute just what a called own op does are made of it."""
    if not called:
        return offer
    nodes = tuple(_made_of(node, called) for node in offer.nodes)
    own = str(nodes[0].attributes.get("own", "")) if len(nodes) == 1 else ""
    item = replace(offer.item, title=own or offer.item.title)
    return replace(offer, nodes=nodes, item=item)


def _made_of(node: NewNode, called: Sequence[engine.OwnOp]) -> NewNode:
    formula = str(node.attributes.get("formula", ""))
    for op in called if formula else ():
        if computes(op, formula, names(parse(formula))):
            return NewNode(node.name, node.op, {**node.attributes, "own": op.name})
    return node


def _built(
    graph: engine.Graph, text: str, *, expand: bool, share: bool
) -> tuple[engine.Graph, set[str]]:
    """Return the graph of `text` under names that are free in `graph`, and what it uses of it."""
    assigned, used = [], set()
    for part in _parts(text):
        name, equals, expression = part.partition("=")
        assigned += [name.strip()] if equals else []
        used |= set(names(parse((expression if equals else part).strip())))
    for name in assigned:
        if name in graph:
            raise _taken(name)
    leaves = dict.fromkeys(sorted(used - set(assigned)), _FIRST_VALUE)
    built = graph_from_text(text, leaves, expand=expand, share=share)
    reused = {name for name in leaves if name in graph}
    for name in built.nodes():
        if name in graph and name not in reused:
            built.rename_node(name, first_name(graph, built.op_of(name), built))
    return built, reused


def _attributes(graph: engine.Graph, name: str) -> dict[str, object]:
    return {key: value for key, value in graph.attributes(name).items() if key != "op"}


def _expression_item(text: str, main: str, nodes: tuple[NewNode, ...]) -> Item:
    formula = None
    if len(text) <= _LONGEST_FORMULA and ";" not in text:
        symbols = {name: op.symbol for name, op in ops.OPS.items()}
        expression = parse(text.partition("=")[2].strip())
        formula = set_formula(expression, _FORMULA, None, symbols)
    op = nodes[0].op
    alone = tr(_TITLES[op] if op in ops.LEAVES else ops.OPS[op].title)
    title = alone if len(nodes) == 1 else tr("{n} nodes").format(n=len(nodes))
    note = _one_name(nodes)
    return Item("", title, main, Kind.OP, None if note else formula, note, "")


def _one_name(nodes: tuple[NewNode, ...]) -> str:
    """Return what to tell whoever wrote a product as on paper, `wx`: it makes one new leaf."""
    for node in nodes:
        product = as_product(node.name) if node.op in ops.LEAVES else ""
        if product:
            return tr("{name} is one name, not {product}").format(name=node.name, product=product)
    return ""


# --- ops and leaves by name


@cache
def _items() -> tuple[Item, ...]:
    return tuple(item for _, family in items() for item in family)


def _found(graph: engine.Graph, text: str, join: Join, own: Sequence[engine.OwnOp]) -> list[Offer]:
    """Return the items whose name, title or sign is like `text`, and leaves of that name."""
    ranked = [(_rank(item, text.lower()), item) for item in _items()]
    found: list[tuple[int, Offer]] = [
        (rank, _op(graph, item, join))
        for rank, item in ranked
        if rank is not None and (join.source is None or item.op not in ops.LEAVES)
    ]
    for op in own:
        item = own_item(op)
        rank = _rank(item, text.lower())
        if rank is not None:
            node = own_node(first_name(graph, "formula"), op)
            found.append((rank, _single(node, item, join)))
    known = [*ops.OPS, *(op.name for op in own)]
    misspelt = did_you_mean(text, known) if len(text) > 2 else ""
    if join.source is None and is_name(text) and text not in graph and not misspelt:
        found += [(_NAMED, _leaf(text, op, None, join)) for op in _leaf_ops(text)]
    if not found and is_name(text):
        raise engine.GraphError(tr("no op is called ‘{text}’").format(text=text) + misspelt)
    return [offer for _, offer in sorted(found, key=lambda pair: pair[0])]


_EXACT, _BEGINS, _NAMED, _WITHIN = range(4)


def _rank(item: Item, text: str) -> int | None:
    title = item.title.lower()
    sign = "" if item.op in ops.LEAVES else item.symbol
    if text in (item.op, title, sign) or _SIGNS.get(text) == item.op:
        return _EXACT
    if not text:
        return _EXACT
    if item.op.startswith(text) or any(word.startswith(text) for word in title.split()):
        return _BEGINS
    if len(text) == 1:  # so short, it is within nearly every word
        return _WITHIN if text in sign else None
    return _WITHIN if all(word in item.words for word in text.split()) else None


def _op(graph: engine.Graph, item: Item, join: Join) -> Offer:
    node = NewNode(first_name(graph, item.op), item.op, first_attributes(item.op))
    return _single(node, item, join, asks=item.op in ops.LEAVES)


def _single(node: NewNode, item: Item, join: Join, *, asks: bool = False) -> Offer:
    edges = []
    if join.source is not None:
        edges.append(engine.Edge(join.source, node.name, 0))
    if join.into is not None:
        edges.append(engine.Edge(node.name, *join.into))
    return Offer(item, (node,), tuple(edges), node.name, asks)
