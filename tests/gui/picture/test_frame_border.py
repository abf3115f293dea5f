"""The left border of a frame: right of what feeds its group, left of all that it holds."""

import pytest
from examples import example
from kept_pictures import large

from engine import Group
from gui.picture.frame_room import strangers
from gui.picture.picture import Picture
from gui.run import read

PLACES = {
    "w": (47.0, 20.0),
    "x": (42.0, 78.0),
    "c": (230.0, 49.0),
    "a": (427.0, 49.0),
    "b": (243.0, 133.0),
    "y": (444.0, 133.0),
    "d": (628.0, 49.0),
    "J": (827.0, 49.0),
}
LONG = {"w": 0.2739, "b": -0.4604}
HELD = ("c", "a", "b", "y")


def framed(values: dict[str, float], *groups: tuple[str, ...]) -> Picture:
    """Return the picture of the linear unit with groups, as it is laid out for short numbers."""
    graph = example("linear-unit")
    for name, place in PLACES.items():
        graph.set_attribute(name, "position", place)
    for name, value in values.items():
        graph.set_attribute(name, "value", value)
    graph.groups = [Group("-".join(members), "group", members) for members in groups]
    return Picture(graph, read(graph))


def number_lefts(picture: Picture, target: str) -> list[float]:
    edges = [edge for edge in picture.edges if edge.target == target]
    places = [picture.edge_index[edge.target, edge.port] for edge in edges]
    return [label.left for labels in picture.labels_of(places) for label in labels]


def test_longer_numbers_spread_no_frame_over_the_cards_that_feed_it() -> None:
    picture = framed(LONG, HELD)
    (frame,), (roomy,) = picture.frames(), picture.roomy_frames()
    rights = {name: picture.rectangles()[picture.index[name], 2] for name in "wx"}
    assert roomy.box[0] < min(rights.values()) < max(rights.values()) < frame.box[0]
    assert frame.box[0] < min(number_lefts(picture, "c"))
    assert frame.box[1:] == roomy.box[1:]


def test_a_frame_around_another_goes_along_with_its_border() -> None:
    picture = framed(LONG, (*HELD, "d"), HELD)
    outer, inner = picture.frames()
    right = picture.rectangles()[picture.index["w"], 2]
    assert right < inner.box[0]
    assert outer.box[0] < inner.box[0]


@pytest.mark.parametrize("w", [0.000012345, -123456.78])
def test_all_that_a_frame_holds_stays_in_it_whatever_room_there_is(w: float) -> None:
    picture = framed({"w": w, "x": -1234.5}, HELD)
    (frame,) = picture.frames()
    assert frame.box[0] < min(number_lefts(picture, "c"))


def test_a_group_that_nothing_feeds_begins_right_of_what_stands_at_its_border() -> None:
    graph = example("linear-unit")
    for name, at in {
        **PLACES,
        "x": (230.0, 120.0),
        "y": (205.0, 172.0),
        "w": (120.0, 120.0),
    }.items():
        graph.set_attribute(name, "position", at)
    graph.groups = [Group("leaves", "g", ("x", "y"))]
    picture = Picture(graph, read(graph))
    (frame,), (roomy,) = picture.frames(), picture.roomy_frames()
    right = float(picture.rectangles()[picture.index["w"], 2])
    assert roomy.box[0] < right < frame.box[0]


def test_a_frame_is_as_wide_as_its_title_all_the_same() -> None:
    graph = framed(LONG, HELD).graph
    graph.groups = [Group("1", "a title that is as long as all that stands below it", HELD)]
    (frame,) = Picture(graph, read(graph)).frames()
    assert frame.title_place[0] + frame.title.width < frame.box[2]


def test_short_numbers_leave_a_frame_its_room() -> None:
    picture = framed({}, HELD)
    assert picture.frames() == picture.roomy_frames()


def test_of_a_large_picture_no_strangers_are_looked_for() -> None:
    graph = large()
    names = graph.nodes()
    graph.groups = [Group("all but one", "g", tuple(names[1:]))]
    picture = Picture(graph, read(graph))
    assert strangers(picture, ["all but one"]) == {"all but one": []}
    near = large(60, 8)
    near.groups = [Group("1", "g", tuple(near.nodes()[16:]))]
    near.set_attribute("n3", "position", near.attributes("n30")["position"])
    assert strangers(Picture(near, read(near)), ["1"])["1"] == ["n3"]
