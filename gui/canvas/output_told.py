"""Tells when a deletion makes another node the output, with all derivatives then being its."""

from PySide6.QtCore import QObject

from gui.canvas.view import View
from gui.change import Change
from gui.language import tr
from gui.picture.name_text import name_text

__all__ = ["OutputTold"]


class OutputTold(QObject):
    """Says `J was the output; now d is` on a view, once the next run knows."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._view = view
        self._gone, self._output = "", view.evaluation.readings.output
        view.document.changed.connect(self._note)
        view.evaluation.evaluated.connect(self._tell)

    def _note(self, change: Change) -> None:
        if change.reset:
            self._gone = ""
        elif self._output is not None and self._output in change.removed:
            self._gone = self._output

    def _tell(self) -> None:
        gone, self._gone = self._gone, ""
        graph, now = self._view.document.graph, self._view.evaluation.readings.output
        self._output = now
        if gone and gone not in graph and now is not None:
            said = tr("{old} was the output; now {new} is")
            self._view.say(said.format(old=gone, new=name_text(graph, now)))
