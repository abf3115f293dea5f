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


def test_ops_of_arrays_are_written_in_it_too():
    values = {"W": np.eye(2), "x": np.ones(2), "b": np.ones(2), "y": 1.0}
    graph = graph_from_text("Z = W@x + b; J = cross_entropy(Z, y)", values)
    assert titled(graph) == "J = CE(W x + b, y)"
    values = {"w": 2.0, "x": np.ones(4), "y": np.ones(4)}
    assert titled(graph_from_text("J = mean((w*x - y)^2)/2", values)) == "J = ½ mean((w · x − y)²)"


def test_every_product_of_matrices_is_written_in_one_way():
    """Of two layers the inner one was W x, and the outer one W · relu(…)."""
    values = {name: np.eye(2) for name in "AB"} | {"x": np.ones(2)}
    assert titled(graph_from_text("J = sum(A@relu(B@x + 1))", values)) == "J = Σ(A ReLU(B x + 1))"
    assert titled(graph_from_text("J = sum(A@B@x)", values)) == "J = Σ(A B x)"
    assert titled(graph_from_text("J = sum((A + B)@x)", values)) == "J = Σ((A + B) x)"


def test_what_waits_for_an_input_is_not_written_out():
    graph = example("linear-unit")
    graph.title = ""
    graph.remove_node("b")
    assert titled(graph) == "J = ½ d²"


def test_a_graph_without_an_output_has_a_title_too():
    graph = engine.Graph()
    graph.parameter("w", 1.0)
    assert title_of(graph, None) == title_of(graph, "w") == "Computation graph"
