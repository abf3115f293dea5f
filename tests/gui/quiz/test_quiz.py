"""A quiz in the window: typed in place by real keys, checked, hinted at, and nowhere to be read."""

from pathlib import Path

import pytest
from hands import Hands
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

import engine
from engine.lesson.quiz import Quiz
from gui.actions.action import shown_lens
from gui.actions.file import FILE, open_path
from gui.canvas.tooltip import tooltip_at
from gui.commands import RenameNode, SetValue
from gui.dialogs.export_picture import ExportPicture
from gui.exports.subject import Subject
from gui.picture.runs import plain_text
from gui.quiz import Blank
from gui.theme import LIGHT
from gui.window.main_window import MainWindow
from resources import resource

UNIT = resource("examples/linear-unit.chainrule")
VALUES = [Blank("c"), Blank("a"), Blank("d"), Blank("J")]


class Desk:
    """A window with the quiz in front, and hands."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        open_path(window, UNIT)
        window.activateWindow()
        QApplication.processEvents()
        window.canvas.fit()
        window.turn_to("quiz")
        self.panel, self.session = window.side.quiz, window.quiz
        self.hands = Hands(window.canvas)
        QApplication.processEvents()

    def click(self, button: QPushButton) -> None:
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()

    def type(self, text: str) -> None:
        self.settle()
        editor = self.window.canvas.entry.editor
        assert editor is not None
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        self.settle()

    def written(self, target: str, port: int = 0) -> tuple[str, ...]:
        picture = self.window.canvas.picture
        return tuple(plain_text(t) for t in picture.edge_texts(picture.edge_index[target, port]))

    def numbers(self) -> set[str]:
        """All that stands on the picture besides the cards."""
        return {plain_text(label.text) for label in self.window.canvas.picture.labels()}


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    return Desk(window)


def test_answers_are_typed_where_they_stand_and_the_next_blank_opens(desk: Desk) -> None:
    desk.click(desk.panel.begin)
    assert desk.session.blanks[:4] == VALUES
    assert len(desk.session.blanks) == 11
    assert desk.written("a") == ("?", "?")
    assert desk.written("c") == ("2", "?")
    for text in ("-4", "8/2", "4-2", "2^2/2"):
        desk.type(text)
    assert desk.written("a") == ("−4", "?")
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
    desk.click(desk.panel.end)
    assert desk.written("c") == ("2", "−4")
    assert desk.window.evaluation.lens is None


def test_a_wrong_answer_stays_marked_and_may_be_tried_again(desk: Desk) -> None:
    desk.click(desk.panel.begin)
    desk.type("4")
    assert desk.panel.verdict.text() == "4 is not it: try again"
    assert desk.written("a")[0] == "4 ✗"
    assert desk.session.current == Blank("c")
    desk.type("-4")
    assert desk.written("a")[0] == "−4"
    assert desk.panel.score.text() == "0.5 of 11 points"


def test_the_verdict_has_its_colour_and_the_score_outlives_the_end(desk: Desk) -> None:
    desk.click(desk.panel.begin)
    desk.type("4")
    verdict = desk.panel.verdict
    assert verdict.palette().color(verdict.foregroundRole()).name() == LIGHT.illegal
    desk.type("-4")
    assert verdict.palette().color(verdict.foregroundRole()).name() == LIGHT.legal
    desk.click(desk.panel.end)
    assert desk.panel.result.isVisible()
    assert desk.panel.result.text() == "0.5 of 11 points"
    desk.click(desk.panel.begin)
    desk.click(desk.panel.end)
    assert not desk.panel.result.isVisible()


def test_the_score_goes_with_its_graph(desk: Desk) -> None:
    desk.click(desk.panel.begin)
    desk.type("-4")
    desk.click(desk.panel.end)
    open_path(desk.window, UNIT)
    desk.settle()
    assert not desk.panel.result.isVisible()


def test_what_is_no_answer_stays_open_with_its_reason(desk: Desk) -> None:
    desk.click(desk.panel.begin)
    desk.type("w*x")
    editor = desk.window.canvas.entry.editor
    assert editor is not None
    assert editor.reason == "write numbers only: w is a name"
    assert desk.session.marks[Blank("c")].wrong == 0
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    desk.settle()
    assert desk.window.canvas.entry.editor is None
    assert desk.session.on


def test_a_click_on_a_blank_opens_it(desk: Desk) -> None:
    desk.click(desk.panel.begin)
    picture = desk.window.canvas.picture
    label = picture.edge_labels(picture.edge_index["d", 0])[1]
    desk.hands.click((label.x, label.baseline - 4))
    desk.settle()
    assert desk.session.current == Blank("a", engine.Edge("a", "d", 0))
    desk.type("2")
    assert desk.written("d") == ("?", "2")
    arrow = picture.output_labels()
    assert arrow is not None
    desk.hands.click((arrow[0].x, arrow[0].baseline - 4))
    desk.settle()
    assert desk.session.current == Blank("J")
    desk.hands.click(desk.hands.middle("w"))
    desk.settle()
    assert desk.window.canvas.selection.nodes == {"w"}
    desk.click(desk.panel.next)
    assert desk.session.current == Blank("d", engine.Edge("d", "J", 0))
    assert desk.window.canvas.entry.editor is not None


def test_a_hint_gives_the_keyboard_back_and_no_verdict_moves_its_button(desk: Desk) -> None:
    desk.click(desk.panel.begin)
    stood = desk.panel.hint.y()
    desk.click(desk.panel.hint)
    desk.type("5")
    assert desk.panel.verdict.isVisible()
    assert desk.panel.hint.y() == stood
    desk.click(desk.panel.hint)
    desk.type("-4")
    assert desk.session.marks[Blank("c")].right


def test_hints_give_the_local_derivative_then_the_product(desk: Desk) -> None:
    desk.click(desk.panel.begin)
    desk.click(desk.panel.hint)
    assert [plain_text(t) for t in desk.session.hints] == ["c = w · x"]
    desk.click(desk.panel.hint)
    assert [plain_text(t) for t in desk.session.hints][1] == "c = w · x = 2 · (−2)"
    assert not desk.panel.hint.isEnabled()
    desk.session.turn_to(Blank("w", engine.Edge("w", "c", 0)))
    desk.click(desk.panel.hint)
    desk.click(desk.panel.hint)
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


def test_only_what_is_chosen_is_asked_for(desk: Desk) -> None:
    canvas = desk.window.canvas
    canvas.selection.edges.add(engine.Edge("c", "a", 0))
    canvas.selection_touched()
    assert desk.panel.which.currentText() == "the 1 chosen edges"
    desk.panel.values.click()
    desk.click(desk.panel.begin)
    assert desk.session.blanks == [Blank("c", engine.Edge("c", "a", 0))]
    assert desk.written("a") == ("−4", "?")
    desk.click(desk.panel.end)
    desk.panel.derivatives.click()
    assert not desk.panel.begin.isEnabled()
    desk.panel.values.click()
    desk.click(desk.panel.begin)
    assert desk.session.blanks == [Blank("c")]


def test_a_quiz_is_handed_out_in_the_file(desk: Desk, tmp_path: Path) -> None:
    desk.panel.values.click()
    desk.click(desk.panel.keep)
    assert desk.panel.keep.text() == "Take out of the file"
    path = tmp_path / "quiz.chainrule"
    engine.save(desk.window.document.graph, path)
    desk.window.document.undo()
    assert not desk.window.document.modified
    assert desk.panel.keep.text() == "Keep in the file"
    desk.window.document.reset(engine.Graph())
    desk.window.turn_to("inspect")
    open_path(desk.window, path)
    desk.settle()
    assert desk.session.on
    assert len(desk.session.blanks) == 7
    assert desk.panel.isVisible()
    assert desk.written("a") == ("−4", "?")
    desk.click(desk.panel.end)
    desk.click(desk.panel.keep)
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
    desk.click(desk.panel.begin)
    assert not desk.session.on
    assert desk.panel.problem.text() == "There is no single number to ask for."


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


def test_an_edit_begins_it_anew_and_others_end_it(desk: Desk) -> None:
    desk.click(desk.panel.begin)
    desk.type("-4")
    desk.window.document.do(SetValue("w", 3.0))
    desk.settle()
    assert desk.session.points == 0
    assert desk.written("a") == ("?", "?")
    desk.window.document.do(RenameNode("c", "product"))
    desk.settle()
    assert desk.session.blanks[0] == Blank("product")
    assert desk.written("a") == ("?", "?")
    desk.window.lesson.start()
    desk.settle()
    assert not desk.session.on
    desk.window.lesson.stop()
    desk.click(desk.panel.begin)
    desk.window.document.reset(engine.Graph())
    desk.settle()
    assert not desk.session.on


def test_a_bump_in_between_loses_no_answer(desk: Desk) -> None:
    desk.click(desk.panel.begin)
    desk.type("-4")
    desk.window.turn_to("bump")
    desk.settle()
    assert not desk.session.on
    desk.window.turn_to("quiz")
    desk.settle()
    assert desk.panel.begin.text() == "Go on"
    desk.click(desk.panel.begin)
    assert desk.panel.score.text() == "1 of 11 points"
    assert desk.written("a") == ("−4", "?")
    desk.click(desk.panel.end)
    assert desk.panel.begin.text() == "Begin"
    desk.click(desk.panel.begin)
    assert desk.panel.score.text() == "0 of 11 points"


# --- nowhere to be read


def test_the_answers_cannot_be_read_anywhere(desk: Desk) -> None:
    desk.window.document.do(SetValue("w", 5.0))  # c = −10, a = −2, d = −4, J = 8
    desk.settle()
    desk.click(desk.panel.begin)
    desk.window.canvas.entry.close_editor()
    window, canvas = desk.window, desk.window.canvas
    answers = {"−10", "−4", "8", "−20"}
    assert desk.numbers() <= {"?", "5", "−2", "8", "2", "1"}
    assert desk.written("a", 1) == ("8", "?")  # b's own value, which is given
    for name in ("c", "d", "J", "a"):
        x, y = desk.hands.middle(name)
        said = tooltip_at(canvas.picture, QPointF(x, y), 4.0)
        assert not any(f"= {number}" in said for number in answers)
        assert "= ?" in said
    for edge in (engine.Edge("c", "a", 0), engine.Edge("d", "J", 0)):
        at = canvas.picture.edge_index[edge.target, edge.port]
        label = canvas.picture.edge_labels(at)[0]
        said = tooltip_at(canvas.picture, QPointF(label.x, label.baseline + 8), 4.0)
        assert not any(number in said for number in answers)
    for shown in ("c", "d", "J"):
        window.inspector.show_selection([shown], [])
        texts = {label.text() for label in window.inspector.findChildren(QLabel)}
        assert not texts & answers
        if shown != "J":  # where every way back begins, and nothing is asked for
            assert window.inspector.node_page.chain.isHidden()  # a hint that costs nothing
        assert not any(
            view.isVisibleTo(window.inspector) for view in window.inspector.node_page.local
        )
    spoken = QAccessible.queryAccessibleInterface(canvas)
    assert spoken is not None
    for k in range(spoken.childCount()):
        child = spoken.child(k)
        said = " ".join(child.text(kind) for kind in QAccessible.Text if kind.value < 5)
        assert not any(number in said for number in ("−10", "−20"))


def test_what_was_found_is_explained_while_the_rest_is_asked_for(desk: Desk) -> None:
    inspector = desk.window.inspector
    page = inspector.node_page
    desk.panel.values.setChecked(False)
    desk.click(desk.panel.begin)
    desk.type("2")  # of d, into J
    desk.window.turn_to("inspect")
    inspector.show_selection(["d"], [])
    assert page.chain.texts()[:2] == ["Local derivative", "∂J/∂d = d = 2"]
    assert not any(view.isVisibleTo(inspector) for view in page.local)  # both are still asked for
    inspector.show_selection(["J"], [])
    assert [view.isVisibleTo(inspector) for view in page.local][:1] == [True]
    inspector.show_selection(["a"], [])
    assert page.chain.isHidden()


def test_the_field_leaves_the_other_number_of_its_edge_to_be_read(desk: Desk) -> None:
    desk.click(desk.panel.begin)
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


def test_no_program_or_text_is_shown_that_tells_the_answers(desk: Desk) -> None:
    action = next(action for action in FILE if action.id == "file.export_code")
    assert action.enabled(desk.window)
    desk.click(desk.panel.begin)
    assert not action.enabled(desk.window)
    desk.session.stop()
    assert action.enabled(desk.window)


def test_training_does_not_tell_the_output_that_is_asked_for(desk: Desk) -> None:
    panel = desk.window.side.train
    desk.click(desk.panel.begin)
    desk.window.turn_to("train")
    desk.click(panel.once)
    assert panel.state.text() == "step 1"
    assert panel.loss.curves == []
    desk.session.stop()
    desk.settle()
    assert panel.state.text().startswith("step 1, J = ")
    assert len(panel.loss.curves) == 1


def test_an_export_shows_blanks_too(desk: Desk, tmp_path: Path) -> None:
    window = desk.window
    desk.click(desk.panel.begin)
    desk.type("-4")
    graph = window.document.graph
    dialog = ExportPicture(
        graph, tmp_path / "x.png", window.settings, (), window, shown_lens(window)
    )
    texts = Subject(graph, dialog.choices.options()).drawing.texts()
    written = [plain_text(text.text) for text in texts]
    assert written.count("?") == 10
    assert "−4" in written
    dialog.deleteLater()
    window.lesson.start()
    assert shown_lens(window) is None
    window.lesson.stop()
