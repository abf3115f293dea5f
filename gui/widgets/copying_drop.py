"""What is dragged here is copied: whoever is told that it was moved deletes it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent

__all__ = ["take_copy"]


def take_copy(event: QDropEvent) -> bool:
    """Accept what is dragged or dropped as a copy, else as a link; return whether it is accepted.

    A file manager that offers both proposes to move, at least while Shift is held.
    """
    for action in (Qt.DropAction.CopyAction, Qt.DropAction.LinkAction):
        if event.possibleActions() & action:
            event.setDropAction(action)
            event.accept()
            return True
    event.ignore()
    return False
