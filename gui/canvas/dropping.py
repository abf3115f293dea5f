"""What is dragged onto the canvas from elsewhere: ops from the palette, and files."""

from typing import Protocol

from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter

import engine
from gui import mime
from gui.canvas.drawn import overlay
from gui.canvas.insertion import edge_for
from gui.canvas.navigation import Navigation
from gui.canvas.places.placing import place_to_add
from gui.canvas.view import View
from gui.picture.hit import port_at
from gui.widgets.copying_drop import files_in, take_copy

__all__ = ["Dropping"]


class _Place(Protocol):
    def __call__(
        self,
        op: str,
        point: QPointF,
        into: engine.Edge | None,
        *,
        exact: bool,
        port: tuple[str, int] | None,
    ) -> object: ...


class Dropping(QObject):
    """Takes drops on a view: an op is placed at the pointer, a file is asked to be opened.

    Where something covers the picture nothing is meant: there an op finds its place by itself.

    `place` is handed the op, the point of the picture, the edge that it is inserted into, as
    `exact` whether it is to stand there even on a card, which Alt wants, and the waiting `port`
    that it feeds.
    """

    file_dropped = Signal(str)

    def __init__(
        self,
        view: View,
        navigation: Navigation,
        place: _Place,
    ) -> None:
        super().__init__(view)
        self._view, self._navigation, self._place = view, navigation, place
        self.lit: engine.Edge | None = None
        """The edge that what is dragged would be inserted into."""
        self.port: tuple[str, int] | None = None
        """The waiting port that it would feed: the name of the port's node, and its number."""
        self.over = False
        """Whether something is dragged over the view."""
        self._dragged = ""  # the op over the view that an edge would take, empty where none would
        self._is_in = False  # past the border, which it came over: that is no wish to scroll
        view.setAcceptDrops(True)
        view.viewport().setAcceptDrops(True)
        view.moved_beneath.connect(self._follow)

    def paint(self, painter: QPainter) -> None:
        """Draw over the picture the edge that what is dragged would be inserted into."""
        view = self._view
        place = None if self.lit is None else view.picture.place_of_edge(self.lit)
        if place is not None:
            overlay.paint_thick_edge(painter, view.picture, place, view.theme, view.theme.legal)
        if self.port is not None and self.port[0] in view.picture.index:
            at = QPointF(*view.picture.entering_point(*self.port))
            overlay.paint_port_ring(painter, view.theme, at, view.theme.legal)

    def enter(self, event: QDragEnterEvent) -> None:
        """Take ops from the palette, and files."""
        if event.mimeData().hasFormat(mime.OP) or files_in(event.mimeData()):
            take_copy(event)

    def move(self, event: QDragMoveEvent) -> None:
        """Take them anywhere, scroll at the border; light the edge that an op would go into."""
        data, self.over = event.mimeData(), True
        if data.hasFormat(mime.OP):
            alone = _is_alone(event)
            self._view.pointed, self._dragged = event.position(), "" if alone else _op_of(data)
            self._follow()
            self._is_in = self._is_in or not self._navigation.is_at_border()
            self._navigation.scroll_at_border(wanted=self._is_in)
        take_copy(event)

    def leave(self) -> None:
        """Forget what was dragged elsewhere, and the pointer with it."""
        self.end()
        self._view.pointed = None

    def end(self) -> None:
        """Scroll and light nothing any more: what was dragged is gone."""
        self._dragged, self.over, self._is_in = "", False, False
        self._navigation.scroll_at_border(wanted=False)
        self._light(None, None)

    def drop(self, event: QDropEvent) -> None:
        """Place the op at the pointer, to the port or into the edge there; or open the file."""
        data, alone = event.mimeData(), _is_alone(event)
        port, edge = self._found("" if alone else _op_of(data), event.position())
        self.end()
        if not take_copy(event):
            return
        if data.hasFormat(mime.OP):
            self._view.pointed = event.position()
            self._place(_op_of(data), place_to_add(self._view), edge, exact=alone, port=port)
        else:
            for path in files_in(data):
                self.file_dropped.emit(path)

    def _follow(self) -> None:
        """Light what is under the pointer now."""
        self._light(*self._found(self._dragged, self._view.pointed))

    def _found(
        self, op: str, pixel: QPointF | None
    ) -> tuple[tuple[str, int] | None, engine.Edge | None]:
        """Return the waiting port at a pixel that a node of `op` would feed, else its edge."""
        if not op or pixel is None or self._view.covered.contains(pixel):
            return None, None
        point = self._view.viewpoint.to_picture(pixel)
        port = self._port_at(point)
        return port, None if port is not None else self._edge_at(op, point)

    def _port_at(self, point: QPointF) -> tuple[str, int] | None:
        """Return the port at a point of the picture that waits for an edge."""
        view, picture = self._view, self._view.picture
        hit = port_at(picture, point.x(), point.y(), view.port_reach, outputs=False)
        if hit is None or hit.port is None or hit.row in picture.shown.composites:
            return None
        name = picture.names[hit.row]
        inputs = view.document.graph.inputs(name)
        return (name, hit.port) if None in inputs[hit.port : hit.port + 1] else None

    def _edge_at(self, op: str, point: QPointF) -> engine.Edge | None:
        """Return the edge at a point of the picture that a node of `op` would be inserted into."""
        picture, scale = self._view.picture, self._view.viewpoint.scale
        place = edge_for(picture, op, point.x(), point.y(), scale)
        return None if place is None else picture.edges[place]

    def _light(self, port: tuple[str, int] | None, edge: engine.Edge | None) -> None:
        if (port, edge) != (self.port, self.lit):
            self.port, self.lit = port, edge
            self._view.redraw()


def _is_alone(event: QDropEvent) -> bool:
    """Tell whether what is dragged is to heed nothing beneath it: Alt is held."""
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)


def _op_of(data: QMimeData) -> str:
    """Return the op that is dragged, empty where something else is."""
    return bytes(data.data(mime.OP).data()).decode(errors="replace")
