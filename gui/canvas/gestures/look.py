"""Looking around on the minimap: what is under the hand comes into the middle of the view."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt

from gui.canvas.gestures.gesture import Gesture, Pointer, Stage

__all__ = ["Look"]


class Look(Gesture):
    """A press or drag on the minimap."""

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = False

    def __init__(self, stage: Stage, pressed: Pointer, look_at: Callable[[QPointF], None]) -> None:
        super().__init__(stage, pressed)
        self._look_at = look_at
        look_at(pressed.pixel)

    def move(self, pointer: Pointer) -> None:
        """Bring what is under the pointer into the middle."""
        self._look_at(pointer.pixel)

    def release(self, pointer: Pointer) -> bool:
        """Stay there."""
        del pointer
        return True
