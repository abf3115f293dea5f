"""Whose wheel it is over a field: who scrolls past it changes nothing."""

from PySide6.QtGui import QWheelEvent

__all__ = ["LeavesWheel"]


class LeavesWheel:
    """What a class of fields stands on, before Qt's own, to leave the wheel to what is around."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what the field stands in."""
        event.ignore()
