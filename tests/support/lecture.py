"""Keys and words of a lesson that is given in a window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

KEYS = Qt.Key


def said(window) -> str:
    return window.transport.caption.accessibleName()


def press(window, *keys) -> None:
    for key in keys:
        QTest.keyClick(window.canvas, key)
    QApplication.processEvents()
