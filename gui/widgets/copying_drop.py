"""Files that are dragged here are copied: whoever is told that one was moved deletes it."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent

__all__ = ["LeavesFiles", "files_in", "take_copy"]


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


def files_in(data: QMimeData) -> list[str]:
    """Return the files that are dragged; what lies elsewhere, as a page of the web, is none."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]


class LeavesFiles:
    """What a class of text fields stands on, before Qt's own, to leave files to its window.

    Qt's would type the address of a file, and say that it was moved.
    """

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a text that is dragged here, and no file."""
        if files_in(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)  # type: ignore[misc]  # that of Qt's field
