"""The race: bumping every parameter in turn against one backward pass, step by step."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from engine.value import Value
from gui.document import Change, Document
from gui.evaluation import Evaluation

__all__ = ["Race", "Standing"]

_TICK = 33  # ms
_SECONDS = 6.0  # the whole race takes at most
_SLOWEST = 4.0  # steps a second at least
_FASTEST = 30.0  # steps a second of a small graph


@dataclass(frozen=True)
class Standing:
    """How far both are: steps done and to do; `parameter` is the one that is bumped."""

    bumping: int = 0
    bump_steps: int = 0
    backprop: int = 0
    backprop_steps: int = 0
    parameter: str | None = None


class Race(QObject):
    """Counts the steps of both ways on the graph at hand: n × p against n + p.

    Of a parameter that is an array each entry is bumped.
    """

    moved = Signal()
    """The standing is another."""

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._evaluation = document, evaluation
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._tick)
        self._parameters: tuple[str, ...] = ()
        self._ends: list[int] = []  # after how many steps each parameter has been bumped
        self._per_tick = 1.0
        self._done = 0.0
        self.standing = Standing()
        document.changed.connect(self._follow)

    @property
    def running(self) -> bool:
        """Whether the race is on."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin at the first step of both."""
        readings = self._evaluation.readings
        counts = readings.counts
        self._parameters, steps = readings.parameters, counts.entry_steps
        sizes = [1] * counts.parameters
        if counts.has_arrays:
            sizes = [_size(readings.value(name)) for name in self._parameters]
        self._ends = list(accumulate(counts.nodes * size for size in sizes))
        self.standing = Standing(0, steps, 0, counts.backprop_steps if steps else 0)
        pace = max(min(steps / _SECONDS * 2, _FASTEST), _SLOWEST)
        pace = max(pace, steps / _SECONDS)
        self._per_tick = pace * _TICK / 1000
        self._done = 0.0
        if steps:
            self._timer.start()
        self.moved.emit()

    def stop(self) -> None:
        """End the race where it stands."""
        self._timer.stop()
        self.moved.emit()

    def clear(self) -> None:
        """Forget the race."""
        self._timer.stop()
        self.standing = Standing()
        self.moved.emit()

    def _tick(self) -> None:
        self._done += self._per_tick
        was = self.standing
        bumping = min(int(self._done), was.bump_steps)
        turn = min(bisect_right(self._ends, max(bumping - 1, 0)), len(self._parameters) - 1)
        over = bumping >= was.bump_steps
        self.standing = Standing(
            bumping,
            was.bump_steps,
            min(int(self._done), was.backprop_steps),
            was.backprop_steps,
            None if over else self._parameters[turn],
        )
        if over:
            self._timer.stop()
        self.moved.emit()

    def _follow(self, change: Change) -> None:
        if change.reshapes or change.output:
            self.clear()


def _size(value: Value | None) -> int:
    return value.size if isinstance(value, np.ndarray) else 1
