"""Places in an array: numbers of entries, as a slice where they follow each other."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["Place", "place_of"]

Place = slice | NDArray[np.intp]


def place_of(numbers: NDArray[np.intp]) -> Place:
    """Return the same numbers as a slice where they follow each other: that gathers nothing."""
    first = int(numbers[0]) if len(numbers) else 0
    following = bool((numbers == np.arange(first, first + len(numbers))).all())
    return slice(first, first + len(numbers)) if following else numbers
