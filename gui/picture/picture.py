"""The picture: what is drawn, as arrays, built from a graph and what its last run gave.

Geometry (cards, ways of the edges) depends on the graph and its positions alone; what a run
changes is texts, which are set when they are asked for. A text that outgrows its place is the
one exception: `show` then grows the lead it stands on.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

import engine
from engine.collection import without_collection
from engine.progress import report
from gui.picture.card import written_elsewhere
from gui.picture.cards import Points, columns_of
from gui.picture.edge_ways import ROUTED
from gui.picture.extent import Box, around, extent_of
from gui.picture.frame import Frame, Frames
from gui.picture.frame_border import clear_of_strangers
from gui.picture.labels import Label, legend_texts
from gui.picture.measure import ARROW_LENGTH, OUTPUT_AIR, OUTPUT_ARROW
from gui.picture.node_numbers import NodeNumbers
from gui.picture.packing import USUAL, Packing
from gui.readings import Seen, differing

__all__ = ["ROUTED", "Picture"]


class Picture(NodeNumbers):
    """What is drawn of one graph; rows of `centres`, `sizes` and `cards` follow `names`.

    A folded group is one card: `index` has its row for all its nodes, `names` one of them, and
    `edges` leaves out those inside. `shown` says what stands behind a card and its ports.
    Without `ways` it tells where cards, frames and numbers stand, at a fraction of the time; its
    edges lead nowhere until `reroute`.
    """

    @without_collection()
    def __init__(
        self, graph: engine.Graph, readings: Seen, packing: Packing = USUAL, *, ways: bool = True
    ) -> None:
        super().__init__(graph, readings, packing)
        self._frames: tuple[Frame, ...] | None = None
        self._extent: Box | None = None  # of all that is drawn, while nothing of it is another
        self._known_frames: Frames | None = None
        self.with_frames()
        self.held: frozenset[str] = frozenset()  # whose cards may be wider than what they say
        named = ((name, written_elsewhere(graph, name)) for name in self.names)
        self._written = {name: written for name, written in named if written is not None}
        report(0.7)
        self._grow_leads()
        self._draw_cards()
        if ways:
            self.reroute()

    # --- frames

    def frames(self) -> tuple[Frame, ...]:
        """Return the frames of the open groups as they are drawn, outer ones first."""
        if self._frames is None:
            known, routed = self._known_frames, len(self.names) <= ROUTED
            drawn = partial(clear_of_strangers, self) if routed else None
            self._frames = () if known is None else known.placed(self._reaches(), drawn)
        return self._frames

    def roomy_frames(self) -> tuple[Frame, ...]:
        """Return the frames with the room that numbers have: cards and edges keep off these."""
        return self.frames_once_moved(np.zeros((len(self.names), 2)))

    def frames_once_moved(self, ways: Points) -> tuple[Frame, ...]:
        """Return the frames as they will be once each card went its way, a row of `ways`."""
        known = self._known_frames
        return known.placed(self._reaches() + np.tile(ways, 2)) if known is not None else ()

    def reroute(self, rows: Iterable[int] | None = None) -> None:
        """Find the way of every edge, or of those that the moved cards `rows` touch; and frames."""
        self._frames = self._extent = None
        super().reroute(rows)

    def carry(self, rows: list[int]) -> NDArray[np.intp]:
        """Lead the edges of cards that a hand carries; and frames."""
        self._frames = self._extent = None
        return super().carry(rows)

    def reroute_after(self, was: NDArray[np.intp] | None = None) -> None:
        """Find the ways that other cards or leads forbid; and frames."""
        self._frames = self._extent = None
        super().reroute_after(was)

    def settle(self, most: int | None = None) -> bool:
        """Find the ways that are owed."""
        self._extent = None
        return super().settle(most)

    def _has_frames(self) -> bool:
        return self._known_frames is not None

    def _frames_around(self) -> tuple[Frame, ...]:
        return self.roomy_frames()  # no other number leads an edge elsewhere

    def with_frames(self) -> None:
        """Find the frames that the groups have now."""
        self._known_frames = Frames(self.shown) if self.graph.groups else None

    def frame_anew(self) -> None:
        """Show the groups of a graph of which nothing else is another."""
        self.begin_anew(self.readings)
        self.with_frames()
        self._arrow = OUTPUT_ARROW
        self.finish_after([], np.arange(len(self.names)))

    def begin_anew(self, readings: Seen) -> None:
        """Forget what is known of the graph as it was; the one that this was copied of keeps it."""
        super().begin_anew(readings)
        self._frames = self._extent = None
        self.mark = self.graph.mark

    def forget(self, names: Iterable[str]) -> None:
        """Forget what others write of nodes that are gone."""
        gone = {name for name in names if name in self._written}
        if gone:
            self._written = self._written.copy()  # others may know the one from before
        for name in gone:
            del self._written[name]

    def finish_after(self, rows: list[int], was: NDArray[np.intp]) -> None:
        """Find what is left to find after the cards `rows` are others.

        `was` has for each card which it was of those drawn before, -1 for none.
        """
        self._grow_leads()
        if len(self.names) > ROUTED:
            self._cards_drawn = self.rectangles()
            self.reroute(rows)
        else:
            self.reroute_after(was)

    # --- texts

    def legend_at(self, left: float, bottom: float) -> tuple[Label, Label]:
        """Return the two lines that say which number is which, below what ends at `bottom`."""
        forward, backward = legend_texts(self.graph, self.readings, self.packing.number)
        baseline, gap = bottom + 44.0, 36.0
        return (
            Label(forward, left + forward.width / 2, baseline),
            Label(backward, left + forward.width + gap + backward.width / 2, baseline),
        )

    # --- changes

    def show(self, readings: Seen) -> bool:
        """Show what another run gave; return whether the geometry had to change for it."""
        outputs = {self.readings.output, readings.output}
        output_moved = len(outputs) > 1
        changed = differing(self.readings, readings)
        self.readings = readings
        edges = self.read_anew(changed)
        self._forget_sums(None if changed is None else edges)
        self._frames = self._extent = None
        rows = [self.index[name] for name in outputs if name in self.index] if output_moved else []
        rows += self._grow_pitches(changed)
        for row in rows:
            self.cards[row] = self._card(row)
        self._measure_cards(rows)
        arrow = self._arrow
        moved = self._grow_leads(edges) or output_moved or bool(rows) or self._arrow != arrow
        if moved and len(self.names) > ROUTED:
            self.reroute(rows)
        elif moved:
            self.reroute_after()
        return moved

    def refresh_cards(self, names: Iterable[str], *, steady: bool = False) -> None:
        """Write the cards of `names` anew after their values, labels or attributes changed.

        So are those that they feed, where these write something else of them now.

        A `steady` card becomes no narrower: a number that is dragged does not make it tremble.
        """
        known = [name for name in names if name in self.index]
        held = () if steady else [name for name in self.held if name in self.index]
        rows = sorted({self.index[name] for name in (*known, *self.followers(known), *held)})
        self.held = self.held.union(self.names[row] for row in rows) if steady else frozenset()
        sizes = self.sizes[rows]
        for row in rows:
            written = self._card(row)
            if steady:
                written.widen(float(self.sizes[row, 0]))
            self.cards[row] = written
        self._measure_cards(rows)
        if (self.sizes[rows] != sizes).any():
            for row in rows:
                self._sums.pop(row, None)  # a wider card has room for a longer one
            self._share_leads()
            self.reroute(rows)

    def followers(self, names: Iterable[str]) -> Iterator[str]:
        """Yield what is fed by those of `names` of which others write something else now."""
        now = {name: written_elsewhere(self.graph, name) for name in names if name in self.graph}
        other = {n: written for n, written in now.items() if written != self._written.get(n)}
        if other:
            self._written = self._written | other
        for name in other:
            for edge in self.graph.consumers(name):
                if edge.target in self.index:
                    yield edge.target

    def move(self, names: Iterable[str], *, carried: bool = False) -> None:
        """Let the cards of nodes stand where the graph has these now.

        While a hand has them `carried` there, only their own edges follow.
        """
        rows = list(dict.fromkeys(self.index[name] for name in names))
        places = self.shown.places(rows)
        stand = np.array_equal(self._places[rows], places)  # as where the hand held them
        if not stand:
            self._place_cards(rows, places)
        if carried:
            if not stand:
                self.carry(rows)
        elif self._grow_leads() or not stand:  # words have the room that there is before them
            self.reroute(rows)

    # --- bounds

    def card_bounds(self, rows: Sequence[int] | None = None) -> Box:
        """Return left, top, right, bottom of all cards or of some, of which there are any."""
        boxes = self.rectangles()
        return around([boxes if rows is None else boxes[rows]])

    def content_bounds(self) -> Box:
        """Return left, top, right, bottom of all cards, edges and numbers."""
        if not self.names:
            return 0.0, 0.0, 0.0, 0.0
        if self._extent is None:
            self._extent = extent_of(self)
        return self._extent

    def bounds(self) -> Box:
        """Return left, top, right, bottom of all that an export draws, the legend too."""
        left, top, right, bottom = self.content_bounds()
        if not self.edges:
            return left, top, right, bottom
        last = self.legend_at(left, bottom)[1].box()
        return left, top, max(right, last[2]), max(bottom, last[3])

    def _reaches(self) -> Points:
        """Return left, top, right, bottom of every card with its numbers, which a frame holds."""
        boxes = self.rectangles()
        boxes[:, 0] -= self.leads * (self._port_counts > 0)
        arrow = self.output_arrow()
        if arrow is not None:
            row = self.index[self.readings.output or ""]
            boxes[row, 2] = arrow[1][0]
        rows = range(len(self.names) if len(self.names) <= ROUTED else 0)
        for row, label in self.sum_labels(rows):
            boxes[row, 3] = label.box()[3]
        return boxes

    def _grow_pitches(self, changed: Collection[str] | None = None) -> list[int]:
        """Set the ports apart whose numbers need it; return the rows of their cards.

        Where it is known of which nodes numbers `changed`, others need no more than they have.
        """
        if len(self.names) > ROUTED:
            return []
        if changed is not None and max(self.pitches, default=0.0) <= self.packing.pitch:
            values = map(self.readings.value, changed)
            if not any(isinstance(value, np.ndarray) for value in values):
                return []
        before = self.pitches
        self.pitches = [
            max(pair) for pair in zip(self._held_pitches(), self._pitches(), strict=True)
        ]
        return [row for row, pitch in enumerate(self.pitches) if pitch != before[row]]

    def own_leads(self) -> dict[str, float]:
        """Return the lead that each card needs for its numbers alone, wherever it stands."""
        leads = np.full(len(self.names), self.packing.lead)
        self._lengthen(leads)
        return dict(zip(self.names, leads.tolist(), strict=True))

    def _lengthen(self, leads: Points, edges: NDArray[np.intp] | None = None) -> None:
        """Let `leads`, one for each card, be so long that the numbers have room on them.

        Those of `edges` alone are looked at: all, unless others have room.
        """
        needed = self.widest_numbers(edges) + ARROW_LENGTH + 8.0
        targets = self._targets if edges is None else self._targets[edges]
        least, step = self.packing.lead, self.packing.lead_step
        grown_to = least + np.ceil((needed - least) / step) * step
        wider = needed > leads[targets]
        np.maximum.at(leads, targets[wider], grown_to[wider])

    def _grow_leads(self, edges: NDArray[np.intp] | None = None) -> bool:
        """Lengthen the leads whose numbers need it, of `edges` or all; return whether any do."""
        widest = max(text.width for text in self.output_texts())
        self._arrow = max(self._arrow, widest + ARROW_LENGTH + 2 * OUTPUT_AIR)
        if len(self.names) > ROUTED:
            return False
        needed = self._needed_leads.copy()  # others may know the one from before
        self._lengthen(needed, edges)
        self._needed_leads = needed
        return self._share_leads()

    def _share_leads(self) -> bool:
        """Let cards of one column have one lead; return whether any is another.

        No edge then bends before its neighbour's numbers.
        """
        if len(self.names) > ROUTED:
            return False
        columns = columns_of(self.centres[:, 0] - self.sizes[:, 0] / 2)
        longest = np.zeros(len(columns))
        np.maximum.at(longest, columns, self._needed_leads)
        before, self.leads = self.leads, longest[columns]
        return bool((self.leads != before).any())
