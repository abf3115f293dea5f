"""The curves that an edge is made of, as straight pieces, and which of them run into a box.

An edge is a chain of cubic Bézier curves, (1 + 3k) points. What is found of many edges at once is
for each of them what it would be alone, to the last bit: a picture that is kept up is the one that
would be made anew.
"""

from collections.abc import Sequence
from functools import cache
from math import hypot
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gui.picture.measure import BEND

__all__ = [
    "FLAT",
    "NEAR",
    "bends_meet",
    "beside",
    "bounds_of",
    "boxes_along",
    "flatten",
    "flatten_simple",
    "joined",
    "meet",
    "meets",
    "padded",
    "pieces_for",
    "round_line",
    "rounded",
    "simple_routes",
    "straight",
]

Points = NDArray[np.float64]
Flags = NDArray[np.bool_]
Rows = NDArray[np.intp]

FLAT = 16  # straight pieces per curve
NEAR = 5.0  # to a box: there no edge runs

_LONG = 400.0  # units; a shorter curve's pieces are shorter than a card's sides with its margin
_LITTLE = 1e-9  # in place of no way at all
_TIGHT = 0.7  # of a narrow bend: so far its curve goes out before it climbs
_AROUND = np.array([-NEAR, -NEAR, NEAR, NEAR])
_ROUND = 0.25  # pixels that straight pieces are off their curve at most
_PIECES = np.array([2, 4, 6, 8, 12, 16, 24, 32, 48, 64])  # few counts: each is drawn together


@cache
def _basis(pieces: int) -> Points:
    """Return how much of its four points each point of a curve has, shape (pieces + 1, 4)."""
    t = np.linspace(0.0, 1.0, pieces + 1)
    return np.stack([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3], axis=1)


_BASIS = _basis(FLAT)
_FIRST, _SECOND = _BASIS[:, :2].sum(axis=1), _BASIS[:, 2:].sum(axis=1)


def simple_routes(starts: Points, leads: Points, ends: Points) -> Points:
    """Return one bend and a straight lead for every edge at once: shape (edges, 7, 2).

    `starts`, `leads` and `ends` have shape (edges, 2): the source's side, where the lead
    begins, and the port.
    """
    wide = leads[:, 0] - starts[:, 0]
    least = np.where(wide > 0.0, np.minimum(wide * _TIGHT, BEND / 2), BEND / 2)
    half = np.maximum(wide / 2, least)
    out = np.stack([starts[:, 0] + half, starts[:, 1]], axis=1)
    back = np.stack([leads[:, 0] - half, leads[:, 1]], axis=1)
    ways: Points = np.stack([starts, out, back, leads, leads, ends, ends], axis=1)
    return ways


def pieces_for(heights: Points) -> NDArray[np.intp]:
    """Return in how many pieces curves are round that climb so many pixels, shape (curves,)."""
    # what is level at its ends is off its chords by 3/4 of what it climbs, by the square of these
    wanted = np.sqrt(0.75 / _ROUND * heights)
    counts: NDArray[np.intp] = _PIECES[np.searchsorted(_PIECES[:-1], wanted)]
    return counts


def round_line(points: Points, scale: float) -> Points:
    """Return the chain of curves as straight pieces that are round at a scale, (points, 2)."""
    curves = _curves(points)
    sides = curves - curves[:, :1]
    straight = (sides[:, 1:, 0] * sides[:, 3:, 1] == sides[:, 1:, 1] * sides[:, 3:, 0]).all(axis=1)
    heights = np.abs(curves[:, 3, 1] - curves[:, 0, 1]) * scale
    counts = np.where(straight, 1, pieces_for(heights)).tolist()
    parts = [(_basis(count) @ curve)[1:] for count, curve in zip(counts, curves, strict=True)]
    return np.concatenate([points[:1], *parts])


def flatten(points: Points) -> Points:
    """Return the chain of curves as straight pieces, shape (1 + FLAT·k, 2)."""
    curves = _curves(points)
    return np.concatenate([points[:1], (_BASIS @ curves)[:, 1:].reshape(-1, 2)])


def _curves(points: Points) -> Points:
    """Return the four points of each curve of a chain."""
    curves: Points = points[np.arange(0, len(points) - 1, 3)[:, None] + np.arange(4)]
    return curves


def flatten_simple(ways: Points, pieces: int = FLAT) -> Points:
    """Return ways of `simple_routes` as straight pieces, shape (edges, pieces + 2, 2)."""
    lines: Points = np.empty((len(ways), pieces + 2, 2))
    np.matmul(_basis(pieces), ways[:, :4], out=lines[:, :-1])
    lines[:, -1] = ways[:, 6]
    return lines


def straight(starts: Points, ends: Points) -> Points:
    """Return straight lines with as many points as a curve has, shape (lines, FLAT + 1, 2)."""
    lines: Points = starts[:, None] * _FIRST[:, None] + ends[:, None] * _SECOND[:, None]
    return lines


def joined(lines: Sequence[Points], foot: float, lap: float) -> Points:
    """Return all pieces of polylines, x and y of both ends of each, shape (pieces, 4).

    `lines` has those of one length together, shape (lines, points, 2). Each piece reaches `lap`
    into the next; the last of a line is shorter by `foot`.
    """
    points = np.concatenate([some.reshape(-1, 2) for some in lines])
    counts, lengths = [len(some) for some in lines], [some.shape[1] for some in lines]
    behind = np.cumsum(np.repeat(lengths, counts))
    if not len(behind):
        return np.empty((0, 4))
    pieces = np.concatenate([points[:-1], points[1:]], axis=1)
    if lap:
        ways = points[1:] - points[:-1]
        laps = lap / np.maximum(np.hypot(*ways.T), lap)
        laps[behind - 2] = 0.0
        pieces[:, 2:] += ways * laps[:, None]
    pieces[behind - 2, 2] -= foot
    between = np.ones(len(pieces), dtype=bool)
    between[behind[:-1] - 1] = False  # from a line to the next
    return pieces[between]


def bounds_of(lines: Points) -> Points:
    """Return left, top, right, bottom of polylines of one length, shape (lines, 4)."""
    # point by point in memory: reducing the rows of two that a line consists of takes ten times
    points = np.ascontiguousarray(lines.transpose(1, 0, 2))
    return np.concatenate([points.min(axis=0), points.max(axis=0)], axis=1)


def boxes_along(line: Points) -> Points:
    """Return left, top, right, bottom of each piece of a polyline, or of several at once.

    Of points of shape (..., points, 2) the shape is (..., pieces, 4).
    """
    begins, ends = line[..., :-1, :], line[..., 1:, :]
    return np.concatenate([np.minimum(begins, ends), np.maximum(begins, ends)], axis=-1)


def meet(lines: Points, boxes: Points, among: Flags) -> Flags:
    """Tell which polylines come within a small margin of a box, shape (lines,).

    `lines` has shape (lines, points, 2), `boxes` left, top, right, bottom of each; a line looks at
    those `among` which it has to, shape (lines, boxes).
    """
    line, box = beside(lines, boxes, among)
    near = _near(lines, boxes, line, box)
    return _met(near, line[near.pair], len(lines))


def meets(lines: Points, boxes: Points, line: Rows, box: Rows) -> Flags:
    """Tell of pairs of a line and a box whether they meet, as `meet` does, shape (pairs,)."""
    near = _near(lines, boxes, line, box)
    return _met(near, near.pair, len(line))


def beside(lines: Points, boxes: Points, among: Flags) -> tuple[Rows, Rows]:
    """Return the pairs of a line and a box that may meet: the bounds of the two do."""
    left, top, right, bottom = (boxes + _AROUND).T
    x0, y0, x1, y1 = bounds_of(lines).T[..., None]
    near = among & (left < x1) & (right > x0)
    near &= (top < y1) & (bottom > y0)
    line, box = np.nonzero(near)
    return line, box


class _Near(NamedTuple):
    """Stretches of lines beside boxes: of which pair each is, its points, the box itself.

    `long` tells whether its pieces may be longer than a box.
    """

    pair: Rows
    long: Flags
    x: Points
    y: Points
    boxes: Points


def _near(lines: Points, boxes: Points, line: Rows, box: Rows) -> _Near:
    """Return the stretches of lines whose bounds meet the box, grown by a small margin, of each."""
    # most of a long line is far from a box that its bounds meet: its curves are looked at alone
    stretches, grown = _stretches(lines), (boxes + _AROUND)[box]
    low, high = stretches.min(axis=2), stretches.max(axis=2)
    left, top, right, bottom = grown.T[..., None]
    (x0, y0), (x1, y1) = np.moveaxis(low[line], 2, 0), np.moveaxis(high[line], 2, 0)
    pair, stretch = np.nonzero((x0 < right) & (x1 > left) & (y0 < bottom) & (y1 > top))
    long: Flags = np.any(high.max(axis=1) - low.min(axis=1) > _LONG, axis=1)
    some = stretches[line[pair], stretch]
    return _Near(pair, long[line[pair]], some[..., 0], some[..., 1], grown[pair])


def _stretches(lines: Points) -> Points:
    """Return polylines in stretches of FLAT pieces, shape (lines, stretches, FLAT + 1, 2)."""
    count = lines.shape[1]
    begins = np.arange(0, max(count - 1, 1), FLAT)[:, None]
    return lines[:, np.minimum(begins + np.arange(FLAT + 1), count - 1)]


def bends_meet(from_: Points, to: Points, boxes: Points, among: Flags) -> Flags:
    """Tell which S-curves, level at both ends, come within a small margin of a box."""
    grown = boxes + _AROUND
    may = among & (grown[:, 0] < to[:, :1]) & (grown[:, 2] > from_[:, :1])
    may &= (grown[:, 1] < np.maximum(from_[:, 1:], to[:, 1:])) & (
        grown[:, 3] > np.minimum(from_[:, 1:], to[:, 1:])
    )
    bend, box = np.nonzero(may)
    (x0, y0), (x1, y1) = from_[bend].T[..., None], to[bend].T[..., None]
    half = (x1 - x0) / 2
    first, second, third, last = _BASIS.T
    x = x0 * first + (x0 + half) * second + (x1 - half) * third + x1 * last
    long = np.zeros(len(bend), dtype=bool)  # it runs beside the cards it passes
    near = _Near(bend, long, x, y0 * _FIRST + y1 * _SECOND, grown[box])
    return _met(near, bend, len(from_))


def _met(near: _Near, of: Rows, count: int) -> Flags:
    """Tell `of` which line, or pair, a stretch meets its box, as flags of so many."""
    left, top, right, bottom = near.boxes.T[..., None]
    inside = (near.x > left) & (near.x < right) & (near.y > top) & (near.y < bottom)
    found = np.zeros(count, dtype=bool)
    found[of[inside.any(axis=1)]] = True
    # the pieces of a long line can be longer than a card: their ends alone do not tell
    open_ = np.flatnonzero(near.long & ~found[of])
    if not len(open_):
        return found
    crossed = _crossed(near.x[open_], near.y[open_], near.boxes[open_])
    found[of[open_[crossed]]] = True
    return found


def _crossed(x: Points, y: Points, boxes: Points) -> Flags:
    """Tell of each row of points whether a piece of its line is in its box (Liang and Barsky)."""
    left, top, right, bottom = boxes.T[..., None]
    dx, dy = np.diff(x), np.diff(y)
    x, y = x[:, :-1], y[:, :-1]
    dx, dy = np.where(dx == 0.0, _LITTLE, dx), np.where(dy == 0.0, _LITTLE, dy)
    over, back = (left - x) / dx, (right - x) / dx
    down, up = (top - y) / dy, (bottom - y) / dy
    enter = np.maximum(np.minimum(over, back), np.minimum(down, up))
    leave = np.minimum(np.maximum(over, back), np.maximum(down, up))
    crossed: Flags = ((enter < leave) & (enter < 1.0) & (leave > 0.0)).any(axis=1)
    return crossed


def padded(lines: Sequence[Points]) -> Points:
    """Return polylines as one array, shape (lines, points, 2): shorter ones stay at their end."""
    longest = max((len(line) for line in lines), default=1)
    found = np.empty((len(lines), longest, 2))
    for row, line in zip(found, lines, strict=True):
        row[: len(line)], row[len(line) :] = line, line[-1]
    return found


def rounded(corners: Sequence[tuple[float, float]], most: float) -> Points:
    """Return a way through the corners with round turns, of a radius up to `most`, as curves."""
    way = [corners[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        (x, y), (bx, by), (ax, ay) = corner, before, after
        long_in, long_out = hypot(x - bx, y - by), hypot(ax - x, ay - y)
        if min(long_in, long_out) < 1e-9:
            continue
        radius = min(most, long_in / 2, long_out / 2)
        first = x - (x - bx) / long_in * radius, y - (y - by) / long_in * radius
        last = x + (ax - x) / long_out * radius, y + (ay - y) / long_out * radius
        into = (first[0] + 2 * x) / 3, (first[1] + 2 * y) / 3
        out = (last[0] + 2 * x) / 3, (last[1] + 2 * y) / 3
        way += [way[-1], first, first, into, out, last]
    way += [way[-1], corners[-1], corners[-1]]
    return np.array(way)
