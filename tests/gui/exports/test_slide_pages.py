"""Slides as drawings, which the export dialog previews: they show what the deck's slides do."""

import unicodedata

import pytest
from decks import deck, within
from examples import UNIT

import engine
from engine.network import Form, Network
from gui.exports import ExportError, Options, Size, Subject, slides
from gui.exports.options import SLIDE_WIDTH
from gui.exports.slide_pages import sheets
from gui.picture.drawing import Role
from resources import resource

NETWORK = resource("lessons/two-layer-network.chainrule")
LONG = {"w": -2.35711, "x": 1.23457}


def letters(texts) -> str:
    """Return the letters of all texts: a slide's title has raised letters of its own."""
    return unicodedata.normalize("NFKC", "".join("".join(texts).split()))


@pytest.mark.parametrize("path", [UNIT, NETWORK], ids=["unit", "network with a lesson"])
@pytest.mark.parametrize("options", [{}, {"steps": True, "bump": True}], ids=["one", "steps"])
def test_cards_and_what_is_written_stand_where_the_deck_has_them(path, options):
    made = list(deck(path, **options).slides)
    found = sheets(Subject(engine.load(path), Options(**options)))
    assert len(found) == len(made)
    for sheet, slide in zip(found, made, strict=True):
        left, top, right, bottom = sheet.bounds
        per_unit = SLIDE_WIDTH / (right - left)
        assert (bottom - top) / (right - left) == pytest.approx(9 / 16)
        shapes = {shape.name: shape for shape in within(slide.shapes)}
        for box in sheet.boxes():
            if not box.node:
                continue
            card = shapes[box.node]
            here = (box.left - left) * per_unit, (box.top - top) * per_unit
            assert here == pytest.approx((card.left.pt, card.top.pt), abs=0.1)
        runs = [
            run for text in sheet.texts() if text.role is Role.CAPTION for run in text.text.runs
        ]
        frames = [slide.shapes.title, *([shapes["caption"]] if options else [])]
        assert letters(run.text for run in runs) == letters(x.text_frame.text for x in frames)


def test_a_deck_of_long_decimals_is_previewed_in_the_rows_that_it_has():
    graph = engine.load(UNIT)
    graph.set_values(LONG)
    first, *_, bumped, _ = sheets(Subject(graph, Options(steps=True, bump=True)))
    tops = [{round(box.top) for box in sheet.boxes()} for sheet in (first, bumped)]
    assert len(tops[0]) < len(tops[1])  # the steps stand in one row, the bump in two


def test_numbers_that_are_too_small_are_remarked_first():
    subject = Subject(Network((6, 6, 6), form=Form.OPERATIONS).build())
    sheets(subject)
    assert "too small for a lecture hall" in subject.remarks[0]


def test_numbers_that_are_too_small_on_the_slide_of_a_bump_alone_are_remarked():
    graph = engine.load(resource("examples/two-hidden-units.chainrule"))
    steps, bumped = (Subject(graph, Options(steps=True, bump=bump)) for bump in (False, True))
    for render in (sheets, slides.render):
        render(steps)
        render(bumped)
    assert steps.remarks == []
    assert len(bumped.remarks) == 2
    for remark in bumped.remarks:
        assert remark.startswith("the numbers on the slide of the bump are 8.9 points, too small")


@pytest.mark.parametrize(
    ("size", "options", "said"),
    [
        ("1:5", {}, "a slide is at most 4.2 times as high as it is wide"),
        ("8:1", {}, "a slide of this shape has no room for the picture: choose a higher one"),
        ("5:1", {"steps": True}, "a slide of this shape has no room for the picture"),
        ("4:1", {"bump": True}, "a slide of this shape has no room for the picture"),
    ],
)
def test_a_slide_of_a_shape_that_cannot_be_is_refused(size, options, said):
    """PowerPoint was given cards of a negative width, or python-pptx ended in a fault."""
    subject = Subject(engine.load(NETWORK), Options(size=Size.read(size), **options))
    with pytest.raises(ExportError, match=said):
        slides.render(subject)
