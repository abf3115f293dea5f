"""What is seen first of a graph that is opened."""

from itertools import pairwise

import pytest
from examples import example
from hands import Hands
from PySide6.QtCore import QRect, Qt

import engine
from engine.network import Form, Network
from gui.actions.file import open_path
from gui.canvas.look.viewpoint import rectangle
from gui.picture.layout import lay_out, lay_out_to_be_read, place_all
from gui.picture.measure import NUMBER
from gui.run import read
from gui.window.main_window import MainWindow


def opened(window: MainWindow, tmp_path, graph: engine.Graph, *, placed: bool = True) -> Hands:
    if placed:
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
    assert canvas.sees_all()
    assert canvas.viewpoint.scale < 0.05


@pytest.mark.parametrize("size", [(1300, 830), (1000, 560)])
def test_the_minimap_does_not_lie_on_the_output(
    window: MainWindow, tmp_path, size: tuple[int, int]
) -> None:
    """A layer of very many is a stripe, and its map reached the middle of the view."""
    window.resize(*size)
    hands = opened(window, tmp_path, wide((40, 40, 10)))
    canvas = hands.canvas
    canvas.grab()
    place = canvas.minimap.place
    assert place.height() > 2 * place.width()
    tip = hands.pixel(*canvas.picture.output_arrow()[1])
    boxes = [label.box() for label in canvas.picture.output_labels() or ()]
    seen = [canvas.viewpoint.transform().mapRect(rectangle(box)) for box in boxes]
    assert seen
    assert not place.contains(tip.toPointF())
    assert not any(place.intersects(box) for box in seen)


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


def rows_of(hands: Hands, *names: str) -> int:
    """Return in how many rows some nodes of a chain stand: each begins on the left anew."""
    xs = [hands.middle(name)[0] for name in names]
    return 1 + sum(after < before for before, after in pairwise(xs))


CHAIN = ("s1", "z1", "a1", "s2", "z2", "J")


def test_what_has_no_places_is_laid_out_in_rows_where_one_could_not_be_read(
    window: MainWindow, tmp_path
) -> None:
    graph = Network((784, 128, 10), loss="cross_entropy", batch=4).build()
    hands = opened(window, tmp_path, graph, placed=False)
    assert rows_of(hands, *CHAIN) == 2
    assert hands.canvas.sees_all()
    assert hands.canvas.viewpoint.scale * NUMBER > 9.0
    hands.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert rows_of(hands, *CHAIN) == 2
    assert hands.canvas.sees_all()


@pytest.mark.usefixtures("qapp")
def test_in_a_view_wide_enough_one_row_stays() -> None:
    graph = Network((784, 128, 10), loss="cross_entropy", batch=4).build()
    one = lay_out(graph)
    assert lay_out_to_be_read(graph, read(graph), (3000.0, 900.0)) == one
    assert lay_out_to_be_read(graph, read(graph), None) == one
    assert lay_out_to_be_read(graph, read(graph), (700.0, 600.0)) != one


def test_the_linear_unit_stays_in_one_row(window: MainWindow, tmp_path) -> None:
    graph = example("linear-unit")
    for name in graph.nodes():
        graph.set_attribute(name, "position", None)
    hands = opened(window, tmp_path, graph, placed=False)
    assert rows_of(hands, "c", "a", "d", "J") == 1
