"""Point 9: keys that undo and redo; what is a step, and what never is."""

import pytest
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.formats.chainrule_file import dumps

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("key", "keys"), [(Qt.Key.Key_Z, CTRL | SHIFT), (Qt.Key.Key_Y, CTRL)], ids=["z", "y"]
)
def test_ctrl_z_undoes_and_two_keys_redo(unit: Hands, key, keys):
    before = dumps(unit.graph)
    unit.drag(unit.out("x"), unit.port("c", 0))
    after = dumps(unit.graph)
    QTest.keyClick(unit.canvas, Qt.Key.Key_Z, CTRL)
    assert dumps(unit.graph) == before
    QTest.keyClick(unit.canvas, key, keys)
    assert dumps(unit.graph) == after


def test_selection_and_view_are_no_steps(unit: Hands, window):
    unit.click(unit.middle("c"))
    unit.key(Qt.Key.Key_Escape)
    window.bars.actions["edit.select_all"].trigger()
    unit.wheel(120, CTRL)
    unit.wheel(120)
    unit.canvas.fit()
    window.choose_theme("dark")
    assert unit.steps == 0
    assert not unit.canvas.document.modified


def test_each_gesture_is_one_step(unit: Hands):
    states = [dumps(unit.graph)]
    c, port = unit.middle("c"), unit.port("J", 0)
    gestures = (
        lambda: unit.drag(c, (c[0] + 10, c[1] + 200)),
        lambda: unit.drag(unit.out("x"), unit.port("c", 0)),
        lambda: unit.drag(unit.port("J", 0), (port[0] - 40, port[1] + 200)),
        lambda: unit.drop("relu", (0, 400)),
    )
    for number, gesture in enumerate(gestures, 1):
        gesture()
        assert unit.steps == number
        states.append(dumps(unit.graph))
    for state in reversed(states[:-1]):
        unit.canvas.document.undo()
        assert dumps(unit.graph) == state


def test_an_undo_in_the_midst_of_a_drag_takes_back_the_drag_alone(unit: Hands):
    unit.drag(unit.out("x"), unit.port("c", 0))
    before = dumps(unit.graph)
    at = unit.middle("a")
    unit.press(at)
    unit.carry((at[0], at[1] + 90))
    QTest.keyClick(unit.canvas, Qt.Key.Key_Z, CTRL)
    unit.release((at[0], at[1] + 90))
    assert dumps(unit.graph) == before
