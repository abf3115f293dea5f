"""Derivatives as they are typed, `dJ/dw` and `∂J/∂w`: nobody needs to, they are there."""

import re
from collections.abc import Iterator

from engine.language import noop

__all__ = ["DERIVED", "ends_in_derivative", "is_derivative", "quotients"]

DERIVED = noop("derivatives are computed by themselves: they stand on the edges")
_SHORT = r"(?:[^\W\d_](?:_?\d+|_[^\W\d_])?|[lL]oss|[cC]ost)"  # data/day has none
_QUOTIENT = re.compile(
    rf"(?<![^\W\d])(?:d(?P<of>{_SHORT}?)\s*/\s*d(?P<by>{_SHORT})|∂\w*\s*/\s*∂\w+)(?!\w)"
)
_SIGNS = ("∂", "∇")  # which no name has


def quotients(text: str) -> Iterator[re.Match[str]]:
    """Yield each `dJ/dw` of a text: J is its group `of`, which may be empty, w its group `by`."""
    return (found for found in _QUOTIENT.finditer(text) if found["by"])


def is_derivative(name: str) -> bool:
    """Tell whether a name is written as a derivative: `dJ/dw`, `∂J/∂w`.

    >>> [is_derivative(name) for name in ("dJ/dw", "d/dx", "∂J/∂W_1", "data/day", "days")]
    [True, True, True, False, False]
    """
    return name.startswith(_SIGNS) or bool(_QUOTIENT.fullmatch(name))


def ends_in_derivative(text: str) -> bool:
    """Tell whether a text ends as `d/dx` of `d/dx(x^2)` does.

    >>> [ends_in_derivative(text) for text in ("2*d/dx", "2d/dx", "d/2x", "dose/days")]
    [True, True, False, False]
    """
    return any(found.end() == len(text) for found in _QUOTIENT.finditer(text))
