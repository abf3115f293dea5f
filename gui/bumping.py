"""A node in one run, as it is bumped: by how much the output moves, how near its derivative."""

import math
from dataclasses import dataclass

import numpy as np

import engine
from engine.bumping.slopes import ROUNDING, Slopes
from gui.run import Readings

__all__ = ["Bumping", "has_entry"]

_NEAR = 0.01  # of the derivative, by which ΔJ/ε may differ from it
_FLAT = 1e-3  # and by so much, or ε, where that is flat


def has_entry(shape: tuple[int, ...], index: tuple[int, ...]) -> bool:
    """Tell whether an array of a shape has an entry there."""
    return len(index) == len(shape) and all(0 <= k < n for k, n in zip(index, shape, strict=True))


@dataclass(frozen=True)
class Bumping:
    """Bumps `node` at the numbers of one run; of an array one entry.

    That is the one with the index `chosen`, else the first that moves the output.
    """

    readings: Readings
    node: str
    chosen: tuple[int, ...] | None = None

    def by(self, epsilon: float) -> engine.Bump | None:
        """Return the bump by `epsilon`, None where the node cannot be moved."""
        try:
            return self._moved(epsilon)
        except engine.GraphError:
            return None

    def refusal(self, epsilon: float) -> str:
        """Return why the node cannot be moved by `epsilon`, "" where it can."""
        try:
            self._moved(epsilon)
        except engine.GraphError as error:
            return str(error)
        return ""

    def derivative(self, bump: engine.Bump) -> float | None:
        """Return the output's derivative by what is bumped, None where there is none."""
        found = self.readings.derivative(self.node)
        return None if found is None else float(np.asarray(found)[bump.index or ()])

    def is_near(self, bump: engine.Bump) -> bool:
        """Tell whether ΔJ/ε of `bump` is about the derivative."""
        slope, derivative = bump.slope(), self.derivative(bump)
        if slope is None or derivative is None or not math.isfinite(derivative):
            return False
        limit = _NEAR * abs(derivative) + min(abs(bump.epsilon), _FLAT)
        return abs(slope - derivative) <= limit

    def slopes(self, epsilon: float) -> Slopes:
        """Return what bumps by `epsilon` up and down find, NaN where nothing."""
        output, ends = self.readings.output or "", []
        bumps = [self.by(step) for step in (-epsilon, epsilon)]
        for bump in bumps:
            after = None if bump is None else bump.after(output)
            ends.append(after if isinstance(after, float) else math.nan)
        value = self.readings.value(output)
        before = value if isinstance(value, float) else math.nan
        noise = ROUNDING * max(1.0, abs(before)) / epsilon
        return Slopes(epsilon, ends[0], before, ends[1], noise)

    def error(self, epsilon: float, derivative: float) -> float:
        """Return how far ΔJ/ε is from the derivative, NaN where there is none."""
        bump = self.by(epsilon)
        slope = None if bump is None else bump.slope()
        return math.nan if slope is None else abs(slope - derivative)

    def _moved(self, epsilon: float) -> engine.Bump:
        return self.readings.bump(self.node, epsilon, self._entry())

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of what is bumped, of a number or without a value none."""
        value = self.readings.value(self.node)
        return value.shape if isinstance(value, np.ndarray) else ()

    def _entry(self) -> tuple[int, ...] | None:
        """Return the index of the entry that is moved, None where there is but one number.

        It is the first of all where none moves the output.
        """
        value = self.readings.value(self.node)
        if not isinstance(value, np.ndarray) or not value.size:
            return None
        if self.chosen is not None and has_entry(value.shape, self.chosen):
            return self.chosen
        derivative = self.readings.derivative(self.node)
        moving = 0 if derivative is None else int(np.argmax(np.asarray(derivative) != 0.0))
        return tuple(int(k) for k in np.unravel_index(moving, value.shape))
