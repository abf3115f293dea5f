"""Cards into columns: each stands left of all it feeds, and long edges get a lane in between."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from gui.picture.packing import USUAL, Packing

__all__ = ["Arc", "Box", "Columns", "Join", "into_columns"]

_LANE_LIMIT = 4  # lanes per card and edge; a graph that needs more is drawn without them
# How strongly an arc pulls its ends to one height: a leaf yields to everything, a lane is straight.
_LEAF_PULL, _LANE_PULL, _STRAIGHT_PULL = 1e-3, 0.05, 0.5


@dataclass(frozen=True, slots=True)
class Box:
    """What the layout knows of a card: its width, its reach up and down, where its ports are.

    A `frame` with all that is in it is a box too. `grown` is that of its card.
    """

    width: float
    up: float
    down: float
    lead: float
    ports: tuple[float, ...]
    leaf: bool
    frame: bool = False
    grown: float = 0.0


class Join(NamedTuple):
    """An edge between boxes; `rise` is how far below its box's middle the source lies.

    A source in a frame ends `short` of its right border; a target in one begins `deep` behind the
    left one, with a `lead` of its own.
    """

    source: int
    target: int
    port: int
    rise: float = 0.0
    short: float = 0.0
    deep: float = 0.0
    lead: float = 0.0


@dataclass(frozen=True, slots=True)
class Arc:
    """A piece of an edge between neighbouring columns.

    It `leaves` its source and `enters` its target so far below the middle of each.
    """

    source: int
    target: int
    leaves: float
    enters: float
    weight: float

    @property
    def offset(self) -> float:
        """Return how far below the target's middle the source's stands where the piece is level."""
        return self.enters - self.leaves


@dataclass(slots=True)
class Columns:
    """Vertices by column, column 0 the rightmost; vertices from `cards` on are lanes."""

    cards: int
    packing: Packing = USUAL
    joins: Sequence[Join] = ()
    columns: list[list[int]] = field(default_factory=list)
    arcs: list[Arc] = field(default_factory=list)
    inputs: list[list[Arc]] = field(default_factory=list)
    outputs: list[list[Arc]] = field(default_factory=list)


def into_columns(boxes: list[Box], edges: list[Join], packing: Packing = USUAL) -> Columns:
    """Return the columns of the cards, in an order in which a tree has no crossings.

    `edges` are sorted by target and port.
    """
    depth = _depths(len(boxes), edges)
    column_of = list(depth)
    arcs = _arcs(boxes, edges, column_of)
    laid = Columns(len(boxes), packing, edges, arcs=arcs)
    laid.inputs = [[] for _ in column_of]
    laid.outputs = [[] for _ in column_of]
    for arc in arcs:
        laid.inputs[arc.target].append(arc)
        laid.outputs[arc.source].append(arc)
    laid.columns = [[] for _ in range(max(column_of, default=-1) + 1)]
    for vertex in _visiting_order(laid, len(boxes)):
        laid.columns[column_of[vertex]].append(vertex)
    return laid


def _depths(cards: int, edges: list[Join]) -> list[int]:
    """Return each card's longest way to a sink, in edges."""
    inputs: list[list[int]] = [[] for _ in range(cards)]
    waiting = [0] * cards
    for source, target, *_ in edges:
        inputs[target].append(source)
        waiting[source] += 1
    depth = [0] * cards
    ready = [card for card in range(cards) if not waiting[card]]
    while ready:
        target = ready.pop()
        for source in inputs[target]:
            depth[source] = max(depth[source], depth[target] + 1)
            waiting[source] -= 1
            if not waiting[source]:
                ready.append(source)
    return depth


def _arcs(boxes: list[Box], edges: list[Join], column_of: list[int]) -> list[Arc]:
    """Return the edges cut into pieces of one column; lanes are appended to `column_of`."""
    lanes = sum(column_of[s] - column_of[t] - 1 for s, t, *_ in edges)
    cut = lanes <= _LANE_LIMIT * (len(boxes) + len(edges))
    arcs = []
    for source, target, port, rise, *_ in edges:
        at, leaves, weight = source, rise, _LEAF_PULL if boxes[source].leaf else 1.0
        if cut:
            for column in range(column_of[source] - 1, column_of[target], -1):
                column_of.append(column)
                lane = len(column_of) - 1
                arcs.append(Arc(at, lane, leaves, 0.0, weight))
                at, leaves, weight = lane, 0.0, _STRAIGHT_PULL
        last = weight if at == source else _LANE_PULL
        arcs.append(Arc(at, target, leaves, boxes[target].ports[port], last))
    return arcs


def _visiting_order(laid: Columns, cards: int) -> list[int]:
    """Return all vertices, depth first from the sinks, inputs in the order of their ports."""
    seen = [False] * len(laid.inputs)
    order = []
    for sink in range(cards):
        if laid.outputs[sink]:
            continue
        stack = [sink]
        while stack:
            vertex = stack.pop()
            if seen[vertex]:
                continue
            seen[vertex] = True
            order.append(vertex)
            stack.extend(arc.source for arc in reversed(laid.inputs[vertex]))
    return order
