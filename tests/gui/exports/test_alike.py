"""The same picture in every format, as programs that are not ours read the files."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import tex
import viewers
from examples import UNIT, example
from painted import paint, paint_legend
from PIL import Image
from PySide6.QtGui import QColor, QImage, QPainter

import engine
from gui.exports import Options, Size, Subject
from gui.exports.frame import frame_of
from gui.exports.pdf import render as pdf
from gui.exports.png import render as png
from gui.exports.svg import render as svg
from gui.exports.tikz import render as tikz
from gui.picture.bump_seen import BumpSeen
from gui.picture.drawing import Box, Role, Text, draw
from gui.picture.lit import Lit
from gui.picture.packing import DENSE
from gui.picture.step import walk
from gui.theme import DARK, LIGHT
from resources import resource

EXAMPLES = sorted(resource("examples").glob("*.chainrule"))
# measured: canvas 4, SVG 14, PDF 27; a digit that is missing 60
BOUNDS = {"canvas": 8, "svg": 20, "pdf": 36}
SHAPES = 24  # of TikZ without its letters, which are LaTeX's own; measured: 15
OPTIONS = {
    "without a legend": Options(legend=False),
    "a part": Options(selection=("w", "x", "c", "b", "a")),
    "padding": Options(padding=60.0, theme="dark"),
    "a page": Options(size=Size.read("4:3")),
}


def on_canvas(subject: Subject, lit: Lit | None = None) -> Image.Image:
    """Return the picture as the canvas paints it, from its arrays."""
    frame = frame_of(subject.drawing.bounds, subject.options, 2.0)
    image = QImage(*frame.pixels, QImage.Format.Format_RGB32)
    image.fill(QColor(subject.options.colours.background))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.scale(frame.scale, frame.scale)
        painter.translate(-frame.left, -frame.top)
        paint(painter, subject.picture, subject.options.colours, lit)
        paint_legend(painter, subject.picture, subject.options.colours)
    shown = image.convertToFormat(QImage.Format.Format_RGB888)
    return Image.frombuffer(
        "RGB",
        (shown.width(), shown.height()),
        shown.constBits(),
        "raw",
        "RGB",
        shown.bytesPerLine(),
    ).copy()


@pytest.mark.parametrize(
    ("path", "theme"),
    [*((path, LIGHT) for path in EXAMPLES), (UNIT, DARK)],
    ids=lambda part: getattr(part, "stem", None) or part.name,
)
def test_every_format_shows_what_the_canvas_shows(path, theme, tmp_path):
    compare(Subject(engine.load(path), Options(theme=theme.name)), tmp_path)


def test_a_picture_for_a_page_is_computed_once(monkeypatch):
    compiled = []
    compile_graph = engine.compile
    monkeypatch.setattr(
        engine, "compile", lambda *a, **k: compiled.append(a[0]) or compile_graph(*a, **k)
    )
    subject = Subject(example("linear-unit"), Options(size=Size.read("4:3")))
    assert subject.packed(subject.page, DENSE).graph in compiled
    assert len(compiled) == 1


def compare(subject: Subject, folder: Path, lit: Lit | None = None) -> None:
    """Assert that canvas, PNG, SVG and PDF are the same picture."""
    pixels = viewers.of_png(png(subject))
    others = {
        "canvas": on_canvas(subject, lit),
        "svg": viewers.of_svg(svg(subject), 2),
        "pdf": viewers.of_pdf(pdf(subject), folder, 192)[0],
    }
    for name, other in others.items():
        assert abs(other.width - pixels.width) <= 2, name
        assert abs(other.height - pixels.height) <= 2, name
        assert viewers.difference(pixels, other) < BOUNDS[name], name


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
def test_every_option_is_the_same_in_every_file(options, tmp_path):
    subject = Subject(engine.load(UNIT), options)
    pixels = viewers.of_png(png(subject))
    vector = viewers.of_svg(svg(subject), 1), viewers.of_pdf(pdf(subject), tmp_path, 192)[0]
    for name, other in zip(("svg", "pdf"), vector, strict=True):
        assert other.width / other.height == pytest.approx(pixels.width / pixels.height, rel=0.01)
        same_size = other.resize(pixels.size)
        assert viewers.difference(pixels, same_size) < BOUNDS[name], name


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_what_a_bump_changed_in_arrays_is_the_same_in_every_file(theme, tmp_path):
    graph = engine.load(resource("lessons/layer-with-a-batch.chainrule"))
    moved = ("W", 0.001, (0, 0))
    lens = Options(
        theme=theme.name, lens=lambda readings: BumpSeen(readings, readings.bump(*moved))
    )
    subject = Subject(graph, lens)
    maps = [patch for text in subject.drawing.texts() for patch in text.patches()]
    assert len(maps) > 8
    compare(subject, tmp_path)
    drawn = re.findall(r"\\fill\[\w+, fill opacity=[\d.]+\] ([^;]*)", tikz(subject).decode())
    cells = [written.count("rectangle") for written in drawn]
    assert cells == [len(patch.cells) for patch in maps]


@pytest.mark.parametrize("lit", [False, True])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_shapes_of_tikz_stand_where_the_pixels_are(path, lit, tmp_path):
    subject = Subject(engine.load(path), Options(theme="dark"))
    readings = subject.picture.readings
    marks = walk(subject.graph, readings).lit(3) if lit else None
    whole = draw(subject.picture, DARK, lit=marks)
    shapes = tuple(shape for shape in whole.shapes if not isinstance(shape, Text))
    subject.drawing = replace(whole, shapes=shapes)
    pixels, text = viewers.of_png(png(subject)), tikz(subject)
    if not tex.is_there():  # test_tikz.py looks at the text itself
        assert text.count(b"\\fill[") >= len(subject.graph.edges())  # an arrow head each
        return
    other = viewers.of_tex(text, tmp_path, 4 * 72.27)
    assert abs(other.width - pixels.width) <= 2
    assert abs(other.height - pixels.height) <= 2
    assert viewers.difference(pixels, other) < SHAPES


def test_groups_open_and_folded_are_shown_in_every_format(tmp_path):
    graph = example("two-layer-network")
    one, two = ("w1", "x", "t1", "b1", "z1", "a1"), ("w2", "t2", "b2", "z2", "a2")
    graph.groups = [engine.Group("1", "Layer 1", one), engine.Group("2", "Layer 2", two, True)]
    compare(Subject(graph), tmp_path)


@pytest.mark.parametrize("place", [2, 7])
def test_a_step_is_lit_alike(place, tmp_path):
    compare_lit(engine.load(UNIT), place, tmp_path)


@pytest.mark.parametrize("place", [1, 9])
def test_a_step_inside_a_folded_group_is_lit_alike(place, tmp_path):
    graph = example("linear-unit")
    graph.groups = [engine.Group("1", "A sum", ("c", "a"), folded=True)]
    compare_lit(graph, place, tmp_path)


def test_the_light_of_a_card_lies_under_its_mark_and_under_what_lies_on_it(tmp_path):
    graph = engine.Graph()
    graph.input("x", 0.0, position=(0.0, 0.0))
    graph.op("log", "x", name="z", position=(200.0, 0.0))
    graph.op("square", "z", name="J", position=(260.0, 60.0))
    compare_lit(graph, 1, tmp_path)


def compare_lit(graph: engine.Graph, place: int, tmp_path: Path) -> None:
    """Assert that all show a step of a lesson alike."""
    subject = Subject(graph)
    readings = subject.picture.readings
    steps = walk(subject.graph, readings)
    subject.picture.show(steps.seen(place, readings))
    subject.drawing = draw(subject.picture, LIGHT, lit=steps.lit(place))
    compare(subject, tmp_path, steps.lit(place))


def test_the_comparison_sees_a_digit_that_is_missing():
    whole, lacking = Subject(engine.load(UNIT)), Subject(engine.load(UNIT))
    digit = next(text for text in lacking.drawing.texts() if text.words() == "2")
    lacking.drawing = replace(
        lacking.drawing, shapes=tuple(s for s in lacking.drawing.shapes if s is not digit)
    )
    pictures = [viewers.of_png(png(subject)) for subject in (whole, lacking)]
    assert viewers.difference(*pictures) > max(BOUNDS.values())


def test_the_text_of_a_pdf_can_be_found_and_copied(tmp_path):
    text = viewers.text_of_pdf(pdf(Subject(engine.load(UNIT))), tmp_path)
    assert "J = ½ d" in text
    assert "x = −2" in text
    assert text.split().count("−4") == 2
    assert "∂J/∂(this value)" in text
    assert not [letter for letter in text if "\ue000" <= letter <= "\uf8ff"]


def test_an_svg_needs_no_font_and_nothing_from_elsewhere():
    text = svg(Subject(engine.load(UNIT))).decode()
    assert "<text" not in text
    assert "font" not in text
    assert text.count("href=") == text.count('href="#g') > 0  # a letter of its own


def test_no_name_is_read_through_a_card_that_lies_on_it():
    graph = example("linear-unit")
    graph.set_positions({"w": (0.0, 0.0), "x": (4.0, 0.0)})
    shapes = Subject(graph).drawing.shapes
    cards = [
        shape for shape in shapes if isinstance(shape, (Box, Text)) and shape.node in ("w", "x")
    ]
    assert [(type(s), s.node) for s in cards if not isinstance(s, Text) or s.role is Role.NAME] == [
        (Box, "w"),
        (Text, "w"),
        (Box, "x"),
        (Text, "x"),
    ]
