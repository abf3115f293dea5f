"""The lesson's way as a slider: the forward part blue, the backward part orange."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from engine.lesson.steps import Direction
from gui.picture.lettering import colour
from gui.picture.step import Walk
from gui.theme import LIGHT, Ink, Theme
from gui.widgets.told_slider import ToldSlider

__all__ = ["Track"]

_HEIGHT, _MARGIN, _KNOB, _MOST_TICKS = 26, 9.0, 6.0, 60


class Track(ToldSlider):
    """Shows and chooses the place of a step; a press anywhere goes there."""

    first = 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme: Theme = LIGHT
        self._walk: Walk | None = None
        self.turn = 0
        """The last place of the forward part."""
        self.setAccessibleName(self.tr("Step"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_walk(self, walk: Walk, place: int) -> None:
        """Show the steps of `walk`, being at `place`; this is no choice of one."""
        self._walk = walk
        self.blockSignals(True)
        self.setRange(0, walk.last)
        self.setValue(place)
        self.blockSignals(False)
        backward = [step.direction is Direction.BACKWARD for step in walk.steps]
        self.turn = backward.index(True) - 1 if True in backward else walk.last
        self.update()

    def forget(self) -> None:
        """Know no steps: they hold their graph, which may be large and be gone."""
        self._walk = None

    def words(self) -> str:
        """Return which step of its pass it is."""
        return "" if self._walk is None else self._walk.title(min(self.value(), self._walk.last))

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self.theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return a width to be stretched, and one line's height."""
        return QSize(240, _HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the step under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self.isSliderDown():
            self._go(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        del event
        self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line as far as one has come in its two colours, a tick per step, the knob."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            y, place, last = self.height() / 2, self.value(), self.maximum()
            blue, orange = (colour(self.theme.inks[ink]) for ink in (Ink.VALUE, Ink.DERIVATIVE))
            turn = min(self.turn, last)
            for start, end, ink in (
                (0, last, colour(self.theme.line)),
                (0, min(place, turn), blue),
                (turn, place, orange),
            ):
                if end > start:
                    painter.setPen(QPen(ink, 3.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
                    painter.drawLine(QPointF(self._x(start), y), QPointF(self._x(end), y))
            painter.setPen(Qt.PenStyle.NoPen)
            if last <= _MOST_TICKS:
                for k in range(last + 1):
                    come = blue if k <= turn else orange
                    painter.setBrush(come if k <= place else colour(self.theme.border))
                    painter.drawEllipse(QPointF(self._x(k), y), 2.6, 2.6)
            painter.setBrush(blue if place <= turn else orange)
            painter.drawEllipse(QPointF(self._x(place), y), _KNOB, _KNOB)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(colour(self.theme.accent), 1.2))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _x(self, place: int) -> float:
        room = self.width() - 2 * _MARGIN
        return _MARGIN + room * place / max(self.maximum(), 1)

    def _go(self, event: QMouseEvent) -> None:
        share = (event.position().x() - _MARGIN) / max(self.width() - 2 * _MARGIN, 1.0)
        self.setValue(round(share * self.maximum()))
