"""The picture of a graph after an edit, made of the one before it.

What the edit left alone is taken over: of 30,000 cards three are set anew. The picture before is
left as it was; whoever still holds it draws what was. With folded groups all is made anew.
Ways that may be better now are owed: what `settle` makes of the picture is what `Picture` makes.
"""

import copy
from collections.abc import Iterable
from itertools import compress, repeat

import numpy as np
from numpy.typing import NDArray

import engine
from engine.collection import without_collection
from engine.graph.folding import folded_groups
from gui.picture.measure import OUTPUT_ARROW
from gui.picture.picture import ROUTED, Picture
from gui.picture.shown import Shown
from gui.readings import Seen

__all__ = ["picture_after"]

_Rows = NDArray[np.intp]


@without_collection()
def picture_after(
    before: Picture, readings: Seen, edited: Iterable[str] = (), moved: Iterable[str] = ()
) -> Picture:
    """Return the picture of `before`'s graph as it is now, once settled the same as `Picture`.

    `edited` have another value or attribute, `moved` another position; nodes and edges that came
    or went are known by the graph itself.
    """
    graph = before.graph
    touched = graph.touched_since(before.mark)
    other_kind = (len(before.names) <= ROUTED) is not (len(graph) <= ROUTED)
    if not before.names or other_kind or touched is None or len(touched) > len(graph):
        return Picture(graph, readings)
    if before.shown.composites or folded_groups(graph):
        return Picture(graph, readings)
    touched.update(edited)
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


class _Edit:
    """Puts together what is kept of a picture and what is made anew."""

    def __init__(
        self, before: Picture, readings: Seen, touched: set[str], moved: Iterable[str]
    ) -> None:
        self.before = before
        self.picture = picture = copy.copy(before)
        graph = picture.graph
        picture.begin_anew(readings)
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
        picture.edges = _inserted(list(compress(before.edges, stays.tolist())), fresh, places)
        sources = [picture.index[edge.source] for edge in fresh]
        old_sources = self.became[before._sources[stays]]
        picture._targets = np.insert(targets, places, into)
        picture._sources = np.insert(old_sources, places, np.array(sources, dtype=np.intp))
        ports = [float(edge.port) for edge in fresh]
        picture._ports = np.insert(before._ports[stays], places, ports)
        picture._outs = np.zeros(len(picture.edges))
        picture.boxes = np.insert(before.boxes[stays], places, 0.0, axis=0)
        picture._found_for = np.insert(before._found_for[stays], places, np.nan, axis=0)
        picture._owed = np.insert(before._owed[stays], places, False)
        became = np.full(len(stays), -1, dtype=np.intp)
        old_places = np.arange(len(targets))
        became[stays] = old_places + np.searchsorted(places, old_places, side="right")
        picture._led, picture._alone = (
            {k: one for i, one in led.items() if (k := int(became[i])) >= 0}
            for led in (before._led, before._alone)
        )
        picture.take_numbers(became)
        picture.shown = Shown.plain(
            picture.graph, picture.names, picture.index, picture.edges, picture._ports
        )

    def _take_cards(self) -> None:
        picture, before, count = self.picture, self.before, len(self.was)
        picture.leads, picture._arrow = np.full(count, picture.packing.lead), OUTPUT_ARROW
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
            setattr(picture, array, getattr(before, array)[rows])
        picture.cards = list(map(before.cards.__getitem__, rows.tolist()))
        spread = np.flatnonzero(np.array(picture.pitches) != picture._port_pitches).tolist()
        for row in (*self.fresh, *spread):
            picture.cards[row] = picture._card(row)
        picture._measure_cards((*self.fresh, *spread))
        moved = list(self.moved)
        picture._place_cards(moved, [picture.shown.place(row) for row in moved])
        missing = picture.graph.missing_inputs()
        picture._missing = [(picture.index[name], port) for name, port in missing]


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
    if count == len(old) or not after:
        index = index.copy()
        for name in old[first : len(old) - after]:
            del index[name]
        index.update((names[row], row) for row in range(first, count - after))
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


def _inserted(kept: list[engine.Edge], new: list[engine.Edge], places: _Rows) -> list[engine.Edge]:
    """Return `kept` with each of `new` before what stands at its place, as `np.insert` does."""
    found, start = list[engine.Edge](), 0
    for item, place in zip(new, places.tolist(), strict=True):
        found += kept[start:place]
        found.append(item)
        start = place
    return found + kept[start:]
