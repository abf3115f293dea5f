"""Quick-add on the canvas, by real keys and mouse."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import engine
from engine.formats.chainrule_file import dumps
from gui.canvas.prompt import Prompt
from gui.commands import AddNodes, NewNode
from gui.picture.measure import OUTPUT_ARROW

SHIFT = Qt.KeyboardModifier.ShiftModifier


def popup(hands) -> Prompt:
    prompt = hands.canvas.entry.prompt
    assert prompt is not None
    assert prompt.isVisible()
    return prompt


def write(hands, text: str, *, end=Qt.Key.Key_Return) -> None:
    line = popup(hands).line
    line.clear()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, end)
    QApplication.processEvents()


def titles(hands) -> list[str]:
    model = popup(hands).model
    return [model.data(model.index(k)) for k in range(model.rowCount())]


def steps(hands) -> int:
    return hands.canvas.document.history.count()


@pytest.mark.parametrize(
    ("key", "keys", "text"),
    [
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, ""),
        (Qt.Key.Key_R, Qt.KeyboardModifier.NoModifier, "r"),
        (Qt.Key.Key_Asterisk, SHIFT, "*"),
        (Qt.Key.Key_2, Qt.KeyboardModifier.NoModifier, "2"),
    ],
)
def test_tab_and_any_character_open_it(hands, key, keys, text):
    hands.key(key, keys)
    assert popup(hands).line.text() == text
    assert popup(hands).line.hasFocus()


def test_what_is_typed_at_one_place_lies_beside_what_is_there(hands):
    hands.move((0.0, 0.0))
    for text in ("w=2", "x=-2", "*", "b=8", "+", "c2=c*a"):
        hands.key(Qt.Key.Key_Tab)
        write(hands, text)
    boxes = [hands.canvas.view_rect(row) for row in range(len(hands.graph))]
    for k, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[:k])
    places = hands.canvas.picture.centres
    w, x, c = places[:3].tolist()
    assert w[0] == x[0] < c[0]
    assert w[1] == c[1] < x[1]


def test_a_formula_of_leaves_that_are_there_stands_to_their_right(hands):
    for text in ("w=2; x=-2; b=8; y=2", "J=(w*x+b-y)^2/2"):
        hands.key(Qt.Key.Key_Tab)
        write(hands, text)
    assert hands.graph.nodes()[:4] == ["w", "x", "b", "y"]
    places = hands.canvas.picture.centres
    assert places[:4, 0].max() < places[4:, 0].min()
    assert places[:4, 1].min() < places[4:, 1].mean() < places[:4, 1].max()


def test_what_is_typed_into_it_is_never_a_command(linear_unit):
    before = dumps(linear_unit.graph)
    linear_unit.click(linear_unit.middle("w"))
    linear_unit.key(Qt.Key.Key_M)
    QTest.keyClicks(popup(linear_unit).line, "ax")
    assert titles(linear_unit)[0] == "Maximum"
    QTest.keyClick(popup(linear_unit).line, Qt.Key.Key_Backspace)
    QTest.keyClick(popup(linear_unit).line, Qt.Key.Key_Delete)
    QTest.keyClick(popup(linear_unit).line, Qt.Key.Key_Escape)
    assert linear_unit.canvas.entry.prompt is None
    assert linear_unit.canvas.hasFocus()
    assert dumps(linear_unit.graph) == before


def test_a_double_click_on_empty_canvas_opens_it_there(linear_unit):
    x, y = linear_unit.middle("w")
    linear_unit.double_click((x + 40, y - 150))
    write(linear_unit, "relu")
    assert linear_unit.middle("e") == (round(x / 10) * 10 + 40, round((y - 150) / 10) * 10)
    assert linear_unit.graph.op_of("e") == "relu"
    assert linear_unit.canvas.selection.nodes == {"e"}


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
    write(hands, text)
    assert hands.graph.nodes() == [name]
    assert hands.graph.op_of(name) == op
    assert hands.graph.value(name) == value
    assert steps(hands) == 1
    assert hands.canvas.entry.editor is None


@pytest.mark.parametrize(("text", "op"), [("*", "multiply"), ("relu", "relu"), ("@", "matmul")])
def test_a_sign_or_a_name_is_an_op(hands, text, op):
    hands.key(Qt.Key.Key_Tab)
    write(hands, text)
    assert [hands.graph.op_of(name) for name in hands.graph.nodes()] == [op]


def test_a_whole_expression_is_a_graph_laid_out_in_view_in_one_step(hands):
    before = dumps(hands.graph)
    hands.key(Qt.Key.Key_J)
    write(hands, "J=(w*x+b-y)^2/2")
    assert hands.graph.is_leaf("w")
    assert hands.graph.op_of("J") == "divide"
    assert hands.graph.missing_inputs() == []
    assert steps(hands) == 1
    view = hands.view.rect()
    boxes = [hands.canvas.view_rect(row) for row in range(len(hands.graph))]
    assert all(view.contains(box) for box in boxes)
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[:i])
    hands.canvas.document.undo()
    assert dumps(hands.graph) == before


def test_an_expression_uses_the_nodes_that_are_there_and_covers_none(linear_unit):
    old = linear_unit.graph.nodes()
    linear_unit.canvas.pointed = None
    linear_unit.key(Qt.Key.Key_Z)
    write(linear_unit, "z = max(c, 0)*k + c")
    assert "c" in linear_unit.graph.inputs("z")
    assert linear_unit.graph.op_of("k") == "input"
    rows = range(len(linear_unit.graph))
    boxes = [linear_unit.canvas.view_rect(row) for row in rows]
    assert not any(a.intersects(b) for a in boxes[len(old) :] for b in boxes[: len(old)])


def test_a_bad_expression_stays_open_with_the_reason(hands):
    hands.key(Qt.Key.Key_Tab)
    write(hands, "J = (w*")
    assert popup(hands).line.property("refused")
    assert "at the end" in popup(hands).reason
    assert len(hands.graph) == 0
    QTest.keyClicks(popup(hands).line, "x)")
    assert popup(hands).reason == ""
    QTest.keyClick(popup(hands).line, Qt.Key.Key_Return)
    assert hands.graph.op_of("J") == "multiply"


def test_a_name_that_is_taken_is_refused_and_nothing_is_lost(linear_unit):
    linear_unit.key(Qt.Key.Key_Tab)
    write(linear_unit, "a = w*x")
    assert popup(linear_unit).reason == "there is already a node named a"
    assert steps(linear_unit) == 0


def test_arrows_choose_and_a_click_places(hands):
    hands.key(Qt.Key.Key_Tab)
    QTest.keyClicks(popup(hands).line, "w=3")
    assert titles(hands) == ["Parameter = 3", "Input = 3", "Constant"]
    QTest.keyClick(popup(hands).line, Qt.Key.Key_Down)
    QTest.keyClick(popup(hands).line, Qt.Key.Key_Return)
    assert hands.graph.op_of("w") == "input"
    hands.key(Qt.Key.Key_Tab)
    rows = popup(hands).list
    place = rows.visualRect(rows.model().index(4, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert hands.graph.op_of(hands.graph.nodes()[-1]) == "multiply"


def test_a_leaf_without_a_value_is_asked_for_it(hands):
    hands.key(Qt.Key.Key_Tab)
    write(hands, "parameter")
    hands.type("7")
    assert hands.graph.value("w") == 7.0


def test_an_edge_dropped_on_empty_canvas_asks_for_a_node_and_both_are_one_step(linear_unit):
    before = dumps(linear_unit.graph)
    x, y = linear_unit.out("c")
    linear_unit.drag((x, y), (x + 60, y - 150))
    assert not {"Parameter", "Input", "Constant"} & set(titles(linear_unit))
    write(linear_unit, "2")
    assert popup(linear_unit).reason == "a leaf takes no input; type an op"
    write(linear_unit, "tanh")
    assert linear_unit.graph.inputs("e") == ("c",)
    assert steps(linear_unit) == 1
    linear_unit.canvas.document.undo()
    assert dumps(linear_unit.graph) == before


def test_an_edge_drawn_back_from_a_port_gets_its_source(hands):
    hands.drop("multiply", (0, 0))
    x, y = hands.port("c", 1)
    hands.drag((x, y), (x - 150, y + 90))
    write(hands, "w=2")
    assert hands.graph.inputs("c") == (None, "w")
    x, y = hands.port("c", 0)
    hands.drag((x, y), (x - 150, y - 90))
    write(hands, "c+1")
    assert "would depend on itself" in popup(hands).reason
    write(hands, "w+1")
    assert hands.graph.op_of(hands.graph.inputs("c")[0]) == "add"


def test_esc_and_a_click_beside_it_leave_no_trace(linear_unit):
    x, y = linear_unit.out("c")
    for _ in range(2):
        linear_unit.drag((x, y), (x + 60, y - 150))
        assert linear_unit.canvas.entry.prompt is not None
        linear_unit.click((x, y - 250))
        assert linear_unit.canvas.entry.prompt is None
    linear_unit.key(Qt.Key.Key_Tab)
    QTest.keyClick(popup(linear_unit).line, Qt.Key.Key_Escape)
    assert steps(linear_unit) == 0


def test_it_stays_inside_the_view(hands):
    for corner in (QPoint(2, 2), QPoint(1198, 698)):
        QTest.mouseMove(hands.view, corner)
        hands.canvas.adding.ask(hands.canvas.viewpoint.to_picture(corner.toPointF()))
        assert hands.view.rect().contains(popup(hands).geometry())


def test_a_canvas_that_goes_away_takes_it_along(linear_unit):
    linear_unit.key(Qt.Key.Key_Tab)
    linear_unit.canvas.hide()
    QApplication.processEvents()
    assert linear_unit.canvas.entry.prompt is None
    assert engine.Edge("w", "c", 0) in linear_unit.graph.edges()


def test_an_edit_elsewhere_closes_it_and_ends_a_gesture(linear_unit):
    linear_unit.drop("relu", (0, 300))
    linear_unit.canvas.keyboard.connect_by_name("e")
    linear_unit.canvas.document.undo()
    assert linear_unit.canvas.entry.prompt is None
    linear_unit.canvas.document.redo()
    linear_unit.press(linear_unit.out("e"))
    linear_unit.carry((100, 400))
    linear_unit.canvas.document.undo()
    linear_unit.carry((120, 420))
    linear_unit.release((120, 420))
    assert linear_unit.canvas.hand.gesture is None
    assert linear_unit.canvas.entry.prompt is None


def test_a_field_that_opens_takes_the_place_of_quick_add(unit):
    unit.key(Qt.Key.Key_Tab)
    assert unit.canvas.entry.prompt is not None
    unit.canvas.in_place.rename("c")
    QApplication.processEvents()
    assert unit.canvas.entry.prompt is None
    assert unit.canvas.entry.editor.hasFocus()
    unit.type("k")
    assert unit.graph.inputs("a")[0] == "k"
    assert unit.canvas.entry.editor is None


def test_an_own_op_is_called_by_its_name_in_what_is_typed(unit, window):
    window.own_ops.put(engine.OwnOp("swish", "u*sigmoid(u)", "S"))
    before = dumps(unit.graph)
    unit.key(Qt.Key.Key_Tab)
    write(unit, "q = swish(w*x) + b")
    made = sorted(unit.graph.op_of(name) for name in unit.graph.nodes()[8:])
    assert made == ["add", "multiply", "multiply", "sigmoid"]
    unit.canvas.document.undo()
    assert dumps(unit.graph) == before
    unit.key(Qt.Key.Key_Tab)
    line = popup(unit).line
    QTest.keyClicks(line, "q = swish(a)")
    assert titles(unit) == ["2 nodes", "swish"]
    QTest.keyClick(line, Qt.Key.Key_Down)  # as one node: the op itself
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert unit.graph.own_op("q").name == "swish"
    assert unit.graph.inputs("q") == ("a",)
    assert unit.steps == 1
    unit.canvas.document.undo()
    assert dumps(unit.graph) == before


def test_an_array_is_typed_whatever_an_own_op_is_called(unit, window):
    window.own_ops.put(engine.OwnOp("data", "u*sigmoid(u)"))
    unit.key(Qt.Key.Key_Tab)
    write(unit, "more_data = [1, 2]")
    assert unit.graph.value("more_data").tolist() == [1.0, 2.0]


def test_rows_of_numbers_are_typed_as_cards_write_them(unit):
    unit.key(Qt.Key.Key_Tab)
    write(unit, "rows = [1, 2; 3, 4]; column = [1; 2]")
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


@pytest.mark.parametrize("width", [700, 760, 820, 900, 1000])
def test_the_number_of_a_typed_graph_s_output_is_in_view(hands, width):
    hands.canvas.resize(width, 500)
    hands.canvas.adding.ask(QPointF(0.0, 0.0))
    write(hands, "J=(w*x+b-y)^2/2")
    box = hands.canvas.view_rect(hands.canvas.picture.index["J"])
    arrow = round(OUTPUT_ARROW * hands.canvas.viewpoint.scale)
    assert box.right() + arrow < hands.view.width()


@pytest.mark.parametrize("what", ["quick-add", "find"])
def test_a_window_that_is_only_minimised_keeps_what_is_being_typed(unit, window, what):
    canvas = unit.canvas
    if what == "find":
        canvas.finding.open()
    else:
        canvas.adding.ask(text="re")
    window.showMinimized()
    QApplication.processEvents()
    window.showNormal()
    QApplication.processEvents()
    still = canvas.finding.bar if what == "find" else canvas.entry.prompt
    assert still is not None
    assert still.isVisible()


def gaps(hands) -> dict[tuple[str, str], tuple[float, float]]:
    """Return how far apart every two cards are, aside and below; negative where they overlap."""
    boxes = dict(zip(hands.canvas.picture.names, hands.canvas.picture.rectangles(), strict=True))
    return {
        (a, b): (float(max(p[0] - q[2], q[0] - p[2])), float(max(p[1] - q[3], q[1] - p[3])))
        for (a, p), (b, q) in combinations(boxes.items(), 2)
    }


def test_what_follows_a_wide_leaf_leaves_room_for_its_edge(hands):
    for text in ("x = [1, 2, 3; 4, 5, 6; 7, 8, 9]", "w = 2", "d = w*x - 1"):
        hands.key(Qt.Key.Key_Tab)
        write(hands, text)
    assert gaps(hands)["x", "c"][0] > 80.0


def test_several_new_cards_touch_none_that_is_there(hands):
    hands.canvas.document.do(
        AddNodes(
            [
                NewNode("x", "input", {"value": 1.0, "position": (106.0, 340.0)}),
                NewNode("b", "parameter", {"value": 1.0, "position": (106.0, 420.0)}),
                NewNode("e", "add", {"position": (590.0, 600.0)}),
            ],
            [engine.Edge("x", "e", 0), engine.Edge("b", "e", 1)],
        )
    )
    hands.move((650.0, 640.0))
    hands.key(Qt.Key.Key_Tab)
    write(hands, "q = x*sigmoid(b*x) + 1")
    apart = {pair: max(gap) for pair, gap in gaps(hands).items() if "e" in pair}
    assert min(apart.values()) >= 8.0


def test_ops_of_whole_arrays_are_typed_within_an_expression(hands):
    for text in ("x = [1, 2, 3]; y = [1, 0, 1]; w = 2", "L = mean((w*x - y)^2)"):
        hands.key(Qt.Key.Key_Tab)
        write(hands, text)
    graph = hands.graph
    assert [graph.op_of(n) for n in graph.nodes()][3:] == ["multiply", "subtract", "square", "mean"]
    hands.key(Qt.Key.Key_Tab)
    QTest.keyClicks(popup(hands).line, "W @ x")
    assert len(titles(hands)) == 1  # it can be no formula
