"""What the picture shows of a bump: both values along the way to the output."""

import math

import numpy as np

import engine
from engine.words.number_text import entries_shown
from gui.language import tr
from gui.picture.numbers import differing, number_text, rounded
from gui.readings import Moved, Reading, Stacked, Words
from gui.run import Readings

__all__ = ["BumpSeen", "is_brief", "pair_text", "telling_digits"]

_MOST_DIGITS = 17
_WRITTEN_OUT = 1e6  # numbers below this are, without an exponent
_BRIEF = 7  # digits that are read at a glance
_NEAR = 0.1  # of the change, by which the two written numbers may tell another


class BumpSeen:
    """The readings with `before → after` in place of every value that the bump moved.

    With a `line`, for a page on which these would be too small, what came after stands below where
    both take more letters than that, and of a small array alone.
    """

    def __init__(self, readings: Readings, bump: engine.Bump, *, line: int | None = None) -> None:
        self._readings = readings
        self._line = line
        self._bump = bump
        self._moved = set(bump.moved)
        self.output = readings.output
        self.message = readings.message
        self.nonfinite = readings.nonfinite
        self.nonfinite_derivatives = readings.nonfinite_derivatives
        self.unfit = readings.unfit
        self.adds_up = True
        self.by_leaf: str | None = None

    @property
    def legend(self) -> tuple[str, str]:
        """Return what the two numbers of an edge are."""
        values = tr("value, before → after, with ε = {epsilon}")
        return values.format(epsilon=number_text(self._bump.epsilon)), self._readings.legend[1]

    def value(self, node: str) -> Reading:
        """Return the node's value, or both where it moved."""
        before = self._readings.value(node)
        if node not in self._moved:
            return before
        after = self._bump.after(node)
        if isinstance(before, float) and isinstance(after, float):
            text = pair_text(before, after)
            return Words(text) if self._line is None or len(text) <= self._line else Stacked(text)
        return _moved_entries(before, after, brief=self._line is not None)

    def derivative(self, node: str) -> Reading:
        """Return the output's derivative by the node, before the bump."""
        return self._readings.derivative(node)

    def edge_derivative(self, source: str, target: str, port: int) -> Reading:
        """Return what flows back along the edge, before the bump."""
        return self._readings.edge_derivative(source, target, port)

    def problem(self, node: str) -> str | None:
        """Return why the node has no value."""
        return self._readings.problem(node)


def _moved_entry(before: np.ndarray, after: np.ndarray) -> Words | None:
    """Return `[0, 1]: 2 → 2.001` where one entry of an array moved, None where several did."""
    differs = differing(before, after)
    if np.count_nonzero(differs) != 1:
        return None
    index = tuple(int(k[0]) for k in np.nonzero(differs))
    return Words(f"{list(index)}: {pair_text(float(before[index]), float(after[index]))}")


def _moved_entries(before: Reading, after: Reading, *, brief: bool) -> Reading:
    """Return an array after a bump with the one before, and the digits that tell them apart.

    Of one too large to be written the only entry that moved is: `[0, 12]: 2 → 2.001`.
    """
    if not isinstance(before, np.ndarray) or not isinstance(after, np.ndarray):
        return after
    moved = after.view(Moved)
    moved.before, moved.brief = before, brief
    if not entries_shown(after.shape):
        return _moved_entry(before, after) or moved
    tables = (np.atleast_2d(x).tolist() for x in (before, after, differing(before, after)))
    moved.digits = [
        [telling_digits(a, b) if differs else 0 for a, b, differs in zip(*row, strict=True)]
        for row in zip(*tables, strict=True)
    ]
    return moved


def is_brief(bump: engine.Bump, output: str) -> bool:
    """Tell whether a bump moves an output that is a number by what a few digits tell."""
    before, after = bump.before(output), bump.after(output)
    if not isinstance(before, float) or not isinstance(after, float):
        return False
    moved = after - before
    return math.isfinite(moved) and moved != 0.0 and telling_digits(before, after) <= _BRIEF


def pair_text(before: float, after: float, digits: int = 4) -> str:
    """Return both numbers with as many digits as it takes to tell them apart, at least `digits`.

    A number that `number_text` writes out where it is whole is written out here, too: of
    1.235e4 → 1.236e4 nobody sees that it is a bump of 10.

    >>> pair_text(2.0, 2.001), pair_text(2.0, 2.0020005), pair_text(2.0, 2.0)
    ('2 → 2.001', '2 → 2.002', '2 → 2')
    >>> pair_text(0.123456789, 0.123457789), pair_text(12345.678, 12355.678)
    ('0.123457 → 0.123458', '12346 → 12356')
    """
    digits = max(digits, telling_digits(before, after), _places(before), _places(after))
    return f"{number_text(before, digits)} → {number_text(after, digits)}"


def _places(number: float) -> int:
    """Return how many digits a number has before its point, 0 where they are not written out."""
    return len(str(abs(round(number)))) if abs(number) < _WRITTEN_OUT else 0


def telling_digits(before: float, after: float) -> int:
    """Return how many digits tell by how much two numbers differ, at least 4."""
    change = after - before
    if not math.isfinite(change) or change == 0.0:
        return 4
    for digits in range(4, _MOST_DIGITS):
        told = rounded(after, digits) - rounded(before, digits)
        if abs(told - change) <= _NEAR * abs(change):
            return digits
    return _MOST_DIGITS
