"""What of a picture lies in a region, and whether that is too much to be drawn at once."""

from collections.abc import Collection, Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from gui.picture.measure import NUMBER
from gui.picture.picture import Picture

__all__ = [
    "AROUND_CARD",
    "CROWDED",
    "all_but",
    "are_many",
    "can_be_mended",
    "slices",
    "visible_edges",
    "visible_rows",
]

AROUND_CARD = 14.0  # units: the mark of what is not finite hangs over a corner, a ring around
CROWDED = 600  # with more visible edges, they are drawn as plain segments in one call
_AT_ONCE = 180  # cards or edges; more are drawn in slices where somebody waits
_FEW_CARDS, _FEW_EDGES = 200, 400  # of more, the numbers alone would take too long in each frame


def are_many(rows: NDArray[np.intp], edges: NDArray[np.intp]) -> bool:
    """Tell whether these cards and edges take longer to draw than a hand should wait."""
    return len(rows) > _AT_ONCE or len(edges) > _AT_ONCE


def can_be_mended(rows: NDArray[np.intp], edges: NDArray[np.intp]) -> bool:
    """Tell whether these cards and edges can be drawn by mending an image where it is stale."""
    return len(rows) <= _FEW_CARDS and len(edges) <= _FEW_EDGES


def visible_rows(
    picture: Picture, region: QRectF | None, among: NDArray[np.intp] | None = None
) -> NDArray[np.intp]:
    """Return the rows of the cards that touch `region`, with what hangs on their borders.

    Who knows that all of these are `among` others need not look through a large graph again.
    """
    if region is None:
        return np.arange(len(picture.names))
    sizes, centres = picture.sizes, picture.centres
    if among is not None:
        sizes, centres = sizes[among], centres[among]
    half = sizes / 2 + AROUND_CARD
    near, far = centres - half, centres + half
    seen = (far[:, 0] > region.left()) & (near[:, 0] < region.right())
    # a card's sum of derivatives hangs below it
    seen &= (far[:, 1] + 2 * NUMBER > region.top()) & (near[:, 1] < region.bottom())
    return np.flatnonzero(seen) if among is None else among[seen]


def all_but(rows: NDArray[np.intp], others: Collection[int] | NDArray[np.intp]) -> NDArray[np.intp]:
    """Return `rows` without some others."""
    if not len(others):
        return rows
    return rows[~np.isin(rows, others if isinstance(others, np.ndarray) else list(others))]


def visible_edges(
    picture: Picture, region: QRectF | None, among: NDArray[np.intp] | None = None
) -> NDArray[np.intp]:
    """Return the edges whose bounding box touches `region`; all of these may be `among` others."""
    if region is None or not picture.edges:
        return np.arange(len(picture.edges))
    boxes, air = picture.boxes, picture.reach  # the numbers stand above and below the edge
    if among is not None:
        boxes = boxes[among]
    seen = (boxes[:, 2] > region.left()) & (boxes[:, 0] < region.right())
    seen &= (boxes[:, 3] + air > region.top()) & (boxes[:, 1] - air < region.bottom())
    return np.flatnonzero(seen) if among is None else among[seen]


def slices(items: NDArray[np.intp], size: int) -> Iterator[NDArray[np.intp]]:
    """Yield `items` in order, at most `size` at once."""
    for first in range(0, len(items), size):
        yield items[first : first + size]
