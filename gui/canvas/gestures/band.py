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

    selects = True

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
        nodes = picture.shown.nodes_of_all(cards_in(picture, *corners))
        edges = {picture.edges[i] for i in edges_in(picture, *corners)}
        if pointer.held(Qt.KeyboardModifier.ControlModifier):
            nodes, edges = nodes ^ self._nodes, edges ^ self._edges
        elif pointer.held(Qt.KeyboardModifier.ShiftModifier):
            nodes, edges = nodes | self._nodes, edges | self._edges
        self.view.redraw()
        if (nodes, edges) != (selection.nodes, selection.edges):
            selection.nodes, selection.edges = nodes, edges
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
        graph = self.view.document.graph  # an undo in the midst of it may have changed it
        has = graph.network.has_edge
        self.view.selection.nodes = {name for name in self._nodes if name in graph}
        self.view.selection.edges = {e for e in self._edges if has(*e[:2], key=e.port)}
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
