"""Single numbers as they are typed."""

import math

import pytest

from engine.expression import typed_number


@pytest.mark.parametrize(
    ("text", "number"),
    [(" 2 ", 2.0), ("−1.5e3", -1500.0), ("1/4", 0.25), ("−¾", -0.75), ("-∞", -math.inf)],
)
def test_a_number_is_read_as_it_is_written(text, number):
    assert typed_number(text) == number


@pytest.mark.parametrize("text", ["", "two", "1/0", "1/-0", "1/2/3", "1/x", "2*3", "½½"])
def test_what_is_no_single_number_is_refused(text):
    with pytest.raises(ValueError, match=r"\w"):
        typed_number(text)


@pytest.mark.parametrize("text", ["1e999", "-1e308/1e-9"])
def test_what_no_number_reaches_is_too_large(text):
    with pytest.raises(OverflowError):
        typed_number(text)
