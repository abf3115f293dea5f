"""The cards of a picture as arrays: where they stand, how large they are, where their ports are."""

from collections.abc import Callable, Iterable, Set
from copy import copy
from functools import cache, partial
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

import engine
from engine.progress import watched
from gui.picture.card import Card, card, name_signature
from gui.picture.composite_card import composite_card
from gui.picture.matrix import pitch_of
from gui.picture.measure import PORT_PITCH
from gui.picture.packing import USUAL, Packing
from gui.picture.shown import Shown
from gui.readings import Seen

__all__ = ["ROUTED", "Cards", "OnTop", "Points", "columns_of"]

ROUTED = 400  # up to this many cards, edges look for a way around them and numbers have their room

Points = NDArray[np.float64]
OnTop = tuple[frozenset[str], ...]  # nodes whose cards lie on all others, the uppermost last


_MOST_SOUGHT = 8  # times as many cards are gone through as soon as these are looked for
_BROUGHT = frozenset({"names", "index", "edges", "edge_index"})
"""What nothing is put into: an edit of nodes or edges brings others."""
_PER_CARD = (
    *("_places", "centres", "sizes", "kinds"),
    *("_port_counts", "_port_pitches", "_out_counts"),
)


class Cards:
    """The cards of one graph; rows of `centres`, `sizes`, `kinds` and `cards` follow `names`.

    A folded group is one card: `index` has its row for all its nodes, `names` one of them.
    `shown` says what stands behind a card and its ports, `on_top` which cards come first.
    """

    def __init__(self, graph: engine.Graph, readings: Seen, packing: Packing = USUAL) -> None:
        self.graph = graph
        self.readings = readings
        self.packing = packing
        self.mark = graph.mark  # tells what of the graph came and went since
        self.on_top: OnTop = ()
        self._marked: tuple[Seen, dict[str, int], frozenset[int]] | None = None
        self.shown = Shown(graph)
        self.names: list[str] = self.shown.names
        self.index: dict[str, int] = self.shown.index
        self.pitches = self._pitches()
        rows = range(len(self.names))
        remembered = cache(partial(name_signature, graph))  # each is written on several cards
        self.cards: list[Card] = [self._card(row, remembered) for row in watched(rows, 0.0, 0.6)]
        self._places: Points = self.shown.places()
        self.centres: Points = self._places.copy()
        self.sizes: Points = np.empty((len(self.names), 2))
        self.kinds: NDArray[np.str_] = np.empty(len(self.names), dtype="U9")
        self._port_counts: Points = np.empty(len(self.names))
        self._port_pitches: Points = np.empty(len(self.names))
        self._out_counts: Points = np.ones(len(self.names))
        place = self.shown.port_place
        self._missing = [(self.index[name], place(name, k)) for name, k in graph.missing_inputs()]
        self._measure_cards()

    def belong_to(self, graph: engine.Graph) -> None:
        """Be the picture of `graph`, which has become the one that this was made of."""
        self.graph = self.shown.graph = graph

    def from_below(self, rows: NDArray[np.intp]) -> NDArray[np.intp]:
        """Return the cards `rows` in the order in which they lie, the uppermost last."""
        if not self.on_top:
            return rows
        height = np.zeros(len(self.names))
        for above, names in enumerate(self.on_top, 1):
            height[[self.index[name] for name in names if name in self.index]] = above
        return rows[np.argsort(height[rows], kind="stable")]

    def kept(self) -> Self:
        """Return this picture as it is now, whatever changes here later."""
        kept = copy(self)
        for name, what in vars(self).items():
            if isinstance(what, np.ndarray | dict | list) and name not in _BROUGHT:
                vars(kept)[name] = what.copy()
        return kept

    def of_copy(self) -> Self:
        """Return this picture as one of a copy of its graph: what becomes of it can be tried."""
        kept = self.kept()
        kept.graph = self.graph.copy()
        return kept

    def holds(self) -> list[list[Any] | dict[Any, Any]]:
        """Return the lists and dicts that a picture of many cards hangs on, as they are."""
        known = {id(one): one for one in (*vars(self).values(), *vars(self.shown).values())}
        return [one for one in known.values() if isinstance(one, list | dict)]

    def become(self, kept: Self) -> None:
        """Be as a picture that was kept is."""
        vars(self).clear()
        vars(self).update(vars(kept))

    def take_cards(
        self, before: Self, rows: NDArray[np.intp], cards: list[Card], fresh: list[int]
    ) -> None:
        """Have the `cards` that stand in `rows` of `before`; the `fresh` ones are set anew."""
        self.pitches = self._pitches()
        for array in _PER_CARD:
            setattr(self, array, np.take(getattr(before, array), rows, axis=0))
        self.cards = cards
        usual = len(self.names) > ROUTED  # there all ports are as far apart
        pitches = self.packing.pitch if usual else np.array(self.pitches)
        spread = np.flatnonzero(pitches != self._port_pitches).tolist()
        for row in (*fresh, *spread):
            self.cards[row] = self._card(row)
        self._measure_cards((*fresh, *spread))
        missing = self.graph.missing_inputs()
        self._missing = [(self.index[name], port) for name, port in missing]

    def place_anew(self, rows: Iterable[int]) -> None:
        """Let the cards `rows` stand where the graph has them now."""
        at = list(rows)
        self._place_cards(at, self.shown.places(at))

    def rows_of(self, names: Iterable[str]) -> NDArray[np.intp]:
        """Return the cards that stand for some nodes, each once, in order."""
        if (
            isinstance(names, Set)
            and _MOST_SOUGHT * len(names) > len(self.names)
            and not self.shown.composites
        ):
            return np.flatnonzero([*map(names.__contains__, self.names)])
        held = np.zeros(len(self.names), dtype=np.bool_)
        held[[*map(self.index.__getitem__, names)]] = True
        return np.flatnonzero(held)  # numpy.unique would load a tenth of a second of numpy

    def rectangles(self) -> Points:
        """Return left, top, right, bottom of every card, shape (cards, 4)."""
        half = self.sizes / 2
        return np.concatenate([self.centres - half, self.centres + half], axis=1)

    def out_point(self, row: int, out: int = 0) -> tuple[float, float]:
        """Return where the edges of output `out` of card `row` leave it."""
        (x, y), width = self.centres[row], self.sizes[row, 0]
        offset = (out - (self._out_counts[row] - 1) / 2) * PORT_PITCH
        return float(x + width / 2), float(y + offset)

    def leaving_point(self, node: str) -> tuple[float, float]:
        """Return where the edges of a node leave its card."""
        return self.out_point(self.index[node], self.shown.out_place(node))

    def entering_point(self, node: str, port: int) -> tuple[float, float]:
        """Return where a node's `port` takes its edge, on the card that shows it."""
        return self.port_point(self.index[node], self.shown.port_place(node, port))

    def port_point(self, row: int, port: int) -> tuple[float, float]:
        """Return where port `port` of card `row` takes its edge."""
        (x, y), width = self.centres[row], self.sizes[row, 0]
        item = self.cards[row]
        offset = (port - (item.ports - 1) / 2) * item.pitch
        return float(x - width / 2), float(y + offset)

    def cards_before(self, ports: Points, more: Points | float = 0.0) -> Points:
        """Return for each of some ports where the nearest card before its numbers ends.

        `more` is how far these reach up and down beyond a single line; -inf stands for no card.
        """
        cards = self.rectangles()
        _, tops, rights, bottoms = cards[np.argsort(-cards[:, 2])].T  # the nearest come first
        xs, ys = ports.T[:, :, None]
        reach, packing = np.reshape(more, (-1, 1)), self.packing
        beside = rights < xs
        beside &= tops < ys + (packing.drop + reach)
        beside &= bottoms > ys - (packing.rise + packing.number + reach)
        first = beside.argmax(axis=1)
        found: Points = np.where(beside[np.arange(len(first)), first], rights[first], -np.inf)
        return found

    def pitch_of(self) -> dict[str, float]:
        """Return how far apart the ports of each card lie."""
        return dict(zip(self.names, self.pitches, strict=True))

    def marked_rows(self) -> frozenset[int]:
        """Return the cards at which something goes wrong: NaN starts, shapes do not fit."""
        seen, index = self.readings, self.index
        # neither is ever put anything into; asked for at every slice of a frame, it may be long
        if self._marked is None or self._marked[0] is not seen or self._marked[1] is not index:
            marked = (*seen.nonfinite, *seen.nonfinite_derivatives, *seen.unfit)
            rows = frozenset(index[name] for name in marked if name in index)
            self._marked = seen, index, rows
        return self._marked[2]

    def missing_ports(self) -> list[tuple[int, int]]:
        """Return (row, port) of every input that has no edge."""
        return self._missing

    def _card(self, row: int, remembered: Callable[[str], str] | None = None) -> Card:
        composite, pitch = self.shown.composites.get(row), self.pitches[row]
        if composite is None:
            name, output = self.names[row], self.readings.output
            return card(self.graph, name, output, pitch, remembered, self.packing)
        return composite_card(self.graph, composite, pitch)

    def _pitches(self) -> list[float]:
        """Return how far apart each card's ports lie, as what they take now needs it."""
        found = [self.packing.pitch] * len(self.names)
        if len(found) <= ROUTED:
            values = {name: self.readings.value(name) for name in self.index}
            for edge in self.shown.edges:
                value = values[edge.source]
                if not isinstance(value, float):
                    row = self.index[edge.target]
                    found[row] = pitch_of(value, self.packing, found[row])
                    # below words in the value's place, such as those of a bump, is an array still
                    flow = self.readings.edge_derivative(*edge)
                    found[row] = pitch_of(flow, self.packing, found[row])
        return found

    def _held_pitches(self) -> list[float]:
        """Return how far apart each card's ports stay at least.

        An array that changes moves nothing; where numbers alone are left they come together again.
        """
        if not any(pitch > self.packing.pitch for pitch in self.pitches):
            return self.pitches
        edges, value = self.shown.edges, self.readings.value
        arrays = {name for name in self.index if not isinstance(value(name), float)}
        held = {self.index[edge.target] for edge in edges if edge.source in arrays}
        least = self.packing.pitch
        return [p if row in held else least for row, p in enumerate(self.pitches)]

    def _measure_cards(self, rows: Iterable[int] | None = None) -> None:
        at = list(range(len(self.cards)) if rows is None else rows)
        cards = [self.cards[row] for row in at]
        self.sizes[at, 0] = [card.width for card in cards]
        self.sizes[at, 1] = [card.height for card in cards]
        self._port_counts[at] = [card.ports for card in cards]
        self._port_pitches[at] = [card.pitch for card in cards]
        self._out_counts[at] = [card.outs for card in cards]
        self.kinds[at] = [card.kind.value for card in cards]
        self._place_cards(at)

    def _place_cards(self, rows: list[int], places: Points | None = None) -> None:
        """Let cards stand where they are placed, or at `places` from now on."""
        if places is not None:
            self._places[rows] = places
        self.centres[rows] = self._places[rows]
        self.centres[rows, 0] -= [self.cards[row].grown / 2 for row in rows]


def columns_of(lefts: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return in which column each card stands, by its left side.

    Those of one column may differ by a unit: a card's middle stands on the grid.
    """
    order = np.argsort(lefts, kind="stable")
    found = np.empty(len(lefts), dtype=np.intp)
    found[order] = np.cumsum(np.diff(lefts[order], prepend=lefts[order[:1]]) > 1.0)
    return found
