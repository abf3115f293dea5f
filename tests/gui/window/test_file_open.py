"""macOS names a double-clicked file in an event: it is opened, in a process of its own here."""

import shutil
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from windows import window

from gui.dialogs.waiting import wait_for
from gui.window.main_window import MainWindow
from resources import resource

__all__ = ["window"]

PROGRAM = """
import sys
from PySide6.QtCore import QSettings, QTimer, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from gui.window import start
from gui.window.application import Application
from gui.window.main_window import MainWindow

QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[2])
def windows():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
def ask():
    event = QFileOpenEvent(QUrl.fromLocalFile(sys.argv[1]))
    QApplication.sendEvent(QApplication.instance(), event)
def look():
    if not any(window.document.path for window in windows()):
        return QTimer.singleShot(50, look)
    print(*(window.document.path for window in windows()), sep="|")
    for window in windows():
        window.close()
application = Application(sys.argv[:1])
QTimer.singleShot(300, ask)
QTimer.singleShot(300, look)
start()
"""


def test_a_file_that_the_system_asks_for_is_opened(tmp_path: Path) -> None:
    file = Path(shutil.copy(resource("examples/linear-unit.chainrule"), tmp_path / "ü b.chainrule"))
    command = [sys.executable, "-c", PROGRAM, str(file), str(tmp_path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.stdout.strip() == str(file), ended.stderr


@pytest.mark.parametrize("busy", ["it waits", "it asks"])
def test_a_file_that_is_named_while_the_window_is_not_free_is_opened_later(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, busy: str
) -> None:
    file = Path(shutil.copy(resource("examples/linear-unit.chainrule"), tmp_path))
    before, saved, dialog = window.document.graph, Event(), QDialog(window)
    seen: list[bool] = []

    def look() -> None:
        seen.append(window.document.graph is before)
        saved.set()
        dialog.reject()

    QTimer.singleShot(0, lambda: window.take_dropped(str(file)))
    QTimer.singleShot(100, look)
    if busy == "it waits":
        wait_for(window, "Saving", saved.wait)
    else:
        dialog.exec()
    assert seen == [True]
    qtbot.waitUntil(lambda: window.document.path == file)
