"""Derivatives as they are typed, which nobody needs to type."""

import pytest

from engine.words.derivative import ends_in_derivative, is_derivative


@pytest.mark.parametrize(
    "typed", ["dJ/dw", "dJ / dw_1", "d/dx", "dloss/dW1", "∂J/∂w", "∂J", "∇J", "dL/dw_k", "∂/∂x"]
)
def test_a_derivative_is_known_by_its_ds(typed: str) -> None:
    assert is_derivative(typed)


@pytest.mark.parametrize(
    "typed",
    ["data/day", "depth/density", "distance/duration", "d1/d2", "d", "dw", "days/dw", "J/w"],
)
def test_other_quotients_and_names_are_none(typed: str) -> None:
    assert not is_derivative(typed)
    assert not ends_in_derivative(typed)


def test_a_text_may_end_in_one() -> None:
    assert ends_in_derivative("2*d/dx")
    assert ends_in_derivative("2dJ/dx")
    assert not ends_in_derivative("d/dx + y")
