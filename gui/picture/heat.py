"""An array as colours: positive numbers in the ink of values or derivatives, negative in another.

Zero is the background's colour, so that one look tells signs and sizes. Numbers that are not finite
have the colour of warnings.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage

from gui.theme import Ink, Theme

__all__ = [
    "MOST_PIXELS",
    "HeatScale",
    "as_table",
    "block",
    "fitted",
    "heat_image",
    "heat_scale",
    "legend_image",
]

Table = NDArray[np.float64]

_FAINTEST = 0.06  # of the full colour: the smallest number that is not 0 is still told from 0
MOST_PIXELS = 512  # of an image's side; more entries than that share a pixel


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


def heat_image(array: Table, ink: Ink, theme: Theme, most: int = MOST_PIXELS) -> QImage:
    """Return an image with a pixel for each entry; of a very large array for a block of entries.

    No side has more than `most` pixels. A pixel shows the entry of its block that is the farthest
    from 0, or that one is not finite: so nothing vanishes that stands out.
    """
    table = _strongest(as_table(array), *block(array, most))
    return _coloured(table, heat_scale(array), ink, theme)


def block(array: Table, most: int = MOST_PIXELS) -> tuple[int, int]:
    """Return of how many rows and columns of entries a pixel is, at `most` pixels a side."""
    rows, columns = (max(-(-size // most), 1) for size in as_table(array).shape)
    return rows, columns


def _strongest(table: Table, rows: int, columns: int) -> Table:
    """Return of each block of entries the one that is the farthest from 0, NaN where one is."""
    if (rows, columns) == (1, 1):
        return table
    high = low = table
    for axis, size in enumerate((rows, columns)):
        starts = np.arange(0, table.shape[axis], size)
        with np.errstate(invalid="ignore"):
            high = np.maximum.reduceat(high, starts, axis=axis)
            low = np.minimum.reduceat(low, starts, axis=axis)
    with np.errstate(invalid="ignore"):
        return np.where(high < -low, low, high)


def fitted(image: QImage, size: QSize) -> QImage:
    """Return an image of entries at another size, in pixels: each direction has its own scale.

    Where a direction shrinks, entries that share a pixel are averaged; where it grows, entries stay
    rectangles of one colour.
    """
    size = size.expandedTo(QSize(1, 1))  # a field that has no room yet has no size
    whole = Qt.AspectRatioMode.IgnoreAspectRatio
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(image.size().boundedTo(size), whole, smooth).scaled(size, whole)


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
