"""Numbers as the picture and every text write them: short, honest, with a true minus."""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from engine.language import sentence

__all__ = [
    "DIGITS",
    "MISSING",
    "array_text",
    "entries_shown",
    "full_text",
    "number_text",
    "rounded",
    "shape_text",
    "shape_words",
    "shapes_words",
    "short_exponents",
    "table_texts",
    "value_text",
]

DIGITS = 4
MISSING = "—"

_WHOLE_LIMIT = 1e6  # whole numbers below this are written out
_SMALL = 1e-3  # numbers below this are written with an exponent
_SMALL_ARRAY = 3  # arrays up to 3×3 show their entries,
_SMALL_ROW = 4  # those of one row up to four
_LISTED = 8  # entries of a vector that stands in one line
_LONGEST = 32  # characters of their text: three entries of a vector, four of a matrix
_SHORT_DIGITS = 3  # of each entry, where four would be too long
_CLEAN_DIGITS = 12  # significant ones: a number that has no more is written without
_ROUNDING = 1e-14  # the share of it that adding and multiplying a few times may have left
_TIE = 1.0 + 2.0**-43  # what is nudged by so little is rounded as before, unless it is a tie
_NUDGED = 10  # digits: with more of them it would not be
_COUNTED = 2.0**53  # up to here doubles tell whole numbers apart
_ZEROS = re.compile(r"−?\d+\.(\d*0)")
_EXPONENT = re.compile(r"(?<=\d)e\+?(-?)0*(?=\d)")
_PLAIN = re.compile(r"−?\d+(?:\.(\d+))?")


def number_text(number: float, digits: int = DIGITS, *, whole: bool = True) -> str:
    """Return `number` with up to 4 significant digits, or another count of `digits`.

    A number that is exact there has no tail, one that was rounded keeps its zeros. A `whole` number
    below a million has all of its digits; without that it is rounded like any other. What lies
    just between two is rounded away from 0, as by hand, also where a double is a little less.

    >>> [number_text(x) for x in (2.0, -4.0, 1.996002, 1.99996, 6.02214e23, -0.0)]
    ['2', '−4', '1.996', '2.000', '6.022e23', '0']
    >>> number_text(55.125), number_text(-2.0005), number_text(7.937625, 6)
    ('55.13', '−2.001', '7.93763')
    >>> number_text(-123457.0), number_text(-123457.0, 2, whole=False)
    ('−123457', '−1.2e5')
    """
    return _number_text(float(number), digits, whole)


@lru_cache(maxsize=8192)
def _number_text(number: float, digits: int, whole: bool) -> str:
    """Return it; one value goes along several edges, and is a term of a sum beside them."""
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "∞" if number > 0 else "−∞"
    if number == int(number) and abs(number) < (_WHOLE_LIMIT if whole else 10.0):
        return _typeset(str(int(number)))
    near = _off_tie(number, digits)
    short = f"{near:.{digits - 1}e}"
    if abs(float(short)) >= _SMALL:  # as it is written: 15.001 − 15 is a bit less than 0.001
        short = f"{near:.{digits}g}"
    exact = math.isclose(float(short), number, rel_tol=1e-12, abs_tol=0.0)
    return _typeset(_trimmed(short) if exact else _padded(near, short, digits))


def _off_tie(number: float, digits: int) -> float:
    """Return a number that is rounded to some `digits` as by hand: Python rounds a half to even.

    Of a bump 7.937625 was written 7.93762 and 10.937625 as 10.93763.
    """
    near = number * _TIE if digits <= _NUDGED else number
    return near if math.isfinite(near) else number


def rounded(number: float, digits: int) -> float:
    """Return the number that `number_text` writes with so many `digits`, where it rounds.

    >>> rounded(-3.9995, 4), rounded(-3.9995, 5), rounded(2.00049999999, 4)
    (-4.0, -3.9995, 2.0)
    """
    return float(f"{_off_tie(number, digits):.{digits}g}")


def full_text(number: float) -> str:
    """Return `number` with all its digits, but for what rounding left in the last two or three.

    Beside −4.8 in the picture, −4.800000000000001 would read as another number. Of a whole number
    every digit counts.

    >>> full_text(-4.800000000000001), full_text(-1 / 3)
    ('−4.8', '−0.3333333333333333')
    """
    if not math.isfinite(number):
        return number_text(number)
    clean = float(f"{number:.{_CLEAN_DIGITS}g}")
    counted = number.is_integer() and abs(number) < _COUNTED
    if counted or not math.isclose(clean, number, rel_tol=_ROUNDING, abs_tol=0.0):
        clean = number
    return _typeset(short_exponents(repr(clean + 0.0).removesuffix(".0")))


def short_exponents(text: str) -> str:
    """Return what Python wrote, its exponents without the zeros and signs that they do not need.

    >>> short_exponents("[1e+300, 2.5e-07]")
    '[1e300, 2.5e-7]'
    """
    return _EXPONENT.sub(r"e\1", text)


def value_text(value: float | np.ndarray, digits: int = DIGITS) -> str:
    """Return the short text of a scalar, of a small array's entries, or of a large one's shape.

    Entries have up to `DIGITS` significant digits, or fewer `digits`; those that would take more
    room than an edge has are told by their shape too. In one line a vector may be longer than on an
    edge: five examples that were typed are read on their card.

    >>> value_text(np.array([1.0, 2.0, 3.0, 4.0, 5.0])), value_text(np.arange(9.0))
    ('[1, 2, 3, 4, 5]', '(9)')
    """
    if isinstance(value, float) or np.ndim(value) == 0:
        return number_text(float(value), digits)
    array = np.asarray(value)
    listed = array.ndim == 1 and 0 < array.size <= _LISTED
    if not listed and not entries_shown(array.shape):
        return shape_text(array.shape)
    rows = array.reshape(1, -1) if array.ndim == 1 else array
    for most in (DIGITS, _SHORT_DIGITS):
        count = min(most, digits)
        text = _listed(table_texts(rows.tolist(), count))
        if len(text) <= _LONGEST:
            return text
    return shape_text(array.shape)


def table_texts(
    rows: list[list[float]], digits: int = DIGITS, each: Sequence[Sequence[int]] = ()
) -> list[list[str]]:
    """Return the numbers of an array, row by row, with as many decimals as its rounded zeros have.

    A tail of zeros on one number alone looks like a slip; a zero that is exact has none all the
    same. So do 1352 and 2.24e3 beside each other: large numbers are all written out, or where one
    is too large for that, none is. With `each`, rows of counts as many as the numbers, a number
    has up to so many digits where these are more.

    >>> table_texts([[7.00001, 4.8, -1.0], [0.001, 1e-7, 29.04]], 3)
    [['7.00', '4.80', '−1.00'], ['0.001', '1e−7', '29.04']]
    >>> table_texts([[1352.0, 2240.7, 0.5], [1e-7, -31000.0, 12345.6]], 3)
    [['1352', '2241', '0.5'], ['1e−7', '−31000', '12346']]
    >>> table_texts([[9999.6, 12345.0]])
    [['10000', '12345']]
    >>> table_texts([[1352.0, 2240.7, 25.0, 3.5e7]], 3)
    [['1.35e3', '2.24e3', '25', '3.5e7']]
    >>> table_texts([[0.0, 0.71], [0.4, -0.50004]])
    [['0', '0.7100'], ['0.4000', '−0.5000']]
    >>> table_texts([[2 / 3, 12.0]])
    [['0.6667', '12']]
    >>> table_texts([[7.001, 4.8]], 3, [[4, 0]])
    [['7.001', '4.8']]
    """
    counts = [[max(digits, most) for most in row] for row in each or [[0] * len(r) for r in rows]]
    form = _large_form([x for row in rows for x in row], digits)
    table = [
        [form(x, count) for x, count in zip(*pair, strict=True)]
        for pair in zip(rows, counts, strict=True)
    ]
    tails = (_ZEROS.fullmatch(text) for row in table for text in row)
    most = max((len(tail[1]) for tail in tails if tail), default=0)
    return [
        [_with_decimals(x, text, most) for x, text in zip(*pair, strict=True)]
        for pair in zip(rows, table, strict=True)
    ]


def entries_shown(shape: tuple[int, ...]) -> bool:
    """Tell whether an array of this shape shows its entries: up to 3×3, a row up to 4, and some."""
    *rows, columns = shape or (1,)
    most = _SMALL_ARRAY if rows and rows[0] > 1 else _SMALL_ROW
    return (
        len(rows) <= 1 and all(0 < count <= _SMALL_ARRAY for count in rows) and 0 < columns <= most
    )


def array_text(array: np.ndarray) -> str:
    """Return an array's shape with its least and its largest entry: `64×16, −1.2 … 3.4`."""
    shape = shape_text(array.shape)
    unknown = np.isnan(array)
    known = array[~unknown] if unknown.any() else array  # a copy of a million takes a while
    if not known.size:
        return f"{shape}, NaN" if array.size else shape
    low, high = number_text(float(known.min())), number_text(float(known.max()))
    spread = low if low == high else f"{low} … {high}"
    return f"{shape}, {spread}" + (", NaN" if known.size < array.size else "")


def shape_text(shape: tuple[int, ...]) -> str:
    """Return a shape as `3×4`, that of a vector as `(3)`."""
    return f"({shape[0]})" if len(shape) == 1 else "×".join(map(str, shape))


def shape_words(value: Any) -> str:
    """Return a value's shape in a sentence: `2×3`, `(3)` or `a number`."""
    shape = np.shape(value)
    return shape_text(shape) if shape else sentence("a number")


def shapes_words(values: Iterable[Any]) -> str:
    """Return the shapes of values that do not fit in a sentence: `2×3 and (4)`."""
    return sentence(" and ").join(map(shape_words, values))


def _listed(table: list[list[str]]) -> str:
    return "[" + "; ".join(map(", ".join, table)) + "]"


def _large_form(numbers: list[float], digits: int) -> Callable[[float, int], str]:
    """Return how the numbers of one array are written, each with a count of digits.

    Those with more than `digits` before the point are all written out, or all with an exponent.
    """
    least = 10.0**digits - 0.5  # rounded it has one more
    large = [x for x in numbers if least <= abs(x) < math.inf]
    out = all(abs(round(x)) < _WHOLE_LIMIT for x in large)

    def written(number: float, count: int) -> str:
        text = number_text(number, count, whole=out)
        is_out = out and "e" in text and least <= abs(number) < math.inf
        return _typeset(str(round(number * _TIE))) if is_out else text

    return written


def _with_decimals(number: float, text: str, count: int) -> str:
    """Return a number's text with at least so many decimals; with an exponent it stays."""
    plain = _PLAIN.fullmatch(text)
    if plain is None or len(plain[1] or "") >= count or not number:
        return text
    before = math.floor(math.log10(abs(number))) + 1  # digits, less than 0 of 0.001
    return _typeset(f"{_off_tie(number, before + count):.{count}f}")


def _padded(number: float, short: str, digits: int) -> str:
    """Return `short` with the zeros that show it was rounded: 1.99996 is 2.000."""
    if "e" in short:
        mantissa, exponent = f"{number:.{digits - 1}e}".split("e")
        return f"{mantissa}e{int(exponent)}"
    return f"{number:#.{digits}g}".removesuffix(".")


def _trimmed(short: str) -> str:
    """Return an exact number without the zeros and signs its exponent does not need."""
    if "e" not in short:
        return short
    mantissa, exponent = short.split("e")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return f"{mantissa}e{int(exponent)}"


def _typeset(text: str) -> str:
    return text.replace("e+", "e").replace("-", "−")
