"""A leaf's value as text: typed, `2.5`, `1/3`, `[1, 2; 3, 4]`, or copied from a spreadsheet."""

import json
import math
import re

import numpy as np

import engine
from engine.assignments import free_names, graph_from_text
from engine.expression import typed_number, without_scripts
from engine.training.table_text import cells_of, has_decimal_comma, is_number, number_of
from engine.words.brackets import CLOSES, lone_bracket
from engine.words.number_text import short_exponents
from engine.words.rows import ENTRY, nested, unwrapped
from engine.words.wording import comma_readings
from gui.language import tr

__all__ = [
    "CIRCLE",
    "computed",
    "is_hexadecimal",
    "is_numbers",
    "is_table",
    "no_number",
    "quoted",
    "rows_of",
    "text_of",
    "value_of",
]

_MOST_LISTED = 8  # numbers, in a sentence
_LONGEST = 100_000
_QUOTED = 40  # characters
_MOST_CELLS = 200_000
_WRITTEN_OUT = 1e15  # a larger whole number is written with an exponent
CIRCLE = {"π": math.pi, "pi": math.pi}
"""How the number is called, which is no leaf with any value."""
_COMMA = re.compile(r"\d,\d")
_SIGN_APART = re.compile(r"\d\s+[-+−]")  # 2 -1 is a difference
_APART = re.compile(r"[.;\s]")
_THOUSANDS = re.compile(r"0\d\d")  # of 1,000
_MIXED = re.compile(r"(\d+)\s*([½⅓⅔¼¾⅛])")
_ABOUT = re.compile(r"^\w*\s*=|^[\"'‘“]|[\"'’”]$")
_COLUMN = re.compile(r"\]\s*(?:\^T|\.T|ᵀ|')\Z")
_BETWEEN = re.compile(r"[^\s\[\];]+")
_ROUND_THOUSANDS = re.compile(
    r"[+-]?[1-9]\d{0,2}(?:\.\d{3})*\.\d\d0,\d+\Z"
)  # by hand no 1.000 is 1
_NUMBERS = re.compile(r"[,;\s]+")
_BASED = re.compile(r"0(x[0-9a-f]{1,12}|o[0-7]{1,12}|b[01]{1,40})", re.IGNORECASE)
_NOT_FINITE = re.compile(r"[+-]?(nan|inf|infinity)", re.IGNORECASE)


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
    _check_list(text)
    return _array(nested(text))


def is_table(text: str) -> bool:
    """Return whether a text is what a spreadsheet copies: several cells, in rows and columns."""
    text = unwrapped(text)
    return not text.startswith("[") and ("\t" in text or "\n" in text)


def text_of(value: engine.Value) -> str:
    """Return the text `value_of` reads back exactly, as a field shows it for editing."""
    if isinstance(value, np.ndarray) and value.ndim:
        return short_exponents(json.dumps(_plain(value.tolist())).replace('"', ""))
    number = float(value)
    if not math.isfinite(number):
        return str(_plain(number))
    return short_exponents(repr(number).removesuffix(".0"))


def _single(text: str) -> float:
    """Return a number, also one that is written as a fraction."""
    try:
        return typed_number(text)
    except OverflowError:
        said = tr("‘{text}’ is too large for a number").format(text=quoted(text))
    except ValueError:
        if _divides_by_zero(text):
            said = tr("‘{text}’ is no number: nothing is divided by 0")
            raise engine.InvalidValueError(said.format(text=quoted(text))) from None
        said = tr("‘{text}’ is not a number").format(text=quoted(text))
        hint = _pointed(text) or _hexadecimal(text) or _listed(text) or _computed(text)
        hint = hint or _within(text)
        if hint:
            said += tr("; write {number}").format(number=hint)
    raise engine.InvalidValueError(said)


def no_number(cell: str) -> str:
    """Return that a cell of a table is no number, and how it may be meant."""
    said = tr("‘{text}’ is not a number").format(text=quoted(cell))
    return said + (tr("; write {number}").format(number=hint) if (hint := _pointed(cell)) else "")


def _pointed(text: str) -> str:
    """Return how a number with commas may be meant, else nothing."""
    readings = comma_readings(text)
    if len(readings) < 2:
        percent = text.removesuffix("%")
        return "".join(readings) or (_computed(f"{percent}/100") if percent != text else "")
    return tr("{number} or {other}").format(number=readings[0], other=readings[1])


def _within(text: str) -> str:
    """Return the number of `w = 2`, of a quoted one, and 1.5 of `1½`; else nothing."""
    mixed = _MIXED.fullmatch(text)
    try:
        if mixed:
            return text_of(float(mixed[1]) + typed_number(mixed[2]))
        return text_of(typed_number(_ABOUT.sub("", text)))
    except (ValueError, OverflowError):
        return ""


def _divides_by_zero(text: str) -> bool:
    above, _, below = text.rpartition("/")
    try:
        return typed_number(below) == 0.0 and not math.isnan(typed_number(above))
    except (ValueError, OverflowError):
        return False


def is_hexadecimal(text: str) -> bool:
    """Tell whether a text is a number as programs write it, `0x10`: no expression means that."""
    return bool(_BASED.fullmatch(text.strip()))


def _hexadecimal(text: str) -> str:
    return str(int(text, 0)) if is_hexadecimal(text) else ""


def _listed(text: str) -> str:
    """Return `[1, 2]` for several numbers side by side, else nothing."""
    entries = [entry for entry in _NUMBERS.split(text.strip(" (){}")) if entry]
    if _COMMA.search(text) and _APART.search(text.strip(" (){}")):
        return ""  # numbers as some write them, 1.000,5 and 1,5; 2,5
    rows = [_listed(row) for row in text.strip(" (){}").split(";")] if ";" in text else []
    if rows and all(row.startswith("[") for row in rows):
        return f"[{'; '.join(row[1:-1] for row in rows)}]"
    if not 1 < len(entries) <= _MOST_LISTED:
        return ""
    try:
        return f"[{', '.join(text_of(typed_number(entry)) for entry in entries)}]"
    except (ValueError, OverflowError):
        return ""


def is_numbers(text: str) -> bool:
    """Tell whether a text is a number, or several, as others write them: `1,5`, `1 2 3`, `(1, 2)`.

    No expression means that.
    """
    return bool(comma_readings(text)) or (bool(_listed(text)) and not _SIGN_APART.search(text))


def computed(text: str) -> float | None:
    """Return 6.0 for `2*3`, the number that a text comes to; None where it has names but π."""
    try:
        text = without_scripts(text)
        known = {name: CIRCLE[name] for name in free_names(text) if name in CIRCLE}
        program = engine.compile(graph_from_text(f"v = {text}", dict(known)))
        program.forward()
        value = program.value("v")
    except engine.GraphError:
        return None
    return value if isinstance(value, float) and math.isfinite(value) else None


def _computed(text: str) -> str:
    value = computed(text)
    return "" if value is None else text_of(value)


def _array(text: str) -> np.ndarray:
    if len(text) > _LONGEST:
        raise engine.InvalidValueError(tr("this array is too long to be typed"))
    listed = ENTRY.sub(lambda entry: json.dumps(entry[0]), text)
    try:
        array = np.array(_floats(json.loads(listed)), dtype=np.float64)
    except (ValueError, RecursionError):
        said = _lone(text) or tr("write an array as rows of equal length, such as [1, 2; 3, 4]")
        raise engine.InvalidValueError(said) from None
    return array


def _check_list(text: str) -> None:
    """Raise InvalidValueError for a row that is asked to be a column, and for 1.000,5 in a list."""
    if _COLUMN.search(text):
        said = tr("a column of numbers is {column}")
        raise engine.InvalidValueError(said.format(column="[1; 2; 3]"))
    for entry in _BETWEEN.findall(text):
        readings = comma_readings(entry)
        if _ROUND_THOUSANDS.match(entry) and readings:
            said = tr("‘{text}’ may be one number or two; write {number}, or {apart} for two")
            apart = entry.replace(",", ", ")
            raise engine.InvalidValueError(said.format(text=entry, number=readings[0], apart=apart))


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
    decimal = has_decimal_comma(cells)
    rows = [[_number_in(cell, decimal=decimal) for cell in row] for row in cells]
    if len(rows) > 1 and set(rows[0]) == {None} and not any(map(is_number, cells[0])):
        cells, rows = cells[1:], rows[1:]
    for row, (texts, numbers) in enumerate(zip(cells, rows, strict=True), 1):
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


def _number_in(cell: str, *, decimal: bool) -> float | None:
    """Return the number in a copied cell, NaN and infinity too; None where there is none."""
    return float(cell) if _NOT_FINITE.fullmatch(cell) else number_of(cell, decimal=decimal)


def _nothing() -> str:
    return tr("type a number, or rows of numbers such as [1, 2; 3, 4]")


def quoted(text: str) -> str:
    """Return the text for a sentence: on one line, and not longer than the rest of it."""
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else f"{line[:_QUOTED]}…"


def _plainly(text: str) -> str:
    """Return the text with the signs that cards write as Python reads them."""
    return text.replace("−", "-").replace("–", "-").replace("∞", "inf")


def _floats(entry: object) -> object:
    if isinstance(entry, list):
        return [_floats(part) for part in entry]
    text = str(entry)
    if _THOUSANDS.fullmatch(text):
        said = tr("‘{text}’ is no entry: a comma and a blank divide, so a thousand is 1000")
        raise engine.InvalidValueError(said.format(text=text))
    return _single(text)


def _plain(entry: object) -> str | list[object] | float:
    """Return lists of floats with those that JSON does not know written as words."""
    if isinstance(entry, list):
        return [_plain(part) for part in entry]
    number = float(str(entry))
    if math.isfinite(number):
        short = number.is_integer() and abs(number) < _WRITTEN_OUT and str(number) != "-0.0"
        return int(number) if short else number
    return "NaN" if math.isnan(number) else "inf" if number > 0 else "-inf"
