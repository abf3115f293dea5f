"""What is seen first of a graph that is opened."""

import pytest
from hands import Hands
from PySide6.QtCore import QRect

import engine
from engine.network import Form, Network
from gui.actions.file import open_path
from gui.picture.layout import place_all
from gui.window.main_window import MainWindow


def opened(window: MainWindow, tmp_path, graph: engine.Graph) -> Hands:
    place_all(graph)
    path = tmp_path / "graph.chainrule"
    engine.save(graph, path)
    open_path(window, path)
    return Hands(window.canvas)


def wide(sizes: tuple[int, ...]) -> engine.Graph:
    return Network(sizes, form=Form.OPERATIONS).build()


def in_view(hands: Hands, name: str) -> bool:
    canvas = hands.canvas
    card: QRect = canvas.view_rect(canvas.picture.index[name])
    return canvas.viewport().rect().contains(card)


def test_a_graph_that_can_be_seen_whole_is(window: MainWindow, tmp_path) -> None:
    hands = opened(window, tmp_path, wide((5, 5, 1)))
    assert hands.canvas.sees_all()


@pytest.mark.parametrize("last", [1, 20])
def test_of_one_larger_than_the_farthest_look_it_is_the_output_and_can_be_read(
    window: MainWindow, tmp_path, last: int
) -> None:
    hands = opened(window, tmp_path, wide((20, 20, 20, last)))
    canvas = hands.canvas
    assert in_view(hands, "J")
    assert canvas.viewpoint.scale >= 0.5
    x = hands.pixel(*hands.middle("J")).x()
    assert x > canvas.viewport().width() / 2  # what feeds it is seen, too
    assert hands.pixel(*canvas.picture.output_arrow()[1]).x() < canvas.viewport().width()
    canvas.fit()
    assert not canvas.sees_all()


def test_without_an_output_it_is_where_reading_begins(window: MainWindow, tmp_path) -> None:
    graph = wide((20, 20, 20, 1))
    graph.output = None
    graph.op("negate", "x_1", name="aside")
    for name in graph.nodes():
        graph.set_attribute(name, "position", None)
    hands = opened(window, tmp_path, graph)
    picture = hands.canvas.picture
    assert picture.readings.output is None
    assert in_view(hands, "w1_1_1")  # the uppermost of the leaves on the left
    assert hands.canvas.viewpoint.scale == 1.0
