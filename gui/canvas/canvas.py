"""The canvas: one widget that draws the picture's arrays and turns events into gestures."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from gui.canvas.adding import Adding
from gui.canvas.aloud.accessible import AccessibleGraph, make_accessible
from gui.canvas.aloud.voice import Voice
from gui.canvas.clipboard import Clipboard
from gui.canvas.drawn import overlay
from gui.canvas.drawn.minimap import Minimap
from gui.canvas.dropping import Dropping
from gui.canvas.entry import Entry
from gui.canvas.finding.finding import Finding
from gui.canvas.gestures.gesture import Gesture, Pointer
from gui.canvas.grouping import Grouping
from gui.canvas.hand import Hand
from gui.canvas.hover import Hover
from gui.canvas.in_place import InPlace, is_typed
from gui.canvas.keyboard import Keyboard
from gui.canvas.look.looking_back import LookingBack
from gui.canvas.menus import Menus
from gui.canvas.navigation import Navigation
from gui.canvas.output_told import OutputTold
from gui.canvas.showing import Showing
from gui.canvas.tip import Tip
from gui.canvas.tooltip import tooltip_at
from gui.canvas.walk import Walk
from gui.document import Document
from gui.evaluation import Evaluation
from gui.picture.hit import hit_at
from gui.theme import Theme

__all__ = ["Canvas"]


class Canvas(Showing):
    """Shows the graph of a document and lets it be edited by hand.

    `escaped` tells that Esc was pressed with nothing of the canvas's own to give up.
    """

    escaped = Signal()

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, evaluation, parent)
        self.entry = Entry(self)
        self.in_place = InPlace(self, self.entry)
        self.walk = Walk(self)
        self.adding = Adding(self, self.entry, self.in_place, self.walk)
        self.clipboard = Clipboard(self, self.adding)
        self.grouping = Grouping(self, self.entry)
        self.minimap = Minimap(self)
        self.minimap.outdated.connect(self.redraw)
        document.changed.connect(self.minimap.follow)
        self.navigation = Navigation(self)
        self.dropping = Dropping(self, self.navigation, self.adding.drop)
        self.hand = Hand(self, self.navigation, self.minimap, self.adding.ask)
        self.moved_beneath.connect(self.hand.carry_on)
        self.keyboard = Keyboard(self, self.entry, self.walk)
        self.finding = Finding(self, self.entry)
        self.menus = Menus(self)
        self._hover = Hover(self)
        self._tip = Tip(self.viewport(), self._told_at)
        for changed in (evaluation.seen_changed, evaluation.lens_changed, self.moved_beneath):
            changed.connect(self._tip.follow)
        self._left = True  # what was typed, by the last press: a text just refused is not
        # a timer: the picture may move beneath the pointer several times before it is drawn
        self._looking = QTimer(self, interval=0, singleShot=True)
        self._looking.timeout.connect(self._look_again)
        self.moved_beneath.connect(self._looking.start)
        self.navigation.space_turned.connect(self._looking.start)
        make_accessible()
        self.voice = Voice(self, self.entry, self.finding)
        self.opened.connect(lambda name: self._open_card(self.picture.index[name]))
        OutputTold(self)
        LookingBack(self)
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Graph"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on; a prompt in those of before is closed."""
        super().set_theme(theme)
        self.entry.close_prompt()
        self.finding.set_theme(theme)

    @property
    def is_held(self) -> bool:
        """Whether a gesture is under way, or something is being typed over the canvas."""
        typed = self.entry.editor is not None or self.entry.prompt is not None
        return typed or self.hand.gesture is not None

    # --- events

    def paint_held(self, painter: QPainter) -> None:
        """Draw what is in the hand, else what is under the pointer."""
        self.finding.paint(painter)
        if self.hand.gesture is not None:
            self.hand.gesture.paint_above(painter, self.theme)
        else:
            self._hover.paint(painter, self.theme)
            self.walk.paint(painter)
            self.adding.paint(painter)
            self.dropping.paint(painter)

    def paint_top(self, painter: QPainter) -> None:
        """Say on an empty canvas how to begin; draw the minimap while a part is out of view."""
        if not self.picture.names and self.entry.prompt is None:
            overlay.paint_empty(painter, self.theme, self.viewport().rect().toRectF())
        led = self.presented or self.guided
        size = self.viewport().rect().toRectF().size()
        self.minimap.settle(self.picture, self.viewpoint, QSizeF() if led else size)
        self.covered = self.minimap.place
        self.minimap.paint(painter, self.picture, self.viewpoint, size, self.theme)

    def picture_changes(self, *, anew: bool) -> None:
        """Light nothing and give up what is under way where both know the nodes as they were."""
        self._looking.start()
        if anew:
            self._hover.forget()
            self.hand.cancel()
            self.entry.give_up()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture, or end one that a click began; a text just refused is seen first."""
        pointer = self.hand.pointer(event)
        self._left = self.entry.leave()
        if self._left:
            if event.button() == Qt.MouseButton.LeftButton:
                self.walk.leave()
            self.hand.press(pointer, event.button())
            pressed = event.type() == QEvent.Type.MouseButtonPress
            if pressed and not QApplication.mouseButtons() & event.button():
                # let go while the window waited for what was typed in a field that this left
                self.hand.release(pointer, event.button())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lead the gesture, or light what is under the pointer."""
        pointer = self.hand.pointer(event)
        if self.presented:
            self.redraw()  # a spot follows the pointer
        if self.hand.gesture is None:
            self._look(pointer)
        else:
            self.hand.move(pointer, event.buttons())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture that the button held."""
        self.hand.release(self.hand.pointer(event), event.button())
        self._looking.start()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the leaf under the pointer, fold or unfold a group, or ask what to place there.

        On an edge it is asked what goes into it.
        """
        pointer = self.hand.pointer(event)
        if not self._left:
            return  # its first press showed why a text is refused
        if self.hand.presses_only(pointer, event.button()):
            self.mousePressEvent(event)
            return
        self.hand.cancel()
        point = pointer.point
        hit = hit_at(self.picture, point.x(), point.y(), self.edge_reach)
        if hit.row is not None:
            self._open_card(hit.row)
        elif hit.frame is not None:
            self.grouping.set_folded([hit.frame.group.id], folded=True)
        else:
            self.adding.ask(point, into=None if hit.edge is None else self.picture.edges[hit.edge])

    def _open_card(self, row: int) -> None:
        """Unfold a group, or edit a leaf's value, a formula, another op's name in its place."""
        name, composite = self.picture.names[row], self.picture.shown.composites.get(row)
        if composite is not None:
            self.grouping.set_folded([composite.group.id], folded=False)
        elif is_typed(self.document.graph, name):
            self.in_place.edit_value(name)
        else:
            self.in_place.rename(name)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the pointer, or of what is selected."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menus.ask()
        elif not self.hand.right_taken and not self.minimap.covers(QPointF(event.pos())):
            self.menus.ask_at(QPointF(event.pos()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pan or zoom."""
        self.navigation.wheel(event, self._zoomed_about(event.position()))

    def _zoomed_about(self, at: QPointF) -> QPointF:
        """Return the pointer's pixel, over the minimap the middle of what is seen."""
        return QRectF(self.viewport().rect()).center() if self.minimap.covers(at) else at

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let a screen reader go to what is selected, not to the canvas as such."""
        super().focusInEvent(event)
        if isinstance(self.accessible, AccessibleGraph):
            self.accessible.keyboard_came()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget what is held: its release will be heard by somebody else."""
        self.navigation.turn_space(held=False)
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give up what is in the hand when another page comes to the front."""
        if not event.spontaneous():
            self.hand.cancel()
        super().hideEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what can be dropped."""
        self._hover.forget()  # what is dragged elsewhere means an edge at most
        self.redraw()
        self.dropping.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show what a drop would do."""
        self.dropping.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show it no more."""
        super().dragLeaveEvent(event)
        self.dropping.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """Place what was dragged, or open it."""
        self.dropping.drop(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show tooltips, follow pinches, forget the hover when the pointer leaves."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tip.ask(event)
            return True
        if isinstance(event, QNativeGestureEvent):
            self.navigation.pinch(event, self._zoomed_about(event.position()))
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover.forget()
            self._tip.forget()
            self.pointed = None
            self.redraw()
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        """Hear a key that opens quick-add and may be the first letter of what is typed."""
        if isinstance(event, QKeyEvent) and self.hand.gesture is None and self.adding.hear(event):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrows, hold Space to pan, give up with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            if self.hand.gesture is not None:
                self.hand.cancel()
            elif self.selection:
                self.select(set())
            elif self.evaluation.working:
                self.evaluation.give_up()
            else:
                self.escaped.emit()
        elif self.hand.gesture is not None:
            self._press_with_gesture(self.hand.gesture, event)
        elif self.navigation.hold_space(event, held=True):
            pass
        elif not self.keyboard.move(event) and not self.adding.ask_by_key(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  Qt's own name
        """Leave Tab to `keyPressEvent`; Shift+Tab goes to the widget before."""
        return False if next else super().focusNextPrevChild(next)

    def _press_with_gesture(self, gesture: Gesture, event: QKeyEvent) -> None:
        """Let a key that is held mean something to the gesture; type what an open edge leads to."""
        self.hand.hold(event.modifiers())
        if self.navigation.hold_space(event, held=True) or gesture.open_end is None:
            return
        if self.adding.ask_by_key(event, gesture.open_end):
            self.hand.cancel()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of Space, or of a key that meant something to the gesture."""
        self.hand.hold(event.modifiers())
        if not self.navigation.hold_space(event, held=False):
            super().keyReleaseEvent(event)

    def _look_again(self) -> None:
        """Light what is under the pointer where something else came to lie there."""
        here = self.hand.here
        if here is not None and self.hand.gesture is None and not self.dropping.over:
            self._look(here)

    def _look(self, pointer: Pointer) -> None:
        """Light what is under the pointer."""
        if self._hover.look(None if self.minimap.covers(pointer.pixel) else pointer):
            self.redraw()
        if not self.navigation.space_held:
            self.viewport().setCursor(self._hover.shape)

    def _told_at(self, pixel: QPointF) -> str:
        """Return the tooltip of a pixel, empty where something else is meant than is there."""
        if self.hand.gesture is not None or self.minimap.covers(pixel):
            return ""
        point = self.viewpoint.to_picture(pixel)
        return tooltip_at(self.picture, point, self.edge_reach, self.theme)
