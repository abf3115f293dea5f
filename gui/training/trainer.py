"""Training a document: steps taken over time, its parameters moving, one step to take it back."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Signal

import engine
from engine.training import Choice, Training
from engine.training.choice import KEY
from engine.training.table import KEY as TABLE
from gui.commands import SetValues
from gui.document import Change, Document
from gui.evaluation import LARGE
from gui.threads.making import Making
from gui.training.setting import FASTEST, Setting, made
from gui.training.trained import Trained

__all__ = ["FASTEST", "TRACED", "Setting", "Trainer"]

TRACED = 8
"""So many parameters have their history kept, to be drawn."""

_FRAME = 1000 / 60  # ms
_BUDGET = 0.016  # seconds between two frames that steps may take


class Trainer(QObject):
    """Trains the graph of a document; every run is one step of the document's history.

    `problem` says in a sentence what stands in the way or went wrong, empty where nothing does.
    """

    changed = Signal()
    """Steps were taken, or another state was reached."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setting = Setting()
        self.problem = ""
        self.traces: dict[str, list[float]] = {}
        self._training: Training | None = None
        self._trained: Trained | None = None
        self._goal = 0
        self._previewed = False  # whether a drag showed other values than training's
        self._own = False  # whether the edit that is being told is training's own
        self._steps_made: list[int] = []  # where the history stood after each own step of it
        self._burst = object()
        self._rests = 0  # how many blocks no step is to be taken in
        self._since, self._paced = 0.0, 0  # when the pace began, and after how many steps
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._making = Making[Training](self)
        document.changing.connect(self._making.interrupt)
        document.changed.connect(self._follow)

    @property
    def playing(self) -> bool:
        """Whether steps are being taken by themselves, or are about to be."""
        return not self._rests and (self._timer.isActive() or self._making.begun)

    @property
    def training(self) -> Training | None:
        """What is being trained, None before the first step."""
        return self._training

    @property
    def history(self) -> list[float]:
        """The output before step 1 and after every step; empty before the first."""
        return self._training.history if self._training is not None else []

    @property
    def steps(self) -> int:
        """How many steps were taken."""
        return self._training.steps if self._training is not None else 0

    def choose(self, setting: Setting) -> None:
        """Train like this from now on; another rate goes on, all else but the pace begins anew."""
        old, self.setting = self.setting, setting
        same = (old.optimizer, old.feed, old.seed) == (
            setting.optimizer,
            setting.feed,
            setting.seed,
        )
        if self._training is not None and same:
            self._training.optimizer.rate = setting.rate
            if self.playing:
                self._timer.setInterval(self._interval())
                self._begin_pace()
        elif self._training is not None or self._making.begun:
            self._forget()
        self.changed.emit()

    def play(self) -> None:
        """Take steps until as many as chosen are taken, then, asked again, as many more."""
        self._when_ready(self._play)
        self.changed.emit()

    def _play(self) -> None:
        self._begin_pace()
        self._goal = (self.steps // max(self.setting.steps, 1) + 1) * max(self.setting.steps, 1)
        self._timer.start(self._interval())

    def pause(self) -> None:
        """Take no more steps by themselves."""
        self._timer.stop()
        self._making.stop()
        self.changed.emit()

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Take no steps by themselves within the block, and go on after it, unless paused."""
        self._rests += 1
        try:
            with self._making.resting():
                yield
        finally:
            self._rests -= 1

    def step(self) -> None:
        """Take one step."""
        self._timer.stop()
        self._when_ready(lambda: self._take(1))
        self.changed.emit()

    def reset(self) -> None:
        """Give the graph back the values from before training, and forget its history."""
        self._timer.stop()
        training = self._training
        self._forget()
        self.problem = ""
        if training is not None and training.steps:
            if self._steps_made == [self._document.history.index()]:
                self._document.undo()
            else:
                self._do(SetValues(training.start, self.tr("Reset training")))
        self._steps_made = []
        self.changed.emit()

    # --- inside

    def _interval(self) -> int:
        speed = self.setting.speed
        return round(_FRAME if speed == FASTEST else max(_FRAME, 1000 / speed))

    def _begin_pace(self) -> None:
        self._since, self._paced = time.perf_counter(), self.steps

    def _due(self) -> int:
        """Return how many steps the pace asks for now: where frames take long, several in one."""
        if self.setting.speed == FASTEST:
            return self.setting.steps
        passed = (time.perf_counter() - self._since) * self.setting.speed
        return max(round(passed) - (self.steps - self._paced), 1)

    def _when_ready(self, go: Callable[[], None]) -> None:
        """Make the training where there is none, of a large graph in a thread; then `go`."""
        if self._training is None:
            self.problem = ""
            graph, setting = self._document.graph, self.setting
            long = len(graph) > LARGE
            self._making.begin(lambda: made(graph, setting), lambda: self._take_made(go), long=long)
            return
        self._say_divergence()
        if not self.problem:
            go()

    def _take_made(self, go: Callable[[], None]) -> None:
        try:
            self._training = self._making.result()
        except engine.GraphError as error:
            self.problem = str(error)
        else:
            self._burst = object()
            self._trained = Trained(self._document.graph, self._training)
            self._start_traces(self._training)
            self._when_ready(go)
        self.changed.emit()

    def _tick(self) -> None:
        """Take the steps of one frame; the last of them ends the run."""
        if self._training is None:
            self._timer.stop()
            return
        # With a preview, a step would take the card out of the hand that drags it.
        if self._rests or self._document.previewing:
            self._begin_pace()
            return
        self._take(min(self._due(), self._goal - self.steps))
        if self.steps >= self._goal or self.problem:
            self._timer.stop()
        self.changed.emit()

    def _take(self, most: int) -> None:
        """Take at most so many steps, as far as a frame has time, and show where they led."""
        training = self._training
        if training is None:
            return
        until = time.perf_counter() + _BUDGET
        for _ in range(most):
            if not training.step():
                break
            self._trace(training)
            if time.perf_counter() > until:
                break
        history = self._document.history
        before = history.index()
        self._do(SetValues.of(training.moved, training.now(), self.tr("Train"), self._burst))
        if history.index() != before:  # else it is part of the last step, or moved nothing
            self._steps_made.append(history.index())
        self._say_divergence()

    def _do(self, command: SetValues) -> None:
        self._own = True
        try:
            # a frame's step, not waited for: training would rest for each of them
            self._document.do(command, at_once=True)
        finally:
            self._own = self._previewed = False

    def _say_divergence(self) -> None:
        if self._training is not None and self._training.diverged is not None:
            self.problem = str(self._training.diverged)

    def _start_traces(self, training: Training) -> None:
        start = training.start
        numbers = (name for name in training.parameters if isinstance(start[name], float))
        self.traces = {name: [] for name in islice(numbers, TRACED)}
        self._trace(training)

    def _trace(self, training: Training) -> None:
        for name, trace in self.traces.items():
            trace.append(float(np.asarray(training.value(name))))

    def _forget(self) -> None:
        self._timer.stop()
        self._making.stop()
        self._training = self._trained = None
        self.traces = {}

    def _follow(self, change: Change) -> None:
        """Begin anew after an edit that is not training's own and changes more than the look.

        What is begun beside the nodes that are trained is none.
        """
        if self._own:
            return
        if KEY in change.kept and not change.reset:
            self._take_choice()
        if self._trained is not None and self._trained.stays(self._document.graph, change):
            return
        other = change.reshapes or change.output or TABLE in change.kept
        if other or (change.other_numbers and not self._only_previewed(change)):
            had = self._training is not None or self._making.begun or self.problem
            self._forget()
            self.problem = ""
            self._steps_made = []
            if change.reset:
                self._take_file()
            if had or self.problem:
                self.changed.emit()

    def _only_previewed(self, change: Change) -> bool:
        """Wait while other values are only previewed; tell whether training's are shown again."""
        training = self._training
        if training is None:
            return False
        if self._document.previewing:
            self._previewed = True
            self._timer.stop()
            self.changed.emit()
            return True
        previewed, self._previewed = self._previewed, False
        graph = self._document.graph
        return previewed and all(
            graph.is_leaf(name) and np.array_equal(graph.value(name), training.value(name))
            for name in change.other_numbers
        )

    def _take_choice(self) -> None:
        """Train as the document says now; where that cannot be read, nothing is begun."""
        self.problem = ""
        try:
            choice = Choice.of(self._document.graph)
        except engine.GraphError as error:
            self.problem = str(error)
            self.changed.emit()
            return
        self._say_divergence()
        self.choose(replace(self.setting, **vars(choice)))

    def _take_file(self) -> None:
        """Train as the document's file says, as usual where that cannot be read."""
        try:
            choice = Choice.of(self._document.graph)
        except engine.GraphError as error:
            choice, self.problem = Choice(), str(error)
        self.setting = replace(self.setting, **vars(choice))
