"""The canvas: one widget that draws the picture's arrays and turns events into gestures."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from gui.canvas import overlay
from gui.canvas.accessible import make_accessible
from gui.canvas.dropping import Dropping
from gui.canvas.finding import Finding
from gui.canvas.gestures.gesture import Gesture, Pointer
from gui.canvas.gestures.look import Look
from gui.canvas.gestures.pan import Pan
from gui.canvas.gestures.start import gesture_at
from gui.canvas.hover import EDGE_REACH, Hover
from gui.canvas.menus import Menus
from gui.canvas.output_told import OutputTold
from gui.canvas.tooltip import tooltip_at
from gui.canvas.voice import Voice
from gui.document import Document
from gui.evaluation import Evaluation
from gui.picture.hit import card_at, frame_at

__all__ = ["Canvas"]


class Canvas(Dropping):
    """Shows the graph of a document and lets it be edited by hand.

    `escaped` tells that Esc was pressed with nothing of the canvas's own to give up.
    """

    escaped = Signal()
    right_taken = False
    """Whether the last press belonged to a gesture, so that it asks for no menu."""

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, evaluation, parent)
        self.finding = Finding(self, self.entry)
        self.menus = Menus(self)
        self.gesture: Gesture | None = None
        self._beneath: Gesture | None = None  # waits while the hand pans
        self._hover = Hover(self)
        self._keys = Qt.KeyboardModifier.NoModifier
        make_accessible()
        self.voice = Voice(self)
        OutputTold(self)
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Graph"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    # --- events

    def paint_held(self, painter: QPainter) -> None:
        """Draw what is in the hand, else what is under the pointer."""
        self.finding.paint(painter)
        if self.gesture is not None:
            self.gesture.paint_above(painter, self.theme)
        else:
            self._hover.paint(painter, self.theme)
            self.paint_above(painter)

    def paint_top(self, painter: QPainter) -> None:
        """Say on an empty canvas how to begin; show the minimap of a large graph."""
        if not self.picture.names and self.entry.prompt is None:
            overlay.paint_empty(painter, self.theme, self.viewport().rect().toRectF())
        super().paint_top(painter)

    def picture_changes(self, *, anew: bool) -> None:
        """Light nothing, and give up what is under way where it knows the nodes as they were."""
        self._hover.forget()
        if anew:
            self.cancel_gesture()
            self.entry.close_prompt()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture, or end one that a click began."""
        self.entry.close()
        pointer = self._pointer(event)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self.right_taken = self.gesture is not None or control
        pans = event.button() == Qt.MouseButton.MiddleButton or (
            self.space_held and event.button() == Qt.MouseButton.LeftButton
        )
        if pans:
            self._beneath = self._beneath or self.gesture
            self._take(Pan(self, pointer))
        elif self.gesture is None and self.minimap.place.contains(pointer.pixel):
            self._take(Look(self, pointer, self.look_at))
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
        """Edit a leaf's value, a formula or another op's name in its place."""
        name = self.picture.names[row]
        if self.is_typed(name):
            self.edit_value(name)
        else:
            self.rename(name)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the pointer, or of what is selected."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menus.ask()
        elif not self.right_taken and not self.minimap.place.contains(QPointF(event.pos())):
            self.menus.ask_at(QPointF(event.pos()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Show tooltips, follow pinches, forget the hover when the pointer leaves."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            point = self.viewpoint.to_picture(QPointF(event.pos()))
            reach = EDGE_REACH / self.viewpoint.scale
            text = tooltip_at(self.picture, point, reach, self.theme)
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        if isinstance(event, QNativeGestureEvent):
            self.pinched(event)
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover.forget()
            self.pointed = None
            self.repaint()
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrows, hold Space to pan, give up with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            if self.gesture is not None:
                self.cancel_gesture()
            elif self.selection:
                self.select(set())
            elif self.evaluation.working:
                self.evaluation.give_up()
            else:
                self.escaped.emit()
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
        super().carry_on()
        if self.gesture is not None and self.pointed is not None:
            at = self.pointed
            self.gesture.move(Pointer(at, self.viewpoint.to_picture(at), self._keys))

    def begin(self, gesture: Gesture) -> None:
        """Have in the hand what an action began; the next release of the mouse ends it."""
        self.cancel_gesture()
        self._take(gesture)

    def cancel_gesture(self) -> None:
        """Give up the gesture under way."""
        for gesture in (self.gesture, self._beneath):
            if gesture is not None:
                gesture.cancel()
        self._beneath = None
        self.scroll_at_border(wanted=False)
        self._take(None)

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
        """Light what is under the pointer."""
        if self._hover.look(pointer) or self.presented:  # a spot follows the pointer
            self.repaint()
        if not self.space_held:
            self.viewport().setCursor(self._hover.shape)
