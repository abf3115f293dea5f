"""How an edge finds its way: one bend, around a card, back to the left."""

from itertools import pairwise

import numpy as np
import pytest

from gui.picture import winding
from gui.picture.curve import flatten, simple_routes
from gui.picture.led import Led
from gui.picture.returning import ONLY_LANE, Alone, lanes_of
from gui.picture.route import Edges, led_back, led_onward


def point(x, y):
    return np.array([x, y], dtype=float)


def boxes(*rows):
    return np.array(rows, dtype=float).reshape(-1, 4)


def led(start, lead, end, cards, lane=ONLY_LANE, known=None) -> Led:
    """Return how one edge is led around cards."""
    edges = Edges(np.concatenate([start, lead, end])[None], [known])
    if lead[0] < start[0]:
        return led_back(edges, np.array([lane]), cards)[0]
    return led_onward(edges, cards, np.ones((1, len(cards)), dtype=bool))[0]


def route(*ends_and_cards) -> np.ndarray:
    return led(*ends_and_cards).way


def touches(line, card):
    left, top, right, bottom = card
    x, y = line.T
    return bool(((x > left) & (x < right) & (y > top) & (y < bottom)).any())


def test_a_plain_way_has_one_bend_and_ends_level_at_the_port():
    way = route(point(0, 0), point(100, 50), point(160, 50), boxes())
    line = flatten(way)
    assert tuple(line[0]) == (0, 0)
    assert tuple(line[-1]) == (160, 50)
    assert np.all(np.diff(line[:, 0]) >= 0)
    lead = line[line[:, 0] >= 100]
    assert np.all(lead[:, 1] == 50)


@pytest.mark.parametrize("top", [-40.0, -10.0, 10.0])
def test_an_edge_finds_its_way_around_a_card(top):
    card = (100, top, 200, top + 50)
    line = flatten(route(point(0, 0), point(400, 0), point(460, 0), boxes(card)))
    assert not touches(line, card)
    assert tuple(line[-1]) == (460, 0)


def test_an_edge_back_to_the_left_runs_in_the_gap_between_the_rows():
    rows = boxes((0, -30, 400, 30), (0, 130, 400, 190))
    line = flatten(route(point(400, 0), point(-60, 160), point(0, 160), rows))
    assert not any(touches(line, card) for card in rows)
    across = line[(line[:, 0] > 0) & (line[:, 0] < 400)]
    assert np.all((across[:, 1] > 30) & (across[:, 1] < 130))


def returns_at(place: int, of: int, below: float) -> float:
    """Return at which height one of some edges returns under a row that ends at 30."""
    rows = boxes((0, -30, 400, 30), (0, below, 400, below + 60))
    line = flatten(route(point(400, 0), point(-60, 160), point(0, 160), rows, (place, of)))
    return float(line[np.abs(line[:, 0] - 200).argmin(), 1])


def test_returning_edges_do_not_lie_on_each_other():
    first, second = (returns_at(place, 2, below=130) for place in (0, 1))
    assert abs(first - second) > 8


ROWS = ((0, -130, 400, 130), (0, 200, 400, 420), (0, 500, 400, 600))


def lanes(*edges) -> list:
    """Return the lanes of edges from right of the cards in a row, each of its heights and lead."""
    starts, leads = ([point(x, y) for x, y in ends] for ends in zip(*edges, strict=True))
    ends = [point(0.0, lead[1]) for lead in leads]
    alone = Alone.of(np.concatenate([starts, leads, ends], axis=1), boxes(*ROWS))
    return lanes_of(np.array(starts), np.array(leads), alone).tolist()


def test_edges_that_return_in_one_gap_lie_side_by_side_though_their_leads_differ():
    assert lanes(((400, -100), (-61, 300)), ((400, 100), (-60, 400))) == [[0, 2], [1, 2]]
    farther = ((380, 100), (-60, 250)), ((500, 50), (20, 400))  # that from farther right runs lower
    assert lanes(*farther) == [[1, 2], [0, 2]]


def test_turns_that_are_kept_as_cards_move_are_those_found_anew():
    random = np.random.default_rng(1)
    known = None
    corners = random.uniform(0.0, 900.0, (30, 2))
    ends = np.zeros((40, 6))
    for _ in range(60):
        some = random.integers(0, 30, 2)
        corners[some] += random.normal(0.0, 60.0, (2, 2))
        if random.random() < 0.5:
            ends[:, :2], ends[:, 4:] = random.uniform(0.0, 900.0, (2, 40, 2))
            ends[:, 2:4] = ends[:, 4:] - (40.0, 0.0)
        cards = np.concatenate([corners, corners + np.array([90.0, 40.0])], axis=1)
        known, anew = Alone.of(ends.copy(), cards, known), Alone.of(ends.copy(), cards)
        np.testing.assert_array_equal(known.turned, anew.turned)
    np.testing.assert_array_equal(Alone.of(ends, cards, known).turned, known.turned)


def test_edges_that_return_in_different_gaps_keep_the_middle_of_theirs():
    assert lanes(((400, 0), (-60, 300)), ((400, 350), (-60, 550))) == [[0, 1], [0, 1]]
    levels = [
        flatten(route(point(400, 0), point(-60, 300), point(0, 300), boxes(*ROWS), (k, 3)))
        for k in range(3)
    ]
    assert [line[np.abs(line[:, 0] - 200).argmin(), 1] for line in levels] == [178.0, 165.0, 152.0]


def test_more_edges_than_a_gap_has_lanes_for_return_closer_together_but_in_the_gap():
    many = 7  # of which some come from elsewhere, and share but an upright piece with these
    levels = [returns_at(place, many, below=86) for place in range(many)]
    assert levels == sorted(levels, reverse=True)
    assert 30 + 5 < levels[-1] < levels[0] < 86 - 5


def test_an_edge_returns_in_the_roomier_of_two_gaps():
    rows = boxes((0, -130, 400, 0), (0, 40, 400, 130), (0, 200, 400, 420))
    line = flatten(route(point(400, -60), point(-60, 300), point(0, 300), rows))
    assert line[np.abs(line[:, 0] - 200).argmin(), 1] == 165.0


def test_an_edge_that_returns_turns_right_of_a_card_that_stands_before_its_port():
    rows = boxes((0, -30, 400, 30), (0, 130, 400, 230), (-160, 140, -75, 180))
    line = flatten(route(point(400, 0), point(-60, 160), point(0, 160), rows))
    assert not any(touches(line, card) for card in rows)


def test_an_edge_that_returns_turns_right_of_a_wider_leaf_above_that_card_too():
    rows = boxes(
        (0, -90, 400, -30), (0, 130, 400, 230), (-160, 140, -75, 180), (-150, 60, -64, 100)
    )
    line = flatten(route(point(400, -60), point(-60, 160), point(0, 160), rows))
    assert not any(touches(line, card) for card in rows)


def test_an_edge_that_returns_turns_behind_no_card_that_stands_closer_than_its_lead_is_long():
    before, of_port = (308, 194, 412, 286), (393, 194, 563, 286)
    line = flatten(route(point(486, 482), point(393, 262), point(457, 262), boxes(before, of_port)))
    assert not touches(line, before)
    assert tuple(line[-1]) == (457, 262)


def test_an_edge_that_returns_does_not_go_left_through_a_card_at_its_height():
    above, leaf = (450, 194, 558, 286), (2, 279, 86, 319)
    line = flatten(route(point(558, 240), point(480, 360), point(545, 360), boxes(above, leaf)))
    assert not touches(line, leaf)
    assert line[:, 0].min() > 400


OWN, WIDER = (0, -20, 100, 20), (20, 40, 300, 100)


@pytest.mark.parametrize("beside", [(), [(500, -40, 600, 40)]])
def test_an_edge_that_returns_goes_down_behind_a_wider_card_below_its_own(beside):
    cards = boxes(OWN, WIDER, *beside)
    line = flatten(route(point(100, 0), point(-200, 200), point(-140, 200), cards))
    assert not any(touches(line, card) for card in cards)
    assert 300 < line[:, 0].max() < 400


def test_an_edge_that_returns_meets_no_card_to_the_right_for_a_wider_one_below():
    cards = boxes(OWN, WIDER, (180, -40, 280, 40))
    line = flatten(route(point(100, 0), point(-200, 200), point(-140, 200), cards))
    assert line[:, 0].max() < 180


def test_many_plain_ways_are_the_same_as_one_by_one():
    starts, leads, ends = (np.array([[x, 0.0], [x + 5, 9.0]]) for x in (0.0, 90.0, 150.0))
    together = simple_routes(starts, leads, ends)
    for i in range(2):
        alone = route(starts[i], leads[i], ends[i], boxes())
        assert np.array_equal(together[i], alone)


@pytest.mark.parametrize(("lead", "card"), [(300, (100, -30, 200, 30)), (-300, (-200, 0, 0, 50))])
def test_a_way_that_is_found_again_is_the_same_object(lead, card):
    cards = boxes(card)
    ends = point(0, 0), point(lead, 5), point(lead + 64, 5)
    before = led(*ends, cards)
    assert led(*ends, cards, known=before) is before
    lower = cards + np.array([0.0, 40.0, 0.0, 60.0])
    other = led(*ends, lower, known=before)
    assert not np.array_equal(other.way, before.way)
    assert np.array_equal(other.way, route(*ends, lower))
    assert not before.way.flags.writeable


def test_what_is_found_of_many_edges_is_what_is_found_of_each():
    rng = np.random.default_rng(2)
    corners = np.array([(x, rng.uniform(0, 250)) for x in range(0, 1500, 300) for _ in range(3)])
    cards = np.concatenate([corners, corners + np.array([110.0, 40.0])], axis=1)
    starts = np.column_stack([np.full(30, -20.0), rng.uniform(-50, 300, 30)])
    leads = np.column_stack([np.full(30, 1480.0), rng.uniform(-50, 300, 30)])
    ends = leads + np.array([64.0, 0.0])
    every = np.ones((30, len(cards)), dtype=bool)
    edges = Edges(np.concatenate([starts, leads, ends], axis=1), [None] * 30)
    together = led_onward(edges, cards, every)
    kinds = set()
    for k, each in enumerate(zip(starts, leads, ends, strict=True)):
        alone = led(*each, cards)
        assert alone.course == together[k].course
        assert np.array_equal(alone.way, together[k].way)
        kinds.add(alone.course[:5])
    assert kinds >= {b"along", b"wound"}


def test_where_no_single_lane_is_free_an_edge_goes_from_gap_to_gap():
    # columns of cards, each with its gap at another height, and nothing free above or below all
    cards, gaps = [], (60.0, 300.0, 120.0)
    for k, gap in enumerate(gaps):
        left = 200.0 + 250.0 * k
        cards += [(left, -2000.0, left + 120.0, gap - 25), (left, gap + 25, left + 120.0, 2000.0)]
    boxes = np.array(cards)
    start, lead, end = (
        np.array(point) for point in ((0.0, 180.0), (950.0, 200.0), (1014.0, 200.0))
    )
    line = flatten(route(start, lead, end, boxes))
    for x, y in line:
        inside = (boxes[:, 0] < x) & (x < boxes[:, 2]) & (boxes[:, 1] < y) & (y < boxes[:, 3])
        assert not inside.any()
    assert (np.diff(line[:, 0]) >= -1e-9).all()  # it never goes back
    for k, gap in enumerate(gaps):
        column = line[(line[:, 0] > 205.0 + 250 * k) & (line[:, 0] < 315.0 + 250 * k)]
        assert np.allclose(column[:, 1], gap, atol=12.0)


def test_a_column_without_a_gap_is_gone_around():
    wall = np.array([(200.0, -50.0, 300.0, 90.0), (200.0, 90.0, 300.0, 240.0)])
    points = (0.0, 100.0), (400.0, 100.0), (464.0, 100.0)
    line = flatten(route(*map(np.array, points), wall))
    crossing = line[(line[:, 0] > 200) & (line[:, 0] < 300)]
    assert ((crossing[:, 1] < -50) | (crossing[:, 1] > 240)).all()


def test_another_thread_finds_no_column_of_which_the_heights_are_still_unknown(monkeypatch):
    found: dict[bytes, winding._Column] = {}
    monkeypatch.setattr(winding, "_COLUMNS", found)
    is_free = winding._Column.is_free

    def looked_at(column: winding._Column, height: float) -> bool:
        assert all(one.free for one in found.values())
        return is_free(column, height)

    monkeypatch.setattr(winding._Column, "is_free", looked_at)
    cards = np.array([[100.0, -20.0, 160.0, 20.0]])
    way = winding.winding(np.array([0.0, 0.0]), np.array([300.0, 0.0]), cards)
    assert way is not None
    assert len(found) == 1


@pytest.mark.parametrize("high", [1, 4])
def test_a_long_edge_goes_around_a_card_that_lies_between_two_points_of_its_line(high):
    start, lead, end = point(0, 0), point(4000, 800 * high), point(4060, 800 * high)
    plain = flatten(simple_routes(*(p[None] for p in (start, lead, end)))[0])
    (x, y), (u, v) = plain[7:9].tolist()
    card = ((x + u) / 2 - 40.0, (y + v) / 2 - 20.0, (x + u) / 2 + 40.0, (y + v) / 2 + 20.0)
    assert not touches(plain, card)
    fine = np.concatenate([np.linspace(a, b, 99) for a, b in pairwise(plain)])
    assert touches(fine, card)
    way = led(start, lead, end, boxes(card))
    assert not touches(np.concatenate([np.linspace(a, b, 99) for a, b in pairwise(way.line)]), card)


def test_an_edge_passes_a_card_above_its_source_that_is_wider():
    wider = (-100.0, -100.0, 60.0, -20.0)
    wall = [(200.0, -900.0, 300.0, -60.0), (200.0, -10.0, 300.0, 900.0)]
    again = [(500.0, -900.0, 600.0, 200.0), (500.0, 250.0, 600.0, 900.0)]
    way = led(point(0, 0), point(700, 0), point(760, 0), boxes(wider, *wall, *again))
    assert way.course[:5] == b"wound"
    assert not any(touches(way.line, card) for card in (wider, *wall, *again))
