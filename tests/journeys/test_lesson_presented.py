"""A lesson on the full screen, and the view that goes along with it."""

from hands import Hands
from lecture import KEYS, press, said
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


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


def test_presenting_brings_the_canvas_before_the_examples(lecture):
    lecture.show_welcome()
    QTest.keyClick(lecture, KEYS.Key_F11)
    QApplication.processEvents()
    assert lecture.canvas.isVisible()
    press(lecture, KEYS.Key_Right)
    assert said(lecture) == "c = w · x = 2 · (−2) = −4"


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


def test_no_light_falls_where_the_pointer_was_before_the_canvas_filled_the_screen(lecture):
    hands = Hands(lecture.canvas)
    hands.move(hands.middle("J"))
    assert lecture.canvas.pointed is not None
    QTest.keyClick(lecture, KEYS.Key_F11)
    QApplication.processEvents()
    assert lecture.canvas.pointed is None
    hands.move(hands.middle("J"))
    assert lecture.canvas.pointed is not None


def test_a_step_out_of_view_is_brought_into_it(lecture):
    lecture.canvas.zoom_to(6.0)
    press(lecture, KEYS.Key_End)
    lecture.stage.camera.settle()
    box = lecture.canvas.view_rect(lecture.canvas.picture.index["x"])
    assert lecture.canvas.viewport().rect().contains(box.center())
