"""Says aloud what happens on a canvas, for a screen reader that listens."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible

from gui.canvas.aloud.spoken import change_said, selection_said
from gui.canvas.entry import Entry
from gui.canvas.finding.finding import Finding
from gui.canvas.view import View
from gui.document.change import Change
from gui.language import tr
from gui.widgets.aloud import announce

__all__ = ["Voice"]

_PAUSE = 200  # ms without an edit after which it is told: a drag is one sentence


class Voice(QObject):
    """Announces each edit with where the output stands then, and why something cannot be done.

    So it does what is selected where no focus tells of it: an edge, several nodes, a node that was
    found while the keyboard is elsewhere.
    """

    said = Signal(str)
    """What was announced."""

    def __init__(self, view: View, entry: Entry, finding: Finding) -> None:
        super().__init__(view)
        self._view = view
        self._untold = Change()
        self._step = view.document.history.index()
        self._state = view.document.state
        self._previewed = False  # whether some of what is untold was only previewed
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._tell)
        view.document.changed.connect(self._note)
        self._choosing = QTimer(self, interval=_PAUSE, singleShot=True)
        self._choosing.timeout.connect(self._tell_selection)
        view.selection_changed.connect(self._note_selection)
        self._finding = finding
        finding.counted.connect(self._note_selection)
        self._last = ""
        self._soon = QTimer(self, interval=_PAUSE, singleShot=True)
        self._soon.timeout.connect(lambda: self.say(self._last))
        view.message.connect(self.say_now)
        view.told.connect(self.say_now)
        entry.told.connect(self.say_now)

    def say(self, sentence: str, *, now: bool = False) -> None:
        """Announce a sentence; with `now` over what is being read."""
        said = announce(self._view, sentence, now=now)
        if said:
            self.said.emit(said)

    def say_now(self, sentence: str) -> None:
        """Announce a refusal, a hint or what was done at once."""
        self.say(sentence, now=True)

    def say_soon(self, sentence: str) -> None:
        """Announce a sentence once no other comes: after a key, and what has the keyboard then."""
        if QAccessible.isActive():
            self._last = sentence
            self._soon.start()

    def _note(self, change: Change) -> None:
        document = self._view.document
        if QAccessible.isActive():
            self._untold = self._untold.then(change)
            self._previewed = self._previewed or document.previewing
            self._pause.start()
        else:  # a reader that comes later hears of what comes then
            self._step = document.history.index()
            self._state = document.state

    def _tell(self) -> None:
        view = self._view
        if view.document.previewing or view.evaluation.working:
            self._pause.start()  # the number is still on its way
            return
        view.evaluation.flush()
        history = view.document.history
        before, self._step = self._step, history.index()
        undone = self._step < before
        step = history.undoText() if self._step > before else ""
        if undone:
            step = tr("undone: {step}").format(step=history.redoText())
        change, self._untold = self._untold, Change()
        state, self._state = self._state, view.document.state
        previewed, self._previewed = self._previewed, False
        if previewed and state == self._state and not change.reset:
            return  # it was given up, and all is as it was told
        if view.picture.graph is view.document.graph:
            self.say(change_said(change, view.picture, step, undone=undone))

    def _note_selection(self) -> None:
        if QAccessible.isActive():
            self._choosing.start()

    def _tell_selection(self) -> None:
        view = self._view
        count = None if view.hasFocus() else self._finding.count
        if count == "":
            self.say(tr("Nothing is found"))
            return
        chosen = view.selection
        focused = view.hasFocus() and len(chosen.nodes) == 1 and not chosen.edges
        # what a lesson lights it says itself
        if not focused and view.lit is None and view.picture.graph is view.document.graph:
            said = selection_said(view.picture, chosen), count
            self.say(", ".join(filter(None, said)))
