"""The longest turn of the event loop while something is done: so long a window stands still.

In CPU time of the thread of the windows, whatever the machine does besides.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QTimer

from gui.threads.work import under_way
from gui.window.main_window import MainWindow

__all__ = ["Turns"]

_LOOK = 10  # ms between two looks whether all has come to rest
_QUIET = 25  # such looks without work
_MOST = 6000  # such looks in all


class Turns:
    """Counts the turns of the loop that a window's events are taken in, nested ones too."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._taken: list[float] = []
        self._begun = time.thread_time()
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._turn)

    def longest(self, do: Callable[[], object]) -> float:
        """Return the longest turn in ms, from `do` until nothing is left to be done."""
        self._window.activateWindow()  # else all garbage is collected: nobody would notice
        self.rest()
        self._taken = []
        self._begun = time.thread_time()
        QTimer.singleShot(0, do)
        self.rest()
        return max(self._taken) * 1e3

    def rest(self) -> None:
        """Turn until nothing is under way for a while."""
        quiet = looks = 0
        while quiet < _QUIET and looks < _MOST:
            loop = QEventLoop()
            QTimer.singleShot(_LOOK, loop.quit)
            loop.exec()
            drawn = self._window.canvas._backing._made is None
            busy = under_way() or self._window.evaluation.working or not drawn
            quiet, looks = 0 if busy else quiet + 1, looks + 1

    def _turn(self) -> None:
        now = time.thread_time()
        self._taken.append(now - self._begun)
        self._begun = time.thread_time()
