"""The tooltip that is seen while the numbers below the pointer change."""

from collections.abc import Iterator

import pytest
from hands import Hands
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from gui.commands import SetValue


def rest(hands: Hands, at: tuple[float, float]) -> None:
    """Rest with the pointer at a point of the picture until the tooltip is there."""
    pixel = hands.pixel(*at)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, pixel, hands.view.mapToGlobal(pixel))
    QApplication.sendEvent(hands.view, event)


@pytest.fixture(autouse=True)
def _no_tip_is_left() -> Iterator[None]:
    yield
    QToolTip.showText(QPoint(), "")
    QApplication.processEvents()


def test_the_tooltip_says_the_numbers_of_now(linear_unit: Hands) -> None:
    rest(linear_unit, linear_unit.middle("J"))
    assert "<b>J</b> = 2<br>" in QToolTip.text()
    linear_unit.canvas.document.do(SetValue("w", 2.001))
    QApplication.processEvents()
    assert "<b>J</b> = 1.996002<br>" in QToolTip.text()
    linear_unit.canvas.document.undo()
    QApplication.processEvents()
    assert "<b>J</b> = 2<br>" in QToolTip.text()


def test_the_tooltip_of_something_else_stays(linear_unit: Hands) -> None:
    rest(linear_unit, linear_unit.middle("J"))
    QToolTip.showText(QPoint(), "of a button", linear_unit.canvas)
    linear_unit.canvas.document.do(SetValue("w", 2.001))
    QApplication.processEvents()
    assert QToolTip.text() == "of a button"


def test_another_canvas_that_says_the_same_keeps_its_tooltip(linear_unit: Hands) -> None:
    """Of two windows that show one example, training in one took the tooltip of the other."""
    rest(linear_unit, linear_unit.middle("J"))
    text = QToolTip.text()
    QApplication.sendEvent(linear_unit.view, QEvent(QEvent.Type.Leave))
    QToolTip.showText(QPoint(), text, linear_unit.canvas)
    linear_unit.canvas.document.do(SetValue("w", 2.001))
    QApplication.processEvents()
    assert QToolTip.text() == text
