"""The hand on the canvas: the mouse begins a gesture, leads it and ends it."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent

from gui.canvas.gestures.connect import Ask
from gui.canvas.gestures.gesture import Gesture, Pointer
from gui.canvas.gestures.look import Look
from gui.canvas.gestures.pan import Pan
from gui.canvas.gestures.start import gesture_at
from gui.canvas.minimap import Minimap
from gui.canvas.navigation import Navigation
from gui.canvas.view import View

__all__ = ["Hand"]


class Hand:
    """Holds the gesture under way, and the one beneath it that waits while the hand pans."""

    def __init__(self, view: View, navigation: Navigation, minimap: Minimap, ask: Ask) -> None:
        self._view, self._navigation, self._minimap = view, navigation, minimap
        self._ask = ask
        self.gesture: Gesture | None = None
        self.right_taken = False
        """Whether the last press belonged to a gesture, so that it asks for no menu."""
        self._beneath: Gesture | None = None
        self._keys = Qt.KeyboardModifier.NoModifier

    def pointer(self, event: QMouseEvent) -> Pointer:
        """Return where the pointer is now, which is remembered with the keys that are held."""
        self._view.pointed, self._keys = event.position(), event.modifiers()
        return self._pointer_at(event.position())

    def press(self, pointer: Pointer, button: Qt.MouseButton) -> None:
        """Begin a gesture, or end one that a click began."""
        control = pointer.held(Qt.KeyboardModifier.ControlModifier)
        self.right_taken = self.gesture is not None or control
        pans = button == Qt.MouseButton.MiddleButton or (
            self._navigation.space_held and button == Qt.MouseButton.LeftButton
        )
        if pans:
            self._beneath = self._beneath or self.gesture
            self._take(Pan(self._view, pointer))
        elif self.gesture is None and self._minimap.place.contains(pointer.pixel):
            self._take(Look(self._view, pointer, self._minimap.point_at))
        elif self.gesture is not None:
            if button == Qt.MouseButton.RightButton:
                self.cancel()
        else:
            self._take(gesture_at(self._view, pointer, button, self._ask))

    def move(self, pointer: Pointer, *, dragging: bool) -> None:
        """Lead the gesture; with a button held, the view scrolls at its border."""
        if self.gesture is not None:
            self.gesture.move(pointer)
        scrolls = self.gesture is not None and self.gesture.scrolls
        self._navigation.scroll_at_border(wanted=dragging and scrolls)

    def release(self, pointer: Pointer) -> None:
        """End the gesture, unless a click began it; go on with the one that waits beneath."""
        self._navigation.scroll_at_border(wanted=False)
        gesture = self.gesture
        if gesture is None:
            return
        self._take(self._beneath)
        self._beneath = None
        if not gesture.release(pointer):
            self._take(gesture)

    def hold(self, keys: Qt.KeyboardModifier) -> None:
        """Let the keys that are held from now on mean something to the gesture."""
        self._keys = keys
        self.carry_on()

    def carry_on(self) -> None:
        """Let the gesture follow: the picture moved beneath the pointer, or another key is held."""
        if self.gesture is not None and self._view.pointed is not None:
            self.gesture.move(self._pointer_at(self._view.pointed))

    def begin(self, gesture: Gesture) -> None:
        """Take what an action began; the next release of the mouse ends it."""
        self.cancel()
        self._take(gesture)

    def cancel(self) -> None:
        """Give up the gesture under way."""
        for gesture in (self.gesture, self._beneath):
            if gesture is not None:
                gesture.cancel()
        self._beneath = None
        self._navigation.scroll_at_border(wanted=False)
        self._take(None)

    def _take(self, gesture: Gesture | None) -> None:
        """Hold this from now on, and show it by the pointer's shape."""
        self.gesture = gesture
        if gesture is not None and gesture.cursor is not None:
            self._view.viewport().setCursor(gesture.cursor)
        else:
            self._view.viewport().unsetCursor()
        self._view.repaint()

    def _pointer_at(self, pixel: QPointF) -> Pointer:
        return Pointer(pixel, self._view.viewpoint.to_picture(pixel), self._keys)
