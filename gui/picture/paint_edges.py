"""Draws edges: in straight pieces, seen from near as their ways, a crowd plainly."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from gui.picture.batch import draw_segments
from gui.picture.cards import Points
from gui.picture.led import MAGNIFIED
from gui.picture.lettering import colour
from gui.picture.measure import ARROW_HALF, ARROW_LENGTH, LINE
from gui.picture.path import HEAD_FOOT, arrow_head, edge_path
from gui.picture.picture import Picture
from gui.picture.visible import CROWDED, slices
from gui.theme import Theme

__all__ = ["Meets", "paint_edges", "paint_pieces", "paint_some"]

Meets: TypeAlias = Callable[[Points], NDArray[np.bool_]]
"""Tells which boxes, shape (n, 4), touch what is to be drawn: the rest is clipped anyway."""

_CROWD = 6000  # with more, a bend is one segment
_LEAST_HEAD = 3.0  # pixels; shorter arrow heads are left out
_AROUND = np.array([-LINE, -LINE, LINE, LINE])
_HEAD = np.array([-ARROW_LENGTH, -ARROW_HALF, 0.0, ARROW_HALF])
_HEADS, _ROUND, _COARSE = 100, 200, 300  # things drawn between two looks at the clock


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
    meets: Meets | None = None,
) -> Iterator[None]:
    """Draw `edges` in slices, and the output's arrow.

    With `meets` only pieces and arrow heads that do so are drawn.
    """
    yield from paint_some(painter, picture, theme, edges, meets)
    arrow = picture.output_arrow()
    if arrow is None:
        return
    (x0, y0), (x1, _) = arrow
    painter.setPen(_edge_pen(theme))
    painter.drawLine(QLineF(x0, y0, x1 - HEAD_FOOT, y0))
    if _has_heads(painter.worldTransform().m11()):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(colour(theme.edge)))
        painter.drawPolygon(arrow_head(*arrow[1]))


def paint_some(
    painter: QPainter,
    picture: Picture,
    theme: Theme,
    edges: NDArray[np.intp],
    meets: Meets | None = None,
) -> Iterator[None]:
    """Draw just `edges` as `paint_edges` does."""
    pen, scale = _edge_pen(theme), painter.worldTransform().m11()
    if len(edges) > CROWDED and LINE * scale < 1.0:
        pen.setWidthF(0.0)  # as thin as a pixel: far faster than a part of one
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if len(edges) > CROWDED or scale <= MAGNIFIED:
        yield from paint_pieces(painter, picture, edges, meets)
    else:
        for i in edges:
            painter.drawPath(edge_path(picture.way(i)))
    if not _has_heads(scale):
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour(theme.edge)))
    for some in slices(edges, _HEADS):
        tips = picture.corners(some)[:, 2]
        if meets is not None:
            tips = tips[meets(np.tile(tips, 2) + _HEAD)]
        for x, y in tips.tolist():
            painter.drawPolygon(arrow_head(x, y))
        yield


def paint_pieces(
    painter: QPainter, picture: Picture, edges: NDArray[np.intp], meets: Meets | None = None
) -> Iterator[None]:
    """Draw edges as straight pieces, with the painter's pen, in slices."""
    scale = painter.worldTransform().m11()
    foot = HEAD_FOOT if _has_heads(scale) else 0.0
    coarse = len(edges) > _CROWD
    for some in slices(edges, _COARSE if coarse else _ROUND):
        pieces = picture.segments(some, scale, foot, coarse=coarse)
        if meets is not None:  # a long edge is stale in a few places
            begins, ends = pieces[:, :2], pieces[:, 2:]
            boxes = np.concatenate([np.minimum(begins, ends), np.maximum(begins, ends)], axis=1)
            pieces = pieces[meets(boxes + _AROUND)]
        draw_segments(painter, pieces)
        yield


def _has_heads(scale: float) -> bool:
    """Tell whether arrow heads are large enough to be seen."""
    return ARROW_LENGTH * scale >= _LEAST_HEAD
