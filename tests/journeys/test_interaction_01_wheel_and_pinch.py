"""Point 1: wheel and fingers pan, Ctrl+wheel and pinch zoom at the pointer."""

import pytest
from hands import Hands
from PySide6.QtCore import QPointF, Qt

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def way_of(unit: Hands, *args, **kwargs) -> tuple[float, float]:
    before = QPointF(unit.canvas.viewpoint.origin)
    unit.wheel(*args, **kwargs)
    return (unit.canvas.viewpoint.origin - before).toTuple()


def test_the_wheel_pans_down_and_with_shift_sideways(unit: Hands):
    assert way_of(unit, -120) == (0.0, -60.0)
    assert way_of(unit, -120, SHIFT) == (-60.0, 0.0)


def test_two_fingers_pan_by_pixels_in_both_directions(unit: Hands):
    assert way_of(unit, (30, -14), pixels=(15, -7)) == (15.0, -7.0)


@pytest.mark.parametrize("delta", [120, -120, 7, -1])
def test_ctrl_and_wheel_zoom_continuously_at_the_pointer(unit: Hands, delta: int):
    viewpoint, at = unit.canvas.viewpoint, QPointF(410.0, 333.0)
    fixed, scale = viewpoint.to_picture(at), viewpoint.scale
    unit.wheel(delta, CTRL, at.toTuple())
    assert viewpoint.scale == pytest.approx(scale * 1.0015**delta)
    assert (viewpoint.to_view(fixed) - at).manhattanLength() < 1e-9


def test_a_zero_delta_is_ignored(unit: Hands):
    before = unit.canvas.viewpoint.scale, QPointF(unit.canvas.viewpoint.origin)
    unit.wheel(0, CTRL)
    unit.wheel((40, 0), CTRL)
    assert before == (unit.canvas.viewpoint.scale, unit.canvas.viewpoint.origin)


def test_a_pinch_zooms_between_the_fingers(unit: Hands):
    viewpoint, at = unit.canvas.viewpoint, QPointF(220.0, 480.0)
    fixed, scale = viewpoint.to_picture(at), viewpoint.scale
    unit.pinch(0.25, at.toTuple())
    assert viewpoint.scale == pytest.approx(scale * 1.25)
    assert (viewpoint.to_view(fixed) - at).manhattanLength() < 1e-9


@pytest.mark.parametrize(("sign", "limit", "said"), [(1, 8.0, "800 %"), (-1, 0.05, "5 %")])
def test_zoom_stays_between_5_and_800_percent_and_the_status_says_it(
    unit: Hands, window, sign: int, limit: float, said: str
):
    for _ in range(60):
        unit.wheel(sign * 120, CTRL)
    assert unit.canvas.viewpoint.scale == limit
    assert window.status.zoom.text() == said
    unit.pinch(sign * 0.5)
    assert unit.canvas.viewpoint.scale == limit


def test_the_preference_lets_the_wheel_zoom_and_ctrl_pan(unit: Hands):
    unit.canvas.navigation.wheel_zooms = True
    scale = unit.canvas.viewpoint.scale
    unit.wheel(120)
    assert unit.canvas.viewpoint.scale > scale
    assert way_of(unit, -120, CTRL) == (0.0, -60.0)
    assert way_of(unit, -120, SHIFT) == (-60.0, 0.0)


def test_none_of_it_is_an_undo_step(unit: Hands):
    unit.wheel(120)
    unit.wheel(120, CTRL)
    unit.pinch(0.1)
    assert unit.steps == 0
    assert not unit.canvas.document.modified
