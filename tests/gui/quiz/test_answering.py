"""Answers typed on the canvas: what they count, what becomes of a wrong one."""

import pytest
from examples import UNIT
from hands import click
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from quiz_desk import Desk

import engine
from gui.actions.file import open_path
from gui.quiz import Blank
from gui.theme import LIGHT

VALUES = [Blank("c"), Blank("a"), Blank("d"), Blank("J")]


def test_answers_are_typed_where_they_stand_and_the_next_blank_opens(desk: Desk) -> None:
    click(desk.panel.begin)
    assert desk.session.blanks[:4] == VALUES
    assert len(desk.session.blanks) == 11
    assert desk.hands.written("a") == ("?", "?")
    assert desk.hands.written("c") == ("2", "?")
    for text in ("-4", "8/2", "4-2", "2^2/2"):
        desk.type(text)
    assert desk.hands.written("a") == ("−4", "?")
    assert desk.panel.score.text() == "4 of 11 points"
    assert desk.panel.verdict.text() == "2^2/2 is right"
    assert desk.session.current == Blank("d", engine.Edge("d", "J", 0))
    for text in ("2", "2", "-2", "2", "2", "-4", "4"):
        desk.type(text)
    assert desk.session.open == 0
    assert desk.panel.score.text() == "11 of 11 points"
    assert desk.panel.verdict.text() == "All 11 are found."
    assert desk.window.canvas.entry.editor is None
    assert not desk.window.document.modified
    click(desk.panel.end)
    assert desk.hands.written("c") == ("2", "−4")
    assert desk.window.evaluation.lens is None


def test_a_lesson_amid_a_quiz_is_asked_for_outside_the_field_and_tells_of_the_quiz(
    desk: Desk,
) -> None:
    click(desk.panel.begin)
    desk.settle()
    said = desk.window.status.said
    QTest.keyClick(desk.window.canvas.entry.editor, Qt.Key.Key_F5)
    assert said.text() == "F5 waits while this field is open; Esc leaves it"
    assert desk.session.on
    QTest.keyClick(desk.window.canvas.entry.editor, Qt.Key.Key_Escape)
    QTest.keyClick(desk.window.canvas, Qt.Key.Key_F5)
    desk.settle()
    assert desk.window.lesson.on
    assert not desk.session.on
    assert said.text() == "the quiz rests while this is shown; it goes on from its panel"
    assert desk.panel.begin.text() == "Go on"


def test_a_wrong_answer_stays_marked_and_may_be_tried_again(desk: Desk) -> None:
    click(desk.panel.begin)
    desk.type("4")
    assert desk.panel.verdict.text() == "4 is not it: try again"
    assert desk.hands.written("a")[0] == "4 ✗"
    assert desk.session.current == Blank("c")
    desk.type("-4")
    assert desk.hands.written("a")[0] == "−4"
    assert desk.panel.score.text() == "0.5 of 11 points"


def test_the_verdict_has_its_colour_and_the_score_outlives_the_end(desk: Desk) -> None:
    click(desk.panel.begin)
    desk.type("4")
    verdict = desk.panel.verdict
    assert verdict.palette().color(verdict.foregroundRole()).name() == LIGHT.illegal
    desk.type("-4")
    assert verdict.palette().color(verdict.foregroundRole()).name() == LIGHT.legal
    click(desk.panel.end)
    assert desk.panel.result.isVisible()
    assert desk.panel.result.text() == "0.5 of 11 points"
    click(desk.panel.begin)
    click(desk.panel.end)
    assert not desk.panel.result.isVisible()


def test_an_answer_that_comes_as_the_quiz_ends_hides_nothing_again(desk: Desk) -> None:
    click(desk.panel.begin)
    desk.session.stop()
    desk.session.answer(VALUES[0], "4")
    assert desk.window.evaluation.lens is None


def test_the_score_goes_with_its_graph(desk: Desk) -> None:
    click(desk.panel.begin)
    desk.type("-4")
    click(desk.panel.end)
    open_path(desk.window, UNIT)
    desk.settle()
    assert not desk.panel.result.isVisible()


def test_what_is_no_answer_stays_open_with_its_reason(desk: Desk) -> None:
    click(desk.panel.begin)
    desk.type("w*x")
    editor = desk.window.canvas.entry.editor
    assert editor is not None
    assert editor.reason == "write numbers only: w is a name"
    assert desk.session.marks[Blank("c")].wrong == 0
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    desk.settle()
    assert desk.window.canvas.entry.editor is None
    assert desk.session.on


def test_return_in_an_empty_field_leaves_it_open_and_a_click_elsewhere_does_not(
    desk: Desk,
) -> None:
    click(desk.panel.begin)
    blank = desk.session.current
    desk.type("")
    assert desk.window.canvas.entry.editor is not None
    assert desk.session.current == blank
    desk.hands.click((0.0, -250.0))
    desk.settle()
    assert desk.window.canvas.entry.editor is None


def test_a_quiz_begins_where_its_blanks_are(desk: Desk) -> None:
    desk.window.show_welcome()
    click(desk.panel.begin)
    assert desk.window.canvas.isVisible()
    desk.type("2")
    assert desk.session.marks


def test_a_click_on_a_blank_opens_it(desk: Desk) -> None:
    click(desk.panel.begin)
    picture = desk.window.canvas.picture
    label = picture.edge_labels(picture.edge_index["d", 0])[1]
    desk.hands.click((label.x, label.baseline - 4))
    desk.settle()
    assert desk.session.current == Blank("a", engine.Edge("a", "d", 0))
    desk.type("2")
    assert desk.hands.written("d") == ("?", "2")
    arrow = picture.output_labels()
    assert arrow is not None
    desk.hands.click((arrow[0].x, arrow[0].baseline - 4))
    desk.settle()
    assert desk.session.current == Blank("J")
    desk.hands.click(desk.hands.middle("w"))
    desk.settle()
    assert desk.window.canvas.selection.nodes == {"w"}
    click(desk.panel.next)
    assert desk.session.current == Blank("d", engine.Edge("d", "J", 0))
    assert desk.window.canvas.entry.editor is not None


def test_the_field_leaves_the_other_number_of_its_edge_to_be_read(desk: Desk) -> None:
    click(desk.panel.begin)
    canvas = desk.window.canvas
    for answer in ("-4", "4", "2", "2", "2", "2", "-2", "2", "2", "-4", "4"):
        desk.settle()
        blank, field = desk.session.current, canvas.entry.editor.geometry()
        assert blank is not None
        edge = blank.edge or next(iter(desk.window.document.graph.consumers(blank.node)), None)
        labels = (
            canvas.picture.output_labels()
            if edge is None
            else canvas.picture.edge_labels(canvas.picture.edge_index[(edge.target, edge.port)])
        )
        left, top, right, bottom = labels[0 if blank.edge else 1].box()
        for x, y in ((left, top), (right, bottom)):
            assert not field.contains(canvas.viewpoint.to_view(QPointF(x, y)).toPoint())
        if edge is not None:  # and the card that the edge leads to
            port = canvas.picture.entering_point(edge.target, edge.port)
            assert field.right() <= canvas.viewpoint.to_view(QPointF(*port)).x() + 1.0
        desk.type(answer)
    assert desk.session.open == 0


@pytest.mark.parametrize("scale", [0.7, 1.0, 2.0])
def test_the_field_leaves_the_numbers_of_the_edges_beside_it_to_be_read(
    desk: Desk, scale: float
) -> None:
    click(desk.panel.begin)
    canvas, picture = desk.window.canvas, desk.window.canvas.picture
    canvas.zoom_to(scale)
    covered = []
    for answer in ("-4", "4", "2", "2", "2", "2", "-2", "2", "2", "-4", "4"):
        desk.settle()
        blank, field = desk.session.current, QRectF(canvas.entry.editor.geometry())
        assert blank is not None
        own = picture.edge_index[blank.edge.target, blank.edge.port] if blank.edge else None
        for row, edge in enumerate(picture.edges):
            if row != own and (blank.edge or edge.source != blank.node):
                for label in picture.edge_labels(row):
                    left, top, right, bottom = label.box()
                    first, last = QPointF(left, top + 1.0), QPointF(right, bottom)
                    view = canvas.viewpoint
                    letters = QRectF(view.to_view(first), view.to_view(last))
                    covered += [(blank, edge)] if field.intersects(letters) else []
        desk.type(answer)
    assert covered == []


def test_a_blank_beneath_the_minimap_is_not_clicked(desk: Desk) -> None:
    click(desk.panel.begin)
    canvas, current = desk.window.canvas, desk.session.current
    canvas.entry.close()
    canvas.zoom_to(3.0)
    canvas.viewport().grab()
    blank = desk.session.blanks[3]
    label = desk.window.quiz_desk._label(blank)
    assert label is not None
    place = canvas.viewpoint.to_view(QPointF(label.x, label.baseline - 4.0))
    canvas.pan(canvas.minimap.place.center() - place)
    canvas.viewport().grab()
    at = canvas.minimap.place.center()
    assert canvas.viewpoint.to_picture(at).y() < label.baseline
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())
    desk.settle()
    assert desk.session.current == current != blank
    assert canvas.entry.editor is None


def test_a_click_on_a_blank_ends_the_edge_that_hangs_on_the_pointer(desk: Desk) -> None:
    click(desk.panel.begin)
    canvas = desk.window.canvas
    canvas.entry.close()
    desk.hands.click(desk.hands.out("c"))
    label = desk.window.quiz_desk._label(desk.session.blanks[3])
    assert label is not None
    desk.hands.click((label.x, label.baseline - 4.0))
    assert canvas.hand.gesture is None
    assert canvas.entry.editor is None
    canvas.entry.close()
