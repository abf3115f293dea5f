"""The look, measured: what overlaps, what is too faint, what is too small on a slide."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pytest
from pages import PAGES

import engine
from engine.assignments import graph_from_text
from gui.exports import Subject
from gui.picture.card import card
from gui.picture.drawing import Box, draw
from gui.picture.layout import place_all
from gui.picture.measure import LEAD
from gui.picture.packing import DENSE
from gui.picture.picture import Picture
from gui.picture.runs import plain_text
from gui.run import read
from gui.theme import THEMES, Ink
from resources import resource

EXAMPLES = sorted(resource("examples").glob("*.chainrule"))
LESSONS = sorted(resource("lessons").glob("*.chainrule"))
NAMES = [path.stem for path in EXAMPLES]
_SHARED_LEAVES = """
p = (a*b+c*d)*(a-d) + exp(-a*a/9)*tanh(b*c) + sigmoid(c*d-a)*relu(a+b-c)
 + log(a*a+1)*(b-d)^2/(c*c+2) - sqrt(a*a+b*b)*maximum(a,d) + (a*b-c*d)/(d+5)
""".replace("\n", "")


@dataclass
class Faults:
    labels: int
    label_on_label: int = 0
    label_on_card: int = 0
    label_on_edge: int = 0
    card_on_card: int = 0

    @property
    def of_labels(self) -> int:
        return self.label_on_label + self.label_on_card + self.label_on_edge


def overlap(a, b, slack=0.5) -> bool:
    return (
        a[0] < b[2] - slack and b[0] < a[2] - slack and a[1] < b[3] - slack and b[1] < a[3] - slack
    )


def crosses(line, box) -> bool:
    """Tell whether a polyline enters a box (Liang and Barsky, 1984)."""
    a, b = line[:-1], line[1:]
    step = b - a
    enter, leave = np.zeros(len(a)), np.ones(len(a))
    for axis in (0, 1):
        with np.errstate(divide="ignore", invalid="ignore"):
            near = (box[axis] - a[:, axis]) / step[:, axis]
            far = (box[axis + 2] - a[:, axis]) / step[:, axis]
        flat = step[:, axis] == 0
        outside = flat & ((a[:, axis] <= box[axis]) | (a[:, axis] >= box[axis + 2]))
        near = np.where(flat, -np.inf, near)
        far = np.where(flat, np.inf, far)
        enter = np.maximum(enter, np.minimum(near, far))
        leave = np.where(outside, -1.0, np.minimum(leave, np.maximum(near, far)))
    return bool((leave - enter > 1e-9).any())


def faults(picture: Picture) -> Faults:
    owned = [
        (label.box(), i) for i in range(len(picture.edges)) for label in picture.edge_labels(i)
    ]
    owned += [(label.box(), -1) for label in picture.output_labels() or ()]
    sums = (picture.sum_label(row) for row in range(len(picture.names)))
    owned += [(label.box(), -1) for label in sums if label is not None]
    cards = picture.rectangles()
    found = Faults(len(owned))
    for (a, _), (b, _) in combinations(owned, 2):
        found.label_on_label += overlap(a, b)
    for box, owner in owned:
        found.label_on_card += any(overlap(box, card) for card in cards)
        found.label_on_edge += any(
            crosses(line, box) for i, line in enumerate(picture.lines) if i != owner
        )
    found.card_on_card = sum(overlap(a, b) for a, b in combinations(cards, 2))
    return found


def drawn(graph: engine.Graph, page: str | None = None) -> Picture:
    return Subject(graph).picture_on(PAGES[page] if page else None)


@pytest.mark.parametrize("path", EXAMPLES, ids=NAMES)
@pytest.mark.parametrize("page", [None, "16:9"])
def test_nothing_overlaps_in_an_example(path, page):
    found = faults(drawn(engine.load(path), page))
    assert found == Faults(found.labels)
    assert found.labels > 0


@pytest.mark.parametrize(
    "path", [*EXAMPLES, *LESSONS], ids=lambda path: path.parent.name[0] + path.stem
)
@pytest.mark.parametrize("page", ["16:9", "4:3"])
def test_nothing_overlaps_where_numbers_are_as_large_as_formulas(path, page):
    picture = Subject(engine.load(path)).packed(PAGES[page], DENSE)
    found = faults(picture)
    assert found == Faults(found.labels)
    for row, item in enumerate(picture.cards):
        assert item.text.width < picture.sizes[row, 0]
        assert item.text.ascent + item.text.descent < picture.sizes[row, 1]


def across_a_frame(picture: Picture) -> int:
    """Return how many labels stand on the border of a frame."""
    count = 0
    for label in picture.labels():
        box = label.box()
        for frame in picture.frames():
            left, top, right, bottom = frame.box
            inside = left <= box[0] and box[2] <= right and top <= box[1] and box[3] <= bottom
            count += overlap(box, frame.box, 0.0) and not inside
    return count


@pytest.mark.parametrize("page", [None, "16:9"])
@pytest.mark.parametrize("folded", [(False, False), (False, True), (True, True)])
def test_nothing_overlaps_where_layers_are_framed_or_folded(folded, page):
    graph = engine.load(resource("examples/two-layer-network.chainrule"))
    graph.groups = [
        engine.Group(k, f"Layer {k}", tuple(n for n in graph.nodes() if k in n), shut)
        for k, shut in zip("12", folded, strict=True)
    ]
    if page is None:
        for name in graph.nodes():
            graph.set_attribute(name, "position", None)
    picture = drawn(graph, page)
    found = faults(picture)
    assert found == Faults(found.labels)
    assert across_a_frame(picture) == 0


@pytest.mark.parametrize(
    ("name", "layers"),
    [
        ("linear-unit", ["c a"]),
        ("linear-unit", ["c a d"]),
        ("two-layer-network", ["t1 z1 a1"]),
        ("two-layer-network", ["t1 z1 a1", "t2 z2 a2"]),
    ],
)
@pytest.mark.parametrize("page", [None, "16:9", "4:3"])
def test_no_edge_runs_along_the_border_of_a_frame(name, layers, page):
    graph = engine.load(resource(f"examples/{name}.chainrule"))
    graph.groups = [engine.Group(nodes, "Layer", tuple(nodes.split())) for nodes in layers]
    picture = drawn(graph, page)
    assert picture.frames()
    for frame in picture.frames():
        for line in picture.lines:
            for axis in (0, 1):
                low, high = frame.box[axis], frame.box[axis + 2]
                beside = line[(line[:, axis] > low) & (line[:, axis] < high)]
                for border in (frame.box[1 - axis], frame.box[3 - axis]):
                    near = beside[np.abs(beside[:, 1 - axis] - border) < 7.0]
                    # a bend that crosses an upright border is steep
                    assert not len(near) or np.ptp(near[:, axis]) < (20.0, 45.0)[axis]


def generated(kind: str) -> engine.Graph:
    graph = engine.Graph()
    if kind == "tree":
        level = [graph.parameter(f"p_{k}", float(k % 5) - 2) for k in range(64)]
        while len(level) > 1:
            level = [
                graph.op("add" if i % 4 else "multiply", *level[i : i + 2])
                for i in range(0, len(level), 2)
            ]
    elif kind == "diamonds":
        at = graph.input("x", 1.5)
        for k in range(12):
            left, right = graph.op("square", at), graph.op("tanh", at)
            at = graph.op("multiply", left, right, name=f"d_{k}")
    elif kind == "fan-outs":
        x = graph.input("x", 0.5)
        parts = [graph.op("sin" if k % 2 else "square", x) for k in range(10)]
        graph.op("add", *parts, name="J")
    elif kind == "shared leaves":
        values = {"a": 1.5, "b": -2.0, "c": 0.75, "d": 3.0}
        graph = graph_from_text(_SHARED_LEAVES, values)
    else:
        dense_network(graph, [6, 6, 6, 4, 1])
    return graph


def dense_network(graph: engine.Graph, sizes: list[int]) -> None:
    rng = np.random.default_rng(7)
    layer = [graph.input(f"x_{k}", round(float(rng.normal()), 2)) for k in range(sizes[0])]
    for depth, size in enumerate(sizes[1:]):
        following = []
        for unit in range(size):
            terms = []
            for k, source in enumerate(layer):
                weight = graph.parameter(f"w{depth}_{unit}_{k}", round(float(rng.normal()), 2))
                terms.append(graph.op("multiply", weight, source, name=f"t{depth}_{unit}_{k}"))
            total = graph.op("add", *terms, name=f"z{depth}_{unit}")
            following.append(graph.op("tanh", total, name=f"a{depth}_{unit}"))
        layer = following


@pytest.mark.parametrize("kind", ["tree", "diamonds", "fan-outs", "shared leaves", "network"])
def test_hardly_a_label_is_touched_in_a_generated_graph(kind):
    graph = generated(kind)
    found = faults(drawn(graph))
    assert found.card_on_card == 0
    assert found.of_labels <= 0.01 * found.labels, found


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
    texts += [label.text for label in (*picture.labels(), *picture.legend())]
    smallest = min(run.size for text in texts for run in text.runs)
    assert smallest * scale >= points


def test_a_value_that_changes_moves_nothing():
    graph = engine.load(resource("examples/linear-unit.chainrule"))
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
    picture = drawn(engine.load(resource("examples/fan-out.chainrule")))
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


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_what_is_trained_is_told_by_its_border_too(theme):
    graph = engine.load(resource("examples/linear-unit.chainrule"))
    place_all(graph)
    drawing = draw(Picture(graph, read(graph)), theme)
    boxes = {shape.node: shape for shape in drawing.shapes if isinstance(shape, Box)}
    heavy = {name for name, box in boxes.items() if box.line > 1.5 * boxes["c"].line}
    assert heavy == {"w", "b"}
    for name in heavy:
        assert contrast(boxes[name].border, boxes[name].face) >= 3.0
