"""Point 17: missing inputs are shown, counted and walked; where NaN starts is marked."""

from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import engine
from engine.formats.chainrule_file import dumps
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
        port = next(port for node, port in unit.graph.missing_inputs() if node == name)
        assert unit.view.rect().contains(unit.pixel(*unit.port(name, port)))


def test_f8_leaves_the_view_where_it_is_when_the_port_is_in_plain_sight(unit: Hands):
    unit.key(Qt.Key.Key_Home)
    unit.click(unit.middle("d"))
    unit.key(Qt.Key.Key_Delete)
    QApplication.processEvents()
    seen = unit.canvas.region()
    unit.key(Qt.Key.Key_F8)
    assert unit.canvas.selection.nodes == {"J"}
    assert unit.canvas.region() == seen


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


def test_what_is_typed_where_f8_stands_feeds_that_port_in_one_step(unit: Hands, window):
    for target, port in (("c", 0), ("c", 1), ("d", 1)):
        take_off(unit, target, port)
    before, steps = dumps(unit.graph), unit.steps
    unit.canvas.select(set())
    unit.key(Qt.Key.Key_F8)
    unit.key(Qt.Key.Key_F8)  # the second port of the same node
    assert window.status.said.text() == "Second input of c is missing: type what feeds it"
    unit.key(Qt.Key.Key_U)
    assert unit.prompt.goal.isVisible()
    assert unit.prompt.goal.text() == "feeds c: second input"
    unit.write("u = 3")
    assert unit.graph.inputs("c") == (None, "u")
    assert unit.middle("u")[0] < unit.middle("c")[0]
    assert unit.steps == steps + 1
    unit.canvas.document.undo()
    assert dumps(unit.graph) == before
    unit.canvas.document.redo()
    unit.key(Qt.Key.Key_F8)
    assert unit.canvas.selection.nodes == {"d"}
    unit.key(Qt.Key.Key_Tab)
    unit.write("max(z*3, 0)")
    fed = unit.graph.inputs("d")[1]
    assert unit.graph.attributes(fed)["formula"] == "maximum(f, 0)"
    assert unit.middle("z")[0] < unit.middle(fed)[0] < unit.middle("d")[0]
    unit.key(Qt.Key.Key_F8)
    assert unit.canvas.selection.nodes == {"c"}
    assert unit.canvas.walk.port == ("c", 0)


def test_where_f8_stands_the_name_of_a_node_is_an_edge_from_it_or_the_reason(unit: Hands):
    take_off(unit, "c", 0)
    take_off(unit, "d", 1)
    steps = unit.steps
    unit.key(Qt.Key.Key_F8)
    QTest.keyClicks(unit.canvas, "J")
    QTest.keyClick(unit.prompt.line, Qt.Key.Key_Return)
    assert unit.prompt.reason.startswith("J would depend on itself")
    unit.write("w")
    assert unit.graph.inputs("c") == ("w", "x")
    assert unit.steps == steps + 1
    unit.key(Qt.Key.Key_F8)
    unit.key(Qt.Key.Key_B)
    assert unit.offered[0] == "b → d second input"
    QTest.keyClick(unit.prompt.line, Qt.Key.Key_Return)
    assert unit.graph.inputs("d") == ("a", "b")


def test_once_something_else_is_selected_or_the_port_is_fed_nothing_is_fed(unit: Hands):
    take_off(unit, "c", 0)
    unit.key(Qt.Key.Key_F8)
    assert unit.canvas.walk.port == ("c", 0)
    unit.canvas.document.undo()
    assert unit.canvas.walk.port is None
    unit.canvas.document.redo()
    unit.key(Qt.Key.Key_F8)
    unit.click(unit.middle("c"))
    unit.key(Qt.Key.Key_K)
    assert not unit.prompt.goal.isVisible()
    unit.write("k = 2")
    assert unit.graph.inputs("c") == (None, "x")
