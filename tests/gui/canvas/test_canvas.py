"""The canvas, by real mouse and key events."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

import engine
from engine.formats.chainrule_file import dumps
from gui.canvas.deleting import delete_selection

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def wheel(hands, delta, keys=Qt.KeyboardModifier.NoModifier, at=(300.0, 200.0)):
    event = QWheelEvent(
        QPointF(*at),
        QPointF(*at),
        QPoint(0, 0),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(hands.view, event)


def steps(hands) -> int:
    return hands.canvas.document.history.count()


# --- the view


def test_ctrl_wheel_zooms_at_the_pointer(linear_unit):
    viewpoint = linear_unit.canvas.viewpoint
    at = QPointF(300.0, 200.0)
    fixed, scale = viewpoint.to_picture(at), viewpoint.scale
    wheel(linear_unit, 120, CTRL)
    assert viewpoint.scale == pytest.approx(scale * 1.0015**120)
    moved = viewpoint.to_view(fixed) - at
    assert moved.manhattanLength() < 1e-6


def test_zoom_stays_within_its_limits(linear_unit):
    for _ in range(40):
        wheel(linear_unit, 1200, CTRL)
    assert linear_unit.canvas.viewpoint.scale == 8.0
    for _ in range(40):
        wheel(linear_unit, -1200, CTRL)
    assert linear_unit.canvas.viewpoint.scale == 0.05


def test_the_wheel_pans_and_with_shift_sideways(linear_unit):
    viewpoint = linear_unit.canvas.viewpoint
    before = QPointF(viewpoint.origin)
    wheel(linear_unit, 100)
    assert viewpoint.origin.x() == before.x()
    assert viewpoint.origin.y() > before.y()
    before = QPointF(viewpoint.origin)
    wheel(linear_unit, 100, SHIFT)
    assert viewpoint.origin.y() == before.y()
    assert viewpoint.origin.x() > before.x()


def test_middle_drag_pans_over_anything(linear_unit):
    before = QPointF(linear_unit.canvas.viewpoint.origin)
    start = linear_unit.middle("c")
    linear_unit.drag(start, (start[0] + 50, start[1] + 20), button=Qt.MouseButton.MiddleButton)
    assert linear_unit.canvas.viewpoint.origin != before
    assert steps(linear_unit) == 0


def test_fit_shows_every_card(linear_unit):
    linear_unit.canvas.zoom_to(6.0)
    linear_unit.canvas.fit()
    view = linear_unit.view.rect()
    for name in linear_unit.graph.nodes():
        assert view.contains(linear_unit.pixel(*linear_unit.middle(name)))


# --- selecting


def test_a_click_selects_a_card_and_ctrl_click_toggles(linear_unit):
    selection = linear_unit.canvas.selection
    linear_unit.click(linear_unit.middle("c"))
    assert selection.nodes == {"c"}
    linear_unit.click(linear_unit.middle("a"), CTRL)
    assert selection.nodes == {"c", "a"}
    linear_unit.click(linear_unit.middle("c"), CTRL)
    assert selection.nodes == {"a"}
    linear_unit.key(Qt.Key.Key_Escape)
    assert not selection


def test_the_rubber_band_selects_what_it_touches_and_shift_adds(linear_unit):
    x, y = linear_unit.middle("w")
    linear_unit.drag((x - 80, y - 60), (x + 20, y + 10))
    assert linear_unit.canvas.selection.nodes == {"w"}
    x, y = linear_unit.middle("J")
    linear_unit.drag((x + 30, y + 90), (x - 10, y + 10), SHIFT)
    assert linear_unit.canvas.selection.nodes == {"w", "J"}
    assert steps(linear_unit) == 0


def test_a_click_on_an_edge_selects_it_and_delete_disconnects(linear_unit):
    picture = linear_unit.canvas.picture
    line = picture.lines[picture.edge_index["J", 0]]
    linear_unit.click(tuple(line[6]))
    assert linear_unit.canvas.selection.edges == {engine.Edge("d", "J", 0)}
    delete_selection(linear_unit.canvas)
    assert linear_unit.graph.missing_inputs() == [("J", 0)]
    assert linear_unit.graph.nodes()[-1] == "J"


# --- moving


def test_a_drag_moves_the_selection_as_one_step_and_snaps(linear_unit):
    before = dumps(linear_unit.graph)
    start = linear_unit.middle("b")
    linear_unit.drag(start, (start[0] + 43, start[1] + 101))
    x, y = linear_unit.graph.attributes("b")["position"]
    assert (x % 10, y % 10) == (0, 0)
    assert steps(linear_unit) == 1
    linear_unit.canvas.document.undo()
    assert dumps(linear_unit.graph) == before


def test_a_small_tremble_is_a_click(linear_unit):
    start = linear_unit.middle("b")
    scale = linear_unit.canvas.viewpoint.scale
    linear_unit.drag(start, (start[0] + 2 / scale, start[1]))
    assert steps(linear_unit) == 0


def test_shift_keeps_a_move_on_one_axis(linear_unit):
    x, y = start = linear_unit.middle("b")
    linear_unit.drag(start, (x + 33, y + 80), SHIFT)
    assert linear_unit.middle("b")[0] == x
    assert linear_unit.middle("b")[1] > y


def test_esc_puts_the_cards_back(linear_unit):
    before = dumps(linear_unit.graph)
    x, y = start = linear_unit.middle("b")
    linear_unit.press(start)
    linear_unit.carry((x + 60, y + 60))
    assert dumps(linear_unit.graph) != before
    linear_unit.key(Qt.Key.Key_Escape)
    assert dumps(linear_unit.graph) == before
    linear_unit.release((x + 60, y + 60))
    assert steps(linear_unit) == 0


def test_arrows_move_by_a_grid_step_and_a_burst_is_one_step(linear_unit):
    linear_unit.click(linear_unit.middle("b"))
    x, y = linear_unit.middle("b")
    for _ in range(3):
        linear_unit.key(Qt.Key.Key_Right)
    linear_unit.key(Qt.Key.Key_Down, SHIFT)
    assert linear_unit.middle("b") == (x + 30, y + 1)
    assert steps(linear_unit) == 1


# --- connecting


@pytest.fixture
def apart(hands):
    """A parameter, an input and two ops without edges."""
    for op, at in (("parameter", (-300, -80)), ("input", (-300, 80))):
        hands.drop(op, at)
        hands.type("2")
    hands.drop("multiply", (0, 0))
    hands.drop("add", (300, 0))
    assert hands.graph.nodes() == ["w", "x", "c", "a"]
    return hands


def test_an_edge_is_drawn_from_output_to_input(apart):
    apart.drag(apart.out("w"), apart.port("c", 0))
    assert apart.graph.inputs("c") == ("w", None)


def test_an_edge_is_drawn_backwards_from_input_to_output(apart):
    apart.drag(apart.port("c", 1), apart.out("x"))
    assert apart.graph.inputs("c") == (None, "x")


def test_an_edge_is_drawn_by_two_clicks(apart):
    apart.click(apart.out("w"))
    apart.carry(apart.port("c", 1), held=False)
    apart.click(apart.port("c", 1))
    assert apart.graph.inputs("c") == (None, "w")


def test_dropped_on_a_card_an_edge_takes_the_first_free_port_and_a_full_sum_grows(apart):
    apart.drag(apart.out("w"), apart.middle("a"))
    apart.drag(apart.out("x"), apart.middle("a"))
    assert apart.graph.inputs("a") == ("w", "x")
    apart.drag(apart.out("c"), apart.middle("a"))
    assert apart.graph.inputs("a") == ("w", "x", "c")
    assert steps(apart) > 3


def test_one_source_may_feed_two_ports(apart):
    apart.drag(apart.out("x"), apart.port("c", 0))
    apart.drag(apart.out("x"), apart.port("c", 1))
    assert apart.graph.inputs("c") == ("x", "x")


def test_an_occupied_port_is_replaced_in_one_step(apart):
    apart.drag(apart.out("w"), apart.port("c", 0))
    count, before = steps(apart), dumps(apart.graph)
    apart.drag(apart.out("x"), apart.port("c", 0))
    assert apart.graph.inputs("c") == ("x", None)
    assert steps(apart) == count + 1
    apart.canvas.document.undo()
    assert dumps(apart.graph) == before


def test_an_edge_taken_off_its_port_is_removed_on_empty_canvas(linear_unit):
    x, y = linear_unit.port("J", 0)
    linear_unit.drag((x, y), (x - 40, y + 160))
    assert linear_unit.graph.inputs("J") == (None,)
    assert steps(linear_unit) == 1


def test_an_edge_taken_off_its_port_moves_to_another(linear_unit):
    linear_unit.canvas.document.graph.remove_edge("y", "d", 1)
    linear_unit.canvas.document.reset(linear_unit.graph)
    linear_unit.drag(linear_unit.port("d", 0), linear_unit.port("d", 1))
    assert linear_unit.graph.inputs("d") == (None, "a")
    assert steps(linear_unit) == 1


def test_esc_leaves_an_edge_where_it_was(linear_unit):
    before = dumps(linear_unit.graph)
    x, y = linear_unit.port("J", 0)
    linear_unit.press((x, y))
    linear_unit.carry((x, y + 200))
    linear_unit.key(Qt.Key.Key_Escape)
    linear_unit.release((x, y + 200))
    assert dumps(linear_unit.graph) == before


def test_a_cycle_is_refused_with_its_path(linear_unit):
    said = []
    linear_unit.canvas.message.connect(said.append)
    before = dumps(linear_unit.graph)
    linear_unit.drag(linear_unit.out("d"), linear_unit.port("a", 0))
    assert dumps(linear_unit.graph) == before
    assert said == ["d would depend on itself: d → a → d"]


def test_a_node_cannot_feed_itself_and_a_leaf_takes_nothing(linear_unit):
    said = []
    linear_unit.canvas.message.connect(said.append)
    linear_unit.drag(linear_unit.out("c"), linear_unit.port("c", 0))
    linear_unit.drag(linear_unit.out("c"), linear_unit.middle("y"))
    assert said == ["a node cannot feed itself", "y is a leaf (input): no edge leads into it"]
    assert steps(linear_unit) == 0


# --- editing in place


def test_a_value_is_edited_in_place_and_everything_follows(linear_unit):
    linear_unit.double_click(linear_unit.middle("w"))
    linear_unit.type("3")
    assert linear_unit.graph.value("w") == 3.0
    readings = linear_unit.canvas.evaluation.readings
    assert readings.value("J") == 0.0
    texts = linear_unit.canvas.picture.edge_texts(0)
    assert texts[0].runs[0].text == "3"


def test_bad_text_stays_open_with_the_reason(linear_unit):
    linear_unit.double_click(linear_unit.middle("w"))
    linear_unit.type("two")
    editor = linear_unit.canvas.entry.editor
    assert editor is not None
    assert editor.isVisible()
    assert "‘two’ is not a number" in editor.reason
    assert linear_unit.graph.value("w") == 2.0
    linear_unit.type("x", end=Qt.Key.Key_Escape)
    assert linear_unit.canvas.entry.editor is None
    assert steps(linear_unit) == 0


def test_a_value_can_name_its_leaf(hands):
    hands.drop("parameter", (0, 0))
    hands.type("b = 8")
    assert hands.graph.nodes() == ["b"]
    assert hands.graph.value("b") == 8.0
    hands.canvas.document.undo()
    assert hands.graph.nodes() == ["w"]


def test_a_name_is_edited_in_place_and_a_taken_one_is_refused(linear_unit):
    linear_unit.canvas.in_place.rename("d")
    linear_unit.type("a")
    assert "already a node named a" in linear_unit.canvas.entry.editor.reason
    linear_unit.type("delta")
    assert linear_unit.graph.attributes("J")["formula"] == "delta^2/2"
    assert linear_unit.canvas.selection.nodes == {"delta"}


def test_backspace_in_a_field_deletes_no_node(linear_unit):
    linear_unit.click(linear_unit.middle("w"))
    linear_unit.canvas.in_place.edit_value("w")
    linear_unit.type("12", end=Qt.Key.Key_Backspace)
    assert "w" in linear_unit.graph
    linear_unit.type("1")
    assert linear_unit.graph.value("w") == 1.0


# --- placing and showing


def test_two_ops_placed_in_the_middle_do_not_lie_on_each_other(hands):
    for _ in range(4):
        hands.canvas.adding.place("add")
    boxes = hands.canvas.picture.rectangles()
    for i, a in enumerate(boxes):
        for b in boxes[:i]:
            assert a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3]


def test_a_missing_input_shows_no_number_but_why(apart):
    apart.drag(apart.out("w"), apart.port("c", 0))
    apart.drag(apart.out("c"), apart.port("a", 0))
    from gui.canvas.tooltip import tooltip_at

    picture = apart.canvas.picture
    assert [text.runs[0].text for text in picture.edge_texts(1)] == ["—", "—"]
    tip = tooltip_at(picture, QPointF(*apart.middle("c")), 6.0)
    assert "its second input has no edge yet" in tip


def test_the_tooltip_has_every_digit(linear_unit):
    from gui.canvas.tooltip import tooltip_at

    linear_unit.graph.set_attribute("w", "value", 2.001)
    linear_unit.canvas.document.reset(linear_unit.graph)
    linear_unit.canvas.evaluation.flush()
    tip = tooltip_at(linear_unit.canvas.picture, QPointF(*linear_unit.middle("J")), 6.0)
    assert "1.9960020000000005" in tip


def test_an_edge_s_tooltip_counts_inputs_from_the_first(linear_unit):
    from gui.canvas.tooltip import tooltip_at

    linear_unit.canvas.evaluation.flush()
    picture = linear_unit.canvas.picture
    said = [
        tooltip_at(picture, QPointF(*linear_unit.edge(*into)), 6.0) for into in (("a", 1), ("J", 0))
    ]
    assert "<b>b → a</b>, second input<br>" in said[0]
    assert "<b>d → J</b>, first input (d)<br>" in said[1]


def test_an_input_far_down_has_a_number():
    from gui.picture.name_text import input_text

    graph = engine.Graph()
    w = graph.parameter("w", 1.0)
    graph.op("add", *[w] * 8, name="s")
    assert [input_text(graph, "s", port) for port in (5, 6)] == ["sixth input", "input no. 7"]


def test_a_file_dropped_is_asked_to_be_opened(hands, qtbot, tmp_path):
    from PySide6.QtCore import QMimeData, QUrl

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "g.chainrule"))])
    with qtbot.waitSignal(hands.canvas.dropping.file_dropped) as dropped:
        hands.drop_data(data, QPoint(5, 5))
    assert dropped.args[0].endswith("g.chainrule")


def test_a_canvas_that_goes_away_with_a_field_open_takes_it_along(linear_unit):
    linear_unit.canvas.in_place.edit_value("w")
    linear_unit.canvas.entry.editor.setText("7")
    linear_unit.canvas.hide()
    QApplication.processEvents()
    assert linear_unit.graph.value("w") == 2.0


def test_a_name_is_never_taken_for_markup(hands):
    from gui.canvas.tooltip import tooltip_at

    name = "<img src='x'>" + "y" * 4000
    hands.graph.input(name, 1.0, position=(0, 0))
    hands.canvas.document.reset(hands.graph)
    hands.canvas.evaluation.flush()
    assert "<img" not in tooltip_at(hands.canvas.picture, QPointF(0, 0), 6.0)
    assert hands.canvas.picture.sizes[0, 0] < 600
    hands.canvas.in_place.edit_value(name)
    hands.type("<b>")
    label = hands.canvas.entry.editor._reason
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_nodes_placed_one_after_the_other_stay_in_view(hands):
    hands.canvas.document.reset(engine.Graph())
    for _ in range(12):
        hands.canvas.adding.place("multiply")
    view = hands.view.rect()
    boxes = [hands.canvas.view_rect(row) for row in range(12)]
    assert all(view.contains(box) for box in boxes)
    assert not any(a.intersects(b) for k, a in enumerate(boxes) for b in boxes[:k])
