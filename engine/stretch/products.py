"""Sums of products of a node's inputs, a neuron's weighted sum say: many rows in a few calls."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from engine.ops import Op
from engine.stretch.likeness import Likeness, likeness
from engine.stretch.place import Floats
from engine.stretch.tracing import Line, Trace, forward_of
from engine.stretch.written import add_rows

__all__ = ["Products", "products_of"]

_LEAST = 8  # ports; of fewer a line for each operation is as quick
_REMEMBERED = 256

Rows = slice | list[int]  # which rows of a table


class Products(NamedTuple):
    """A sum of `terms`: products of a port `left` and one of `right`, and ports `alone`.

    Which of the terms these are is `multiplied` and `added`; they are added in their order, so the
    sum is the same as that of the loop, bit by bit.
    """

    terms: int
    left: Rows
    right: Rows
    alone: Rows
    multiplied: Rows
    added: Rows

    def forward(self, rows: Any, out: Floats) -> None:
        """Write the sums to `out`; `rows` has a row for each port, a column for each node."""
        terms = np.empty((self.terms, rows.shape[1]))
        terms[self.multiplied] = rows[self.left] * rows[self.right]
        terms[self.added] = rows[self.alone]
        add_rows(terms, out)

    def backward(self, flows: Any, g: Floats, y: Floats, rows: Any) -> None:
        """Write the derivative along each edge to its row of `flows`, from that of the sums."""
        del y
        flows[self.left] = g * rows[self.right]
        flows[self.right] = g * rows[self.left]
        flows[self.alone] = g


_found: dict[Likeness, Products | None] = {}


def products_of(op: Op, ports: int) -> Products | None:
    """Return how an op is a sum of products of its ports, each used once; None where it is none."""
    if ports < _LEAST or op.passes_on:
        return None
    like = likeness(op, ports)
    if like not in _found:
        if len(_found) >= _REMEMBERED:
            _found.clear()
        _found[like] = _products(_terms(forward_of(op, ports), ports))
    return _found[like]


def _products(terms: list[tuple[int, ...]] | None) -> Products | None:
    if terms is None:
        return None
    pairs = [(k, term) for k, term in enumerate(terms) if len(term) == 2]
    alone = [(k, term) for k, term in enumerate(terms) if len(term) == 1]
    return Products(
        len(terms),
        _rows([term[0] for _, term in pairs]),
        _rows([term[1] for _, term in pairs]),
        _rows([term[0] for _, term in alone]),
        _rows([k for k, _ in pairs]),
        _rows([k for k, _ in alone]),
    )


def _terms(forward: Trace, ports: int) -> list[tuple[int, ...]] | None:
    """Return the ports of each term in order, None where the op is another than such a sum."""
    lines = {line.name: line for line in forward.lines}
    inputs = {f"x{port}": port for port in range(ports)}
    found: list[tuple[int, ...]] = []
    rest, *_ = forward.results
    while (line := lines.get(rest)) is not None and line.operation == "add":
        rest, term = line.operands
        found.append(_term(term, lines, inputs))
    found.append(_term(rest, lines, inputs))
    used = sorted(port for term in found for port in term)
    return found[::-1] if all(found) and used == list(range(ports)) else None


def _term(name: str, lines: dict[str, Line], inputs: dict[str, int]) -> tuple[int, ...]:
    """Return the one or two ports that a term is made of, none where it is made otherwise."""
    line = lines.get(name)
    factors: Sequence[str] = (name,)
    if line is not None and line.operation == "mul":
        factors = line.operands
    return tuple(inputs[factor] for factor in factors) if inputs.keys() >= {*factors} else ()


def _rows(places: list[int]) -> Rows:
    """Return places as a slice where they keep their distance."""
    if len(places) < 2:
        return places
    step = places[1] - places[0]
    steady = step > 0 and places == list(range(places[0], places[-1] + 1, step))
    return slice(places[0], places[-1] + 1, step) if steady else places
