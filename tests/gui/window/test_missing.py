"""What a graph lacks, as the window tells it: status bar, F8, marks; by real keys."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from retyped import retype

from engine.assignments import graph_from_text
from gui.actions.file import open_path
from gui.canvas.tooltip import tooltip_at
from gui.commands import Connect, Disconnect, RenameNode, SetValue
from gui.settings import Settings
from gui.theme import LIGHT
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow
from resources import resource


@pytest.fixture
def window(tmp_path: Path) -> Iterator[MainWindow]:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings = Settings(store)
    settings.theme = "light"
    window = MainWindow(settings, Appearance(settings))
    open_path(window, resource("examples/linear-unit.chainrule"))
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    yield window
    window.document.history.clear()
    window.document.mark_saved(tmp_path / "x.chainrule", window.document.contents())
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press_f8(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F8)
    QApplication.processEvents()


def test_f8_walks_the_missing_inputs_and_leaves_the_view_that_has_them(window: MainWindow) -> None:
    for edge in (("d", "J", 0), ("w", "c", 0), ("b", "a", 1)):
        window.document.do(Disconnect(*edge))
    QApplication.processEvents()
    assert window.status.missing.text() == "3 inputs are missing"
    visited, canvas = [], window.canvas
    canvas.zoom_to(0.5)
    seen = canvas.region()
    for _ in range(4):
        press_f8(window)
        (node,) = canvas.selection.nodes
        visited.append(node)
        assert canvas.region() == seen
        assert canvas.hasFocus()
    assert visited == ["c", "a", "J", "c"]
    assert window.document.history.count() == 3


def test_f8_pans_no_further_than_the_port_and_what_is_asked_there_need(window: MainWindow) -> None:
    window.resize(1400, 800)
    window.document.do(Disconnect("d", "J", 0))
    QApplication.processEvents()
    canvas, row = window.canvas, window.canvas.picture.index["J"]
    canvas.zoom_to(1.0)
    view = canvas.viewport().rect()
    canvas.pan(QPointF(view.right() - 20 - canvas.view_rect(row).left(), 0.0))
    QApplication.processEvents()
    height, card = canvas.region().top(), canvas.view_rect(row)
    assert not view.contains(card)
    press_f8(window)
    QTest.keyClick(canvas, Qt.Key.Key_U)
    assert view.contains(canvas.view_rect(row))
    assert canvas.view_rect(row).right() > view.right() - 40
    assert canvas.region().top() == height
    prompt = canvas.entry.prompt
    assert prompt.goal.isVisible()
    assert view.contains(prompt.geometry())
    assert prompt.geometry().right() < canvas.view_rect(row).left()


def test_f8_stands_at_a_port_in_a_view_too_small_for_what_is_asked_there(
    window: MainWindow,
) -> None:
    window.document.do(Disconnect("d", "J", 0))
    canvas = window.canvas
    canvas.zoom_to(7.0)
    canvas.centre_on("w")
    press_f8(window)
    port = canvas.viewpoint.to_view(QPointF(*canvas.picture.entering_point("J", 0))).toPoint()
    assert canvas.viewport().rect().contains(port)


@pytest.mark.parametrize("by_edit", [True, False])
def test_the_walk_stands_at_a_node_that_is_renamed(window: MainWindow, by_edit: bool) -> None:
    for edge in (("w", "c", 0), ("c", "a", 0), ("b", "a", 1), ("d", "J", 0)):
        window.document.do(Disconnect(*edge))
    for _ in range(3):
        press_f8(window)
    assert window.canvas.walk.port == ("a", 1)
    if by_edit:
        retype(window.inspector.node_page.name.line, "zz")
    else:
        window.document.do(RenameNode("a", "zz"))
    QApplication.processEvents()
    assert "zz" in window.document.graph
    assert window.canvas.walk.port == ("zz", 1)
    window.document.undo()
    QApplication.processEvents()
    assert window.canvas.walk.port == ("a", 1)
    press_f8(window)
    assert window.canvas.walk.port == ("J", 0)
    window.canvas.select({"c"})
    assert window.canvas.walk.port is None
    press_f8(window)
    assert window.canvas.walk.port == ("c", 0)
    window.document.reset(window.document.graph)
    assert window.canvas.walk.port is None


def test_with_nothing_missing_f8_says_so(window: MainWindow) -> None:
    assert window.status.missing.isHidden()
    press_f8(window)
    assert (
        window.status.said.text()
        == "No input is missing, all shapes fit, and no NaN or infinity starts"
    )


def is_marked(window: MainWindow, name: str) -> bool:
    canvas = window.canvas
    box: QRect = canvas.view_rect(canvas.picture.index[name]).adjusted(-4, -12, 12, 4)
    image = canvas.viewport().grab(box).toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return any(image.pixelColor(x, y).name() == LIGHT.illegal for x, y in places)


def test_where_infinity_starts_is_said_and_marked(window: MainWindow) -> None:
    window.canvas.zoom_to(1.6)
    window.canvas.centre_on("b")
    assert not is_marked(window, "b")
    window.document.do(SetValue("b", float("inf")))
    QApplication.processEvents()
    assert window.status.nonfinite.text() == "infinity starts at b"
    assert is_marked(window, "b")
    assert not is_marked(window, "a")


def test_where_shapes_do_not_fit_is_said_marked_and_gone_to(window: MainWindow) -> None:
    for leaf, value in (("w", np.ones(3)), ("x", np.ones(2))):
        window.document.do(SetValue(leaf, value))
    QApplication.processEvents()
    assert window.status.unfit.text() == "c (multiply): (3) and (2) do not fit"
    assert window.status.message.isHidden()
    window.canvas.zoom_to(1.2)
    window.canvas.centre_on("a")
    QApplication.processEvents()
    assert is_marked(window, "c")
    assert not is_marked(window, "a")  # it only depends on c
    press_f8(window)
    assert window.canvas.selection.nodes == {"c"}
    window.document.do(SetValue("x", np.ones(3)))
    QApplication.processEvents()
    assert window.status.unfit.isHidden()
    assert not is_marked(window, "c")


def test_nodes_whose_shapes_do_not_fit_are_counted_and_walked_with_missing_inputs(
    window: MainWindow,
) -> None:
    window.document.do(Disconnect("d", "J", 0))
    for leaf, value in (("x", np.ones((2, 3))), ("w", np.ones(2)), ("b", np.ones(3))):
        window.document.do(SetValue(leaf, value))
    window.document.do(Disconnect("c", "a", 0))
    window.document.do(Connect("w", "a", 0))
    QApplication.processEvents()
    assert window.status.unfit.text() == "shapes do not fit at 2 nodes"
    assert not window.status.missing.isHidden()
    visited = []
    for _ in range(3):
        press_f8(window)
        visited += window.canvas.selection.nodes
    assert visited == ["c", "a", "J"]
    QTest.mouseClick(window.status.unfit, Qt.MouseButton.LeftButton)
    assert window.canvas.selection.nodes == {"c"}


def test_each_node_where_nan_starts_is_marked_and_f8_goes_to_it(window: MainWindow) -> None:
    window.document.do(SetValue("b", float("inf")))
    window.document.do(SetValue("y", float("nan")))
    window.evaluation.flush()
    QApplication.processEvents()
    picture = window.canvas.picture
    assert {picture.names[row] for row in picture.marked_rows()} == {"b", "y"}
    assert window.status.nonfinite.text() == "NaN or infinity starts at 2 nodes"
    visited = []
    for _ in range(3):
        press_f8(window)
        (node,) = window.canvas.selection.nodes
        visited.append(node)
        assert window.status.said.text() == "NaN or infinity starts here"
    assert sorted(visited[:2]) == ["b", "y"]
    assert visited[2] == visited[0]


def test_f8_the_tooltip_and_the_inspector_say_why_a_value_is_not_finite(
    window: MainWindow,
) -> None:
    window.document.reset(graph_from_text("J = log(w)", {"w": -1.0}))
    window.show_canvas()
    window.evaluation.flush()
    QApplication.processEvents()
    press_f8(window)
    said = "log(w) is NaN at w = −1"
    assert window.canvas.selection.nodes == {"J"}
    assert window.status.said.text() == said
    assert window.inspector.node_page.problem.text() == said
    picture = window.canvas.picture
    assert said in tooltip_at(picture, QPointF(*picture.centres[picture.index["J"]]), 1.0)
