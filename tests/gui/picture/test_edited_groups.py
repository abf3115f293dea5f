"""The picture of a graph is kept up with other groups, and beside folded ones, too."""

from collections.abc import Sequence

import numpy as np
import pytest
from kept_pictures import SMALL, canvas, large, same

import engine
from gui.canvas.canvas import Canvas
from gui.commands import AddNodes, Connect, MoveNodes, NewNode, SetGroups, SetValue
from gui.picture.cards import Points
from gui.picture.edge_ways import EdgeWays, Indices
from gui.picture.led import Led
from gui.picture.picture import Picture

__all__ = ["canvas"]


def test_other_groups_of_a_large_graph_make_another_picture_of_the_same_cards(
    canvas: Canvas,
) -> None:
    document, evaluation = canvas.document, canvas.evaluation
    document.reset(large())
    evaluation.flush()
    document.do(SetValue("n3", -1234567.25))  # a card that grew
    evaluation.flush()
    before = canvas.picture
    places = before.centres.copy()
    groups = [engine.Group("g", "Some", ("n25", "n26", "n41")), engine.Group("h", "n9", ("n9",))]
    document.do(SetGroups(groups, "Group"))
    after, anew = canvas.picture, Picture(document.graph, evaluation.seen)
    same(after, anew)
    assert after.frames() == anew.frames()
    assert len(after.frames()) == 2
    assert before.frames() == ()
    assert all(map(lambda one, other: one is other, after.cards, before.cards))
    document.do(MoveNodes({"n25": (5.0, -70.0)}))  # in place: what was drawn before stays
    assert (before.centres == places).all()
    same(canvas.picture, Picture(document.graph, evaluation.seen))
    document.undo()
    document.undo()
    assert canvas.picture.frames() == ()
    same(canvas.picture, Picture(document.graph, evaluation.seen))


def test_beside_a_folded_group_an_edit_leads_none_of_the_edges_that_it_leaves_alone(
    canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, evaluation = canvas.document, canvas.evaluation
    graph = large(SMALL, 10)
    graph.groups = [engine.Group("g", "Some", ("n25", "n26"), folded=True)]
    document.reset(graph)
    evaluation.flush()
    canvas.finish_drawing()
    led: list[int] = []
    onward = EdgeWays._ways_onward

    def count(picture: EdgeWays, chosen: Indices, looked_for: Points) -> Sequence[Led | None]:
        led.append(len(chosen))
        return onward(picture, chosen, looked_for)

    monkeypatch.setattr(EdgeWays, "_ways_onward", count)
    document.do(AddNodes([NewNode("far", "add", {"position": (-900.0, -900.0)})]))
    assert sum(led) == 0
    document.do(Connect("n0", "far", 0))
    assert 0 < sum(led) < len(canvas.picture.edges) / 2
    monkeypatch.undo()
    canvas.finish_drawing()
    anew = Picture(document.graph, evaluation.seen)
    assert all(map(np.array_equal, canvas.picture.lines, anew.lines))
