"""What a dialog makes of what is chosen in it: always of the newest, while hands go on."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QDialog, QPushButton

from gui.dialogs.waiting import waiting_in

__all__ = ["Newest"]


class Newest(QObject):
    """Calls `make`, which may wait over the dialog, for what is chosen; the last choice counts.

    Who has no patience presses a button meanwhile: it stays down, and does its part after that.
    Closing the dialog in its frame leaves it at once, as its own button does.
    """

    def __init__(self, dialog: QDialog, make: Callable[[], None]) -> None:
        super().__init__(dialog)
        self._dialog, self._make = dialog, make
        self._asked = self._makes = False
        self._wanted: QPushButton | None = None
        self._later = QTimer(dialog, interval=0, singleShot=True)
        self._later.timeout.connect(self.make)
        self._press = QTimer(dialog, interval=0, singleShot=True)
        self._press.timeout.connect(self._press_wanted)

    @property
    def outdated(self) -> bool:
        """Whether something else was chosen since what is being made was begun."""
        return self._asked

    def make(self) -> None:
        """Make it; where another is still being made it is given up for this one."""
        self._later.stop()
        self._asked = True
        if self._makes:
            waiting = waiting_in(self._dialog)
            if waiting is not None:
                waiting.cancel.click()
            return
        self._makes = True
        frame = self._dialog.windowHandle()
        if frame is not None:  # which is asked before all that waits in it
            frame.installEventFilter(self)
        try:
            while self._asked:
                self._asked = False
                self._make()
        finally:
            self._makes = False
        if self._wanted is not None:
            self._press.start()

    def make_later(self) -> None:
        """Make it between two events."""
        self._later.start()

    def then(self, button: QPushButton) -> bool:
        """Have `button` pressed once all is made; return False where nothing is to be made."""
        if not (self._makes or self._later.isActive()):
            return False
        self._want(button)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make no more in a dialog that is being closed: else that alone was given up."""
        if event.type() == QEvent.Type.Close and self._makes:
            self.leave()
        return super().eventFilter(watched, event)

    def leave(self) -> None:
        """Make no more, and press nothing: the dialog is left."""
        self._want(None)
        self._later.stop()
        self._asked = False
        waiting = waiting_in(self._dialog)
        if waiting is not None:
            waiting.leave()

    def _want(self, button: QPushButton | None) -> None:
        if self._wanted is not None:
            self._wanted.setDown(False)
        self._wanted = button
        if button is not None:
            button.setDown(True)

    def _press_wanted(self) -> None:
        """Press what was wanted; nothing comes of it where the dialog cannot go on, nor says so."""
        button = self._wanted
        self._want(None)
        if button is not None and self._dialog.isVisible():
            button.click()
