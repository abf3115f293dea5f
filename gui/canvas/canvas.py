"""The canvas: one widget that draws the picture's arrays and turns events into gestures."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

import engine
from gui.canvas import overlay
from gui.canvas.dropping import Dropping
from gui.canvas.gestures.gesture import Gesture, Pointer
from gui.canvas.gestures.start import gesture_at
from gui.canvas.tooltip import tooltip_at
from gui.document import Change, Document
from gui.evaluation import Evaluation
from gui.picture.hit import card_at, edge_at, port_at
from gui.picture.lettering import colour
from gui.picture.paint import paint
from gui.picture.picture import Picture

__all__ = ["Canvas"]

_ZOOM_PER_DELTA = 1.0015
_BORDER = 24  # pixels at the border in which a drag scrolls
_SCROLL_STEP = 14.0
_EDGE_REACH, PORT_REACH = 6.0, 12.0  # pixels


class Canvas(Dropping):
    """Shows the graph of a document and lets it be edited by hand."""

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, evaluation, parent)
        self.gesture: Gesture | None = None
        self._space = False
        self._hover: tuple[int | None, int | None] = (None, None)
        self._scroll = QTimer(self, interval=16)
        self._scroll.timeout.connect(self._scroll_on)
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Graph"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        document.changed.connect(self._follow)
        evaluation.seen_changed.connect(self._show_readings)

    # --- events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw grid, picture and what lies over it."""
        del event
        self.evaluation.flush()
        painter = QPainter(self.viewport())
        size = QRectF(self.viewport().rect())
        painter.fillRect(size, colour(self.theme.background))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        region = self.viewpoint.region(size.size())
        painter.setTransform(self.viewpoint.transform())
        overlay.paint_grid(painter, self.theme, region, self.viewpoint.scale)
        overlay.paint_selection(painter, self.picture, self.selection, self.theme)
        paint(painter, self.picture, self.theme, region, live=True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        overlay.paint_selected_edges(painter, self.picture, self.selection, self.theme)
        if self.gesture is not None:
            self.gesture.paint_above(painter, self.theme)
        else:
            overlay.paint_hover(painter, self.picture, self.theme, *self._hover)
            self.paint_above(painter)
        painter.resetTransform()
        if not self.picture.names and self.prompt is None:
            overlay.paint_empty(painter, self.theme, size)
        elif self.picture.edges:
            overlay.paint_legend(painter, self.picture, self.theme, size)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle of the picture in the middle."""
        old, new = event.oldSize(), event.size()
        if old.isValid():
            grown = QPointF(new.width() - old.width(), new.height() - old.height())
            self.viewpoint.pan(grown / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture, or end one that a click began."""
        self.close_editor()
        self.close_prompt()
        pointer = self._pointer(event)
        if self.gesture is not None:
            if event.button() == Qt.MouseButton.RightButton:
                self.cancel_gesture()
            return
        self.gesture = gesture_at(self, pointer, event.button(), space=self._space)
        if self.gesture is not None and self.gesture.cursor is not None:
            self.viewport().setCursor(self.gesture.cursor)
        self.repaint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the gesture, or light what is under the pointer."""
        pointer = self._pointer(event)
        if self.gesture is None:
            self._look(pointer)
            return
        self.gesture.move(pointer)
        inner = self.viewport().rect().adjusted(_BORDER, _BORDER, -_BORDER, -_BORDER)
        dragging = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if dragging and not inner.contains(event.position().toPoint()):
            self._scroll.start()
        else:
            self._scroll.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture."""
        self._scroll.stop()
        if self.gesture is None:
            return
        gesture, self.gesture = self.gesture, None
        if not gesture.release(self._pointer(event)):
            self.gesture = gesture
        else:
            self.viewport().unsetCursor()
        self.repaint()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the leaf under the pointer, or ask what to place there."""
        self.cancel_gesture()
        point = self._pointer(event).point
        row = card_at(self.picture, point.x(), point.y())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if row is None:
            self.open_quick_add(point)
            return
        name = self.picture.names[row]
        if self.document.graph.is_leaf(name):
            self.edit_value(name)
        else:
            self.rename(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pan; with Shift sideways; with Ctrl zoom at the pointer."""
        delta = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if delta.y():
                self.viewpoint.zoom(_ZOOM_PER_DELTA ** delta.y(), event.position())
                self.zoom_changed.emit(self.viewpoint.scale)
        else:
            way = event.pixelDelta() if not event.pixelDelta().isNull() else delta * 0.5
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not way.x():
                way = QPoint(way.y(), 0)
            self.viewpoint.pan(QPointF(way))
        event.accept()
        self.repaint()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show tooltips, follow pinches, forget the hover when the pointer leaves."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            point = self.viewpoint.to_picture(QPointF(event.pos()))
            text = tooltip_at(self.picture, point, _EDGE_REACH / self.viewpoint.scale)
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.viewpoint.zoom(1.0 + event.value(), event.position())
                self.repaint()
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover, self.pointed = (None, None), None
            self.repaint()
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrows, hold Space to pan, give up with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            if self.gesture is not None:
                self.cancel_gesture()
            else:
                self.select(set())
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = True
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif not self.move_by_key(event) and not self.add_by_key(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of Space."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.viewport().unsetCursor()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget what is held: its release will be heard by somebody else."""
        self._space = False
        super().focusOutEvent(event)

    def cancel_gesture(self) -> None:
        """Give up the gesture under way."""
        if self.gesture is not None:
            self.gesture.cancel()
            self.gesture = None
        self._scroll.stop()
        self.viewport().unsetCursor()
        self.repaint()

    # --- inside

    def _pointer(self, event: QMouseEvent) -> Pointer:
        self.pointed = event.position()
        return Pointer(
            event.position(), self.viewpoint.to_picture(event.position()), event.modifiers()
        )

    def _look(self, pointer: Pointer) -> None:
        """Find what is under the pointer; repaint where it is something else."""
        point, scale = pointer.point, self.viewpoint.scale
        row = card_at(self.picture, point.x(), point.y())
        near = port_at(self.picture, point.x(), point.y(), PORT_REACH / scale)
        if near is not None:
            row = near.row
        edge = None
        if row is None:
            edge = edge_at(self.picture, point.x(), point.y(), _EDGE_REACH / scale)
        if (row, edge) != self._hover:
            self._hover = (row, edge)
            self.repaint()
        if not self._space:
            shape = Qt.CursorShape.CrossCursor if near else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)

    def _scroll_on(self) -> None:
        """Scroll while a drag stays at the border."""
        at = self.pointed
        if self.gesture is None or at is None:
            self._scroll.stop()
            return
        inner = QRectF(self.viewport().rect()).adjusted(_BORDER, _BORDER, -_BORDER, -_BORDER)
        way = QPointF(
            _SCROLL_STEP * ((at.x() < inner.left()) - (at.x() > inner.right())),
            _SCROLL_STEP * ((at.y() < inner.top()) - (at.y() > inner.bottom())),
        )
        self.viewpoint.pan(way)
        self.gesture.move(Pointer(at, self.viewpoint.to_picture(at), Qt.KeyboardModifier(0)))

    def _follow(self, change: Change) -> None:
        """Let the picture follow an edit: moves and values cheaply, the rest anew."""
        self._hover = (None, None)
        graph = self.document.graph
        named = change.added or change.removed or change.renamed or change.reset
        if named or change.edges or change.output:
            # what is under way knows the nodes as they were
            self.cancel_gesture()
            self.close_prompt()
            self.picture = Picture(graph, self.evaluation.seen)
            before = len(self.selection.nodes), len(self.selection.edges)
            self.selection.follow(change, graph)
            if change.renamed or before != (len(self.selection.nodes), len(self.selection.edges)):
                self.selection_changed.emit()
        else:
            if change.edited:
                followers = {e.target for n in change.edited for e in graph.consumers(n)}
                self.picture.refresh_cards({*change.edited, *followers})
            if change.moved:
                self.picture.move({n: _position(graph, n) for n in change.moved})
        self.repaint()

    def _show_readings(self) -> None:
        self.picture.show(self.evaluation.seen)
        self.repaint()


def _position(graph: engine.Graph, name: str) -> tuple[float, float]:
    x, y = graph.attributes(name).get("position", (0.0, 0.0))
    return float(x), float(y)
