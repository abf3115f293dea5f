"""The reason why an edge cannot be: in words beside the pointer, and the cycle it would close."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QTransform

from gui.canvas.look.viewpoint import rectangle
from gui.fonts import Face
from gui.picture.hit import cards_in
from gui.picture.lettering import colour, draw_typeset
from gui.picture.measure import LINE
from gui.picture.path import edge_path
from gui.picture.picture import Picture
from gui.picture.runs import advance, set_text
from gui.theme import Ink, Theme

__all__ = ["paint_cycle", "paint_reason", "shortened"]

_SIZE = 13  # pixels
_FAR = 150.0  # pixels above or below the pointer, where it would not be sought
_BESIDE = 12.0  # pixels from the card, or the pointer, to the reason


def paint_reason(
    painter: QPainter,
    picture: Picture,
    reason: str,
    point: QPointF,
    row: int,
    view: QRectF,
    theme: Theme,
) -> None:
    """Write `reason` near a point, beside the card that it is about, inside `view`, in pixels."""
    painter.save()
    to_view = painter.worldTransform()
    painter.resetTransform()
    words = shortened(reason, view.width() - 40.0)
    text = set_text(words, Face.SANS, _SIZE, Ink.TEXT)
    box = _place(picture, to_view, point, row, QSizeF(text.width + 18, 26), view)
    painter.setPen(QPen(colour(theme.illegal), 1.2))
    painter.setBrush(QBrush(colour(theme.panel)))
    painter.drawRoundedRect(box, 5, 5)
    draw_typeset(painter, text, box.left() + 9, box.top() + 17.5, theme)
    painter.restore()


def _place(
    picture: Picture, to_view: QTransform, point: QPointF, row: int, size: QSizeF, view: QRectF
) -> QRectF:
    """Return a box in `view` beside a card: below, above, or at its sides, where none is covered.

    It is near the point, too. Where there is no such place it lies on another card, and at the
    point where the card fills the view.
    """
    at, card = to_view.map(point), to_view.mapRect(rectangle(picture.rectangles()[row]))
    right, below = at.x() + 9.0, at.y() + 9.0
    corners = (
        QPointF(right, card.bottom() + _BESIDE),
        QPointF(right, card.top() - _BESIDE - size.height()),
        QPointF(min(card.left(), at.x()) - _BESIDE - size.width(), below),
        QPointF(max(card.right(), at.x()) + _BESIDE, below),
    )
    seen = view.adjusted(5.0, 5.0, -5.0, -5.0)
    boxes = [_inside(QRectF(corner, size), seen) for corner in corners]
    beside = [box for box in boxes if not box.intersects(card)]
    beside.sort(key=lambda box: max(box.top() - at.y(), at.y() - box.bottom()) > _FAR)
    to_picture = to_view.inverted()[0]
    free = [box for box in beside if not _cards_under(picture, to_picture.mapRect(box))]
    return (free or beside or [_inside(QRectF(QPointF(right, below), size), seen)])[0]


def _cards_under(picture: Picture, box: QRectF) -> list[int]:
    return cards_in(picture, box.left(), box.top(), box.right(), box.bottom())


def _inside(box: QRectF, room: QRectF) -> QRectF:
    """Return a box moved into a room that is large enough."""
    left = max(min(box.left(), room.right() - box.width()), room.left())
    top = max(min(box.top(), room.bottom() - box.height()), room.top())
    return QRectF(QPointF(left, top), box.size())


def paint_cycle(painter: QPainter, picture: Picture, path: Sequence[str], theme: Theme) -> None:
    """Light the edges from node to node along `path`."""
    painter.setPen(QPen(colour(theme.illegal), LINE * 1.8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for source, target in pairwise(path):
        for port, other in enumerate(picture.graph.inputs(target)):
            place = picture.edge_index.get((target, port)) if other == source else None
            if place is not None:
                painter.drawPath(edge_path(picture.way(place)))


def shortened(sentence: str, room: float) -> str:
    """Return a sentence with words left out in its middle where it is wider than its room."""
    words = sentence.split(" ")
    shown, left = sentence, len(words)
    while advance(shown, Face.SANS, _SIZE) > room and left > 2:
        left -= 2
        shown = " ".join([*words[: left - left // 3], "…", *words[len(words) - left // 3 :]])
    return shown
