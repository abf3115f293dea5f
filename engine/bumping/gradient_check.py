"""Backpropagation against bumping: every parameter, every entry, moved a little and compared.

The central difference (J(x+ε) − J(x−ε)) / 2ε has an error of order ε²; the lecture's one-sided
figure (J(x+ε) − J(x)) / ε one of order ε, and is reported beside it. Where the first bump does not
settle it, ever smaller ones tell a curve from a kink: the slopes on both sides of a smooth curve
come together by half with each halving, and from two central differences follows one with an error
of order ε⁴ (Richardson's extrapolation); at a kink they stay apart.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from engine.bumping.kinks import Kinks
from engine.bumping.slopes import KINK, ROUNDING, Slopes, at_last, halves_on, kink, oddity
from engine.errors import GraphError
from engine.graph import Graph
from engine.program import Program, compile  # noqa: A004  its API name
from engine.progress import report, stage
from engine.value import Value
from engine.words.number_text import number_text

__all__ = ["Report", "Row", "check"]

_TOLERANCE = 1e-4  # of the larger figure, for a bump of 0.001; the error grows with its square
_FLOOR = 1e-7  # rounding in J, divided by the bump
_COMPILED = 0.05  # of the work, about, once the program has its derivatives
_NOISY = 0.01  # of a slope: what rounding may make of it in a bump that is still told from noise

Index = tuple[int, ...] | None


@dataclass(frozen=True)
class Row:
    """One entry of one parameter; `index` is None for a scalar.

    A `note` says why no bump could tell: a kink, a border, rounding, an output that is no number;
    where both disagree, what is the matter with backpropagation's.
    """

    name: str
    index: Index
    backprop: float
    bump: float
    before: float
    after: float
    one_sided: float
    agree: bool
    note: str = ""

    @property
    def relative_error(self) -> float:
        """Return how far both derivatives are apart, as a share of the larger; 0 for two zeros."""
        larger = max(abs(self.backprop), abs(self.bump))
        return abs(self.backprop - self.bump) / larger if larger else 0.0


@dataclass(frozen=True)
class Report:
    """All rows for the derivatives of `output`, bumped by `epsilon`.

    `empty` are the parameters that have no row, as they have no entries; at the nodes `origins`
    backpropagation's derivatives cease to be finite.
    """

    output: str
    epsilon: float
    rows: tuple[Row, ...]
    empty: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()

    @property
    def agree(self) -> bool:
        """Tell whether every row agrees."""
        return all(row.agree for row in self.rows)


def check(graph: Graph, epsilon: float = 1e-3, output: str | None = None) -> Report:
    """Return backpropagation's derivatives beside those found by bumping each parameter.

    Covers the parameters that the output depends on. Raises GraphError for an `epsilon` that is
    not a positive number or drowns in rounding, and what compiling and evaluating raise. How far it
    is, is reported as `engine.progress` does.
    """
    if not 0.0 < epsilon < float("inf"):
        raise GraphError(f"epsilon must be a positive number, not {epsilon:g}")
    with stage(0.0, _COMPILED):
        program = compile(graph, output)
        program.forward()
        program.backward()
    chosen = program.output or ""
    before = float(program.value(chosen))
    count = sum(np.size(program.value(name)) for name in program.parameters)
    empty = tuple(name for name in program.parameters if not np.size(program.value(name)))
    kinks, origins = Kinks(graph, chosen), program.derivative_origins()
    rows: list[Row] = []
    for name in program.parameters:
        bumping = _Bumping(program, name, before, kinks)
        derivative = np.asarray(program.derivative(name))
        for index in _indices(bumping.value):
            backprop = float(derivative[() if index is None else index])
            rows.append(bumping.row(index, backprop, epsilon))
            report(_COMPILED + (1.0 - _COMPILED) * len(rows) / count)
        bumping.end()
    return Report(chosen, epsilon, tuple(rows), empty, origins)


class _Bumping:
    """Moves the entries of one parameter; the program has its old values again after `end`."""

    def __init__(self, program: Program, name: str, before: float, kinks: Kinks) -> None:
        self.value = program.value(name)
        self._program, self._name, self._before = program, name, before
        self._kinks = kinks
        self._array = None if isinstance(self.value, float) else program.moving(name)

    def end(self) -> None:
        """Give the program its old values again."""
        if self._array is None:
            self._program.set_value(self._name, self.value)
            self._program.forward()

    def row(self, index: Index, backprop: float, epsilon: float) -> Row:
        """Return the row of one entry."""
        entry = float(np.asarray(self.value)[() if index is None else index])
        product = abs(backprop * entry) if math.isfinite(backprop) else 0.0
        rounding = ROUNDING * max(1.0, abs(self._before), product)
        first = self._slopes(index, epsilon, rounding)
        bump = (first.after - first.below) / (2.0 * epsilon)
        agree, note = self._verdict(index, backprop, bump, first)
        figures = backprop, bump, first.before, first.after, first.right
        return Row(self._name, index, *figures, agree, note)

    def _verdict(
        self, index: Index, backprop: float, bump: float, first: Slopes
    ) -> tuple[bool, str]:
        """Tell whether backpropagation's derivative is right, and why no bump can tell it."""
        if not math.isfinite(self._before):
            said = f"{self._program.output} is {number_text(self._before)} here"
            return True, f"{said}: there is no slope"
        scale, difference = max(abs(backprop), abs(bump)), abs(backprop - bump)
        tolerance = _TOLERANCE * max(1.0, (first.epsilon / 1e-3) ** 2) * scale
        near = difference <= tolerance + _FLOOR * max(1.0, abs(self._before))
        if near and first.is_straight:
            hidden = difference > tolerance and scale <= first.noise
            return True, f"lost in the rounding of {self._program.output}" if hidden else ""
        if not near and difference <= first.noise:
            said = f"epsilon {first.epsilon:g} is too small: what it does is lost in rounding"
            raise GraphError(said)
        agree, note, last = self._closer(index, backprop, first)
        if note.startswith(KINK) and not self._kinks.on_the_way(self._name):
            note = ""  # the bump passed a pole
        if not agree and self._kinks.here(self._name) and self._fits_beside(index, last):
            both = f"{KINK}: {last.central:.6g} on both sides, though not for each op on the way"
            return True, both if last.is_straight else kink(last)
        return agree, note if agree or not math.isnan(backprop) else _without(last)

    def _fits_beside(self, index: Index, last: Slopes) -> bool:
        """Tell whether backpropagation finds the slope of either side right beside the entry.

        Where several ops are at a kink, what it takes of each need not add up to a slope of J.
        """
        for slope, step in (last.left, -last.epsilon / 2.0), (last.right, last.epsilon / 2.0):
            beside = self._kinks.beside(self._name, index, step)
            tolerance = _TOLERANCE * max(abs(slope), abs(beside)) + 4.0 * last.noise
            if not abs(beside - slope) <= tolerance:
                return False
        return True

    def _closer(self, index: Index, backprop: float, first: Slopes) -> tuple[bool, str, Slopes]:
        """Tell by ever smaller bumps what one alone does not; the last of them comes with it."""
        note, found, steps = "", math.nan, [first]
        rounding = first.noise * first.epsilon
        while halves_on(backprop, steps):
            wider = steps[-1]
            now = self._slopes(index, wider.epsilon / 2.0, rounding)
            steps.append(now)
            note = note or oddity(first, wider, now)
            if now.noise > _NOISY * max(now.steepest, abs(backprop)):
                break
            curved, last = now.is_curved(wider), found
            even = curved or (now.is_straight and wider.is_straight)
            found = (4.0 * now.central - wider.central) / 3.0 if even else now.central
            if curved or now.is_straight:
                tolerance = _TOLERANCE * max(abs(backprop), abs(found)) + 4.0 * now.noise
                if abs(backprop - found) <= tolerance:
                    return True, note, now
                if abs(found - last) <= tolerance / 4.0:
                    return False, "", now
        return *at_last(backprop, steps, note), steps[-1]

    def _slopes(self, index: Index, epsilon: float, rounding: float) -> Slopes:
        """Move the entry up and down; `rounding` may be in what the output is then."""
        ends = [self._output(index, step) for step in (-epsilon, epsilon)]
        return Slopes(epsilon, ends[0], self._before, ends[1], rounding / epsilon)

    def _output(self, index: Index, step: float) -> float:
        if self._array is not None and index is not None:
            return self._array.output(index, step)
        self._program.set_value(self._name, self.value + step)
        self._program.forward()
        return float(self._program.value(self._program.output or ""))


def _without(last: Slopes) -> str:
    """Return how it is told that backpropagation finds no slope where a bump does."""
    sides = sum(map(math.isfinite, (last.left, last.right)))
    return f"backprop is NaN, a bump finds a slope on {'both sides' if sides > 1 else 'one side'}"


def _indices(value: Value) -> Iterator[Index]:
    if isinstance(value, float):
        yield None
    else:
        yield from np.ndindex(value.shape)
