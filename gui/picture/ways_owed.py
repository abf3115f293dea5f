"""Edges that follow cards which come, go or move: those that must at once, others in their time.

What hangs on a card follows it, and what a card comes to lie on is led around it. Whether others
find a better way now is looked up once somebody asks: a frame that shows an edit waits for none.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

import engine
from gui.picture.cards import ROUTED, Points
from gui.picture.curve import meet, padded
from gui.picture.edge_lines import at_new_places
from gui.picture.edge_ways import EDGE_AIR, EdgeWays, Indices, goes_back
from gui.picture.packing import USUAL, Packing
from gui.picture.returning import ONLY_LANE, reaches_of
from gui.readings import Seen

__all__ = ["WaysOwed"]

_NO_EDGES: Indices = np.empty(0, dtype=np.intp)
_BEHIND = 25.0  # units behind a wider card, as far as one that goes back looks


class WaysOwed(EdgeWays):
    """Cards and edges whose ways are kept up; what `settle` finds is what is found anew."""

    def __init__(self, graph: engine.Graph, readings: Seen, packing: Packing = USUAL) -> None:
        super().__init__(graph, readings, packing)
        self._changed: tuple[Points, ...] = ()  # boxes in which cards came or went since
        # where the cards and their numbers stood before some were carried, until others give way
        self._before_carried: tuple[Points, Points] | None = None
        self.carried: Indices = _NO_EDGES  # those that hang on the cards that a hand carries

    def reroute(self, rows: Iterable[int] | None = None) -> None:
        """Find the way of every edge, or of those that the moved cards `rows` touch.

        In a large picture every edge runs plainly; looking around would take too long.
        """
        if rows is None:
            self._before_carried, self._changed, self.carried = None, (), _NO_EDGES
            self.find_all()
        elif len(self.names) > ROUTED:
            self._run_plainly(np.flatnonzero(self._hanging(list(rows))))
        else:
            self.reroute_after()

    def carry(self, rows: list[int]) -> Indices:
        """Lead the edges that hang on the cards `rows`, which a hand carries; return these edges.

        No other edge gives way until the hand lets go: what lies in between is passed over, and a
        frame waits for nothing but what follows the hand.
        """
        hanging = self._hanging(rows)
        edges = np.flatnonzero(hanging)
        if len(self.names) > ROUTED:
            self._run_plainly(edges)
            return edges
        before = self._draw_cards()
        self._before_carried = self._before_carried or before
        ends = self._found_for[:, :6].copy()
        ends[edges] = np.concatenate(self._edge_points(edges), axis=1)
        self._lead_ahead(hanging, ends)
        self.carried = edges
        return edges

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
        self._changed = (*self._changed, rooms[gone], self._rooms_drawn[~same])
        ends = np.concatenate(self._edge_points(np.arange(len(self.edges))), axis=1)
        other: NDArray[np.bool_] = (ends != self._found_for[:, :6]).any(axis=1)
        self._lead_ahead(other | self._cut_by(self._cards_drawn[~same], ~other), ends)

    def run_after(self, before: "WaysOwed") -> None:
        """Let edges of a small picture run as in the one `before`, which owes what it has to.

        Those that begin or end elsewhere are led anew, as `reroute_after` does.
        """
        places = {edge: i for i, edge in enumerate(before.edges)}
        was = np.array([places.get(edge, -1) for edge in self.edges], dtype=np.intp)
        stays = was >= 0
        self._found_for[:] = np.nan
        self._found_for[stays], self.boxes[stays] = (
            before._found_for[was[stays]],
            before.boxes[was[stays]],
        )
        self._owed[stays] = before._owed[was[stays]]
        self._together = True  # frames that edges kept off may be gone
        became = np.full(len(before.edges), -1, dtype=np.intp)
        became[was[stays]] = np.flatnonzero(stays)
        self._led, self._alone = (
            at_new_places(became, led) for led in (before._led, before._alone)
        )
        rows = {name: row for row, name in enumerate(before.names)}
        self._cards_drawn, self._rooms_drawn = before._cards_drawn, before._rooms_drawn
        self.reroute_after(np.array([rows.get(name, -1) for name in self.names], dtype=np.intp))

    def come_due(self) -> None:
        """Owe what edges may find now that cards came, went or were carried elsewhere."""
        if self._before_carried is not None:
            (_, before), self._before_carried = self._before_carried, None
            now, self.carried = self._rooms_drawn, _NO_EDGES
            moved = (before != now).any(axis=1)
            self._changed = (*self._changed, before[moved], now[moved])
        if self._changed:
            boxes, self._changed = np.concatenate(self._changed), ()
            self._owed |= self._in_question(boxes, self._looked_for())
            self._owe_frames()

    @property
    def owes(self) -> bool:
        """Whether edges may still find better ways."""
        waits = self._before_carried is not None or bool(self._changed)
        return waits or self._together or bool(self._owed.any())

    def settle(self, most: int | None = None) -> bool:
        """Find the ways that are owed, at most so many; return whether one is another now."""
        self.come_due()
        owed = np.flatnonzero(self._owed)[:most]
        before, led = self.lines_of(owed), dict(self._led)
        chosen = np.zeros(len(self.edges), dtype=bool)
        chosen[owed] = True
        self._lead_around(chosen, self._looked_for())
        if self._together and not self._owed.any():
            self._set_apart()
        return led != self._led or not all(map(np.array_equal, before, self.lines_of(owed)))

    # --- inside

    def _lead_ahead(self, chosen: NDArray[np.bool_], ends: Points) -> None:
        """Lead the edges `chosen`, of which some have other `ends`, each by itself.

        Those that go back are owed the rest: the lanes that they share are found with all of them.
        """
        looked_for = np.concatenate([ends, self._found_for[:, 6:]], axis=1)
        back = goes_back(looked_for)
        looked_for[chosen & ~back, 6:] = 0.0
        looked_for[chosen & back & (looked_for[:, 7] == 0.0), 6:] = ONLY_LANE
        self._lead_around(chosen, looked_for)
        self._owed |= chosen & back

    def _owe_frames(self) -> None:
        """Have edges led past the frames once more, where both are: these may be others now.

        A card without an edge that moves makes its group's frame grow over edges far from it.
        """
        self._together |= bool(self.edges) and self._has_frames()

    def _in_question(self, changed: Points, looked_for: Points) -> NDArray[np.bool_]:
        """Return which edges may have to run elsewhere, as in `changed` boxes cards came or went.

        An edge whose plain way is free looks no further, one that is led around looks at all cards
        between its ends. One that goes back looks at what it passes above or below, and left of it.
        """
        other: NDArray[np.bool_] = (looked_for != self._found_for).any(axis=1)
        starts, leads, _, lanes = looked_for.reshape(-1, 4, 2).transpose(1, 0, 2)
        left, top, right, bottom = changed.T[:, :, None]
        beside = (self.boxes[:, 3] + EDGE_AIR > top) & (self.boxes[:, 1] - EDGE_AIR < bottom)
        between = (right > starts[:, 0]) & (left < leads[:, 0])
        led = np.zeros(len(self.edges), dtype=bool)
        led[list(self.special)] = True
        near, far = reaches_of(starts, leads, lanes)
        far = np.maximum(far, self.boxes[:, 2] + _BEHIND)  # behind wider cards
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

    def _cut_by(self, cards: Points, edges: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return which of some edges run through one of `cards`."""
        left, top, right, bottom = cards.T[:, :, None]
        near = (self.boxes[:, 2] > left - EDGE_AIR) & (self.boxes[:, 0] < right + EDGE_AIR)
        near &= (self.boxes[:, 3] > top - EDGE_AIR) & (self.boxes[:, 1] < bottom + EDGE_AIR)
        cut: NDArray[np.bool_] = edges & near.any(axis=0)
        some = np.flatnonzero(cut)
        cut[some] = meet(padded(self.lines_of(some)), cards, near[:, some].T)
        return cut
