"""The way of one edge that is led around something: its pieces, and the same way led otherwise."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from gui.picture.curve import bounds_of, boxes_along, flatten, round_line
from gui.picture.lane import along
from gui.picture.returning import around
from gui.picture.winding import through

__all__ = ["ALONG", "AROUND", "MAGNIFIED", "WOUND", "Led"]

Points = NDArray[np.float64]

MAGNIFIED = 1.2  # pixels per unit: from here on, straight pieces would show

ALONG, WOUND, AROUND = b"along", b"wound", b"around"
"""How an edge is led, as its course begins."""

_NOTHING: Points = np.empty(0)
_KIND, _ENDS = 5, 6 * 8  # bytes of a course: of its kind, and of its edge's ends


@dataclass(frozen=True, eq=False)
class Led:
    """The way of an edge that is led around something, not to be written to.

    `line` has its straight pieces and `box` left, top, right, bottom of these; `course` is what
    tells it from any other way.
    """

    way: Points
    line: Points
    box: Points
    course: bytes

    @classmethod
    def along(cls, way: Points, course: bytes) -> "Led":
        """Return an edge's way, a chain of curves."""
        line = flatten(way)
        way.setflags(write=False)
        return cls(way, line, bounds_of(line[None])[0], course)

    @cached_property
    def lanes(self) -> Points:
        """Where it enters each lane that it runs along, its height, where it leaves it: (lanes, 3).

        There is none in a plain way, nor in one that goes around.
        """
        kind = self.course[:_KIND]
        if kind == ALONG:
            return np.frombuffer(self.course, offset=_KIND + _ENDS).reshape(1, 3)
        if kind == WOUND:
            corners = np.frombuffer(self.course, offset=_KIND + _ENDS).reshape(-1, 2)[1:-1]
            return np.column_stack([corners[::2], corners[1::2, :1]])
        return np.empty((0, 3))

    @cached_property
    def turn(self) -> Points:
        """Where it turns if it goes around, a row of `turns`; empty in any other way."""
        if not self.course.startswith(AROUND):
            return _NOTHING
        return np.frombuffer(self.course, offset=len(AROUND) + _ENDS)

    def turned(self, turn: Points) -> "Led":
        """Return the same way around with other turns."""
        ends = np.frombuffer(self.course, count=6, offset=len(AROUND))
        way = around(ends[:2], ends[2:4], ends[4:], turn)
        return Led.along(way, AROUND + ends.tobytes() + turn.tobytes())

    @cached_property
    def boxes(self) -> Points:
        """Left, top, right, bottom of each of its straight pieces, shape (pieces, 4)."""
        return boxes_along(self.line)

    @property
    def is_last(self) -> bool:
        """Whether it goes around, or runs plainly: to the right only where nothing else is free."""
        return self.course[:_KIND] in (b"aroun", b"plain")

    @property
    def is_wound(self) -> bool:
        """Whether it goes from gap to gap."""
        return self.course[:_KIND] == WOUND

    def at(self, lane: int, height: float) -> "Led":
        """Return the same way with one of its lanes at another height."""
        known = self._at.get((lane, height))
        if known is None:
            known = self._at[lane, height] = self._moved(lane, height)
        return known

    def _moved(self, lane: int, height: float) -> "Led":
        kind, ends = self.course[:_KIND], np.frombuffer(self.course, count=6, offset=_KIND)
        by = np.frombuffer(self.course, offset=_KIND + _ENDS).copy()
        if kind == ALONG:
            by[1] = height
        else:
            by = by.reshape(-1, 2)
            by[2 * lane + 1 : 2 * lane + 3, 1] = height
        make = along if kind == ALONG else through
        way = make(ends[:2], ends[2:4], ends[4:], by)
        return Led.along(way, kind + ends.tobytes() + by.tobytes())

    def drawn_at(self, scale: float) -> Points:
        """Return the straight pieces that are drawn: so short that no corner shows at a scale."""
        return self._drawn if scale <= MAGNIFIED else round_line(self.way, scale)

    @cached_property
    def _at(self) -> dict[tuple[int, float], "Led"]:
        return {}

    @cached_property
    def _drawn(self) -> Points:
        return round_line(self.way, MAGNIFIED)
