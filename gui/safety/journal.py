"""The journal: unsaved work on the disk, a second after it was done, for the next start to find."""

import contextlib
import math
import os
import secrets
import threading
import time
from collections.abc import Generator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from engine.formats.chainrule_file import written
from engine.formats.contents import Contents, copied, copied_again, copied_in_slices
from engine.formats.whole_file import write_whole
from engine.progress import listening
from engine.words.wording import reason_and_place_of
from gui.document import Change, Document
from gui.document.fingerprint import fingerprint
from gui.safety.entry import KIND, Entry, head_of
from gui.safety.owner import Owner
from gui.threads.courtesy import Courtesy
from gui.threads.work import Cancelled

__all__ = ["PAUSE", "Journal"]

PAUSE = 1000
"""Milliseconds from an edit to its entry; the rest of the promised two seconds is the disk's."""
_SHARE = 2  # of a large graph at most a third of the time goes into copying it
_AT_ONCE = 2000  # nodes; a larger graph is copied in slices, between which the window goes on
_SLICE, _BETWEEN = 0.008, 4  # seconds of copying, and milliseconds between two such slices
_MOST_BROKEN = 2  # copies that edits made useless, before one is made at once all the same
_SOON = PAUSE // 10  # milliseconds, where a second would be too late
_YIELDING = (
    0.2  # seconds in which the writer lets frames go first; what was done is to be safe soon
)


class Journal(QObject):
    """Writes down the unsaved work of one document and removes it once it is saved."""

    failed = Signal(str)
    """The work cannot be written down, and why; told once until it works again."""
    written = Signal()
    """An entry stands on the disk."""
    _done = Signal(str)

    def __init__(self, document: Document, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.file = folder / f"{os.getpid()}-{secrets.token_hex(6)}{KIND}"
        self._owner = Owner.me()
        self._last, self._told = b"", False
        self._taken_over: list[Entry] = []
        self._pause = PAUSE
        self._pending: Future[None] | None = None
        self._needless = threading.Event()  # what is being written, is no more to be
        self._writer, self._courtesy = ThreadPoolExecutor(1, "journal"), Courtesy()
        self._slices: Generator[None, None, Contents] | None = None
        self._touched: set[str] = set()  # nodes that changed amid the copying
        self._revalued: tuple[str, ...] = ()  # leaves that were last given numbers at once amid it
        self._broken = 0  # how often nodes or edges came or went amid it
        self._spent = 0.0  # seconds
        self._copier = QTimer(self, interval=_BETWEEN)
        self._copier.timeout.connect(self._copy_slice)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._tick)
        self._done.connect(self._hear)
        document.changed.connect(self._note)
        document.filed.connect(self._filed)

    def flush(self) -> None:
        """Write the unsaved work down now; it is on the disk when this returns."""
        self._timer.stop()
        self._stop_copying()
        self._submit(copied(self._document.graph))  # written after what is under way
        self._wait()
        if self.file.exists():
            self._discard_taken()

    def take_over(self, entry: Entry) -> None:
        """Let `entry` go once its work is written down anew, saved or given up."""
        self._taken_over.append(entry)

    def close(self, *, keep: bool = False) -> None:
        """End the journal; of a document that was saved or given up nothing stays.

        With `keep` all of the work is on the disk when this returns, to be offered anew.
        """
        self._document.changed.disconnect(self._note)
        self._document.filed.disconnect(self._filed)
        if keep:
            self.flush()
        else:
            self._timer.stop()
            self._stop_copying()
            self._remove()
        self._wait()
        self._writer.shutdown()

    def _note(self, change: Change) -> None:
        if self._slices is None:
            self._wait_for_more(self._pause)
        elif change.reshapes:
            self._stop_copying()
            self._broken += 1
            self._wait_for_more(_SOON)
        else:
            if change.revalued and change.revalued != self._revalued:
                self._touched.update(self._revalued)
                self._revalued = change.revalued
            self._touched.update(change.edited, change.looks, change.moved)

    def _wait_for_more(self, pause: int) -> None:
        # Not started anew by every edit: a minute of dragging would be a minute without an entry.
        if not self._timer.isActive():
            self._timer.start(pause)

    def _filed(self) -> None:
        if self._document.history.isClean():
            self._timer.stop()
            self._stop_copying()
            self._remove()
        elif self._slices is None:
            self._wait_for_more(self._pause)

    def _tick(self) -> None:
        if self._pending is not None and not self._pending.done():
            self._timer.start(_SOON)
            return
        if self._document.previewing and self._pause > PAUSE:
            self._timer.start(_SOON)  # a large graph: no drag stops for a second
            return
        self._spent *= self._broken > 0
        self._slices = copied_in_slices(self._document.graph)
        if len(self._document.graph) <= _AT_ONCE or self._broken >= _MOST_BROKEN:
            self._copy_on(math.inf)
        else:
            self._copier.start()

    def _copy_slice(self) -> None:
        self._copy_on(_SLICE)

    def _copy_on(self, seconds: float) -> None:
        """Copy the graph for so long, and hand the copy to the writer once it is whole."""
        begun = time.monotonic()
        try:
            while self._slices is not None:
                next(self._slices)
                if time.monotonic() - begun >= seconds:
                    break
        except StopIteration as done:
            self._submit(self._copied_again(done.value))
            self._stop_copying()
            self._broken = 0
        self._spent += time.monotonic() - begun
        self._pause = max(PAUSE, int(1000 * _SHARE * self._spent))

    def _copied_again(self, copy: Contents) -> Contents:
        return copied_again(self._document.graph, copy, self._touched, self._revalued)

    def _stop_copying(self) -> None:
        self._copier.stop()
        self._slices = None
        self._touched.clear()
        self._revalued = ()

    def _submit(self, contents: Contents) -> None:
        head, saved = self._head(contents), self._document.saved
        self._needless = threading.Event()
        self._pending = self._writer.submit(self._write, head, contents, saved, self._needless)

    def _head(self, contents: Contents) -> bytes:
        document = self._document
        title = document.title if document.graph.title or document.path else ""
        return head_of(self._owner, title, document.path, document.in_file, contents)

    def _write(
        self, head: bytes, contents: Contents, saved: str, needless: threading.Event
    ) -> None:
        """Write the entry, beside the event loop, and tell how it went."""

        def step(_: float) -> None:
            if needless.is_set():
                raise Cancelled
            self._courtesy.go_on()

        reason = ""
        try:
            with self._courtesy.for_at_most(_YIELDING), listening(step):
                data = written(contents)
            if not self._put_down(head, data, saved):
                return
        except Cancelled:
            return
        except Exception as error:  # whatever it is: who works on has to know of it
            reason, self._last = reason_and_place_of(error) or type(error).__name__, b""
        with contextlib.suppress(RuntimeError):  # the window is gone
            self._done.emit(reason)

    def _put_down(self, head: bytes, data: bytes, saved: str) -> bool:
        """Return whether an entry was written: what is saved, or written already, needs none."""
        if fingerprint(data) == saved:
            self._take_away()
            return False
        if data == self._last:
            return False
        self.file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self.file, head + data)
        self._last = data
        return True

    def _hear(self, reason: str) -> None:
        if not reason:
            self._told = False
            self._discard_taken()
            self.written.emit()
            return
        if not self._told:
            self._told = True
            self.failed.emit(reason)

    def _remove(self) -> None:
        """Let the entry be removed, after what is being written: the window waits for neither."""
        self._needless.set()
        self._pending = self._writer.submit(self._take_away)
        self._discard_taken()

    def _take_away(self) -> None:
        self._last = b""
        with contextlib.suppress(OSError):
            self.file.unlink()

    def _discard_taken(self) -> None:
        while self._taken_over:
            self._taken_over.pop().discard()

    def _wait(self) -> None:
        if self._pending is not None:
            with self._courtesy.hurrying():
                self._pending.result()
            self._pending = None
