"""Edges of different values that go around beside each other turn at places of their own."""

import numpy as np

from gui.picture.returning import around
from gui.picture.route import Led
from gui.picture.uprights import uprights_apart

ENDS = np.array([0.0, 50.0, 160.0, 400.0, 200.0, 400.0])


def led(right: float, level: float, left: float, ends: np.ndarray = ENDS) -> Led:
    """Return the way of an edge that goes around by these turns."""
    turn = np.array([right, level, left])
    way = around(ends[:2], ends[2:4], ends[4:], turn)
    return Led.along(way, b"around" + ends.tobytes() + turn.tobytes())


def any_is_free(tried):
    return dict.fromkeys(tried, True)


def turns(ways) -> list[list[float]]:
    return [ways[i].turn.tolist() for i in sorted(ways)]


def test_two_values_turn_beside_each_other() -> None:
    ways = {0: led(40.0, 200.0, 90.0), 3: led(41.0, 250.0, 120.0)}
    found = uprights_apart(ways, np.array([1, 0, 0, 2]), any_is_free)
    assert turns(found) == [[40.0, 200.0, 90.0], [48.0, 250.0, 120.0]]
    assert found[0] is ways[0]
    assert found[3].line[-1].tolist() == [200.0, 400.0]


def test_both_pieces_of_three_values_go_apart() -> None:
    ways = {k: led(40.0, 200.0 + k, 90.0) for k in range(3)}
    found = turns(uprights_apart(ways, np.arange(3), any_is_free))
    for place in (0, 2):
        xs = sorted(turn[place] for turn in found)
        assert min(np.diff(xs)) >= 4.0


def test_those_of_one_value_or_not_beside_each_other_stay() -> None:
    ways = {0: led(40.0, 200.0, 90.0), 1: led(41.0, 250.0, 120.0)}
    assert uprights_apart(ways, np.array([1, 1]), any_is_free) is ways
    below = ENDS + np.array([0.0, 500.0] * 3)
    ways = {0: led(40.0, 200.0, 90.0), 1: led(40.0, 700.0, 90.0, below)}
    assert uprights_apart(ways, np.array([1, 2]), any_is_free) is ways


def test_where_nothing_is_free_or_too_many_turn_there_all_stay() -> None:
    ways = {0: led(40.0, 200.0, 90.0), 1: led(41.0, 250.0, 120.0)}
    none = uprights_apart(ways, np.array([1, 2]), lambda tried: dict.fromkeys(tried, False))
    assert none is ways
    many = {k: led(40.0, 200.0, 90.0) for k in range(20)}
    assert uprights_apart(many, np.arange(20), any_is_free) is many


def test_a_way_that_does_not_go_around_has_no_turn() -> None:
    line = np.array([[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [3.0, 0.0]])
    assert Led.along(line, b"plain" + ENDS.tobytes()).turn.tolist() == []
