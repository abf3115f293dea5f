"""The lecture's first graph, built by hand in the real window: mouse, keys, nothing else."""

from pathlib import Path

import pytest
from hands import Hands
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from retyped import retype

import engine
from engine.formats.chainrule_file import dumps
from gui.actions.file import open_path, save
from gui.exports import export
from gui.window.main_window import MainWindow
from resources import resource

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

EDGES = [
    ("w", "c", 0),
    ("x", "c", 1),
    ("c", "a", 0),
    ("b", "a", 1),
    ("a", "d", 0),
    ("y", "d", 1),
    ("d", "J", 0),
]


def build_linear_unit(window: MainWindow, hands: Hands) -> None:
    """Drag the cards from the palette, type the values, draw the edges, name the cost."""
    palette = window.palette_panel

    def from_palette(op: str, at: tuple[float, float]) -> None:
        QTest.keyClicks(palette.search, op)
        index = palette.model.first_item()
        hands.drop_data(palette.model.mimeData([index]), hands.pixel(*at))
        palette.search.clear()

    from_palette("parameter", (-450, -100))
    hands.type("w = 2")
    from_palette("input", (-450, 60))
    hands.type("x = -2")
    from_palette("multiply", (-250, -20))
    from_palette("parameter", (-250, 140))
    hands.type("b = 8")
    from_palette("add", (-30, 20))
    from_palette("input", (-30, 180))
    hands.type("y = 2")
    from_palette("subtract", (190, 60))
    from_palette("formula", (400, 60))
    QTest.keyClick(hands.canvas, Qt.Key.Key_F2)
    hands.type("J")
    assert hands.graph.nodes() == ["w", "x", "c", "b", "a", "y", "d", "J"]
    type_formula(window, "d^2/2")
    for source, target, port in EDGES:
        hands.drag(hands.out(source), hands.port(target, port))


def type_formula(window: MainWindow, formula: str) -> None:
    """Type a formula into the inspector's field for the selected node."""
    fields = [f for f in window.inspector.findChildren(QLineEdit) if f.text() == "x^2/2"]
    assert len(fields) == 1
    retype(fields[0], formula)


@pytest.fixture
def hands(window: MainWindow) -> Hands:
    window.show_canvas()
    QApplication.processEvents()
    return Hands(window.canvas)


def shown(hands: Hands, target: str, port: int) -> tuple[str, str]:
    """Return what stands above and below an edge on the screen."""
    QApplication.processEvents()
    picture = hands.canvas.picture
    value, derivative = picture.edge_texts(picture.edge_index[target, port])
    return value.runs[0].text, derivative.runs[0].text


def test_the_linear_unit_is_built_undone_redone_saved_reopened_exported(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    empty = dumps(window.document.graph)
    build_linear_unit(window, hands)
    assert shown(hands, "c", 0) == ("2", "−4")
    assert shown(hands, "c", 1) == ("−2", "4")
    assert shown(hands, "a", 0) == ("−4", "2")
    assert shown(hands, "a", 1) == ("8", "2")
    assert shown(hands, "d", 0) == ("4", "2")
    assert shown(hands, "J", 0) == ("2", "2")
    value, derivative = hands.canvas.picture.output_texts()
    assert (value.runs[0].text, derivative.runs[0].text) == ("2", "1")
    built = dumps(window.document.graph)

    while window.document.history.canUndo():
        QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert dumps(window.document.graph) == empty
    while window.document.history.canRedo():
        QTest.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert dumps(window.document.graph) == built
    assert shown(hands, "c", 0) == ("2", "−4")

    path = tmp_path / "unit.chainrule"
    window.document.path = path
    assert save(window)
    assert path.read_bytes() == built
    assert not window.document.modified
    window.document.reset(engine.Graph())
    assert open_path(window, path)
    assert dumps(window.document.graph) == built
    assert shown(hands, "c", 0) == ("2", "−4")

    export(window.document.graph, tmp_path / "unit.png")
    with Image.open(tmp_path / "unit.png") as image:
        assert image.width > 1000


def test_an_example_is_opened_changed_and_taken_back(window: MainWindow, hands: Hands) -> None:
    window.show_welcome()
    window.welcome.example_chosen.emit(resource("examples/two-layer-network.chainrule"))
    QApplication.processEvents()
    assert shown(hands, "t1", 0) == ("2", "6")
    assert not window.document.modified
    before = dumps(window.document.graph)
    hands.double_click(hands.middle("x"))
    hands.type("3")
    assert shown(hands, "t1", 1)[0] == "3"
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert dumps(window.document.graph) == before
    assert shown(hands, "t1", 1)[0] == "1"
