"""Point 12: edges are drawn from either end, by drag or two clicks, to ports easily hit."""

import pytest
from hands import Hands
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

import engine
from gui.canvas.gestures.connect import Connect
from gui.picture.hit import PortHit
from gui.theme import LIGHT


@pytest.fixture
def apart(unit: Hands) -> Hands:
    """Two leaves and a product without edges, far from each other at any zoom."""
    graph = engine.Graph()
    graph.parameter("w", 2.0, position=(-600, -200))
    graph.input("x", 3.0, position=(-600, 200))
    graph.add_node("c", "multiply", position=(0, 0))
    unit.canvas.document.reset(graph)
    unit.canvas.fit()
    return unit


@pytest.mark.parametrize("backward", [False, True])
def test_by_a_drag_from_either_end(apart: Hands, backward: bool):
    ends = apart.out("w"), apart.port("c", 1)
    apart.drag(*(reversed(ends) if backward else ends))
    assert apart.graph.inputs("c") == (None, "w")
    assert apart.steps == 1


@pytest.mark.parametrize("backward", [False, True])
def test_by_two_clicks_from_either_end(apart: Hands, backward: bool):
    first, last = apart.out("w"), apart.port("c", 1)
    if backward:
        first, last = last, first
    apart.click(first)
    apart.carry((0.0, -150.0), held=False)
    assert apart.canvas.hand.gesture is not None
    apart.click(last)
    assert apart.graph.inputs("c") == (None, "w")
    assert apart.steps == 1


def test_from_the_arrow_that_leaves_the_output(apart: Hands):
    """It was empty canvas: who took it to lead the graph on drew a band."""
    apart.drag(apart.out("w"), apart.port("c", 0))
    apart.drag(apart.out("x"), apart.port("c", 1))
    head = apart.canvas.picture.output_arrow()[1]
    apart.move((head[0] - 4.0, head[1] + 2.0))
    assert apart.view.cursor().shape() == Qt.CursorShape.CrossCursor
    apart.drag((head[0] - 4.0, head[1] + 2.0), (head[0] + 200.0, head[1]))
    apart.write("square")
    assert apart.graph.inputs(apart.graph.nodes()[-1]) == ("c",)
    beyond = apart.canvas.picture.output_arrow()[1]
    assert beyond[0] > head[0]
    apart.drag((beyond[0] + 40.0, beyond[1] - 60.0), (beyond[0] + 90.0, beyond[1]))
    assert apart.canvas.entry.prompt is None


def test_what_is_typed_after_the_first_click_is_fed_by_the_edge(apart: Hands):
    apart.click(apart.out("w"))
    apart.carry((300.0, -150.0), held=False)
    apart.key(Qt.Key.Key_R)
    assert apart.canvas.entry.prompt.line.text() == "r"
    apart.canvas.entry.prompt.line.setText("relu")
    apart.canvas.entry.prompt.line.entered.emit()
    assert apart.graph.inputs(apart.graph.nodes()[-1]) == ("w",)


@pytest.mark.parametrize("scale", [0.1, 0.5, 1.0, 4.0])
def test_ports_are_hit_twelve_pixels_around_at_any_zoom(apart: Hands, scale: float):
    apart.canvas.zoom_to(scale)
    apart.canvas.centre_on("w")
    x, y = apart.out("w")
    apart.press((x + 11.0 / scale, y))
    assert apart.canvas.hand.gesture is not None
    assert apart.canvas.hand.gesture._source == "w"
    apart.canvas.hand.cancel()


@pytest.mark.parametrize("scale", [0.1, 0.25, 0.5, 1.0, 8.0])
def test_up_and_down_a_card_s_side_its_port_is_hit_as_far(apart: Hands, scale: float):
    apart.canvas.zoom_to(scale)
    apart.canvas.centre_on("w")
    x, y = apart.out("w")
    port = apart.canvas.viewpoint.to_view(QPointF(x, y)).toPoint() - QPoint(1, 0)
    for off in range(-11, 12):
        at = apart.canvas.viewpoint.to_picture(QPointF(port.x(), port.y() + off))
        apart.press((at.x(), at.y()))
        assert isinstance(apart.canvas.hand.gesture, Connect), off
        assert apart.canvas.hand.gesture._source == "w"
        apart.canvas.hand.cancel()


@pytest.mark.parametrize("scale", [0.1, 0.5, 1.0])
def test_an_edge_snaps_to_a_port_twenty_pixels_away(apart: Hands, scale: float):
    apart.canvas.zoom_to(scale)
    apart.canvas.viewpoint.origin = QPointF(700.0, 400.0)
    x, y = apart.port("c", 0)
    apart.press(apart.out("w"))
    apart.carry((x - 19.0 / scale, y - 1.0))
    assert apart.canvas.hand.gesture._goal == PortHit(apart.canvas.picture.index["c"], 0)
    apart.release((x - 19.0 / scale, y - 1.0))
    assert apart.graph.inputs("c")[0] == "w"


@pytest.mark.parametrize("scale", [0.4, 1.0, 3.0])
def test_an_edge_is_hit_in_a_band_of_twelve_pixels(unit: Hands, scale: float):
    unit.canvas.zoom_to(scale)
    unit.canvas.centre_on("J")
    x, y = unit.port("J", 0)
    for off, hit in ((5.5, True), (-5.5, True), (9.0, False)):
        unit.click((x - 55.0, y + off / scale))
        assert bool(unit.canvas.selection.edges) is hit


def test_the_legal_targets_are_found_once_and_the_rest_is_dimmed(unit: Hands, monkeypatch):
    from gui.canvas.gestures import connect

    asked = []
    found = connect.reached
    monkeypatch.setattr(connect, "reached", lambda *args: asked.append(args) or found(*args))

    def faces() -> dict[str, bool]:
        picture = unit.canvas.picture
        image = unit.view.grab().toImage()
        seen = {}
        for name, row in picture.index.items():
            x, y = unit.middle(name)
            at = unit.pixel(x, y + picture.sizes[row][1] / 2 - 5)
            seen[name] = image.pixelColor(at).name() != LIGHT.faces[picture.cards[row].kind]
        return seen

    assert not any(faces().values())
    at = unit.out("a")
    unit.press(at)
    for k in range(5):
        unit.carry((at[0] + 10 * k, at[1] + 30 * k))
    dimmed = {name for name, dim in faces().items() if dim}
    assert dimmed == {"w", "x", "b", "y", "c"}
    assert len(asked) == 1
    unit.key(Qt.Key.Key_Escape)
    assert not any(faces().values())


def test_no_tooltip_covers_what_an_open_edge_is_led_to(unit: Hands):
    unit.click(unit.out("b"))
    unit.carry(unit.port("d", 1), held=False)
    pixel = unit.pixel(*unit.port("d", 1))
    event = QHelpEvent(QHelpEvent.Type.ToolTip, pixel, unit.view.mapToGlobal(pixel))
    QApplication.sendEvent(unit.view, event)
    assert not QToolTip.isVisible()
    unit.key(Qt.Key.Key_Escape)
    QApplication.sendEvent(unit.view, event)
    assert QToolTip.isVisible()


def test_a_click_on_the_output_s_arrow_selects_it_as_a_click_on_an_edge_does(unit: Hands):
    """An edge hung on the pointer from then on, and nobody had asked for one."""
    (x, y), _ = unit.canvas.picture.output_arrow()
    along = (x + 40.0, y)
    unit.click(along)
    assert unit.canvas.selection.nodes == {"J"}
    assert unit.canvas.hand.gesture is None
    unit.click(along, Qt.KeyboardModifier.ControlModifier)
    assert not unit.canvas.selection
    unit.click((x, y))  # at the port itself
    assert unit.canvas.hand.gesture is not None
    unit.canvas.hand.cancel()
