"""What a step shows and lights; nothing moves while numbers come."""

from itertools import pairwise

import numpy as np
import pytest
from painted import paint
from PySide6.QtGui import QColor, QImage, QPainter

import engine
from engine.assignments import graph_from_text
from engine.lesson.steps import Direction, steps
from gui.exports.subject import Subject
from gui.picture.bump_seen import BumpSeen
from gui.picture.labels import reading_label
from gui.picture.layout import place_all
from gui.picture.lit import Lit
from gui.picture.measure import ARROW_LENGTH, LIT_GLOW
from gui.picture.paint_lit import fresh_labels
from gui.picture.picture import Picture
from gui.picture.plain_text import plain_text
from gui.picture.step import Walk, walk
from gui.readings import HIDDEN, Words
from gui.run import read
from gui.theme import LIGHT, Ink
from resources import resource

# What each step adds, from the lecture: `name value`, or `name derivative` on the way back.
LECTURE = {
    "linear-unit": (
        "w 2, x −2, b 8, y 2 | c −4 | a 4 | d 2 | J 2",
        "J 1 | d 2 | a 2 | y −2 | c 2 | b 2 | w −4 | x 4",
    ),
    "two-layer-network": (
        "w1 2, x 1, b1 0, w2 3, b2 1, y 5 | t1 2 | z1 2 | a1 2 | t2 6 | z2 7 | a2 7 | J 2",
        "J 1 | a2 2 | y −2 | z2 2 | t2 2 | b2 2 | a1 6 | w2 4 | z1 6 | t1 6 | b1 6 | w1 6 | x 12",
    ),
}


def drawn(stem: str, among: str = "examples"):
    picture = Subject(engine.load(resource(f"{among}/{stem}.chainrule"))).picture
    readings = read(picture.graph)
    return picture, readings, walk(picture.graph, readings)


def on_screen(picture) -> dict[tuple[str, str], str]:
    """Return the numbers of the picture: by what they are of, and which of the two they are."""
    found = {}
    for i, edge in enumerate(picture.edges):
        for which, label in zip(("value", "derivative"), picture.edge_labels(i), strict=True):
            found[edge.source, which] = plain_text(label.text)
    for which, label in zip(("value", "derivative"), picture.output_labels(), strict=True):
        found[picture.readings.output, which] = plain_text(label.text)
    return {key: text for key, text in found.items() if text}


@pytest.mark.parametrize("stem", LECTURE)
def test_every_number_of_the_lecture_stands_on_screen_at_its_step(stem):
    picture, readings, path = drawn(stem)
    expected = {}
    place = 0
    for which, told in zip(("value", "derivative"), LECTURE[stem], strict=True):
        for step in told.split(" | "):
            for pair in step.split(", "):
                name, number = pair.split(" ")
                expected[name, which] = number
            picture.show(path.seen(place, readings))
            assert on_screen(picture) == expected
            place += 1
    assert place == len(path)


@pytest.mark.parametrize("stem", LECTURE)
def test_the_picture_stands_still_while_numbers_come(stem):
    picture, readings, path = drawn(stem)
    before = [line.copy() for line in picture.lines], picture.output_arrow()
    for place in range(len(path)):
        assert not picture.show(path.seen(place, readings))
    assert all((a == b).all() for a, b in zip(before[0], picture.lines, strict=True))
    assert before[1] == picture.output_arrow()


def test_the_last_step_shows_what_the_picture_shows():
    picture, readings, path = drawn("two-hidden-units")
    whole = [plain_text(label.text) for label in picture.labels()]
    picture.show(path.seen(path.last, readings))
    assert [plain_text(label.text) for label in picture.labels()] == whole


def test_the_sum_is_shown_with_the_step_of_its_node():
    picture, readings, path = drawn("fan-out")
    row = picture.index["x"]
    picture.show(path.seen(path.last - 1, readings))
    assert picture.sum_label(row) is None
    picture.show(path.seen(path.last, readings))
    assert plain_text(picture.sum_label(row).text) == "6 + 8 + 10 = 24"


def test_a_constant_s_derivative_comes_with_its_target_s():
    _, readings, path = drawn("fan-out")
    place = path.derived["a"]
    assert path.seen(place - 1, readings).edge_derivative("three", "a", 0) is HIDDEN
    assert path.seen(place, readings).edge_derivative("three", "a", 0) == 4.0


def test_forward_lights_blue_what_comes_in_and_backward_orange_what_comes_back():
    _, _, path = drawn("linear-unit")
    assert path.lit(0) == Lit(Ink.VALUE)
    forward = path.lit(path.valued["a"])
    assert (forward.ink, forward.nodes) == (Ink.VALUE, {"a"})
    assert forward.edges == {engine.Edge("c", "a", 0), engine.Edge("b", "a", 1)}
    backward = path.lit(path.derived["c"])
    assert (backward.ink, backward.nodes) == (Ink.DERIVATIVE, {"c"})
    assert backward.edges == {engine.Edge("c", "a", 0)}
    assert backward.backward
    assert path.lit(path.derived["J"]).edges == frozenset()


def test_a_step_sets_off_the_numbers_it_brought():
    picture, readings, path = drawn("linear-unit")
    for place, text in (
        (path.valued["a"], "4"),
        (path.derived["c"], "2"),
        (path.derived["J"], "1"),
    ):
        picture.show(path.seen(place, readings))
        (label,) = fresh_labels(picture, path.lit(place))
        assert plain_text(label.text) == text
        assert not list(fresh_labels(picture, path.lit(place, 0.5)))
    assert not list(fresh_labels(picture, Lit(Ink.VALUE, frozenset({"a"}))))
    gone = Lit(Ink.VALUE, frozenset({"gone"}), fresh=True)
    assert not list(fresh_labels(picture, gone))


def test_what_sets_the_output_s_number_off_keeps_clear_of_its_card_s_glow():
    graph = graph_from_text("J = 1/2*d^2", {"d": 1.998})
    place_all(graph)
    readings = read(graph)
    for seen in (readings, BumpSeen(readings, readings.bump("d", 0.001))):
        picture = Picture(graph, seen)
        (begin, _), (end, _) = picture.output_arrow()
        left, _, width, _, _ = picture.output_labels()[0].ground()
        assert left > begin + LIT_GLOW
        assert left + width < end - ARROW_LENGTH


def test_the_ground_of_a_matrix_is_no_rounder_than_that_of_a_number():
    graph = graph_from_text("J = w + 1", {"w": [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]]})
    place_all(graph)
    label = Picture(graph, read(graph)).edge_labels(0)[0]
    left, top, _, height, radius = label.ground()
    assert height > 50.0
    # the corner of its bracket lies on the ground
    corner_x, corner_y = left + radius, top + radius
    bracket = min(label.text.brackets, key=lambda one: one.x)
    x, y = label.left + bracket.x, label.baseline + bracket.top
    assert np.hypot(min(x - corner_x, 0.0), min(y - corner_y, 0.0)) < radius


def test_a_node_is_found_in_the_pass_one_is_in():
    _, _, path = drawn("linear-unit")
    assert path.place_of("a", 1) == path.valued["a"]
    assert path.place_of("a", path.last) == path.derived["a"]
    assert path.place_of("b", 1) == 0
    assert path.place_of("gone", 1) is None


def test_without_a_scalar_output_the_walk_goes_only_forward():
    graph = engine.Graph()
    graph.op("square", graph.input("x", np.ones(3)), name="y")
    path = walk(graph, read(graph))
    assert [step.direction for step in path.steps] == [Direction.GIVEN, Direction.FORWARD]


def painted(picture, lit) -> QImage:
    left, top, right, bottom = picture.bounds()
    image = QImage(int(right - left), int(bottom - top), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        painter.translate(-left, -top)
        paint(painter, picture, LIGHT, lit=lit)
    return image


def reds_at(image: QImage, picture, lit: Lit, share: float) -> bool:
    """Tell whether the lit edge is orange at `share` of its way."""
    (edge,) = lit.edges
    line = picture.lines[picture.edge_index[edge.target, edge.port]]
    left, top, *_ = picture.bounds()
    x, y = line[0] + share * (line[-1] - line[0])  # it runs straight
    colour = image.pixelColor(int(x - left), int(y - top))
    return colour.red() > colour.blue() + 60


def test_light_runs_along_the_edges_from_where_it_comes():
    picture, readings, path = drawn("linear-unit")
    place = path.derived["d"]
    picture.show(path.seen(place, readings))
    half = path.lit(place, 0.5)
    assert reds_at(painted(picture, path.lit(place)), picture, half, 0.2)
    image = painted(picture, half)
    assert reds_at(image, picture, half, 0.9)
    assert not reds_at(image, picture, half, 0.2)
    # what is no longer there is not lit, and stands in nobody's way
    gone = Lit(Ink.VALUE, frozenset({"gone"}), frozenset({engine.Edge("gone", "d", 7)}))
    assert painted(picture, gone) == painted(picture, None)


def test_words_stand_in_place_of_a_number():
    assert reading_label(Words("2 → 2.001")) == "2 → 2.001"
    assert reading_label(HIDDEN) == ""
    assert reading_label(None) == "—"


def test_what_a_step_lights_is_found_once_for_all_frames_of_its_light(monkeypatch):
    graph = engine.load(resource("examples/linear-unit.chainrule"))
    path = walk(graph, read(graph))
    first = path.lit(1, 0.2)
    monkeypatch.setattr(path, "_into", None)  # it would be asked again
    later = path.lit(1, 0.7)
    assert (first.progress, later.progress) == (0.2, 0.7)
    assert later.edges is first.edges
    assert path.lit(1).progress == 1.0


@pytest.mark.parametrize("stem", ["fan-out", "two-layer-network", "layer-with-a-batch"])
def test_from_any_step_to_any_other_all_numbers_are_those_of_that_step(stem):
    picture, readings, path = drawn(stem, "lessons")
    other, last = drawn(stem, "lessons")[0], path.last
    for place in (0, 1, 2, 1, last - 1, last - 2, last, last - 1, 3, 0, last):
        picture.show(path.seen(place, readings))
        other.show(readings)  # from all of them to a step all are read
        other.show(path.seen(place, readings))
        assert on_screen(picture) == on_screen(other)
        sums, others = (dict(one.sum_labels()) for one in (picture, other))
        assert sums.keys() == others.keys()
        assert all(plain_text(sums[k].text) == plain_text(others[k].text) for k in sums)
        assert np.array_equal(picture.leads, other.leads)
        assert (picture.pitches, picture.bounds()) == (other.pitches, other.bounds())


def test_a_step_differs_from_the_one_before_at_its_own_nodes():
    _, readings, path = drawn("two-layer-network")
    steps = [path.seen(place, readings) for place in range(len(path))]
    for place in range(1, path.last):
        assert steps[place].differs_from(steps[place - 1]) == set(path.steps[place].nodes)
    assert steps[2].differs_from(steps[0]) == {*path.steps[1].nodes, *path.steps[2].nodes}
    assert steps[1].differs_from(readings) is None  # all numbers were shown
    assert steps[1].differs_from(path.seen(1, read(path.graph))) is None
    assert steps[path.last].differs_from(steps[0]) is None  # constants have no step


def test_another_graph_rests_and_what_is_behind_the_output_comes_with_it():
    graph = graph_from_text("e = w^2; t = 3w; f = v^2; g = sin(f)", {"w": 2.0, "v": 3.0})
    graph.op("square", "e", name="behind")
    graph.op("square", "t", name="aside")
    graph.output = "e"
    place_all(graph)
    readings = read(graph)
    path = walk(graph, readings)
    assert [step.nodes for step in path.steps] == [("w",), ("e",), ("e",), ("w",)]
    assert [path.title(place) for place in range(1, 3)] == ["forward 1 of 1", "backward 1 of 2"]
    for place in range(len(path)):
        seen = path.seen(place, readings)
        assert seen.value("f") == 9.0
        assert seen.value("g") == readings.value("g")
        come = place >= 1
        for name, value in (("behind", 16.0), ("t", 6.0), ("aside", 36.0)):
            assert seen.value(name) == (value if come else HIDDEN)
    assert path.place_of("f", 1) is None


class _Name(str):
    """A name that counts how often any of them is looked up."""

    __slots__ = ()
    looked_up = 0

    def __hash__(self) -> int:
        _Name.looked_up += 1
        return super().__hash__()


def test_what_takes_no_step_is_found_by_one_look_at_each_edge():
    graph = engine.Graph()
    names = [_Name(f"n{k}") for k in range(300)]
    graph.parameter(names[0], 1.0)
    for before, name in pairwise(names):
        graph.op("tanh", before, name=name)
    readings = read(graph)
    found = steps(graph, names[-1])
    _Name.looked_up = 0
    assert Walk(graph, found, names[-1]).shown.keys() == set(names)
    assert 0 < _Name.looked_up < 60 * len(names)
    assert walk(graph, readings).shown.keys() == set(names)
