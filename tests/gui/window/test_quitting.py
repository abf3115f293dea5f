"""Quitting with several windows, by real keys: each question is answered in its own box."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from window_desk import add_node

from gui.settings import Settings
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow
from gui.window.windows import Windows

CTRL = Qt.KeyboardModifier.ControlModifier
Answer = Callable[[QMessageBox], None]


class Answers(QTimer):
    """Answers boxes one after another, and keeps each one's question and window."""

    def __init__(self, *answers: Answer) -> None:
        super().__init__(interval=10)
        self.asked: list[str] = []
        self.minimized: list[bool] = []
        self._answers = list(answers)
        self.timeout.connect(self._look)
        self.start()

    def _look(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            self.asked.append(box.text())
            self.minimized.append(box.parentWidget().isMinimized())
            self._answers.pop(0)(box)


def escape(box: QMessageBox) -> None:
    QTest.keyClick(box, Qt.Key.Key_Escape)


def discard(box: QMessageBox) -> None:
    (button,) = (b for b in box.findChildren(QPushButton) if "Don" in b.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def windows(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[list[MainWindow]]:
    """Three windows: two with unsaved work, and in front one that is empty."""
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    appearance, together = Appearance(settings, qapp), Windows()
    made = [MainWindow(settings, appearance, together) for _ in range(3)]
    for window in made:
        window.show_canvas()
        window.show()
        qtbot.waitExposed(window)
    for window in made[:2]:
        add_node(window)
    yield made
    for window in made:
        if isValid(window):
            window.document.mark_saved(tmp_path / "given-up", window.document.contents())
            window.close()


def quit_from(window: MainWindow, *answers: Answer) -> Answers:
    window.activateWindow()
    window.canvas.setFocus()
    QApplication.processEvents()
    told = Answers(*answers)
    QTest.keyClick(window.canvas, Qt.Key.Key_Q, CTRL)
    told.stop()
    return told


def left(windows: list[MainWindow]) -> list[bool]:
    return [isValid(window) and window.isVisible() for window in windows]


def test_where_one_stays_all_that_were_not_asked_do_and_the_one_whose_user_quit(
    windows: list[MainWindow],
) -> None:
    told = quit_from(windows[2], discard, escape)
    assert told.asked == ["Save the changes to “Untitled”?"] * 2
    assert left(windows) == [False, True, True]
    assert windows[1].document.modified
    assert len(quit_from(windows[2], escape).asked) == 1
    assert left(windows) == [False, True, True]


def test_when_all_are_given_up_none_stays(windows: list[MainWindow]) -> None:
    told = quit_from(windows[0], discard, discard)
    assert len(told.asked) == 2
    assert not any(left(windows))


def test_the_window_that_is_asked_about_is_in_view(windows: list[MainWindow]) -> None:
    for window in windows[:2]:
        window.showMinimized()
    told = quit_from(windows[2], discard, discard)
    assert told.minimized == [False, False]
