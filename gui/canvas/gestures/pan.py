"""Panning: the view follows the hand."""

from PySide6.QtCore import Qt

from gui.canvas.gestures.gesture import Gesture, Pointer
from gui.canvas.view import View

__all__ = ["Pan"]


class Pan(Gesture):
    """Middle drag, or left drag with Space held, over anything."""

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = False
    looks_around = True

    def __init__(self, view: View, pressed: Pointer) -> None:
        super().__init__(view, pressed)
        self._last = pressed.pixel

    def move(self, pointer: Pointer) -> None:
        """Shift the view by the pointer's way."""
        self.view.pan(pointer.pixel - self._last)
        self._last = pointer.pixel

    def release(self, pointer: Pointer) -> bool:
        """Stay where the hand let go."""
        self.move(pointer)
        return True
