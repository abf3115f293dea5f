"""What works beside the event loop lets the loop go first: a frame is drawn before work goes on.

Python's threads share one processor. Where a thread works on, each of the hundred calls of Qt that
draw a frame hands the processor to it, and waits until it comes back: a frame took twice as long.
"""

import atexit
import math
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

__all__ = ["Courtesy", "end"]

_AT_ONCE = 0.008  # seconds of work without asking; the loop waits so long at most
_PATIENCE = 0.1  # seconds until work goes on that nobody answered: the loop stands, or is none
_LAST = Qt.EventPriority.LowEventPriority.value - 10  # what is painted comes before it


class Courtesy:
    """Lets a thread that works wait while the event loop has something to do.

    It is made in the thread of the windows.
    """

    def __init__(self) -> None:
        self._answered = threading.Event()
        self._until, self._late = 0.0, math.inf
        self._hurries = False
        if _Answering.one is None and QCoreApplication.instance() is not None:
            _Answering.one = _Answering()

    def go_on(self) -> None:
        """Return once the event loop has done what was to be done, or soon where it does nothing.

        It is to be called every millisecond or so by who works.
        """
        answering = _Answering.one
        if self._hurries or answering is None:
            return
        if not self._until <= time.monotonic() < self._late:
            return
        self._answered.clear()
        if not self._hurries:  # said just now, by another thread
            answering.ask(self._answered)
            if not self._answered.wait(_PATIENCE):
                answering.forget(self._answered)
        self._until = time.monotonic() + _AT_ONCE

    def hurry(self) -> None:
        """Let work go on without waiting from now on: somebody waits for it."""
        self._hurries = True
        self._answered.set()

    @contextmanager
    def for_at_most(self, seconds: float) -> Iterator[None]:
        """Let work within the block go on without waiting once it took so long."""
        self._late = time.monotonic() + seconds
        try:
            yield
        finally:
            self._late = math.inf

    @contextmanager
    def hurrying(self) -> Iterator[None]:
        """Let work go on without waiting within the block."""
        self.hurry()
        try:
            yield
        finally:
            self._hurries = False


def end() -> None:
    """Let nobody ask from now on: the loop turns no more, and Qt takes away what answered."""
    answering, _Answering.one = _Answering.one, None
    if answering is not None:
        answering.end()


class _Answering(QObject):
    """Answers who asks, after all else that the loop was to do; there is one, until the end."""

    one: "_Answering | None" = None

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._asked: set[threading.Event] = set()
        self._posted = False  # whether the loop has one to come to: a standing one piles up no more
        self._over = False

    def ask(self, answered: threading.Event) -> None:
        """Let `answered` be set by the event loop, from whichever thread."""
        with self._lock:  # it does not end meanwhile
            if self._over:
                answered.set()
                return
            self._asked.add(answered)
            posted, self._posted = self._posted, True
            if not posted:
                QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), _LAST)

    def end(self) -> None:
        """Answer all who asked, and whoever asks from now on at once."""
        with self._lock:
            self._over = True
        self._answer()

    def forget(self, answered: threading.Event) -> None:
        """Answer no more who waited long enough."""
        with self._lock:
            self._asked.discard(answered)

    def event(self, event: QEvent) -> bool:
        """Answer all who asked."""
        if event.type() != QEvent.Type.User:
            return super().event(event)
        self._answer()
        return True

    def _answer(self) -> None:
        with self._lock:
            asked, self._asked, self._posted = self._asked, set(), False
        for answered in asked:
            answered.set()


# Of a process that ends otherwise than the editor does: Qt would take away what threads still ask.
atexit.register(end)
