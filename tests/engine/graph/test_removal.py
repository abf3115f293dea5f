"""Many nodes are removed and come back as one by one, their groups looked through once."""

import pytest
from graph_edits import EDITS, edited
from hypothesis import given
from hypothesis import strategies as st

import engine
from engine.formats.chainrule_file import dumps
from engine.graph.groups import Group
from engine.graph.removal import remove_nodes, restore_nodes
from engine.progress import listening


@given(edits=EDITS, gone=st.lists(st.sampled_from("abcdef"), unique=True), data=st.data())
def test_they_are_removed_and_restored_as_one_by_one(edits, gone, data):
    graph = engine.Graph()
    for edit in edits:
        graph = edited(graph, *edit)
    names = graph.nodes()
    if names:
        outer = data.draw(st.lists(st.sampled_from(names), unique=True, min_size=1))
        inner = data.draw(st.lists(st.sampled_from(outer), unique=True, min_size=1))
        graph.groups = [Group("o", "outer", tuple(outer)), Group("i", "inner", tuple(inner))]
    before, one_by_one = dumps(graph), graph.copy()
    gone = graph.among(gone)
    for name in gone:
        one_by_one.remove_node(name)
    removal = remove_nodes(graph, gone)
    assert dumps(graph) == dumps(one_by_one)
    restore_nodes(graph, removal)
    assert dumps(graph) == before


def test_no_node_is_looked_for_in_its_groups_nor_keeps_what_they_were():
    class Members(tuple):
        __slots__ = ()

        def __contains__(self, name):
            raise AssertionError(f"{name} is looked for")

    graph = engine.Graph()
    for name in "abcd":
        graph.parameter(name)
    graph.groups = [Group("g", "all but d", Members("abc"))]
    removal = remove_nodes(graph, "bd")
    assert [group.members for group in graph.groups] == [("a", "c")]
    assert not any(node.memberships for node in removal.nodes)
    restore_nodes(graph, removal)
    assert [group.members for group in graph.groups] == [("a", "b", "c")]


def test_a_group_without_nodes_is_gone_and_one_that_loses_none_is_as_it_was():
    graph = engine.Graph()
    for name in "abcd":
        graph.parameter(name)
    graph.groups = groups = [Group(name, name, tuple(name)) for name in ("abcd", "ab", "c")]
    removal = remove_nodes(graph, "abd")
    assert list(graph.groups) == [Group("abcd", "abcd", ("c",)), groups[2]]
    restore_nodes(graph, removal)
    assert list(graph.groups) == groups


def test_an_unknown_one_leaves_all_of_them():
    graph = engine.Graph()
    graph.parameter("a")
    graph.groups = [Group("g", "one", ("a",))]
    before = dumps(graph)
    with pytest.raises(engine.UnknownNodeError):
        remove_nodes(graph, ["a", "b"])
    assert dumps(graph) == before


def test_what_is_given_up_amid_them_leaves_the_others_in_their_groups():
    def give_up(share: float) -> None:
        if share:
            raise InterruptedError

    graph = engine.Graph()
    names = [graph.parameter(f"w{k}") for k in range(300)]
    graph.groups = [Group("g", "all", tuple(names))]
    with pytest.raises(InterruptedError), listening(give_up):
        remove_nodes(graph, names)
    assert 0 < len(graph) < 300
    assert list(graph.groups[0].members) == graph.nodes()
