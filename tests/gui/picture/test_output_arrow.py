"""The arrow that leaves the output, and the numbers on it."""

import pytest
from examples import example
from moving import move

from engine import Group
from gui.picture.frame import FRAME_PAD
from gui.picture.layout import place_all
from gui.picture.measure import ARROW_LENGTH, OUTPUT_ARROW
from gui.picture.picture import Picture
from gui.picture.plain_text import plain_text
from gui.run import read


def test_an_output_that_others_use_has_no_arrow_among_their_edges():
    graph = example("linear-unit")
    place_all(graph)
    assert Picture(graph, read(graph)).output_labels() is not None
    graph.output = "a"
    picture = Picture(graph, read(graph))
    assert picture.output_arrow() is None
    assert picture.output_labels() is None
    assert picture.sum_label(picture.index["a"]) is None
    graph.op("square", "a", name="e")
    picture = Picture(graph, read(graph))
    label = picture.sum_label(picture.index["a"])
    assert label is not None
    assert plain_text(label.text) == "∂a/∂a = 1"


@pytest.mark.parametrize("beside", [30.0, 45.0, 60.0, 75.0, 100.0])
def test_the_output_s_arrow_ends_before_a_card_close_to_its_right(beside: float) -> None:
    graph = example("linear-unit")
    place_all(graph)
    picture = Picture(graph, read(graph))
    (begin, y), _ = picture.output_arrow()
    graph.constant("k", 1.0)
    width = Picture(graph, read(graph)).sizes[-1, 0]
    left = begin + beside
    graph.set_attribute("k", "position", (left + width / 2, y + 10.0))
    graph.output = "J"
    picture = Picture(graph, read(graph))
    (begin, _), (tip, _) = picture.output_arrow()
    assert begin + ARROW_LENGTH < tip <= left - 10.0
    for label in picture.output_labels():
        assert label.box()[0] > begin
        assert label.box()[2] < left
    move(picture, {"k": (left + width / 2, y + 300.0)})
    (begin, _), (tip, _) = picture.output_arrow()
    assert tip == begin + OUTPUT_ARROW


def test_a_frame_holds_the_output_s_arrow_with_the_air_that_it_leaves_around_cards() -> None:
    graph = example("linear-unit")
    graph.groups = [Group("1", "End", ("d", "J"))]
    place_all(graph)
    picture = Picture(graph, read(graph))
    (frame,) = picture.frames()
    _, (tip, _) = picture.output_arrow()
    assert frame.box[2] == pytest.approx(tip + FRAME_PAD)
