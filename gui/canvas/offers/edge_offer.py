"""Connecting by name: the edges between one node and those whose name is typed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest

import numpy as np

import engine
from engine.graph.dicts import attributes_of, predecessors_of, successors_of
from engine.ops import LEAVES
from engine.reach import reached
from engine.words.suggestion import did_you_mean
from gui.canvas.finding.found import number_in
from gui.language import tr
from gui.picture.item import Item
from gui.picture.name_text import card_text, input_text
from gui.picture.shown import places_of
from gui.theme import LEAF_KINDS, Kind

__all__ = ["EdgeOffer", "edge_offers"]

_MOST = 100  # nodes; a longer list is not read, a letter more is typed
_WAITS, _GROWS, _OCCUPIED, _TWICE = range(4)  # of ports, the likeliest first; twice adds to these
_CALLED, _ALIKE, _BEGINS, _WITHIN = range(4)  # how well a text names a node
_BACK = 400.0  # units: so much longer is an edge that would have to lead back
_MARKS = str.maketrans("", "", "_^{}")  # of a label, that are not read


@dataclass(frozen=True)
class EdgeOffer:
    """An edge that can be made, and its row in a list."""

    item: Item
    edge: engine.Edge


def edge_offers(
    graph: engine.Graph, name: str, text: str, into: tuple[str, int] | None = None
) -> list[EdgeOffer]:
    """Return the edges that may join `name` with the nodes that `text` names, the likeliest first.

    A node that is called just so comes first, then those whose names begin so; of these ports that
    wait for an edge, those that grow, those that are occupied; of each the nearest. Those
    `into` the port that somebody is asked to feed come before others of the same rank. Raises
    GraphError with the reason where there is none.
    """
    text = text.strip()
    number = number_in(text)[1] if "=" not in text else None
    ranks = {other: _rank(graph, other, text, number) for other in graph.nodes()}
    fit = {other: rank for other, rank in ranks.items() if rank is not None}
    called = list(fit)
    if not called:
        raise engine.UnknownNodeError(
            tr("no node is called ‘{text}’").format(text=text) + did_you_mean(text, graph.nodes())
        )
    joinable = _Joinable(graph, name)
    near = dict(zip(called, joinable.distances(called), strict=True))
    others = nsmallest(
        _MOST,
        filter(joinable.joins, called),
        key=lambda other: (fit[other], not joinable.waits_between(other), near[other]),
    )
    if not others:
        raise engine.EdgeError(_why_not(graph, name, text if text in called else called[0]))
    found = [
        ((fit[edge_end], edge[1:] != into, *key, near[edge_end]), edge)
        for edge_end in others
        for key, edge in joinable.edges(edge_end)
    ]
    found.sort(key=lambda pair: pair[0])
    return [EdgeOffer(_item(graph, name, edge), edge) for _, edge in found]


def _rank(graph: engine.Graph, name: str, text: str, number: float | None) -> int | None:
    """Return how well a text names a node, by its name or its label; None where it does not.

    A leaf is found by the number that it holds, too: some constants show nothing else.
    """
    if text in ("", name):
        return _CALLED
    own = attributes_of(graph)[name]
    if number is not None and type(held := own.get("value")) is float and held == number:
        return _ALIKE
    wanted = text.lower()
    found, label = [_found(wanted, name.lower())], own.get("label")
    read = wanted.translate(_MARKS)
    if label and read:
        found.append(_found(read, str(label).lower().translate(_MARKS)))
    return min((rank for rank in found if rank is not None), default=None)


def _found(wanted: str, name: str) -> int | None:
    if name == wanted:
        return _ALIKE
    return _BEGINS if name.startswith(wanted) else _WITHIN if wanted in name else None


class _Joinable:
    """Which edges between one node and others would be legal and new, and how likely each is."""

    def __init__(self, graph: engine.Graph, name: str) -> None:
        self._graph, self._name = graph, name
        self._nodes = attributes_of(graph)
        self._is_leaf = graph.is_leaf(name)
        self._upstream = reached(predecessors_of(graph), name)
        self._downstream = reached(successors_of(graph), name)
        self._waiting = {other for other, _ in graph.missing_inputs()}

    def joins(self, other: str) -> bool:
        """Tell whether an edge could lead to another node, or come from there."""
        return self._feeds(other) or self._is_fed_by(other)

    def waits_between(self, other: str) -> bool:
        """Tell whether an edge between both could go to a port that waits for one."""
        onward = other in self._waiting and self._feeds(other)
        return onward or (self._name in self._waiting and self._is_fed_by(other))

    def distances(self, others: Sequence[str]) -> list[float]:
        """Return how far other nodes are; an edge that would have to lead back is longer."""
        places = places_of(self._graph, [self._name, *others])
        away = places[1:] - places[0]
        leads_back = np.array([self._feeds(other) for other in others]) == (away[:, 0] <= 0.0)
        longer = (_BACK + 2.0 * np.abs(away[:, 0])) * leads_back
        found: list[float] = (np.hypot(away[:, 0], away[:, 1]) + longer).tolist()
        return found

    def edges(self, other: str) -> Iterator[tuple[tuple[int, bool, bool], engine.Edge]]:
        """Yield the edges between both, with how likely each is meant."""
        if self._feeds(other):
            yield from self._into(self._name, other)
        if self._is_fed_by(other):
            yield from self._into(other, self._name)

    def _feeds(self, other: str) -> bool:
        return other not in self._upstream and self._nodes[other]["op"] not in LEAVES

    def _is_fed_by(self, other: str) -> bool:
        return not self._is_leaf and other not in self._downstream

    def _into(
        self, source: str, target: str
    ) -> Iterator[tuple[tuple[int, bool, bool], engine.Edge]]:
        """Yield the edges from source to target; one that is there makes a second one unlikely.

        What feeds nothing yet is likely to be meant, but for the output.
        """
        graph = self._graph
        sources = graph.inputs(target)
        used = source == graph.output or graph.consumer_count(source) > 0
        back, twice = target == self._name, _TWICE * (source in sources)
        for port, occupant in enumerate(sources):
            if occupant is None:
                yield (_WAITS, used, back), engine.Edge(source, target, port)
            elif occupant != source:
                yield (_OCCUPIED + twice, used, back), engine.Edge(source, target, port)
        if graph.next_port(target) == len(sources):
            yield (_GROWS + twice, used, back), engine.Edge(source, target, len(sources))


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
        note += ", " + tr("replaces {name}").format(name=card_text(graph, occupant))
    kind = LEAF_KINDS.get(op, Kind.OP)
    title = f"{card_text(graph, edge.source)} → {card_text(graph, edge.target)}"
    return Item(op, title, other, kind, None, note, "")
