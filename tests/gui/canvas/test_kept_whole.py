"""What is added is shown by the least change of the view: it pans before it looks from afar."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

import engine
from gui.commands import AddNodes, DeleteNodes, MoveNodes, NewNode, SetValue, group
from gui.readings import Numbers, showing

CTRL = Qt.KeyboardModifier.ControlModifier


def far_right(hands) -> float:
    return float(hands.canvas.picture.bounds()[2])


def add(hands, text: str) -> None:
    hands.key(Qt.Key.Key_Tab)
    hands.write(text)


@pytest.fixture
def corner(linear_unit):
    """The linear unit at 60 %, at the right border of the view with room to its left."""
    canvas = linear_unit.canvas
    canvas.zoom_to(0.6)
    canvas.pan(
        QPointF(
            1200.0 - 40.0 - canvas.viewpoint.to_view(QPointF(far_right(linear_unit), 0.0)).x(), 0.0
        )
    )
    assert canvas.sees_all()
    return linear_unit


def test_what_comes_to_stand_out_of_view_is_panned_to_at_the_same_scale(corner):
    canvas = corner.canvas
    canvas.select({"J"})
    add(corner, "k=J^2")
    assert canvas.sees_all()
    assert canvas.viewpoint.scale == 0.6
    middle = canvas.viewport().rect().center().x()
    left, _, right, _ = canvas.picture.bounds()
    assert canvas.viewpoint.to_view(QPointF(right, 0.0)).x() > 1200 - 60
    assert canvas.viewpoint.to_view(QPointF((left + right) / 2, 0.0)).x() > middle


def test_the_height_at_which_one_looks_stays(corner):
    canvas = corner.canvas
    canvas.pan(QPointF(0.0, 120.0))
    before = canvas.viewpoint.origin.y()
    add(corner, "k=J^2")
    assert canvas.sees_all()
    assert canvas.viewpoint.origin.y() == pytest.approx(before, abs=0.5)


def test_a_graph_larger_than_the_view_is_seen_from_no_farther_than_it_takes(linear_unit):
    canvas = linear_unit.canvas
    canvas.fit()
    scales = [canvas.viewpoint.scale]
    for name, of in ("kJ", "lk", "ml"):
        add(linear_unit, f"{name}={of}^2")
        assert canvas.sees_all()
        scales.append(canvas.viewpoint.scale)
    assert scales == sorted(scales, reverse=True)
    left, _, right, _ = canvas.picture.bounds()
    assert (right - left) * canvas.viewpoint.scale > 1100


def test_nothing_is_looked_at_from_nearer_because_something_was_added(linear_unit):
    canvas = linear_unit.canvas
    canvas.zoom_to(0.3)
    canvas.pan(QPointF(430.0, 0.0))
    before = canvas.viewpoint.scale
    assert canvas.sees_all()
    for name, of in ("kJ", "lk", "ml"):
        add(linear_unit, f"{name}={of}^2")
    assert canvas.viewpoint.scale == before
    assert canvas.sees_all()


def test_several_nodes_added_while_a_part_is_in_view_are_brought_there_and_no_more(linear_unit):
    canvas = linear_unit.canvas
    canvas.zoom_to(3.0)
    canvas.centre_on("J")
    assert not canvas.sees_all()
    add(linear_unit, "k=(J+1)*(J+2)*(J+3)")
    view = canvas.viewport().rect()
    boxes = [canvas.view_rect(row) for row in range(len(canvas.picture.names))]
    new = [
        box
        for box, name in zip(boxes, canvas.picture.names, strict=True)
        if name > "d" and name not in "wxybJ"
    ]
    assert canvas.viewpoint.scale <= 3.0
    assert all(
        view.contains(canvas.view_rect(canvas.picture.index[n])) for n in canvas.selection.nodes
    )
    assert new


def test_what_undo_brings_back_is_seen_as_the_rest_was(corner):
    canvas = corner.canvas
    add(corner, "k=J^2")
    corner.canvas.document.undo()
    QApplication.processEvents()
    canvas.pan(QPointF(1170.0 - canvas.viewpoint.to_view(QPointF(far_right(corner), 0.0)).x(), 0.0))
    assert canvas.sees_all()
    corner.canvas.document.redo()
    QApplication.processEvents()
    assert canvas.sees_all()
    assert canvas.viewpoint.scale == 0.6


def test_the_view_stays_while_something_is_in_the_hand_and_follows_afterwards(corner):
    canvas = corner.canvas
    add(corner, "k=J^2")
    canvas.document.undo()
    QApplication.processEvents()
    canvas.pan(QPointF(1170.0 - canvas.viewpoint.to_view(QPointF(far_right(corner), 0.0)).x(), 0.0))
    nowhere = canvas.viewpoint.to_picture(QPointF(40.0, 40.0)).toTuple()
    before = canvas.viewpoint.origin
    corner.press(nowhere)
    corner.carry((nowhere[0] + 50.0, nowhere[1] + 30.0))
    canvas.document.redo()
    QApplication.processEvents()
    if canvas.hand.gesture is not None:
        assert canvas.viewpoint.origin == before
    corner.release((nowhere[0] + 50.0, nowhere[1] + 30.0))
    canvas.viewport().repaint()
    assert canvas.sees_all()


def test_what_a_hand_takes_out_of_view_stays_there(corner):
    canvas = corner.canvas
    x, y = corner.middle("J")
    before = canvas.viewpoint.origin
    corner.drag((x, y), (x + 190.0, y))
    assert corner.middle("J")[0] > x
    assert canvas.viewpoint.origin == before


def test_what_was_fitted_before_something_was_added_is_fitted_to_another_window(linear_unit):
    canvas = linear_unit.canvas
    canvas.fit()
    add(linear_unit, "k=J^2")
    canvas.resize(700, 700)
    QApplication.processEvents()
    assert canvas.sees_all()


@pytest.fixture
def at_home(linear_unit):
    """The linear unit as Home shows it, with a product dropped into its last edge."""
    linear_unit.canvas.fit()
    return linear_unit


def test_undo_brings_back_the_view_that_a_dropped_card_had_taken(at_home):
    canvas = at_home.canvas
    before = canvas.region()
    at_home.drop("multiply", at_home.edge("J", 0))
    after = canvas.region()
    assert after.width() > before.width()
    assert canvas.document.undo()
    QApplication.processEvents()
    assert canvas.region() == before
    assert canvas.fitted  # another size of the window still fits it
    assert canvas.document.redo()
    QApplication.processEvents()
    assert canvas.region() == after
    canvas.document.undo()
    QApplication.processEvents()
    assert canvas.region() == before


def test_undo_goes_back_view_by_view(at_home):
    canvas, seen = at_home.canvas, []
    for text in ("k=J^2", "l=k^2", "m=l^2"):
        seen.append(canvas.region())
        add(at_home, text)
    while seen:
        canvas.document.undo()
        QApplication.processEvents()
        assert canvas.region() == seen.pop()


def test_undo_brings_back_the_view_that_a_typed_card_had_panned(corner):
    canvas = corner.canvas
    before = canvas.region()
    add(corner, "k=J^2")
    assert canvas.region() != before
    canvas.document.undo()
    QApplication.processEvents()
    assert canvas.region() == before


def test_undo_leaves_the_view_alone_once_somebody_looked_elsewhere(at_home):
    canvas = at_home.canvas
    at_home.drop("multiply", at_home.edge("J", 0))
    canvas.pan(QPointF(30.0, 0.0))
    elsewhere = canvas.region()
    canvas.document.undo()
    QApplication.processEvents()
    assert canvas.region() == elsewhere


@pytest.mark.parametrize("way", ["do", "undo", "redo"])
def test_a_node_may_go_before_a_frame_has_shown_the_numbers_that_came(hands, way):
    canvas, document = hands.canvas, hands.canvas.document
    graph = engine.Graph()
    graph.parameter("r", 2.0, position=(0.0, 0.0))
    graph.op("multiply", name="m", position=(200.0, 200.0))
    graph.output = "m"
    document.reset(graph)
    document.do(group(graph, ["r", "m"], "inside"))
    node = NewNode("w", "parameter", {"value": 3.0, "position": (0.0, 200.0)})
    document.do(AddNodes([node], [engine.Edge("w", "m", 0), engine.Edge("w", "m", 1)]))
    if way == "redo":
        document.do(DeleteNodes(["w"]))
        document.undo()
    canvas.fit()
    canvas.viewport().repaint()
    canvas.evaluation.look_through(lambda seen: showing(seen, Numbers.VALUES))
    assert canvas.sees_all()
    canvas.evaluation.look_through(None)
    if way == "do":
        document.do(DeleteNodes(["w"]))
    else:
        getattr(document, way)()
    canvas.viewport().repaint()
    assert canvas.picture.names == ["r", "m"]


def test_a_node_may_go_before_a_frame_has_shown_it_where_it_was_moved(hands):
    canvas, document = hands.canvas, hands.canvas.document
    graph = engine.Graph()
    graph.parameter("x", 2.0, position=(0.0, 0.0))
    graph.parameter("y", 3.0, position=(0.0, 150.0))
    graph.op("relu", "x", name="a", position=(300.0, 0.0))
    graph.op("add", "x", "a", name="b", position=(600.0, 0.0))
    graph.op("multiply", "b", "y", name="L", position=(9000.0, 100.0))
    graph.output = "L"
    document.reset(graph)
    document.do(group(graph, ["x", "a"], "inside"))
    canvas.zoom_to(1.0)
    canvas.centre_on("x")
    canvas.finish_drawing()
    assert not canvas.sees_all()  # else all is measured beforehand
    document.do(MoveNodes({"x": (0.0, 40.0)}))
    document.do(SetValue("y", -7.25))
    canvas.evaluation.flush()
    document.do(DeleteNodes(["x"]))
    canvas.viewport().repaint()
    assert canvas.picture.names == ["y", "a", "b", "L"]
