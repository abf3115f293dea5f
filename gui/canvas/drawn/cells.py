"""The small squares of a view in which an image is stale, to be drawn again."""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QBitmap, QImage, QRegion, QTransform

from gui.canvas.look.viewpoint import Viewpoint

__all__ = ["CELL", "Boxes", "Cells"]

CELL = 16  # pixels of the view
_SOFT = 2.0  # pixels that soft borders reach farther than what they border

_AROUND = np.array([-_SOFT, -_SOFT, _SOFT, _SOFT])
_BEHIND_LAST = np.array([0.0, 0.0, 1.0, 1.0])

Boxes = NDArray[np.float64]


class Cells:
    """Which cells of a view of `size` pixels, seen from a viewpoint, are stale."""

    def __init__(self, viewpoint: Viewpoint, size: tuple[int, int], *, all_of_it: bool) -> None:
        self._viewpoint = viewpoint
        self._size = size
        shape = (math.ceil(size[1] / CELL), math.ceil(size[0] / CELL))
        self._stale = np.full(shape, all_of_it)
        self._summed: NDArray[np.intp] | None = None  # how many are stale above and left of each

    def __bool__(self) -> bool:
        """Return whether any cell is stale."""
        return bool(self._stale.any())

    def is_whole(self) -> bool:
        """Return whether every cell is stale."""
        return bool(self._stale.all())

    def mark(self, boxes: Boxes) -> None:
        """Let the cells that boxes of the picture touch be stale, one box a row."""
        # each box adds 1 at its first cell and takes it away behind its last ones: summed up, no
        # box has to be filled by itself
        changes = np.zeros(np.add(self._stale.shape, 1), dtype=np.intp)
        left, top, right, bottom = self._spans(boxes).T
        np.add.at(changes, (top, left), 1)
        np.add.at(changes, (bottom, right), 1)
        np.add.at(changes, (top, right), -1)
        np.add.at(changes, (bottom, left), -1)
        self._summed = None
        self._stale |= changes.cumsum(axis=0).cumsum(axis=1)[:-1, :-1] > 0

    def expose(self, dx: float, dy: float) -> None:
        """Let what came into view be stale, after what was in view moved by (dx, dy) pixels."""
        self._summed = None
        if dx:
            columns = math.ceil(abs(dx) / CELL) + 1
            self._stale[:, slice(0, columns) if dx > 0 else slice(-columns, None)] = True
        if dy:
            lines = math.ceil(abs(dy) / CELL) + 1
            self._stale[slice(0, lines) if dy > 0 else slice(-lines, None)] = True

    def meet(self, boxes: Boxes) -> NDArray[np.bool_]:
        """Tell which boxes of the picture touch a stale cell."""
        if self._summed is None:
            self._summed = np.zeros(np.add(self._stale.shape, 1), dtype=np.intp)
            self._summed[1:, 1:] = self._stale.cumsum(axis=0).cumsum(axis=1)
        summed = self._summed
        left, top, right, bottom = self._spans(boxes).T
        found = summed[bottom, right] - summed[top, right] - summed[bottom, left]
        met: NDArray[np.bool_] = found + summed[top, left] > 0
        return met

    def clip(self) -> QRegion:
        """Return the stale cells in pixels."""
        lines, width = self._stale.shape
        bits = np.packbits(self._stale, axis=1, bitorder="little").tobytes()
        bitmap = QBitmap.fromData(QSize(width, lines), bits, QImage.Format.Format_MonoLSB)
        return QTransform.fromScale(CELL, CELL).map(QRegion(bitmap))

    def region(self) -> QRectF:
        """Return the part of the picture that the stale cells span."""
        lines, columns = (np.flatnonzero(self._stale.any(axis=axis)) for axis in (1, 0))
        if not len(lines):
            return QRectF()
        near = QPointF(columns[0] * CELL - _SOFT, lines[0] * CELL - _SOFT)
        far = QPointF((columns[-1] + 1) * CELL + _SOFT, (lines[-1] + 1) * CELL + _SOFT)
        return QRectF(self._viewpoint.to_picture(near), self._viewpoint.to_picture(far))

    def _spans(self, boxes: Boxes) -> NDArray[np.intp]:
        """Return the cells that boxes touch: first column and line, and those behind the last."""
        origin = np.array(self._viewpoint.origin.toTuple() * 2)
        spans = boxes * (self._viewpoint.scale / CELL)
        spans += (origin + _AROUND) / CELL + _BEHIND_LAST
        lines, width = self._stale.shape
        np.maximum(spans, 0.0, out=spans)
        np.minimum(spans, (width, lines, width, lines), out=spans)
        found: NDArray[np.intp] = spans.astype(np.intp)  # rounds down what is not negative
        return found
