"""On an X11 desktop Ctrl+E, K and U are the window's, in its fields too: no text goes by them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from screens import display

__all__ = ["display"]

ROOT = Path(__file__).parents[2]
EDITOR = """
import json, sys
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from gui.widgets.number_box import NumberBox
from gui.widgets.undoing import Line
application = QApplication([])
window, heard = QMainWindow(), []
for keys in ("Ctrl+E", "Ctrl+K", "Ctrl+U"):
    action = QAction(window, shortcut=keys)
    action.triggered.connect(lambda _=False, keys=keys: heard.append(keys))
    window.addAction(action)
field = Line("12") if sys.argv[1] == "line" else NumberBox(0, 100, None)
line = field if sys.argv[1] == "line" else field.lineEdit()
window.setCentralWidget(field)
window.show()
window.activateWindow()
QTest.qWaitForWindowActive(window)
field.setFocus()
line.setText("12")
line.setCursorPosition(0)
for key in (Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_U):
    QTest.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
print(json.dumps([heard, line.text(), line.cursorPosition()]))
"""


@pytest.mark.parametrize("field", ["line", "box"])
def test_the_windows_keys_are_heard_in_a_field(display: str, field: str):
    process = subprocess.run(
        [sys.executable, "-c", EDITOR, field],
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        check=True,
    )
    heard, text, at = json.loads(process.stdout)
    assert heard == ["Ctrl+E", "Ctrl+K", "Ctrl+U"]
    assert (text, at) == ("12", 0)
