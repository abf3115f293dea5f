"""The titles of slides: the graph's own, or what it computes, set as mathematics."""

import io

import pytest
from examples import UNIT
from pptx import Presentation
from pptx.oxml.ns import qn

import engine
from engine.assignments import free_names, graph_from_text
from gui.exports import Options, Subject, slides
from gui.exports.options import SLIDE_MARGIN, SLIDE_WIDTH
from gui.fonts import Face
from gui.picture.runs import advance


def test_a_deck_without_a_title_is_called_by_what_it_computes():
    graph = engine.load(UNIT)
    graph.title = ""
    found = Presentation(io.BytesIO(slides.render(Subject(graph))))
    assert found.slides[0].shapes.title.text_frame.text == "J = ½ (w · x + b − y)²"
    assert found.core_properties.title == "J = ½ (w · x + b − y)²"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("J = 1/2*(w*x1-y)^2", ("J = ½ (w · x1 − y)²", "Jwxy", "", "1")),
        ("J = exp(x^2+y)", ("J = ex² + y", "Jexy", "x² + y", "")),
    ],
)
def test_a_formula_that_serves_as_a_title_is_set_as_mathematics(text, written):
    graph = graph_from_text(text, dict.fromkeys(free_names(text), 2.0))
    slide = Presentation(io.BytesIO(slides.render(Subject(graph)))).slides[0]
    runs = slide.shapes.title.text_frame.paragraphs[0].runs
    italic = [run.text for run in runs if run.font.italic]
    raised = [run.text for run in runs if run._r.rPr.get("baseline") == "30000"]
    lowered = [run.text for run in runs if run._r.rPr.get("baseline") == "-25000"]
    kinds = [run.text for run in runs], italic, raised, lowered
    assert tuple(map("".join, kinds)) == written


def test_a_title_of_two_lines_is_written_in_one():
    text = "J = " + " + ".join(f"weight{k}*x{k}" for k in range(9))
    graph = graph_from_text(text, dict.fromkeys(free_names(text), 2.0), expand=False)
    found = Presentation(io.BytesIO(slides.render(Subject(graph))))
    assert found.slides[0].shapes.title.text_frame.text == found.core_properties.title


@pytest.mark.parametrize(
    ("title", "least", "most"),
    [
        ("One linear unit", 28.0, 28.0),
        ("A loss with a penalty on its weights, and one on its bias", 18.0, 27.0),
    ],
)
def test_a_title_is_as_large_as_has_room_in_one_line_with_the_longest_step(title, least, most):
    graph = engine.load(UNIT)
    graph.title = title
    found = Presentation(io.BytesIO(slides.render(Subject(graph, Options(steps=True)))))
    style = found.slide_master._element.find(f"{qn('p:txStyles')}/{qn('p:titleStyle')}")
    size = int(style.find(f"{qn('a:lvl1pPr')}/{qn('a:defRPr')}").get("sz")) / 100
    assert least <= size <= most
    titles = [slide.shapes.title.text_frame.text for slide in found.slides]
    longest = max(advance(title, Face.SANS, 100) for title in titles)
    assert longest * size / 100 <= SLIDE_WIDTH - 2 * SLIDE_MARGIN


def test_a_title_of_two_lines_does_not_break_amid_the_step():
    graph = engine.load(UNIT)
    graph.title = "A linear unit with a title as long as a sentence " * 2
    found = Presentation(io.BytesIO(slides.render(Subject(graph, Options(steps=True)))))
    titles = [slide.shapes.title.text_frame.text for slide in found.slides]
    assert titles[-1].endswith("backward\N{NO-BREAK SPACE}8\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}8")


def test_a_title_as_long_as_a_page_is_one():
    """A file's property has 255 letters at most: the export ended in a fault."""
    graph = engine.load(UNIT)
    graph.title = "A linear unit with a title as long as a page " * 9
    found = Presentation(io.BytesIO(slides.render(Subject(graph))))
    assert found.slides[0].shapes.title.text_frame.text == graph.title
    assert found.core_properties.title == graph.title[:255]


def test_a_title_without_any_width_is_one():
    graph = engine.load(UNIT)
    graph.title = "\N{COMBINING ACUTE ACCENT}"
    found = Presentation(io.BytesIO(slides.render(Subject(graph))))
    assert found.slides[0].shapes.title.text_frame.text == graph.title
