"""The light that runs along the edges of a lesson's step."""

from PySide6.QtCore import QObject, QVariantAnimation, Signal

__all__ = ["Light"]

_LONGEST = 420  # ms


class Light(QObject):
    """Runs from the start of the edges to their ends; at rest it has arrived."""

    moved = Signal()
    """It has come further, or arrived."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._way = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        self._way.valueChanged.connect(self.moved)
        self._way.finished.connect(self.moved)

    @property
    def place(self) -> float:
        """How far it has come, from 0 to 1."""
        running = self._way.state() is QVariantAnimation.State.Running
        return float(self._way.currentValue()) if running else 1.0

    def run(self, most: int) -> None:
        """Begin anew, and arrive within `most` milliseconds."""
        self._way.setDuration(min(_LONGEST, most))
        self._way.start()

    def arrive(self) -> None:
        """Be at the end of the edges, without telling."""
        self._way.stop()
