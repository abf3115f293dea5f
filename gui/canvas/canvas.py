"""The canvas: one widget that draws the picture's arrays and turns events into gestures."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from gui.canvas import overlay
from gui.canvas.accessible import make_accessible
from gui.canvas.dropping import Dropping
from gui.canvas.gestures.gesture import Gesture, Pointer
from gui.canvas.gestures.pan import Pan
from gui.canvas.gestures.scrub import refusal
from gui.canvas.gestures.start import gesture_at, number_to_scrub
from gui.canvas.tooltip import tooltip_at
from gui.canvas.voice import Voice
from gui.document import Change, Document
from gui.evaluation import Evaluation
from gui.picture.hit import PortHit, card_at, edge_at, frame_at, port_at
from gui.picture.leaf_number import LeafNumber
from gui.picture.lettering import colour
from gui.picture.paint import paint
from gui.picture.picture import Picture
from gui.picture.shown import place_of

__all__ = ["Canvas"]

_EDGE_REACH, PORT_REACH = 6.0, 12.0  # pixels


class Canvas(Dropping):
    """Shows the graph of a document and lets it be edited by hand."""

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, evaluation, parent)
        self.gesture: Gesture | None = None
        self._expected: Picture | None = None
        self._beneath: Gesture | None = None  # waits while the hand pans
        self._hover: tuple[int | None, int | None] = (None, None)
        self._number: LeafNumber | None = None
        self._keys = Qt.KeyboardModifier.NoModifier
        self._painting = False
        make_accessible()
        self.voice = Voice(self)
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
        self._painting = True  # what the run changes is about to be drawn: no second frame for it
        self.evaluation.flush()
        self._painting = False
        painter = QPainter(self.viewport())
        size = QRectF(self.viewport().rect())
        painter.fillRect(size, colour(self.theme.background))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        region = self.viewpoint.region(size.size())
        painter.setTransform(self.viewpoint.transform())
        if not self.presented:
            overlay.paint_grid(painter, self.theme, region, self.viewpoint.scale)
        overlay.paint_selection(painter, self.picture, self.selection, self.theme)
        paint(painter, self.picture, self.theme, region, live=True, lit=self.lit)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        overlay.paint_selected_edges(painter, self.picture, self.selection, self.theme)
        if self.gesture is not None:
            self.gesture.paint_above(painter, self.theme)
        else:
            overlay.paint_hover(painter, self.picture, self.theme, *self._hover)
            if self._number is not None and self._scrubs(self._number):
                overlay.paint_number(painter, self._number, self.theme)
            self.paint_above(painter)
        painter.resetTransform()
        if not self.picture.names and self.prompt is None:
            overlay.paint_empty(painter, self.theme, size)
        elif self.picture.edges:
            overlay.paint_legend(painter, self.picture, self.theme, size, large=self.presented)
        if self.presented and self.pointed is not None:
            overlay.paint_spot(painter, self.pointed, self.theme)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle of the picture in the middle; an audience sees all of it."""
        if self.presented:
            self.fit()
            return
        old, new = event.oldSize(), event.size()
        if old.isValid():
            grown = QPointF(new.width() - old.width(), new.height() - old.height())
            self.viewpoint.pan(grown / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture, or end one that a click began."""
        self.close_editor()
        self.close_prompt()
        pointer = self._pointer(event)
        pans = event.button() == Qt.MouseButton.MiddleButton or (
            self.space_held and event.button() == Qt.MouseButton.LeftButton
        )
        if pans:
            self._beneath = self._beneath or self.gesture
            self._take(Pan(self, pointer))
        elif self.gesture is not None:
            if event.button() == Qt.MouseButton.RightButton:
                self.cancel_gesture()
        else:
            self._take(gesture_at(self, pointer, event.button()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the gesture, or light what is under the pointer."""
        pointer = self._pointer(event)
        if self.gesture is None:
            self._look(pointer)
            return
        self.gesture.move(pointer)
        dragging = event.buttons() != Qt.MouseButton.NoButton
        self.scroll_at_border(wanted=dragging and self.gesture is not None and self.gesture.scrolls)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture."""
        self.scroll_at_border(wanted=False)
        gesture = self.gesture
        pointer = self._pointer(event)
        if gesture is None:
            return
        self._take(self._beneath)
        self._beneath = None
        if not gesture.release(pointer):
            self._take(gesture)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the leaf under the pointer, fold or unfold a group, or ask what to place there."""
        self.cancel_gesture()
        point = self._pointer(event).point
        row = card_at(self.picture, point.x(), point.y())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        frame = frame_at(self.picture, point.x(), point.y()) if row is None else None
        composite = None if row is None else self.picture.shown.composites.get(row)
        if frame is not None:
            self.set_folded([frame.group.id], folded=True)
        elif composite is not None:
            self.set_folded([composite.group.id], folded=False)
        elif row is None:
            self.open_quick_add(point)
        else:
            self._edit_card(row)

    def _edit_card(self, row: int) -> None:
        """Edit a leaf's value or an op's name in its place."""
        name = self.picture.names[row]
        if self.document.graph.is_leaf(name):
            self.edit_value(name)
        else:
            self.rename(name)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show tooltips, follow pinches, forget the hover when the pointer leaves."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            point = self.viewpoint.to_picture(QPointF(event.pos()))
            text = tooltip_at(self.picture, point, _EDGE_REACH / self.viewpoint.scale)
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        if isinstance(event, QNativeGestureEvent):
            self.pinched(event)
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover, self._number, self.pointed = (None, None), None, None
            self.repaint()
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrows, hold Space to pan, give up with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            if self.gesture is not None:
                self.cancel_gesture()
            else:
                self.select(set())
        elif self.gesture is not None:
            self._press_with_gesture(self.gesture, event)
        elif self.hold_space(event, held=True):
            pass
        elif not self.move_by_key(event) and not self.add_by_key(event):
            super().keyPressEvent(event)

    def _press_with_gesture(self, gesture: Gesture, event: QKeyEvent) -> None:
        """Let a key that is held mean something to the gesture; type what an open edge leads to."""
        self._keys = event.modifiers()
        self.carry_on()
        if self.hold_space(event, held=True) or gesture.open_end is None:
            return
        if self.add_by_key(event, gesture.open_end):
            self.cancel_gesture()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of Space, or of a key that meant something to the gesture."""
        self._keys = event.modifiers()
        self.carry_on()
        if not self.hold_space(event, held=False):
            super().keyReleaseEvent(event)

    def carry_on(self) -> None:
        """Let the gesture follow: the picture moved beneath the pointer, or another key is held."""
        if self.gesture is not None and self.pointed is not None:
            at = self.pointed
            self.gesture.move(Pointer(at, self.viewpoint.to_picture(at), self._keys))

    def cancel_gesture(self) -> None:
        """Give up the gesture under way."""
        for gesture in (self.gesture, self._beneath):
            if gesture is not None:
                gesture.cancel()
        self._beneath = None
        self.scroll_at_border(wanted=False)
        self._take(None)

    def expect(self, picture: Picture) -> None:
        """Show `picture` once its graph is the document's."""
        self._expected = picture

    # --- inside

    def _take(self, gesture: Gesture | None) -> None:
        """Have this in the hand from now on, and show it by the pointer's shape."""
        self.gesture = gesture
        if gesture is not None and gesture.cursor is not None:
            self.viewport().setCursor(gesture.cursor)
        else:
            self.viewport().unsetCursor()
        self.repaint()

    def _pointer(self, event: QMouseEvent) -> Pointer:
        self.pointed, self._keys = event.position(), event.modifiers()
        return Pointer(self.pointed, self.viewpoint.to_picture(self.pointed), self._keys)

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
        number = number_to_scrub(self, pointer) if near is None and row is not None else None
        if (row, edge, number) != (*self._hover, self._number) or self.presented:
            self._hover, self._number = (row, edge), number
            self.repaint()
        if not self.space_held:
            self.viewport().setCursor(self._shape(near))

    def _shape(self, near: PortHit | None) -> Qt.CursorShape:
        """Return the pointer's shape, which tells what a press would begin."""
        if near is not None:
            return Qt.CursorShape.CrossCursor
        if self._number is not None and self._scrubs(self._number):
            return Qt.CursorShape.SizeHorCursor
        return Qt.CursorShape.ArrowCursor

    def _scrubs(self, number: LeafNumber) -> bool:
        name = self.picture.names[number.row]
        return not refusal(name, number, self.document.graph.value(name))

    def _follow(self, change: Change) -> None:
        """Let the picture follow an edit: moves and values cheaply, the rest anew."""
        self._hover, self._number = (None, None), None
        graph = self.document.graph
        named = change.added or change.removed or change.renamed or change.reset
        if named or change.edges or change.output or change.groups:
            # what is under way knows the nodes as they were
            self.cancel_gesture()
            self.close_prompt()
            self.picture = self._new_picture()
            before = len(self.selection.nodes), len(self.selection.edges)
            self.selection.follow(change, graph)
            if change.renamed or before != (len(self.selection.nodes), len(self.selection.edges)):
                self.selection_changed.emit()
        else:
            if change.edited:
                followers = {e.target for n in change.edited for e in graph.consumers(n)}
                steady = self.document.previewing
                self.picture.refresh_cards({*change.edited, *followers}, steady=steady)
            if change.moved:
                self.picture.move({n: place_of(graph, n) for n in change.moved})
        self.repaint()

    def _new_picture(self) -> Picture:
        """Return the picture of the graph as it is now: the expected one, or one made anew."""
        expected, self._expected = self._expected, None
        if expected is not None and expected.graph is self.document.graph:
            return expected
        return Picture(self.document.graph, self.evaluation.seen)

    def _show_readings(self) -> None:
        if self.picture.graph is self.document.graph:  # else its picture comes next
            self.picture.show(self.evaluation.seen)
        if not self._painting:
            self.repaint()
