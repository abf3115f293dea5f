"""Values as they are typed and written: read back as they were, refused with a sentence."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

import engine
from gui.typed_value import text_of, value_of


@given(st.floats())
def test_a_number_is_read_back_as_it_was(number: float) -> None:
    read = value_of(text_of(number))
    assert isinstance(read, float)
    assert read == number or (math.isnan(read) and math.isnan(number))
    assert math.copysign(1, read) == math.copysign(1, number) or math.isnan(number)


@given(hnp.arrays(np.float64, hnp.array_shapes(max_dims=3, max_side=3), elements=st.floats()))
def test_an_array_is_read_back_as_it_was(array: np.ndarray) -> None:
    read = value_of(text_of(array))
    assert isinstance(read, np.ndarray)
    np.testing.assert_array_equal(read, array)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2", 2.0),
        (" −1.5e3 ", -1500.0),
        ("1/4", 0.25),
        ("-1/4", -0.25),
        ("−∞", -math.inf),
        ("½", 0.5),
        ("−¾", -0.75),
    ],
)
def test_what_people_type(text: str, number: float) -> None:
    assert value_of(text) == number


@pytest.mark.parametrize(
    "text", ["", "two", "1/0", "1/x", "1e999", "[1, [2]]", "[1, true]", "[", "[null]", "{}", "[{}]"]
)
def test_what_is_no_value_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(engine.InvalidValueError, match=r"\w+ \w+"):
        value_of(text)


@pytest.mark.parametrize(
    ("text", "hint"), [("2*3", "6"), ("2^-1", "0.5"), ("(2)", "2"), ("2,5", "2.5"), ("1/0", "")]
)
def test_what_comes_to_a_number_is_told_it(text: str, hint: str) -> None:
    with pytest.raises(engine.InvalidValueError) as caught:
        value_of(text)
    said = f"‘{text}’ is not a number"
    assert str(caught.value) == (f"{said}; write {hint}" if hint else said)
