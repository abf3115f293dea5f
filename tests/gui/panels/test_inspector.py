"""The inspector: what its pages tell of what is selected, and what is typed there."""

import numpy as np
import pytest
from inspected import Desk
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import engine
from engine import ops
from engine.formats.chainrule_file import dumps
from gui.commands import (
    AddNodes,
    DeleteNodes,
    Disconnect,
    NewNode,
    RenameNode,
    SetAttribute,
    SetOutput,
    SetValue,
)
from gui.theme import DARK


def test_a_node_s_readings_have_all_their_digits(desk: Desk) -> None:
    desk.document.do(SetValue("w", 2.0012345678))
    desk.evaluation.flush()
    desk.show("c")
    page = desk.inspector.node_page
    assert page.reading.text() == "−4.0024691356"
    assert page.kind.text() == "Multiply"
    assert len([view for view in page.local if view.isVisible()]) == 2
    assert not page.value.isVisible()


def test_a_typed_value_is_one_step(desk: Desk) -> None:
    desk.show("w")
    desk.type(desk.inspector.node_page.value, "-3")
    assert desk.document.graph.value("w") == -3.0
    assert desk.document.history.count() == 1
    desk.document.undo()
    assert desk.inspector.node_page.value.line.text() == "2"


def test_a_typed_value_is_shown_as_it_is_written(desk: Desk) -> None:
    desk.show("w")
    field = desk.inspector.node_page.value
    for text in ("3.00", "3.0"):
        desk.type(field, text)
        assert field.line.text() == "3"
    assert desk.document.history.count() == 1


def test_a_leaf_is_made_another_kind_and_is_trained_then(desk: Desk) -> None:
    desk.show("x")
    kind = desk.inspector.node_page.leaf_kind
    assert (kind.currentText(), kind.isVisible()) == ("Input", True)
    before = dumps(desk.document.graph)
    QTest.keyClick(kind, Qt.Key.Key_Up)
    assert desk.document.graph.op_of("x") == "parameter"
    desk.evaluation.flush()
    assert desk.evaluation.readings.parameters == ("w", "x")
    desk.document.undo()
    desk.evaluation.flush()
    assert dumps(desk.document.graph) == before
    assert desk.evaluation.readings.parameters == ("w",)
    assert kind.currentText() == "Input"
    desk.show("c")
    assert not kind.isVisible()


def test_who_scrolls_past_what_a_leaf_is_changes_nothing(desk: Desk) -> None:
    desk.show("x")
    kind = desk.inspector.node_page.leaf_kind
    middle = QPointF(kind.rect().center())
    turn = QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(middle, kind.mapToGlobal(middle), QPoint(), *turn, phase, False)
    QApplication.sendEvent(kind, event)
    assert not event.isAccepted()
    assert desk.document.graph.op_of("x") == "input"


def test_an_array_can_be_typed(desk: Desk) -> None:
    desk.show("w")
    desk.type(desk.inspector.node_page.value, "[1, 2]")
    np.testing.assert_array_equal(desk.document.graph.value("w"), [1.0, 2.0])
    assert desk.inspector.node_page.problem.isVisible()


def test_bad_text_stays_with_its_reason(desk: Desk) -> None:
    desk.show("w")
    field = desk.inspector.node_page.value
    desk.type(field, "two")
    assert field.line.text() == "two"
    assert field.line.property("refused")
    assert "not a number" in field.reason.text()
    assert desk.document.history.count() == 0
    desk.qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    assert field.line.text() == "2"
    assert not field.line.property("refused")


def test_a_formula_is_no_name(desk: Desk) -> None:
    desk.show("w")
    field = desk.inspector.node_page.name
    desk.type(field, "1+2")
    assert field.line.property("refused")
    assert "is a formula, not a name" in field.reason.text()
    for number in ("3", "1a b"):
        desk.type(field, number)
        assert f"‘{number}’ cannot be a name" in field.reason.text()
    assert desk.document.history.count() == 0
    desk.type(desk.inspector.node_page.label, "3")
    assert desk.document.graph.attributes("w")["label"] == "3"


def test_a_label_and_an_attribute_are_set_and_removed(desk: Desk) -> None:
    page = desk.inspector.node_page
    desk.show("r")
    desk.type(page.label, "a^{[1]}")
    assert desk.document.graph.attributes("r")["label"] == "a^{[1]}"
    desk.type(page.attributes.fields["slope"], "0.5")
    assert desk.evaluation.readings.value("r") == -2.0
    page.label.line.clear()
    desk.qtbot.keyClick(page.label.line, Qt.Key.Key_Return)
    assert "label" not in desk.document.graph.attributes("r")
    desk.type(page.attributes.fields["slope"], "steep")
    assert page.attributes.fields["slope"].line.property("refused")


def test_a_formula_is_edited(desk: Desk) -> None:
    desk.show("J")
    desk.type(desk.inspector.node_page.attributes.fields["formula"], "r^2")
    assert desk.evaluation.readings.value("J") == pytest.approx(0.0016)


def test_the_output_can_be_chosen_and_left_open(desk: Desk) -> None:
    desk.show("c")
    page = desk.inspector.node_page
    assert not page.output.isChecked()
    page.output.click()
    desk.evaluation.flush()
    assert desk.document.graph.output == "c"
    assert page.output.isChecked()
    page.output.click()
    desk.evaluation.flush()
    assert desk.document.graph.output is None
    assert not page.output.isChecked()


def test_a_leaf_alone_is_told_nothing_of_outputs(desk: Desk) -> None:
    graph = engine.Graph()
    graph.input("x", [1.0, 2.0])
    desk.document.reset(graph)
    desk.evaluation.flush()
    desk.show("x")
    assert desk.inspector.node_page.problem.text() == ""


def test_a_problem_is_said(desk: Desk) -> None:
    desk.show("c")
    desk.document.do(Disconnect("x", "c", 1))
    desk.evaluation.flush()
    page = desk.inspector.node_page
    assert page.reading.text() == "—"
    assert "no edge" in page.problem.text()


def test_an_edge_s_page(desk: Desk) -> None:
    desk.inspector.show_selection((), (engine.Edge("w", "c", 0),))
    page = desk.inspector.edge_page
    assert page.isVisible()
    assert page.value.text() == "2"
    assert page.title.text() == "w → c"
    assert page.chain.texts()[:2] == ["Local derivative", "∂c/∂w = x = −2"]
    assert page.chain.texts()[-1] == "= −0.04 · 0.01 · (−2) = 8e−4"
    desk.document.do(Disconnect("w", "c", 0))
    assert desk.inspector.graph_page.isVisible()


def test_several_things_are_counted_and_nothing_is_the_graph(desk: Desk) -> None:
    desk.show("w", "c")
    assert desk.inspector.several.text() == "2 nodes selected"
    desk.show()
    assert desk.inspector.graph_page.isVisible()


def test_only_the_page_in_front_is_scrolled(desk: Desk) -> None:
    desk.inspector.resize(270, 300)
    bar = desk.inspector.verticalScrollBar()
    desk.show("J")
    desk.qtbot.waitUntil(lambda: bar.maximum() > 0)
    desk.show()
    desk.qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_a_page_that_is_made_later_has_the_theme(desk: Desk) -> None:
    desk.inspector.set_theme(DARK)
    desk.show("J")
    assert desk.inspector.node_page.formula.theme is DARK


def test_under_its_label_a_renamed_node_is_chosen_for_the_output(desk: Desk) -> None:
    desk.document.do(SetAttribute("c", "label", "z"))
    desk.show()
    desk.document.do(RenameNode("c", "k"))
    desk.evaluation.flush()
    box = desk.inspector.graph_page.output
    box.setCurrentIndex(box.findText("z"))
    box.activated.emit(box.currentIndex())
    assert desk.document.graph.output == "k"


def test_the_graph_s_page_sets_title_and_output(desk: Desk) -> None:
    page = desk.inspector.graph_page
    desk.type(page.title, "One unit")
    assert desk.document.graph.title == "One unit"
    page.output.setCurrentIndex(page.output.findText("c"))
    page.output.activated.emit(page.output.currentIndex())
    assert desk.document.graph.output == "c"
    desk.document.undo()
    desk.evaluation.flush()
    assert page.output.currentText() == "Automatic (J)"


@pytest.mark.parametrize("op", sorted(ops.OPS))
def test_every_op_has_its_page(desk: Desk, op: str) -> None:
    given = {"formula": "p^2*q"} if op == "formula" else {}
    count = 2 if op == "formula" else len(ops.OPS[op].inputs)
    edges = [engine.Edge("wx"[port % 2], "new", port) for port in range(count)]
    desk.document.do(AddNodes([NewNode("new", op, given)], edges))
    desk.evaluation.flush()
    desk.show("new")
    page = desk.inspector.node_page
    assert page.kind.text() == ops.OPS[op].title
    shown = {key for key, field in page.attributes.fields.items() if field.isVisible()}
    assert shown == set(ops.OPS[op].attributes) - {"inputs"}
    for port in range(count):
        desk.inspector.show_selection((), (edges[port],))
        assert desk.inspector.edge_page.isVisible()


def test_nothing_is_derived_by_a_constant(desk: Desk) -> None:
    halved = NewNode("h", "divide", {})
    two = NewNode("2", "constant", {"value": 2.0})
    edges = [engine.Edge("r", "h", 0), engine.Edge("2", "h", 1)]
    desk.document.do(AddNodes([two, halved], edges))
    desk.evaluation.flush()
    desk.show("h")
    local = desk.inspector.node_page.local
    assert [view.words for view in local if view.isVisible()] == ["∂h/∂r = 1 / 2"]
    means = "How h would move if this number could. It is a constant: it stays as it is."
    desk.document.do(SetOutput("h"))
    desk.evaluation.flush()
    desk.show("2")
    page = desk.inspector.node_page
    assert page._derivative_of.text() == "Derivative"
    assert page.chain.texts() == [means]
    desk.inspector.show_selection([], edges[1:])
    assert desk.inspector.edge_page.port.text() == "second input"
    assert desk.inspector.edge_page.chain.texts() == [means]
    desk.document.do(SetAttribute("2", "label", "k"))
    desk.evaluation.flush()
    assert "∂h/∂k" in desk.inspector.edge_page.chain.texts()[1]


def test_several_axes_are_typed_with_commas(desk: Desk) -> None:
    node = NewNode("s", "sum", {})
    desk.document.do(AddNodes([node], [engine.Edge("w", "s", 0)]))
    desk.show("s")
    field = desk.inspector.node_page.attributes.fields["axis"]
    for text, axis in (("0, 1", [0, 1]), ("−1", -1), ("(0, 1)", [0, 1])):
        field.entered.emit(text)
        assert desk.document.graph.attributes("s")["axis"] == axis


@pytest.mark.parametrize(
    ("text", "slope"), [("1/4", 0.25), ("½", 0.5), ("−1", -1.0), ("None", None)]
)
def test_a_slope_is_typed_as_a_value_is(desk: Desk, text: str, slope: float | None) -> None:
    desk.document.do(AddNodes([NewNode("s", "leaky_relu", {})], [engine.Edge("w", "s", 0)]))
    desk.show("s")
    desk.inspector.node_page.attributes.fields["slope"].entered.emit(text)
    assert desk.document.graph.attributes("s").get("slope") == slope


def test_thousands_of_brackets_are_no_axis(desk: Desk) -> None:
    desk.document.do(AddNodes([NewNode("s", "sum", {})], [engine.Edge("w", "s", 0)]))
    desk.show("s")
    field = desk.inspector.node_page.attributes.fields["axis"]
    field.line.setText("[" * 20_000)
    field.line.editingFinished.emit()
    assert field.line.property("refused")
    assert field.reason.text().startswith("s (sum): the axis must be")


def test_the_chain_rule_of_what_is_clicked_comes_after_the_frame_and_all_of_the_page_with_it(
    desk: Desk,
) -> None:
    inspector, page = desk.inspector, desk.inspector.node_page
    inspector.resize(320, 900)
    inspector.show()
    desk.show("w")
    desk.qtbot.waitUntil(lambda: not page.chain.waits)
    before = page.chain.texts()
    desk.show("c")
    assert page.chain.waits  # no frame has to wait for it
    assert not inspector.viewport().updatesEnabled()  # nor shows the name of one over its rows
    desk.show("x")
    desk.qtbot.waitUntil(lambda: not page.chain.waits)
    assert inspector.viewport().updatesEnabled()
    assert page.name.line.text() == "x"
    assert page.chain.texts() != before
    inspector.hide()
    desk.show("w")
    assert not page.chain.waits  # nothing to wait for where it is not seen
    assert page.chain.texts() == before


def test_what_goes_before_its_chain_rule_is_written_leaves_the_page_to_others(desk: Desk) -> None:
    inspector = desk.inspector
    inspector.show()
    desk.show("w")
    desk.qtbot.waitUntil(lambda: not inspector.node_page.chain.waits)
    desk.show("x")
    desk.document.do(DeleteNodes(["x"]))
    desk.qtbot.waitUntil(inspector.viewport().updatesEnabled)
    assert inspector._pages.currentWidget() is inspector.graph_page


def test_that_no_path_leads_to_the_output_stands_before_the_zeros_that_come_of_it(
    desk: Desk,
) -> None:
    nodes = [NewNode("f", "square"), NewNode("g", "sin")]
    edges = [engine.Edge("w", "f", 0), engine.Edge("f", "g", 0)]
    desk.document.do(AddNodes(nodes, edges))
    desk.evaluation.flush()
    desk.show("f")
    said = desk.inspector.node_page.chain.texts()
    assert said[0] == "No path leads to J"
    assert said[1] == "Local derivative"
    desk.inspector.show_selection([], edges[1:])
    assert desk.inspector.edge_page.chain.texts() == said
    desk.show("w")
    assert "No path leads to J" not in desk.inspector.node_page.chain.texts()
