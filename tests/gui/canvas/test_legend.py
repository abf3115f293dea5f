"""The legend hides no card and no number."""

import pytest
from hands import Hands
from PySide6.QtCore import QPointF, QRectF

import engine
from engine.network import Network
from gui.canvas.drawn.legend import legend_place
from gui.commands import SetAttribute
from gui.picture.forward_seen import ForwardSeen
from gui.picture.labels import Label, legend_texts
from gui.picture.plain_text import plain_text


def size(hands: Hands) -> QRectF:
    return QRectF(hands.view.rect())


def bring(hands: Hands, point: tuple[float, float], pixel: QPointF) -> None:
    """Pan with the wheel until a point of the picture is seen at a pixel."""
    way = pixel - hands.canvas.viewpoint.to_view(QPointF(*point))
    hands.wheel((0, 0), pixels=(round(way.x()), round(way.y())))


def test_a_card_in_the_corner_of_the_legend_is_seen_as_anywhere(linear_unit: Hands) -> None:
    canvas = linear_unit.canvas
    canvas.zoom_to(1.0)
    x, y = linear_unit.middle("c")
    beside_name = (x - 30.0, y + 20.0)
    bring(linear_unit, (x, y), size(linear_unit).center())
    seen = linear_unit.ink(beside_name)
    bring(linear_unit, (x, y), QPointF(60.0, size(linear_unit).bottom() - 34.0))
    assert linear_unit.ink(beside_name) == seen


def test_the_legend_stands_in_the_other_corner_and_comes_back(linear_unit: Hands) -> None:
    canvas, view = linear_unit.canvas, size(linear_unit)
    canvas.zoom_to(1.0)
    below = legend_place(canvas, view)
    assert below is not None
    assert below.top() > view.center().y()
    bring(linear_unit, linear_unit.middle("c"), below.center())
    above = legend_place(canvas, view)
    assert above is not None
    assert above.bottom() < view.center().y()
    canvas.zoom_to(8.0)
    bring(linear_unit, linear_unit.middle("c"), view.bottomLeft())
    bring(linear_unit, linear_unit.middle("c"), QPointF(0.0, view.center().y()))
    assert legend_place(canvas, view) is None
    canvas.fit()
    assert legend_place(canvas, view) == below


def test_a_number_in_the_corner_is_not_hidden_either(linear_unit: Hands) -> None:
    canvas, view = linear_unit.canvas, size(linear_unit)
    canvas.zoom_to(1.0)
    label = canvas.picture.edge_labels(canvas.picture.edge_index["a", 0])[1]
    left, top, right, bottom = label.box()
    bring(
        linear_unit, ((left + right) / 2, (top + bottom) / 2), view.bottomLeft() + QPointF(40, -20)
    )
    place = legend_place(canvas, view)
    assert place is None or place.bottom() < view.center().y()


def lies_free(hands: Hands, label: Label, pixel: QPointF) -> bool:
    """Bring a number's middle to a pixel and tell whether the legend leaves it to be read."""
    left, top, right, bottom = label.box()
    bring(hands, ((left + right) / 2, (top + bottom) / 2), pixel)
    box = hands.canvas.viewpoint.transform().mapRect(QRectF(left, top, right - left, bottom - top))
    place = legend_place(hands.canvas, size(hands))
    return place is None or not place.intersects(box)


@pytest.mark.parametrize("which", [0, 1])
def test_the_output_s_numbers_are_not_hidden_where_its_card_is_out_of_view(
    linear_unit: Hands, which: int
) -> None:
    canvas = linear_unit.canvas
    canvas.zoom_to(1.0)
    labels = canvas.picture.output_labels()
    assert labels is not None
    assert lies_free(linear_unit, labels[which], size(linear_unit).bottomLeft() + QPointF(12, -20))


def test_a_sum_that_reaches_out_left_of_its_card_is_not_hidden(hands: Hands) -> None:
    graph = engine.Graph()
    x = graph.parameter("x", 1.0, position=(0.0, 0.0))
    squares = [graph.op("multiply", x, x, name=n, position=(300.0, 0.0)) for n in "ab"]
    graph.op("add", *squares, name="J", position=(600.0, 0.0))
    canvas = hands.canvas
    canvas.document.reset(graph)
    canvas.zoom_to(1.0)
    canvas.finish_drawing()
    label = canvas.picture.sum_label(canvas.picture.index["x"])
    assert label is not None
    left, top, _, bottom = label.box()
    assert left < canvas.picture.rectangles()[canvas.picture.index["x"]][0] - 40.0
    below = legend_place(canvas, size(hands))
    assert below is not None
    bring(hands, (left, (top + bottom) / 2), QPointF(below.right() - 8.0, below.center().y()))
    assert legend_place(canvas, size(hands)) != below


def test_a_name_is_raised_as_on_the_cards(linear_unit: Hands) -> None:
    canvas = linear_unit.canvas
    canvas.document.reset(Network((3, 2, 2), loss="cross_entropy").build())
    canvas.document.do(SetAttribute("J", "label", "J_1^{[2]}"))
    canvas.evaluation.flush()
    graph, readings = canvas.document.graph, canvas.evaluation.readings
    _, backward = legend_texts(graph, readings, 16)
    assert plain_text(backward) == "← backward, ∂J₁^[2]/∂(this value)"
    assert [run.text for run in backward.runs if run.y < 0] == ["[2]"]
    assert [run.text for run in backward.runs if run.y > 0] == ["1"]
    swept = ForwardSeen(readings, readings.by_leaf_of("W1", (0, 1)), "W1[0, 1]")
    _, forward = legend_texts(graph, swept, 16)
    assert plain_text(forward) == "forward too, ∂(this value)/∂W^[1][0, 1] →"
    assert [run.text for run in forward.runs if run.y < 0] == ["[1]"]


@pytest.mark.parametrize("width", [430, 472, 600])
def test_the_legend_is_not_hidden_by_the_minimap(linear_unit: Hands, width: int) -> None:
    canvas = linear_unit.canvas
    canvas.resize(width, 420)
    canvas.zoom_to(1.5)
    canvas.pan(QPointF(-20_000.0, 0.0))  # nothing else is in the way
    canvas.grab()
    minimap, place = canvas.minimap.place, legend_place(canvas, size(linear_unit))
    assert not minimap.isEmpty()
    assert place is not None
    assert not place.intersects(minimap)
    # its lines stand one above the other as long as they have room there
    assert (place.top() > size(linear_unit).center().y()) is (width > 450)
