"""The span of a slider: its first guess, its numbers without dust."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from gui.slider_span import Span, first_span


@given(st.floats())
def test_a_first_span_is_one_and_holds_the_number(number):
    span = first_span(number)
    if 1e-6 < abs(number) < 1e12:
        assert span.least <= 2 * number * 0.999
        assert span.most >= abs(number)
    assert span.steps <= 201


@pytest.mark.parametrize("span", [Span(-5.0, 5.0, 0.05), Span(0.0, 1e-3, 1e-5), Span(-1e6, 3.0, 7)])
def test_every_place_is_a_number_easily_written(span):
    for place in range(0, span.steps + 1, max(span.steps // 100, 1)):
        number = span.at(place)
        assert span.least <= number <= span.most
        assert len(repr(number)) <= 10
        assert span.place_of(number) == place
    assert span.at(span.steps) == span.most
