"""The ways of a picture's edges as arrays, found around the cards and kept up as cards move."""

from collections.abc import Iterable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

import engine
from gui.picture.cards import ROUTED, Cards, Points
from gui.picture.measure import (
    ARROW_LENGTH,
    LEAD,
    OUTPUT_ARROW,
    PORT_PITCH,
    SHORT_BEND,
    SHORTEST_BEND,
    SUM_ROOM,
)
from gui.picture.returning import Lane, lanes_of, reaches_of
from gui.picture.route import (
    FLAT,
    bounds_of,
    flatten,
    flatten_simple,
    hits,
    known_route,
    led_between,
    simple_routes,
)
from gui.readings import Seen

__all__ = ["ROUTED", "EdgeWays"]

_NOWHERE: Points = np.empty((0, 2))
_NO_CARDS: Points = np.empty((0, 4))
_TOUCHING: Points = np.array([5.0, 5.0, -5.0, -5.0])  # as deep an edge may enter numbers' room
_CLOSEST = ARROW_LENGTH + 5.0  # units between two cards; nearer, an edge goes around
_PASSED = 22.0  # units from a card that an edge passes to where its lead begins
_AIR = 8.0  # units around a card in which an edge looks for another way


class EdgeWays(Cards):
    """Cards and the edges between them; those inside a folded group are left out.

    `ways` are chains of curves, `lines` the same as straight pieces, `boxes` their bounds.
    """

    def __init__(self, graph: engine.Graph, readings: Seen) -> None:
        super().__init__(graph, readings)
        self.edges: list[engine.Edge] = self.shown.edges
        self._sources = np.array([self.index[e.source] for e in self.edges], dtype=np.intp)
        self._targets = np.array([self.index[e.target] for e in self.edges], dtype=np.intp)
        self._ports, self._outs = self.shown.ports, self.shown.outs
        self.leads: Points = np.full(len(self.names), LEAD)
        self._arrow = OUTPUT_ARROW
        edges = len(self.edges)
        self.ways: list[Points] = [_NOWHERE] * edges
        self.lines: list[Points] = [_NOWHERE] * edges
        self.flat: Points = np.empty((edges, FLAT + 2, 2))  # the lines of all but the special
        self.special: set[int] = set()
        self.boxes: Points = np.empty((edges, 4))  # left, top, right, bottom, without numbers
        self._cards_drawn: Points = _NO_CARDS
        self._rooms_drawn: Points = _NO_CARDS  # the same with the numbers before and below them
        self._found_for: Points = np.zeros((edges, 8))  # its ends and lane, for each edge
        # of which cards elsewhere may have opened or closed the way, until `settle` has looked
        self._owed: NDArray[np.bool_] = np.zeros(edges, dtype=bool)

    @cached_property
    def edge_index(self) -> dict[tuple[str, int], int]:
        """The place of the edge into each (target, port)."""
        return {(edge.target, edge.port): i for i, edge in enumerate(self.edges)}

    def place_of_edge(self, edge: engine.Edge) -> int | None:
        """Return the place of an edge, None where the picture draws none into its port."""
        return self.edge_index.get((edge.target, edge.port))

    def reroute(self, rows: Iterable[int] | None = None) -> None:
        """Find the way of every edge, or of those that the cards `rows` touch when only they moved.

        In a large picture every edge runs plainly; looking around would take too long.
        """
        moved = None if rows is None else list(rows)
        if len(self.names) > ROUTED:  # no edge looks at the cards around it
            every = np.arange(len(self.edges))
            self._run_plainly(every if moved is None else np.flatnonzero(self._hanging(moved)))
            return
        _, before = self._draw_cards()
        looked_for = self._looked_for()
        chosen = np.ones(len(self.edges), dtype=bool)
        if moved is not None:
            boxes = np.concatenate([before[moved], self._rooms_drawn[moved]])
            chosen = self._touched(moved, boxes)
            self._owed |= self._in_question(boxes, looked_for)
        self._lead_around(chosen, looked_for)

    def reroute_after(self, was: NDArray[np.intp] | None = None) -> None:
        """Find the ways of a small picture that other cards or leads forbid; others are owed.

        `was` says which card each was of those that were drawn before, -1 for none; without it
        they are the same ones. What `settle` finds then is what would be found anew.
        """
        before, rooms = self._draw_cards()
        was = np.arange(len(before)) if was is None else was
        same = was >= 0
        now = np.concatenate([self._cards_drawn, self._rooms_drawn], axis=1)
        same[same] = (np.concatenate([before, rooms], axis=1)[was[same]] == now[same]).all(axis=1)
        gone = np.ones(len(before), dtype=bool)
        gone[was[same]] = False
        came, changed = self._cards_drawn[~same], [rooms[gone], self._rooms_drawn[~same]]
        looked_for = self._looked_for()
        self._owed |= self._in_question(np.concatenate(changed), looked_for)
        chosen: NDArray[np.bool_] = (looked_for != self._found_for)[:, :6].any(axis=1)
        self._lead_around(chosen | self._cut_by(came, ~chosen), looked_for)

    @property
    def owes(self) -> bool:
        """Whether edges may still find better ways."""
        return bool(self._owed.any())

    def settle(self, most: int | None = None) -> bool:
        """Find the ways that are owed, at most so many; return whether one is another now."""
        owed = np.flatnonzero(self._owed)[:most]
        before = [self.lines[i] for i in owed.tolist()]
        chosen = np.zeros(len(self.edges), dtype=bool)
        chosen[owed] = True
        self._lead_around(chosen, self._looked_for())
        return not all(map(np.array_equal, before, (self.lines[i] for i in owed.tolist())))

    def _run_plainly(self, chosen: NDArray[np.intp]) -> None:
        """Let the edges `chosen` run with one bend, whatever is in the way."""
        if not len(chosen):
            return
        plain = simple_routes(*self._edge_points(chosen))
        self.flat[chosen] = flat = flatten_simple(plain)
        self.boxes[chosen] = bounds_of(flat)
        indices = chosen.tolist()
        for i, way, line in zip(indices, plain, flat, strict=True):
            self.ways[i], self.lines[i] = way, line
        self.special.difference_update(indices)

    def _lead_around(self, chosen: NDArray[np.bool_], looked_for: Points) -> None:
        """Lead those of the edges `chosen` around that would cut a card or go back to the left."""
        indices = np.flatnonzero(chosen)
        self._run_plainly(indices)
        for i in indices.tolist():
            start, lead, end, lane = looked_for[i].reshape(4, 2)
            if lane[1]:
                place, of = map(int, lane)
                way = known_route(start, lead, end, self._cards_drawn, Lane(place, of))
                self._lead_specially(i, way)
            else:
                near = self._near(i, start, lead)
                if len(near):
                    self._lead_specially(i, known_route(start, lead, end, near))
                crossed = self._crossed(i, start, lead)
                if len(crossed):
                    clear = led_between(start, lead, end, crossed)
                    self._lead_specially(i, self.ways[i] if clear is None else clear)
        self._found_for[indices] = looked_for[indices]
        self._owed &= ~chosen

    def _looked_for(self) -> Points:
        """Return the points of all edges, and the lanes of those that go back, shape (edges, 8).

        They are the x and y of where an edge begins, its lead and its end, then `place` and `of`.
        """
        points = self._edge_points(np.arange(len(self.edges)))
        rows = np.concatenate([*points, np.zeros((len(self.edges), 2))], axis=1)
        returning = np.flatnonzero(rows[:, 2] < rows[:, 0] + 4.0)
        starts, leads, _ = points
        rows[returning, 6:] = lanes_of(starts[returning], leads[returning])
        return rows

    def _in_question(self, changed: Points, looked_for: Points) -> NDArray[np.bool_]:
        """Return which edges may have to run elsewhere, as in `changed` boxes cards came or went.

        An edge whose plain way is free looks no further, one that is led around looks at all cards
        between its ends. One that goes back looks at what it passes above or below, and left of it.
        """
        other: NDArray[np.bool_] = (looked_for != self._found_for).any(axis=1)
        starts, leads, _, lanes = looked_for.reshape(-1, 4, 2).transpose(1, 0, 2)
        left, top, right, bottom = changed.T[:, :, None]
        beside = (self.boxes[:, 3] + _AIR > top) & (self.boxes[:, 1] - _AIR < bottom)
        between = (right > starts[:, 0]) & (left < leads[:, 0])
        led = np.zeros(len(self.edges), dtype=bool)
        led[list(self.special)] = True
        near, far = reaches_of(starts, leads, lanes)
        passed = (left < far) & (beside | (right > near))
        seen = np.where(lanes[:, 1] > 0, passed, between & (beside | led))
        found: NDArray[np.bool_] = other | seen.any(axis=0)
        return found

    def _hanging(self, rows: list[int]) -> NDArray[np.bool_]:
        """Return which edges hang on the cards `rows`."""
        moved = np.zeros(len(self.names), dtype=bool)
        moved[rows] = True
        hanging: NDArray[np.bool_] = moved[self._sources] | moved[self._targets]
        return hanging

    def _touched(self, rows: list[int], boxes: Points) -> NDArray[np.bool_]:
        """Return which edges hang on the cards `rows`, or run through `boxes`."""
        touched = self._hanging(rows)
        for left, top, right, bottom in boxes:
            across = (self.boxes[:, 2] > left - _AIR) & (self.boxes[:, 0] < right + _AIR)
            across &= (self.boxes[:, 3] > top - _AIR) & (self.boxes[:, 1] < bottom + _AIR)
            touched |= across
        return touched

    def _cut_by(self, cards: Points, edges: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return which of some edges run through one of `cards`."""
        left, top, right, bottom = cards.T[:, :, None]
        near = (self.boxes[:, 2] > left - _AIR) & (self.boxes[:, 0] < right + _AIR)
        near &= (self.boxes[:, 3] > top - _AIR) & (self.boxes[:, 1] < bottom + _AIR)
        cut: NDArray[np.bool_] = edges & near.any(axis=0)
        for i in np.flatnonzero(cut).tolist():
            cut[i] = hits(self.lines[i], cards)
        return cut

    def _lead_specially(self, i: int, way: Points) -> None:
        """Let edge `i` run another way than the plain one."""
        line = flatten(way)
        self.special.add(i)
        self.ways[i], self.lines[i] = way, line
        self.boxes[i] = *line.min(axis=0), *line.max(axis=0)

    def _near(self, i: int, start: Points, lead: Points) -> Points:
        """Return the boxes of the cards that could be in the way of edge `i`, not its own two."""
        cards, box = self._cards_drawn, self.boxes[i]
        keep = (cards[:, 2] > start[0]) & (cards[:, 0] < lead[0])
        in_way = keep & (cards[:, 3] > box[1] - _AIR) & (cards[:, 1] < box[3] + _AIR)
        own = [self._sources[i], self._targets[i]]
        in_way[own] = keep[own] = False
        # only where the plain way meets a card do the others between its ends matter
        near: Points = cards[keep] if in_way.any() else _NO_CARDS
        return near

    def _draw_cards(self) -> tuple[Points, Points]:
        """Note where the cards and their numbers stand now; return where they stood."""
        before = self._cards_drawn, self._rooms_drawn
        self._cards_drawn = self.rectangles()
        self._rooms_drawn = rooms = self._cards_drawn.copy()
        rooms[:, 0] -= np.where(self._port_counts > 0, self.leads, 0.0)
        rooms[:, 3] += np.where(np.bincount(self._sources, minlength=len(rooms)) > 1, SUM_ROOM, 0.0)
        return before

    def _crossed(self, i: int, start: Points, lead: Points) -> Points:
        """Return what edge `i` should pass between where it runs through numbers, else nothing."""
        rooms = self._rooms_drawn
        between = (rooms[:, 2] > start[0]) & (self._cards_drawn[:, 0] < lead[0])
        between[[self._sources[i], self._targets[i]]] = False
        crossed = hits(self.lines[i], rooms[between] + _TOUCHING)
        return rooms[between] if crossed else _NO_CARDS

    def _edge_points(self, edges: NDArray[np.intp]) -> tuple[Points, Points, Points]:
        """Return where each of `edges` leaves its source, where its lead begins, and its port."""
        sources, targets = self._sources[edges], self._targets[edges]
        starts = self.centres[sources] + self.sizes[sources] * (0.5, 0.0)
        if self.shown.composites:
            outs = self._outs[edges] - (self._out_counts[sources] - 1) / 2
            starts[:, 1] += outs * PORT_PITCH
        counts = self._port_counts[targets]
        ends = self.centres[targets] - self.sizes[targets] * (0.5, 0.0)
        ends[:, 1] += (self._ports[edges] - (counts - 1) / 2) * self._port_pitches[targets]
        leads = ends.copy()
        leads[:, 0] -= self.leads[targets]
        # A source that stands close keeps a short bend rather than a loop around its port.
        bend = np.clip(np.abs(ends[:, 1] - starts[:, 1]), SHORTEST_BEND, SHORT_BEND)
        short = np.minimum(starts[:, 0] + bend, ends[:, 0] - ARROW_LENGTH)
        close = (leads[:, 0] < short) & (ends[:, 0] - starts[:, 0] > _CLOSEST)
        leads[close, 0] = short[close]
        long = ends[:, 0] - starts[:, 0] > self.leads[targets] + _PASSED
        wide = np.flatnonzero(long & (self.leads[targets] > LEAD))
        if len(wide):  # it may begin inside a card that the edge has yet to pass
            passed = self.cards_before(ends[wide])
            passed[passed <= starts[wide, 0]] = -np.inf
            least = np.minimum(passed + _PASSED, ends[wide, 0] - ARROW_LENGTH)
            leads[wide, 0] = np.maximum(leads[wide, 0], least)
        return starts, leads, ends

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
        return (x, y), (x + self._arrow, y)

    def lead_of(self) -> dict[str, float]:
        """Return the length of the straight piece before each card that its numbers need."""
        return dict(zip(self.names, self.leads.tolist(), strict=True))
