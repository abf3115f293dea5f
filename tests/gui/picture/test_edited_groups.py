"""The picture of a large graph is kept up with other groups, too."""

from kept_pictures import canvas, large, same

import engine
from gui.canvas.canvas import Canvas
from gui.commands import MoveNodes, SetGroups, SetValue
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
