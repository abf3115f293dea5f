"""A leaf's value as the text of a field, and what is typed there as a sentence quotes it."""

import json
import math

import numpy as np

import engine
from engine.words.number_text import short_exponents

__all__ = ["quoted", "text_of"]

_QUOTED = 40  # characters
_WRITTEN_OUT = 1e15  # a larger whole number is written with an exponent


def text_of(value: engine.Value) -> str:
    """Return the text that is read back exactly, as a field shows it for editing."""
    if isinstance(value, np.ndarray) and value.ndim:
        return short_exponents(json.dumps(_plain(value.tolist())).replace('"', ""))
    number = float(value)
    if not math.isfinite(number):
        return str(_plain(number))
    return short_exponents(repr(number).removesuffix(".0"))


def quoted(text: str) -> str:
    """Return the text for a sentence: on one line, and not longer than the rest of it."""
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else f"{line[:_QUOTED]}…"


def _plain(entry: object) -> str | list[object] | float:
    """Return lists of floats with those that JSON does not know written as words."""
    if isinstance(entry, list):
        return [_plain(part) for part in entry]
    number = float(str(entry))
    if math.isfinite(number):
        short = number.is_integer() and abs(number) < _WRITTEN_OUT and str(number) != "-0.0"
        return int(number) if short else number
    return "NaN" if math.isnan(number) else "inf" if number > 0 else "-inf"
