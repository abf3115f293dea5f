"""Edits amid a lesson, a quiz, a bump, forward mode: each part hears of them in its own time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from windows import unit, window

import engine
from engine.formats.chainrule_file import dumps
from gui.commands import RenameNode, SetOutput, delete

__all__ = ["unit", "window"]

MODES = {
    "nothing": lambda _window: None,
    "a lesson": lambda window: window.lesson.start(),
    "forward mode": lambda window: window.bars.actions["lesson.forward"].trigger(),
    "a bump": lambda window: window.turn_to("bump"),
    "training": lambda window: window.turn_to("train"),
    "a quiz": lambda window: (window.turn_to("quiz"), window.side.quiz.begin.click()),
}
EDITS = [
    ("w", lambda _graph, name: RenameNode(name, "new")),
    ("c", lambda _graph, name: RenameNode(name, "new")),
    ("c", lambda graph, name: delete(graph, {name}, set())),
    ("c", lambda _graph, name: SetOutput(name)),
    ("J", lambda graph, name: delete(graph, {name}, set())),
    ("J", lambda _graph, _name: SetOutput(None)),
]


@pytest.mark.parametrize("beside", [False, True], ids=["at once", "beside the loop"])
@pytest.mark.parametrize("mode", MODES)
def test_an_edit_of_what_is_selected_is_heard_by_all(window, unit, mode, beside):
    first = dumps(unit.graph)
    if beside:
        window.document._large = -1
    for name, edit in EDITS[1:4] if beside else EDITS:
        MODES[mode](window)
        unit.canvas.select({name})
        window.document.do(edit(unit.graph, name))
        last = dumps(unit.graph)
        QApplication.processEvents()
        window.document.undo()
        assert dumps(unit.graph) == first
        window.document.redo()
        assert dumps(unit.graph) == last
        window.document.undo()
        QApplication.processEvents()
        window.canvas.entry.close_editor()
        window.turn_to("inspect")
        window.lesson.stop()
        window.lesson.sweep.end()
        window.quiz.stop()
    assert window.evaluation.lens is None


def test_undo_amid_a_drag_takes_back_the_drag_and_nothing_that_was_done_before(window, unit):
    window.document.do(RenameNode("b", "bias"))
    before, place = dumps(unit.graph), unit.middle("c")
    unit.press(place)
    unit.carry((place[0] + 60, place[1] + 90))
    assert dumps(unit.graph) != before  # it is shown already
    unit.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dumps(unit.graph) == before
    unit.release((place[0] + 80, place[1] + 90))
    assert dumps(unit.graph) == before
    unit.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "b" in unit.graph


@pytest.mark.parametrize("mode", MODES)
def test_another_graph_comes_while_an_edge_is_selected(window, unit, mode):
    MODES[mode](window)
    unit.canvas.selection.edges.add(engine.Edge("w", "c", 0))
    unit.canvas.selection_touched()
    QApplication.processEvents()
    window.document.reset(engine.Graph())
    QApplication.processEvents()
    window.turn_to("inspect")
    assert window.inspector.graph_page.isVisible()


def test_a_band_that_an_edit_ends_leads_no_lesson_over_the_picture_from_before(window, unit):
    unit.canvas.select({"J"})
    unit.press((-900.0, -900.0), Qt.KeyboardModifier.ControlModifier)
    unit.carry(unit.middle("w"), keys=Qt.KeyboardModifier.ControlModifier)
    assert unit.canvas.selection.nodes > {"J"}
    window.lesson.start()
    window.document.do(delete(unit.graph, {"c"}, set()))
    QApplication.processEvents()
    assert window.lesson.on
    assert unit.canvas.selection.nodes <= {"J"}
    unit.release((-900.0, -900.0))
