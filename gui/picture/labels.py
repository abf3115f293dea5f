"""The numbers on the picture: what they say and where they stand."""

from itertools import groupby
from typing import NamedTuple

import numpy as np

import engine
from gui.fonts import Face
from gui.picture.markup import DROP, RISE, SCRIPT
from gui.picture.matrix import set_matrix, set_stacked
from gui.picture.measure import ARROW_LENGTH, LIT_PAD, NUMBER
from gui.picture.name_text import leaf_pieces, name_pieces
from gui.picture.numbers import MISSING, number_text, value_text, wanted_digits
from gui.picture.packing import USUAL, Packing
from gui.picture.runs import Typeset, is_numeral, join, set_text
from gui.readings import Reading, Seen, Stacked, Words
from gui.theme import Ink

__all__ = [
    "Label",
    "fitted",
    "legend_texts",
    "number_pair",
    "on_arrow",
    "placed",
    "reading_label",
    "set_number",
]

_BESIDE_CARD = 4.0  # units between the output's card and its numbers, at least
_SMALLEST = 9 / 16  # of its size has what has the least room
_ROUND = 0.45  # of its size: the corners of a label's ground, as round for several rows as for one


class Label(NamedTuple):
    """A set text and the place of its middle on the baseline."""

    text: Typeset
    x: float
    baseline: float

    @property
    def left(self) -> float:
        """Return where the text begins."""
        return self.x - self.text.width / 2

    def box(self) -> tuple[float, float, float, float]:
        """Return left, top, right, bottom of the letters."""
        half = self.text.width / 2
        below = self.text.below
        bottom = self.baseline + below + max(self.text.descent - below, 0.0) * 0.3
        top = self.baseline - self.text.ascent
        return self.x - half, top, self.x + half, bottom

    def ground(self) -> tuple[float, float, float, float, float]:
        """Return left, top, width, height and corner radius of what sets the letters off."""
        left, top, right, bottom = self.box()
        width, height = right - left + 2 * LIT_PAD, bottom - top + LIT_PAD
        size = max((run.size for run in self.text.runs), default=0)
        return left - LIT_PAD, top - LIT_PAD / 2, width, height, _ROUND * size


def legend_texts(graph: engine.Graph, readings: Seen, size: int) -> tuple[Typeset, Typeset]:
    """Return the two lines that say which number is which."""
    upper, lower = readings.legend
    return set_text(upper, Face.SANS, size, Ink.VALUE), _named(lower, graph, readings, size)


def _named(said: str, graph: engine.Graph, readings: Seen, size: int) -> Typeset:
    """Return what is said of derivatives with its name as the cards write it, of one ∂ at most.

    The readings know nothing of that.
    """
    begun, pieces, rest = said, tuple[tuple[str, int], ...](), ""
    leaf, output = readings.by_leaf, readings.output
    if leaf is not None and f"∂{leaf} " in said:
        before, _, after = said.partition(f"∂{leaf} ")
        begun, pieces, rest = f"{before}∂", leaf_pieces(graph, leaf), f" {after}"
    elif output is not None and f"∂{output}/" in said:
        before, _, after = said.partition(f"∂{output}/")
        begun, pieces, rest = f"{before}∂", name_pieces(graph, output), f"/{after}"
    line = [(begun, 0), *pieces, (rest, 0)]
    sides = groupby(line, lambda piece: piece[1])
    return join(_piece("".join(text for text, _ in some), side, size) for side, some in sides)


def _piece(text: str, side: int, size: int) -> tuple[Typeset, float]:
    """Return a piece of a line and its rise: 1 is raised, -1 lowered, 0 on the line."""
    small = round(size * SCRIPT) if side else size
    rise = {0: 0.0, 1: RISE * size, -1: -DROP * size}[side]
    return set_text(text, Face.SANS, small, Ink.DERIVATIVE), rise


def number_pair(value: Reading, derivative: Reading, size: int = NUMBER) -> tuple[Typeset, Typeset]:
    """Return a value and a derivative as set text; `—` where there is none."""
    return set_number(value, Ink.VALUE, size), set_number(derivative, Ink.DERIVATIVE, size)


def set_number(reading: Reading, ink: Ink, size: int) -> Typeset:
    """Return a value or a derivative as set text; `—` where there is none."""
    if isinstance(reading, Stacked):
        return set_stacked(reading, ink, size)
    if isinstance(reading, np.ndarray) and reading.ndim:
        return set_matrix(reading, ink, size, upward=ink is Ink.VALUE)
    return set_text(reading_label(reading), Face.SANS, size, ink)


def fitted(
    texts: tuple[Typeset, Typeset], above: float, below: float, size: int = NUMBER
) -> tuple[Typeset, Typeset]:
    """Return the numbers of an edge small enough for the room `above` and `below` it, in units.

    `size` is that of a number with room enough.
    Of `before → after` only what came after is left where not even the smallest letters would do,
    of a number fewer digits, of a matrix its entries without the shape, a narrower form of it, or
    only the shape.
    """
    upper, lower = texts
    if upper.width <= above and lower.width <= below:
        return texts
    return _fitted(upper, above, size), _fitted(lower, below, size)


def _fitted(text: Typeset, room: float, whole: int) -> Typeset:
    if text.width <= max(room, 0.0) or not text.runs:  # hidden numbers fit where cards overlap, too
        return text
    run = text.runs[0]
    if text.narrower and not text.brackets:
        return _fitted(text.narrower, room, whole)
    if text.words:  # a matrix, which ends with its shape
        shape = text.runs[-1]
        bare = text._replace(runs=text.runs[:-1], width=shape.x)
        if bare.width <= room:
            return bare
        other = text.narrower or set_text(shape.text, Face.SANS, whole, shape.ink)
        return _fitted(other, room, whole)
    size = max(int(whole * _SMALLEST), int(run.size * room / text.width))
    smaller = set_text(run.text, run.face, size, run.ink)
    came = run.text.rfind("→")
    if smaller.width <= room:
        return smaller
    if came <= 0:
        return _rounded(smaller, room) if is_numeral(run.text) else smaller
    return _fitted(set_text(run.text[came:], run.face, run.size, run.ink), room, whole)


def _rounded(text: Typeset, room: float) -> Typeset:
    """Return a number with as many digits less as it takes to fit, two at least.

    Those before the point go too: −123457 is −1.2e5. Where nothing fits it is what is narrowest.
    """
    run = text.runs[0]
    number = float(run.text.replace("−", "-"))
    for digits in range(wanted_digits() - 1, 1, -1):
        fewer = set_text(number_text(number, digits, whole=False), run.face, run.size, run.ink)
        text = fewer if fewer.width < text.width else text
        if text.width <= room:
            break
    return text


def reading_label(reading: Reading) -> str:
    """Return what is written for a reading: a number, the words in its place, `—` for nothing."""
    if isinstance(reading, Words):
        return reading
    return MISSING if reading is None else value_text(reading)


def placed(
    texts: tuple[Typeset, Typeset],
    middles: tuple[float, float],
    y: float,
    packing: Packing = USUAL,
) -> tuple[Label, Label]:
    """Return the two texts with their middles there, above and below an edge at height y."""
    upper, lower = texts
    above, below = y - packing.rise, y + packing.drop
    return Label(upper, middles[0], above), Label(lower, middles[1], below)


def on_arrow(
    texts: tuple[Typeset, Typeset],
    arrow: tuple[tuple[float, float], tuple[float, float]],
    packing: Packing = USUAL,
) -> tuple[Label, Label]:
    """Return the two texts on the output's arrow, which a card to its right may make short."""
    (begin, y), (tip, _) = arrow
    least = begin + max(text.width for text in texts) / 2 + _BESIDE_CARD
    middle = max((begin + tip - ARROW_LENGTH) / 2, least)
    return placed(texts, (middle, middle), y, packing)
