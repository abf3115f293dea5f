"""The look, measured: what overlaps, what is too faint, what is too small on a slide."""

import numpy as np
import pytest
from examples import example
from faults import Faults, crosses, drawn, faults
from pages import PAGES

import engine
from gui.picture.card import card
from gui.picture.drawing import Box, draw
from gui.picture.layout import place_all
from gui.picture.measure import LEAD, PAD_X
from gui.picture.picture import Picture
from gui.picture.plain_text import plain_text
from gui.run import read
from gui.theme import THEMES, Ink
from resources import resource


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_text_meets_the_contrast_of_wcag_aa(theme):
    for ink in Ink:
        assert contrast(theme.inks[ink], theme.background) >= 4.5, ink
    for kind, face in theme.faces.items():
        assert contrast(theme.inks[Ink.TEXT], face) >= 4.5, kind
        assert contrast(theme.inks[Ink.WARNING], face) >= 4.5, kind
    for surface in (theme.window, theme.panel, theme.field, theme.hover):
        for ink in Ink:
            assert contrast(theme.inks[ink], surface) >= 4.5, (surface, ink)


@pytest.mark.parametrize(("name", "points"), [("linear-unit", 12.0), ("two-layer-network", 9.0)])
def test_the_smallest_text_can_be_read_on_a_slide(name, points):
    width, height = PAGES["16:9"]
    picture = drawn(engine.load(resource(f"examples/{name}.chainrule")), "16:9")
    left, top, right, bottom = picture.bounds()
    scale = min(width / (right - left), height / (bottom - top))
    texts = [card.text for card in picture.cards]
    texts += [label.text for label in (*picture.labels(), *picture.legend_at(0.0, 0.0))]
    smallest = min(run.size for text in texts for run in text.runs)
    assert smallest * scale >= points


def test_a_value_that_changes_moves_nothing():
    graph = example("linear-unit")
    picture = drawn(graph)
    before = picture.centres.copy(), [line.copy() for line in picture.lines]
    graph = picture.graph
    graph.set_attribute("w", "value", 3.5)
    assert not picture.show(read(graph))
    assert np.array_equal(picture.centres, before[0])
    assert all(np.array_equal(a, b) for a, b in zip(picture.lines, before[1], strict=True))


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("linear-unit", {"w": -0.0225, "b": -0.0225, "x": -1.234, "y": -0.01234}),
        ("linear-unit", {"w": 1.234e-9, "b": -6.022e23, "x": -1.234e5}),
        ("two-layer-network", {"w1": -0.0225, "b1": 0.10225, "x": -1.234, "y": -0.01234}),
        ("two-layer-network", {"w1": 2.125, "w2": -123.4, "b2": -1.234e-7, "y": -0.1234}),
    ],
)
def test_numbers_that_outgrow_their_room_touch_no_card_and_no_edge(name, values):
    picture = drawn(engine.load(resource(f"examples/{name}.chainrule")))
    picture.graph.set_values(values)
    picture.refresh_cards(values)
    picture.show(read(picture.graph))
    found = faults(picture)
    assert found == Faults(found.labels)
    for i, line in enumerate(picture.lines):
        for label in picture.edge_labels(i):
            assert not crosses(line, label.box()), (picture.edges[i], label.text)


def test_an_edge_with_wide_numbers_still_finds_its_way_around_the_cards_it_passes():
    picture = drawn(example("fan-out"))
    values = {"three": -3.908, "x": -0.002386}
    picture.graph.set_values(values)
    picture.refresh_cards(values)
    picture.show(read(picture.graph))
    picture.settle()
    line = picture.lines[picture.edge_index["J", 1]]
    boxes = dict(zip(picture.names, picture.rectangles(), strict=True))
    for name in ("a", "b", "c"):
        assert not crosses(line, boxes[name]), name


def test_a_long_sum_is_shortened_to_the_room_before_its_card():
    graph = engine.Graph()
    x = graph.input("x", 0.123)
    for k in range(4):
        graph.op("multiply", x, graph.parameter(f"w_{k}", -1234.5678 - k), name=f"t_{k}")
    graph.op("add", "t_0", "t_1", "t_2", "t_3", name="J")
    picture = drawn(graph)
    label = picture.sum_label(picture.index["x"])
    assert label is not None
    assert label.text.runs[0].text.startswith("Σ = ")
    left = picture.rectangles()[picture.index["x"]][0]
    assert label.box()[0] >= left - LEAD


def test_a_short_sum_is_written_out():
    graph = engine.Graph()
    x = graph.input("x", 3.0)
    times = [graph.op("multiply", graph.constant(f"k_{k}", k), x) for k in (6.0, 2.0)]
    graph.op("add", *times, name="J")
    picture = drawn(graph)
    label = picture.sum_label(picture.index["x"])
    assert label is not None
    assert label.text.runs[0].text == "6 + 2 = 8"


@pytest.mark.parametrize(
    ("op", "count", "written"),
    [
        ("add", 5, "result = weight0 + … + weight4"),
        ("subtract", 2, "result = … − …"),
        ("multiply", 2, "result = … · …"),
        ("maximum", 4, "result = max(…)"),
    ],
)
def test_what_is_too_wide_still_says_what_it_computes(op, count, written):
    graph = engine.Graph()
    pad = "" if op == "add" else "_of_the_whole_series"
    leaves = [graph.parameter(f"weight{k}{pad}", 1.0) for k in range(count)]
    name = graph.op(op, *leaves, name="result")
    assert plain_text(card(graph, name, None).text) == written


@pytest.mark.parametrize("values", [(0.6, 0.5), (0.5, 0.6)])
def test_a_card_is_as_wide_as_its_own_text_whatever_was_measured_before(values):
    for value in values:
        graph = engine.Graph()
        graph.op("multiply", graph.constant("k", value), graph.parameter("half_e", 2.0), name="J")
        found = card(graph, "J", "J")
        assert found.width == round(found.text.width) + 2 * PAD_X


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_what_is_trained_is_told_by_its_border_too(theme):
    graph = example("linear-unit")
    place_all(graph)
    drawing = draw(Picture(graph, read(graph)), theme)
    boxes = {shape.node: shape for shape in drawing.shapes if isinstance(shape, Box)}
    heavy = {name for name, box in boxes.items() if box.line > 1.5 * boxes["c"].line}
    assert heavy == {"w", "b"}
    for name in heavy:
        assert contrast(boxes[name].border, boxes[name].face) >= 3.0
