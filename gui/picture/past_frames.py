"""Edges that cut through frames they have no part in, with whatever bends: led past them.

An edge that bends but once may do so, too, between two cards of a group: it would seem to enter it.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from gui.picture.curve import meet, padded
from gui.picture.frame import Frame
from gui.picture.led import Led
from gui.picture.route import Edges, led_clear

__all__ = ["past_frames"]

_FARTHEST = 160.0  # units above or below both ends; a longer way around would be harder to follow

_Boxes = NDArray[np.float64]
_Flags = NDArray[np.bool_]
_Rows = NDArray[np.intp]


def past_frames(
    edges: Edges,
    lines: Sequence[_Boxes],
    cards: tuple[_Rows, _Rows],
    frames: Sequence[Frame],
    rooms: _Boxes,
) -> dict[int, Led]:
    """Return which of the edges to the right are led past frames, and how.

    `lines` are how they run, `cards` the cards of their sources and of their targets. They keep
    clear of the `rooms`, cards with their numbers; where there is no such way, or only a long one,
    an edge stays.
    """
    starts, leads, _ = edges.points()
    boxes = np.array([frame.box for frame in frames])
    foreign = _foreign(cards, frames, len(rooms))
    for points in (starts, leads):  # one that lies on the frame has no way off it
        inside = (points[:, None] > boxes[:, :2]) & (points[:, None] < boxes[:, 2:])
        foreign &= ~inside.all(axis=2)
    foreign &= (leads[:, :1] > starts[:, :1]) & (boxes[:, 0] < leads[:, :1])
    foreign &= boxes[:, 2] > starts[:, :1]
    cut = np.flatnonzero(meet(padded(lines), boxes, foreign))
    if not len(cut):
        return {}
    among = (rooms[:, 2] > starts[cut, :1]) & (rooms[:, 0] < leads[cut, :1])
    each = np.arange(len(cut))
    for rows in cards:
        among[each, rows[cut]] = False
    among = np.concatenate([among, foreign[cut]], axis=1)
    found = led_clear(edges[cut], np.concatenate([rooms, boxes]), among)
    return {
        i: led
        for i, led in zip(cut.tolist(), found, strict=True)
        if led is not None and _is_near(led, edges.ends[i])
    }


def _foreign(cards: tuple[_Rows, _Rows], frames: Sequence[Frame], count: int) -> _Flags:
    """Tell of each edge which frames hold neither of its `cards`, shape (edges, frames)."""
    holds = np.zeros((count, len(frames)), dtype=bool)
    for k, frame in enumerate(frames):
        holds[list(frame.rows), k] = True
    foreign: _Flags = ~(holds[cards[0]] | holds[cards[1]])
    return foreign


def _is_near(led: Led, ends: _Boxes) -> bool:
    _, top, _, bottom = led.box.tolist()
    y0, y1 = float(ends[1]), float(ends[3])
    return bool(top > min(y0, y1) - _FARTHEST and bottom < max(y0, y1) + _FARTHEST)
