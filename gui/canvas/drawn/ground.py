"""What lies under the picture on the canvas, and the rings around what is selected."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.canvas.drawn import overlay
from gui.canvas.view import View
from gui.picture.lettering import colour

__all__ = ["paint_ground", "paint_rings"]


def paint_ground(painter: QPainter, view: View, region: QRectF) -> None:
    """Draw what lies under the picture, and turn to the picture's units."""
    painter.fillRect(view.viewport().rect(), colour(view.theme.background))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setTransform(view.viewpoint.transform())
    if not view.presented:
        overlay.paint_grid(painter, view.theme, region, view.viewpoint.scale)


def paint_rings(painter: QPainter, view: View, region: QRectF) -> None:
    """Draw the rings of the selected cards in `region` that are not lifted off the others."""
    drawn = painter, view.picture, view.selection, view.theme
    overlay.paint_selection(*drawn, region, view.lifted)
