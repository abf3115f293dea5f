"""Context menus on the canvas: what is asked for, and where."""

from PySide6.QtCore import QObject, QPoint, QPointF, Signal

from gui.canvas.insertion import middle
from gui.canvas.view import View
from gui.picture.hit import Hit, frame_around, hit_at

__all__ = ["Menus"]


class Menus(QObject):
    """Asks for the menu of what is under the pointer on a view, or of what is selected there."""

    asked = Signal(str, QPoint)
    """A menu is asked for, of a kind that the actions have one for, at a place on screen."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._view = view

    def ask_at(self, pixel: QPointF) -> None:
        """Ask for the menu of what is at a pixel of the view, which is selected first."""
        place = self._view.viewport().mapToGlobal(pixel.toPoint())
        self.asked.emit(self._select_at(pixel), place)

    def ask(self) -> None:
        """Ask for the menu of what is selected, beside it."""
        view, picture, selection = self._view, self._view.picture, self._view.selection
        rows = [picture.index[name] for name in selection.nodes]
        place = view.viewport().rect().center()
        if rows:
            place = view.view_rect(min(rows)).center()
        elif selection.edges:
            place = view.viewpoint.to_view(middle(picture, min(selection.edges))).toPoint()
        kind = "node" if rows else "edge" if selection.edges else "canvas"
        self.asked.emit(kind, view.viewport().mapToGlobal(place))

    def _select_at(self, pixel: QPointF) -> str:
        """Select what is at a pixel unless it is selected already; return what it is.

        An empty place in a frame is the frame's, where it can be folded, and the canvas', too.
        """
        view, picture, selection = self._view, self._view.picture, self._view.selection
        point = view.viewpoint.to_picture(pixel)
        hit = hit_at(picture, point.x(), point.y(), view.edge_reach)
        around = frame_around(picture, point.x(), point.y()) if hit == Hit() else hit.frame
        nodes = set(() if hit.row is None else picture.shown.nodes_of(hit.row))
        nodes |= set(() if around is None else around.group.members)
        edges = set() if hit.edge is None else {picture.edges[hit.edge]}
        selected = nodes <= selection.nodes and edges <= selection.edges
        if not selected or not (nodes or edges):
            selection.clear()
            selection.nodes.update(nodes)
            selection.edges.update(edges)
            view.selection_touched()
        if hit == Hit() and around is not None:
            return "frame"
        return "node" if nodes else "edge" if edges else "canvas"
