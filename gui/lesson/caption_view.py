"""The caption of a step in large type: one or two lines, in the middle, never cut."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.picture.lettering import draw_typeset
from gui.picture.measure import MATH, MIDDLE
from gui.picture.plain_text import plain_text
from gui.picture.runs import Typeset
from gui.picture.two_lines import broken_caption
from gui.theme import LIGHT, Theme

__all__ = ["CaptionView"]

_MARGIN = 24
_LINE = 1.5  # of the type's size
_BROKEN = 0.75  # of it; one line that would be smaller is broken: there is room for two


class CaptionView(QWidget):
    """Shows set lines at `size` pixels, smaller where they would not fit."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Typeset, ...] = ()
        self._size = size
        self.theme: Theme = LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: tuple[Typeset, ...]) -> None:
        """Show `lines`; a screen reader hears their plain words."""
        self._lines = lines
        self.setAccessibleName("; ".join(plain_text(line) for line in lines))
        self.update()

    def set_size(self, size: int) -> None:
        """Set the letters `size` pixels high from now on."""
        self._size = size
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self.theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of two lines: a sum is no taller than what came before it."""
        return QSize(240, round(2 * _LINE * self._size + 0.4 * self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines one below the other, all at one size."""
        del event
        if not self._lines:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            scale, lines = self._fitted()
            painter.translate(self.width() / 2, self.height() / 2)
            painter.scale(scale, scale)
            step = _LINE * MATH
            top = -step * (len(lines) - 1) / 2 + MIDDLE * MATH
            for number, line in enumerate(lines):
                draw_typeset(painter, line, -line.width / 2, top + number * step, self.theme)

    def _fitted(self) -> tuple[float, Sequence[Typeset]]:
        """Return the lines with their scale; one that is too long for its room is broken in two."""
        lines: Sequence[Typeset] = self._lines
        scale = self._scale(lines)
        if len(lines) == 1 and scale < _BROKEN * self._size / MATH:
            lines = broken_caption(lines[0])
            scale = self._scale(lines)
        return scale, lines

    def _scale(self, lines: Sequence[Typeset]) -> float:
        widest = max(line.width for line in lines)
        room = max(self.width() - 2 * _MARGIN, 1)
        return min(self._size / MATH, room / max(widest, 1.0))
