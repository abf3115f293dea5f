"""Tells which node is the output where one may ask: after a deletion, beside another end."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

import engine
from engine.graph.dicts import attributes_of
from engine.ops import LEAVES
from gui.canvas.view import View
from gui.document.change import Change
from gui.language import tr
from gui.picture.name_text import name_text
from gui.run import Readings

__all__ = ["OutputTold"]


class OutputTold(QObject):
    """Says `J was the output; now d is`, or `J stays the output`, once the next run knows.

    The latter where the first end beside it is finished: all derivatives might as well be that's,
    so it says by which key they are.
    """

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._view = view
        self._gone, self._output = "", view.evaluation.readings.output
        self._reshaped, self._others = False, False
        view.document.changed.connect(self._note)
        view.evaluation.evaluated.connect(self._tell)

    def _note(self, change: Change) -> None:
        self._reshaped |= change.reshapes
        if change.reset:
            self._gone, self._output, self._others = "", None, True  # nothing of it is new
        elif self._output is not None:
            if self._output in change.removed:
                self._gone = self._output
            self._output = change.newest(self._output)

    def _tell(self) -> None:
        view, graph = self._view, self._view.document.graph
        readings = view.evaluation.readings
        before, self._output = self._output, readings.output
        gone, self._gone = self._gone, ""
        now = self._output
        if gone in graph:
            gone = ""
        if before and self._reshaped and now != before and _waits(before, graph, readings):
            gone = before  # nobody had named it, and something is finished beside it
        if gone and now is not None:
            said = tr("{old} was the output; now {new} is")
            old = name_text(graph, gone) if gone in graph else gone
            view.say(said.format(old=old, new=name_text(graph, now)))
        if self._reshaped:
            had, self._others = self._others, _has_other_end(graph, readings)
            undone = view.document.history.canRedo()
            if now and now == before and self._others and not (had or undone):
                said = tr("{name} stays the output; {key} on another end makes that the output")
                key = QKeySequence("Ctrl+J").toString(QKeySequence.SequenceFormat.NativeText)
                view.tell(said.format(name=name_text(graph, now), key=key))
        self._reshaped = False


def _waits(name: str, graph: engine.Graph, readings: Readings) -> bool:
    """Tell whether a node feeds nothing and has no value."""
    return name in graph.sinks and readings.value(name) is None


def _has_other_end(graph: engine.Graph, readings: Readings) -> bool:
    """Tell whether another op than the output feeds nothing, too, and has a value."""
    known = attributes_of(graph)  # of 20,000 ends, a call for each would take four times as long
    return any(
        known[name]["op"] not in LEAVES
        and name != readings.output
        and readings.value(name) is not None
        for name in graph.sinks
    )
