"""The hints of a quiz, and the questions at a node with several edges."""

from hands import click
from quiz_desk import Desk

import engine
from engine.lesson.quiz import Quiz
from gui.actions.file import open_path
from gui.picture.plain_text import plain_text
from gui.quiz import Blank
from gui.window.main_window import MainWindow
from resources import resource


def test_a_hint_gives_the_keyboard_back_and_no_verdict_moves_its_button(desk: Desk) -> None:
    click(desk.panel.begin)
    stood = desk.panel.hint.y()
    click(desk.panel.hint)
    desk.type("5")
    assert desk.panel.verdict.isVisible()
    assert desk.panel.hint.y() == stood
    click(desk.panel.hint)
    desk.type("-4")
    assert desk.session.marks[Blank("c")].right


def test_hints_give_the_local_derivative_then_the_product(desk: Desk) -> None:
    click(desk.panel.begin)
    click(desk.panel.hint)
    assert [plain_text(t) for t in desk.session.hints] == ["c = w · x"]
    click(desk.panel.hint)
    assert [plain_text(t) for t in desk.session.hints][1] == "c = w · x = 2 · (−2)"
    assert not desk.panel.hint.isEnabled()
    desk.session.turn_to(Blank("w", engine.Edge("w", "c", 0)))
    click(desk.panel.hint)
    click(desk.panel.hint)
    first, second = (plain_text(t) for t in desk.session.hints)
    assert first == "∂c/∂w = x = −2"
    assert second == "∂J/∂w = ∂J/∂c · ∂c/∂w = ? · (−2)"
    assert plain_text(desk.session.question) == "∂J/∂w = ?"
    desk.session.answer(Blank("c", engine.Edge("c", "a", 0)), "2")
    desk.session.turn_to(Blank("w", engine.Edge("w", "c", 0)))
    assert plain_text(desk.session.hints[1]) == "∂J/∂w = ∂J/∂c · ∂c/∂w = 2 · (−2)"
    desk.session.answer(Blank("w", engine.Edge("w", "c", 0)), "-4")
    assert desk.panel.score.text() == "1.25 of 11 points"
    desk.session.take_hint()
    assert desk.session.marks[Blank("w", engine.Edge("w", "c", 0))].hints == 2


def test_several_edges_of_a_node_are_asked_for_one_by_one(desk: Desk) -> None:
    open_path(desk.window, resource("examples/x-times-x.chainrule"))
    desk.settle()
    window = desk.window
    asked = [b for b in _blanks(window) if b.edge is not None and b.node == "x"]
    assert len(asked) == 2
    first, second = asked
    readings = window.evaluation.readings
    seen = window.evaluation.seen
    assert seen.derivative("x") == ""
    window.quiz.answer(first, repr(readings.edge_derivative(*first.edge)))
    assert window.evaluation.seen.derivative("x") == ""
    window.quiz.answer(second, repr(readings.edge_derivative(*second.edge)))
    assert window.evaluation.seen.derivative("x") == readings.derivative("x")
    assert "through" in plain_text(_question(window, first))


def _blanks(window: MainWindow) -> list[Blank]:
    window.quiz.start(Quiz())
    return window.quiz.blanks


def _question(window: MainWindow, blank: Blank):
    window.quiz.turn_to(blank)
    return window.quiz.question
