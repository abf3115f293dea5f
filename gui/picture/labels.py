"""The numbers on the picture: what they say and where they stand."""

from dataclasses import dataclass

import numpy as np

import engine
from gui.fonts import Face
from gui.picture.matrix import set_matrix
from gui.picture.measure import NUMBER, NUMBER_DROP, NUMBER_RISE
from gui.picture.name_text import name_text
from gui.picture.numbers import MISSING, value_text
from gui.picture.runs import Typeset, set_text
from gui.readings import Reading, Seen, Words
from gui.theme import Ink

__all__ = ["Label", "legend_texts", "number_pair", "placed", "reading_label"]

_SMALLEST = NUMBER * 2 // 3  # the size of words where there is no room for them


@dataclass(frozen=True, slots=True)
class Label:
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


def legend_texts(graph: engine.Graph, readings: Seen, size: int) -> tuple[Typeset, Typeset]:
    """Return the two lines that say which number is which."""
    upper, lower = readings.legend
    output = readings.output
    if output is not None:  # the readings know nothing of how it is written
        lower = lower.replace(f"∂{output}/", f"∂{name_text(graph, output)}/")
    return (
        set_text(upper, Face.SANS, size, Ink.VALUE),
        set_text(lower, Face.SANS, size, Ink.DERIVATIVE),
    )


def number_pair(
    value: Reading, derivative: Reading, room: float = float("inf")
) -> tuple[Typeset, Typeset]:
    """Return a value and a derivative as set text; `—` where there is none.

    Numbers are all of one size; words that are wider than `room` units are set smaller.
    """
    return _set(value, Ink.VALUE, room), _set(derivative, Ink.DERIVATIVE, room)


def _set(reading: Reading, ink: Ink, room: float) -> Typeset:
    if isinstance(reading, np.ndarray) and reading.ndim:
        return set_matrix(reading, ink, upward=ink is Ink.VALUE)
    text = set_text(reading_label(reading), Face.SANS, NUMBER, ink)
    if isinstance(reading, Words) and text.width > room:
        size = max(_SMALLEST, int(NUMBER * room / text.width))
        return set_text(reading, Face.SANS, size, ink)
    return text


def reading_label(reading: Reading) -> str:
    """Return what is written for a reading: a number, the words in its place, `—` for nothing."""
    if isinstance(reading, Words):
        return reading
    return MISSING if reading is None else value_text(reading)


def placed(texts: tuple[Typeset, Typeset], x: float, y: float) -> tuple[Label, Label]:
    """Return the two texts with their middles at x, above and below an edge at height y."""
    return Label(texts[0], x, y - NUMBER_RISE), Label(texts[1], x, y + NUMBER_DROP)
