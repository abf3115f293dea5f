"""TikZ: the drawing as paths and LaTeX's mathematics; it compiles alone and by input."""

import re
from dataclasses import replace

import numpy as np
import pytest
import tex
import viewers

import engine
from engine.assignments import graph_from_text
from gui.exports import ExportError, Options, Size, export
from gui.exports.subject import Subject
from gui.exports.tikz import picture_code
from gui.picture.bump_seen import BumpSeen
from gui.picture.drawing import Box, Drawing, Pill, Ring, Stroke, Text, Way, draw
from gui.picture.layout import place_all
from gui.picture.measure import CARD_AIR
from gui.picture.shape import bounds, moved
from gui.picture.step import walk
from resources import resource

HOSTILE = [
    "\\end{document}",
    "50%",
    "$x$",
    "a_b^c",
    "{",
    "}",
    "#1",
    "&",
    "~",
    "é",
    "名",
    '"',
    "w_1",
]


def example(name: str) -> engine.Graph:
    return engine.load(str(resource(f"examples/{name}.chainrule")))


def tikz(tmp_path, graph: engine.Graph, **options) -> str:
    path = tmp_path / "picture.tex"
    export(graph, path, Options(**options))
    return path.read_text(encoding="utf-8")


def test_every_shape_of_the_drawing_is_there(tmp_path):
    graph = example("two-layer-network")
    text = tikz(tmp_path, graph)
    drawing = Subject(graph).drawing
    assert text.count("\\path[fill=") == len(list(drawing.boxes()))
    assert text.count("\\fill[") == len(list(drawing.ways()))
    assert text.count("\\node[") == len(list(drawing.texts()))
    assert "$a^{[1]}=g(z^{[1]})$" in text
    assert "$-2$" in text
    tex.compiles(tmp_path, text, "amsmath,tikz")


def test_numbers_are_mathematics_as_tight_as_the_picture_sets_them(tmp_path):
    values = {"w": -8e12, "x": [2.0, 1e-7, -4.0], "v": [[1.0, 2.0]] * 4}
    graph = graph_from_text("J = mean(w*x*log(0-3)) + mean(w*mean(v))", values)
    text = tikz(tmp_path, graph, legend=False)
    assert "textsf{" not in text
    assert "$-8\\mathrm{e}{}12$" in text
    assert "$x=[2,1\\mathrm{e}{-}7,-4]$" in text
    assert "$4{\\times}2$" in text
    assert "$\\mathrm{NaN}$" in text
    assert "\\Sigma =-0.04001$" in tikz(tmp_path, engine.load(resource("lessons/xor.chainrule")))
    tex.compiles(tmp_path, text, "amsmath,tikz")


def test_a_sum_below_a_card_and_what_a_bump_moves_have_no_spaces_but_mathematics_own(tmp_path):
    graph = engine.Graph()
    x = graph.parameter("x", 2.0)
    graph.op("add", graph.op("square", x), graph.op("negate", x), name="J")
    place_all(graph)
    assert "{$4-1=3$}" in tikz(tmp_path, graph)
    text = tikz(tmp_path, graph, lens=lambda readings: BumpSeen(readings, readings.bump("x", 1e-3)))
    assert "{$2\\to 2.001$}" in text
    tex.compiles(tmp_path, text, "amsmath,tikz")


def test_letters_that_a_label_sets_upright_are_so_in_tikz(tmp_path):
    graph = graph_from_text("J = w^2", {"w": 2.0})
    graph.set_attribute("J", "label", r"\mathcal{L}_\mathrm{CE}")
    assert r"$\mathcal{L}_{\mathrm{CE}}=" in tikz(tmp_path, graph)


def test_the_theme_and_a_page_are_choices(tmp_path):
    text = tikz(tmp_path, example("linear-unit"), theme="dark")
    assert "\\path[fill=chainrule1f2229, rounded corners=0.00pt]" in text
    assert "1f2229, rounded corners=0.00pt" not in tikz(
        tmp_path, example("linear-unit"), theme="dark", transparent=True
    )


@pytest.mark.parametrize("label", [False, True])
def test_no_name_is_a_command(tmp_path, label):
    graph = engine.Graph("\\end{document}")
    for name in HOSTILE:
        graph.parameter(name, 2.0)
        if label:
            graph.set_attribute(name, "label", f"{name}_{name}^{{{name}}}")
    graph.op("add", *HOSTILE, name="total")
    graph.op("log", "total", name="J")
    graph.op("exp", graph.parameter("big", 1e6), name="far")
    graph.add_node("open", "multiply")
    graph.output = "J"
    text = tikz(tmp_path, graph)
    assert "\\end{document}" not in text
    tex.compiles(tmp_path, text, "amsmath,tikz")


def test_what_is_lit_has_its_glow(tmp_path):
    subject = Subject(example("linear-unit"))
    steps = walk(subject.picture.graph, subject.picture.readings)
    drawing = draw(subject.picture, subject.options.colours, lit=steps.lit(2))
    text = picture_code(drawing, subject.options)
    assert "draw opacity=" in text
    assert "fill opacity=" in text
    tex.compiles(tmp_path, text, "amsmath,tikz")


def test_the_room_of_all_cards_is_looked_up_once(monkeypatch):
    asked = []
    boxes = Drawing.boxes
    monkeypatch.setattr(Drawing, "boxes", lambda drawing: asked.append(drawing) or boxes(drawing))
    subject = Subject(example("linear-unit"))
    assert picture_code(subject.drawing, subject.options).count("{\\chainrulefit{") == 8
    assert len(asked) == 1


def test_a_formula_whose_letters_are_wider_than_ours_keeps_off_its_card_s_border(tmp_path):
    graph = graph_from_text("J = x*n + x*m + n*m + x^2 + n^2; K = J^2", dict.fromkeys("xnm", 2.0))
    text = tikz(tmp_path, graph, theme="dark")
    drawing = Subject(graph, Options(theme="dark")).drawing
    (card,) = (box for box in drawing.boxes() if box.node == "J")
    assert f"\\chainrulefit{{{(card.width - 2 * CARD_AIR) / 2:.2f}pt}}{{\\textcolor" in text
    if not tex.is_there():
        return
    page = np.asarray(viewers.of_tex(text.encode(), tmp_path, 4 * 72.27).convert("L"), int)
    pad = Options().padding
    left, middle = card.left - drawing.bounds[0] + pad, card.top - drawing.bounds[1] + pad
    middle += card.height / 2
    for x in (left, left + card.width - CARD_AIR):  # two dots a unit
        inside = slice(round(2 * x) + 4, round(2 * (x + CARD_AIR)) - 4)
        beside = page[round(2 * middle - 20) : round(2 * middle + 20), inside]
        assert np.ptp(beside) < 8


def test_a_folded_group_s_title_and_each_of_its_outputs_are_texts_of_their_own(tmp_path):
    graph = example("two-layer-network")
    graph.groups = [engine.Group("g", "Layer 1", ("t1", "z1", "a1"), folded=True)]
    text = tikz(tmp_path, graph)
    title, output = (line for line in text.splitlines() if "Layer" in line or "{$a^{[1]}$}" in line)
    assert "anchor=base west" in title
    assert "a^" not in title
    assert "anchor=base east" in output
    tex.compiles(tmp_path, text, "amsmath,tikz")


def test_scripts_above_each_other_belong_to_one_output_of_a_folded_group(tmp_path):
    graph = graph_from_text("c = w*x; a = c+b; d = a-c; J = d^2/2", {"w": 2.0, "x": 1.0, "b": 8.0})
    graph.set_attribute("a", "label", "a_1^{[2]}")
    graph.set_attribute("c", "label", "c_{123}^{2}")
    graph.groups = [engine.Group("g", "Layer", ("c", "a"), folded=True)]
    text = tikz(tmp_path, graph)
    outputs = [line for line in text.splitlines() if "anchor=base east" in line]
    assert len(outputs) == 2
    for name in ("{$a_{1}^{[2]}$}", "{$c_{123}^{2}$}"):
        assert any(name in line for line in outputs)
    tex.compiles(tmp_path, text, "amsmath,tikz")


def test_a_shape_begins_beside_its_bracket_and_columns_end_together(tmp_path):
    """Letters of LaTeX are wider than ours: centred, 3×2 stood in the bracket."""
    values = {"W": [[1.0, -2.0], [0.75, 0.25], [-4.0, 3.0]], "x": [1.5, -2.0]}
    text = tikz(tmp_path, graph_from_text("J = sum(W@x)", values))
    lines = text.splitlines()
    shapes = [line for line in lines if "3{\\times}2" in line]
    assert len(shapes) == 2
    assert all("anchor=base west" in line for line in shapes)
    column = [line for line in lines if "{$0.75$}" in line or "{$-4$}" in line]
    assert all("anchor=base east" in line for line in column)
    assert len(column) == 2
    assert len({line.split(" at (")[1].split(",")[0] for line in column}) == 1


def test_what_stands_far_from_the_origin_is_moved_to_it(tmp_path):
    """TeX has no length of 16,384 points: a part of a long graph did not compile."""
    graph = example("two-layer-network")
    place_all(graph)
    near = Subject(graph).drawing
    far = graph.copy()
    far.set_positions(
        {n: (x + 4e5, y - 6e4) for n in far.nodes() for x, y in [far.attributes(n)["position"]]}
    )
    theme = Options(theme="dark")
    text = picture_code(Subject(far, theme).drawing, theme)
    tex.compiles(tmp_path, text, "amsmath,tikz")
    left, top, right, bottom = near.bounds
    numbers = [float(n) for pair in re.findall(r"\((-?[\d.]+), (-?[\d.]+)\)", text) for n in pair]
    assert max(map(abs, numbers)) < max(right - left, bottom - top) + theme.padding + 1


def test_moved_shapes_have_moved_boxes():
    graph = example("two-layer-network")
    graph.op("add", name="waits")
    line, ground = (
        Stroke(0.0, 3.0, 4.0, 1.0, "#000000", 1.0),
        Pill(0.0, 1.0, 2.0, 3.0, 1.0, "", 0.5),
    )
    shapes = [*Subject(graph).drawing.shapes, line, ground]
    assert {type(shape) for shape in shapes} == {Box, Pill, Ring, Stroke, Text, Way}
    for shape in shapes:
        before, after = (np.array(bounds([one])) for one in (shape, moved(shape, 30.0, -7.0)))
        assert after - before == pytest.approx([30.0, -7.0, 30.0, -7.0])


def test_a_picture_that_tex_cannot_draw_is_refused(tmp_path):
    graph = graph_from_text("c = w*x", {"w": 1.0, "x": 2.0})
    graph.set_positions({"w": (0.0, 0.0), "x": (0.0, 80.0), "c": (40_000.0, 0.0)})
    with pytest.raises(ExportError, match=r"^the picture would be 20,0\d\d × \d+ points large"):
        export(graph, tmp_path / "c.tex")
    export(graph, tmp_path / "c.tex", Options(size=Size.read("16:9")))


def test_the_ground_of_a_picture_is_within_reach_of_tex_too(tmp_path):
    graph = graph_from_text("c = w*x", {"w": 1.0, "x": 2.0})
    graph.set_positions({"w": (0.0, 0.0), "x": (0.0, 80.0), "c": (24_000.0, 0.0)})
    wide = Options(theme="dark", padding=10_000.0)
    with pytest.raises(ExportError, match=r"^the picture would be 22,0\d\d × 10,\d+ points large"):
        export(graph, tmp_path / "c.tex", wide)
    export(graph, tmp_path / "c.tex", replace(wide, theme="light"))  # has no ground
    export(graph, tmp_path / "c.tex", replace(wide, transparent=True))
