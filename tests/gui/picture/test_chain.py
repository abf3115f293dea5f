"""The chain rule written out at a node and at an edge."""

import numpy as np
import pytest
from examples import example

import engine
from engine.assignments import graph_from_text
from gui.picture.chain import Ways, edge_rows, node_rows, way_rows
from gui.picture.plain_text import plain_text
from gui.picture.step import walk
from gui.picture.written import Written
from gui.run import read


def told(rows) -> dict[str, list[str]]:
    return {row.title: [plain_text(line) for line in row.lines] for row in rows}


def of(graph: engine.Graph, thing) -> dict[str, list[str]]:
    written = Written(graph, read(graph), 16)
    rows = edge_rows if isinstance(thing, engine.Edge) else node_rows
    ways = Ways.of(graph, written.output, thing)
    return told([*rows(written, thing), *way_rows(written, ways)])


def test_an_edge_has_its_local_derivative_what_arrives_and_their_product():
    assert of(example("linear-unit"), engine.Edge("w", "c", 0)) == {
        "Local derivative": ["∂c/∂w = x = −2"],
        "Arrives from the right": ["∂J/∂c = 2"],
        "Their product": ["∂J/∂c · ∂c/∂w = 2 · (−2) = −4"],
        "All the way to J": ["∂J/∂d · ∂d/∂a · ∂a/∂c · ∂c/∂w", "= 2 · 1 · 1 · (−2) = −4"],
    }


def test_a_node_with_one_edge_is_told_as_its_edge():
    graph = example("linear-unit")
    assert of(graph, "w") == of(graph, engine.Edge("w", "c", 0))


def test_the_last_edge_needs_no_further_way():
    assert of(example("linear-unit"), "d") == {
        "Local derivative": ["∂J/∂d = d = 2"],
        "Arrives from the right": ["∂J/∂J = 1"],
        "Their product": ["∂J/∂J · ∂J/∂d = 1 · 2 = 2"],
    }


def test_the_output_is_where_it_begins():
    assert of(example("linear-unit"), "J") == {
        "Where every way back begins": ["∂J/∂J = 1"],
        "No path leads to J": [],
    }


def test_several_edges_are_told_one_by_one_and_their_paths_add_up():
    assert of(example("fan-out"), "x") == {
        "A product for each edge": [
            "∂J/∂a · ∂a/∂x = 2 · 3 = 6",
            "∂J/∂b · ∂b/∂x = 2 · 4 = 8",
            "∂J/∂J · ∂J/∂x = 1 · 10 = 10",
        ],
        "Their sum": ["6 + 8 + 10 = 24"],
        "Path 1 of 3 to J": ["∂J/∂c · ∂c/∂a · ∂a/∂x", "= 2 · 1 · 3 = 6"],
        "Path 2 of 3 to J": ["∂J/∂c · ∂c/∂b · ∂b/∂x", "= 2 · 1 · 4 = 8"],
        "Path 3 of 3 to J": ["c = 10"],
    }


def test_many_edges_and_many_paths_are_counted():
    graph = engine.Graph()
    x = graph.parameter("x", 1.0)
    layer = [graph.op("negate", x) for _ in range(6)]
    graph.op("add", *layer, name="J")
    found = of(graph, "x")
    assert found["The sum over 6 edges"] == ["∂J/∂x = −6"]
    assert "6 paths lead to J; their products add up" in found


def test_a_long_product_is_wrapped_and_a_longer_one_only_counted():
    lines = of(example("two-layer-network"), "w1")["All the way to J"]
    assert len(lines) == 4
    assert lines[-1] == "= 2 · 1 · 1 · 3 · 1 · 1 · 1 = 6"
    graph = engine.Graph()
    name = graph.input("x", 1.0)
    for _ in range(20):
        name = graph.op("negate", name)
    assert of(graph, "x")[f"All the way to {name}"] == ["over 20 edges"]


def test_arrays_are_told_by_what_the_op_writes():
    graph = engine.Graph()
    w = graph.parameter("W", np.ones((3, 2)))
    z = graph.op("matmul", w, graph.input("X", np.ones((2, 4))), name="Z")
    graph.op("mean", graph.op("tanh", z, name="A"), name="J")
    found = of(graph, "W")
    assert found["Their product"] == ["∂J/∂Z · Xᵀ = 3×2"]
    assert "Local derivative" not in found
    assert found["All the way to J"] == [
        "∂J/∂A · ∂A/∂Z · ∂Z/∂W",
        "∂J/∂J · ∂J/∂A = 3×4",
        "∂A/∂Z = 3×4, 0.07065",
        "∂J/∂Z · Xᵀ = 3×2",
    ]
    assert of(graph, "Z")["Local derivative"] == ["∂A/∂Z = 1 − A²"]


def test_without_an_output_or_a_derivative_there_is_nothing_to_say():
    graph = example("linear-unit")
    graph.op("square", "x", name="aside")
    graph.output = None
    assert of(graph, "x") == {}
    edge = engine.Edge("w", "c", 0)
    assert of(graph, edge) == {"Local derivative": ["∂c/∂w = x = −2"]}
    graph.output = "J"
    assert "No path leads to J" in of(graph, "aside")


def test_what_a_lesson_hides_is_not_written():
    graph = example("linear-unit")
    readings = read(graph)
    path = walk(graph, readings)
    written = Written(graph, path.seen(1, readings), 16)
    found = told(edge_rows(written, engine.Edge("c", "a", 0)))
    assert found["Arrives from the right"] == ["∂J/∂a"]
    assert found["Their product"] == ["∂J/∂a · ∂a/∂c"]
    (row,) = way_rows(written, Ways.of(graph, "J", "c"))
    assert "2" not in plain_text(row.lines[-1])


def test_no_product_that_is_not_a_number_is_said_to_be_one():
    graph = graph_from_text("c = relu(w); J = c^2", {"w": np.nan})
    assert of(graph, "w")["Their product"] == ["∂J/∂c · ∂c/∂w = 0"]


@pytest.mark.parametrize(
    ("text", "w", "end"),
    [
        ("a = log(w); b = 1/w; J = a + b", 0.0, "∞ − ∞ = NaN"),
        ("a = 1/w; b = 1.5/w; J = a + b", 1e-154, "−1e308 − 1.5e308 = −∞"),
    ],
)
def test_paths_add_up_to_infinity_and_to_no_number(text, w, end):
    """What Python adds without rounding it refuses there: the inspector ended in an error."""
    graph = graph_from_text(text, {"w": w})
    assert of(graph, "w")["Their sum"] == [end]
