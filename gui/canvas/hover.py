"""What is under the pointer when nothing is in the hand, and how that is shown."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from gui.canvas.drawn import overlay
from gui.canvas.gestures.aim import Aim, aim_at
from gui.canvas.gestures.gesture import Pointer
from gui.canvas.view import View
from gui.picture.leaf_number import LeafNumber
from gui.theme import Theme

__all__ = ["Hover"]


class Hover:
    """What a press would take: the card, edge, port, number, frame's title under the pointer.

    A picture made anew has none of them.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self.aim = Aim()

    def forget(self) -> None:
        """Light nothing."""
        self.aim = Aim()

    def look(self, pointer: Pointer | None) -> bool:
        """Find what is under the pointer, None over something else; tell whether that is new."""
        before = self._lit()
        self.aim = Aim() if pointer is None else aim_at(self._view, pointer.point)
        return before != self._lit()

    @property
    def shape(self) -> Qt.CursorShape:
        """Return the pointer's shape, which tells what a press would begin."""
        if self.aim.port is not None or self.aim.end is not None:
            return Qt.CursorShape.CrossCursor
        if self._number() is not None:
            return Qt.CursorShape.SizeHorCursor
        return Qt.CursorShape.ArrowCursor

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Light it, over the picture."""
        row, edge, number, group = self._lit()
        overlay.paint_hover(painter, self._view.picture, theme, row, edge)
        if group:
            overlay.paint_lit_frame(painter, self._view.picture, theme, group)
        if number is not None:
            overlay.paint_number(painter, number, theme)

    def _lit(self) -> tuple[int | None, int | None, LeafNumber | None, str]:
        frame = self.aim.frame
        return self.aim.row, self.aim.edge, self._number(), frame.group.id if frame else ""

    def _number(self) -> LeafNumber | None:
        """Return the number that a drag would change."""
        return None if self.aim.reason else self.aim.number
