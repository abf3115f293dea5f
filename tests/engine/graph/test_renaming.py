"""A node under another name, and all that follows it."""

import networkx as nx
import pytest

import engine


class Unwalked(dict):
    """Nodes that are asked for by name and never walked through."""

    def __iter__(self):
        raise AssertionError("every node was looked at")


def test_a_rename_looks_at_the_nodes_around_alone(linear_unit):
    graph = linear_unit.copy()
    graph.op("multiply", "x", "x", name="twice")
    network = graph.network
    theirs = nx.relabel_nodes(network, {"x": "input"}, copy=True)
    network._node = Unwalked(network._node)
    graph.rename_node("x", "input")
    network._node = dict(network._node.items())
    assert {*network.edges(keys=True)} == {*theirs.edges(keys=True)}
    assert network.nodes["input"] == theirs.nodes["input"]
    assert graph.inputs("twice") == ("input", "input")


def test_a_rename_is_followed_by_output_edges_and_formulas(linear_unit):
    linear_unit.output = "J"
    linear_unit.rename_node("d", "delta")
    linear_unit.rename_node("J", "cost")
    assert linear_unit.output == "cost"
    assert linear_unit.attributes("cost")["formula"] == "delta^2/2"
    assert linear_unit.inputs("cost") == ("delta",)
    assert linear_unit.nodes()[-2:] == ["delta", "cost"]
    program = engine.compile(linear_unit)
    program.forward()
    assert program.value("cost") == 2.0


def test_a_name_no_formula_can_hold_leaves_the_formula_as_it_was(linear_unit):
    linear_unit.rename_node("d", "the difference")
    assert linear_unit.attributes("J")["inputs"] == ["d"]
    assert linear_unit.inputs("J") == ("the difference",)


def test_a_formula_whose_port_has_an_edge_cannot_lose_it():
    graph = engine.Graph()
    u, v = graph.input("u", 1.0), graph.input("v", 2.0)
    graph.op("formula", u, v, name="f", formula="u+v")
    with pytest.raises(
        engine.InvalidAttributeError, match="has no second input, which has an edge"
    ):
        graph.set_attribute("f", "formula", "u^2")
    assert graph.attributes("f")["formula"] == "u+v"
    assert graph.set_attribute("f", "formula", "u*v") == "u+v"
    assert graph.set_attribute("f", "label", "F") is None
    assert graph.set_attribute("f", "label", None) == "F"
    assert "label" not in graph.attributes("f")


def test_a_rename_never_turns_a_name_into_a_number():
    graph = engine.Graph()
    graph.op("formula", graph.input("x", 3.0), name="f", formula="2x+1")
    graph.rename_node("x", "e3")
    assert graph.attributes("f")["formula"] == "2*e3 + 1"
    assert graph.attributes("f")["inputs"] == ["e3"]
    assert graph.inputs("f") == ("e3",)


def test_a_rename_is_followed_where_the_node_feeds_two_ports_of_a_formula():
    graph = engine.Graph()
    graph.input("u", 3.0)
    graph.op("formula", "u", "u", name="f", formula="u - v", inputs=["u", "v"])
    graph.rename_node("u", "z")
    assert graph.attributes("f")["formula"] == "z - v"
    assert graph.attributes("f")["inputs"] == ["z", "v"]
