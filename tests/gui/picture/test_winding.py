"""A long edge winds from gap to gap: level past each column of cards, climbing least in all."""

from itertools import pairwise

import numpy as np

from gui.picture.winding import winding


def way(start, lead, *cards) -> list[tuple[float, float]] | None:
    """Return the corners of the way around cards: left, top, right, bottom each."""
    boxes = np.array(sorted(cards), dtype=float).reshape(-1, 4)
    found = winding(np.array(start, dtype=float), np.array(lead, dtype=float), boxes)
    return None if found is None else list(map(tuple, found.tolist()))


def test_each_column_is_passed_level_at_the_gap_that_costs_least() -> None:
    above, below = (100.0, -100.0, 200.0, 20.0), (300.0, -20.0, 400.0, 100.0)
    found = way((0, 0), (500, 0), above, below)
    assert found is not None
    xs, ys = zip(*found, strict=True)
    assert ys == (0.0, 34.0, 34.0, -34.0, -34.0, 0.0)  # 14 units from each card
    assert all(a < b for a, b in pairwise(xs))
    assert xs[1] < 100.0 < 200.0 < xs[2] < xs[3] < 300.0 < 400.0 < xs[4]


def test_a_gap_that_both_columns_have_is_taken_though_another_is_nearer_to_one() -> None:
    first = [(100.0, -300.0, 200.0, -40.0), (100.0, -10.0, 200.0, 60.0)]
    second = [(300.0, -300.0, 400.0, 60.0)]
    found = way((0, 0), (500, 0), *first, *second)
    assert found is not None
    assert {y for _, y in found[1:-1]} == {74.0}


def test_a_card_beside_the_start_is_passed_at_the_start_s_own_height() -> None:
    beside, before = (-50.0, -200.0, 80.0, -40.0), (200.0, -50.0, 300.0, 50.0)
    found = way((0, 0), (500, 10), beside, before)
    assert found is not None
    assert found[:3] == [(0.0, 0.0), (44.0, 0.0), (88.0, 0.0)]  # level until 8 units behind it
    assert {y for _, y in found[3:-1]} == {64.0}
    assert all(a[0] < b[0] for a, b in pairwise(found))
    assert way((0, 0), (500, 0), beside) == [(0.0, 0.0), (44.0, 0.0), (88.0, 0.0), (500.0, 0.0)]


def test_there_is_none_without_a_card_or_without_room_behind_the_last_one() -> None:
    assert way((0, 0), (500, 0)) is None
    assert way((0, 0), (205, 0), (100.0, -50.0, 200.0, 50.0)) is None
    assert way((0, 0), (500, 0), (-50.0, -90.0, 495.0, -40.0)) is None


def test_a_card_beside_the_lead_is_left_on_the_side_where_the_edge_comes_in() -> None:
    first = [(100.0, -300.0, 200.0, -40.0), (100.0, 0.0, 200.0, 200.0)]
    for beside in ((220.0, -200.0, 320.0, -100.0), (150.0, -200.0, 250.0, -60.0)):
        found = way((0, -320), (250, 100), *first, beside)
        assert found is not None  # over both it would climb no more, but then come down through it
        assert [y for _, y in found] == [-320.0, -26.0, -26.0, 100.0]
    assert way((0, -320), (250, 100), *first, (220.0, 0.0, 320.0, 200.0)) is None


def test_the_whole_way_climbs_least_not_each_of_its_steps() -> None:
    twice = [(left, -86.0, left + 100.0, 86.0) for left in (100.0, 300.0)]
    slit = [(500.0, -500.0, 600.0, -14.0), (500.0, 14.0, 600.0, 500.0)]
    found = way((0, -90), (700, 200), *twice, *slit)
    assert found is not None
    assert [y for _, y in found] == [-90.0, *[-100.0] * 4, 0.0, 0.0, 200.0]


def passed_at(height: float, *spans: tuple[float, float]) -> float:
    """Return where a way at a height passes cards of one column: above to below each."""
    found = way((0, height), (500, height), *((100.0, *span[:1], 200.0, span[1]) for span in spans))
    assert found is not None
    (level,) = {y for _, y in found[1:-1]}
    return level


def test_a_column_is_passed_as_level_as_its_cards_allow() -> None:
    assert passed_at(0.0, (-200.0, -100.0)) == 0.0
    assert passed_at(63.0, (-60.0, 60.0)) == 74.0  # nearer it would touch the card
    assert passed_at(70.0, (-60.0, 60.0)) == 70.0
    assert passed_at(30.0, (-60.0, 60.0), (-20.0, -10.0)) == 74.0  # one lies within the other


def test_cards_that_overlap_close_one_gap_and_are_remembered_so() -> None:
    cards = [(100.0, -60.0, 200.0, 5.0), (110.0, -5.0, 190.0, 60.0)]
    for _ in range(2):
        found = way((0, 1), (500, 1), *cards)
        assert found is not None
        assert {y for _, y in found[1:-1]} == {74.0}
