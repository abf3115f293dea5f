"""A button let go while a field's edit is waited for, which the press itself began."""

from threading import Event

import pytest
from hands import Hands
from long_work import Heart, held, small, window
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.window.main_window import MainWindow

__all__ = ["held", "small", "window"]

NODE = "J"


@pytest.mark.parametrize("where", ["card", "empty"])
def test_a_press_that_takes_what_was_typed_is_a_click(
    small: MainWindow, held: Event, where: str
) -> None:
    hands = Hands(small.canvas)
    QApplication.processEvents()  # the window's parts have their sizes
    small.canvas.fit()
    line = small.inspector.graph_page.title.line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Typed")
    corner = small.canvas.region().topLeft()
    at = hands.middle(NODE) if where == "card" else (corner.x() + 2.0, corner.y() + 2.0)

    def let_go() -> None:
        if not held.is_set():
            QTest.mouseRelease(hands.view, Qt.MouseButton.LeftButton, pos=hands.pixel(*at))
            held.set()

    heart = Heart(small, let_go, after=0)
    hands.press(at)
    heart._timer.stop()
    assert heart.beats
    assert small.document.title == "Typed"
    assert small.canvas.hand.gesture is None
    assert small.canvas.selection.nodes == ({NODE} if where == "card" else set())
