"""The ways of edges lead around cards and numbers, and keep apart from each other."""

from itertools import combinations

import numpy as np
import pytest
from faults import crosses, drawn, faults, on_one_line, through_cards
from moving import move
from pages import PAGES

import engine
from engine.assignments import graph_from_text
from gui.exports import Subject
from gui.picture.packing import DENSE, USUAL

_PENALISED = "J = (w1*x1 + w2*x2 + b - y)^2/2 + lam*(w1^2 + w2^2)"
_BATCH_NORM = """mu = (x1+x2+x3)/3; v = ((x1-mu)^2+(x2-mu)^2+(x3-mu)^2)/3
    h = (x1-mu)/sqrt(v+eps); z = gamma*h + beta; J = (z-y)^2/2"""
_BATCH = {"x1": 1.0, "x2": 2.0, "x3": 4.0, "gamma": 1.5, "beta": 0.5, "eps": 0.001, "y": 1.0}
_SOFTMAX = "e1=exp(z1); e2=exp(z2); e3=exp(z3); s=e1+e2+e3; p=e1/s; J=-log(p)"
_ATTENTION = """q = wq*x1; k1 = wk*x1; k2 = wk*x2; v1 = wv*x1; v2 = wv*x2; e1 = exp(q*k1)
    e2 = exp(q*k2); s = e1+e2; o = (e1/s)*v1+(e2/s)*v2; J = (o-y)^2/2"""
_OFF = [f"(x{k}-(x1+x2+x3)/3)" for k in (1, 2, 3)]
_SPREAD = "+".join(f"{off}^2" for off in _OFF)
_NORMALISED = f"J = (gamma*{_OFF[0]}/sqrt(({_SPREAD})/3+eps)+beta-y)^2/2"


@pytest.mark.parametrize("gap", [20.0, 33.0, 48.0, 70.0])
@pytest.mark.parametrize("lower", [-30.0, 0.0, 11.0])
def test_no_edge_runs_through_a_card_that_stands_close_before_its_port(gap, lower):
    graph = engine.Graph()
    w, k = graph.parameter("w", 1234.5678), graph.constant("k", 2.25)
    graph.op("multiply", w, k, name="a")
    graph.op("relu", w, name="b")
    graph.op("add", "a", "b", name="J")
    places = {"w": (400.0, 360.0), "k": (589.0, 378.0), "a": (775.0, 349.0)}
    picture = drawn(graph)
    wide = dict(zip(picture.names, picture.sizes[:, 0], strict=True))
    places["b"] = (775.0 + (wide["a"] + wide["b"]) / 2 + gap, 360.0 + lower)
    places["J"] = (places["b"][0] + (wide["b"] + wide["J"]) / 2 + 160.0, 360.0)
    for name, place in places.items():
        graph.set_attribute(name, "position", place)
    picture = drawn(graph)
    for edge, line in zip(picture.edges, picture.lines, strict=True):
        for name, card in zip(picture.names, picture.rectangles(), strict=True):
            assert name in edge[:2] or not crosses(line, card), (edge, name)
    found = faults(picture)
    assert found.label_on_edge == found.label_on_label == 0
    assert found.label_on_card <= (gap < 48.0)  # no room for a number of four digits


def test_an_edge_keeps_off_the_first_number_of_a_sum_below_a_leaf():
    # it touched the first one: the sum is about as wide as its leaf
    graph = engine.Graph()
    places = {"w": (47.0, 20.0), "x": (42.0, 98.0), "b": (243.0, 163.0)}
    for name, value in (("w", 2.0), ("x", -2.0), ("b", 8.0)):
        graph.parameter(name, value)
    ops = (("multiply", "w", "x", "c"), ("add", "c", "b", "a"), ("square", "a", "e"))
    for op, *inputs, name in (*ops, ("multiply", "w", "x", "f"), ("add", "f", "b", "L")):
        graph.op(op, *inputs, name=name)
    graph.output = "e"
    places |= {"c": (230.0, 49.0), "a": (427.0, 49.0), "e": (628.0, 49.0)}
    places |= {"f": (430.0, 259.0), "L": (662.0, 259.0)}
    for name, place in places.items():
        graph.set_attribute(name, "position", place)
    picture = drawn(graph)
    left, *others = picture.sum_label(picture.index["b"]).box()
    room = (left - 4.0, *others)
    for edge, line in zip(picture.edges, picture.lines, strict=True):
        assert edge.source == "b" or not crosses(line, room), edge


@pytest.mark.parametrize(("height", "apart"), [(60.0, -6.0), (100.0, 6.0)])
def test_edges_that_pass_cards_in_one_gap_run_side_by_side(height, apart):
    graph = engine.Graph()
    places = {"d": (0, 80), "e": (-200, height), "up": (300, 90), "down": (300, 160)}
    for name in places:
        graph.input(name, 1.0)
    graph.op("add", "d", "e", name="J")
    for name, place in {**places, "J": (600, 130)}.items():
        graph.set_attribute(name, "position", place)
    picture = drawn(graph)
    (first,), (second,) = (led.lanes.tolist() for led in picture._led.values())
    assert second[1] - first[1] == apart  # in the order of their nodes
    assert on_one_line(picture) == []
    move(picture, {"up": (300.0, -300.0)})
    picture.settle()
    assert len(picture.special) == 1  # the other runs plainly


def test_an_edge_whose_way_is_closed_beside_its_source_bends_close_to_its_port():
    graph = engine.Graph()
    w = graph.parameter("w", 1234.5678)
    for name, op in {"a": "square", "b": "relu", "d": "exp"}.items():
        graph.op(op, w, name=name)
    graph.op("multiply", w, "a", name="f")
    places = {"w": (390, 360), "a": (611, 360), "b": (612, 280), "d": (570, 200), "f": (790, 180)}
    for name, place in places.items():
        graph.set_attribute(name, "position", place)
    assert through_cards(drawn(graph)) == []


@pytest.mark.parametrize("page", [None, "16:9"])
def test_an_edge_to_a_far_card_passes_all_in_between_though_its_source_is_half_a_unit_wider(page):
    terms = [f"w*x{k}" for k in range(1, 7)]
    values = {"w": 2.0, **{f"x{k}": float(k) for k in range(1, 7)}}
    graph = graph_from_text("J = " + " + ".join(terms), values)
    picture = drawn(graph, page)
    assert through_cards(picture) == []
    assert faults(picture).of_labels == 0


@pytest.mark.parametrize("page", [None, "16:9", "4:3"])
def test_an_edge_that_passes_cards_of_one_row_is_kept_from_no_gap_by_those_of_another(page):
    values = {"x1": 1.0, "x2": 2.0, "x3": 4.0, "gamma": 1.5, "beta": 0.5, "eps": 0.001, "y": 1.0}
    assert through_cards(drawn(graph_from_text(_NORMALISED, values), page)) == []


@pytest.mark.parametrize("packing", [USUAL, DENSE])
def test_an_edge_is_not_led_through_numbers_as_a_card_of_another_row_begins_left_of_it(packing):
    values = {"wq": 0.5, "wk": 0.3, "wv": 1.2, "x1": 1.0, "x2": -2.0, "y": 1.0}
    picture = Subject(graph_from_text(_ATTENTION, values)).packed(PAGES["4:3"], packing)
    boxes = dict(zip(picture.names, picture.rectangles().tolist(), strict=True))
    assert boxes["J"][1] > boxes["x2"][3]  # it is folded
    assert faults(picture).of_labels == 0


@pytest.mark.parametrize("page", ["16:9", "4:3"])
def test_edges_from_the_first_row_come_down_before_the_numbers_of_the_second(page):
    values = {"w1": 0.5, "w2": -1.5, "x1": 2.0, "x2": 3.0, "b": 0.25, "y": 1.0, "lam": 0.01}
    picture = drawn(graph_from_text(_PENALISED, values), page)
    assert faults(picture).of_labels == 0
    places = dict(zip(picture.names, picture.rectangles(), strict=True))
    assert places["m"][1] > places["c"][3]  # it is folded


@pytest.mark.parametrize("page", ["16:9", "4:3"])
def test_an_edge_runs_through_no_numbers_before_a_card_that_stands_behind_its_own_lead(page):
    picture = drawn(graph_from_text(_BATCH_NORM, _BATCH), page)
    down = picture.line(picture.edge_index["h", 0])
    assert picture.edges[picture.edge_index["h", 0]].source == "x1"
    for port in range(3):
        for label in picture.edge_labels(picture.edge_index["mu", port]):
            assert not crosses(down, label.box())


@pytest.mark.parametrize("packing", [USUAL, DENSE])
@pytest.mark.parametrize("page", ["16:9", "4:3"])
@pytest.mark.parametrize(
    ("text", "values"),
    [(_BATCH_NORM, _BATCH), (_SOFTMAX, {"z1": 1.0, "z2": 2.0, "z3": 0.5})],
)
def test_an_edge_that_returns_turns_before_the_numbers_behind_its_card(text, values, page, packing):
    picture = Subject(graph_from_text(text, values)).packed(PAGES[page], packing)
    assert faults(picture).of_labels == 0


@pytest.mark.parametrize("page", ["16:9", "4:3"])
def test_an_edge_that_returns_keeps_to_the_middle_between_the_rows(page):
    values = {"w1": 0.5, "w2": -1.5, "x1": 2.0, "x2": 3.0, "b": 0.25, "y": 1.0, "lam": 0.01}
    picture = drawn(graph_from_text(_PENALISED, values), page)
    (back,) = (led for led in picture._led.values() if led.course[:5] == b"aroun")
    level = np.diff(back.line[:, 0]).argmin()
    places = dict(zip(picture.names, picture.rectangles(), strict=True))
    above, below = picture.sum_label(picture.index["w2"]).box()[3], places["f"][1]
    assert back.line[level, 1] - above > 14.0
    assert below - back.line[level, 1] > 14.0


def test_edges_of_one_value_that_pass_one_gap_lie_on_one_line():
    values = {"w": 2.0, **{f"x{k}": float(k) for k in range(1, 7)}}
    graph = graph_from_text("J = " + " + ".join(f"w*x{k}" for k in range(1, 7)), values)
    picture = drawn(graph, "16:9")
    lanes = [lane for led in picture._led.values() for lane in led.lanes.tolist()]
    beside = [
        (height, other)
        for (enter, height, leave), (begins, other, ends) in combinations(lanes, 2)
        if min(leave, ends) > max(enter, begins)
    ]
    assert any(height == other for height, other in beside)
    assert all(height == other or abs(height - other) > 5.0 for height, other in beside)
