"""Says aloud what happens on a canvas, for a screen reader that listens."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from gui.canvas.spoken import change_said
from gui.canvas.view import View
from gui.change import Change

__all__ = ["Voice"]

_PAUSE = 200  # ms without an edit after which it is told: a drag is one sentence


class Voice(QObject):
    """Announces each edit with where the output stands then, and why something cannot be done."""

    said = Signal(str)
    """What was announced."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._view = view
        self._untold = Change()
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._tell)
        view.document.changed.connect(self._note)
        view.message.connect(self.say_now)

    def say(self, sentence: str, *, now: bool = False) -> None:
        """Announce a sentence; with `now` over what is being read."""
        if not sentence or not QAccessible.isActive():
            return
        event = QAccessibleAnnouncementEvent(self._view, sentence)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if now else politeness.Polite)
        QAccessible.updateAccessibility(event)
        self.said.emit(sentence)

    def say_now(self, sentence: str) -> None:
        """Announce a refusal or a hint at once."""
        self.say(sentence, now=True)

    def _note(self, change: Change) -> None:
        if QAccessible.isActive():
            self._untold = self._untold.then(change)
            self._pause.start()

    def _tell(self) -> None:
        view = self._view
        if view.document.previewing or view.evaluation.working:
            self._pause.start()  # the number is still on its way
            return
        view.evaluation.flush()
        change, self._untold = self._untold, Change()
        if view.picture.graph is view.document.graph:
            self.say(change_said(change, view.picture))
