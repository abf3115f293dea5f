"""Names and first attributes of nodes that are placed by hand."""

from collections.abc import Container
from typing import Any

import engine

__all__ = ["first_attributes", "first_name"]

# The lecture's letters first; J is kept for the cost.
_LETTERS: dict[str, tuple[str, ...]] = {
    "parameter": ("w", "b"),
    "input": ("x", "y"),
    "constant": ("k",),
    "squared_error": ("J",),
    "cross_entropy": ("J",),
}
_OPS: tuple[str, ...] = ("c", "a", "d", *"efghmnpqrstuvz")
_FORMULA = "x^2/2"


def first_name(graph: engine.Graph, op: str, taken: Container[str] = ()) -> str:
    """Return a short name that is free and not `taken`: w and b for parameters, c, a … for ops."""
    letters = _LETTERS.get(op, _OPS)
    for letter in letters:
        if letter not in graph and letter not in taken:
            return letter
    number = 2
    while (name := f"{letters[0]}{number}") in graph or name in taken:
        number += 1
    return name


def first_attributes(op: str) -> dict[str, Any]:
    """Return the attributes a new node needs to be one."""
    return {"formula": _FORMULA} if op == "formula" else {}
