"""The ways of edges in pieces that PowerPoint and LibreOffice draw alike.

Both have connectors of their own shape, and LibreOffice draws a held one anew by its own rules: it
knows neither our ports nor where a bend was asked for. What both draw alike is a straight piece and
an S that bends in its middle. Our edges are made of just these, so each piece becomes a connector
from one joint to the next, and the numbers stand on a straight lead of its own.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gui.exports.slides.upright import Bend, uprights
from gui.picture.measure import LEAD

__all__ = ["BOTTOM", "LEFT", "RIGHT", "STRAIGHT", "TOP", "Course", "Piece", "Point", "courses_of"]

Points = NDArray[np.float64]
Point = tuple[float, float]

_LEVEL = 0.5  # units; what climbs less is level
# Points. LibreOffice keeps half a centimetre around what a connector holds on to: found by trying.
_FLAT = 14.0  # an S that climbs less can be one connector, whatever card it leaves
_WIDE = 30.0  # and one that is wider
_LOW = 32.4  # in halves, one that climbs less would bulge at the joint between them
_TIGHT = 16.2  # a quarter as narrow: of that half centimetre and a joint's radius
_TALLEST = 26.0  # may be so tall; taller ones would also lean towards what rises beside them


# Connection sites of a rounded rectangle, the same in both programs.
TOP, LEFT, BOTTOM, RIGHT = range(4)
STRAIGHT = "straightConnector1"
QUARTER, CURVE = "curvedConnector2", "curvedConnector3"


class Piece(NamedTuple):
    """A connector of PowerPoint's kind `preset`, from one joint's site to the next one's."""

    preset: str
    start: Point
    end: Point
    leaves: int = RIGHT
    enters: int = LEFT


class Course(NamedTuple):
    """The pieces from a card to the joint where the lead begins, and the tip the lead ends in."""

    pieces: tuple[Piece, ...]
    tip: Point


def courses_of(ways: Sequence[Points], per_unit: float) -> list[Course]:
    """Return the course of each way, a chain of curves from its start to the tip of its arrow.

    A unit is `per_unit` points. Where ways rise in one gap, each does so at an x of its own.
    """
    onward = [_goes_right(points) for points in ways]
    bends = [
        Bend(a[0] * per_unit, a[1] * per_unit, b[0] * per_unit, b[1] * per_unit)
        for points, goes in zip(ways, onward, strict=True)
        if goes
        for a, b in pairwise(_corners(points)[:-1])
        if _climbs(a, b, per_unit)
    ]
    rises = iter([x / per_unit for x in uprights(bends)])
    return [
        _course(points, rises, per_unit) if goes else _around(points)
        for points, goes in zip(ways, onward, strict=True)
    ]


def _corners(points: Points) -> list[Point]:
    return [(float(x), float(y)) for x, y in points[::3]]


def _is_level(a: Point, b: Point) -> bool:
    return abs(b[1] - a[1]) < _LEVEL


def _climbs(a: Point, b: Point, per_unit: float) -> bool:
    """Tell whether a bend climbs so much that it rises at an x of its own."""
    least = _LOW if (b[0] - a[0]) * per_unit > _WIDE else _FLAT
    return abs(b[1] - a[1]) * per_unit >= least


def _course(points: Points, rises: Iterator[float], per_unit: float) -> Course:
    """Return the course of a way to the right; `rises` has the x of each bend that comes."""
    corners = _corners(points)
    if all(_is_level(a, b) for a, b in pairwise(corners)):
        return Course((Piece(STRAIGHT, corners[0], corners[-2]),), corners[-1])
    pieces: list[Piece] = []
    for a, b in pairwise(corners[:-1]):
        if _climbs(a, b, per_unit):
            pieces += _bend(a, b, next(rises), per_unit)
        elif not _is_level(a, b):
            pieces.append(Piece(CURVE, a, b))
        elif b[0] - a[0] > _LEVEL:
            pieces.append(Piece(STRAIGHT, a, b))
    return Course(tuple(pieces), corners[-1])


def _bend(a: Point, b: Point, rise: float, per_unit: float) -> list[Piece]:
    """Return an S from `a` to `b`: one piece, or two quarters with an upright at x `rise`."""
    width, height = b[0] - a[0], abs(b[1] - a[1])
    centred = abs(rise - (a[0] + b[0]) / 2) < _LEVEL
    if centred and width * per_unit > _WIDE:
        return [Piece(CURVE, a, b)]
    down = b[1] > a[1]
    tall = height / 2
    if not centred or width / 2 * per_unit < _TIGHT:
        tall = min(tall, _TALLEST / per_unit)
    sign = 1.0 if down else -1.0
    over, under = (rise, a[1] + sign * tall), (rise, b[1] - sign * tall)
    into, out = (TOP, BOTTOM) if down else (BOTTOM, TOP)
    upright = [Piece(STRAIGHT, over, under, out, into)] if height - 2 * tall > _LEVEL else []
    if not upright:
        under = over
    return [Piece(QUARTER, a, over, RIGHT, into), *upright, Piece(QUARTER, under, b, out, LEFT)]


def _goes_right(points: Points) -> bool:
    """Tell whether every piece is a level line or an S that is level at both ends."""
    for k in range(0, len(points) - 1, 3):
        a, out, back, b = points[k : k + 4]
        if b[0] < a[0] - _LEVEL or abs(out[1] - a[1]) > _LEVEL or abs(back[1] - b[1]) > _LEVEL:
            return False
    return True


def _around(points: Points) -> Course:
    """Return the course of an edge that goes back to the left: straight pieces and round corners.

    Each runs level or upright at both its ends; the last is level, up to the tip.
    """
    pieces = []
    for k in range(0, len(points) - 1, 3):
        a, out, back, b = points[k : k + 4]
        if np.abs(b - a).max() < _LEVEL:
            continue
        from_side = _side(out - a) if (out != a).any() else _side(b - a)
        to_side = _side(b - back) if (back != b).any() else _side(b - a)
        straight = from_side % 2 == to_side % 2
        start, end = (float(a[0]), float(a[1])), (float(b[0]), float(b[1]))
        kind = STRAIGHT if straight else QUARTER
        pieces.append(Piece(kind, start, end, from_side, (to_side + 2) % 4))
    last, tip = pieces[-1], pieces[-1].end
    joint = max(tip[0] - LEAD, last.start[0] + 1.0), tip[1]
    return Course((*pieces[:-1], last._replace(end=joint)), tip)


def _side(way: Points) -> int:
    """Return the site of a shape that what runs this `way` leaves by."""
    if abs(way[0]) > abs(way[1]):
        return RIGHT if way[0] > 0 else LEFT
    return BOTTOM if way[1] > 0 else TOP
