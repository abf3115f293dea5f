"""The numbers are kept up with the document's edits, at the cost of one run for a burst."""

import gc
import weakref

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

import engine
from gui import evaluation as evaluation_module
from gui.commands import (
    AddNodes,
    Connect,
    DeleteNodes,
    Disconnect,
    MoveNodes,
    NewNode,
    RenameNode,
    SetAttribute,
    SetOutput,
    SetTitle,
    SetValue,
    SetValues,
)
from gui.document import Command, Document
from gui.evaluation import Evaluation
from gui.run import read


def _linear_unit() -> engine.Graph:
    graph = engine.Graph()
    w, x = graph.parameter("w", 2.0), graph.input("x", -2.0)
    c = graph.op("multiply", w, x, name="c")
    a = graph.op("add", c, graph.parameter("b", 8.0), name="a")
    d = graph.op("subtract", a, graph.input("y", 2.0), name="d")
    graph.op("formula", d, name="J", formula="d^2/2", inputs=["d"])
    return graph


def test_readings_are_the_lecture_s() -> None:
    readings = read(_linear_unit())
    assert [readings.value(n) for n in "cadJ"] == [-4.0, 4.0, 2.0, 2.0]
    assert [readings.derivative(n) for n in "wbcadJ"] == [-4.0, 2.0, 2.0, 2.0, 2.0, 1.0]
    assert readings.edge_derivative("w", "c", 0) == -4.0
    assert (readings.output, readings.message, readings.nonfinite) == ("J", "", ())
    assert readings.counts.backprop_steps == 6
    assert readings.counts.bump_steps == 8


def test_an_incomplete_graph_shows_what_it_can() -> None:
    graph = _linear_unit()
    graph.remove_edge("b", "a", 1)
    readings = read(graph)
    assert readings.value("c") == -4.0
    assert readings.value("a") is None
    assert readings.derivative("w") is None
    assert readings.edge_derivative("w", "c", 0) is None
    assert "no edge" in (readings.problem("a") or "")
    assert readings.problem("c") is None


def test_readings_of_what_is_not_there_are_none() -> None:
    readings = read(engine.Graph())
    assert readings.value("w") is None
    assert readings.derivative("w") is None
    assert readings.edge_derivative("w", "c", 0) is None
    assert readings.problem("w") is None
    assert (readings.output, readings.message) == (None, "")


def test_several_ends_are_named_and_values_are_shown_all_the_same() -> None:
    graph = _linear_unit()
    graph.op("square", "w", name="s")
    readings = read(graph)
    assert readings.output is None
    assert "J" in readings.message
    assert "s" in readings.message
    assert readings.value("s") == 4.0


def test_shapes_that_do_not_fit_mark_their_node_only() -> None:
    graph = _linear_unit()
    m = graph.op("matmul", graph.input("A", np.ones((2, 3))), graph.input("B", np.ones((2, 4))))
    readings = read(graph)
    assert readings.value(m) is None
    assert "2×3" in (readings.problem(m) or "")
    assert readings.value("J") == 2.0


@pytest.fixture
def document() -> Document:
    document = Document()
    document.reset(_linear_unit())
    return document


def test_a_burst_of_edits_is_one_run(qtbot: QtBot, document: Document) -> None:
    evaluation = Evaluation(document)
    runs = []
    evaluation.evaluated.connect(lambda: runs.append(evaluation.readings.value("J")))
    for value in (1.0, 3.0, 2.001):
        document.do(SetValue("w", value))
    assert evaluation.readings.value("J") == 2.0
    qtbot.waitUntil(lambda: bool(runs))
    qtbot.wait(5)
    assert runs == [pytest.approx(1.996002, abs=1e-15)]


EDITS = [
    AddNodes([NewNode("s", "square")], [engine.Edge("w", "s", 0)]),
    DeleteNodes(["b"]),
    Connect("x", "a", 1),
    Disconnect("y", "d", 1),
    RenameNode("w", "weight"),
    SetValue("w", 3.0),
    SetValue("w", np.array([1.0, 2.0])),
    SetAttribute("J", "formula", "d^2"),
    SetOutput("c"),
]


@pytest.mark.parametrize("edit", EDITS, ids=lambda e: type(e).__name__)
def test_after_any_edit_and_its_undo_the_readings_are_those_of_a_fresh_run(
    document: Document, edit: object
) -> None:
    evaluation = Evaluation(document)
    for step in (lambda: document.do(edit), document.undo, document.redo):  # type: ignore[arg-type]
        step()
        evaluation.flush()
        fresh = read(document.graph)
        graph = document.graph
        for name in graph.nodes():
            np.testing.assert_equal(evaluation.readings.value(name), fresh.value(name))
            np.testing.assert_equal(evaluation.readings.derivative(name), fresh.derivative(name))
            assert evaluation.readings.problem(name) == fresh.problem(name)
        for edge in graph.edges():
            np.testing.assert_equal(
                evaluation.readings.edge_derivative(*edge), fresh.edge_derivative(*edge)
            )
        assert evaluation.readings.message == fresh.message


@pytest.mark.parametrize("edit", [MoveNodes({"w": (1.0, 2.0)}), SetTitle("One unit")])
def test_a_move_and_a_title_are_no_reason_to_run(
    qtbot: QtBot, document: Document, edit: object
) -> None:
    evaluation = Evaluation(document)
    with qtbot.assertNotEmitted(evaluation.evaluated, wait=20):
        document.do(edit)  # type: ignore[arg-type]


def test_a_new_graph_is_evaluated(document: Document) -> None:
    evaluation = Evaluation(document)
    document.reset(engine.Graph())
    evaluation.flush()
    assert evaluation.readings.value("J") is None


@pytest.mark.usefixtures("qtbot")
def test_numbers_given_at_once_reach_the_program_without_a_word_by_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = Document()
    document.reset(_linear_unit())
    evaluation = Evaluation(document)
    names, burst = ("w", "b"), object()
    document.do(SetValues.of(names, np.array([2.4, 7.8]), "Train", burst))
    evaluation.flush()
    monkeypatch.setattr(engine.PartialProgram, "set_value", None)
    document.do(SetValues.of(names, np.array([2.5, 7.5]), "Train", burst))
    evaluation.flush()
    assert evaluation.readings.value("J") == (2.5 * -2.0 + 7.5 - 2.0) ** 2 / 2
    document.undo()
    evaluation.flush()
    assert evaluation.readings.value("J") == 2.0


@pytest.mark.usefixtures("qtbot")
def test_numbers_given_at_once_beside_other_edits_are_all_taken() -> None:
    document = Document()
    document.reset(_linear_unit())
    evaluation = Evaluation(document)
    document.do(SetValues({"w": 3.0, "b": 1.0}))
    document.do(SetValue("x", [1.0, 2.0]))
    document.do(SetValues({"w": 4.0, "y": 1.0}))
    evaluation.flush()
    assert np.array_equal(evaluation.readings.value("d"), [4.0, 8.0])
    document.do(SetValues({"x": 5.0, "b": 2.0}))
    evaluation.flush()
    assert evaluation.readings.value("d") == 4.0 * 5.0 + 2.0 - 1.0
    document.do(SetValues({"x": [1.0], "b": 2.5}))
    document.do(SetValues({"w": 2.0, "b": 2.0}))
    evaluation.flush()
    assert np.array_equal(evaluation.readings.value("d"), [3.0])


@pytest.mark.usefixtures("qtbot")
def test_no_program_is_kept_of_a_graph_that_is_gone() -> None:
    document = Document()
    document.reset(_linear_unit())
    evaluation = Evaluation(document)
    document.do(SetValues({"w": 3.0, "b": 1.0}))
    evaluation.flush()
    program = weakref.ref(evaluation.readings.program)
    document.reset(engine.Graph())
    evaluation.flush()
    gc.collect()
    assert program() is None


def test_readings_are_due_until_the_next_turn_and_not_where_they_take_longer(
    qtbot: QtBot, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    evaluation = Evaluation(document)
    evaluation.flush()
    assert not evaluation.due
    document.do(SetValue("w", 7.0))
    assert evaluation.due
    qtbot.waitUntil(lambda: not evaluation.due)
    assert evaluation.readings.value("w") == 7.0
    monkeypatch.setattr(evaluation_module, "LARGE", 2)
    document.do(SetValue("w", 8.0))
    assert evaluation.due  # a number is no reason to compile
    document.do(Disconnect("x", "c", 1))
    assert not evaluation.due
    evaluation.close()


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(AddNodes([NewNode("k", "constant", {"value": 1.0})]), id="by a large one"),
        pytest.param(DeleteNodes(["w", "x", "c", "b", "a", "y", "d", "J"]), id="by none"),
    ],
)
def test_a_large_program_that_another_takes_the_place_of_is_parted_with(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, document: Document, edit: Command
) -> None:
    parted: list[object] = []
    monkeypatch.setattr(evaluation_module, "LARGE", 2)
    monkeypatch.setattr(evaluation_module, "part_with", lambda *held: parted.extend(held))
    document.reset(_linear_unit())
    evaluation = Evaluation(document)
    before = evaluation.readings.program
    document.do(edit)
    qtbot.waitUntil(lambda: evaluation.readings.program is not before)
    assert any(one is vars(before) for one in parted)
    assert not any(one is vars(evaluation.readings.program) for one in parted)


def test_no_large_program_is_kept_for_undo_where_little_is_left(
    monkeypatch: pytest.MonkeyPatch, document: Document
) -> None:
    monkeypatch.setattr(evaluation_module, "_KEPT", 2)
    document.reset(_linear_unit())
    evaluation = Evaluation(document)
    evaluation.flush()
    before = weakref.ref(evaluation.readings.program)
    document.do(DeleteNodes(["w", "x", "c", "b", "a", "y", "d", "J"]))
    evaluation.flush()
    gc.collect()
    assert before() is None


def test_what_a_move_interrupts_is_compiled_all_the_same(
    qtbot: QtBot, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evaluation_module, "LARGE", 2)
    evaluation = Evaluation(document)
    document.do(AddNodes([NewNode("k", "constant", {"value": 7.0})]))
    evaluation.flush()
    assert evaluation.working
    document.do(MoveNodes({"k": (30.0, 40.0)}))  # changes no number
    assert not evaluation.working
    qtbot.waitUntil(lambda: evaluation.readings.value("k") == 7.0)
    evaluation.close()


def test_no_number_of_the_file_before_comes_back_with_undo(document: Document) -> None:
    evaluation = Evaluation(document)
    document.do(AddNodes([NewNode("k", "constant", {"value": 7.0})]))  # its readings are kept
    other = engine.Graph()
    other.parameter("w", 5.0)
    document.reset(other)
    document.do(AddNodes([NewNode("k", "constant", {"value": 7.0})]))  # before it was ever run
    document.undo()
    evaluation.flush()
    assert evaluation.readings.value("w") == 5.0


def test_readings_that_were_made_beside_the_loop_are_for_their_own_graph_alone(
    document: Document,
) -> None:
    evaluation, other = Evaluation(document), engine.Graph()
    other.parameter("w", 5.0)
    evaluation.expect(other, read(other))
    document.do(SetValue("w", 3.0))
    evaluation.flush()
    assert evaluation.readings.value("w") == 3.0


def test_running_ahead_shows_nothing_past_a_lens(document: Document) -> None:
    evaluation, hidden = Evaluation(document), read(engine.Graph())
    evaluation.look_through(lambda _: hidden)
    document.do(SetValue("w", 3.0))
    evaluation.run_ahead()
    assert evaluation.seen is hidden
    evaluation.flush()
    assert evaluation.readings.value("w") == 3.0
    assert evaluation.seen is hidden
