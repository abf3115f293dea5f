"""Quick-add on the canvas, by real keys and mouse."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import engine
from engine.formats.chainrule_file import dumps


@pytest.mark.parametrize(
    ("text", "name", "op", "value"),
    [
        ("2.5", "k", "constant", 2.5),
        ("w=2", "w", "parameter", 2.0),
        ("x = -2", "x", "input", -2.0),
    ],
)
def test_a_typed_value_is_a_leaf_in_one_step(hands, text, name, op, value):
    hands.key(Qt.Key.Key_Tab)
    hands.write(text)
    assert hands.graph.nodes() == [name]
    assert hands.graph.op_of(name) == op
    assert hands.graph.value(name) == value
    assert hands.steps == 1
    assert hands.canvas.entry.editor is None


@pytest.mark.parametrize(
    ("text", "values"),
    [("w = 3", {"w": 3.0}), ("w=[1, 2]", {"w": [1.0, 2.0]}), ("w=3; x=5", {"w": 3.0, "x": 5.0})],
)
def test_a_value_typed_for_a_leaf_that_is_there_becomes_its_value(linear_unit, text, values):
    hands, nodes = linear_unit, linear_unit.graph.nodes()
    hands.key(Qt.Key.Key_Tab)
    hands.write(text)
    assert hands.graph.nodes() == nodes
    assert {name: np.asarray(hands.graph.value(name)).tolist() for name in values} == values
    assert hands.steps == 1
    assert hands.canvas.selection.nodes == set(values)
    assert hands.canvas.entry.prompt is None


@pytest.mark.parametrize("text", ["a = 3", "w = 3; z = 1"])
def test_a_value_for_an_op_or_for_new_and_known_leaves_at_once_is_refused(linear_unit, text):
    linear_unit.key(Qt.Key.Key_Tab)
    linear_unit.write(text)
    assert linear_unit.prompt.reason.startswith("there is already a node named")
    assert linear_unit.steps == 0


@pytest.mark.parametrize(("text", "op"), [("*", "multiply"), ("relu", "relu"), ("@", "matmul")])
def test_a_sign_or_a_name_is_an_op(hands, text, op):
    hands.key(Qt.Key.Key_Tab)
    hands.write(text)
    assert [hands.graph.op_of(name) for name in hands.graph.nodes()] == [op]


def test_a_whole_expression_is_a_graph_laid_out_in_view_in_one_step(hands):
    before = dumps(hands.graph)
    hands.key(Qt.Key.Key_J)
    hands.write("J=(w*x+b-y)^2/2")
    assert hands.graph.is_leaf("w")
    assert hands.graph.attributes("J")["formula"] == "e/2"
    assert hands.graph.missing_inputs() == []
    assert hands.steps == 1
    view = hands.view.rect()
    boxes = [hands.canvas.view_rect(row) for row in range(len(hands.graph))]
    assert all(view.contains(box) for box in boxes)
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[:i])
    hands.canvas.document.undo()
    assert dumps(hands.graph) == before


def test_what_is_added_at_the_border_is_brought_into_view_and_the_zoom_stays(linear_unit):
    hands, canvas = linear_unit, linear_unit.canvas
    canvas.zoom_to(2.5)
    canvas.adding.ask(canvas.region().bottomRight())
    hands.write("relu")
    (name,) = canvas.selection.nodes
    assert canvas.viewpoint.scale == 2.5
    assert hands.view.rect().contains(canvas.view_rect(canvas.picture.index[name]))


def test_an_expression_uses_the_nodes_that_are_there_and_covers_none(linear_unit):
    old = linear_unit.graph.nodes()
    linear_unit.canvas.pointed = None
    linear_unit.key(Qt.Key.Key_Z)
    linear_unit.write("z = max(c, 0)*k + c")
    assert "c" in linear_unit.graph.inputs("z")
    assert linear_unit.graph.op_of("k") == "input"
    rows = range(len(linear_unit.graph))
    boxes = [linear_unit.canvas.view_rect(row) for row in rows]
    assert not any(a.intersects(b) for a in boxes[len(old) :] for b in boxes[: len(old)])


def test_a_bad_expression_stays_open_with_the_reason(hands):
    hands.key(Qt.Key.Key_Tab)
    hands.write("J = (w*")
    assert hands.prompt.line.property("refused")
    assert hands.prompt.reason.startswith("nothing closes the '(' at character 1")
    assert len(hands.graph) == 0
    QTest.keyClicks(hands.prompt.line, "x)")
    assert hands.prompt.reason == ""
    QTest.keyClick(hands.prompt.line, Qt.Key.Key_Return)
    assert hands.graph.op_of("J") == "multiply"


def test_a_name_that_is_taken_is_refused_and_nothing_is_lost(linear_unit):
    linear_unit.key(Qt.Key.Key_Tab)
    linear_unit.write("a = w*x")
    assert linear_unit.prompt.reason == "there is already a node named a"
    assert linear_unit.steps == 0


def test_a_leaf_without_a_value_is_asked_for_it(hands):
    hands.key(Qt.Key.Key_Tab)
    hands.write("parameter")
    hands.type("7")
    assert hands.graph.value("w") == 7.0


def test_an_edge_dropped_on_empty_canvas_asks_for_a_node_and_both_are_one_step(linear_unit):
    before = dumps(linear_unit.graph)
    x, y = linear_unit.out("c")
    linear_unit.drag((x, y), (x + 60, y - 150))
    assert not {"Parameter", "Input", "Constant"} & set(linear_unit.offered)
    linear_unit.write("2")
    assert linear_unit.prompt.reason == "a leaf takes no input; type an op"
    linear_unit.write("tanh")
    assert linear_unit.graph.inputs("e") == ("c",)
    assert linear_unit.steps == 1
    linear_unit.canvas.document.undo()
    assert dumps(linear_unit.graph) == before


def test_an_edge_drawn_back_from_a_port_gets_its_source(hands):
    hands.drop("multiply", (0, 0))
    hands.canvas.centre_on("c")  # else an end lies outside the window, where nothing is meant
    x, y = hands.port("c", 1)
    hands.drag((x, y), (x - 150, y + 90))
    hands.write("w=2")
    assert hands.graph.inputs("c") == (None, "w")
    x, y = hands.port("c", 0)
    hands.drag((x, y), (x - 150, y - 90))
    hands.write("c+1")
    assert "would depend on itself" in hands.prompt.reason
    hands.write("w+1")
    assert hands.graph.attributes(hands.graph.inputs("c")[0])["formula"] == "w + 1"


def test_an_own_op_is_called_by_its_name_in_what_is_typed(unit, window):
    window.own_ops.put(engine.OwnOp("swish", "u*sigmoid(u)", "S"))
    before = dumps(unit.graph)
    unit.key(Qt.Key.Key_Tab)
    unit.write("q = swish(w*x) + b")
    made = unit.graph.nodes()[8:]
    assert [unit.graph.op_of(name) for name in made] == ["multiply", "formula", "add"]
    assert unit.graph.own_op(made[1]).name == "swish"
    assert unit.graph.inputs(made[1]) == (made[0],)
    assert unit.graph.port_names(made[1]) == ("u",)
    assert unit.graph.inputs("q") == (made[1], "b")
    assert unit.graph.own_ops == window.own_ops.ops
    assert unit.steps == 1
    unit.canvas.document.undo()
    assert dumps(unit.graph) == before
    unit.key(Qt.Key.Key_Tab)
    line = unit.prompt.line
    QTest.keyClicks(line, "q = swish(a)")
    assert unit.offered == ["swish", "2 nodes, written out"]
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert unit.graph.own_op("q").name == "swish"
    assert unit.graph.inputs("q") == ("a",)
    assert unit.steps == 1
    unit.canvas.document.undo()
    assert dumps(unit.graph) == before


def test_an_own_op_that_is_one_operation_is_still_a_node_of_its_own(unit, window):
    window.own_ops.put(engine.OwnOp("sq", "u^2", "S"))
    unit.key(Qt.Key.Key_Tab)
    line = unit.prompt.line
    QTest.keyClicks(line, "q = sq(c) + sq(2)")
    assert unit.offered == ["4 nodes", "Formula, written out", "4 nodes, written out"]
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()
    own = [name for name in unit.graph.nodes() if unit.graph.own_op(name)]
    assert [unit.graph.inputs(name) for name in own] == [("c",), ("2",)]
    assert unit.graph.inputs("q") == tuple(own)
    assert unit.canvas.evaluation.readings.value("q") == 20.0
    assert unit.canvas.evaluation.readings.problem("q") is None


def test_an_expression_is_not_looked_for_in_the_formulas_of_own_ops(unit, window):
    window.own_ops.put(engine.OwnOp("swish", "u*sigmoid(u)"))
    unit.key(Qt.Key.Key_Tab)
    unit.write("sigmoid(u)")
    assert [unit.graph.op_of(name) for name in unit.graph.nodes()[8:]] == ["input", "sigmoid"]


def test_own_ops_within_each_other_need_not_be_short_when_written_out(unit, window):
    window.own_ops.put(engine.OwnOp("twice", "u*u"))
    unit.key(Qt.Key.Key_Tab)
    line = unit.prompt.line
    QTest.keyClicks(line, "q = " + "twice(" * 12 + "w" + ")" * 12)
    assert unit.offered == ["12 nodes"]
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert len(unit.graph) == 20
    assert [unit.graph.own_op(name).name for name in unit.graph.nodes()[8:]] == ["twice"] * 12


def test_an_array_is_typed_whatever_an_own_op_is_called(unit, window):
    window.own_ops.put(engine.OwnOp("data", "u*sigmoid(u)"))
    unit.key(Qt.Key.Key_Tab)
    unit.write("more_data = [1, 2]")
    assert unit.graph.value("more_data").tolist() == [1.0, 2.0]


def test_rows_of_numbers_are_typed_as_cards_write_them(unit):
    unit.key(Qt.Key.Key_Tab)
    unit.write("rows = [1, 2; 3, 4]; column = [1; 2]")
    assert unit.graph.value("rows").tolist() == [[1.0, 2.0], [3.0, 4.0]]
    assert unit.graph.value("column").tolist() == [[1.0], [2.0]]
    unit.canvas.in_place.edit_value("w")
    unit.type("[5, 6; 7, 8]")
    assert unit.graph.value("w").tolist() == [[5.0, 6.0], [7.0, 8.0]]


def test_an_own_op_is_called_in_a_formula_that_is_edited(unit, window):
    window.own_ops.put(engine.OwnOp("swish", "u*sigmoid(u)"))
    unit.canvas.in_place.edit_value("J")
    unit.type("J = swish(d)")
    assert unit.graph.attributes("J")["formula"] == "d*sigmoid(d)"
    assert unit.graph.own_op("J").name == "swish"
    unit.canvas.document.undo()
    assert unit.graph.own_ops == ()
    assert "own" not in unit.graph.attributes("J")
    unit.canvas.in_place.edit_value("J")
    unit.type("J = swish(d) + 1")  # no node of it, so the formula has its parts
    assert unit.graph.attributes("J")["formula"] == "d*sigmoid(d) + 1"
    assert unit.graph.own_op("J") is None


def test_ops_of_whole_arrays_are_typed_within_an_expression(hands):
    for text in ("x = [1, 2, 3]; y = [1, 0, 1]; w = 2", "L = mean((w*x - y)^2)"):
        hands.key(Qt.Key.Key_Tab)
        hands.write(text)
    graph = hands.graph
    assert [graph.op_of(n) for n in graph.nodes()][3:] == ["multiply", "subtract", "square", "mean"]
    hands.key(Qt.Key.Key_Tab)
    QTest.keyClicks(hands.prompt.line, "W @ x")
    assert len(hands.offered) == 1  # it can be no formula


@pytest.mark.parametrize("text", ["J = sum(softmax(x, axis=0))", "sum(softmax(x, axis=0))"])
def test_an_op_is_told_its_axis_where_an_expression_is_typed(hands, text):
    for typed in ("x = [[1, 2], [3, 4]]", text):
        hands.key(Qt.Key.Key_Tab)
        hands.write(typed)
    graph = hands.graph
    softmax = next(name for name in graph.nodes() if graph.op_of(name) == "softmax")
    assert graph.attributes(softmax)["axis"] == 0
    assert graph.inputs(softmax) == ("x",)


def test_what_an_op_is_told_wrongly_is_said_where_it_is_typed(hands):
    hands.key(Qt.Key.Key_Tab)
    hands.write("sum(x, axs=1)")
    assert "sum takes no 'axs' at character 8" in hands.prompt.reason


def test_a_formula_that_is_edited_is_told_no_slope(unit):
    unit.canvas.in_place.edit_value("J")
    unit.type("J = leaky_relu(d, slope=0.2)")
    assert unit.graph.attributes("J")["formula"] == "d^2/2"
    assert "in a formula leaky_relu is not told its slope" in unit.canvas.entry.editor.reason
