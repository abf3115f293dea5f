"""Point 3: keys that zoom and fit."""

import pytest
from hands import Hands
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def press(window, key, keys=CTRL) -> None:
    QTest.keyClick(window.canvas, key, keys)


def test_ctrl_plus_and_minus_zoom_at_the_middle(unit: Hands, window):
    viewpoint = unit.canvas.viewpoint
    middle = QRectF(unit.view.rect()).center()
    fixed, scale = viewpoint.to_picture(middle), viewpoint.scale
    press(window, Qt.Key.Key_Equal)
    assert viewpoint.scale > scale
    assert (viewpoint.to_view(fixed) - middle).manhattanLength() < 1e-9
    press(window, Qt.Key.Key_Minus)
    assert viewpoint.scale == pytest.approx(scale)


def test_ctrl_0_shows_100_percent(unit: Hands, window):
    unit.canvas.zoom_to(3.0)
    press(window, Qt.Key.Key_0)
    assert unit.canvas.viewpoint.scale == 1.0


@pytest.mark.parametrize(("key", "keys"), [(Qt.Key.Key_1, CTRL), (Qt.Key.Key_Home, NONE)])
def test_ctrl_1_and_home_fit_all(unit: Hands, window, key, keys):
    unit.canvas.zoom_to(6.0)
    press(window, key, keys)
    for row in range(len(unit.canvas.picture.names)):
        assert unit.view.rect().contains(unit.canvas.view_rect(row))


def test_ctrl_2_fits_the_selection(unit: Hands, window):
    unit.canvas.zoom_to(0.3)
    unit.click(unit.middle("J"))
    press(window, Qt.Key.Key_2)
    box = unit.canvas.view_rect(unit.canvas.picture.index["J"])
    assert unit.view.rect().contains(box)
    assert (box.center() - unit.view.rect().center()).manhattanLength() < 4
    assert unit.canvas.viewpoint.scale > 0.3


def test_point_3_what_was_fitted_stays_fitted_until_one_looks_elsewhere(unit: Hands, window):
    canvas = unit.canvas
    window.resize(1000, 700)
    QApplication.processEvents()
    canvas.fit()
    small = canvas.viewpoint.scale
    window.resize(1400, 900)
    QApplication.processEvents()
    large = canvas.viewpoint.scale
    assert large > small
    assert canvas.sees_all()
    unit.wheel(30)
    at = canvas.viewpoint.to_picture(unit.view.rect().toRectF().center())
    window.resize(1000, 700)
    QApplication.processEvents()
    assert canvas.viewpoint.scale == large
    away = canvas.viewpoint.to_picture(unit.view.rect().toRectF().center()) - at
    assert away.manhattanLength() < 2
