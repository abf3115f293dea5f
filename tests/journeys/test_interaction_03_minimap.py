"""Point 3: the hand on the minimap: nothing beneath it is meant, nor is one led off the graph."""

import pytest
from hands import Hands, drag_to
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from gui import mime
from gui.canvas.look.viewpoint import rectangle
from gui.canvas.places.placing import place_to_add

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def minimap_over(unit: Hands, x: float, y: float) -> QPoint:
    """Bring a point of the picture beneath the middle of the minimap; return its pixel."""
    unit.canvas.zoom_to(3.0)
    unit.canvas.grab()
    middle = unit.canvas.minimap.place.center()
    unit.canvas.pan(middle - unit.canvas.viewpoint.to_view(QPointF(x, y)))
    unit.canvas.grab()
    assert unit.canvas.minimap.place.contains(middle)
    return middle.toPoint()


def in_the_middle(unit: Hands) -> QPointF:
    return unit.canvas.viewpoint.to_picture(QRectF(unit.view.rect()).center())


def tip_at(unit: Hands, pixel: QPoint) -> str:
    """Return the tooltip of a pixel of the view."""
    event = QHelpEvent(QHelpEvent.Type.ToolTip, pixel, unit.view.mapToGlobal(pixel))
    QApplication.sendEvent(unit.view, event)
    return QToolTip.text() if QToolTip.isVisible() else ""


def test_what_lies_beneath_it_is_neither_lit_nor_told(unit: Hands):
    pixel = minimap_over(unit, *unit.port("a", 0))
    before = unit.view.grab().toImage()
    QTest.mouseMove(unit.view, pixel)
    QApplication.processEvents()
    assert unit.view.cursor().shape() is Qt.CursorShape.ArrowCursor
    assert unit.view.grab().toImage() == before
    assert tip_at(unit, pixel) == ""
    unit.canvas.minimap.wanted = False
    unit.canvas.grab()
    QTest.mouseMove(unit.view, pixel + QPoint(1, 0))
    assert unit.view.cursor().shape() is Qt.CursorShape.CrossCursor
    assert "<b>a</b> = 4" in tip_at(unit, pixel)


@pytest.mark.parametrize("beyond", [QPoint(-3000, 40), QPoint(40, 3000)])
def test_a_drag_that_leaves_it_stays_on_the_graph(unit: Hands, beyond: QPoint):
    pixel = minimap_over(unit, *unit.middle("c"))
    QTest.mousePress(unit.view, LEFT, NONE, pixel)
    drag_to(unit.view, pixel + beyond, LEFT, NONE)
    bounds = rectangle(unit.canvas.picture.card_bounds()).adjusted(-1, -1, 1, 1)
    assert bounds.contains(in_the_middle(unit))
    QTest.mouseRelease(unit.view, LEFT, NONE, pixel + beyond)


@pytest.mark.parametrize("way", [(90_000, 0), (-90_000, 0), (0, 90_000), (0, -90_000)])
def test_who_is_off_the_graph_sees_on_which_side(unit: Hands, way: tuple[int, int]):
    minimap_over(unit, *unit.middle("c"))
    unit.canvas.pan(QPointF(*way))
    image, place = unit.canvas.grab().toImage(), unit.canvas.minimap.place
    accent = QColor(unit.canvas.theme.accent)
    marked = [
        QPointF(x, y) - place.center()
        for x in range(round(place.left()), round(place.right()))
        for y in range(round(place.top()), round(place.bottom()))
        if abs(image.pixelColor(x, y).red() - accent.red()) < 40
        and abs(image.pixelColor(x, y).blue() - accent.blue()) < 40
    ]
    assert marked
    # what is dragged to the right is seen from the left of it
    assert all(at.x() * way[0] + at.y() * way[1] < 0 for at in marked)


def test_ctrl_and_wheel_over_it_zoom_into_what_is_seen(unit: Hands):
    pixel = minimap_over(unit, *unit.middle("c"))
    before, scale = in_the_middle(unit), unit.canvas.viewpoint.scale
    unit.wheel(120, CONTROL, at=pixel.toTuple())
    assert unit.canvas.viewpoint.scale > scale
    way = in_the_middle(unit) - before
    assert way.manhattanLength() < 1.0  # units


def test_a_pinch_over_it_zooms_into_what_is_seen(unit: Hands):
    pixel = minimap_over(unit, *unit.middle("c"))
    before, scale = in_the_middle(unit), unit.canvas.viewpoint.scale
    unit.pinch(0.3, at=pixel.toTuple())
    assert unit.canvas.viewpoint.scale > scale
    assert (in_the_middle(unit) - before).manhattanLength() < 1.0  # units


def seen(unit: Hands, name: str) -> bool:
    """Tell whether a card is in view, and not beneath the minimap."""
    unit.canvas.grab()
    x, y = unit.middle(name)
    at = unit.canvas.viewpoint.to_view(QPointF(x, y))
    return unit.view.rect().contains(at.toPoint()) and not unit.canvas.minimap.covers(at)


def test_an_op_dropped_on_it_goes_into_no_edge_beneath_and_is_seen(unit: Hands):
    pixel = minimap_over(unit, *unit.edge("c", 0))
    data = QMimeData()
    data.setData(mime.OP, b"relu")
    unit.drag_over(data, pixel, enters=True)
    unit.drag_over(data, pixel)
    assert unit.canvas.dropping.lit is None
    unit.drop_data(data, pixel)
    (new,) = (name for name in unit.graph.nodes() if unit.graph.op_of(name) == "relu")
    assert unit.graph.inputs(new) == (None,)
    assert seen(unit, new)


def test_what_is_typed_or_pasted_with_the_pointer_over_it_comes_as_without_a_pointer(unit: Hands):
    x, y = unit.middle("c")
    QTest.mouseMove(unit.view, minimap_over(unit, x, y + 100.0))
    unit.key(Qt.Key.Key_Tab)
    asked_at, pasted_at = unit.prompt.pos(), place_to_add(unit.canvas)
    QTest.keyClick(unit.prompt.line, Qt.Key.Key_Escape)
    QApplication.sendEvent(unit.view, QEvent(QEvent.Type.Leave))
    assert place_to_add(unit.canvas) == pasted_at
    unit.key(Qt.Key.Key_Tab)
    assert unit.prompt.pos() == asked_at
