"""Who scrolls a panel past its fields changes nothing: the panel goes on."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QScrollArea, QSlider
from windows import with_panel

from gui.window.main_window import MainWindow

FIELDS = QComboBox | QAbstractSpinBox | QSlider


def wheel_over(field: FIELDS) -> None:
    at = QPointF(field.rect().center())
    event = QWheelEvent(
        at,
        field.mapToGlobal(at),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)


def state(field: FIELDS) -> object:
    return field.currentIndex() if isinstance(field, QComboBox) else field.value()


@pytest.mark.parametrize("name", ["inspect", "bump", "train", "quiz"])
def test_the_wheel_over_a_field_scrolls_its_panel(window: MainWindow, name: str) -> None:
    with_panel(window, Qt.Key.Key_B)
    window.turn_to(name)
    if name == "train":
        window.side.train.data.model.begin()
    QApplication.processEvents()
    steps = window.document.history.count()
    area = window.sidebar.panel(name)
    assert isinstance(area, QScrollArea)
    fields = [
        field
        for kind in (QComboBox, QAbstractSpinBox, QSlider)
        for field in area.findChildren(kind)
        if field.isVisibleTo(area)
    ]
    assert fields
    for field in fields:
        before = state(field)
        wheel_over(field)
        assert (state(field), field.hasFocus()) == (before, False)
    assert window.document.history.count() == steps
