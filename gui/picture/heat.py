"""An array as colours: positive numbers in the ink of values or derivatives, negative in another.

Zero is the background's colour, so that one look tells signs and sizes. Numbers that are not finite
have the colour of warnings.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage

from gui.theme import Ink, Theme

__all__ = [
    "MOST_PIXELS",
    "HeatScale",
    "as_table",
    "fitted",
    "heat_image",
    "heat_scale",
    "legend_image",
    "pooled",
    "strongest_at",
]

Table = NDArray[np.float64]
Pixels: TypeAlias = tuple[int, int]
"""Rows and columns of them."""

_FAINTEST = 0.06  # of the full colour: the smallest number that is not 0 is still told from 0
MOST_PIXELS = 512  # of an image's side; more entries than that share a pixel
_WHOLE = np.zeros(1, dtype=np.intp)  # where the only block begins


@dataclass(frozen=True)
class HeatScale:
    """What the colours run from and to; `strange` tells whether some numbers are not finite."""

    low: float
    high: float
    strange: bool

    @property
    def most(self) -> float:
        """Return the size at which the colour is full."""
        return max(-self.low, self.high)


def as_table(array: Table) -> Table:
    """Return an array as rows: its last axis are the columns, a vector is one row."""
    if array.ndim < 2:
        return array.reshape(1, -1)
    return array.reshape(-1, array.shape[-1]) if array.size else np.empty((0, array.shape[-1]))


def heat_scale(array: Table) -> HeatScale:
    """Return the scale of an array: its smallest and largest finite number, 0 always between."""
    is_finite = np.isfinite(array)
    strange = not is_finite.all()
    finite = array[is_finite] if strange else array  # a copy of a million numbers takes a while
    low, high = float(finite.min(initial=0.0)), float(finite.max(initial=0.0))
    return HeatScale(low, high, strange)


def heat_image(
    array: Table, ink: Ink, theme: Theme, most: Pixels = (MOST_PIXELS, MOST_PIXELS)
) -> QImage:
    """Return an image with a pixel for each entry; where there are more, some share one.

    It has at most so many rows and columns. A pixel shows of its entries the one that is the
    farthest from 0, or that one is not finite: so nothing vanishes that stands out.
    """
    return _coloured(pooled(array, most), heat_scale(array), ink, theme)


def pooled(array: Table, most: Pixels) -> Table:
    """Return an array as a table of at most so many rows and columns: of each block one entry.

    It is the one that is the farthest from 0, NaN where one is.
    """
    table = as_table(array)
    rows, columns = map(_starts, table.shape, most)
    return _strongest(table, rows, columns)


def strongest_at(array: Table, most: Pixels, pixel: Pixels) -> tuple[int, int]:
    """Return the row and the column of the entry that a pixel of such an image shows.

    `pixel` is its row and its column.
    """
    table, spans = as_table(array), list[slice]()
    for size, count, k in zip(table.shape, most, pixel, strict=True):
        first, after = [*_starts(size, count).tolist(), size][k : k + 2]
        spans.append(slice(first, after))
    part = table[spans[0], spans[1]]
    shown = _strongest(part, _WHOLE, _WHOLE)[0, 0]
    found = np.isnan(part) if np.isnan(shown) else part == shown
    row, column = np.unravel_index(np.argmax(found), part.shape)
    return spans[0].start + int(row), spans[1].start + int(column)


def _starts(size: int, most: int) -> NDArray[np.intp]:
    """Return with which of `size` rows or columns each pixel begins, of which there are `most`."""
    count = min(size, most)
    return np.arange(count, dtype=np.intp) * size // max(count, 1)


def _strongest(table: Table, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> Table:
    """Return of each block of entries the one that is the farthest from 0, NaN where one is.

    Blocks begin with `rows` and `columns`.
    """
    if (len(rows), len(columns)) == table.shape:
        return table
    high = low = table
    with np.errstate(invalid="ignore"):
        for axis, starts in enumerate((rows, columns)):
            if len(starts) < table.shape[axis]:
                high = np.maximum.reduceat(high, starts, axis=axis)
                low = np.minimum.reduceat(low, starts, axis=axis)
        return np.where(high < -low, low, high)


def fitted(image: QImage, size: QSize) -> QImage:
    """Return an image of entries at another size, in pixels: each direction has its own scale.

    Entries stay rectangles of one colour.
    """
    size = size.expandedTo(QSize(1, 1))  # a field that has no room yet has no size
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio)


def legend_image(scale: HeatScale, ink: Ink, theme: Theme) -> QImage:
    """Return the scale's colours from low to high, one pixel high."""
    share = np.linspace(0.0, 1.0, 256)
    numbers = (1.0 - share) * scale.low + share * scale.high  # their distance may be infinite
    return _coloured(numbers[np.newaxis], scale, ink, theme)


def _coloured(table: Table, scale: HeatScale, ink: Ink, theme: Theme) -> QImage:
    sizes = np.abs(table) / scale.most if scale.most else np.zeros(table.shape)
    strength = np.where(sizes > 0.0, np.maximum(sizes, _FAINTEST), 0.0)[..., np.newaxis]
    ends = [_rgb(name) for name in (theme.background, theme.inks[ink], theme.negatives[ink])]
    full = np.where(table[..., np.newaxis] < 0.0, ends[2], ends[1])
    with np.errstate(invalid="ignore"):
        mixed = ends[0] + (full - ends[0]) * strength
    mixed = np.where(np.isfinite(table)[..., np.newaxis], mixed, _rgb(theme.inks[Ink.WARNING]))
    height, width = table.shape
    pixels = np.full((height, width, 4), 255, dtype=np.uint8)
    pixels[..., :3] = np.round(mixed)[..., ::-1]  # blue, green, red, as a little-endian word
    return QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def _rgb(name: str) -> NDArray[np.float64]:
    colour = QColor(name)
    return np.array([colour.red(), colour.green(), colour.blue()], dtype=np.float64)
