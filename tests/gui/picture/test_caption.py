"""What a lesson's step says: the formula with its names, then with its numbers."""

import numpy as np
import pytest
from captions import caption_text
from examples import example

import engine
from engine.assignments import graph_from_text
from gui.picture.caption import caption
from gui.picture.card import card
from gui.picture.plain_text import plain_text
from gui.picture.step import walk
from gui.run import read
from gui.theme import Ink

LINEAR_UNIT = """\
Given: w = 2, x = −2, b = 8, y = 2
c = w · x = 2 · (−2) = −4
a = c + b = −4 + 8 = 4
d = a − y = 4 − 2 = 2
J = ½ d² = ½ · 2² = 2
∂J/∂J = 1
∂J/∂d = d = 2
∂J/∂a = ∂J/∂d · ∂d/∂a = 2 · 1 = 2
∂J/∂y = ∂J/∂d · ∂d/∂y = 2 · (−1) = −2
∂J/∂c = ∂J/∂a · ∂a/∂c = 2 · 1 = 2
∂J/∂b = ∂J/∂a · ∂a/∂b = 2 · 1 = 2
∂J/∂w = ∂J/∂c · ∂c/∂w = 2 · (−2) = −4
∂J/∂x = ∂J/∂c · ∂c/∂x = 2 · 2 = 4"""

TWO_LAYERS = """\
Given: w^[1] = 2, x = 1, b^[1] = 0, w^[2] = 3, b^[2] = 1, y = 5
t^[1] = w^[1] · x = 2 · 1 = 2
z^[1] = t^[1] + b^[1] = 2 + 0 = 2
a^[1] = g(z^[1]) = g(2) = 2
t^[2] = w^[2] · a^[1] = 3 · 2 = 6
z^[2] = t^[2] + b^[2] = 6 + 1 = 7
a^[2] = g(z^[2]) = g(7) = 7
J = ½ (a^[2] − y)² = ½ (7 − 5)² = 2
∂J/∂J = 1
∂J/∂a^[2] = a^[2] − y = 7 − 5 = 2
∂J/∂y = y − a^[2] = 5 − 7 = −2
∂J/∂z^[2] = ∂J/∂a^[2] · ∂a^[2]/∂z^[2] = 2 · 1 = 2
∂J/∂t^[2] = ∂J/∂z^[2] · ∂z^[2]/∂t^[2] = 2 · 1 = 2
∂J/∂b^[2] = ∂J/∂z^[2] · ∂z^[2]/∂b^[2] = 2 · 1 = 2
∂J/∂a^[1] = ∂J/∂t^[2] · ∂t^[2]/∂a^[1] = 2 · 3 = 6
∂J/∂w^[2] = ∂J/∂t^[2] · ∂t^[2]/∂w^[2] = 2 · 2 = 4
∂J/∂z^[1] = ∂J/∂a^[1] · ∂a^[1]/∂z^[1] = 6 · 1 = 6
∂J/∂t^[1] = ∂J/∂z^[1] · ∂z^[1]/∂t^[1] = 6 · 1 = 6
∂J/∂b^[1] = ∂J/∂z^[1] · ∂z^[1]/∂b^[1] = 6 · 1 = 6
∂J/∂w^[1] = ∂J/∂t^[1] · ∂t^[1]/∂w^[1] = 6 · 1 = 6
∂J/∂x = ∂J/∂t^[1] · ∂t^[1]/∂x = 6 · 2 = 12"""


def captions(graph: engine.Graph) -> list[str]:
    readings = read(graph)
    path = walk(graph, readings)
    return [caption_text(path, place, readings) for place in range(len(path))]


@pytest.mark.parametrize(
    ("stem", "written"), [("linear-unit", LINEAR_UNIT), ("two-layer-network", TWO_LAYERS)]
)
def test_the_lecture_s_examples_are_written_out_step_by_step(stem, written):
    assert captions(example(stem)) == written.split("\n")


def test_where_edges_meet_their_sum_is_written():
    said = captions(example("fan-out"))[-1].split("\n")
    assert said == [
        "∂J/∂x = ∂J/∂a · ∂a/∂x + ∂J/∂b · ∂b/∂x + c = 2 · 3 + 2 · 4 + 10",
        "∂J/∂x = 6 + 8 + 10 = 24",
    ]
    assert captions(example("x-times-x"))[-1] == "∂J/∂x = x + x = 3 + 3 = 6"


def test_negative_numbers_stand_in_parentheses_after_a_sign():
    said = captions(example("two-hidden-units"))
    assert "t₁₂ = w₁₂ · x₂ = −0.5 · (−1) = 0.5" in said
    assert "z₂ = t₂₁ + t₂₂ + b₂ = −1 + (−0.5) + 1 = −0.5" in said
    assert said[0] == "Given: 8 parameters and 3 inputs"
    assert said[-1].endswith("∂J/∂x₂ = −0.06292 + 0.1369 ≈ 0.07399")


def layer() -> engine.Graph:
    graph = engine.Graph()
    w = graph.parameter("W", np.arange(6.0).reshape(3, 2))
    x = graph.input("X", np.ones((2, 4)))
    t = graph.op("matmul", w, x, name="T")
    z = graph.op("add", t, graph.parameter("b", np.ones((3, 1))), name="Z")
    graph.op("mean", graph.op("tanh", z, name="A"), name="J")
    return graph


def test_a_product_that_begins_with_a_half_is_written_with_the_sign():
    graph = graph_from_text("e = d^2", {"d": 2.0})
    graph.op("multiply", graph.constant("0.5", 0.5), "e", name="J")
    graph.output = "J"
    assert "J = ½ e = 0.5 · 4 = 2" in captions(graph)
    assert plain_text(card(graph, "J", "J").text) == "J = ½ e"
    graph.remove_edge("0.5", "J", 0)
    assert plain_text(card(graph, "J", "J").text) == "J = ? · e"
    typed = graph_from_text("J = 1/2*d^2", {"d": 2.0})
    assert "J = ½ c = ½ · 4 = 2" in captions(typed)


def test_arrays_are_told_by_their_shapes_and_rules():
    said = {line.split(" = ")[0]: line for line in captions(layer())[1:]}
    assert said["T"] == "T = W X    3×2 and 2×4 → 3×4"
    assert said["Z"] == "Z = T + b    3×4 and 3×1 → 3×4"
    assert said["J"].startswith("J = mean(A) = 0.")
    assert said["∂J/∂Z"] == "∂J/∂Z = ∂J/∂A ⊙ ∂A/∂Z    3×4, entry by entry"
    assert said["∂J/∂b"].startswith("∂J/∂b = ∂J/∂Z ⊙ ∂Z/∂b = [")
    assert said["∂J/∂b"].endswith("summed: 3×4 → 3×1")
    assert said["∂J/∂W"] == "∂J/∂W = ∂J/∂T · Xᵀ    3×2"
    assert said["∂J/∂X"] == "∂J/∂X = Wᵀ · ∂J/∂T    2×4"


def test_a_level_lists_its_nodes():
    graph = engine.Graph()
    x = graph.input("x", 1.0)
    graph.op("add", *(graph.op("multiply", x, graph.parameter(f"w{k}", 1.0)) for k in range(40)))
    said = captions(graph)
    assert said[0] == "Given: 40 parameters and 1 input"
    assert said[1].startswith("40 values: ")
    assert said[1].endswith(", …")
    assert said[4].startswith("40 derivatives: ∂")


def test_many_edges_are_only_counted():
    graph = engine.Graph()
    x = graph.input("x", 1.0)
    graph.op("add", x, x, x, x, x, name="J")
    assert captions(graph)[-1] == "∂J/∂x = 5    the sum over 5 edges"


def test_what_has_no_value_says_why():
    graph = engine.Graph()
    graph.op(
        "matmul", graph.input("X", np.ones((2, 3))), graph.input("Y", np.ones((2, 3))), name="Z"
    )
    assert "2×3" in captions(graph)[1].split("\n")[1]


@pytest.mark.parametrize(
    ("text", "w", "said"),
    [
        ("c = relu(w); J = c^2", np.nan, "∂J/∂w = ∂J/∂c · ∂c/∂w = 0"),
        ("c = relu(w); d = log(c); J = d^2", 0.0, "∂J/∂w = ∂J/∂c · ∂c/∂w = 0"),
        ("c = w^2; d = log(c); J = d^2", 0.0, "∂J/∂w = ∂J/∂c · ∂c/∂w = −∞ · 0 = NaN"),
        ("c = relu(w); d = c^2; J = d + w", np.nan, "∂J/∂w = ∂J/∂c · ∂c/∂w + 1 = 0 + 1 = 1"),
    ],
)
def test_no_product_that_is_not_a_number_is_said_to_be_one(text, w, said):
    """What relu does not let through is 0, whatever it is."""
    assert captions(graph_from_text(text, {"w": w}))[-1] == said


def test_values_are_blue_and_derivatives_orange():
    graph = example("linear-unit")
    readings = read(graph)
    path = walk(graph, readings)
    (forward,), (backward,) = caption(path, 2, readings), caption(path, 7, readings)
    blue = [run.text for run in forward.runs if run.ink is Ink.VALUE]
    assert blue == ["−4", "8", "4"]
    orange = [run.text for run in backward.runs if run.ink is Ink.DERIVATIVE]
    assert orange == ["2", "2"]


@pytest.mark.parametrize("leaf", [None, "w0"])
def test_the_formula_of_what_has_very_many_inputs_is_not_written(leaf):
    graph = engine.Graph()
    leaves = [graph.parameter(f"w{k}", 1.0) for k in range(64)]
    graph.op("add", *leaves, name="J")
    path = walk(graph, read(graph), leaf)
    assert "w₀ + w₁ + w₂" in caption_text(path, path.valued["J"], read(graph))
    graph.add_edge(graph.parameter("w64", 1.0), "J", 64)
    readings = read(graph)
    path = walk(graph, readings, leaf)
    line = caption_text(path, path.valued["J"], readings).splitlines()[0]
    assert line == "J = 65    from 65 inputs"
    graph.remove_edge("w3", "J", 3)
    lines = caption(path, path.valued["J"], read(graph))
    assert plain_text(lines[0]) == "J    from 65 inputs"
