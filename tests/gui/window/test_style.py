"""The style sheet: fields side by side, the lists that come down, a sheet's corners."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QTabBar,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.theme import DARK, LIGHT, Theme
from gui.widgets.number_box import NumberBox
from gui.window.style import palette, sheet


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    chosen: Theme = request.param
    return chosen


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot) -> QDialog:
    made = QDialog()
    qtbot.addWidget(made)
    made.setPalette(palette(theme))
    made.setStyleSheet(sheet(theme))
    QHBoxLayout(made)
    return made


def add(dialog: QDialog, *widgets: QWidget) -> None:
    for widget in widgets:
        dialog.layout().addWidget(widget)
    dialog.show()


def test_fields_side_by_side_are_equally_high(dialog: QDialog) -> None:
    typed, number, choice = QLineEdit(), NumberBox(0, 100), QComboBox()
    add(dialog, typed, number, choice)
    assert {field.sizeHint().height() for field in (typed, number, choice)} == {30}


def test_the_list_of_a_choice_is_all_that_comes_down(dialog: QDialog) -> None:
    choice = QComboBox()
    choice.addItems(["PNG picture", "SVG picture", "PDF document"])
    add(dialog, choice)
    choice.showPopup()
    listing = choice.view()
    assert listing.geometry() == listing.window().rect()
    assert listing.visualRect(listing.model().index(0, 0)).height() >= 24
    choice.hidePopup()


def test_all_corners_of_a_sheet_are_round(dialog: QDialog, theme: Theme) -> None:
    table = QTableWidget(2, 2)
    table.setObjectName("sheet")
    add(dialog, table)
    image = table.grab().toImage()
    width, height = image.width() - 1, image.height() - 1
    field, line = QColor(theme.field).lightness(), QColor(theme.line).lightness()
    arcs = [(x, y) for x in (2, width - 2) for y in (2, height - 2)]  # the round line is there
    assert all((image.pixelColor(*at).lightness() - field) / (line - field) > 0.3 for at in arcs)


def test_a_tab_that_has_the_keyboard_is_told_by_more_than_its_letters(
    dialog: QDialog, theme: Theme
) -> None:
    bar = QTabBar()
    bar.addTab("Inspect")
    bar.addTab("Bump")
    add(dialog, bar, QLineEdit())
    dialog.activateWindow()
    bar.setFocus()
    QApplication.processEvents()
    assert bar.hasFocus()
    image = bar.grab().toImage()
    corners = [bar.tabRect(k).topLeft() + QPoint(3, 3) for k in (0, 1)]
    assert [image.pixelColor(at).name() for at in corners] == [theme.hover, theme.panel]
