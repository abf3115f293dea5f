"""Python's garbage collected in the window's thread alone, and all of it only while the hands rest.

Left to itself, Python collects in whichever thread makes the next object. In the thread that writes
the journal or opens a file it could take a closed window's Qt objects away, which only the thread
they live in may do. And it looks through everything in one go, whatever the hand does meanwhile:
0.1 s for an empty editor, a second beside a graph of 100,000 nodes.
"""

import gc
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

from gui.threads.work import under_way

__all__ = ["Collector"]

_INTERVAL = 1000  # ms
_FULL = 60  # collections of the middle generation before one of all
_SOME = 10  # and before one of all that came since, beside a large graph
_ALL = 2  # the generation of what came since, the others with it
_MANY = 50_000  # new objects in one interval that are a graph, and take frames to look through
_QUICK = 1_000_000  # blocks of memory, of which all is looked through before anyone notices
_REST = 4.0  # seconds without a key, a button or a movement
_AWAY = 1.5  # seconds without a window in front: longer than between a dialog and what it left


class Collector(QObject):
    """Collects now and then, in place of Python's own collector, until `end`.

    What is old is kept aside ("frozen") from the collections in between, which are short then. All
    is looked through once nobody has touched the window with the focus for `rest` seconds; beside a
    large graph only while no window has the focus, for the hand may come back amid it. Graphs,
    pictures and readings need none of it: no cycle holds them, so they go with who knew them last.
    """

    def __init__(self, application: QGuiApplication, rest: float = _REST) -> None:
        super().__init__(application)
        self._ran = gc.isenabled()
        gc.disable()
        gc.freeze()
        self._rest = rest
        self._touched = time.monotonic()
        self._graph_made = False
        self._watched: QWindow | None = None
        self._application = application
        application.focusWindowChanged.connect(self._watch)
        self._watch(application.focusWindow())
        self._timer = QTimer(self, interval=_INTERVAL)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect what has had time to become garbage; the older it is, the less often."""
        young, _, old = gc.get_count()
        due = self._due()
        if (old > _FULL or self._graph_made) and self.resting and self._is_unnoticed:
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            self._graph_made = False
        elif young > _MANY or _are_many(due):
            gc.freeze()
            self._graph_made = True
        elif due is not None:
            gc.collect(due)
            if due == _ALL:
                gc.freeze()
                self._graph_made = True  # what is kept aside was not looked through

    def _due(self) -> int | None:
        """Return the oldest generation that is to be looked through now, None for none."""
        young, middle, old = gc.get_count()
        limits = gc.get_threshold()
        if old > _SOME and self.resting and not self._is_unnoticed:
            return _ALL
        if middle > limits[1]:
            return 1
        return 0 if young > limits[0] else None

    @property
    def resting(self) -> bool:
        """Whether nobody would notice that the window waits for a moment.

        While work is done beside the event loop, hands wait for it: it would take longer, and what
        it makes would be looked through half made, and once more afterwards.
        """
        if under_way():
            return False
        rest = self._rest if self._watched is not None else min(_AWAY, self._rest)
        return time.monotonic() - self._touched >= rest

    @property
    def _is_unnoticed(self) -> bool:
        """Whether all may be looked through, as far as the time is concerned that it takes.

        The blocks are counted at once, the objects would be gone through one by one.
        """
        return self._watched is None or sys.getallocatedblocks() < _QUICK

    def end(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        self._application.focusWindowChanged.disconnect(self._watch)
        self._watch(None)
        gc.unfreeze()
        if self._ran:
            gc.enable()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Notice that a window is touched; the event goes on to it."""
        if event.isInputEvent():
            self._touched = time.monotonic()
        return False

    def _watch(self, window: QWindow | None) -> None:
        """Watch the window that has the focus: it gets keys and mouse before any widget does."""
        if self._watched is not None:
            self._watched.destroyed.disconnect(self._gone)
            self._watched.removeEventFilter(self)
        self._watched = window
        self._touched = time.monotonic()
        if window is not None:
            window.installEventFilter(self)
            window.destroyed.connect(self._gone)

    def _gone(self) -> None:
        self._watched = None
        self._touched = time.monotonic()


def _are_many(due: int | None) -> bool:
    """Tell whether so much would be looked through that the window stood still.

    Python counts what is made less what goes: while one graph takes another's place, next to none.
    """
    if due is None:
        return False
    return sum(len(gc.get_objects(generation=k)) for k in range(due + 1)) > _MANY
