"""A curve that gets longer at its end, in as few points as tell what is seen of it."""

from collections.abc import Sequence

import numpy as np

from engine.value import Array

__all__ = ["MOST", "Growing"]

MOST = 1000
"""The numbers, or stretches of them, that a curve is told by: a plot has fewer pixels."""


class Growing:
    """Looks at few numbers again: a curve of a million is drawn anew with every frame.

    A long one is told by the lowest and the highest number of every so many, and by its last ones.
    """

    def __init__(self) -> None:
        self._numbers: Sequence[float] = ()
        self._stretch, self._seen = 1, 0
        self._rows: list[int] = []  # of each stretch seen the lowest and the highest

    def points(self, numbers: Sequence[float]) -> tuple[Array, Array]:
        """Return which of the numbers are to be drawn, and these.

        They are the object of the last time, with more at its end, or another from now on.
        """
        if numbers is not self._numbers or len(numbers) < self._seen:
            self._numbers = numbers
            self._begin(1)
        while len(numbers) > MOST * self._stretch:
            self._begin(2 * self._stretch)  # few times, however many there are in the end
        if self._stretch > 1:
            self._look_on(len(numbers) // self._stretch * self._stretch)
        ends = [0, len(numbers) - 1] if self._rows else []
        rows = sorted([*self._rows, *range(self._seen, len(numbers)), *ends])
        heights = [numbers[row] for row in rows]
        return np.array(rows, dtype=np.float64), np.array(heights, dtype=np.float64)

    def _begin(self, stretch: int) -> None:
        self._stretch, self._seen, self._rows = stretch, 0, []

    def _look_on(self, end: int) -> None:
        """Look at the stretches up to `end`."""
        fresh = np.array(self._numbers[self._seen : end]).reshape(-1, self._stretch)
        first = np.arange(self._seen, end, self._stretch)
        for chosen in (fresh.argmin(axis=1), fresh.argmax(axis=1)):
            self._rows += (first + chosen).tolist()
        self._seen = end
