"""A slider tells a screen reader what it stands at: a leaf's number, ε, a step; not its stops."""

import gc

import pytest
from examples import UNIT
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSlider
from screen_reader import screen_reader
from windows import window, with_panel

from gui.commands import SetSlider
from gui.dialogs.export_picture import ExportPicture
from gui.slider_span import Span
from gui.window.main_window import MainWindow

__all__ = ["screen_reader", "window"]


def heard_at(slider: QSlider) -> tuple[str, float, str]:
    """Return what a slider is called, its number, and what is read of that."""
    heard = QAccessible.queryAccessibleInterface(slider)
    text, kinds = heard.text, QAccessible.Text
    assert heard.role() is QAccessible.Role.Slider
    return text(kinds.Name), heard.valueInterface().currentValue(), text(kinds.Value)


def ends(heard: QAccessibleInterface) -> tuple[float, float, float]:
    value = heard.valueInterface()
    return value.minimumValue(), value.maximumValue(), value.minimumStepSize()


@pytest.fixture
def slider(window: MainWindow) -> QSlider:
    """The slider of the weight, among all when nothing is selected."""
    with_panel(window, Qt.Key.Key_B)
    window.turn_to("inspect")
    window.document.do(SetSlider("w", Span(-5.0, 5.0, 0.05)))
    QApplication.processEvents()
    (row,) = [row for row in window.inspector.graph_page.sliders.rows if row.isVisible()]
    return row.slider


def test_a_leaf_s_slider_tells_the_leaf_s_number(window: MainWindow, slider: QSlider) -> None:
    assert slider.value() == 140
    assert heard_at(slider) == ("w", 2.0, "2")
    heard = QAccessible.queryAccessibleInterface(slider)
    assert ends(heard) == (-5.0, 5.0, 0.05)
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert heard_at(slider) == ("w", 1.95, "1.95")
    assert window.document.graph.value("w") == 1.95


def test_a_reader_sets_the_number_itself(window: MainWindow, slider: QSlider) -> None:
    QAccessible.queryAccessibleInterface(slider).valueInterface().setCurrentValue(-1.5)
    assert window.document.graph.value("w") == -1.5
    QApplication.processEvents()
    assert heard_at(slider) == ("w", -1.5, "minus 1.5")


def test_a_number_beside_the_stops_is_told_as_it_is(window: MainWindow, slider: QSlider) -> None:
    window.document.graph.set_attribute("w", "value", 1.234)
    window.document.reset(window.document.graph)
    QApplication.processEvents()
    assert heard_at(slider) == ("w", 1.234, "1.234")


def test_in_a_drag_the_number_of_the_stop_is_told(window: MainWindow, slider: QSlider) -> None:
    """Back at the stop beside which the leaf's number had been, that was told."""
    window.document.do(SetSlider("w", Span(-5.0, 5.0, 0.5)))
    window.document.graph.set_attribute("w", "value", 1.234)
    window.document.reset(window.document.graph)
    QApplication.processEvents()
    along = (slider.width() - 16) * slider.value() / slider.maximum() + 8
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(along), 8))
    assert window.document.graph.value("w") == 1.0
    assert heard_at(slider) == ("w", 1.0, "1")
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(along), 8))


def test_it_can_have_the_keyboard_from_a_reader_still(slider: QSlider) -> None:
    can = QAccessible.queryAccessibleInterface(slider).actionInterface()
    can.doAction(can.setFocusAction())
    assert slider.hasFocus()


def test_the_slider_of_epsilon_tells_epsilon(window: MainWindow) -> None:
    with_panel(window, Qt.Key.Key_B)
    slider = window.side.bump.slider
    assert heard_at(slider) == ("ε as a power of ten", -3.0, "0.001")
    QTest.keyClick(slider, Qt.Key.Key_PageDown)
    QTest.keyClick(slider, Qt.Key.Key_PageDown)
    assert heard_at(slider) == ("ε as a power of ten", -5.0, "1 times ten to the minus 5")
    QAccessible.queryAccessibleInterface(slider).valueInterface().setCurrentValue(-2)
    assert window.side.bump.epsilon == 0.01


def test_a_lesson_s_track_and_an_export_s_count_steps_from_one(window: MainWindow) -> None:
    with_panel(window, Qt.Key.Key_B)
    QTest.keyClick(window, Qt.Key.Key_F5)
    QTest.keyClick(window.canvas, Qt.Key.Key_Right)
    track = window.transport.track
    assert heard_at(track)[1:] == (2.0, window.transport.counter.text())
    QAccessible.queryAccessibleInterface(track).valueInterface().setCurrentValue(5)
    assert window.lesson.place == 4
    dialog = ExportPicture(window.document.graph, UNIT, window.settings)
    dialog.choices.steps.click()
    dialog.show()
    QApplication.processEvents()
    slider = dialog.preview.slider
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert heard_at(slider) == ("Step", 2.0, "2")
    dialog.deleteLater()


@pytest.mark.usefixtures("window")
def test_what_a_reader_was_told_by_goes_with_its_slider(slider: QSlider) -> None:
    """Qt deletes it, and knows nothing of what Python holds."""
    made = [type(slider)(*args) for args in [(slider._document,)] * 50]
    for one in made:
        heard_at(one)
        one.deleteLater()
    made.clear()
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()
    gc.collect()
    assert heard_at(slider)[1] == 2.0
