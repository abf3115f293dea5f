"""A leaf's card grows to the left of its place, away from the edge that leaves it."""

import math

import numpy as np
import pytest
from moving import move

import engine
from gui.picture.drawing import draw
from gui.picture.edited import picture_after
from gui.picture.layout import place_all
from gui.picture.leaf_number import numbers_on
from gui.picture.measure import LINE, MARK
from gui.picture.picture import Picture
from gui.picture.shape import Ring
from gui.run import read
from gui.theme import LIGHT
from resources import resource

LONG = -0.00123456


@pytest.fixture
def graph(qapp: object) -> engine.Graph:
    """Return w · x as it is laid out."""
    del qapp
    graph = engine.Graph()
    graph.op("multiply", graph.parameter("w", 2.0), graph.input("x", -2.0), name="c")
    graph.output = "c"
    place_all(graph)
    return graph


def drawn(graph: engine.Graph) -> Picture:
    return Picture(graph, read(graph))


def sides(picture: Picture, name: str) -> tuple[float, float]:
    left, _, right, _ = picture.rectangles()[picture.index[name]].tolist()
    return left, right


def test_a_long_value_takes_nothing_from_the_edge(graph: engine.Graph) -> None:
    before = drawn(graph)
    graph.set_values({"w": LONG})
    left, right = sides(drawn(graph), "w")
    assert left < sides(before, "w")[0] - 40.0
    assert right - sides(before, "w")[1] < 8.0  # what is short grows to both sides
    graph.set_values({"w": LONG * 1e-7})
    assert sides(drawn(graph), "w")[1] == right


def test_one_that_is_written_while_it_is_shown_stands_where_it_would_anew(
    graph: engine.Graph,
) -> None:
    picture = drawn(graph)
    graph.set_values({"w": LONG})
    picture.refresh_cards(["w"])
    np.testing.assert_array_equal(picture.centres, drawn(graph).centres)
    right = sides(picture, "w")[1]
    graph.set_values({"w": 2.0})
    picture.refresh_cards(["w"], steady=True)  # as it is dragged
    assert sides(picture, "w")[1] == pytest.approx(right, abs=8.0)
    move(picture, {"w": (-50.0, 3.0)})
    graph.set_values({"w": LONG})
    picture.refresh_cards(["w"])
    np.testing.assert_array_equal(picture.centres, drawn(graph).centres)
    after = picture_after(picture, read(graph), moved=["w"])
    np.testing.assert_array_equal(after.centres, picture.centres)


@pytest.mark.parametrize("lets_go", [True, False])
def test_a_card_that_writes_a_dragged_constant_is_held_only_in_the_hand(lets_go: bool) -> None:
    graph = engine.Graph()
    graph.constant("k", LONG)
    graph.op("multiply", graph.parameter("w", 2.0), "k", name="c")
    graph.output = "c"
    place_all(graph)
    picture = drawn(graph)
    wide = float(picture.sizes[picture.index["c"], 0])
    graph.set_values({"k": 7.0})
    picture.refresh_cards(["k"], steady=True)
    assert picture.sizes[picture.index["c"], 0] == wide
    if lets_go:
        picture.refresh_cards(["k"])
    else:
        graph.add_node("new", "constant")
        picture = picture_after(picture, read(graph))
    np.testing.assert_array_equal(picture.sizes, drawn(graph).sizes)


@pytest.mark.parametrize("name", ["linear-unit", "two-layer-network", "fan-out"])
def test_laid_out_with_long_values_no_card_lies_on_another(name: str, qapp: object) -> None:
    del qapp
    graph = engine.load(resource(f"examples/{name}.chainrule"))
    graph.set_values({leaf: LONG for leaf in graph.nodes() if graph.is_leaf(leaf)})
    place_all(graph)
    picture = drawn(graph)
    boxes = picture.rectangles()
    for row, (left, top, right, bottom) in enumerate(boxes):
        others = np.delete(boxes, row, axis=0)
        apart = (others[:, 0] >= right) | (others[:, 2] <= left)
        apart |= (others[:, 1] >= bottom) | (others[:, 3] <= top)
        assert apart.all()
    for edge in picture.edges:
        if graph.is_leaf(edge.source):
            room = (
                picture.entering_point(edge.target, edge.port)[0] - sides(picture, edge.source)[1]
            )
            assert room >= picture.leads[picture.index[edge.target]]


def test_of_a_large_array_no_entry_is_counted(
    graph: engine.Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph.set_attribute("w", "value", np.ones((784, 128)))
    picture, counted = drawn(graph), list[object]()
    monkeypatch.setattr(np, "ndindex", lambda shape: counted.append(shape) or iter(()))
    (number,) = numbers_on(picture, picture.index["w"])
    assert number.index is None
    assert not counted  # it is asked at each move of the pointer over the card


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_the_mark_of_a_leaf_that_is_not_finite_stands_clear_of_its_text(
    value: float, qapp: object
) -> None:
    del qapp
    graph = engine.Graph()
    graph.constant("k", value, position=(0.0, 0.0))
    picture = drawn(graph)
    (ring,) = (
        one for one in draw(picture, LIGHT).shapes if isinstance(one, Ring) and one.radius == MARK
    )
    text, (x, y) = picture.cards[0].text, picture.centres[0].tolist()
    corner = x + text.width / 2, y - text.ascent / 2
    assert math.dist((ring.x, ring.y), corner) > MARK + LINE
