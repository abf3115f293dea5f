"""Steps as numbered files, pages and frames: all of one size, each with what it says."""

import io
import re
from xml.dom import minidom
from zipfile import ZipFile

import numpy as np
import pytest
import viewers
from examples import UNIT
from PIL import Image

import engine
from engine.assignments import graph_from_text
from gui.exports import ExportError, Options, Size, Subject, animation, export, pdf, png, svg
from gui.exports.sequence import captioned, scenes
from gui.picture.drawing import Role
from gui.theme import LIGHT
from resources import resource

STEPS = 13  # given, 4 forward, 8 backward


def unit(**options) -> Subject:
    return Subject(engine.load(UNIT), Options(steps=True, **options))


def test_the_steps_begin_with_what_is_given_and_end_with_every_number():
    subject = unit()
    found = scenes(subject)
    assert [scene.title for scene in found[:2]] == ["given", "forward 1 of 4"]
    assert found[1].words == "c = w · x = 2 · (−2) = −4"
    shown = [sorted(text.words() for text in scene.drawing.texts()) for scene in found]
    assert len(shown[0]) < len(shown[-1])
    assert shown[-1] == sorted(text.words() for text in subject.drawing.texts())


def test_the_legend_stands_still_also_where_a_sum_reaches_out_to_the_left():
    graph = graph_from_text("m = mean(x); d = x - m; J = mean(d^2)", {"x": [1.0, 2.0, 4.0]})
    found = scenes(Subject(graph, Options(steps=True)))
    legends = {
        tuple((t.left, t.baseline) for t in scene.drawing.texts() if t.role is Role.LEGEND)
        for scene in found
    }
    assert len(legends) == 1
    assert len({scene.drawing.bounds for scene in found}) == 1
    (left, _), _ = legends.pop()
    assert left == min(text.left for text in found[-1].drawing.texts())


def test_what_the_graphs_own_lesson_says_stands_below_each_step(tmp_path):
    graph = engine.load(resource("lessons/fan-out.chainrule"))
    subject = Subject(graph, Options(steps=True))
    found = scenes(subject)
    assert found[1].words == "u = x² = 3² = 9\nUpward it is squared."
    drawings = captioned(found)
    last = [t.words() for t in drawings[-1].texts() if t.role is Role.CAPTION]
    assert last[2].startswith("If x grows a little")
    assert len(last) > 3
    for drawing in drawings:
        left, top, right, bottom = drawing.bounds
        for text in drawing.texts():
            box = text.box()
            assert left <= box[0] + 0.5
            assert top <= box[1]
            assert box[2] <= right + 0.5
            assert box[3] <= bottom
    pages = viewers.text_of_pdf(pdf.render(subject), tmp_path)
    assert "Upward it is squared." in " ".join(pages.split())


def test_what_cannot_be_seen_in_a_file_reaches_no_export(tmp_path):
    unseen = "a\0b\x08c\x1bd\u202ee\uffff\nf"
    graph = engine.load(UNIT)
    graph.title = f"Title {unseen}"
    graph.set_attribute("w", "label", f"w_{unseen}")
    graph.set_attribute("c", "symbol", unseen)
    graph.network.graph["lesson"] = {"texts": [{"pass": "given", "say": f"Said {unseen}"}]}
    steps = Options(steps=True)
    for suffix in (".svg", ".pptx", ".html", ".pdf", ".tex"):
        export(
            graph, tmp_path / f"out{suffix}", Options() if suffix in (".html", ".tex") else steps
        )
    parts = [path.read_bytes() for path in (*tmp_path.glob("*.svg"), *tmp_path.glob("*.html"))]
    with ZipFile(tmp_path / "out.pptx") as deck:
        parts += [deck.read(n) for n in deck.namelist() if n.endswith((".xml", ".rels"))]
    parts.append((tmp_path / "out.tex").read_bytes())
    for part in parts:
        if not part.startswith((b"<!DOCTYPE", b"%")):
            minidom.parseString(part)  # noqa: S318  our own file; a wrong one would raise
        text = part.decode()
        shown = re.sub(r"<metadata.*?</metadata>", "", text, flags=re.DOTALL)
        assert all(letter.isprintable() or letter in "\r\n\t" for letter in shown)
    assert any("Said a b c d e  f" in part.decode() for part in parts)


def test_the_cards_stand_still():
    drawings = captioned(scenes(unit()))
    places = [[(b.node, b.left, b.top) for b in drawing.boxes()] for drawing in drawings]
    assert all(place == places[0] for place in places)
    assert len({drawing.bounds for drawing in drawings}) == 1


def test_numbered_pictures_are_of_one_size_and_differ(tmp_path):
    export(engine.load(UNIT), tmp_path / "unit.png", Options(steps=True, scale=1.0))
    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files[:2]] == ["unit-01.png", "unit-02.png"]
    assert len(files) == STEPS
    images = [Image.open(file).convert("RGB") for file in files]
    assert len({image.size for image in images}) == 1
    assert len({image.tobytes() for image in images}) == STEPS
    assert engine.load(files[3]).nodes() == engine.load(UNIT).nodes()


def test_an_svg_of_a_step_is_its_png():
    subject = unit()
    pixels, lines = png.render_steps(subject)[6], svg.render_steps(subject)[6]
    assert viewers.difference(viewers.of_png(pixels), viewers.of_svg(lines, 2)) < 20


def test_a_pdf_has_a_page_for_each_step(tmp_path):
    pages = viewers.of_pdf(pdf.render(unit(size=Size(16, 9))), tmp_path, 72)
    assert len(pages) == STEPS
    assert {page.size for page in pages} == {(960, 540)}


@pytest.mark.parametrize("kind", ["GIF", "PNG"])
def test_an_animation_shows_each_step_and_begins_again(kind):
    render = animation.render_gif if kind == "GIF" else animation.render_apng
    subject = unit(size=Size(640, 360, exact=True))
    with Image.open(io.BytesIO(render(subject))) as image:
        assert (image.format, image.n_frames, image.size) == (kind, STEPS, (640, 360))
        assert image.info["loop"] == 0
        drawn = [viewers.of_png(data) for data in png.render_steps(subject)]
        for place in (0, 5, STEPS - 1):
            image.seek(place)
            frame = image.convert("RGB")
            assert frame.getpixel((0, 0)) == tuple(bytes.fromhex(LIGHT.background[1:]))
            apart = np.abs(np.asarray(frame, int) - np.asarray(drawn[place], int)).max(axis=2)
            assert np.percentile(apart, 99.5) < 24


def test_an_animation_too_large_is_refused_before_memory_is_taken():
    with pytest.raises(ExportError, match="too much for one animation"):
        animation.render_gif(unit(scale=8.0))
