"""Looking around: wheel, pinch, Space held to pan, and scrolling when a drag nears the border."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QNativeGestureEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from gui.canvas.minimap import Minimap
from gui.canvas.showing import Showing
from gui.document import Document
from gui.evaluation import Evaluation

__all__ = ["Navigation"]

_ZOOM_PER_DELTA = 1.0015
_BORDER = 24  # pixels at the border in which a drag scrolls
_SCROLL_STEP = 14.0  # pixels
_FRAME = 16  # ms


class Navigation(Showing):
    """A view that wheel, touchpad and Space move; what is in the hand is told of it."""

    wheel_zooms = False
    """Whether the wheel alone zooms and Ctrl+wheel pans: a preference."""
    space_held = False
    guided = False
    """Whether something leads the view to what matters: then no minimap is needed."""

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, evaluation, parent)
        self.minimap = Minimap(self)
        self.minimap.outdated.connect(self.repaint)
        document.changed.connect(self.minimap.follow)
        self._scroll = QTimer(self, interval=_FRAME)
        self._scroll.timeout.connect(self._scroll_on)

    def carry_on(self) -> None:
        """Let what is in the hand follow: the picture moved beneath the pointer."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pan; with Shift sideways; with Ctrl zoom at the pointer, or the other way around."""
        delta = event.angleDelta()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if control is not self.wheel_zooms and not sideways:
            if delta.y():
                self.zoom_at(_ZOOM_PER_DELTA ** delta.y(), event.position())
        else:
            way = event.pixelDelta() if not event.pixelDelta().isNull() else delta * 0.5
            if sideways and not way.x():
                way = QPoint(way.y(), 0)
            self.pan(QPointF(way))
        event.accept()

    def pinched(self, event: QNativeGestureEvent) -> None:
        """Zoom between two fingers."""
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture and event.value():
            self.zoom_at(1.0 + event.value(), event.position())

    def zoom_at(self, factor: float, pixel: QPointF) -> None:
        """Zoom by a factor; what is under the pixel stays there."""
        self.viewpoint.zoom(factor, pixel)
        self.zoom_changed.emit(self.viewpoint.scale)
        self.carry_on()
        self.repaint()

    def pan(self, pixels: QPointF) -> None:
        """Move what is seen."""
        self.viewpoint.pan(pixels)
        self.carry_on()
        self.repaint()

    def look_at(self, pixel: QPointF) -> None:
        """Bring what the minimap shows at a pixel into the middle."""
        there = self.viewpoint.to_view(self.minimap.point_at(pixel))
        self.viewpoint.pan(QRectF(self.viewport().rect()).center() - there)
        self.repaint()

    def paint_top(self, painter: QPainter) -> None:
        """Draw the minimap while a part of the graph is out of view; an audience needs none."""
        size = self.viewport().rect().toRectF().size()
        led = self.presented or self.guided
        self.minimap.settle(self.picture, self.viewpoint, QSizeF() if led else size)
        self.minimap.paint(painter, self.picture, self.viewpoint, size, self.theme)

    def hold_space(self, event: QKeyEvent, *, held: bool) -> bool:
        """Take or let go of Space, which makes a drag a pan; tell whether it was Space."""
        if event.key() != Qt.Key.Key_Space:
            return False
        if not event.isAutoRepeat():
            self.space_held = held
            if held:
                self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
            else:
                self.viewport().unsetCursor()
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget what is held: its release will be heard by somebody else."""
        self.space_held = False
        super().focusOutEvent(event)

    def scroll_at_border(self, *, wanted: bool) -> None:
        """Scroll for as long as it is wanted and the pointer is at the border."""
        if wanted and not self._way_at_border().isNull():
            if not self._scroll.isActive():
                self._scroll.start()
        else:
            self._scroll.stop()

    def _scroll_on(self) -> None:
        way = self._way_at_border()
        if way.isNull():
            self._scroll.stop()
        else:
            self.pan(way)

    def _way_at_border(self) -> QPointF:
        """Return the pixels to scroll by with the pointer where it is."""
        at = self.pointed
        if at is None:
            return QPointF()
        inner = QRectF(self.viewport().rect()).adjusted(_BORDER, _BORDER, -_BORDER, -_BORDER)
        return QPointF(
            _SCROLL_STEP * ((at.x() < inner.left()) - (at.x() > inner.right())),
            _SCROLL_STEP * ((at.y() < inner.top()) - (at.y() > inner.bottom())),
        )
