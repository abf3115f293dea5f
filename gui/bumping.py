"""A node in one run, as it is bumped: by how much the output moves, how near its derivative."""

import math
from dataclasses import dataclass

import numpy as np

import engine
from gui.run import Readings

__all__ = ["Bumping"]

_NEAR = 0.01  # of the derivative, by which ΔJ/ε may differ from it
_FLAT = 1e-3  # and by so much, or ε, where that is flat


@dataclass(frozen=True)
class Bumping:
    """Bumps `node` at the numbers of one run; of an array its first entry that moves the output."""

    readings: Readings
    node: str

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

    def error(self, epsilon: float, derivative: float) -> float:
        """Return how far ΔJ/ε is from the derivative, NaN where there is none."""
        bump = self.by(epsilon)
        slope = None if bump is None else bump.slope()
        return math.nan if slope is None else abs(slope - derivative)

    def _moved(self, epsilon: float) -> engine.Bump:
        return self.readings.bump(self.node, epsilon, self._entry())

    def _entry(self) -> tuple[int, ...] | None:
        """Return the index of the entry that is moved, None where there is but one number.

        It is the first of all where none moves the output.
        """
        value = self.readings.value(self.node)
        if not isinstance(value, np.ndarray) or not value.size:
            return None
        derivative = self.readings.derivative(self.node)
        moving = 0 if derivative is None else int(np.argmax(np.asarray(derivative) != 0.0))
        return tuple(int(k) for k in np.unravel_index(moving, value.shape))
