"""A drawing with a QPainter, in full quality at any scale: for pixels, PDF and previews."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from engine.progress import watched
from gui.picture.drawing import Box, Drawing, Pill, Ring, Shape, Stroke, Text, Way
from gui.picture.lettering import colour, draw_typeset
from gui.picture.measure import LIT_GLOW
from gui.picture.paint_lit import GLOW
from gui.theme import Theme

__all__ = ["paint_drawing"]


def paint_drawing(painter: QPainter, drawing: Drawing) -> None:
    """Draw all shapes in their order; the painter's transform says where and how large."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for shape in watched(drawing.shapes):
        _paint(painter, shape, drawing.theme)


def _paint(painter: QPainter, shape: Shape, theme: Theme) -> None:
    if isinstance(shape, Text):
        draw_typeset(painter, shape.text, shape.left, shape.baseline, theme)
    elif isinstance(shape, Way):
        _paint_way(painter, shape)
    elif isinstance(shape, Box):
        _paint_box(painter, shape)
    elif isinstance(shape, Ring):
        _paint_ring(painter, shape)
    elif isinstance(shape, Pill):
        _paint_pill(painter, shape)
    else:
        _paint_stroke(painter, shape)


def _paint_way(painter: QPainter, way: Way) -> None:
    points = [QPointF(x, y) for x, y in way.stroke().tolist()]
    path = QPainterPath(points[0])
    for at in range(1, len(points), 3):
        path.cubicTo(*points[at : at + 3])
    pen = QPen(colour(way.colour), way.line)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour(way.colour)))
    painter.drawPolygon(QPolygonF(_points(way.head().tolist())))


def _points(corners: Iterable[list[float]]) -> list[QPointF]:
    return [QPointF(x, y) for x, y in corners]


def _paint_box(painter: QPainter, box: Box) -> None:
    if box.lit:
        *sides, radius = box.glow()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_faint(box.lit, GLOW), LIT_GLOW))
        painter.drawRoundedRect(QRectF(*sides), radius, radius)
    painter.setBrush(QBrush(colour(box.face)) if box.face else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(box.border), box.line))
    place = QRectF(box.left, box.top, box.width, box.height)
    painter.drawRoundedRect(place, box.radius, box.radius)


def _paint_pill(painter: QPainter, pill: Pill) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(_faint(pill.colour, pill.opacity)))
    place = QRectF(pill.left, pill.top, pill.width, pill.height)
    painter.drawRoundedRect(place, pill.radius, pill.radius)


def _faint(name: str, opacity: float) -> QColor:
    faint = QColor(name)
    faint.setAlphaF(opacity)
    return faint


def _paint_ring(painter: QPainter, ring: Ring) -> None:
    painter.setBrush(QBrush(colour(ring.face)))
    painter.setPen(Qt.PenStyle.NoPen)
    if ring.line:
        pen = QPen(colour(ring.border), ring.line)
        if ring.dash is not None:
            pen.setDashPattern([length / ring.line for length in ring.dash])
        painter.setPen(pen)
    painter.drawEllipse(QPointF(ring.x, ring.y), ring.radius, ring.radius)


def _paint_stroke(painter: QPainter, stroke: Stroke) -> None:
    pen = QPen(colour(stroke.colour), stroke.line)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(stroke.x0, stroke.y0), QPointF(stroke.x1, stroke.y1))
