"""A lecturer's and a student's lesson: keys, mouse and full screen, on the window itself."""

from hands import Hands, drag_to
from lecture import KEYS, press, said
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.formats.chainrule_file import dumps
from gui.actions.file import open_lesson
from gui.picture.plain_text import plain_text
from resources import resource


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


def test_space_and_a_drag_pan_in_a_lesson_too_and_do_not_play(lecture):
    hands = Hands(lecture.canvas)
    origin, before = QPointF(lecture.canvas.viewpoint.origin), dumps(lecture.document.graph)
    at = hands.pixel(*hands.middle("c"))
    hands.key_down(KEYS.Key_Space)
    QTest.mousePress(hands.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    drag_to(hands.view, at + QPoint(70, -30), Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    QTest.mouseRelease(hands.view, Qt.MouseButton.LeftButton, pos=at + QPoint(70, -30))
    hands.key_up(KEYS.Key_Space)
    assert lecture.canvas.viewpoint.origin - origin == QPointF(70.0, -30.0)
    assert dumps(lecture.document.graph) == before
    assert not lecture.lesson.playing
    press(lecture, KEYS.Key_Space)
    assert lecture.lesson.playing


def test_at_either_end_a_key_says_that_no_step_comes(lecture):
    """Nothing came of it, and who hears the lesson cannot see that a button is grey."""
    said = lecture.status.said
    before, after = "no step comes before the first", "no step comes after the last"
    press(lecture, KEYS.Key_Left)
    assert (said.text(), said.isVisible()) == (before, True)
    press(lecture, KEYS.Key_End)
    assert not said.isVisible()
    press(lecture, KEYS.Key_Right)
    assert said.text() == after
    said.clear()
    press(lecture, KEYS.Key_End)
    assert said.text() == after
    press(lecture, KEYS.Key_Home)
    assert not said.isVisible()
    press(lecture, KEYS.Key_Home)
    assert said.text() == before
    press(lecture, KEYS.Key_Space, KEYS.Key_Right)
    assert (lecture.lesson.place, said.isVisible()) == (1, False)
    press(lecture, KEYS.Key_Home, KEYS.Key_Home, KEYS.Key_F5)
    assert not said.isVisible()  # nor once the lesson is over


def test_a_key_that_is_held_leads_to_an_end_and_no_further(lecture):
    """A reader would be told again and again that no step comes."""
    told: list[str] = []
    lecture.lesson.stayed.connect(told.append)
    for key, end in ((KEYS.Key_Right, lecture.lesson.walk.last), (KEYS.Key_Left, 0)):
        press(lecture, key)
        for _ in range(20):
            nothing = Qt.KeyboardModifier.NoModifier
            held = QKeyEvent(QEvent.Type.KeyPress, key, nothing, "", True)
            QApplication.sendEvent(lecture.canvas, held)
        assert lecture.lesson.place == end
    assert told == []
    press(lecture, KEYS.Key_Left)
    assert len(told) == 1


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
        assert lecture.lesson.place == lecture.transport.track.value() == place
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
    assert lecture.lesson.clock.speed == 4.0
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
