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
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

import engine
from engine.collection import without_collection
from engine.graph.folding import folded_groups
from gui.picture.card import Card
from gui.picture.edges_after import EdgesAfter
from gui.picture.picture import ROUTED, Picture
from gui.readings import Seen

__all__ = ["picture_after", "with_ways_kept"]

_Rows = NDArray[np.intp]

_FEW = 64  # cards that come and go one by one; for more all are gone through


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
        return with_ways_kept(before, readings)
    touched.update(edited, before.held)
    outputs = before.readings.output, readings.output
    if outputs[0] != outputs[1]:
        touched.update(name for name in outputs if name is not None)
    moved = tuple(moved)
    if not (touched or moved) and readings is before.readings and len(graph) > ROUTED:
        picture = before.kept()
        picture.frame_anew()
        return picture
    return _Edit(before, readings, touched, moved).picture


def with_ways_kept(before: Picture, readings: Seen) -> Picture:
    """Return the picture of `before`'s graph made anew, once settled the same as `Picture`.

    What runs from where it ran to where it led is not led anew, which would take the most time.
    """
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
        stays = self.stays[before.targets]
        into = np.array([picture.index[edge.target] for edge in fresh], dtype=np.intp)
        places = np.searchsorted(self.became[before.targets[stays]], into)
        after = EdgesAfter.of(before.edges, stays, fresh, places, picture.index, self.became)
        picture.take_edges(before, after)

    def _take_cards(self) -> None:
        picture, before = self.picture, self.before
        rows = self.was.clip(0)  # of the fresh ones any: what is taken there is written over
        picture.take_cards(before, rows, self._cards_after(rows), self.fresh)
        picture.place_anew(self.moved)

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
