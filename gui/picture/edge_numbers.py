"""The two numbers of every edge: set when they are asked for, kept while nothing changed them.

A number is read once for each run, and set anew only where it is another: what a slider leaves
alone costs a comparison.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray

import engine
from gui.picture.cards import ROUTED, Points
from gui.picture.edge_lines import at_new_places
from gui.picture.edges_after import EdgesAfter
from gui.picture.labels import Label, fitted, placed, set_number
from gui.picture.measure import ARROW_LENGTH
from gui.picture.packing import USUAL, Packing
from gui.picture.runs import Typeset
from gui.picture.ways_owed import WaysOwed
from gui.readings import Moved, Reading, Seen, Words, edge_numbers
from gui.theme import Ink

__all__ = ["EdgeNumbers", "Labels"]

Labels = tuple[Label, Label]
Rights = NDArray[np.float64]
Rooms = NDArray[np.float64]
_Pair = tuple[Typeset, Typeset]
_Read = tuple[Reading, Reading]
_Place = tuple[float, ...]

_NUMBER_AIR = 14.0  # units that words in place of a number leave between two cards
_CARD_AIR = 6.0  # from a card, and the ring around a chosen one, to the number that follows
_LEVEL = 0.5  # units; an edge that climbs less is straight
_TIP_AIR = 2.0  # from a number to the card that its edge leads to


class EdgeNumbers(WaysOwed):
    """Cards, edges and the numbers on these."""

    def __init__(self, graph: engine.Graph, readings: Seen, packing: Packing = USUAL) -> None:
        super().__init__(graph, readings, packing)
        self._texts: dict[int, _Pair] = {}  # of the readings as they are
        self._read: dict[int, tuple[_Read, _Pair]] = {}  # of any readings, as long as it is true
        # of the readings as they are: one value goes along many edges, sums hand derivatives on
        self._known_texts: dict[tuple[float | str | None, Ink], Typeset] = {}
        self._labels: dict[int, tuple[_Place, _Pair, Labels]] = {}
        self._rooms: Rooms | None = None

    def begin_anew(self, readings: Seen) -> None:
        """Show `readings` of a graph that is another; a picture that this was copied of stays."""
        if readings is not self.readings:
            self._texts, self._known_texts = {}, {}
        self.readings, self._rooms = readings, None
        self.__dict__.pop("edge_index", None)

    def take_edges(self, before: Self, after: EdgesAfter) -> None:
        """Have the edges of `before` as they are `after` an edit, with the numbers they had."""
        super().take_edges(before, after)
        became = after.became
        self._texts = at_new_places(became, self._texts)
        self._read = at_new_places(became, self._read)
        self._labels = at_new_places(became, self._labels)

    def read_anew(self, nodes: Collection[str] | None = None) -> NDArray[np.intp]:
        """Ask the readings again for every number, or for those at `nodes`; return their edges."""
        if nodes is None:
            self._texts, self._known_texts = {}, {}
            return np.arange(len(self.edges))
        edges = np.flatnonzero(self._hanging([self.index[n] for n in nodes if n in self.index]))
        for edge in edges.tolist():
            self._texts.pop(edge, None)
        return edges

    def write_anew(self) -> None:
        """Set every number again: numbers have other digits."""
        self._read = {}
        self.read_anew()

    @property
    def reach(self) -> float:
        """Return how far the numbers of an edge reach above and below it at most."""
        return float(self._port_pitches.max(initial=self.packing.pitch)) / 2 + 10.0

    def edge_texts(self, i: int) -> _Pair:
        """Return the value and the derivative of edge `i` as set text; `—` where there is none."""
        texts = self._texts.get(i)
        return self._write([i])[0] if texts is None else texts

    def _write(self, edges: Sequence[int]) -> list[_Pair]:
        """Return the texts of some edges, each set anew if one of its numbers is another."""
        found = []
        read = edge_numbers(self.readings, map(self.edges.__getitem__, edges))
        for i, now in zip(edges, read, strict=True):
            known = self._read.get(i)
            if known is not None and _is_same(known[0], now):
                texts = known[1]
            else:
                texts = self._set(now[0], Ink.VALUE), self._set(now[1], Ink.DERIVATIVE)
                self._read[i] = now, texts
            self._texts[i] = texts
            found.append(texts)
        return found

    def _set(self, reading: Reading, ink: Ink) -> Typeset:
        if isinstance(reading, np.ndarray):
            return set_number(reading, ink, self.packing.number)
        text = self._known_texts.get((reading, ink))
        if text is None:
            text = set_number(reading, ink, self.packing.number)
            self._known_texts[reading, ink] = text
        return text

    def all_texts(self) -> Iterator[_Pair]:
        """Yield the value and the derivative of every edge as set text."""
        return map(self.edge_texts, range(len(self.edges)))

    def _texts_of(self, edges: Sequence[int]) -> list[_Pair]:
        """Return the set texts of some edges; those not set yet are read together."""
        self._write([i for i in edges if i not in self._texts])
        return list(map(self._texts.__getitem__, edges))

    def widest_numbers(self, edges: NDArray[np.intp] | None = None) -> NDArray[np.float64]:
        """Return for each edge, or of some, the width of its wider number, shape (edges,).

        Words, and what a bump shows of an array, take no more than there is up to the card before.
        """
        every = range(len(self.edges)) if edges is None else edges.tolist()
        texts = self._texts_of(every)
        widths = np.array([a.width if a.width > b.width else b.width for a, b in texts], float)
        read = ((k, *self._read[i][0]) for k, i in enumerate(every))
        worded = [k for k, *both in read if any(map(_is_worded, both))]
        if worded:
            ports = self.ends_of(np.array([every[k] for k in worded]))
            rooms = ports[:, 0] - self.cards_before(ports)
            most = np.maximum(rooms, self.packing.lead / 2) - _NUMBER_AIR
            widths[worded] = np.minimum(widths[worded], most)
        return widths

    def begins_of(self, edges: NDArray[np.intp]) -> NDArray[np.float64]:
        """Return for each of `edges` how far left its numbers reach at most, however it is led.

        It is for pictures so small that numbers keep clear of all cards.
        """
        texts = [(a.width, b.width) for a, b in self._texts_of(edges.tolist())]
        leads = self.leads[self._targets[edges]]
        middles = self.ends_of(edges)[:, 0] - (leads + ARROW_LENGTH) / 2
        lefts = middles[:, None] - np.array(texts).reshape(-1, 2) / 2
        rooms = self._found_rooms(edges, led=np.zeros(len(edges), dtype=bool))
        begins: NDArray[np.float64] = np.maximum(lefts, rooms[:, 1:]).min(axis=1)
        return begins

    def edge_labels(self, i: int) -> Labels:
        """Return the labels of edge `i`: the value above its lead, the derivative below."""
        return self.labels_of([i])[0]

    def labels_of(self, edges: Iterable[int]) -> list[Labels]:
        """Return the labels of some edges; those that nothing changed are the same objects."""
        chosen = np.asarray(edges if isinstance(edges, np.ndarray) else list(edges), dtype=np.intp)
        ports = self.ends_of(chosen)
        rows = np.concatenate([ports, self._rooms_before(chosen, ports)], axis=1).tolist()
        return [self._label(i, *row) for i, row in zip(chosen.tolist(), rows, strict=True)]

    def _label(self, i: int, *place: float) -> Labels:
        """Return the labels of edge `i`: `place` has its port, its lead's start, two lefts.

        The value stands right of the first of these, the derivative right of the second; what is
        wider than that room is set smaller.
        """
        texts = self.edge_texts(i)
        known = self._labels.get(i)
        if known is not None and known[1] is texts and known[0] == place:
            return known[2]
        x, y, lead, above, below = place
        middle, right = (lead + x - ARROW_LENGTH) / 2, x - _TIP_AIR
        half = (texts[0].width if texts[0].width > texts[1].width else texts[1].width) / 2
        if above + half <= middle >= below + half and middle + half <= right:
            labels = placed(texts, (middle, middle), y, self.packing)
        else:
            fit = fitted(texts, right - above, right - below, self.packing.number)
            lefts, ends = (above, below), (right, right)
            first, second = map(_kept_within, (middle, middle), lefts, ends, fit)
            labels = placed(fit, (first, second), y, self.packing)
        self._labels[i] = place, texts, labels
        return labels

    def reroute(self, rows: Iterable[int] | None = None) -> None:
        """Find the ways of edges; what stands before their ports is another."""
        self._rooms = None
        super().reroute(rows)

    def carry(self, rows: list[int]) -> NDArray[np.intp]:
        """Lead the edges of cards that a hand carries; before other ports all stands as before."""
        edges = super().carry(rows)
        if self._rooms is not None:
            self._rooms = self._rooms.copy()  # others may know the one from before
            self._rooms[edges] = self._found_rooms(edges, led=self._are_led(edges))
        return edges

    def reroute_after(self, was: NDArray[np.intp] | None = None) -> None:
        """Find the ways of edges that are others; what stands before their ports is another."""
        self._rooms = None
        super().reroute_after(was)

    def settle(self, most: int | None = None) -> bool:
        """Find the ways that are owed; numbers have another room beside an edge that is led."""
        self._rooms = None
        return super().settle(most)

    # --- inside

    def _rooms_before(self, edges: NDArray[np.intp], ports: Points) -> Rooms:
        """Return where the lead of each of `edges` begins, and the room of its two numbers.

        The room begins right of the card before, and on the side from which the edge comes where
        it has bent to its port's height; `ports` has the x and y of the ports.
        """
        if len(self.names) > ROUTED:
            lefts = self._rights_of(edges, ports) + _CARD_AIR
            return np.stack([ports[:, 0] - self.leads[self._targets[edges]], lefts, lefts], axis=1)
        if self._rooms is None:
            every = np.arange(len(self.edges))
            self._rooms = self._found_rooms(every, led=self._are_led(every))
        return self._rooms[edges]

    def _are_led(self, edges: NDArray[np.intp]) -> NDArray[np.bool_]:
        return np.array([i in self.special for i in edges.tolist()], dtype=bool)

    def _found_rooms(self, edges: NDArray[np.intp], *, led: NDArray[np.bool_]) -> Rooms:
        starts, leads, ends = self._edge_points(edges)
        lefts = self._rights_of(edges, ends) + _CARD_AIR
        climbs = starts[:, 1] - ends[:, 1]
        bent = np.stack([led | (climbs < -_LEVEL), led | (climbs > _LEVEL)], axis=1)
        sides = np.maximum(lefts[:, None], np.where(bent, leads[:, :1], -np.inf))
        return np.concatenate([leads[:, :1], sides], axis=1)

    def _rights_of(self, edges: NDArray[np.intp], ports: Points) -> Rights:
        """Return where the card ends that the numbers of `edges` keep clear of, -inf for none.

        `ports` has the x and y of the ports they lead to.
        """
        sources, targets = self._sources[edges], self._targets[edges]
        packing = self.packing
        more = (self._port_pitches[targets] - packing.pitch) / 2
        if 0 < len(self.names) <= ROUTED:
            return self.cards_before(ports, more)
        # in a large picture only the card that an edge comes from is looked at
        rights: Rights = self.centres[sources, 0] + self.sizes[sources, 0] / 2
        reach = self.sizes[sources, 1] / 2 + packing.rise + packing.number + more
        off = np.abs(ports[:, 1] - self.centres[sources, 1])
        rights[(rights >= ports[:, 0]) | (off > reach)] = -np.inf
        return rights


def _kept_within(middle: float, left: float, right: float, text: Typeset) -> float:
    """Return the middle of a text that lies from `left` to `right`, as near as can be to one."""
    half = text.width / 2
    if right - left < text.width:
        return (left + right) / 2
    return min(max(middle, left + half), right - half)


def _is_worded(reading: Reading) -> bool:
    """Tell whether words are written, or what a bump shows; a hidden number is neither."""
    return isinstance(reading, Moved) or (isinstance(reading, Words) and bool(reading))


def _is_same(known: _Read, now: _Read) -> bool:
    """Tell whether two numbers, or words in their place, are still what they were."""
    for before, after in zip(known, now, strict=True):
        if before is after and not isinstance(before, np.ndarray):  # which may be written to
            continue
        if type(before) is not type(after) or isinstance(before, np.ndarray) or before != after:
            return False
    return True
