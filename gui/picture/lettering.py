"""Set text onto a QPainter, in the colours of a theme."""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPen

from gui.fonts import Face
from gui.picture.measure import BRACKET_LINE
from gui.picture.runs import Run, Typeset, glyphs, is_numeral, letters
from gui.theme import Ink, Theme

__all__ = ["colour", "draw_typeset", "draw_typesets"]


@lru_cache(maxsize=256)
def colour(name: str) -> QColor:
    """Return the colour `#rrggbb`."""
    return QColor(name)


def draw_typesets(
    painter: QPainter, texts: Iterable[tuple[Typeset, float, float]], theme: Theme
) -> None:
    """Draw many texts, each with its start and its baseline; all numbers of one ink in one call.

    Numbers change many times a second: to shape each and draw it alone takes ten times as long.
    """
    batches: dict[tuple[Face, int, Ink], tuple[list[int], list[QPointF]]] = {}
    for text, x, baseline in texts:
        for run in text.runs:
            if is_numeral(run.text):
                key = (run.face, run.size, run.ink)
                batch = batches.get(key)
                if batch is None:
                    batch = batches[key] = ([], [])
                letters(run.face, run.size).place(run.text, x + run.x, baseline + run.y, batch)
            else:
                _draw_run(painter, run, x, baseline, theme)
        _draw_patches(painter, text, x, baseline, theme)
        _draw_brackets(painter, text, x, baseline, theme)
    for (face, size, ink), (indexes, places) in batches.items():
        numbers = QGlyphRun()
        numbers.setRawFont(letters(face, size).raw)
        numbers.setGlyphIndexes(indexes)
        numbers.setPositions(places)
        painter.setPen(colour(theme.inks[ink]))
        painter.drawGlyphRun(QPointF(0.0, 0.0), numbers)


def draw_typeset(painter: QPainter, text: Typeset, x: float, baseline: float, theme: Theme) -> None:
    """Draw set text with its start at x on the baseline."""
    _draw_patches(painter, text, x, baseline, theme)
    for run in text.runs:
        _draw_run(painter, run, x, baseline, theme)
    _draw_brackets(painter, text, x, baseline, theme)


def _draw_patches(
    painter: QPainter, text: Typeset, x: float, baseline: float, theme: Theme
) -> None:
    for patch in text.patches:
        name, share = patch.colour(theme)
        fill = QColor(name)
        fill.setAlphaF(share)
        for cell in patch.shifted(x, baseline).cells:
            painter.fillRect(QRectF(*cell), fill)


def _draw_brackets(
    painter: QPainter, text: Typeset, x: float, baseline: float, theme: Theme
) -> None:
    for bracket in text.brackets:
        pen = QPen(colour(theme.inks[bracket.ink]), BRACKET_LINE)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        corners = bracket.shifted(x, baseline).corners()
        painter.drawPolyline([QPointF(*corner) for corner in corners])


def _draw_run(painter: QPainter, run: Run, x: float, baseline: float, theme: Theme) -> None:
    painter.setPen(colour(theme.inks[run.ink]))
    place = QPointF(x + run.x, baseline + run.y)
    for glyph_run in glyphs(run.text, run.face, run.size):
        painter.drawGlyphRun(place, glyph_run)
