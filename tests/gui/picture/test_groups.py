"""Groups in the picture: open ones are frames, folded ones are one card each."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from examples import example
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_pictures import SMALL, large
from moving import move
from random_files import group_trees
from random_graphs import wild_graphs

import engine
from engine import Group
from engine.graph.groups import read_groups
from gui.canvas.places.room import room_for_card
from gui.exports import Subject
from gui.picture.hit import card_at, hit_at, port_at
from gui.picture.layout import place_all
from gui.picture.picture import Picture
from gui.picture.shown import composite_of
from gui.run import Readings, read
from gui.theme import Kind
from resources import resource

LAYER_1 = ("w1", "x", "t1", "b1", "z1", "a1")
LAYER_2 = ("w2", "t2", "b2", "z2", "a2")


@pytest.fixture
def graph() -> engine.Graph:
    return example("two-layer-network")


def drawn(graph: engine.Graph, *groups: Group) -> Picture:
    graph.groups = groups
    return Subject(graph).picture


def test_a_folded_group_is_one_card_with_the_ports_that_lead_outside(graph):
    picture = drawn(graph, Group("2", "Layer 2", LAYER_2, True))
    row = picture.index["t2"]
    assert {picture.index[name] for name in LAYER_2} == {row}
    assert picture.cards[row].kind is Kind.GROUP
    assert picture.shown.nodes_of(row) == tuple(n for n in graph.nodes() if n in LAYER_2)
    port = graph.inputs("t2").index("a1")
    assert picture.shown.composites[row].inputs == (("t2", port),)
    assert picture.shown.composites[row].outputs == ("a2",)
    assert len(picture.names) == len(graph) - len(LAYER_2) + 1
    assert [e for e in picture.edges if "2" in e.source] == [engine.Edge("a2", "J", 0)]


def test_the_edges_of_a_composite_have_the_numbers_of_the_edges_they_are(graph):
    flat = drawn(graph)
    folded = drawn(graph, Group("2", "Layer 2", LAYER_2, True))
    for edge in folded.edges:
        i, k = folded.edge_index[edge.target, edge.port], flat.edge_index[edge.target, edge.port]
        assert folded.edge_texts(i) == flat.edge_texts(k)


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(wild_graphs(), st.data())
def test_whatever_is_folded_shows_the_numbers_of_the_flat_graph(graph, data):
    flat = Subject(graph.copy()).picture
    graph.groups = read_groups(group_trees(data.draw, graph.nodes()), graph)
    graph.groups = [replace(g, folded=data.draw(st.booleans())) for g in graph.groups]
    folded = Subject(graph).picture
    for edge in flat.edges:
        k = flat.edge_index[edge.target, edge.port]
        i = folded.edge_index.get((edge.target, edge.port))
        if i is None:
            assert folded.index[edge.source] == folded.index[edge.target]
        else:
            assert folded.edge_texts(i) == flat.edge_texts(k)
    for name in graph.nodes():
        for of in (Readings.value, Readings.derivative):
            assert alike(of(folded.readings, name), of(flat.readings, name))


def alike(one: engine.Value | None, other: engine.Value | None) -> bool:
    return repr(one) == repr(other) and np.array_equal(one, other, equal_nan=True)


def test_edges_meet_a_composites_ports(graph):
    picture = drawn(graph, Group("1", "Net", (*LAYER_1[2:], "t2"), True))
    row = picture.index["t1"]
    inputs = picture.shown.composites[row].inputs
    assert [graph.inputs(node)[port] for node, port in inputs] == ["w1", "x", "w2"]
    for i, edge in enumerate(picture.edges):
        if picture.index[edge.target] == row:
            place = inputs.index((edge.target, edge.port))
            assert tuple(picture.lines[i][-1]) == pytest.approx(picture.port_point(row, place))
            assert picture.entering_point(edge.target, edge.port) == picture.port_point(row, place)
        if picture.index[edge.source] == row:
            assert tuple(picture.lines[i][0]) == pytest.approx(picture.leaving_point(edge.source))


def test_a_missing_input_inside_is_a_port_of_the_composite(graph):
    graph.remove_edge("b2", "z2", 1)
    picture = drawn(graph, Group("2", "Layer 2", ("t2", "z2", "a2"), True))
    row = picture.index["z2"]
    assert ("z2", 1) in picture.shown.composites[row].inputs
    assert [r for r, _ in picture.missing_ports()] == [row]


def test_the_output_leaves_the_composite_it_is_in(graph):
    picture = drawn(graph, Group("1", "Loss", ("y", "J"), True))
    arrow = picture.output_arrow()
    assert arrow is not None
    assert arrow[0] == picture.out_point(picture.index["J"])
    graph.output = "a2"  # has consumers inside only, and is an output all the same
    picture = drawn(graph, Group("1", "Loss", ("a2", "y", "J"), True))
    row = picture.index["J"]
    assert picture.shown.composites[row].outputs == ("a2", "J")
    assert picture.names[row] == "a2"
    arrow = picture.output_arrow()
    assert arrow is not None
    assert arrow[0] == picture.out_point(row, 0)
    assert picture.out_point(row, 0) != picture.out_point(row, 1)


def test_what_several_edges_leave_is_written_as_a_sum():
    graph = engine.Graph()
    graph.input("x", 3.0)
    graph.op("square", "x", name="q")
    graph.op("sin", "x", name="s")
    parts = [graph.op("multiply", graph.constant(f"k{k}", k), "q") for k in (6.0, 2.0)]
    parts += [graph.op("multiply", graph.constant(f"m{k}", k), "s") for k in (1.0, 4.0)]
    graph.op("add", *parts, name="J")
    picture = drawn(graph, Group("1", "Inner", ("q",), True))
    label = picture.sum_label(picture.index["q"])
    assert label is not None
    assert label.text.runs[0].text == "6 + 2 = 8"
    picture = drawn(graph, Group("1", "A rather long title", ("q", "s"), True))
    label = picture.sum_label(picture.index["q"])
    assert label is not None
    assert label.text.runs[0].text == "Σ q = 8   Σ s = 5"
    graph.set_attribute("q", "label", "q_1")
    label = drawn(graph, *graph.groups).sum_label(picture.index["q"])
    assert label is not None
    assert label.text.runs[0].text == "Σ q₁ = 8   Σ s = 5"
    picture = drawn(graph, Group("1", "Sum", tuple(parts), True))
    assert picture.sum_label(picture.index["J"]) is None


def test_of_many_outputs_for_whose_sums_there_is_no_room_none_is_written(monkeypatch):
    graph = engine.Graph()
    graph.input("x", 3.0)
    names = [graph.op("square", "x", name=f"q{k}") for k in range(60)]
    graph.op("add", *names, *names, name="J")
    picture = drawn(graph, Group("1", "Squares", tuple(names), True))
    written: list[str] = []
    monkeypatch.setattr("gui.picture.sums.name_text", lambda _, name: written.append(name))
    picture.show(read(graph))
    assert picture.sum_label(picture.index["q0"]) is None
    assert not written


def test_a_frame_holds_its_cards_their_numbers_and_the_frames_in_it(graph):
    groups = Group("in", "Inner", ("t1", "z1")), Group("out", "Outer", LAYER_1)
    picture = drawn(graph, *groups)
    outer, inner = picture.frames()
    assert (outer.group.id, inner.group.id) == ("out", "in")
    assert outer.box[0] < inner.box[0] < inner.box[2] < outer.box[2]
    assert outer.box[1] < inner.box[1] < inner.box[3] < outer.box[3]
    for name in ("t1", "z1"):
        left, top, right, bottom = picture.rectangles()[picture.index[name]]
        for i, edge in enumerate(picture.edges):
            if edge.target == name:
                boxes = [label.box() for label in picture.edge_labels(i)]
                left = min(left, *(box[0] for box in boxes))
        assert inner.box[0] < left
        assert inner.box[1] < top
        assert inner.box[2] > right
        assert inner.box[3] > bottom


def test_groups_inside_a_folded_one_are_not_drawn(graph):
    groups = Group("in", "Inner", ("t1", "z1")), Group("out", "Outer", LAYER_1, True)
    assert drawn(graph, *groups).frames() == ()
    same = Group("in", "Inner", LAYER_1, True), Group("out", "Outer", LAYER_1)
    assert [frame.group.id for frame in drawn(graph, *same[::-1]).frames()] == ["out"]


def test_a_frame_follows_its_cards(graph):
    picture = drawn(graph, Group("1", "Layer 1", LAYER_1))
    (before,) = picture.roomy_frames()
    x, y = picture.centres[picture.index["t1"]]
    move(picture, {"t1": (x, y + 500.0)})
    (after,) = picture.roomy_frames()
    assert after.box[3] > before.box[3] + 300.0
    assert after.box[:2] == before.box[:2]


@pytest.mark.parametrize(
    ("example", "members"),
    [
        ("linear-unit", ("c", "a")),
        ("linear-unit", ("a", "d")),
        ("linear-unit", ("c", "a", "d")),
        ("linear-unit", ("b", "a")),
        ("two-layer-network", ("t1", "z1")),
        ("two-layer-network", ("t2", "z2", "a2")),
        ("two-layer-network", ("z1", "a1")),
    ],
)
def test_a_group_that_is_folded_where_it_stands_leaves_its_edges_running_right(example, members):
    graph = engine.load(resource(f"examples/{example}.chainrule"))
    place_all(graph)
    graph.groups = [Group("1", "Group", members)]
    for name, place in room_for_card(Picture(graph, read(graph)), "1").items():
        graph.set_attribute(name, "position", place)
    graph.groups = [Group("1", "Group", members, True)]
    picture = Picture(graph, read(graph))
    assert all((np.diff(line[:, 0]) > -1e-9).all() for line in picture.lines)
    boxes = picture.rectangles()
    for label in picture.labels():
        left, top, right, bottom = label.box()
        for x0, y0, x1, y1 in boxes:
            assert right <= x0 or x1 <= left or bottom <= y0 or y1 <= top


def test_a_composite_stands_over_the_last_of_its_ops(graph):
    picture = drawn(graph, Group("1", "Layer 1", LAYER_1, True))
    row = picture.index["t1"]
    assert picture.centres[row] == pytest.approx(picture.graph.attributes("a1")["position"])
    places = {name: picture.graph.attributes(name)["position"] for name in LAYER_1}
    before = picture.centres[row].copy()
    move(picture, {name: (x + 30.0, y) for name, (x, y) in places.items()})
    assert picture.centres[row] == pytest.approx(before + np.array([30.0, 0.0]))


def test_frames_and_the_ports_of_composites_are_found(graph):
    groups = Group("in", "Inner", ("t1", "z1")), Group("out", "Outer", LAYER_1)
    picture = drawn(graph, *groups, Group("2", "Layer 2", LAYER_2, True))
    outer, inner = picture.frames()
    for frame in (outer, inner):
        left, top, right, bottom = frame.box
        assert hit_at(picture, left + 5.0, top + 5.0, 0.0).frame is frame
        assert hit_at(picture, left + 5.0, bottom - 5.0, 0.0).frame is None
        assert hit_at(picture, right + 5.0, top + 5.0, 0.0).frame is None
    row = picture.index["t2"]
    x, y = picture.out_point(row, 0)
    hit = port_at(picture, x, y, 5.0)
    assert (hit.row, hit.port, hit.out) == (row, None, 0)
    assert picture.shown.output_at(row, 0) == "a2"
    assert picture.shown.input_at(row, 0)[0] == "t2"
    assert card_at(picture, *picture.centres[row]) == row
    alone = picture.index["J"]
    assert picture.shown.input_at(alone, 1) == ("J", 1)
    assert picture.shown.output_at(alone, 0) == "J"
    assert picture.shown.nodes_of_all([row, alone]) == {*LAYER_2, "J"}


def test_a_changed_value_changes_no_geometry(graph):
    picture = drawn(graph, Group("1", "Layer 1", LAYER_1), Group("2", "Layer 2", LAYER_2, True))
    picture.graph.set_attribute("w1", "value", 3.0)
    assert not picture.show(read(picture.graph))
    assert len(picture.frames()) == 1


@given(st.sets(st.integers(0, SMALL - 1), min_size=1), st.booleans(), st.booleans())
def test_what_enters_and_leaves_a_group_is_found_from_within_and_from_outside(
    chosen: set[int], others: bool, named: bool
) -> None:
    graph = large(SMALL, 8)
    graph.add_node("waits", "matmul")  # for both its inputs
    names = [name for k, name in enumerate(graph.nodes()) if (k in chosen) is not others]
    if not named:
        graph.output = None
    inside = set(names)
    inputs = [
        (name, port)
        for name, port in product(graph.in_order(names), range(2))
        if port < graph.port_count(name) and graph.inputs(name)[port] not in inside
    ]
    outputs = []
    for name in graph.in_order(names):
        targets = {edge.target for edge in graph.consumers(name)}
        if not targets or targets - inside or name == graph.output:
            outputs.append(name)
    found = composite_of(graph, Group("g", "Some", tuple(reversed(names))))
    assert found.nodes == tuple(graph.in_order(names))
    assert found.inputs == tuple(inputs)
    assert found.outputs == tuple(outputs)
