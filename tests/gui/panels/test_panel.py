"""Where Tab comes to a panel itself."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from gui.panels.panel import Panel


def test_tab_stops_at_a_panel_that_scrolls_and_its_bar_shows_it(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    panel, column, before = Panel(), QWidget(), QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(before)
    layout.addWidget(panel)
    inner = QVBoxLayout(column)
    field = QLineEdit()
    inner.addWidget(field)
    panel.setWidget(column)
    window.resize(200, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)

    def tab_from(widget: QWidget) -> QWidget | None:
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        return QApplication.focusWidget()

    bar = panel.verticalScrollBar()
    assert tab_from(before) is field
    column.setMinimumHeight(900)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert tab_from(before) is panel
    assert bar.property("led") is True
    QTest.keyClick(panel, Qt.Key.Key_Down)
    assert bar.value() > 0
    assert tab_from(panel) is field
    assert bar.property("led") is False
    QTest.mouseClick(panel.viewport(), Qt.MouseButton.LeftButton)
    assert not bar.property("led")
    before.setFocus()
    panel.setFocus()  # as who turns to it by a key of its own
    assert not bar.property("led")
