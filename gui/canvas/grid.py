"""The grid on which cards stand: their centres are put on it, and snap to it."""

from PySide6.QtCore import QPointF

__all__ = ["GRID", "on_grid", "point_on_grid"]

GRID = 10.0  # units


def on_grid(place: float) -> float:
    """Return the place on the grid that is nearest."""
    return round(place / GRID) * GRID


def point_on_grid(point: QPointF) -> QPointF:
    """Return the point of the grid that is nearest."""
    return QPointF(on_grid(point.x()), on_grid(point.y()))
