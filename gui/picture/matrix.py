"""Small arrays as edges write them: rows under each other in brackets, and the shape beside."""

import numpy as np

from engine.words.number_text import entries_shown, table_texts
from gui.fonts import Face
from gui.picture.measure import BRACKET_LINE, NUMBER
from gui.picture.numbers import shape_text, wanted_digits
from gui.picture.packing import USUAL, Packing
from gui.picture.runs import Bracket, Run, Typeset, advance, set_text
from gui.readings import Moved, Reading
from gui.theme import Ink

__all__ = ["pitch_of", "set_matrix"]

_LESS = 2  # by which an entry is smaller than a number
_SHAPE = 5 / 8  # of a number's size: the shape's
_ROW = 1.0  # more than a number's size: from one row's baseline to the next
_BETWEEN = 9.0  # between two columns
_FOOT = 3.5  # how far a bracket's feet reach
_INSIDE = 5.0  # between a bracket's stem and the entries
_OFF = 3.0  # how much farther than a number several rows stand off the edge
_OVER = 2.5  # how far a bracket reaches over the digits, above and below
_DIGITS = 3  # of each entry at most: nine numbers are read, not one


def pitch_of(reading: Reading, packing: Packing = USUAL, among: float = 0.0) -> float:
    """Return how far apart ports lie that take what reads so, at least `among`."""
    rows = _rows_of(reading)
    more = 2.0 * ((packing.number + _ROW) * (rows - 1) + _OFF) if rows > 1 else 0.0
    return max(among, packing.pitch + more)


def _rows_of(reading: Reading) -> int:
    """Return how many rows an edge writes a reading in."""
    if isinstance(reading, np.ndarray) and reading.ndim == 2 and entries_shown(reading.shape):
        return len(reading)
    return 1


def set_matrix(array: np.ndarray, ink: Ink, size: int = NUMBER, *, upward: bool) -> Typeset:
    """Return an array's entries with its shape, or a large one's shape alone.

    They are a little smaller than a number, which has that `size`.
    Columns are aligned at their right. Rows go up from the baseline where the text grows `upward`,
    else down: so both numbers of an edge stand off it by the same.
    """
    if not entries_shown(array.shape):
        return set_text(shape_text(array.shape), Face.SANS, size, ink)
    digits = min(wanted_digits(), _DIGITS)
    each = array.digits if isinstance(array, Moved) else ()
    table = table_texts(np.atleast_2d(array).tolist(), digits, each)
    entry, row, small = size - _LESS, size + _ROW, int(size * _SHAPE)
    higher = row * (len(table) - 1)
    off = _OFF if higher else 0.0
    first, last = (-higher - off, -off) if upward else (off, off + higher)
    line = set_text("0", Face.SANS, entry)
    runs, x = list[Run](), BRACKET_LINE / 2 + _INSIDE
    for column in zip(*table, strict=True):
        widths = [advance(text, Face.SANS, entry) for text in column]
        x += max(widths)
        runs += [
            Run(text, Face.SANS, entry, x - width, first + row * at, ink)
            for at, (text, width) in enumerate(zip(column, widths, strict=True))
        ]
        x += _BETWEEN
    x += _INSIDE - _BETWEEN
    shape = shape_text(array.shape)
    top, bottom = first - line.ascent - _OVER, last + _OVER
    brackets = (
        Bracket(BRACKET_LINE / 2, top, bottom, _FOOT, ink),
        Bracket(x, top, bottom, -_FOOT, ink),
    )
    x += BRACKET_LINE / 2 + 1.0
    # a vector's (4) has feet of its own, which must not stand on the edge below
    drop = 0.0 if upward and array.ndim == 1 else _OVER
    runs.append(Run(shape, Face.SANS, small, x, last + drop, ink))
    x += advance(shape, Face.SANS, small)
    words = f"[{'; '.join(', '.join(row) for row in table)}] {shape}"
    return Typeset(tuple(runs), x, -top, last + line.descent, bottom, words, brackets)
