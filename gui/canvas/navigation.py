"""Looking around: wheel, pinch, Space held to pan, and scrolling when a drag nears the border."""

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QNativeGestureEvent, QWheelEvent

from gui.canvas.view import View

__all__ = ["Navigation"]

_ZOOM_PER_DELTA = 1.0015
_BORDER = 24  # pixels at the border in which a drag scrolls
_SCROLL_STEP = 14.0  # pixels
_FRAME = 16  # ms


class Navigation(QObject):
    """Moves a view by wheel, touchpad and Space, and while something is held at its border."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._view = view
        self.wheel_zooms = False
        """Whether the wheel alone zooms and Ctrl+wheel pans: a preference."""
        self.space_held = False
        self._scroll = QTimer(self, interval=_FRAME)
        self._scroll.timeout.connect(self._scroll_on)

    def wheel(self, event: QWheelEvent, about: QPointF) -> None:
        """Pan; with Shift sideways; with Ctrl zoom about a pixel, or the other way around."""
        delta = event.angleDelta()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if control is not self.wheel_zooms and not sideways:
            if delta.y():
                self._view.zoom_at(_ZOOM_PER_DELTA ** delta.y(), about)
        else:
            way = event.pixelDelta() if not event.pixelDelta().isNull() else delta * 0.5
            if sideways and not way.x():
                way = QPoint(way.y(), 0)
            self._view.pan(QPointF(way))
        event.accept()

    def pinch(self, event: QNativeGestureEvent) -> None:
        """Zoom between two fingers."""
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture and event.value():
            self._view.zoom_at(1.0 + event.value(), event.position())

    def hold_space(self, event: QKeyEvent, *, held: bool) -> bool:
        """Take or let go of Space, which makes a drag a pan; tell whether it was Space."""
        if event.key() != Qt.Key.Key_Space:
            return False
        if not event.isAutoRepeat():
            self.space_held = held
            if held:
                self._view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
            else:
                self._view.viewport().unsetCursor()
        return True

    def scroll_at_border(self, *, wanted: bool) -> None:
        """Scroll for as long as it is wanted and the pointer is at the border."""
        if wanted and self.is_at_border():
            if not self._scroll.isActive():
                self._scroll.start()
        else:
            self._scroll.stop()

    def is_at_border(self) -> bool:
        """Tell whether the pointer is where a drag scrolls."""
        return not self._way_at_border().isNull()

    def is_scrolling(self) -> bool:
        """Tell whether the view scrolls, as something is held at its border."""
        return self._scroll.isActive()

    def _scroll_on(self) -> None:
        way = self._way_at_border()
        if way.isNull():
            self._scroll.stop()
        else:
            self._view.pan(way)

    def _way_at_border(self) -> QPointF:
        """Return the pixels to scroll by with the pointer where it is."""
        at = self._view.pointed
        if at is None:
            return QPointF()
        view = QRectF(self._view.viewport().rect())
        inner = view.adjusted(_BORDER, _BORDER, -_BORDER, -_BORDER)
        return QPointF(
            _SCROLL_STEP * ((at.x() < inner.left()) - (at.x() > inner.right())),
            _SCROLL_STEP * ((at.y() < inner.top()) - (at.y() > inner.bottom())),
        )
