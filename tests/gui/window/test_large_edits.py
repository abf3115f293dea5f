"""A large edit is made of a copy beside the event loop; given up, it leaves all as it was."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from long_work import Heart, assert_shown, give_up, held, network, small, waiting, window
from pytestqt.qtbot import QtBot

import engine
from engine.formats.chainrule_file import dumps
from gui.actions.file import open_path
from gui.commands import (
    AddNodes,
    Connect,
    DeleteNodes,
    MoveNodes,
    NewNode,
    SetOutput,
    SetTitle,
    SetValue,
    Several,
    fold,
    group,
)
from gui.run import run
from gui.training.trainer import Setting
from gui.window.main_window import MainWindow

__all__ = ["held", "network", "small", "window"]


def test_all_of_a_large_graph_is_deleted_beside_the_loop_and_comes_back(
    window: MainWindow, network: Path, held: Event
) -> None:
    held.set()
    assert open_path(window, network)
    graph, before = window.document.graph, dumps(window.document.graph)
    window.canvas.select_all()
    for action, after in (
        ("edit.delete", 0),
        ("edit.undo", len(graph)),
        ("edit.redo", 0),
        ("edit.undo", len(graph)),
    ):
        held.clear()
        heart = Heart(window, held.set)
        window.bars.actions[action].trigger()
        heart._timer.stop()
        assert heart.beats > 3
        assert len(window.document.graph) == after
        assert not window.evaluation.working  # it was computed beside the loop, too
    assert window.document.graph is graph
    assert dumps(graph) == before
    assert not window.document.modified
    assert window.evaluation.readings.derivative("w1_1_1") is not None
    assert window.canvas.picture.names == graph.nodes()


@pytest.mark.parametrize("how", ["button", "esc", "close"])
def test_a_large_edit_undo_or_redo_that_is_given_up_leaves_all_as_it_was(
    window: MainWindow, network: Path, held: Event, how: str
) -> None:
    held.set()
    assert open_path(window, network)
    document, actions = window.document, window.bars.actions
    window.canvas.select_all()

    def stop() -> None:
        give_up(window, how)
        held.set()

    def given_up(action: str) -> None:
        before, index = dumps(document.graph), document.history.index()
        chosen, picture = set(window.canvas.selection.nodes), window.canvas.picture
        held.clear()
        heart = Heart(window, stop)
        actions[action].trigger()
        heart._timer.stop()
        assert heart.beats > 3
        assert dumps(document.graph) == before
        assert document.history.index() == index
        assert window.canvas.selection.nodes == chosen
        assert window.canvas.picture is picture
        assert window.isVisible()

    given_up("edit.delete")
    assert not document.history.canUndo()
    actions["edit.delete"].trigger()
    given_up("edit.undo")
    actions["edit.undo"].trigger()
    given_up("edit.redo")
    actions["edit.redo"].trigger()
    assert len(document.graph) == 0


def test_what_was_computed_beside_the_loop_is_not_computed_again_unless_it_is_edited(
    small: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[int] = []
    monkeypatch.setattr("gui.evaluation.run", lambda *given: runs.append(1) or run(*given))
    document, evaluation = small.document, small.evaluation
    document.do(SetValue("w1_1_1", 3.0))
    evaluation.flush()
    assert not runs
    assert evaluation.readings.value("w1_1_1") == evaluation.seen.value("w1_1_1") == 3.0
    document.do(SetValue("w1_1_1", 4.0))
    document.do(SetValue("w1_1_2", 5.0), at_once=True)
    evaluation.flush()
    assert runs
    values = [evaluation.seen.value(name) for name in ("w1_1_1", "w1_1_2")]
    assert values == [4.0, 5.0]


def test_what_the_graph_refuses_is_said_and_leaves_all_as_it_was(small: MainWindow) -> None:
    document, said = small.document, list[str]()
    small.canvas.message.connect(said.append)
    before = dumps(document.graph)
    wrong = Several("Both", [SetTitle("Another"), Connect("J", document.graph.nodes()[0], 0)])
    assert not small.canvas.attempt(wrong)
    assert said
    assert dumps(document.graph) == before
    assert not document.history.canUndo()
    small.document.do(SetTitle("Another"))
    assert document.title == "Another"


def test_an_edit_that_touches_nothing_is_no_step(small: MainWindow) -> None:
    small.document.do(SetTitle(small.document.graph.title))
    assert not small.document.history.canUndo()
    small.document.do(SetTitle("Another"))  # nothing is left of what was made before
    assert small.document.history.count() == 1


def test_what_was_made_for_an_edit_that_touches_nothing_is_taken_apart_beside_the_loop(
    small: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    parted: list[engine.Graph] = []
    monkeypatch.setattr("gui.actions.beside.part_with", lambda *_, graph: parted.append(graph))
    small.document.do(SetTitle(small.document.graph.title))
    assert len(parted) == 1
    assert parted[0] is not small.document.graph
    assert len(parted[0]) == len(small.document.graph)


EDITS: dict[str, Callable[[MainWindow], None]] = {
    "delete": lambda window: window.bars.actions["edit.delete"].trigger(),
    "duplicate": lambda window: window.bars.actions["edit.duplicate"].trigger(),
    "slider": lambda window: window.bars.actions["graph.slider"].trigger(),
    "arrange": lambda window: window.bars.actions["graph.arrange"].trigger(),
    "group": lambda window: window.document.do(_fold(window)),
    "value": lambda window: window.document.do(SetValue("w1_1_1", 3.0)),
    "move": lambda window: window.document.do(MoveNodes({"w1_1_1": (5.0, 5.0)})),
}


def _fold(window: MainWindow) -> Several:
    graph = window.document.graph.copy()
    made = group(graph, {"w1_1_1", "w1_1_2"}, "G")
    made.apply(graph)
    return Several("Fold", [made, fold(graph, [graph.groups[0].id], folded=True)])


@pytest.mark.parametrize("edit", EDITS)
def test_the_canvas_shows_what_a_large_edit_led_to(small: MainWindow, edit: str) -> None:
    before = dumps(small.document.graph)
    small.canvas.select({"w1_1_1", "w1_1_2", "J"})
    EDITS[edit](small)
    after = dumps(small.document.graph)
    assert after != before
    assert_shown(small)
    small.document.undo()
    assert dumps(small.document.graph) == before
    assert_shown(small)
    small.document.redo()
    assert dumps(small.document.graph) == after
    assert_shown(small)


def test_where_groups_are_folded_what_reshapes_a_large_graph_is_done_beside_the_loop(
    small: MainWindow,
) -> None:
    document = small.document
    document.do(_fold(small))
    document._large = 10
    assert len(document.graph) > 10
    heart = Heart(small)
    document.do(SetTitle("Another"))
    assert not heart.beats
    document.do(Several("Both", [SetOutput("w1_1_1"), SetTitle("Another one")]))
    assert heart.beats
    heart.beats = 0
    document.undo()
    assert heart.beats
    heart._timer.stop()
    assert_shown(small)


def test_what_a_large_paste_adds_is_selected(small: MainWindow) -> None:
    graph = small.document.graph
    before = set(graph.nodes())
    small.canvas.select_all()
    small.bars.actions["edit.copy"].trigger()
    small.bars.actions["edit.paste"].trigger()
    assert small.canvas.selection.nodes == set(graph.nodes()) - before
    assert len(graph) == 2 * len(before)
    small.bars.actions["edit.undo"].trigger()
    assert not small.canvas.selection.nodes


def test_a_given_up_paste_selects_nothing_else(small: MainWindow) -> None:
    small.canvas.select_all()
    chosen = set(small.canvas.selection.nodes)
    heart = Heart(small, lambda: waiting(small).cancel.click(), after=0)
    small.bars.actions["edit.duplicate"].trigger()
    heart._timer.stop()
    assert heart.beats
    assert small.canvas.selection.nodes == chosen


def test_training_rests_meanwhile_and_goes_on(small: MainWindow, qtbot: QtBot) -> None:
    trainer, document = small.trainer, small.document
    trainer.choose(Setting(rate=1e-3, steps=1_000_000))
    trainer.play()
    qtbot.waitUntil(lambda: trainer.steps > 0)
    playing: list[bool] = []
    heart = Heart(small, lambda: playing.append(trainer.playing), after=0)
    document.do(MoveNodes({"w1_1_1": (5.0, 5.0)}))
    heart._timer.stop()
    assert playing
    assert not any(playing)
    steps = trainer.steps
    qtbot.waitUntil(lambda: trainer.steps > steps)
    trainer.pause()
    assert small.evaluation.readings.value("w1_1_1") == document.graph.value("w1_1_1")


def test_the_journal_holds_what_a_large_edit_moved_amid_its_copying(
    small: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.safety.journal._AT_ONCE", 0)
    document, kept = small.document, small.journal
    document.do(SetTitle("Begun"))
    kept._timer.stop()  # it would begin anew, where the edit below takes a second
    kept._tick()
    kept._copier.stop()
    kept._copy_on(0.0)
    document.do(MoveNodes({"w1_1_1": (5.0, 5.0)}))
    with qtbot.waitSignal(kept.written):
        kept._copy_on(60.0)
    assert kept.file.read_bytes().partition(b"\n")[2] == dumps(document.graph)


def test_a_place_for_one_node_in_a_crowd_is_looked_for_beside_the_loop(
    small: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.document._large = 10**6  # only what is made before the step
    actions, graph = small.bars.actions, small.document.graph
    small.canvas.select({"w1_1_1"})
    actions["edit.copy"].trigger()
    for crowded, heard in ((10**6, False), (3, True)):
        monkeypatch.setattr("gui.canvas.clipboard._CROWDED", crowded)
        for action in ("edit.duplicate", "edit.paste"):
            before = dumps(graph)
            heart = Heart(small)
            actions[action].trigger()
            heart._timer.stop()
            assert bool(heart.beats) is heard
            assert small.canvas.selection.nodes.isdisjoint({"w1_1_1"})
            actions["edit.undo"].trigger()
            assert dumps(graph) == before
            small.canvas.select({"w1_1_1"})


def test_a_picture_that_undo_and_redo_lead_back_to_outlives_the_graph_before_a_large_edit(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dissolved(*_: object, graph: engine.Graph) -> None:
        graph.dissolve()  # now, and not a little later by a thread

    monkeypatch.setattr("gui.actions.beside.part_with", dissolved)
    canvas, document = window.canvas, window.document
    graph = engine.Graph()
    for k in range(100):
        graph.parameter(f"p{k}", position=(250.0 * k, 0.0))
    document.reset(graph)
    window.show_canvas()
    canvas.zoom_to(1.0)
    canvas.centre_on("p0")
    document._large = 50
    document.do(DeleteNodes([f"p{k}" for k in range(30, 100)]))
    document.do(AddNodes([NewNode("r", "relu", {"position": (0.0, 200.0)})]))
    for lead in (document.undo, document.undo, document.redo, document.redo):
        canvas.viewport().repaint()
        lead()
    canvas.fit()  # cards that no frame has shown write their names now
    canvas.viewport().repaint()
    assert all(card.text for card in canvas.picture.cards)
