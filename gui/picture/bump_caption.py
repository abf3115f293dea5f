"""What is said of a bump, and of what it costs: `ΔJ/Δw = −3.998 ≈ ∂J/∂w = −4`, `n + p = 6`."""

import math

import numpy as np

import engine
from gui.bumping import Bumping
from gui.fonts import Face
from gui.language import count_text, counted, tr
from gui.picture.bump_seen import pair_text
from gui.picture.measure import MATH
from gui.picture.numbers import change, number_text, rounded, wanted_digits
from gui.picture.runs import Typeset, join, set_text
from gui.picture.written import EQUALS, Written, number, roman
from gui.run import Readings
from gui.theme import Ink

__all__ = ["bump_lines", "cost_lines"]

_DIGITS = 7  # of the output at least: 1.996002 tells more than 1.996
_MOST_DIGITS = 11  # of it
_MOST_OF_SLOPE = 6


def bump_lines(
    graph: engine.Graph, readings: Readings, bumping: Bumping, bump: engine.Bump
) -> tuple[Typeset, ...]:
    """Return what moves, and how near ΔJ/ε comes to the derivative, where J is a number."""
    written = Written(graph, readings)
    entry = "" if not bump.index else f"[{', '.join(map(str, bump.index))}]"
    name, output = written.row(written.name(bump.node), entry), written.name(written.output)
    moved = written.row(name, EQUALS, _pair(bump, bump.node, 4))
    before, after = bump.before(written.output), bump.after(written.output)
    derivative = bumping.derivative(bump)
    if not isinstance(before, float) or not isinstance(after, float) or derivative is None:
        return (moved,)
    moves = change(before, after)
    slope = moves / bump.epsilon
    digits = _slope_digits(slope, derivative)
    shown = _output_digits(before, moves, digits)
    by = written.row("∂", output, "/∂", name)
    return (
        written.row(moved, ",    ", output, EQUALS, _pair(bump, written.output, shown)),
        written.row(
            written.row("Δ", output, "/Δ", name, EQUALS),
            number(f"{number_text(moves, digits)} / {number_text(bump.epsilon)}", Ink.VALUE),
            EQUALS,
            number(number_text(slope, digits), Ink.VALUE),
            " ≈ " if bumping.is_near(bump) else ",    ",
            by,
            EQUALS,
            written.flow(derivative),
        ),
    )


def _slope_digits(slope: float, derivative: float) -> int:
    """Return how many digits tell a slope from a derivative that is written without rounding.

    −22.00 ≈ −22 would read as a slip where it is −21.998. They are the wanted ones where that takes
    too many, or where the derivative is rounded itself.
    """
    wanted = wanted_digits()
    if not math.isclose(rounded(derivative, wanted), derivative, rel_tol=1e-12):
        return wanted
    for digits in range(wanted, _MOST_OF_SLOPE + 1):
        if rounded(slope, digits) != rounded(derivative, digits):
            return digits
    return wanted


def _output_digits(before: float, moves: float, digits: int) -> int:
    """Return with how many digits an output has the decimals of its change, which has `digits`."""
    if not (math.isfinite(before) and math.isfinite(moves) and before and moves):
        return _DIGITS
    more = math.floor(math.log10(abs(before))) - math.floor(math.log10(abs(moves)))
    return max(_DIGITS, min(digits + more, _MOST_DIGITS))


def _pair(bump: engine.Bump, node: str, digits: int) -> Typeset:
    """Return `2 → 2.001`, of an array's entry that was bumped, too."""
    at = bump.index if node == bump.node and bump.index else ()
    before, after = (float(np.asarray(x)[at]) for x in (bump.before(node), bump.after(node)))
    return number(pair_text(before, after, digits), Ink.VALUE)


def cost_lines(readings: Readings) -> tuple[Typeset, ...]:
    """Return how many steps backpropagation takes, and bumping each parameter or entry in turn."""
    counts = readings.counts
    each = roman(tr("entries")) if counts.has_arrays else _italic("p")
    return (
        _cost(tr("Backprop: "), " + ", _italic("p"), (counts.nodes, counts.parameters)),
        _cost(tr("Bumping: "), " × ", each, (counts.nodes, counts.entries)),
    )


def _cost(said: str, sign: str, second: Typeset, numbers: tuple[int, int]) -> Typeset:
    n, p = numbers
    steps = n + p if sign == " + " else n * p
    told = counted(steps, "1 step", "{n} steps")
    parts = (
        *(roman(said), _italic("n"), roman(sign), second),
        *(roman(f" = {count_text(n)}{sign}{count_text(p)} = "), roman(told)),
    )
    return join((part, 0.0) for part in parts)


def _italic(letter: str) -> Typeset:
    return set_text(letter, Face.ITALIC, MATH)
