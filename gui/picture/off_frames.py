"""Edges led along a lane that lies in a frame they have no part in, or on its border: led off it.

There they would seem to enter the group, or be taken for its border.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from gui.picture.frame import Frame
from gui.picture.route import Led

__all__ = ["off_frames"]

Free = Callable[[Mapping[int, Led]], Mapping[int, bool]]

_OFF = 9.0  # units between a lane and the border of a frame, or a card beside that
_ON_BORDER = 6.0  # units; nearer, the two look like one line
_FARTHEST = 160.0  # units; a longer way around would be harder to follow
_LEAST = 24.0  # units along a frame that count

_Ends = Mapping[int, tuple[int, int]]
_Boxes = NDArray[np.float64]


def off_frames(
    ways: Mapping[int, Led], ends: _Ends, frames: Sequence[Frame], cards: _Boxes, free: Free
) -> Mapping[int, Led]:
    """Return edges' ways, with each lane above or below the frames that its edge has no part in.

    `ends` are the cards of each edge's source and target. Where `free` tells that no such way is,
    the edge stays.
    """
    tried: dict[int, list[Led]] = {}
    for edge, led in ways.items():
        if len(led.lanes) and (found := list(_others(led, ends[edge], frames, cards))):
            tried[edge] = found
    moved = dict[int, Led]()
    while tried:
        first = {edge: found.pop(0) for edge, found in tried.items()}
        clear = free(first)
        moved.update((edge, led) for edge, led in first.items() if clear[edge])
        tried = {edge: found for edge, found in tried.items() if found and not clear[edge]}
    return {**ways, **moved} if moved else ways


def _others(
    led: Led, ends: tuple[int, int], frames: Sequence[Frame], cards: _Boxes
) -> Iterator[Led]:
    """Yield the ways that an edge could take instead, the nearest first; none for a good one."""
    lanes = led.lanes.tolist()
    bad = [k for k, lane in enumerate(lanes) if any(_on(f, ends, *lane) for f in frames)]
    if len(bad) != 1:  # of two lanes each would need the other's way
        return
    (k,) = bad
    enter, height, leave = lanes[k]
    beside = [f.box for f in frames if f.box[0] < leave and f.box[2] > enter]
    boxes = np.concatenate([beside, cards[(cards[:, 0] < leave) & (cards[:, 2] > enter)]])
    heights = np.unique(np.concatenate([boxes[:, 1] - _OFF, boxes[:, 3] + _OFF]))
    for other in heights[np.argsort(np.abs(heights - height), kind="stable")].tolist():
        if abs(other - height) > _FARTHEST:
            return
        if not any(_on(frame, ends, enter, other, leave) for frame in frames):
            yield led.at(k, other)


def _on(frame: Frame, ends: tuple[int, int], enter: float, height: float, leave: float) -> bool:
    """Tell whether a lane lies in a frame that holds neither end, or on any frame's border."""
    left, top, right, bottom = frame.box
    if min(right, leave) - max(left, enter) < _LEAST:
        return False
    if min(abs(height - top), abs(height - bottom)) < _ON_BORDER:
        return True
    return top < height < bottom and set(ends).isdisjoint(frame.rows)
