"""Tables as text: a CSV file, or cells copied from a spreadsheet; the first row names the columns.

Cells are divided by tabs, semicolons or commas, whichever the first row has, in this order. With
tabs and semicolons a number may have a decimal comma, as spreadsheets in half of Europe write it.
"""

import csv
import os
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from math import isfinite
from pathlib import Path

from engine.errors import FileError, LimitError
from engine.graph.attributes import MAX_NAME_BYTES
from engine.progress import watched
from engine.training.table import Table, check_size
from engine.words.wording import comma_readings, point_hint

__all__ = [
    "cells_of",
    "has_decimal_comma",
    "is_number",
    "number_of",
    "read_table",
    "table_from_text",
    "text_from_table",
]

_MOST_BYTES = 64 * 2**20
_DELIMITERS = "\t;,"


def read_table(path: str | os.PathLike[str]) -> Table:
    """Return the table in the CSV file at `path`.

    Raises FileError with a sentence that names row and column, and OSError where the file cannot
    be read at all.
    """
    if Path(path).is_dir():
        raise FileError("it is a folder, not a file")
    with Path(path).open("rb") as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise LimitError(f"the file is larger than {_MOST_BYTES >> 20} MB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise FileError(f"row {row} is no text in UTF-8: save the table as CSV in UTF-8") from None
    return table_from_text(text)


def table_from_text(text: str) -> Table:
    r"""Return the table that `text` writes; raises FileError with row, counted from 1, and column.

    >>> table_from_text("x,y\n1,2\n3,4").rows
    ((1.0, 2.0), (3.0, 4.0))
    """
    records = [(number, cells) for number, cells in enumerate(_records(text), 1) if any(cells)]
    if not records:
        raise FileError("the table is empty: its first row names the inputs")
    (first, header), *rows = records
    columns = tuple(header)
    _check_columns(columns, first)
    if not rows:
        raise FileError(f"there are no rows below the names in row {first}")
    check_size(len(columns), len(rows), "the table")
    comma = _delimiter(text) != ","
    decimal = comma and has_decimal_comma(cells for _, cells in rows)
    read = (_row(cells, columns, n, comma=comma, decimal=decimal) for n, cells in watched(rows))
    return Table(columns, tuple(read))


def text_from_table(table: Table, delimiter: str = ",") -> str:
    """Return the table as CSV, or divided by tabs; `table_from_text` reads it back exactly."""
    out = StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([[repr(x).removesuffix(".0") for x in row] for row in table.rows])
    return out.getvalue()


def cells_of(text: str, *, one_column: bool = False) -> list[list[str]]:
    """Return the cells of copied text, row by row, without empty rows; raises FileError.

    With `one_column` a comma divides no cells: `1,5` is a number.
    """
    if one_column and _delimiter(text) == ",":
        return [[line.strip()] for line in text.splitlines() if line.strip()]
    return [cells for cells in _records(text) if any(cells)]


def has_decimal_comma(rows: Iterable[Sequence[str]]) -> bool:
    """Return whether a cell has a comma that divides no thousands: then none of them does."""
    return any(
        "," in cell and len(comma_readings(cell)) == 1 and number_of(cell) is not None
        for cells in rows
        for cell in cells
    )


def is_number(cell: str) -> bool:
    """Return whether a cell writes a number, also one that others read otherwise: `1,000`."""
    return number_of(cell) is not None or bool(comma_readings(cell))


def number_of(cell: str, *, comma: bool = True, decimal: bool = False) -> float | None:
    """Return the finite number that a cell writes, None where it writes none.

    With a comma that is not known to be the `decimal` one, `1,000` may be a thousand, and is none.
    """
    text = cell.strip().replace("−", "-")
    if comma and not decimal and len(comma_readings(text)) > 1:
        return None
    if comma and "," in text and "." not in text:
        text = text.replace(",", ".", 1)
    if "_" in text:  # Python's own way of writing digits in groups
        return None
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) else None


def _records(text: str) -> Iterator[list[str]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        for cells in reader:
            yield [cell.strip() for cell in cells]
    except csv.Error as error:
        raise FileError(f"line {reader.line_num}: {error}") from None


def _delimiter(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return next((mark for mark in _DELIMITERS if mark in first), ",")


def _check_columns(columns: tuple[str, ...], row: int) -> None:
    if all(map(is_number, columns)):
        shown = ", ".join(columns[:4]) + (", …" if len(columns) > 4 else "")
        raise FileError(f"row {row}: expected the names of inputs, found numbers: {shown}")
    seen: set[str] = set()
    for k, name in enumerate(columns):
        if not name:
            raise FileError(f"row {row}, column {k + 1}: the name is missing")
        if len(name) > MAX_NAME_BYTES or not name.isprintable():
            raise FileError(f"row {row}, column {k + 1}: {_cut(name)!r} cannot be a name")
        if name in seen:
            raise FileError(f"row {row}, column {k + 1}: {name!r} appears twice")
        seen.add(name)


def _row(
    cells: list[str], columns: tuple[str, ...], number: int, *, comma: bool, decimal: bool
) -> tuple[float, ...]:
    if len(cells) != len(columns):
        count = f"{len(cells)} cell{'s' if len(cells) != 1 else ''}"
        width = "is 1 column" if len(columns) == 1 else f"are {len(columns)} columns"
        said = f"row {number}: has {count} where there {width}"
        digits = all(cell.lstrip("+-").isdigit() for cell in cells)
        twice = digits and not comma and len(cells) == 2 * len(columns)
        hint = "; where 1,5 is a number, divide the cells by semicolons" if twice else ""
        raise FileError(said + hint)
    found = []
    for name, cell in zip(columns, cells, strict=True):
        value = number_of(cell, comma=comma, decimal=decimal)
        if value is None:
            said = f"{_cut(cell)!r} is not a finite number" if cell else "the cell is empty"
            said += f"; write {point_hint(cell)}" if point_hint(cell) else ""
            raise FileError(f"row {number}, column {_cut(name)}: {said}")
        found.append(value)
    return tuple(found)


def _cut(text: str) -> str:
    return text if len(text) <= 20 else text[:20] + "…"
