"""A long edge passes the frames of groups it has no part in above or below, off their borders."""

from itertools import pairwise

import numpy as np
import pytest
from framing import make
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import engine
from gui.commands import group
from gui.picture.layout import place_all
from gui.picture.picture import Picture
from gui.run import read

CTRL = Qt.KeyboardModifier.ControlModifier


def residual() -> engine.Graph:
    graph = engine.Graph()
    for name, value in (("x", 0.5), ("w1", 1.5), ("b1", 0.1), ("w2", -0.7), ("b2", 0.2)):
        (graph.input if name == "x" else graph.parameter)(name, value)
    for op, one, other, name in (
        ("multiply", "w1", "x", "u1"),
        ("add", "u1", "b1", "z1"),
        ("relu", "z1", None, "a1"),
        ("multiply", "w2", "a1", "u2"),
        ("add", "u2", "b2", "z2"),
        ("add", "z2", "x", "r"),
        ("square", "r", None, "J"),
    ):
        graph.op(op, one, *([] if other is None else [other]), name=name)
    place_all(graph)
    return graph


@pytest.fixture
def block(window) -> Hands:
    window.document.reset(residual())
    window.show_canvas()
    window.canvas.fit()
    QApplication.processEvents()
    return Hands(window.canvas)


def settled(hands: Hands) -> Picture:
    hands.canvas.finish_drawing()
    return hands.canvas.picture


def along_frames(picture: Picture) -> list[tuple[str, str]]:
    """Return each edge of which a level piece lies in, or on the border of, a frame not its own."""
    found = []
    for i, edge in enumerate(picture.edges):
        ends = {picture.index[edge.source], picture.index[edge.target]}
        line = picture.lines[i]
        for frame in picture.frames():
            left, top, right, bottom = frame.box
            if not ends.isdisjoint(frame.rows):
                continue
            for (x0, y0), (x1, y1) in pairwise(line):
                level = abs(y1 - y0) < 1.0 and min(x1, right) - max(x0, left) > 40.0
                if level and top - 4.0 < y0 < bottom + 4.0:
                    found.append((edge.target, frame.group.title))
    return found


@pytest.mark.parametrize(
    "groups",
    [
        [({"u1", "z1", "a1"}, "Layer 1"), ({"u2", "z2"}, "Layer 2")],
        [({"u1", "z1", "a1", "u2", "z2", "w1", "b1", "w2", "b2"}, "Block")],
    ],
)
def test_a_skip_edge_passes_the_frames_of_what_it_skips(block: Hands, groups) -> None:
    for names, title in groups:
        make(block, names, title)
    picture = settled(block)
    assert len(picture.frames()) == len(groups)
    assert along_frames(picture) == []
    line = picture.lines[picture.edge_index["r", 1]]
    boxes = np.delete(picture.rectangles(), [picture.index["x"], picture.index["r"]], axis=0)
    for x, y in line:
        inside = (boxes[:, :2] < (x, y)).all(axis=1) & (boxes[:, 2:] > (x, y)).all(axis=1)
        assert not inside.any()


def test_it_goes_back_where_the_group_is_given_up(block: Hands) -> None:
    before = settled(block).lines[block.canvas.picture.edge_index["r", 1]].copy()
    make(block, {"u1", "z1", "a1", "u2", "z2", "w1", "b1", "w2", "b2"}, "Block")
    led = settled(block).lines[block.canvas.picture.edge_index["r", 1]].copy()
    assert not np.array_equal(led, before)
    block.canvas.document.undo()
    QApplication.processEvents()
    after = settled(block).lines[block.canvas.picture.edge_index["r", 1]]
    np.testing.assert_array_equal(after, before)


def test_what_is_kept_up_with_edits_is_as_if_made_anew(block: Hands) -> None:
    make(block, {"u1", "z1", "a1"}, "Layer 1")
    for name, (dx, dy) in (("b1", (20.0, 60.0)), ("z1", (0.0, 80.0)), ("x", (-40.0, 30.0))):
        x, y = block.middle(name)
        block.drag((x, y), (x + dx, y + dy), CTRL)
        picture = settled(block)
        anew = Picture(block.graph, picture.readings)
        while anew.owes:
            anew.settle()
        for one, other in zip(picture.lines, anew.lines, strict=True):
            np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize(
    ("named", "places"),
    [
        (
            {"u1", "u2"},
            [(296.0, -49.0), (96.0, 461.0), (196.0, -139.0), (-4.0, -139.0), (-204.0, 301.0)],
        ),
        ({"u1", "z2"}, [(1274.0, -30.0), (1524.0, 400.0), (1774.0, -200.0), (1774.0, 230.0)]),
    ],
)
def test_where_a_card_without_edges_changes_its_frame_far_edges_are_as_if_made_anew(
    window, named: set[str], places: list[tuple[float, float]]
) -> None:
    graph = residual()
    graph.add_node("L", "parameter", value=1.0, position=places.pop(0))
    window.document.reset(graph)
    window.show_canvas()
    block = Hands(window.canvas)
    window.canvas.fit()
    QApplication.processEvents()
    window.document.do(group(graph, {*named, "L"}, "Block"))
    ways = set()
    for place in places:
        QApplication.processEvents()
        window.canvas.fit()
        middle = block.middle("L")
        block.press(middle)
        block.carry(((middle[0] + place[0]) / 2, (middle[1] + place[1]) / 2))
        block.carry(place)
        block.release(place)
        picture = settled(block)
        anew = Picture(block.graph, picture.readings)
        for one, other in zip(picture.lines, anew.lines, strict=True):
            np.testing.assert_array_equal(one, other)
        ways.add(picture.lines[picture.edge_index["r", 1]].tobytes())
    assert len(ways) > 1


def cutting(picture: Picture) -> list[tuple[str, str]]:
    """Return each edge that runs through a frame that holds neither of its ends."""
    found = []
    for edge, line in zip(picture.edges, picture.lines, strict=True):
        steps = np.linspace(line[:-1], line[1:], 20).reshape(-1, 2)
        for frame in picture.frames():
            box = np.array(frame.box)
            inside = ((steps > box[:2]) & (steps < box[2:])).all(axis=1).any()
            if inside and {edge.source, edge.target}.isdisjoint(frame.group.members):
                found.append((edge.target, frame.group.title))
    return found


def test_an_edge_that_bends_once_passes_the_frame_between_two_cards_of_which_it_runs(
    window,
) -> None:
    graph = engine.Graph()
    graph.parameter("x", 1.0, position=(0.0, 0.0))
    graph.parameter("p", 1.0, position=(200.0, -90.0))
    graph.parameter("q", 1.0, position=(200.0, 190.0))
    graph.op("relu", "x", name="r", position=(420.0, 100.0))
    window.document.reset(graph)
    window.show_canvas()
    block = Hands(window.canvas)
    window.canvas.fit()
    QApplication.processEvents()
    plain = settled(block).lines[0].copy()
    window.document.do(group(graph, {"p", "q"}, "Block"))
    picture = settled(block)
    assert cutting(picture) == []
    ys = picture.lines[0][:, 1]
    assert picture.boxes[0, 1::2].tolist() == [ys.min(), ys.max()]
    x, y = block.middle("q")
    block.drag((x, y), (x, y - 400.0), CTRL)  # the frame is out of the way
    picture = settled(block)
    np.testing.assert_array_equal(picture.lines[0], plain)
    anew = Picture(block.graph, picture.readings)
    np.testing.assert_array_equal(picture.boxes, anew.boxes)
    assert picture.special == anew.special == set()
    block.canvas.document.undo()
    QApplication.processEvents()
    assert cutting(settled(block)) == []


def going_back(down: float, *, also: bool = False) -> Picture:
    """Return a row of two cards in a group that feeds one below it, to the left."""
    graph = engine.Graph()
    graph.parameter("p", 1.0, position=(0.0, 0.0))
    graph.op("relu", "p", name="q", position=(400.0, 0.0))
    graph.op("relu", "q", name="r", position=(100.0, down))
    if also:
        graph.op("relu", "p", name="k", position=(390.0, -60.0))
        graph.op("relu", "k", name="l", position=(100.0, down + 70.0))
    graph.groups = [engine.Group("1", "Row", ("p", "q", *(["k"] if also else [])))]
    return Picture(graph, read(graph))


def levels(picture: Picture) -> list[float]:
    """Return at which heights edges run back below or above the frame, or in it."""
    pieces = (pair for line in picture.lines for pair in pairwise(line.tolist()))
    back = ((y0, y1) for (x0, y0), (x1, y1) in pieces if x0 - x1 > 20.0)
    return sorted({round(y0, 3) for y0, y1 in back if abs(y1 - y0) < 1e-6})


@pytest.mark.parametrize("also", [False, True])
@pytest.mark.parametrize("down", [94.0, 98.0, 102.0, 106.0, 110.0])
def test_what_goes_back_out_of_a_group_does_not_run_along_its_border(
    down: float, also: bool
) -> None:
    picture = going_back(down, also=also)
    (frame,) = picture.frames()
    heights = levels(picture)
    assert len(heights) == (2 if also else 1)
    assert min(abs(y - border) for y in heights for border in frame.box[1::2]) > 5.0
    assert not also or abs(heights[0] - heights[1]) > 3.0
