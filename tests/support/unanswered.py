"""A dialog that a test leaves open would be waited for without end: the loop runs in Qt."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

_LOOK = 500  # ms
_PATIENCE = 40  # looks that a dialog may stand open while its test does nothing about it


class Unanswered:
    """Closes what nobody answers, and `told` says what it was."""

    def __init__(self, patience: int = _PATIENCE) -> None:
        self.told: list[str] = []
        self._patience, self._looks = patience, 0
        self._seen: QWidget | None = None
        self._timer = QTimer(interval=_LOOK)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _look(self) -> None:
        waits = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        self._looks = self._looks + 1 if waits is not None and waits is self._seen else 0
        self._seen = waits
        if waits is None or self._looks < self._patience:
            return
        name = waits.windowTitle() or waits.objectName() or type(waits).__name__
        self.told.append(f"‘{name}’ stood open and nobody answered it")
        self._looks, self._seen = 0, None
        waits.reject() if isinstance(waits, QDialog) else waits.close()
