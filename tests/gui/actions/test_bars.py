"""What the menus offer follows every action, also one that did not come to its end."""

import pytest
from windows import unit, window

from gui.actions.action import Action
from gui.commands import SetTitle

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
