"""What makes the slopes on both sides of a bump differ."""

import math
from collections.abc import Callable

import pytest

from engine.bumping.slopes import ROUNDING, Slopes, between


def slopes(f: Callable[[float], float], at: float) -> Callable[[float], Slopes]:
    def of(epsilon: float) -> Slopes:
        before = f(at)
        noise = ROUNDING * max(1.0, abs(before)) / epsilon
        return Slopes(epsilon, f(at - epsilon), before, f(at + epsilon), noise)

    return of


def root(x: float) -> float:
    return math.sqrt(x) if x >= 0 else math.nan


def log(x: float) -> float:
    return math.log(x) if x > 0 else math.nan if x else -math.inf


def relu(x: float) -> float:
    return max(x, 0.0)


def exp(x: float) -> float:
    return math.exp(x) if x < 709.0 else math.inf


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
        (root, 5e-4, 1e-3, "a border: no value on one side, 16.3692 on the other"),
        (lambda x: root(-x), 0.0, 1e-3, "a border: no value on one side, -31.6228 on the other"),
        (lambda x: relu(x) + x * x, 0.0, 1e-3, "a kink: -0.001 on one side, 1.001 on the other"),
        (lambda x: relu(x), 1e-3 / 3, 1e-3, "a kink: 0.333333 on one side, 1 on the other"),
        (lambda x: relu(x), 4.95e-4, 1e-3, "a kink: 0.495 on one side, 1 on the other"),
        (lambda x: relu(x), 1e-6, 1e-3, "a kink: 0.001 on one side, 1 on the other"),
        (lambda x: (relu(x) - 3) ** 2 / 2, 5e-4, 1e-3, "a kink: -1.49988 on one side, -2.999 on"),
        (lambda x: (relu(x) - 0.1) ** 2, 5e-4, 1e-3, "a kink: -0.09975 on one side, -0.198 on"),
        (lambda x: relu(x) ** 2, 0.0, 1e-3, "a curve"),  # both go to 0
        (lambda x: relu(x) ** 2, 5e-4, 1e-3, "a curve"),
        (lambda x: relu(x) ** 3, 0.0, 1e-3, "a curve"),
        (lambda x: relu(x) ** 8, 0.0, 0.5, "a curve"),
        (lambda x: relu(x) ** 1.5, 0.0, 1e-3, "a curve"),
        (lambda x: relu(x) ** 2 + 5 * x, 0.0, 1e-3, ""),
        (lambda x: relu(x) ** 2, 0.0, 1e-7, ""),  # lost in rounding
        (lambda x: abs(x) ** 1.5, 0.0, 1e-3, "a curve"),
        (lambda x: abs(x) ** 1.1, 0.0, 1e-3, ""),  # both go to 0, but too slowly to tell
        (lambda x: abs(x) ** 0.5, 0.0, 1e-3, ""),  # they go to ±∞
        (lambda x: relu(x) ** 0.5, 0.0, 1e-3, ""),
        (lambda x: math.sin(1 / x) * x if x else 0.0, 0.0, 1e-3, ""),
        (lambda x: float(x > 0), 0.0, 1e-3, ""),  # a jump
        (lambda x: exp(1e6 * x), 0.0, 1e-3, "a curve"),  # it overflows: that is no border
        (lambda x: exp(exp(x)), 6.5, 1.0, "a curve"),
        (lambda x: 1 / x if x else math.inf, 1e-3, 1e-3, "a curve"),  # a pole is none either
        (lambda x: math.inf if x > 0 else x, 0.0, 1e-3, ""),
        (log, 0.0, 1e-3, ""),  # −∞ here
        (log, 1e-3, 1e-3, "a curve"),
        (lambda _: math.nan, 0.0, 1e-3, ""),
        (lambda _: 1.0, 0.0, 1e-3, ""),
    ],
)
def test_it_is_told_what_makes_both_slopes_differ(f, at, epsilon, found):
    said = between(slopes(f, at), epsilon)
    assert said.startswith(found) if found else not said
