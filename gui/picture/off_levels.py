"""Edges led along a lane where the edge of another value runs: led off it, to be told apart.

An edge begins and ends level, and one that is led along a lane at that height would seem to be it.
So would several values on one lane, where there is no room for them side by side.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gui.picture.led import Led
from gui.picture.levels import NO_LEVELS, Levels
from gui.picture.off_frames import Free, first_free

__all__ = ["off_lanes", "off_levels"]

_BESIDE = 6.0  # units between a lane and the level piece of another value's edge
_OFF = 9.0  # units between a lane and a card
_FARTHEST = 160.0  # units; a longer way around would be harder to follow
_ROUNDS = 2
_MOST, _MOST_HEIGHTS = 4, 24  # lanes tried for each edge, of heights that are looked at
_MOST_ALONE = 24  # edges that look for another lane; in a denser tangle none can be followed

_Boxes = NDArray[np.float64]
_Rows = NDArray[np.intp]


class _Lanes(NamedTuple):
    """The lanes of some edges, as those of `Led`: the edge of each, and its place there."""

    edges: _Rows
    places: list[int]
    lanes: _Boxes

    @classmethod
    def of(cls, ways: Mapping[int, Led]) -> "_Lanes":
        runs = [(i, k) for i, led in ways.items() for k in range(len(led.lanes))]
        lanes = [led.lanes for led in ways.values()]
        edges = np.array([i for i, _ in runs], dtype=np.intp)
        return cls(edges, [k for _, k in runs], np.concatenate([np.empty((0, 3)), *lanes]))


def off_levels(
    ways: Mapping[int, Led], sources: _Rows, levels: Levels, free: Free
) -> Mapping[int, Led]:
    """Return edges' ways, with each lane off the level pieces of other values.

    `sources` has the value of each edge. Where `free` tells that no such way is, an edge stays.
    """
    for _ in range(_ROUNDS):  # one that winds may have several lanes to leave
        own = _Lanes.of(ways)
        on = levels.lie_under(own.lanes, sources[own.edges]).any(axis=1)
        tried: dict[int, list[Led]] = {}
        for i, k in ((int(own.edges[at]), own.places[at]) for at in np.flatnonzero(on).tolist()):
            tried[i] = tried.get(i) or _others(ways[i], k, (), levels, sources[[i]])
        moved = first_free(tried, free)
        if not moved:
            break
        ways = {**ways, **moved}
    return ways


def off_lanes(
    ways: Mapping[int, Led], sources: _Rows, levels: Levels, rooms: _Boxes, free: Free
) -> Mapping[int, Led]:
    """Return edges' ways, with those that share a lane with another value's on another, if free.

    Of several the first stays. The others pass above or below another of the `rooms`, cards with
    their numbers, or beside the edge of another value.
    """
    for _ in range(_ROUNDS):
        tried = _beside_others(ways, sources, levels, rooms)
        moved, came = dict[int, Led](), NO_LEVELS
        for i, led in first_free(tried, free).items():
            of = np.repeat(sources[[i]], len(led.lanes))
            if not came.lie_under(led.lanes, of).any():
                came, moved[i] = came.joined(Levels.along(led.lanes, of)), led
        if not moved:
            break
        ways = {**ways, **moved}
    return ways


def _beside_others(
    ways: Mapping[int, Led], sources: _Rows, levels: Levels, rooms: _Boxes
) -> dict[int, list[Led]]:
    """Return for edges that share a lane the ways along others, the nearest first."""
    own = _Lanes.of(ways)
    lanes = Levels.along(own.lanes, sources[own.edges])
    taken = lanes.joined(levels)
    shared = lanes.lie_under(own.lanes, lanes.sources) & (own.edges < own.edges[:, None])
    tried: dict[int, list[Led]] = {}
    sharing = np.flatnonzero(shared.any(axis=1)).tolist()
    for at in sharing if len(sharing) <= _MOST_ALONE else ():
        i, k, lane = int(own.edges[at]), own.places[at], own.lanes[at]
        beside = rooms[(rooms[:, 0] < lane[2]) & (rooms[:, 2] > lane[0])]
        heights = beside[:, 1] - _OFF, beside[:, 3] + _OFF
        tried[i] = tried.get(i) or _others(ways[i], k, heights, taken, sources[[i]])
    return tried


def _others(led: Led, k: int, beside: Sequence[_Boxes], taken: Levels, source: _Rows) -> list[Led]:
    """Return the ways with lane `k` above or below what is `beside` it, the nearest first.

    They are off the level pieces that are `taken` by another value than the edge's `source`.
    """
    enter, height, leave = led.lanes[k].tolist()
    near = taken.passed(led.lanes[k], _FARTHEST)
    heights = np.concatenate([*beside, near.pieces[:, 1] - _BESIDE, near.pieces[:, 3] + _BESIDE])
    heights = np.unique(heights)
    heights = heights[np.argsort(np.abs(heights - height), kind="stable")][:_MOST_HEIGHTS]
    lanes = np.stack([np.full(len(heights), enter), heights, np.full(len(heights), leave)], axis=1)
    on = near.lie_under(lanes, np.repeat(source, len(lanes))).any(axis=1)
    good = heights[~on & (np.abs(heights - height) <= _FARTHEST)]
    return [led.at(k, other) for other in good[:_MOST].tolist()]
