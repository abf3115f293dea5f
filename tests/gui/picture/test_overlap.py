"""Nothing lies on anything else, in what ships and in generated graphs."""

from itertools import combinations, product

import numpy as np
import pytest
from examples import example
from faults import Faults, crosses, drawn, faults, overlap
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


_PENALISED = "J = (w1*x1 + w2*x2 + b - y)^2/2 + lam*(w1^2 + w2^2)"
_OFF = [f"(x{k}-(x1+x2+x3)/3)" for k in (1, 2, 3)]
_SPREAD = "+".join(f"{off}^2" for off in _OFF)
_NORMALISED = f"J = (gamma*{_OFF[0]}/sqrt(({_SPREAD})/3+eps)+beta-y)^2/2"


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


@pytest.mark.parametrize("page", [None, "16:9"])
@pytest.mark.parametrize("kind", ["tree", "diamonds", "fan-outs", "shared leaves", "network"])
def test_hardly_a_label_is_touched_in_a_generated_graph(kind, page):
    graph = generated(kind)
    found = faults(drawn(graph, page))
    assert found.card_on_card == 0
    assert found.of_labels <= 0.01 * found.labels, found


@pytest.mark.parametrize("gap", [20.0, 33.0, 48.0, 70.0])
@pytest.mark.parametrize("lower", [-30.0, 0.0, 11.0])
def test_no_edge_runs_through_a_card_that_stands_close_before_its_port(gap, lower):
    graph = engine.Graph()
    w, k = graph.parameter("w", 1234.5678), graph.constant("k", 2.25)
    graph.op("multiply", w, k, name="a")
    graph.op("relu", w, name="b")
    graph.op("add", "a", "b", name="J")
    places = {"w": (400.0, 360.0), "k": (589.0, 378.0), "a": (775.0, 349.0)}
    picture = drawn(graph)
    wide = dict(zip(picture.names, picture.sizes[:, 0], strict=True))
    places["b"] = (775.0 + (wide["a"] + wide["b"]) / 2 + gap, 360.0 + lower)
    places["J"] = (places["b"][0] + (wide["b"] + wide["J"]) / 2 + 160.0, 360.0)
    for name, place in places.items():
        graph.set_attribute(name, "position", place)
    picture = drawn(graph)
    for edge, line in zip(picture.edges, picture.lines, strict=True):
        for name, card in zip(picture.names, picture.rectangles(), strict=True):
            assert name in edge[:2] or not crosses(line, card), (edge, name)
    found = faults(picture)
    assert found.label_on_edge == found.label_on_label == 0
    assert found.label_on_card <= (gap < 48.0)  # no room for a number of four digits


def level_pieces(line):
    """Yield height, left and right of each piece of a polyline that is level."""
    level = np.abs(np.diff(line[:, 1])) < 0.3
    steps = np.flatnonzero(np.diff(np.concatenate([[False], level, [False]])))
    for first, last in steps.reshape(-1, 2):
        yield float(line[first, 1]), *sorted(line[[first, last], 0].tolist())


def on_one_line(picture: Picture) -> list[tuple[str, str]]:
    """Return the edges that run on each other for a while, and carry different values."""
    pieces = [list(level_pieces(line)) for line in picture.lines]
    found = []
    for a, b in combinations(range(len(pieces)), 2):
        if picture.edges[a].source == picture.edges[b].source:
            continue
        for (y, left, right), (v, begins, ends) in product(pieces[a], pieces[b]):
            if abs(y - v) < 3.0 and min(right, ends) - max(left, begins) > 20.0:
                found.append((str(picture.edges[a]), str(picture.edges[b])))
    return found


@pytest.mark.parametrize("page", [None, "16:9"])
@pytest.mark.parametrize("kind", ["tree", "diamonds", "fan-outs", "shared leaves"])
def test_no_two_values_share_a_line_in_a_generated_graph(kind, page):
    assert on_one_line(drawn(generated(kind), page)) == []


def test_edges_that_pass_cards_in_one_gap_run_side_by_side():
    graph = engine.Graph()
    places = {"d": (0, 98), "e": (-200, 160), "up": (300, 100), "down": (300, 164), "J": (600, 130)}
    for name in ("d", "e", "up", "down"):
        graph.input(name, 1.0)
    graph.op("add", "d", "e", name="J")
    for name, place in places.items():
        graph.set_attribute(name, "position", place)
    picture = drawn(graph)
    (first,), (second,) = (led.lanes.tolist() for led in picture._led.values())
    assert 3.0 < second[1] - first[1] < 9.0  # in one gap, in the order of their nodes
    assert on_one_line(picture) == []
    picture.move({"up": (300.0, -300.0)})
    picture.settle()
    assert len(picture.special) == 1  # the other runs plainly


def through_cards(picture: Picture) -> list[tuple[str, str]]:
    """Return the edges that run through a card, with its name."""
    inner = picture.rectangles() + np.array([2.0, 2.0, -2.0, -2.0])
    return [
        (str(edge), name)
        for edge, line in zip(picture.edges, picture.lines, strict=True)
        for name, card in zip(picture.names, inner, strict=True)
        if crosses(line, card)
    ]


def test_an_edge_whose_way_is_closed_beside_its_source_bends_close_to_its_port():
    graph = engine.Graph()
    w = graph.parameter("w", 1234.5678)
    for name, op in {"a": "square", "b": "relu", "d": "exp"}.items():
        graph.op(op, w, name=name)
    graph.op("multiply", w, "a", name="f")
    places = {"w": (390, 360), "a": (611, 360), "b": (612, 280), "d": (570, 200), "f": (790, 180)}
    for name, place in places.items():
        graph.set_attribute(name, "position", place)
    assert through_cards(drawn(graph)) == []


@pytest.mark.parametrize("page", [None, "16:9"])
def test_an_edge_to_a_far_card_passes_all_in_between_though_its_source_is_half_a_unit_wider(page):
    terms = [f"w*x{k}" for k in range(1, 7)]
    values = {"w": 2.0, **{f"x{k}": float(k) for k in range(1, 7)}}
    graph = graph_from_text("J = " + " + ".join(terms), values)
    picture = drawn(graph, page)
    assert through_cards(picture) == []
    assert faults(picture).of_labels == 0


@pytest.mark.parametrize("page", [None, "16:9", "4:3"])
def test_an_edge_that_passes_cards_of_one_row_is_kept_from_no_gap_by_those_of_another(page):
    values = {"x1": 1.0, "x2": 2.0, "x3": 4.0, "gamma": 1.5, "beta": 0.5, "eps": 0.001, "y": 1.0}
    assert through_cards(drawn(graph_from_text(_NORMALISED, values), page)) == []


@pytest.mark.parametrize("page", ["16:9", "4:3"])
def test_edges_from_the_first_row_come_down_before_the_numbers_of_the_second(page):
    values = {"w1": 0.5, "w2": -1.5, "x1": 2.0, "x2": 3.0, "b": 0.25, "y": 1.0, "lam": 0.01}
    picture = drawn(graph_from_text(_PENALISED, values), page)
    assert faults(picture).of_labels == 0
    places = dict(zip(picture.names, picture.rectangles(), strict=True))
    assert places["m"][1] > places["c"][3]  # it is folded


@pytest.mark.parametrize("page", ["16:9", "4:3"])
def test_an_edge_runs_through_no_numbers_before_a_card_that_stands_behind_its_own_lead(page):
    text = """mu = (x1+x2+x3)/3; v = ((x1-mu)^2+(x2-mu)^2+(x3-mu)^2)/3
        h = (x1-mu)/sqrt(v+eps); z = gamma*h + beta; J = (z-y)^2/2"""
    values = {"x1": 1.0, "x2": 2.0, "x3": 4.0, "gamma": 1.5, "beta": 0.5, "eps": 0.001, "y": 1.0}
    picture = drawn(graph_from_text(text, values), page)
    down = picture.line(picture.edge_index["h", 0])
    assert picture.edges[picture.edge_index["h", 0]].source == "x1"
    for port in range(3):
        for label in picture.edge_labels(picture.edge_index["mu", port]):
            assert not crosses(down, label.box())


@pytest.mark.parametrize("page", ["16:9", "4:3"])
def test_an_edge_that_returns_keeps_to_the_middle_between_the_rows(page):
    values = {"w1": 0.5, "w2": -1.5, "x1": 2.0, "x2": 3.0, "b": 0.25, "y": 1.0, "lam": 0.01}
    picture = drawn(graph_from_text(_PENALISED, values), page)
    (back,) = (led for led in picture._led.values() if led.course[:5] == b"aroun")
    level = np.diff(back.line[:, 0]).argmin()
    places = dict(zip(picture.names, picture.rectangles(), strict=True))
    above, below = picture.sum_label(picture.index["w2"]).box()[3], places["f"][1]
    assert back.line[level, 1] - above > 14.0
    assert below - back.line[level, 1] > 14.0


def test_edges_of_one_value_that_pass_one_gap_lie_on_one_line():
    values = {"w": 2.0, **{f"x{k}": float(k) for k in range(1, 7)}}
    graph = graph_from_text("J = " + " + ".join(f"w*x{k}" for k in range(1, 7)), values)
    picture = drawn(graph, "16:9")
    lanes = [lane for led in picture._led.values() for lane in led.lanes.tolist()]
    for (enter, height, leave), (begins, other, ends) in combinations(lanes, 2):
        if min(leave, ends) > max(enter, begins):
            assert height == other or abs(height - other) > 5.0
