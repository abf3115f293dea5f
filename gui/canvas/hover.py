"""What is under the pointer when nothing is in the hand, and how that is shown."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from gui.canvas import overlay
from gui.canvas.gestures.gesture import Pointer
from gui.canvas.gestures.scrub import refusal
from gui.canvas.gestures.start import end_to_take, number_to_scrub, port_to_take
from gui.canvas.view import View
from gui.picture.hit import PortHit, card_at, edge_at
from gui.picture.leaf_number import LeafNumber
from gui.theme import Theme

__all__ = ["Hover"]


class Hover:
    """The card, edge, port and number under the pointer; a picture made anew has none of them."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.row: int | None = None
        self.edge: int | None = None
        self._port: PortHit | None = None
        self._number: LeafNumber | None = None
        self._takes = False  # an end of the edge

    def forget(self) -> None:
        """Light nothing."""
        self.row = self.edge = self._port = self._number = None
        self._takes = False

    def look(self, pointer: Pointer) -> bool:
        """Find what is under the pointer; tell whether something else is lit then."""
        picture, reach = self._view.picture, self._view.edge_reach
        x, y = pointer.point.x(), pointer.point.y()
        before = self.row, self.edge, self._number
        self._port = port_to_take(self._view, pointer)
        self.row = card_at(picture, x, y) if self._port is None else self._port.row
        self.edge = edge_at(picture, x, y, reach) if self.row is None else None
        end = None if self.edge is None else end_to_take(self._view, pointer.point, self.edge)
        self._takes = end is not None
        self._number = None
        if self._port is None and self.row is not None:
            number = number_to_scrub(self._view, pointer)
            gives_way = number is not None and not refusal(picture, number)
            self._number = number if gives_way else None
        return before != (self.row, self.edge, self._number)

    @property
    def shape(self) -> Qt.CursorShape:
        """Return the pointer's shape, which tells what a press would begin."""
        if self._port is not None or self._takes:
            return Qt.CursorShape.CrossCursor
        if self._number is not None:
            return Qt.CursorShape.SizeHorCursor
        return Qt.CursorShape.ArrowCursor

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Light it, over the picture."""
        overlay.paint_hover(painter, self._view.picture, theme, self.row, self.edge)
        if self._number is not None:
            overlay.paint_number(painter, self._number, theme)
