"""Cards that a hand carries: their own edges follow, the others give way once it lets go."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from kept_pictures import SMALL, large, same

import engine
from gui.commands import DeleteNodes
from gui.document import Document
from gui.picture.edited import picture_after
from gui.picture.picture import Picture
from gui.run import read

some = st.integers(0, SMALL - 1).map(lambda k: f"n{k}")
places = st.tuples(st.integers(0, 1400), st.integers(0, 800)).map(lambda at: tuple(map(float, at)))


def carry(picture: Picture, positions: dict[str, tuple[float, float]]) -> None:
    """Let a hand carry cards to other places."""
    picture.graph.set_positions(positions)
    picture.move(positions, carried=True)


def settled(picture: Picture) -> Picture:
    """Return the picture once all ways are found."""
    while picture.owes:
        picture.settle(16)
    return picture


@given(st.lists(st.dictionaries(some, places, min_size=1, max_size=2), min_size=1, max_size=8))
@settings(max_examples=8, deadline=None)
def test_only_their_own_edges_follow_until_all_ways_are_those_found_anew(moves: list) -> None:
    graph = large(SMALL, 8)
    picture = Picture(graph, read(graph))
    for places in moves:
        ways, led = picture.lines, dict(picture._led)
        carry(picture, places)
        hanging = picture._hanging([picture.index[name] for name in places])
        for edge in np.flatnonzero(~hanging).tolist():
            assert picture._led.get(edge) is led.get(edge)
            np.testing.assert_array_equal(picture.line(edge), ways[edge])
        ends = picture.ends_of(np.flatnonzero(hanging))
        np.testing.assert_array_equal(picture.corners(np.flatnonzero(hanging))[:, 2], ends)
    anew = picture.with_edges_kept()
    anew._alone.clear()
    anew.reroute()
    for line, way in zip(settled(picture).lines, anew.lines, strict=True):
        np.testing.assert_array_equal(line, way)
    np.testing.assert_array_equal(picture.boxes, anew.boxes)
    assert picture.special == anew.special


@given(st.lists(st.dictionaries(some, places, min_size=1, max_size=2), min_size=1, max_size=3))
@settings(max_examples=8, deadline=None)
def test_an_edit_amid_it_forgets_no_way_that_is_owed(moves: list) -> None:
    document = Document()
    document.reset(large(SMALL, 8))
    graph = document.graph
    picture = Picture(graph, read(graph))
    for places in moves:
        carry(picture, places)
    document.do(DeleteNodes(["n45"]))
    moved = [name for name in moves[-1] if name in graph]
    after = picture_after(picture, read(graph), (), moved)
    same(settled(after), Picture(graph, read(graph)))


def test_beside_a_folded_group_it_forgets_none_either() -> None:
    document = Document()
    document.reset(large(SMALL, 8))
    graph = document.graph
    graph.groups = [engine.Group("g", "Some", ("n25", "n26"), folded=True)]
    picture = Picture(graph, read(graph))
    carry(picture, {"n47": (734.0, 707.0)})
    document.do(DeleteNodes(["n45"]))
    after = picture_after(picture, read(graph))
    assert after.owes
    same(settled(after), Picture(graph, read(graph)))
