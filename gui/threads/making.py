"""Something made of the document beside the event loop, and taken once it is there."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, NoReturn, TypeVar

from PySide6.QtCore import QObject, QTimer

from gui.threads.work import Task

__all__ = ["Making"]

_POLL = 15  # ms

Made = TypeVar("Made")


class Making(Generic[Made]):
    """Makes one thing at a time; what is begun, or stopped, takes the place of what was before."""

    def __init__(self, parent: QObject) -> None:
        self._task: Task[Made] | None = None
        self._again: Callable[[], Made] | None = None
        self._result: Callable[[], Made] = _nothing
        self._make: Callable[[], Made] = _nothing
        self._take: Callable[[], None] = _nothing
        self._rests = 0  # how many blocks nothing is to be made in
        self._poll = QTimer(parent, interval=_POLL)
        self._poll.timeout.connect(self._look)

    @property
    def begun(self) -> bool:
        """Whether something is being made."""
        return self._task is not None or self._again is not None

    def begin(
        self, make: Callable[[], Made], take: Callable[[], None], *, long: bool = True
    ) -> None:
        """Make something, and call `take` once it is there; what is not `long` is made at once.

        What is taken may ask for the `result`.
        """
        self.stop()
        if long:
            self._make, self._take = make, take
            self._again = make
            self._poll.start()
            if not self._rests:
                self._start()
        else:
            self._result = make
            take()

    def result(self) -> Made:
        """Return what was made; raises what making it raised."""
        result, self._result = self._result, _nothing
        return result()

    def interrupt(self) -> None:
        """Read no more of what may be about to change; it is begun anew soon, unless stopped."""
        task, self._task = self._task, None
        if task is not None:
            task.stop()
            self._again = self._make

    def stop(self) -> None:
        """Give up what is being made, and hold nothing of what it was made of."""
        self.interrupt()
        self._again = None
        self._make, self._take, self._result = _nothing, _nothing, _nothing
        self._poll.stop()

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Make nothing within the block; what was begun is begun anew after it, unless stopped."""
        self.interrupt()
        self._rests += 1
        try:
            yield
        finally:
            self._rests -= 1

    def _start(self) -> None:
        self._again = None
        self._task = Task(self._make)
        self._result = self._task.result
        self._task.start()

    def _look(self) -> None:
        if self._rests:
            return
        if self._again is not None:
            self._start()
        elif self._task is not None and self._task.finished:
            take, self._take, self._make, self._task = self._take, _nothing, _nothing, None
            self._poll.stop()
            take()


def _nothing() -> NoReturn:
    raise RuntimeError("nothing was begun")
