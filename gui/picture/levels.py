"""Where edges run nearly level: along lanes, where they begin, where they end."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gui.picture.curve import padded

__all__ = ["NO_LEVELS", "Levels"]

_NEAR = 4.0  # units; nearer, two lines look like one
_LEVEL = 8.0  # units that an edge climbs where it begins and ends, and still seems level
_LEAST = 10.0  # units along each other that count

_Boxes = NDArray[np.float64]
_Rows = NDArray[np.intp]
_Flags = NDArray[np.bool_]


class Levels(NamedTuple):
    """Nearly level pieces of edges: left, top, right, bottom of each, and whose value it is."""

    pieces: _Boxes
    sources: _Rows

    @classmethod
    def of(cls, lines: Sequence[_Boxes], leads: _Boxes, sources: _Rows) -> "Levels":
        """Return where edges begin and end: as far as they run nearly at these heights.

        `lines` are their straight pieces, `leads` has where the lead of each begins.
        """
        points, each = padded(lines), np.arange(len(lines))
        xs, ys = points[..., 0], points[..., 1]
        most = xs.shape[1] - 1
        off = np.abs(ys - ys[:, :1]) > _LEVEL
        last = np.where(off.any(axis=1), off.argmax(axis=1) - 1, most)
        off = (np.abs(ys - leads[:, 1:]) > _LEVEL)[:, ::-1]
        first = np.where(off.any(axis=1), most + 1 - off.argmax(axis=1), 0).clip(0, most)
        begins = [xs[:, 0], ys[:, 0], xs[each, last], ys[each, last]]
        ends = [xs[each, first], ys[each, first], xs[:, -1], leads[:, 1]]
        x0, y0, x1, y1 = np.concatenate([begins, ends], axis=1)
        pieces = np.stack([x0, np.minimum(y0, y1), x1, np.maximum(y0, y1)], axis=1)
        return cls(pieces, np.tile(sources, 2))

    @classmethod
    def along(cls, lanes: _Boxes, sources: _Rows) -> "Levels":
        """Return the lanes that edges of some values are led along."""
        return cls(lanes[:, [0, 1, 2, 1]], sources)

    def joined(self, others: "Levels") -> "Levels":
        """Return these and others."""
        return Levels(*(np.concatenate(pair) for pair in zip(self, others, strict=True)))

    def lie_under(self, lanes: _Boxes, sources: _Rows) -> _Flags:
        """Tell which lanes lie on a piece of another value than theirs, shape (lanes, pieces)."""
        enter, height, leave = lanes.T[:, :, None]
        left, top, right, bottom = self.pieces.T
        found: _Flags = (top - _NEAR < height) & (height < bottom + _NEAR)
        found &= np.minimum(right, leave) - np.maximum(left, enter) >= _LEAST
        found &= self.sources != sources[:, None]
        return found

    def passed(self, lane: _Boxes, within: float) -> "Levels":
        """Return those that a lane passes `within` so much above or below."""
        some = (self.pieces[:, 0] < lane[2]) & (self.pieces[:, 2] > lane[0])
        some &= (self.pieces[:, 1] < lane[1] + within) & (self.pieces[:, 3] > lane[1] - within)
        return Levels(self.pieces[some], self.sources[some])


NO_LEVELS = Levels(np.empty((0, 4)), np.empty(0, dtype=np.intp))
