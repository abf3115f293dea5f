"""Where cards go by themselves: apart, in order, the same every time."""

import numpy as np
import pytest
from examples import example
from hypothesis import given, settings
from hypothesis import strategies as st
from leads import lead_of
from pages import PAGES

import engine
from engine.assignments import graph_from_text
from engine.network import Network
from gui.exports import Subject
from gui.picture.arrange import arrange
from gui.picture.card import card
from gui.picture.layout import lay_out
from gui.picture.measure import GAP_Y
from gui.picture.packing import DENSE


@st.composite
def graphs(draw) -> engine.Graph:
    graph = engine.Graph()
    count = draw(st.integers(1, 25))
    for k in range(count):
        names = graph.nodes()
        if len(names) < 2 or draw(st.booleans()):
            graph.input(f"n{k}", 1.0)
        else:
            inputs = draw(st.lists(st.sampled_from(names), min_size=2, max_size=4))
            graph.op("add", *inputs, name=f"n{k}")
    return graph


def boxes(graph, places):
    for name, (x, y) in places.items():
        item = card(graph, name, None)
        yield x - item.width / 2, y - item.height / 2, x + item.width / 2, y + item.height / 2


@settings(max_examples=60, deadline=None)
@given(graphs(), st.sampled_from([None, PAGES["16:9"]]))
def test_no_card_lies_on_another(graph, page):
    placed = list(boxes(graph, arrange(graph, page=page)))
    for i, a in enumerate(placed):
        for b in placed[:i]:
            apart = max(a[0] - b[2], b[0] - a[2], a[1] - b[3], b[1] - a[3])
            assert apart >= min(GAP_Y, 10.0)


@settings(max_examples=40, deadline=None)
@given(graphs())
def test_every_edge_runs_to_the_right(graph):
    places = arrange(graph)
    for edge in graph.edges():
        assert places[edge.source][0] < places[edge.target][0]


@given(graphs())
@settings(max_examples=20, deadline=None)
def test_the_same_graph_is_laid_out_the_same(graph):
    assert arrange(graph) == arrange(graph.copy())


def test_what_feeds_a_card_is_ordered_by_its_ports():
    graph = example("two-layer-network")
    places = arrange(graph)
    for name in graph.nodes():
        sources = [source for source in graph.inputs(name) if source is not None]
        heights = [places[source][1] for source in sources]
        assert heights == sorted(heights), name


def test_a_chain_of_ops_stands_on_one_line():
    places = arrange(example("linear-unit"))
    assert len({places[name][1] for name in ("c", "a", "d", "J")}) == 1


@pytest.mark.parametrize("page", ["16:9", "4:3"])
def test_a_long_graph_is_folded_to_the_page(page):
    graph = example("two-layer-network")
    folded = arrange(graph, page=PAGES[page])
    flat = arrange(graph)
    width = max(x for x, _ in folded.values()) - min(x for x, _ in folded.values())
    flat_width = max(x for x, _ in flat.values()) - min(x for x, _ in flat.values())
    assert width < 0.7 * flat_width


def test_a_short_graph_is_not_folded():
    graph = example("linear-unit")
    assert arrange(graph, page=PAGES["16:9"]) == arrange(graph)


def test_some_nodes_can_be_laid_out_among_themselves():
    graph = example("linear-unit")
    assert set(arrange(graph, names=["w", "x", "c"])) == {"w", "x", "c"}
    assert arrange(graph, names=[]) == {}


def test_an_input_used_far_away_does_not_lengthen_the_layout_without_end():
    graph = engine.Graph()
    at = x = graph.input("x", 1.0)
    for k in range(400):
        at = graph.op("add", at, x, name=f"s{k}")
    assert len(arrange(graph)) == 401


def test_a_graph_whose_rows_many_edges_would_join_is_not_folded():
    text = (
        "J = sin(w*x)+exp(-(w-3)^2/(2*s^2))*cos(x)+log(1+exp(b*x))+sqrt(w^2+x^2)"
        "+tanh(b*w*x)+max(w,b)"
    )
    graph = graph_from_text(text, {"w": 0.5, "x": 1.25, "b": -0.3, "s": 2.0})
    places = arrange(graph, page=PAGES["16:9"])
    assert all(places[e.source][0] < places[e.target][0] for e in graph.edges())


def test_a_graph_that_narrows_is_folded_where_one_edge_leads_on():
    graph = example("two-hidden-units")
    places = lay_out(graph, page=(888.0, 520.0), packing=DENSE)
    back = [e for e in graph.edges() if places[e.source][0] >= places[e.target][0]]
    assert [(e.source, e.target) for e in back] == [("a", "J")]
    assert places["J"][1] > max(y for name, (_, y) in places.items() if name not in "yJ")


@pytest.mark.parametrize("height", [340.0, 360.0, 380.0, 400.0])
def test_no_row_is_one_of_leaves_alone(height):
    rows = np.array([[1.0, 2.0], [0.5, -1.0], [0.1, 0.2]])
    values = {"W": rows, "X": np.array([1.0, -2.0]), "b": np.eye(3)[1], "y": 1.0}
    graph = graph_from_text("Z = W@X + b; P = softmax(Z); J = cross_entropy(Z, y)", values)
    picture = Subject(graph).picture_on((888.0, height))
    right = dict(zip(picture.names, picture.rectangles()[:, 2], strict=True))
    leads = lead_of(picture)
    for name, left in zip(picture.names, picture.rectangles()[:, 0], strict=True):
        leaves = [source for source in graph.inputs(name) if graph.is_leaf(source)]
        assert all(right[leaf] < left - leads[name] for leaf in leaves), name


def test_edges_that_return_from_one_column_lie_side_by_side():
    values = {"x": 1.3, "m": 0.2, "s": 0.7, "l": 0.01, "w": -3.0}
    graph = graph_from_text("J = exp(-(x-m)^2/(2*s^2)) + l*w^2", values)
    for page in ((888.0, 540.0), (888.0, 480.0)):
        picture = Subject(graph).picture_on(page)
        x = dict(zip(picture.names, picture.centres[:, 0], strict=True))
        back = [i for i, e in enumerate(picture.edges) if x[e.source] > x[e.target]]
        levels = {round(float(np.median(picture.line(i)[:, 1]))) for i in back}
        assert len(back) == len(levels) == 2


def test_where_cards_stand_before_makes_no_difference():
    graph = Network((3, 2, 1), batch=2).build()  # without places all cards are one column
    first = lay_out(graph)
    graph.set_positions(first)
    assert lay_out(graph) == first
