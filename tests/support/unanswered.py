"""A dialog that a test leaves open would be waited for without end: the loop runs in Qt."""

import weakref

from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

_LOOK = 500  # ms
_PATIENCE = 40  # looks that a dialog may stand open while its test does nothing about it


class Unanswered:
    """Closes what nobody answers, and `told` says what it was."""

    def __init__(self, patience: int = _PATIENCE) -> None:
        self.told: list[str] = []
        self._patience, self._looks = patience, 0
        self._seen: weakref.ref[QWidget] | None = None  # it goes before the next look
        self._timer = QTimer(interval=_LOOK)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Look no more; a dialog that is open still would be the next test's, so it is closed."""
        self._timer.stop()
        left = QApplication.activeModalWidget()
        if left is not None:
            self._close(left, "was left open at the end")

    def _look(self) -> None:
        waits = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        # What is open beside a test that goes on is its own affair: no loop waits for an answer.
        waited = waits is not None and QThread.currentThread().loopLevel() > 0
        seen = None if self._seen is None else self._seen()
        self._looks = self._looks + 1 if waited and waits is seen else 0
        self._seen = None if waits is None else weakref.ref(waits)
        if waits is not None and waited and self._looks >= self._patience:
            self._looks, self._seen = 0, None
            self._close(waits, "stood open and nobody answered it")

    def _close(self, waits: QWidget, what: str) -> None:
        name = waits.windowTitle() or waits.objectName() or type(waits).__name__
        said = f" ({waits.text()})" if isinstance(waits, QMessageBox) else ""
        self.told.append(f"‘{name}’{said} {what}")
        waits.reject() if isinstance(waits, QDialog) else waits.close()
