"""What the picture writes of arrays that a bump moved."""

import math

import numpy as np
import pytest

from engine.assignments import graph_from_text
from gui.picture.bump_seen import BumpSeen
from gui.picture.change_map import set_change
from gui.picture.labels import fitted, set_number
from gui.picture.matrix import pitch_of
from gui.picture.packing import USUAL
from gui.picture.plain_text import plain_text
from gui.picture.runs import EMPTY, Typeset
from gui.readings import Stacked, Words
from gui.run import read
from gui.theme import LIGHT, Ink


def seen(text, values, name, index=None, line=None) -> Typeset:
    """Return how the value of c is set on its edge after a bump of `name` by 0.001."""
    readings = read(graph_from_text(text, values))
    bumped = BumpSeen(readings, readings.bump(name, 0.001, index), line=line)
    return set_number(bumped.value("c"), Ink.VALUE, 16)


def written(text, values, name, index=None) -> str:
    return plain_text(seen(text, values, name, index))


def test_a_vector_that_moved_is_told_from_the_one_before():
    found = written("c = w*x; J = mean(c)", {"w": 2.0, "x": [1.0, 2.0, 3.0]}, "w")
    assert found == "[2 → 2.001, 4 → 4.002, 6 → 6.003] (3)"


def test_of_a_matrix_only_the_entries_that_moved_are_told_twice():
    values = {"W": [[1.0, 2.0], [4.0, 5.25]], "x": [[1.0, 1 / 3], [0.0, 2.0]]}
    found = seen("c = W@x; J = mean(c)", values, "W", (0, 0))
    assert plain_text(found) == "[1 → 1.001, 4.33333 → 4.33367; 4, 11.8] 2×2"
    inks = {run.text: run.ink for run in found.runs}
    assert inks["1 → 1.001"] == Ink.VALUE
    assert inks["4"] == inks["11.8"] == Ink.MUTED


def test_where_too_many_digits_would_be_needed_what_was_added_is_told():
    found = written("c = w*x; J = mean(c)", {"w": 2e6, "x": [1.0, -1.5]}, "w")
    assert found == "[2e6 + 0.001, −3e6 − 0.0015] (2)"


def test_with_less_room_an_array_is_told_after_the_bump_then_by_a_map_then_by_its_shape():
    found = seen("c = w*x; J = mean(c)", {"w": 2.0, "x": [1.0, 2.0, 3.0]}, "w")
    assert found.narrower is not None
    narrow = found.narrower.width
    rooms = (found.width, found.width - 1.0, narrow, narrow - 1.0, 80.0, 30.0)
    told = [fitted((found, EMPTY), room, 0.0)[0] for room in rooms]
    assert all(text.width <= room for text, room in zip(told, rooms, strict=True))
    texts = ["".join(run.text for run in text.runs) for text in told]
    pairs, after = "2 → 2.0014 → 4.0026 → 6.003", "→ 2.0014.0026.003"
    assert texts == [f"{pairs}(3)", pairs, f"{after}(3)", after, "(3)", "(3)"]
    assert [bool(text.patches) for text in told] == [False] * 4 + [True, False]


def test_a_large_array_has_a_map_of_what_changed():
    found = seen("c = w*x; J = mean(c)", {"w": 2.0, "x": [1.0, -2.0] + [0.0] * 7}, "w")
    assert plain_text(found) == "(9), |Δ| ≤ 0.002"
    ground, grown, fallen = found.patches
    assert ground.colour(LIGHT) == (LIGHT.background, 1.0)
    assert grown.colour(LIGHT) == (LIGHT.inks[Ink.VALUE], 0.5)
    assert fallen.colour(LIGHT) == (LIGHT.negatives[Ink.VALUE], 1.0)
    (left, _, width, _), (x, _, w, _) = ground.cells[0], fallen.cells[0]
    assert (w, x) == pytest.approx((width / 9, left + width / 9))


def test_of_a_large_array_the_one_entry_that_moved_is_told():
    values = {"w": [[float(k) for k in range(5)]] * 4, "x": 3.0}
    assert written("c = w*x; J = mean(c)", values, "w", (2, 1)) == "[2, 1]: 3 → 3.003"


def test_a_map_tells_what_became_strange_and_not_what_stayed_so():
    before = np.array([[1.0, math.inf, 2.0, 0.0, 5.0]] * 4)
    after = before.copy()
    after[0] = [math.nan, math.inf, 2.0, 0.0, 5.0]
    found = set_change(before, after, Ink.VALUE, 16)
    assert plain_text(found) == "4×5, Δ = NaN"
    assert [(len(patch.cells), patch.ink) for patch in found.patches[1:]] == [(1, Ink.WARNING)]
    same = set_change(before, before, Ink.VALUE, 16)
    assert plain_text(same) == "4×5, |Δ| ≤ 0"
    assert len(same.patches) == 1


def test_no_entry_changes_by_more_than_a_map_says():
    before = np.zeros((3, 9))
    for most, told in ((0.00123456, "0.0013"), (2.0, "2"), (0.000999999, "0.001"), (31.4, "32")):
        found = set_change(before, before - most, Ink.VALUE, 16)
        assert plain_text(found) == f"3×9, |Δ| ≤ {told}"


def test_where_a_line_has_no_room_for_both_numbers_they_stand_below_each_other():
    values = {"w": 1 / 3, "x": 1 / 7}
    found = seen("c = w*x; J = c^2", values, "w", line=13)
    assert plain_text(found) == "0.04762 → 0.04776"
    assert [run.text for run in found.runs] == ["0.04762", "→ 0.04776"]
    assert found.runs[0].y < found.runs[1].y == 0.0
    assert found.ascent > 20.0
    assert plain_text(fitted((found, EMPTY), 30.0, 0.0)[0]).startswith("→ 0.04")
    short = seen("c = w*x; J = c^2", {"w": 2.0, "x": 1.0}, "w", line=13)
    assert [run.text for run in short.runs] == ["2 → 2.001"]


def test_a_small_array_stands_there_after_the_bump_alone():
    found = seen("c = w*x; J = mean(c)", {"w": 2.0, "x": [1.0, 2.0, 3.0]}, "w", line=13)
    assert plain_text(found) == "→ [2.001, 4.002, 6.003] (3)"


def test_a_large_array_has_its_map_alone_where_there_is_little_room():
    found = seen("c = w*x; J = mean(c)", {"w": 2.0, "x": [1.0] * 9}, "w", line=13)
    assert plain_text(found) == "(9)"
    assert len(found.patches) == 2


def test_ports_that_take_numbers_below_each_other_lie_farther_apart():
    usual = pitch_of(Words("2 → 2.001"))
    assert usual == USUAL.pitch
    assert usual < pitch_of(Stacked("0.04762 → 0.04776")) < pitch_of(np.ones((3, 2)))


def test_an_entry_that_stays_nan_did_not_move():
    values = {"w": 2.0, "x": [1.0, math.nan, 3.0]}
    assert written("c = w*x; J = mean(c)", values, "w") == "[2 → 2.001, NaN, 6 → 6.003] (3)"
    before = np.full((4, 5), math.nan)
    assert plain_text(set_change(before, before, Ink.VALUE, 16)) == "4×5, |Δ| ≤ 0"
