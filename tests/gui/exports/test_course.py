"""Which pieces an edge is made of on a slide."""

import numpy as np
import pytest

from gui.exports.slides.course import CURVE, QUARTER, STRAIGHT, courses_of
from gui.picture.curve import simple_routes


def ways(*climbs):
    """Return edges far from each other, each of which goes so many units down."""
    starts = np.array([(500.0 * k, 0.0) for k in range(len(climbs))])
    leads = starts + np.array([(60.0, climb) for climb in climbs])
    return list(simple_routes(starts, leads, leads + np.array((40.0, 0.0))))


@pytest.mark.parametrize("per_unit", [0.61, 0.77, 1.0, 1.22])
def test_a_bend_that_is_just_tall_enough_takes_no_other_edges_upright(per_unit):
    just = 14.0 / per_unit  # points, by units and back, are not always what they were
    for climb in (np.nextafter(just, 0.0), just, np.nextafter(just, 99.0)):
        first, second = ways(climb, 90.0)
        (alone,) = courses_of([second], per_unit)
        assert courses_of([first, second], per_unit)[1] == alone


def test_a_quarter_in_less_than_half_a_centimetre_and_a_joint_s_radius_is_not_tall():
    """LibreOffice makes a loop of one that is: 14.7 points wide and 34.7 tall it did."""
    starts = np.array([(0.0, 0.0)])
    leads = starts + np.array((29.4, -69.4))
    (way,) = simple_routes(starts, leads, leads + np.array((60.0, 0.0)))
    (course,) = courses_of([way], 1.0)
    assert (
        max(abs(piece.end[1] - piece.start[1]) for piece in (course.pieces[0], course.pieces[-1]))
        <= 26.0
    )
    assert [piece.preset for piece in course.pieces] == [QUARTER, STRAIGHT, QUARTER]


def test_a_low_bend_in_a_wide_gap_is_one_connector_though_another_edge_rises_there():
    """Of two halves less than half a centimetre high LibreOffice makes a wave."""
    starts = np.array([(0.0, 0.0), (0.0, 0.0)])
    leads = np.array([(120.0, 20.0), (120.0, 90.0)])
    low, high = courses_of(list(simple_routes(starts, leads, leads + np.array((40.0, 0.0)))), 1.0)
    assert [piece.preset for piece in low.pieces] == [CURVE]
    assert high.pieces
