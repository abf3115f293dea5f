"""A student's path alone through a lesson: step, bump, be asked, train, and back to the start."""

import pytest
from hands import Hands, click
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.formats.chainrule_file import dumps
from gui.actions.file import open_lesson
from gui.picture.plain_text import plain_text
from gui.training.trainer import FASTEST
from gui.window.main_window import MainWindow
from resources import resource

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def answer(window: MainWindow, text: str) -> None:
    editor = window.canvas.entry.editor
    assert editor is not None
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()


def test_a_student_steps_bumps_answers_and_trains(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    open_lesson(window, resource("lessons/linear-unit.chainrule"))
    settle()
    before = dumps(window.document.graph)
    step_through(window)
    bump_w(window)
    be_asked(window)
    train(window, qtbot)
    click(window.side.train.again)  # and all is as it was
    assert dumps(window.document.graph) == before
    assert not window.document.modified
    assert Hands(window.canvas).written("c") == ("2", "−4")


def step_through(window: MainWindow) -> None:
    """Step forward, then backward to what training needs."""
    assert window.lesson.on
    said = []
    while window.lesson.place < window.lesson.walk.last:
        QTest.keyClick(window.canvas, Qt.Key.Key_Right)
        settle()
        said.append(plain_text(window.lesson.caption[-1]))
    assert "c = w · x = 2 · (−2) = −4" in said
    assert "∂J/∂w = ∂J/∂c · ∂c/∂w = 2 · (−2) = −4" in said
    assert Hands(window.canvas).written("c") == ("2", "−4")
    QTest.keyClick(window, Qt.Key.Key_F5)
    settle()
    assert not window.lesson.on


def bump_w(window: MainWindow) -> None:
    """Bump w: the derivative is what bumping comes to."""
    hands = Hands(window.canvas)
    QTest.keyClick(window, Qt.Key.Key_B, CTRL)
    window.canvas.fit()
    settle()
    hands.click(hands.middle("w"))
    settle()
    assert window.side.bump.sentence.text() == "w: 2 → 2.001, J: 2 → 1.996,<br>ΔJ/ε = −3.998 ≈ −4"
    assert Hands(window.canvas).written("a")[0] == "−4 → −4.002"


def be_asked(window: MainWindow) -> None:
    """Take the quiz: one answer is wrong, two are right."""
    QTest.keyClick(window, Qt.Key.Key_T, CTRL | SHIFT)
    settle()
    click(window.side.quiz.begin)
    assert Hands(window.canvas).written("a") == ("?", "?")
    answer(window, "4")
    assert window.side.quiz.verdict.text() == "4 is not it: try again"
    assert Hands(window.canvas).written("a")[0] == "4 ✗"
    answer(window, "2*(-2)")
    assert window.side.quiz.verdict.text() == "2*(-2) is right"
    answer(window, "8/2")
    assert window.side.quiz.score.text() == "1.5 of 11 points"
    click(window.side.quiz.end)
    assert Hands(window.canvas).written("a") == ("−4", "2")


def train(window: MainWindow, qtbot: QtBot) -> None:
    """Train: the output falls, the parameters move, one undo would give them back."""
    QTest.keyClick(window, Qt.Key.Key_T, CTRL)
    settle()
    panel = window.side.train
    panel.speed.setCurrentIndex(panel.speed.findData(FASTEST))
    click(panel.once)
    assert window.trainer.history == [2.0, pytest.approx(1.805)]
    assert Hands(window.canvas).written("c")[0] == "2.04"
    click(panel.play)
    qtbot.waitUntil(lambda: not window.trainer.playing)
    assert window.trainer.steps == 100
    assert window.trainer.history[-1] < 1e-4
    assert len(panel.curves.loss.curves[0].ys) == 101
    assert window.document.modified
