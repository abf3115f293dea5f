"""Reset: the graph has the values from before training again, and the history no step too many."""

from training_desk import Desk, desk

from gui.commands import MoveNodes, SetTitle, SetValue

__all__ = ["desk"]


def test_reset_leaves_the_document_as_it_was_before(desk: Desk) -> None:
    desk.trainer.reset()
    assert desk.document.history.count() == 0
    desk.play()
    desk.trainer.reset()
    assert desk.bytes == desk.first
    assert not desk.document.modified
    assert (desk.trainer.history, desk.trainer.traces) == ([], {})


def test_reset_after_another_edit_is_a_step_of_its_own(desk: Desk) -> None:
    desk.play()
    desk.document.do(MoveNodes({"w": (1.0, 2.0)}))
    desk.document.do(SetTitle("Moved"))
    assert desk.trainer.steps == 10
    desk.trainer.reset()
    assert desk.document.graph.value("w") == 2.0
    assert desk.document.graph.title == "Moved"
    assert desk.document.history.undoText() == "Reset training"
    while desk.document.history.canUndo():
        desk.document.undo()
    assert desk.bytes == desk.first


def test_reset_takes_back_its_own_steps_only(desk: Desk) -> None:
    desk.document.do(SetValue("b", 6.0))  # where nothing moves any more
    desk.trainer.step()
    assert desk.trainer.history == [0.0, 0.0]
    desk.trainer.reset()
    assert desk.document.graph.value("b") == 6.0
    desk.document.do(SetValue("b", 8.0))
    desk.trainer.step()
    desk.document.do(MoveNodes({"w": (1.0, 2.0)}))
    desk.trainer.step()
    desk.trainer.reset()
    assert (desk.document.graph.value("w"), desk.document.graph.value("b")) == (2.0, 8.0)


def test_reset_goes_back_to_where_training_by_this_rule_began(desk: Desk) -> None:
    desk.trainer.step()
    graph = desk.document.graph
    before = graph.value("w"), graph.value("b")
    desk.choose(optimizer="momentum")
    desk.trainer.step()
    assert (graph.value("w"), graph.value("b")) != before
    desk.trainer.reset()
    assert (graph.value("w"), graph.value("b")) == before
