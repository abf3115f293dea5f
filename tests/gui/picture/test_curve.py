"""Tests of the straight pieces of edges: which of them come near a box."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
from hypothesis import assume, example, given
from hypothesis import strategies as st

from gui.picture.curve import NEAR, beside, meet, meets

_BOX = (100, 100, 260, 164)
_PLACES = st.integers(-60, 60).map(lambda k: 5 * k)  # on the box's margin, too


@example([(95, -300), (95, 300)])  # beside it, at its margin
@given(st.lists(st.tuples(_PLACES, _PLACES), min_size=2, max_size=90))
def test_a_long_line_meets_a_box_where_one_of_its_pieces_does(points):
    line = np.array([points], dtype=float)
    boxes = np.array([_BOX], dtype=float)
    spans = np.ptp(line, axis=1)
    if (spans <= 400.0).all():  # there a piece is taken to be shorter than any card
        wanted = any(_share_inside(point, point) for point in points)
    else:
        wanted = any(_share_inside(*piece) for piece in pairwise(points))
    assert meet(line, boxes, np.array([[True]]))[0] == wanted
    assert not meet(line, boxes, np.array([[False]]))[0]


def test_of_several_boxes_those_are_told_that_a_line_meets():
    lines = np.array([[[0.0, 0.0], [300.0, 0.0]], [[0.0, 50.0], [900.0, 50.0]]])
    boxes = np.array([[200.0, -20.0, 260.0, 20.0], [500.0, -80.0, 560.0, 80.0], [0, 90, 9, 99]])
    line, box = beside(lines, boxes, np.ones((2, 3), dtype=bool))
    assert list(zip(line.tolist(), box.tolist(), strict=True)) == [(0, 0), (1, 1)]
    pairs = np.repeat(np.arange(2), 3), np.tile(np.arange(3), 2)
    # the pieces of the first, which is short, are taken to be shorter than a box
    assert meets(lines, boxes, *pairs).tolist() == [False, False, False, False, True, False]
    lines[0, 1, 0] = 230.0
    assert meets(lines, boxes, *pairs).tolist() == [True, False, False, False, True, False]


def _share_inside(begin, end):
    """Tell whether more than a point of a piece is within the box's margin, exactly."""
    low, high = Fraction(0), Fraction(1)
    for axis in (0, 1):
        least, most = _BOX[axis] - int(NEAR), _BOX[axis + 2] + int(NEAR)
        at, way = begin[axis], end[axis] - begin[axis]
        if not way:
            if not least < at < most:
                return False
            continue
        enter, leave = sorted((Fraction(least - at, way), Fraction(most - at, way)))
        low, high = max(low, enter), min(high, leave)
    assume(low != high)  # one that touches a side or a corner may do so or not, as it is rounded
    return low < high
