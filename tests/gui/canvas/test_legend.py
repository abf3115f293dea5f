"""The legend hides no card and no number."""

from hands import Hands
from PySide6.QtCore import QPointF, QRectF

from gui.canvas.legend import legend_place


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
