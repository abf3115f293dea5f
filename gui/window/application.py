"""The application, which macOS asks to open files: it names them in an event, not as arguments."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

__all__ = ["Application"]


class Application(QApplication):
    """Qt's application, which also tells of the files that the system asks it to open."""

    file_asked = Signal(str)

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))

    def event(self, event: QEvent) -> bool:
        """Tell of a file that was double-clicked; all else is Qt's. Sees no widget's events."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_asked.emit(event.file())
            return True
        return super().event(event)
