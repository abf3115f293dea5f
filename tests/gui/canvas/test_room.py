"""Room for what grows: found at little cost, and where a picture made anew would say."""

import numpy as np
import pytest
from examples import UNIT
from kept_pictures import SMALL, large
from strangers import strangers_on_frames

import engine
from gui.canvas.places import room
from gui.canvas.places.room import room_for, room_for_card, room_for_edge, room_for_frame
from gui.picture.layout import place_all
from gui.picture.picture import Picture
from gui.run import read

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("folded", [False, True])
def test_a_picture_of_a_copy_becomes_what_is_tried_and_leaves_the_first(folded: bool) -> None:
    graph = large(SMALL, 8)
    graph.groups = [engine.Group("g", "G", ("n41", "n43", "n45"), folded)]
    picture = Picture(graph, read(graph))
    boxes, edges = picture.rectangles(), list(picture.edges)
    for k in (22, 42, 52):  # sums, two of them outside the group
        tried = picture.of_copy()
        tried.graph.add_edge("n0", f"n{k}", 2)
        after = room.picture_after(tried, picture.readings)
        np.testing.assert_array_equal(
            after.rectangles(), Picture(tried.graph, picture.readings).rectangles()
        )
    assert len(graph.inputs("n42")) == 2
    assert picture.edges == edges
    np.testing.assert_array_equal(picture.rectangles(), boxes)


def test_room_for_an_edge_is_found_without_drawing_all_up_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    graph = engine.Graph()
    a, b = (graph.parameter(name, 1.0, position=(0.0, 0.0)) for name in "ab")
    graph.op("add", a, b, name="s", position=(300.0, 0.0))
    graph.op("tanh", a, name="t", position=(300.0, 0.0))
    bottom, half = Picture(graph, read(graph)).rectangles()[[2, 3], 3]
    graph.set_positions({"t": (300.0, float(bottom + half) + 4.0)})
    picture = Picture(graph, read(graph))
    monkeypatch.setattr(room, "Picture", lambda *_: pytest.fail("all was"))
    assert room_for_edge(picture, engine.Edge("b", "s", 2)).keys() == {"t"}
    assert room_for_edge(picture, engine.Edge("b", "s", 1)) == {}


@pytest.mark.parametrize("folded", [False, True])
def test_room_for_a_group_is_found_without_looking_for_the_ways_of_edges(
    monkeypatch: pytest.MonkeyPatch, folded: bool
) -> None:
    graph = large(SMALL, 8)
    graph.groups = [engine.Group("g", "G", ("n41", "n43", "n45"), folded)]
    picture = Picture(graph, read(graph))
    monkeypatch.setattr(Picture, "reroute", lambda *_: pytest.fail("they were looked for"))
    assert bool((room_for if folded else room_for_card)(picture, "g"))
    assert room_for_frame(picture, ["n22", "n24"])


@pytest.mark.parametrize("folded", [False, True])
def test_without_ways_all_else_of_a_picture_stands_where_it_stands_with_them(folded: bool) -> None:
    graph = large(SMALL, 8)
    graph.groups = [engine.Group("g", "G", ("n41", "n43", "n45"), folded)]
    readings = read(graph)
    whole, bare = Picture(graph, readings), Picture(graph, readings, ways=False)
    np.testing.assert_array_equal(bare.rectangles(), whole.rectangles())
    np.testing.assert_array_equal(bare.leads, whole.leads)
    assert bare.frames() == whole.frames()
    assert bare.output_arrow() == whole.output_arrow()
    every = np.arange(len(whole.edges))
    assert not all(map(np.array_equal, bare.lines_of(every), whole.lines_of(every)))
    bare.reroute()
    assert all(map(np.array_equal, bare.lines_of(every), whole.lines_of(every)))


def test_the_first_edge_that_leaves_a_folded_group_brings_no_sum() -> None:
    graph = engine.Graph()
    x = graph.parameter("x", 1.0, position=(0.0, 0.0))
    e = graph.op("exp", x, name="e", position=(0.0, 0.0))
    graph.op("tanh", e, name="t", position=(0.0, 0.0))
    graph.add_node("r", "relu", position=(300.0, 0.0))
    graph.groups = [engine.Group("g", "G", ("x", "e", "t"), folded=True)]
    bottom = Picture(graph, read(graph)).rectangles()[0, 3]
    graph.input("y", 2.0, position=(0.0, float(bottom) + 26.0))
    picture = Picture(graph, read(graph))
    assert picture.rectangles()[-1, 1] < bottom + picture.packing.sum_room
    assert room_for_edge(picture, engine.Edge("e", "r", 0)) == {}


@pytest.mark.parametrize("members", ["cba", "cbax"])
def test_no_frame_of_a_card_that_grows_comes_to_lie_below_another(members: str) -> None:
    graph = engine.load(UNIT)
    place_all(graph)
    graph.set_positions(room_for_frame(Picture(graph, read(graph)), members))
    graph.groups = [engine.Group("g", "a layer", tuple(graph.in_order(members)), folded=False)]
    picture = Picture(graph, read(graph))
    before = strangers_on_frames(picture)
    edge = engine.Edge("b", "c", 2)
    places = room_for_edge(picture, edge)
    graph.add_edge(*edge)
    graph.set_positions(places)
    assert strangers_on_frames(Picture(graph, read(graph))) == before
