"""Words in place of a number keep to the room between two cards; matrices make their own."""

from collections.abc import Callable
from itertools import combinations

import numpy as np
import pytest
from examples import example
from moving import move

import engine
from gui.fonts import Face
from gui.picture.drawing import draw
from gui.picture.labels import fitted, number_pair
from gui.picture.layout import place_all
from gui.picture.numbers import DIGITS, shape_text, write_digits
from gui.picture.picture import Picture
from gui.picture.plain_text import plain_text
from gui.picture.runs import advance
from gui.readings import HIDDEN, Words
from gui.run import read
from gui.theme import LIGHT
from resources import resource


class Worded:
    """Readings that write words in place of every value."""

    def __init__(self, graph: engine.Graph) -> None:
        self._readings = read(graph)

    def __getattr__(self, name: str) -> object:
        return getattr(self._readings, name)

    def value(self, node: str) -> Words:
        del node
        return Words("−4 → −4.002")


def test_a_value_that_goes_along_many_edges_is_set_once_for_each_run() -> None:
    graph = engine.Graph()
    graph.parameter("x", 2.0)
    graph.output = graph.op("add", graph.op("square", "x"), graph.op("exp", "x"), name="J")
    picture = Picture(graph, read(graph))
    along = [i for i, edge in enumerate(picture.edges) if edge.source == "x"]
    first = picture.edge_texts(along[0])[0]
    assert all(picture.edge_texts(i)[0] is first for i in along)
    graph.set_values({"x": 7.0})
    picture.show(read(graph))
    assert [plain_text(picture.edge_texts(i)[0]) for i in along] == ["7", "7"]


def test_what_is_wider_than_its_room_is_smaller_and_what_is_not_stays() -> None:
    pair = number_pair(Words("−4 → −4.002"), -4.002)
    assert fitted(pair, 200.0, 100.0) == pair
    tight, kept = fitted(pair, 80.0, 100.0)
    assert pair[0].width > 80.0 >= tight.width
    assert kept == pair[1]
    assert fitted(pair, 100.0, 40.0)[1].width <= 40.0


@pytest.mark.parametrize(
    ("number", "room", "written"),
    [
        (-8.652e-4, 60.0, "−8.652e−4"),
        (-8.652e-4, 45.0, "−8.65e−4"),
        (-8.652e-4, 40.0, "−8.7e−4"),
        (-8.652e-4, 5.0, "−8.7e−4"),
        (123456.0, 60.0, "123456"),
        (123456.0, 32.0, "1.23e5"),
        (-123456.0, 5.0, "−1.2e5"),
        (100000.0, 20.0, "1e5"),
        (1234.0, 5.0, "1234"),  # with an exponent it would be wider
    ],
)
def test_a_number_loses_digits_where_its_smallest_letters_are_too_wide(number, room, written):
    tight, _ = fitted(number_pair(number, number), room, room)
    assert plain_text(tight) == written


def test_a_number_written_with_many_digits_loses_those_before_the_point_too():
    write_digits(9)
    try:
        for room, written in ((45.0, "−123457"), (38.0, "−1.23e5"), (5.0, "−1.2e5")):
            tight, _ = fitted(number_pair(-123456.789, None), room, room)
            assert plain_text(tight) == written
    finally:
        write_digits(DIGITS)


def test_hidden_numbers_fit_between_cards_that_overlap() -> None:
    for pair in (number_pair(HIDDEN, HIDDEN), number_pair(HIDDEN, -4.0)):
        assert plain_text(fitted(pair, -5.0, -5.0)[0]) == ""


def test_of_both_numbers_of_a_bump_the_new_one_stays_where_there_is_no_room() -> None:
    tight, _ = fitted(number_pair(Words("−0.02172 → −0.02171"), 1.0), 70.0, 70.0)
    assert plain_text(tight) == "→ −0.02171"
    assert tight.width <= 70.0


def test_words_on_the_linear_unit_touch_no_card(qapp: object) -> None:
    del qapp
    graph = example("linear-unit")
    place_all(graph)
    picture = Picture(graph, read(graph))
    picture.show(Worded(graph))
    for i in range(len(picture.edges)):
        left, top, right, bottom = picture.edge_labels(i)[0].box()
        for x0, y0, x1, y1 in picture.rectangles():
            assert right <= x0 or x1 <= left or bottom <= y0 or y1 <= top


SMALL = np.array([[0.5, -1.25, 2.0], [1 / 3, 0.1, -700.0], [1e-9, 2.25, 0.0]])


def layer(rows: int) -> engine.Graph:
    """Return a layer on two examples, `rows` units of it; its arrays are small enough to read."""
    graph = engine.Graph()
    graph.parameter("W", SMALL[:rows])
    graph.input("X", SMALL[:, :2])
    graph.parameter("b", SMALL[:rows, :1])
    graph.op("add", graph.op("matmul", "W", "X", name="Z"), "b", name="A")
    graph.op("squared_error", "A", graph.input("Y", SMALL[:rows, 1:]), name="E")
    graph.op("mean", "E", name="J")
    place_all(graph)
    return graph


def apart(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_matrices_stand_on_their_edges_and_touch_nothing(rows: int, qapp: object) -> None:
    del qapp
    graph = layer(rows)
    picture = Picture(graph, read(graph))
    boxes = [label.box() for label in picture.labels()]
    assert all(apart(a, b) for a, b in combinations(boxes, 2))
    assert all(apart(a, b) for a in boxes for b in picture.rectangles().tolist())
    for i, line in enumerate(picture.lines):
        y = line[-1][1]
        above, below = (label.box() for label in picture.edge_labels(i))
        assert above[3] < y < below[1]


def test_a_matrix_that_outgrows_its_room_loses_its_shape_or_is_told_by_it(qapp: object) -> None:
    del qapp
    graph = layer(2)
    picture = Picture(graph, read(graph))
    values = {"W": SMALL[:2] * 12345.678, "b": np.array([[-0.02251], [123412.3]])}
    graph.set_values(values)
    picture.refresh_cards(values)
    picture.show(read(graph))
    labels = list(picture.labels())
    assert all(apart(a.box(), b.box()) for a, b in combinations(labels, 2))
    assert all(apart(a.box(), b) for a in labels for b in picture.rectangles().tolist())


def test_a_matrix_in_less_and_less_room() -> None:
    pair = number_pair(SMALL, SMALL[0])
    wide, close, least = (fitted(pair, room, room)[0] for room in (300.0, 160.0, 40.0))
    assert wide == pair[0]
    assert pair[0].width > 160.0 >= close.width
    assert close.runs == pair[0].runs[:-1]  # without its shape
    assert len(close.brackets) == 2
    assert (plain_text(least), least.width <= 40.0) == ("3×3", True)


def test_an_entry_stands_in_its_row_and_its_column_and_the_shape_beside() -> None:
    value, derivative = number_pair(SMALL, SMALL)
    assert plain_text(value) == "[0.5, −1.25, 2; 0.333, 0.1, −700; 1e−9, 2.25, 0] 3×3"
    entries = [run for run in value.runs if run.face is Face.SANS][:-1]
    ends = [run.x + advance(run.text, run.face, run.size) for run in entries]
    assert ends == pytest.approx([ends[k // 3 * 3] for k in range(9)])  # column by column
    assert [run.y for run in entries] == [run.y for run in entries[:3]] * 3
    assert entries[0].y < entries[1].y < entries[2].y < 0.0  # a value grows upward
    assert min(run.y for run in derivative.runs) > 0.0
    assert value.runs[-1].text == "3×3"


def test_the_numbers_of_a_matrix_that_was_rounded_have_decimals_alike():
    product = np.array([[7.0001, 4.8, -1.0], [29.04, 1e-7, 0.125]])
    value, _ = number_pair(product, product)
    assert plain_text(value) == "[7.00, 4.80, −1.00; 29.04, 1e−7, 0.125] 2×3"


def test_a_bracket_is_one_line_as_thin_around_three_rows_as_around_one() -> None:
    (value, derivative), (row, _) = number_pair(SMALL, SMALL), number_pair(SMALL[0], None)
    for text, rows in ((value, 3), (derivative, 3), (row, 1)):
        left, right = text.brackets
        assert left.foot == -right.foot > 0.0  # the feet point at what stands between
        assert (left.top, left.bottom) == (right.top, right.bottom)
        ends = [(run.x, run.x + advance(run.text, run.face, run.size)) for run in text.runs[:-1]]
        assert left.x < min(start for start, _ in ends)
        assert right.x > max(end for _, end in ends)
        baselines = {run.y for run in text.runs[:-1]}
        assert len(baselines) == rows
        assert left.top < min(baselines) <= max(baselines) < left.bottom
    corners = value.brackets[1].shifted(10.0, 5.0).corners()
    assert corners[0][0] < corners[1][0] == corners[2][0] > corners[3][0] == corners[0][0]


@pytest.mark.parametrize("shape", [(4, 2), (2, 2, 2), (0, 3), (0,)])
def test_a_large_or_empty_array_is_told_by_its_shape(shape: tuple[int, ...]) -> None:
    value, _ = number_pair(np.zeros(shape), None)
    assert plain_text(value) == shape_text(shape)


def test_ports_move_apart_when_a_number_becomes_a_matrix(qapp: object) -> None:
    del qapp
    graph = engine.Graph()
    graph.op("add", graph.parameter("a", 1.0), graph.parameter("b", 2.0), name="c")
    graph.op("sum", "c", name="J")
    place_all(graph)
    picture = Picture(graph, read(graph))
    row = picture.index["c"]
    before = picture.port_point(row, 1)[1] - picture.port_point(row, 0)[1]
    graph.set_attribute("b", "value", SMALL)
    assert picture.show(read(graph))
    after = picture.port_point(row, 1)[1] - picture.port_point(row, 0)[1]
    assert after > before
    assert not picture.show(read(graph))
    graph.set_attribute("b", "value", np.ones(2))
    picture.show(read(graph))
    assert picture.port_point(row, 1)[1] - picture.port_point(row, 0)[1] == after  # no trembling
    graph.set_attribute("b", "value", 2.0)
    assert picture.show(read(graph))
    assert picture.port_point(row, 1)[1] - picture.port_point(row, 0)[1] == before


def test_slides_and_tikz_get_a_matrix_entry_by_entry(qapp: object) -> None:
    del qapp
    graph = layer(2)
    drawing = draw(Picture(graph, read(graph)), LIGHT)
    matrices = [text for text in drawing.texts() if text.text.words]
    assert matrices
    for text in matrices:
        pieces = list(text.pieces())
        assert "".join(piece.words() for piece in pieces) == "".join(
            run.text for run in text.text.runs
        )
        left, top, right, bottom = text.box()
        for piece in pieces:
            x0, _, x1, _ = piece.box()
            assert left - 5.0 <= x0 <= x1 <= right + 5.0  # a bracket has air around it
            assert top <= piece.baseline <= bottom + piece.text.ascent


@pytest.mark.parametrize("stem", [path.stem for path in resource("examples").glob("*.chainrule")])
@pytest.mark.parametrize("reads", [read, Worded])
def test_the_picture_reaches_as_far_as_its_numbers(stem: str, reads: Callable) -> None:
    graph = example(stem)
    place_all(graph)
    picture = Picture(graph, reads(graph))
    for _ in range(3):
        edges, cards = picture.boxes.reshape(-1, 4), picture.rectangles()
        numbers = np.array([label.box() for label in picture.labels()]).reshape(-1, 4)
        frames = np.array([frame.box for frame in picture.frames()]).reshape(-1, 4)
        every = np.concatenate([edges, cards, numbers, frames])
        arrow = picture.output_arrow()
        tips = np.array(arrow if arrow is not None else cards[:1, :2]).reshape(-1, 2)
        near = np.minimum(every[:, :2].min(axis=0), tips.min(axis=0))
        far = np.maximum(every[:, 2:].max(axis=0), tips.max(axis=0))
        assert picture.content_bounds() == (*near.tolist(), *far.tolist())
        at = dict(zip(picture.names, (picture.centres * 0.6).tolist(), strict=True))
        move(picture, at)  # nearer to each other, some on others


def test_a_sum_is_written_out_once_its_card_grew_for_it():
    graph = engine.Graph()
    graph.parameter("x", 2.0, position=(0.0, 0.0))
    for name, share, y in (("a", 30.12, 0.0), ("b", 42.13, 120.0)):
        graph.constant(f"k{name}", share, position=(100.0, y + 60.0))
        graph.op("multiply", "x", f"k{name}", name=name, position=(300.0, y))
    graph.op("add", "a", "b", name="J", position=(600.0, 0.0))
    picture = Picture(graph, read(graph))

    def written(picture: Picture) -> str:
        return plain_text(dict(picture.sum_labels())[0].text)

    assert written(picture) == "Σ = 72.25"
    graph.set_values({"x": -1.2345e-5})
    picture.show(read(graph))
    assert written(picture) == "Σ = 72.25"  # its card, one of many, is written later
    picture.refresh_cards(["x"])
    assert written(picture) == written(Picture(graph, read(graph))) == "30.12 + 42.13 = 72.25"
