"""Cards moved apart for numbers that take more room than those they were laid out for."""

import math
from bisect import bisect_right

import numpy as np

from engine.progress import stage, watched
from gui.picture.measure import ARROW_LENGTH, BEND, LEAD_STEP
from gui.picture.picture import Picture
from gui.readings import Seen

__all__ = ["TOUCHING", "Shift", "spread"]

_AIR = 8.0  # units, from a card to the number that follows
TOUCHING = 1.0  # units; what is nearer stands at the same x


def spread(picture: Picture, readings: Seen) -> Picture:
    """Return the picture with `readings`, its cards so far apart that no number is set smaller.

    Cards only move to the right, and no two come nearer to each other; `picture` stays as it is.
    """
    with stage(0.0, 0.1):
        graph = picture.graph.copy()
    with stage(0.1, 0.3):
        found = Picture(graph, readings, picture.packing, ways=False)
    with stage(0.3, 0.6):
        moves = _moves(found)
    if not moves.any():
        found.reroute()
        return found
    graph.set_positions({name: _moved(found, name, moves) for name in graph.nodes()})
    with stage(0.6, 1.0):
        return Picture(graph, readings, picture.packing)


def _moves(picture: Picture) -> np.ndarray:
    """Return how far each card moves: at every gap by what the widest number lacks there."""
    lefts = picture.rectangles()[:, 0]
    every = np.arange(len(picture.edges))
    if not len(every):
        return np.zeros(len(lefts))
    ports = picture.ends_of(every)
    before = picture.cards_before(ports)
    widths = np.array([max(a.width, b.width) for a, b in picture.all_texts()])
    shift = Shift(lefts)
    for i in watched(np.argsort(ports[:, 0], kind="stable").tolist()):
        x, border = float(ports[i, 0]), float(before[i])
        if not math.isfinite(border):
            continue
        lacks = float(widths[i]) + ARROW_LENGTH + LEAD_STEP + BEND + _AIR - (x - border)
        # what the gaps before have given already is given to all cards behind them
        given = shift.at(x) - shift.at(border)
        if lacks > given:
            shift.add(x - TOUCHING, lacks - given)
    return np.array([shift.of(left) for left in lefts.tolist()])


class Shift:
    """How far cards move that begin at an x: gaps are widened from the left to the right."""

    def __init__(self, lefts: np.ndarray) -> None:
        self._lefts: list[float] = np.sort(lefts).tolist()
        self._from: list[float] = []
        self._by: list[float] = []  # of all up to there

    def add(self, x: float, more: float) -> None:
        """Move what begins at `x` or behind it; no `x` is left of the last one."""
        self._by.append(more + (self._by[-1] if self._by else 0.0))
        self._from.append(x)

    def of(self, left: float) -> float:
        """Return how far a card moves that begins at `left`."""
        count = bisect_right(self._from, left)
        return self._by[count - 1] if count else 0.0

    def at(self, x: float) -> float:
        """Return how far what stands at `x` moves: as far as the last card that begins there."""
        count = bisect_right(self._lefts, x + TOUCHING)
        return self.of(self._lefts[count - 1]) if count else 0.0


def _moved(picture: Picture, name: str, moves: np.ndarray) -> tuple[float, float]:
    row = picture.index[name]
    x, y = picture.graph.attributes(name)["position"]
    return float(x) + float(moves[row]), float(y)
