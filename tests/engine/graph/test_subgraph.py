"""A part of a graph has what lies in it whole."""

import engine
from engine import Edge, Group
from engine.formats.chainrule_file import dumps
from engine.graph.subgraph import entering, subgraph


def test_a_part_has_the_edges_and_groups_that_lie_in_it_whole():
    graph = engine.Graph()
    w, x = graph.parameter("w", 2.0, label="w_1"), graph.input("x", 3.0)
    graph.op("multiply", w, x, name="c", position=(1.0, 2.0))
    graph.op("square", "c", name="J")
    graph.network.edges["w", "c", 0]["note"] = "kept"
    graph.groups = [Group("1", "Product", ("w", "c")), Group("2", "Ends", ("x", "J"))]
    part = subgraph(graph, {"c", "w"})
    assert part.nodes() == ["w", "c"]
    assert part.edges() == [Edge("w", "c", 0)]
    assert part.network.edges["w", "c", 0] == {"note": "kept"}
    assert [group.id for group in part.groups] == ["1"]
    assert part.attributes("c")["position"] == (1.0, 2.0)
    assert entering(graph, {"c", "w"}) == [Edge("x", "c", 1)]
    assert dumps(subgraph(graph, graph.nodes())) == dumps(graph)


def test_names_are_given_in_the_order_of_the_graph():
    graph = engine.Graph()
    for name in ("w", "x", "b"):
        graph.input(name)
    assert graph.in_order({"b", "w"}) == ["w", "b"]


def test_what_a_file_says_instead_of_an_own_op_is_carried_along():
    graph = engine.Graph()
    graph.op("formula", name="J", formula="x^2", own=["square", 2])
    part = subgraph(graph, ["J"])
    assert part.attributes("J")["own"] == ["square", 2]
    assert (part.own_ops, part.own_op("J")) == ((), None)
