"""The tree of an expression, and the functions that may be called in one."""

from dataclasses import dataclass, replace
from typing import TypeAlias

from engine.expression.attributes import Told

__all__ = [
    "ARRAY_FUNCTIONS",
    "FUNCTIONS",
    "Call",
    "Expression",
    "Name",
    "Number",
    "calls",
    "depth",
    "names",
    "substitute",
]

# Callable elementwise functions and how many arguments each takes; None is two or more.
FUNCTIONS: dict[str, int | None] = {
    "add": None,
    "multiply": None,
    "subtract": 2,
    "divide": 2,
    "negate": 1,
    "power": 2,
    "square": 1,
    "sqrt": 1,
    "exp": 1,
    "log": 1,
    "relu": 1,
    "leaky_relu": 1,
    "sigmoid": 1,
    "tanh": 1,
    "softplus": 1,
    "abs": 1,
    "maximum": None,
    "minimum": None,
    "sin": 1,
    "cos": 1,
    "squared_error": 2,
}
ARRAY_FUNCTIONS: dict[str, int | None] = {
    "matmul": 2,
    "transpose": 1,
    "sum": 1,
    "mean": 1,
    "softmax": 1,
    "log_softmax": 1,
    "cross_entropy": 2,
}
"""Ops that take a whole array: each is a node of its own, and never within a formula."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as typed; always finite."""

    value: float


@dataclass(frozen=True, slots=True)
class Name:
    """A free name."""

    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """The op `op`, by its contract name, of its arguments; `a - b` is `subtract` of two.

    `attributes` are what it is told besides, in the order in which the op has them.
    """

    op: str
    arguments: tuple["Expression", ...]
    attributes: tuple[tuple[str, Told], ...] = ()


Expression: TypeAlias = Number | Name | Call


def calls(expression: Expression) -> list[Call]:
    """Return the calls of a tree, arguments before what uses them; without recursion."""
    found: list[Call] = []
    pending = [expression]
    while pending:
        part = pending.pop()
        if isinstance(part, Call):
            found.append(part)
            pending.extend(part.arguments)
    found.reverse()
    return found


def names(expression: Expression) -> tuple[str, ...]:
    """Return the free names of `expression`, each once, in order of first appearance."""
    found: dict[str, None] = {}
    pending = [expression]
    while pending:
        part = pending.pop()
        if isinstance(part, Name):
            found[part.name] = None
        elif isinstance(part, Call):
            pending.extend(reversed(part.arguments))
    return tuple(found)


def substitute(expression: Expression, replacements: dict[str, "Expression"]) -> Expression:
    """Return `expression` with each name in `replacements` replaced by its expression."""
    if isinstance(expression, Name):
        return replacements.get(expression.name, expression)
    if isinstance(expression, Call):
        arguments = tuple(substitute(part, replacements) for part in expression.arguments)
        return replace(expression, arguments=arguments)
    return expression


def depth(expression: Expression) -> int:
    """Return how many calls lie inside one another, without recursion."""
    deepest = 0
    pending = [(expression, 0)]
    while pending:
        part, depth = pending.pop()
        if isinstance(part, Call):
            deepest = max(deepest, depth + 1)
            pending += [(argument, depth + 1) for argument in part.arguments]
    return deepest
