"""A line of set mathematics as a widget."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.picture.lettering import colour, draw_typeset
from gui.picture.plain_text import plain_text
from gui.picture.runs import EMPTY, Typeset
from gui.theme import LIGHT, Theme
from gui.widgets.aloud import read

__all__ = ["FormulaView", "one_by_one"]


class FormulaView(QLabel):
    """Shows a `Typeset`, made smaller where it is wider than its place.

    It is a label, so that a screen reader takes it for a text; `reached` by Tab it is read without
    looking around for it, which by its keys alone a reader does in texts only.
    """

    def __init__(
        self, parent: QWidget | None = None, height: int = 26, *, reached: bool = False
    ) -> None:
        super().__init__(parent)
        if reached:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._text: Typeset = EMPTY
        self._height = height
        self.theme: Theme = LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_text(self, text: Typeset) -> None:
        """Show `text`; a screen reader reads its plain words."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(read(plain_text(text)))
            self.update()

    @property
    def words(self) -> str:
        """The text in plain letters."""
        return plain_text(self._text)

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self.theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the text's width, as far as a panel has room, and one line's height."""
        return QSize(min(240, round(self._text.width)), self._height)

    def minimumSizeHint(self) -> QSize:
        """Return that it may become as narrow as its place."""
        return QSize(0, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text from the left, its letters in the middle of the height."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            shrink = min(1.0, (self.width() - 2) / max(self._text.width, 1.0))
            painter.translate(1.0, self.height() / 2)
            painter.scale(shrink, shrink)
            draw_typeset(painter, self._text, 0.0, self._text.ascent / 2, self.theme)
            if self.hasFocus():
                painter.resetTransform()
                painter.setPen(QPen(colour(self.theme.accent), 2.0))
                below = self.height() - 1.0  # a frame would touch the letters
                painter.drawLine(QLineF(1.0, below, 1.0 + shrink * self._text.width, below))


def one_by_one(before: QWidget, views: Sequence[QWidget]) -> None:
    """Let Tab go from what is `before` them through some views, the last of them made just now.

    Qt has what is made later come after all of the window, and orders only what has a turn itself.
    """
    policy = before.focusPolicy()
    before.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for first, second in pairwise((before, *views)):
        QWidget.setTabOrder(first, second)
    before.setFocusPolicy(policy)
