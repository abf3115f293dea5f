"""Small arrays as edges write them: rows under each other in brackets, and the shape beside."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from engine.words.number_text import entries_shown, table_texts
from gui.fonts import Face
from gui.picture.change_map import set_change
from gui.picture.measure import BRACKET_LINE, NUMBER
from gui.picture.numbers import change, number_text, shape_text, wanted_digits
from gui.picture.packing import USUAL, Packing
from gui.picture.runs import Bracket, Run, Typeset, advance, set_text
from gui.readings import Moved, Reading, Stacked
from gui.theme import Ink

__all__ = ["pitch_of", "set_matrix", "set_stacked"]

_LESS = 2  # by which an entry is smaller than a number
_SHAPE = 5 / 8  # of a number's size: the shape's
_ROW = 1.0  # more than a number's size: from one row's baseline to the next
_BETWEEN = 9.0  # between two columns
_APART = 16.0  # between two columns of two numbers each
_FOOT = 3.5  # how far a bracket's feet reach
_INSIDE = 5.0  # between a bracket's stem and the entries
_OFF = 3.0  # how much farther than a number several rows stand off the edge
_OVER = 2.5  # how far a bracket reaches over the digits, above and below
_DIGITS = 3  # of each entry at most: nine numbers are read, not one
_MOST_MOVED = 6  # of one that moved; where it takes more, what was added is written: 2e6 + 0.001
_ADDED = 2  # digits of that
_CAME = "→ "  # before what is told only after a bump


def pitch_of(reading: Reading, packing: Packing = USUAL, among: float = 0.0) -> float:
    """Return how far apart ports lie that take what reads so, at least `among`."""
    rows = _rows_of(reading)
    more = 2.0 * ((packing.number + _ROW) * (rows - 1) + _OFF) if rows > 1 else 0.0
    if isinstance(reading, Stacked):  # the derivative below has one line still
        more = packing.number + _ROW + _OFF
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
    Of an array that a bump moved each entry that did is told before and after, beside others that
    are muted, in a narrower form only after; a large one, or without room for that, has a map of
    what changed.
    """
    before = array.before if isinstance(array, Moved) else None
    if not entries_shown(array.shape):
        if isinstance(array, Moved) and before is not None:
            return set_change(before, np.asarray(array), ink, size, told=not array.brief)
        return set_text(shape_text(array.shape), Face.SANS, size, ink)
    if isinstance(array, Moved) and before is not None:
        return _set_moved(array, before, ink, size, upward=upward)
    digits = min(wanted_digits(), _DIGITS)
    texts = table_texts(np.atleast_2d(array).tolist(), digits)
    table = [[(text, ink) for text in row] for row in texts]
    return _set_table(table, array, ink, size, upward=upward)


def set_stacked(words: Stacked, ink: Ink, size: int = NUMBER) -> Typeset:
    """Return what comes before `→` above the rest, both centred; narrower the rest alone."""
    before, sign, after = words.partition("→")
    lines = (
        set_text(before.strip(), Face.SANS, size, ink),
        set_text(sign + after, Face.SANS, size, ink),
    )
    width, row = max(line.width for line in lines), size + _ROW
    runs = (
        run._replace(x=run.x + (width - line.width) / 2, y=rise)
        for line, rise in zip(lines, (-row, 0.0), strict=True)
        for run in line.runs
    )
    ascent, descent = lines[0].ascent + row, lines[1].descent
    return Typeset(tuple(runs), width, ascent, descent, words=words, narrower=lines[1])


def _set_moved(array: Moved, before: np.ndarray, ink: Ink, size: int, *, upward: bool) -> Typeset:
    """Return what set_matrix does of an array that a bump moved."""
    digits = min(wanted_digits(), _DIGITS)
    each = [[count if count <= _MOST_MOVED else 0 for count in row] for row in array.digits]
    old, new = (np.atleast_2d(some).tolist() for some in (before, array))
    rows = zip(
        *(old, new, array.digits, table_texts(old, digits, each), table_texts(new, digits, each)),
        strict=True,
    )
    moved = [[_Entry(*entry) for entry in zip(*row, strict=True)] for row in rows]
    whole, after = (
        [[(told(entry), ink if entry.telling else Ink.MUTED) for entry in row] for row in moved]
        for told in (_Entry.pair, _Entry.after)
    )
    narrow = _set_table(after, array, ink, size, upward=upward, led=_CAME)
    narrow = narrow._replace(narrower=set_change(before, np.asarray(array), ink, size))
    if array.brief:
        return narrow
    text = _set_table(whole, array, ink, size, upward=upward, between=_APART)
    return text._replace(narrower=narrow)


class _Entry(NamedTuple):
    """An entry of an array before and after a bump; `telling` digits tell them apart, 0 none."""

    old: float
    new: float
    telling: int
    old_text: str
    new_text: str

    def pair(self) -> str:
        """Return `2 → 2.001`, of an entry that did not move its number."""
        if not self.telling or self.telling > _MOST_MOVED:
            return self.after()
        return f"{self.old_text} → {self.new_text}"

    def after(self) -> str:
        """Return the number after, with more digits than are read what was added: `2e6 + 0.001`."""
        if self.telling <= _MOST_MOVED:
            return self.new_text
        added = number_text(change(self.old, self.new), _ADDED)
        sign = "−" if added.startswith("−") else "+"
        return f"{self.old_text} {sign} {added.removeprefix('−')}"


def _set_table(
    table: Sequence[Sequence[tuple[str, Ink]]],
    array: np.ndarray,
    ink: Ink,
    size: int,
    *,
    upward: bool,
    between: float = _BETWEEN,
    led: str = "",
) -> Typeset:
    """Return the entries of an array, each with its ink, in brackets `led` by a sign."""
    entry, row, small = size - _LESS, size + _ROW, int(size * _SHAPE)
    higher = row * (len(table) - 1)
    off = _OFF if higher else 0.0
    first, last = (-higher - off, -off) if upward else (off, off + higher)
    line = set_text("0", Face.SANS, entry)
    runs = [Run(led, Face.SANS, entry, 0.0, (first + last) / 2, ink)] if led else []
    stem = BRACKET_LINE / 2 + (advance(led, Face.SANS, entry) if led else 0.0)
    x = stem + _INSIDE
    for column in zip(*table, strict=True):
        widths = [advance(text, Face.SANS, entry) for text, _ in column]
        x += max(widths)
        runs += [
            Run(text, Face.SANS, entry, x - width, first + row * at, own)
            for at, ((text, own), width) in enumerate(zip(column, widths, strict=True))
        ]
        x += between
    x += _INSIDE - between
    shape = shape_text(array.shape)
    top, bottom = first - line.ascent - _OVER, last + _OVER
    brackets = (
        Bracket(stem, top, bottom, _FOOT, ink),
        Bracket(x, top, bottom, -_FOOT, ink),
    )
    x += BRACKET_LINE / 2 + 1.0
    # a vector's (4) has feet of its own, which must not stand on the edge below
    drop = 0.0 if upward and array.ndim == 1 else _OVER
    runs.append(Run(shape, Face.SANS, small, x, last + drop, ink))
    x += advance(shape, Face.SANS, small)
    written = "; ".join(", ".join(text for text, _ in row) for row in table)
    words = f"{led}[{written}] {shape}"
    return Typeset(tuple(runs), x, -top, last + line.descent, bottom, words, brackets)
