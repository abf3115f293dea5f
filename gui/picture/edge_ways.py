"""The ways of a picture's edges as arrays, found around the cards and kept up as cards move."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

import engine
from gui.picture.apart import set_apart
from gui.picture.cards import ROUTED, Points
from gui.picture.curve import bounds_of, meet, padded
from gui.picture.edge_lines import EdgeLines
from gui.picture.frame import Frame
from gui.picture.levels import Levels
from gui.picture.off_frames import off_frames
from gui.picture.off_levels import off_lanes, off_levels
from gui.picture.packing import USUAL, Packing
from gui.picture.past_frames import past_frames
from gui.picture.returning import Alone, lanes_of, reaches_of
from gui.picture.route import Edges, Led, led_back, led_clear, led_onward, led_plainly
from gui.readings import Seen

__all__ = ["ROUTED", "EdgeWays"]

_NO_CARDS: Points = np.empty((0, 4))
_TOUCHING: Points = np.array([5.0, 5.0, -5.0, -5.0])  # as deep an edge may enter numbers' room
_BESIDE = 1.0  # unit by which the right sides of cards in one column may differ
_SUM_OVER = 12.0  # units by which a sum may be wider than its leaf, and what is kept beside it
_AIR = 8.0  # units around a card in which an edge looks for another way
_NEARBY = np.array([-25.0, -25.0, 25.0, 25.0])  # so near to a card edges give way to it
_AT_ONCE = 64  # edges that look for their ways together

Indices = NDArray[np.intp]


class EdgeWays(EdgeLines):
    """Cards and edges that find their ways around the cards."""

    def __init__(self, graph: engine.Graph, readings: Seen, packing: Packing = USUAL) -> None:
        super().__init__(graph, readings, packing)
        self._cards_drawn: Points = _NO_CARDS
        self._rooms_drawn: Points = _NO_CARDS  # the same with the numbers before and below them
        # of which cards elsewhere may have opened or closed the way, until `settle` has looked
        self._owed: NDArray[np.bool_] = np.zeros(len(self.edges), dtype=bool)
        self._returning: Alone | None = None  # what is known of those that go back
        self._together = False  # whether edges may run on one line, until `settle` sets them apart

    def reroute(self, rows: Iterable[int] | None = None) -> None:
        """Find the way of every edge, or of those near the cards `rows` when only they moved.

        Edges farther off are owed what they may find now: a hand that drags waits for none of them.
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
            chosen = self._touched(moved, boxes, looked_for)
            self._owed |= self._in_question(boxes, looked_for)
        self._lead_around(chosen, looked_for)
        if moved is None:
            self._set_apart()
        else:
            self._owe_frames()

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
        self._owe_frames()

    @property
    def owes(self) -> bool:
        """Whether edges may still find better ways."""
        return self._together or bool(self._owed.any())

    def settle(self, most: int | None = None) -> bool:
        """Find the ways that are owed, at most so many; return whether one is another now."""
        owed = np.flatnonzero(self._owed)[:most]
        before, led = self.lines_of(owed), dict(self._led)
        chosen = np.zeros(len(self.edges), dtype=bool)
        chosen[owed] = True
        self._lead_around(chosen, self._looked_for())
        if self._together and not self._owed.any():
            self._set_apart()
        return led != self._led or not all(map(np.array_equal, before, self.lines_of(owed)))

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
        ways: Mapping[int, Led] = self._alone
        frames = self._frames_around()
        if frames and len(self.edges):
            ends = {i: (int(self._sources[i]), int(self._targets[i])) for i in ways}
            ways = off_frames(ways, ends, frames, self._cards_drawn, self._are_free)
            ways = {**ways, **self._past(frames, ways)}
        if ways:
            levels = Levels.of(self._lines_by(ways), self._found_for[:, 2:4], self._sources)
            ways = off_levels(ways, self._sources, levels, self._are_free)
            ways = set_apart(ways, self._sources, self._are_free, levels)
            ways = set_apart(ways, self._sources, self._are_free, levels, turned=True)
            ways = off_lanes(ways, self._sources, levels, self._rooms_drawn, self._are_free)
            ways = set_apart(ways, self._sources, self._are_free)
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

    def _owe_frames(self) -> None:
        """Have edges led past the frames once more, where both are: these may be others now.

        A card without an edge that moves makes its group's frame grow over edges far from it.
        """
        self._together |= bool(self.edges) and bool(self._frames_around())

    def _frames_around(self) -> Sequence[Frame]:
        """Return the frames that edges keep off."""
        return ()

    def _are_free(self, ways: Mapping[int, Led]) -> dict[int, bool]:
        """Tell of each edge whether it meets nothing on another way that it does not meet anyway.

        That are cards, and the numbers before and below them.
        """
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
        plain = self.plain_lines(edges[some])
        alone = [self._alone.get(i) for i in edges[some].tolist()]
        lines = [a if b is None else b.line for a, b in zip(plain, alone, strict=True)]
        met[some] = ~meet(padded(lines), boxes, between[some])
        return dict(zip(edges.tolist(), (~met).tolist(), strict=True))

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
        in_way = between & (cards[:, 3] > top - _AIR) & (cards[:, 1] < bottom + _AIR)
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
        returning = np.flatnonzero(rows[:, 2] < rows[:, 0] + 4.0)
        ends = rows[returning, :6]
        self._returning = Alone.of(ends, self._rooms_drawn, self._returning)
        rows[returning, 6:] = lanes_of(ends[:, :2], ends[:, 2:4], self._returning)
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
        far = np.maximum(far, self.boxes[:, 2] + _NEARBY[2])  # behind wider cards
        passed = beside | ((left < far) & (right > near))
        seen = np.where(lanes[:, 1] > 0, passed, between & (beside | led))
        found: NDArray[np.bool_] = other | seen.any(axis=0)
        # one that found no way onward looks at all cards
        back = (lanes[:, 1] > 0).tolist()
        found[[i for i, one in self._alone.items() if not back[i] and one.is_last]] = True
        return found

    def _hanging(self, rows: list[int]) -> NDArray[np.bool_]:
        """Return which edges hang on the cards `rows`."""
        moved = np.zeros(len(self.names), dtype=bool)
        moved[rows] = True
        hanging: NDArray[np.bool_] = moved[self._sources] | moved[self._targets]
        return hanging

    def _touched(self, rows: list[int], boxes: Points, looked_for: Points) -> NDArray[np.bool_]:
        """Return which edges hang on the cards `rows`, or run beside or through `boxes`."""
        left, top, right, bottom = boxes.T[:, :, None]
        across = (self.boxes[:, 2] > left - _AIR) & (self.boxes[:, 0] < right + _AIR)
        across &= (self.boxes[:, 3] > top - _AIR) & (self.boxes[:, 1] < bottom + _AIR)
        touched: NDArray[np.bool_] = across.any(axis=0)
        other: NDArray[np.bool_] = (looked_for != self._found_for).any(axis=1)
        back = looked_for[:, 7] > 0
        if self._returning is not None:
            other[back] |= self._returning.other
        # most of a long edge's box is empty
        beside = self._cut_by(boxes + _NEARBY, touched & ~other & ~back)
        return touched & (other | beside) | self._hanging(rows)

    def _cut_by(self, cards: Points, edges: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return which of some edges run through one of `cards`."""
        left, top, right, bottom = cards.T[:, :, None]
        near = (self.boxes[:, 2] > left - _AIR) & (self.boxes[:, 0] < right + _AIR)
        near &= (self.boxes[:, 3] > top - _AIR) & (self.boxes[:, 1] < bottom + _AIR)
        cut: NDArray[np.bool_] = edges & near.any(axis=0)
        some = np.flatnonzero(cut)
        cut[some] = meet(padded(self.lines_of(some)), cards, near[:, some].T)
        return cut

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

    def lead_of(self) -> dict[str, float]:
        """Return the length of the straight piece before each card that its numbers need."""
        return dict(zip(self.names, self.leads.tolist(), strict=True))


def _put(found: list[Led | None], places: Indices, led: Iterable[Led]) -> None:
    for k, one in zip(places.tolist(), led, strict=True):
        found[k] = one
