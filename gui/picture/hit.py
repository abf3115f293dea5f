"""What lies under a point: pure functions over a picture's arrays, distances in picture units."""

from dataclasses import dataclass

import numpy as np

from gui.picture.picture import Picture

__all__ = ["PortHit", "card_at", "cards_in", "edge_at", "edges_in", "port_at"]


@dataclass(frozen=True, slots=True)
class PortHit:
    """A port of card `row`: input `port`, or the output where `port` is None."""

    row: int
    port: int | None


def card_at(picture: Picture, x: float, y: float) -> int | None:
    """Return the topmost card at a point."""
    if not picture.names:
        return None
    inside = np.abs(picture.centres - (x, y)) <= picture.sizes / 2
    rows = np.flatnonzero(inside.all(axis=1))
    return int(rows[-1]) if len(rows) else None


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
    ends = np.array([(*line[0], *line[-1]) for line in picture.lines])
    inside = (ends[:, (0, 2)] > left) & (ends[:, (0, 2)] < right)
    inside &= (ends[:, (1, 3)] > top) & (ends[:, (1, 3)] < bottom)
    return [int(i) for i in np.flatnonzero(inside.all(axis=1))]


def edge_at(picture: Picture, x: float, y: float, reach: float) -> int | None:
    """Return the edge nearest to a point, if one is within `reach`."""
    if not picture.edges:
        return None
    boxes = picture.boxes
    near = (boxes[:, 0] - reach < x) & (x < boxes[:, 2] + reach)
    near &= (boxes[:, 1] - reach < y) & (y < boxes[:, 3] + reach)
    best, nearest = None, reach
    for i in np.flatnonzero(near):
        distance = _distance(picture.lines[i], x, y)
        if distance <= nearest:
            best, nearest = int(i), distance
    return best


def port_at(
    picture: Picture, x: float, y: float, reach: float, *, inputs: bool = True, outputs: bool = True
) -> PortHit | None:
    """Return the port nearest to a point, if one is within `reach`."""
    if not picture.names:
        return None
    close = np.abs(picture.centres - (x, y)) <= picture.sizes / 2 + reach
    best, nearest = None, reach
    for row in np.flatnonzero(close.all(axis=1)):
        for hit, (px, py) in _ports(picture, int(row), inputs=inputs, outputs=outputs):
            distance = float(np.hypot(px - x, py - y))
            if distance <= nearest:
                best, nearest = hit, distance
    return best


def _ports(
    picture: Picture, row: int, *, inputs: bool, outputs: bool
) -> list[tuple[PortHit, tuple[float, float]]]:
    found = []
    if outputs:
        found.append((PortHit(row, None), picture.out_point(row)))
    if inputs:
        count = picture.cards[row].ports
        found += [(PortHit(row, k), picture.port_point(row, k)) for k in range(count)]
    return found


def _distance(line: np.ndarray, x: float, y: float) -> float:
    """Return the distance of a point from a polyline."""
    a, step = line[:-1], np.diff(line, axis=0)
    length = np.maximum((step**2).sum(axis=1), 1e-12)
    along = np.clip((((x, y) - a) * step).sum(axis=1) / length, 0.0, 1.0)
    nearest = a + step * along[:, None]
    return float(np.hypot(*(nearest - (x, y)).T).min())
