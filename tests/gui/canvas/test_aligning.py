"""Lining up: the selection aligned, distributed, and laid out, each as one step."""

from itertools import pairwise

import pytest
from faults import faults
from hands import Hands
from PySide6.QtCore import Qt

from engine import Group
from engine.formats.chainrule_file import dumps
from gui.canvas.aligning import Line, Spread, align, distribute
from gui.picture.shown import place_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def box(hands: Hands, name: str):
    return hands.canvas.picture.rectangles()[hands.canvas.picture.index[name]]


@pytest.mark.parametrize(
    ("key", "side", "outermost"),
    [
        (Qt.Key.Key_Left, 0, min),
        (Qt.Key.Key_Right, 2, max),
        (Qt.Key.Key_Up, 1, min),
        (Qt.Key.Key_Down, 3, max),
    ],
)
def test_keys_align_edges_with_the_outermost(unit, key, side, outermost):
    names = ("w", "c", "y")
    before = dumps(unit.graph)
    goal = outermost(box(unit, name)[side] for name in names)
    others = {n: place_of(unit.graph, n) for n in unit.graph.nodes() if n not in names}
    unit.canvas.select(set(names))
    unit.key(key, CTRL | SHIFT)
    assert [box(unit, name)[side] for name in names] == pytest.approx([goal] * 3)
    assert {n: place_of(unit.graph, n) for n in others} == others
    assert unit.canvas.document.history.count() == 1
    unit.key(Qt.Key.Key_Z, CTRL)
    assert dumps(unit.graph) == before


def test_middles_come_to_one_line(unit):
    unit.canvas.select({"w", "c", "y"})
    align(unit.canvas, Line.MIDDLE)
    assert len({place_of(unit.graph, name)[1] for name in ("w", "c", "y")}) == 1
    align(unit.canvas, Line.CENTRE)
    assert len({place_of(unit.graph, name)[0] for name in ("w", "c", "y")}) == 1


@pytest.mark.parametrize(("spread", "axis"), [(Spread.ACROSS, 0), (Spread.DOWN, 1)])
def test_gaps_become_equal_and_the_outermost_stay(unit, spread, axis):
    names = sorted(("w", "c", "a", "y"), key=lambda n: place_of(unit.graph, n)[axis])
    ends = place_of(unit.graph, names[0]), place_of(unit.graph, names[-1])
    unit.canvas.select(set(names))
    distribute(unit.canvas, spread)
    names.sort(key=lambda n: place_of(unit.graph, n)[axis])
    boxes = [box(unit, name) for name in names]
    gaps = [b[axis] - a[axis + 2] for a, b in pairwise(boxes)]
    assert gaps == pytest.approx([gaps[0]] * 3)
    assert (place_of(unit.graph, names[0]), place_of(unit.graph, names[-1])) == ends


def test_frames_and_composites_are_aligned_as_the_parts_they_are(unit):
    graph = unit.graph
    graph.groups = [Group("1", "Product", ("w", "x", "c")), Group("2", "End", ("d", "y"), True)]
    unit.canvas.document.reset(graph)
    inside = {n: place_of(graph, n) for n in ("w", "x", "c", "d", "y")}
    unit.canvas.select({"w", "x", "c", "d", "y", "J"})
    align(unit.canvas, Line.TOP)
    (frame,) = unit.canvas.picture.frames()
    assert frame.box[1] == pytest.approx(box(unit, "d")[1])
    assert frame.box[1] == pytest.approx(box(unit, "J")[1])
    for group in graph.groups:
        ways = {round(place_of(graph, n)[1] - inside[n][1], 6) for n in group.members}
        assert len(ways) == 1
    unit.canvas.select({"w", "x", "c"})
    align(unit.canvas, Line.TOP)  # alone, a frame is its cards
    assert len({box(unit, name)[1] for name in ("w", "x", "c")}) == 1


def test_too_few_say_so(unit):
    sentences = unit.listen()
    unit.canvas.select({"w"})
    align(unit.canvas, Line.TOP)
    unit.canvas.select({"w", "x"})
    distribute(unit.canvas, Spread.DOWN)
    assert sentences == [
        "select two cards or more to align them",
        "select three cards or more to distribute them",
    ]
    assert unit.canvas.document.history.count() == 0


def test_ctrl_l_lays_out_the_selection_where_it_stands(unit):
    names = ("w", "x", "c", "b", "a")
    for k, name in enumerate(names):
        unit.graph.set_attribute(name, "position", (1000.0 - 60.0 * k, 500.0 + 10.0 * k))
    unit.canvas.document.reset(unit.graph)
    before = dumps(unit.graph)
    others = {n: place_of(unit.graph, n) for n in ("d", "y", "J")}
    unit.canvas.select(set(names))
    unit.key(Qt.Key.Key_L, CTRL)
    assert {n: place_of(unit.graph, n) for n in others} == others
    assert (
        place_of(unit.graph, "w")[0] < place_of(unit.graph, "c")[0] < place_of(unit.graph, "a")[0]
    )
    xs, ys = zip(*(place_of(unit.graph, n) for n in names), strict=True)
    assert (min(xs) + max(xs)) / 2 == pytest.approx(880.0, abs=1.0)
    assert (min(ys) + max(ys)) / 2 == pytest.approx(520.0, abs=1.0)
    unit.key(Qt.Key.Key_Z, CTRL)
    assert dumps(unit.graph) == before


@pytest.mark.parametrize("names", [{"w"}, {"w", "b", "y"}], ids=["one node", "no edge between"])
def test_ctrl_l_lays_all_out_where_no_edge_joins_what_is_selected(unit, names):
    """So leaves are selected whose values were just typed; as a column they lay on other cards."""
    for k, name in enumerate(unit.graph.nodes()):
        unit.graph.set_attribute(name, "position", (1000.0 - 60.0 * k, 500.0))
    unit.canvas.document.reset(unit.graph)
    unit.canvas.select(names)
    unit.key(Qt.Key.Key_L, CTRL)
    assert (
        place_of(unit.graph, "w")[0] < place_of(unit.graph, "c")[0] < place_of(unit.graph, "a")[0]
    )
    assert faults(unit.canvas.picture).card_on_card == 0
