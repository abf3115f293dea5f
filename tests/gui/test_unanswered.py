"""The tests' own watch: a dialog that nobody answers is closed, and the test is told."""

import gc
import weakref

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QMenu, QMessageBox
from unanswered import Unanswered


def test_a_dialog_that_nobody_answers_is_closed_and_told(qtbot):
    dialog = QDialog(windowTitle="Left open")
    qtbot.addWidget(dialog)
    watch = Unanswered(patience=1)
    assert dialog.exec() == QDialog.DialogCode.Rejected  # else it would never come back
    watch.stop()
    assert watch.told == ["‘Left open’ stood open and nobody answered it"]


def test_a_question_within_a_question_and_a_menu_are_closed_one_after_the_other(qtbot):
    outer, inner, menu = QDialog(windowTitle="Outer"), QMessageBox(), QMenu(title="Menu")
    inner.setWindowTitle("Inner")
    menu.addAction("Entry")
    for part in (outer, inner, menu):
        qtbot.addWidget(part)
    QTimer.singleShot(0, outer, inner.exec)
    QTimer.singleShot(50, outer, lambda: menu.exec(outer.pos()))
    watch = Unanswered(patience=1)
    outer.exec()
    watch.stop()
    assert [told.split("’")[0] for told in watch.told] == ["‘QMenu", "‘Inner", "‘Outer"]


def test_a_message_is_told_with_what_it_says(qtbot):
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Chainrule", "Save the changes?")
    qtbot.addWidget(box)
    watch = Unanswered(patience=1)
    box.exec()
    watch.stop()
    assert watch.told == ["‘Chainrule’ (Save the changes?) stood open and nobody answered it"]


def test_a_dialog_that_nothing_waits_for_is_the_tests_own_until_its_end(qtbot):
    dialog = QDialog(windowTitle="Beside")
    qtbot.addWidget(dialog)
    watch = Unanswered(patience=0)
    dialog.open()
    for _ in range(3):
        watch._look()
    assert dialog.isVisible()
    watch.stop()
    assert not dialog.isVisible()
    assert watch.told == ["‘Beside’ was left open at the end"]


def test_a_dialog_that_is_answered_in_time_is_left_alone(qtbot):
    dialog = QDialog(windowTitle="Answered")
    qtbot.addWidget(dialog)
    watch = Unanswered(patience=1)
    QTimer.singleShot(20, dialog, dialog.accept)
    assert dialog.exec() == QDialog.DialogCode.Accepted
    watch.stop()
    assert watch.told == []


@pytest.mark.usefixtures("qtbot")
def test_a_dialog_that_it_saw_goes_with_its_window():
    dialog = QDialog()
    watch, there = Unanswered(), weakref.ref(dialog)
    dialog.open()
    watch._look()
    dialog.accept()
    del dialog
    gc.collect()
    assert there() is None
    watch.stop()
