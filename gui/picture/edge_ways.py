"""The ways of a picture's edges as arrays, found around the cards."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray

import engine
from gui.picture.apart import set_apart
from gui.picture.cards import ROUTED, Points
from gui.picture.curve import beside, bounds_of, meet, meets, padded
from gui.picture.edge_lines import EdgeLines
from gui.picture.edges_after import EdgesAfter
from gui.picture.frame import Frame
from gui.picture.led import Led
from gui.picture.levels import Levels
from gui.picture.off_frames import off_frames
from gui.picture.off_levels import off_lanes, off_levels
from gui.picture.packing import USUAL, Packing
from gui.picture.past_frames import past_frames
from gui.picture.returning import Alone, lanes_of
from gui.picture.route import Edges, led_back, led_clear, led_onward, led_plainly
from gui.picture.uprights import uprights_apart
from gui.readings import Seen

__all__ = ["EDGE_AIR", "ROUTED", "EdgeWays", "Indices", "goes_back"]

_NO_CARDS: Points = np.empty((0, 4))
_TOUCHING: Points = np.array([5.0, 5.0, -5.0, -5.0])  # as deep an edge may enter numbers' room
_BESIDE = 1.0  # unit by which the right sides of cards in one column may differ
_SUM_OVER = 12.0  # units by which a sum may be wider than its leaf, and what is kept beside it
EDGE_AIR = 8.0
"""Units around a card in which an edge looks for another way."""
_FOLLOWED = 150  # edges that are led; in a denser tangle hardly one can be followed anyway
_AT_ONCE = 64  # edges that look for their ways together

Indices = NDArray[np.intp]


class EdgeWays(EdgeLines):
    """Cards and edges that find their ways around the cards."""

    def __init__(self, graph: engine.Graph, readings: Seen, packing: Packing = USUAL) -> None:
        super().__init__(graph, readings, packing)
        self._cards_drawn: Points = _NO_CARDS
        self._rooms_drawn: Points = _NO_CARDS  # the same with the numbers before and below them
        self._owed: NDArray[np.bool_] = np.zeros(len(self.edges), dtype=bool)
        self._returning: Alone | None = None  # what is known of those that go back
        self._together = False  # whether edges may run on one line, until `settle` sets them apart

    def take_edges(self, before: Self, after: EdgesAfter) -> None:
        """Have the edges of `before` as they are `after` an edit, and owe them what it owed."""
        super().take_edges(before, after)
        self._owed = after.taken(before._owed, False)

    def find_all(self) -> None:
        """Find the way of every edge; in a large picture each runs plainly."""
        every = np.arange(len(self.edges))
        if len(self.names) > ROUTED:  # no edge looks at the cards around it
            self._run_plainly(every)
            return
        self._draw_cards()
        self._lead_around(np.ones(len(every), dtype=bool), self._looked_for())
        self._set_apart()

    def _lead_around(self, chosen: NDArray[np.bool_], looked_for: Points) -> None:
        """Lead those of the edges `chosen` around that would cut a card or go back to the left."""
        back = looked_for[:, 7] > 0
        for edges, ways_of in (
            (np.flatnonzero(chosen & back), self._ways_back),
            (np.flatnonzero(chosen & ~back), self._ways_onward),
        ):
            self._found_for[edges] = looked_for[edges]
            for first in range(0, len(edges), _AT_ONCE):
                some = edges[first : first + _AT_ONCE]
                for i, led in zip(some.tolist(), ways_of(some, looked_for[some]), strict=True):
                    if led is None:
                        self._alone.pop(i, None)
                        self._led.pop(i, None)
                    else:
                        self._alone[i] = self._led[i] = led
                        self.boxes[i] = led.box
        self._owed &= ~chosen
        self._together |= bool(chosen.any())

    def _set_apart(self) -> None:
        """Let those that are led along one lane run side by side, a line for each value.

        Before, those that lie on a frame they have no part in are led off it, and those that lie
        where an edge of another value begins or ends.
        """
        # in one order, whichever were found last: who comes first keeps its lane
        ways: Mapping[int, Led] = dict(sorted(self._alone.items()))
        frames = self._frames_around()
        if frames and len(self.edges):
            ends = {i: (int(self._sources[i]), int(self._targets[i])) for i in ways}
            ways = off_frames(ways, ends, frames, self._cards_drawn, self._are_free)
            ways = {**ways, **self._past(frames, ways)}
        sources, free = self._sources, self._are_free
        if 0 < len(ways) <= _FOLLOWED:
            levels = Levels.of(self._lines_by(ways), self._found_for[:, 2:4], sources)
            ways = off_levels(ways, sources, levels, free)
            ways = set_apart(ways, sources, free, levels)
            ways = set_apart(ways, sources, free, levels, turned=True)
            ways = off_lanes(ways, sources, levels, self._rooms_drawn, free)
            ways = uprights_apart(ways, sources, free)
        ways = set_apart(ways, sources, free)
        plain = np.array(sorted(self._led.keys() - ways.keys()), dtype=np.intp)
        self.boxes[plain] = bounds_of(self.plain_lines(plain))
        self._led = dict(ways)
        for i, led in self._led.items():
            self.boxes[i] = led.box
        self._together = False

    def _past(self, frames: Sequence[Frame], ways: Mapping[int, Led]) -> dict[int, Led]:
        """Return how those edges are led that would cut through one of `frames` all the same."""
        edges = Edges(self._found_for[:, :6], [ways.get(i) for i in range(len(self.edges))])
        cards = self._sources, self._targets
        return past_frames(edges, self._lines_by(ways), cards, frames, self._rooms_drawn)

    def _lines_by(self, ways: Mapping[int, Led]) -> list[Points]:
        """Return all edges as straight pieces: plain ones, but for those that are led."""
        lines = list(self.plain_lines(np.arange(len(self.edges))))
        for i, led in ways.items():
            lines[i] = led.line
        return lines

    def _has_frames(self) -> bool:
        """Whether there are frames that edges keep off; where these lie is not asked."""
        return False

    def _frames_around(self) -> Sequence[Frame]:
        """Return the frames that edges keep off."""
        return ()

    def _are_free(self, ways: Mapping[int, Led]) -> dict[int, bool]:
        """Tell of each edge whether it meets nothing on another way that it does not meet alone.

        That are cards, and the numbers before and below them.
        """
        around = {i: led for i, led in ways.items() if len(led.turn)}
        onward = {i: led for i, led in ways.items() if i not in around}
        free = self._are_free_onward(onward) if onward else {}
        return free | self._are_free_around(around) if around else free

    def _are_free_onward(self, ways: Mapping[int, Led]) -> dict[int, bool]:
        """Tell it of edges that go to the right: what lies between their ends counts, once."""
        edges, (cards, rooms) = np.array(list(ways)), (self._cards_drawn, self._rooms_drawn)
        ends, boxes = self._found_for[edges], rooms + _TOUCHING
        boxes[:, :2], boxes[:, 2:] = (
            np.minimum(boxes[:, :2], cards[:, :2]),
            np.maximum(boxes[:, 2:], cards[:, 2:]),
        )
        between = (cards[:, 2] > ends[:, :1]) & (cards[:, 0] < ends[:, 2:3])
        each = np.arange(len(edges))
        between[each, self._sources[edges]] = between[each, self._targets[edges]] = False
        met = meet(padded([led.line for led in ways.values()]), boxes, between)
        some = np.flatnonzero(met)
        met[some] = ~meet(self._lines_alone(edges[some]), boxes, between[some])
        return dict(zip(edges.tolist(), (~met).tolist(), strict=True))

    def _are_free_around(self, ways: Mapping[int, Led]) -> dict[int, bool]:
        """Tell the same of edges that go around: they pass others than those between their ends.

        Each card and its numbers count for themselves.
        """
        edges, cards = np.array(list(ways)), self._cards_drawn
        lines, rooms = padded([led.line for led in ways.values()]), self._rooms_drawn + _TOUCHING
        around = np.concatenate(
            [np.minimum(rooms[:, :2], cards[:, :2]), np.maximum(rooms[:, 2:], cards[:, 2:])], axis=1
        )
        foreign = np.ones((len(edges), len(cards)), dtype=bool)
        each = np.arange(len(edges))
        foreign[each, self._sources[edges]] = foreign[each, self._targets[edges]] = False
        edge, card = beside(lines, around, foreign)
        met = meets(lines, around, edge, card)
        free = np.ones(len(edges), dtype=bool)
        if met.any():
            # what alone runs through some numbers may do so, but no nearer to their card
            boxes, count = np.concatenate([rooms, cards, cards + _TOUCHING]), len(cards)
            edge, card = np.tile(edge[met], 3), np.tile(card[met], (3, 1))
            card = (card + np.arange(3)[:, None] * count).ravel()
            met = meets(lines, boxes, edge, card)
            some, place = np.unique(edge[met], return_inverse=True)
            new = ~meets(self._lines_alone(edges[some]), boxes, place, card[met])
            free[some[place[new]]] = False
        return dict(zip(edges.tolist(), free.tolist(), strict=True))

    def _lines_alone(self, edges: Indices) -> Points:
        """Return `edges` as straight pieces, each as if there were no other."""
        plain, alone = self.plain_lines(edges), [self._alone.get(i) for i in edges.tolist()]
        return padded([a if b is None else b.line for a, b in zip(plain, alone, strict=True)])

    def _ways_back(self, chosen: Indices, looked_for: Points) -> Sequence[Led | None]:
        """Return how each of `chosen` is led, which go back to the left."""
        edges = Edges(looked_for[:, :6], [self._alone.get(i) for i in chosen.tolist()])
        return led_back(edges, looked_for[:, 6:], self._rooms_drawn)

    def _ways_onward(self, chosen: Indices, looked_for: Points) -> Sequence[Led | None]:
        """Return how each of `chosen` is led, None for a plain one; all run plainly from now on."""
        lines = self.plain_lines(chosen)
        self.boxes[chosen] = bounds_of(lines)
        starts, leads = looked_for[:, :2], looked_for[:, 2:4]
        edges = Edges(looked_for[:, :6], [self._alone.get(i) for i in chosen.tolist()])
        found: list[Led | None] = [None] * len(chosen)
        cards = self._cards_drawn
        between = (cards[:, 2] > starts[:, :1] + _BESIDE) & (cards[:, 0] < leads[:, :1])
        each = np.arange(len(chosen))
        between[each, self._sources[chosen]] = between[each, self._targets[chosen]] = False
        _, top, _, bottom = self.boxes[chosen].T[..., None]
        in_way = between & (cards[:, 3] > top - EDGE_AIR) & (cards[:, 1] < bottom + EDGE_AIR)
        # only where the plain way meets a card do the others between its ends matter
        near = np.flatnonzero(in_way.any(axis=1))
        others = np.ones((len(near), len(cards)), dtype=bool)
        each = np.arange(len(near))
        others[each, self._sources[chosen[near]]] = others[each, self._targets[chosen[near]]] = (
            False
        )
        _put(found, near, led_onward(edges[near], cards, between[near], others))
        run = padded([a if b is None else b.line for a, b in zip(lines, found, strict=True)])
        # so is one led that runs through numbers, or as it runs where there is no other way
        rooms = self._rooms_drawn
        # numbers may begin before the edge's own lead, and their card behind it
        ahead = (cards[:, 0] >= leads[:, :1]) & (rooms[:, 0] < leads[:, :1] - _BESIDE)
        ahead[np.arange(len(chosen)), self._targets[chosen]] = False
        between |= ahead
        through = np.flatnonzero(meet(run, rooms + _TOUCHING, between))
        clear = led_clear(edges[through], rooms, between[through])
        for k, way in zip(through.tolist(), clear, strict=True):
            found[k] = way or found[k] or led_plainly(edges, k)
        return found

    def _looked_for(self) -> Points:
        """Return the points of all edges, and the lanes of those that go back, shape (edges, 8).

        They are the x and y of where an edge begins, its lead and its end, then `place` and `of`.
        """
        points = self._edge_points(np.arange(len(self.edges)))
        rows = np.concatenate([*points, np.zeros((len(self.edges), 2))], axis=1)
        returning = np.flatnonzero(goes_back(rows))
        ends = rows[returning, :6]
        self._returning = Alone.of(ends, self._rooms_drawn, self._returning)
        rows[returning, 6:] = lanes_of(ends[:, :2], ends[:, 2:4], self._returning)
        return rows

    def _draw_cards(self) -> tuple[Points, Points]:
        """Note where the cards and their numbers stand now; return where they stood."""
        before = self._cards_drawn, self._rooms_drawn
        self._cards_drawn = self.rectangles()
        self._rooms_drawn = rooms = self._cards_drawn.copy()
        rooms[:, 0] -= np.where(self._port_counts > 0, self.leads, 0.0)
        summed = self._summed()
        rooms[summed, 3] += self.packing.sum_room
        # a leaf's sum may be the wider one: it begins left of its card, where no edge enters
        rooms[summed[self._port_counts[summed] == 0], 0] -= _SUM_OVER
        return before

    def _summed(self) -> NDArray[np.intp]:
        """Return the cards that have a sum below them: several edges leave an output."""
        outs = self.shown.outs.astype(np.intp)
        most = int(outs.max(initial=0)) + 1
        edges = np.bincount(self._sources * most + outs)
        cards: NDArray[np.intp] = np.flatnonzero(edges > 1) // most
        return cards


def goes_back(looked_for: Points) -> NDArray[np.bool_]:
    """Tell which edges go back to the left: their lead begins where their source has yet to end."""
    back: NDArray[np.bool_] = looked_for[:, 2] < looked_for[:, 0] + 4.0
    return back


def _put(found: list[Led | None], places: Indices, led: Iterable[Led]) -> None:
    for k, one in zip(places.tolist(), led, strict=True):
        found[k] = one
