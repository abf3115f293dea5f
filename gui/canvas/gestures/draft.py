"""How an edge looks that is in the hand: where it ends, the way there, what it cannot reach."""

from collections.abc import Container

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from gui.canvas.drawn import overlay
from gui.picture.batch import draw_boxes
from gui.picture.hit import PortHit
from gui.picture.lettering import colour
from gui.picture.picture import Picture
from gui.picture.visible import visible_rows
from gui.theme import Theme

__all__ = ["draft_way", "goal_point", "paint_veil"]

_MANY = 200  # cards; the veil over more is one of rectangles


def paint_veil(
    painter: QPainter,
    picture: Picture,
    cards: Container[int],
    view: QRectF,
    theme: Theme,
    *,
    but: int,
) -> None:
    """Dim those of the `cards` that are in `view`, which is in pixels, but for one."""
    veil = QColor(colour(theme.background))
    veil.setAlphaF(0.6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(veil)
    region = painter.worldTransform().inverted()[0].mapRect(view)
    rows = [row for row in visible_rows(picture, region).tolist() if row in cards and row != but]
    corners = picture.centres[rows] - picture.sizes[rows] / 2 - 1.0
    boxes = np.concatenate([corners, picture.sizes[rows] + 2.0], axis=1)
    if len(rows) > _MANY:
        draw_boxes(painter, boxes)
        return
    for row, box in zip(rows, boxes.tolist(), strict=True):
        radius = picture.cards[row].radius
        painter.drawRoundedRect(QRectF(*box), radius, radius)


def goal_point(picture: Picture, goal: PortHit) -> QPointF:
    """Return where an edge ends that leads to a port, be it one that a sum would grow for it."""
    row, port = goal.row, goal.port
    if port is None:
        return QPointF(*picture.out_point(row, goal.out))
    if port >= picture.cards[row].ports:  # the port that a full variadic op would grow
        x, _ = picture.port_point(row, max(picture.cards[row].ports - 1, 0))
        return QPointF(x, float(picture.centres[row, 1] + picture.sizes[row, 1] / 2))
    return QPointF(*picture.port_point(row, port))


def draft_way(first: QPointF, last: QPointF, near: float) -> QPainterPath:
    """Return the way between two points, a straight one where they are `near` each other."""
    if QLineF(first, last).length() < near:
        path = QPainterPath(first)  # the way around would be a loop about the port itself
        path.lineTo(last)
        return path
    return overlay.draft_path(first, last)
