"""Numbers and arrays as every text writes them."""

import math

import numpy as np
import pytest

from engine.words.number_text import array_text, full_text, number_text, table_texts, value_text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (2.0, "2"),
        (1.99996, "2.000"),
        (0.0001234, "1.234e−4"),
        (0.00012345678, "1.235e−4"),
        (1e-4, "1e−4"),
        (15.001 - 15.0, "0.001"),
        (0.00099996, "0.001000"),
        (0.0009994, "9.994e−4"),
        (1e30, "1e30"),
        (1.5e30, "1.5e30"),
        (12345.678, "1.235e4"),
        (0.5, "0.5"),
    ],
)
def test_a_number_is_short_and_honest(number, text):
    assert number_text(number) == text


def test_every_digit_but_those_of_rounding_or_a_sign():
    numbers = (0.1 + 0.2, -4.800000000000001, 2 / 3, 1.23456789012345, -0.0, -2.0, np.inf, np.nan)
    assert [full_text(x) for x in numbers] == [
        "0.3",
        "−4.8",
        "0.6666666666666666",
        "1.23456789012345",
        "0",
        "−2",
        "∞",
        "NaN",
    ]


def test_a_whole_number_is_told_from_the_next_one_and_a_huge_one_is_rounded():
    assert full_text(1e14 + 1) == "100000000000001"
    assert full_text(-1e15 - 1) == "−1000000000000001"
    assert full_text(6.022000000000001e23) == "6.022e23"
    assert full_text(-1.25e-7) == "−1.25e−7"


@pytest.mark.parametrize(
    ("array", "text"),
    [
        (np.float64(3.0), "3"),
        (np.array([1.0, -2.5]), "[1, −2.5]"),
        (np.eye(2), "[1, 0; 0, 1]"),
        (np.full((2, 2), -1 / 3), "[−0.333, −0.333; −0.333, −0.333]"),
        (np.full((3, 3), 1 / 3), "3×3"),
        (np.arange(4.0), "[0, 1, 2, 3]"),
        (np.array([2.0, 11.000002, -18.0]), "[2.00, 11.00, −18.00]"),
        (np.array([[29.001, 12.0], [0.5, 1e-7]]), "[29.00, 12.00; 0.50, 1e−7]"),
        (np.array([[29.001, 12.0], [34.502, -14.997]]), "[29.00, 12.00; 34.50, −15.00]"),
        (np.array([[7.00001, 4.8], [-0.5, 129.04]]), "[7.000, 4.800; −0.500, 129.040]"),
        (np.array([[129.001, 112.5], [134.5, 99.9996]]), "[129.0, 112.5; 134.5, 100.0]"),
        (np.array([1.00001, -0.0, -4e-4]), "[1.000, 0, −4e−4]"),
        (np.ones((1, 4)), "[1, 1, 1, 1]"),
        (np.ones((4, 1)), "4×1"),
        (np.ones((2, 4)), "2×4"),
        (np.zeros(5), "[0, 0, 0, 0, 0]"),
        (np.array([1.0, 2.5, -3.0, 4.0, 0.125, 6.0, 7.0, 8.0]), "[1, 2.5, −3, 4, 0.125, 6, 7, 8]"),
        (np.linspace(0.0, 1.0, 7), "(7)"),
        (np.zeros(9), "(9)"),
        (np.zeros((1, 1, 1)), "1×1×1"),
        (np.zeros(0), "(0)"),
    ],
)
def test_a_small_array_shows_its_entries_where_they_have_room(array, text):
    assert value_text(array) == text


@pytest.mark.parametrize(
    ("array", "text"),
    [
        (np.array([[1.0, -2.5]]), "1×2, −2.5 … 1"),
        (np.array([3.0, 3.0]), "(2), 3"),
        (np.array([3.0, np.nan]), "(2), 3, NaN"),
        (np.array([np.nan]), "(1), NaN"),
        (np.ones((0, 2)), "0×2"),
    ],
)
def test_a_large_array_is_told_by_its_shape_and_its_range(array, text):
    assert array_text(array) == text


@pytest.mark.parametrize(
    ("number", "digits", "text"),
    [
        (55.125, 4, "55.13"),
        (-1234.5, 4, "−1235"),
        (0.78125, 4, "0.7813"),
        (7.937625, 6, "7.93763"),  # as a double it is a little less
        (10.937625, 7, "10.93763"),
        (59.814453125, 10, "59.81445313"),
        (0.1249999, 3, "0.125"),
        (2.0004999, 4, "2.000"),
        (math.nextafter(math.inf, 0.0), 4, "1.798e308"),
    ],
)
def test_a_number_between_two_is_rounded_as_by_hand(number, digits, text):
    assert number_text(number, digits) == text
    assert number_text(-number, digits) == (text[1:] if text[0] == "−" else f"−{text}")


@pytest.mark.parametrize(
    ("row", "digits", "texts"),
    [
        ([7.00001, 129.0625], 4, ["7.000", "129.063"]),
        ([1352.0, 12344.5], 4, ["1352", "12345"]),
        ([999999.6, 12345.6], 4, ["1.000e6", "1.235e4"]),
        ([999999.0, 0.00123000004], 6, ["999999.00000000", "0.00123000"]),
        ([99999.0, 0.001230000004], 8, ["99999.0000000000", "0.0012300000"]),
        ([0.5, 0.00123000004], 6, ["0.50000000", "0.00123000"]),
    ],
)
def test_a_number_beside_others_is_rounded_as_alone(row, digits, texts):
    assert table_texts([row], digits) == [texts]
    negative = [text if text.startswith("−") else f"−{text}" for text in texts]
    assert table_texts([[-number for number in row]], digits) == [negative]
