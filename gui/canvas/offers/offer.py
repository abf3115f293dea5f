"""What quick-add can place: nodes with the edges that join them to what is there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import engine
from engine import ops
from engine.graph.attributes import is_parameter
from gui.commands import NewNode
from gui.language import count_text, tr
from gui.picture.item import Item, op_title
from gui.picture.name_text import ends_text, input_text
from gui.picture.numbers import value_text
from gui.theme import LEAF_KINDS, Kind

__all__ = [
    "Join",
    "Offer",
    "Typed",
    "known_offer",
    "leaf_offer",
    "leaf_offers",
    "node_offer",
    "value_offer",
]


@dataclass(frozen=True)
class Join:
    """The open end of an edge: `source` feeds what is placed, or what is placed feeds `into`."""

    source: str | None = None
    into: tuple[str, int] | None = None


@dataclass(frozen=True)
class Typed:
    """What was typed: a text about a graph, the open end it is to meet, the own ops it may name."""

    graph: engine.Graph
    text: str
    join: Join = field(default_factory=Join)
    own: Sequence[engine.OwnOp] = ()


@dataclass(frozen=True)
class Offer:
    """What can be placed: its row in a list, its nodes without positions and its edges.

    `main` is the node that is selected then; with `asks` its value is to be typed next. `values`
    are what leaves that are there get; an edge without nodes joins two that are there.
    """

    item: Item
    nodes: tuple[NewNode, ...]
    edges: tuple[engine.Edge, ...]
    main: str
    asks: bool = False
    values: Mapping[str, engine.Value] = field(default_factory=dict)


def node_offer(node: NewNode, item: Item, join: Join, *, asks: bool = False) -> Offer:
    """Return the offer of one node, joined by its first input or by its output."""
    edges = []
    if join.source is not None:
        edges.append(engine.Edge(join.source, node.name, 0))
    if join.into is not None:
        edges.append(engine.Edge(node.name, *join.into))
    return Offer(item, (node,), tuple(edges), node.name, asks)


def known_offer(graph: engine.Graph, name: str, into: tuple[str, int]) -> Offer:
    """Return the offer of an edge from a node that is there; raises GraphError where none can be.

    Then the node that it feeds is selected.
    """
    edge = engine.Edge(name, *into)
    graph.check_edge(*edge)
    op = graph.op_of(name)
    kind, note = LEAF_KINDS.get(op, Kind.OP), input_text(graph, *into)
    return Offer(Item(op, ends_text(graph, edge), name, kind, None, note, ""), (), (edge,), into[0])


def leaf_offer(name: str, op: str, value: engine.Value | None, join: Join) -> Offer:
    """Return the offer of a leaf, which has no input to join; one without a value is asked for it.

    Raises GraphError where it would have to be fed.
    """
    if join.source is not None:
        raise engine.GraphError(tr("a leaf takes no input; type an op"))
    if value is None:
        symbol, note = name, ""
    elif op == "constant":
        symbol, note = value_text(value), ""
    else:
        symbol, note = name, f"= {value_text(value)}"
    item = Item(op, op_title(op), symbol, LEAF_KINDS[op], None, note, "")
    attributes = {} if value is None else {"value": value}
    return node_offer(NewNode(name, op, attributes), item, join, asks=value is None)


def leaf_offers(name: str, value: engine.Value | None, join: Join) -> list[Offer]:
    """Return a leaf of each kind, first what the name stands for: w and b are parameters."""
    kinds = ops.LEAVES if is_parameter(name) else ("input", "parameter", "constant")
    return [leaf_offer(name, op, value, join) for op in kinds]


def value_offer(graph: engine.Graph, values: Mapping[str, engine.Value]) -> Offer:
    """Return the offer of other values for leaves that are there."""
    first = next(iter(values))
    op, title, note = graph.op_of(first), tr("Set {n} values").format(n=count_text(len(values))), ""
    if len(values) == 1:
        title, note = tr("Set {name}").format(name=first), f"= {value_text(values[first])}"
    item = Item(op, title, first, LEAF_KINDS[op], None, note, "")
    return Offer(item, (), (), first, values=values)
