"""A curve's name as it is written at its end: `w` with its index raised or lowered."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from gui.fonts import Face, font
from gui.panels.plot.curve import Curve

__all__ = ["LETTER", "name_width", "paint_name"]

LETTER = 11  # pixels
_SCRIPT = 8  # of what is raised or lowered
_RISES = {0: 0.0, 1: 4.0, -1: -2.0}


def name_width(curve: Curve) -> float:
    """Return how wide the name of `curve` is, in pixels."""
    return sum(width for *_, width in _placed(curve))


def paint_name(painter: QPainter, left: float, baseline: float, curve: Curve) -> None:
    """Write the name of `curve` from `left` on in the painter's colour; its font stays."""
    before = painter.font()
    for letters, face, rise, width in _placed(curve):
        painter.setFont(face)
        painter.drawText(QPointF(left, baseline - rise), letters)
        left += width
    painter.setFont(before)


def _placed(curve: Curve) -> Iterator[tuple[str, QFont, float, float]]:
    """Yield the pieces of the name with their font, rise and width."""
    for letters, side in curve.pieces or ((curve.name, 0),):
        face = font(Face.SANS, _SCRIPT if side else LETTER)
        yield letters, face, _RISES[side], QFontMetricsF(face).horizontalAdvance(letters)
