"""What a quiz asks for, the quiz in a file, and what ends or interrupts one."""

from pathlib import Path

import pytest
from examples import UNIT
from hands import click
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot
from quiz_desk import Desk

import engine
from engine.assignments import graph_from_text
from engine.lesson.quiz import Quiz
from gui.actions.file import open_path
from gui.commands import Disconnect, RenameNode, SetValue
from gui.quiz import Blank
from gui.quiz.blank import answers
from gui.run import read


def test_only_what_is_chosen_is_asked_for(desk: Desk) -> None:
    canvas = desk.window.canvas
    canvas.selection.edges.add(engine.Edge("c", "a", 0))
    canvas.selection_touched()
    assert desk.panel.which.currentText() == "The chosen edge"
    desk.panel.values.click()
    click(desk.panel.begin)
    assert desk.session.blanks == [Blank("c", engine.Edge("c", "a", 0))]
    assert desk.hands.written("a") == ("−4", "?")
    click(desk.panel.end)
    desk.panel.derivatives.click()
    assert not desk.panel.begin.isEnabled()
    desk.panel.values.click()
    click(desk.panel.begin)
    assert desk.session.blanks == [Blank("c")]


def test_an_edge_that_is_gone_is_not_chosen_any_more(desk: Desk) -> None:
    edge, panel = engine.Edge("c", "a", 0), desk.panel
    desk.window.canvas.selection.edges.add(edge)
    desk.window.canvas.selection_touched()
    desk.window.document.do(Disconnect(*edge))
    desk.settle()
    assert panel.which.currentText() == "Chosen edges: select them"
    assert not panel.begin.isEnabled()
    desk.window.document.undo()
    desk.settle()
    assert panel.which.currentText() == "The chosen edge"
    assert panel.begin.isEnabled()


def test_what_was_chosen_goes_with_its_graph(desk: Desk, tmp_path: Path) -> None:
    panel = desk.panel
    desk.window.canvas.selection.edges.add(engine.Edge("c", "a", 0))
    desk.window.canvas.selection_touched()
    panel.values.click()
    path = tmp_path / "other.chainrule"
    engine.save(engine.load(UNIT), path)
    open_path(desk.window, path)
    desk.settle()
    assert panel.which.currentText() == "All edges"
    assert panel.values.isChecked()
    assert panel.begin.isEnabled()


def test_a_quiz_is_handed_out_in_the_file(desk: Desk, tmp_path: Path) -> None:
    desk.panel.values.click()
    click(desk.panel.keep)
    assert desk.panel.keep.text() == "Take out of the file"
    path = tmp_path / "quiz.chainrule"
    engine.save(desk.window.document.graph, path)
    desk.window.document.undo()
    assert not desk.window.document.modified
    assert desk.panel.keep.text() == "Keep in the file"
    desk.window.document.reset(engine.Graph())
    desk.window.turn_to("inspect")
    desk.panel.values.setChecked(True)
    open_path(desk.window, path)
    desk.settle()
    assert desk.session.on
    assert not desk.panel.values.isChecked()
    assert desk.panel.derivatives.isChecked()
    assert len(desk.session.blanks) == 7
    assert desk.panel.isVisible()
    assert desk.hands.written("a") == ("−4", "?")
    click(desk.panel.end)
    click(desk.panel.keep)
    assert Quiz.of(desk.window.document.graph) is None
    desk.window.document.undo()


def test_a_malformed_quiz_is_told_and_kept(desk: Desk) -> None:
    graph = engine.load(UNIT)
    graph.network.graph["quiz"] = {"hide": "all"}
    desk.window.document.reset(graph)
    desk.settle()
    assert not desk.session.on
    assert desk.panel.problem.text() == "graph.quiz: expected an object that says what to hide"
    assert graph.network.graph["quiz"] == {"hide": "all"}


def test_where_there_is_no_single_number_there_is_no_quiz(desk: Desk) -> None:
    graph = engine.Graph()
    graph.op("square", graph.parameter("v", [1.0, 2.0]), name="s")
    desk.window.document.reset(graph)
    desk.settle()
    click(desk.panel.begin)
    assert not desk.session.on
    assert desk.panel.problem.text() == "There is no single number to ask for."


def test_an_edit_begins_it_anew_and_others_end_it(desk: Desk) -> None:
    click(desk.panel.begin)
    desk.type("-4")
    desk.window.document.do(SetValue("w", 3.0))
    desk.settle()
    assert desk.session.points == 0
    assert desk.hands.written("a") == ("?", "?")
    desk.window.document.do(RenameNode("c", "product"))
    desk.settle()
    assert desk.session.blanks[0] == Blank("product")
    assert desk.hands.written("a") == ("?", "?")
    desk.window.lesson.start()
    desk.settle()
    assert not desk.session.on
    desk.window.lesson.stop()
    click(desk.panel.begin)
    desk.window.document.reset(engine.Graph())
    desk.settle()
    assert not desk.session.on


def test_a_bump_in_between_loses_no_answer(desk: Desk) -> None:
    click(desk.panel.begin)
    desk.type("-4")
    desk.window.turn_to("bump")
    desk.settle()
    assert not desk.session.on
    desk.window.turn_to("quiz")
    desk.settle()
    assert desk.panel.begin.text() == "Go on"
    click(desk.panel.begin)
    assert desk.panel.score.text() == "1 of 11 points"
    assert desk.hands.written("a") == ("−4", "?")
    click(desk.panel.end)
    assert desk.panel.begin.text() == "Begin"
    click(desk.panel.begin)
    assert desk.panel.score.text() == "0 of 11 points"


def test_other_numbers_in_between_are_asked_for_anew(desk: Desk) -> None:
    click(desk.panel.begin)
    desk.type("-4")
    desk.window.turn_to("bump")
    desk.window.document.do(SetValue("w", 3.0))
    desk.settle()
    desk.window.turn_to("quiz")
    desk.settle()
    click(desk.panel.begin)
    assert desk.panel.score.text() == "0 of 11 points"
    assert desk.hands.written("a") == ("?", "?")


def test_what_a_large_graph_asks_for_is_found_beside_the_loop(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.quiz.session.LARGE", 3)
    session = desk.session
    desk.panel.begin.click()
    assert not session.on  # yet
    desk.window.document.do(SetValue("w", 3.0))
    desk.window.evaluation.flush()
    qtbot.waitUntil(lambda: session.on)
    assert len(session.blanks) == session.open == 11
    assert len(session.marks) <= 1  # nobody touched the others
    assert session.answer(session.blanks[0], "-6")  # with the value from after the edit
    assert len(session.marks) <= 2
    assert session.open == 10
    session.stop()
    desk.panel.begin.click()
    session.stop()
    desk.settle()
    assert not session.on


def test_nothing_is_found_any_more_for_a_window_that_is_put_away(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.quiz.session.LARGE", 3)
    desk.panel.begin.click()
    desk.window.put_away()
    qtbot.wait(50)
    assert not desk.session.on


def test_a_click_looks_at_the_blanks_around_it_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(desk.panel.begin)
    desk.window.canvas.zoom_to(2.0)
    looked: list[Blank] = []
    labels = desk.window.quiz_desk._labels
    monkeypatch.setattr(
        desk.window.quiz_desk, "_labels", lambda blank: looked.append(blank) or labels(blank)
    )
    blank = desk.session.blanks[0]
    label = labels(blank)[0]
    left, top, right, bottom = label.box()
    point = QPointF((left + right) / 2, (top + bottom) / 2)
    assert desk.window.quiz_desk._blank_at(point) == blank
    assert len(looked) < 6
    assert desk.window.quiz_desk._blank_at(QPointF(-5000.0, -5000.0)) is None


def test_what_is_found_anew_does_not_take_the_picture_from_the_lesson_that_ended_the_quiz(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.quiz.session.LARGE", 3)
    desk.panel.begin.click()
    qtbot.waitUntil(lambda: desk.session.on)
    desk.window.document.do(SetValue("w", 3.0))
    desk.window.evaluation.flush()
    assert desk.session._finding.begun
    desk.window.lesson.start()
    assert not desk.session.on
    qtbot.wait(100)
    assert desk.window.lesson.on
    assert not desk.session._finding.begun


def test_a_quiz_that_is_still_being_made_does_not_take_the_picture_from_a_lesson(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.quiz.session.LARGE", 3)
    desk.panel.begin.click()
    assert desk.session._finding.begun
    desk.window.lesson.start()
    assert not desk.session._finding.begun
    qtbot.wait(100)
    assert desk.window.lesson.on
    assert not desk.session.on
    desk.window.lesson.stop()
    desk.panel.begin.click()
    qtbot.waitUntil(lambda: desk.session.on)


def test_another_graph_is_asked_for_only_where_its_edges_are_chosen():
    graph = graph_from_text("e = w^2; t = w*w; f = v^2; g = f*f", {"w": 2.0, "v": 3.0})
    graph.output = "e"
    readings = read(graph)
    assert [blank.node for blank in answers(graph, readings, Quiz(derivatives=False))] == ["e", "t"]
    chosen = Quiz(derivatives=False, edges=(engine.Edge("f", "g", 0),))
    assert [blank.node for blank in answers(graph, readings, chosen)] == ["f"]


def test_of_many_chosen_edges_each_is_looked_up_and_not_looked_for():
    """Chosen were all 9,883 of a network: to find what is asked for took a second, now 0.1."""

    class Chosen(tuple[engine.Edge, ...]):
        __slots__ = ()

        def __contains__(self, edge: object) -> bool:
            raise AssertionError(f"{edge} is looked for among all")

    graph = graph_from_text("e = w^2; J = e*w", {"w": 2.0})
    quiz = Quiz(edges=Chosen(graph.edges()))
    assert answers(graph, read(graph), quiz) == answers(
        graph, read(graph), Quiz(edges=(*quiz.edges,))
    )
