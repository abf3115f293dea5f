"""Tables as text: a CSV file, or cells copied from a spreadsheet; the first row names the columns.

Cells are divided by tabs, semicolons or commas, whichever the first row has, in this order. With
tabs and semicolons a number may have a decimal comma, as spreadsheets in half of Europe write it.
"""

import csv
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from math import isfinite
from pathlib import Path
from typing import BinaryIO

from engine.errors import FileError, LimitError
from engine.graph.attributes import MAX_NAME_BYTES
from engine.language import noop, sentence
from engine.progress import watched
from engine.training.table import Table, check_size
from engine.words.wording import comma_readings, point_hint

__all__ = [
    "cells_of",
    "has_decimal_comma",
    "is_number",
    "number_of",
    "read_table",
    "table_from_file",
    "table_from_text",
    "text_from_table",
]

_MOST_BYTES = 64 * 2**20
_DELIMITERS = "\t;,"
_SAID = {  # parts of csv's messages, and what they mean to who has not read its code
    "unexpected end of data": noop("a quote is opened and never closed"),
    "expected after": noop("a cell goes on behind its closing quote"),
    "field larger": noop("a cell is too long"),
    "new-line": noop("a line ends amid a cell without quotes"),
}


def read_table(path: str | os.PathLike[str]) -> Table:
    """Return the table in the CSV file at `path`.

    Raises FileError with a sentence that names row and column, and OSError where the file cannot
    be read at all.
    """
    if Path(path).is_dir():
        raise FileError(sentence("it is a folder, not a file"))
    with Path(path).open("rb") as file:
        return table_from_file(file)


def table_from_file(file: BinaryIO) -> Table:
    """Return the table in an open CSV file; raises FileError with row and column."""
    data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise LimitError(sentence("the file is larger than {n} MB", n=_MOST_BYTES >> 20))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        said = noop("row {row} is no text in UTF-8: save the table as CSV in UTF-8")
        raise FileError(sentence(said, row=row)) from None
    return table_from_text(text)


def table_from_text(text: str) -> Table:
    r"""Return the table that `text` writes; raises FileError with row, counted from 1, and column.

    >>> table_from_text("x,y\n1,2\n3,4").rows
    ((1.0, 2.0), (3.0, 4.0))
    """
    records = [(number, cells) for number, cells in enumerate(_records(text), 1) if any(cells)]
    if not records:
        raise FileError(sentence("the table is empty: its first row names the inputs"))
    (first, header), *rows = records
    columns = tuple(header)
    _check_columns(columns, first)
    if not rows:
        raise FileError(sentence("there are no rows below the names in row {row}", row=first))
    check_size(len(columns), len(rows), sentence("the table"))
    comma = _delimiter(text) != ","
    decimal = comma and has_decimal_comma(cells for _, cells in rows)
    read = (_row(cells, columns, n, comma=comma, decimal=decimal) for n, cells in watched(rows))
    return Table(columns, tuple(read))


def text_from_table(table: Table, delimiter: str = ",") -> str:
    """Return the table as CSV, or divided by tabs; `table_from_text` reads it back exactly."""
    out = StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    names = csv.writer(out, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL)
    marked = any(mark in name for name in table.columns for mark in _DELIMITERS)
    (names if marked else writer).writerow(table.columns)
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
        known = (sentence(said) for sign, said in _SAID.items() if sign in str(error))
        what = next(known, str(error))
        raise FileError(sentence("line {n}: {what}", n=reader.line_num, what=what)) from None


def _delimiter(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    first = re.sub('"[^"]*"', "", first)  # within quotes none divides
    return next((mark for mark in _DELIMITERS if mark in first), ",")


def _check_columns(columns: tuple[str, ...], row: int) -> None:
    if all(map(is_number, columns)):
        shown = ", ".join(columns[:4]) + (", …" if len(columns) > 4 else "")
        said = noop("row {row}: expected the names of inputs, found numbers: {listed}")
        raise FileError(sentence(said, row=row, listed=shown))
    seen: set[str] = set()
    for k, name in enumerate(columns):
        if not name:
            raise FileError(_at(row, k + 1, sentence("the name is missing")))
        if len(name) > MAX_NAME_BYTES or not name.isprintable():
            said = sentence("{name} cannot be a name", name=repr(_cut(name)))
            raise FileError(_at(row, k + 1, said))
        if name in seen:
            raise FileError(_at(row, k + 1, sentence("{name} appears twice", name=repr(name))))
        seen.add(name)


def _row(
    cells: list[str], columns: tuple[str, ...], number: int, *, comma: bool, decimal: bool
) -> tuple[float, ...]:
    if len(cells) != len(columns):
        count = sentence("1 cell" if len(cells) == 1 else "{n} cells", n=len(cells))
        said = sentence(
            "row {row}: has {cells} where there is 1 column"
            if len(columns) == 1
            else "row {row}: has {cells} where there are {n} columns",
            row=number,
            cells=count,
            n=len(columns),
        )
        digits = all(cell.lstrip("+-").isdigit() for cell in cells)
        twice = digits and not comma and len(cells) == 2 * len(columns)
        if twice:
            said += sentence("; where 1,5 is a number, divide the cells by semicolons")
        raise FileError(said)
    found = []
    for name, cell in zip(columns, cells, strict=True):
        value = number_of(cell, comma=comma, decimal=decimal)
        if value is None:
            raise FileError(_at(number, _cut(name), _no_number(cell)))
        found.append(value)
    return tuple(found)


def _no_number(cell: str) -> str:
    """Return why a cell writes no number, and what to write where that is clear."""
    if not cell:
        return sentence("the cell is empty")
    said = sentence("{text} is not a finite number", text=repr(_cut(cell)))
    meant = point_hint(cell)
    return said + sentence("; write {meant}", meant=meant) if meant else said


def _at(row: int, column: object, said: str) -> str:
    """Return what is wrong in a cell with its place before it."""
    place = sentence("row {row}, column {column}", row=row, column=column)
    return f"{place}: {said}"


def _cut(text: str) -> str:
    return text if len(text) <= 20 else text[:20] + "…"
