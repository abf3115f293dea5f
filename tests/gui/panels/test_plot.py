"""The plot: round numbers on its axes, any number drawn or left out, few points kept."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.panels.plot import Curve, Plot, growing
from gui.panels.plot.axis import Axis
from gui.panels.plot.curve import thinned


def texts(axis: Axis, most: int = 5) -> list[str]:
    return [text for _, text in axis.ticks(most)]


def test_ticks_are_round_numbers():
    assert texts(Axis(0.0, 1.0)) == ["0", "0.2", "0.4", "0.6", "0.8", "1"]
    assert texts(Axis(-3.0, 4.0), 4) == ["−2", "0", "2", "4"]
    assert texts(Axis(0.0, 9e7), 3) == ["0", "5·10⁷"]
    assert texts(Axis(0.0, 3e-7), 3) == ["0", "10⁻⁷", "2·10⁻⁷", "3·10⁻⁷"]
    assert texts(Axis(1e-3, 1e3, log=True), 4) == ["0.001", "0.1", "10", "1000"]
    assert texts(Axis(2.0, 7.0, log=True), 3) == ["2", "4", "6"]
    assert texts(Axis(1e-9, 1e9, log=True), 3) == ["10⁻⁹", "10⁻²", "10⁵"]
    assert texts(Axis(0.5, 2e7, log=True), 9)[:5] == ["10⁰", "10¹", "10²", "10³", "10⁴"]
    assert texts(Axis(-3e4, 1.1e5), 5) == ["0", "5·10⁴", "10⁵"]
    assert texts(Axis(0.0, math.inf)) == []
    assert texts(Axis.over(np.array([1e-322]))) == []  # a step would be no number


def test_what_is_counted_has_no_tick_between_two_and_none_below_nought():
    assert texts(Axis(0.0, 1.0, whole=True)) == ["0", "1"]
    assert texts(Axis(0.0, 3.0, whole=True)) == ["0", "1", "2", "3"]
    assert texts(Axis(-1.0, 1.0, whole=True)) == ["0", "1"]
    assert texts(Axis(0.0, 100.0, whole=True)) == texts(Axis(0.0, 100.0))
    assert texts(Axis(0.0, 3000.0, whole=True), 3) == ["0", "1,000", "2,000", "3,000"]
    assert texts(Axis(0.0, 3000.0), 3) == ["0", "1000", "2000", "3000"]


def test_an_axis_holds_what_can_be_drawn():
    assert Axis.over(np.array([1.0, 3.0]), margin=0.0) == Axis(1.0, 3.0)
    assert Axis.over(np.array([2.0, 2.0])).low < 2.0 < Axis.over(np.array([2.0, 2.0])).high
    assert Axis.over(np.array([0.0])) == Axis(-1.0, 1.0)
    assert Axis.over(np.array([np.nan, np.inf])) == Axis(0.0, 1.0)
    log = Axis.over(np.array([-1.0, 0.0, 1.0, 100.0]), log=True)
    assert 0.1 < log.low < 1.0 < 100.0 < log.high < 1000.0
    assert Axis.over(np.array([-1.0]), log=True) == Axis(0.1, 10.0, log=True)
    huge = Axis.over(np.array([1.7e308]), log=True)
    assert huge.low < 1.7e308 < huge.high
    huge = Axis.over(np.array([-1e308, 1e308]))
    assert np.isfinite(huge.shares(np.array([-1e308, 0.0, 1e308]))).all()


def test_places_on_an_axis():
    axis = Axis(1.0, 100.0, log=True)
    assert axis.shares(np.array([1.0, 10.0, 100.0])) == pytest.approx([0.0, 0.5, 1.0])
    assert np.isnan(axis.shares(np.array([0.0, -1.0, np.nan, np.inf]))).all()
    assert axis.at(0.5) == pytest.approx(10.0)
    assert Axis(2.0, 4.0).at(0.5) == 3.0


NUMBERS = st.floats(-1e3, 1e3) | st.sampled_from([math.inf, -math.inf, math.nan])


@given(st.lists(st.lists(NUMBERS, max_size=60), max_size=12), st.integers(1, 20))
def test_a_curve_that_grows_is_told_by_few_points_among_them_all_that_stand_out(runs, most):
    curve, numbers = growing.Growing(), []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(growing, "MOST", most)
        for run in runs:
            numbers += run
            rows, heights = curve.points(numbers)
            assert len(rows) <= 4 * most + 2 + len(numbers) / most * 2
            np.testing.assert_array_equal(heights, [numbers[int(row)] for row in rows])
            assert (np.diff(rows) >= 0).all()
            if numbers:
                assert (rows[0], rows[-1]) == (0, len(numbers) - 1)
            if numbers and not np.isnan(numbers).any():
                assert (min(heights), max(heights)) == (min(numbers), max(numbers))
        again = growing.Growing().points(numbers)
        np.testing.assert_array_equal(again, curve.points(numbers))
        other = list(reversed(numbers))
        np.testing.assert_array_equal(curve.points(other), growing.Growing().points(other))


def test_a_curve_of_few_points_is_all_of_them():
    rows, heights = growing.Growing().points([3.0, 1.0, 2.0])
    assert (rows.tolist(), heights.tolist()) == ([0.0, 1.0, 2.0], [3.0, 1.0, 2.0])


def test_many_points_keep_their_peaks():
    xs, ys = np.arange(10_000.0), np.zeros(10_000)
    ys[5_001] = 9.0
    few, kept = thinned(xs, ys, 100)
    assert len(few) < 500
    assert kept.max() == 9.0
    assert (few[0], few[-1]) == (0.0, 9_999.0)
    assert thinned(xs[:100], ys[:100], 100)[0] is not xs
    assert len(thinned(xs[:100], ys[:100], 100)[0]) == 100


def colours(plot: Plot) -> set[str]:
    image = plot.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.fixture
def plot(qtbot: QtBot) -> Plot:
    made = Plot("Output by step")
    made.hint = "nothing yet"
    qtbot.addWidget(made)
    made.resize(300, 170)
    made.show()
    return made


def test_curves_are_drawn_in_their_colours(plot: Plot):
    assert "#ff0000" not in colours(plot)
    plot.show_curves([Curve("J", range(50), np.linspace(3, 0, 50), "#ff0000")])
    assert "#ff0000" in colours(plot)
    assert plot.accessibleDescription() == "J 0"
    plot.log_y = plot.log_x = True
    assert "#ff0000" in colours(plot)


@pytest.mark.parametrize("log", [False, True])
def test_gaps_single_points_and_names_are_drawn_too(plot: Plot, log: bool):
    ys = [1.0, math.nan, 2.0, math.inf, 1e300, -1.0, 0.0]
    plot.log_y = log
    plot.show_curves(
        [
            Curve("a", range(7), ys, "#ff0000", dashed=True),
            Curve("b", [3.0], [2.0], "#00ff00"),
            Curve("c", range(7), ys, "#0000ff"),
            Curve("d", [], [], "#ffff00"),
        ]
    )
    assert {"#00ff00", "#0000ff"} <= colours(plot)
    assert [curve.name for curve in plot.curves] == ["a", "b", "c", "d"]


def test_the_numbers_under_the_pointer_are_written(plot: Plot):
    plot.x_name = "step"
    plot.show_curves([Curve("J", range(11), np.linspace(3, 0, 11), "#ff0000")])
    before = plot.grab().toImage()
    QTest.mouseMove(plot, QPoint(150, 60))
    assert plot.grab().toImage() != before
    QTest.mouseMove(plot, QPoint(60, 60))
    assert plot.grab().toImage() != before
    plot.leaveEvent(None)
    assert plot.grab().toImage() == before


def test_a_curve_alone_is_named_where_nothing_else_says_what_it_is(
    plot: Plot, monkeypatch: pytest.MonkeyPatch
):
    told: list[str] = []
    monkeypatch.setattr("gui.panels.plot.plot.paint_name", lambda *its: told.append(its[-1].name))
    plot.show_curves([Curve("b", range(3), range(3), "#0a5dc2")])
    plot.grab()
    assert told == []  # what stands above the plot says it
    plot.named = True
    plot.grab()
    assert told == ["b"]
