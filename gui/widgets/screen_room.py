"""How large a window may be: with its title and borders it lies on its screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

__all__ = ["FRAME", "room_beside", "screen_room", "scrolled"]

FRAME = QSize(16, 48)  # of a window's borders and title at most: known only once it is shown


def screen_room(window: QWidget) -> QSize:
    """Return how large `window` may be, in pixels, on the screen it opens on: its parent's."""
    over = window.parentWidget() or window
    return over.screen().availableSize() - FRAME


def room_beside(window: QWidget, taken: QSize, wanted: QSize, least: QSize) -> QSize:
    """Return how large a part of `window` may be beside what else it holds, in pixels.

    It is `wanted` if it may, and never below `least`.
    """
    return (screen_room(window) - taken).boundedTo(wanted).expandedTo(least)


def scrolled(column: QWidget, highest: int) -> QWidget:
    """Return what stands in for a column of fields of one width: it scrolls above `highest`."""
    size = column.sizeHint()
    if size.height() <= highest:
        return column
    area = QScrollArea(column.parentWidget())
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(column)
    area.setFixedSize(size.width() + area.verticalScrollBar().sizeHint().width(), highest)
    for part in (column, area.viewport()):
        part.setAutoFillBackground(False)
    return area
