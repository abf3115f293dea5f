"""The window in which a story happens."""

import pytest
from lecture import KEYS
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from windows import unit, window

from gui.actions.file import open_example
from resources import resource

__all__ = ["unit", "window"]


@pytest.fixture
def lecture(window):
    open_example(window, resource("examples/linear-unit.chainrule"))
    QApplication.processEvents()
    QTest.keyClick(window, KEYS.Key_F5)
    QApplication.processEvents()
    return window
