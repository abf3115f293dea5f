"""Where the canvas looks: zoom and pan between picture units and pixels."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

__all__ = ["FIT_LARGEST", "LARGEST", "SMALLEST", "Viewpoint", "rectangle"]

SMALLEST, LARGEST = 0.05, 8.0
_MARGIN = 32.0  # pixels around a fitted picture
FIT_LARGEST = 1.5  # a small graph is not blown up to the whole window


@dataclass
class Viewpoint:
    """`scale` pixels per unit; `origin` is the picture's (0, 0) in pixels of the view."""

    scale: float = 1.0
    origin: QPointF = field(default_factory=QPointF)

    def transform(self) -> QTransform:
        """Return the map from picture units to pixels."""
        return QTransform(self.scale, 0.0, 0.0, self.scale, self.origin.x(), self.origin.y())

    def to_picture(self, pixel: QPointF) -> QPointF:
        """Return the point of the picture at a pixel."""
        return (pixel - self.origin) / self.scale

    def to_view(self, point: QPointF) -> QPointF:
        """Return the pixel of a point of the picture."""
        return point * self.scale + self.origin

    def region(self, size: QSizeF) -> QRectF:
        """Return the part of the picture that is seen."""
        return QRectF(self.to_picture(QPointF(0.0, 0.0)), size / self.scale)

    def pan(self, pixels: QPointF) -> None:
        """Move what is seen by `pixels`."""
        self.origin = self.origin + pixels

    def zoom(self, factor: float, at: QPointF) -> None:
        """Scale by `factor`; the point under pixel `at` stays there."""
        self.zoom_to(self.scale * factor, at)

    def zoom_to(self, scale: float, at: QPointF) -> None:
        """Scale to `scale` within 5 to 800 %; the point under pixel `at` stays there.

        What was fitted farther away goes no farther.
        """
        fixed = self.to_picture(at)
        self.scale = min(max(scale, min(SMALLEST, self.scale)), LARGEST)
        self.origin = at - fixed * self.scale

    def fit(self, box: QRectF, size: QSizeF, largest: float = FIT_LARGEST) -> None:
        """Show all of `box` in the middle, at most `largest` pixels per unit, from however far."""
        width = max(size.width() - 2 * _MARGIN, 1.0)
        height = max(size.height() - 2 * _MARGIN, 1.0)
        wanted = min(width / max(box.width(), 1.0), height / max(box.height(), 1.0))
        self.scale = min(wanted, largest)
        middle = QPointF(size.width() / 2, size.height() / 2)
        self.origin = middle - box.center() * self.scale


def rectangle(box: Iterable[float]) -> QRectF:
    """Return left, top, right, bottom as a rectangle."""
    left, top, right, bottom = map(float, box)
    return QRectF(QPointF(left, top), QPointF(right, bottom))
