"""How far a picture reaches with all that is drawn of it."""

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from gui.picture.cards import ROUTED, Points
from gui.picture.measure import NUMBER

if TYPE_CHECKING:
    from gui.picture.picture import Picture

__all__ = ["Box", "around", "extent_of"]

Box = tuple[float, float, float, float]

_HANGING, _LONGER = 60.0, 300.0  # units that sums reach below cards, and to their left, at most
_AIR = 20.0  # units that numbers reach above and below an edge beyond its ports' pitch, at most


def extent_of(picture: "Picture") -> Box:
    """Return left, top, right, bottom of all cards, edges and numbers; there is a card."""
    boxes = [picture.rectangles(), picture.boxes]
    boxes.append(np.array([frame.box for frame in picture.frames()]).reshape(-1, 4))
    arrow = picture.output_arrow()
    if arrow is not None:
        (x0, y0), (x1, y1) = arrow
        boxes.append(np.array([[x0, y0, x1, y1]]))
    if len(picture.names) <= ROUTED:
        labels = chain(
            picture.output_labels() or (),
            (label for _, label in picture.sum_labels(_lowest(picture, around(boxes)))),
            chain.from_iterable(picture.labels_of(_outermost(picture, around(boxes)))),
        )
        boxes.append(np.array([label.box() for label in labels]).reshape(-1, 4))
    return around(boxes)


def _outermost(picture: "Picture", around: Box) -> NDArray[np.intp]:
    """Return the edges whose numbers may reach beyond a box that is around all of the lines."""
    left, top, right, bottom = around
    x, y = picture.ends_of(np.arange(len(picture.edges))).T
    reach = picture.reach + _AIR
    beyond = (y - reach < top) | (y + reach > bottom)
    widest = float(picture.leads.max())  # a lead has room for its numbers, or they are set smaller
    beyond |= (x - 2 * widest < left) | (x + widest > right)
    return np.flatnonzero(beyond)


def _lowest(picture: "Picture", around: Box) -> list[int]:
    """Return the cards whose sums may reach beyond a box that is around all cards and lines.

    A sum hangs below the right side of its card, and is but a little longer than the card.
    """
    left, _, _, bottom = around
    unit = picture.packing.number / NUMBER
    cards = picture.rectangles()
    beyond = (cards[:, 3] + _HANGING * unit > bottom) | (cards[:, 0] - _LONGER * unit < left)
    rows = set(np.flatnonzero(beyond).tolist()) | picture.shown.composites.keys()
    output = picture.index.get(picture.readings.output or "")  # it may have a long name
    return sorted(rows if output is None else rows | {output})


def around(boxes: Iterable[Points]) -> Box:
    """Return left, top, right, bottom around all rows of some arrays of boxes."""
    # column by column and box by box: one reduction over all rows of four is much slower
    some = [rows for rows in boxes if len(rows)]
    left, top = (min(float(rows[:, k].min()) for rows in some) for k in (0, 1))
    right, bottom = (max(float(rows[:, k].max()) for rows in some) for k in (2, 3))
    return left, top, right, bottom
