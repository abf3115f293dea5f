"""A picture painted at once, as the canvas paints it."""

from PySide6.QtGui import QPainter

from gui.picture.lettering import draw_typeset
from gui.picture.lit import Lit
from gui.picture.paint import paint_slices
from gui.picture.picture import Picture
from gui.theme import Theme

__all__ = ["paint", "paint_legend"]


def paint(painter: QPainter, picture: Picture, theme: Theme, lit: Lit | None = None) -> None:
    """Paint all of a picture."""
    for _ in paint_slices(painter, picture, theme, None, lit):
        pass


def paint_legend(painter: QPainter, picture: Picture, theme: Theme) -> None:
    """Paint which number is which below the picture."""
    left, _, _, bottom = picture.content_bounds()
    for label in picture.legend_at(left, bottom):
        draw_typeset(painter, label.text, label.left, label.baseline, theme)
