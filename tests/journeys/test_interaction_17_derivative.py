"""Point 17, of derivatives: where one ceases to be finite is marked, said and walked to."""

import pytest
from hands import Hands
from lecture import KEYS, press, said
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import engine
from gui.canvas.tooltip import tooltip_at

INFINITE = "∂J/∂w is ∞: the derivative of sqrt(w) is ∞ at w = 0"
NAN = "∂J/∂w is NaN: the derivative of sqrt(w) is ∞ at w = 0, and 0 · ∞ is NaN"
NOTHING = "No input is missing, all shapes fit, and no NaN or infinity starts"


@pytest.fixture
def root(unit: Hands) -> Hands:
    """Hands on J = s · x with s = √w, where w is 1 and x is 2."""
    graph = engine.Graph()
    graph.parameter("w", 1.0, position=(0, 0))
    graph.op("sqrt", "w", name="s", position=(240, 0))
    graph.input("x", 2.0, position=(240, 120))
    graph.op("multiply", "s", "x", name="J", position=(480, 60))
    unit.canvas.document.reset(graph)
    unit.canvas.zoom_to(1.0)
    unit.canvas.centre_on("s")
    QApplication.processEvents()
    return unit


def give(hands: Hands, name: str, text: str) -> None:
    """Type a leaf's value in its place."""
    hands.canvas.select({name})
    hands.key(KEYS.Key_Return)
    hands.type(text)


def red(hands: Hands) -> list[str]:
    """Return the nodes whose cards have a red border, as it is seen."""

    def is_red(name: str) -> bool:
        x, y = hands.middle(name)
        top = y - hands.canvas.picture.sizes[hands.canvas.picture.index[name]][1] / 2
        ink = QColor(hands.ink((x, top)))
        return ink.red() > ink.green() + 40

    hands.canvas.select(set())
    QApplication.processEvents()
    return [name for name in hands.graph.nodes() if is_red(name)]


def test_it_is_marked_and_said_as_long_as_it_is_so(root: Hands, window):
    status = window.status.derivatives
    assert (red(root), status.isVisible()) == ([], False)
    give(root, "w", "0")
    assert (red(root), status.isVisible()) == (["s"], True)
    assert status.text() == "∂J/∂w becomes ∞ at s"
    assert not window.status.nonfinite.isVisible()  # all values are finite
    give(root, "x", "0")
    assert (red(root), status.text()) == (["s"], "∂J/∂w becomes NaN at s")
    give(root, "w", "1")
    assert (red(root), status.isVisible()) == ([], False)
    root.canvas.document.undo()
    QApplication.processEvents()
    assert (red(root), status.text()) == (["s"], "∂J/∂w becomes NaN at s")
    for _ in range(2):
        root.canvas.document.undo()
        QApplication.processEvents()
    assert (red(root), status.isVisible()) == ([], False)
    root.canvas.document.redo()
    QApplication.processEvents()
    assert (red(root), status.text()) == (["s"], "∂J/∂w becomes ∞ at s")


def test_f8_and_the_status_lead_there_and_f8_says_why(root: Hands, window):
    give(root, "w", "0")
    root.canvas.select(set())
    root.key(KEYS.Key_F8)
    assert root.canvas.selection.nodes == {"s"}
    assert window.status.said.text() == INFINITE
    root.canvas.select({"J"})
    QTest.mouseClick(window.status.derivatives, Qt.MouseButton.LeftButton)
    assert root.canvas.selection.nodes == {"s"}
    give(root, "w", "1")
    assert not window.status.said.isVisible()
    root.key(KEYS.Key_F8)
    assert window.status.said.text() == NOTHING


def test_f8_walks_several_of_them_and_missing_inputs_alike(root: Hands, window):
    graph = engine.Graph()
    for k in range(2):
        graph.op("sqrt", graph.parameter(f"w{k}", 0.0), name=f"s{k}")
    graph.op("add", "s0", "s1", name="J")
    graph.add_node("open", "exp")
    graph.output = "J"
    root.canvas.document.reset(graph)
    QApplication.processEvents()
    assert window.status.derivatives.text() == "derivatives become NaN or infinite at 2 nodes"
    visited = []
    for _ in range(4):
        root.key(KEYS.Key_F8)
        visited += root.canvas.selection.nodes
    assert set(visited[:3]) == {"s0", "s1", "open"}
    assert visited[3] == visited[0]


def test_inspector_tooltips_and_screen_readers_say_why(root: Hands, window):
    for name, value in (("w", "0"), ("x", "0")):
        give(root, name, value)
    page, picture = window.inspector.node_page, root.canvas.picture
    read = QAccessible.queryAccessibleInterface(root.canvas)
    nodes = {child.name: child for child in map(read.child, range(len(root.graph)))}
    for name, told in (("w", True), ("s", True), ("x", False), ("J", False)):
        root.canvas.select({name})
        QApplication.processEvents()
        assert page.problem.isVisible() is told
        assert page.problem.text() == NAN * told
        assert (NAN in tooltip_at(picture, QPointF(*root.middle(name)), 1.0)) is told
        assert (NAN in nodes[name].text(QAccessible.Text.Description)) is told
    edge_page, edge = window.inspector.edge_page, engine.Edge("w", "s", 0)
    for along, said_there in ((edge, NAN), (engine.Edge("s", "J", 0), "")):
        window.inspector.show_selection((), (along,))
        assert edge_page.problem.text() == said_there
        assert edge_page.problem.isVisible() is bool(said_there)
    assert NAN in tooltip_at(picture, QPointF(*root.edge("s", 0)), 4.0)


def test_a_lesson_marks_it_at_its_step_and_says_why(root: Hands, window):
    give(root, "w", "0")
    root.canvas.select(set())
    QTest.keyClick(window, KEYS.Key_F5)
    QApplication.processEvents()
    assert red(root) == []
    press(window, KEYS.Key_End)
    assert said(window).endswith("= 2 · ∞ = ∞; the derivative of sqrt(w) is ∞ at w = 0")
    assert "s" in red(root)  # beside w, which is lit
    press(window, KEYS.Key_Home)
    assert red(root) == []


def test_of_an_array_the_entry_is_named(root: Hands, window):
    graph = engine.Graph()
    graph.op("sum", graph.op("sqrt", graph.parameter("W", [1.0, 2.0]), name="s"), name="J")
    root.canvas.document.reset(graph)
    QApplication.processEvents()
    assert not window.status.derivatives.isVisible()
    give(root, "W", "[1, 0]")
    assert window.status.derivatives.text() == "∂J/∂W[1] becomes ∞ at s"
