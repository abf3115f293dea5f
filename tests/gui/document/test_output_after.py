"""What becomes of the output when a graph gets another end: it stays, moves on, moves back."""

import contextlib
from collections.abc import Callable, Sequence

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize
from random_edits import RandomEdits

import engine
from engine.assignments import graph_from_text
from engine.formats.chainrule_file import dumps
from engine.graph.paths import dependents
from gui.commands import (
    AddNodes,
    Connect,
    DeleteNodes,
    Disconnect,
    NewNode,
    RenameNode,
    SetOutput,
    SetTitle,
    SetValue,
    Several,
    delete_healing,
)
from gui.commands.clip import clip_of, paste
from gui.document import Command, Document
from gui.run import read


def leaf(name: str) -> AddNodes:
    return AddNodes([NewNode(name, "parameter", {"value": 3.0})])


def op(name: str, op: str, *inputs: str) -> AddNodes:
    edges = [engine.Edge(source, name, port) for port, source in enumerate(inputs)]
    return AddNodes([NewNode(name, op)], edges)


def made(*commands: Command, text: str = "", output: str | None = None) -> Document:
    """Return a document of what is written, that names this output, after the commands."""
    document = Document()
    if text:
        leaves = {"w": 2.0, "x": -2.0, "b": 8.0, "y": 2.0}
        used = {name: value for name, value in leaves.items() if name in text}
        graph = graph_from_text(text, used)
        graph.output = output
        document.reset(graph)
    for command in commands:
        document.do(command)
    return document


def unit(*commands: Command, output: str | None = None) -> Document:
    return made(*commands, text="c = w*x; a = c+b; d = a-y; J = d^2/2", output=output)


SIDE = Several("p", [leaf("q"), op("p", "square", "q")])
CUT = Disconnect("d", "J", 0)
FORK = "u = w*w; K = u+x; J = u*w"


@pytest.mark.parametrize(
    "edit",
    [
        leaf("q"),
        op("s", "add"),
        SIDE,
        op("t", "sin", "c"),
        Several("two", [op("t", "sin", "c"), op("u", "cos", "t"), leaf("v")]),
        Disconnect("b", "a", 1),
        Disconnect("c", "a", 0),
        Disconnect("d", "J", 0),
        Connect("w", "a", 0),
        DeleteNodes(["a"]),
        Several("", [leaf("q"), RenameNode("x", "z")]),
    ],
)
def test_it_stays_where_another_end_comes(edit: Command) -> None:
    document = unit()
    before = dumps(document.graph)
    document.do(edit)
    assert document.graph.output == read(document.graph).output == "J"
    after = dumps(document.graph)
    assert document.history.count() == 1
    document.undo()
    assert dumps(document.graph) == before
    assert document.graph.output is None
    document.redo()
    assert dumps(document.graph) == after


@pytest.mark.parametrize(
    "edit",
    [
        SetValue("w", 3.0),
        SetTitle("One unit"),
        op("K", "square", "J"),
        DeleteNodes(["y", "J", "d"]),
        Several("", [Disconnect("w", "c", 0), Disconnect("x", "c", 1), DeleteNodes(["w", "x"])]),
    ],
)
def test_an_only_end_need_not_be_named(edit: Command) -> None:
    assert unit(edit).graph.output is None


def test_the_renamed_output_stays() -> None:
    renamed = Several("", [RenameNode("J", "K"), leaf("q")])
    assert unit(renamed).graph.output == "K"
    assert unit(renamed, output="J").graph.output == "K"


@pytest.mark.parametrize(
    "start",
    [
        [op("c", "multiply")],  # unfinished
        [leaf("w")],
        [leaf("w"), leaf("x")],
        [leaf("w"), op("c", "multiply", "w")],
        [op("c", "multiply"), op("e", "square", "c")],
        [leaf("w"), Several("", [op("c", "square", "w"), op("e", "square", "w")])],  # neither
    ],
)
def test_what_had_no_derivatives_is_not_named(start: Sequence[Command]) -> None:
    assert made(*start, op("s", "add"), leaf("q")).graph.output is None


UNIT = [leaf("w"), leaf("x"), op("c", "multiply", "w", "x")]


@pytest.mark.parametrize(
    ("start", "edit"),
    [
        ([op("c", "multiply")], leaf("k")),
        ([leaf("w"), op("c", "multiply", "w")], leaf("k")),
        ([op("u", "square"), op("c", "sin", "u")], Several("", [leaf("k"), leaf("q")])),
        ([leaf("w"), op("c", "square", "w")], Disconnect("w", "c", 0)),
        ([*UNIT, op("d", "subtract", "c")], leaf("k")),
        ([*UNIT, op("d", "subtract", "c")], op("s", "add")),
        ([*UNIT, op("d", "subtract", "c")], SIDE),
    ],
)
def test_what_waits_for_an_input_stays_the_output_where_something_is_begun_beside_it(
    start: Sequence[Command], edit: Command
) -> None:
    """The mark that it had was gone with a constant begun for later."""
    document = made(*start)
    (was,) = document.graph.sinks
    assert document.graph.output is None
    assert read(document.graph).output == was
    before = dumps(document.graph)
    document.do(edit)
    assert document.graph.output == read(document.graph).output == was
    document.undo()
    assert dumps(document.graph) == before


def test_what_uses_one_that_waits_takes_its_place() -> None:
    document = made(leaf("w"), op("c", "multiply", "w"), leaf("k"), op("e", "square", "c"))
    assert document.graph.output == "e"
    document.do(Connect("k", "c", 1))
    assert document.graph.output == read(document.graph).output == "e"


@pytest.mark.parametrize("named", ["in the file", "by Ctrl+J"])
def test_a_named_output_never_gives_way_by_itself(named: str) -> None:
    """With one of its edges cut off for a while another end that was finished took its name."""
    document = made(text="J = w*x; r = y+b", output="J" if named == "in the file" else None)
    if named == "by Ctrl+J":
        document.do(SetOutput("J"))
    before = dumps(document.graph)
    edits: list[Command] = [
        Disconnect("x", "J", 1),
        leaf("k"),
        op("q", "sin", "r"),
        op("t", "square", "k"),
        Connect("x", "J", 1),
    ]
    for edit in edits:
        document.do(edit)
        assert document.graph.output == read(document.graph).output == "J"
    assert read(document.graph).derivative("w") is not None
    for _ in edits:
        document.undo()
        assert document.graph.output == "J"
    assert dumps(document.graph) == before


def test_a_constant_begun_for_an_op_names_it_and_it_stays() -> None:
    """The rule cannot tell the name it wrote from one that was chosen."""
    document = made(op("c", "multiply"), leaf("k"), op("s", "sin"))
    for edit in (Several("", [leaf("w"), op("e", "square", "w")]), Connect("w", "s", 0)):
        document.do(edit)
        assert document.graph.output == read(document.graph).output == "c"


def test_one_that_waits_and_goes_leaves_the_evident_one() -> None:
    waiting = made(*UNIT, op("d", "subtract", "c"))
    waiting.do(Several("", [leaf("q"), DeleteNodes(["d"])]))
    assert waiting.graph.output == read(waiting.graph).output == "c"


def test_what_is_finished_among_the_unfinished_stays_once_another_is_finished() -> None:
    document = made(leaf("w"), op("s", "add"), op("c", "square", "w"), op("t", "sin", "s"))
    assert document.graph.output == "c"
    document.do(Several("", [Connect("w", "s", 0), Connect("w", "s", 1)]))
    assert read(document.graph).output == "c"


def test_what_uses_it_takes_its_place() -> None:
    """Built amid a leaf for later, the last op is the output."""
    document = made(leaf("w"), leaf("x"), op("u", "multiply", "w", "x"), leaf("b"))
    assert document.graph.output == "u"
    for added in (op("a", "add"), Connect("u", "a", 0)):
        document.do(added)
    assert document.graph.output == "a"  # it is wired, and unfinished
    for added in (Connect("b", "a", 1), leaf("y"), op("d", "subtract", "a", "y")):
        document.do(added)
    assert document.graph.output == "d"
    document.do(op("J", "square", "d"))
    assert document.graph.output == read(document.graph).output == "J"


def test_it_moves_on_to_the_end_behind_several_ops_and_renames() -> None:
    further = [op("e", "square", "J"), op("f", "sin", "e"), RenameNode("e", "g")]
    assert unit(SIDE, Several("", further)).graph.output == "f"
    assert unit(SIDE, Several("", further), output="J").graph.output == "f"
    beside = Several("", [op("e", "square", "J"), leaf("q")])
    assert unit(beside).graph.output == "e"


def test_it_stays_named_where_several_ends_use_it() -> None:
    both = Several("", [op("e", "square", "J"), op("f", "sin", "J")])
    assert unit(SIDE, both).graph.output == "J"
    assert unit(both).graph.output is None  # nor was it named


def test_an_output_that_was_chosen_amid_the_graph_is_never_moved() -> None:
    for edit in (op("e", "square", "d"), op("e", "square", "J"), DeleteNodes(["J"]), SIDE):
        assert unit(edit, output="d").graph.output == "d"


def test_what_fed_it_takes_its_place_when_it_goes() -> None:
    gone = DeleteNodes(["J"])
    assert unit(SIDE, gone).graph.output == "d"
    assert unit(SIDE, gone, DeleteNodes(["d"])).graph.output == "a"  # y is a leaf
    assert unit(SIDE, DeleteNodes(["J", "d", "y"])).graph.output == "a"
    assert unit(DeleteNodes(["J", "d"])).graph.output == "a"
    assert unit(DeleteNodes(["d"]), output="d").graph.output == "a"  # and J lacks an input
    document = unit(SIDE)
    before = dumps(document.graph)
    document.do(gone)
    document.undo()
    assert dumps(document.graph) == before


def test_what_it_led_to_is_the_output_when_it_goes_and_the_edges_close() -> None:
    document = unit(SIDE, output="d")
    document.do(delete_healing(document.graph, ["d"], ()))
    assert document.graph.output == "J"


def test_it_is_left_open_where_several_fed_it() -> None:
    document = made(text="u = w*w; v = x*x; J = u+v", output="J")
    document.do(DeleteNodes(["J"]))
    assert document.graph.output is None


def two_graphs(*commands: Command) -> Document:
    return made(leaf("w"), leaf("x"), op("J", "square", "w"), op("K", "square", "x"), *commands)


@pytest.mark.parametrize(
    "document",
    [
        lambda: two_graphs(DeleteNodes(["J"])),  # a leaf fed it
        lambda: two_graphs(DeleteNodes(["J", "w"]), leaf("v")),
        lambda: unit(leaf("q"), op("K", "sin"), CUT, Connect("d", "K", 0), DeleteNodes(["J"])),
        lambda: unit(Several("", [op("K", "sin", "J"), op("s", "add", "J")])),  # unfinished
        lambda: made(op("s", "add", "u"), DeleteNodes(["J"]), text=FORK, output="J"),
    ],
)
def test_the_evident_one_is_named_where_nothing_follows(document: Callable[[], Document]) -> None:
    graph = document().graph
    assert read(graph).output == "K"
    assert len(graph.sinks) > 1
    assert graph.output == "K"
    assert graph.resolve_output() == "K"  # what is trained, and what the file says elsewhere


def test_one_that_was_chosen_amid_the_graph_is_an_end_like_any_other_once_it_is_one() -> None:
    document = unit(CUT, output="d")
    assert document.graph.output == "d"
    document.do(Connect("d", "J", 0))
    assert document.graph.output == read(document.graph).output == "J"


def test_what_its_only_edge_is_moved_to_takes_its_place() -> None:
    moved = Several("", [Disconnect("d", "J", 0), Connect("d", "L", 0)])
    for output in (None, "J"):
        assert unit(op("L", "abs"), moved, output=output).graph.output == "L"
    # where nothing else was fed by it, and where it is fed by others yet, it stays
    assert unit(op("t", "sin", "d"), Disconnect("d", "J", 0)).graph.output == "J"
    other = Several("", [Disconnect("a", "d", 0), Connect("a", "L", 0)])
    assert unit(DeleteNodes(["J"]), op("L", "abs"), other).graph.output == "d"


def test_what_the_edit_names_itself_is_named() -> None:
    assert unit(Several("", [leaf("q"), SetOutput("a")])).graph.output == "a"
    document = unit(SIDE)
    document.do(SetOutput(None))
    assert document.graph.output is None
    document.do(leaf("v"))  # two ends are finished: neither is meant
    assert document.graph.output is None


def test_a_copy_leaves_the_original_the_output() -> None:
    document = unit()
    clip = clip_of(document.graph, document.graph.nodes())
    document.do(paste(document.graph, clip)[0])
    assert document.graph.output == "J"
    assert len(document.graph.sinks) == 2


def test_an_empty_graph_takes_the_output_with_what_is_pasted() -> None:
    copied = unit(SIDE).graph
    for names, output in ((copied.nodes(), "J"), (["q", "p"], None)):
        document = Document()
        empty = dumps(document.graph)
        document.do(paste(document.graph, clip_of(copied, names))[0])
        assert document.graph.output == output
        document.undo()
        assert dumps(document.graph) == empty


def test_an_edit_that_touches_nothing_names_nothing() -> None:
    document = unit()
    graph = document.graph
    graph.parameter("q", 1.0)  # as a file may hold it
    document.do(Connect("c", "a", 0))
    assert graph.output is None
    assert not document.history.count()


def test_a_preview_names_it_no_longer_than_it_is_seen() -> None:
    document = unit()
    before = dumps(document.graph)
    document.preview(SIDE)
    assert document.graph.output == "J"
    document.end_preview()
    assert dumps(document.graph) == before


def _unnames(command: Command) -> bool:
    return isinstance(command, SetOutput) and command.output is None


class AnyEdit(RandomEdits, RuleBasedStateMachine):
    """Whatever is edited: what is named is there; what was chosen amid the graph is not changed.

    And whose derivatives were shown, they go on being shown while it is finished and an end; and
    whose are shown after those of another, it is the only sink or is named.
    """

    @initialize(text=st.sampled_from(["", "J = (w*x+b)^2", "c = w*x; J = c*c; K = c+b"]))
    def begin(self, text: str) -> None:
        self.document = made(text=text)

    def _do(self, command: Command) -> None:
        document = self.document
        graph, before = document.graph, dumps(document.graph)
        chosen = graph.output if graph.output not in graph.sinks else None
        shown, old, state = read(graph).output, graph.output, document.history.index()
        had = shown is not None and read(graph).derivative(shown) is not None
        had = had and not graph.is_leaf(shown or "")  # a lone leaf is not named
        goes_on = had and shown in graph.sinks
        with contextlib.suppress(engine.GraphError):
            document.do(command)
            now = graph.output
            if now is not None and now != old and not isinstance(command, SetOutput):
                assert now in graph
                if isinstance(command, RenameNode):
                    assert now in (command.new, shown)
                elif old is not None and old in graph:  # moved on, or to what its edge leads to
                    assert now in dependents(graph, old) or not any(graph.inputs(old))
            if chosen is not None and chosen in graph and not isinstance(command, SetOutput):
                assert now == chosen
            if goes_on and not isinstance(command, SetOutput | RenameNode):
                finished = shown in graph.sinks and read(graph).value(shown or "") is not None
                assert not finished or read(graph).output == shown
            if document.history.index() > state:
                seen = read(graph).output
                if had and seen is not None and command.reshapes and not _unnames(command):
                    assert now == seen or len(graph.sinks) == 1
                document.undo()
                assert dumps(graph) == before
                document.redo()


TestAnyEdit = AnyEdit.TestCase
TestAnyEdit.settings = settings(max_examples=20, stateful_step_count=30, deadline=None)
