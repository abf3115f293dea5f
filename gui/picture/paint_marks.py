"""Draws the marks that call for attention: a missing input, NaN's start, shapes that do not fit."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from gui.fonts import Face
from gui.picture.lettering import colour, draw_typeset
from gui.picture.measure import IN_CORNER, LINE, MARK
from gui.picture.picture import Picture
from gui.picture.runs import set_text
from gui.theme import Ink, Theme

__all__ = ["paint_missing", "paint_strange"]


def paint_strange(painter: QPainter, picture: Picture, theme: Theme, row: int) -> None:
    """Draw the mark of a card at which something goes wrong: an exclamation mark in a ring."""
    right, top = picture.centres[row] + picture.sizes[row] * (0.5, -0.5)
    inside = IN_CORNER * picture.cards[row].radius
    at = QPointF(right - inside, top + inside)
    painter.setBrush(QBrush(colour(theme.background)))
    painter.setPen(QPen(colour(theme.illegal), LINE))
    painter.drawEllipse(at, MARK, MARK)
    stroke = QPen(colour(theme.illegal), 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(stroke)
    painter.drawLine(at + QPointF(0.0, -4.2), at + QPointF(0.0, 0.6))
    painter.drawPoint(at + QPointF(0.0, 4.4))


def paint_missing(
    painter: QPainter, picture: Picture, theme: Theme, rows: NDArray[np.intp]
) -> None:
    """Draw the ports of the cards `rows` that wait for their edges: dashed, with question marks."""
    shown = set(rows.tolist())
    for row, port in picture.missing_ports():
        if row in shown:
            _paint_missing_port(painter, *picture.port_point(row, port), theme)


def _paint_missing_port(painter: QPainter, x: float, y: float, theme: Theme) -> None:
    amber = colour(theme.inks[Ink.WARNING])
    pen = QPen(amber, LINE)
    pen.setStyle(Qt.PenStyle.DashLine)
    pen.setDashPattern([2.0, 1.6])
    painter.setPen(pen)
    painter.setBrush(QBrush(colour(theme.background)))
    painter.drawEllipse(QPointF(x, y), MARK, MARK)
    mark = set_text("?", Face.BOLD, 13, Ink.WARNING)
    draw_typeset(painter, mark, x - mark.width / 2, y + mark.ascent / 2, theme)
