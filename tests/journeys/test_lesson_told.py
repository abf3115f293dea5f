"""What is said at the steps of a lesson: written, kept, read out."""

import pytest
from lecture import KEYS, press, said
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import engine
from engine.lesson.lesson_text import MOST_TEXTS, LessonText
from gui.actions.file import open_example, open_lesson
from gui.commands import RenameNode
from gui.dialogs import message
from resources import resource


def test_a_lesson_whose_texts_are_malformed_says_where(window, monkeypatch):
    told = []
    monkeypatch.setattr(message, "tell_failure", lambda _parent, sentence: told.append(sentence))
    open_example(window, resource("examples/fan-out.chainrule"))
    window.document.graph.network.graph["lesson"] = {"texts": 5}
    QTest.keyClick(window, KEYS.Key_F5)
    assert told == ["graph.lesson.texts: expected a list"]
    assert not window.lesson.on


def test_a_screen_reader_hears_each_step_once(window):
    QAccessible.setActive(True)
    try:
        heard = []
        window.canvas.voice.said.connect(heard.append)
        open_lesson(window, resource("lessons/fan-out.chainrule"))
        press(window, KEYS.Key_Right)
        told = [text for text in heard if text.startswith("Upward it is squared.")]
        assert told == ["Upward it is squared. u = x² = 3² = 9"]
        window.lesson.stepped.emit()
        assert heard.count(told[0]) == 1
    finally:
        QAccessible.setActive(False)


def test_a_lecturer_writes_what_is_said_at_a_step(lecture, tmp_path):
    transport = lecture.transport
    press(lecture, KEYS.Key_Right, KEYS.Key_Right)
    QTest.mouseClick(transport.buttons["write"], Qt.MouseButton.LeftButton)
    assert transport.line.hasFocus()
    QTest.keyClicks(transport.line, "The bias joins in.")
    QTest.keyClick(transport.line, KEYS.Key_Return)
    QApplication.processEvents()
    assert transport.said.text() == "The bias joins in."
    assert lecture.canvas.hasFocus()
    QTest.mouseClick(transport.buttons["write"], Qt.MouseButton.LeftButton)
    QTest.keyClicks(transport.line, "given up")
    QTest.keyClick(transport.line, KEYS.Key_Escape)
    assert transport.said.text() == "The bias joins in."
    assert lecture.lesson.on
    press(lecture, KEYS.Key_Home)
    assert transport.said.text() == ""
    QTest.mouseClick(transport.buttons["write"], Qt.MouseButton.LeftButton)
    QTest.keyClicks(transport.line, "kept when one goes on")
    lecture.canvas.setFocus()
    assert transport.said.text() == "kept when one goes on"
    path = tmp_path / "lecture.chainrule"
    engine.save(lecture.document.graph, path)
    assert LessonText.of(engine.load(path)).said[0].text == "The bias joins in."
    lecture.document.undo()
    assert transport.said.text() == ""
    lecture.document.undo()
    assert not lecture.lesson.texts
    assert "lesson" not in lecture.document.graph.network.graph


def test_what_is_being_written_stays_with_its_step(lecture):
    transport, lesson = lecture.transport, lecture.lesson
    for leave in (
        lambda: QTest.mouseClick(transport.buttons["step-next"], Qt.MouseButton.LeftButton),
        lambda: QTest.mouseClick(transport.track, Qt.MouseButton.LeftButton, pos=QPoint(150, 10)),
        lambda: QTest.mouseClick(transport.buttons["close"], Qt.MouseButton.LeftButton),
    ):
        place = lesson.place
        QTest.mouseClick(transport.buttons["write"], Qt.MouseButton.LeftButton)
        transport.line.clear()
        QTest.keyClicks(transport.line, f"Step {place}.")
        leave()
        QApplication.processEvents()
        assert transport.line.isHidden()
        assert lesson.place != place or not lesson.on
        step = lesson.walk.steps[place] if lesson.on else None
        assert step is None or lesson.texts[place] == f"Step {place}."
    lesson.start()
    assert sorted(lesson.texts.values()) == sorted(f"Step {n}." for n in lesson.texts)
    assert len(lesson.texts) == 3
    QTest.mouseClick(transport.buttons["write"], Qt.MouseButton.LeftButton)
    QTest.keyClicks(transport.line, "Given.")
    QTest.keyClick(lecture, KEYS.Key_F5)
    assert not lesson.on
    lesson.start()
    assert lesson.texts[0] == "Given."
    assert transport.line.isHidden()


def test_what_is_being_written_leaves_the_keyboard_where_it_went(lecture):
    transport, title = lecture.transport, lecture.inspector.graph_page.title.line
    QTest.mouseClick(transport.buttons["write"], Qt.MouseButton.LeftButton)
    QTest.keyClicks(transport.line, "Given.")
    QApplication.sendEvent(
        transport.line, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason)
    )
    assert transport.line.isVisible()
    title.setFocus(Qt.FocusReason.MouseFocusReason)
    assert transport.line.isHidden()
    assert lecture.lesson.texts == {0: "Given."}
    assert title.hasFocus()


def test_an_empty_text_says_nothing_any_more(window):
    open_lesson(window, resource("lessons/fan-out.chainrule"))
    before = len(window.lesson.texts)
    window.lesson.say("")
    assert len(window.lesson.texts) == before - 1
    window.document.undo()
    assert len(window.lesson.texts) == before


def test_a_text_that_is_left_as_it_is_touches_nothing(lecture):
    """It went behind all others in the file, and two at one step became one."""
    texts = [{"pass": "given", "say": said} for said in ("one", "two")]
    texts.append({"pass": "forward", "node": "c", "say": "three"})
    lecture.document.graph.network.graph["lesson"] = {"texts": texts}
    lecture.lesson.stop()
    press(lecture, KEYS.Key_F5)
    steps = lecture.document.history.count()
    QTest.mouseClick(lecture.transport.buttons["write"], Qt.MouseButton.LeftButton)
    assert lecture.transport.line.text() == "one two"
    QTest.keyClick(lecture.transport.line, KEYS.Key_Return)
    assert lecture.document.history.count() == steps
    assert lecture.document.graph.network.graph["lesson"] == {"texts": texts}


@pytest.mark.parametrize("said", [("a" * 600, "b" * 600), (" with air ",), ("two\nlines",)])
def test_a_text_that_the_line_cannot_hold_as_it_is_stays_where_nothing_is_typed(lecture, said):
    texts = [{"pass": "given", "say": text} for text in said]
    lecture.document.graph.network.graph["lesson"] = {"texts": texts}
    lecture.lesson.stop()
    press(lecture, KEYS.Key_F5)
    QTest.mouseClick(lecture.transport.buttons["write"], Qt.MouseButton.LeftButton)
    QTest.keyClick(lecture.transport.line, KEYS.Key_Return)
    assert lecture.document.graph.network.graph["lesson"] == {"texts": texts}
    assert lecture.transport.line.isHidden()


def test_no_line_is_opened_for_more_than_a_lesson_may_say(lecture):
    texts = [{"pass": "forward", "node": f"n{k}", "say": "x"} for k in range(MOST_TEXTS)]
    lecture.document.graph.network.graph["lesson"] = {"texts": texts}
    lecture.lesson.stop()
    press(lecture, KEYS.Key_F5)
    QTest.mouseClick(lecture.transport.buttons["write"], Qt.MouseButton.LeftButton)
    assert lecture.transport.line.isHidden()
    assert lecture.status.said.text() == "a lesson may have at most 1,000 texts"


def test_an_undo_to_malformed_texts_leaves_the_lesson_on(lecture):
    kept = lecture.document.graph.network.graph
    kept["lesson"] = {"texts": 5}
    lecture.lesson.say("better")
    assert lecture.lesson.texts == {0: "better"}
    lecture.document.undo()
    assert kept["lesson"] == {"texts": 5}
    assert not lecture.lesson.texts


def test_what_is_said_of_a_node_follows_its_new_name(lecture):
    press(lecture, KEYS.Key_Right)
    lecture.lesson.say("a product")
    lecture.document.do(RenameNode("c", "product"))
    lecture.evaluation.flush()
    assert lecture.lesson.texts == {1: "a product"}
    assert said(lecture).startswith("product = w · x")
    lecture.document.undo()
    lecture.evaluation.flush()
    assert lecture.lesson.texts == {1: "a product"}
