"""The bar of a lesson in every language: the way has room beside its words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from spoken import spoken

__all__ = ["spoken"]


@pytest.mark.parametrize("width", [860, 900, 1400])
def test_the_way_has_room_and_stands_still_amid_the_steps(window, unit, width):
    """In German it was one dot in a window of 900 pixels."""
    window.resize(width, 700)
    window.sidebar.show()
    QApplication.processEvents()
    QTest.keyClick(window.canvas, Qt.Key.Key_F5)
    bar, places = window.transport, set()
    while window.lesson.place < window.lesson.walk.last:
        QApplication.processEvents()
        places.add((bar.track.x(), bar.track.width()))
        QTest.keyClick(window.canvas, Qt.Key.Key_Right)
    assert len(places) == 1
    assert bar.track.width() >= 120
    assert bar.buttons["close"].geometry().right() < bar.width()
    assert bar.width() == unit.view.width()
