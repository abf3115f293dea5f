"""Plain tables and the numbers in them."""

import json
import math
from collections.abc import Sequence
from typing import Any

import engine

__all__ = ["number", "plural", "print_json", "print_origins", "print_table", "short"]

_DIGITS = 10
_FEW = 6  # entries of an array that a table writes out


def number(value: float, digits: int = _DIGITS) -> str:
    """Return a number with up to so many significant digits."""
    if not math.isfinite(value):
        return {math.inf: "Infinity", -math.inf: "-Infinity"}.get(value, "NaN")
    text = f"{value:.{digits}g}"
    return "0" if text == "-0" else text


def plural(count: int, noun: str) -> str:
    """Return a count and what is counted.

    >>> plural(1, "step"), plural(2, "step")
    ('1 step', '2 steps')
    """
    return f"{count} {noun}{'s' if count != 1 else ''}"


def short(value: engine.Value) -> str:
    """Return a value for a table: a number, a few entries, or an array's shape."""
    if isinstance(value, float):
        return number(value)
    if value.size > _FEW:
        return "×".join(map(str, value.shape)) + " array"
    return _entries(value.tolist())


def print_table(header: Sequence[str], rows: Sequence[Sequence[str]], right: str) -> None:
    """Print rows under a header; `right` has an `r` for each column set to the right."""
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    for row in (header, *rows):
        cells = [
            cell.rjust(width) if side == "r" else cell.ljust(width)
            for cell, width, side in zip(row, widths, right, strict=True)
        ]
        print("  ".join(cells).rstrip())


def print_origins(nodes: Sequence[str], before: str = "") -> None:
    """Print at which nodes derivatives cease to be finite, where they do."""
    if nodes:
        print(f"{before}derivatives become NaN or infinite at {', '.join(nodes)}")


def print_json(content: dict[str, Any]) -> None:
    """Print one JSON object, in ASCII: whatever the output's encoding, it stays JSON."""
    print(json.dumps(content, allow_nan=False))


def _entries(entries: Any) -> str:
    if isinstance(entries, list):
        return "[" + ", ".join(map(_entries, entries)) + "]"
    return number(float(entries))
