"""A shipped example as a button that shows its picture."""

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.fonts import Face
from gui.language import language
from gui.panels.examples import Image, Room, image_of, picture_of, said_of
from gui.picture.lettering import colour, draw_typeset
from gui.picture.numbers import wanted_digits
from gui.picture.runs import set_text
from gui.theme import LIGHT, Ink, Theme

__all__ = ["ExampleCard"]

_SMALLEST, _WIDEST, _HEIGHT = 320, 460, 216
_TITLE = 40  # height of the strip with the title
_AIR = 14


class ExampleCard(QAbstractButton):
    """The picture of the graph in `path` above its title; it is drawn once `load` was called.

    The card of a `lesson` says how many steps it has, and in its tooltip what it is about.
    """

    seen = Signal()
    """The card was painted for the first time."""
    outgrown = Signal()
    """The card was painted with a picture of another size, and should be loaded once it has its."""

    def __init__(self, path: Path, parent: QWidget | None = None, *, lesson: bool = False) -> None:
        super().__init__(parent)
        self.path = path
        self._lesson = lesson
        self._seen = False
        self._steps = 0
        self._laid_out = False
        self._image: Image | None = None
        self._drawn_for: Room | None = None
        self._theme = LIGHT
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_SMALLEST)
        self.setMaximumWidth(_WIDEST)

    def read(self) -> None:
        """Read the file, so that the title stands there before the picture does."""
        told = said_of(self.path, language(), lesson=self._lesson)
        self.setText(told.title)
        self.setAccessibleName(self.text())
        self._steps = told.steps
        self.setToolTip(told.about)
        self.update()

    def load(self) -> None:
        """Lay the picture out, and have it drawn for the size that the card has."""
        if not self.text():
            self.read()
        picture_of(self.path, wanted_digits())
        self._laid_out = True
        if self._drawn_for != self._room():
            self._image = None
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self._theme, self._image = theme, None
        self.update()

    def sizeHint(self) -> QSize:
        """Return the least width, and the height all cards have."""
        return QSize(_SMALLEST, _HEIGHT)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a name as the keyboard comes: below the window's edge nothing was painted yet."""
        if not self.text():
            self.read()
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, the picture fitted into it, and the title."""
        del event
        if not self._seen:
            self._seen = True
            if not self.text():
                self.read()  # a card below the window's edge can wait
            self.seen.emit()
        theme, box = self._theme, self._box()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            lifted = self.underMouse() or self.hasFocus()
            painter.setPen(
                QPen(colour(theme.accent if lifted else theme.line), 1.5 if lifted else 1.0)
            )
            painter.setBrush(colour(theme.background))
            painter.drawRoundedRect(box, 10, 10)
            self._paint_picture(painter, self._place())
            title = set_text(self.text(), Face.BOLD, 13)
            draw_typeset(painter, title, box.left() + _AIR + 2, box.bottom() - 15, theme)
            if self._steps:
                self._paint_steps(painter, box)

    def _paint_steps(self, painter: QPainter, box: QRectF) -> None:
        """Write on the right how many steps the lesson has, behind the sign of playing."""
        count = set_text(self.tr("{n} steps").format(n=self._steps), Face.SANS, 12, Ink.MUTED)
        left = box.right() - _AIR - 2 - count.width
        draw_typeset(painter, count, left, box.bottom() - 15, self._theme)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._theme.accent))
        middle = box.bottom() - 19.5
        corners = (left - 15, middle - 5), (left - 15, middle + 5), (left - 6.5, middle)
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

    def _paint_picture(self, painter: QPainter, place: QRectF) -> None:
        if not self._laid_out:
            return
        room = self._room()
        if self._image is None:
            self._image = image_of(self.path, wanted_digits(), self._theme.name, room)
            self._drawn_for = room
        elif room != self._drawn_for:
            self.outgrown.emit()
        painter.drawImage(self._image.place_in(room, place.center()), self._image.pixels)

    def _room(self) -> Room:
        place = self._place()
        return Room(place.width(), place.height(), self.devicePixelRatioF())

    def _place(self) -> QRectF:
        """Return where the picture stands, above the title."""
        return self._box().adjusted(_AIR, _AIR, -_AIR, -_TITLE)

    def _box(self) -> QRectF:
        return QRectF(self.rect()).adjusted(1, 1, -1, -1)
