"""What may end a deck: one parameter bumped, and n + p against n × p."""

import math

import pytest
import viewers
from decks import deck, texts
from examples import UNIT

import engine
from engine.assignments import graph_from_text
from engine.network import Network
from engine.progress import listening
from gui.exports import ExportError, Options, Subject, export, pdf, slides
from gui.exports.closing import closing, pages
from gui.exports.slide_room import SlideRoom
from gui.picture.drawing import Box
from gui.picture.layout import place_all
from gui.readings import HIDDEN
from gui.theme import LIGHT, Ink
from resources import resource

NETWORK = resource("examples/two-layer-network.chainrule")


def last_two(graph, **options):
    subject = Subject(graph, Options(bump=True, **options))
    room = SlideRoom(subject)
    return closing(subject, room.picture, room.of_closing().page)


def caption_of(slide) -> str:
    return next(s for s in slide.shapes if s.name == "caption").text_frame.text


def test_a_deck_ends_with_the_lectures_bump_and_its_count():
    found = list(deck(UNIT, steps=True, bump=True).slides)
    assert len(found) == 13 + 2
    bumped, counted = found[-2:]
    assert bumped.shapes.title.text_frame.text == "One linear unit  —  a bump of 0.001"
    assert caption_of(bumped).splitlines() == [
        "w = 2 → 2.001,    J = 2 → 1.996002",
        "ΔJ/Δw = −0.003998 / 0.001 = −3.998 ≈ ∂J/∂w = −4",
    ]
    assert {"2 → 2.001", "−4 → −4.002", "4 → 3.998", "2 → 1.998"} <= set(texts(bumped))
    assert caption_of(counted).splitlines()[:2] == [
        "Backprop: n + p = 4 + 2 = 6 steps",
        "Bumping: n × p = 4 × 2 = 8 steps",
    ]
    assert "→" not in "".join(texts(counted)).replace("forward →", "")
    assert "ΔJ/Δw" in bumped.notes_slide.notes_text_frame.text


def test_of_arrays_the_count_is_of_entries(tmp_path):
    path = tmp_path / "network.chainrule"
    engine.save(Network((2, 3, 1)).build(), path)
    counted = list(deck(path, bump=True).slides)[-1]
    assert counted.shapes.title.text_frame.text.endswith("n + p against n × entries")
    assert caption_of(counted).splitlines()[:2] == [
        "Backprop: n + p = 7 + 4 = 11 steps",
        "Bumping: n × entries = 7 × 13 = 91 steps",
    ]
    assert any("for each entry of each parameter" in text for text in texts(counted))


def test_the_slides_of_the_steps_are_the_same_with_it():
    def places(slide):
        return [(s.name, s.left, s.top, s.width) for s in slide.shapes]

    without = deck(UNIT, steps=True).slides
    for one, other in zip(without, deck(UNIT, steps=True, bump=True).slides, strict=False):
        assert places(one) == places(other)


def test_without_steps_the_two_follow_the_picture():
    found = deck(UNIT, bump=True).slides
    assert len(found) == 3
    assert not [s for s in found[0].shapes if s.name == "caption"]


def test_a_pdf_has_the_two_as_pages(tmp_path):
    data = pdf.render(Subject(engine.load(UNIT), Options(steps=True, bump=True)))
    assert len(viewers.of_pdf(data, tmp_path, 20)) == 15
    assert "1.996002" in viewers.text_of_pdf(data, tmp_path)
    assert len(pages(Subject(engine.load(UNIT), Options(bump=True)))) == 3


def test_what_moves_is_lit_in_blue_and_what_is_counted_in_orange():
    bumped, counted = last_two(engine.load(UNIT))
    lit = [{b.node for b in s.drawing.boxes() if b.lit} for s in (bumped, counted)]
    assert lit == [{"w", "c", "a", "d", "J"}, {"w", "b", "c", "a", "d", "J"}]
    inks = [{b.lit for b in s.drawing.boxes() if b.lit} for s in (bumped, counted)]
    assert inks == [{LIGHT.inks[Ink.VALUE]}, {LIGHT.inks[Ink.DERIVATIVE]}]


def test_of_a_selection_a_parameter_is_bumped_that_is_drawn():
    bumped, _ = last_two(engine.load(UNIT), selection=("b", "a", "d", "J"))
    assert bumped.words.startswith("b = 8 → 8.001")
    assert {box.node for box in bumped.drawing.boxes() if isinstance(box, Box)} == set("badJ")


@pytest.mark.parametrize(
    ("text", "values", "said"),
    [
        ("J = relu(w)", {"w": 0.0}, "ΔJ/Δw = 0.001 / 0.001 = 1,    ∂J/∂w = 0"),
        ("J = w^2", {"w": 0.0}, "ΔJ/Δw = 1e−6 / 0.001 = 0.001 ≈ ∂J/∂w = 0"),
        ("J = mean(w)", {"w": [1.0, 2.0]}, "ΔJ/Δw[0] = 5e−4 / 0.001 = 0.5 ≈ ∂J/∂w[0] = 0.5"),
        (
            "J = (w-y)^2/2",
            {"w": -21.0, "y": 1.0},
            "ΔJ/Δw = −0.0219995 / 0.001 = −21.9995 ≈ ∂J/∂w = −22",
        ),
        (
            "J = (w-y)^2/2",
            {"w": -21.1, "y": 1 / 3},
            "ΔJ/Δw = −0.02143 / 0.001 = −21.43 ≈ ∂J/∂w = −21.43",
        ),
        *(
            (
                "J = (w-y)^2/2",
                {"w": 0.0, "y": y},
                f"ΔJ/Δw = {moved} / 0.001 = {slope} ≈ ∂J/∂w = −{y:g}",
            )
            for y, moved, slope in (
                (4.0, "−0.0039995", "−3.9995"),
                (8.0, "−0.0079995", "−7.9995"),
                (10.0, "−0.0099995", "−9.9995"),
                (12.0, "−0.0119995", "−11.9995"),
                (100.0, "−0.0999995", "−99.9995"),
            )
        ),
        ("J = 10w - w^2/2", {"w": 0.0}, "ΔJ/Δw = 0.0099995 / 0.001 = 9.9995 ≈ ∂J/∂w = 10"),
        ("J = w - y", {"w": -21.0, "y": 1.0}, "ΔJ/Δw = 0.001 / 0.001 = 1 ≈ ∂J/∂w = 1"),
        ("J = sqrt(w)", {"w": 0.0}, "ΔJ/Δw = 0.03162 / 0.001 = 31.62,    ∂J/∂w = ∞"),
        ("J = w + 15", {"w": 0.0}, "ΔJ/Δw = 0.001 / 0.001 = 1 ≈ ∂J/∂w = 1"),
    ],
    ids=[
        "at a kink",
        "where it is flat",
        "an array's entry",
        "by digits more",
        "of a rounded derivative",
        *(f"just between two numbers, of {y}" for y in (4, 8, 10, 12, 100)),
        "just between two numbers, upwards",
        "not at all",
        "endless",
        "a rounded ΔJ",
    ],
)
def test_it_says_how_near_the_bump_comes_only_where_it_does(text, values, said):
    bumped, _ = last_two(graph_from_text(text, values))
    assert bumped.words.splitlines()[1] == said


def test_a_parameter_that_moves_the_output_comes_before_one_that_does_not():
    bumped, _ = last_two(graph_from_text("J = relu(w1) + w2", {"w1": -1.0, "w2": 2.0}))
    assert bumped.words.startswith("w₂ = 2 → 2.001")
    still, _ = last_two(graph_from_text("J = relu(w1)", {"w1": -1.0}))
    assert still.words.startswith("w₁ = −1 → −0.999")


def test_a_parameter_of_which_it_is_read_at_a_glance_comes_before_others():
    values = {"w": 1e-7, "x": -2e-7, "b": 3e-7, "y": 1e-7}
    bumped, _ = last_two(graph_from_text("J = (w*x+b-y)^2/2", values))
    assert bumped.words.startswith("b = 3e−7 → 3.001e−7,")
    flat, _ = last_two(graph_from_text("J = (w*x+b-y)^2/2", dict.fromkeys("wxby", 0.0)))
    assert flat.words.startswith("b = 0 → 0.001,    J = 0 → 5e−7")


def test_the_output_has_the_decimals_of_what_it_moved_by():
    bumped, _ = last_two(
        graph_from_text("J = (w*x+b-y)^2/2", {"w": -2.5, "x": -2.0, "b": 8.0, "y": 2.0})
    )
    assert bumped.words.splitlines() == [
        "w = −2.5 → −2.499,    J = 60.5 → 60.478002",
        "ΔJ/Δw = −0.021998 / 0.001 = −21.998 ≈ ∂J/∂w = −22",
    ]


def test_the_output_has_the_decimals_of_a_change_just_between_two_numbers():
    for y, moved in ((4.0, "8 → 7.9960005"), (100.0, "5000 → 4999.9000005")):
        bumped, _ = last_two(graph_from_text("J = (w-y)^2/2", {"w": 0.0, "y": y}))
        assert bumped.words.splitlines()[0] == f"w = 0 → 0.001,    J = {moved}"


def square(leaf, value, **attributes):
    graph = engine.Graph()
    graph.op("square", graph.add_node("w", leaf, value=value), name="J", **attributes)
    return graph


@pytest.mark.parametrize("render", [slides.render, pdf.render], ids=["deck", "PDF"])
@pytest.mark.parametrize(
    ("graph", "selection", "said"),
    [
        (square("constant", 2.0), None, "no parameter or input moves the output"),
        (square("parameter", 2.0), ("J",), "no parameter or input that moves the output is select"),
        (square("parameter", [2.0, 3.0]), None, "the output must be a single number, and J has"),
        (square("parameter", math.nan), None, "J is NaN"),
        (square("parameter", 1e200), None, "J is ∞"),
    ],
    ids=["a constant", "not selected", "two numbers", "NaN", "endless"],
)
def test_where_nothing_is_bumped_there_is_a_remark_why(graph, selection, said, render):
    subject = Subject(graph, Options(bump=True, selection=selection))
    render(subject)
    (remark,) = (text for text in subject.remarks if text.startswith("no bump"))
    assert remark.startswith(f"no bump: {said}")
    assert len(pages(Subject(graph, Options(bump=True, selection=selection)))) == 1


def test_what_cannot_be_moved_is_passed_over():
    graph = engine.Graph()
    classes = graph.input("y", [0, 1])
    graph.op("cross_entropy", graph.input("z", [[1.0, 2.0], [3.0, 4.0]]), classes, name="J")
    graph.set_positions({name: (100.0 * k, 0.0) for k, name in enumerate(graph.nodes())})
    (bumped,) = last_two(graph)
    assert bumped.words.startswith("z[0, 0] = 1 → 1.001,")


@pytest.mark.parametrize("steps", [False, True], ids=["picture", "steps"])
def test_pages_tell_how_far_they_are_as_a_whole(steps):
    graph, told = engine.load(UNIT), list[float]()
    place_all(graph)
    with listening(told.append):
        pages(Subject(graph, Options(bump=True, steps=steps)))
    assert told == sorted(told)
    assert 0.9 < told[-1] <= 1.0


class Forward:
    """Readings without derivatives."""

    legend = "value", "nothing"

    def __init__(self, readings):
        self._readings = readings

    def __getattr__(self, name):
        return getattr(self._readings, name)

    def edge_derivative(self, *edge):
        del edge
        return HIDDEN


def test_the_picture_before_it_shows_what_it_is_seen_through():
    first = deck(UNIT, bump=True, lens=Forward).slides[0]
    assert texts(first) == texts(deck(UNIT, lens=Forward).slides[0])
    assert texts(first) != texts(deck(UNIT).slides[0])


def test_without_a_parameter_an_input_is_bumped_and_nothing_counted():
    found = deck(resource("examples/x-times-x.chainrule"), bump=True).slides
    assert len(found) == 2
    assert caption_of(found[1]).startswith("x = 3 → 3.001,")


def test_only_what_has_pages_takes_it(tmp_path):
    with pytest.raises(ExportError, match=r"--bump makes no difference to a \.png file"):
        export(engine.load(UNIT), tmp_path / "unit.png", Options(bump=True))


def test_the_bumps_numbers_are_as_large_as_any_other():
    bumped, _ = last_two(engine.load(NETWORK), size=None)
    sizes = {
        run.size
        for text in bumped.drawing.texts()
        if text.edge is not None
        for run in text.text.runs
    }
    assert len(sizes) == 1


THIRDS = {"w": 1 / 3, "x": 1 / 7, "b": 2.718281828, "y": -1.414213562}


NETWORK_TEXT = "t1=w1*x; z1=t1+b1; a1=relu(z1); t2=w2*a1; z2=t2+b2; a2=relu(z2); J=(a2-y)^2/2"
LONG = {"w1": -2.71828, "x": 1234.5678, "b1": 1e6, "w2": 1.23e-4, "b2": -17.25, "y": 5.5}


@pytest.mark.parametrize(
    ("text", "values", "least"),
    [
        ("c = w*x; a = c+b; d = a-y; J = d^2/2", THIRDS, 11.0),
        (NETWORK_TEXT, LONG, 9.0),
    ],
    ids=["unit", "network"],
)
def test_a_bump_of_long_decimals_can_be_read(text, values, least):
    """As the steps stand its numbers would have 8 points, and with the room that those leave."""
    graph = graph_from_text(text, values)
    place_all(graph)
    subject = Subject(graph, Options(steps=True, bump=True))
    room = SlideRoom(subject)
    bumped = closing(subject, room.picture, room.of_closing().page)[0]
    per_unit, _ = room.of_closing().place(bumped.drawing.bounds)
    numbers = [t for t in bumped.drawing.texts() if t.edge and "→" in t.words()]
    assert min(t.text.runs[0].size for t in numbers) * per_unit >= least


@pytest.mark.parametrize(
    ("text", "values", "said"),
    [
        ("J = (w*x)^2", {"w": 1e12, "x": 2.0}, "w = 1e12 → 1.001e12,    J = 4e24 → 4.008004e24"),
        ("J = w*x + c", {"w": 5e4, "x": 1.0, "c": 1e16}, "w = 50000 → 50010,    J = 1"),
        ("J = w*x + c", {"w": 12345.678, "x": -2e-7, "c": 1.0}, "w = 12346 → 12356,    J = 0.9"),
        (
            "J = w*x + b",
            {"w": 500.0, "x": 1.0, "b": 1.0},
            "w = 500 → 500.001,    J = 501 → 501.001",
        ),
        ("J = w^2", {"w": 2e-6}, "w = 2e−6 → 2.001e−6,    J = 4e−12 → 4.004001e−12"),
        ("J = relu(w)", {"w": -5e4}, "w = −50000 → −49999.999,    J = 0 → 0"),
    ],
    ids=[
        "of a large number",
        "into a large number",
        "of decimals",
        "as small as usual",
        "of a tiny one",
        "flat",
    ],
)
def test_a_bump_is_a_thousandth_of_the_number_where_only_that_tells_something(text, values, said):
    bumped, *_ = last_two(graph_from_text(text, values))
    assert bumped.words.splitlines()[0].startswith(said)
