"""Every command, on files as strangers write them: undone to the byte, done again to the byte."""

import contextlib
import importlib
import pkgutil
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_files import JSON, NAMES, TEXTS, VALUES, graphs_of_files

import engine
import gui.commands as room
from engine.formats.chainrule_file import dumps
from engine.lesson.lesson_text import LessonText, Said
from engine.lesson.quiz import Quiz
from engine.lesson.steps import Direction
from engine.ops import LEAVES
from engine.training import Choice, Feed, Table
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
    SetGroups,
    SetKind,
    SetLesson,
    SetOutput,
    SetOwnOps,
    SetQuiz,
    SetSlider,
    SetSliders,
    SetTable,
    SetTitle,
    SetTraining,
    SetValue,
    SetValues,
    Several,
    become_own,
    change_own,
    delete,
    delete_healing,
    fold,
    group,
    retitle,
    typed_formula,
    ungroup,
)
from gui.commands.clip import clip_of, paste, read_clip, written_clip
from gui.commands.randomise import Distribution, randomise
from gui.document import Change, Command, Document, Edit
from gui.slider_span import Span, with_number

Draw = Callable[[st.DataObject, engine.Graph], Command | None]
PLACES = st.tuples(*[st.sampled_from([0.0, -0.0, 1.0, 1.5, -320.25])] * 2)
BURSTS = st.sampled_from([None, None, 1])
OWN = st.sampled_from([engine.OwnOp("mine", "u^3"), engine.OwnOp("third", "p*q", "ψ")])
FORMULAS = st.sampled_from(["p^2/2", "q*p", "w + x", "x + w", "3", "|p|", "mine(p)", "p +", "a_1"])
ATTRIBUTES = st.sampled_from(["label", "axis", "keepdims", "slope", "inputs", "own", "slider"])


def node(data: st.DataObject, graph: engine.Graph) -> str:
    return data.draw(st.sampled_from(graph.nodes()))


def some(data: st.DataObject, graph: engine.Graph) -> list[str]:
    return data.draw(st.lists(st.sampled_from(graph.nodes()), unique=True, max_size=4))


def new_nodes(data: st.DataObject, graph: engine.Graph) -> Command:
    names = data.draw(st.lists(NAMES, max_size=3, unique=True))
    more = st.fixed_dictionaries({}, optional={"label": TEXTS, "position": PLACES, "note": JSON})
    kinds = st.sampled_from(["parameter", "add", "square", "formula"])
    nodes = [NewNode(name, data.draw(kinds), data.draw(more)) for name in names]
    nodes = [n.having(formula="p*q") if n.op == "formula" else n for n in nodes]
    ends = st.sampled_from([*names, *graph.nodes(), "w"])
    edges = st.lists(st.builds(engine.Edge, ends, ends, st.integers(0, 2)), max_size=3)
    return AddNodes(nodes, data.draw(edges))


def connect(data: st.DataObject, graph: engine.Graph) -> Command:
    return Connect(node(data, graph), node(data, graph), data.draw(st.integers(0, 3)))


def disconnect(data: st.DataObject, graph: engine.Graph) -> Command | None:
    edges = graph.edges()
    return Disconnect(*data.draw(st.sampled_from(edges))) if edges else None


def move(data: st.DataObject, graph: engine.Graph) -> Command:
    to = {name: data.draw(PLACES) for name in some(data, graph)}
    return MoveNodes(to, burst=data.draw(BURSTS))


def move_found(data: st.DataObject, graph: engine.Graph) -> Command:
    to = {name: data.draw(PLACES) for name in some(data, graph)}
    return MoveFound(lambda _: to, tuple(to), burst=data.draw(BURSTS))


def set_attribute(data: st.DataObject, graph: engine.Graph) -> Command:
    given = data.draw(JSON | st.sampled_from([0, -1, [0], "mine", ["q", "p"]]))
    key = data.draw(ATTRIBUTES)
    return SetAttribute(node(data, graph), key, given, burst=data.draw(BURSTS))


def set_groups(data: st.DataObject, graph: engine.Graph) -> Command | None:
    titles = [g.id for g in graph.groups]
    what = data.draw(st.sampled_from(["group", "fold", "unfold", "retitle", "ungroup"]))
    if what == "group" or not titles:
        return group(graph, some(data, graph), data.draw(NAMES))
    one = data.draw(st.sampled_from(titles))
    if what == "retitle":
        return retitle(graph, one, data.draw(NAMES))
    return ungroup(graph, [one]) if what == "ungroup" else fold(graph, [one], folded=what == "fold")


def set_lesson(data: st.DataObject, graph: engine.Graph) -> Command:
    said = Said(Direction.FORWARD, node(data, graph), data.draw(TEXTS))
    return SetLesson(data.draw(st.sampled_from([None, LessonText("", (said,))])))


def set_quiz(data: st.DataObject, graph: engine.Graph) -> Command:
    del graph
    edge = engine.Edge("w", "x", 0)
    return SetQuiz(data.draw(st.sampled_from([None, Quiz(), Quiz(edges=(edge,))])))


def set_table(data: st.DataObject, graph: engine.Graph) -> Command:
    del graph
    tables = [None, Table(("x",), ((1.0,), (-0.0,))), Table(("x", "w[0]", "w"), ((1, 0, 2),))]
    return SetTable(data.draw(st.sampled_from(tables)), burst=data.draw(BURSTS))


def set_training(data: st.DataObject, graph: engine.Graph) -> Command:
    del graph
    choices = [Choice(), Choice("adam", 0.5), Choice(feed=Feed.ROWS, seed=3)]
    return SetTraining(data.draw(st.sampled_from(choices)), data.draw(BURSTS))


def set_values(data: st.DataObject, graph: engine.Graph) -> Command:
    leaves = [name for name in some(data, graph) if graph.is_leaf(name)]
    if data.draw(st.booleans()):
        way = data.draw(st.sampled_from(Distribution))
        return randomise(graph, leaves, way, 2.0, data.draw(st.integers(0, 3)))
    return SetValues({name: data.draw(VALUES) for name in leaves}, burst=data.draw(BURSTS))


def several(data: st.DataObject, graph: engine.Graph) -> Command | None:
    what = data.draw(st.sampled_from(["delete", "heal", "own", "change", "typed", "paste", "two"]))
    names = some(data, graph)
    if what == "delete":
        edges = graph.edges()
        cut = data.draw(st.lists(st.sampled_from(edges), max_size=2)) if edges else []
        return delete(graph, names, cut)
    if what == "heal":
        return delete_healing(graph, names, ())
    if what == "own":
        return become_own(graph, node(data, graph), data.draw(OWN))
    if what == "change" and graph.own_ops:
        return change_own(graph, data.draw(st.sampled_from(graph.own_ops)), data.draw(OWN))
    if what == "typed":
        return typed_formula(graph, node(data, graph), data.draw(FORMULAS), graph.own_ops)
    if what == "paste":
        clip = read_clip(written_clip(clip_of(graph, names)))
        return paste(graph, clip, joined=data.draw(st.booleans()))[0]
    simple = st.sampled_from([move, set_groups, set_values, disconnect, new_nodes])
    drawn = [data.draw(simple)(data, graph) for _ in range(2)]
    return Several("two", filter(None, drawn))


DRAWS: dict[type[Command], Draw] = {
    AddNodes: new_nodes,
    Connect: connect,
    DeleteNodes: lambda data, graph: DeleteNodes(some(data, graph)),
    Disconnect: disconnect,
    MoveFound: move_found,
    MoveNodes: move,
    RenameNode: lambda data, graph: RenameNode(
        node(data, graph), data.draw(NAMES | st.sampled_from("pq"))
    ),
    SetAttribute: set_attribute,
    SetFormula: lambda data, graph: SetFormula(node(data, graph), data.draw(FORMULAS)),
    SetGroups: set_groups,
    SetKind: lambda data, graph: SetKind(node(data, graph), data.draw(st.sampled_from(LEAVES))),
    SetLesson: set_lesson,
    SetOutput: lambda data, graph: SetOutput(data.draw(st.sampled_from([None, *graph.nodes()]))),
    SetOwnOps: lambda data, _: SetOwnOps(data.draw(st.lists(OWN, max_size=2, unique_by=str))),
    SetQuiz: set_quiz,
    SetSlider: lambda data, graph: SetSlider(
        node(data, graph), data.draw(st.sampled_from([None, Span(-1.0, 1.0, 0.1)]))
    ),
    SetSliders: lambda data, graph: SetSliders(
        with_number(graph, some(data, graph)), given=data.draw(st.booleans())
    ),
    SetTable: set_table,
    SetTitle: lambda data, _: SetTitle(data.draw(TEXTS)),
    SetTraining: set_training,
    SetValue: lambda data, graph: SetValue(node(data, graph), data.draw(VALUES), data.draw(BURSTS)),
    SetValues: set_values,
    Several: several,
}


def every_command() -> set[type[Command]]:
    """Return each class of the room of commands that can be done, of all its modules."""
    for module in pkgutil.iter_modules(room.__path__):
        importlib.import_module(f"{room.__name__}.{module.name}")
    found, pending = set(), [Command]
    while pending:
        pending += (subclasses := pending.pop().__subclasses__())
        found |= {one for one in subclasses if one.__module__.startswith(room.__name__)}
    return {one for one in found if not one.__name__.startswith("_")}


def test_every_command_is_tried():
    assert set(DRAWS) == every_command()


@pytest.mark.parametrize("kind", DRAWS, ids=lambda kind: kind.__name__)
@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(graph=graphs_of_files(), data=st.data())
def test_a_command_is_undone_and_done_again_to_the_byte(kind, graph, data):
    document = Document()
    document.reset(graph)
    if data.draw(st.booleans()):
        done_on_copies(document)
    states = [dumps(graph)]
    for _ in range(data.draw(st.integers(1, 3))):
        before, index = states[-1], document.history.index()
        with contextlib.suppress(engine.GraphError, IndexError):
            command = DRAWS[kind](data, graph) if len(graph) else None
            if command is not None:
                seen_only(document, DRAWS[kind](data, graph))
                document.do(command)
        if document.history.index() > index:
            states.append(dumps(graph))
        elif dumps(graph) != before:
            states[-1] = dumps(graph)  # of one burst
    there_and_back(document, states)


def done_on_copies(document: Document) -> None:
    """Let every edit be a large one: done to a copy, which the graph becomes."""

    def beside(_words: str, edit: Edit) -> Change:
        copy = document.graph.copy()
        change = edit(copy)
        document.become(copy).dissolve()
        return change

    document.beside, document._large = beside, -1


def seen_only(document: Document, command: Command | None) -> None:
    """Preview a command and take it back."""
    before = dumps(document.graph)
    if command is not None:
        with contextlib.suppress(engine.GraphError, IndexError):
            document.preview(command)
        document.end_preview()
    assert dumps(document.graph) == before


def there_and_back(document: Document, states: list[bytes]) -> None:
    for way, expected in ((document.undo, states[-2::-1]), (document.redo, states[1:])):
        for contents in expected:
            way()
            assert dumps(document.graph) == contents


@pytest.mark.parametrize(
    ("own", "command"),
    [
        ({"title": "a\tb"}, SetTitle("c")),
        ({"title": ""}, SetTitle("c")),
        ({"quiz": None}, SetQuiz(Quiz())),
        ({"data": None}, SetTable(Table(("x",), ((1.0,),)))),
    ],
)
def test_what_a_file_said_of_nothing_comes_back(own, command):
    document = Document()
    document.graph.network.graph.update(own)
    before = dumps(document.graph)
    document.do(command)
    assert dumps(document.graph) != before
    document.undo()
    assert dumps(document.graph) == before


def test_a_title_typed_as_it_is_shown_is_no_step():
    document = Document()
    document.graph.network.graph["title"] = "a\tb"
    document.do(SetTitle("a b"))
    assert not document.history.canUndo()
