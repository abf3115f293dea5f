"""A main window for tests, with settings of its own, and hands on its canvas."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from examples import example
from hands import Hands
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui import fonts
from gui.actions.file import open_path
from gui.picture.layout import place_all
from gui.settings import Settings
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow
from resources import resource


@pytest.fixture
def window(
    qapp: QApplication, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """A shown main window with settings of its own and nothing unsaved at the end.

    What its status bar says stays: a machine may take longer than it is to be read.
    """
    monkeypatch.setattr("gui.panels.status._SAID_FOR", 3_600_000)
    fonts.load()
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings = Settings(store)
    window = MainWindow(settings, Appearance(settings, qapp))
    window.resize(1400, 900)
    window.show()
    window.splitter.setSizes([250, 860, 290])  # as on a wide screen: what tests see keeps its scale
    qtbot.waitExposed(window)
    yield window
    window.document.mark_saved(tmp_path / "given-up.chainrule", window.document.contents())
    window.close()
    QApplication.processEvents()


@pytest.fixture
def unit(window: MainWindow) -> Hands:
    """Hands on the window's canvas with the linear unit, shown whole."""
    graph = example("linear-unit")
    place_all(graph)
    window.resize(1462, 900)
    window.splitter.setSizes([250, 922, 290])
    window.document.reset(graph)
    window.show_canvas()
    window.canvas.fit()
    QApplication.processEvents()
    return Hands(window.canvas)


def with_panel(window: MainWindow, key: Qt.Key) -> MainWindow:
    """Return the window with the linear unit, and the panel that Ctrl and `key` bring in front."""
    open_path(window, resource("examples/linear-unit.chainrule"))
    window.resize(1400, 1000)
    window.activateWindow()
    QApplication.processEvents()
    window.canvas.fit()
    QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    return window
