"""Training: the rule and its rate, play and pause, the curves, the data."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

import engine
from engine.training import OPTIMIZERS, Choice, optimizer
from engine.training.choice import KEY
from gui.commands import SetTraining
from gui.document import Change, Document
from gui.evaluation import Evaluation
from gui.language import count_text
from gui.panels.field import Field
from gui.panels.page import Page
from gui.panels.panel import Panel
from gui.panels.train.curve_section import CurveSection
from gui.panels.train.data_section import DataSection
from gui.picture.name_text import name_html
from gui.picture.numbers import number_text
from gui.readings import HIDDEN
from gui.theme import Theme
from gui.training.trainer import FASTEST, Trainer
from gui.typed.value import value_of
from gui.typed.value_text import text_of
from gui.widgets.form import choice_box
from gui.widgets.named import named, rich
from gui.widgets.number_box import NumberBox, holds_refused
from gui.widgets.unfinished import take_typed

__all__ = ["TrainPanel"]

_SPEEDS = (1, 5, 20, 60, FASTEST)


class TrainPanel(Panel):
    """Trains the document's graph; shows how the output falls and the parameters move."""

    def __init__(
        self,
        document: Document,
        evaluation: Evaluation,
        trainer: Trainer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._document, self._evaluation, self._trainer = document, evaluation, trainer
        self._asked = False  # whether a quiz may ask for the output
        self._hidden = False  # whether the output is not told, for that or another reason
        self._burst = object()  # what is typed or turned in one go is one step of the history
        page = self._page = Page(document, self)
        self.setWidget(page)
        self._add_choices(page)
        self._add_buttons(page)
        self.curves = CurveSection(document, trainer, page)
        page.column.addWidget(self.curves)
        self.data = DataSection(document, self)
        self.data.fed.connect(self._choose)
        for box in (self.steps, self.data.seed):
            box.editingFinished.connect(self._end_burst)
        self._show_setting()
        page.column.addWidget(self.data)
        page.column.addStretch(1)
        trainer.changed.connect(self.refresh)
        document.changed.connect(self._follow)
        evaluation.seen_changed.connect(self._look)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Draw the curves in `theme`."""
        self.curves.set_theme(theme)
        self.refresh()

    def refresh(self) -> None:
        """Show how far training came."""
        trainer = self._trainer
        self._hidden = self._is_hidden()
        self.play.setText(self.tr("Pause") if trainer.playing else self.tr("Play"))
        self.again.setEnabled(trainer.steps > 0)
        self.state.setText(self._state())
        self.problem.setText(self._problem())
        self.problem.setVisible(bool(trainer.problem))
        if self.isVisible():
            self.curves.show_steps(hidden=self._hidden)

    def hide_output(self, hidden: bool) -> None:
        """Do not tell the output while a quiz may ask for it."""
        self._asked = hidden
        self._look()

    def _is_hidden(self) -> bool:
        """Return whether a quiz asks for the output, or a lesson has not come to it yet."""
        training, graph = self._trainer.training, self._document.graph
        if self._asked or training is None or training.output not in graph:
            return self._asked
        return self._evaluation.seen.value(training.output) is HIDDEN

    def _look(self) -> None:
        """Show the output, or hide it, where it was the other way."""
        if self._is_hidden() is not self._hidden:
            self.refresh()

    def _add_choices(self, page: Page) -> None:
        form = page.add_form()
        rules = {name: self.tr(kind.title) for name, kind in OPTIMIZERS.items()}
        self.rule = choice_box(rules, page)
        self.rule.setAccessibleName(self.tr("Optimizer"))
        self.rate = Field(self.tr("Rate"), page)
        self.rate.entered.connect(self._take_rate)
        self.steps = NumberBox(1, 1_000_000, page)
        self.steps.setKeyboardTracking(False)  # 1 is 1.5 on the way, and each would be kept
        self.steps.setAccessibleName(self.tr("Steps"))
        self.steps.setMinimumWidth(64)
        speeds = {speed: self.tr("{n} a second").format(n=speed) for speed in _SPEEDS}
        self.speed = choice_box({**speeds, FASTEST: self.tr("As fast as it goes")}, page)
        self.speed.setAccessibleName(self.tr("Speed"))
        self.rule.currentIndexChanged.connect(self._choose_once)
        self.steps.valueChanged.connect(self._choose)
        self.speed.currentIndexChanged.connect(self._choose_speed)
        form.addRow(self.tr("Optimizer"), self.rule)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(self.rate, 1)
        pair.addWidget(QLabel(self.tr("Steps"), page))
        pair.addWidget(self.steps, 1)
        form.addRow(self.tr("Rate"), pair)
        form.addRow(self.tr("Speed"), self.speed)

    def _add_buttons(self, page: Page) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        self.play = named(QPushButton(self.tr("Play"), page), "primary")
        self.once = QPushButton(self.tr("One step"), page)
        self.again = QPushButton(self.tr("Reset"), page)
        self.again.setToolTip(self.tr("Give the parameters back as they were before training"))
        self.play.clicked.connect(self._play)
        self.once.clicked.connect(self._step)
        self.again.clicked.connect(self._reset)
        for button, stretch in ((self.play, 1), (self.once, 1), (self.again, 1)):
            row.addWidget(button, stretch)
        page.column.addLayout(row)
        page.column.addWidget(self._told(page))

    def _told(self, page: Page) -> QWidget:
        """Return what is told below the buttons: how far training came, or why the rate is refused.

        Both have the room of two lines: where a reason came up over the buttons, a click missed.
        """
        went = QWidget(page)
        self.state = rich(named(QLabel(went, wordWrap=True), "reading"))
        self.problem = named(QLabel(went, wordWrap=True), "warning")
        column = QVBoxLayout(went)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.state)
        column.addWidget(self.problem)
        column.addStretch(1)
        told, reason = QStackedWidget(page), self.rate.reason
        reason.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        told.addWidget(went)
        told.addWidget(reason)
        told.setMinimumHeight(2 * reason.fontMetrics().lineSpacing() + 4)
        self.rate.turned.connect(told.setCurrentIndex)
        return told

    def _state(self) -> str:
        trainer = self._trainer
        if trainer.training is None:
            return self.tr("Minimises the output over the parameters.")
        if self._hidden:
            return self.tr("step {n}").format(n=count_text(trainer.steps))
        return self.tr("step {n}, {output} = {value}").format(
            n=count_text(trainer.steps),
            output=name_html(self._document.graph, trainer.training.output),
            value=number_text(trainer.history[-1]),
        )

    def _problem(self) -> str:
        trainer = self._trainer
        diverged = None if trainer.training is None else trainer.training.diverged
        if diverged is None or not trainer.steps or diverged.derivative is not None:
            return trainer.problem
        return self.tr("{problem}; try a smaller rate").format(problem=trainer.problem)

    def _reset(self) -> None:
        take_typed(self.window())  # a step of its own, not the one that is taken back
        self._trainer.reset()

    def _play(self) -> None:
        if self._trainer.playing:
            self._trainer.pause()
        elif self._is_set():
            self._trainer.play()

    def _step(self) -> None:
        if self._is_set():
            self._trainer.step()

    def _is_set(self) -> bool:
        """Take what is typed; tell whether none of it is refused."""
        take_typed(self.window())
        if self.rate.refused:  # which says why below it
            self.rate.setFocus()
            return False
        return not holds_refused(self)

    def _take_rate(self, text: str) -> None:
        try:
            rate = value_of(text)
            if not isinstance(rate, float):
                raise engine.InvalidValueError(self.tr("the rate is one number"))
            optimizer(self.rule.currentData(), rate)
        except engine.GraphError as error:
            self.rate.refuse(str(error))
            return
        self.rate.show_text(text_of(rate))
        self._choose_once()

    def _choose(self) -> None:
        """Keep the choice with the graph; the trainer hears of it there."""
        rate = value_of(self.rate.shown)
        choice = Choice(
            optimizer=self.rule.currentData(),
            rate=float(rate),
            steps=self.steps.value(),
            feed=self.data.feed,
            seed=self.data.row_seed,
        )
        self._document.do(SetTraining(choice, self._burst))

    def _choose_once(self) -> None:
        """Keep a choice that is no part of what was typed before or comes next."""
        self._end_burst()
        self._choose()
        self._end_burst()

    def _end_burst(self) -> None:
        self._burst = object()

    def _choose_speed(self) -> None:
        """Train faster or slower: nothing that a file would hold."""
        self._trainer.choose(replace(self._trainer.setting, speed=self.speed.currentData()))

    def _follow(self, change: Change) -> None:
        if change.reset or KEY in change.kept:
            self._show_setting()
            self.refresh()

    def _show_setting(self) -> None:
        """Show how the trainer is set, as the file has it."""
        setting = self._trainer.setting
        with QSignalBlocker(self.rule), QSignalBlocker(self.steps), QSignalBlocker(self.speed):
            self.rule.setCurrentIndex(self.rule.findData(setting.optimizer))
            self.steps.setValue(setting.steps)
            self.speed.setCurrentIndex(_SPEEDS.index(setting.speed))
        self.rate.show_text(text_of(setting.rate))
        self.data.show_feed(setting.feed, setting.seed)

    def showEvent(self, event: object) -> None:
        """Draw what happened while another tab was in front."""
        super().showEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self.curves.show_steps(hidden=self._hidden)
