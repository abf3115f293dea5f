"""The edges of a picture and how they run: most with one plain bend, known by three points each.

A plain one's curves and straight pieces are found when they are asked for: of a large picture few
are seen. Edges that are led around something keep their ways.
"""

from collections.abc import KeysView, Sequence
from copy import copy
from functools import cached_property
from typing import Self, TypeVar

import numpy as np
from numpy.typing import NDArray

import engine
from gui.picture.card import Card
from gui.picture.cards import ROUTED, Cards, Points
from gui.picture.curve import FLAT, bounds_of, flatten_simple, joined, pieces_for, simple_routes
from gui.picture.edges_after import EdgesAfter
from gui.picture.led import Led
from gui.picture.measure import (
    ARROW_LENGTH,
    OUTPUT_ARROW,
    PORT_PITCH,
    SHORT_BEND,
    SHORTEST_BEND,
)
from gui.picture.packing import USUAL, Packing
from gui.picture.shown import Shown
from gui.readings import Seen

__all__ = ["EdgeLines", "at_new_places"]

_CLOSEST = ARROW_LENGTH + 5.0  # units between two cards; nearer, an edge goes around
_PASSED = 22.0  # units from a card that an edge passes to where its lead begins
_ARROW_AIR = 12.0  # units between the tip of the output's arrow and a card
_SHORTEST_ARROW = ARROW_LENGTH + 6.0
_LAP = 0.25  # pixels; where two pieces meet, their soft ends would leave a light dot
_AT_ONCE = 4096  # edges whose bounds are found together: their pieces stay in the cache

Edges = NDArray[np.intp]

_Any = TypeVar("_Any")
_NONE: Edges = np.empty(0, dtype=np.intp)


class EdgeLines(Cards):
    """Cards and the edges between them; those inside a folded group are left out.

    `boxes` has left, top, right, bottom of each edge without its numbers, shape (edges, 4).
    """

    def __init__(self, graph: engine.Graph, readings: Seen, packing: Packing = USUAL) -> None:
        super().__init__(graph, readings, packing)
        self.edges: list[engine.Edge] = self.shown.edges
        self._sources = np.array([self.index[e.source] for e in self.edges], dtype=np.intp)
        self._targets = np.array([self.index[e.target] for e in self.edges], dtype=np.intp)
        self._several: tuple[Edges, NDArray[np.bool_]] | None = None
        self._ports, self._outs = self.shown.ports, self.shown.outs
        self.leads: Points = np.full(len(self.names), packing.lead)
        self._needed_leads = self.leads  # by the numbers of each card alone, whatever its column
        self._arrow = OUTPUT_ARROW
        self.boxes: Points = np.empty((len(self.edges), 4))
        # what each way was found for: where it begins, its lead, its end, and its lane
        self._found_for: Points = np.zeros((len(self.edges), 8))
        self._led: dict[int, Led] = {}
        self._alone: dict[int, Led] = {}  # how each would be led if there were no other edge

    @property
    def targets(self) -> Edges:
        """The card into which each edge leads."""
        return self._targets

    def take_edges(self, before: Self, after: EdgesAfter) -> None:
        """Have the edges of `before` as they are `after` an edit; ways of new ones are owed."""
        taken, rows = after.taken, after.rows
        self.edges = after.edges
        self._sources = taken(rows[before._sources], after.sources)
        self._targets = taken(rows[before._targets], after.targets)
        self._ports = taken(before._ports, after.ports)
        self._outs = np.zeros(len(self.edges))
        self.boxes = taken(before.boxes, 0.0)
        self._found_for = taken(before._found_for, np.nan)
        self._led = at_new_places(after.became, before._led)
        self._alone = at_new_places(after.became, before._alone)
        self.shown = Shown.plain(self.graph, self.names, self.index, self.edges, self._ports)

    def take_cards(self, before: Self, rows: Edges, cards: list[Card], fresh: list[int]) -> None:
        """Have the `cards` that stand in `rows` of `before`, with the usual leads."""
        self.leads = self._needed_leads = np.full(len(rows), self.packing.lead)
        self._arrow = OUTPUT_ARROW
        super().take_cards(before, rows, cards, fresh)

    @cached_property
    def edge_index(self) -> dict[tuple[str, int], int]:
        """The place of the edge into each (target, port)."""
        return {(edge.target, edge.port): i for i, edge in enumerate(self.edges)}

    def feeding_several(self, edges: Edges | None = None) -> NDArray[np.bool_]:
        """Tell of each card whether several edges leave it, or of some: each frame, slice asks."""
        if edges is not None:
            return np.bincount(self._sources[edges], minlength=len(self.names)) > 1
        known = self._several
        if known is None or known[0] is not self._sources:  # an edit brings another array
            counts = np.bincount(self._sources, minlength=len(self.names))
            known = self._several = self._sources, counts > 1
        return known[1]

    def edges_among(self, rows: Sequence[int] | NDArray[np.intp]) -> Edges:
        """Return the edges that lead from one of the cards `rows` to another."""
        held = np.zeros(len(self.names), dtype=np.bool_)
        held[rows] = True
        return np.flatnonzero(held[self._sources] & held[self._targets])

    def edges_into(self, rows: Sequence[int]) -> Edges:
        """Return the edges that lead to one of the cards `rows`."""
        return np.flatnonzero(np.isin(self._targets, rows))

    def place_of_edge(self, edge: engine.Edge) -> int | None:
        """Return the place of an edge, None where the picture draws none into its port."""
        return self.edge_index.get((edge.target, edge.port))

    @property
    def special(self) -> KeysView[int]:
        """The edges that are led around something, or back to the left."""
        return self._led.keys()

    def way(self, i: int) -> Points:
        """Return edge `i` as a chain of curves, shape (1 + 3k, 2)."""
        led = self._led.get(i)
        if led is not None:
            return led.way
        return self._plain_ways(np.array([i]))[0]  # type: ignore[no-any-return]

    def line(self, i: int) -> Points:
        """Return edge `i` as straight pieces, shape (points, 2)."""
        return self.lines_of(np.array([i]))[0]

    def lines_of(self, edges: Edges) -> list[Points]:
        """Return `edges` as straight pieces."""
        led = self.led_ways(edges)
        plain = iter(self.plain_lines(edges[[one is None for one in led]]))
        return [next(plain) if one is None else one.line for one in led]

    def led_ways(self, edges: Edges) -> list[Led | None]:
        """Return the ways of those of `edges` that are led around something, None for others."""
        return list(map(self._led.get, edges.tolist()))

    @property
    def lines(self) -> list[Points]:
        """All edges as straight pieces."""
        return self.lines_of(np.arange(len(self.edges)))

    def plain_lines(self, edges: Edges, pieces: int = FLAT) -> Points:
        """Return `edges` as if each ran with one bend, shape (edges, pieces + 2, 2)."""
        return flatten_simple(self._plain_ways(edges), pieces)

    def segments(self, edges: Edges, scale: float, foot: float, *, coarse: bool = False) -> Points:
        """Return `edges` as straight pieces that are round at a scale, (x, y) of both ends each.

        They end `foot` before their ports; a level one is a single piece. Where it is `coarse`, so
        is a plain bend.
        """
        special = [self._led[i] for i in edges.tolist() if i in self._led] if self._led else []
        if special:
            edges = edges[[i not in self._led for i in edges.tolist()]]
        lines = [led.drawn_at(scale)[None] for led in special]
        corners = self.corners(edges)
        if coarse:
            return joined([*lines, corners], foot, 0.0)
        climbs = np.abs(corners[:, 1, 1] - corners[:, 0, 1])
        level = climbs == 0.0
        lines.append(corners[level][:, ::2])
        counts = np.where(level, 0, pieces_for(climbs * scale))
        some = sorted(set(counts[~level].tolist()))  # np.unique loads masked arrays at first
        lines += (self.plain_lines(edges[counts == count], count) for count in some)
        return joined(lines, foot, _LAP / scale)

    def corners(self, edges: Edges) -> Points:
        """Return where each of `edges` begins, where its lead does, its end: (edges, 3, 2)."""
        corners: Points = self._found_for[edges, :6].reshape(-1, 3, 2)
        return corners

    def ends_of(self, edges: Edges) -> Points:
        """Return where `edges` end as the cards stand now: at their ports, shape (edges, 2)."""
        targets = self._targets[edges]
        ends: Points = self.centres[targets] - self.sizes[targets] * (0.5, 0.0)
        places = self._ports[edges] - (self._port_counts[targets] - 1) / 2
        ends[:, 1] += places * self._port_pitches[targets]
        return ends

    def with_edges_kept(self) -> Self:
        """Return this picture with its edges as they run now, whatever moves here later."""
        kept = copy(self)
        kept.boxes, kept._found_for = self.boxes.copy(), self._found_for.copy()
        kept._led, kept._alone = dict(self._led), dict(self._alone)
        return kept

    def output_arrow(self) -> tuple[tuple[float, float], tuple[float, float]] | None:
        """Return both ends of the arrow that leaves the output, None where there is no output.

        There is none either where edges leave the output: it would lie among them.
        """
        output = self.readings.output or ""
        if output not in self.index:
            return None
        leaving = np.flatnonzero(self._sources == self.index[output])  # asked for in every frame
        if any(self.edges[i].source == output for i in leaving):
            return None
        x, y = self.leaving_point(output)
        return (x, y), (x + self._arrow_length(x, y), y)

    # --- inside

    def _arrow_length(self, x: float, y: float) -> float:
        """Return how long the output's arrow from a point is: it leads into no card beside it."""
        if len(self.names) > ROUTED:
            return self._arrow
        lefts, tops, _, bottoms = self.rectangles().T
        packing = self.packing
        beside = (lefts > x) & (lefts < x + self._arrow + _ARROW_AIR)
        beside &= (tops < y + packing.drop) & (bottoms > y - packing.rise - packing.number)
        room = float(lefts[beside].min()) - x - _ARROW_AIR if beside.any() else self._arrow
        return max(min(room, self._arrow), _SHORTEST_ARROW)

    def _plain_ways(self, edges: Edges) -> Points:
        return simple_routes(*self.corners(edges).transpose(1, 0, 2))

    def _run_plainly(self, chosen: Edges) -> None:
        """Let the edges `chosen` run with one bend, whatever is in the way."""
        self._found_for[chosen, :6] = np.concatenate(self._edge_points(chosen), axis=1)
        for first in range(0, len(chosen), _AT_ONCE):
            some = chosen[first : first + _AT_ONCE]
            self.boxes[some] = bounds_of(self.plain_lines(some))
        for i in self._led.keys() & set(chosen.tolist()) if self._led else ():
            del self._led[i]
            self._alone.pop(i, None)

    def _edge_points(self, edges: Edges) -> tuple[Points, Points, Points]:
        """Return where each of `edges` leaves its source, where its lead begins, and its port."""
        sources, targets = self._sources[edges], self._targets[edges]
        starts = self.centres[sources] + self.sizes[sources] * (0.5, 0.0)
        if self.shown.composites:
            outs = self._outs[edges] - (self._out_counts[sources] - 1) / 2
            starts[:, 1] += outs * PORT_PITCH
        ends = self.ends_of(edges)
        leads = ends.copy()
        leads[:, 0] -= self.leads[targets]
        # A source that stands close keeps a short bend rather than a loop around its port.
        bend = np.clip(np.abs(ends[:, 1] - starts[:, 1]), SHORTEST_BEND, SHORT_BEND)
        short = np.minimum(starts[:, 0] + bend, ends[:, 0] - ARROW_LENGTH)
        close = (leads[:, 0] < short) & (ends[:, 0] - starts[:, 0] > _CLOSEST)
        leads[close, 0] = short[close]
        long = ends[:, 0] - starts[:, 0] > self.leads[targets] + _PASSED
        far = np.flatnonzero(long) if len(self.names) <= ROUTED else _NONE
        if len(far):  # it may begin inside a card that the edge has yet to pass
            passed = self.cards_before(ends[far])
            passed[passed <= starts[far, 0]] = -np.inf
            least = np.minimum(passed + _PASSED, ends[far, 0] - ARROW_LENGTH)
            leads[far, 0] = np.maximum(leads[far, 0], least)
        return starts, leads, ends


def at_new_places(became: Edges, known: dict[int, _Any]) -> dict[int, _Any]:
    """Return what is known of edges where each `became` another one, without those that are −1."""
    places = became[list(known)].tolist() if known else []
    return {place: what for place, what in zip(places, known.values(), strict=True) if place >= 0}
