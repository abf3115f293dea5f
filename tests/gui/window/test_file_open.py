"""macOS names a double-clicked file in an event: it is opened, in a process of its own here."""

import shutil
import subprocess
import sys
from pathlib import Path

from resources import resource

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
    print(*(window.document.path for window in windows()), sep="|")
    for window in windows():
        window.close()
application = Application(sys.argv[:1])
QTimer.singleShot(300, ask)
QTimer.singleShot(1500, look)
start()
"""


def test_a_file_that_the_system_asks_for_is_opened(tmp_path: Path) -> None:
    file = Path(shutil.copy(resource("examples/linear-unit.chainrule"), tmp_path / "ü b.chainrule"))
    command = [sys.executable, "-c", PROGRAM, str(file), str(tmp_path)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ended.stdout.strip() == str(file), ended.stderr
