"""The ways of edges after an edit: free at once, those found anew once they are settled."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from kept_pictures import SMALL, canvas, large, same
from moving import move

import engine
from gui.canvas.canvas import Canvas
from gui.commands import AddNodes, DeleteNodes, NewNode
from gui.picture.picture import Picture
from gui.run import read

__all__ = ["canvas"]

some = st.integers(0, SMALL - 1).map(lambda k: f"n{k}")
places = st.tuples(st.integers(0, 1400), st.integers(0, 800)).map(lambda at: tuple(map(float, at)))


@given(st.lists(st.dictionaries(some, places, min_size=1, max_size=2), min_size=1, max_size=12))
@settings(max_examples=6, deadline=None)
def test_while_cards_are_dragged_ways_are_those_found_anew(moves: list) -> None:
    graph = large(SMALL, 8)
    picture = Picture(graph, read(graph))
    for places in moves:
        move(picture, places)
        picture.come_due()
        owed = picture._owed.copy()
        anew = picture.with_edges_kept()
        anew._owed = owed.copy()
        anew._alone.clear()
        anew.reroute()
        ways = zip(lines_alone(picture), lines_alone(anew), strict=True)
        assert all(owed | [np.array_equal(*both) for both in ways])
    picture.settle()
    for line, way in zip(picture.lines, anew.lines, strict=True):
        np.testing.assert_array_equal(line, way)
    np.testing.assert_array_equal(picture.boxes, anew.boxes)
    assert picture.special == anew.special


def lines_alone(picture: Picture) -> list[np.ndarray]:
    """Return the edges as they run before those on one line are set apart."""
    plain = picture.plain_lines(np.arange(len(picture.edges)))
    led = picture._alone
    return [led[i].line if i in led else line for i, line in enumerate(plain)]


def test_ways_that_a_dragged_card_leaves_alone_are_not_made_again() -> None:
    graph = large(SMALL, 8)
    picture = Picture(graph, read(graph))
    before = dict(picture._led)
    x, y = picture.centres[picture.index["n30"]]
    move(picture, {"n30": (x + 5.0, y)})
    hanging = set(np.flatnonzero(picture._hanging([picture.index["n30"]])).tolist())
    other = {i for i, led in picture._led.items() if led is not before.get(i)}
    assert len(before) > 70
    assert len(other - hanging) < 12


def test_a_way_that_an_edit_opens_is_found_between_two_events(canvas: Canvas, qtbot) -> None:
    canvas.show()
    document = canvas.document
    document.do(
        AddNodes(
            [
                NewNode("a", "parameter", {"value": 1.0, "position": (0.0, 0.0)}),
                NewNode("wall", "parameter", {"value": 1.0, "position": (300.0, 0.0)}),
                NewNode("b", "relu", {"position": (600.0, 0.0)}),
            ],
            [engine.Edge("a", "b", 0)],
        )
    )
    around = canvas.picture.lines[0]
    assert canvas.picture.special == {0}
    document.do(DeleteNodes(["wall"]))
    assert canvas.picture.lines[0] is around
    qtbot.waitUntil(lambda: not canvas.picture.owes)
    same(canvas.picture, Picture(document.graph, canvas.evaluation.seen))
    assert not canvas.picture.special


def test_numbers_have_the_room_of_the_way_that_is_found_at_last(canvas: Canvas) -> None:
    document = canvas.document
    nodes = [
        NewNode("a", "parameter", {"value": -123456.5, "position": (0.0, 0.0)}),
        NewNode("wall", "parameter", {"value": 1.0, "position": (300.0, 0.0)}),
        NewNode("b", "relu", {"position": (600.0, 0.0)}),
        NewNode("c", "relu", {"position": (900.0, 0.0)}),
    ]
    document.do(AddNodes(nodes, [engine.Edge("a", "b", 0), engine.Edge("b", "c", 0)]))
    canvas.evaluation.flush()
    document.do(DeleteNodes(["wall"]))
    canvas.evaluation.flush()
    picture = canvas.picture
    assert picture.owes
    list(picture.labels())  # as they are drawn meanwhile
    picture.settle()
    anew = Picture(document.graph, canvas.evaluation.seen)
    edges = np.arange(2)
    rooms = picture._rooms_before(edges, picture.ends_of(edges))
    np.testing.assert_array_equal(rooms, anew._rooms_before(edges, anew.ends_of(edges)))


def walled() -> AddNodes:
    """Return the step that adds an edge from a to b, with a wall between."""
    nodes = [
        NewNode("a", "parameter", {"position": (0.0, 0.0)}),
        NewNode("wall", "parameter", {"position": (300.0, 0.0)}),
        NewNode("b", "relu", {"position": (600.0, 0.0)}),
    ]
    return AddNodes(nodes, [engine.Edge("a", "b", 0)])


def test_edges_find_their_ways_also_after_the_canvas_was_away(canvas: Canvas, qtbot) -> None:
    canvas.show()
    document = canvas.document
    document.do(walled())
    document.do(DeleteNodes(["wall"]))
    canvas.evaluation.flush()
    assert canvas.picture.owes
    canvas.hide()  # the welcome page came forward
    canvas.show()
    qtbot.waitUntil(lambda: not canvas.picture.owes)
    same(canvas.picture, Picture(document.graph, canvas.evaluation.seen))


def test_edges_find_their_ways_once_what_was_previewed_is_a_step(canvas: Canvas, qtbot) -> None:
    canvas.show()
    document = canvas.document
    document.do(walled())
    document.preview(DeleteNodes(["wall"]))
    qtbot.waitUntil(lambda: not canvas._settling.isActive())
    document.do(DeleteNodes(["wall"]))  # which changes nothing of what is shown
    canvas.redraw()  # as the hand does that lets go
    qtbot.waitUntil(lambda: not canvas.picture.owes)
    same(canvas.picture, Picture(document.graph, canvas.evaluation.seen))


def test_a_card_that_comes_onto_an_edge_is_led_around_at_once(canvas: Canvas) -> None:
    document = canvas.document
    ends = NewNode("a", "parameter"), NewNode("b", "relu", {"position": (600.0, 0.0)})
    document.do(AddNodes([*ends], [engine.Edge("a", "b", 0)]))
    assert not canvas.picture.special
    document.do(AddNodes([NewNode("wall", "add", {"position": (300.0, 0.0)})], []))
    assert canvas.picture.special == {0}


def test_ways_side_by_side_depend_on_no_order_in_which_they_were_found(qapp) -> None:
    del qapp
    graph = large(SMALL, 8)
    picture = Picture(graph, read(graph))
    move(picture, {"n39": (0.0, 170.0)})
    while picture.owes:
        picture.settle(16)
    anew = picture.with_edges_kept()
    anew._alone.clear()
    anew.reroute()
    for line, way in zip(picture.lines, anew.lines, strict=True):
        np.testing.assert_array_equal(line, way)
