"""Folded groups under the hands: folded, unfolded, and as one card."""

import numpy as np
import pytest
from framing import INNER, make, title_of
from hands import Hands
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication
from strangers import strangers_on_frames

from engine import Edge, Group
from engine.formats.chainrule_file import dumps, loads
from gui.canvas.deleting import delete_selection
from gui.canvas.tooltip import tooltip_at
from gui.commands import AddNodes, Connect, MoveNodes, NewNode, SetGroups
from gui.picture.frame import FRAME_BAR
from gui.picture.shown import place_of

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def folded(unit) -> Hands:
    make(unit, INNER)
    unit.key(Qt.Key.Key_U, CTRL)
    unit.canvas.select(set())
    return unit


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
    sentences = unit.listen()
    unit.canvas.grouping.toggle_fold()
    assert sentences == ["select a group, or something in it"]
    assert group.id == "group1"


def test_double_clicks_fold_and_unfold(unit):
    group = make(unit, INNER)
    unit.double_click(title_of(unit, group))
    assert unit.graph.groups[0].folded
    unit.double_click(unit.middle("c"))
    assert not unit.graph.groups[0].folded


def test_an_edge_over_a_title_is_what_the_menu_and_a_double_click_are_about(unit):
    make(unit, {"c", "a", "d"})
    left, top, *_ = unit.canvas.picture.frames()[0].box
    unit.canvas.document.do(MoveNodes({"b": (left + 150.0, top - 90.0)}))
    QApplication.processEvents()
    (frame,) = unit.canvas.picture.frames()
    line = unit.canvas.picture.line(unit.canvas.picture.edge_index["a", 1]).tolist()
    over = next((x, y) for x, y in line if frame.box[1] + 4.0 < y < frame.box[1] + FRAME_BAR - 4.0)
    unit.canvas.select(set())
    asked: list[str] = []
    unit.canvas.menus.asked.disconnect()
    unit.canvas.menus.asked.connect(lambda kind, _: asked.append(kind))
    unit.canvas.menus.ask_at(QPointF(unit.pixel(*over)))
    assert asked == ["edge"]
    assert unit.canvas.selection.edges == {("b", "a", 1)}
    unit.double_click(over)
    assert not unit.graph.groups[0].folded
    unit.write("relu")
    assert unit.graph.inputs("a")[1] != "b"


def test_what_unfolds_pushes_aside_what_would_lie_in_it(unit):
    make(unit, {"c", "a", "b", "d", "y"}, "Unit")
    unit.key(Qt.Key.Key_U, CTRL)
    unit.canvas.select(set())
    unit.key(Qt.Key.Key_L, CTRL)  # now the others are close
    before = dumps(unit.graph)
    unit.double_click(unit.middle("c"))
    (frame,) = unit.canvas.picture.frames()
    for row, (left, top, right, bottom) in enumerate(unit.canvas.picture.rectangles()):
        apart = left >= frame.box[2] or right <= frame.box[0]
        apart |= top >= frame.box[3] or bottom <= frame.box[1]
        assert bool(apart) is not (row in frame.rows)
    steps = unit.canvas.document.history.count()
    unit.key(Qt.Key.Key_Z, CTRL)
    assert dumps(unit.graph) == before
    assert unit.canvas.document.history.index() == steps - 1


def test_what_would_stand_among_the_cards_of_what_unfolds_leaves_its_frame(unit):
    make(unit, INNER)
    unit.key(Qt.Key.Key_U, CTRL)
    left, _, _, bottom = unit.canvas.picture.rectangles()[0]
    unit.canvas.document.do(MoveNodes({"b": (left - 40.0, bottom + 20.0)}))  # of x and c, too
    before = dumps(unit.graph)
    unit.key(Qt.Key.Key_U, CTRL)
    picture = unit.canvas.picture
    assert not unit.graph.groups[0].folded
    assert strangers_on_frames(picture) == []
    now = {name: place_of(unit.graph, name) for name in unit.graph.nodes()}
    unit.key(Qt.Key.Key_Z, CTRL)
    assert dumps(unit.graph) == before
    assert [name for name in now if place_of(unit.graph, name) != now[name]] == ["b"]


def test_what_stood_among_the_cards_of_a_group_as_it_folded_stays_there(unit):
    make(unit, INNER)
    left, _, right, bottom = unit.canvas.picture.frames()[0].box
    unit.canvas.document.do(MoveNodes({"b": ((left + right) / 2, bottom)}))
    before = dumps(unit.graph)
    assert strangers_on_frames(unit.canvas.picture) == ["b"]
    unit.key(Qt.Key.Key_U, CTRL)
    unit.key(Qt.Key.Key_U, CTRL)
    assert dumps(unit.graph) == before


def test_what_stood_among_the_cards_of_groups_that_fold_together_stays_there(unit):
    make(unit, INNER)
    make(unit, {"y", "d"})
    left, _, right, bottom = unit.canvas.picture.frames()[0].box
    unit.canvas.document.do(MoveNodes({"b": ((left + right) / 2, bottom)}))
    before = {name: place_of(unit.graph, name) for name in unit.graph.nodes()}
    unit.canvas.grouping.set_folded(["group1", "group2"], folded=True)
    unit.canvas.grouping.set_folded(["group1"], folded=False)
    assert {name: place_of(unit.graph, name) for name in unit.graph.nodes()} == before


def test_what_stood_among_the_cards_of_a_group_is_none_of_another_graph_s(unit):
    make(unit, INNER)
    left, _, right, bottom = unit.canvas.picture.frames()[0].box
    unit.canvas.document.do(MoveNodes({"b": ((left + right) / 2, bottom)}))
    unit.key(Qt.Key.Key_U, CTRL)
    unit.canvas.document.reset(loads(dumps(unit.graph)))
    unit.canvas.select(INNER)
    unit.key(Qt.Key.Key_U, CTRL)
    assert not unit.graph.groups[0].folded
    assert strangers_on_frames(unit.canvas.picture) == []


def test_what_cannot_be_folded_says_why(unit):
    group = make(unit, {"c", "d"}, "Ends")
    sentences = unit.listen()
    unit.double_click(title_of(unit, group))
    assert not unit.graph.groups[0].folded
    assert sentences == ["Ends cannot be folded: a path leaves it and comes back: c → a → d"]


def test_groups_that_would_feed_each_other_are_not_folded_together_and_say_why(unit):
    nodes = [NewNode("p", "relu", {"position": (0, 500)}), NewNode("q", "relu")]
    unit.canvas.document.do(AddNodes(nodes, [Edge("x", "p", 0), Edge("p", "q", 0)]))
    groups = [Group("1", "One", ("c", "q")), Group("2", "Two", ("p", "a"))]
    unit.canvas.document.do(SetGroups(groups, "Group"))
    before, sentences = dumps(unit.graph), unit.listen()
    unit.canvas.select({"c", "q", "p", "a"})
    unit.key(Qt.Key.Key_U, CTRL)
    assert sentences == ["Two cannot be folded: a path leaves it and comes back: p → One → a"]
    assert dumps(unit.graph) == before
    assert unit.canvas.document.history.undoText() == "Group"


def test_a_composite_is_selected_moved_and_deleted_as_one(folded):
    before = dumps(folded.graph)
    x, y = folded.middle("c")
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
    sentences = folded.listen()
    folded.drag(folded.out("y"), folded.middle("c"))
    assert sentences == ["nothing outside this group feeds it; unfold it to connect to it"]
    folded.graph.remove_edge("x", "c", 1)
    folded.canvas.document.reset(folded.graph)
    folded.drag(folded.out("y"), folded.middle("c"))
    assert folded.graph.inputs("c") == ("w", "y")


def test_a_cycle_through_a_composite_is_refused(folded):
    sentences = folded.listen()
    folded.graph.remove_edge("x", "c", 1)
    folded.canvas.document.reset(folded.graph)
    folded.drag(folded.out("d"), folded.middle("c"))
    assert sentences == ["d would depend on itself: d → c → a → d"]


def test_the_tooltip_of_a_composite_tells_what_leaves_it(folded):
    text = tooltip_at(folded.canvas.picture, QPointF(*folded.middle("c")), 6.0)
    assert text.startswith("<b>Product</b>, 3 nodes<br><b>c</b> = −4")


def test_alt_arrows_lead_through_a_composite(folded):
    folded.canvas.select(INNER)
    folded.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert folded.canvas.selection.nodes == {"a"}
    folded.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert folded.canvas.selection.nodes == INNER


def test_alt_left_and_down_take_a_composite_for_one_card(unit):
    make(unit, {"c", "a"})
    unit.key(Qt.Key.Key_U, CTRL)
    walked = []
    for way in ("Left", "Down", "Down", "Right", "Right"):
        unit.key(getattr(Qt.Key, f"Key_{way}"), ALT)
        walked.append(set(unit.canvas.selection.nodes))
    assert walked == [{"w"}, {"x"}, {"b"}, {"c", "a"}, {"d"}]


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


def test_an_edge_that_a_redo_folds_away_is_selected_no_more(unit):
    make(unit, {"c", "a"})
    unit.key(Qt.Key.Key_U, CTRL)
    unit.canvas.document.undo()
    unit.click(unit.edge("a", 0))
    (edge,) = unit.canvas.selection.edges
    assert edge[:2] == ("c", "a")
    unit.canvas.document.redo()
    assert not unit.canvas.selection
    asked = []
    unit.canvas.menus.asked.connect(lambda kind, _: asked.append(kind))
    unit.canvas.menus.ask()
    assert asked == ["canvas"]
    delete_selection(unit.canvas)
    assert edge in unit.graph.edges()


def test_a_group_of_which_a_part_is_selected_is_selected_whole_once_a_redo_folds_it(unit):
    make(unit, INNER)
    unit.key(Qt.Key.Key_U, CTRL)
    unit.canvas.document.undo()
    unit.canvas.select({"c", "b"})
    told = []
    unit.canvas.selection_changed.connect(lambda: told.append(set(unit.canvas.selection.nodes)))
    unit.canvas.document.redo()
    assert told == [INNER | {"b"}]


def test_a_whole_graph_that_is_folded_into_one_card_is_no_speck(unit):
    canvas = unit.canvas
    make(unit, set(unit.graph.nodes()))
    canvas.zoom_to(0.05)
    assert canvas.sees_all()
    unit.key(Qt.Key.Key_U, CTRL)
    assert len(canvas.picture.names) == 1
    assert canvas.viewpoint.scale >= 1.0


def test_a_card_that_a_group_folds_into_is_brought_into_view(unit):
    canvas = unit.canvas
    make(unit, INNER)
    canvas.pan(QPointF(5000.0, 0.0))
    unit.key(Qt.Key.Key_U, CTRL)
    assert canvas.viewport().rect().contains(canvas.view_rect(canvas.picture.index["c"]))


def test_folded_and_unfolded_in_the_inspector_what_is_in_the_way_gives_way_as_by_the_key(
    unit, window
):
    group = make(unit, {"c", "a"})
    x, y = place_of(unit.graph, "a")
    unit.canvas.document.do(MoveNodes({"b": (x, y + 40.0)}))
    before = dumps(unit.graph)

    def by_the_key() -> None:
        unit.key(Qt.Key.Key_U, CTRL)

    def in_the_inspector() -> None:
        window.inspector.group_page.folded.click()

    unit.canvas.select(set(group.members))
    found = []
    for fold in (by_the_key, in_the_inspector):
        for _ in range(2):
            fold()
            QApplication.processEvents()
            found.append(dumps(unit.graph))
        unit.canvas.document.undo()
        unit.canvas.document.undo()
        assert dumps(unit.graph) == before
    folded = loads(found[0])
    assert place_of(folded, "b") != place_of(unit.graph, "b")
    assert found[2:] == found[:2]
