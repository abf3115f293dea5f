"""What is dragged onto the canvas from elsewhere: ops from the palette, and files."""

from PySide6.QtCore import QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter
from PySide6.QtWidgets import QWidget

import engine
from gui import mime
from gui.canvas import overlay
from gui.canvas.insertion import edge_for
from gui.canvas.keyboard import Keyboard
from gui.document import Document
from gui.evaluation import Evaluation

__all__ = ["Dropping"]


class Dropping(Keyboard):
    """Edits with drops: an op is placed at the pointer, a file is asked to be opened."""

    file_dropped = Signal(str)
    _lit: engine.Edge | None = None
    _dragged = ""
    """The op over the canvas that would be inserted into an edge, empty where none would."""

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, evaluation, parent)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)

    def paint_above(self, painter: QPainter) -> None:
        """Draw over the picture the edge that what is dragged would be inserted into."""
        super().paint_above(painter)
        if self._lit is not None and self._lit in self.picture.edges:
            place = self.picture.edge_index[self._lit.target, self._lit.port]
            overlay.paint_thick_edge(painter, self.picture, place, self.theme, self.theme.legal)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take ops from the palette, and files."""
        if event.mimeData().hasFormat(mime.OP) or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take them anywhere, scroll at the border; light the edge that an op would go into."""
        data = event.mimeData()
        if data.hasFormat(mime.OP):
            alone = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self.pointed, self._dragged = event.position(), "" if alone else _op_of(data)
            self.carry_on()
            self.scroll_at_border(wanted=True)
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Let the edge go out."""
        super().dragLeaveEvent(event)
        self._end_drag()

    def carry_on(self) -> None:
        """Let what is dragged follow: the picture moved beneath the pointer."""
        super().carry_on()
        if self._dragged and self.pointed is not None:
            self._light(self._edge_at(self._dragged, self.pointed))
        else:
            self._light(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Place the op at the pointer or insert it into the edge there, or open the file."""
        data, edge = event.mimeData(), self._edge_under(event)
        self._end_drag()
        event.acceptProposedAction()
        if data.hasFormat(mime.OP):
            point = self.viewpoint.to_picture(event.position())
            self.place(_op_of(data), point, edge)
        else:
            for url in data.urls():
                if url.isLocalFile():
                    self.file_dropped.emit(url.toLocalFile())

    def _edge_under(self, event: QDropEvent) -> engine.Edge | None:
        """Return the edge that the dragged op would be inserted into; Alt wants none."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return None
        return self._edge_at(_op_of(event.mimeData()), event.position())

    def _edge_at(self, op: str, pixel: QPointF) -> engine.Edge | None:
        """Return the edge at a pixel of the view that a node of `op` would be inserted into."""
        point = self.viewpoint.to_picture(pixel)
        place = edge_for(self.picture, op, point.x(), point.y(), self.viewpoint.scale)
        return None if place is None else self.picture.edges[place]

    def _end_drag(self) -> None:
        """Scroll and light nothing any more."""
        self._dragged = ""
        self.scroll_at_border(wanted=False)
        self._light(None)

    def _light(self, edge: engine.Edge | None) -> None:
        if edge != self._lit:
            self._lit = edge
            self.repaint()


def _op_of(data: QMimeData) -> str:
    """Return the op that is dragged, empty where something else is."""
    return bytes(data.data(mime.OP).data()).decode(errors="replace")
