"""The hand on the canvas: the mouse begins a gesture, leads it and ends it."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent

from gui.canvas.drawn.minimap import Minimap
from gui.canvas.gestures.gesture import Gesture, Pointer
from gui.canvas.gestures.look import Look
from gui.canvas.gestures.pan import Pan
from gui.canvas.gestures.start import gesture_at
from gui.canvas.navigation import Navigation
from gui.canvas.offers.offer import Join
from gui.canvas.view import View

__all__ = ["Hand"]

Ask = Callable[[QPointF, Join], None]
"""Asks what to place at a point, joined to the open end of an edge."""

_NONE, _LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
_SELECTING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Hand:
    """Holds the gesture under way, and the one beneath it that waits while the hand looks around.

    A gesture ends with the button that holds it, whatever other ones are pressed meanwhile. None
    holds what a click or an action began; the next click does.
    """

    def __init__(self, view: View, navigation: Navigation, minimap: Minimap, ask: Ask) -> None:
        self._view, self._navigation, self._minimap = view, navigation, minimap
        self._ask = ask
        self.gesture: Gesture | None = None
        self.right_taken = False
        """Whether the last press belonged to a gesture, so that it asks for no menu."""
        self._button = _NONE  # that holds the gesture
        self._beneath: tuple[Gesture, Qt.MouseButton] | None = None
        self._keys = Qt.KeyboardModifier.NoModifier
        navigation.space_turned.connect(self._show_shape)

    def pointer(self, event: QMouseEvent) -> Pointer:
        """Return where the pointer is now, which is remembered with the keys that are held."""
        self._view.pointed, self._keys = event.position(), event.modifiers()
        return self._pointer_at(event.position())

    def press(self, pointer: Pointer, button: Qt.MouseButton) -> None:
        """Begin a gesture, or end one that a click began."""
        control = pointer.held(Qt.KeyboardModifier.ControlModifier)
        self.right_taken = self.gesture is not None or control
        looks = self.gesture is not None and self.gesture.looks_around
        if self.gesture is not None and button == Qt.MouseButton.RightButton:
            self.cancel()
        elif self._pans(button):
            if not looks:
                self._lay_over(Pan(self._view, pointer), button)
        elif self._minimap.covers(pointer.pixel):
            if not looks and button == _LEFT:
                self._lay_over(Look(self._view, pointer, self._minimap.nearest_to), button)
        elif self.gesture is None:
            self._take(gesture_at(self._view, pointer, button), button)
        elif self._button == _NONE and button == _LEFT:
            self._button = button

    def presses_only(self, pointer: Pointer, button: Qt.MouseButton) -> bool:
        """Tell whether the second press of a double click is one more press and nothing else."""
        elsewhere = self._minimap.covers(pointer.pixel)
        selects = bool(pointer.keys & _SELECTING)
        return button != _LEFT or self._pans(button) or elsewhere or selects

    def move(self, pointer: Pointer, buttons: Qt.MouseButton) -> None:
        """Lead the gesture; with a button held, the view scrolls at its border."""
        if self._button != _NONE and not buttons & self._button:
            self.cancel()  # somebody else heard the release
        if self.gesture is not None:
            self.gesture.move(pointer)
        scrolls = self.gesture is not None and self.gesture.scrolls
        self._navigation.scroll_at_border(wanted=buttons != _NONE and scrolls)

    def release(self, pointer: Pointer, button: Qt.MouseButton) -> None:
        """End the gesture that the button held, and go on with the one that waits beneath."""
        if self._beneath is not None and button == self._beneath[1] != _NONE:
            waiting, self._beneath = self._beneath[0], None
            if not self._end(waiting, pointer):
                self._beneath = waiting, _NONE
            return
        gesture = self.gesture
        if gesture is None or button != self._button:
            return
        self._navigation.scroll_at_border(wanted=False)
        self._take(*(self._beneath or (None, _NONE)))
        self._beneath = None
        if not self._end(gesture, pointer):
            self._take(gesture, _NONE)
        elif gesture.looks_around:
            self.carry_on()

    def hold(self, keys: Qt.KeyboardModifier) -> None:
        """Let the keys that are held from now on mean something to the gesture."""
        self._keys = keys
        self.carry_on()

    def carry_on(self) -> None:
        """Let the gesture follow: the picture moved beneath the pointer, or another key is held.

        One that looks around moved it itself; then what waits beneath follows.
        """
        gesture, here = self.gesture, self.here
        if gesture is not None and gesture.looks_around:
            gesture = None if self._beneath is None else self._beneath[0]
        if gesture is not None and here is not None:
            gesture.move(here)

    @property
    def here(self) -> Pointer | None:
        """Where the pointer is, None where it is not over the view."""
        at = self._view.pointed
        return None if at is None else self._pointer_at(at)

    @property
    def drags(self) -> bool:
        """Whether a button holds a gesture that edits or selects, and does not only look around.

        One that waits beneath a look around is held, too.
        """
        gesture, button = self._beneath or (self.gesture, self._button)
        return gesture is not None and button != _NONE and not gesture.looks_around

    def lay_down(self) -> None:
        """Give up what a button holds, as something else is about to be done.

        That would begin from what is only previewed, and the drag go on from what is no more. What
        a band has selected stays selected.
        """
        gesture = self.gesture if self._beneath is None else self._beneath[0]
        if not self.drags or gesture is None:
            return
        if gesture.selects:
            self._beneath = None
            self._navigation.scroll_at_border(wanted=False)
            self._take(None, _NONE)
        else:
            self.cancel()

    def begin(self, gesture: Gesture) -> None:
        """Take what an action began; the next click ends it."""
        self.cancel()
        self._take(gesture, _NONE)

    def cancel(self) -> None:
        """Give up the gesture under way."""
        waiting = None if self._beneath is None else self._beneath[0]
        for gesture in (self.gesture, waiting):
            if gesture is not None:
                gesture.cancel()
        self._beneath = None
        self._navigation.scroll_at_border(wanted=False)
        self._take(None, _NONE)

    def _end(self, gesture: Gesture, pointer: Pointer) -> bool:
        """End a gesture, ask what an edge that it leaves open leads to; tell whether it is over."""
        over = gesture.release(pointer)
        if over and gesture.open_end is not None:
            self._ask(pointer.point, gesture.open_end)
        return over

    def _pans(self, button: Qt.MouseButton) -> bool:
        """Tell whether a press of the button begins to pan."""
        space = self._navigation.space_held and button == _LEFT
        return space or button == Qt.MouseButton.MiddleButton

    def _lay_over(self, gesture: Gesture, button: Qt.MouseButton) -> None:
        """Hold a gesture that looks around; what was in the hand waits beneath."""
        if self.gesture is not None:
            self._beneath = self.gesture, self._button
        self._take(gesture, button)

    def _take(self, gesture: Gesture | None, button: Qt.MouseButton) -> None:
        """Hold this from now on, and show it by the pointer's shape."""
        self.gesture, self._button = gesture, button if gesture is not None else _NONE
        self._show_shape()
        self._view.redraw()

    def _show_shape(self) -> None:
        """Show by the pointer's shape what is held, or that a press would pan."""
        gesture, view = self.gesture, self._view.viewport()
        looks = gesture is not None and gesture.looks_around
        if self._navigation.space_held and not looks:
            view.setCursor(Qt.CursorShape.OpenHandCursor)
        elif gesture is not None and gesture.cursor is not None:
            view.setCursor(gesture.cursor)
        else:
            view.unsetCursor()

    def _pointer_at(self, pixel: QPointF) -> Pointer:
        return Pointer(pixel, self._view.viewpoint.to_picture(pixel), self._keys)
