"""Every command is undone exactly: the same bytes, so the same order too."""

from collections.abc import Callable
from typing import Any

import pytest

import engine
from engine.formats.chainrule_file import dumps
from engine.lesson.lesson_text import LessonText
from engine.lesson.quiz import Quiz
from engine.lesson.steps import Step, steps
from engine.training import Choice, Table
from gui.commands import (
    AddNodes,
    Connect,
    DeleteNodes,
    Disconnect,
    MoveFound,
    MoveNodes,
    NewNode,
    RenameNode,
    SetAttribute,
    SetFormula,
    SetKind,
    SetLesson,
    SetOutput,
    SetQuiz,
    SetTable,
    SetTitle,
    SetTraining,
    SetValue,
    SetValues,
    Several,
    delete,
    fold,
    group,
    retitle,
    ungroup,
)
from gui.document import Change, Command, Document


@pytest.fixture
def document() -> Document:
    graph = engine.Graph()
    w = graph.parameter("w", 2.0, position=(0, 0), note="kept")
    x = graph.input("x", -2.0, position=(0, 120))
    c = graph.op("multiply", w, x, name="c")
    b = graph.parameter("b", 8.0)
    a = graph.op("add", c, b, name="a", label="a^{[1]}")
    graph.op("formula", a, name="J", formula="a^2 / 2", inputs=["a"])
    graph.output = "J"
    for source, target, port in graph.edges():
        graph.remove_edge(source, target, port)
        graph.add_edge(source, target, port, {"note": "kept"})
    document = Document()
    document.reset(graph)
    return document


COMMANDS: list[tuple[Command, Change]] = [
    (
        AddNodes([NewNode("k", "constant", {"value": 3.0, "position": (1.0, 2.0)})]),
        Change(added=("k",)),
    ),
    (
        AddNodes([NewNode("s", "square")], [engine.Edge("a", "s", 0), engine.Edge("x", "a", 2)]),
        Change(added=("s",), edges=True),
    ),
    (DeleteNodes(["c", "J"]), Change(removed=("c", "J"), edges=True, output=True)),
    (DeleteNodes(["w"]), Change(removed=("w",), edges=True)),
    (Connect("w", "a", 1), Change(edges=True)),
    (Connect("w", "a", 2), Change(edges=True)),
    (Disconnect("w", "c", 0), Change(edges=True)),
    (MoveNodes({"w": (5.0, 6.5), "c": (7.0, 8.0)}), Change(moved=("w", "c"))),
    (SetValue("w", 2.5), Change(edited=("w",))),
    (SetValues({"w": 2.5, "b": 8.0}), Change(revalued=("w", "b"))),
    (SetValues({"w": 2.0, "b": [1.0, 2.0]}), Change(edited=("b",))),
    (SetAttribute("w", "label", "w_1"), Change(looks=("w",))),
    (SetAttribute("a", "label", None), Change(looks=("a",))),
    (SetFormula("J", "2a"), Change(edited=("J",), edges=True)),
    (SetFormula("J", "w*a"), Change(edited=("J",), edges=True)),
    (SetKind("x", "parameter"), Change(edited=("x",), edges=True)),
    (SetOutput(None), Change(output=True)),
    (SetOutput("c"), Change(output=True)),
    (SetTitle("One unit"), Change(title=True)),
    (
        Several("Both", [Disconnect("w", "c", 0), DeleteNodes(["x"])]),
        Change(removed=("x",), edges=True),
    ),
]


@pytest.mark.parametrize(("command", "change"), COMMANDS, ids=lambda p: type(p).__name__)
def test_a_command_tells_once_and_is_undone_and_redone_exactly(
    document: Document, command: Command, change: Change
) -> None:
    told: list[Change] = []
    document.changed.connect(told.append)
    before = dumps(document.graph)
    document.do(command)
    after = dumps(document.graph)
    assert told == [change]
    assert after != before
    assert document.modified
    for _ in range(2):
        document.undo()
        assert dumps(document.graph) == before
        assert not document.modified
        document.redo()
        assert dumps(document.graph) == after
    assert len(told) == 5


def test_a_rename_is_followed_in_formulas_and_their_spelling_comes_back(document: Document) -> None:
    before = dumps(document.graph)
    document.do(RenameNode("a", "activation"))
    assert document.graph.attributes("J")["inputs"] == ["activation"]
    assert "activation" in str(document.graph.attributes("J")["formula"])
    document.undo()
    assert dumps(document.graph) == before


FAILURES = [
    AddNodes([NewNode("k", "constant"), NewNode("w", "constant")]),
    AddNodes([NewNode("k", "square")], [engine.Edge("a", "k", 0), engine.Edge("a", "k", 7)]),
    AddNodes([NewNode("k", "square")], [engine.Edge("x", "a", 2), engine.Edge("a", "c", 0)]),
    DeleteNodes(["c", "nothing"]),
    Connect("J", "c", 0),
    Connect("c", "c", 1),
    Disconnect("b", "c", 0),
    MoveNodes({"w": (9.0, 9.0), "nothing": (1.0, 1.0)}),
    RenameNode("w", "x"),
    RenameNode("w", ""),
    SetValue("c", 1.0),
    SetFormula("J", "a +"),
    SetFormula("c", "a"),
    SetKind("c", "input"),
    SetKind("w", "add"),
    SetOutput("nothing"),
    Several("All or none", [Disconnect("w", "c", 0), Connect("J", "c", 0)]),
]


@pytest.mark.parametrize("command", FAILURES, ids=lambda c: type(c).__name__)
def test_a_refused_command_changes_nothing_and_is_no_step(
    document: Document, command: Command
) -> None:
    told: list[Change] = []
    document.changed.connect(told.append)
    before = dumps(document.graph)
    with pytest.raises(engine.GraphError):
        document.do(command)
    assert dumps(document.graph) == before
    assert (told, document.history.count()) == ([], 0)


@pytest.mark.parametrize(
    "command",
    [
        SetValue("w", 2.0),
        MoveNodes({"w": (0.0, 0.0)}),
        Connect("w", "c", 0),
        SetKind("w", "parameter"),
        SetOutput("J"),
        Several("Nothing", [SetTitle("")]),
    ],
    ids=lambda c: type(c).__name__,
)
def test_a_command_that_touches_nothing_is_no_step(document: Document, command: Command) -> None:
    document.do(command)
    assert document.history.count() == 0


def test_a_new_formula_keeps_its_inputs_by_name(document: Document) -> None:
    document.do(SetFormula("J", "w + nothing - a"))
    assert document.graph.port_names("J") == ("w", "nothing", "a")
    assert document.graph.inputs("J") == ("w", None, "a")
    document.do(SetFormula("J", "J^2"))
    assert document.graph.inputs("J") == (None,)
    document.undo()
    document.undo()
    assert document.graph.inputs("J") == ("a",)


def test_an_occupied_port_is_replaced_in_one_step(document: Document) -> None:
    document.do(Connect("b", "c", 0))
    assert document.graph.inputs("c") == ("b", "x")
    document.undo()
    assert document.graph.inputs("c") == ("w", "x")


def test_a_replacement_that_is_refused_keeps_the_old_edge(document: Document) -> None:
    with pytest.raises(engine.CycleError):
        document.do(Connect("a", "c", 0))
    assert document.graph.inputs("c") == ("w", "x")


def test_a_burst_is_one_step(document: Document) -> None:
    before = dumps(document.graph)
    for x in (10.0, 20.0, 30.0):
        document.do(MoveNodes({"w": (x, 0.0)}, burst=1))
    for value in (3.0, 4.0):
        document.do(SetAttribute("w", "value", value, burst="scrub"))
    assert document.history.count() == 2
    document.do(SetAttribute("w", "value", 5.0, burst="another"))
    assert document.history.count() == 3
    after = dumps(document.graph)
    for _ in range(3):
        document.undo()
    assert dumps(document.graph) == before
    for _ in range(3):
        document.redo()
    assert dumps(document.graph) == after


def test_deleting_a_selection_is_one_step(document: Document) -> None:
    graph = document.graph
    command = delete(graph, {"w"}, [engine.Edge("w", "c", 0), engine.Edge("b", "a", 1)])
    document.do(command)
    assert graph.inputs("c") == (None, "x")
    assert graph.inputs("a") == ("c", None)
    assert document.history.count() == 1
    document.undo()
    assert graph.inputs("a") == ("c", "b")


def test_groups_are_made_folded_renamed_and_given_up_step_by_step(document: Document) -> None:
    graph = document.graph
    told: list[Change] = []
    document.changed.connect(told.append)
    states = [dumps(graph)]
    for make in (
        lambda: group(graph, ["c", "w", "x"], "Product"),
        lambda: group(graph, ["c", "x"], "Inner"),
        lambda: fold(graph, ["group1"], folded=True),
        lambda: retitle(graph, "group1", "w times x"),
        lambda: fold(graph, ["group1"], folded=False),
        lambda: ungroup(graph, ["group1", "group2"]),
    ):
        document.do(make())
        states.append(dumps(graph))
    assert set(told) == {Change(groups=True)}
    assert [document.history.text(i) for i in range(6)] == [
        "Group Product",
        "Group Inner",
        "Fold Product",
        "Rename the group w times x",
        "Unfold w times x",
        "Ungroup 2 groups",
    ]
    for state in states[-2::-1]:
        document.undo()
        assert dumps(graph) == state
    for state in states[1:]:
        document.redo()
        assert dumps(graph) == state


def test_what_cannot_be_a_group_is_refused_with_its_reason(document: Document) -> None:
    graph = document.graph
    document.do(group(graph, ["w", "x"], "Leaves"))
    for names, reason in (
        (["w", "c"], "a part of the group ‘Leaves’ is selected"),
        (["x", "w"], "these are the group ‘Leaves’ already"),
        ([], "select what shall be grouped"),
    ):
        with pytest.raises(engine.InvalidGroupError, match=reason):
            group(graph, names, "Another")
    with pytest.raises(engine.InvalidGroupError, match="needs a title"):
        group(graph, ["c"], " ")
    document.do(group(graph, ["c", "J"], "Ends"))
    with pytest.raises(engine.InvalidGroupError, match="c → a → J"):
        fold(graph, ["group2"], folded=True)


def test_in_a_large_graph_a_fold_is_refused_as_it_is_applied(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.commands.groups._CHECKED_AT_ONCE", 0)
    graph = document.graph
    document.do(group(graph, ["c", "J"], "Ends"))
    document.do(group(graph, ["w", "x"], "Leaves"))
    before, index = dumps(graph), document.history.index()
    refused = fold(graph, ["group1"], folded=True)  # nobody waits for a path to be looked for
    with pytest.raises(engine.InvalidGroupError, match="c → a → J"):
        document.do(refused)
    assert (dumps(graph), document.history.index()) == (before, index)
    document.do(fold(graph, ["group2"], folded=True))
    folded = dumps(graph)
    document.undo()
    assert dumps(graph) == before
    document.redo()
    assert dumps(graph) == folded


def test_places_that_are_found_as_a_move_is_done_are_the_same_when_it_is_done_again(
    document: Document,
) -> None:
    graph = document.graph
    asked: list[str] = []

    def find(graph: engine.Graph) -> dict[str, tuple[float, float]]:
        asked.extend(graph.in_order({"x", "w"}))
        return dict.fromkeys(asked, (7.0, float(len(asked))))

    before = dumps(graph)
    command = MoveFound(find, ("x", "w"))
    assert command.text == "Move 2 nodes"
    assert asked == []
    document.do(command)
    after = dumps(graph)
    document.undo()
    assert dumps(graph) == before
    document.redo()
    assert dumps(graph) == after
    assert len(asked) == 2


def test_a_deleted_node_comes_back_into_its_group(document: Document) -> None:
    graph = document.graph
    document.do(group(graph, ["w", "x"], "Leaves"))
    before = dumps(graph)
    document.do(DeleteNodes(["x", "w"]))
    assert graph.groups == ()
    document.undo()
    assert dumps(graph) == before


@pytest.mark.parametrize("kept", ["quiz", "port"])
def test_what_said_the_new_name_already_says_it_again_after_undo(document: Document, kept: str):
    if kept == "quiz":
        tree = {"hide": ["values"], "edges": [["gone", "c", 0]]}
        document.graph.network.graph["quiz"] = tree
    else:
        formula = NewNode("s", "formula", {"formula": "gone^2"})
        document.do(AddNodes([formula], [engine.Edge("c", "s", 0)]))
    before = dumps(document.graph)
    document.do(RenameNode("c", "gone"))
    document.undo()
    assert dumps(document.graph) == before


def _step(graph: engine.Graph) -> Step:
    return steps(graph, "J")[1]


@pytest.mark.parametrize(
    ("key", "tree", "edit"),
    [
        (
            "lesson",
            {"texts": [], "author": "x"},
            lambda graph: SetLesson(LessonText("", ()).saying("one", _step(graph))),
        ),
        (
            "data",
            {"columns": ["x"], "rows": [[1.0]], "unit": "m"},
            lambda _: SetTable(Table(("x",), ((2.0,),))),
        ),
        ("quiz", {"hide": [], "points": 3}, lambda _: SetQuiz(Quiz())),
        ("training", {"optimizer": "adam", "note": "x"}, lambda _: SetTraining(Choice())),
    ],
)
def test_what_else_a_file_says_beside_the_graph_outlives_an_edit(
    document: Document, key: str, tree: dict[str, Any], edit: Callable[[engine.Graph], Command]
) -> None:
    """All but that of `training` was dropped by the first edit of a cell, a text or the quiz."""
    own = document.graph.network.graph
    own[key] = tree
    before, (unknown, kept) = dumps(document.graph), list(tree.items())[-1]
    document.do(edit(document.graph))
    assert document.graph.network.graph[key] != tree
    assert document.graph.network.graph[key][unknown] == kept
    document.undo()
    assert dumps(document.graph) == before


def test_a_node_that_many_read_is_renamed_and_deleted_as_many_edges() -> None:
    graph = engine.Graph()
    graph.parameter("w")
    for k in range(300):
        graph.op("formula", "w", name=f"f{k}", formula="w^2")
    for command in (RenameNode("w", "v"), DeleteNodes(["v"])):
        assert command.size(graph) >= 300
        command.apply(graph)
        assert command.size(graph) >= 300  # it is undone by as much
    assert RenameNode("f1", "g").size(graph) == RenameNode("gone", "g").size(graph) == 1
    assert DeleteNodes(["f1"]).size(graph) == 1


def test_a_node_that_reads_many_is_renamed_and_deleted_as_many_edges() -> None:
    graph = engine.Graph()
    graph.op("add", *[graph.parameter(f"w{k}") for k in range(300)], name="sum")
    for command in (RenameNode("sum", "total"), DeleteNodes(["total"])):
        assert command.size(graph) >= 300
        command.apply(graph)
        assert command.size(graph) >= 300


@pytest.mark.parametrize("command", [Disconnect("w", "c", 0), Connect("b", "c", 0)])
def test_an_edge_that_comes_back_looks_for_no_cycle(
    document: Document, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of thousands that were cut in a graph that lists them backwards, each looked for one."""
    before = dumps(document.graph)
    document.do(command)
    monkeypatch.setattr(engine.Graph, "check_edge", lambda *_: pytest.fail("it is checked"))
    document.undo()
    assert dumps(document.graph) == before
