"""What a bump changed in an array too large to be written: a small map on its edge, and how much.

A cell has the ink of values where its entries grew, that of negative numbers where they fell, the
stronger the more; what did not move has the ground's colour. Entries that share a cell show the
one that changed most.
"""

import math
from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from gui.fonts import Face
from gui.picture.heat import heat_scale, pooled
from gui.picture.measure import BRACKET_LINE
from gui.picture.numbers import differing, number_text, shape_text
from gui.picture.runs import Bracket, Patch, Run, Typeset, advance, set_text
from gui.theme import Ink

__all__ = ["changes", "set_change"]

_ROWS, _COLUMNS = 6, 20  # of cells at most; smaller ones would not be told apart
_SQUARE = 2.0  # times as wide as high a cell is at most
_WIDEST = 3.5  # times the map's height it is wide at most
_LOW = 0.5  # of a number's size: the height of a vector's map
_SHARES = 4  # steps from the ground's colour to the full ink
_AIR = 4.0  # between the map and the shape
_DIGITS = 2  # of the largest change

_Cell = tuple[float, float, float, float]
_Look = tuple[Ink, bool, float]


def set_change(
    before: np.ndarray, after: np.ndarray, ink: Ink, size: int, *, told: bool = True
) -> Typeset:
    """Return the map, the shape, if `told` how much entries changed at most; narrower the shape.

    It stands on the baseline and is about as high as a number of this `size`.
    """
    changed = changes(before, after)
    shape = set_text(shape_text(after.shape), Face.SANS, size, ink)
    table = pooled(changed, (_ROWS, _COLUMNS))
    rows, columns = table.shape
    height = float(size) if rows > 1 else size * _LOW
    width = min(columns * _SQUARE * height / rows, _WIDEST * height, _WIDEST * size)
    width = max(width, size)
    left, top = BRACKET_LINE / 2, 1.0 - height - (size - height) / 4
    patches = [Patch(((left, top, width, height),), ink)]
    patches += _patches(table, ink, (left, top, width / columns, height / rows))
    frame = (
        Bracket(left, top, top + height, width / 2, Ink.MUTED),
        Bracket(left + width, top, top + height, -width / 2, Ink.MUTED),
    )
    x = left + width + _AIR
    runs = [Run(shape.runs[0].text, Face.SANS, size, x, 0.0, ink)]
    x += shape.width
    most = f", {_told(changed)}" if told else ""
    if most:
        runs.append(Run(most, Face.SANS, size, x, 0.0, ink))
        x += advance(most, Face.SANS, size)
    return Typeset(
        tuple(runs),
        x,
        max(shape.ascent, -top),
        shape.descent,
        words=f"{shape.runs[0].text}{most}",
        brackets=frame,
        patches=tuple(patches),
        narrower=shape,
    )


def changes(before: np.ndarray, after: np.ndarray) -> NDArray[np.float64]:
    """Return by how much each entry changed; one that stayed NaN or infinite did not."""
    with np.errstate(invalid="ignore"):
        return np.where(differing(before, after), after - before, 0.0)


def _patches(table: NDArray[np.float64], ink: Ink, first: _Cell) -> list[Patch]:
    """Return the cells of a table, those of one colour together; `first` is the first one's place.

    What is no number any more, or was none before, has the colour of warnings.
    """
    left, top, width, height = first
    most = heat_scale(table).most
    found: dict[_Look, list[_Cell]] = defaultdict(list)
    for row, column in zip(*(at.tolist() for at in np.nonzero(table)), strict=True):
        number = float(table[row, column])
        look: _Look = Ink.WARNING, False, 1.0
        if math.isfinite(number):
            look = ink, number < 0.0, math.ceil(_SHARES * abs(number) / most) / _SHARES
        found[look].append((left + column * width, top + row * height, width, height))
    return [Patch(tuple(cells), *look) for look, cells in found.items()]


def _told(changed: NDArray[np.float64]) -> str:
    """Return `|Δ| ≤ 0.0012`, what no entry changed by more than; NaN where one is none."""
    most = float(np.abs(changed).max(initial=0.0))
    if not math.isfinite(most) or not most:
        return f"|Δ| ≤ {number_text(most)}" if most == most else "Δ = NaN"
    unit = 10.0 ** (math.floor(math.log10(most)) - _DIGITS + 1)
    return f"|Δ| ≤ {number_text(float(f'{math.ceil(most / unit * (1.0 - 1e-12)) * unit:.3g}'))}"
