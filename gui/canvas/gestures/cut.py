"""Cutting: a stroke with Ctrl and the right button removes the edges it crosses."""

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.canvas.drawn import overlay
from gui.canvas.gestures.gesture import Gesture, Pointer
from gui.canvas.view import View
from gui.commands import delete
from gui.picture.hit import edges_across
from gui.picture.lettering import colour
from gui.theme import Theme

__all__ = ["Cut"]


class Cut(Gesture):
    """Draws a straight stroke; the edges across it are shown dashed and go when it ends."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view: View, pressed: Pointer) -> None:
        super().__init__(view, pressed)
        self._stroke = QLineF(pressed.point, pressed.point)
        self._across: list[int] = []

    def move(self, pointer: Pointer) -> None:
        """Find the edges across the stroke."""
        self._stroke.setP2(pointer.point)
        (x0, y0), (x1, y1) = self._stroke.p1().toTuple(), self._stroke.p2().toTuple()
        self._across = edges_across(self.view.picture, x0, y0, x1, y1)
        self.view.redraw()

    def release(self, pointer: Pointer) -> bool:
        """Remove them, as one step."""
        self.move(pointer)
        if self._across:
            edges = [self.view.picture.edges[i] for i in self._across]
            self.view.attempt(delete(self.view.document.graph, (), edges))
        return True

    def paint_above(self, painter: QPainter, theme: Theme) -> None:
        """Draw the stroke, and dashed what it would remove."""
        picture = self.view.picture
        for i in self._across:
            overlay.paint_dashed_edge(painter, picture, i, theme, theme.illegal)
        pen = QPen(colour(theme.illegal), 1.5)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLine(self._stroke)
