"""How numbers and arrays are written: short and honest, or with every digit."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.picture.numbers import (
    DIGITS,
    as_written,
    equals,
    full_text,
    number_text,
    shape_text,
    value_text,
    write_digits,
)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (2.0, "2"),
        (-4.0, "−4"),
        (0.5, "0.5"),
        (-0.0, "0"),
        (1.996002, "1.996"),
        (1.99996, "2.000"),
        (0.1 + 0.2, "0.3"),
        (1 / 3, "0.3333"),
        (0.0001234, "1.234e−4"),
        (1e-4, "1e−4"),
        (6.02214e23, "6.022e23"),
        (1e30, "1e30"),
        (123456.0, "123456"),
        (12345.678, "1.235e4"),
        (99999.96, "1.000e5"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
        (math.nan, "NaN"),
    ],
)
def test_a_number_is_short_and_honest(number, text):
    assert number_text(number) == text


@given(st.floats(-1e300, 1e300))
def test_a_short_number_is_near_the_true_one(number):
    shown = float(number_text(number).replace("−", "-"))
    assert math.isclose(shown, number, rel_tol=6e-4, abs_tol=5e-324)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_full_number_reads_back_to_its_last_digits(number):
    read = float(full_text(number).replace("−", "-"))
    assert math.isclose(read, number, rel_tol=1e-14, abs_tol=0.0)


def test_a_small_array_shows_its_entries_and_a_large_one_its_shape():
    assert value_text(np.array([1.0, -2.5])) == "[1, −2.5]"
    assert value_text(np.eye(2)) == "[1, 0; 0, 1]"
    assert value_text(np.arange(9.0).reshape(3, 3)) == "[0, 1, 2; 3, 4, 5; 6, 7, 8]"
    assert value_text(np.full((2, 2), -1 / 3)) == "[−0.333, −0.333; −0.333, −0.333]"
    assert value_text(np.full((3, 3), 1 / 3)) == "3×3"
    assert value_text(np.zeros((3, 4))) == "3×4"
    assert value_text(np.zeros(100)) == "(100)"
    assert value_text(np.zeros((0,))) == "(0)"
    assert value_text(np.float64(2.0)) == "2"
    assert shape_text((2, 3, 4)) == "2×3×4"


def test_entries_have_no_more_digits_than_are_wanted():
    array = np.array([1.23456, 2.0])
    write_digits(2)
    try:
        assert value_text(array) == "[1.2, 2]"
        assert value_text(1.23456) == "1.2"
    finally:
        write_digits(DIGITS)
    assert value_text(array) == "[1.235, 2]"


def test_numbers_that_multiply_to_another_as_they_are_written_are_about_the_product():
    for first, second, sign in ((2.0, 3.0, " = "), (1 / 3, 2 / 3, " = "), (1 / 3, 1 / 7, " ≈ ")):
        written = as_written(first) * as_written(second)
        assert equals(written, first * second) == sign
    assert equals(0.249975, 0.25) == " = "  # 0.3333 · 0.75 is 0.2500
    assert equals(math.inf, 1e9) == " ≈ "
    for strange in (math.nan, math.inf, None, np.ones(2), "2 → 2.001"):
        assert equals(1.0, strange) == " = "


def test_what_is_read_of_a_number_is_what_is_written():
    assert as_written(-1 / 3) == -0.3333
    assert as_written(6.02214e23) == 6.022e23
    assert as_written(-math.inf) == -math.inf
