"""A window as a frame: it comes onto a screen and forward, and files are dropped on it."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from gui.dialogs.waiting import is_waiting
from gui.widgets.copying_drop import files_in, take_copy
from gui.window import standing

__all__ = ["Frame"]

_AGAIN = 200  # ms until a window that is not free is asked again


class Frame(QMainWindow):
    """What a window does whatever is in it."""

    files_dropped = Signal(list)
    """Paths that were dropped together, here or on what lies in the window (`take_dropped`)."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.placed_as_before = False
        """Whether the window got the place of an earlier session, perhaps on no screen any more."""
        self._dropped: list[Path] = []
        # Timers of its own: QTimer.singleShot would hold a window that is closed before.
        self._ended = QTimer(self, singleShot=True)
        self._ended.timeout.connect(self._tell_dropped)
        self._shown = QTimer(self, interval=0, singleShot=True)
        self._shown.timeout.connect(self._come_onto_screen)

    def come_forward(self) -> None:
        """Come before all other windows."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def take_dropped(self, path: str) -> None:
        """Note a file that was dropped; it is told after the drop, once the window is free."""
        self._dropped.append(Path(path))
        self._ended.start(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Come onto a screen, when the one of the last session is gone."""
        super().showEvent(event)
        if self.placed_as_before and not event.spontaneous():
            self.placed_as_before = False
            self._shown.start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files anywhere."""
        if files_in(event.mimeData()):
            take_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take them wherever nothing else does."""
        take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files that are dropped."""
        if take_copy(event):
            for path in files_in(event.mimeData()):
                self.take_dropped(path)

    def _tell_dropped(self) -> None:
        # macOS names a file at any time; a graph must not go while it is saved or asked about.
        if QApplication.activeModalWidget() is not None or is_waiting(self):
            self._ended.start(_AGAIN)
            return
        paths, self._dropped = self._dropped, []
        self.files_dropped.emit(paths)

    def _come_onto_screen(self) -> None:
        standing.clamp(self)
