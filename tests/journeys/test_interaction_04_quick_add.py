"""Point 4: Tab, Shift+A, a double click or just typing opens quick-add at the pointer."""

import string

import pytest
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.formats.chainrule_file import dumps

SHIFT = Qt.KeyboardModifier.ShiftModifier
AT = (40.0, -230.0)


def open_it(unit: Hands, how: str) -> None:
    unit.carry(AT, held=False)
    if how == "tab":
        unit.key(Qt.Key.Key_Tab)
    elif how == "shift and a":
        unit.key(Qt.Key.Key_A, SHIFT)
    elif how == "double click":
        unit.double_click(AT)
    else:
        unit.key(Qt.Key.Key_R)


def enter(unit: Hands, text: str) -> None:
    line = unit.canvas.entry.prompt.line
    line.clear()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()


@pytest.mark.parametrize("how", ["tab", "shift and a", "double click", "typing"])
def test_it_opens_at_the_pointer_and_places_there(unit: Hands, how: str):
    open_it(unit, how)
    prompt = unit.canvas.entry.prompt
    assert (prompt.pos() - unit.pixel(*AT)).manhattanLength() < 3
    assert prompt.line.text() == ("r" if how == "typing" else "")
    enter(unit, "relu")
    assert unit.canvas.entry.prompt is None
    new = unit.graph.nodes()[-1]
    assert unit.graph.op_of(new) == "relu"
    x, y = unit.middle(new)
    assert abs(x - AT[0]) <= 5
    assert abs(y - AT[1]) <= 5
    assert unit.canvas.selection.nodes == {new}
    assert unit.steps == 1


@pytest.mark.parametrize(
    ("typed", "op", "value"),
    [("2.5", "constant", 2.5), ("w2=2", "parameter", 2.0), ("*", "multiply", None)],
)
def test_what_is_typed_is_what_is_placed(unit: Hands, typed: str, op: str, value):
    open_it(unit, "tab")
    enter(unit, typed)
    new = unit.graph.nodes()[-1]
    assert unit.graph.op_of(new) == op
    if value is not None:
        assert unit.graph.value(new) == value
    assert unit.steps == 1


def test_a_whole_expression_is_a_whole_graph_and_one_step(unit: Hands):
    before = dumps(unit.graph)
    open_it(unit, "typing")
    enter(unit, "K=(u*v+b-y)^2/2")
    assert {"K", "u", "v"} <= set(unit.graph.nodes())
    assert unit.graph.missing_inputs() == []
    assert unit.steps == 1
    unit.canvas.document.undo()
    assert dumps(unit.graph) == before


def test_nonsense_stays_open_with_the_reason_and_esc_gives_it_up(unit: Hands):
    open_it(unit, "tab")
    enter(unit, "J=(w*")
    assert unit.canvas.entry.prompt.reason
    QTest.keyClick(unit.canvas.entry.prompt.line, Qt.Key.Key_Escape)
    assert unit.canvas.entry.prompt is None
    assert unit.steps == 0


def test_no_letter_is_a_command(unit: Hands):
    before = dumps(unit.graph)
    for letter in string.ascii_lowercase:
        QTest.keyClicks(unit.canvas, letter)
        assert unit.canvas.entry.prompt.line.text() == letter
        QTest.keyClick(unit.canvas.entry.prompt.line, Qt.Key.Key_Escape)
    assert dumps(unit.graph) == before
