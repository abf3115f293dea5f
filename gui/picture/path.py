"""Edges as paths for a QPainter: the whole way, a part of it, the arrow head."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from gui.picture.measure import ARROW_HALF, ARROW_LENGTH

__all__ = ["HEAD_FOOT", "arrow_head", "edge_path", "part_path"]

HEAD_FOOT = ARROW_LENGTH - 1.0  # an edge ends inside its arrow head
_HEAD = QPolygonF(
    [
        QPointF(0.0, 0.0),
        QPointF(-ARROW_LENGTH, -ARROW_HALF),
        QPointF(-ARROW_LENGTH, ARROW_HALF),
    ]
)


def edge_path(way: NDArray[np.float64]) -> QPainterPath:
    """Return an edge's chain of curves, drawn to the foot of its arrow head."""
    path = QPainterPath(QPointF(*way[0]))
    last = len(way) - 3
    for first in range(1, last, 3):
        path.cubicTo(*(QPointF(*way[first + k]) for k in range(3)))
    path.lineTo(way[-1][0] - HEAD_FOOT, way[-1][1])
    return path


def part_path(line: NDArray[np.float64], share: float, *, backward: bool) -> QPainterPath:
    """Return the first `share` of a polyline's length, `backward` from its end."""
    points = line[::-1] if backward else line
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    reach = lengths[-1] * share
    passed = int(np.searchsorted(lengths, reach))
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:passed]:
        path.lineTo(*point)
    path.lineTo(*(np.interp(reach, lengths, points[:, axis]) for axis in (0, 1)))
    return path


def arrow_head(x: float, y: float) -> QPolygonF:
    """Return the arrow head that points right at (x, y)."""
    return _HEAD.translated(x, y)
