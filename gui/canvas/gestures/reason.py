"""The reason why an edge cannot be: in words beside the pointer, and the cycle it would close."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from gui.fonts import Face
from gui.picture.lettering import colour, draw_typeset
from gui.picture.measure import LINE
from gui.picture.path import edge_path
from gui.picture.picture import Picture
from gui.picture.runs import advance, set_text
from gui.theme import Ink, Theme

__all__ = ["paint_cycle", "paint_reason", "shortened"]

_SIZE = 13  # pixels


def paint_reason(
    painter: QPainter, reason: str, point: QPointF, view: QRectF, theme: Theme
) -> None:
    """Write `reason` beside a point of the picture, inside `view`, which is in pixels."""
    painter.save()
    place = painter.worldTransform().map(point) + QPointF(18.0, 26.0)
    painter.resetTransform()
    words = shortened(reason, view.width() - 40.0)
    text = set_text(words, Face.SANS, _SIZE, Ink.TEXT)
    box = QRectF(place.x() - 9, place.y() - 17, text.width + 18, 26)
    box.moveRight(min(box.right(), view.right() - 5.0))
    box.moveBottom(min(box.bottom(), view.bottom() - 5.0))
    painter.setPen(QPen(colour(theme.illegal), 1.2))
    painter.setBrush(QBrush(colour(theme.panel)))
    painter.drawRoundedRect(box, 5, 5)
    draw_typeset(painter, text, box.left() + 9, box.top() + 17.5, theme)
    painter.restore()


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
