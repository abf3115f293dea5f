"""What random hands do beside the canvas: lesson, quiz, bump, training, theme, full screen."""

import traceback
from collections.abc import Callable
from types import TracebackType

import hypothesis.strategies as st
from hands import Hands
from hypothesis.stateful import invariant, rule
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication
from random_touches import ENDS, SHARES, press, slide, write

from gui.document import Document
from gui.panels.slider import Slider
from gui.window.main_window import MainWindow

STEPS = [Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End]
STEPS += [Qt.Key.Key_Space, Qt.Key.Key_F5, Qt.Key.Key_Escape, Qt.Key.Key_Z]
TRANSPORT = ["step-first", "step-back", "play", "step-next", "step-last", "write", "close"]
ACTED = ["lesson.toggle", "lesson.present", "lesson.forward", "lesson.way", "lesson.output"]
ACTED += ["window.full", "window.next", "window.previous", "help.guide", "help.examples"]
ACTED += ["file.new"]
ACTED += [f"theme.{name}" for name in ("system", "light", "dark", "toggle")]
PANELS = ["inspect", "bump", "train", "quiz"]


class RandomTools:
    """Rules for the window around the canvas; what cannot be pressed now is left alone."""

    window: MainWindow
    document: Document
    hands: Hands

    @rule(name=st.sampled_from(ACTED))
    def turn_a_mode(self, name) -> None:
        self.act(name)

    @rule(name=st.sampled_from(PANELS))
    def turn_to_a_panel(self, name) -> None:
        if not self.window.presenting:
            self.window.turn_to(name)
        QApplication.processEvents()

    # --- the lesson

    @rule(keys=st.lists(st.sampled_from(STEPS), min_size=1, max_size=4))
    def step_by_keys(self, keys) -> None:
        self.begin_lesson()
        for key in keys:
            self.hands.key(key)

    @rule(name=st.sampled_from(TRANSPORT))
    def press_on_the_transport(self, name) -> None:
        self.begin_lesson()
        press(self.window.transport.buttons[name])

    @rule(share=SHARES)
    def carry_the_step(self, share) -> None:
        self.begin_lesson()
        slide(self.window.transport.track, 0, share)

    @rule(text=st.sampled_from(["", "so it begins", "x"]), end=ENDS)
    def say_at_a_step(self, text, end) -> None:
        self.begin_lesson()
        press(self.window.transport.buttons["write"])
        write(self.window.transport.line, text, end)

    @rule()
    def play_the_lesson(self) -> None:
        """Play, and let the clock take a step as if its time had come."""
        lesson = self.window.lesson
        self.begin_lesson()
        if lesson.on:
            lesson.clock.set_speed(1000.0)
            lesson.play()
            before = lesson.place
            wait_until(lambda: lesson.place != before or not lesson.playing)
            lesson.clock.set_speed(1.0)

    # --- the quiz

    @rule(values=st.booleans(), derivatives=st.booleans(), chosen=st.integers(0, 1))
    def begin_a_quiz(self, values, derivatives, chosen) -> None:
        panel = self.panel("quiz")
        if panel is not None:
            panel.values.setChecked(values)
            panel.derivatives.setChecked(derivatives)
            panel.which.setCurrentIndex(chosen)
            press(panel.begin)

    @rule(name=st.sampled_from(["keep", "hint", "next", "end"]))
    def press_in_the_quiz(self, name) -> None:
        panel = self.panel("quiz")
        if panel is not None:
            press(getattr(panel, name))

    @rule(text=st.sampled_from(["1", "-4", "2*3", "x^", "", "16"]), end=ENDS)
    def answer(self, text, end) -> None:
        session = self.window.quiz
        if session.on and session.current is not None:
            self.window.quiz_desk.open()
            if self.window.canvas.entry.editor is not None:
                write(self.window.canvas.entry.editor, text, end)

    # --- the bump and training

    @rule(start=SHARES, end=SHARES, text=st.sampled_from(["", "", "0.1", "1/0", "w"]))
    def bump(self, start, end, text) -> None:
        panel = self.panel("bump")
        if panel is not None:
            slide(panel.slider, start, end)
            if text:
                write(panel.typed.line, text, Qt.Key.Key_Return)

    @rule()
    def race(self) -> None:
        panel = self.panel("bump")
        if panel is not None:
            press(panel.race.button)

    @rule(name=st.sampled_from(["play", "once", "once", "again"]))
    def train(self, name) -> None:
        panel = self.panel("train")
        if panel is not None:
            press(getattr(panel, name))

    @rule()
    def let_training_go_on(self) -> None:
        trainer = self.window.trainer
        before = trainer.steps
        wait_until(lambda: trainer.steps != before or not trainer.playing)

    @rule(rule=st.integers(0, 5), rate=st.sampled_from(["0.01", "1", "1000", "no"]))
    def choose_how_to_train(self, rule, rate) -> None:
        panel = self.panel("train")
        if panel is not None:
            panel.rule.setCurrentIndex(rule % panel.rule.count())
            write(panel.rate.line, rate, Qt.Key.Key_Return)

    # --- sliders

    @rule(i=st.integers(0, 10), start=SHARES, end=SHARES)
    def slide_a_leaf(self, i, start, end) -> None:
        sliders = [s for s in self.window.findChildren(Slider) if s.isVisible()]
        if sliders:
            slide(sliders[i % len(sliders)], start, end)

    @invariant()
    def what_is_looked_through_is_still_on(self) -> None:
        lesson, quiz = self.window.lesson, self.window.quiz
        bumping = "bump" in self.window.sidebar.made and self.window.side.bump.isVisible()
        owned = lesson.on or lesson.sweep.on or quiz.on or bumping
        assert owned or self.window.evaluation.lens is None
        assert not (lesson.on and quiz.on)

    # --- inside

    def act(self, name: str) -> None:
        self.window.bars.actions[name].trigger()
        QApplication.processEvents()

    def begin_lesson(self) -> None:
        if not self.window.lesson.on:
            self.act("lesson.toggle")

    def panel(self, name: str):
        """Return a panel that is in front, None where the window has no room for one."""
        if self.window.presenting:
            return None
        self.window.turn_to(name)
        QApplication.processEvents()
        return self.window.sidebar.panel(name)


def wait_until(done: Callable[[], bool]) -> None:
    """Let the window's clocks run until it is done."""
    flags = QEventLoop.ProcessEventsFlag
    while not done():
        QApplication.processEvents(flags.AllEvents | flags.WaitForMoreEvents)


def note(
    raised: list[str], kind: type[BaseException], error: BaseException, trace: TracebackType
) -> None:
    """Note what was raised where, and nothing of what its frames hold."""
    raised.append("".join(traceback.format_exception(kind, error, trace)))
