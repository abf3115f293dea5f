"""Backpropagation against bumping: every parameter, every entry, moved a little and compared.

The central difference (J(x+ε) − J(x−ε)) / 2ε has an error of order ε²; the lecture's one-sided
figure (J(x+ε) − J(x)) / ε one of order ε, and is reported beside it.
"""

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
    relative_error: float
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
    not a positive number, and what compiling and evaluating raise.
    """
    if not 0.0 < epsilon < float("inf"):
        raise GraphError(f"epsilon must be a positive number, not {epsilon:g}")
    program = compile(graph, output)
    program.forward()
    program.backward()
    chosen = program.output or ""
    before = _scalar(program.value(chosen))
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
    value = program.value(name)
    output = program.output or ""
    ends = []
    for step in (epsilon, -epsilon):
        program.set_value(name, _moved(value, index, step))
        program.forward()
        ends.append(_scalar(program.value(output)))
    program.set_value(name, value)
    program.forward()
    after, below = ends
    bump = (after - below) / (2.0 * epsilon)
    one_sided, other_side = (after - before) / epsilon, (before - below) / epsilon
    scale = max(abs(backprop), abs(bump))
    difference = abs(backprop - bump)
    tolerance = _TOLERANCE * max(1.0, (epsilon / 1e-3) ** 2) * scale
    floor = _FLOOR * max(1.0, abs(before))
    agree = difference <= tolerance + floor or _same_nonfinite(backprop, bump)
    note = ""
    if not agree and _is_kink(backprop, one_sided, other_side, tolerance + floor):
        agree, note = True, f"a kink: {other_side:.6g} on one side, {one_sided:.6g} on the other"
    relative = difference / scale if scale else 0.0
    return Row(name, index, backprop, bump, before, after, one_sided, relative, agree, note)


def _is_kink(backprop: float, right: float, left: float, tolerance: float) -> bool:
    """Tell whether the slopes differ and backpropagation's lies in their range."""
    low, high = min(left, right), max(left, right)
    return high - low > 2.0 * tolerance and low - tolerance <= backprop <= high + tolerance


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


def _scalar(value: Value) -> float:
    return float(value)
