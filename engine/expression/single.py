"""A single number as it is typed, where a whole expression would be too much."""

import math

from engine.expression.tokens import FRACTIONS

__all__ = ["typed_number"]

_PLAIN = str.maketrans({"−": "-", "–": "-", "∞": "inf"})


def typed_number(text: str) -> float:
    """Return the number that a text says; raises ValueError, OverflowError for one too large.

    >>> [typed_number(text) for text in ("−2.5", "1/4", "-½", "∞", "– 2")]
    [-2.5, 0.25, -0.5, inf, -2.0]
    """
    plain = text.strip().translate(_PLAIN)
    if plain[:1] in ("-", "+"):
        plain = plain[0] + plain[1:].lstrip()
    one_sign = FRACTIONS.get(plain.removeprefix("-"))
    if one_sign is not None:
        return -one_sign if plain.startswith("-") else one_sign
    above, line, below = plain.partition("/")
    if line and not float(below):
        raise ValueError("nothing is divided by 0")
    number = float(above) / float(below) if line else float(plain)
    if math.isinf(number) and "inf" not in plain.lower():
        raise OverflowError("too large for a number")
    return number
