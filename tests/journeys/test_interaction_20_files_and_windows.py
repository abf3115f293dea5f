"""Point 20: files dropped, found again and saved by themselves; windows come back as they were."""

import shutil
from pathlib import Path

import pytest
from dragging import dragged_in
from examples import UNIT
from orphans import orphan
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from window_desk import Desk, desk

import engine
from engine.formats.chainrule_file import loads
from gui.actions.file import open_path
from gui.safety.entry import entries
from gui.window.main_window import MainWindow

__all__ = ["desk"]

CTRL = Qt.KeyboardModifier.ControlModifier
KEYS = Qt.Key
pytestmark = pytest.mark.usefixtures("qapp")


def drop(window: MainWindow, path: Path) -> None:
    events = dragged_in(window.canvas.viewport(), [path], Qt.DropAction.CopyAction)
    assert events[-1].isAccepted()


def test_a_dropped_file_is_edited_saved_and_among_the_last_ten(desk: Desk):
    window = desk.window
    paths = [Path(shutil.copy(UNIT, desk.folder / f"{k}.chainrule")) for k in range(12)]
    for path in paths:
        window.show_canvas()
        drop(window, path)
        assert window.document.path == path
    assert desk.settings.recent == paths[:1:-1]
    menus = {menu.title(): menu for menu in window.menuBar().findChildren(QMenu)}
    menus["&File"].aboutToShow.emit()
    offered = menus["Open &recent"].actions()
    names = [path.name for path in paths[:1:-1]]
    assert [entry.text().split(" ")[1] for entry in offered[:10]] == names

    window.canvas.in_place.edit_value("w")
    QTest.keyClicks(window.canvas.entry.editor, "5")
    QTest.keyClick(window.canvas.entry.editor, KEYS.Key_Return)
    assert window.isWindowModified()
    QTest.keyClick(window.canvas, KEYS.Key_S, CTRL)
    assert not window.isWindowModified()
    assert engine.load(paths[-1]).value("w") == 5.0
    offered[3].trigger()
    assert window.document.path == paths[8]
    assert window.document.graph.value("w") == 2.0


def test_what_was_edited_is_written_by_itself_beside_the_file(desk: Desk, qtbot: QtBot):
    path = Path(shutil.copy(UNIT, desk.folder / "unit.chainrule"))
    before = path.read_bytes()
    window = desk.window
    assert open_path(window, path)
    window.canvas.select({"y"})
    with qtbot.waitSignal(window.journal.written):
        QTest.keyClick(window.canvas, KEYS.Key_Delete)
    assert path.read_bytes() == before
    orphan(window.journal.file)
    (entry,) = entries(window.journal.file.parent)
    assert "y" not in loads(entry.contents).nodes()


def test_window_and_panes_come_back_and_the_theme_follows_the_system(desk: Desk, qtbot: QtBot):
    window = desk.window
    window.resize(700, 600)
    window.bars.actions["view.palette"].trigger()
    window.bars.actions["view.inspector"].trigger()  # had no room: shown by hand
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    again = desk.another()
    qtbot.waitUntil(lambda: (again.width(), again.height()) == (700, 600))
    assert again.panel("palette").isHidden()
    assert not again.panel("inspector").isHidden()

    changed = QGuiApplication.styleHints().colorSchemeChanged
    for scheme, name in ((Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Light, "light")):
        changed.emit(scheme)
        QApplication.processEvents()
        assert again.theme.name == name
        again.show_canvas()
        ground = again.canvas.viewport().grab().toImage().pixelColor(5, 5)
        assert (ground.lightness() < 128) == (name == "dark")
