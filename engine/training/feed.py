"""How the rows of a table reach the inputs: one row a step, or all of them in every step."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np

from engine.errors import GraphError
from engine.graph import Graph
from engine.language import noop, sentence
from engine.training.table import Table
from engine.value import Array, Value
from engine.words.suggestion import did_you_mean

__all__ = ["Feed", "Feeder", "check_columns", "order_of_rows"]

_TOLD = 8  # inputs that a sentence lists
_ENTRY = re.compile(r"(.+)\[(\d{1,6})\]\Z")


class Feed(Enum):
    """What a step is taken on."""

    ROWS = "rows"
    """One row, the next one in every step."""
    BATCH = "batch"
    """All rows: as arrays where the output is a number then, else the mean over the rows."""


@dataclass(frozen=True)
class _Column:
    """The columns of the table that make up one input.

    `vector` where they are its entries, `matrix` where the graph holds it as rows of entries.
    """

    places: tuple[int, ...]
    vector: bool
    matrix: bool


class Feeder:
    """Gives the values of a graph's inputs for one row of a table, or for all of them."""

    def __init__(self, table: Table, graph: Graph) -> None:
        """Raise GraphError for a table without rows, and for a column that is no input."""
        if not table.rows:
            raise GraphError(sentence("the table has no rows"))
        self._numbers: Array = np.array(table.rows, dtype=np.float64)
        self._columns = {
            name: _Column(
                tuple(places[k] for k in range(len(places))), vector, np.ndim(graph.value(name)) > 1
            )
            for name, (places, vector) in _grouped(table.columns, graph).items()
        }

    @property
    def inputs(self) -> tuple[str, ...]:
        """Return the inputs that are fed."""
        return tuple(self._columns)

    def __len__(self) -> int:
        return len(self._numbers)

    def row(self, number: int) -> dict[str, Value]:
        """Return each input's value in row `number`: a number, a vector, or a matrix of one row."""
        return {
            name: self._cells(number, column).reshape((1, -1) if column.matrix else (-1,))
            if column.vector or column.matrix
            else float(self._numbers[number, column.places[0]])
            for name, column in self._columns.items()
        }

    def batch(self) -> dict[str, Value]:
        """Return each input's values in all rows: shape (rows,), or (rows, entries)."""
        return {
            name: self._numbers[:, list(column.places)]
            if column.vector or column.matrix
            else self._numbers[:, column.places[0]]
            for name, column in self._columns.items()
        }

    def _cells(self, number: int, column: _Column) -> Array:
        cells: Array = self._numbers[number, list(column.places)]
        return cells


def order_of_rows(count: int, seed: int | None) -> Iterator[int]:
    """Yield row numbers without end: in order, or with a seed in a new random order every pass."""
    draw = None if seed is None else np.random.default_rng(seed)
    while True:
        yield from range(count) if draw is None else draw.permutation(count).tolist()


def check_columns(columns: tuple[str, ...], graph: Graph) -> None:
    """Raise GraphError for a column that is no input, or that others leave no place for."""
    _grouped(columns, graph)


def _grouped(columns: tuple[str, ...], graph: Graph) -> dict[str, tuple[dict[int, int], bool]]:
    """Return, for each input, the column of each of its entries, and whether it has an index."""
    found: dict[str, tuple[dict[int, int], bool]] = {}
    for place, column in enumerate(columns):
        entry = None if column in graph else _ENTRY.match(column)
        name, index = (entry[1], int(entry[2])) if entry else (column, 0)
        _check_input(column, name, graph)
        places, vector = found.setdefault(name, ({}, entry is not None))
        if index in places or vector is not (entry is not None):
            said = noop("column {column}: {name} has several columns for one entry")
            raise GraphError(sentence(said, column=column, name=name))
        places[index] = place
    for name, (places, _) in found.items():
        missing = next(k for k in range(len(places) + 1) if k not in places)
        if missing < len(places):
            said = noop("column {column} is missing: the others of {name} are there")
            raise GraphError(sentence(said, column=f"{name}[{missing}]", name=name))
    return found


def _check_input(column: str, name: str, graph: Graph) -> None:
    if name not in graph:
        inputs = [n for n in graph.nodes() if graph.op_of(n) == "input"]
        meant = did_you_mean(name, inputs) or _told(inputs)
        said = sentence(
            "column {column}: there is no input named '{name}'", column=column, name=name
        )
        raise GraphError(said + meant)
    if graph.op_of(name) != "input":
        kind = graph.op_of(name) if graph.is_leaf(name) else "computed"
        said = noop("column {column}: {name} is {kind}, and only inputs take data")
        raise GraphError(sentence(said, column=column, name=name, kind=sentence(_KINDS[kind])))


def _told(inputs: list[str]) -> str:
    """Return which inputs there are, of many the first."""
    if not inputs:
        return sentence("; the graph has no inputs")
    some = ", ".join(inputs[:_TOLD])
    more = ", …" if len(inputs) > _TOLD else ""
    return sentence("; the inputs are {listed}", listed=some + more)


_KINDS = {
    "parameter": noop("a parameter"),
    "constant": noop("a constant"),
    "computed": noop("computed"),
}
