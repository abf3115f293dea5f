"""What the graph comes to: values and derivatives, kept up with the document's edits."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

import engine
from engine.program import Vector
from gui.document import Change, Document
from gui.document.past import Past
from gui.readings import Seen
from gui.run import Readings, Uncomputed, read, run
from gui.threads.parting import part_with
from gui.threads.work import Task

__all__ = ["LARGE", "Evaluation", "Lens"]

LARGE = 4000  # nodes; the program of a larger graph is compiled beside the event loop
_POLL = 20  # ms
_KEPT = 1000  # nodes; larger programs are compiled again when undo leads back to them

Lens: TypeAlias = Callable[[Readings], Seen]
"""Makes of what the last run gave what is shown of it."""


class Evaluation(QObject):
    """Keeps the readings of a document; a burst of edits costs one run.

    A large graph that changed in more than numbers is compiled in a thread: until it is done
    (`working`) the readings are those from before the edit. That can be given up.
    """

    evaluated = Signal()
    """The readings are new."""
    seen_changed = Signal()
    """What is shown of them is new: after each run, and with another lens."""
    lens_changed = Signal()
    """Another lens is looked through: whoever set the last one has lost it."""
    worked = Signal()
    """`working` changed."""
    progressed = Signal(float)
    """So much of what is being compiled is done, from 0 to 1."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._compiled: engine.PartialProgram | None = None
        self._edited: dict[str, None] = {}
        self._revalued: tuple[str, ...] = ()
        self._vector: Vector | None = None  # of the leaves that were last given numbers at once
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.flush)
        self._task: Task[Readings] | None = None
        self._given_up = self._is_read = False  # read: what is to be told was computed before
        self._poll = QTimer(self, interval=_POLL)
        self._poll.timeout.connect(self._look)
        self._expected: tuple[engine.Graph, Readings] | None = None
        self._past = Past[Readings]()  # of states that others took the place of
        self._state: int | None = None  # the document's of which the readings are
        self._readings = self._evaluate()
        self._lens: Lens | None = None
        self._seen: Seen = self._readings
        self.evaluated.connect(self._see)
        document.changing.connect(self.stop)
        document.changed.connect(self._follow)

    @property
    def readings(self) -> Readings:
        """What the last run gave; `flush` first where the very last edit matters."""
        return self._readings

    @property
    def seen(self) -> Seen:
        """What is shown of the readings: all of them, or what the lens leaves.

        The canvas and the inspector read their numbers here and nowhere else.
        """
        return self._seen

    @property
    def lens(self) -> Lens | None:
        """What is looked through, None where the readings are shown as they are."""
        return self._lens

    def look_through(self, lens: Lens | None) -> None:
        """Show what `lens` makes of the readings, now and after every run; None shows them all.

        There is one lens at a time: a lesson, a bump and a quiz replace each other. One that is
        told by `lens_changed` that `lens` is no longer its own stops.
        """
        if lens is not self._lens:
            self._lens = lens
            self.lens_changed.emit()
        self._see()

    @property
    def working(self) -> bool:
        """Whether a large graph is being compiled."""
        return self._task is not None

    @property
    def due(self) -> bool:
        """Whether new readings come in the next turn of the loop at the latest."""
        slow = self._compiled is None and len(self._document.graph) > LARGE
        return self._soon.isActive() and not slow

    @property
    def is_behind(self) -> bool:
        """Whether the readings are those from before an edit: the graph may lack what they name."""
        return self._compiled is None or bool(self._edited or self._revalued)

    @property
    def is_ahead(self) -> bool:
        """Whether all that is left to do is to tell of the readings, in the next turn."""
        told = not (self._edited or self._revalued or self._lens is not None)
        return self._is_read and self._compiled is not None and told and self._soon.isActive()

    def flush(self) -> None:
        """Run now if an edit is waiting to be evaluated; begin to, where the graph is large."""
        if self._task is not None or self._given_up:
            return
        waiting = bool(self._edited or self._revalued)
        if self._soon.isActive() or self._is_read or self._compiled is None or waiting:
            self._soon.stop()
            is_read, self._is_read = self._is_read, False
            if self._compiled is None and len(self._document.graph) > LARGE:
                self._begin()
                return
            if self._compiled is None or waiting or not is_read:
                self._read_anew()
            self.evaluated.emit()

    def run_ahead(self) -> None:
        """Run now if an edit is waiting, and tell in the next turn of the loop at the latest.

        Who follows an edit anyway need not follow the numbers a second time. A lens is told first.
        """
        if self.due and self._lens is None and not self._is_read:
            self._seen = self._read_anew()
            self._is_read = True

    def _see(self) -> None:
        self._seen = self._readings if self._lens is None else self._lens(self._readings)
        self.seen_changed.emit()

    def expect(self, graph: engine.Graph, readings: Readings) -> None:
        """Take `readings` for those of `graph` if that is the document's at the next change."""
        self._expected = (graph, readings)

    def stop(self) -> None:
        """Give up what is being compiled; the next edit or `flush` begins anew."""
        task, self._task = self._task, None
        if task is not None:
            self._poll.stop()
            task.stop()
            self._soon.start()
            self.worked.emit()

    @property
    def given_up(self) -> bool:
        """Whether computing was given up: there are no numbers until an edit, or `resume`."""
        return self._given_up

    def give_up(self) -> None:
        """Give up what is being compiled; numbers from before the edit would be none of it."""
        if self._task is None:
            return
        self.stop()
        self._soon.stop()
        self._given_up, self._readings = True, Uncomputed()
        self.worked.emit()
        self.evaluated.emit()

    def resume(self) -> None:
        """Compute after all."""
        if self._given_up:
            self._take_up()
            self._soon.start()

    def close(self) -> None:
        """Give up what is being compiled, and run no more by itself."""
        self.stop()
        self._soon.stop()

    def _begin(self) -> None:
        graph = self._document.graph
        self._edited, self._revalued = {}, ()
        self._task = Task(lambda: read(graph))
        self._task.start()
        self._poll.start()
        self.worked.emit()

    def _look(self) -> None:
        """Take what was compiled, once it is."""
        task = self._task
        if task is None:
            return
        self.progressed.emit(task.share)
        if not task.finished:
            return
        self._task = None
        self._poll.stop()
        self._put_away(self._readings)
        self._readings = task.result()
        self._compiled = self._readings.program
        self.worked.emit()
        self.evaluated.emit()

    def _put_away(self, readings: Readings) -> None:
        """Have the program of large readings freed beside the event loop once nobody asks it."""
        if readings.program.node_count > LARGE:
            part_with(*readings.program.held())

    def _follow(self, change: Change) -> None:
        if change.reset:
            self._past.forget()
            self._state = None
        expected, self._expected = self._expected, None
        if expected is not None and expected[0] is self._document.graph:
            self._take(expected[1])
            return
        if change.reshapes or change.output:
            if self._follow_back():
                return
            self._compiled = self._vector = None  # it knows its program
        elif change.other_cards:  # a label too: who writes numbers writes names beside them
            self._edited.update(dict.fromkeys(change.edited))
            if change.revalued and change.revalued is not self._revalued:
                self._edited.update(dict.fromkeys(self._revalued))
                self._revalued = change.revalued
        else:
            if not (self._soon.isActive() or self._given_up):
                self._state = self._document.state
            return  # a move or a title changes no number
        self._state = None
        self._take_up()
        self._soon.start()

    def _follow_back(self) -> bool:
        """Take the readings of where undo or redo led back to; tell False where none are kept.

        Those of where it led from are kept, if their program will not be given other values.
        """
        state = self._document.state
        if self._state is not None and self._readings.program.node_count <= _KEPT:
            self._past.keep(self._state, self._readings)
        self._state = None
        found = self._past.take(state)
        if found is not None:
            self._take(found)
            self._state = state
        return found is not None

    def _take(self, readings: Readings) -> None:
        """Let these be the readings, told like all others, once everyone has heard of the graph."""
        self._edited, self._revalued = {}, ()
        self._take_up()
        if readings is not self._readings:
            self._put_away(self._readings)
        self._compiled, self._readings = readings.program, readings
        if self._lens is None:
            self._seen = readings
        self._is_read, self._vector, self._state = True, None, None
        self._soon.start()

    def _take_up(self) -> None:
        """Let no more be given up."""
        if self._given_up:
            self._given_up = False
            self.worked.emit()

    def _read_anew(self) -> Readings:
        """Return the readings of the graph as it is now, which take the place of those before."""
        before, self._readings = self._readings, self._evaluate()
        if before.program is not self._readings.program:
            self._put_away(before)
        return self._readings

    def _evaluate(self) -> Readings:
        """Run the program; it is compiled anew only where more than leaves' values changed."""
        graph = self._document.graph
        edited, self._edited = self._edited, {}
        revalued, self._revalued = self._revalued, ()
        program = self._compiled
        if (
            program is None
            or not _take_values(program, graph, edited)
            or not self._take_numbers(program, revalued)
        ):
            program = self._compiled = engine.compile(graph, partial=True)
        self._state = self._document.state
        return run(program, graph)

    def _take_numbers(self, program: engine.PartialProgram, names: tuple[str, ...]) -> bool:
        """Give leaves their numbers at once; False where it must be compiled anew instead."""
        if not names:
            return True
        numbers, vector = self._document.graph.values_of(names), self._vector
        if vector is None or not vector.belongs(program, names):
            try:
                vector = self._vector = Vector(program, names)
            except engine.GraphError:
                return False
        if not vector.is_plain or not isinstance(numbers, np.ndarray):
            return _take_values(program, self._document.graph, names)
        vector.write(numbers)
        return True


def _take_values(program: engine.PartialProgram, graph: engine.Graph, names: Iterable[str]) -> bool:
    """Give the leaves' values to the program; False where it must be compiled anew instead."""
    try:
        for name in names:
            if not graph.is_leaf(name):
                return False
            program.set_value(name, graph.value(name))
    except engine.GraphError:
        return False
    return True
