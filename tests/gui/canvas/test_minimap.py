"""Point 3: a minimap appears when the graph is larger than the view; a drag on it pans."""

from itertools import pairwise

from hands import Hands, drag_to
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import engine
from gui.commands import MoveNodes

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def shown(hands: Hands) -> bool:
    hands.canvas.grab()
    return not hands.canvas.minimap.place.isEmpty()


def middle_of(hands: Hands, name: str) -> QPoint:
    """Return the pixel of the minimap that shows a node."""
    minimap = hands.canvas.minimap
    x, y = hands.middle(name)
    corner, far = minimap.place.topLeft(), minimap.place.bottomRight()
    first, last = minimap.point_at(corner), minimap.point_at(far)
    share = QPointF(
        (x - first.x()) / (last.x() - first.x()), (y - first.y()) / (last.y() - first.y())
    )
    way = far - corner
    return (corner + QPointF(way.x() * share.x(), way.y() * share.y())).toPoint()


def in_the_middle(hands: Hands) -> QPointF:
    view = hands.view.rect()
    return hands.canvas.viewpoint.to_picture(QPointF(view.width() / 2, view.height() / 2))


def near(point: QPointF, place: tuple[float, float]) -> bool:
    way = point - QPointF(*place)
    return abs(way.x()) < 20 and abs(way.y()) < 20


def test_point_3_a_minimap_appears_while_a_part_is_out_of_view(linear_unit: Hands) -> None:
    linear_unit.canvas.fit()
    assert not shown(linear_unit)
    linear_unit.canvas.zoom_to(3.0)
    assert shown(linear_unit)
    assert linear_unit.view.rect().toRectF().contains(linear_unit.canvas.minimap.place)
    linear_unit.canvas.fit()
    assert not shown(linear_unit)


def test_point_3_a_press_and_a_drag_on_it_pan(linear_unit: Hands) -> None:
    canvas = linear_unit.canvas
    canvas.zoom_to(3.0)
    assert shown(linear_unit)
    QTest.mousePress(linear_unit.view, LEFT, NONE, middle_of(linear_unit, "w"))
    assert near(in_the_middle(linear_unit), linear_unit.middle("w"))
    canvas.grab()
    drag_to(linear_unit.view, middle_of(linear_unit, "J"), LEFT, NONE)
    assert near(in_the_middle(linear_unit), linear_unit.middle("J"))
    QTest.mouseRelease(linear_unit.view, LEFT, NONE, middle_of(linear_unit, "J"))
    assert canvas.hand.gesture is None
    assert not canvas.selection
    assert canvas.document.history.count() == 0


def test_point_3_it_follows_the_cards(linear_unit: Hands) -> None:
    canvas = linear_unit.canvas
    canvas.zoom_to(3.0)
    shown(linear_unit)
    before = canvas.minimap.place.size()
    canvas.document.do(MoveNodes({"J": (900.0, 2500.0)}))
    QApplication.processEvents()
    assert shown(linear_unit)
    assert canvas.minimap.place.size() != before


def test_of_a_graph_that_is_a_stripe_it_shows_where_one_is(linear_unit: Hands) -> None:
    """It was a line with a dot, too thin to be aimed at."""
    canvas = linear_unit.canvas
    names = canvas.document.graph.nodes()
    canvas.document.do(MoveNodes({name: (0.0, 9000.0 * k) for k, name in enumerate(names)}))
    QApplication.processEvents()
    canvas.zoom_to(2.0)
    canvas.centre_on(names[3])
    assert shown(linear_unit)
    place = canvas.minimap.place
    assert place.width() >= 36.0
    image = canvas.grab().toImage()
    row = middle_of(linear_unit, names[3]).y()
    accent = QColor(canvas.theme.accent)
    marked = [y for y in range(row - 8, row + 9) if _is_near(image, place, y, accent)]
    assert len(marked) >= 2  # the frame's upper and lower line
    assert marked[-1] - marked[0] >= 5
    QTest.mouseClick(linear_unit.view, LEFT, NONE, middle_of(linear_unit, names[6]))
    assert abs(in_the_middle(linear_unit).y() - linear_unit.middle(names[6])[1]) < 500.0


def test_in_a_long_chain_each_card_is_seen_and_the_frame_can_be_dragged(linear_unit: Hands) -> None:
    """It was a grey bar: a card was narrower than the line around it."""
    canvas = linear_unit.canvas
    graph = engine.Graph()
    last = graph.parameter("x", 0.5, position=(0.0, 0.0))
    for k in range(200):
        last = graph.op("tanh", last, name=f"h{k}", position=(180.0 * k + 180.0, 0.0))
    canvas.document.reset(graph)
    canvas.zoom_to(1.0)
    canvas.centre_on("h60")
    assert shown(linear_unit)
    canvas.finish_drawing()
    place, image = canvas.minimap.place, canvas.grab().toImage()
    y = round(place.center().y()) + 4  # beside the edges
    inks = [
        image.pixelColor(x, y).lightness() for x in range(int(place.left()), int(place.right()))
    ]
    middle = (max(inks) + min(inks)) / 2
    changes = sum((a > middle) != (b > middle) for a, b in pairwise(inks))
    assert changes > 200
    start, end = (middle_of(linear_unit, name) for name in ("h60", "h140"))
    QTest.mousePress(linear_unit.view, LEFT, NONE, start)
    drag_to(linear_unit.view, end, LEFT, NONE)
    QTest.mouseRelease(linear_unit.view, LEFT, NONE, end)
    assert abs(in_the_middle(linear_unit).x() - linear_unit.middle("h140")[0]) < 100.0


def _is_near(image: QImage, place: QRectF, y: int, wanted: QColor) -> bool:
    """Tell whether a colour is seen in a row of the minimap's pixels."""
    row = (image.pixelColor(x, y) for x in range(int(place.left()), int(place.right())))
    return any(
        abs(c.red() - wanted.red()) + abs(c.blue() - wanted.blue()) < 60
        and abs(c.green() - wanted.green()) < 40
        for c in row
    )


def test_no_frame_of_an_edit_waits_for_it(linear_unit: Hands, qtbot, monkeypatch) -> None:
    canvas = linear_unit.canvas
    canvas.zoom_to(3.0)
    shown(linear_unit)
    drawn = []
    draw = canvas.minimap._paint_graph
    monkeypatch.setattr(canvas.minimap, "_paint_graph", lambda *how: (drawn.append(1), draw(*how)))
    canvas.document.do(MoveNodes({"J": (900.0, 2500.0)}))
    linear_unit.view.repaint()
    assert not drawn
    qtbot.waitUntil(lambda: drawn == [1])


def test_point_3_it_stays_away_where_it_is_not_wanted(linear_unit: Hands) -> None:
    canvas = linear_unit.canvas
    canvas.zoom_to(3.0)
    canvas.minimap.wanted = False
    assert not shown(linear_unit)
    canvas.minimap.wanted = True
    canvas.set_presented(True)
    assert not shown(linear_unit)
    canvas.set_presented(False)
    canvas.resize(300, 300)
    assert not shown(linear_unit)
