"""Lanes leave the heights at which edges of other values run, where something else is free."""

import numpy as np

from gui.picture.apart import set_apart
from gui.picture.lane import along
from gui.picture.led import Led
from gui.picture.levels import NO_LEVELS, Levels
from gui.picture.off_levels import off_lanes, off_levels

NO_ROOMS = np.empty((0, 4))


def led(start: float, lane: float, enter: float = 100.0, leave: float = 400.0) -> Led:
    """Return the way of an edge that begins at a height and runs along a lane at another."""
    lanes = np.array([[enter, lane, leave]])
    ends = np.array([[0.0, start], [460.0, 100.0], [500.0, 100.0]])
    return Led.along(along(*ends, lanes[0]), b"along" + ends.tobytes() + lanes.tobytes())


def wound(first: float, second: float) -> Led:
    """Return the way of an edge that winds from one lane to another."""
    course = [[0.0, 50.0], [100.0, first], [200.0, first], [300.0, second], [400.0, second]]
    corners = np.array([*course, [460.0, 100.0]])
    ends = np.array([0.0, 50.0, 460.0, 100.0, 500.0, 100.0])
    return Led.along(corners[:4], b"wound" + ends.tobytes() + corners.tobytes())


def level(left: float, height: float, right: float, source: int) -> Levels:
    return Levels(np.array([[left, height, right, height]]), np.array([source]))


def any_is_free(tried):
    return dict.fromkeys(tried, True)


def test_an_edge_is_level_where_it_begins_and_where_it_ends() -> None:
    one = led(50.0, 124.0)
    levels = Levels.of([one.line], np.array([[460.0, 100.0]]), np.array([7]))
    (x0, y0, x1, y1), (x2, y2, x3, y3) = levels.pieces.tolist()
    assert (x0, y0) == (0.0, 50.0)
    assert 10.0 < x1 < 50.0
    assert y1 <= 58.0
    assert (x3, y2) == (500.0, 100.0)
    assert 420.0 < x2 < 460.0
    assert y3 <= 108.0
    assert levels.sources.tolist() == [7, 7]


def test_a_straight_edge_is_level_all_along() -> None:
    line = np.array([[0.0, 30.0], [200.0, 30.0], [300.0, 30.0]])
    levels = Levels.of([line], np.array([[200.0, 30.0]]), np.array([1]))
    assert levels.pieces.tolist() == [[0.0, 30.0, 300.0, 30.0]] * 2


def test_a_lane_leaves_the_height_where_another_value_begins() -> None:
    ways, sources = {0: led(50.0, 124.0)}, np.array([3])
    found = off_levels(ways, sources, level(150.0, 125.0, 200.0, 4), any_is_free)
    assert found[0].lanes[0, 1] == 119.0
    assert off_levels(ways, sources, level(150.0, 125.0, 200.0, 3), any_is_free) is ways
    assert off_levels(ways, sources, level(150.0, 129.0, 200.0, 4), any_is_free) is ways
    assert off_levels(ways, sources, level(395.0, 125.0, 450.0, 4), any_is_free) is ways


def test_it_goes_to_the_other_side_where_the_nearer_is_taken_and_stays_where_both_are() -> None:
    ways, sources = {0: led(50.0, 124.0)}, np.array([3])
    levels = level(150.0, 125.0, 200.0, 4).joined(level(200.0, 118.0, 300.0, 5))
    assert off_levels(ways, sources, levels, any_is_free)[0].lanes[0, 1] == 131.0
    assert off_levels(ways, sources, levels, lambda tried: dict.fromkeys(tried, False)) is ways


def test_an_edge_that_winds_leaves_both_its_heights() -> None:
    ways, sources = {0: wound(124.0, 224.0)}, np.array([3])
    levels = level(120.0, 124.0, 180.0, 4).joined(level(320.0, 224.0, 380.0, 5))
    found = off_levels(ways, sources, levels, any_is_free)
    assert found[0].lanes[:, 1].tolist() == [118.0, 218.0]


def test_values_that_found_no_room_side_by_side_pass_other_cards() -> None:
    ways, sources = {k: led(10.0 * k, 124.0) for k in range(3)}, np.arange(3)
    rooms = np.array([[150.0, 140.0, 250.0, 180.0]])

    def free(tried: dict[int, Led]) -> dict[int, bool]:
        return {i: way.lanes[0, 1] > 180.0 for i, way in tried.items()}

    found = off_lanes(ways, sources, NO_LEVELS, rooms, free)
    assert [found[k].lanes[0, 1] for k in range(3)] == [124.0, 189.0, 183.0]


def test_where_nothing_is_free_or_too_many_share_all_stay() -> None:
    ways, sources = {k: led(10.0 * k, 124.0) for k in range(3)}, np.arange(3)
    none = off_lanes(ways, sources, NO_LEVELS, NO_ROOMS, lambda tried: dict.fromkeys(tried, False))
    assert none is ways
    many = {k: led(float(k), 124.0) for k in range(26)}
    assert off_lanes(many, np.arange(26), NO_LEVELS, NO_ROOMS, any_is_free) is many


def test_two_values_side_by_side_lie_on_no_level_of_a_third() -> None:
    ways, sources = {0: led(50.0, 124.0), 1: led(90.0, 124.0)}, np.array([3, 4])
    found = set_apart(ways, sources, any_is_free, level(150.0, 118.0, 200.0, 5))
    assert [found[k].lanes[0, 1] for k in (0, 1)] == [124.0, 130.0]
    own = set_apart(ways, sources, any_is_free, level(150.0, 123.0, 200.0, 4))
    assert [own[k].lanes[0, 1] for k in (0, 1)] == [118.0, 124.0]
    turned = set_apart(ways, sources, any_is_free, level(150.0, 123.0, 200.0, 4), turned=True)
    assert [turned[k].lanes[0, 1] for k in (0, 1)] == [127.0, 121.0]
