"""Copies travel as text, are read with distrust, and get names of their own."""

import json

import pytest

import engine
from engine import Edge, Group
from engine.formats.chainrule_file import MAX_NODES, dumps, loads
from gui.commands import become_own, clip, delete_healing
from gui.commands.clip import Clip, clip_of, paste, read_clip, written_clip
from gui.commands.groups import unique_ids
from gui.commands.new_names import new_names
from gui.document import Document


@pytest.fixture
def document() -> Document:
    graph = engine.Graph()
    w = graph.parameter("w", 2.0, position=(0, 0))
    x = graph.input("x", -2.0)
    c = graph.op("multiply", w, x, name="c")
    graph.op("formula", c, name="J", formula="c^2 / 2", inputs=["c"])
    document = Document()
    document.reset(graph)
    return document


def copied(graph: engine.Graph, *names: str) -> Clip:
    return read_clip(written_clip(clip_of(graph, names)))


def test_copies_count_on_and_formulas_follow(document):
    graph = document.graph
    step, names = paste(graph, copied(graph, "w", "c", "J"))
    document.do(step)
    assert names == ("w2", "c2", "J2")
    assert graph.attributes("J2")["formula"] == "c2^2 / 2"
    assert graph.inputs("c2") == ("w2", None)
    step, names = paste(graph, copied(graph, "w2", "c2"))
    assert names == ("w3", "c3")


def test_with_joined_what_led_to_the_originals_leads_to_the_copies(document):
    graph = document.graph
    document.do(paste(graph, copied(graph, "c"), joined=True)[0])
    assert graph.inputs("c2") == ("w", "x")
    other = Document()
    other.do(paste(other.graph, copied(graph, "c"), joined=True)[0])
    assert other.graph.inputs("c") == (None, None)


def test_what_a_file_says_else_of_an_edge_travels_with_it(document):
    graph = document.graph
    graph.remove_edge("w", "c", 0)
    graph.add_edge("w", "c", 0, {"note": "slow"})
    document.do(paste(graph, copied(graph, "c"), joined=True)[0])
    assert graph.network.get_edge_data("w", "c2", 0) == {"note": "slow"}
    assert graph.network.get_edge_data("x", "c2", 1) == {}
    document.do(paste(graph, copied(graph, "w", "c2"), joined=True)[0])
    assert graph.network.get_edge_data("w2", "c3", 0) == {"note": "slow"}


def test_what_a_clip_says_of_an_edge_besides_leaves_its_ends_alone(document):
    graph = document.graph
    data = written_clip(clip_of(graph, ["c"]))
    said = b'["w", "c", 0, {"source": "x", "key": 7, "note": 1}]'
    data = data.replace(b'["w", "c", 0]', said)
    document.do(paste(graph, read_clip(data), joined=True)[0])
    assert graph.network.get_edge_data("w", "c2", 0) == {"note": 1}


def test_groups_travel_with_their_nodes(document):
    graph = document.graph
    graph.groups = [Group("group1", "Product", ("w", "c"), True, {"note": 1})]
    document.do(paste(graph, copied(graph, "w", "c", "x"))[0])
    document.do(paste(graph, copied(graph, "w"))[0])
    assert graph.groups[1:] == (Group("group2", "Product", ("w2", "c2"), True, {"note": 1}),)
    document.undo()
    document.undo()
    assert len(graph.groups) == 1


def test_own_ops_travel_with_the_nodes_made_of_them(document):
    graph = document.graph
    half = engine.OwnOp("half", "c^2 / 2", "½")
    document.do(become_own(graph, "J", half))
    other = Document()
    other.do(paste(other.graph, copied(graph, "J"))[0])
    assert other.graph.own_op("J") == half
    other.undo()
    assert other.graph.own_ops == ()
    other.graph.own_ops = [engine.OwnOp("half", "x/2")]
    other.do(paste(other.graph, copied(graph, "J"))[0])
    other.do(paste(other.graph, copied(graph, "J"))[0])
    there = engine.OwnOp("half2", "c^2 / 2", "½")  # here the name means another op
    assert (other.graph.own_op("J"), other.graph.own_op("J2")) == (there, there)
    assert [op.name for op in other.graph.own_ops] == ["half", "half2"]


def test_own_ops_of_no_node_travel_where_their_names_are_free(document):
    graph = document.graph
    graph.own_ops = [engine.OwnOp("half", "x/2")]
    other = engine.Graph()
    other.input("y", 1.0)
    other.own_ops = [engine.OwnOp("half", "x*0.5"), engine.OwnOp("third", "x/3")]
    document.do(paste(graph, Clip(other))[0])
    assert [(op.name, op.formula) for op in graph.own_ops] == [("half", "x/2"), ("third", "x/3")]


def test_a_clip_is_a_file_that_any_reader_opens(document):
    contents = written_clip(clip_of(document.graph, ["w", "c"]))
    assert loads(contents).nodes() == ["w", "c"]


HOSTILE = [
    ("{", "damaged or cut off"),
    ('{"a": 1}', "this is not a Chainrule file"),
    (3, "graph.incoming: expected a list"),
    ([3], "graph.incoming[0]: expected an edge"),
    ([["x", "q", 0]], "graph.incoming[0]: expected an edge"),
    ([["x", "c", True]], "graph.incoming[0]: expected an edge"),
]


@pytest.mark.parametrize(("hostile", "sentence"), HOSTILE, ids=str)
def test_a_hostile_clip_is_refused_with_one_sentence(document, hostile, sentence):
    text = hostile
    if not isinstance(hostile, str):
        tree = json.loads(dumps(document.graph))
        tree["graph"]["incoming"] = hostile
        text = json.dumps(tree)
    with pytest.raises(engine.FileError) as caught:
        read_clip(text.encode())
    assert str(caught.value).startswith(sentence)


def test_edges_that_cannot_be_do_not_join(document):
    graph = document.graph
    clip = clip_of(graph, ["c", "x"])
    strange = [Edge("w", "c", 7), Edge("w", "c", 1), Edge("w", "x", 0), Edge("q", "c", 0)]
    document.do(paste(graph, Clip(clip.graph, tuple(strange)), joined=True)[0])
    assert graph.inputs("c2") == (None, "x2")
    total = graph.op("add", "w", "x", "c", name="s")
    document.do(paste(graph, copied(graph, total), joined=True)[0])
    assert graph.inputs("s2") == ("w", "x", "c")


def test_more_nodes_than_a_file_may_have_are_refused(document, monkeypatch):
    assert MAX_NODES == 250_000
    monkeypatch.setattr("engine.formats.chainrule_file.MAX_NODES", 5)
    with pytest.raises(engine.LimitError, match="5 nodes at most"):
        paste(document.graph, copied(document.graph, "w", "x"))


def test_names_count_on_from_the_originals():
    taken = {"w", "w2", "a_1", "9", "long"}
    assert new_names(["w", "a_1", "x", "9", "w5"], taken | {"w5"}) == {
        "w": "w3",
        "a_1": "a_2",
        "x": "x",
        "9": "10",
        "w5": "w6",
    }
    assert new_names(["w", "w3"], {"w"}) == {"w": "w2", "w3": "w3"}


def test_healing_leads_the_first_input_on(document):
    graph = document.graph
    graph.op("relu", "c", name="r")
    graph.op("tanh", "r", name="t")
    graph.op("add", "t", "r", name="s")
    before = dumps(graph)
    document.do(delete_healing(graph, ["r", "t"], ()))
    assert graph.inputs("s") == ("c", "c")
    document.undo()
    assert dumps(graph) == before
    document.do(delete_healing(graph, ["c"], [Edge("t", "s", 0)]))
    assert graph.inputs("r") == ("w",)
    assert graph.inputs("s") == (None, "r")
    assert document.history.undoText() == "Delete the selection and heal"
    document.undo()
    document.do(delete_healing(graph, ["w", "s"], ()))
    assert document.history.undoText() == "Delete 2 nodes"


def test_what_else_a_file_says_of_an_edge_travels_with_it(document):
    """Of a node and of a group it did."""
    graph = document.graph
    graph.remove_edge("w", "c", 0)
    graph.add_edge("w", "c", 0, {"note": "kept"})
    document.do(paste(graph, copied(graph, "w", "c"))[0])
    assert graph.network.edges["w2", "c2", 0] == {"note": "kept"}
    document.undo()
    document.redo()
    assert graph.network.edges["w2", "c2", 0] == {"note": "kept"}


def test_many_groups_are_pasted_by_looking_at_each_once(document, monkeypatch):
    """Each looked for a free number from 1 on: 3,000 took seconds."""
    graph = document.graph
    graph.groups = [Group(f"group{k}", "w", ("w",)) for k in range(1, 300)]
    looked = []
    monkeypatch.setattr(clip, "unique_ids", lambda groups: looked.append(1) or unique_ids(groups))
    step, _ = paste(graph, copied(graph, "w"))
    document.do(step)
    assert len(looked) == 1
    assert [group.id for group in graph.groups] == [f"group{k}" for k in range(1, 599)]
