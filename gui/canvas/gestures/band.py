"""The rubber band: a drag on empty canvas selects what it touches."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.canvas.gestures.gesture import Gesture, Pointer
from gui.canvas.view import View
from gui.picture.hit import cards_in, edges_in
from gui.picture.lettering import colour
from gui.theme import Theme

__all__ = ["Band"]


class Band(Gesture):
    """Selects cards that the band touches and edges inside it; Shift adds them, Ctrl toggles."""

    def __init__(self, view: View, pressed: Pointer) -> None:
        super().__init__(view, pressed)
        self._nodes = set(view.selection.nodes)
        self._edges = set(view.selection.edges)
        self._box = QRectF()

    def move(self, pointer: Pointer) -> None:
        """Select what the band touches now."""
        if self._box.isNull() and not pointer.far_from(self.pressed):
            return
        self._box = QRectF(self.pressed.point, pointer.point).normalized()
        picture, selection = self.view.picture, self.view.selection
        corners = self._box.left(), self._box.top(), self._box.right(), self._box.bottom()
        selection.nodes = picture.shown.nodes_of_all(cards_in(picture, *corners))
        selection.edges = {picture.edges[i] for i in edges_in(picture, *corners)}
        if pointer.held(Qt.KeyboardModifier.ControlModifier):
            selection.nodes ^= self._nodes
            selection.edges ^= self._edges
        elif pointer.held(Qt.KeyboardModifier.ShiftModifier):
            selection.nodes |= self._nodes
            selection.edges |= self._edges
        self.view.selection_touched()

    def release(self, pointer: Pointer) -> bool:
        """Keep the selection; a click on empty canvas selects nothing."""
        keeps = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        if self._box.isNull() and not pointer.held(keeps):
            self.view.selection.clear()
            self.view.selection_touched()
        return True

    def cancel(self) -> None:
        """Select what was selected before."""
        self.view.selection.nodes, self.view.selection.edges = self._nodes, self._edges
        self.view.selection_touched()

    def paint_above(self, painter: QPainter, theme: Theme) -> None:
        """Draw the band."""
        if self._box.isNull():
            return
        fill = QColor(colour(theme.accent))
        fill.setAlphaF(0.10)
        pen = QPen(colour(theme.accent), 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawRect(self._box)
