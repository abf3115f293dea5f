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
from gui.picture.lit import Lit, lit_rows
from gui.picture.measure import ARROW_HALF, ARROW_LENGTH, LINE, LIT_LINE
from gui.picture.picture import Picture
from gui.picture.visible import AROUND_CARD

__all__ = ["AROUND_EDGE", "Pieces", "boxes_of", "card_boxes", "edge_boxes", "lit_boxes", "pieces"]

Pieces: TypeAlias = Mapping[Hashable, Points]
"""What tells a piece apart, and where it lies: a box, shape (4,), or a polyline, shape (k, 2)."""

_FRAME_RING = np.array([-6.0, -6.0, 6.0, 6.0])
AROUND_EDGE = np.array([-ARROW_LENGTH, -ARROW_HALF, ARROW_LENGTH, ARROW_HALF])
"""From the box of an edge's line to one around all that is drawn of it."""
_LONGEST = 32.0  # units of a line in one box: the box of a long slanting one is mostly empty
_MOST_BOXES = 200  # of one piece, so that no edge takes long
_MOST_TOGETHER = (
    20_000  # of all that is cut; where much is another, most of the view is stale anyway
)
_AROUND_LINE = np.array([-LINE, -LINE, LINE, LINE])
_AROUND_LIT = np.array([-LIT_LINE, -LIT_LINE, LIT_LINE, LIT_LINE])
_FOOT = np.array([-ARROW_LENGTH, -ARROW_HALF, 0.0, ARROW_HALF])


def pieces(
    picture: Picture, rows: NDArray[np.intp], edges: NDArray[np.intp], selected: Set[str]
) -> Pieces:
    """Return what is drawn of the cards `rows`, the `edges`, the frames and the output's arrow."""
    found: dict[Hashable, Points] = {}
    marked = picture.marked_rows()

    def is_chosen(row: int) -> bool:
        return picture.shown.stands_for_any(row, selected)

    boxes = card_boxes(picture, rows)
    for row, box in zip(rows.tolist(), boxes, strict=True):
        found[picture.cards[row], box.tobytes(), row in marked, is_chosen(row)] = box
    ways = zip(picture.led_ways(edges), picture.corners(edges), strict=True)
    keys = [ends.tobytes() if led is None else led.course for led, ends in ways]
    found.update(zip(keys, picture.lines_of(edges), strict=True))
    for frame in picture.frames():
        whole = bool(selected) and all(map(selected.__contains__, frame.group.members))
        found[frame.box, frame.title, whole] = np.array(frame.box) + _FRAME_RING
    arrow = picture.output_arrow()
    if arrow is not None:
        found[arrow] = np.array(arrow)
    return found


def lit_boxes(
    picture: Picture, rows: NDArray[np.intp], edges: NDArray[np.intp], lit: Lit
) -> Points:
    """Return boxes that all lies in which sets off what is lit of `rows` and `edges`, (n, 4)."""
    chosen = sorted(lit_rows(picture.shown, lit, rows.tolist()))
    found = [card_boxes(picture, np.array(chosen, dtype=np.intp))]
    if lit.progress > 0.0 or lit.backward:  # else it has not left the cards that it comes from
        known = {picture.place_of_edge(edge) for edge in lit.edges}
        places = [place for place in edges.tolist() if place in known]
        lines = picture.lines_of(np.array(places, dtype=np.intp))
        found.append(_lines_boxes(lines) + _AROUND_LIT)
    arrow = picture.output_arrow()
    if arrow is not None and lit.fresh and picture.readings.output in lit.nodes:
        found.append(_lines_boxes([np.array(arrow)]) + _AROUND_LIT)
    return np.concatenate(found)


def boxes_of(keys: Iterable[Hashable], known: Pieces) -> Points:
    """Return boxes that some pieces lie in: left, top, right, bottom, shape (n, 4)."""
    places = [known[key] for key in keys]
    whole = [place[None] for place in places if place.ndim == 1]
    return np.concatenate(
        [np.empty((0, 4)), *whole, _lines_boxes([p for p in places if p.ndim > 1])]
    )


def card_boxes(picture: Picture, rows: NDArray[np.intp]) -> Points:
    """Return the boxes of cards with all that hangs on their borders, shape (rows, 4)."""
    half = picture.sizes[rows] / 2 + AROUND_CARD
    centres = picture.centres[rows]
    return np.concatenate([centres - half, centres + half], axis=1)


def edge_boxes(
    picture: Picture, edges: NDArray[np.intp], *, lit: bool = False
) -> tuple[Points, NDArray[np.intp]]:
    """Return the boxes that `edges` lie in, and for each to which of `edges` it belongs.

    Some may be `lit`, and thicker.
    """
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
    around = _AROUND_LINE + _AROUND_LIT if lit else _AROUND_LINE
    return np.concatenate(boxes) + around, np.concatenate(belongs)


def _lines_boxes(lines: list[Points]) -> Points:
    """Return the boxes of the pieces of polylines and of their arrow heads, shape (n, 4).

    None is of a piece that is long and slanting: such are cut.
    """
    if not lines:
        return np.empty((0, 4))
    joined, ends = np.concatenate(lines), np.array([len(line) for line in lines]).cumsum()
    inner = np.ones(len(joined) - 1, dtype=bool)
    inner[ends[:-1] - 1] = False  # from the end of one to the beginning of the next
    starts, ways = joined[:-1][inner], np.diff(joined, axis=0)[inner]
    slanting = (
        np.abs(ways).min(axis=1) > _LONGEST / 4
    )  # others are nearly level or upright, or short
    far = np.hypot(*ways.T) * slanting
    longest = max(_LONGEST, float(far.sum()) / _MOST_TOGETHER)
    parts = np.ceil(far / longest).clip(1, _MOST_BOXES)
    boxes = _boxes_of_parts(starts, ways, parts.astype(np.intp))
    return np.concatenate([boxes + _AROUND_LINE, np.tile(joined[ends - 1], 2) + _FOOT])


def _boxes_of_parts(starts: Points, ways: Points, parts: NDArray[np.intp]) -> Points:
    """Return the boxes of straight `ways` from their `starts`, each cut into equal `parts`."""
    step = np.repeat(ways / parts[:, None], parts, axis=0)
    number = np.arange(len(step)) - np.repeat(parts.cumsum() - parts, parts)
    here = np.repeat(starts, parts, axis=0) + step * number[:, None]
    return np.concatenate([np.minimum(here, here + step), np.maximum(here, here + step)], axis=1)
