"""What lies under a point: pure functions over a picture's arrays, distances in picture units."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gui.picture.cards import Points
from gui.picture.frame import FRAME_BAR, Frame
from gui.picture.labels import Label
from gui.picture.picture import Picture

__all__ = [
    "Hit",
    "PortHit",
    "card_at",
    "cards_in",
    "edge_at",
    "edges_across",
    "edges_in",
    "frame_around",
    "hit_at",
    "output_arrow_at",
    "port_at",
]

_MOST_NUMBERED = 64  # edges past a point of which the numbers are looked at


@dataclass(frozen=True, slots=True)
class PortHit:
    """A port of card `row`: input `port`, or where that is None output `out`."""

    row: int
    port: int | None
    out: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies at a point: the card `row`, else the edge at the place `edge`, else a `frame`."""

    row: int | None = None
    edge: int | None = None
    frame: Frame | None = None


def hit_at(picture: Picture, x: float, y: float, reach: float) -> Hit:
    """Return what lies at a point, no more than one of all: an edge within `reach`.

    Its numbers are parts of an edge, and those beside a card of its node: they are what is read,
    and pointed at.
    """
    row = card_at(picture, x, y)
    if row is not None:
        return Hit(row)
    edge = edge_at(picture, x, y, reach)
    if edge is None:
        edge = _edge_numbered_at(picture, x, y)
    if edge is not None:
        return Hit(None, edge)
    row = _row_numbered_at(picture, x, y)
    return Hit(row, None, _frame_at(picture, x, y) if row is None else None)


def card_at(picture: Picture, x: float, y: float) -> int | None:
    """Return the topmost card at a point."""
    if not picture.names:
        return None
    inside = np.abs(picture.centres - (x, y)) <= picture.sizes / 2
    rows = picture.from_below(np.flatnonzero(inside.all(axis=1)))
    return int(rows[-1]) if len(rows) else None


def _frame_at(picture: Picture, x: float, y: float) -> Frame | None:
    """Return the innermost frame whose title's bar is at a point; what lies in it is no part."""
    for frame in reversed(picture.frames()):
        left, top, right, _ = frame.box
        if left <= x <= right and top <= y <= top + FRAME_BAR:
            return frame
    return None


def frame_around(picture: Picture, x: float, y: float) -> Frame | None:
    """Return the innermost frame that a point lies in, whatever else is there."""
    for frame in reversed(picture.frames()):
        left, top, right, bottom = frame.box
        if left <= x <= right and top <= y <= bottom:
            return frame
    return None


def cards_in(picture: Picture, left: float, top: float, right: float, bottom: float) -> list[int]:
    """Return the cards that touch a rectangle."""
    if not picture.names:
        return []
    near, far = picture.centres - picture.sizes / 2, picture.centres + picture.sizes / 2
    touched = (far > (left, top)).all(axis=1) & (near < (right, bottom)).all(axis=1)
    return [int(row) for row in np.flatnonzero(touched)]


def edges_in(picture: Picture, left: float, top: float, right: float, bottom: float) -> list[int]:
    """Return the edges that lie inside a rectangle with both ends."""
    if not picture.edges:
        return []
    ends = picture.corners(np.arange(len(picture.edges)))[:, (0, 2)].reshape(-1, 4)
    inside = (ends[:, (0, 2)] > left) & (ends[:, (0, 2)] < right)
    inside &= (ends[:, (1, 3)] > top) & (ends[:, (1, 3)] < bottom)
    return [int(i) for i in np.flatnonzero(inside.all(axis=1))]


def edges_across(picture: Picture, x0: float, y0: float, x1: float, y1: float) -> list[int]:
    """Return the edges that a straight stroke from (x0, y0) to (x1, y1) crosses."""
    if not picture.edges:
        return []
    boxes = picture.boxes
    near = (boxes[:, 0] <= max(x0, x1)) & (boxes[:, 2] >= min(x0, x1))
    near &= (boxes[:, 1] <= max(y0, y1)) & (boxes[:, 3] >= min(y0, y1))
    stroke = np.array([[x0, y0], [x1, y1]])
    found = np.flatnonzero(near)
    crossed = _of_lines(picture, found, lambda line: _cross(line, stroke)) > 0.0
    return [int(i) for i in found[crossed]]


def edge_at(picture: Picture, x: float, y: float, reach: float) -> int | None:
    """Return the edge nearest to a point, if one is within `reach`."""
    if not picture.edges:
        return None
    boxes = picture.boxes
    near = (boxes[:, 0] - reach < x) & (x < boxes[:, 2] + reach)
    near &= (boxes[:, 1] - reach < y) & (y < boxes[:, 3] + reach)
    found = np.flatnonzero(near)
    away = _of_lines(picture, found, lambda line: _distance(line, x, y))
    nearest = away.min(initial=np.inf)
    return int(found[away == nearest][-1]) if nearest <= reach else None


def _of_lines(
    picture: Picture, edges: NDArray[np.intp], of: Callable[[Points], NDArray[Any]]
) -> NDArray[np.float64]:
    """Return what is asked `of` the line of each edge; of those with one bend it is asked at once.

    Amid a network thousands of edges pass a point.
    """
    led = picture.led_ways(edges)
    plain = np.array([one is None for one in led], dtype=np.bool_)
    found = np.empty(len(edges))
    found[plain] = of(picture.plain_lines(edges[plain]))
    found[~plain] = [of(one.line) for one in led if one is not None]
    return found


def _edge_numbered_at(picture: Picture, x: float, y: float) -> int | None:
    """Return the edge that has a number at a point; where many edges pass none can be read."""
    if not picture.edges:
        return None
    boxes, air = picture.boxes, picture.reach
    near = (boxes[:, 0] < x) & (x < boxes[:, 2])
    near &= (boxes[:, 1] - air < y) & (y < boxes[:, 3] + air)
    found = np.flatnonzero(near)
    if len(found) > _MOST_NUMBERED:
        return None
    for i, labels in zip(found.tolist(), picture.labels_of(found), strict=True):
        if any(_is_on(label, x, y) for label in labels):
            return i
    return None


def _row_numbered_at(picture: Picture, x: float, y: float) -> int | None:
    """Return the card whose sum of derivatives is at a point, or the output's for its arrow's."""
    if not picture.names:
        return None
    if any(_is_on(label, x, y) for label in picture.output_labels() or ()):
        return picture.index[picture.readings.output or ""]
    near, far = picture.centres - picture.sizes / 2, picture.centres + picture.sizes / 2
    below = (near[:, 0] - picture.packing.lead < x) & (x < far[:, 0])
    below &= (far[:, 1] < y) & (y < far[:, 1] + 2 * picture.packing.number)
    found = np.flatnonzero(below)
    sums = picture.sum_labels(found.tolist()) if len(found) <= _MOST_NUMBERED else ()
    return next((row for row, label in sums if _is_on(label, x, y)), None)


def _is_on(label: Label, x: float, y: float) -> bool:
    left, top, right, bottom = label.box()
    return left <= x <= right and top <= y <= bottom


def port_at(
    picture: Picture, x: float, y: float, reach: float, *, inputs: bool = True, outputs: bool = True
) -> PortHit | None:
    """Return the port nearest to a point, if one is within `reach`.

    Inside a card it is one of its own: those of others lie beneath it, or beside it. They reach
    inward over a quarter of its width at most: a small card has a middle, too.
    """
    over = card_at(picture, x, y)
    if over is None:
        rows, inward = _cards_near(picture, x, y, reach), reach
    else:
        rows, inward = [over], min(reach, float(picture.sizes[over, 0]) / 4)
    best, nearest = None, reach
    for row in rows:
        for hit, (px, py) in _ports(picture, row, inputs=inputs, outputs=outputs):
            distance = float(np.hypot(px - x, py - y))
            if distance <= nearest and abs(px - x) <= inward:
                best, nearest = hit, distance
    return best


def output_arrow_at(picture: Picture, x: float, y: float, reach: float) -> PortHit | None:
    """Return the output that its arrow leaves, if that is within `reach` of a point."""
    arrow = picture.output_arrow()
    if arrow is None or _distance(np.array(arrow), x, y) > reach:
        return None
    output = picture.readings.output or ""
    return PortHit(picture.index[output], None, picture.shown.out_place(output))


def _cards_near(picture: Picture, x: float, y: float, reach: float) -> list[int]:
    """Return the cards that are no farther than `reach` from a point."""
    if not picture.names:
        return []
    close = np.abs(picture.centres - (x, y)) <= picture.sizes / 2 + reach
    rows: list[int] = np.flatnonzero(close.all(axis=1)).tolist()
    return rows


def _ports(
    picture: Picture, row: int, *, inputs: bool, outputs: bool
) -> list[tuple[PortHit, tuple[float, float]]]:
    found = []
    if outputs:
        outs = picture.cards[row].outs
        found += [(PortHit(row, None, k), picture.out_point(row, k)) for k in range(outs)]
    if inputs:
        count = picture.cards[row].ports
        found += [(PortHit(row, k), picture.port_point(row, k)) for k in range(count)]
    return found


def _cross(lines: Points, stroke: Points) -> NDArray[np.bool_]:
    """Tell of each polyline, shape (..., points, 2), whether a stroke, shape (2, 2), meets it."""
    beside = _side(stroke[0], stroke[1], lines)
    across = beside[..., :-1] * beside[..., 1:] <= 0.0
    before, after = lines[..., :-1, :], lines[..., 1:, :]
    ends = _side(before, after, stroke[0]) * _side(before, after, stroke[1])
    # two pieces on one line are on no side of each other; that is no crossing
    crossed = across & (ends <= 0.0) & (beside[..., :-1] != beside[..., 1:])
    met: NDArray[np.bool_] = crossed.any(axis=-1)
    return met


def _side(start: Points, end: Points, point: Points) -> Points:
    """Return on which side of the line from start to end a point lies, by its sign."""
    step, way = end - start, point - start
    side: Points = step[..., 0] * way[..., 1] - step[..., 1] * way[..., 0]
    return side


def _distance(lines: Points, x: float, y: float) -> NDArray[np.float64]:
    """Return the distance of a point from each polyline, shape (..., points, 2)."""
    before, step = lines[..., :-1, :], np.diff(lines, axis=-2)
    length = np.maximum((step**2).sum(axis=-1), 1e-12)
    along = np.clip((((x, y) - before) * step).sum(axis=-1) / length, 0.0, 1.0)
    nearest = before + step * along[..., None] - (x, y)
    found: NDArray[np.float64] = np.hypot(nearest[..., 0], nearest[..., 1]).min(axis=-1)
    return found
