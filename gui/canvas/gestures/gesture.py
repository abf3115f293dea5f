"""What a gesture is: a drag on a view, and where the pointer is meanwhile."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from gui.canvas.offers.offer import Join
from gui.canvas.view import View
from gui.theme import Theme

__all__ = ["THRESHOLD", "Gesture", "Pointer"]

THRESHOLD = 4.0  # pixels the pointer moves before a press becomes a drag


@dataclass(frozen=True, slots=True)
class Pointer:
    """The pointer: its pixel in the view, its point in the picture, the keys held."""

    pixel: QPointF
    point: QPointF
    keys: Qt.KeyboardModifier

    def held(self, key: Qt.KeyboardModifier) -> bool:
        """Tell whether `key` is held."""
        return bool(self.keys & key)

    def far_from(self, other: "Pointer") -> bool:
        """Tell whether the way between the two is a drag and no longer a click."""
        way = self.pixel - other.pixel
        return abs(way.x()) >= THRESHOLD or abs(way.y()) >= THRESHOLD


class Gesture(ABC):
    """One drag from press to release; `cancel` leaves no trace of it."""

    cursor: Qt.CursorShape | None = None
    scrolls = True  # when the pointer is at the border
    selects = False  # and does nothing else: what it selected so far is selected
    looks_around = False  # it moves what is seen, and may do so while another gesture waits

    def __init__(self, view: View, pressed: Pointer) -> None:
        self.view = view
        self.pressed = pressed

    @property
    def open_end(self) -> Join | None:
        """The open end of an edge that waits for a node, also once it is over; None without one."""
        return None

    @abstractmethod
    def move(self, pointer: Pointer) -> None:
        """Follow the pointer."""

    @abstractmethod
    def release(self, pointer: Pointer) -> bool:
        """Finish, and tell whether the gesture is over; a click that begins one is not."""

    def cancel(self) -> None:  # noqa: B027  most gestures leave nothing to take back
        """Give up; Esc, or the loss of the pointer."""

    def paint_above(self, painter: QPainter, theme: Theme) -> None:  # noqa: B027  many show nothing
        """Draw what lies over the picture, in picture units."""
