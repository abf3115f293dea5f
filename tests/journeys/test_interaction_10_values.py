"""Point 10: a leaf's value is edited in place or scrubbed, and everything follows."""

import sys

import numpy as np
import pytest
from hands import Hands
from PySide6.QtCore import Qt

from engine.formats.chainrule_file import dumps
from gui.commands import SetValue
from gui.picture.leaf_number import numbers_on

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def number(hands: Hands, name: str, entry: int = 0) -> tuple[float, float]:
    """Return the middle of a number on a leaf's card."""
    picture = hands.canvas.picture
    left, top, right, bottom = numbers_on(picture, picture.index[name])[entry].box
    return (left + right) / 2, (top + bottom) / 2


def carry_by(hands: Hands, at, pixels: float, keys=NONE) -> tuple[float, float]:
    """Take the hand `pixels` to the right of a point, and return where it is then."""
    there = at[0] + pixels / hands.canvas.viewpoint.scale, at[1]
    hands.carry(there, keys=keys)
    return there


def scrub(hands: Hands, name: str, pixels: float, keys=NONE, entry: int = 0) -> None:
    at = number(hands, name, entry)
    hands.press(at, keys)
    at = carry_by(hands, at, 4, keys)  # where the press becomes a drag
    at = carry_by(hands, at, pixels, keys)
    hands.release(at, keys)


def test_a_drag_on_the_number_scrubs_it_with_everything_live_as_one_step(unit: Hands):
    canvas, before = unit.canvas, dumps(unit.graph)
    at = number(unit, "w")
    unit.press(at)
    at = carry_by(unit, at, 4)
    for way in (10, 20, 20):
        at = carry_by(unit, at, way)
        canvas.viewport().repaint()
    assert unit.graph.value("w") == 2.5
    assert canvas.evaluation.readings.value("J") == 0.5
    texts = canvas.picture.edge_texts(canvas.picture.edge_index["c", 0])
    assert texts[0].runs[0].text == "2.5"
    assert unit.steps == 0
    unit.release(at)
    assert unit.steps == 1
    assert unit.graph.value("w") == 2.5
    canvas.document.undo()
    assert dumps(unit.graph) == before


@pytest.mark.parametrize(("keys", "value"), [(NONE, 2.3), (SHIFT, 2.03), (CTRL, 5.0)])
def test_shift_scrubs_finer_and_ctrl_coarser(unit: Hands, keys, value: float):
    scrub(unit, "w", 30, keys)
    assert unit.graph.value("w") == value


def test_zero_on_the_way_through_it_has_no_sign(unit: Hands):
    unit.canvas.document.do(SetValue("w", 0.3))
    unit.canvas.evaluation.flush()
    at = number(unit, "w")
    unit.press(at)
    for way in (-4, -31, 1):  # from just below it, by the dust of binary fractions
        at = carry_by(unit, at, way)
    assert str(unit.graph.value("w")) == "0.0"
    unit.release(at)


def test_a_key_held_in_the_midst_of_it_changes_the_step_and_no_digit_of_the_rest(unit: Hands):
    at = number(unit, "b")
    unit.press(at)
    at = carry_by(unit, carry_by(unit, at, 4), -20)
    at = carry_by(unit, at, -3, SHIFT)
    unit.key_down(Qt.Key.Key_Shift)
    unit.key_up(Qt.Key.Key_Shift, SHIFT)
    unit.release(at)
    assert unit.graph.value("b") == 7.797


def test_esc_restores_the_number_and_nothing_is_a_step(unit: Hands):
    before = dumps(unit.graph)
    at = number(unit, "w")
    unit.press(at)
    at = carry_by(unit, carry_by(unit, at, 4), 60)
    assert dumps(unit.graph) != before
    unit.key(Qt.Key.Key_Escape)
    assert dumps(unit.graph) == before
    unit.release(at)
    assert unit.steps == 0


def test_a_drag_there_and_back_leaves_a_number_with_many_digits_as_it_was(unit: Hands):
    unit.graph.set_attribute("w", "value", 1 / 3)
    unit.canvas.document.reset(unit.graph)
    at = number(unit, "w")
    unit.press(at)
    there = carry_by(unit, carry_by(unit, at, 4), 40)
    assert unit.graph.value("w") == 0.73
    unit.release((there[0] - 40 / unit.canvas.viewpoint.scale, at[1]))
    assert unit.graph.value("w") == 1 / 3
    assert unit.steps == 0


def test_an_entry_of_a_small_array_is_scrubbed_alone(unit: Hands):
    unit.graph.set_attribute("w", "value", [[1.0, 2.0], [3.0, 40.0]])
    unit.canvas.document.reset(unit.graph)
    scrub(unit, "w", 50, entry=3)
    scrub(unit, "w", -100, entry=1)
    assert np.array_equal(unit.graph.value("w"), [[1.0, 1.0], [3.0, 45.0]])
    assert unit.steps == 2


@pytest.mark.parametrize("start", [1.79e308, -1.79e308])
@pytest.mark.parametrize("pixels", [1, 300])
def test_a_drag_ends_at_the_largest_number_there_is(unit: Hands, start: float, pixels: int):
    unit.canvas.document.do(SetValue("w", start))
    unit.canvas.fit()
    away = pixels if start > 0 else -pixels
    scrub(unit, "w", away, CTRL)
    assert abs(start) <= abs(unit.graph.value("w")) <= sys.float_info.max
    scrub(unit, "w", -3 if start > 0 else 3)
    assert abs(unit.graph.value("w")) < abs(start)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (np.zeros((4, 5)), "w holds 4×5 numbers: edit them in the inspector"),
        (float("nan"), "NaN cannot be dragged: type a number"),
    ],
)
def test_what_cannot_be_scrubbed_says_why_and_the_card_moves(unit: Hands, value, reason: str):
    unit.graph.set_attribute("w", "value", value)
    unit.canvas.document.reset(unit.graph)
    place, said = unit.middle("w"), unit.listen()
    scrub(unit, "w", 50)
    assert said == [reason]
    assert unit.middle("w") != place


def test_the_pointer_shows_what_can_be_scrubbed(unit: Hands):
    unit.carry(number(unit, "w"), held=False)
    assert unit.view.cursor().shape() is Qt.CursorShape.SizeHorCursor
    x, y = unit.middle("w")
    unit.carry((x, y - 17), held=False)
    assert unit.view.cursor().shape() is Qt.CursorShape.ArrowCursor
    unit.canvas.select({"w", "b"})
    unit.carry(number(unit, "w"), held=False)
    assert unit.view.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_all_of_a_short_number_can_be_taken_beside_the_output(unit: Hands):
    picture, scale = unit.canvas.picture, unit.canvas.viewpoint.scale
    left, top, right, bottom = numbers_on(picture, picture.index["b"])[0].box
    middle = (top + bottom) / 2
    for x in (left + 1 / scale, right - 1 / scale):
        unit.carry((x, middle), held=False)
        assert unit.view.cursor().shape() is Qt.CursorShape.SizeHorCursor
    unit.carry(unit.out("b"), held=False)
    assert unit.view.cursor().shape() is Qt.CursorShape.CrossCursor
    at = (right - 1 / scale, middle)
    unit.press(at)
    unit.release(carry_by(unit, carry_by(unit, at, 4), 20))
    assert unit.graph.value("b") == 8.2


def test_the_card_does_not_tremble_while_its_number_is_dragged(unit: Hands):
    row = unit.canvas.picture.index["w"]
    at = number(unit, "w")
    unit.press(at)
    at = carry_by(unit, at, 4)
    widths, starts = [], []
    for _ in range(21):
        at = carry_by(unit, at, 1)
        widths.append(float(unit.canvas.picture.sizes[row, 0]))
        starts.append(numbers_on(unit.canvas.picture, row)[0].box[0])
    assert widths == sorted(widths)
    assert max(starts) - min(starts) < 0.5  # of a unit: cards are whole units wide
    unit.release(at)
    assert float(unit.canvas.picture.sizes[row, 0]) == widths[0]


def test_several_selected_cards_are_moved_by_a_number_and_a_click_selects(unit: Hands):
    unit.canvas.select({"w", "b"})
    place = unit.middle("b")
    scrub(unit, "w", 40)
    assert unit.graph.value("w") == 2.0
    assert unit.middle("b") != place
    unit.click(number(unit, "x"))
    assert unit.canvas.selection.nodes == {"x"}
    unit.click(number(unit, "y"), SHIFT)
    assert unit.canvas.selection.nodes == {"x", "y"}
    unit.click(number(unit, "x"), CTRL)
    assert unit.canvas.selection.nodes == {"y"}


@pytest.mark.parametrize("opens", ["double click", "enter"])
def test_a_value_is_edited_in_place_and_bad_text_stays_with_its_reason(unit: Hands, opens: str):
    if opens == "enter":
        unit.click(unit.middle("w"))
        unit.key(Qt.Key.Key_Return)
    else:
        unit.double_click(number(unit, "w"))
    unit.type("2,5")
    editor = unit.canvas.entry.editor
    assert editor.isVisible()
    assert editor.property("refused")
    assert editor.reason == "‘2,5’ is not a number; write 2.5"
    unit.type("-3")
    assert unit.canvas.entry.editor is None
    assert unit.graph.value("w") == -3.0
    assert unit.steps == 1


def test_f2_renames_and_every_formula_follows(unit: Hands):
    unit.click(unit.middle("d"))
    unit.key(Qt.Key.Key_F2)
    unit.type("a")
    assert unit.canvas.entry.editor.reason == "there is already a node named a"
    unit.type("3")
    assert unit.canvas.entry.editor.reason.startswith("‘3’ cannot be a name: a letter, then")
    unit.type("e")
    assert unit.graph.attributes("J")["formula"] == "e^2/2"
    assert unit.steps == 1
