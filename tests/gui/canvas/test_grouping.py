"""Groups under the hands: made, titled, moved, folded, connected to, given up."""

import numpy as np
import pytest
from hands import Hands
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from engine import Group
from engine.formats.chainrule_file import dumps
from gui.canvas.tooltip import tooltip_at
from gui.commands import Connect
from gui.picture.shown import place_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
INNER = {"w", "x", "c"}


def said(hands: Hands) -> list[str]:
    sentences: list[str] = []
    hands.canvas.message.connect(sentences.append)
    return sentences


def make(hands: Hands, names: set[str], title: str = "Product") -> Group:
    """Group nodes by the key, and type the title."""
    hands.canvas.select(names)
    hands.key(Qt.Key.Key_G, CTRL)
    hands.type(title)
    return hands.graph.groups[-1]


def title_of(hands: Hands, group: Group) -> tuple[float, float]:
    (frame,) = [f for f in hands.canvas.picture.frames() if f.group.id == group.id]
    return frame.box[0] + 8.0, frame.box[1] + 8.0


def card_of(hands: Hands, name: str) -> tuple[float, float]:
    x, y = hands.canvas.picture.centres[hands.canvas.picture.index[name]]
    return float(x), float(y)


def test_ctrl_g_frames_the_selection_and_asks_for_the_title_in_one_step(unit):
    before = dumps(unit.graph)
    unit.canvas.select(INNER)
    unit.key(Qt.Key.Key_G, CTRL)
    assert unit.canvas.entry.editor.text() == "Group"
    assert len(unit.canvas.picture.frames()) == 1  # shown already
    unit.type("w times x")
    (group,) = unit.graph.groups
    assert (group.title, set(group.members), group.folded) == ("w times x", INNER, False)
    assert unit.canvas.document.history.count() == 1
    assert unit.canvas.selection.nodes == INNER
    unit.key(Qt.Key.Key_Z, CTRL)
    assert dumps(unit.graph) == before


@pytest.mark.parametrize("names", [{"c", "a"}, {"a", "d"}, {"c", "a", "d"}])
def test_what_a_frame_would_lie_on_gives_way_as_the_same_step(unit, names):
    before, steps = dumps(unit.graph), unit.steps
    unit.canvas.select(names)
    unit.key(Qt.Key.Key_G, CTRL)
    unit.type("Neuron")
    picture = unit.canvas.picture
    (frame,) = picture.frames()
    for row, (left, top, right, bottom) in enumerate(picture.rectangles()):
        apart = left >= frame.box[2] or right <= frame.box[0]
        apart |= top >= frame.box[3] or bottom <= frame.box[1]
        assert bool(apart) is not (row in frame.rows), picture.names[row]
    assert unit.steps == steps + 1
    unit.canvas.document.undo()
    assert dumps(unit.graph) == before


def test_what_stands_between_two_nodes_of_a_group_stays_in_its_frame(unit):
    before = {name: place_of(unit.graph, name) for name in ("c", "a", "d")}
    unit.canvas.select({"c", "d"})
    unit.key(Qt.Key.Key_G, CTRL)
    unit.type("Ends")
    assert {name: place_of(unit.graph, name) for name in ("c", "a", "d")} == before


def test_esc_in_the_title_leaves_no_group(unit):
    unit.canvas.select(INNER)
    unit.key(Qt.Key.Key_G, CTRL)
    unit.type("nothing", end=Qt.Key.Key_Escape)
    assert unit.graph.groups == ()
    assert unit.canvas.picture.frames() == ()
    assert unit.canvas.document.history.count() == 0


def test_an_empty_title_is_refused_where_it_is_typed(unit):
    unit.canvas.select(INNER)
    unit.key(Qt.Key.Key_G, CTRL)
    unit.type("  ")
    assert unit.canvas.entry.editor.reason == "a group needs a title"
    assert len(unit.canvas.picture.frames()) == 1
    unit.type("Product")
    assert unit.graph.groups[0].title == "Product"


def test_half_of_a_group_is_no_group(unit):
    make(unit, INNER)
    sentences = said(unit)
    unit.canvas.select({"c", "a"})
    unit.key(Qt.Key.Key_G, CTRL)
    assert unit.canvas.entry.editor is None
    assert sentences[-1].startswith("a part of the group ‘Product’ is selected")


def test_ctrl_shift_g_gives_the_group_up(unit):
    before = dumps(unit.graph)
    make(unit, INNER)
    unit.key(Qt.Key.Key_G, CTRL | SHIFT)
    assert unit.graph.groups == ()
    unit.key(Qt.Key.Key_Z, CTRL)
    unit.key(Qt.Key.Key_Z, CTRL)
    assert dumps(unit.graph) == before


def test_a_key_folds_and_unfolds_the_group_of_what_is_selected(unit):
    group = make(unit, INNER)
    before = dumps(unit.graph)
    unit.canvas.select({"c"})
    unit.key(Qt.Key.Key_U, CTRL)
    picture = unit.canvas.picture
    assert len({picture.index[name] for name in INNER}) == 1
    assert unit.canvas.selection.nodes == INNER
    assert unit.graph.groups[0].folded
    unit.key(Qt.Key.Key_U, CTRL)
    assert dumps(unit.graph) == before
    unit.canvas.select({"J"})
    sentences = said(unit)
    unit.canvas.grouping.toggle_fold()
    assert sentences == ["select a group, or something in it"]
    assert group.id == "group1"


def test_double_clicks_fold_and_unfold(unit):
    group = make(unit, INNER)
    unit.double_click(title_of(unit, group))
    assert unit.graph.groups[0].folded
    unit.double_click(card_of(unit, "c"))
    assert not unit.graph.groups[0].folded


def test_what_unfolds_pushes_aside_what_would_lie_in_it(unit):
    make(unit, {"c", "a", "b", "d", "y"}, "Unit")
    unit.key(Qt.Key.Key_U, CTRL)
    unit.canvas.select(set())
    unit.key(Qt.Key.Key_L, CTRL)  # now the others are close
    before = dumps(unit.graph)
    unit.double_click(card_of(unit, "c"))
    (frame,) = unit.canvas.picture.frames()
    for row, (left, top, right, bottom) in enumerate(unit.canvas.picture.rectangles()):
        apart = left >= frame.box[2] or right <= frame.box[0]
        apart |= top >= frame.box[3] or bottom <= frame.box[1]
        assert bool(apart) is not (row in frame.rows)
    steps = unit.canvas.document.history.count()
    unit.key(Qt.Key.Key_Z, CTRL)
    assert dumps(unit.graph) == before
    assert unit.canvas.document.history.index() == steps - 1


def test_what_cannot_be_folded_says_why(unit):
    group = make(unit, {"c", "d"}, "Ends")
    sentences = said(unit)
    unit.double_click(title_of(unit, group))
    assert not unit.graph.groups[0].folded
    assert sentences == ["Ends cannot be folded: a path leaves it and comes back: c → a → d"]


def test_a_frame_moves_with_its_title_and_no_node_is_swallowed(unit):
    group = make(unit, INNER)
    unit.canvas.select(set())
    before = {name: place_of(unit.graph, name) for name in unit.graph.nodes()}
    x, y = title_of(unit, group)
    unit.drag((x, y), (x, y - 60.0))
    after = {name: place_of(unit.graph, name) for name in unit.graph.nodes()}
    assert {name for name in before if before[name] != after[name]} == INNER
    assert len({(after[n][0] - before[n][0], after[n][1] - before[n][1]) for n in INNER}) == 1
    unit.drag(card_of(unit, "b"), card_of(unit, "c"), Qt.KeyboardModifier.AltModifier)
    assert unit.graph.groups[0].members == group.members
    unit.key(Qt.Key.Key_Z, CTRL)
    unit.key(Qt.Key.Key_Z, CTRL)
    assert {name: place_of(unit.graph, name) for name in before} == before


def test_a_click_on_the_title_selects_what_the_frame_holds(unit):
    group = make(unit, INNER)
    unit.canvas.select({"J"})
    unit.click(title_of(unit, group))
    assert unit.canvas.selection.nodes == INNER
    unit.click(title_of(unit, group), CTRL)
    assert unit.canvas.selection.nodes == set()
    unit.click(card_of(unit, "J"))
    unit.click(title_of(unit, group), SHIFT)
    assert unit.canvas.selection.nodes == {*INNER, "J"}


@pytest.fixture
def folded(unit) -> Hands:
    make(unit, INNER)
    unit.key(Qt.Key.Key_U, CTRL)
    unit.canvas.select(set())
    return unit


def test_a_composite_is_selected_moved_and_deleted_as_one(folded):
    before = dumps(folded.graph)
    x, y = card_of(folded, "c")
    folded.click((x, y))
    assert folded.canvas.selection.nodes == INNER
    places = {name: place_of(folded.graph, name) for name in INNER}
    folded.drag((x, y), (x - 50.0, y + 120.0), CTRL)
    for name, (px, py) in places.items():
        assert place_of(folded.graph, name) == pytest.approx((px - 50.0, py + 120.0), abs=1.0)
    folded.key(Qt.Key.Key_Right)
    folded.canvas.select(INNER)
    folded.key(Qt.Key.Key_Delete)
    assert not INNER & set(folded.graph.nodes())
    assert folded.graph.groups == ()
    for _ in range(3):
        folded.key(Qt.Key.Key_Z, CTRL)
    assert dumps(folded.graph) == before


def test_a_band_over_a_composite_selects_all_of_it(folded):
    row = folded.canvas.picture.index["c"]
    left, top, right, bottom = folded.canvas.picture.rectangles()[row]
    folded.drag((left - 30.0, top - 30.0), (right + 10.0, bottom + 10.0))
    assert folded.canvas.selection.nodes == INNER


def test_edges_are_drawn_from_and_to_a_composites_ports(folded):
    picture = folded.canvas.picture
    folded.drag(picture.leaving_point("c"), folded.port("d", 1))
    assert folded.graph.inputs("d") == ("a", "c")
    folded.key(Qt.Key.Key_Z, CTRL)
    folded.graph.remove_edge("x", "c", 1)
    folded.canvas.document.reset(folded.graph)  # c waits for an input now
    picture = folded.canvas.picture
    row = picture.index["c"]
    assert picture.missing_ports() == [(row, 0)]
    folded.drag(folded.out("y"), picture.port_point(row, 0))
    assert folded.graph.inputs("c") == ("w", "y")
    picture = folded.canvas.picture
    start = picture.entering_point("c", 1)  # taken off again
    folded.drag(start, (start[0] + 10.0, start[1] + 260.0))
    assert folded.graph.inputs("c") == ("w", None)
    folded.drag(folded.canvas.picture.entering_point("c", 1), folded.middle("y"))
    assert folded.graph.inputs("c") == ("w", "y")


def test_an_edge_onto_a_composite_finds_its_free_port_and_says_where_there_is_none(folded):
    sentences = said(folded)
    folded.drag(folded.out("y"), card_of(folded, "c"))
    assert sentences == ["nothing outside this group feeds it; unfold it to connect to it"]
    folded.graph.remove_edge("x", "c", 1)
    folded.canvas.document.reset(folded.graph)
    folded.drag(folded.out("y"), card_of(folded, "c"))
    assert folded.graph.inputs("c") == ("w", "y")


def test_a_cycle_through_a_composite_is_refused(folded):
    sentences = said(folded)
    folded.graph.remove_edge("x", "c", 1)
    folded.canvas.document.reset(folded.graph)
    folded.drag(folded.out("d"), card_of(folded, "c"))
    assert sentences == ["d would depend on itself: d → c → a → d"]


def test_a_node_put_into_an_edge_of_a_group_is_of_the_group(unit):
    make(unit, {"c", "a", "b"}, "Sum")
    before = dumps(unit.graph)
    edge = unit.canvas.picture.edge_index["a", 0]
    line = unit.canvas.picture.lines[edge]
    unit.drop("relu", tuple(map(float, line[len(line) // 2])))
    (added,) = set(unit.graph.nodes()) - set("wxcbadyJ")
    assert set(unit.graph.groups[0].members) == {"c", "a", "b", added}
    assert unit.graph.inputs("a")[0] == added
    unit.key(Qt.Key.Key_Z, CTRL)
    assert dumps(unit.graph) == before


def test_the_tooltip_of_a_composite_tells_what_leaves_it(folded):
    text = tooltip_at(folded.canvas.picture, QPointF(*card_of(folded, "c")), 6.0)
    assert text.startswith("<b>Product</b>, 3 nodes<br><b>c</b> = −4")


def test_alt_arrows_lead_through_a_composite(folded):
    folded.canvas.select(INNER)
    folded.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert folded.canvas.selection.nodes == {"a"}
    folded.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert folded.canvas.selection.nodes == INNER


def test_f2_renames_the_group_that_is_selected(unit):
    group = make(unit, INNER)
    unit.key(Qt.Key.Key_F2)
    unit.type("Layer")
    assert unit.graph.groups[0].title == "Layer"
    unit.key(Qt.Key.Key_U, CTRL)
    unit.key(Qt.Key.Key_F2)
    assert unit.canvas.entry.editor.text() == "Layer"
    unit.type("Layer 1")
    assert unit.graph.groups[0].title == "Layer 1"
    assert group.id == unit.graph.groups[0].id


def test_the_inspector_shows_the_group(window, unit):
    make(unit, INNER)
    page = window.inspector.group_page
    assert page.isVisible()
    assert page.counts.text() == "3 nodes, 0 inputs from outside"
    assert [row.name.text() for row in page.outputs] == ["c"]
    assert page.outputs[0].value.text() == "−4"
    page.title.line.setText("Layer")
    QTest.keyClick(page.title.line, Qt.Key.Key_Return)
    assert unit.graph.groups[0].title == "Layer"
    QTest.mouseClick(page.folded, Qt.MouseButton.LeftButton, pos=page.folded.rect().center() / 4)
    assert unit.graph.groups[0].folded
    page.title.line.setText(" ")
    QTest.keyClick(page.title.line, Qt.Key.Key_Return)
    assert unit.graph.groups[0].title == "Layer"
    unit.canvas.document.undo()
    unit.canvas.document.undo()
    make(unit, {"c", "d"} | INNER, "Ends")
    page.folded.click()
    assert not page.folded.isChecked()
    assert page.refusal.text().startswith("Ends cannot be folded")


def test_select_all_selects_what_is_folded_too(folded):
    folded.key(Qt.Key.Key_A, CTRL)
    assert folded.canvas.selection.nodes == set(folded.graph.nodes())


def test_new_edges_may_open_a_folded_group_in_the_picture_only(folded):
    graph = folded.graph
    graph.op("relu", "c", name="r")
    graph.groups = [Group("1", "One", ("c", "a"), True)]
    folded.canvas.document.reset(graph)
    assert len(folded.canvas.picture.shown.composites) == 1
    folded.canvas.document.graph.remove_edge("b", "a", 1)
    folded.canvas.document.reset(graph)
    folded.canvas.document.do(Connect("r", "a", 1))
    assert folded.canvas.picture.shown.composites == {}  # it would feed itself through r
    assert len(folded.canvas.picture.frames()) == 1
    folded.key(Qt.Key.Key_Z, CTRL)
    assert len(folded.canvas.picture.shown.composites) == 1


def test_what_the_card_of_a_folded_group_would_lie_on_gives_way_as_the_same_step(unit):
    unit.canvas.select({"c", "a"})
    unit.canvas.grouping.group_selection()
    unit.type("Neuron")
    before, steps = dumps(unit.graph), unit.steps
    unit.canvas.grouping.toggle_fold()
    picture = unit.canvas.picture
    boxes, row = picture.rectangles(), picture.index["c"]
    for other in range(len(boxes)):
        left, top = np.maximum(boxes[row, :2], boxes[other, :2])
        right, bottom = np.minimum(boxes[row, 2:], boxes[other, 2:])
        assert other == row or left >= right or top >= bottom, picture.names[other]
    assert unit.steps == steps + 1
    unit.canvas.document.undo()
    assert dumps(unit.graph) == before


def test_what_was_all_in_view_is_so_when_a_group_has_unfolded(unit):
    canvas = unit.canvas
    make(unit, {"c", "a", "b", "d", "y"}, "Unit")
    canvas.grouping.toggle_fold()
    canvas.select(set())
    unit.key(Qt.Key.Key_L, CTRL)  # the others come close
    canvas.select({"c"})
    canvas.fit()
    scale = canvas.viewpoint.scale
    assert canvas.sees_all()
    canvas.grouping.toggle_fold()
    assert canvas.sees_all()
    canvas.grouping.toggle_fold()
    canvas.zoom_to(2 * scale)
    assert not canvas.sees_all()
    before = canvas.viewpoint.origin
    canvas.grouping.toggle_fold()
    assert canvas.viewpoint.scale == 2 * scale
    assert canvas.viewpoint.origin == before
