"""What is seen first of a graph that was opened: all of it, or of a very large one its output."""

import numpy as np
from PySide6.QtCore import QPointF

from gui.canvas.look.viewpoint import SMALLEST, rectangle
from gui.canvas.view import View
from gui.picture.measure import LEAD

__all__ = ["show_first"]

_LEAST = 0.3  # pixels per unit, at which names can be read
_AIR = 1.2  # times its own height has a card
_FROM_LEFT = 0.75  # of the view's width: what feeds the output stands to its left


def show_first(view: View) -> None:
    """Show the whole graph; where it is too large to be seen as one zooms, what matters of it.

    That is the output, where all ways lead to and derivatives begin, close enough to be read: from
    afar one would see the middle of it, as stripes. Without an output it is where reading begins.
    """
    view.fit()
    picture = view.picture
    if not picture.names:
        return
    whole = rectangle(picture.card_bounds()).size() * SMALLEST
    if whole.boundedTo(view.viewport().size().toSizeF()) == whole:
        return
    output = picture.index.get(picture.readings.output or "")
    row, share = (_first(view), 1.0 - _FROM_LEFT) if output is None else (output, _FROM_LEFT)
    size = view.viewport().size()
    scale = max(min(1.0, size.height() / (_AIR * float(picture.sizes[row, 1]))), _LEAST)
    x, y = picture.centres[row].tolist()
    view.look_at(QPointF(x + (0.5 - share) * size.width() / scale, y), scale)


def _first(view: View) -> int:
    """Return the uppermost card of the first column."""
    boxes = view.picture.rectangles()
    column = np.flatnonzero(boxes[:, 0] < boxes[:, 0].min() + LEAD)  # names differ in width
    return int(column[boxes[column, 1].argmin()])
