"""Guards a document's file: the lock on it, and what others do to it."""

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from gui.document import Document
from gui.document.fingerprint import file_fingerprint, fingerprint
from gui.paths import is_there
from gui.safety.lock import Holder, Lock
from gui.shipped import is_shipped

__all__ = ["Guard", "Outside"]

_POLL = 2000  # ms; watchers fall silent after an atomic replace, and on network disks
_SIGN = 60_000  # ms between the signs of life of a lock


class Outside(Enum):
    """What happened to the document's file outside this window."""

    NOTHING = "nothing"
    CHANGED = "changed"
    GONE = "gone"


class Guard(QObject):
    """Keeps the lock of a document's file and finds out, by content, when the file is another."""

    noticed = Signal()
    """The file is another one than the document knows; told once for each new content."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._locks: dict[Path, Lock] = {}
        self._told: str | None = None
        self._seen: object = None
        self._checked: object = None
        self.rests = False
        """Whether the document is being written."""
        document.filed.connect(self._filed)
        self._poll = QTimer(self, interval=_POLL)
        self._poll.timeout.connect(self._look)
        self._sign = QTimer(self, interval=_SIGN)
        self._sign.timeout.connect(self._refresh)
        if parent is not None:
            parent.installEventFilter(self)

    def claim(self, path: Path, *, anew: bool = False) -> Holder | None:
        """Lock `path`, to be opened or saved now, or return who has it open.

        With `anew` the document itself counts, too: another window is to have the file.
        """
        lock = Lock(path)
        # What is shipped is everyone's to look at, and its folder is not the user's.
        if (anew or lock.path not in self._locks) and not is_shipped(lock.path):
            holder = lock.take()
            if holder is not None:
                return holder
            self._locks[lock.path] = lock
        return None

    def settle(self) -> None:
        """Give back the locks of files that were claimed and did not become the document's."""
        path = self._document.path
        kept = None if path is None else Path(os.path.realpath(path))
        for place in [place for place in self._locks if place != kept]:
            self._locks.pop(place).release()

    def outside(self) -> Outside:
        """Return what happened to the document's file since it was read, written or accepted.

        A file that came to hold the very document counts as saved, and nothing happened.
        """
        path = self._document.path
        if path is None:
            return Outside.NOTHING
        found = file_fingerprint(path)
        if found == self._document.in_file:
            self._told = None
            return Outside.NOTHING
        if not found:
            return Outside.CHANGED if is_there(path) else Outside.GONE
        if not self._document.previewing:  # what is only seen may be taken back
            contents = self._document.snapshot()
            if fingerprint(contents) == found:
                self._document.mark_saved(path, contents)
                return Outside.NOTHING
        return Outside.CHANGED

    def keep_mine(self) -> None:
        """Accept that the file is another one; the document is unsaved until it replaces it."""
        self._document.mark_unsaved()

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Look at no file within the block: the document is being written."""
        self.rests = True
        try:
            yield
        finally:
            self.rests = False

    def close(self) -> None:
        """Let the file go."""
        self._document.filed.disconnect(self._filed)
        for timer in (self._poll, self._sign):
            timer.stop()
        for lock in self._locks.values():
            lock.release()
        self._locks.clear()

    def check(self) -> None:
        """Look at the file's contents now; `noticed` tells of what was not told yet."""
        if self.rests or self.outside() is Outside.NOTHING:
            return
        path = self._document.path
        found = "" if path is None else file_fingerprint(path)
        if found != self._told:
            self._told = found
            self.noticed.emit()

    def again(self) -> None:
        """Tell once more what could not be asked about just now."""
        self._told = self._checked = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the file when the user comes back to the window."""
        if event.type() == QEvent.Type.WindowActivate:
            # Later: the question about it must not come out of the window's own event.
            QTimer.singleShot(0, self, self.check)
        return super().eventFilter(watched, event)

    def _filed(self) -> None:
        path, self._told = self._document.path, None
        if path is not None and Path(os.path.realpath(path)) not in self._locks:
            self.claim(path)  # work that was recovered; who has it open is asked at a save
        self.settle()
        self._seen = self._checked = self._stat()
        for timer in (self._poll, self._sign):
            if path is None:
                timer.stop()
            elif not timer.isActive():
                timer.start()

    def _look(self) -> None:
        """Look closer once the file is another one and has been left alone for a moment."""
        seen = self._stat()
        if self.rests:
            return
        if seen != self._seen:
            self._seen = seen
        elif seen != self._checked:
            self._checked = seen
            self.check()

    def _stat(self) -> object:
        with contextlib.suppress(OSError, ValueError):
            if self._document.path is not None:
                found = self._document.path.stat()
                return (found.st_mtime_ns, found.st_size, found.st_ino)
        return None

    def _refresh(self) -> None:
        for lock in self._locks.values():
            lock.refresh()
