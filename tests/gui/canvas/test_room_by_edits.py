"""Every edit that brings arrays, sums or wider cards makes room for them, in the same step."""

import numpy as np
import pytest
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import engine
from engine.formats.chainrule_file import dumps
from gui.picture.aside import lie_on
from gui.picture.layout import place_all

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ROWS = np.array([[100.125, 10.25, -112.25], [20.25, -15.5, 0.75]])


def shown(window, graph: engine.Graph) -> Hands:
    window.document.reset(graph)
    window.show_canvas()
    window.canvas.fit()
    QApplication.processEvents()
    return Hands(window.canvas)


def typed(window, node: str, key: str, text: str) -> None:
    window.canvas.select({node})
    QApplication.processEvents()
    line = window.inspector.node_page.attributes.fields[key].line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()


def lying(hands: Hands) -> list[tuple[str, str]]:
    """Return the pairs of cards that lie on each other, with the numbers before and below them."""
    picture = hands.canvas.picture
    rooms, names = picture._rooms_drawn, picture.names
    return [
        (names[row], names[other])
        for row, box in enumerate(picture.rectangles())
        for other in np.flatnonzero(lie_on(rooms, box)).tolist()
        if other != row
    ]


def seen(hands: Hands, target: str) -> str:
    """Return the value that stands on the edge to a card, "" where it has no room."""
    picture = hands.canvas.picture
    value, _ = picture.edge_labels(picture.edge_index[target, 0])
    return value.text.words


def boxes(hands: Hands) -> dict[str, np.ndarray]:
    picture = hands.canvas.picture
    return dict(zip(picture.names, picture.rectangles(), strict=True))


def close_together() -> engine.Graph:
    """Return a sum over all of two matrices, and a square so close that only a number has room."""
    graph = engine.Graph()
    graph.parameter("W", np.stack([ROWS, ROWS / 8]))
    graph.op("sum", "W", name="s")
    graph.op("square", "s", name="q")
    graph.op("mean", "q", name="J")
    place_all(graph)
    graph.input("far", 1.0, position=(560.0, 400.0))
    return graph


def test_an_axis_that_is_typed_makes_room_for_the_arrays_that_it_brings(window):
    hands = shown(window, close_together())
    before = dumps(hands.graph)
    typed(window, "s", "axis", "0")
    assert seen(hands, "q").endswith("2×3")
    assert seen(hands, "J").endswith("2×3")
    assert hands.middle("far") == (560.0, 400.0)
    assert hands.steps == 1
    window.document.undo()
    assert dumps(hands.graph) == before


@pytest.mark.parametrize("in_place", [True, False])
def test_a_longer_formula_makes_room_for_its_card(window, in_place):
    graph = engine.Graph()
    graph.parameter("x", 2.0, position=(0.0, 0.0))
    graph.op("formula", "x", name="f", formula="x^2", position=(150.0, 0.0))
    graph.op("tanh", "f", name="J", position=(310.0, 0.0))
    hands = shown(window, graph)
    before, places = dumps(graph), [hands.middle(name) for name in "xfJ"]
    text = "x^2 + 3*x^3 - 4*x^4 + 5*x^5 + 12*x^6"
    if in_place:
        hands.double_click(hands.middle("f"))
        hands.type(f"f = {text}")
    else:
        typed(window, "f", "formula", text)
    at = boxes(hands)
    assert at["f"][0] - at["x"][2] > 60
    assert at["J"][0] - at["f"][2] > 60
    assert [hands.middle(name)[1] for name in "xfJ"] == [y for _, y in places]
    assert hands.steps == 1
    window.document.undo()
    assert dumps(graph) == before


def test_what_heals_makes_room_for_the_sum_below_what_feeds_two_nodes_now(window):
    graph = engine.Graph()
    graph.parameter("x", 2.0, position=(0.0, 0.0))
    graph.op("relu", "x", name="r", position=(200.0, 0.0))
    graph.op("tanh", "r", name="s", position=(420.0, -60.0))
    graph.op("exp", "r", name="t", position=(420.0, 60.0))
    graph.op("add", "s", "t", name="J", position=(640.0, 0.0))
    graph.input("y", 1.0, position=(0.0, 44.0))
    hands = shown(window, graph)
    before = dumps(graph)
    assert lying(hands) == []
    window.canvas.select({"r"})
    hands.key(Qt.Key.Key_Delete, CTRL)
    assert graph.inputs("s") == graph.inputs("t") == ("x",)
    assert lying(hands) == []
    assert hands.steps == 1
    window.document.undo()
    assert dumps(graph) == before


def test_what_heals_makes_room_for_the_arrays_that_come_to_stand_there(window):
    graph = engine.Graph()
    graph.parameter("W", ROWS)
    graph.op("sum", "W", name="s")
    graph.op("square", "s", name="q")
    graph.op("square", "q", name="r")
    graph.op("mean", "r", name="J")
    place_all(graph)
    hands = shown(window, graph)
    window.canvas.select({"s"})
    hands.key(Qt.Key.Key_Delete, CTRL)
    assert seen(hands, "r").endswith("2×3")
    assert seen(hands, "J").endswith("2×3")


def test_what_is_pasted_with_its_edges_makes_room_for_the_sum_that_they_bring(window):
    graph = engine.Graph()
    graph.parameter("x", 2.0, position=(0.0, 0.0))
    graph.op("tanh", "x", name="J", position=(220.0, 0.0))
    graph.input("y", 1.0, position=(0.0, 44.0))
    hands = shown(window, graph)
    before = dumps(graph)
    assert lying(hands) == []
    window.canvas.select({"J"})
    hands.key(Qt.Key.Key_C, CTRL)
    hands.move((220.0, 120.0))
    hands.key(Qt.Key.Key_V, CTRL | SHIFT)
    assert len(graph.consumers("x")) == 2
    assert lying(hands) == []
    assert hands.steps == 1
    window.document.undo()
    assert dumps(graph) == before


def test_what_is_pasted_with_its_edges_has_room_for_arrays(window):
    graph = engine.Graph()
    graph.parameter("W", ROWS, position=(0.0, 0.0))
    graph.op("tanh", "W", name="s", position=(400.0, 0.0))
    hands = shown(window, graph)
    window.canvas.select({"s"})
    hands.key(Qt.Key.Key_C, CTRL)
    hands.move((110.0, 120.0))
    hands.key(Qt.Key.Key_V, CTRL | SHIFT)
    (new,) = set(graph.nodes()) - {"W", "s"}
    assert graph.inputs(new) == ("W",)
    assert seen(hands, new).endswith("2×3")
    assert lying(hands) == []
