"""Long work beside the event loop: a thread that says how far it is and can be given up.

Python's threads share one processor, so nothing gets faster; but the window goes on answering, and
whatever it has to do comes first.
What runs here makes something new and shows nothing: no widget, no document is touched.
"""

import sys
import threading
import traceback
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from engine.progress import listening
from gui.threads.courtesy import Courtesy

__all__ = ["Cancelled", "Task", "commit", "under_way"]

# A parser of nested text recurses in C, and a thread's usual stack is small on some systems.
_STACK = 64 * 2**20

# Every call of Qt hands the processor on; the window waits so long for it, many times a frame.
sys.setswitchinterval(0.0005)  # seconds, a tenth of the usual

Result = TypeVar("Result")

_running: set[object] = set()


class _Here(threading.local):
    task: "Task[Any] | None" = None


_here = _Here()


def under_way() -> bool:
    """Tell whether any task runs."""
    return bool(_running)


class Cancelled(Exception):  # noqa: N818  it is a wish, not an error
    """The work was given up."""


def commit() -> None:
    """Let the work in this thread go on to its end from here; raises Cancelled if it is given up.

    It is about to do what cannot be done by half, such as replacing a file.
    """
    if _here.task is not None:
        _here.task._commit()


class Task(Generic[Result]):
    """Runs `function` in a thread of its own; ask `finished` now and then, then `result`."""

    def __init__(self, function: Callable[[], Result]) -> None:
        self.share = 0.0
        """How much of the work is done, from 0 to 1; it never falls."""
        self._function = function
        self._given_up = self._committed = False
        self._deciding = threading.Lock()
        self._courtesy = Courtesy()
        self._result: Result | None = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="work", daemon=True)

    def start(self) -> None:
        """Begin."""
        usual = threading.stack_size(_STACK)
        _running.add(self)
        try:
            self._thread.start()
        except RuntimeError:
            _running.discard(self)
            raise
        finally:
            threading.stack_size(usual)

    @property
    def finished(self) -> bool:
        """Whether the work has come to an end, good or bad."""
        return not self._thread.is_alive()

    @property
    def committed(self) -> bool:
        """Whether it is too late to give the work up."""
        return self._committed

    def cancel(self) -> None:
        """Give the work up, unless it is too late; it ends at its next step."""
        with self._deciding:
            self._given_up = not self._committed
        self._courtesy.hurry()

    def stop(self) -> None:
        """Give the work up, and wait until it has ended one way or the other."""
        self.cancel()
        self._thread.join()

    def result(self) -> Result:
        """Return what the finished work made; raises once what it raised, Cancelled if given up."""
        self._courtesy.hurry()
        self._thread.join()
        if self._given_up:
            raise Cancelled
        error, self._error = self._error, None
        if error is not None:
            try:
                raise error
            finally:
                del error  # its traceback leads here: neither would go without a collection
        return self._result  # type: ignore[return-value]  # without an error there is one

    def _run(self) -> None:
        _here.task = self
        try:
            with listening(self._step):
                self._step(0.0)  # what began it is to be seen first
                self._result = self._function()
        except BaseException as error:
            # Kept, it would keep what the work had made so far, in a cycle through its traceback.
            if not self._given_up:
                _empty_frames(error)
                self._error = error
        finally:
            _here.task = None
            _running.discard(self)

    def _commit(self) -> None:
        with self._deciding:
            if self._given_up:
                raise Cancelled
            self._committed = True

    def _step(self, share: float) -> None:
        self._courtesy.go_on()
        if self._given_up:
            raise Cancelled
        self.share = max(self.share, share)


def _empty_frames(error: BaseException) -> None:
    """Let go of what the frames that an error came through had made, a file's contents perhaps.

    Who shows its sentence holds the error, and may hold it long.
    """
    seen: BaseException | None = error
    while seen is not None:
        traceback.clear_frames(seen.__traceback__)
        seen = seen.__cause__ or seen.__context__
