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
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QTableWidget
from PySide6.QtWidgets import QTableWidgetItem, QWidget
from gui.canvas.finding.find_bar import FindBar
from gui.theme import LIGHT
from gui.widgets.cells import Cells
from gui.widgets.number_box import NumberBox
from gui.widgets.undoing import Line
application = QApplication([])
window, heard = QMainWindow(), []
for keys in ("Ctrl+E", "Ctrl+K", "Ctrl+U"):
    action = QAction(window, shortcut=keys, enabled="grey" not in sys.argv)
    action.triggered.connect(lambda _=False, keys=keys: heard.append(keys))
    window.addAction(action)
def in_line():
    line = Line("12")
    window.setCentralWidget(line)
    return line, line

def in_box():
    box = NumberBox(0, 100, None)
    window.setCentralWidget(box)
    return box, box.lineEdit()

def in_find():
    window.setCentralWidget(QWidget())
    bar = FindBar(window.centralWidget(), LIGHT)
    bar.open("12")
    return bar.line, bar.line

def in_cell():
    table = QTableWidget(1, 1)
    table.setItemDelegate(Cells(table))
    table.setItem(0, 0, QTableWidgetItem("12"))
    window.setCentralWidget(table)
    table.editItem(table.item(0, 0))
    line = table.findChild(QLineEdit)
    return line, line

def in_dialog():
    dialog = QDialog(window)
    line = Line("12", dialog)
    dialog.show()
    return line, line

window.show()
window.activateWindow()
QTest.qWaitForWindowActive(window)
field, line = globals()["in_" + sys.argv[1]]()
field.setFocus()
line.setText("12")
line.setCursorPosition(0)
for key in (Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_U):
    QTest.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
print(json.dumps([heard, line.text(), line.cursorPosition()]))
"""


FIELDS = pytest.mark.parametrize("field", ["line", "box", "find", "cell"])


def after_the_keys(display: str, *how: str) -> list[object]:
    """Return what the window heard, and what is in a field then, and where its caret is."""
    process = subprocess.run(
        [sys.executable, "-c", EDITOR, *how],
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        check=True,
    )
    found: list[object] = json.loads(process.stdout)
    return found


@FIELDS
def test_the_windows_keys_are_heard_in_a_field(display: str, field: str):
    assert after_the_keys(display, field) == [["Ctrl+E", "Ctrl+K", "Ctrl+U"], "12", 0]


@FIELDS
def test_they_take_nothing_from_it_where_their_actions_are_grey(display: str, field: str):
    assert after_the_keys(display, field, "grey") == [[], "12", 0]


def test_in_a_dialog_they_are_the_field_s_as_elsewhere_on_the_desktop(display: str):
    assert after_the_keys(display, "dialog", "grey") == [[], "", 0]
