"""The entries of the lesson's menu, taken while the numbers after an edit are still to come."""

import pytest
from long_work import Heart, held
from windows import unit, window

from gui.commands import RenameNode, SetOutput, delete

__all__ = ["held", "unit", "window"]


def test_the_way_to_the_output_leads_to_none_that_was_just_deleted(window, unit, monkeypatch):
    document = window.document
    monkeypatch.setattr("gui.evaluation.LARGE", 2)  # the numbers come from beside the loop
    document.do(delete(document.graph, {"J"}, set()))
    assert window.evaluation.readings.output == "J"
    unit.canvas.select({"c"})
    window.bars.actions["lesson.way"].trigger()
    assert unit.canvas.lit is not None
    assert unit.canvas.lit.nodes == {"c", "a", "d"}


def test_without_an_output_it_is_said_why_there_is_none_to_lead_to(window, unit, monkeypatch):
    document, said = window.document, unit.listen()
    monkeypatch.setattr("gui.evaluation.LARGE", 2)
    document.do(delete(document.graph, {"J", "a"}, set()))
    document.do(SetOutput(None))
    assert window.evaluation.readings.output == "J"
    unit.canvas.select({"b"})
    window.bars.actions["lesson.way"].trigger()
    assert unit.canvas.lit is None
    assert said[-1].startswith("3 nodes lead nowhere: ")


def test_of_the_output_alone_it_is_said_what_to_select_instead(window, unit):
    """No path led from J to J."""
    said = unit.listen()
    unit.canvas.select({"J"})
    window.bars.actions["lesson.way"].trigger()
    assert unit.canvas.lit is None
    assert said[-1] == "J is the output itself: select a node that leads to it"


@pytest.mark.parametrize("entry", ["lesson.toggle", "lesson.forward"])
def test_what_a_screen_reader_edits_gives_up_what_is_found_in_the_graph(
    window, unit, held, monkeypatch, entry
):
    monkeypatch.setattr("gui.actions.lesson.LARGE", 2)

    def edit():
        if not held.is_set():
            held.set()
            window.document.do(RenameNode("w", "weight"))

    heart = Heart(window, edit)
    window.bars.actions[entry].trigger()
    assert heart.beats
    assert "weight" in unit.graph
    assert not window.lesson.on
    assert not window.lesson.sweep.on
