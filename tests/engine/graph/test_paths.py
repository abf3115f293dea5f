"""The paths between two nodes, counted and walked."""

import networkx as nx
from examples import example
from hypothesis import given
from hypothesis import strategies as st

import engine
from engine.graph.paths import count_paths, edges_between, feeding, paths


def names(path) -> str:
    return "".join((path[0].source, *(edge.target for edge in path)))


def test_one_way_leads_through_a_unit():
    graph = example("linear-unit")
    edges = edges_between(graph, "w", "J")
    assert [names(path) for path in paths(edges, "w", "J")] == ["wcadJ"]
    assert count_paths(edges, "w", "J") == 1
    assert edges_between(graph, "w", "b") == []
    assert count_paths([], "w", "b") == 0
    assert edges_between(graph, "w", "w") == []
    assert count_paths([], "w", "w") == 0


def test_where_a_value_is_used_twice_there_are_several():
    graph = example("fan-out")
    edges = edges_between(graph, "x", "J")
    assert sorted(names(path) for path in paths(edges, "x", "J")) == ["xJ", "xacJ", "xbcJ"]


def test_what_feeds_several_nodes_is_found_at_once():
    graph = example("linear-unit")
    assert feeding(graph, ["c", "b"]) == set("wxcb")
    assert feeding(graph, []) == set()


def test_two_edges_between_the_same_nodes_are_two_paths():
    graph = example("x-times-x")
    edges = edges_between(graph, "x", "J")
    assert count_paths(edges, "x", "J") == 2
    assert [path[0].port for path in paths(edges, "x", "J")] == [0, 1]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=16))
def test_the_paths_are_networkx_s(pairs):
    graph, plain = engine.Graph(), nx.MultiDiGraph()
    graph.input("n0", 1.0)
    sources = {k: [a for a, b in pairs if b == k and a < k] for k in range(1, 7)}
    plain.add_nodes_from(f"n{k}" for k in range(7))
    for k, into in sources.items():
        if len(into) < 2:
            graph.input(f"n{k}", 1.0)
            continue
        graph.op("add", *(f"n{a}" for a in into), name=f"n{k}")
        plain.add_edges_from((f"n{a}", f"n{k}", port) for port, a in enumerate(into))
    edges = edges_between(graph, "n0", "n6")
    expected = {tuple(path) for path in nx.all_simple_edge_paths(plain, "n0", "n6")}
    assert {tuple(tuple(edge) for edge in path) for path in paths(edges, "n0", "n6")} == expected
    assert count_paths(edges, "n0", "n6") == len(expected)
    assert {tuple(edge) for edge in edges} == {edge for path in expected for edge in path}


def test_a_long_chain_is_walked_without_recursion():
    graph = engine.Graph()
    name = graph.input("x", 1.0)
    for _ in range(3000):
        name = graph.op("negate", name)
    edges = edges_between(graph, "x", name)
    (path,) = paths(edges, "x", name)
    assert len(path) == 3000
