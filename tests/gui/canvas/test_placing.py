"""Where new cards stand: beside what is there, in view, found soon however much is in view."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from faults import Faults, faults
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import engine
from gui.canvas.places import placing
from gui.commands import AddNodes, NewNode
from gui.picture.aside import lie_on
from gui.picture.grid import GRID
from gui.picture.measure import LEAD, NUMBER, OUTPUT_ARROW
from gui.picture.shown import place_of
from gui.theme import Kind


def test_a_free_place_is_found_at_once_where_the_view_is_full(hands, monkeypatch):
    graph = engine.Graph()
    for k in range(30_000):
        graph.input(f"x{k}", 1.0, position=(k % 200 * 130.0, k // 200 * 100.0))
    hands.canvas.document.reset(graph)
    hands.canvas.fit()
    looked, stands = [], placing._is_within
    monkeypatch.setattr(placing, "_is_within", lambda *at: looked.append(at) or stands(*at))
    at = placing.free_place(hands.canvas)
    assert len(looked) <= 400  # of the 10,000s of places that the view has
    gaps = abs(hands.canvas.picture.centres - (at.x(), at.y()))
    assert (gaps.max(axis=1) >= 100.0).all()


def test_what_is_typed_at_one_place_lies_beside_what_is_there(hands):
    hands.move((0.0, 0.0))
    for text in ("w=2", "x=-2", "*", "b=8", "+", "c2=c*a"):
        hands.key(Qt.Key.Key_Tab)
        hands.write(text)
    boxes = [hands.canvas.view_rect(row) for row in range(len(hands.graph))]
    for k, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[:k])
    places = hands.canvas.picture.centres
    w, x, c = places[:3].tolist()
    assert w[0] == x[0] < c[0]
    assert w[1] == c[1] < x[1]


def test_a_formula_of_leaves_that_are_there_stands_to_their_right(hands):
    for text in ("w=2; x=-2; b=8; y=2", "J=(w*x+b-y)^2/2"):
        hands.key(Qt.Key.Key_Tab)
        hands.write(text)
    assert hands.graph.nodes()[:4] == ["w", "x", "b", "y"]
    places = hands.canvas.picture.centres
    assert places[:4, 0].max() < places[4:, 0].min()
    assert places[:4, 1].min() < places[4:, 1].mean() < places[:4, 1].max()


@pytest.mark.parametrize("width", [700, 760, 820, 900, 1000])
def test_the_number_of_a_typed_graph_s_output_is_in_view(hands, width):
    hands.canvas.resize(width, 500)
    hands.canvas.adding.ask(QPointF(0.0, 0.0))
    hands.write("J=(w*x+b-y)^2/2")
    box = hands.canvas.view_rect(hands.canvas.picture.index["J"])
    arrow = round(OUTPUT_ARROW * hands.canvas.viewpoint.scale)
    assert box.right() + arrow < hands.view.width()


def gaps(hands) -> dict[tuple[str, str], tuple[float, float]]:
    """Return how far apart every two cards are, aside and below; negative where they overlap."""
    boxes = dict(zip(hands.canvas.picture.names, hands.canvas.picture.rectangles(), strict=True))
    return {
        (a, b): (float(max(p[0] - q[2], q[0] - p[2])), float(max(p[1] - q[3], q[1] - p[3])))
        for (a, p), (b, q) in combinations(boxes.items(), 2)
    }


def test_what_follows_a_wide_leaf_leaves_room_for_its_edge(hands):
    for text in ("x = [1, 2, 3; 4, 5, 6; 7, 8, 9]", "w = 2", "d = w*x - 1"):
        hands.key(Qt.Key.Key_Tab)
        hands.write(text)
    assert gaps(hands)["x", "c"][0] > 80.0


def test_several_new_cards_touch_none_that_is_there(hands):
    hands.canvas.document.do(
        AddNodes(
            [
                NewNode("x", "input", {"value": 1.0, "position": (106.0, 340.0)}),
                NewNode("b", "parameter", {"value": 1.0, "position": (106.0, 420.0)}),
                NewNode("e", "add", {"position": (590.0, 600.0)}),
            ],
            [engine.Edge("x", "e", 0), engine.Edge("b", "e", 1)],
        )
    )
    hands.move((650.0, 640.0))
    hands.key(Qt.Key.Key_Tab)
    hands.write("q = x*sigmoid(b*x) + 1")
    apart = {pair: max(gap) for pair, gap in gaps(hands).items() if "e" in pair}
    assert min(apart.values()) >= 8.0


FAN_OUT = ("w=1234.5678", "a=w*2.25", "b=relu(w)", "c=w+1000.125", "d=w^2", "e=sin(w)")


@pytest.mark.parametrize("pointed", [True, False])
def test_ops_typed_one_by_one_stand_clear_of_each_other_and_behind_what_feeds_them(hands, pointed):
    if pointed:
        hands.move((0.0, 0.0))
    for text in FAN_OUT:
        hands.key(Qt.Key.Key_Tab)
        hands.write(text)
    assert min(max(gap) for gap in gaps(hands).values()) >= 8.0
    picture = hands.canvas.picture
    rights = dict(zip(picture.names, picture.rectangles()[:, 2], strict=True))
    lefts = dict(zip(picture.names, picture.rectangles()[:, 0], strict=True))
    for edge in picture.edges:
        assert lefts[edge.target] - rights[edge.source] >= 78.0
    found = faults(picture)
    assert found == Faults(found.labels)


LAYERS = ("z1=w1*x+b1", "a1=relu(z1)", "z2=w2*a1+b2", "a2=relu(z2)", "J=(a2-y)^2/2")


@pytest.mark.parametrize("pointed", [None, (100.0, 100.0), (500.0, 350.0), (800.0, 500.0)])
def test_formulas_typed_one_by_one_stand_behind_what_they_use(hands, pointed):
    hands.canvas.resize(
        860, 790
    )  # as between the panels: at the end the middle lies amid the cards
    for text in LAYERS:
        if pointed:
            at = hands.canvas.viewpoint.to_picture(QPointF(*pointed))
            hands.carry(at.toTuple(), held=False)
        hands.key(Qt.Key.Key_Tab)
        hands.write(text)
    picture = hands.canvas.picture
    boxes = dict(zip(picture.names, picture.rectangles().tolist(), strict=True))
    for edge in picture.edges:
        assert boxes[edge.target][0] - boxes[edge.source][2] >= 70.0
    found = faults(picture)
    assert found == Faults(found.labels)


def test_a_function_of_the_output_stands_level_with_it(hands):
    for text in ("w=2", "z=w^2", "a=relu(z)"):
        hands.key(Qt.Key.Key_Tab)
        hands.write(text)
    assert hands.middle("a")[1] == hands.middle("z")[1]


def test_what_a_dropped_edge_leads_to_stands_where_it_was_dropped(linear_unit):
    (x, y), (_, below) = linear_unit.out("d"), linear_unit.middle("b")
    linear_unit.drag((x, y), (x - 300.0, below + 80.0))
    linear_unit.write("relu")
    assert linear_unit.graph.inputs("e") == ("d",)
    assert abs(linear_unit.middle("e")[0] - (x - 300.0)) < 140.0


def test_an_op_typed_after_leaves_stands_to_their_right(hands):
    for text in ("w=2", "x=-2", "*"):
        hands.key(Qt.Key.Key_Tab)
        hands.write(text)
    gap = gaps(hands)
    assert gap["w", "c"][0] >= 78.0
    assert gap["x", "c"][0] >= 70.0
    picture = hands.canvas.picture
    assert picture.centres[picture.index["w"], 0] < picture.centres[picture.index["c"], 0]


@pytest.mark.parametrize("off", [0.0, 3.0, 5.0, 8.0])
def test_leaves_that_are_typed_stand_below_each_other_in_their_order(hands, off):
    """The second was two places below the first where the middle is on no line of the grid."""
    hands.canvas.pan(QPointF(0.0, off))
    for text in ("w=2", "x=-2", "b=8"):
        hands.key(Qt.Key.Key_Tab)
        hands.write(text)
    ys = [hands.middle(name)[1] for name in "wxb"]
    assert len({hands.middle(name)[0] for name in "wxb"}) == 1
    assert all(90 <= below - above <= 130 for above, below in pairwise(ys))


def test_no_new_card_stands_where_the_output_s_arrow_would_seem_to_lead_into_it(linear_unit):
    linear_unit.move(linear_unit.edge("J", 0))
    linear_unit.key(Qt.Key.Key_Tab)
    linear_unit.write("relu")
    picture = linear_unit.canvas.picture
    row, (_, (tip, y)) = picture.index["e"], picture.output_arrow()
    left, top, _, bottom = picture.rectangles()[row]
    assert not top < y < bottom or left > tip + LEAD


def test_several_new_cards_leave_the_output_s_arrow_free_with_their_edges(hands):
    graph = engine.Graph()
    graph.parameter("b", 1.0, position=(240.0, 110.0))
    x = graph.input("x", 1.0, position=(0.0, 0.0))
    graph.op("tanh", x, name="v", position=(240.0, 0.0))
    graph.op("exp", x, name="p", position=(240.0, -110.0))
    graph.output = "v"
    hands.canvas.document.reset(graph)
    hands.move((0.0, 150.0))
    hands.key(Qt.Key.Key_Tab)
    before = hands.canvas.picture.output_arrow()
    hands.write("q = p / (b - b)")  # it comes behind p and b, where else the arrow is
    picture = hands.canvas.picture
    assert picture.output_arrow() == before
    (left, y), (right, _) = before
    cards = picture.rectangles()
    cards[:, 0] -= np.where(picture.kinds == Kind.OP.value, picture.leads, 0.0)
    assert not lie_on(cards, np.array((left, y - NUMBER, right, y + NUMBER))).any()


def test_what_is_typed_with_the_pointer_in_the_corner_is_placed_there(linear_unit):
    corner = linear_unit.canvas.viewpoint.to_picture(QPointF(0.0, 0.0))
    linear_unit.carry((corner.x(), corner.y()), held=False)
    linear_unit.key(Qt.Key.Key_Tab)
    linear_unit.write("relu")
    (name,) = linear_unit.canvas.selection.nodes
    x, y = place_of(linear_unit.graph, name)
    assert abs(x - corner.x()) <= GRID
    assert abs(y - corner.y()) <= GRID


def test_a_long_formula_that_is_typed_lies_to_the_right_of_what_it_uses(hands):
    for text in ("hidden_weight_of_layer_one=2", "observed_temperature=3"):
        hands.key(Qt.Key.Key_Tab)
        hands.write(text)
    for text in (
        "predicted_temperature=hidden_weight_of_layer_one*observed_temperature+1",
        "squared_error_of_prediction=(predicted_temperature-7)^2",
    ):
        hands.key(Qt.Key.Key_Tab)
        hands.write(text)
    picture = hands.canvas.picture
    boxes = picture.rectangles()
    for one, other in combinations(boxes, 2):
        assert (one[:2] >= other[2:]).any() or (one[2:] <= other[:2]).any()
    for edge in picture.edges:
        source, target = picture.index[edge.source], picture.index[edge.target]
        assert boxes[source, 2] + LEAD <= boxes[target, 0]


def is_clear(hands, name: str) -> bool:
    """Tell whether a card lies on no other, no edge and not on the output's arrow."""
    return all(max(gap) >= 8.0 for pair, gap in gaps(hands).items() if name in pair) and (
        faults(hands.canvas.picture) == Faults(faults(hands.canvas.picture).labels)
    )


@pytest.mark.parametrize("over", ["w", "c", "a", "b", "d", "J"])
@pytest.mark.parametrize("typed", ["relu", "multiply", "squared error"])
def test_an_op_typed_over_a_card_stands_near_it_and_the_view_stays(linear_unit, over, typed):
    canvas = linear_unit.canvas
    canvas.fit()
    seen, (x, y) = canvas.region(), linear_unit.middle(over)
    linear_unit.carry((x, y), held=False)
    linear_unit.key(Qt.Key.Key_Tab)
    linear_unit.write(typed)
    assert canvas.region() == seen
    (name,) = canvas.selection.nodes
    assert abs(linear_unit.middle(name)[0] - x) + abs(linear_unit.middle(name)[1] - y) < 260.0
    assert is_clear(linear_unit, name)


def test_an_op_typed_near_a_card_stands_beside_it(linear_unit):
    canvas = linear_unit.canvas
    (x, y), height = linear_unit.middle("d"), canvas.picture.sizes[canvas.picture.index["d"], 1]
    at = (x + 60.0, y + height / 2 + 20.0)
    linear_unit.carry(at, held=False)
    linear_unit.key(Qt.Key.Key_Tab)
    linear_unit.write("squared error")
    (name,) = canvas.selection.nodes
    (x, y) = linear_unit.middle(name)
    assert abs(x - at[0]) + abs(y - at[1]) < 160.0


def test_an_op_typed_with_the_pointer_elsewhere_stands_where_quick_add_was(hands):
    hands.canvas.resize(900, 1100)  # high enough for quick-add to stand where it asks
    QApplication.processEvents()
    hands.drop("multiply", placing.middle_of(hands.canvas).toTuple())
    hands.canvas.pointed = None
    hands.key(Qt.Key.Key_Tab)
    QTest.keyClicks(hands.prompt.line, "exp")
    at = hands.canvas.viewpoint.to_picture(QPointF(hands.prompt.pos()))
    QTest.keyClick(hands.prompt.line, Qt.Key.Key_Return)
    name = next(iter(hands.canvas.selection.nodes))
    x, y = hands.middle(name)
    assert abs(x - at.x()) <= GRID
    assert abs(y - at.y()) <= GRID


@pytest.mark.parametrize(
    "text",
    [
        "y = gamma*(x - mean(x))/sqrt(mean((x - mean(x))^2) + eps) + beta",  # batch norm
        "J = (v*tanh(w*h + u*x + b) + c - y)^2/2",  # a cell of an RNN, and its cost
        "J = (w*x + b - y)^2/2",
    ],
)
def test_what_is_typed_first_stands_as_it_is_laid_out(unit, window, text):
    window.document.reset(engine.Graph())
    window.show_canvas()
    unit.key(Qt.Key.Key_Tab)
    unit.write(text)
    index = window.canvas.picture.index
    typed = window.canvas.picture.centres.copy()
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert window.canvas.picture.index == index
    moved = window.canvas.picture.centres - typed
    assert abs(moved - moved[0]).max() <= GRID
