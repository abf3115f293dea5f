"""Edges of different values that go around beside each other turn at places of their own."""

import numpy as np
import pytest
from faults import crosses

import engine
from gui.picture.led import Led
from gui.picture.picture import Picture
from gui.picture.returning import around
from gui.picture.uprights import uprights_apart
from gui.run import read

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


def returning(*walls: tuple[float, float]) -> Picture:
    """Return the picture of an edge that goes back, and of cards that it has no part in."""
    graph = engine.Graph()
    graph.parameter("a", 1.0, position=(600.0, 0.0))
    graph.op("relu", "a", name="b", position=(0.0, 400.0))
    for k, wall in enumerate(walls):
        graph.parameter(f"wall{k}", 1.0, position=wall)
    return Picture(graph, read(graph))


@pytest.mark.parametrize("place", [0, 2])
@pytest.mark.parametrize("aside", [7.0, 14.0])
def test_an_edge_that_goes_back_turns_into_no_card_beside_its_uprights(
    qapp, place: int, aside: float
) -> None:
    del qapp
    alone = returning()._alone[0].turn
    half = returning((0.0, 0.0)).sizes[2, 0] / 2
    height = (alone[1] + (0.0, 400.0)[place // 2]) / 2
    picture = returning((float(alone[place] + aside + half - 4.0), float(height)))
    led, turn = picture._alone[0], picture._alone[0].turn.copy()
    turn[place] += aside
    wall = picture.rectangles()[2]
    assert crosses(led.turned(turn).line, wall)
    assert not crosses(led.line, wall)
    assert picture._are_free({0: led.turned(turn)}) == {0: False}


def scattered(seed: int) -> engine.Graph:
    """Return a graph whose cards were put anywhere: many edges go back, many go around."""
    rng = np.random.default_rng(seed)
    count = int(rng.integers(8, 26))
    graph = engine.Graph()
    for k in range(count):
        x, y = (rng.integers(0, (12, 8)) * 100.0 + rng.integers(0, 5, 2) * 10.0).tolist()
        if k < max(2, count // 4):
            graph.parameter(f"n{k}", k / 3, position=(x, y))
        else:
            kind, inputs = ("add", "multiply")[k % 2], rng.integers(0, k, 2).tolist()
            graph.op(kind, *(f"n{i}" for i in inputs), name=f"n{k}", position=(x, y))
    graph.output = f"n{count - 1}"
    return graph


# in seven of these an edge once ran through a card
@pytest.mark.parametrize("seed", [*range(24), 73, 146, 159, 161, 183])
def test_edges_set_apart_run_through_no_card_that_they_miss_alone(qapp, seed: int) -> None:
    del qapp
    graph = scattered(seed)
    picture = Picture(graph, read(graph))
    inner = picture.rectangles() + np.array([1.0, 1.0, -1.0, -1.0])
    cut = []
    for i in (i for i, led in picture._led.items() if led is not picture._alone.get(i)):
        alone = picture._alone.get(i)
        before = picture.plain_lines(np.array([i]))[0] if alone is None else alone.line
        foreign = set(range(len(inner))) - {picture._sources[i], picture._targets[i]}
        met = [row for row in foreign if crosses(picture.line(i), inner[row])]
        cut += [(picture.edges[i], row) for row in met if not crosses(before, inner[row])]
    assert cut == []
