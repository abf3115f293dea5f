"""Groups in the layout: a frame keeps its cards together and apart from all others."""

import contextlib

import hypothesis.strategies as st
import pytest
from examples import example
from faults import Faults, faults, through_cards
from faults import drawn as on_page
from hypothesis import given, settings
from leads import lead_of
from pages import PAGES

import engine
from engine import Group
from engine.assignments import graph_from_text
from engine.graph.folding import check_fold
from engine.network import Form, Network
from gui.picture.arrange import arrange
from gui.picture.layout import lay_out, place_all
from gui.picture.packing import DENSE, USUAL
from gui.picture.picture import Picture
from gui.run import read


@pytest.fixture
def graph() -> engine.Graph:
    return example("two-layer-network")


def drawn(graph: engine.Graph) -> Picture:
    place_all(graph)
    return Picture(graph, read(graph))


def overlap(a, b) -> bool:
    return bool(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])


def check_frames(picture: Picture) -> None:
    """Assert that no card overlaps another, nor a frame it is not in, nor frames each other."""
    boxes = picture.rectangles()
    for i, one in enumerate(boxes):
        assert not any(overlap(one, other) for other in boxes[i + 1 :])
    frames = picture.frames()
    for i, frame in enumerate(frames):
        for row, box in enumerate(boxes):
            assert overlap(frame.box, box) is (row in frame.rows)
        for other in frames[i + 1 :]:
            if not set(frame.group.members) >= set(other.group.members):
                assert not overlap(frame.box, other.box)


def test_frames_hold_their_cards_and_no_others(graph):
    graph.groups = [
        Group("1", "Layer 1", ("w1", "b1", "t1", "z1", "a1")),
        Group("2", "Layer 2", ("w2", "b2", "t2", "z2", "a2")),
        Group("3", "Inner", ("t2", "z2", "b2")),
    ]
    picture = drawn(graph)
    assert len(picture.frames()) == 3
    check_frames(picture)


def test_folded_groups_are_laid_out_as_the_cards_they_are(graph):
    flat = drawn(graph.copy()).bounds()
    graph.groups = [Group("1", "Layer 1", ("w1", "b1", "t1", "z1", "a1"), True)]
    picture = drawn(graph)
    check_frames(picture)
    assert picture.bounds()[2] - picture.bounds()[0] < flat[2] - flat[0]
    before = {name: graph.attributes(name)["position"] for name in graph.groups[0].members}
    places = arrange(graph)
    ways = {(places[n][0] - x, places[n][1] - y) for n, (x, y) in before.items()}
    assert len({(round(x, 6), round(y, 6)) for x, y in ways}) == 1  # the group was moved whole


def test_unfolded_after_a_layout_without_positions_nothing_lies_on_another(graph):
    for name in graph.nodes():
        graph.set_attribute(name, "position", None)
    members = ("w1", "b1", "t1", "z1", "a1")
    graph.groups = [Group("1", "Layer 1", members, True)]
    place_all(graph)
    graph.groups = [Group("1", "Layer 1", members)]
    boxes = Picture(graph, read(graph)).rectangles()
    rows = [graph.nodes().index(name) for name in members]
    for i in rows:
        assert not any(overlap(boxes[i], boxes[k]) for k in rows if k > i)


def test_a_frame_has_room_for_a_title_longer_than_its_cards():
    values = {"w": 2.0, "x": -2.0, "b": 8.0, "y": 2.0}
    graph = graph_from_text("c = w*x; a = c+b; d = a-y; J = d^2/2", values)
    titles = {"w": "The weight of the unit", "c": "Multiplied by the input", "a": "And the bias"}
    graph.groups = [Group(name, title, (name,)) for name, title in titles.items()]
    check_frames(drawn(graph))


def test_a_frame_has_room_for_the_arrow_of_an_output_in_it():
    graph = graph_from_text("c = x^2; J = exp(c); aside = tanh(c)", {"x": 0.5})
    graph.output = "J"
    graph.groups = [Group("1", "Loss", ("c", "J"))]
    picture = drawn(graph)
    (frame,) = picture.frames()
    assert picture.output_arrow()[1][0] < frame.box[2]
    left = picture.rectangles()[picture.index["aside"], 0]
    assert left - lead_of(picture)["aside"] > frame.box[2]


@pytest.mark.parametrize("packing", [USUAL, DENSE], ids=["usual", "dense"])
def test_below_a_folded_group_is_room_for_its_sum(packing):
    values = {"x": 2.0, "y": 3.0}
    graph = graph_from_text("u = x^2; v = exp(u); z = y^2; a = v+z; b = v*z; J = a+b", values)
    graph.groups = [Group("1", "Folded", ("u", "v"), True)]
    graph.set_positions(lay_out(graph, packing=packing))
    picture = Picture(graph, read(graph), packing)
    sums = dict(picture.sum_labels())
    assert sums.keys() == {picture.index["v"], picture.index["z"]}
    assert not any(overlap(sums[i].box(), box) for i in sums for box in picture.rectangles())


def test_edges_from_the_row_above_come_down_before_the_numbers_in_a_frame():
    graph = engine.Graph()
    leaves = graph.constant("n0", 123456.789), graph.parameter("n1", -2.5)
    first = graph.op("add", *leaves, name="a_rather_long_name_2")
    second = graph.op("exp", "n0", name="a_rather_long_name_3")
    last = graph.op("multiply", *leaves, first, second, name="n4")
    title = "A group with a title that is rather long"
    graph.groups = [Group("1", "G", (first,)), Group("2", title, (second, last))]
    place_all(graph, page=PAGES["16:9"])
    picture = Picture(graph, read(graph))
    upper, lower = sorted((frame.box for frame in picture.frames()), key=lambda box: box[1])
    assert lower[1] > upper[3]  # a row each
    found = faults(picture)
    assert found == Faults(found.labels)


def test_edges_that_leave_a_folded_group_do_not_cross_on_their_way():
    """What measures a network stands below its loss, as its outputs do."""
    values = {"x": 2.0}
    graph = graph_from_text("h = exp(x); p = h*h; seen = exp(p); J = h^2", values)
    graph.output = "J"
    graph.groups = [Group("1", "Network", ("h", "p"), True)]
    picture = drawn(graph)
    leaving = {e.source: picture.line(i) for i, e in enumerate(picture.edges) if e.source in "hp"}
    assert leaving["h"][0, 1] < leaving["p"][0, 1]
    assert leaving["h"][-1, 1] < leaving["p"][-1, 1]


def test_a_group_that_a_path_leaves_and_comes_back_to_is_laid_out_free(graph):
    graph.groups = [Group("1", "Apart", ("t1", "a2")), Group("2", "Inner", ("t1",))]
    picture = drawn(graph)
    boxes = picture.rectangles()
    assert not any(overlap(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    outer, inner = picture.frames()
    assert len(outer.rows) == 2
    assert len(inner.rows) == 1


def test_a_page_folds_whole_frames(graph):
    groups = [Group("1", "Layer 1", ("w1", "b1", "t1", "z1", "a1"))]
    graph.groups = groups
    place_all(graph, page=PAGES["16:9"])
    check_frames(Picture(graph, read(graph)))


def test_a_part_of_a_group_is_laid_out_by_itself(graph):
    graph.groups = [
        Group("1", "Layer 1", ("w1", "b1", "t1", "z1", "a1")),
        Group("2", "Inner", ("t1", "z1")),
    ]
    assert set(arrange(graph, names=["w1", "t1", "z1"])) == {"w1", "t1", "z1"}
    graph.groups = [Group("1", "Layer 1", ("w1", "b1", "t1", "z1", "a1"), True)]
    assert set(arrange(graph, names=["x", "y"])) == {"x", "y"}
    together = {"x", "y", "w1", "b1", "t1", "z1", "a1"}  # one card, whichever of it is named
    assert set(arrange(graph, names=["w1", "x", "y"])) == together


_OUTPUTS_APART = """
m = v + x; t = v*w; u = m + x; q = t + x; p = sigmoid(u); k = sigmoid(t); f = exp(k); h = f*q;
i = exp(k); j = tanh(k); n = sigmoid(i); J = p + h + j + n
"""


@pytest.mark.parametrize("page", ["4:3", "A4"])
def test_an_edge_returns_below_a_folded_group_of_whose_outputs_none_has_a_sum(page):
    graph = graph_from_text(_OUTPUTS_APART, {"w": 0.3456, "v": 0.3, "x": 0.822})
    title = "Encoder with a rather long title"
    graph.groups = [Group("1", title, ("t", "u", "q"), folded=True)]
    assert through_cards(on_page(graph, page)) == []


_LEAF_BELOW_A_TURN = """
c = tanh(v); d = v + b; e = tanh(x); f = tanh(c); g = tanh(d); h = b + w; i = d*f; k = tanh(g);
l = h + i; J = e + k + l
"""


@pytest.mark.parametrize("page", ["4:3", "A4"])
def test_an_edge_returns_above_a_leaf_that_it_cannot_go_round(page):
    """The numbers of g keep the edge from d to i from turning right of x."""
    graph = graph_from_text(_LEAF_BELOW_A_TURN, dict.fromkeys("wvxb", 0.5))
    graph.groups = [Group("1", "Encoder with a rather long title", ("h", "i", "k"))]
    assert through_cards(on_page(graph, page)) == []


@settings(max_examples=10, deadline=None)
@given(st.data())
def test_frames_never_overlap_what_they_do_not_hold(data):
    network = Network((2, 2, 1), "tanh", "squared_error", Form.OPERATIONS, 1, 0).build()
    layers = [[n for n in network.nodes() if n[1:2] == k and n[0] in "wbpza"] for k in "12"]
    groups = []
    for k, layer in enumerate(layers):
        folded = data.draw(st.booleans())
        groups.append(Group(f"{k}", f"Layer {k}", tuple(layer), folded))
        inner = data.draw(st.sets(st.sampled_from(layer), min_size=1, max_size=4))
        inner_group = Group(f"in{k}", "Inner", tuple(sorted(inner)), data.draw(st.booleans()))
        network.groups = [*groups, inner_group]
        with contextlib.suppress(engine.InvalidGroupError):  # a path leaves it and comes back
            check_fold(network, inner_group.id)
            groups.append(inner_group)
    network.groups = groups
    picture = drawn(network)
    boxes = picture.rectangles()
    assert not any(overlap(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    outer = [frame for frame in picture.frames() if not frame.group.id.startswith("in")]
    for frame in outer:
        for row, box in enumerate(boxes):
            assert overlap(frame.box, box) is (row in frame.rows)
