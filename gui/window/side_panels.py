"""What stands behind the tabs of the right column: each panel is made when it is first needed."""

from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from gui.actions.action import Editor
from gui.actions.panels import open_table
from gui.language import tr
from gui.quiz import Session
from gui.window.quiz_desk import QuizDesk
from gui.window.sidebar import Sidebar

if TYPE_CHECKING:
    from gui.panels.bump import BumpPanel
    from gui.panels.quiz_panel import QuizPanel
    from gui.panels.train import TrainPanel

__all__ = ["SidePanels"]


class _Window(Editor, Protocol):
    """What of the window the panels are about."""

    quiz: Session
    quiz_desk: QuizDesk
    sidebar: Sidebar


class SidePanels:
    """Bump, Train and Quiz: tabs from the start; imported and made when one is shown or asked for.

    A window is there sooner without them, and most sessions need one of them or none.
    """

    def __init__(self, window: _Window) -> None:
        self._window = window
        add = window.sidebar.add_later
        add("bump", tr("Bump"), self._made_bump)
        add("train", tr("Train"), self._made_train)
        add("quiz", tr("Quiz"), self._made_quiz)

    @property
    def bump(self) -> "BumpPanel":
        """The panel that bumps a node."""
        return cast("BumpPanel", self._window.sidebar.panel("bump"))

    @property
    def train(self) -> "TrainPanel":
        """The panel that trains the graph."""
        return cast("TrainPanel", self._window.sidebar.panel("train"))

    @property
    def quiz(self) -> "QuizPanel":
        """The panel that begins a quiz and tells how it goes."""
        return cast("QuizPanel", self._window.sidebar.panel("quiz"))

    def show_selection(self) -> None:
        """Let those that are made follow what is selected on the canvas."""
        selection, made = self._window.canvas.selection, self._window.sidebar.made
        if "bump" in made and not self._window.lesson.on:  # else it would be ended by a selection
            self.bump.show_selection(selection.nodes)
        if "quiz" in made:
            self.quiz.show_selection(selection.edges)

    def _made_bump(self) -> "BumpPanel":
        from gui.panels.bump import BumpPanel

        window = self._window
        panel = BumpPanel(window.document, window.evaluation, window.sidebar)
        panel.told.connect(window.canvas.voice.say_soon)
        panel.show_selection(window.canvas.selection.nodes)
        return panel

    def _made_train(self) -> "TrainPanel":
        from gui.panels.train import TrainPanel

        window = self._window
        panel = TrainPanel(window.document, window.evaluation, window.trainer, window.sidebar)
        panel.hide_output(window.quiz.on)
        window.quiz.toggled.connect(panel.hide_output)
        panel.data.open_asked.connect(partial(open_table, window))
        return panel

    def _made_quiz(self) -> "QuizPanel":
        from gui.panels.quiz_panel import QuizPanel

        window = self._window
        panel = QuizPanel(window.document, window.quiz, window.sidebar)
        panel.show_selection(window.canvas.selection.edges)
        panel.asked.connect(window.quiz_desk.open)
        return panel
