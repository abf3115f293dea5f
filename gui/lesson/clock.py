"""The clock of a lesson that goes on by itself."""

from PySide6.QtCore import QObject, QTimer, Signal

__all__ = ["SPEEDS", "Clock"]

SPEEDS = (0.5, 1.0, 2.0, 4.0)
_PER_STEP = 1800  # ms at speed 1


class Clock(QObject):
    """Ticks while it runs, so many times as fast as its `speed` says."""

    ticked = Signal()
    turned = Signal(bool)
    """It runs now, or stands."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.speed = 1.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.ticked)

    @property
    def runs(self) -> bool:
        """Whether it runs."""
        return self._timer.isActive()

    @property
    def pause(self) -> int:
        """The milliseconds from one tick to the next."""
        return round(_PER_STEP / self.speed)

    def run(self) -> None:
        """Run from now on."""
        self._timer.start(self.pause)
        self.turned.emit(True)

    def stand(self) -> None:
        """Tick no more."""
        if self.runs:
            self._timer.stop()
            self.turned.emit(False)

    def set_speed(self, speed: float) -> None:
        """Tick so many times as fast."""
        self.speed = speed
        if self.runs:
            self._timer.start(self.pause)
