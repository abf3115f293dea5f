"""Looking around: wheel, pinch, Space held to pan, and scrolling when a drag nears the border."""

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QNativeGestureEvent, QWheelEvent

from gui.canvas.view import View

__all__ = ["Navigation"]

_ZOOM_PER_DELTA = 1.0015
_BORDER = 24  # pixels at the border in which a drag scrolls
_LEAST_STEP, _SCROLL_STEP = 1.0, 14.0  # pixels, where the border begins and from its end on
_FRAME = 16  # ms


class Navigation(QObject):
    """Moves a view by wheel, touchpad and Space, and while something is held at its border.

    `space_turned` tells that Space was pressed or let go.
    """

    space_turned = Signal()

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

    def pinch(self, event: QNativeGestureEvent, about: QPointF) -> None:
        """Zoom between two fingers, about a pixel."""
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture and event.value():
            self._view.zoom_at(1.0 + event.value(), about)

    def hold_space(self, event: QKeyEvent, *, held: bool) -> bool:
        """Take or let go of Space, which makes a drag a pan; tell whether it was Space."""
        if event.key() != Qt.Key.Key_Space:
            return False
        if not event.isAutoRepeat():
            self.turn_space(held=held)
        return True

    def turn_space(self, *, held: bool) -> None:
        """Note whether Space is held from now on."""
        if held is not self.space_held:
            self.space_held = held
            self.space_turned.emit()

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
        view = self._view.viewport().rect()
        return QPointF(_step(at.x(), view.width()), _step(at.y(), view.height()))


def _step(at: float, side: float) -> float:
    """Return the pixels to scroll by with the pointer at a place along a side of the view."""
    deep = max(_BORDER - at, _BORDER - (side - at)) / _BORDER
    if deep <= 0.0:
        return 0.0
    step = _LEAST_STEP + min(deep, 1.0) * (_SCROLL_STEP - _LEAST_STEP)
    return step if at < side / 2 else -step
