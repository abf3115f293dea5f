"""Point 8: a part of a graph goes into another window; what is deleted, healed and duplicated."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk
from examples import UNIT
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.formats.chainrule_file import dumps, loads
from gui import mime
from gui.window.main_window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEYS = Qt.Key


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    qapp.clipboard().clear()
    desk = Desk(tmp_path)
    yield desk
    for window in desk.windows:
        window.document.mark_saved(tmp_path / "given-up", window.document.contents())
    desk.clear()


def hands_on(window: MainWindow) -> Hands:
    window.show_canvas()
    window.canvas.fit()
    window.canvas.setFocus()
    QApplication.processEvents()
    return Hands(window.canvas)


def test_a_part_of_one_graph_goes_into_another_window(desk: Desk):
    first = hands_on(desk.another(UNIT))
    before = dumps(first.graph)
    first.click(first.middle("w"))
    for name in ("x", "c"):
        first.click(first.middle(name), CTRL)
    first.key(KEYS.Key_C, CTRL)
    held = QApplication.clipboard().mimeData()
    assert held.hasFormat(mime.GRAPH)
    assert loads(held.text().encode()).nodes() == ["w", "x", "c"]  # a text for every other program

    second = hands_on(desk.another())
    second.move((150.0, 90.0))
    second.key(KEYS.Key_V, CTRL)
    assert second.graph.nodes() == ["w", "x", "c"]
    assert second.graph.inputs("c") == ("w", "x")  # what led to a stayed behind
    x, y = second.middle("c")
    assert abs(x - 150.0) < 250.0
    assert abs(y - 90.0) < 250.0
    assert second.written("c", 0) == ("2", "−2")  # computed there, with c as the output
    assert second.steps == 1
    second.key(KEYS.Key_Z, CTRL)
    assert second.graph.nodes() == []
    assert dumps(first.graph) == before


def test_cut_pasted_and_duplicated_each_is_one_step(unit: Hands):
    states = [dumps(unit.graph)]
    unit.click(unit.middle("y"))
    for key, keys in ((KEYS.Key_X, CTRL), (KEYS.Key_V, CTRL), (KEYS.Key_D, CTRL)):
        unit.key(key, keys)
        states.append(dumps(unit.graph))
    assert unit.steps == 3
    assert "y" in unit.graph.nodes()
    assert unit.graph.inputs("d") == ("a", None)  # pasted without the edge it had outside
    (copy,) = unit.canvas.selection.nodes
    assert unit.graph.value(copy) == unit.graph.value("y") == 2.0
    for state in reversed(states[:-1]):
        unit.key(KEYS.Key_Z, CTRL)
        assert dumps(unit.graph) == state


def test_ctrl_shift_v_pastes_with_the_edges_that_come_in(unit: Hands):
    unit.click(unit.middle("d"))
    unit.key(KEYS.Key_C, CTRL)
    unit.key(KEYS.Key_V, CTRL | SHIFT)
    (copy,) = unit.canvas.selection.nodes
    assert unit.graph.inputs(copy) == ("a", "y")
    assert unit.written(copy, 0)[0] == "4"


@pytest.mark.parametrize("key", [KEYS.Key_Delete, KEYS.Key_Backspace])
def test_both_keys_delete_and_neither_while_a_value_is_typed(unit: Hands, key: Qt.Key):
    before = dumps(unit.graph)
    unit.double_click(unit.middle("w"))
    editor = unit.canvas.entry.editor
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "12")
    QTest.keyClick(editor, KEYS.Key_Home if key == KEYS.Key_Delete else KEYS.Key_End)
    QTest.keyClick(editor, key)
    assert editor.text() == ("2" if key == KEYS.Key_Delete else "1")
    QTest.keyClick(editor, KEYS.Key_Escape)
    assert dumps(unit.graph) == before

    unit.click(unit.middle("c"))
    unit.key(key)
    assert "c" not in unit.graph.nodes()
    assert unit.graph.inputs("a") == (None, "b")
    unit.key(KEYS.Key_Z, CTRL)
    assert dumps(unit.graph) == before  # with all of its edges


def test_ctrl_del_leads_what_came_in_to_what_it_fed(unit: Hands):
    before = dumps(unit.graph)
    unit.click(unit.middle("a"))
    unit.key(KEYS.Key_Delete, CTRL)
    assert unit.graph.inputs("d") == ("c", "y")
    assert unit.written("d", 0) == ("−4", "−6")
    assert unit.steps == 1
    unit.key(KEYS.Key_Z, CTRL)
    assert dumps(unit.graph) == before
