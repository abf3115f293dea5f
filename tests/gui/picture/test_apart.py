"""Edges on one lane are set apart: a line for each value, in order, as far as there is room."""

import numpy as np

from gui.picture.apart import set_apart
from gui.picture.lane import along
from gui.picture.led import Led


def led(start: float, lane: float, enter: float = 100.0, leave: float = 400.0) -> Led:
    """Return the way of an edge that begins at a height and runs along a lane at another."""
    lanes = np.array([[enter, lane, leave]])
    ends = np.array([[0.0, start], [460.0, 100.0], [500.0, 100.0]])
    return Led.along(along(*ends, lanes[0]), b"along" + ends.tobytes() + lanes.tobytes())


def wound(start: float, first: float, second: float) -> Led:
    """Return the way of an edge that winds from one lane to another."""
    course = np.array([[0.0, start], [100.0, first], [200.0, first], [300.0, second]])
    corners = np.concatenate([course, [[400.0, second], [460.0, 100.0]]])
    ends = np.array([0.0, start, 460.0, 100.0, 500.0, 100.0])
    return Led.along(corners[:4], b"wound" + ends.tobytes() + corners.tobytes())


def heights(ways: dict[int, Led], *sources: int, free=None) -> list[float]:
    """Return at which heights edges run that carry values of these sources."""
    free = free or (lambda tried: dict.fromkeys(tried, True))
    found = set_apart(ways, np.array(sources), free)
    return [float(found[i].lanes[0, 1]) for i in range(len(ways))]


def test_two_values_on_one_lane_run_side_by_side_in_the_order_they_come_from() -> None:
    assert heights({0: led(50.0, 124.0), 1: led(90.0, 124.0)}, 3, 4) == [121.0, 127.0]
    assert heights({0: led(90.0, 124.0), 1: led(50.0, 126.0)}, 3, 4) == [128.0, 122.0]


def test_three_values_stand_evenly_and_edges_of_one_value_on_one_line() -> None:
    ways = {k: led(10.0 * k, 124.0) for k in range(4)}
    assert heights(ways, 0, 1, 2, 3) == [115.0, 121.0, 127.0, 133.0]
    ways = {0: led(10.0, 124.0), 1: led(10.0, 126.0), 2: led(50.0, 124.0)}
    assert heights(ways, 7, 7, 8) == [122.0, 122.0, 128.0]


def test_edges_that_share_no_part_of_a_lane_or_run_far_enough_apart_stay() -> None:
    ways = {0: led(50.0, 124.0), 1: led(90.0, 128.0)}
    assert heights(ways, 3, 4) == [124.0, 128.0]
    one = led(50.0, 124.0)
    assert set_apart({0: one}, np.array([3]), dict)[0] is one


def test_where_there_is_no_room_on_both_sides_they_go_to_one_or_closer_or_stay() -> None:
    ways = {0: led(50.0, 124.0), 1: led(90.0, 124.0)}

    def within(low: float, high: float):
        return lambda tried: {i: low <= way.lanes[0, 1] <= high for i, way in tried.items()}

    assert heights(ways, 3, 4, free=within(124.0, 200.0)) == [124.0, 130.0]
    assert heights(ways, 3, 4, free=within(0.0, 124.0)) == [118.0, 124.0]
    assert heights(ways, 3, 4, free=within(122.0, 126.0)) == [122.0, 126.0]
    assert heights(ways, 3, 4, free=within(123.0, 125.0)) == [124.0, 124.0]


def test_more_values_than_a_gap_holds_stay_on_their_lane() -> None:
    ways = {k: led(10.0 * k, 124.0) for k in range(7)}
    assert heights(ways, *range(7)) == [124.0] * 7
    assert len(set(heights(dict(list(ways.items())[:6]), *range(6)))) == 6


def winding() -> dict[int, Led]:
    """Return an edge that shares one lane with a second edge and another one with the others."""
    others = {k: led(start, 224.0, enter=300.0) for k, start in ((2, 10.0), (3, 90.0), (4, 95.0))}
    return {0: wound(50.0, 124.0, 224.0), 1: led(90.0, 124.0, leave=200.0), **others}


def test_an_edge_without_room_on_one_lane_is_set_apart_on_its_other() -> None:
    def free(tried: dict[int, Led]) -> dict[int, bool]:
        return {
            i: all(h < 200.0 or h == 224.0 for h in way.lanes[:, 1]) for i, way in tried.items()
        }

    found = set_apart(winding(), np.arange(5), free)
    assert found[0].lanes[:, 1].tolist() == [121.0, 224.0]
    assert found[1].lanes[0, 1] == 127.0
    assert [found[k].lanes[0, 1] for k in (2, 3, 4)] == [224.0] * 3


def test_what_was_free_only_beside_a_move_that_is_not_made_stays() -> None:
    def free(tried: dict[int, Led]) -> dict[int, bool]:
        moved = {i: (way.lanes[:, 1] % 100.0 != 24.0).all() for i, way in tried.items()}
        return {i: bool(moved[i]) if i == 0 else i == 1 for i in tried}

    ways = winding()
    assert set_apart(ways, np.arange(5), free) == ways
