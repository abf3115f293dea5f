"""What a picture is called that has no title of its own."""

import numpy as np
import pytest
from examples import example

import engine
from engine.assignments import free_names, graph_from_text
from gui.picture.title import title_of


def titled(graph: engine.Graph) -> str:
    return title_of(graph, graph.resolve_output())


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("J = 1/2*(w*x+b-y)^2", "J = ½ (w · x + b − y)²"),
        ("c = w*x; a = c+b; d = a-y; J = d^2/2", "J = ½ (w · x + b − y)²"),
        ("J = log(w_1*x)/x", "J = log(w₁ · x) / x"),
        ("J = exp((x-m)^2/(2*s^2))", "J = e^((x − m)² / (2 s²))"),
        ("J = exp(x_1^2) + 2^(a^b)", "J = e^(x₁²) + 2^(a^b)"),
        ("J = " + "+".join(f"w{k}*x{k}" for k in range(9)), "J = u + v"),
    ],
)
def test_without_a_title_a_picture_is_called_by_what_it_computes(text, title):
    graph = graph_from_text(text, dict.fromkeys(free_names(text), 2.0))
    assert titled(graph) == title
    graph.title = "Its own"
    assert titled(graph) == "Its own"


def test_arrays_and_missing_inputs_are_not_written_out():
    graph = engine.Graph()
    product = graph.op("matmul", graph.parameter("W", np.eye(2)), graph.input("x", np.eye(2)))
    graph.op("mean", product, name="J")
    assert titled(graph) == f"J = mean({product})"
    graph = example("linear-unit")
    graph.title = ""
    graph.remove_node("b")
    assert titled(graph) == "J = ½ d²"


def test_a_graph_without_an_output_has_a_title_too():
    graph = engine.Graph()
    graph.parameter("w", 1.0)
    assert title_of(graph, None) == title_of(graph, "w") == "Computation graph"
