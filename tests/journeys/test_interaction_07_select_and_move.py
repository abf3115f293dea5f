"""Point 7: the rubber band, clicks and keys that select; moving, snapping, arrows."""

import pytest
from clock import Clock
from hands import Hands
from PySide6.QtCore import Qt

from engine.formats.chainrule_file import dumps
from gui.theme import LIGHT

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def by(at, x: float, y: float) -> tuple[float, float]:
    return at[0] + x, at[1] + y


def test_the_band_selects_what_it_touches_shift_adds_ctrl_toggles(unit: Hands):
    selection = unit.canvas.selection
    w, x = unit.middle("w"), unit.middle("x")
    unit.drag(by(w, -70, -50), by(w, 10, 5))
    assert selection.nodes == {"w"}
    unit.drag(by(x, -70, 60), by(x, 10, 5), SHIFT)
    assert selection.nodes == {"w", "x"}
    unit.drag(by(w, -70, -50), by(w, 10, 5), CTRL)
    assert selection.nodes == {"x"}
    assert unit.steps == 0


def test_esc_in_the_band_brings_back_what_was_selected(unit: Hands):
    unit.click(unit.middle("J"))
    at = by(unit.middle("w"), -70, -50)
    unit.press(at)
    unit.carry(by(at, 90, 60))
    assert unit.canvas.selection.nodes == {"w"}
    unit.key(Qt.Key.Key_Escape)
    assert unit.canvas.selection.nodes == {"J"}
    unit.release(at)
    unit.key(Qt.Key.Key_Escape)
    assert not unit.canvas.selection


def test_ctrl_click_toggles_and_ctrl_a_selects_all(unit: Hands, window):
    unit.click(unit.middle("c"))
    unit.click(unit.middle("a"), CTRL)
    unit.click(unit.edge("J", 0), CTRL)
    assert unit.canvas.selection.nodes == {"c", "a"}
    assert len(unit.canvas.selection.edges) == 1
    unit.click(unit.middle("c"), CTRL)
    unit.click(unit.edge("J", 0), CTRL)
    assert unit.canvas.selection.nodes == {"a"}
    assert not unit.canvas.selection.edges
    window.bars.actions["edit.select_all"].trigger()
    assert unit.canvas.selection.nodes == set(unit.graph.nodes())


@pytest.mark.parametrize(("pixels", "drags"), [(3.0, False), (5.0, True)])
def test_four_pixels_make_a_drag(unit: Hands, pixels: float, drags: bool):
    at = unit.middle("c")
    unit.press(at)
    unit.carry(by(at, 0.0, pixels / unit.canvas.viewpoint.scale), keys=CTRL)
    assert unit.canvas.document.previewing is drags
    unit.key(Qt.Key.Key_Escape)


def test_a_card_snaps_to_its_neighbours_middle_and_sides_with_guides(unit: Hands):
    picture = unit.canvas.picture
    c, at = unit.middle("c"), unit.middle("J")
    unit.press(at)
    unit.carry(by(at, 0, 60))
    unit.carry((at[0] + 9.0, c[1] + 3.0))
    assert unit.middle("J")[1] == c[1]
    lines = unit.canvas.hand.gesture._guides
    assert any(line.dy() == 0.0 and line.y1() == c[1] for line in lines)
    image, (first, y) = unit.view.grab().toImage(), unit.pixel(*c).toTuple()
    inks = {image.pixelColor(x, y).name() for x in range(first, unit.pixel(*at).x())}
    assert LIGHT.accent in inks
    for name in ("c", "J"):  # what is written there stays to be read
        half = round(picture.sizes[picture.index[name], 0] / 2 * unit.canvas.viewpoint.scale) - 2
        middle, y = unit.pixel(*unit.middle(name)).toTuple()
        card = {image.pixelColor(x, y).name() for x in range(middle - half, middle + half)}
        assert LIGHT.accent not in card
    unit.key(Qt.Key.Key_Escape)
    unit.release(at)
    left = c[0] - picture.sizes[picture.index["c"], 0] / 2
    width = picture.sizes[picture.index["J"], 0]
    unit.press(at)
    unit.carry((left + width / 2 + 2.0, c[1] + 180.0))
    assert unit.middle("J")[0] - width / 2 == pytest.approx(left)
    unit.key(Qt.Key.Key_Escape)


def test_a_card_snaps_to_where_its_edge_runs_straight(unit: Hands):
    at, port = unit.middle("w"), unit.port("c", 0)
    unit.press(by(at, -18, 0))
    unit.carry((at[0] - 58, port[1] + 14))
    unit.carry((at[0] - 58, port[1] + 2))
    assert unit.middle("w")[1] == port[1]
    unit.key(Qt.Key.Key_Escape)


def test_far_from_all_lines_a_card_snaps_to_the_grid_and_with_ctrl_nowhere(unit: Hands):
    at = unit.middle("c")
    far = (at[0] + 1313.0, at[1] + 1717.0)
    unit.press(at)
    unit.carry(far)
    x, y = unit.middle("c")
    assert (x % 10, y % 10) == (0, 0)
    unit.key_down(Qt.Key.Key_Control)
    assert unit.middle("c") == pytest.approx(far, abs=1.0)
    assert unit.canvas.hand.gesture._guides == []
    unit.key_up(Qt.Key.Key_Control, CTRL)
    assert unit.middle("c") == (x, y)
    unit.key(Qt.Key.Key_Escape)


def test_the_preference_leaves_snapping_to_ctrl(unit: Hands):
    unit.canvas.snaps = False
    at = unit.middle("c")
    unit.press(at)
    unit.carry(by(at, 33.0, 77.0))
    assert unit.middle("c") == pytest.approx(by(at, 33.0, 77.0), abs=1.0)
    unit.key(Qt.Key.Key_Escape)


@pytest.mark.parametrize(("way", "axis"), [((63.0, 30.0), 1), ((20.0, 88.0), 0)])
def test_shift_locks_the_axis(unit: Hands, way, axis: int):
    at = unit.middle("c")
    unit.drag(at, by(at, *way), SHIFT)
    moved = unit.middle("c")
    assert moved[axis] == at[axis]
    assert moved[1 - axis] != at[1 - axis]
    assert unit.steps == 1


def test_the_whole_selection_moves_as_one_step(unit: Hands):
    before = dumps(unit.graph)
    unit.click(unit.middle("c"))
    unit.click(unit.middle("J"), CTRL)
    unit.drag(unit.middle("c"), by(unit.middle("c"), 0.0, 200.0))
    assert unit.steps == 1
    unit.canvas.document.undo()
    assert dumps(unit.graph) == before


def test_arrows_move_a_grid_step_shift_one_unit_and_a_burst_is_one_step(
    unit: Hands, monkeypatch: pytest.MonkeyPatch
):
    clock = Clock(monkeypatch, "gui.canvas.keyboard")
    unit.click(unit.middle("c"))
    x, y = unit.middle("c")
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Up):
        unit.key(key)
    unit.key(Qt.Key.Key_Right, SHIFT)
    assert unit.middle("c") == (x - 10 + 1, y - 20)
    assert unit.steps == 1
    clock.now += 1.0
    unit.key(Qt.Key.Key_Up)
    assert unit.steps == 2
