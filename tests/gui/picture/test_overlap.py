"""Nothing lies on anything else, in what ships and in generated graphs."""

import numpy as np
import pytest
from examples import example
from faults import Faults, drawn, faults, on_one_line, overlap
from pages import PAGES

import engine
from engine.assignments import graph_from_text
from gui.exports import Subject
from gui.picture.packing import DENSE
from gui.picture.picture import Picture
from resources import resource

EXAMPLES = sorted(resource("examples").glob("*.chainrule"))
LESSONS = sorted(resource("lessons").glob("*.chainrule"))
NAMES = [path.stem for path in EXAMPLES]

_SHARED_LEAVES = """
p = (a*b+c*d)*(a-d) + exp(-a*a/9)*tanh(b*c) + sigmoid(c*d-a)*relu(a+b-c)
 + log(a*a+1)*(b-d)^2/(c*c+2) - sqrt(a*a+b*b)*maximum(a,d) + (a*b-c*d)/(d+5)
""".replace("\n", "")


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
    graph = example("two-layer-network")
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
        dense_network(graph, [6, 6, 4, 1])
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


@pytest.mark.parametrize("page", [None, "16:9"])
@pytest.mark.parametrize("kind", ["tree", "diamonds", "fan-outs", "shared leaves", "network"])
def test_hardly_a_label_is_touched_in_a_generated_graph_and_no_two_values_share_a_line(kind, page):
    picture = drawn(generated(kind), page)
    found = faults(picture)
    assert found.card_on_card == 0
    assert found.of_labels <= 0.01 * found.labels, found
    if kind != "network":  # there many must
        assert on_one_line(picture) == []
