"""What lies under a point or across a stroke, whatever the zoom."""

from itertools import pairwise

import numpy as np
import pytest
from moving import move
from PySide6.QtCore import QLineF

import engine
from engine.network import Form, Network
from gui.picture.hit import Hit, PortHit, edge_at, edges_across, hit_at, port_at
from gui.picture.layout import place_all
from gui.picture.picture import Picture
from gui.run import read


@pytest.fixture
def picture(qapp) -> Picture:
    del qapp
    graph = engine.Graph()
    graph.input("x", 1.0, position=(0.0, 0.0))
    graph.op("square", "x", name="c", position=(300.0, 0.0))
    graph.op("multiply", "c", "x", name="a", position=(600.0, 100.0))
    return Picture(graph, read(graph))


def test_a_stroke_meets_the_edges_on_both_sides_of_it(picture):
    assert edges_across(picture, 150.0, -50.0, 150.0, 50.0) == [0, 2]
    assert edges_across(picture, 150.0, 20.0, 150.0, 21.0) == []
    assert edges_across(picture, 150.0, -90.0, 160.0, -50.0) == []
    assert edges_across(picture, 450.0, 500.0, 450.0, -500.0) == [1, 2]


def test_a_stroke_along_a_straight_edge_does_not_cross_it(picture):
    x, y = picture.port_point(1, 0)
    assert edges_across(picture, x - 30.0, y, x - 20.0, y) == []


def test_an_edge_is_hit_all_along_as_far_as_the_reach_and_the_nearest_of_two(picture):
    for place, line in enumerate(picture.lines):
        for at in (1, len(line) // 2, -2):
            x, y = ((line[at] + line[at - 1]) / 2).tolist()
            assert edge_at(picture, x, y, 3.0) == place
    x, y = picture.port_point(1, 0)
    assert edge_at(picture, x - 10.0, y - 5.5, 6.0) == 0
    assert edge_at(picture, x - 10.0, y - 6.5, 6.0) is None
    upper, lower = (picture.port_point(2, port)[1] for port in (0, 1))
    x, _ = picture.port_point(2, 0)
    for share, place in ((0.4, 1), (0.6, 2)):
        y = upper + share * (lower - upper)
        assert edge_at(picture, x - 10.0, y, lower - upper) == place


def test_amid_many_edges_it_is_the_nearest_of_all_that_are_bent_or_led_around(qapp):
    del qapp
    graph = Network((5, 4, 1), form=Form.NEURONS).build()
    place_all(graph)
    chain = [graph.parameter("p", 1.0, position=(0.0, -300.0))]
    for k in range(1, 5):
        chain.append(graph.op("square", chain[-1], name=f"c{k}", position=(250.0 * k, -300.0)))
    graph.op("add", *chain, name="sum", position=(1250.0, -300.0))
    picture = Picture(graph, read(graph))
    assert 0 < len(picture.special) < len(picture.edges)
    dots = [
        np.concatenate([np.linspace(a, b, 200) for a, b in pairwise(line)])
        for line in picture.lines
    ]
    pieces = [[QLineF(*a, *b) for a, b in pairwise(line.tolist())] for line in picture.lines]
    left, top, right, bottom = picture.bounds()
    at = np.random.default_rng(3).uniform((left, top), (right, bottom), (60, 2))
    for x, y in at.tolist():
        away = [float(np.hypot(*(some - (x, y)).T).min()) for some in dots]
        found = edge_at(picture, x, y, 40.0)
        assert (found is None) is (min(away) > 40.0)
        if found is not None:
            assert away[found] == pytest.approx(min(away), abs=0.05)
    for start, end in pairwise(at.tolist()):
        stroke = QLineF(*start, *end)
        crossed = [i for i, line in enumerate(pieces) if any(meet(stroke, one) for one in line)]
        assert edges_across(picture, *start, *end) == crossed


def meet(one: QLineF, other: QLineF) -> bool:
    return one.intersects(other)[0] is QLineF.IntersectionType.BoundedIntersection


@pytest.mark.parametrize("scale", [8.0, 1.0, 0.3])
def test_the_numbers_of_an_edge_are_hit_wherever_they_are_pointed_at(picture, scale):
    for place in range(len(picture.edges)):
        for label in picture.edge_labels(place):
            left, top, _, bottom = label.box()
            for x, y in ((label.x, (top + bottom) / 2), (left + 0.5, top + 0.5)):
                assert hit_at(picture, x, y, 6.0 / scale) == Hit(edge=place)


def test_the_numbers_of_a_node_beside_its_card_are_the_node(picture):
    outputs = [(picture.index["a"], label) for label in picture.output_labels()]
    sums = list(picture.sum_labels())
    assert [picture.names[row] for row, _ in sums] == ["x"]
    for row, label in (*outputs, *sums):
        left, top, _, bottom = label.box()
        for x, y in ((label.x, (top + bottom) / 2), (left + 0.5, top + 0.5)):
            assert hit_at(picture, x, y, 1.0) == Hit(row)
        assert hit_at(picture, label.x, bottom + 1.0, 0.1) != Hit(row)


def test_beyond_the_numbers_of_an_edge_nothing_is_hit(picture):
    for place in range(len(picture.edges)):
        value, derivative = picture.edge_labels(place)
        assert hit_at(picture, value.x, value.box()[1] - 1.0, 1.0) == Hit()
        assert hit_at(picture, derivative.x, derivative.box()[3] + 1.0, 1.0) == Hit()


@pytest.mark.parametrize("x0", [-5000.0, 0.0, 5000.0])
@pytest.mark.parametrize("y0", [-5000.0, 0.0, 5000.0])
def test_an_edge_is_hit_and_crossed_wherever_it_lies(picture, x0, y0):
    places = zip(picture.names, picture.centres.tolist(), strict=True)
    move(picture, {name: (x + x0, y + y0) for name, (x, y) in places})
    for place, line in enumerate(picture.lines):
        x, y = ((line[1] + line[0]) / 2).tolist()
        assert edge_at(picture, x, y, 3.0) == place
        assert place in edges_across(picture, x, y - 1.0, x, y + 1.0)
    assert edge_at(picture, x0 + 150.0, y0 - 4.0, 3.0) is None
    assert edges_across(picture, x0 + 150.0, y0 - 4.0, x0 + 150.0, y0 - 2.0) == []


@pytest.mark.parametrize("scale", [8.0, 1.0, 0.3])
def test_a_port_is_hit_twelve_pixels_from_it(picture, scale):
    x, y = picture.port_point(1, 0)
    assert port_at(picture, x - 11.5 / scale, y, 12.0 / scale) == PortHit(1, 0)
    assert port_at(picture, x - 12.5 / scale, y, 12.0 / scale) is None


def test_the_middle_of_a_small_card_is_no_port(picture):
    x, y = picture.centres[1]
    assert port_at(picture, float(x), float(y), 12.0 / 0.1) is None
    x, y = picture.port_point(1, 0)
    assert port_at(picture, x + 2.0, y, 12.0 / 0.1) == PortHit(1, 0)


def test_a_port_beneath_another_card_is_not_hit(picture):
    at = picture.port_point(1, 0)
    move(picture, {"a": at})
    assert port_at(picture, *at, 12.0) is None
    assert port_at(picture, *picture.out_point(2), 12.0) == PortHit(2, None)


def test_in_the_middle_of_a_card_seen_from_afar_no_neighbour_s_port_is_hit(picture):
    move(picture, {"c": (420.0, 0.0)})
    x, y = picture.centres[2]
    assert port_at(picture, float(x), float(y), 12.0 / 0.05) is None
