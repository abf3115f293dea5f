"""The tooltip over a canvas, while it is seen."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QPointF, QTimer
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

__all__ = ["Tip"]


class Tip(QObject):
    """Says in a tooltip what is at a pixel, and anew when that may have changed.

    By a key, an undo or training the numbers change while the pointer rests.
    """

    def __init__(self, over: QWidget, says: Callable[[QPointF], str]) -> None:
        super().__init__(over)
        self._over, self._says = over, says
        self._at, self._on_screen, self._said = QPoint(), QPoint(), ""
        # a timer: much may change before the next frame
        self._again = QTimer(self, interval=0, singleShot=True)
        self._again.timeout.connect(self._say)

    def ask(self, event: QHelpEvent) -> None:
        """Say what is where the pointer rests."""
        self._at, self._on_screen = event.pos(), event.globalPos()
        self._say()

    def follow(self) -> None:
        """Say it anew, if it is still seen."""
        if self._said and QToolTip.text() == self._said:
            self._again.start()

    def forget(self) -> None:
        """Say no more of it: a tooltip that says the same may be another window's."""
        self._said = ""

    def _say(self) -> None:
        self._said = self._says(QPointF(self._at))
        QToolTip.showText(self._on_screen, self._said, self._over)
