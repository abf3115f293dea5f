"""Edges on slides: connectors that hold on to cards, drawn where ours are."""

import io
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import viewers
from decks import as_pdfs, connectors, deck, within
from examples import UNIT
from pptx import Presentation
from pptx.oxml.ns import qn

import engine
from engine.assignments import graph_from_text
from gui.exports import Options, Subject, slides
from gui.exports.slide_room import SlideRoom
from gui.exports.slides.course import LEFT, RIGHT, courses_of
from gui.picture.measure import ARROW_HALF, ARROW_LENGTH
from gui.picture.title import title_of
from resources import resource

NETWORK = resource("examples/two-layer-network.chainrule")
HIDDEN = resource("examples/two-hidden-units.chainrule")
XOR = resource("lessons/xor.chainrule")
EXAMPLES = sorted(resource("examples").glob("*.chainrule"))

LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")  # in a title, digits set lower


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_connector_holds_on_to_shapes_at_both_ends(path):
    (slide,) = deck(path).slides
    ids = {shape.shape_id: shape for shape in within(slide.shapes)}
    found = connectors(slide)
    graph = engine.load(path)
    assert {c.name for c in found} == {f"{e.source} → {e.target}" for e in graph.edges()}
    for connector in found:
        held = connector._element.nvCxnSpPr.cNvCxnSpPr
        for tag, at in (("a:stCxn", "begin"), ("a:endCxn", "end")):
            hold = held.find(qn(tag))
            x, y = getattr(connector, f"{at}_x"), getattr(connector, f"{at}_y")
            assert distance(site(ids[int(hold.get("id"))], int(hold.get("idx"))), (x, y)) < 2000


def test_no_connector_holds_on_to_what_glows():
    slides_of_steps = deck(UNIT, steps=True).slides
    glowing = 0
    for slide in slides_of_steps:
        ids = {shape.shape_id: shape for shape in within(slide.shapes)}
        glowing += sum(glows(shape) for shape in ids.values())
        for connector in connectors(slide):
            held = connector._element.nvCxnSpPr.cNvCxnSpPr
            for tag in ("a:stCxn", "a:endCxn"):
                assert not glows(ids[int(held.find(qn(tag)).get("id"))])
    assert glowing == len(slides_of_steps) - 1  # at first nothing is lit


def glows(shape) -> bool:
    return bool(shape._element.findall(f".//{qn('a:glow')}")) and shape._element.tag == qn("p:sp")


def site(shape, number) -> tuple[float, float]:
    """Return a rounded rectangle's connection site: top, left, bottom, right; in EMU."""
    across, down = [(0.5, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 0.5)][number]
    return shape.left + across * shape.width, shape.top + down * shape.height


def distance(a, b) -> float:
    # a joint is as large as the line is thick; its middle is where its edge ends
    reach = max(abs(a[0] - b[0]), abs(a[1] - b[1]))
    return 0.0 if reach <= 12_700 * 1.5 else reach


@pytest.mark.parametrize("path", [UNIT, NETWORK, XOR])
def test_an_arrow_head_is_about_as_large_as_ours_lit_or_not(path):
    subject = Subject(engine.load(path), Options(steps=True))
    per_unit, _ = SlideRoom(subject).place()
    widths = {"sm": 2, "med": 3, "lg": 5}
    seen = set()
    for slide in deck(path, steps=True).slides:
        for line in slide._element.iter(qn("a:ln")):
            head = line.find(qn("a:tailEnd"))
            if head is not None:
                unit = max(int(line.get("w")) / 12_700, 2.0)  # so programs draw thin lines' heads
                seen.add((widths[head.get("w")] * unit, widths[head.get("len")] * unit))
    assert seen
    for across, along in seen:
        assert across == pytest.approx(2 * ARROW_HALF * per_unit, rel=0.25)
        assert along == pytest.approx(ARROW_LENGTH * per_unit, rel=0.3)


@pytest.mark.parametrize("w", [2.0, -2.345, 1 / 3, 12345.678], ids=str)
def test_an_arrow_head_has_one_shape_however_large_the_drawing_is(w):
    graph = engine.load(UNIT)
    graph.set_attribute("w", "value", w)
    made = slides.render(Subject(graph, Options(steps=True)))
    heads = {
        (head.get("w"), head.get("len"))
        for slide in Presentation(io.BytesIO(made)).slides
        for head in slide._element.iter(qn("a:tailEnd"))
    }
    assert heads
    assert all(across == along for across, along in heads)


def test_an_edge_is_said_by_both_its_ends_whatever_they_are_called():
    graph = engine.Graph()
    graph.op("square", graph.parameter("a → b", 2.0), name="J")
    made = slides.render(Subject(graph, Options()))
    (slide,) = Presentation(io.BytesIO(made)).slides
    (edge,) = connectors(slide)
    assert edge._element._nvXxPr.cNvPr.get("descr") == "edge from a → b to J"


def long_expression() -> engine.Graph:
    text = "J = tanh(a*b+c*d+e)*f + sin(g*h)*exp(k)/(1+m*m) - log(n*n+1)*sqrt(p*p+q*q)"
    return graph_from_text(text, dict.fromkeys("abcdefghkmnpq", 1.25))


def three_examples() -> engine.Graph:
    """Return a cost over three examples: bends of all heights pass each other in one gap."""
    text = "J = ((w*x1+b-y1)^2 + (w*x2+b-y2)^2 + (w*x3+b-y3)^2)/6"
    return graph_from_text(text, dict.fromkeys(["w", "b", "x1", "x2", "x3", "y1", "y2", "y3"], 2.0))


def one_step_of_descent() -> engine.Graph:
    """Return the cost after a step of gradient descent: an edge climbs little beside a tall one."""
    text = "w1 = w0 - r*dw; b1 = b0 - r*db; J = 1/2*(w1*x+b1-y)^2"
    return graph_from_text(text, dict.fromkeys(["w0", "r", "dw", "b0", "db", "x", "y"], 2.0))


def test_an_edge_of_several_pieces_is_drawn_as_its_kinds_say(tmp_path):
    """LibreOffice draws a held connector anew; where it ends up must be what the kinds say."""
    graphs = [*map(engine.load, (NETWORK, HIDDEN, XOR))]
    graphs += [long_expression(), three_examples(), one_step_of_descent()]
    subjects = [Subject(graph, Options()) for graph in graphs]
    pdfs = as_pdfs([slides.render(subject) for subject in subjects], tmp_path)
    for subject, pdf in zip(subjects, pdfs, strict=True):
        folder = tmp_path / title_of(subject.graph, "J").replace("/", "")
        folder.mkdir()
        edges_are_drawn_as_their_kinds_say(subject, pdf, folder)


def edges_are_drawn_as_their_kinds_say(subject: Subject, pdf: bytes, tmp_path: Path) -> None:
    text = viewers.text_of_pdf(pdf, tmp_path)
    title = title_of(subject.graph, "J").translate(LOWERED)
    assert title.replace(" ", "") in text.replace(" ", "")
    shown = np.asarray(viewers.of_pdf(pdf, tmp_path, 144)[0].convert("L"), float)
    maker = SlideRoom(subject)
    per_unit, (left, top) = maker.place()
    drawing = maker.drawing()
    ways = list(drawing.ways())
    for way, course in zip(ways, courses_of([w.points for w in ways], per_unit), strict=True):
        inked = 0
        line = [at for piece in course.pieces for at in said_line(piece)]
        for x, y in line:
            column, row = round((left + x * per_unit) * 2), round((top + y * per_unit) * 2)
            inked += shown[row - 6 : row + 7, column - 6 : column + 7].min() < 190
        assert inked >= 0.95 * len(line), (title, way.edge)


def said_line(piece) -> np.ndarray:
    """Return points on a piece as the formulas of its preset shape have them."""
    if piece.preset == "straightConnector1":
        return np.linspace(piece.start, piece.end, 20)
    if piece.preset == "curvedConnector2":
        level_first = piece.leaves in (LEFT, RIGHT)
        ends = (piece.start, piece.end) if level_first else (piece.end, piece.start)
        return quarter(*np.array(ends))
    start, end = np.array(piece.start), np.array(piece.end)
    middle = (start + end) / 2
    return np.concatenate([quarter(start, middle), quarter(end, middle)])


def quarter(level, upright) -> np.ndarray:
    """Return points on a quarter from its level end to its upright one."""
    width, height = upright - level
    out, back = level + np.array((width / 2, 0.0)), upright - np.array((0.0, height / 2))
    t = np.linspace(0.0, 1.0, 12)[:, None]
    u = 1.0 - t
    return u**3 * level + 3 * u * u * t * out + 3 * u * t * t * back + t**3 * upright


def test_an_edge_that_goes_back_to_the_left_has_round_corners_on_a_slide_too():
    (slide,) = deck(NETWORK).slides
    back = [c for c in connectors(slide) if c.name == "a1 → t2"]
    kinds = [c._element.spPr.prstGeom.get("prst") for c in back]
    assert kinds.count("curvedConnector2") == 4
    assert set(kinds) == {"curvedConnector2", "straightConnector1"}


@pytest.mark.parametrize("path", [HIDDEN, XOR, NETWORK], ids=lambda path: path.stem)
def test_edges_that_pass_each_other_in_a_gap_rise_apart(path):
    (slide,) = deck(path).slides
    rising = {}
    for connector in connectors(slide):
        kind = connector._element.spPr.prstGeom.get("prst")
        ends = connector.begin_y.pt, connector.end_y.pt
        if kind == "curvedConnector2":
            key = connector.name, round(connector.end_x.pt)
            rising[key] = [connector.end_x.pt, *ends, *rising.get(key, [0.0])[1:]]
        elif kind == "curvedConnector3":
            x = (connector.begin_x.pt + connector.end_x.pt) / 2
            rising[connector.name, round(x)] = [x, *ends]
    for ((one, _), (x, *ys)), ((other, _), (x2, *ys2)) in combinations(rising.items(), 2):
        shared = min(max(ys), max(ys2)) - max(min(ys), min(ys2))
        assert one == other or shared < 2.0 or abs(x - x2) >= 3.0, (one, other)


@pytest.mark.parametrize("path", [HIDDEN, XOR], ids=lambda path: path.stem)
def test_an_edge_stands_at_one_place_on_all_slides(path):
    # what is lit at a step is drawn last, and others must not make way for it
    places = [
        sorted((c.name, c.begin_x, c.begin_y, c.end_x, c.end_y) for c in connectors(slide))
        for slide in deck(path, steps=True).slides
    ]
    assert all(one == places[0] for one in places)


def test_an_edge_is_as_thick_where_its_pieces_meet_as_elsewhere(tmp_path):
    """LibreOffice ends a piece at its joint's border, where a round joint left both corners out."""
    made = deck(UNIT)
    (slide,) = made.slides
    (pdf,) = as_pdfs([slides.render(Subject(engine.load(UNIT), Options()))], tmp_path)
    dots = 5  # a point
    shown = np.asarray(viewers.of_pdf(pdf, tmp_path, 72 * dots)[0].convert("L"), float) < 190
    joints = [shape for shape in within(slide.shapes) if shape.name.startswith("joint")]
    assert joints
    for joint in joints:
        left, top, side = (x * dots / 12_700 for x in (joint.left, joint.top, joint.width))
        x, y, reach = round(left + side / 2), round(top + side / 2), round(side)
        around = shown[y - reach : y + reach + 1, x - reach : x + reach + 1]
        thick = max(around.sum(axis=0).min(), around.sum(axis=1).min())
        assert thick >= 0.8 * side, joint.name
