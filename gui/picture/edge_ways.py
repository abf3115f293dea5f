"""The ways of a picture's edges as arrays, found around the cards and kept up as cards move."""

from collections.abc import Iterable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

import engine
from gui.picture.cards import ROUTED, Cards, Points
from gui.picture.measure import ARROW_LENGTH, LEAD, OUTPUT_ARROW, PORT_PITCH, SHORT_BEND
from gui.picture.route import FLAT, flatten, flatten_simple, known_route, lanes_of, simple_routes
from gui.readings import Seen

__all__ = ["ROUTED", "EdgeWays"]

_NOWHERE: Points = np.empty((0, 2))
_NO_CARDS: Points = np.empty((0, 4))
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

    @cached_property
    def edge_index(self) -> dict[tuple[str, int], int]:
        """The place of the edge into each (target, port)."""
        return {(edge.target, edge.port): i for i, edge in enumerate(self.edges)}

    def reroute(self, rows: Iterable[int] | None = None) -> None:
        """Find the way of every edge, or of those that the cards `rows` touch when only they moved.

        In a large picture every edge runs plainly; looking around would take too long.
        """
        large = len(self.names) > ROUTED
        moved = None if rows is None else list(rows)
        before = self._cards_drawn
        if moved is not None and large:  # no edge looks at the cards around it
            chosen = np.flatnonzero(self._hanging(moved))
        else:
            self._cards_drawn = self.rectangles()
            chosen = np.arange(len(self.edges))
            if moved is not None:
                chosen = np.flatnonzero(self._touched(moved, before))
        if not len(chosen):
            return
        starts, leads, ends = self._edge_points(chosen)
        plain = simple_routes(starts, leads, ends)
        self.flat[chosen] = flat = flatten_simple(plain)
        self.boxes[chosen, :2], self.boxes[chosen, 2:] = flat.min(axis=1), flat.max(axis=1)
        indices = chosen.tolist()
        for i, way, line in zip(indices, plain, flat, strict=True):
            self.ways[i], self.lines[i] = way, line
        self.special.difference_update(indices)
        if not large:
            self._reroute_around(indices)

    def _reroute_around(self, chosen: list[int]) -> None:
        """Lead those of the edges `chosen` around that would cut a card or go back to the left."""
        starts, leads, ends = self._edge_points(np.arange(len(self.edges)))
        returning = leads[:, 0] < starts[:, 0] + 4.0
        lanes = lanes_of(starts, leads, np.flatnonzero(returning))
        for i in chosen:
            ends_of = starts[i], leads[i], ends[i]
            if returning[i]:
                self._lead_specially(i, known_route(*ends_of, self._cards_drawn, lanes[i]))
            else:
                near = self._near(i, starts[i], leads[i])
                if len(near):
                    self._lead_specially(i, known_route(*ends_of, near))

    def _hanging(self, rows: list[int]) -> NDArray[np.bool_]:
        """Return which edges hang on the cards `rows`."""
        moved = np.zeros(len(self.names), dtype=bool)
        moved[rows] = True
        hanging: NDArray[np.bool_] = moved[self._sources] | moved[self._targets]
        return hanging

    def _touched(self, rows: list[int], before: Points) -> NDArray[np.bool_]:
        """Return which edges hang on the cards `rows`, or run where one was or is now."""
        touched = self._hanging(rows)
        for left, top, right, bottom in np.concatenate([before[rows], self._cards_drawn[rows]]):
            across = (self.boxes[:, 2] > left - _AIR) & (self.boxes[:, 0] < right + _AIR)
            across &= (self.boxes[:, 3] > top - _AIR) & (self.boxes[:, 1] < bottom + _AIR)
            touched |= across
        return touched

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
        short = np.minimum(starts[:, 0] + SHORT_BEND, ends[:, 0] - ARROW_LENGTH)
        close = (leads[:, 0] < short) & (ends[:, 0] - starts[:, 0] > 1.5 * SHORT_BEND)
        leads[close, 0] = short[close]
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

    def pitch_of(self) -> dict[str, float]:
        """Return how far apart the ports of each card lie."""
        return dict(zip(self.names, self.pitches, strict=True))
