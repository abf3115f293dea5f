"""Numbers as the editor writes them: as the engine's texts, with as many digits as are wanted."""

import math

import numpy as np
from numpy.typing import NDArray

from engine.words.number_text import (
    DIGITS,
    MISSING,
    array_text,
    full_text,
    rounded,
    shape_text,
)
from engine.words.number_text import number_text as number_with
from engine.words.number_text import value_text as value_with

__all__ = [
    "DIGITS",
    "MISSING",
    "array_text",
    "as_written",
    "change",
    "differing",
    "equals",
    "full_text",
    "number_text",
    "rounded",
    "shape_text",
    "value_text",
    "wanted_digits",
    "write_digits",
]


_TOLD = 13  # decimals of a number between 1 and 10; rounding on the way to it takes the others


class _Wanted:
    """How many digits the user wants: one number for the program, as there is one theme."""

    digits = DIGITS


def write_digits(digits: int) -> None:
    """Write numbers with up to so many significant digits from now on, in every window."""
    _Wanted.digits = digits


def wanted_digits() -> int:
    """Return with how many significant digits numbers are written at most."""
    return _Wanted.digits


def number_text(number: float, digits: int | None = None, *, whole: bool = True) -> str:
    """Return `number` with up to the wanted count of significant digits, or another of `digits`.

    A `whole` number below a million has all of its digits.
    """
    return number_with(number, digits or _Wanted.digits, whole=whole)


def value_text(value: float | np.ndarray) -> str:
    """Return the short text of a scalar, of a small array's entries, or of a large one's shape."""
    return value_with(value, _Wanted.digits)


def change(before: float, after: float) -> float:
    """Return by how much a number moved, without what rounding left: 0.001, not 0.001000."""
    moved, largest = after - before, max(abs(before), abs(after))
    if not math.isfinite(moved) or moved == 0.0:
        return moved
    return round(moved, _TOLD - math.floor(math.log10(largest))) or moved


def differing(before: np.ndarray, after: np.ndarray) -> NDArray[np.bool_]:
    """Tell of each entry whether it is another; one that stayed NaN is not."""
    found: NDArray[np.bool_] = (before != after) & ~(np.isnan(before) & np.isnan(after))
    return found


def as_written(number: float) -> float:
    """Return the number that is read where `number` is written."""
    return float(number_text(number).replace("−", "-")) if math.isfinite(number) else number


def equals(computed: float, result: object) -> str:
    """Return ` = `, or ` ≈ ` where the numbers before it, as they are written, give another one.

    `computed` is what they give, `result` what follows: 0.3333 · 0.1429 is 0.04763, not 0.04762.
    """
    if not isinstance(result, float) or not math.isfinite(result):
        return " = "
    return " = " if as_written(computed) == as_written(result) else " ≈ "
