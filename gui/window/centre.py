"""The middle of a window: the canvas or the welcome page, between two bars."""

from functools import partial
from typing import Protocol

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gui.actions.action import Editor
from gui.actions.edit import paste
from gui.actions.file import open_example, open_file, open_lesson, open_path
from gui.actions.new import new
from gui.lesson.sweep_bar import SweepBar
from gui.lesson.transport import Transport
from gui.panels.welcome import Welcome
from gui.quiz import Session
from gui.theme import Theme

__all__ = ["Centre"]


class _Window(Editor, Protocol):
    """What of the window its middle is made of."""

    quiz: Session


class Centre(QWidget):
    """The bar of forward mode, the canvas or the welcome page, the bar of the lesson."""

    def __init__(self, window: _Window, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self.pages = QStackedWidget(self)
        self.pages.addWidget(window.canvas)
        self.welcome = Welcome(self.pages)
        self.pages.addWidget(self.welcome)
        self.transport = Transport(window.lesson, self)
        self.sweep_bar = SweepBar(window.lesson.sweep, window.evaluation, self)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self.sweep_bar)
        stack.addWidget(self.pages, 1)
        stack.addWidget(self.transport)
        self._welcome_with(window)
        window.quiz.toggled.connect(self._bring_quiz)

    def bring_canvas(self) -> None:
        """Bring the canvas forward."""
        self.pages.setCurrentWidget(self._window.canvas)

    def bring_welcome(self) -> None:
        """Bring the welcome page with the recent files and the examples forward."""
        self.welcome.show_recent(self._window.settings.recent)
        self.welcome.offer_way_back(len(self._window.document.graph) > 0)
        self.pages.setCurrentWidget(self.welcome)
        self.take_keys()

    def take_keys(self) -> None:
        """Give the keyboard to the page in front."""
        if self.pages.currentWidget() is self.welcome:
            self.welcome.begin.setFocus()
        else:
            self._window.canvas.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        for part in (self._window.canvas, self.welcome, self.transport, self.sweep_bar):
            part.set_theme(theme)

    def _welcome_with(self, window: _Window) -> None:
        """Let the welcome page take the actions it offers."""
        welcome = self.welcome
        welcome.new_asked.connect(partial(new, window))
        welcome.open_asked.connect(partial(open_file, window))
        welcome.back_asked.connect(window.show_canvas)
        welcome.example_chosen.connect(partial(open_example, window))
        welcome.lesson_chosen.connect(partial(open_lesson, window))
        welcome.recent_chosen.connect(partial(open_path, window))
        welcome.op_dragged.connect(window.show_canvas)
        welcome.typed.connect(self._take_typed)

    def _bring_quiz(self, on: bool) -> None:
        """Bring the canvas forward, where the blanks are."""
        if on:
            self.bring_canvas()

    def _take_typed(self, event: QKeyEvent) -> None:
        """Bring the canvas forward and give it what was typed or pasted on the welcome page."""
        self._window.show_canvas()
        if event.matches(QKeySequence.StandardKey.Paste):
            paste(self._window)
        else:
            self._window.canvas.keyPressEvent(event)
