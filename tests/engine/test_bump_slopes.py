"""What makes the slopes on both sides of a bump differ."""

import math
from collections.abc import Callable

import pytest

from engine.bump_slopes import ROUNDING, Slopes, between


def slopes(f: Callable[[float], float], at: float) -> Callable[[float], Slopes]:
    def of(epsilon: float) -> Slopes:
        before = f(at)
        noise = ROUNDING * max(1.0, abs(before)) / epsilon
        return Slopes(epsilon, f(at - epsilon), before, f(at + epsilon), noise)

    return of


def root(x: float) -> float:
    return math.sqrt(x) if x >= 0 else math.nan


@pytest.mark.parametrize(
    ("f", "at", "epsilon", "found"),
    [
        (lambda x: 3 * x, 2.0, 1e-3, ""),
        (lambda x: x * x / 2, 2.0, 1e-3, ""),  # about the same
        (lambda x: x * x / 2, 2.0, 1.0, "a curve"),
        (lambda x: x**4, 0.0, 0.5, "a curve"),
        (math.exp, 0.0, 1.0, "a curve"),
        (lambda x: max(x, 0.0), 0.0, 1e-3, "a kink: 0 on one side, 1 on the other"),
        (lambda x: max(x, 0.0), 5e-4, 1e-3, "a kink: 0.5 on one side, 1 on the other"),
        (abs, 0.0, 1e-9, "a kink: -1 on one side, 1 on the other"),
        (lambda x: max(x, 0.0), 1.0, 1e-3, ""),
        (root, 0.0, 1e-3, "a border: no value on one side, 31.6228 on the other"),
        (lambda _: math.nan, 0.0, 1e-3, ""),
        (lambda _: 1.0, 0.0, 1e-3, ""),
    ],
)
def test_it_is_told_what_makes_both_slopes_differ(f, at, epsilon, found):
    assert between(slopes(f, at), epsilon) == found
