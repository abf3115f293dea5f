"""The lesson: at which step it is, and what is shown and lit there."""

import sys
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from engine.lesson.lesson_text import KEY as LESSON
from engine.lesson.steps import Direction
from gui.document import Change, Document
from gui.evaluation import LARGE, Evaluation
from gui.language import tr
from gui.lesson.clock import Clock
from gui.lesson.light import Light
from gui.lesson.said import Said
from gui.lesson.sweep import Sweep
from gui.picture.caption import caption
from gui.picture.lit import Lit
from gui.picture.runs import Typeset
from gui.picture.step import Walk, walk
from gui.readings import Seen
from gui.run import Readings
from gui.threads.making import Making

__all__ = ["Lesson"]


class Lesson(QObject):
    """Walks through the passes of a document's graph; it changes nothing in the document.

    While it is on, the evaluation is looked at through it: numbers of later steps are not shown.
    """

    toggled = Signal(bool)
    """The lesson is on, or off again."""
    ending = Signal()
    """The lesson is about to end, on the graph that it is given on."""
    stepped = Signal()
    """Another step is shown, or the same one with other numbers."""
    stayed = Signal(str)
    """There is no step where one was asked for, as this says."""
    lit_changed = Signal()
    """Something else is lit, or the light has come further."""
    played = Signal(bool)
    """It goes on by itself now, or waits."""

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._evaluation = document, evaluation
        self.sweep = Sweep(document, self)
        """Forward mode, which may be on without a lesson, too."""
        self._walk: Walk | None = None
        self._stale = False
        self._making: Making[Walk] = Making(self)
        document.changing.connect(self._making.interrupt)
        self._said = Said(document)
        self.place = 0
        self._lens = self._look  # one object: the evaluation compares by identity
        self.clock = Clock(self)
        """Plays it."""
        self.clock.ticked.connect(self._tick)
        self.clock.turned.connect(self.played)
        self._light = Light(self)
        self._light.moved.connect(self.lit_changed)
        document.changed.connect(self._follow)
        evaluation.evaluated.connect(self._renew)
        evaluation.lens_changed.connect(self._yield)
        self.sweep.changed.connect(self._turn)

    # --- on and off

    @property
    def on(self) -> bool:
        """Whether a lesson is being given."""
        return self._walk is not None

    def found(self) -> Walk:
        """Return the steps on the graph as it was run last; a thread may ask, nothing changes."""
        return walk(self._document.graph, self._evaluation.readings, self.sweep.leaf)

    def start(self, found: Walk | None = None) -> None:
        """Begin at the first step, of the steps that were `found` where they are known.

        Raises GraphError where the graph's own texts are malformed.
        """
        self._evaluation.flush()
        self._said.hear()
        self.place = 0
        self._find_steps(found)
        come = not self._stale and not self.walk.fits(self._evaluation.readings)
        if come and not self._find_beside():  # other numbers, while these steps were found
            self._find_steps()
        self._look_through()
        self.toggled.emit(True)
        self._show()

    def stop(self) -> None:
        """End the lesson: everything is shown again."""
        if self._end():
            self._look_through()

    # --- steps

    @property
    def walk(self) -> Walk:
        """The steps; only while the lesson is on."""
        if self._walk is None:
            raise RuntimeError("no lesson is on")
        return self._walk

    @property
    def node(self) -> str | None:
        """The node that the step is about, None where it is about several or none.

        None too where an edit has just taken it away: the steps are found anew with the numbers.
        """
        step = self.walk.steps[self.place]
        told = step.direction is not Direction.GIVEN and len(step.nodes) == 1
        return step.nodes[0] if told and step.nodes[0] in self._document.graph else None

    @property
    def caption(self) -> tuple[Typeset, ...]:
        """The lines that say what the step does; none while an edit is not evaluated yet."""
        if self._stale:
            return ()
        return caption(self.walk, self.place, self.sweep.see(self._evaluation.readings))

    @property
    def texts(self) -> Mapping[int, str]:
        """What the lesson's author says, by the place of the step."""
        return self._said.texts

    @property
    def lit(self) -> Lit | None:
        """What is lit, as far as the light has come; None while the lesson is off."""
        if self._walk is None or self._stale:
            return None
        return self._walk.lit(self.place, self._light.place)

    def say(self, text: str) -> None:
        """Keep `text` with the graph as what is said at this step; an empty one says nothing."""
        self._said.say(text, self.walk.steps[self.place])

    def check_room(self) -> None:
        """Raise LimitError where nothing more can be said at this step."""
        self._said.check_room(self.walk.steps[self.place])

    def go(self, place: int) -> None:
        """Show the step `place`, or the nearest there is."""
        if self._stale:
            self._evaluation.flush()  # the steps are found anew
        if self._walk is None:
            return
        asked, place = place, min(max(place, 0), self._walk.last)
        if place != self.place:
            forth, self.place = place == self.place + 1, place
            self._look_through()
            self._show(runs=forth)
        elif asked < place:
            self.stayed.emit(tr("no step comes before the first"))
        elif asked > place:
            self.stayed.emit(tr("no step comes after the last"))

    def next(self) -> None:
        """Go a step on; a lesson that plays keeps playing from there."""
        self.go(self.place + 1)

    def back(self) -> None:
        """Go a step back and wait."""
        self.pause()
        self.go(self.place - 1)

    def first(self) -> None:
        """Go to the first step and wait."""
        self.pause()
        self.go(-1)

    def last(self) -> None:
        """Go to the last step, where everything is shown."""
        self.pause()
        self.go(sys.maxsize)  # which one that is, an edit may have changed

    def jump_to(self, node: str) -> None:
        """Show the step that is about `node`, in the pass that one is in, and wait."""
        if self._stale:
            self._evaluation.flush()  # the steps are found anew
        place = None if self._walk is None else self._walk.place_of(node, self.place)
        if place is not None:
            self.pause()
            self.go(place)

    # --- playing

    @property
    def playing(self) -> bool:
        """Whether it goes on by itself."""
        return self.clock.runs

    def play(self) -> None:
        """Go on by itself; from the end, begin again."""
        if self._walk is None:
            return
        if self.place == self._walk.last:
            self.go(0)
        self.clock.run()

    def pause(self) -> None:
        """Wait at this step."""
        self.clock.stand()

    def toggle_playing(self) -> None:
        """Play, or wait."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def settle(self) -> None:
        """Let the light arrive at once."""
        self._light.arrive()
        self.lit_changed.emit()

    # --- inside

    def _tick(self) -> None:
        self.next()
        if self._walk is None or self.place == self._walk.last:
            self.pause()

    def _show(self, *, runs: bool = False) -> None:
        """Tell of the step; going on, its light runs along the edges."""
        self._light.arrive()
        if runs:
            self._light.run(self.clock.pause // 2)
        self.lit_changed.emit()
        self.stepped.emit()

    def _find_steps(self, found: Walk | None = None) -> None:
        self._walk = found or self.found()
        self.place = min(self.place, self._walk.last)
        self._said.place(self._walk.steps)
        self._stale = self._evaluation.working  # a large graph's numbers may still be to come

    def _look(self, readings: Readings) -> Seen:
        """Return what is shown of `readings`: the evaluation's lens."""
        base = self.sweep.see(readings)
        return base if self._walk is None else self._walk.seen(self.place, base)

    def _look_through(self) -> None:
        """Be the lens while there is something to hide or to exchange."""
        self._evaluation.look_through(self._lens if self.on or self.sweep.on else None)

    def _turn(self) -> None:
        """Show another leaf's derivatives; a lesson goes on at the same step."""
        if self._making.begun:
            self._making.interrupt()  # its steps are by the leaf from before: found anew, by this
        elif self._walk is not None and not self._find_beside():
            self._find_steps()
        if self.on or self.sweep.on or self._evaluation.lens is self._lens:
            self._look_through()
        if self.on:
            self._show()

    def _follow(self, change: Change) -> None:
        """Note that the steps may be others; a new document ends the lesson."""
        if change.reset and self._end(there=False):
            self._look_through()
        if not self.on:
            return  # its steps are found when it begins
        graph = self._document.graph
        other = change.reshapes or change.output
        if other or any(not graph.is_leaf(name) for name in change.edited if name in graph):
            self._stale = True
            self._making.stop()  # they are found once the numbers are there
            self._light.arrive()  # it runs along edges that may be gone
        if LESSON in change.kept:
            self._said.hear_again()
            if not self._stale:
                self._said.place(self.walk.steps)
                self.stepped.emit()

    def _renew(self) -> None:
        """Show the new numbers; where the steps may be others now, find them anew."""
        if self._walk is None:
            return
        if self._stale or not self._walk.fits(self._evaluation.readings):
            if not self._find_beside():
                self._making.begin(self.found, self._take_found, long=False)
        else:
            self.stepped.emit()

    def _find_beside(self) -> bool:
        """Begin to find the steps anew where the graph is large; tell whether it is.

        What is told of them waits for them.
        """
        if len(self._document.graph) <= LARGE:
            return False
        self._stale = True
        self._making.begin(self.found, self._take_found)
        return True

    def _take_found(self) -> None:
        """Go on with the steps that were found anew, of a large graph beside the event loop."""
        self._find_steps(self._making.result())
        self._look_through()
        self.lit_changed.emit()
        self.stepped.emit()

    def _yield(self) -> None:
        """End, forward mode too, when somebody else's lens is looked through."""
        if self._evaluation.lens is not self._lens:
            self._end()
            self.sweep.end()

    def _end(self, *, there: bool = True) -> bool:
        """Be off, told beforehand while the graph is still there; return whether it was on."""
        if self._walk is None:
            return False
        if there:
            self.ending.emit()
        self.pause()
        self._making.stop()
        self._light.arrive()
        self._walk = None
        self.toggled.emit(False)
        self.lit_changed.emit()
        return True
