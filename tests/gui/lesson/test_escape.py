"""Esc ends what the canvas shows in place of the plain numbers: a lesson, forward mode."""

from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.window.main_window import MainWindow


def escape(window: MainWindow) -> None:
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    QApplication.processEvents()


def test_esc_ends_a_lesson(unit: Hands, window: MainWindow) -> None:
    unit.canvas.select(set())
    window.lesson.start()
    window.lesson.next()
    assert window.lesson.on
    escape(window)
    assert not window.lesson.on
    assert not window.transport.isVisible()


def test_esc_ends_forward_mode_after_it_gave_up_the_selection(
    unit: Hands, window: MainWindow
) -> None:
    window.lesson.sweep.begin("w")
    unit.click(unit.middle("x"))
    escape(window)
    assert window.lesson.sweep.leaf == "x"
    escape(window)
    assert not window.lesson.sweep.on
