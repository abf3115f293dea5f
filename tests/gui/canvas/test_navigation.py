"""Looking around: wheel and drag, zoom and fit, by real mouse and key events."""

import pytest
from PySide6.QtCore import QPointF, Qt

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_ctrl_wheel_zooms_at_the_pointer(linear_unit):
    viewpoint = linear_unit.canvas.viewpoint
    at = QPointF(300.0, 200.0)
    fixed, scale = viewpoint.to_picture(at), viewpoint.scale
    linear_unit.wheel(120, CTRL)
    assert viewpoint.scale == pytest.approx(scale * 1.0015**120)
    moved = viewpoint.to_view(fixed) - at
    assert moved.manhattanLength() < 1e-6


def test_zoom_stays_within_its_limits(linear_unit):
    for _ in range(40):
        linear_unit.wheel(1200, CTRL)
    assert linear_unit.canvas.viewpoint.scale == 8.0
    for _ in range(40):
        linear_unit.wheel(-1200, CTRL)
    assert linear_unit.canvas.viewpoint.scale == 0.05


def test_the_wheel_pans_and_with_shift_sideways(linear_unit):
    viewpoint = linear_unit.canvas.viewpoint
    before = QPointF(viewpoint.origin)
    linear_unit.wheel(100)
    assert viewpoint.origin.x() == before.x()
    assert viewpoint.origin.y() > before.y()
    before = QPointF(viewpoint.origin)
    linear_unit.wheel(100, SHIFT)
    assert viewpoint.origin.y() == before.y()
    assert viewpoint.origin.x() > before.x()


def test_middle_drag_pans_over_anything(linear_unit):
    before = QPointF(linear_unit.canvas.viewpoint.origin)
    start = linear_unit.middle("c")
    linear_unit.drag(start, (start[0] + 50, start[1] + 20), button=Qt.MouseButton.MiddleButton)
    assert linear_unit.canvas.viewpoint.origin != before
    assert linear_unit.steps == 0


def test_fit_shows_every_card(linear_unit):
    linear_unit.canvas.zoom_to(6.0)
    linear_unit.canvas.fit()
    view = linear_unit.view.rect()
    for name in linear_unit.graph.nodes():
        assert view.contains(linear_unit.pixel(*linear_unit.middle(name)))
