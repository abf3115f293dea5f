"""An edit that makes another node the output tells which."""

from hands import Hands

from gui.canvas.deleting import delete_selection
from gui.commands import RenameNode


def said(hands: Hands) -> list[str]:
    hands.canvas.evaluation.flush()
    return hands.listen()


def delete(hands: Hands, name: str) -> None:
    hands.click(hands.middle(name))
    delete_selection(hands.canvas)
    hands.canvas.evaluation.flush()


def test_a_deleted_output_tells_which_node_is_it_now(linear_unit: Hands):
    sentences = said(linear_unit)
    delete(linear_unit, "J")
    assert sentences == ["J was the output; now d is"]
    linear_unit.canvas.document.undo()
    linear_unit.canvas.evaluation.flush()
    assert linear_unit.canvas.evaluation.readings.output == "J"
    assert len(sentences) == 1


def test_nothing_is_told_where_the_output_stays_or_none_is_left(linear_unit: Hands):
    sentences = said(linear_unit)
    linear_unit.canvas.document.do(RenameNode("J", "K"))
    delete(linear_unit, "w")
    linear_unit.canvas.select_all()
    delete_selection(linear_unit.canvas)
    linear_unit.canvas.evaluation.flush()
    linear_unit.canvas.document.reset(linear_unit.graph)
    linear_unit.canvas.evaluation.flush()
    assert sentences == []
