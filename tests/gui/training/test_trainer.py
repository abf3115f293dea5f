"""Training a document over time: its steps, its one step of the history, its end."""

import json
import math

import pytest
from examples import example
from pytestqt.qtbot import QtBot
from training_desk import Desk, desk

import engine
from engine.network import Network
from engine.training import Feed, Table, Training, optimizer
from gui.app import main
from gui.commands import (
    AddNodes,
    Connect,
    DeleteNodes,
    NewNode,
    RenameNode,
    SetAttribute,
    SetKind,
    SetOutput,
    SetSlider,
    SetSliders,
    SetTable,
    SetValue,
)
from gui.document import Command
from gui.slider_span import first_span
from gui.training.trainer import FASTEST, TRACED
from resources import resource

__all__ = ["desk"]

XOR = Table(
    ("x[0]", "x[1]", "y[0]"),
    ((0.0, 0.0, 0.0), (0.0, 1.0, 1.0), (1.0, 0.0, 1.0), (1.0, 1.0, 0.0)),
)


def test_one_step_is_the_lectures_and_one_undo_takes_it_back(desk: Desk) -> None:
    desk.trainer.step()
    graph = desk.document.graph
    assert (graph.value("w"), graph.value("b")) == (pytest.approx(2.4), pytest.approx(7.8))
    assert desk.trainer.history == [2.0, pytest.approx(0.5)]
    assert desk.trainer.traces == {
        "w": [2.0, pytest.approx(2.4)],
        "b": [8.0, pytest.approx(7.8)],
    }
    assert desk.document.modified
    assert desk.document.history.undoText() == "Train"
    desk.document.undo()
    assert desk.bytes == desk.first
    assert not desk.document.modified
    assert desk.trainer.history == []


def test_a_run_is_one_step_of_the_history_whatever_its_length(desk: Desk) -> None:
    desk.play()
    assert desk.trainer.steps == 10
    desk.trainer.step()
    desk.play()
    assert desk.trainer.steps == 20
    desk.play()
    assert desk.trainer.steps == 30
    assert desk.document.history.count() == 1
    trained = desk.bytes
    desk.document.undo()
    assert desk.bytes == desk.first
    desk.document.redo()
    assert desk.bytes == trained


def test_it_plays_at_its_pace_and_can_be_paused(desk: Desk) -> None:
    desk.choose(rate=0.01, speed=60, steps=1000)
    desk.trainer.play()
    desk.qtbot.waitUntil(lambda: desk.trainer.steps > 2)
    assert desk.trainer.playing
    desk.trainer.pause()
    steps = desk.trainer.steps
    assert not desk.trainer.playing
    desk.qtbot.wait(40)
    assert desk.trainer.steps == steps < 1000


@pytest.mark.parametrize(
    "command",
    [
        SetAttribute("w", "label", "w_1"),
        SetAttribute("J", "label", "C"),
        SetSlider("x", first_span(-2.0)),
        SetSliders(("w", "x"), given=True),
    ],
    ids=["label of a parameter", "label of an op", "slider", "sliders"],
)
def test_what_is_no_number_leaves_training_as_it_is(desk: Desk, command: Command) -> None:
    desk.choose(rate=0.01, speed=60, steps=1000)
    desk.trainer.play()
    desk.qtbot.waitUntil(lambda: desk.trainer.steps > 2)
    history = desk.trainer.history
    desk.document.do(command)
    assert desk.trainer.playing
    assert desk.trainer.history is history
    desk.trainer.pause()
    desk.document.undo()
    desk.trainer.step()
    assert desk.trainer.history is history


@pytest.mark.parametrize(
    "command",
    [
        SetValue("x", 3.0),
        RenameNode("w", "v"),
        Connect("x", "a", 2),
        SetTable(Table(("x",), ((1.0,),))),
    ],
    ids=["value", "name", "edge", "data"],
)
def test_an_edit_of_the_graph_ends_training(desk: Desk, command) -> None:
    desk.choose(rate=0.01, speed=1, steps=100)
    desk.trainer.step()
    desk.trainer.play()
    desk.document.do(command)
    assert not desk.trainer.playing
    assert desk.trainer.history == []
    after = desk.bytes
    desk.trainer.reset()
    assert desk.bytes == after


BESIDE = [
    AddNodes([NewNode("q", "parameter", {"value": 1.0})]),
    SetValue("q", 2.0),
    RenameNode("q", "v"),
    AddNodes([NewNode("p", "sin")], [engine.Edge("v", "p", 0)]),
    AddNodes([NewNode("t", "cos")], [engine.Edge("c", "t", 0)]),
    SetKind("v", "input"),
    DeleteNodes(["p"]),
]


@pytest.mark.parametrize("named", [True, False])
def test_what_is_begun_beside_what_is_trained_lets_it_go_on(desk: Desk, named: bool) -> None:
    if not named:
        desk.document.do(SetOutput(None))
    before = desk.bytes
    desk.choose(rate=0.01, steps=100_000)
    desk.trainer.play()
    history = desk.trainer.history
    for command in BESIDE:
        steps = desk.trainer.steps
        desk.document.do(command)
        assert desk.trainer.playing
        desk.qtbot.waitUntil(lambda steps=steps: desk.trainer.steps > steps)
    assert desk.trainer.history is history
    graph = desk.document.graph
    desk.trainer.pause()
    assert graph.output == "J"
    assert graph.value("w") == desk.trainer.training.value("w") != 2.0
    desk.trainer.reset()
    assert graph.value("w") == 2.0
    while desk.document.history.canUndo() and desk.bytes != before:
        desk.document.undo()
    assert desk.bytes == before


@pytest.mark.parametrize(
    "command", [SetOutput("d"), AddNodes([NewNode("K", "sin")], [engine.Edge("J", "K", 0)])]
)
def test_another_output_ends_training(desk: Desk, command) -> None:
    desk.trainer.step()
    desk.document.do(command)
    assert desk.trainer.history == []


def test_a_graph_that_was_edited_no_one_knows_how_long_ago_begins_anew(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.graph.structure._MOST_TOUCHED", 8)
    desk.trainer.step()
    desk.document.do(AddNodes([NewNode(f"q{k}", "parameter", {}) for k in range(9)]))
    assert desk.trainer.history == []


def test_another_rate_goes_on_another_rule_begins_anew(desk: Desk) -> None:
    desk.trainer.step()
    desk.choose(rate=0.001)
    desk.trainer.step()
    assert desk.trainer.steps == 2
    assert desk.trainer.history[2] > 0.49
    desk.choose(rate=0.001, optimizer="adam")
    assert desk.trainer.history == []
    desk.trainer.step()
    assert desk.document.graph.value("w") == pytest.approx(2.4, abs=0.01)


def test_the_pace_can_be_changed_while_it_plays(desk: Desk) -> None:
    desk.choose(speed=1, rate=0.01, steps=5)
    desk.trainer.play()
    desk.choose(speed=FASTEST, rate=0.01, steps=5)
    desk.qtbot.waitUntil(lambda: not desk.trainer.playing)
    assert desk.trainer.steps == 5


def test_xor_is_learned_with_the_history_of_the_command_line(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    path = resource("lessons/xor.chainrule")
    options = ("--optimizer", "adam", "--rate", "0.05", "--steps", "300", "--json")
    assert main(["train", str(path), *options]) == 0
    alone = json.loads(capsys.readouterr().out)
    desk = Desk(qtbot, engine.load(path))
    desk.choose(optimizer="adam", rate=0.05, steps=300)
    desk.play()
    assert desk.trainer.history == alone["history"]
    assert desk.trainer.history[-1] < 0.01
    graph = desk.document.graph
    assert {name: graph.value(name) for name in alone["parameters"]} == alone["parameters"]
    desk.document.undo()
    assert desk.bytes == desk.first


def test_arrays_are_trained_too_and_have_no_traces(qtbot: QtBot) -> None:
    graph = Network((2, 3, 1), activation="tanh", batch=4, seed=1).build()
    graph.network.graph["data"] = XOR.tree()
    desk = Desk(qtbot, graph)
    desk.choose(optimizer="adam", rate=0.05)
    desk.play()
    alone = Training(
        Network((2, 3, 1), activation="tanh", batch=4, seed=1).build(), optimizer("adam", 0.05), XOR
    )
    assert len(list(alone.run(10))) == 10
    assert desk.trainer.history == alone.history
    assert desk.trainer.traces == {}


def test_rows_fed_one_by_one_are_seen_in_the_inputs(desk: Desk) -> None:
    desk.document.do(SetTable(Table(("x", "y"), ((-2.0, 2.0), (1.0, 3.0)))))
    before = desk.bytes
    desk.choose(rate=0.01, feed=Feed.ROWS)
    desk.trainer.step()
    assert desk.document.graph.value("x") == 1.0
    assert desk.document.graph.value("y") == 3.0
    desk.trainer.step()
    assert desk.document.graph.value("x") == -2.0
    desk.document.undo()
    assert desk.bytes == before


def test_an_empty_table_feeds_nothing(desk: Desk) -> None:
    desk.document.do(SetTable(Table(("x",), ())))
    desk.trainer.step()
    assert desk.trainer.history == [2.0, pytest.approx(0.5)]


def test_divergence_ends_the_run_by_its_name_and_is_taken_back(desk: Desk) -> None:
    desk.choose(rate=5.0, steps=1000)
    desk.play()
    assert desk.trainer.problem == "diverged at step 112: J is ∞"
    assert desk.trainer.history[-1] == math.inf
    desk.play()
    desk.trainer.step()
    assert desk.trainer.steps == 112
    desk.trainer.reset()
    assert desk.trainer.problem == ""
    assert desk.bytes == desk.first


@pytest.mark.parametrize(
    ("tree", "sentence"),
    [
        (
            {"columns": ["q"], "rows": [[1.0]]},
            "column q: there is no input named 'q'; the inputs are x, y",
        ),
        ({"columns": ["x"], "rows": [["1"]]}, "graph.data.rows[0][0]: expected a number"),
    ],
)
def test_what_cannot_be_trained_says_why_and_changes_nothing(qtbot: QtBot, tree, sentence) -> None:
    graph = example("linear-unit")
    graph.network.graph["data"] = tree
    desk = Desk(qtbot, graph)
    desk.trainer.step()
    desk.play()
    assert desk.trainer.problem == sentence
    assert desk.trainer.steps == 0
    assert desk.bytes == desk.first
    desk.document.do(SetTable(None))
    assert desk.trainer.problem == ""
    desk.trainer.step()
    assert desk.trainer.steps == 1


def test_so_many_parameters_are_traced(qtbot: QtBot) -> None:
    graph = engine.Graph()
    for k in range(TRACED + 3):
        graph.parameter(f"w{k}", 1.0)
    graph.op("add", *graph.nodes(), name="J")
    desk = Desk(qtbot, graph)
    desk.trainer.step()
    assert list(desk.trainer.traces) == [f"w{k}" for k in range(TRACED)]


def test_what_training_starts_from_is_copied_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, asked = Training.start, []
    monkeypatch.setattr(
        Training, "start", property(lambda self: asked.append(self) or start.fget(self))
    )
    desk.trainer.step()
    assert len(asked) == 1
