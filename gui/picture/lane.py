"""The free lane of an edge to the right: a height at which it passes all cards between its ends."""

import numpy as np
from numpy.typing import NDArray

from gui.picture.curve import NEAR, bends_meet, meet, straight

__all__ = ["along", "lanes"]

Points = NDArray[np.float64]
Flags = NDArray[np.bool_]

_MOST = 12  # lanes tried before an edge goes around
_MARGIN = 14.0  # between a lane and a card
_OUT, _IN = 16.0, 12.0  # units that an edge bends in at least, before and behind its lane
_AIR = 8.0  # between a bend and a card


def lanes(starts: Points, leads: Points, ends: Points, boxes: Points, among: Flags) -> Points:
    """Return for each edge the nearest lane that is free with its ends, shape (edges, 3).

    A row has where the edge enters its lane, its height, and where it leaves it; NaN where none is
    free. `boxes` are what the edges keep clear of, each of those `among` them, (edges, boxes).
    """
    heights = _heights(starts, leads, boxes, among)
    tops, bottoms = boxes[:, 1] - NEAR, boxes[:, 3] + NEAR
    level = heights[..., None]
    blocked = (among[:, None] & (tops < level) & (bottoms > level)).any(axis=2)
    enter, leave = _ends(starts, leads, boxes, among)
    edge, rank = np.nonzero(~blocked & np.isfinite(heights))
    height = heights[edge, rank]
    on = np.stack([enter[edge], height], axis=1)
    off = np.stack([leave[edge], height], axis=1)
    cut = bends_meet(starts[edge], on, boxes, among[edge])
    cut |= bends_meet(off, leads[edge], boxes, among[edge])
    free = np.flatnonzero(~cut)
    open_, first = np.unique(edge[free], return_index=True)
    found = np.full((len(starts), 3), np.nan)
    found[open_] = np.stack([enter[open_], height[free[first]], leave[open_]], axis=1)
    found[meet(straight(leads, ends), boxes, among)] = np.nan
    return found


def along(start: Points, lead: Points, end: Points, lane: Points) -> Points:
    """Return the way of an edge along its lane, a row of `lanes`, as a chain of curves."""
    (x0, y0), (x1, y1), (x2, y2) = start.tolist(), lead.tolist(), end.tolist()
    enter, height, leave = lane.tolist()
    out, back = (enter - x0) / 2, (x1 - leave) / 2
    on, off = (enter, height), (leave, height)
    bend = (x0, y0), (x0 + out, y0), (enter - out, height), on
    again = (leave + back, height), (x1 - back, y1), (x1, y1)
    return np.array([*bend, on, off, off, *again, (x1, y1), (x2, y2), (x2, y2)])


def _ends(starts: Points, leads: Points, boxes: Points, among: Flags) -> tuple[Points, Points]:
    """Return where edges would enter and leave a lane: just before and behind all boxes."""
    x0, x1 = starts[:, 0], leads[:, 0]
    middle, some = (x0 + x1) / 2, among.any(axis=1)
    first = np.where(among, boxes[:, 0], np.inf).min(axis=1, initial=np.inf)
    last = np.where(among, boxes[:, 2], -np.inf).max(axis=1, initial=-np.inf)
    enter = np.maximum(np.where(some, first - _AIR, middle), x0 + _OUT)
    leave = np.minimum(np.where(some, last + _AIR, middle), x1 - _IN)
    short = enter > leave
    return np.where(short, middle, enter), np.where(short, middle, leave)


def _heights(starts: Points, leads: Points, boxes: Points, among: Flags) -> Points:
    """Return the heights a lane could have, the nearest to a straight way first, padded with inf.

    Above and below each box, and between two; shape (edges, lanes).
    """
    tops = np.sort(np.where(among, boxes[:, 1], np.inf), axis=1)
    bottoms = np.sort(np.where(among, boxes[:, 3], np.inf), axis=1)
    middles = (tops[:, 1:] + bottoms[:, :-1]) / 2
    levels = np.stack([starts[:, 1], leads[:, 1]], axis=1)
    heights = np.concatenate([levels, tops - _MARGIN, bottoms + _MARGIN, middles], axis=1)
    heights.sort(axis=1)
    heights[:, 1:][heights[:, 1:] == heights[:, :-1]] = np.inf  # each is tried once
    heights.sort(axis=1)
    # all between the two levels climb the same, beyond them ever more: so many to both sides do
    lower = np.count_nonzero(heights < levels.min(axis=1, keepdims=True), axis=1)[:, None]
    places = lower + np.arange(-_MOST, _MOST)
    near = np.take_along_axis(heights, places.clip(0, heights.shape[1] - 1), axis=1)
    near[(places < 0) | (places >= heights.shape[1])] = np.inf
    climbs = np.abs(near - levels[:, :1]) + np.abs(near - levels[:, 1:])
    nearest = np.argsort(climbs, axis=1, kind="stable")[:, :_MOST]
    found: Points = np.take_along_axis(near, nearest, axis=1)
    return found
