"""Point 19: a reader walks from the window to each node and hears what is done; colour is no word.

What each part says in detail is tested beside the canvas; this is the way that a reader goes.
"""

from collections.abc import Iterator

import numpy as np
import pytest
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from screen_reader import Hear, hearing, screen_reader

import engine
from gui.picture.plain_text import plain_text
from gui.window.main_window import MainWindow

__all__ = ["screen_reader"]

NAME, VALUE = QAccessible.Text.Name, QAccessible.Text.Value
ABOUT = QAccessible.Text.Description
BY_INPUTS = [("Derivatives by its inputs", f"∂c/∂{of}") for of in ("w = x", "x = w")]
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
KEYS = Qt.Key


@pytest.fixture
def reading(unit: Hands, window: MainWindow, qtbot: QtBot) -> Hands:
    window.activateWindow()
    unit.canvas.setFocus()
    qtbot.waitUntil(unit.canvas.hasFocus)
    return unit


@pytest.fixture
def heard(reading: Hands, qtbot: QtBot) -> Hear:
    hear = hearing(reading, qtbot)
    hear(lambda: reading.canvas.document.reset(reading.graph))  # that a graph was opened
    return hear


def focus(reading: Hands) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(reading.canvas).focusChild()


def below(part: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield all that a reader reaches from `part`, itself first."""
    yield part
    for index in range(part.childCount()):
        child = part.child(index)
        if child is not None and child.isValid():
            yield from below(child)


@pytest.mark.usefixtures("reading")
def test_every_node_is_reached_from_the_window(window: MainWindow):
    parts = list(below(QAccessible.queryAccessibleInterface(window)))
    said = {part.text(NAME): (part.text(VALUE), part.text(ABOUT)) for part in parts}
    assert said["w, parameter"][0] == "2"
    assert "derivative minus 4" in said["w, parameter"][1]
    assert said["c = w*x"][0] == "minus 4"
    assert "fed by w, x" in said["c = w*x"][1]
    assert "the output" in said["J = d^2/2"][1]
    assert {"a = c + b", "d = a - y"} <= said.keys()


def test_what_keys_do_is_heard(reading: Hands, heard):
    reading.click(reading.middle("w"))
    assert focus(reading).text(NAME) == "w, parameter"
    reading.key(KEYS.Key_Right, ALT)  # along the edge
    assert focus(reading).text(NAME) == "c = w*x"
    reading.key(KEYS.Key_Left, ALT)
    reading.key(KEYS.Key_Return)
    assert heard(lambda: reading.type("3")) == "w is 3; J is 0"
    assert heard(lambda: reading.key(KEYS.Key_Z, CTRL)) == "w is 2; J is 2"
    assert heard(lambda: reading.key(KEYS.Key_Delete)) == "removed w; J is none"


def test_nothing_is_told_by_colour_alone(reading: Hands, window: MainWindow):
    """Which number is which, what is missing, what went wrong: each has a place or a sign."""
    canvas, picture = reading.canvas, reading.canvas.picture
    value, derivative = picture.labels_of(np.array([picture.edge_index["c", 0]]))[0]
    assert (plain_text(value.text), plain_text(derivative.text)) == ("2", "−4")
    assert value.baseline < picture.port_point(picture.index["c"], 0)[1] < derivative.baseline

    start = reading.port("d", 1)
    reading.drag(start, (start[0] - 60.0, start[1] + 260.0))  # the edge comes off
    QApplication.processEvents()
    assert canvas.document.graph.inputs("d") == ("a", None)
    assert reading.written("J", 0)[0] == "—"
    assert window.status.missing.text() == "1 input is missing"
    names = [part.text(NAME) for part in below(QAccessible.queryAccessibleInterface(canvas))]
    assert "d = a - ?" in names
    QTest.keyClick(canvas, KEYS.Key_Z, CTRL)
    assert canvas.document.graph.inputs("d") == ("a", "y")


@pytest.mark.parametrize("edge", [False, True])
def test_tab_reads_the_chain_rule_line_by_line(window: MainWindow, reading: Hands, edge: bool):
    """It was drawn: nothing led there, and a reader took the lines for frames with nothing in."""
    if edge:
        reading.canvas.select_edge(engine.Edge("c", "a", 0))
    else:
        reading.canvas.select({"c"})
    QApplication.processEvents()
    page = window.inspector.edge_page if edge else window.inspector.node_page
    page.chain.texts()  # it is written after the frame
    QTest.keyClick(reading.canvas, KEYS.Key_F6)
    read: list[tuple[str, str]] = []
    for _ in range(30):
        at = QApplication.focusWidget()
        heard = QAccessible.queryAccessibleInterface(at)
        if heard.role() is QAccessible.Role.StaticText:
            assert heard.state().focusable
            read.append((heard.text(ABOUT), heard.text(NAME)))
        QTest.keyClick(at, KEYS.Key_Tab)
    assert list(dict.fromkeys(read))[:7] == [
        ("Local derivative", "∂a/∂c = 1"),
        ("Arrives from the right", "∂J/∂a = 2"),
        ("Their product", "∂J/∂a · ∂a/∂c = 2 · 1 = 2"),
        ("All the way to J", "∂J/∂d · ∂d/∂a · ∂a/∂c"),
        ("All the way to J", "= 2 · 1 · 1 = 2"),
        *([] if edge else BY_INPUTS),
    ]
