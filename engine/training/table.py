"""A table of data: a column for each input, a row for each example.

A column is called like an input, or `x[0]`, `x[1]` for the entries of an input x that is a vector.
A graph keeps its table in its file as the attribute "data"; like all of a file it is untrusted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from engine.errors import GraphError, LimitError
from engine.graph.kept import others
from engine.graph.structure import Structure
from engine.language import count_text, noop, sentence

__all__ = ["KEY", "MOST_CELLS", "Table"]

KEY = "data"
"""The graph's attribute that holds the table."""

MOST_CELLS = 1_000_000
_FLOAT = frozenset({float})


@dataclass(frozen=True)
class Table:
    """`columns` by name, and `rows` of as many finite numbers each."""

    columns: tuple[str, ...]
    rows: tuple[tuple[float, ...], ...]

    @staticmethod
    def of(graph: Structure) -> "Table | None":
        """Return the table that `graph` holds, None where it has none; raises GraphError."""
        tree = graph.network.graph.get(KEY)
        return None if tree is None else Table.from_tree(tree)

    @staticmethod
    def from_tree(tree: object, place: str = "graph.data") -> "Table":
        """Return the table that JSON wrote; raises GraphError naming the place of a fault."""
        if not isinstance(tree, dict) or not isinstance(tree.get("columns"), list):
            raise GraphError(f"{place}: {sentence('expected an object with columns and rows')}")
        columns, rows = tree["columns"], tree.get("rows")
        seen: set[str] = set()
        for k, name in enumerate(columns):
            if not isinstance(name, str) or not name:
                said = sentence("expected the name of an input")
                raise GraphError(f"{place}.columns[{k}]: {said}")
            if name in seen:
                said = sentence("{name} appears twice", name=repr(name))
                raise GraphError(f"{place}.columns[{k}]: {said}")
            seen.add(name)
        if not isinstance(rows, list):
            raise GraphError(f"{place}.rows: {sentence('expected a list of rows')}")
        check_size(len(columns), len(rows), f"{place}.rows")
        read = tuple(_row(row, len(columns), f"{place}.rows[{i}]") for i, row in enumerate(rows))
        return Table(tuple(columns), read)

    def tree(self, before: object = None) -> dict[str, object]:
        """Return the table as JSON writes it, with what else stood in the tree `before`."""
        own = {"columns": list(self.columns), "rows": [list(row) for row in self.rows]}
        return own | others(before, ("columns", "rows"))


def check_size(columns: int, rows: int, place: str) -> None:
    """Raise LimitError for a table larger than the limit."""
    if columns * rows > MOST_CELLS:
        said = sentence("a table may have at most {most} numbers", most=count_text(MOST_CELLS))
        raise LimitError(f"{place}: {said}")


def _row(row: object, width: int, place: str) -> tuple[float, ...]:
    if not isinstance(row, list):
        raise GraphError(f"{place}: {sentence('expected a list of numbers')}")
    if len(row) != width:
        said = noop("has {n} numbers where there are {columns} columns")
        raise GraphError(f"{place}: {sentence(said, n=len(row), columns=width)}")
    if _FLOAT.issuperset(map(type, row)) and all(map(isfinite, row)):
        return tuple(row)  # of a hundred thousand rows it takes a third of the time
    return tuple(_numbers(row, place))


def _numbers(row: Sequence[object], place: str) -> list[float]:
    found = []
    for k, cell in enumerate(row):
        if isinstance(cell, bool) or not isinstance(cell, int | float):
            raise GraphError(f"{place}[{k}]: {sentence('expected a number')}")
        try:
            number = float(cell)
        except OverflowError:
            number = float("inf")
        if not isfinite(number):
            raise GraphError(f"{place}[{k}]: {sentence('the number is too large')}")
        found.append(number)
    return found
