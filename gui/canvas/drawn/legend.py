"""The legend of a view: which number is which, in a corner where it hides none and no card."""

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gui.canvas.look.viewpoint import rectangle
from gui.canvas.view import View
from gui.picture.labels import legend_texts
from gui.picture.lettering import colour, draw_typeset
from gui.picture.runs import Typeset
from gui.picture.visible import visible_edges, visible_rows

__all__ = ["legend_place", "paint_legend"]

_SIZE, _LARGE = 13, 18  # pixels
_LEFT, _BELOW, _APART, _ROUND = 18.0, 16.0, 24.0, 8.0
_MOST = 40  # edges; where more pass there is a number

_Seen = tuple[NDArray[np.intp], NDArray[np.intp]]  # the cards and the edges in view


def paint_legend(painter: QPainter, view: View, size: QRectF, seen: _Seen) -> None:
    """Draw the lines that say which number is which, where there is room in a left corner.

    They stand beside each other, in a narrow view one above the other. `seen` are the cards and
    the edges in view: each frame asks for this, and of a large graph looks through all but once.
    """
    texts = _texts(view)
    place = _place(view, texts, size, seen)
    if place is None:
        return
    ground = QColor(colour(view.theme.background))
    ground.setAlphaF(0.85)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(place, 6, 6)
    pitch = _pitch(view, texts, size)
    x, baseline = _LEFT, place.bottom() - _ROUND - pitch * (len(texts) - 1)
    for text in texts:
        draw_typeset(painter, text, x, baseline, view.theme)
        x += 0.0 if pitch else text.width + _APART
        baseline += pitch


def legend_place(view: View, size: QRectF) -> QRectF | None:
    """Return where the legend stands in a view, in pixels; None where it would hide something."""
    picture, region = view.picture, view.region()
    seen = visible_rows(picture, region), visible_edges(picture, region)
    return _place(view, _texts(view), size, seen)


def _place(view: View, texts: Sequence[Typeset], size: QRectF, seen: _Seen) -> QRectF | None:
    if not texts:
        return None
    pitch = _pitch(view, texts, size)
    width = max(text.width for text in texts) if pitch else _width(texts)
    height = texts[0].ascent + 14 + pitch * (len(texts) - 1)
    box = QRectF(_LEFT - _ROUND, 0.0, width + 2 * _ROUND, height)
    below, above = QRectF(box), QRectF(box)
    below.moveBottom(size.bottom() - _BELOW + _ROUND)
    above.moveTop(_BELOW - _ROUND)
    return next((place for place in (below, above) if _is_free(view, place, *seen)), None)


def _texts(view: View) -> list[Typeset]:
    picture, size = view.picture, _LARGE if view.presented else _SIZE
    return [text for text in legend_texts(picture.graph, picture.readings, size) if text.width]


def _width(texts: Sequence[Typeset]) -> float:
    return sum(text.width for text in texts) + _APART * (len(texts) - 1)


def _pitch(view: View, texts: Sequence[Typeset], size: QRectF) -> float:
    """Return how far below each other the lines stand, 0 where they fit beside each other."""
    end = size.right() if view.covered.isEmpty() else view.covered.left()
    fits = _LEFT + _width(texts) + _ROUND <= end
    return 0.0 if fits else texts[0].ascent + 8.0


def _is_free(view: View, place: QRectF, cards: NDArray[np.intp], edges: NDArray[np.intp]) -> bool:
    """Tell whether no card, no number of an edge and no minimap is there; an edge may pass."""
    if place.intersects(view.covered):
        return False
    picture = view.picture
    region = view.viewpoint.transform().inverted()[0].mapRect(place)
    if len(visible_rows(picture, region, cards)):
        return False
    passing = visible_edges(picture, region, edges)
    if len(passing) > _MOST:
        return False
    # a sum may reach as far left of its card as the card's lead
    near = visible_rows(picture, region.adjusted(0.0, 0.0, picture.packing.lead, 0.0), cards)
    labels = chain(
        chain.from_iterable(picture.labels_of(passing)),
        picture.output_labels() or (),
        (label for _, label in picture.sum_labels(near.tolist())),
    )
    return not any(region.intersects(rectangle(label.box())) for label in labels)
