"""Backpropagation against bumping: every parameter, every entry, moved a little and compared.

The central difference (J(x+ε) − J(x−ε)) / 2ε has an error of order ε²; the lecture's one-sided
figure (J(x+ε) − J(x)) / ε one of order ε, and is reported beside it.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from engine.errors import GraphError
from engine.graph import Graph
from engine.program import Program, compile  # noqa: A004  its API name
from engine.value import Value

__all__ = ["Report", "Row", "check"]

_TOLERANCE = 1e-4  # of the larger figure, for a bump of 0.001; the error grows with its square
_FLOOR = 1e-7  # rounding in J, divided by the bump
_ROUNDING = 2e-15  # of J, and of a product of an entry with its slope: divided by a tiny bump
_BENT = 0.05  # of the larger slope: where both sides differ by more, it may be a kink


@dataclass(frozen=True)
class Row:
    """One entry of one parameter; `index` is None for a scalar. `note` explains a kink."""

    name: str
    index: tuple[int, ...] | None
    backprop: float
    bump: float
    before: float
    after: float
    one_sided: float
    agree: bool
    note: str = ""


@dataclass(frozen=True)
class Report:
    """All rows for the derivatives of `output`, bumped by `epsilon`."""

    output: str
    epsilon: float
    rows: tuple[Row, ...]

    @property
    def agree(self) -> bool:
        """Tell whether every row agrees."""
        return all(row.agree for row in self.rows)


def check(graph: Graph, epsilon: float = 1e-3, output: str | None = None) -> Report:
    """Return backpropagation's derivatives beside those found by bumping each parameter.

    Covers the parameters that the output depends on. Raises GraphError for an `epsilon` that is
    not a positive number or drowns in rounding, and what compiling and evaluating raise.
    """
    if not 0.0 < epsilon < float("inf"):
        raise GraphError(f"epsilon must be a positive number, not {epsilon:g}")
    program = compile(graph, output)
    program.forward()
    program.backward()
    chosen = program.output or ""
    before = float(program.value(chosen))
    rows = []
    for name in program.parameters:
        derivative = program.derivative(name)
        for index in _indices(program.value(name)):
            at = () if index is None else index
            rows.append(
                _bumped(program, name, index, float(np.asarray(derivative)[at]), before, epsilon)
            )
    return Report(chosen, epsilon, tuple(rows))


def _bumped(
    program: Program,
    name: str,
    index: tuple[int, ...] | None,
    backprop: float,
    before: float,
    epsilon: float,
) -> Row:
    """Return the row of one entry; the program has its old values again afterwards."""
    after, below = _ends(program, name, index, epsilon)
    bump = (after - below) / (2.0 * epsilon)
    right, left = (after - before) / epsilon, (before - below) / epsilon
    scale = max(abs(backprop), abs(bump))
    difference = abs(backprop - bump)
    tolerance = _TOLERANCE * max(1.0, (epsilon / 1e-3) ** 2) * scale
    tolerance += _FLOOR * max(1.0, abs(before))
    agree = difference <= tolerance or _same_nonfinite(backprop, bump)
    entry = float(np.asarray(program.value(name))[() if index is None else index])
    rounding = _ROUNDING * max(1.0, abs(before), abs(backprop * entry)) / epsilon
    if not agree and difference <= rounding < math.inf:
        raise GraphError(f"epsilon {epsilon:g} is too small: what it does is lost in rounding")
    note = ""
    if not agree:
        note = _excuse(backprop, right, left, tolerance)
    elif abs(right - left) > _BENT * max(abs(right), abs(left)):
        # a bend halves with the bump, a kink does not; between its slopes they may agree by chance
        after_half, below_half = _ends(program, name, index, epsilon / 2.0)
        bend = (after_half - 2.0 * before + below_half) / (epsilon / 2.0)
        if abs(bend) > 0.75 * abs(right - left):
            note = _excuse(backprop, right, left, tolerance)
    return Row(name, index, backprop, bump, before, after, right, agree or bool(note), note)


def _ends(
    program: Program, name: str, index: tuple[int, ...] | None, epsilon: float
) -> tuple[float, float]:
    """Return the output with the entry moved up and down; all values are the old ones again."""
    value, output = program.value(name), program.output or ""
    ends = []
    for step in (epsilon, -epsilon):
        program.set_value(name, _moved(value, index, step))
        program.forward()
        ends.append(float(program.value(output)))
    program.set_value(name, value)
    program.forward()
    return ends[0], ends[1]


def _excuse(backprop: float, right: float, left: float, tolerance: float) -> str:
    """Return why there is no one slope that a bump could find, empty where there is one.

    At a kink the slopes on both sides differ and backpropagation's lies in their range; at a border
    there is no value on one side, and backpropagation's is not finite or the slope that there is.
    """
    if math.isfinite(left) is not math.isfinite(right):
        known = right if math.isfinite(right) else left
        if not math.isfinite(backprop) or abs(backprop - known) <= max(tolerance, abs(known)):
            return f"a border: no value on one side, {known:.6g} on the other"
        return ""
    low, high = min(left, right), max(left, right)
    if high - low > 2.0 * tolerance and low - tolerance <= backprop <= high + tolerance:
        return f"a kink: {left:.6g} on one side, {right:.6g} on the other"
    return ""


def _same_nonfinite(a: float, b: float) -> bool:
    return (a != a and b != b) or (a == b)


def _indices(value: Value) -> Iterator[tuple[int, ...] | None]:
    if isinstance(value, float):
        yield None
    else:
        yield from np.ndindex(value.shape)


def _moved(value: Value, index: tuple[int, ...] | None, step: float) -> Value:
    if index is None or isinstance(value, float):
        return float(value) + step
    moved = value.copy()
    moved[index] += step
    return moved
