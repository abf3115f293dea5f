"""The picture of a graph after an edit, made of the one before it.

What the edit left alone is taken over: of 30,000 cards three are set anew. The picture before is
left as it was; whoever still holds it draws what was. With folded groups all is made anew but for
the ways of edges, which take the most time.
Ways that may be better now are owed: what `settle` makes of the picture is what `Picture` makes.
Where nothing but values and places change, three lengths may be another: leads, the arrow of the
output and the distance of ports are never less than a picture made anew has them, but may be more
where numbers have shrunk, so that nothing trembles as they change. The ways are those for them.
"""

import copy
from collections.abc import Iterable
from itertools import compress, repeat
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

import engine
from engine.collection import without_collection
from engine.graph.folding import folded_groups
from gui.picture.card import Card
from gui.picture.edge_lines import at_new_places
from gui.picture.measure import OUTPUT_ARROW
from gui.picture.picture import ROUTED, Picture
from gui.picture.shown import Shown
from gui.readings import Seen

__all__ = ["picture_after"]

_Rows = NDArray[np.intp]
_Kind = TypeVar("_Kind", bound=np.generic)

_FEW = 64  # edges that come and go one by one; for more all are gone through


@without_collection()
def picture_after(
    before: Picture, readings: Seen, edited: Iterable[str] = (), moved: Iterable[str] = ()
) -> Picture:
    """Return the picture of `before`'s graph as it is now, once settled the same as `Picture`.

    `edited` have another value or attribute, `moved` another position; nodes and edges that came
    or went are known by the graph itself.
    """
    graph = before.graph
    before.come_due()  # what is owed is kept, where cards stood is not
    touched = graph.touched_since(before.mark)
    other_kind = (len(before.names) <= ROUTED) is not (len(graph) <= ROUTED)
    if not before.names or other_kind or touched is None or len(touched) > len(graph):
        return Picture(graph, readings)
    if before.shown.composites or folded_groups(graph):
        return _with_ways_kept(before, readings)
    touched.update(edited, before.held)
    outputs = before.readings.output, readings.output
    if outputs[0] != outputs[1]:
        touched.update(name for name in outputs if name is not None)
    moved = tuple(moved)
    if not (touched or moved) and readings is before.readings and len(graph) > ROUTED:
        return _with_frames_anew(before)
    return _Edit(before, readings, touched, moved).picture


def _with_frames_anew(before: Picture) -> Picture:
    """Return the picture of a graph of which nothing is another but its groups."""
    picture = before.kept()
    picture.begin_anew(picture.readings)
    picture.with_frames()
    picture._arrow = OUTPUT_ARROW
    picture.finish_after([], np.arange(len(picture.names)))
    return picture


def _with_ways_kept(before: Picture, readings: Seen) -> Picture:
    """Return the picture made anew; what runs from where it ran to where it led is not led anew."""
    if len(before.graph) > ROUTED:
        return Picture(before.graph, readings)
    picture = Picture(before.graph, readings, ways=False)
    picture.run_after(before)
    return picture


class _Edit:
    """Puts together what is kept of a picture and what is made anew."""

    def __init__(
        self, before: Picture, readings: Seen, touched: set[str], moved: Iterable[str]
    ) -> None:
        self.before = before
        self.picture = picture = copy.copy(before)
        graph = picture.graph
        picture.begin_anew(readings)
        picture.held = frozenset()
        touched |= set(picture.followers(touched))
        picture.forget(name for name in touched if name not in graph)
        picture.names = graph.nodes()
        picture.index, was = _rows_after(before, picture.names)
        self.fresh: list[int] = sorted(picture.index[n] for n in touched if n in picture.index)
        self.became = np.full(len(before.names), -1, dtype=np.intp)  # of each row, for sources
        self.became[was[was >= 0]] = np.flatnonzero(was >= 0)
        kept = was >= 0
        kept[self.fresh] = False
        self.stays = np.zeros(len(before.names), dtype=bool)  # which rows are the same card
        self.stays[was[kept]] = True
        self.was = was
        self.moved = {*self.fresh, *(picture.index[name] for name in moved)}
        self._take_edges()
        self._take_cards()
        picture.with_frames()
        picture.finish_after(sorted(self.moved), was)

    def _take_edges(self) -> None:
        picture, before = self.picture, self.before
        fresh = [
            engine.Edge(source, picture.names[row], port)
            for row in self.fresh
            for port, source in enumerate(picture.graph.inputs(picture.names[row]))
            if source is not None
        ]
        stays = self.stays[before._targets]
        targets = self.became[before._targets[stays]]
        into = np.array([picture.index[edge.target] for edge in fresh], dtype=np.intp)
        places = np.searchsorted(targets, into)
        gone = np.flatnonzero(~stays).tolist()
        picture.edges = _edges_after(before.edges, gone, fresh, places.tolist())
        # of each edge which it was, of the fresh ones any: what is taken there is written over
        was, came = np.zeros(len(picture.edges), dtype=np.intp), places + np.arange(len(fresh))
        kept = np.ones(len(was), dtype=bool)
        kept[came] = False
        was[kept] = np.flatnonzero(stays)
        sources = [picture.index[edge.source] for edge in fresh]
        ports = [edge.port for edge in fresh]
        picture._targets = _taken(self.became[before._targets], was, came, into)
        picture._sources = _taken(self.became[before._sources], was, came, sources)
        picture._ports = _taken(before._ports, was, came, ports)
        picture._outs = np.zeros(len(picture.edges))
        picture.boxes = _taken(before.boxes, was, came, 0.0)
        picture._found_for = _taken(before._found_for, was, came, np.nan)
        picture._owed = _taken(before._owed, was, came, False)
        became = np.full(len(stays), -1, dtype=np.intp)
        became[stays] = np.flatnonzero(kept)
        picture._led, picture._alone = (
            at_new_places(became, led) for led in (before._led, before._alone)
        )
        picture.take_numbers(became)
        picture.shown = Shown.plain(
            picture.graph, picture.names, picture.index, picture.edges, picture._ports
        )

    def _take_cards(self) -> None:
        picture, before, count = self.picture, self.before, len(self.was)
        picture.leads, picture._arrow = np.full(count, picture.packing.lead), OUTPUT_ARROW
        picture._needed_leads = picture.leads
        picture.pitches = picture._pitches()
        rows = self.was.clip(0)  # of the fresh ones any: what is taken there is written over
        for array in (
            "_places",
            "centres",
            "sizes",
            "kinds",
            "_port_counts",
            "_port_pitches",
            "_out_counts",
        ):
            setattr(picture, array, np.take(getattr(before, array), rows, axis=0))
        picture.cards = self._cards_after(rows)
        usual = len(picture.names) > ROUTED  # there all ports are as far apart
        pitches = picture.packing.pitch if usual else np.array(picture.pitches)
        spread = np.flatnonzero(pitches != picture._port_pitches).tolist()
        for row in (*self.fresh, *spread):
            picture.cards[row] = picture._card(row)
        picture._measure_cards((*self.fresh, *spread))
        moved = list(self.moved)
        picture._place_cards(moved, picture.shown.places(moved))
        missing = picture.graph.missing_inputs()
        picture._missing = [(picture.index[name], port) for name, port in missing]

    def _cards_after(self, rows: _Rows) -> list[Card]:
        """Return the cards that were those `rows`: few that come or go are put in and out."""
        gone = np.flatnonzero(self.became < 0)
        came = np.flatnonzero(self.was < 0)
        if len(gone) + len(came) > _FEW or (np.diff(self.was[self.was >= 0]) < 0).any():
            return list(map(self.before.cards.__getitem__, rows.tolist()))
        cards = self.before.cards.copy()
        for row in reversed(gone.tolist()):
            del cards[row]
        for row in came.tolist():
            cards.insert(row, cards[0] if cards else self.before.cards[0])  # any
        return cards


def _rows_after(before: Picture, names: list[str]) -> tuple[dict[str, int], _Rows]:
    """Return the row of each of `names`, and which it was of those drawn before, -1 for none.

    Most edits leave the order, and nearly all names: what is between the first and the last that
    is another alone is looked for.
    """
    count, old = len(names), before.names
    first = _common(names, old)
    after = min(_common(names[::-1], old[::-1]), min(count, len(old)) - first)
    index = before.index
    if count == len(old) == first:
        return index, np.arange(count)
    until = count - after if count == len(old) else count  # what is behind keeps its row, or not
    if 4 * first > count or until < count:
        index = index.copy()
        for name in old[first : len(old) - after]:
            del index[name]
        index.update(zip(names[first:until], range(first, until), strict=True))
    else:
        index = dict(zip(names, range(count), strict=True))
    between = map(before.index.get, names[first : count - after], repeat(-1))
    was = np.arange(first), np.fromiter(between, np.intp), np.arange(len(old) - after, len(old))
    return index, np.concatenate(was)


def _common(names: list[str], others: list[str]) -> int:
    """Return how many names two lists have in common before the first that differs."""
    low, high = 0, min(len(names), len(others))
    while low < high:
        middle = (low + high + 1) // 2
        if names[low:middle] == others[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _edges_after(
    before: list[engine.Edge], gone: list[int], fresh: list[engine.Edge], places: list[int]
) -> list[engine.Edge]:
    """Return the edges without those at the places `gone`, then each fresh one before a place."""
    if len(gone) + len(fresh) <= _FEW:
        edges = before.copy()
        for place in reversed(gone):
            del edges[place]
        for place, edge in zip(reversed(places), reversed(fresh), strict=True):
            edges.insert(place, edge)
        return edges
    stays = bytearray(b"\1") * len(before)
    for place in gone:
        stays[place] = 0
    kept, found, start = list(compress(before, stays)), list[engine.Edge](), 0
    for edge, place in zip(fresh, places, strict=True):
        found += kept[start:place]
        found.append(edge)
        start = place
    return found + kept[start:]


def _taken(array: NDArray[_Kind], was: _Rows, came: _Rows, values: object) -> NDArray[_Kind]:
    """Return what stood in the rows that each `was`, with `values` in those that `came`."""
    anew = np.empty((len(was), *array.shape[1:]), array.dtype)
    if len(array):
        np.take(array, was, axis=0, out=anew)
    anew[came] = values
    return anew
