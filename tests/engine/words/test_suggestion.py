"""What was meant is guessed, among names that are few enough to be compared."""

import pytest

from engine.words.suggestion import did_you_mean


def _names(count: int) -> list[str]:
    return [f"w_{k}" for k in range(count)]


@pytest.mark.parametrize(("typed", "meant"), [("w_7x", "w_7"), ("W_7", "w_7"), ("loss", "")])
def test_the_nearest_name_is_told(typed, meant):
    assert did_you_mean(typed, _names(20)) == (f"; did you mean '{meant}'?" if meant else "")


def test_among_very_many_names_only_another_case_is_looked_for():
    assert did_you_mean("w_7x", _names(5000)) == ""
    assert did_you_mean("W_7", _names(5000)) == "; did you mean 'w_7'?"


def test_a_name_in_another_case_is_meant_and_a_long_one_is_compared_with_none():
    assert did_you_mean("W", ["x", "w"]) == "; did you mean 'w'?"
    assert did_you_mean("W" * 65, ["w" * 65]) == ""
