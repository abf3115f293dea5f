"""A node dropped on an edge is inserted into it."""

import tracemalloc

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

import engine
from engine.formats.chainrule_file import dumps
from gui import mime
from gui.canvas import insertion
from gui.canvas.insertion import insert
from gui.commands import NewNode
from gui.picture import graphs_aside
from gui.picture.array_room import setting
from gui.picture.grid import GRID
from gui.theme import LIGHT

ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
PALETTE = (Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton)


def on_edge(hands, target: str, port: int) -> tuple[float, float]:
    picture = hands.canvas.picture
    line = picture.lines[picture.edge_index[target, port]]
    x, y = line[len(line) // 2]
    return float(x), float(y)


def drag_over(hands, op: str, at, keys=NONE) -> QMimeData:
    action, button = PALETTE
    data = QMimeData()
    data.setData(mime.OP, op.encode())
    place = hands.pixel(*at)
    QApplication.sendEvent(hands.view, QDragEnterEvent(place, action, data, button, keys))
    QApplication.sendEvent(hands.view, QDragMoveEvent(place, action, data, button, keys))
    return data


def drop(hands, op: str, at, keys=NONE) -> None:
    action, button = PALETTE
    data = drag_over(hands, op, at, keys)
    event = QDropEvent(QPointF(hands.pixel(*at)), action, data, button, keys)
    QApplication.sendEvent(hands.view, event)
    QApplication.processEvents()


def lit(hands) -> bool:
    """Tell whether anything on the canvas is drawn in the colour of an edge that is lit."""
    image = hands.view.grab().toImage()
    wanted = LIGHT.legal
    return any(
        image.pixelColor(x, y).name() == wanted
        for x in range(0, image.width(), 2)
        for y in range(image.height())
    )


def test_an_op_from_the_palette_is_inserted_into_the_edge_that_lights(linear_unit):
    before = dumps(linear_unit.graph)
    assert not lit(linear_unit)
    at = on_edge(linear_unit, "a", 0)
    drag_over(linear_unit, "relu", at)
    assert lit(linear_unit)
    QApplication.sendEvent(linear_unit.view, QDragLeaveEvent())
    assert not lit(linear_unit)
    drop(linear_unit, "relu", at)
    assert not lit(linear_unit)
    assert linear_unit.graph.inputs("a") == ("e", "b")
    assert linear_unit.graph.inputs("e") == ("c",)
    assert linear_unit.canvas.selection.nodes == {"e"}
    assert linear_unit.steps == 1
    linear_unit.canvas.document.undo()
    assert dumps(linear_unit.graph) == before


def test_there_is_room_on_both_sides_of_an_inserted_card(linear_unit):
    drop(linear_unit, "relu", on_edge(linear_unit, "J", 0))
    picture = linear_unit.canvas.picture
    boxes = dict(zip(picture.names, picture.rectangles(), strict=True))
    assert boxes["d"][2] + 60 < boxes["e"][0]
    assert boxes["e"][2] + 60 < boxes["J"][0]


@pytest.mark.parametrize("moved", [False, True])
def test_there_is_room_for_the_arrays_beside_an_inserted_card(linear_unit, moved):
    """The shape alone stood on both edges until the graph was laid out."""
    canvas, document = linear_unit.canvas, linear_unit.canvas.document
    values = {"x": np.array([1.25, -2.375, 3.0])}
    document.do(setting(linear_unit.graph, canvas.evaluation, values))
    QApplication.processEvents()
    canvas.fit()
    at = on_edge(linear_unit, "a", 0)
    if moved:
        linear_unit.drop("square", (at[0], at[1] - 200))
    before = dumps(linear_unit.graph)
    if moved:
        linear_unit.drag(linear_unit.middle("e"), at)
    else:
        drop(linear_unit, "square", at)
    assert linear_unit.graph.inputs("a")[0] == "e"
    picture = canvas.picture
    for target, said in (("e", "[2.5, −4.75, 6] (3)"), ("a", "[6.25, 22.6, 36] (3)")):
        value, _ = picture.edge_labels(picture.edge_index[target, 0])
        assert value.text.words == said
    document.undo()
    assert dumps(linear_unit.graph) == before


@pytest.mark.parametrize(("op", "keys"), [("relu", ALT), ("parameter", NONE)])
def test_alt_turns_it_off_and_a_leaf_is_never_inserted(linear_unit, op, keys):
    at = on_edge(linear_unit, "a", 0)
    drag_over(linear_unit, op, at, keys)
    assert not lit(linear_unit)
    drop(linear_unit, op, at, keys)
    assert linear_unit.graph.inputs("a") == ("c", "b")
    assert len(linear_unit.graph) == 9


def covered(hands, name: str) -> list[str]:
    """Return the cards that a card lies on."""
    picture = hands.canvas.picture
    boxes, row = picture.rectangles(), picture.index[name]
    near = np.maximum(boxes[:, :2], boxes[row, :2]) < np.minimum(boxes[:, 2:], boxes[row, 2:])
    return [picture.names[other] for other in np.flatnonzero(near.all(axis=1)) if other != row]


@pytest.mark.parametrize("op", ["relu", "parameter"])
@pytest.mark.parametrize("aside", [0.0, 25.0])
def test_what_is_dropped_on_a_card_stands_beside_it(linear_unit, op, aside):
    known = set(linear_unit.graph.nodes())
    x, y = linear_unit.middle("c")
    drop(linear_unit, op, (x, y - aside))
    if op == "parameter":
        linear_unit.type("2")
    (name,) = set(linear_unit.graph.nodes()) - known
    assert covered(linear_unit, name) == []
    (at_x, at_y) = linear_unit.middle(name)
    assert abs(at_x - x) + abs(at_y - y) < 250.0
    assert linear_unit.steps == 1 + (op == "parameter")


def test_alt_drops_it_on_the_card(linear_unit):
    at = linear_unit.middle("c")
    drop(linear_unit, "relu", at, ALT)
    assert covered(linear_unit, "e") == ["c"]
    assert linear_unit.middle("e") == pytest.approx(at, abs=GRID)


def test_a_card_without_edges_is_inserted_where_it_is_dropped(linear_unit):
    x, y = on_edge(linear_unit, "J", 0)
    linear_unit.drop("square", (x, y - 200))
    before = dumps(linear_unit.graph)
    start = linear_unit.middle("e")
    linear_unit.press(start)
    linear_unit.carry((x, y - 100))
    assert not lit(linear_unit)
    linear_unit.carry((x, y))
    assert lit(linear_unit)
    linear_unit.release((x, y))
    assert linear_unit.graph.inputs("J") == ("e",)
    assert linear_unit.graph.inputs("e") == ("d",)
    assert linear_unit.graph.attributes("J")["formula"] == "d^2/2"
    linear_unit.canvas.document.undo()
    assert dumps(linear_unit.graph) == before


def test_alt_during_the_drag_only_moves_it(linear_unit):
    x, y = on_edge(linear_unit, "J", 0)
    linear_unit.drop("square", (x, y - 200))
    linear_unit.drag(linear_unit.middle("e"), (x, y), ALT)
    assert linear_unit.graph.inputs("J") == ("d",)
    assert linear_unit.middle("e")[1] == pytest.approx(y, abs=10.0)


def test_a_card_that_has_edges_is_only_moved(linear_unit):
    linear_unit.drag(linear_unit.middle("c"), on_edge(linear_unit, "J", 0))
    assert linear_unit.graph.inputs("J") == ("d",)
    assert engine.Edge("w", "c", 0) in linear_unit.graph.edges()


def test_a_formula_that_takes_no_input_is_only_moved(linear_unit):
    x, y = on_edge(linear_unit, "J", 0)
    linear_unit.graph.op("formula", name="k", formula="2/3", position=(x, y - 200))
    linear_unit.canvas.document.reset(linear_unit.graph)
    linear_unit.drag(linear_unit.middle("k"), (x, y))
    assert linear_unit.graph.inputs("J") == ("d",)
    assert linear_unit.middle("k")[1] == pytest.approx(y, abs=10.0)


def test_esc_puts_a_card_back_that_was_about_to_be_inserted(linear_unit):
    x, y = on_edge(linear_unit, "J", 0)
    linear_unit.drop("square", (x, y - 200))
    before = dumps(linear_unit.graph)
    linear_unit.press(linear_unit.middle("e"))
    linear_unit.carry((x, y))
    linear_unit.key(Qt.Key.Key_Escape)
    linear_unit.release((x, y))
    assert dumps(linear_unit.graph) == before
    assert not lit(linear_unit)


def test_what_is_inserted_keeps_all_of_the_graph_in_view(linear_unit):
    canvas = linear_unit.canvas
    canvas.fit()
    drop(linear_unit, "relu", on_edge(linear_unit, "J", 0))
    assert canvas.sees_all()
    linear_unit.drop("tanh", (0, 200))
    canvas.fit()
    linear_unit.drag(linear_unit.middle("f"), on_edge(linear_unit, "e", 0))
    assert linear_unit.graph.inputs("e") == ("f",)
    assert canvas.sees_all()


def test_the_lit_edge_does_not_cross_out_the_card_that_it_would_go_through(linear_unit):
    linear_unit.drop("relu", (0, 200))
    at = on_edge(linear_unit, "a", 0)
    linear_unit.press(linear_unit.middle("e"))
    linear_unit.carry(at)
    assert lit(linear_unit)
    image, (x, y) = linear_unit.view.grab().toImage(), linear_unit.pixel(*at).toTuple()
    inks = {image.pixelColor(x + dx, y + dy).name() for dx in range(-12, 13) for dy in range(-3, 4)}
    assert LIGHT.legal not in inks


def test_an_op_asked_for_by_a_double_click_on_an_edge_goes_into_it(linear_unit):
    before = dumps(linear_unit.graph)
    linear_unit.double_click(on_edge(linear_unit, "J", 0))
    linear_unit.write("relu")
    assert linear_unit.graph.inputs("J") == ("e",)
    assert linear_unit.graph.inputs("e") == ("d",)
    assert linear_unit.canvas.selection.nodes == {"e"}
    assert linear_unit.canvas.entry.prompt is None
    assert linear_unit.steps == 1
    linear_unit.canvas.document.undo()
    assert dumps(linear_unit.graph) == before


def test_a_double_click_on_an_edge_says_where_an_op_goes_and_offers_no_leaf_at_first(linear_unit):
    linear_unit.double_click(on_edge(linear_unit, "J", 0))
    prompt = linear_unit.canvas.entry.prompt
    assert prompt is not None
    assert prompt.goal.text() == "goes into d → J"
    assert prompt.list.model().index(0, 0).data().startswith("Add")
    linear_unit.canvas.entry.close_prompt()
    linear_unit.double_click((0.0, -200.0))
    prompt = linear_unit.canvas.entry.prompt
    assert prompt is not None
    assert not prompt.goal.text()
    assert prompt.list.model().index(0, 0).data().startswith("Parameter")


@pytest.mark.parametrize(("text", "name"), [("v=2", "v"), ("s=w*x", "s")])
def test_what_no_edge_can_go_through_is_placed_beside_it(linear_unit, text, name):
    linear_unit.double_click(on_edge(linear_unit, "J", 0))
    linear_unit.write(text)
    assert name in linear_unit.graph
    assert linear_unit.graph.inputs("J") == ("d",)


def test_a_card_goes_into_an_edge_of_a_large_graph_without_looking_at_all_pairs(hands):
    graph, size = engine.Graph(), 2000
    last = graph.parameter("w", 1.0, position=(0.0, 0.0))
    for k in range(size):
        last = graph.op("relu", last, name=f"p{k}", position=(200.0 * (k + 1), 0.0))
    graph.parameter("loose", 1.0, position=(700.0, 90.0))
    graph.parameter("met", 1.0, position=(1100.0, 30.0))
    graph.op("relu", "met", name="joined", position=(1400.0, 300.0))
    graph.op("relu", "joined", name="beyond", position=(1900.0, 300.0))
    hands.canvas.document.reset(graph)
    hands.canvas.finish_drawing()
    node, edge = NewNode("t", "tanh", {"position": (300.0, 0.0)}), engine.Edge("p0", "p1", 0)
    picture = hands.canvas.picture
    before = dict(zip(picture.names, picture.centres.copy(), strict=True))
    tracemalloc.start()
    try:
        step = insert(picture, node, edge, new=True)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < size * size
    hands.canvas.document.do(step)
    after = hands.canvas.picture
    ways = {
        name: tuple(after.centres[after.index[name]] - before[name])
        for name in ("p0", "p1", "p1999", "loose", "met", "joined", "beyond")
    }
    on, stays = ways["p1"], (0.0, 0.0)
    assert on[0] > 0.0
    assert ways.pop("p0") == ways.pop("loose") == stays  # another graph, in nobody's way
    assert set(ways.values()) == {on}


def test_most_cards_of_a_large_graph_are_not_looked_at_one_by_one(hands, monkeypatch):
    graph, size = engine.Graph(), 1600
    last = graph.parameter("w", 1.0, position=(0.0, 0.0))
    for k in range(size):
        last = graph.op("relu", last, name=f"p{k}", position=(200.0 * (k + 1), 0.0))
    graph.parameter("met", 1.0, position=(1100.0, 30.0))
    hands.canvas.document.reset(graph)
    hands.canvas.finish_drawing()
    picture, looked = hands.canvas.picture, []
    around = graphs_aside._Cells._around
    monkeypatch.setattr(
        graphs_aside._Cells, "_around", lambda *given: looked.append(given) or around(*given)
    )
    node, before = NewNode("t", "tanh", {"position": (300.0, 0.0)}), picture.centres.copy()
    hands.canvas.document.do(insert(picture, node, engine.Edge("p0", "p1", 0), new=True))
    after = hands.canvas.picture
    ways = {
        n: after.centres[after.index[n], 0] - before[picture.index[n], 0]
        for n in graph.nodes()
        if n != "t"
    }
    assert {n for n, way in ways.items() if way == 0.0} == {"w", "p0"}
    assert 0 < len(looked) < size // 10


def test_where_there_is_room_for_a_card_nothing_is_looked_at(hands, monkeypatch):
    monkeypatch.setattr(insertion, "graphs_of", lambda _: pytest.fail("there is room"))
    graph = engine.Graph()
    graph.parameter("w", 1.0, position=(0.0, 0.0))
    graph.op("relu", "w", name="far", position=(900.0, 0.0))
    hands.canvas.document.reset(graph)
    node = NewNode("t", "tanh", {"position": (450.0, 0.0)})
    hands.canvas.document.do(
        insert(hands.canvas.picture, node, engine.Edge("w", "far", 0), new=True)
    )
    assert graph.inputs("far") == ("t",)
    assert graph.attributes("far")["position"] == (900.0, 0.0)
