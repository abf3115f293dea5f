"""Connecting by name: the edges between one node and those whose name is typed."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest

import engine
from engine.reach import reached
from engine.words.suggestion import did_you_mean
from gui.language import tr
from gui.picture.item import Item
from gui.picture.name_text import ends_text, input_text, name_text
from gui.theme import LEAF_KINDS, Kind

__all__ = ["EdgeOffer", "edge_offers"]

_MOST = 100  # nodes; a longer list is not read, a letter more is typed


@dataclass(frozen=True)
class EdgeOffer:
    """An edge that can be made, and its row in a list."""

    item: Item
    edge: engine.Edge


def edge_offers(graph: engine.Graph, name: str, text: str) -> list[EdgeOffer]:
    """Return the edges that may join `name` with the nodes that `text` names, the likeliest first.

    Ports without an edge come before occupied ones. Raises GraphError with the reason where
    there is none.
    """
    text = text.strip()
    wanted = text.lower()
    others = [other for other in graph.nodes() if wanted in other.lower()]
    others = nsmallest(_MOST, others, key=lambda other: _rank(other, text))
    if not others:
        raise engine.UnknownNodeError(
            tr("no node is called ‘{text}’").format(text=text) + did_you_mean(text, graph.nodes())
        )
    # networkx's own dicts: through its views it takes three times as long
    upstream = reached(graph.network._pred, name)
    downstream = reached(graph.network._succ, name)
    found: list[tuple[tuple[int, int, bool], engine.Edge]] = []
    for other in others:
        rank = _rank(other, text)
        if other not in upstream:
            found += [((rank, *key), edge) for key, edge in _edges(graph, name, other, back=False)]
        if other not in downstream:
            found += [((rank, *key), edge) for key, edge in _edges(graph, other, name, back=True)]
    if not found:
        raise engine.EdgeError(_why_not(graph, name, others[0]))
    found.sort(key=lambda pair: pair[0])
    return [EdgeOffer(_item(graph, name, edge), edge) for _, edge in found]


def _rank(name: str, text: str) -> int:
    return 0 if name == text else 1 if name.startswith(text) else 2


def _edges(
    graph: engine.Graph, source: str, target: str, *, back: bool
) -> Iterator[tuple[tuple[int, bool], engine.Edge]]:
    """Yield the edges from source to target that would be new, with how likely each is meant.

    First come ports that wait for an edge, then one that grows, then those that are occupied.
    """
    if graph.is_leaf(target):
        return
    sources = graph.inputs(target)
    for port, occupant in enumerate(sources):
        if occupant != source:
            yield (2 * (occupant is not None), back), engine.Edge(source, target, port)
    if graph.next_port(target) == len(sources):
        yield (1, back), engine.Edge(source, target, len(sources))


def _why_not(graph: engine.Graph, name: str, other: str) -> str:
    """Return why no edge joins the two."""
    for source, target in ((name, other), (other, name)):
        for port in range(graph.port_count(target)):
            try:
                graph.check_edge(source, target, port, replace=True)
            except engine.GraphError as error:
                return str(error)
    return tr("neither {name} nor {other} takes an input").format(name=name, other=other)


def _item(graph: engine.Graph, name: str, edge: engine.Edge) -> Item:
    other = edge.target if edge.source == name else edge.source
    op = graph.op_of(other)
    sources = graph.inputs(edge.target)
    occupant = sources[edge.port] if edge.port < len(sources) else None
    note = input_text(graph, edge.target, edge.port)
    if occupant is not None:
        note += ", " + tr("replaces {name}").format(name=name_text(graph, occupant))
    kind = LEAF_KINDS.get(op, Kind.OP)
    return Item(op, ends_text(graph, edge), other, kind, None, note, "")
