"""A lecturer's and a student's lesson: keys, mouse and full screen, on the window itself."""

import pytest
from hands import Hands
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import engine
from engine.lesson.lesson_text import LessonText
from gui.actions.file import open_example, open_lesson
from gui.commands import RenameNode
from gui.dialogs import message
from gui.picture.runs import plain_text
from resources import resource

KEYS = Qt.Key


@pytest.fixture
def lecture(window):
    open_example(window, resource("examples/linear-unit.chainrule"))
    QApplication.processEvents()
    QTest.keyClick(window, KEYS.Key_F5)
    QApplication.processEvents()
    return window


def said(window) -> str:
    return window.transport.caption.accessibleName()


def press(window, *keys) -> None:
    for key in keys:
        QTest.keyClick(window.canvas, key)
    QApplication.processEvents()


def numbers(window) -> set[str]:
    """Return the texts of all numbers on the canvas."""
    return {plain_text(label.text) for label in window.canvas.picture.labels()} - {""}


def test_f5_begins_the_lesson_with_what_is_given(lecture):
    assert lecture.transport.isVisible()
    assert said(lecture) == "Given: w = 2, x = −2, b = 8, y = 2"
    assert numbers(lecture) == {"2", "−2", "8"}
    assert lecture.transport.counter.text() == "given"
    assert lecture.bars.actions["lesson.toggle"].isChecked()
    QTest.keyClick(lecture, KEYS.Key_F5)
    assert not lecture.transport.isVisible()
    assert not lecture.bars.actions["lesson.toggle"].isChecked()
    assert "−4" in numbers(lecture)


def test_keys_lead_through_the_lesson(lecture):
    press(lecture, KEYS.Key_Right, KEYS.Key_PageDown)
    assert said(lecture) == "a = c + b = −4 + 8 = 4"
    assert lecture.transport.counter.text() == "forward 2 of 4"
    press(lecture, KEYS.Key_End)
    assert said(lecture) == "∂J/∂x = ∂J/∂c · ∂c/∂x = 2 · 2 = 4"
    assert lecture.transport.counter.text() == "backward 8 of 8"
    press(lecture, KEYS.Key_Left)
    assert said(lecture) == "∂J/∂w = ∂J/∂c · ∂c/∂w = 2 · (−2) = −4"
    press(lecture, KEYS.Key_PageUp, KEYS.Key_Home)
    assert said(lecture).startswith("Given")
    press(lecture, KEYS.Key_Space)
    assert lecture.lesson.playing
    press(lecture, KEYS.Key_Space)
    assert not lecture.lesson.playing


def test_without_a_lesson_the_keys_are_the_canvas_s_own(lecture):
    lecture.lesson.stop()
    canvas = lecture.canvas
    canvas.select({"b"})
    before = canvas.picture.centres[canvas.picture.index["b"]].copy()
    press(lecture, KEYS.Key_Right)
    assert canvas.picture.centres[canvas.picture.index["b"]][0] == before[0] + 10
    lecture.lesson.start()
    press(lecture, KEYS.Key_Right)
    assert canvas.picture.centres[canvas.picture.index["b"]][0] == before[0] + 10
    assert said(lecture) == "c = w · x = 2 · (−2) = −4"


def test_typing_a_value_takes_its_keys_back(lecture):
    lecture.canvas.in_place.edit_value("b")
    QTest.keyClick(lecture.canvas.entry.editor, KEYS.Key_Home)
    QTest.keyClick(lecture.canvas.entry.editor, KEYS.Key_Right)
    assert lecture.lesson.place == 0
    Hands(lecture.canvas).type("9")
    lecture.evaluation.flush()
    press(lecture, KEYS.Key_Right, KEYS.Key_Right)
    assert said(lecture) == "a = c + b = −4 + 9 = 5"


def test_buttons_and_the_track_lead_as_the_keys_do(lecture):
    buttons = lecture.transport.buttons
    for name, place in (("step-next", 1), ("step-last", 12), ("step-back", 11), ("step-first", 0)):
        QTest.mouseClick(buttons[name], Qt.MouseButton.LeftButton)
        assert lecture.lesson.place == place
    assert not buttons["step-back"].isEnabled()
    track = lecture.transport.track
    right = QPoint(track.width() - 3, track.height() // 2)
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=right)
    assert lecture.lesson.place == 12
    QTest.mouseMove(track, QPoint(3, 10))
    assert lecture.lesson.place == 0
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=QPoint(3, 10))
    QTest.mouseMove(track, right)
    assert lecture.lesson.place == 0
    QTest.keyClick(track, KEYS.Key_Right)
    assert lecture.lesson.place == 1
    QTest.mouseClick(buttons["play"], Qt.MouseButton.LeftButton)
    assert lecture.lesson.playing
    lecture.transport.speed.setCurrentIndex(3)
    lecture.transport.speed.activated.emit(3)
    assert lecture.lesson.speed == 4.0
    QTest.mouseClick(buttons["close"], Qt.MouseButton.LeftButton)
    assert not lecture.lesson.on
    assert lecture.canvas.hasFocus()


def test_a_click_on_a_node_jumps_to_its_step(lecture):
    hands = Hands(lecture.canvas)
    hands.click(hands.middle("d"))
    assert said(lecture) == "d = a − y = 4 − 2 = 2"
    press(lecture, KEYS.Key_End)
    assert not lecture.canvas.selection
    hands.click(hands.middle("b"))
    assert said(lecture) == "∂J/∂b = ∂J/∂a · ∂a/∂b = 2 · 1 = 2"
    assert lecture.inspector.node_page.name.line.text() == "b"


def test_the_inspector_follows_the_lesson_and_gives_nothing_away(lecture):
    press(lecture, KEYS.Key_Right)
    page = lecture.inspector.node_page
    assert page.name.line.text() == "c"
    assert (page.reading.text(), page.derivative.text()) == ("−4", "")
    press(lecture, KEYS.Key_End)
    assert page.name.line.text() == "x"
    assert page.derivative.text() == "4"
    lecture.canvas.select({"c", "d"})
    assert "2 nodes" in lecture.inspector.several.text()
    press(lecture, KEYS.Key_Left)
    lecture.lesson.stop()
    assert lecture.inspector.node_page.isVisible() is False


def test_presenting_shows_canvas_and_lesson_alone(lecture):
    lecture.lesson.stop()
    QTest.keyClick(lecture, KEYS.Key_F11)
    QApplication.processEvents()
    around = (lecture.menuBar(), lecture.toolbar, lecture.palette_panel, lecture.inspector)
    assert lecture.isFullScreen()
    assert lecture.lesson.on
    assert not any(part.isVisible() for part in around)
    press(lecture, KEYS.Key_Right)
    assert said(lecture) == "c = w · x = 2 · (−2) = −4"
    press(lecture, KEYS.Key_X, KEYS.Key_Tab)
    assert lecture.canvas.entry.prompt is None
    press(lecture, KEYS.Key_Escape)
    assert not lecture.isFullScreen()
    assert all(part.isVisible() for part in around)
    assert lecture.lesson.on


def test_z_goes_close_to_a_node_and_back(lecture):
    QTest.keyClick(lecture, KEYS.Key_F11)
    QApplication.processEvents()
    whole = lecture.canvas.viewpoint.scale
    press(lecture, KEYS.Key_Z)
    assert lecture.canvas.viewpoint.scale == whole  # no node is pointed at, and none is told of
    press(lecture, KEYS.Key_Right, KEYS.Key_Z)
    assert lecture.canvas.viewpoint.scale > 2 * whole
    hands = Hands(lecture.canvas)
    box = lecture.canvas.view_rect(lecture.canvas.picture.index["c"])
    assert (box.center() - lecture.canvas.viewport().rect().center()).manhattanLength() < 4
    press(lecture, KEYS.Key_Z)
    assert lecture.canvas.viewpoint.scale == whole
    hands.move(hands.middle("J"))
    press(lecture, KEYS.Key_Z)
    box = lecture.canvas.view_rect(lecture.canvas.picture.index["J"])
    assert (box.center() - lecture.canvas.viewport().rect().center()).manhattanLength() < 4
    lecture.lesson.stop()
    assert not lecture.isFullScreen()


def test_a_step_out_of_view_is_brought_into_it(lecture):
    lecture.canvas.zoom_to(6.0)
    press(lecture, KEYS.Key_End)
    lecture.stage.camera.settle()
    box = lecture.canvas.view_rect(lecture.canvas.picture.index["x"])
    assert lecture.canvas.viewport().rect().contains(box.center())


def test_a_student_opens_a_lesson_and_steps_through_it(window, qtbot):
    window.show_welcome()
    cards = window.welcome.lessons.cards
    qtbot.waitUntil(lambda: all(card.text() for card in cards) and cards[0].height() > 100)
    assert [card.path.stem for card in cards][:2] == ["linear-unit", "two-layer-network"]
    assert "every derivative" in cards[0].toolTip()
    QTest.mouseClick(cards[0], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert window.canvas.isVisible()
    assert window.lesson.on
    assert window.document.path is None  # a copy: the shipped file is nobody's to save over
    transport = window.transport
    assert transport.said.text().startswith("A unit computes w · x + b")
    height = transport.height()
    heard = set()
    for place in range(13):
        assert window.lesson.place == place
        assert transport.said.text() not in heard
        heard.add(transport.said.text())
        assert transport.height() == height  # the canvas stands still
        press(window, KEYS.Key_Right)
    assert window.lesson.place == 12
    assert numbers(window) == {"2", "−2", "8", "−4", "4", "1"}


def test_the_first_lesson_s_numbers_are_read_step_by_step(window):
    open_lesson(window, resource("lessons/fan-out.chainrule"))
    press(window, KEYS.Key_End)
    assert said(window).endswith("∂J/∂x = 6 + 2 = 8")
    assert "6 + 2 = 8" in numbers(window)
    press(window, KEYS.Key_F5)
    assert not window.lesson.on


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
