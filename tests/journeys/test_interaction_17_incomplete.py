"""Point 17: missing inputs are shown, counted and walked; where NaN starts is marked."""

from hands import Hands
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import engine
from gui.theme import LIGHT, Ink


def take_off(unit: Hands, target: str, port: int) -> None:
    x, y = unit.port(target, port)
    unit.drag((x, y), (x - 10, y + 300))
    QApplication.processEvents()


def texts(unit: Hands, target: str, port: int) -> list[str]:
    picture = unit.canvas.picture
    return [text.runs[0].text for text in picture.edge_texts(picture.edge_index[target, port])]


def test_the_port_is_ringed_in_amber_and_what_depends_on_it_shows_a_dash(unit: Hands, window):
    unit.canvas.zoom_to(1.0)
    unit.canvas.centre_on("a")
    take_off(unit, "a", 1)
    x, y = unit.port("a", 1)
    pixel = unit.pixel(x, y)
    image = unit.view.grab().toImage()
    inks = [
        image.pixelColor(pixel.x() + i, pixel.y() + j).name()
        for i in range(-12, 13)
        for j in range(-12, 13)
    ]
    assert inks.count(LIGHT.inks[Ink.WARNING]) > 20
    assert texts(unit, "d", 0) == ["—", "—"]
    assert texts(unit, "J", 0) == ["—", "—"]
    assert texts(unit, "a", 0)[0] == "−4"
    assert window.status.missing.text() == "1 input is missing"


def test_f8_goes_from_one_to_the_next_and_around(unit: Hands, window):
    for target, port in (("c", 0), ("d", 1), ("J", 0)):
        take_off(unit, target, port)
    assert window.status.missing.text() == "3 inputs are missing"
    unit.canvas.zoom_to(2.0)
    unit.canvas.select(set())
    for name in ("c", "d", "J", "c"):
        QTest.keyClick(unit.canvas, Qt.Key.Key_F8)
        assert unit.canvas.selection.nodes == {name}
        middle = QRectF(unit.view.rect()).center().toPoint()
        assert (unit.pixel(*unit.middle(name)) - middle).manhattanLength() < 4


def test_the_status_goes_there_too_and_is_silent_when_all_is_there(unit: Hands, window):
    take_off(unit, "d", 1)
    QTest.mouseClick(window.status.missing, Qt.MouseButton.LeftButton)
    assert unit.canvas.selection.nodes == {"d"}
    unit.canvas.document.undo()
    QApplication.processEvents()
    assert window.status.missing.isHidden()


def test_the_node_where_nan_starts_is_marked_and_no_other(unit: Hands, window):
    graph = engine.Graph()
    graph.input("x", -1.0, position=(0, 0))
    graph.op("log", "x", name="l", position=(260, 0))
    graph.op("square", "l", name="J", position=(520, 0))
    unit.canvas.document.reset(graph)
    unit.canvas.zoom_to(1.0)
    unit.canvas.centre_on("l")
    QApplication.processEvents()

    def is_red(name: str) -> bool:
        row = unit.canvas.picture.index[name]
        x, y = unit.middle(name)
        ink = QColor(unit.ink((x, y - unit.canvas.picture.sizes[row][1] / 2)))
        return ink.red() > ink.green() + 40

    assert [name for name in graph.nodes() if is_red(name)] == ["l"]
    assert window.status.nonfinite.text() == "NaN starts at l"
