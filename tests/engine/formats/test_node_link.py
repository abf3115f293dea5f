"""Node-link JSON of other programs."""

import json

import networkx as nx
import pytest

import engine
from engine.formats import node_link
from engine.formats.node_link import graph_from_node_link


def read(tree) -> engine.Graph:
    return graph_from_node_link(json.dumps(tree).encode())


@pytest.mark.parametrize("key", ["links", "edges"])
def test_what_networkx_writes_of_a_plain_graph_is_a_graph(key):
    theirs = nx.DiGraph(name="Theirs")
    theirs.add_edges_from([(1, "c"), (2, "c"), ("c", "d"), ("d", "J"), (1, "J")])
    theirs.nodes[1]["value"] = 3
    graph = read(nx.node_link_data(theirs, edges=key))
    assert graph.title == "Theirs"
    assert [graph.op_of(name) for name in ("1", "2", "c", "d", "J")] == [
        "input", "input", "add", "formula", "add",
    ]  # fmt: skip
    program = engine.compile(graph)
    program.forward()
    assert program.value("J") == (3 + 1) + 3


def test_ops_values_ports_and_the_output_are_taken_as_they_are():
    theirs = nx.MultiDiGraph(output="d")
    theirs.add_node("a", op="parameter", value=5)
    theirs.add_node("b", op="constant", value=2)
    theirs.add_node("d", op="subtract")
    theirs.add_node("e", op="exp")
    theirs.add_edge("b", "d", key=1)
    theirs.add_edge("a", "d", key=0)
    theirs.add_edge("d", "e", key=0)
    graph = read(nx.node_link_data(theirs, edges="edges"))
    assert graph.inputs("d") == ("a", "b")
    assert graph.output == "d"


def test_a_label_may_be_a_number_and_a_position_anything():
    nodes = [
        {"id": 1, "label": 3, "position": "left"},
        {"id": 2, "label": None, "position": [1, 2]},
        {"id": 3, "label": "c", "position": None},
    ]
    graph = read({"nodes": nodes, "edges": []})
    assert [graph.attributes(n).get("label") for n in "123"] == ["3", None, "c"]
    assert [graph.attributes(n).get("position") for n in "123"] == [None, (1.0, 2.0), None]


@pytest.mark.parametrize(
    ("tree", "sentence"),
    [
        ([], "expected an object with nodes and edges"),
        ({"nodes": []}, "edges: expected a list"),
        ({"nodes": [], "links": 2}, "links: expected a list"),
        ({"nodes": [], "edges": [], "directed": False}, "directed: the graph has no directions"),
        ({"nodes": [], "edges": [{"source": 1}]}, r"edges\[0\]: expected an object with source"),
        ({"nodes": [3], "edges": []}, r"nodes\[0\]: expected an object with an id"),
        ({"nodes": [{"id": 1, "op": "mutliply"}], "edges": []}, r"nodes\[0\]: unknown op"),
        (
            {"nodes": [{"id": 1}, {"id": 2}], "edges": [
                {"source": 1, "target": 2}, {"source": 2, "target": 1}]},
            r"edges\[1\]: \w+ would depend on itself",
        ),
    ],
)  # fmt: skip
def test_what_is_no_graph_has_its_sentence(tree, sentence):
    with pytest.raises(engine.FileError, match=sentence):
        read(tree)


def test_the_limits_of_a_file_hold_before_anything_is_built(monkeypatch):
    tree = {"nodes": [{"id": "a"}, {"id": "b"}], "edges": [{"source": "a", "target": "b"}]}
    monkeypatch.setattr(node_link, "MAX_NODES", 1)
    with pytest.raises(engine.LimitError, match="nodes: 2 are more than the 1 a file may have"):
        read(tree)
    monkeypatch.setattr(node_link, "MAX_NODES", 2)
    monkeypatch.setattr(node_link, "MAX_EDGES", 0)
    with pytest.raises(engine.LimitError, match="edges: 1 are more than the 0 a file may have"):
        read(tree)
