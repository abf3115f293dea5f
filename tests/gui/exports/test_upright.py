"""Where edges rise on slides that pass each other in one gap."""

import pytest

from gui.exports.slides.upright import Bend, uprights


def test_a_bend_alone_rises_in_its_middle():
    assert uprights([Bend(0, 0, 20, 50), Bend(30, 0, 60, 50)]) == [10, 45]


def test_bends_of_one_gap_that_do_not_pass_each_other_rise_on_one_line():
    assert uprights([Bend(0, 0, 20, 50), Bend(0, 60, 20, 90)]) == [10, 10]


def test_two_from_one_card_part_on_one_line_up_and_down():
    assert uprights([Bend(0, 50, 20, 0), Bend(0, 50, 20, 100)]) == [10, 10]


@pytest.mark.parametrize("way", [1, -1], ids=["down", "up"])
def test_bends_that_pass_each_other_share_the_room_without_crossing(way):
    first, second, third = uprights([Bend(0, way * k, 20, way * (k + 50)) for k in (0, 10, 20)])
    # what begins behind another turns before it
    assert (first, second, third) == (15, 10, 5)


def test_the_one_of_a_fan_that_leads_furthest_turns_first():
    near, far = uprights([Bend(0, 0, 30, 40), Bend(0, 0, 30, 80)])
    assert (near, far) == (20, 10)


def test_bends_whose_gaps_hardly_share_room_rise_in_their_own():
    one, other = uprights([Bend(0, 0, 20, 50), Bend(18, 0, 60, 60)])
    assert 0 < one < 20 < other < 60


def test_a_crowd_keeps_to_the_room_that_all_have():
    found = uprights([Bend(k % 3, 7 * k % 50, 30, 11 * k % 60) for k in range(30)])
    assert all(2 < x < 30 for x in found)


def test_none_rises_so_near_a_card_that_libreoffice_draws_a_loop():
    found = uprights([Bend(0, 7 * k % 50, 30, 11 * k % 60) for k in range(12)])
    assert min(found) >= 3
    assert len(set(found)) > 6
    # a short bend among them leaves each its own room
    found = uprights([Bend(0, 0, 22, 28), Bend(0, 30, 22, -60), Bend(0, 30, 8, 48)])
    assert all(x >= 3 for x in found)
