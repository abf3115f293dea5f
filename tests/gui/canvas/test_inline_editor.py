"""The field over a card: open until it is answered, and gone with what it is about."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from windows import unit, window

__all__ = ["unit", "window"]


def test_a_window_put_by_and_taken_up_again_keeps_the_field(window, unit):
    unit.canvas.rename("c")
    QTest.keyClicks(unit.canvas.entry.editor, "pro")
    window.showMinimized()
    QApplication.processEvents()
    window.showNormal()
    QApplication.processEvents()
    QTest.keyClicks(unit.canvas.entry.editor, "duct")
    QTest.keyClick(unit.canvas.entry.editor, Qt.Key.Key_Return)
    assert "product" in unit.graph
    assert unit.canvas.entry.editor is None


def test_the_field_goes_with_the_canvas(window, unit):
    unit.canvas.rename("c")
    window.show_welcome()
    assert unit.canvas.entry.editor is None
    assert "c" in unit.graph


def test_a_group_that_is_not_yet_titled_goes_with_the_canvas(window, unit):
    unit.canvas.select({"c", "a"})
    unit.canvas.group_selection()
    window.show_welcome()
    assert unit.graph.groups == ()
    assert not window.document.previewing


def test_an_answer_that_comes_after_the_quiz_hides_nothing(window, unit):
    window.turn_to("quiz")
    window.side.quiz.begin.click()
    window.quiz_desk.open()
    QTest.keyClicks(unit.canvas.entry.editor, "7")
    window.lesson.start()
    assert window.lesson.on
    assert not window.quiz.on
    window.lesson.stop()
    assert window.evaluation.lens is None
