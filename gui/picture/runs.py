"""Set text: runs of glyphs with a place, measured once, drawn anywhere.

A `Typeset` is pure data (texts, faces, sizes, places), so that a PNG, an SVG and a slide
write the same letters in the same places.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QGlyphRun, QRawFont, QTextLayout

from gui.fonts import Face, font
from gui.theme import Ink, Theme
from gui.threads.cache import cached_by_thread

__all__ = [
    "EMPTY",
    "Bracket",
    "Patch",
    "Run",
    "Typeset",
    "advance",
    "glyphs",
    "is_numeral",
    "join",
    "letters",
    "set_text",
]


class Run(NamedTuple):  # as a frozen dataclass it takes four times as long to make
    """One piece of text in one face; (x, y) is its start on the baseline, y downward."""

    text: str
    face: Face
    size: int
    x: float = 0.0
    y: float = 0.0
    ink: Ink = Ink.TEXT


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket as a line of one weight, however high: a letter's stem would grow with it.

    Its stem is at x, its feet reach `foot` to the right, or to the left where that is negative.
    """

    x: float
    top: float
    bottom: float
    foot: float
    ink: Ink

    def shifted(self, dx: float, dy: float) -> "Bracket":
        """Return the bracket moved by (dx, dy)."""
        return Bracket(self.x + dx, self.top + dy, self.bottom + dy, self.foot, self.ink)

    def corners(self) -> tuple[tuple[float, float], ...]:
        """Return the ends and the corners of its line, from the upper foot to the lower."""
        end = self.x + self.foot
        return (end, self.top), (self.x, self.top), (self.x, self.bottom), (end, self.bottom)


@dataclass(frozen=True, slots=True)
class Patch:
    """Rectangles of one colour: cells of a small heat map, each left, top, width and height.

    They have a `share` of their ink, or of what negative numbers have, over the ground; without
    a share they are the ground.
    """

    cells: tuple[tuple[float, float, float, float], ...]
    ink: Ink
    negative: bool = False
    share: float = 0.0

    def shifted(self, dx: float, dy: float) -> "Patch":
        """Return the patch moved by (dx, dy)."""
        return replace(self, cells=tuple((x + dx, y + dy, w, h) for x, y, w, h in self.cells))

    def scaled(self, by: float) -> "Patch":
        """Return the patch `by` times as large."""
        cells = ((x * by, y * by, w * by, h * by) for x, y, w, h in self.cells)
        return replace(self, cells=tuple(cells))

    def colour(self, theme: Theme) -> tuple[str, float]:
        """Return its colour and how opaque that is."""
        if not self.share:
            return theme.background, 1.0
        return (theme.negatives if self.negative else theme.inks)[self.ink], self.share

    def box(self) -> tuple[float, float, float, float]:
        """Return left, top, width and height of all its cells."""
        lefts, tops, widths, heights = zip(*self.cells, strict=True)
        left, top = min(lefts), min(tops)
        right = max(map(sum, zip(lefts, widths, strict=True)))
        bottom = max(map(sum, zip(tops, heights, strict=True)))
        return left, top, right - left, bottom - top


class Typeset(NamedTuple):
    """Runs on a common baseline; `width`, `ascent` and `descent` bound them, in picture units.

    Text of several lines reaches `below` its baseline with what no line is meant to cross, and
    says itself what it reads as, in `words`. It may have a `narrower` form, which says less, for
    where it has no room.
    """

    runs: tuple[Run, ...]
    width: float
    ascent: float
    descent: float
    below: float = 0.0
    words: str = ""
    brackets: tuple[Bracket, ...] = ()
    patches: tuple[Patch, ...] = ()
    narrower: "Typeset | None" = None

    def shifted(self, dx: float, dy: float) -> Iterator[Run]:
        """Yield the runs moved by (dx, dy)."""
        for run in self.runs:
            yield Run(run.text, run.face, run.size, run.x + dx, run.y + dy, run.ink)


EMPTY = Typeset((), 0.0, 0.0, 0.0)


# Numbers change many times a second and are never the same twice: they are set letter by letter,
# from letters that are. No font here kerns digits.
_NUMERAL = re.compile(r"−?[0-9]+(\.[0-9]+)?(e−?[0-9]+)?\Z")


@lru_cache(maxsize=65536)
def advance(text: str, face: Face, size: int) -> float:
    """Return the width of `text`."""
    if len(text) > 1 and _NUMERAL.match(text):
        return sum(map(letters(face, size).advances.__getitem__, text))
    return _metrics(face, size).horizontalAdvance(text)


@cached_by_thread(64)
def _metrics(face: Face, size: int) -> QFontMetricsF:
    return QFontMetricsF(font(face, size))


@lru_cache(maxsize=64)
def _vertical(face: Face, size: int) -> tuple[float, float]:
    metrics = _metrics(face, size)
    # The capital height, not the font's line height: boxes hug what is seen.
    return metrics.capHeight(), metrics.descent()


def set_text(text: str, face: Face, size: int, ink: Ink = Ink.TEXT) -> Typeset:
    """Return `text` as one run."""
    ascent, descent = _vertical(face, size)
    return Typeset((Run(text, face, size, ink=ink),), advance(text, face, size), ascent, descent)


def join(parts: Iterable[tuple[Typeset, float]]) -> Typeset:
    """Return the parts in a row; each comes with its rise above the common baseline."""
    runs: list[Run] = []
    x = ascent = descent = 0.0
    for part, rise in parts:
        # the first part of a long sum is a sum, and stays as it is
        runs.extend(part.shifted(x, -rise) if x or rise else part.runs)
        x += part.width
        ascent = max(ascent, part.ascent + rise)
        descent = max(descent, part.descent - rise)
    return Typeset(tuple(runs), x, ascent, descent)


@cached_by_thread(16384)
def glyphs(text: str, face: Face, size: int) -> tuple[QGlyphRun, ...]:
    """Return the shaped glyphs of `text`, ready for QPainter.drawGlyphRun at its baseline."""
    layout = QTextLayout(text, font(face, size))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e9)
    line.setPosition(QPointF(0.0, 0.0))
    layout.endLayout()
    # of several fonts Qt gives them by where these lie in the memory: files would differ by that
    runs = sorted(layout.glyphRuns(), key=lambda run: run.positions()[0].x())
    rise = line.ascent()
    for run in runs:
        run.setPositions([QPointF(p.x(), p.y() - rise) for p in run.positions()])
    return tuple(runs)


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of numbers in one face and size: glyph and advance of each."""

    raw: QRawFont
    glyphs: dict[str, int]
    advances: dict[str, float]
    minus: int
    """The glyph of a minus before digits, which is another than that of a minus alone."""

    def place(self, text: str, x: float, y: float, into: tuple[list[int], list[QPointF]]) -> None:
        """Add the glyphs of a number that begins at (x, y) on the baseline, and their places."""
        indexes, places = into
        for letter in text:
            indexes.append(self.glyphs[letter])
            places.append(QPointF(x, y))
            x += self.advances[letter]
        if text[0] == "−":
            indexes[-len(text)] = self.minus


@cached_by_thread(64)
def letters(face: Face, size: int) -> Letters:
    """Return the letters of numbers."""
    runs = {letter: glyphs(letter, face, size)[0] for letter in "0123456789.e−"}
    minus = glyphs("−0", face, size)[0].glyphIndexes()[0]
    return Letters(
        runs["0"].rawFont(),
        {letter: run.glyphIndexes()[0] for letter, run in runs.items()},
        {letter: advance(letter, face, size) for letter in runs},
        minus,
    )


def is_numeral(text: str) -> bool:
    """Tell whether `text` is a number as `Letters` sets it."""
    return _NUMERAL.match(text) is not None
