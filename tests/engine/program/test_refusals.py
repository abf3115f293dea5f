"""Programs: each question that has no answer has its sentence."""

import numpy as np
import pytest
from programs import ran

import engine


def test_shapes_that_do_not_fit_name_node_op_and_shapes():
    graph = engine.Graph()
    a, b = graph.parameter("a", np.zeros((2, 3))), graph.parameter("b", np.zeros((2, 4)))
    graph.op("matmul", a, b, name="c")
    graph.op("sum", "c", name="J")
    with pytest.raises(engine.ShapeError, match=r"c \(matmul\): 2×3 and 2×4 do not fit") as caught:
        ran(graph)
    assert caught.value.node == "c"


def test_an_output_that_is_no_scalar_says_its_shape():
    graph = engine.Graph()
    graph.op("square", graph.parameter("w", np.zeros((2, 3))), name="J")
    program = engine.compile(graph)
    program.forward()
    with pytest.raises(engine.OutputError, match="J has the shape 2×3: put a sum"):
        program.backward()


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (lambda p: p.value("q"), "there is no node named 'q'"),
        (
            lambda p: p.edge_derivative("w", "J", 0),
            "there is no edge from w to the first input of J",
        ),
        (lambda p: p.edge_derivative("w", "c", -1), "no edge from w to the input -1 of c"),
        (lambda p: p.edge_derivative("w", "c", "0"), "no edge from w to the input 0 of c"),
        (lambda p: p.set_value("c", 1.0), "c computes its value, only a leaf can be set"),
        (lambda p: p.set_value("w", "two"), "the value of w must be a number"),
    ],
)
def test_a_wrong_question_has_its_sentence(linear_unit, ask, sentence):
    program = ran(linear_unit)
    with pytest.raises(engine.GraphError, match=sentence):
        ask(program)


def test_values_before_forward_are_asked_for_too_early(linear_unit):
    program = engine.compile(linear_unit)
    with pytest.raises(engine.GraphError, match="call forward"):
        program.value("J")
    with pytest.raises(engine.GraphError, match="call forward"):
        program.backward()


def test_derivatives_before_backward_are_asked_for_too_early(linear_unit):
    program = engine.compile(linear_unit)
    program.forward()
    with pytest.raises(engine.GraphError, match="call backward"):
        program.derivative("w")
    with pytest.raises(engine.GraphError, match="call backward"):
        program.edge_derivative("w", "c", 0)
    program.backward()
    program.set_value("w", [1.0, 2.0])
    with pytest.raises(engine.GraphError, match="call backward"):
        program.derivative("w")


@pytest.mark.parametrize("value", [5.0, [1.0, 2.0], [1.0, 2.0, 3.0, 4.0]])
@pytest.mark.parametrize(
    "ask", [lambda p: p.backward(), lambda p: p.push_forward("b"), lambda p: p.bump("b", 0.1)]
)
def test_what_forward_has_not_seen_is_not_mixed_with_what_it_has(value, ask):
    graph = engine.Graph()
    w, b = graph.parameter("w", [1.0, 2.0, 3.0]), graph.parameter("b", 2.0)
    graph.op("sum", graph.op("multiply", w, b), name="J")
    program = ran(graph)
    program.set_value("w", value)
    with pytest.raises(engine.GraphError, match=r"call forward\(\) first"):
        ask(program)
    program.forward()
    ask(program)


def test_derivatives_that_were_interrupted_are_none(linear_unit, monkeypatch):
    program = ran(linear_unit)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(program._parts.only_loop, "backward", interrupted)
    with pytest.raises(KeyboardInterrupt):
        program.backward()
    with pytest.raises(engine.GraphError, match="call backward"):
        program.derivative("w")


def test_several_sinks_are_listed_and_an_incomplete_graph_names_the_input(linear_unit):
    linear_unit.op("square", "a", name="extra")
    with pytest.raises(
        engine.OutputError,
        match="2 nodes lead nowhere: J, extra; draw edges on from them, or choose one",
    ):
        engine.compile(linear_unit)
    linear_unit.remove_edge("b", "a", 1)
    with pytest.raises(engine.IncompleteError, match=r"a \(add\): its second input has no edge"):
        engine.compile(linear_unit, "J")
