"""PNG: its size in pixels and on paper, its theme, its ground, its border, its bytes."""

import errno
import io
import os

import numpy as np
import pytest
from examples import example
from PIL import Image

import engine
from engine.formats.chainrule_file import dumps
from gui.exports import FORMATS, ExportError, Options, Size, Subject, export
from gui.exports.png import render
from gui.theme import DARK, LIGHT, Kind


@pytest.fixture
def graph() -> engine.Graph:
    return example("linear-unit")


def pixels(graph, **options):
    return Image.open(io.BytesIO(render(Subject(graph, Options(**options)))))


def rgb(colour: str) -> tuple[int, int, int]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def colours(image) -> set[tuple[int, ...]]:
    return {colour for _, colour in image.convert("RGB").getcolors(1 << 24)}


def test_the_scale_is_the_size_in_pixels_and_the_dpi_keep_the_size_on_paper(graph):
    once, thrice = pixels(graph, scale=1.0), pixels(graph, scale=3.0)
    assert thrice.width == pytest.approx(3 * once.width, abs=3)
    assert thrice.height == pytest.approx(3 * once.height, abs=3)
    assert once.info["dpi"][0] == pytest.approx(96, abs=0.1)
    assert thrice.info["dpi"][0] == pytest.approx(288, abs=0.1)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_theme_is_the_exports_choice(graph, theme):
    image = pixels(graph, theme=theme.name)
    assert image.convert("RGB").getpixel((0, 0)) == rgb(theme.background)
    faces = {rgb(theme.faces[k]) for k in (Kind.OP, Kind.PARAMETER, Kind.INPUT, Kind.OUTPUT)}
    assert faces <= colours(image)


def test_a_transparent_picture_has_a_clear_ground_and_solid_cards(graph):
    alpha = np.asarray(pixels(graph, transparent=True))[:, :, 3]
    assert alpha[0, 0] == 0
    assert (alpha == 255).mean() > 0.1


def test_nothing_is_cut_off_at_the_border(graph):
    image = np.asarray(pixels(graph, scale=2.0).convert("RGB")).astype(int)
    ground = np.array(rgb(LIGHT.background))
    border = np.concatenate([image[:20].reshape(-1, 3), image[-20:].reshape(-1, 3)])
    sides = np.concatenate([image[:, :20].reshape(-1, 3), image[:, -20:].reshape(-1, 3)])
    assert (border == ground).all()
    assert (sides == ground).all()


def test_the_same_graph_gives_the_same_bytes(graph):
    assert render(Subject(graph)) == render(Subject(graph))


def test_an_export_leaves_the_graph_as_it_was(graph):
    before = {name: dict(graph.attributes(name)) for name in graph.nodes()}
    pixels(graph)
    assert {name: dict(graph.attributes(name)) for name in graph.nodes()} == before


def test_a_picture_goes_to_a_file_whole(graph, tmp_path):
    export(graph, tmp_path / "out.png")
    with Image.open(tmp_path / "out.png") as image:
        assert image.format == "PNG"


@pytest.mark.parametrize(
    ("suffix", "where"),
    [(".py", "File › Export code"), (".onnx", "'chainrule export FILE -o OUT.onnx'")],
)
def test_what_is_no_picture_says_what_writes_it(graph, tmp_path, suffix, where):
    with pytest.raises(ExportError, match=f"^{suffix} is no picture; {where} writes it$"):
        export(graph, tmp_path / f"out{suffix}")


def test_an_unknown_suffix_names_those_that_are_known(graph, tmp_path):
    with pytest.raises(ExportError, match=r"no format has the suffix '\.bmp'; known: \.png"):
        export(graph, tmp_path / "out.bmp")
    assert not list(tmp_path.iterdir())


def test_an_empty_graph_is_no_picture(tmp_path):
    with pytest.raises(ExportError, match="empty"):
        export(engine.Graph(), tmp_path / "out.png")


def test_a_picture_too_large_is_refused_before_it_is_drawn(graph, monkeypatch):
    monkeypatch.setattr("gui.exports.subject.draw", lambda *_, **__: pytest.fail("it is drawn"))
    with pytest.raises(ExportError, match="too large"):
        pixels(graph, scale=60.0)


@pytest.mark.parametrize("scale", [0.0, -1.0, 1000.0, float("nan"), float("inf")])
def test_a_scale_out_of_range_is_refused(scale):
    with pytest.raises(ExportError, match="scale"):
        Options(scale=scale)


@pytest.mark.parametrize(
    ("name", "options", "sentence"),
    [
        ("a.svg", {"dpi": 300}, "--dpi makes no difference to a .svg file"),
        ("a.pptx", {"scale": 3.0}, "--scale makes no difference to a .pptx file"),
        ("a.pdf", {"embed": False}, "--no-embed makes no difference to a .pdf file"),
        ("a.gif", {"transparent": True}, "--transparent makes no difference to a .gif file"),
    ],
)
def test_an_option_the_format_does_not_have_is_not_passed_over(
    graph, tmp_path, name, options, sentence
):
    with pytest.raises(ExportError, match=sentence):
        export(graph, tmp_path / name, Options(**options))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"scale": 2.0, "width": 100}, "choose one"),
        ({"width": 0}, "the width must lie between 1"),
        ({"dpi": float("nan")}, "the dpi must lie between 1"),
        ({"padding": -1.0}, "the padding must lie between 0"),
        ({"size": Size(640, 480, exact=True), "scale": 1.0}, "given twice"),
    ],
)
def test_options_that_make_no_picture_get_a_sentence(options, sentence):
    with pytest.raises(ExportError, match=sentence):
        Options(**options)


@pytest.mark.parametrize(
    ("selection", "sentence"), [((), "nothing is selected"), (("w", "q"), "no node named 'q'")]
)
def test_a_selection_must_be_of_the_graph(graph, selection, sentence):
    with pytest.raises(ExportError, match=sentence):
        Subject(graph, Options(selection=selection))


@pytest.mark.parametrize("size", ["1280x720", "641x361", "720×1280"])
def test_a_size_in_pixels_is_just_that_and_as_wide_as_a_slide_on_paper(graph, size):
    image = pixels(graph, size=Size.read(size))
    assert "×".join(map(str, image.size)) == size.replace("x", "×")
    assert image.width / image.info["dpi"][0] == pytest.approx(13.333, abs=0.01)


def test_a_shape_is_filled_whatever_the_graph(graph):
    for size in ("16:9", "1:1", "9x16"):
        image = pixels(graph, size=Size.read(size), width=900)
        shape = Size.read(size)
        assert image.size == (900, round(900 * shape.height / shape.width))


@pytest.mark.parametrize(("size", "shape"), [("10:1", 10.0), ("1:10", 0.1)])
def test_a_page_may_be_ten_times_as_wide_as_high_or_the_other_way_round(size, shape):
    width, height = Size.read(size).page
    assert width / height == pytest.approx(shape)


@pytest.mark.parametrize(
    "size",
    ["wide", "16:0", "0:9", "11:1", "1:11", "100:1", "1e9x1e9", "99999x99999", "100.5x99"],
)
def test_a_size_that_is_none_gets_a_sentence(size):
    with pytest.raises(ExportError, match="--size"):
        Size.read(size)


def test_width_and_dpi_are_as_asked_for(graph):
    wide = pixels(graph, width=777, dpi=300)
    assert wide.width == 777
    assert wide.info["dpi"][0] == pytest.approx(300, abs=0.1)
    on_paper = pixels(graph, scale=1.0).width / 96
    printed = pixels(graph, dpi=300)
    assert printed.width / 300 == pytest.approx(on_paper, abs=0.01)


def test_a_selection_is_drawn_and_embedded_alone(graph, tmp_path):
    export(graph, tmp_path / "part.png", Options(selection=("w", "x", "c")))
    part = engine.load(tmp_path / "part.png")
    assert sorted(part.nodes()) == ["c", "w", "x"]
    image = Image.open(tmp_path / "part.png")
    assert image.width < pixels(graph).width / 2
    assert rgb(LIGHT.faces[Kind.OUTPUT]) not in colours(image)
    folded = pixels(graph, selection=("w", "x", "c"), size=Size.read("4:3"))
    assert folded.width / folded.height == pytest.approx(4 / 3, abs=0.01)


def test_the_graph_comes_out_of_the_picture_as_its_file(graph, tmp_path):
    engine.save(graph, tmp_path / "unit.chainrule")
    contents = (tmp_path / "unit.chainrule").read_bytes()
    for name in ("unit.png", "unit.svg"):
        export(graph, tmp_path / name, Options(size=Size.read("16:9")))
        assert dumps(engine.load(tmp_path / name)) == contents
        export(graph, tmp_path / name, Options(embed=False))
        with pytest.raises(engine.FileError, match="holds no graph"):
            engine.load(tmp_path / name)


def test_a_picture_saved_anew_without_its_graph_is_told(graph, tmp_path):
    export(graph, tmp_path / "unit.png")
    with Image.open(tmp_path / "unit.png") as image:
        image.convert("RGB").save(tmp_path / "again.png")
    with pytest.raises(engine.FileError, match="this PNG holds no graph; was it written anew"):
        engine.load(tmp_path / "again.png")


@pytest.mark.parametrize("suffix", list(FORMATS))
def test_a_place_that_cannot_be_written_gets_a_sentence_and_the_old_file_stays(
    graph, tmp_path, monkeypatch, suffix
):
    target = tmp_path / f"unit{suffix}"
    target.write_bytes(b"old")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(engine.WriteError, match="the disk is full"):
        export(graph, target)
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_an_unknown_theme_names_the_known():
    with pytest.raises(ExportError, match="light or dark"):
        Options(theme="sepia")


def test_an_incomplete_graph_shows_what_it_can():
    graph = engine.Graph()
    graph.parameter("w", 2.0)
    graph.op("multiply", "w", name="c")
    graph.op("square", "c", name="J")
    image = pixels(graph)
    assert rgb(LIGHT.faces[Kind.OUTPUT]) in colours(image)
