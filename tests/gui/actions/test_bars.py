"""What the menus offer follows every action, also one that did not come to its end."""

import pytest
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from windows import unit, window

from gui.actions.action import Action
from gui.commands import SetTitle
from gui.dialogs.ahead import ahead_of

__all__ = ["unit", "window"]


def test_what_a_fault_left_behind_is_offered_to_be_undone(window, unit):
    def run(editor):
        editor.document.do(SetTitle("Another"))
        raise RuntimeError("a fault")

    undo = window.bars.actions["edit.undo"]
    assert unit.graph is window.document.graph
    assert not undo.isEnabled()
    with pytest.raises(RuntimeError):
        window.bars.take(Action("test.fault", "A fault", run))
    assert undo.isEnabled()


def test_a_button_does_not_listen_more_and_more_to_its_action(window, unit):
    # each time it changes Qt has it listen once more: of 1,000 edits each told it 1,000 times
    assert unit.graph is window.document.graph
    undo = window.bars.actions["edit.undo"]
    button = window.toolbar.widgetForAction(undo)
    for _ in range(30):
        window.document.do(SetTitle("Another"))
        assert button.isEnabled()
        window.document.undo()
        assert not button.isEnabled()
    assert undo.receivers(SIGNAL("changed()")) < 15
    undo.setToolTip("Another")
    assert button.toolTip() == "Another"


def test_a_button_that_a_screen_reader_ticks_does_what_a_click_does(window, unit):
    assert unit.graph is window.document.graph
    button = window.toolbar.widgetForAction(window.bars.actions["lesson.toggle"])
    acts = QAccessible.queryAccessibleInterface(button).actionInterface()
    for on in (True, False):
        acts.doAction(QAccessibleActionInterface.toggleAction())
        QApplication.processEvents()
        assert window.lesson.on is on
        assert button.isChecked() is on
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert window.lesson.on
    window.lesson.stop()


@pytest.mark.usefixtures("unit")
@pytest.mark.parametrize("dropped", [False, True])
def test_a_button_that_is_ticked_while_the_window_waits_is_so_once_its_action_comes(
    window, dropped
):
    """It stayed ticked where what was waited for came to nothing, and its action with that."""
    button = window.toolbar.widgetForAction(window.bars.actions["lesson.toggle"])
    acts, ahead = QAccessible.queryAccessibleInterface(button).actionInterface(), ahead_of(window)
    ahead.begin()
    acts.doAction(QAccessibleActionInterface.toggleAction())
    QApplication.processEvents()
    if dropped:
        ahead.drop()
    ahead.end()
    for _ in range(3):
        QApplication.processEvents()
    assert window.lesson.on is not dropped
    assert button.isChecked() is not dropped
    window.lesson.stop()
