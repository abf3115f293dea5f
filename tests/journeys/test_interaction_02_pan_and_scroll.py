"""Point 2: middle drag and Space+drag pan over anything; a drag at the border scrolls."""

import pytest
from hands import Hands, drag_to
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.formats.chainrule_file import dumps
from gui import mime

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def place(unit: Hands, where: str) -> tuple[float, float]:
    x, y = unit.middle("c")
    places = {
        "card": (x, y),
        "number": unit.middle("w"),
        "port": unit.port("a", 0),
        "edge": unit.edge("J", 0),
        "empty": (x, y - 260.0),
    }
    return places[where]


@pytest.mark.parametrize("how", ["middle", "space"])
def test_a_drag_pans_over_anything_and_changes_nothing(unit: Hands, how: str):
    before = dumps(unit.graph)
    button = MIDDLE if how == "middle" else LEFT
    if how == "space":
        unit.key_down(Qt.Key.Key_Space)
    for where in ("card", "number", "port", "edge", "empty"):
        origin = QPointF(unit.canvas.viewpoint.origin)
        at = unit.pixel(*place(unit, where))
        QTest.mousePress(unit.view, button, NONE, at)
        assert unit.view.cursor().shape() is Qt.CursorShape.ClosedHandCursor
        drag_to(unit.view, at + QPoint(70, -30), button, NONE)
        QTest.mouseRelease(unit.view, button, NONE, at + QPoint(70, -30))
        assert unit.canvas.viewpoint.origin - origin == QPointF(70.0, -30.0), where
    unit.key_up(Qt.Key.Key_Space)
    assert dumps(unit.graph) == before
    assert not unit.canvas.selection
    assert unit.canvas.entry.prompt is None


def test_a_pan_at_the_border_does_not_scroll(unit: Hands):
    at = unit.pixel(*unit.middle("c"))
    QTest.mousePress(unit.view, MIDDLE, NONE, at)
    drag_to(unit.view, QPoint(3, 3), MIDDLE, NONE)
    assert not unit.canvas.navigation.is_scrolling()
    QTest.mouseRelease(unit.view, MIDDLE, NONE, QPoint(3, 3))


@pytest.mark.parametrize("what", ["card", "band", "edge"])
def test_a_drag_near_the_border_scrolls_and_carries_on(unit: Hands, qtbot, what: str):
    starts = {"card": unit.middle("c"), "band": place(unit, "empty"), "edge": unit.out("a")}
    unit.press(starts[what])
    border = unit.canvas.viewpoint.to_picture(QPointF(unit.view.width() - 6, 300))
    origin = unit.canvas.viewpoint.origin.x()
    unit.carry((border.x(), border.y()), keys=SHIFT if what == "card" else NONE)
    qtbot.waitUntil(lambda: unit.canvas.viewpoint.origin.x() < origin - 100)
    if what == "card":
        x, _ = unit.middle("c")
        reached = unit.canvas.viewpoint.to_picture(QPointF(unit.view.width() - 6, 300)).x()
        assert abs(x - reached) < 40  # units: it snaps
        start = unit.canvas.hand.gesture._centre
        assert unit.middle("c")[1] == start.y()  # Shift is still held
    inside = unit.canvas.viewpoint.to_picture(QPointF(400, 300))
    unit.carry((inside.x(), inside.y()))
    assert not unit.canvas.navigation.is_scrolling()
    unit.key(Qt.Key.Key_Escape)


def test_an_edge_at_a_port_that_takes_it_is_where_it_is_drawn_to_and_scrolls_nothing(unit: Hands):
    """The view ran away under a hand that had come to the card nearest to the border."""
    at = unit.pixel(*unit.port("d", 0))
    unit.canvas.pan(QPointF(unit.view.width() - 8.0 - at.x(), 0.0))
    origin = QPointF(unit.canvas.viewpoint.origin)
    unit.press(unit.out("b"))
    unit.carry(unit.port("d", 0))
    assert not unit.canvas.navigation.is_scrolling()
    x, y = unit.port("d", 0)
    unit.carry((x, y - 200.0))
    assert unit.canvas.navigation.is_scrolling()
    unit.carry((x, y))
    unit.release((x, y))
    assert unit.graph.inputs("d") == ("b", "y")
    assert unit.canvas.viewpoint.origin == origin


@pytest.mark.parametrize("end", ["drop", "leave"])
def test_what_is_dragged_from_the_palette_scrolls_at_the_border(unit: Hands, qtbot, end: str):
    data = QMimeData()
    data.setData(mime.OP, b"relu")
    border = QPoint(unit.view.width() - 6, 300)
    unit.drag_over(data, QPoint(300, 300), enters=True)
    unit.drag_over(data, QPoint(400, 300))
    assert not unit.canvas.navigation.is_scrolling()
    origin = unit.canvas.viewpoint.origin.x()
    unit.drag_over(data, border)
    qtbot.waitUntil(lambda: unit.canvas.viewpoint.origin.x() < origin - 100)
    if end == "leave":
        unit.leave_with_drag()
        assert unit.steps == 0
    else:
        unit.drop_data(data, border)
        there = unit.canvas.viewpoint.to_picture(QPointF(border))
        x, y = unit.middle(unit.graph.nodes()[-1])
        assert abs(x - there.x()) <= 5.0  # units: half a step of the grid
        assert abs(y - there.y()) <= 5.0
    assert not unit.canvas.navigation.is_scrolling()


def test_what_comes_over_the_border_from_the_palette_scrolls_nothing_on_its_way(unit: Hands):
    data = QMimeData()
    data.setData(mime.OP, b"relu")
    for _ in range(2):
        unit.drag_over(data, QPoint(3, 300), enters=True)
        unit.drag_over(data, QPoint(9, 300))
        assert not unit.canvas.navigation.is_scrolling()
        unit.drag_over(data, QPoint(200, 300))
        unit.drag_over(data, QPoint(9, 300))
        assert unit.canvas.navigation.is_scrolling()
        unit.leave_with_drag()


def test_the_edge_that_scrolls_under_a_dragged_op_is_lit(unit: Hands, qtbot):
    data = QMimeData()
    data.setData(mime.OP, b"relu")
    unit.canvas.zoom_to(2.0)
    unit.canvas.centre_on("w")
    left = unit.edge("J", 0)
    at = QPoint(unit.view.width() - 6, unit.pixel(*left).y())
    assert unit.pixel(*left).x() > unit.view.width()
    unit.drag_over(data, QPoint(300, 300), enters=True)
    for place in (QPoint(300, 300), at):
        unit.drag_over(data, place)
    qtbot.waitUntil(lambda: unit.canvas.dropping.lit is not None)
    assert unit.canvas.dropping.lit.target in {"a", "d", "J"}
    unit.leave_with_drag()
    assert unit.canvas.dropping.lit is None


def test_the_hand_pans_while_an_edge_waits_for_its_second_click(unit: Hands):
    unit.drop("relu", (500, 260))
    unit.click(unit.out("b"))
    at = unit.pixel(*unit.middle("J"))
    QTest.mousePress(unit.view, MIDDLE, NONE, at)
    drag_to(unit.view, at + QPoint(-40, -40), MIDDLE, NONE)
    QTest.mouseRelease(unit.view, MIDDLE, NONE, at + QPoint(-40, -40))
    unit.click(unit.port("e", 0))
    assert unit.graph.inputs("e") == ("b",)


def test_space_held_does_not_type_and_is_forgotten_with_the_keyboard(unit: Hands, window):
    unit.key_down(Qt.Key.Key_Space)
    assert unit.canvas.entry.prompt is None
    assert unit.view.cursor().shape() is Qt.CursorShape.OpenHandCursor
    window.palette_panel.search.setFocus()
    assert not unit.canvas.navigation.space_held


def test_the_pointer_s_shape_tells_whether_space_pans(unit: Hands):
    shape, at = Qt.CursorShape, unit.pixel(*unit.port("a", 0))
    QTest.mouseMove(unit.view, at)
    for ends_first in ("drag", "space"):
        unit.key_down(Qt.Key.Key_Space)
        QTest.mousePress(unit.view, LEFT, NONE, at)
        drag_to(unit.view, at + QPoint(60, 0), LEFT, NONE)
        drag_to(unit.view, at, LEFT, NONE)
        if ends_first == "drag":
            QTest.mouseRelease(unit.view, LEFT, NONE, at)
            assert unit.view.cursor().shape() is shape.OpenHandCursor
            unit.key_up(Qt.Key.Key_Space)
        else:
            unit.key_up(Qt.Key.Key_Space)
            assert unit.view.cursor().shape() is shape.ClosedHandCursor
            QTest.mouseRelease(unit.view, LEFT, NONE, at)
        QApplication.processEvents()
        assert unit.view.cursor().shape() is shape.CrossCursor  # what a press does there


def test_an_edge_in_the_hand_has_its_shape_again_once_space_is_let_go(unit: Hands):
    shape = Qt.CursorShape
    unit.click(unit.out("b"))
    unit.key_down(Qt.Key.Key_Space)
    assert unit.view.cursor().shape() is shape.OpenHandCursor
    unit.key_up(Qt.Key.Key_Space)
    assert unit.view.cursor().shape() is shape.CrossCursor
    unit.key(Qt.Key.Key_Escape)


def test_the_nearer_the_border_the_faster_it_scrolls(unit: Hands, qtbot, monkeypatch):
    ways: list[float] = []
    monkeypatch.setattr(unit.canvas, "pan", lambda way: ways.append(-way.x()))
    unit.press(place(unit, "empty"))
    speeds = []
    for inside in (22, 12, 2, -300):  # pixels
        drag_to(unit.view, QPoint(unit.view.width() - inside, 300), LEFT, NONE)
        ways.clear()
        qtbot.waitUntil(lambda: bool(ways))
        speeds.append(ways[0])
    unit.key(Qt.Key.Key_Escape)
    assert 0.0 < speeds[0] < speeds[1] < speeds[2] < speeds[3]
    assert speeds[0] < speeds[3] / 4
