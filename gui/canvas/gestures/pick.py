"""Pick: the next click on a card chooses its node for something."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.canvas.drawn import overlay
from gui.canvas.gestures.gesture import Gesture, Pointer
from gui.canvas.view import View
from gui.picture.hit import card_at
from gui.picture.lettering import colour
from gui.theme import Theme

__all__ = ["Pick"]

_AIR = 4.0  # units: outside of the ring of a card that is selected


class Pick(Gesture):
    """Begun by an action, not by a press; a click beside the cards gives up."""

    cursor = Qt.CursorShape.PointingHandCursor

    def __init__(self, view: View, take: Callable[[str], object]) -> None:
        nowhere = Pointer(QPointF(), QPointF(), Qt.KeyboardModifier(0))
        super().__init__(view, nowhere)
        self._take = take
        self._row: int | None = None

    def move(self, pointer: Pointer) -> None:
        """Ring the card under the pointer."""
        self._row = card_at(self.view.picture, pointer.point.x(), pointer.point.y())
        self.view.redraw()

    def release(self, pointer: Pointer) -> bool:
        """Choose the node of the card that was clicked; the gesture is over."""
        row = card_at(self.view.picture, pointer.point.x(), pointer.point.y())
        self.view.say("")
        if row is not None:
            self._take(self.view.picture.names[row])
        return True

    def cancel(self) -> None:
        """Ask no more."""
        self.view.say("")

    def paint_above(self, painter: QPainter, theme: Theme) -> None:
        """Draw the ring."""
        if self._row is None:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(theme.accent), 2.4))
        overlay.paint_ring(painter, self.view.picture, self._row, _AIR)
