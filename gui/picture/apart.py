"""Edges that run along one lane, set apart: side by side, a line for each value that they carry."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from gui.picture.led import Led
from gui.picture.levels import NO_LEVELS, Levels

__all__ = ["set_apart"]

Move = tuple[int, int, float]
Free = Callable[[Mapping[int, Led]], Mapping[int, bool]]

# units between two lines, and where: on both sides of their lane, below it, above it
_TRIED = ((6.0, 0.0), (6.0, 0.5), (6.0, -0.5), (4.0, 0.0), (4.0, 0.5), (4.0, -0.5))
_NEAR = 4.0  # units; nearer, two lines look like one
_MOST_ALONE = 24  # bundles that look for room one by one
_MOST = 6  # values side by side: more would fill the gap between two rows of cards


def set_apart(
    ways: Mapping[int, Led],
    sources: NDArray[np.intp],
    free: Free,
    levels: Levels = NO_LEVELS,
    *,
    turned: bool = False,
) -> dict[int, Led]:
    """Return edges' ways, with those on one lane that carry different values side by side.

    They lie in the order in which they come from above, or `turned` from below, and on none of the
    `levels` of another value. Those of one value lie on one line, which else would look as if it
    were thicker there.
    `ways` has for each edge how it is led for itself, `sources` what each edge carries; `free`
    tells which edges may run along other ways. Where they may not, they stay.
    """
    runs = [(i, k, *lane) for i, led in ways.items() for k, lane in enumerate(led.lanes.tolist())]
    waiting = [_Bundle([runs[k] for k in some], ways, sources, turned) for some in _bundles(runs)]
    waiting = [bundle for bundle in waiting if not bundle.is_one and bundle.values <= _MOST]
    counts = Counter(chain.from_iterable(bundle.edges for bundle in waiting))
    linked = {i for i, count in counts.items() if count > 1}
    accepted = list[list[Move]]()
    for beside, side in _TRIED:
        tried = [bundle.moves(beside, side) for bundle in waiting]
        tried = [moves if _are_off(moves, ways, sources, levels) else [] for moves in tried]
        good = _good(ways, accepted, tried, free)
        accepted += [moves for moves, taken in zip(tried, good, strict=True) if taken]
        waiting = [bundle for bundle, taken in zip(waiting, good, strict=True) if not taken]
    # one bundle that finds no room keeps an edge, with all its others, from being moved; alone in
    # its only bundle an edge would find again what it found
    for bundle in [bundle for bundle in waiting if bundle.edges & linked][:_MOST_ALONE]:
        for beside, side in _TRIED:
            moves = bundle.moves(beside, side)
            off = _are_off(moves, ways, sources, levels)
            if off and all(_good(ways, accepted, [moves], free)):
                accepted.append(moves)
                break
    # one at both its ends, with another
    alone, both = _split(accepted, linked)
    while not all(good := _good(ways, [], both, free)):
        both = [moves for moves, taken in zip(both, good, strict=True) if taken]
    return {**ways, **_moved(ways, [*alone, *both])}


def _split(accepted: list[list[Move]], linked: Set[int]) -> tuple[list[list[Move]], ...]:
    """Return the moves of bundles that have no edge with another, and those of others."""
    sides: tuple[list[list[Move]], ...] = [], []
    for moves in accepted:
        sides[any(i in linked for i, *_ in moves)].append(moves)
    return sides


class _Bundle:
    """Edges that run along one lane: each with its rank among the values that they carry."""

    def __init__(
        self,
        runs: Sequence[tuple[int, int, float, float, float]],
        ways: Mapping[int, Led],
        sources: NDArray[np.intp],
        turned: bool,
    ) -> None:
        carried = [(float(ways[i].line[0, 1]), int(sources[i])) for i, *_ in runs]
        ordered = sorted(set(carried), reverse=turned)
        ranks = {value: rank for rank, value in enumerate(ordered)}
        self.values = len(ranks)
        heights = [height for *_, height, _ in runs]
        self.edges = frozenset(i for i, *_ in runs)
        self.is_one = self.values == 1 and min(heights) == max(heights)
        self._middle = (min(heights) + max(heights)) / 2
        self._places = [
            (i, k, ranks[value]) for (i, k, *_), value in zip(runs, carried, strict=True)
        ]

    def moves(self, beside: float, side: float) -> list[Move]:
        """Return which lanes of which edges go to which heights."""
        top = self._middle + beside * (self.values - 1) * (side - 0.5)
        return [(i, k, top + beside * rank) for i, k, rank in self._places]


def _good(
    ways: Mapping[int, Led], accepted: list[list[Move]], tried: list[list[Move]], free: Free
) -> list[bool]:
    """Return which of the moves `tried` all edges may take, with those of `accepted`."""
    some = {i for moves in tried for i, *_ in moves}
    before = ([move for move in moves if move[0] in some] for moves in accepted)
    clear = free(_moved(ways, [*before, *tried])) if some else {}
    return [len(moves) > 0 and all(clear[i] for i, *_ in moves) for moves in tried]


def _are_off(
    moves: list[Move], ways: Mapping[int, Led], sources: NDArray[np.intp], levels: Levels
) -> bool:
    """Tell whether lanes that are moved would lie on no level of another value."""
    if not len(levels.sources):
        return True
    lanes = np.array([ways[i].lanes[k] for i, k, _ in moves])
    lanes[:, 1] = [height for *_, height in moves]
    return not levels.lie_under(lanes, sources[[i for i, *_ in moves]]).any()


def _moved(ways: Mapping[int, Led], accepted: Iterable[list[Move]]) -> dict[int, Led]:
    """Return the ways that are others after some moves."""
    found = dict[int, Led]()
    for edge, lane, height in chain.from_iterable(accepted):
        found[edge] = found.get(edge, ways[edge]).at(lane, height)
    return found


def _bundles(runs: Sequence[tuple[int, int, float, float, float]]) -> list[list[int]]:
    """Return those runs along lanes that lie on each other, directly or by others, together."""
    if len(runs) < 2:
        return []
    enter, height, leave = np.array([lane for _, _, *lane in runs]).T
    shared = np.abs(height[:, None] - height) < _NEAR
    shared &= (enter[:, None] < leave) & (enter < leave[:, None])
    np.fill_diagonal(shared, val=True)
    first = np.arange(len(runs))
    while True:
        nearer = np.where(shared, first, len(first)).min(axis=1)
        if (nearer == first).all():
            break
        first = nearer
    order = np.argsort(first, kind="stable")
    _, places = np.unique(first[order], return_index=True)
    return [some.tolist() for some in np.split(order, places[1:].tolist()) if len(some) > 1]
