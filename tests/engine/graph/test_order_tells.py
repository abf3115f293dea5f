"""No way is looked for where the order of the nodes tells that there is none."""

from itertools import pairwise

import networkx as nx
import pytest
from graph_edits import EDITS, edited
from hypothesis import given
from hypothesis import strategies as st

import engine
from engine.formats.chainrule_file import dumps
from engine.graph import rules
from engine.graph.removal import remove_nodes, restore_nodes


@given(edits=EDITS, many=st.sampled_from([0, 1, 64]))
def test_what_would_close_a_cycle_is_refused_and_nothing_else_whatever_was_edited(edits, many):
    graph = engine.Graph()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rules, "_MANY", many)
        for edit in edits:
            graph = edited(graph, *edit)
        for source in graph.nodes():
            for target in graph.nodes():
                if source != target:
                    closes = nx.has_path(graph.network, target, source)
                    assert graph.can_connect(source, target, graph.next_port(target)) is not closes


def test_in_a_graph_that_is_in_order_no_way_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = engine.Graph()
    graph.parameter("n0", 1.0)
    for k in range(1, 9):
        graph.op("add", f"n{k - 1}", f"n{k - 1}", name=f"n{k}")
    looked: list[tuple[str, str]] = []
    way = rules.way
    monkeypatch.setattr(rules, "way", lambda _, *ends: looked.append(ends) or way(_, *ends))
    graph.restore_node(graph.remove_node("n4"))
    assert graph.can_connect("n2", "n6", 2)
    assert not looked
    assert not graph.can_connect("n6", "n2", 2)
    assert looked == [("n2", "n6")]
    graph.op("add", "n7", name="late")
    graph.add_edge("late", "n8", 2)  # against the order: what lies below it may lead back by it
    assert graph.can_connect("n1", "n3", 2)
    assert looked[1:] == [("n3", "n1")]
    graph.rename_node("late", "later")
    graph.rename_node("n8", "n9")
    graph.remove_edge("later", "n9", 2)
    assert graph.can_connect("n1", "n3", 2)
    assert len(looked) == 2


def test_a_renamed_node_leaves_edges_of_others_alone_that_run_against_the_order() -> None:
    class Against(set[engine.Edge]):
        def __iter__(self):
            raise AssertionError("all edges against the order are gone through")

    graph = engine.Graph()
    for name in ("c", "b", "a"):
        graph.add_node(name, "negate")
    graph.add_edge("a", "b", 0)
    graph.add_edge("b", "c", 0)
    graph._against = Against(graph._against)
    graph.rename_node("b", "middle")
    graph._against = set(graph._against)
    assert graph._against == {engine.Edge("a", "middle", 0), engine.Edge("middle", "c", 0)}
    with pytest.raises(engine.CycleError):
        graph.check_edge("c", "a", 0)


def test_nodes_that_are_put_back_as_they_were_look_for_no_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of 4,000 nodes that were listed from the output on, 2,000 deleted took 0.7 s to come back."""
    graph = engine.Graph()
    names = [f"n{k}" for k in range(12)]
    for name in reversed(names):
        graph.add_node(name, "add")
    for source, target in pairwise(names):
        graph.add_edge(source, target, 0)
    for source, target in zip(names, names[2:], strict=False):
        graph.add_edge(source, target, 1)
    before = dumps(graph)
    monkeypatch.setattr(rules, "_MANY", 1)
    monkeypatch.setattr(rules, "way", lambda *_: pytest.fail("a way is looked for"))
    restore_nodes(graph, remove_nodes(graph, names[1::2]))
    assert dumps(graph) == before
    monkeypatch.undo()
    assert not graph.can_connect("n7", "n2", 2)
