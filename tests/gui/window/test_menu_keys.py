"""Whose the keyboard is behind the menus: whoever had it, once the bar is not walked any more."""

from collections.abc import Callable

import pytest
from examples import UNIT
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from windows import window

from gui.actions.file import open_path
from gui.window.main_window import MainWindow

__all__ = ["window"]

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def unit(window: MainWindow) -> None:
    open_path(window, UNIT)
    window.canvas.select({"w"})


HAD: dict[str, Callable[[MainWindow], QWidget]] = {
    "canvas": lambda window: window.canvas,
    "palette": lambda window: window.palette_panel.search,
    "inspector": lambda window: window.inspector.node_page.name.line,
    "welcome": lambda window: window.welcome.begin,
}


@pytest.fixture(params=HAD)
def had(window: MainWindow, request: pytest.FixtureRequest) -> QWidget:
    """What has the keyboard as a menu is opened by its letter and left by one Escape."""
    if request.param == "welcome":
        window.show_welcome()
    else:
        unit(window)
    come_back(window)
    part = HAD[request.param](window)
    part.setFocus()
    assert part.hasFocus()
    leave_a_menu()
    assert window.menuBar().hasFocus()  # as everywhere: another Escape leaves the bar
    return part


def come_back(window: MainWindow) -> None:
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 60_000)
    QApplication.processEvents()


def press(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), key, keys)
    QApplication.processEvents()


def leave_a_menu() -> None:
    press(Key.Key_F, ALT)
    press(Key.Key_Escape)


def answer(window: MainWindow, act: Callable[[], object]) -> None:
    """Let the dialog that `act` opens be left at once."""

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            leaving.stop()
            QTest.keyClick(dialog, Key.Key_Escape)

    leaving = QTimer(window, interval=20)
    leaving.timeout.connect(leave)
    leaving.start()
    act()
    assert not leaving.isActive()


def test_a_dialog_gives_the_keys_back_to_whom_the_menus_took_them_from(
    window: MainWindow, had: QWidget
) -> None:
    answer(window, lambda: press(Key.Key_Comma, CTRL))
    come_back(window)
    assert QApplication.focusWidget() is had


def test_so_does_another_window(window: MainWindow, had: QWidget, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    assert QTest.qWaitForWindowActive(other, 60_000)
    come_back(window)
    assert QApplication.focusWidget() is had


def test_the_bar_is_walked_and_left_as_ever(had: QWidget) -> None:
    press(Key.Key_Right)
    press(Key.Key_Down)
    assert QApplication.activePopupWidget() is not None
    press(Key.Key_Escape)
    press(Key.Key_Escape)
    assert QApplication.focusWidget() is had


@pytest.mark.parametrize("welcome", [False, True])
def test_where_they_were_is_gone_the_page_in_front_has_them(
    window: MainWindow, welcome: bool
) -> None:
    unit(window)
    come_back(window)
    window.inspector.node_page.name.line.setFocus()
    leave_a_menu()
    window.canvas.select(set())
    if welcome:
        window.centre.pages.setCurrentWidget(window.welcome)
    answer(window, lambda: press(Key.Key_Comma, CTRL))
    come_back(window)
    front = window.welcome.begin if welcome else window.canvas
    assert QApplication.focusWidget() is front
