"""Point 3: keys that zoom and fit."""

import pytest
from hands import Hands
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest

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
