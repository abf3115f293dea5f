"""A leaf's value as text: typed, `2.5`, `1/3`, `[1, 2; 3, 4]`, or copied from a spreadsheet."""

import json
import re
from itertools import chain

import numpy as np

import engine
from engine.expression import typed_number
from engine.training.table_text import cells_of, has_decimal_comma, is_number, number_of
from engine.words.brackets import CLOSES, lone_bracket
from engine.words.rows import ENTRY, nested, unwrapped
from engine.words.wording import comma_readings
from gui.language import tr
from gui.typed.number_meant import divides_by_zero, meant, pointed
from gui.typed.value_text import quoted

__all__ = ["is_table", "no_number", "rows_of", "value_of"]

_LONGEST = 100_000
_LONGEST_PROPOSED = 40  # characters, in a sentence
_MOST_CELLS = 200_000
_THOUSANDS = re.compile(r"0\d\d")  # of 1,000
_COLUMN = re.compile(r"\]\s*(?:\^T|\.T|ᵀ|')\Z")
_BETWEEN = re.compile(r"[^\s\[\];]+")
_BETWEEN_ROWS = re.compile(r"\]\s*;\s*\[")
_ROUND_THOUSANDS = re.compile(
    r"[+-]?[1-9]\d{0,2}(?:\.\d{3})*\.\d\d0,\d+\Z"
)  # by hand no 1.000 is 1
_BLANKS = re.compile(r",?\s+")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?")  # 12 345.5
_NOT_FINITE = re.compile(r"[+-]?(nan|inf|infinity)", re.IGNORECASE)
_INFINITY = re.compile(r"(?<![\w.∞])∞(?![\w.∞])")  # by itself: 1∞ is told as it was typed


def value_of(text: str) -> engine.Value:
    """Return the number or array that `text` says, float64; raises InvalidValueError with a reason.

    >>> value_of("−1/4")
    -0.25
    >>> value_of("[1, 2]")
    array([1., 2.])
    """
    if is_table(text):
        copied = _copied(text)  # one row or one column is a vector
        return copied.reshape(-1) if 1 in copied.shape else copied
    text = unwrapped(_plainly(text))
    if not text:
        raise engine.InvalidValueError(_nothing())
    if not text.startswith("["):
        return _single(text)
    if len(text) > _LONGEST:
        raise engine.InvalidValueError(tr("this array is too long to be typed"))
    _check_list(text)
    return _array(nested(text))


def is_table(text: str) -> bool:
    """Return whether a text is what a spreadsheet copies: several cells, in rows and columns."""
    text = unwrapped(text)
    return not text.startswith("[") and ("\t" in text or "\n" in text)


def _single(text: str) -> float:
    """Return a number, also one that is written as a fraction."""
    try:
        return typed_number(text)
    except OverflowError:
        said = tr("‘{text}’ is too large for a number").format(text=quoted(text))
    except ValueError:
        if divides_by_zero(text):
            said = tr("‘{text}’ is no number: nothing is divided by 0")
            raise engine.InvalidValueError(said.format(text=quoted(text))) from None
        said = tr("‘{text}’ is not a number").format(text=quoted(text))
        if hint := meant(text):
            said += tr("; write {number}").format(number=hint)
    raise engine.InvalidValueError(said)


def no_number(cell: str) -> str:
    """Return that a cell of a table is no number, and how it may be meant."""
    said = tr("‘{text}’ is not a number").format(text=quoted(cell))
    return said + (tr("; write {number}").format(number=hint) if (hint := pointed(cell)) else "")


def _array(text: str) -> np.ndarray:
    listed = ENTRY.sub(lambda entry: json.dumps(entry[0]), text)
    try:
        array = np.array(_floats(json.loads(listed)), dtype=np.float64)
    except (ValueError, RecursionError):
        said = _lone(text) or tr("write an array as rows of equal length, such as [1, 2; 3, 4]")
        raise engine.InvalidValueError(said) from None
    return array


def _check_list(text: str) -> None:
    """Raise InvalidValueError for a row that is asked to be a column, and for 1.000,5 in a list.

    So where rows are divided twice.
    """
    if _COLUMN.search(text):
        said = tr("a column of numbers is {column}")
        raise engine.InvalidValueError(said.format(column="[1; 2; 3]"))
    if ";" in text and "[" in text[1:] and not _lone(text):
        said = tr("rows are divided by ‘;’ or stand in brackets, not both")
        if plain := _divided_once(text):
            said += tr("; write {number}").format(number=plain)
        raise engine.InvalidValueError(said)
    for entry in _BETWEEN.findall(text):
        readings = comma_readings(entry)
        if _ROUND_THOUSANDS.match(entry) and readings:
            said = tr("‘{text}’ may be one number or two; write {number}, or {apart} for two")
            apart = entry.replace(",", ", ")
            raise engine.InvalidValueError(said.format(text=entry, number=readings[0], apart=apart))


def _divided_once(text: str) -> str:
    """Return the rows that have brackets and `;` with one of both; nothing where that is unclear.

    >>> _divided_once("[[1, 2; 3, 4]]"), _divided_once("[[1, 2]; [3, 4]]")
    ('[1, 2; 3, 4]', '[[1, 2], [3, 4]]')
    """
    within, outside = text[1:-1].strip(), _BETWEEN_ROWS.sub("], [", text)
    plain = outside if ";" not in outside else within if "[" not in within[1:] else ""
    if len(plain) > _LONGEST_PROPOSED:
        return ""
    try:
        return plain if np.ndim(value_of(plain)) else ""
    except engine.InvalidValueError:
        return ""


def _lone(text: str) -> str:
    """Return which bracket of an array has no partner, and where; nothing where each has one."""
    lone = lone_bracket(enumerate(text, 1))
    if lone is None:
        return ""
    if lone.sign in CLOSES:
        said = tr("nothing closes the ‘{bracket}’ at character {place}")
    elif lone.opened:
        said = tr("a ‘{opened}’ ends with ‘{end}’, not with ‘{bracket}’ at character {place}")
    else:
        said = tr("the ‘{bracket}’ at character {place} closes nothing")
    end = CLOSES.get(lone.opened, "")
    return said.format(bracket=lone.sign, opened=lone.opened, end=end, place=lone.place)


def rows_of(text: str) -> np.ndarray:
    """Return a value as the rows and columns that it is written in; raises as `value_of` does."""
    if is_table(text):
        return _copied(text)
    value = np.atleast_2d(value_of(text))
    if not value.size:
        raise engine.InvalidValueError(_nothing())
    return value.reshape(-1, value.shape[-1])


def _copied(text: str) -> np.ndarray:
    """Return copied cells as rows and columns; a first row of names alone is passed over."""
    if text.count("\t") + text.count("\n") > _MOST_CELLS:
        raise engine.InvalidValueError(tr("these are too many cells to be pasted"))
    try:
        cells = cells_of(_plainly(text), one_column="\t" not in text)
    except engine.FileError as error:  # a quote that is not closed
        raise engine.InvalidValueError(str(error)) from None
    if all(len(row) == 1 for row in cells):
        cells = _divided_by_blanks(cells)
        if sum(map(len, cells)) > _MOST_CELLS:
            raise engine.InvalidValueError(tr("these are too many cells to be pasted"))
    decimal = has_decimal_comma(cells)
    rows = [[_number_in(cell, decimal=decimal) for cell in row] for row in cells]
    first = 1
    if len(rows) > 1 and set(rows[0]) == {None} and not any(map(is_number, cells[0])):
        cells, rows, first = cells[1:], rows[1:], 2
    for row, (texts, numbers) in enumerate(zip(cells, rows, strict=True), first):
        if len(numbers) != len(rows[0]):
            said = tr("the table’s rows differ in length: row {row} has {some}, the first {all}")
            said = said.format(row=row, some=len(numbers), all=len(rows[0]))
            raise engine.InvalidValueError(said)
        if "" in texts:
            said = tr("a cell of row {row} of the table is empty").format(row=row)
            raise engine.InvalidValueError(said)
        if None in numbers:
            k = numbers.index(None)
            said = tr("row {row}, cell {cell}: {reason}")
            said = said.format(row=row, cell=k + 1, reason=no_number(texts[k]))
            raise engine.InvalidValueError(said)
    return np.array(rows, dtype=np.float64)


def _divided_by_blanks(cells: list[list[str]]) -> list[list[str]]:
    """Return lines with their numbers apart where blanks divide them; one of names may be first.

    Where each may as well be one number in groups, `12 345`, they stay as they are.
    """
    lines = [_BLANKS.split(cell.rstrip(",")) for (cell,) in cells]
    numbers = [all(map(_is_written, line)) for line in lines]
    several = [
        cell
        for (cell,), line, known in zip(cells, lines, numbers, strict=True)
        if known and len(line) > 1
    ]
    grouped = all(map(_GROUPED.fullmatch, several))  # so it is where none has several
    if (
        grouped
        or not all(numbers[1:])
        or any(map(_THOUSANDS.fullmatch, chain.from_iterable(lines)))
    ):
        return cells
    return lines


def _is_written(part: str) -> bool:
    return is_number(part) or _number_in(part, decimal=False) is not None


def _number_in(cell: str, *, decimal: bool) -> float | None:
    """Return the number in a copied cell, NaN and infinity too; None where there is none."""
    return float(cell) if _NOT_FINITE.fullmatch(cell) else number_of(cell, decimal=decimal)


def _nothing() -> str:
    return tr("type a number, or rows of numbers such as [1, 2; 3, 4]")


def _plainly(text: str) -> str:
    """Return the text with the signs that cards write as Python reads them."""
    return _INFINITY.sub("inf", text.replace("−", "-").replace("–", "-"))


def _floats(entry: object) -> object:
    if isinstance(entry, list):
        return [_floats(part) for part in entry]
    text = str(entry)
    if _THOUSANDS.fullmatch(text):
        said = tr("‘{text}’ is no entry: a comma and a blank divide, so a thousand is 1000")
        raise engine.InvalidValueError(said.format(text=text))
    return _single(text)
