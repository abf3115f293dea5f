"""Python's garbage collected in the window's thread alone.

Left to itself, Python collects in whichever thread makes the next object. In the thread that writes
the journal or opens a file it could take a closed window's Qt objects away, which only the thread
they live in may do.
"""

import gc

from PySide6.QtCore import QObject, QTimer

__all__ = ["Collector"]

_INTERVAL = 1000  # ms
_FULL = 60  # collections of the middle generation before one of all, which takes longest


class Collector(QObject):
    """Collects now and then, in place of Python's own collector, until `end`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ran = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=_INTERVAL)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect what has had time to become garbage; the older it is, the less often."""
        young, middle, old = gc.get_count()
        limits = gc.get_threshold()
        if old > _FULL:
            gc.collect()
        elif middle > limits[1]:
            gc.collect(1)
        elif young > limits[0]:
            gc.collect(0)

    def end(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        if self._ran:
            gc.enable()
