import io

import numpy as np
import pytest
from PIL import Image

import engine
from gui.exports import ExportError, Options, Subject, export
from gui.exports.png import render
from gui.theme import DARK, LIGHT, Kind
from resources import resource


@pytest.fixture
def graph() -> engine.Graph:
    return engine.load(resource("examples/linear-unit.chainrule"))


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


def test_an_unknown_suffix_names_those_that_are_known(graph, tmp_path):
    with pytest.raises(ExportError, match=r"no format has the suffix '\.bmp'; known: \.png"):
        export(graph, tmp_path / "out.bmp")
    assert not list(tmp_path.iterdir())


def test_an_empty_graph_is_no_picture(tmp_path):
    with pytest.raises(ExportError, match="empty"):
        export(engine.Graph(), tmp_path / "out.png")


def test_a_picture_too_large_is_refused_before_memory_is_taken(graph):
    with pytest.raises(ExportError, match="too large"):
        pixels(graph, scale=60.0)


@pytest.mark.parametrize("scale", [0.0, -1.0, 1000.0, float("nan"), float("inf")])
def test_a_scale_out_of_range_is_refused(scale):
    with pytest.raises(ExportError, match="scale"):
        Options(scale=scale)


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
