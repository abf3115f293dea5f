"""What a graph lacks, as the window tells it: status bar, F8, marks; by real keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.actions.file import open_path
from gui.commands import Disconnect, SetValue
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


def test_f8_walks_the_missing_inputs_and_brings_each_to_the_middle(window: MainWindow) -> None:
    for edge in (("d", "J", 0), ("w", "c", 0), ("b", "a", 1)):
        window.document.do(Disconnect(*edge))
    QApplication.processEvents()
    assert window.status.missing.text() == "3 inputs are missing"
    visited = []
    for _ in range(4):
        press_f8(window)
        (node,) = window.canvas.selection.nodes
        visited.append(node)
        canvas = window.canvas
        way = canvas.view_rect(canvas.picture.index[node]).center()
        assert (way - canvas.viewport().rect().center()).manhattanLength() <= 3
        assert canvas.hasFocus()
    assert visited == ["c", "a", "J", "c"]
    assert window.document.history.count() == 3


def test_with_nothing_missing_f8_says_so(window: MainWindow) -> None:
    assert window.status.missing.isHidden()
    press_f8(window)
    assert window.status.said.text() == "no input is missing"


def test_where_infinity_starts_is_said_and_marked(window: MainWindow) -> None:
    def red(name: str) -> bool:
        canvas = window.canvas
        box: QRect = canvas.view_rect(canvas.picture.index[name]).adjusted(-4, -12, 12, 4)
        image = canvas.viewport().grab(box).toImage()
        places = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return any(image.pixelColor(x, y).name() == LIGHT.illegal for x, y in places)

    window.canvas.zoom_to(1.6)
    window.canvas.centre_on("b")
    assert not red("b")
    window.document.do(SetValue("b", float("inf")))
    QApplication.processEvents()
    assert window.status.nonfinite.text() == "infinity starts at b"
    assert red("b")
    assert not red("a")
