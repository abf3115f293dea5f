"""A line of set mathematics as a widget."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.picture.lettering import draw_typeset
from gui.picture.plain_text import plain_text
from gui.picture.runs import EMPTY, Typeset
from gui.theme import LIGHT, Theme

__all__ = ["FormulaView"]


class FormulaView(QWidget):
    """Shows a `Typeset`, made smaller where it is wider than its place."""

    def __init__(self, parent: QWidget | None = None, height: int = 26) -> None:
        super().__init__(parent)
        self._text: Typeset = EMPTY
        self._height = height
        self.theme: Theme = LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_text(self, text: Typeset) -> None:
        """Show `text`; a screen reader reads its plain words."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(plain_text(text))
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self.theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the text's width, as far as a panel has room, and one line's height."""
        return QSize(min(240, round(self._text.width)), self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text from the left, its letters in the middle of the height."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            shrink = min(1.0, (self.width() - 2) / max(self._text.width, 1.0))
            painter.translate(1.0, self.height() / 2)
            painter.scale(shrink, shrink)
            draw_typeset(painter, self._text, 0.0, self._text.ascent / 2, self.theme)
