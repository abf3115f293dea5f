"""Panning: the view follows the hand."""

from PySide6.QtCore import Qt

from gui.canvas.gestures.gesture import Gesture, Pointer, Stage

__all__ = ["Pan"]


class Pan(Gesture):
    """Middle drag, or left drag with Space held, over anything."""

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = False

    def __init__(self, stage: Stage, pressed: Pointer) -> None:
        super().__init__(stage, pressed)
        self._last = pressed.pixel

    def move(self, pointer: Pointer) -> None:
        """Shift the view by the pointer's way."""
        self.stage.viewpoint.pan(pointer.pixel - self._last)
        self._last = pointer.pixel
        self.stage.repaint()

    def release(self, pointer: Pointer) -> bool:
        """Stay where the hand let go."""
        self.move(pointer)
        return True
