"""Many shapes in one call: arrays handed to QPainter as they lie in memory.

QLineF and QRectF are four doubles each and QPointF two, so an array of shape (n, 4) or (n, 2) is n
of them. Built one by one in Python, 100,000 lines would take longer than drawing them.
"""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter
from shiboken6 import Shiboken

__all__ = ["draw_boxes", "draw_dots", "draw_segments"]


def draw_segments(painter: QPainter, segments: NDArray[np.float64]) -> None:
    """Draw straight lines; a row is x and y of both ends."""
    _draw(painter.drawLines, segments, QLineF)


def draw_boxes(painter: QPainter, boxes: NDArray[np.float64]) -> None:
    """Draw rectangles; a row is left, top, width, height."""
    _draw(painter.drawRects, boxes, QRectF)


def draw_dots(painter: QPainter, points: NDArray[np.float64]) -> None:
    """Draw points; a row is x and y."""
    _draw(painter.drawPoints, points, QPointF)


def _draw(draw: object, shapes: NDArray[np.float64], kind: type) -> None:
    if not len(shapes):
        return
    shapes = np.ascontiguousarray(shapes, dtype=np.float64)
    # `shapes` outlives the call, so the memory that `first` stands on does too.
    first = Shiboken.wrapInstance(shapes.ctypes.data, kind)
    draw(first, len(shapes))  # type: ignore[operator]
