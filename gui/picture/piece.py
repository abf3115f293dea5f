"""What is drawn of a part of a picture, piece by piece: keys that tell when one is another.

Two pictures, or one before and after an edit, differ where their pieces do; nobody has to say
what an edit touched.
"""

from collections.abc import Hashable, Iterable, Mapping, Set
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from gui.picture.cards import Points
from gui.picture.curve import boxes_along
from gui.picture.measure import ARROW_HALF, ARROW_LENGTH, LINE
from gui.picture.picture import Picture
from gui.picture.visible import AROUND_CARD

__all__ = ["AROUND_EDGE", "Pieces", "boxes_of", "card_boxes", "edge_boxes", "pieces"]

Pieces: TypeAlias = Mapping[Hashable, Points]
"""What tells a piece apart, and where it lies: a box, shape (4,), or a polyline, shape (k, 2)."""

_FRAME_RING = np.array([-6.0, -6.0, 6.0, 6.0])
AROUND_EDGE = np.array([-ARROW_LENGTH, -ARROW_HALF, ARROW_LENGTH, ARROW_HALF])
"""From the box of an edge's line to one around all that is drawn of it."""
_LONGEST = 32.0  # units of a line in one box: the box of a long slanting one is mostly empty
_MOST_BOXES = 200  # of one line, so that no edge takes long
_AROUND_LINE = np.array([-LINE, -LINE, LINE, LINE])
_FOOT = np.array([-ARROW_LENGTH, -ARROW_HALF, 0.0, ARROW_HALF])


def pieces(
    picture: Picture, rows: NDArray[np.intp], edges: NDArray[np.intp], selected: Set[str]
) -> Pieces:
    """Return what is drawn of the cards `rows`, the `edges`, the frames and the output's arrow."""
    found: dict[Hashable, Points] = {}
    strange = picture.index.get(picture.readings.first_nonfinite or "")

    def is_chosen(row: int) -> bool:
        return not selected.isdisjoint(picture.shown.nodes_of(row))

    boxes = card_boxes(picture, rows)
    for row, box in zip(rows.tolist(), boxes, strict=True):
        found[picture.cards[row], box.tobytes(), row == strange, is_chosen(row)] = box
    ways = zip(picture.led_ways(edges), picture.corners(edges), strict=True)
    keys = [ends.tobytes() if led is None else led.course for led, ends in ways]
    found.update(zip(keys, picture.lines_of(edges), strict=True))
    for frame in picture.frames():
        whole = bool(selected) and all(map(is_chosen, frame.rows))
        found[frame.box, frame.title, whole] = np.array(frame.box) + _FRAME_RING
    arrow = picture.output_arrow()
    if arrow is not None:
        found[arrow] = np.array(arrow)
    return found


def boxes_of(keys: Iterable[Hashable], known: Pieces) -> Points:
    """Return boxes that some pieces lie in: left, top, right, bottom, shape (n, 4)."""
    found = [np.empty((0, 4))]
    for key in keys:
        place = known[key]
        found.append(_line_boxes(_fine(place)) if place.ndim == 2 else place[None])
    return np.concatenate(found)


def card_boxes(picture: Picture, rows: NDArray[np.intp]) -> Points:
    """Return the boxes of cards with all that hangs on their borders, shape (rows, 4)."""
    half = picture.sizes[rows] / 2 + AROUND_CARD
    centres = picture.centres[rows]
    return np.concatenate([centres - half, centres + half], axis=1)


def edge_boxes(picture: Picture, edges: NDArray[np.intp]) -> tuple[Points, NDArray[np.intp]]:
    """Return the boxes that `edges` lie in, and for each to which of `edges` it belongs."""
    led = picture.led_ways(edges)
    plain = np.array([one is None for one in led], dtype=bool)
    lines = picture.plain_lines(edges[plain])
    along = [one.boxes for one in led if one is not None]
    heads = np.tile(picture.corners(edges)[:, 2], 2) + _FOOT
    boxes = [boxes_along(lines).reshape(-1, 4), *along, heads]
    belongs = [
        np.repeat(np.flatnonzero(plain), lines.shape[1] - 1),
        np.repeat(np.flatnonzero(~plain), [len(some) for some in along]),
        np.arange(len(edges)),
    ]
    return np.concatenate(boxes) + _AROUND_LINE, np.concatenate(belongs)


def _fine(line: Points) -> Points:
    """Return a polyline with so many points that none of its pieces is long and slanting."""
    slants = np.abs(np.diff(line, axis=0)).min(axis=1)
    if slants.max() <= _LONGEST / 4:  # all nearly level or upright, or short
        return line
    ends = np.concatenate([[0.0], np.hypot(*np.diff(line, axis=0).T).cumsum()])
    between = np.arange(_LONGEST, ends[-1], max(_LONGEST, ends[-1] / _MOST_BOXES))
    at = np.union1d(ends, between)
    return np.stack([np.interp(at, ends, line[:, axis]) for axis in (0, 1)], axis=1)


def _line_boxes(line: Points) -> Points:
    """Return the boxes of a polyline's pieces and of its arrow head."""
    head = np.tile(line[-1], 2) + _FOOT
    return np.concatenate([boxes_along(line) + _AROUND_LINE, head[None]])
