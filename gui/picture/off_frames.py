"""Edges led along a lane that lies in a frame they have no part in, or on its border: led off it.

There they would seem to enter the group, or be taken for its border. So are those that go around
led off any border, that of the frame which they leave, too.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from gui.picture.frame import Frame
from gui.picture.led import Led

__all__ = ["Free", "first_free", "off_frames"]

Free = Callable[[Mapping[int, Led]], Mapping[int, bool]]

_OFF = 9.0  # units between a lane and the border of a frame, or a card beside that
_ON_BORDER = 6.0  # units; nearer, the two look like one line
_FARTHEST = 160.0  # units; a longer way around would be harder to follow
_LEAST = 24.0  # units along a frame that count
_APART = 6.0  # units between two that run back
_MOST_AROUND, _MOST_HEIGHTS = 16, 3

_Boxes = NDArray[np.float64]


def off_frames(
    ways: Mapping[int, Led],
    ends: Mapping[int, tuple[int, int]],
    frames: Sequence[Frame],
    cards: _Boxes,
    free: Free,
) -> Mapping[int, Led]:
    """Return edges' ways, with each lane above or below the frames that its edge has no part in.

    `ends` are the cards of each edge's source and target. Where `free` tells that no such way is,
    the edge stays.
    """
    boxes = np.array([frame.box for frame in frames])
    holds = np.zeros((len(frames), len(cards)), dtype=bool)
    for k, frame in enumerate(frames):
        holds[k, list(frame.rows)] = True
    own = {i: holds[:, source] | holds[:, target] for i, (source, target) in ends.items()}
    ways = {**ways, **_around_off_borders(ways, boxes, cards, free)}
    runs = [(i, k) for i, led in ways.items() for k in range(len(led.lanes))]
    if not runs:
        return ways
    lanes = np.concatenate([led.lanes for led in ways.values()])
    bad = _lie_on(lanes, boxes, np.array([own[i] for i, _ in runs]))
    tried: dict[int, list[Led]] = {}
    for i, k in (runs[at] for at in np.flatnonzero(bad).tolist()):
        # of two lanes each would need the other's way
        tried[i] = [] if i in tried else list(_others(ways[i], k, boxes, own[i], cards))
    moved = first_free(tried, free)
    return {**ways, **moved} if moved else ways


def first_free(tried: Mapping[int, list[Led]], free: Free) -> dict[int, Led]:
    """Return the first way of each edge, among those `tried`, that is free, where one is."""
    found = dict[int, Led]()
    while tried := {i: ways for i, ways in tried.items() if ways and i not in found}:
        first = {i: ways.pop(0) for i, ways in tried.items()}
        clear = free(first)
        found.update((i, led) for i, led in first.items() if clear[i])
    return found


def _around_off_borders(
    ways: Mapping[int, Led], boxes: _Boxes, cards: _Boxes, free: Free
) -> dict[int, Led]:
    """Return the ways around that ran back along a frame's border, off it and off each other.

    All of them are tried at once, each at few heights: of a tangle none can be followed anyway.
    """
    arounds = [i for i, led in ways.items() if len(led.turn)]
    levels = np.array([_level(ways[i]) for i in arounds]).reshape(-1, 3)
    was = levels[:, 1].copy()
    waiting = np.flatnonzero(_run_on_border(levels, boxes)).tolist()[:_MOST_AROUND]
    heights = {at: iter(_off_borders(levels[at], boxes, cards)) for at in waiting}
    found: dict[int, Led] = {}
    for _ in range(_MOST_HEIGHTS):
        tried: dict[int, Led] = {}
        for at in waiting:
            height = next((y for y in heights[at] if not _is_taken(levels, at, y)), None)
            if height is not None:
                levels[at, 1] = height
                right, _, left = ways[arounds[at]].turn.tolist()
                tried[at] = ways[arounds[at]].turned(np.array([right, height, left]))
        clear = free({arounds[at]: led for at, led in tried.items()}) if tried else {}
        found.update((arounds[at], led) for at, led in tried.items() if clear[arounds[at]])
        waiting = [at for at in waiting if arounds[at] not in found]
        levels[waiting, 1] = was[waiting]
    return found


def _off_borders(level: _Boxes, boxes: _Boxes, cards: _Boxes) -> list[float]:
    """Return at which heights a way around may run back on no border, the nearest first."""
    enter, height, leave = level.tolist()
    heights = _heights(enter, height, leave, np.concatenate([boxes, cards]))
    on_border = _run_on_border(_at_heights(enter, heights, leave), boxes)
    found: list[float] = heights[~on_border].tolist()
    return found


def _is_taken(levels: _Boxes, at: int, height: float) -> bool:
    """Tell whether at a height the way around at a place would run back beside another."""
    enter, _, leave = levels[at]
    beside = (levels[:, 0] < leave) & (levels[:, 2] > enter)
    beside[at] = False
    return bool((np.abs(levels[beside, 1] - height) < _APART).any())


def _level(led: Led) -> tuple[float, float, float]:
    """Return how a way around runs back, as lanes are told: its left end, its height, its right."""
    right, height, left = led.turn.tolist()
    return left, height, right


def _heights(enter: float, height: float, leave: float, beside: _Boxes) -> _Boxes:
    """Return heights above and below what lies between two ends, the nearest to one first."""
    beside = beside[(beside[:, 0] < leave) & (beside[:, 2] > enter)]
    heights = np.unique(np.concatenate([beside[:, 1] - _OFF, beside[:, 3] + _OFF]))
    heights = heights[np.abs(heights - height) <= _FARTHEST]
    nearest: _Boxes = heights[np.argsort(np.abs(heights - height), kind="stable")]
    return nearest


def _at_heights(enter: float, heights: _Boxes, leave: float) -> _Boxes:
    """Return lanes from one end to the other at some heights, as those of `Led`."""
    return np.stack([np.full(len(heights), enter), heights, np.full(len(heights), leave)], axis=1)


def _others(
    led: Led, k: int, boxes: _Boxes, own: NDArray[np.bool_], cards: _Boxes
) -> Iterator[Led]:
    """Yield the ways with lane `k` elsewhere, above or below what it passes, the nearest first."""
    enter, height, leave = led.lanes[k].tolist()
    heights = _heights(enter, height, leave, np.concatenate([boxes, cards]))
    lanes = _at_heights(enter, heights, leave)
    for other in heights[~_lie_on(lanes, boxes, np.tile(own, (len(lanes), 1)))].tolist():
        yield led.at(k, other)


def _lie_on(lanes: _Boxes, boxes: _Boxes, own: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell which lanes lie in a frame that holds neither end, or on any frame's border.

    `lanes` are as those of `Led`, `own` tells of each which frames hold an end.
    """
    _, height, _ = lanes.T[:, :, None]
    _, top, _, bottom = boxes.T
    inside = (height > top) & (height < bottom) & ~own
    in_one: NDArray[np.bool_] = (_along(lanes, boxes) & inside).any(axis=1)
    return in_one | _run_on_border(lanes, boxes)


def _run_on_border(lanes: _Boxes, boxes: _Boxes) -> NDArray[np.bool_]:
    """Tell which lanes lie on a frame's upper or lower border."""
    _, height, _ = lanes.T[:, :, None]
    _, top, _, bottom = boxes.T
    border = np.minimum(np.abs(height - top), np.abs(height - bottom)) < _ON_BORDER
    on_one: NDArray[np.bool_] = (_along(lanes, boxes) & border).any(axis=1)
    return on_one


def _along(lanes: _Boxes, boxes: _Boxes) -> NDArray[np.bool_]:
    """Tell which lanes run along which frames far enough to count, shape (lanes, frames)."""
    enter, _, leave = lanes.T[:, :, None]
    left, _, right, _ = boxes.T
    along: NDArray[np.bool_] = np.minimum(right, leave) - np.maximum(left, enter) >= _LEAST
    return along
