"""Names and first attributes of nodes that are placed by hand."""

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


def first_name(graph: engine.Graph, op: str) -> str:
    """Return a short name that is free: w and b for parameters, c, a, d … for ops."""
    letters = _LETTERS.get(op, _OPS)
    for letter in letters:
        if letter not in graph:
            return letter
    return graph.unique_name(letters[0])


def first_attributes(op: str) -> dict[str, Any]:
    """Return the attributes a new node needs to be one."""
    return {"formula": _FORMULA} if op == "formula" else {}
