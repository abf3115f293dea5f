"""Derivative of what, by what: the output chosen by a click, forward mode, the way lit."""

import pytest
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.actions.file import open_example
from gui.picture.plain_text import plain_text
from resources import resource

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
KEYS = Qt.Key


@pytest.fixture
def unit(window):
    open_example(window, resource("examples/linear-unit.chainrule"))
    QApplication.processEvents()
    window.canvas.fit()
    return window


def lower(window) -> dict[str, str]:
    """Return the lower number of every edge by the edge's source, and of the output's arrow."""
    picture = window.canvas.picture
    found = {
        edge.source: plain_text(picture.edge_labels(k)[1].text)
        for k, edge in enumerate(picture.edges)
    }
    labels = picture.output_labels()
    own = {} if labels is None else {picture.readings.output: plain_text(labels[1].text)}
    return found | own


def test_forward_mode_is_begun_by_a_key_and_a_leaf_chosen_by_a_click(unit):
    QTest.keyClick(unit, KEYS.Key_F, BOTH)
    QApplication.processEvents()
    bar = unit.centre.sweep_bar
    assert bar.isVisible()
    assert bar.leaf.currentText() == "w"
    assert not bar.entry.isVisible()
    assert bar.counted.text().startswith("1 of 2 sweeps")
    assert lower(unit) == {
        "w": "1",
        "x": "0",
        "c": "−2",
        "b": "0",
        "a": "−2",
        "y": "0",
        "d": "−2",
    } | {"J": "−4"}
    hands = Hands(unit.canvas)
    hands.click(hands.middle("b"))
    assert bar.leaf.currentText() == "b"
    assert bar.counted.text().startswith("2 of 2 sweeps")
    assert lower(unit)["J"] == "2"
    assert unit.inspector.node_page._derivative_of.text() == "∂b/∂b"
    assert not unit.inspector.node_page.chain.isVisible()
    bar.leaf.setCurrentText("y")
    bar.leaf.activated.emit(bar.leaf.currentIndex())
    assert lower(unit)["d"] == "−1"
    QTest.mouseClick(bar._close, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    assert lower(unit)["w"] == "−4"


def test_an_entry_of_an_array_is_chosen_by_its_number(window):
    open_example(window, resource("lessons/layer-with-a-batch.chainrule"))
    QTest.keyClick(window, KEYS.Key_F, BOTH)
    QApplication.processEvents()
    assert window.centre.sweep_bar.entry.isVisible()
    window.centre.sweep_bar.entry.setFocus()
    QTest.keyClick(window.centre.sweep_bar.entry, KEYS.Key_Up)
    assert window.lesson.sweep.written == "W[0, 1]"
    assert "∂W[0, 1]" in plain_text(window.canvas.picture.legend_at(0.0, 0.0)[1].text)


def test_with_one_parameter_both_modes_cost_the_same(window):
    open_example(window, resource("lessons/fan-out.chainrule"))
    QTest.keyClick(window, KEYS.Key_F, BOTH)
    assert "both ways cost the same" in window.centre.sweep_bar.counted.text()


def test_any_node_becomes_the_output_by_a_click(unit):
    hands = Hands(unit.canvas)
    QTest.keyClick(unit, KEYS.Key_J, BOTH)
    hands.move(hands.middle("a"))
    hands.click(hands.middle("a"))
    unit.evaluation.flush()
    assert unit.document.graph.output == "a"
    assert lower(unit)["w"] == "−2"
    assert unit.canvas.hand.gesture is None
    unit.document.undo()
    assert unit.document.graph.output == "J"


def test_picking_an_output_is_given_up_by_esc_and_beside_the_cards(unit):
    hands = Hands(unit.canvas)
    QTest.keyClick(unit, KEYS.Key_J, BOTH)
    hands.key(KEYS.Key_Escape)
    hands.click(hands.middle("a"))
    assert unit.document.graph.output == "J"
    QTest.keyClick(unit, KEYS.Key_J, BOTH)
    x, y = hands.middle("w")
    hands.click((x, y - 80))
    assert unit.canvas.hand.gesture is None
    assert unit.document.graph.output == "J"


def test_the_way_between_two_nodes_is_lit_until_something_else_is_selected(unit):
    canvas = unit.canvas
    canvas.select({"d", "w"})
    QTest.keyClick(unit, KEYS.Key_L, BOTH)
    assert canvas.lit.nodes == {"w", "c", "a", "d"}
    assert len(canvas.lit.edges) == 3
    assert "w → d: 1 path" in unit.status.said.text()
    QTest.keyClick(unit, KEYS.Key_L, BOTH)
    assert canvas.lit is None
    canvas.select({"b"})
    QTest.keyClick(unit, KEYS.Key_L, BOTH)
    assert canvas.lit.nodes == {"b", "a", "d", "J"}
    canvas.select(set())
    assert canvas.lit is None
    canvas.select({"x", "b"})
    QTest.keyClick(unit, KEYS.Key_L, BOTH)
    assert canvas.lit is None
    assert "no path leads" in unit.status.said.text()


def test_several_paths_are_counted(window):
    open_example(window, resource("examples/fan-out.chainrule"))
    window.canvas.select({"x"})
    QTest.keyClick(window, KEYS.Key_L, BOTH)
    assert "x → J: 3 paths" in window.status.said.text()
