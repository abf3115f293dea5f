"""What nodes that are placed by hand are at first, and how they are called."""

from collections.abc import Container

import engine
from gui.commands import NewNode

__all__ = ["first_name", "first_node", "own_node"]

# The lecture's letters first; J is kept for the cost.
_LETTERS: dict[str, tuple[str, ...]] = {
    "parameter": ("w", "b"),
    "input": ("x", "y"),
    "constant": ("k",),
    "squared_error": ("J",),
    "cross_entropy": ("J",),
}
_OPS: tuple[str, ...] = ("c", "a", "d", *"efghmnpqrstuvz")
_ATTRIBUTES: dict[str, dict[str, object]] = {
    "formula": {"formula": "x^2/2"},
    "constant": {"value": 2.0},  # as the palette shows it
}


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


def first_node(graph: engine.Graph, op: str) -> NewNode:
    """Return a new node of an op or a leaf, with what it needs to be one."""
    return NewNode(first_name(graph, op), op, _ATTRIBUTES.get(op, {}))


def own_node(graph: engine.Graph, op: engine.OwnOp) -> NewNode:
    """Return a new node made of an own op: a formula that knows what it was made of."""
    attributes = {"formula": op.formula, "inputs": list(op.inputs), "own": op.name}
    return NewNode(first_name(graph, "formula"), "formula", attributes)
