"""What is typed into over the canvas goes away: the keyboard is where a press took it, or was."""

from collections.abc import Callable

import pytest
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from windows import unit, window

from engine.formats.chainrule_file import dumps
from gui.window.main_window import MainWindow

__all__ = ["unit", "window"]

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
Part = Callable[[MainWindow], QWidget]

PARTS: dict[str, Part] = {
    "canvas": lambda window: window.canvas,
    "palette": lambda window: window.palette_panel.search,
    "inspector": lambda window: window.inspector.node_page.name.line,
    "welcome": lambda window: window.welcome.begin,
}
OPENED = {
    "prompt": (Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
    "value": (Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    "find": (Key.Key_F, CTRL),
    "commands": (Key.Key_P, CTRL | SHIFT),
}


@pytest.fixture
def ready(window: MainWindow, unit: Hands) -> MainWindow:
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 60_000)
    window.canvas.select({"w"})
    unit.canvas.setFocus()
    return window


def press(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, keys)
    QApplication.processEvents()


@pytest.mark.parametrize("opened", OPENED)
@pytest.mark.parametrize("part", ["palette", "inspector"])
def test_who_presses_on_another_field_types_there(
    ready: MainWindow, opened: str, part: str
) -> None:
    press(*OPENED[opened])
    assert QApplication.focusWidget() is not ready.canvas
    field = PARTS[part](ready)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert QApplication.focusWidget() is field


@pytest.mark.parametrize("opened", OPENED)
def test_escape_leads_back_to_the_canvas(ready: MainWindow, opened: str) -> None:
    press(*OPENED[opened])
    press(Key.Key_Escape)
    assert ready.canvas.hasFocus()


@pytest.mark.parametrize("typed", ["", "zoom in"])
@pytest.mark.parametrize("part", PARTS)
def test_a_command_by_its_name_leaves_the_keyboard_where_it_was(
    ready: MainWindow, part: str, typed: str
) -> None:
    if part == "welcome":
        ready.show_welcome()
    had = PARTS[part](ready)
    had.setFocus()
    press(*OPENED["commands"])
    QTest.keyClicks(QApplication.focusWidget(), typed)
    press(Key.Key_Return if typed else Key.Key_Escape)
    assert QApplication.focusWidget() is had


def test_the_bar_that_finds_is_closed_beside_what_is_typed_elsewhere(ready: MainWindow) -> None:
    press(*OPENED["find"])
    bar = ready.canvas.finding.bar
    assert bar is not None
    field = PARTS["palette"](ready)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    bar.close_it()
    assert QApplication.focusWidget() is field


@pytest.mark.parametrize("welcome", [False, True])
@pytest.mark.parametrize("panel", ["palette", "inspector"])
def test_a_panel_that_is_hidden_gives_the_keyboard_to_the_page_in_front(
    ready: MainWindow, panel: str, welcome: bool
) -> None:
    if welcome:
        ready.show_welcome()
    front = PARTS["welcome" if welcome else "canvas"](ready)
    toggled = ready.bars.actions[f"view.{panel}"]
    PARTS[panel](ready).setFocus()
    toggled.trigger()
    assert QApplication.focusWidget() is front
    toggled.trigger()
    assert QApplication.focusWidget() is front


def test_a_panel_that_is_hidden_leaves_the_keyboard_in_another(ready: MainWindow) -> None:
    search = PARTS["palette"](ready)
    search.setFocus()
    ready.bars.actions["view.inspector"].trigger()
    assert QApplication.focusWidget() is search


@pytest.mark.parametrize("chosen", [set(), {"w", "b"}])
def test_once_another_thing_is_inspected_what_is_typed_next_changes_none_of_it(
    ready: MainWindow, chosen: set[str]
) -> None:
    said = dumps(ready.document.graph)
    field = PARTS["inspector"](ready)
    field.setFocus()
    ready.canvas.select(chosen)
    QApplication.processEvents()
    for key in (Key.Key_X, Key.Key_Return):
        press(key)
    assert dumps(ready.document.graph) == said
    assert not ready.document.modified


def test_the_next_node_s_field_has_the_keyboard_where_this_one_s_had_it(ready: MainWindow) -> None:
    field = PARTS["inspector"](ready)
    field.setFocus()
    ready.canvas.select({"b"})
    QApplication.processEvents()
    assert QApplication.focusWidget() is field
