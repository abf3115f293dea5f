"""The numbers of many leaves, read and set together: training does it many times a second."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from engine.value import Array, Value

__all__ = ["Together", "differ", "numbers_of"]


class Together:
    """Where a graph keeps the values of leaves, known as long as its `mark` is the same."""

    def __init__(self, names: tuple[str, ...], mark: int, held: list[dict[str, Any]]) -> None:
        self.names, self.mark = names, mark
        self._held = held
        self._numbers: Array | None = None

    def holds(self, names: tuple[str, ...]) -> bool:
        """Tell whether it is these leaves' values that are known."""
        return names is self.names or names == self.names

    def forget(self) -> None:
        """Look the values up again: one of them may have been set by itself."""
        self._numbers = None

    def values(self) -> Sequence[Value] | Array:
        """Return the values, as one array where all are single numbers."""
        if self._numbers is None:
            values = [attributes["value"] for attributes in self._held]
            self._numbers = numbers_of(values)
            return values if self._numbers is None else self._numbers
        return self._numbers

    def set(self, numbers: Array) -> None:
        """Give each leaf another number."""
        for attributes, number in zip(self._held, numbers.tolist(), strict=True):
            attributes["value"] = number
        self._numbers = numbers


def numbers_of(values: Sequence[Value] | Array) -> Array | None:
    """Return values as one array where each is a float, else None."""
    if isinstance(values, np.ndarray):
        return values
    return np.array(values) if set(map(type, values)) == {float} else None


def differ(first: Array, second: Array) -> bool:
    """Tell whether numbers differ bit by bit: NaN is like NaN, 0 is not like −0."""
    other = first.view(np.int64) != second.view(np.int64)
    return not (np.isnan(first[other]) & np.isnan(second[other])).all()
