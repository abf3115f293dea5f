"""Set text onto a QPainter, in the colours of a theme."""

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from gui.picture.runs import Typeset, glyphs
from gui.theme import Theme

__all__ = ["colour", "draw_typeset"]


@lru_cache(maxsize=256)
def colour(name: str) -> QColor:
    """Return the colour `#rrggbb`."""
    return QColor(name)


def draw_typeset(painter: QPainter, text: Typeset, x: float, baseline: float, theme: Theme) -> None:
    """Draw set text with its start at x on the baseline."""
    for run in text.runs:
        painter.setPen(colour(theme.inks[run.ink]))
        place = QPointF(x + run.x, baseline + run.y)
        for glyph_run in glyphs(run.text, run.face, run.size):
            painter.drawGlyphRun(place, glyph_run)
