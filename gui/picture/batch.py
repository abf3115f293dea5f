"""Many shapes in one call: arrays handed to QPainter as they lie in memory.

QLineF and QRectF are four doubles each and QPointF two, so an array of shape (n, 4) or (n, 2) is n
of them. Built one by one in Python, 100,000 lines would take longer than drawing them.
"""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from shiboken6 import Shiboken

__all__ = ["clip_by_all", "draw_boxes", "draw_dots", "draw_segments", "fill_boxes"]


def clip_by_all(painter: QPainter) -> None:
    """Clip by the whole image or pixmap, on which nothing is transformed yet.

    It cuts nothing off: where a rectangle clips thin lines Qt draws them in a way of its own, two
    to thirty times as fast. What is thinner than a pixel is a trace darker: by 5 of 255 at most.
    """
    device = painter.device()
    size = QSizeF(device.width(), device.height()) / device.devicePixelRatioF()
    painter.setClipRect(QRectF(QPointF(), size))


def draw_segments(painter: QPainter, segments: NDArray[np.float64]) -> None:
    """Draw straight lines; a row is x and y of both ends."""
    _draw(painter.drawLines, segments, QLineF)


def draw_boxes(painter: QPainter, boxes: NDArray[np.float64]) -> None:
    """Draw rectangles; a row is left, top, width, height."""
    _draw(painter.drawRects, boxes, QRectF)


def fill_boxes(painter: QPainter, boxes: NDArray[np.float64], ink: QColor) -> None:
    """Fill rectangles on whole pixels of an image or a pixmap, on which nothing is transformed.

    It takes as long for 100,000 as for a few: what they cover together is found first.
    """
    device = painter.device()
    width, height, ratio = device.width(), device.height(), device.devicePixelRatioF()
    ends = np.round(np.concatenate([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]], axis=1) * ratio)
    left, top, right, bottom = np.clip(ends, 0, [width, height] * 2).astype(np.intp).T
    # each box adds 1 at its first pixel and takes it away behind its last ones
    size = (height + 1, width + 1)
    changes = np.zeros(size[0] * size[1], dtype=np.intp)
    for rows, columns, sign in ((top, left, 1), (bottom, right, 1), (top, right, -1)):
        changes += sign * np.bincount(rows * size[1] + columns, minlength=len(changes))
    changes -= np.bincount(bottom * size[1] + left, minlength=len(changes))
    covered = changes.reshape(size).cumsum(axis=0).cumsum(axis=1)[:-1, :-1] > 0
    pixels = np.where(covered, np.uint32(ink.rgba()), np.uint32(0))
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    painter.drawImage(QPointF(), image)


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
