"""A graph as it is shown: which nodes each card stands for, which edges are drawn between cards.

A card stands for one node, or for all nodes of a folded group; such a composite has an input for
every edge that enters it and an output for every member that something else reads. Where nothing
is folded, cards are nodes, and their ports are the graph's.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain, filterfalse

import numpy as np
from numpy.typing import NDArray

import engine
from engine.graph.attributes import Position
from engine.graph.dicts import attributes_of, predecessors_of, successors_of
from engine.graph.folding import folded_groups
from engine.progress import watched

__all__ = ["Composite", "Shown", "anchor", "composite_of", "place_of", "placed", "places_of"]

_SOONER = 5  # to ask what lies outside takes so much less for each node than to ask what is inside


@dataclass(frozen=True, slots=True)
class Composite:
    """A folded group: its nodes in their order, and the nodes and ports behind its own ports."""

    group: engine.Group
    nodes: tuple[str, ...]
    inputs: tuple[tuple[str, int], ...]
    outputs: tuple[str, ...]


class Shown:
    """Cards and drawn edges of a graph; the card of row `i` is known by the node `names[i]`.

    `index` has the row of every node, hidden ones too. `ports` and `outs` say which input of its
    target's card and which output of its source's card an edge of `edges` meets. With `open_all`
    no group is a card.
    """

    def __init__(self, graph: engine.Graph, *, open_all: bool = False) -> None:
        self.graph = graph
        self.names: list[str] = graph.nodes()
        self.edges: list[engine.Edge] = graph.edges()
        self.composites: dict[int, Composite] = {}
        self._places: dict[tuple[str, int], int] = {}
        self._outs: dict[str, int] = {}
        folded = () if open_all else folded_groups(graph)
        if folded:
            self._fold(folded)
        else:
            self.index: dict[str, int] = {name: i for i, name in enumerate(self.names)}
        if self.composites:
            self.ports = np.array([self.port_place(e.target, e.port) for e in self.edges], float)
            self.outs = np.array([self.out_place(e.source) for e in self.edges], float)
        else:
            self.ports = np.array([e.port for e in self.edges], dtype=np.float64)
            self.outs = np.zeros(len(self.edges))

    @classmethod
    def plain(
        cls,
        graph: engine.Graph,
        names: list[str],
        index: dict[str, int],
        edges: list[engine.Edge],
        ports: NDArray[np.float64],
    ) -> "Shown":
        """Return what is shown of a graph without groups, all of which is known."""
        shown = cls.__new__(cls)
        shown.graph, shown.names, shown.index, shown.edges = graph, names, index, edges
        shown.ports, shown.outs = ports, np.zeros(len(edges))
        shown.composites, shown._places, shown._outs = {}, {}, {}
        return shown

    def nodes_of(self, row: int) -> tuple[str, ...]:
        """Return the nodes that card `row` stands for."""
        composite = self.composites.get(row)
        return (self.names[row],) if composite is None else composite.nodes

    def nodes_of_each(self, rows: Iterable[int]) -> list[tuple[str, ...]]:
        """Return the nodes that each of some cards stands for."""
        rows = [*rows]
        # of 100,000 in a third of the time
        alone: list[tuple[str, ...]] = [*zip(map(self.names.__getitem__, rows))]
        for at in (k for k, row in enumerate(rows) if row in self.composites):
            alone[at] = self.composites[rows[at]].nodes
        return alone

    def stands_for_any(self, row: int, nodes: Set[str]) -> bool:
        """Tell whether card `row` stands for one of some nodes, or several."""
        return not nodes.isdisjoint(self.nodes_of(row))

    def nodes_of_all(self, rows: Iterable[int]) -> set[str]:
        """Return the nodes that the cards `rows` stand for together."""
        return set(chain.from_iterable(self.nodes_of_each(rows)))

    def port_place(self, node: str, port: int) -> int:
        """Return which input of its card is the node's `port`."""
        return self._places.get((node, port), port if self._is_alone(node) else 0)

    def out_place(self, node: str) -> int:
        """Return which output of its card is the node's; a hidden one has the first."""
        return self._outs.get(node, 0)

    def input_at(self, row: int, place: int) -> tuple[str, int]:
        """Return the node and port behind an input of card `row`."""
        composite = self.composites.get(row)
        return (self.names[row], place) if composite is None else composite.inputs[place]

    def output_at(self, row: int, place: int) -> str:
        """Return the node behind an output of card `row`."""
        composite = self.composites.get(row)
        return self.names[row] if composite is None else composite.outputs[place]

    def place(self, row: int) -> Position:
        """Return the place of card `row`: its node's position, or `anchor` of its nodes'."""
        composite = self.composites.get(row)
        if composite is None:
            return place_of(self.graph, self.names[row])
        return anchor(self.graph, {name: place_of(self.graph, name) for name in composite.nodes})

    def places(self, rows: Sequence[int] | None = None) -> NDArray[np.float64]:
        """Return the places of cards, by default of all, shape (cards, 2)."""
        rows = range(len(self.names)) if rows is None else rows
        found = places_of(self.graph, [self.names[row] for row in rows])
        for at, row in enumerate(rows) if self.composites else ():
            if row in self.composites:
                found[at] = self.place(row)
        return found

    def _is_alone(self, node: str) -> bool:
        return self.index[node] not in self.composites

    def _fold(self, folded: tuple[engine.Group, ...]) -> None:
        """Put one card in the place of each group's first node; keep the edges between cards."""
        holder = {name: group for group in folded for name in group.members}
        rows: dict[str, int] = {}
        names: list[str] = []
        self.index = {}
        for name in self.names:
            group = holder.get(name)
            key = name if group is None else f"\0{group.id}"
            if key not in rows:
                rows[key] = len(names)
                names.append(name)
            self.index[name] = rows[key]
        self.names = names
        for group in folded:
            self._add(composite_of(self.graph, group))
        self.edges = [e for e in self.edges if self.index[e.source] != self.index[e.target]]

    def _add(self, composite: Composite) -> None:
        row, output = self.index[composite.nodes[0]], self.graph.output
        # known by what leaves it last: a step that looks at the card sees its result
        self.names[row] = output if output in composite.nodes else composite.outputs[-1]
        self.composites[row] = composite
        self._places |= {pair: place for place, pair in enumerate(composite.inputs)}
        self._outs |= {name: place for place, name in enumerate(composite.outputs)}


def composite_of(graph: engine.Graph, group: engine.Group) -> Composite:
    """Return what a group is, or would be, as one card."""
    inside, output = set(group.members), graph.output
    nodes = tuple(graph.in_order(inside))
    leads_in, leads_out = predecessors_of(graph), successors_of(graph)
    entered = {name for name, _ in graph.missing_inputs()}
    left = {output, *filterfalse(leads_out.__getitem__, nodes)}
    if _SOONER * len(inside) > len(graph):  # what crosses the border is found from outside
        outside = [*filterfalse(inside.__contains__, graph.nodes())]
        entered.update(chain.from_iterable(map(leads_out.__getitem__, watched(outside, 0.2, 0.5))))
        left.update(chain.from_iterable(map(leads_in.__getitem__, watched(outside, 0.5, 0.8))))
    else:
        entered.update(name for name in nodes if not inside.issuperset(leads_in[name]))
        left.update(name for name in nodes if not inside.issuperset(leads_out[name]))
    inputs = [
        (name, port)
        for name in filter(entered.__contains__, nodes)
        for port, source in enumerate(graph.inputs(name))
        if source not in inside
    ]
    outputs = filter(left.__contains__, nodes)
    return Composite(group, nodes, tuple(inputs), tuple(outputs))


def anchor(graph: engine.Graph, places: Mapping[str, Position]) -> Position:
    """Return where the card of a group stands whose nodes have these places: over its last op.

    What feeds any op of the group stands left of that, so no edge has to come back to the card.
    """
    ops = [place for name, place in places.items() if not graph.is_leaf(name)]
    xs, ys = zip(*(ops or places.values()), strict=True)
    return max(xs), (min(ys) + max(ys)) / 2


def place_of(graph: engine.Graph, name: str) -> Position:
    """Return a node's position, the origin where it has none."""
    x, y = graph.attributes(name).get("position", (0.0, 0.0))
    return float(x), float(y)


def places_of(graph: engine.Graph, names: Iterable[str]) -> NDArray[np.float64]:
    """Return the positions of nodes, shape (names, 2), the origin for those that have none."""
    known, origin = attributes_of(graph), (0.0, 0.0)  # a call for each would take twice as long
    found = [known[name].get("position", origin) for name in names]
    return np.fromiter(chain.from_iterable(found), np.float64).reshape(-1, 2)


def placed(names: Collection[str], places: NDArray[np.float64]) -> dict[str, Position]:
    """Return nodes with their places, shape (names, 2), as a move takes them."""
    xs, ys = places.T.tolist()
    return dict(zip(names, zip(xs, ys, strict=True), strict=True))
