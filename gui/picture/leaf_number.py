"""The numbers written on a leaf's card: where each stands, which one lies at a point."""

import math
import re
from dataclasses import dataclass

import numpy as np

from gui.picture.measure import MATH, MIDDLE
from gui.picture.picture import Picture
from gui.picture.runs import advance

__all__ = ["LeafNumber", "number_on", "numbers_on"]

_NUMBER = re.compile(r"[^\[\]\s,;]+")
_AIR = 3.0  # units around the letters that belong to the number, too


@dataclass(frozen=True, slots=True)
class LeafNumber:
    """A number on the card `row`: the entry `index` of the leaf's value, () for a scalar.

    `index` is None where only the shape of an array is written; `box` is left, top, right, bottom.
    """

    row: int
    index: tuple[int, ...] | None
    box: tuple[float, float, float, float]


def number_on(picture: Picture, row: int, x: float, y: float) -> LeafNumber | None:
    """Return the number on a card at a point of the picture, None where there is none."""
    for number in numbers_on(picture, row):
        left, top, right, bottom = number.box
        if left <= x <= right and top <= y <= bottom:
            return number
    return None


def numbers_on(picture: Picture, row: int) -> list[LeafNumber]:
    """Return the numbers on a leaf's card from left to right; no other card has any."""
    if row in picture.shown.composites or not picture.graph.is_leaf(picture.names[row]):
        return []
    text = picture.cards[row].text
    run = text.runs[-1]  # the value stands at the end
    shape = np.shape(picture.graph.value(picture.names[row]))
    x, y = picture.centres[row]
    start = float(x) - text.width / 2 + run.x
    baseline = float(y) + MATH * MIDDLE
    places = list(_NUMBER.finditer(run.text))
    indices: list[tuple[int, ...] | None] = [None] * len(places)
    if len(places) == math.prod(shape):  # else it is asked at each move of the pointer in vain
        indices = list(np.ndindex(shape))
    return [
        LeafNumber(
            row,
            index,
            (
                start + advance(run.text[: place.start()], run.face, run.size) - _AIR,
                baseline - text.ascent - _AIR,
                start + advance(run.text[: place.end()], run.face, run.size) + _AIR,
                baseline + _AIR,
            ),
        )
        for place, index in zip(places, indices, strict=True)
    ]
