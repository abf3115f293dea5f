"""What a window is called: its document's title, with a mark where there is unsaved work."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from gui.document import Change, Document

__all__ = ["Heading"]

_COMPARED = 2000  # nodes; the contents of a larger graph are compared only when it is left
_PAUSE = 250  # ms without an edit before the whole contents are compared with the file's


class Heading(QObject):
    """Keeps a window's title and mark up with its document."""

    def __init__(self, window: QMainWindow, document: Document) -> None:
        super().__init__(window)
        self._window, self._document = window, document
        self._compare = QTimer(self, interval=_PAUSE, singleShot=True)
        self._compare.timeout.connect(self._show_modified)
        document.changed.connect(self._follow)
        document.filed.connect(self._show)
        self._show()

    @property
    def name(self) -> str:
        """What the window is called among others: the title, with a star if there is unsaved."""
        return self._document.title + "*" * self._window.isWindowModified()

    def _follow(self, change: Change) -> None:
        if change.title:
            self._show()
        # Cheap now and exact soon: an edit that brings the old contents back is no modification.
        self._window.setWindowModified(not self._document.history.isClean())
        if len(self._document.graph) <= _COMPARED:
            self._compare.start()

    def _show_modified(self) -> None:
        self._window.setWindowModified(self._document.modified)

    def _show(self) -> None:
        # A title may hold the very mark that Qt replaces; doubled it is shown as it is.
        title = self._document.title.replace("[*]", "[*][*]")
        self._window.setWindowTitle(f"{title}[*] — Chainrule")
        self._show_modified()
