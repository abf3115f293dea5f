"""Looking around on the minimap: what is under the hand comes into the middle of the view."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt

from gui.canvas.gestures.gesture import Gesture, Pointer
from gui.canvas.view import View

__all__ = ["Look"]


class Look(Gesture):
    """A press or drag on the minimap, of which `point_at` gives the graph's point at a pixel."""

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = False
    looks_around = True

    def __init__(
        self, view: View, pressed: Pointer, point_at: Callable[[QPointF], QPointF]
    ) -> None:
        super().__init__(view, pressed)
        self._point_at = point_at
        self.move(pressed)

    def move(self, pointer: Pointer) -> None:
        """Bring what is under the pointer into the middle."""
        self.view.centre_at(self._point_at(pointer.pixel))

    def release(self, pointer: Pointer) -> bool:
        """Stay there."""
        del pointer
        return True
