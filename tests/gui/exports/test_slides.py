"""Slides as python-pptx reads them, and as LibreOffice shows them."""

import io
import subprocess
import sys
import zipfile

import pytest
import viewers
from decks import as_pdfs, deck, sizes, texts, within
from examples import UNIT
from pptx import Presentation
from pptx.oxml.ns import qn

import engine
from engine.assignments import free_names, graph_from_text
from gui.exports import ExportError, Options, Size, Subject, export, slides
from gui.exports.slide_room import SlideRoom
from gui.fonts import Face
from gui.language import speak
from gui.picture.measure import NUMBER
from gui.picture.runs import advance
from gui.theme import DARK
from resources import resource

NETWORK = resource("examples/two-layer-network.chainrule")
HIDDEN = resource("examples/two-hidden-units.chainrule")
XOR = resource("lessons/xor.chainrule")


def test_without_steps_there_is_one_slide_with_native_cards_and_real_text():
    (slide,) = deck(UNIT).slides
    cards = {s.name: s for s in within(slide.shapes) if s.name in "wxcbaydJ"}
    assert len(cards) == 8
    assert cards["c"].text_frame.text == "c = w · x"
    assert cards["x"].text_frame.text == "x = −2"
    for card in cards.values():
        assert card._element.spPr.find(qn("a:prstGeom")).get("prst") == "roundRect"
    assert cards["w"].adjustments[0] == 0.5
    found = texts(slide)
    assert found.count("−4") == 2
    assert slide.shapes.title.text_frame.text == "One linear unit"
    assert "value −4, derivative 2" in cards["c"]._element._nvXxPr.cNvPr.get("descr")


def described(slide) -> dict[str, str]:
    """Return what is said of each card to those who do not see it."""
    cards = (s for s in within(slide.shapes) if s.name in "wxcbaydJ")
    return {card.name: card._element._nvXxPr.cNvPr.get("descr") for card in cards}


def test_a_step_tells_nobody_the_numbers_that_it_hides():
    given, first, *_, last = map(described, deck(UNIT, steps=True).slides)
    assert given["w"] == "w = 2, value 2"
    assert given["c"] == "c = w · x"
    assert first["c"] == "c = w · x, value −4"
    assert last["c"] == "c = w · x, value −4, derivative 2"


def test_a_folded_group_is_told_by_its_title(tmp_path):
    graph = engine.load(UNIT)
    graph.groups = [engine.Group("g", "Product", ("w", "x", "c"), folded=True)]
    export(graph, tmp_path / "unit.pptx")
    (slide,) = Presentation(tmp_path / "unit.pptx").slides
    assert described(slide)["c"] == "Product, value −4, derivative 2"


def test_a_superscript_is_one_and_a_letter_that_leans_keeps_off_it():
    (slide,) = deck(UNIT).slides
    card = next(s for s in within(slide.shapes) if s.name == "J")
    styles = [(run.text, run._r.rPr) for run in card.text_frame.paragraphs[0].runs]
    assert [text for text, style in styles if style.get("baseline") == "30000"] == ["2"]
    assert [text for text, style in styles if style.get("spc")] == ["d"]


def test_scripts_that_a_slide_cannot_put_above_each_other_stay_on_their_card():
    graph = engine.Graph()
    leaves = [graph.parameter(name, 2.0) for name in "fuvbg"]
    graph.op("formula", *leaves, name="z", formula="f*u + v*b + g")
    for name in graph.nodes():
        graph.set_attribute(name, "label", f"{name}^{{[1]}}_{{21}}")
    (slide,) = Presentation(io.BytesIO(slides.render(Subject(graph, Options())))).slides
    card = next(s for s in within(slide.shapes) if s.name == "z")
    runs = card.text_frame.paragraphs[0].runs
    letters = sum(
        advance(run.text, Face.ROMAN, 100) * (0.66 if run._r.rPr.get("baseline") else 1.0)
        for run in runs
    )
    assert letters * runs[0].font.size.pt / 100 < card.width.pt - 8.0


def test_each_step_has_a_slide_with_its_caption_and_notes():
    found = list(deck(UNIT, steps=True).slides)
    assert len(found) == 13
    titles = [slide.shapes.title.text_frame.text for slide in found]
    assert len(set(titles)) == 13
    assert titles[1] == "One linear unit  —  forward 1 of 4"
    captions = [next(s for s in slide.shapes if s.name == "caption") for slide in found]
    assert captions[1].text_frame.text == "c = w · x = 2 · (−2) = −4"
    notes = [slide.notes_slide.notes_text_frame.text for slide in found]
    assert notes[-1].startswith("∂J/∂x = ∂J/∂c · ∂c/∂x = 2 · 2 = 4")
    assert "−4" not in texts(found[0])
    assert texts(found[-1]).count("−4") == 2
    places = [{s.name: (s.left, s.top) for s in within(x.shapes) if s.name == "J"} for x in found]
    assert all(place == places[0] for place in places)


def test_a_lessons_own_words_are_on_the_slide_and_in_its_notes():
    found = list(deck(resource("lessons/fan-out.chainrule"), steps=True).slides)
    caption = next(s for s in found[1].shapes if s.name == "caption")
    assert caption.text_frame.text == "u = x2 = 32 = 9\nUpward it is squared."
    notes = found[1].notes_slide.notes_text_frame.text
    assert notes == "u = x² = 3² = 9\nUpward it is squared."


def test_a_long_lesson_stays_on_its_slide(tmp_path):
    graph = engine.load(UNIT)
    words = "Where edges leave a node, what comes back along them is added. " * 15
    said = [{"pass": "forward", "node": "c", "say": words.strip()}]
    graph.network.graph["lesson"] = {"about": "", "texts": said}
    data = slides.render(Subject(graph, Options(steps=True)))
    slide = Presentation(io.BytesIO(data)).slides[1]
    caption = next(s for s in slide.shapes if s.name == "caption")
    assert caption.top + caption.height <= 7.5 * 914_400
    assert min(sizes(slide)) >= 11.9
    (pdf,) = as_pdfs([data], tmp_path)
    text = viewers.text_of_pdf(pdf, tmp_path)
    assert " ".join(text.split()).count("along them is added") == 15


@pytest.mark.parametrize(
    ("path", "least"),
    [(UNIT, 12.0), (NETWORK, 12.0), (HIDDEN, 10.0), (XOR, 9.5)],
    ids=["unit", "network", "hidden units", "xor"],
)
@pytest.mark.parametrize("steps", [False, True])
def test_everything_can_be_read_from_the_last_row(path, least, steps):
    found = deck(path, steps=steps)
    assert (found.slide_width.inches, found.slide_height.inches) == (
        pytest.approx(13.333, abs=0.001),
        7.5,
    )
    for slide in found.slides:
        assert min(sizes(slide)) >= least
        for shape in within(slide.shapes):
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= found.slide_width
            assert shape.top + shape.height <= found.slide_height


def test_a_formula_of_two_lines_is_two_paragraphs_of_its_card():
    (slide,) = deck(XOR).slides
    card = next(s for s in within(slide.shapes) if s.name == "J")
    assert [p.text for p in card.text_frame.paragraphs] == [
        "J = −(y · log(a)",
        "+ (1 − y) · log(1 − a))",
    ]
    said = card._element._nvXxPr.cNvPr.get("descr")
    assert said.startswith("J = −(y · log(a) + (1 − y) · log(1 − a)), value")


def test_a_deck_of_steps_is_the_first_thing_a_process_makes(tmp_path):
    command = [sys.executable, "-m", "gui.app", "export", UNIT, "--steps", "-o"]
    subprocess.run([*command, tmp_path / "unit.pptx"], check=True)
    assert len(Presentation(tmp_path / "unit.pptx").slides) > 10


@pytest.mark.parametrize(
    ("path", "least"), [(UNIT, 24.0), (XOR, 16.0), (resource("lessons/fan-out.chainrule"), 24.0)]
)
def test_the_captions_of_a_deck_have_one_size_also_where_one_of_them_is_long(path, least):
    sizes_of = set()
    for slide in deck(path, steps=True).slides:
        caption = next(s for s in slide.shapes if s.name == "caption")
        sizes_of.add(caption.text_frame.paragraphs[0].runs[0].font.size.pt)
    assert len(sizes_of) == 1
    assert least <= min(sizes_of) <= 24.0


def test_a_caption_too_long_for_a_line_has_the_room_of_two():
    text = "J = " + "*".join(f"(weight{k}+input{k})" for k in range(8))
    values = dict.fromkeys(free_names(text), 1234.5)
    room = SlideRoom(Subject(graph_from_text(text, values, expand=False), Options(steps=True)))
    assert room.caption_size == 16.0
    assert room.caption_height > 2 * 16.0 * 1.2


def test_captions_of_one_line_leave_the_room_of_a_second_to_the_picture():
    batch = engine.load(resource("lessons/layer-with-a-batch.chainrule"))
    per_unit, _ = SlideRoom(Subject(batch, Options(steps=True))).place()
    assert per_unit * NUMBER >= 13.0  # points


@pytest.mark.parametrize("steps", [False, True])
def test_a_graph_of_one_row_fills_a_slide_that_is_nearly_square(steps):
    made = deck(UNIT, steps=steps, size=Size(4, 3)).slides
    assert len(made) > steps
    for slide in made:
        drawn = [s for s in slide.shapes if not s.is_placeholder and s.name != "caption"]
        top, bottom = min(s.top for s in drawn), max(s.top + s.height for s in drawn)
        assert (bottom - top) / 12_700 > 720 / 2 * 0.8  # of its height, in points
        assert min(sizes(slide)) >= 18.0


def test_a_network_in_rows_gets_a_further_one_where_a_slide_has_the_height():
    assert min(sizes(deck(NETWORK, steps=True, size=Size(4, 3)).slides[0])) >= 15.0


def test_what_is_said_of_a_card_is_in_the_language_of_the_editor(qapp):
    translators = speak(qapp, "de")
    try:
        made = slides.render(Subject(engine.load(UNIT), Options()))
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
    (slide,) = Presentation(io.BytesIO(made)).slides
    said = [e.get("descr") for e in slide._element.iter(qn("p:cNvPr")) if e.get("descr")]
    assert "w = 2, Wert 2, Ableitung −4" in said
    assert "Kante von a nach d" in said


def test_the_theme_and_the_shape_of_the_slide_can_be_chosen():
    found = deck(NETWORK, theme="dark", size=Size(4, 3))
    assert found.slide_width / found.slide_height == pytest.approx(4 / 3, abs=0.001)
    ground = found.slides[0].background.fill.fore_color.rgb
    assert f"#{ground}".lower() == DARK.background


def test_groups_open_and_folded_are_native_shapes_too():
    graph = engine.load(NETWORK)
    one, two = ("w1", "x", "t1", "b1", "z1", "a1"), ("w2", "t2", "b2", "z2", "a2")
    graph.groups = [engine.Group("1", "Layer 1", one), engine.Group("2", "Layer 2", two, True)]
    made = Presentation(io.BytesIO(slides.render(Subject(graph))))
    shapes = list(within(made.slides[0].shapes))
    folded = [s for s in shapes if s.name in two]
    assert [s.text_frame.text for s in folded] == ["Layer 2"]
    borders = [s for s in shapes if s.name == "frame"]
    assert len(borders) == 2  # of the open group, and the folded one's second
    # what is written must not lie under what is painted
    assert borders[1].fill.type is not None
    assert str(borders[1].fill.type).startswith("BACKGROUND")


def test_what_a_bump_changed_in_an_array_is_a_shape_for_each_colour():
    path = resource("lessons/layer-with-a-batch.chainrule")
    slide = deck(path, bump=True).slides[1]
    maps = [shape for shape in within(slide.shapes) if shape.name == "changes"]
    grounds = [shape for shape in maps if len(shape._element.findall(f".//{qn('a:close')}")) == 1]
    assert len(maps) > 8
    assert 4 <= len(grounds) < len(maps)  # of T, Z, A and E, and cells that are alone in theirs
    assert all(shape._element.find(f".//{qn('a:custGeom')}") is not None for shape in maps)


def test_names_that_are_markup_are_written_as_they_are():
    graph = engine.Graph('A <b> & "c"')
    graph.parameter("<w>&", 2.0)
    graph.op("square", "<w>&", name='"J"')
    made = Presentation(io.BytesIO(slides.render(Subject(graph))))
    assert made.slides[0].shapes.title.text_frame.text == 'A <b> & "c"'
    assert {s.name for s in within(made.slides[0].shapes)} >= {"<w>&", '"J"'}


def test_an_empty_graph_is_no_deck():
    with pytest.raises(ExportError, match="empty"):
        Subject(engine.Graph())


def test_the_fields_that_are_added_by_hand_stand_on_the_slide_as_on_one_of_the_template():
    made, template = deck(UNIT), Presentation()
    shape = made.slide_width / template.slide_width, made.slide_height / template.slide_height
    kinds = {h.placeholder_format.type: h for h in template.slide_master.placeholders}
    fields = [
        h for h in made.slide_master.placeholders if "TITLE" not in str(h.placeholder_format.type)
    ]
    assert len(fields) == 4  # the body, date, footer and number
    for field in fields:
        was = kinds[field.placeholder_format.type]
        across = [side / shape[0] for side in (field.left, field.width)]
        down = [side / shape[1] for side in (field.top, field.height)]
        assert across == pytest.approx([was.left, was.width], abs=2)
        assert down == pytest.approx([was.top, was.height], abs=2)


def test_a_deck_names_no_stranger_no_date_and_no_printer():
    data = slides.render(Subject(engine.load(UNIT), Options()))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        about = package.read("docProps/core.xml").decode()
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}
    assert not [n for n in names if "thumbnail" in n or "printer" in n or n.endswith("app.xml")]
    assert "Steve" not in about
    assert "python-pptx" not in about
    assert "2013" not in about


def test_the_same_deck_is_the_same_bytes(monkeypatch):
    whole = Subject(engine.load(UNIT), Options(steps=True))
    first = slides.render(whole)
    monkeypatch.setattr("time.time", lambda: 2e9)
    assert slides.render(Subject(engine.load(UNIT), Options(steps=True))) == first


def test_numbers_too_small_for_a_lecture_hall_are_told(tmp_path):
    graph = graph_from_text(
        "J = " + " + ".join(f"tanh(a*x^{k})*b" for k in range(2, 9)), {"a": 1.0, "b": 2.0, "x": 0.5}
    )
    (remark,) = export(graph, tmp_path / "long.pptx")
    assert "points on a slide" in remark
    assert "slides of a selection" in remark
    assert export(graph, tmp_path / "long.pdf") == []
    assert export(engine.load(XOR), tmp_path / "xor.pptx", Options(steps=True)) == []
