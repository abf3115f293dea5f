"""Draws edges: few as their ways, those of a live picture in straight pieces, a crowd plainly."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from gui.picture.batch import draw_segments
from gui.picture.curve import FLAT
from gui.picture.lettering import colour
from gui.picture.measure import ARROW_LENGTH, LINE
from gui.picture.path import HEAD_FOOT, arrow_head, edge_path
from gui.picture.picture import Picture
from gui.picture.visible import CROWDED, slices
from gui.theme import Theme

__all__ = ["paint_crowd", "paint_edges"]

_CROWD = 6000  # with more, a bend is one segment
_FINE = (0, 4, 8, 12, FLAT, FLAT + 1)
_HEADS, _MANY_SLICE = 100, 300  # things drawn between two looks at the clock; plain edges
_NEAR = 1.2  # pixels per unit: from here on, the pieces of a bend would show


def _edge_pen(theme: Theme) -> QPen:
    """Return the pen edges are drawn with."""
    pen = QPen(colour(theme.edge), LINE)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def paint_edges(
    painter: QPainter,
    picture: Picture,
    theme: Theme,
    edges: NDArray[np.intp],
    scale: float,
    *,
    live: bool,
) -> Iterator[None]:
    """Draw `edges` in slices, and the output's arrow; `live` ones not near as straight pieces."""
    pen = _edge_pen(theme)
    if len(edges) > CROWDED and LINE * scale < 1.0:
        pen.setWidthF(0.0)  # as thin as a pixel: far faster than a part of one
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if len(edges) > CROWDED:
        yield from paint_crowd(painter, picture, edges)
    elif live and scale <= _NEAR:
        _paint_pieces(painter, picture, edges)
    else:
        for i in edges:
            painter.drawPath(edge_path(picture.way(i)))
    arrow = picture.output_arrow()
    if arrow is not None:
        (x0, y0), (x1, _) = arrow
        painter.drawLine(QLineF(x0, y0, x1 - HEAD_FOOT, y0))
    if ARROW_LENGTH * scale < 3.0:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour(theme.edge)))
    for some in slices(edges, _HEADS):
        for x, y in picture.corners(some)[:, 2].tolist():
            painter.drawPolygon(arrow_head(x, y))
        yield
    if arrow is not None:
        painter.drawPolygon(arrow_head(*arrow[1]))


def paint_crowd(painter: QPainter, picture: Picture, edges: NDArray[np.intp]) -> Iterator[None]:
    """Draw very many edges plainly, with the painter's pen, in slices."""
    coarse = len(edges) > _CROWD
    for some in slices(edges, _MANY_SLICE):
        points = picture.corners(some) if coarse else picture.plain_lines(some)[:, _FINE]
        _paint_many(painter, picture, some, points)
        yield


def _paint_pieces(painter: QPainter, picture: Picture, edges: NDArray[np.intp]) -> None:
    """Draw edges as their straight pieces, to the foot of the arrow head."""
    pieces = []
    for line in picture.lines_of(edges):
        if (line[:, 1] == line[0, 1]).all():
            line = line[[0, -1]]  # one piece: where pieces meet, their soft ends would show
        pieces.append(np.concatenate([line[:-1], line[1:]], axis=1))
        pieces[-1][-1, 2] -= HEAD_FOOT
    if pieces:
        draw_segments(painter, np.concatenate(pieces))


def _paint_many(
    painter: QPainter, picture: Picture, edges: NDArray[np.intp], points: NDArray[np.float64]
) -> None:
    """Draw very many edges between few points each, all in one call."""
    segments = np.concatenate([points[:, :-1], points[:, 1:]], axis=2).reshape(-1, 4)
    draw_segments(painter, segments)
    for i in picture.special & set(edges.tolist()):
        painter.drawPath(edge_path(picture.way(i)))
