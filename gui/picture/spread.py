"""Cards moved apart for numbers that take more room than those they were laid out for."""

import numpy as np

from gui.picture.measure import ARROW_LENGTH, BEND, LEAD_STEP
from gui.picture.picture import Picture
from gui.readings import Seen

__all__ = ["spread"]

_AIR = 8.0  # units, from a card to the number that follows


def spread(picture: Picture, readings: Seen) -> Picture:
    """Return the picture with `readings`, its cards so far apart that no number is set smaller.

    Cards only move to the right, and no two come nearer to each other; `picture` stays as it is.
    """
    graph = picture.graph.copy()
    found = Picture(graph, readings, picture.packing)
    moves = _moves(found)
    if not moves.any():
        return found
    graph.set_positions({name: _moved(found, name, moves) for name in graph.nodes()})
    return Picture(graph, readings, picture.packing)


def _moves(picture: Picture) -> np.ndarray:
    """Return how far each card moves: at every gap by what the widest number lacks there."""
    lefts = picture.rectangles()[:, 0]
    moves = np.zeros(len(lefts))
    every = np.arange(len(picture.edges))
    if not len(every):
        return moves
    ports = picture.ends_of(every)
    before = picture.cards_before(ports)
    widths = np.array([max(a.width, b.width) for a, b in picture.all_texts()])
    for i in np.argsort(ports[:, 0], kind="stable").tolist():
        if not np.isfinite(before[i]):
            continue
        lacks = widths[i] + ARROW_LENGTH + LEAD_STEP + BEND + _AIR - (ports[i, 0] - before[i])
        # what the gaps before have given already is given to all cards behind them
        right = lefts >= ports[i, 0] - 1.0
        given = _at(lefts, moves, ports[i, 0]) - _at(lefts, moves, before[i])
        if lacks > given:
            moves[right] += lacks - given
    return moves


def _at(lefts: np.ndarray, moves: np.ndarray, x: float) -> float:
    """Return how far what stands at `x` moves: as far as the last card that begins before it."""
    return float(moves[lefts <= x + 1.0].max(initial=0.0))


def _moved(picture: Picture, name: str, moves: np.ndarray) -> tuple[float, float]:
    row = picture.index[name]
    x, y = picture.graph.attributes(name)["position"]
    return float(x) + float(moves[row]), float(y)
