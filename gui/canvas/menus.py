"""Context menus of the canvas: what is asked for, and where."""

from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtGui import QContextMenuEvent

from gui.canvas.finding import Finding
from gui.picture.hit import card_at, edge_at, frame_at

__all__ = ["Menus"]

_EDGE_REACH = 6.0  # pixels


class Menus(Finding):
    """A canvas that asks for the menu of what is under the pointer, or of what is selected."""

    menu_asked = Signal(str, QPoint)
    """A context menu is asked for: of a `node`, an `edge` or the `canvas`, at a place on screen."""
    right_taken = False
    """Whether the last press belonged to a gesture, so that it asks for no menu."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the pointer, which is selected first."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.ask_for_menu()
        elif not self.right_taken and not self.minimap.place.contains(QPointF(event.pos())):
            self.menu_asked.emit(self._select_under(QPointF(event.pos())), event.globalPos())

    def ask_for_menu(self) -> None:
        """Ask for the menu of what is selected, beside it."""
        rows = [self.picture.index[name] for name in self.selection.nodes]
        place = self.viewport().rect().center()
        if rows:
            place = self.view_rect(min(rows)).center()
        elif self.selection.edges:
            edge = min(self.selection.edges)
            way = self.picture.line(self.picture.edge_index[edge.target, edge.port])
            place = self.viewpoint.to_view(QPointF(*way[len(way) // 2])).toPoint()
        kind = "node" if rows else "edge" if self.selection.edges else "canvas"
        self.menu_asked.emit(kind, self.viewport().mapToGlobal(place))

    def _select_under(self, pixel: QPointF) -> str:
        """Select what is under a pixel unless it is selected already; return what it is."""
        point = self.viewpoint.to_picture(pixel)
        row = card_at(self.picture, point.x(), point.y())
        frame = frame_at(self.picture, point.x(), point.y()) if row is None else None
        nodes = set(() if row is None else self.picture.shown.nodes_of(row))
        nodes |= set(() if frame is None else frame.group.members)
        reach = _EDGE_REACH / self.viewpoint.scale
        place = None if nodes else edge_at(self.picture, point.x(), point.y(), reach)
        edges = set() if place is None else {self.picture.edges[place]}
        selected = nodes <= self.selection.nodes and edges <= self.selection.edges
        if not selected or not (nodes or edges):
            self.selection.clear()
            self.selection.nodes.update(nodes)
            self.selection.edges.update(edges)
            self.selection_touched()
        return "node" if nodes else "edge" if edges else "canvas"
