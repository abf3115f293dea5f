"""The grid on which cards stand: their centres are put on it, and snap to it."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF

__all__ = ["GRID", "on_grid", "point_on_grid", "up_to_grid"]

_Way = TypeVar("_Way", float, NDArray[np.float64])

GRID = 10.0  # units


def on_grid(place: float) -> float:
    """Return the place on the grid that is nearest."""
    return round(place / GRID) * GRID


def up_to_grid(way: _Way) -> _Way:
    """Return the way, or each of several, to the first place on the grid that is no nearer."""
    return -(-way // GRID) * GRID


def point_on_grid(point: QPointF) -> QPointF:
    """Return the point of the grid that is nearest."""
    return QPointF(on_grid(point.x()), on_grid(point.y()))
