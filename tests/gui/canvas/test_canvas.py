"""The canvas, by real mouse and key events."""

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl

import engine
from engine.formats.chainrule_file import dumps
from gui.canvas import showing
from gui.canvas.deleting import delete_selection
from gui.canvas.drawn import layers, legend, overlay
from gui.canvas.tooltip import tooltip_at
from gui.commands import AddNodes, MoveNodes, NewNode, SetValue
from gui.document.change import Change
from gui.picture.picture import Picture
from gui.picture.visible import visible_edges, visible_rows

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


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


def test_a_frame_looks_at_no_edges_for_those_that_are_selected_where_none_is(
    linear_unit, monkeypatch
):
    asked = []
    known = overlay.visible_edges
    monkeypatch.setattr(overlay, "visible_edges", lambda *of: asked.append(of) or known(*of))
    canvas = linear_unit.canvas
    canvas.viewport().repaint()
    assert not asked
    canvas.selection.edges.add(canvas.picture.edges[0])
    canvas.viewport().repaint()
    assert asked


def test_a_frame_looks_through_all_cards_and_edges_once(linear_unit, monkeypatch):
    canvas, through_all = linear_unit.canvas, []

    def noted(known):
        def visible(picture, region, among=None):
            if among is None:
                through_all.append(known)
            return known(picture, region, among)

        return visible

    for module in (showing, layers, legend, overlay):
        for known in (visible_rows, visible_edges):
            if hasattr(module, known.__name__):
                monkeypatch.setattr(module, known.__name__, noted(known))
    canvas.document.preview(SetValue("w", 3.0))  # the card is drawn anew, and numbers over it
    canvas.viewport().repaint()
    assert through_all == [visible_rows, visible_edges]


def test_the_rubber_band_selects_what_it_touches_and_shift_adds(linear_unit):
    x, y = linear_unit.middle("w")
    linear_unit.drag((x - 80, y - 60), (x + 20, y + 10))
    assert linear_unit.canvas.selection.nodes == {"w"}
    x, y = linear_unit.middle("J")
    linear_unit.drag((x + 30, y + 90), (x - 10, y + 10), SHIFT)
    assert linear_unit.canvas.selection.nodes == {"w", "J"}
    assert linear_unit.steps == 0


def test_a_click_on_empty_canvas_selects_nothing_unless_a_key_adds(linear_unit):
    selection = linear_unit.canvas.selection
    left, top, *_ = linear_unit.canvas.picture.bounds()
    for keys, kept in ((SHIFT, {"c"}), (CTRL, {"c"}), (Qt.KeyboardModifier.NoModifier, set())):
        linear_unit.click(linear_unit.middle("c"))
        linear_unit.click((left - 20, top - 20), keys)
        assert selection.nodes == kept


def test_the_rubber_band_tells_of_another_selection_only(linear_unit):
    told = []
    left, top, right, bottom = linear_unit.canvas.picture.bounds()
    linear_unit.press((left - 20, top - 20))
    linear_unit.carry((right, bottom))
    linear_unit.canvas.selection_changed.connect(lambda: told.append("selection"))
    linear_unit.carry((right + 3, bottom + 3))
    assert not told
    linear_unit.carry((left, top))
    assert told == ["selection"]
    linear_unit.release((left, top))


def test_a_band_that_an_undo_breaks_off_tells_of_no_node_that_is_gone(linear_unit):
    canvas = linear_unit.canvas
    canvas.document.do(AddNodes([NewNode("k", "constant", {"value": 1.0})]))
    canvas.select({"k", "w"})
    left, top, *_ = canvas.picture.bounds()
    linear_unit.press((left - 20, top - 20))
    linear_unit.carry((left - 10, top - 10))
    told = []
    canvas.selection_changed.connect(lambda: told.append(set(canvas.selection.nodes)))
    canvas.document.undo()
    assert told
    assert all(names == {"w"} for names in told)


def test_of_another_graph_nothing_is_selected_though_it_has_the_same_names(linear_unit):
    canvas = linear_unit.canvas
    linear_unit.key(Qt.Key.Key_A, CTRL)
    canvas.selection.edges = {engine.Edge("d", "J", 0)}
    heard = []
    canvas.selection_changed.connect(lambda: heard.append(bool(canvas.selection)))
    canvas.document.reset(canvas.document.graph.copy())
    assert not canvas.selection
    assert heard == [False]


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
    assert linear_unit.steps == 1
    linear_unit.canvas.document.undo()
    assert dumps(linear_unit.graph) == before


def test_a_card_that_lies_over_a_port_is_moved_where_the_port_is(apart):
    x, y = apart.out("w")
    apart.canvas.document.do(MoveNodes({"a": (x, y)}))
    apart.drag((x, y), (x + 300.0, y))
    assert apart.graph.attributes("a")["position"] != (x, y)
    assert not apart.graph.edges()


def test_a_small_tremble_is_a_click(linear_unit):
    start = linear_unit.middle("b")
    scale = linear_unit.canvas.viewpoint.scale
    linear_unit.drag(start, (start[0] + 2 / scale, start[1]))
    assert linear_unit.steps == 0


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
    assert linear_unit.steps == 0


def test_arrows_that_move_another_card_are_another_step(linear_unit):
    before = dumps(linear_unit.graph)
    for name in ("c", "a"):
        linear_unit.canvas.select({name})
        linear_unit.key(Qt.Key.Key_Up)
    assert linear_unit.steps == 2
    linear_unit.canvas.document.undo()
    linear_unit.canvas.document.undo()
    assert dumps(linear_unit.graph) == before


# --- placing and showing


def test_two_ops_placed_in_the_middle_do_not_lie_on_each_other(hands):
    for _ in range(4):
        hands.canvas.adding.place("add")
    boxes = hands.canvas.picture.rectangles()
    for i, a in enumerate(boxes):
        for b in boxes[:i]:
            assert a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3]


def test_a_file_dropped_is_asked_to_be_opened(hands, qtbot, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "g.chainrule"))])
    with qtbot.waitSignal(hands.canvas.dropping.file_dropped) as dropped:
        hands.drop_data(data, QPoint(5, 5))
    assert dropped.args[0].endswith("g.chainrule")


def test_a_name_is_never_taken_for_markup(hands):
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


def test_cards_are_as_in_the_file_when_an_array_gets_another_shape(linear_unit):
    canvas = linear_unit.canvas
    row = canvas.picture.index["c"]
    for rows in (np.ones((3, 3)), 7 * np.ones((3, 3)), np.ones((20, 30)), -2.0):
        canvas.document.do(SetValue("x", rows))
        canvas.evaluation.flush()
        anew = Picture(linear_unit.graph, canvas.evaluation.seen)
        assert canvas.picture.sizes[row].tolist() == anew.sizes[row].tolist()


def test_a_selection_is_told_of_though_an_edit_before_it_failed(linear_unit, monkeypatch):
    canvas, told = linear_unit.canvas, []
    canvas.selection_changed.connect(lambda: told.append(set(canvas.selection.nodes)))

    def fail(*, anew: bool) -> None:
        raise RuntimeError(anew)

    with monkeypatch.context() as patched:
        patched.setattr(canvas, "picture_changes", fail)
        with pytest.raises(RuntimeError):
            canvas._follow(Change(title=True))
    canvas.select({"w"})
    assert told == [{"w"}]
