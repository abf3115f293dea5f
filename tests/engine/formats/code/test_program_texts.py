"""How programs are written: short, whatever names, titles, numbers and attributes they hold."""

import json

import numpy as np
import run_programs
from agreement import agree

import engine
from engine.expression import Name
from engine.formats.code import backward, listing
from engine.formats.code.jax_code import jax_code
from engine.formats.code.micrograd_code import micrograd_code
from engine.formats.code.numpy_code import numpy_code
from engine.formats.code.pytorch_code import pytorch_code
from engine.formats.code.pytorch_training import pytorch_training
from engine.training import Choice
from resources import resource


def test_the_program_of_the_linear_unit_is_as_short_as_one_would_write_it():
    program = numpy_code(engine.load(resource("examples/linear-unit.chainrule")))
    assert (
        """
# Forward
c = w * x
a = c + b
d = a - y
J = d**2 / 2

# Backward: d_J and so on are the derivatives of J
d_J = 1.0
d_d = d_J * d
d_a = d_d
d_c = d_a
d_w = d_c * x
d_b = d_a
"""
        in program
    )


def test_two_ops_of_different_attributes_are_two_functions():
    graph = engine.Graph()
    w = graph.parameter("w", -2.0)
    steep, flat = graph.op("leaky_relu", w, slope=0.5), graph.op("leaky_relu", w)
    graph.op("add", steep, flat, graph.op("leaky_relu", steep, slope=0.5), name="J")
    program = micrograd_code(graph)
    assert "def leaky_relu(x)" in program
    assert "def leaky_relu_2(x)" in program
    assert "def leaky_relu_3(x)" not in program
    agree(graph, run_programs.printed(program))


def test_a_graph_of_constants_has_no_derivatives():
    graph = engine.Graph()
    graph.op("exp", graph.constant("k", 2.0), name="J")
    for write in (numpy_code, micrograd_code):
        assert json.loads(run_programs.printed(write(graph)))["derivatives"] == {}
    assert "value = cost()" in jax_code(graph)
    assert "backward" not in pytorch_code(graph)


def test_an_input_that_a_formula_does_not_move_has_derivative_zero():
    graph = engine.Graph()
    w, v = graph.parameter("w", [1.0, 2.0]), graph.parameter("v", 2.0)
    n = graph.op("formula", w, v, formula="0*w + v^3 + relu(2) + relu(v^0 - 3)")
    graph.op("sum", graph.op("multiply", n, "v"), name="J")
    agree(graph, run_programs.printed(numpy_code(graph)))


def test_a_constant_named_by_its_number_is_written_as_the_number():
    graph = engine.Graph()
    two, three = graph.constant("2", 2.0), graph.constant("3", 3.0)
    graph.op("add", graph.op("sum", two), graph.op("multiply", three, graph.parameter("w", 1.0)))
    program = numpy_code(graph)
    assert "3 * w" in program
    assert "n2 = 2.0  # 2" in program
    agree(graph, run_programs.printed(program))


def test_what_is_not_finite_or_empty_is_written_too():
    graph = engine.Graph()
    far, none = graph.parameter("far", [np.inf, -np.inf, np.nan]), graph.input("none", [[], []])
    graph.op("sum", graph.op("multiply", far, graph.op("softmax", far)), name="s")
    graph.op("add", "s", graph.op("sum", none), name="J")
    agree(graph, run_programs.printed(numpy_code(graph)))
    program = jax_code(graph)
    assert "jnp.array([jnp.inf, -jnp.inf, jnp.nan])" in program
    assert "jnp.zeros((2, 0))" in program
    assert "jax.nn.softmax(far, axis=-1)" in program


def test_a_name_without_a_letter_is_still_a_name():
    graph = engine.Graph()
    graph.op("exp", graph.parameter("→", 2.0), name="«»")
    graph.op("multiply", "→", "«»", name="J")
    agree(graph, run_programs.printed(numpy_code(graph)))


def test_a_program_of_a_graph_without_a_title_begins_with_the_output_once():
    graph = engine.Graph()
    graph.op("exp", graph.parameter("w", 2.0), name="J")
    first, _, _ = pytorch_code(graph).partition("\n")
    assert first == '"""J and its derivatives by PyTorch."""'
    trained, _, _ = pytorch_training(graph, Choice(steps=3)).partition("\n")
    assert trained.startswith('"""J: trained by PyTorch')
    graph.title = "One op"
    assert pytorch_code(graph).startswith('"""One op: J and its derivatives by PyTorch."""\n')


def test_a_title_that_cannot_be_seen_does_no_harm():
    graph = engine.Graph('\x00\\\n"""')
    graph.op("exp", graph.parameter("w", 2.0), name="J")
    agree(graph, run_programs.printed(numpy_code(graph)))


def test_a_large_array_fills_lines():
    graph = engine.Graph()
    x = graph.parameter("x", np.arange(60.0).reshape(2, 30) / 7)
    graph.op("mean", graph.op("softmax", x), name="J")
    program = pytorch_code(graph)
    assert max(map(len, program.splitlines())) <= 92
    agree(graph, run_programs.printed(numpy_code(graph)))


def test_a_wide_sum_is_looked_through_once_not_for_each_of_its_ports(monkeypatch):
    graph = engine.Graph()
    graph.op("add", *[graph.parameter(f"w{k}") for k in range(50)], name="J")
    looked, look = [], listing.has_corner
    for module in (listing, backward):
        monkeypatch.setattr(module, "has_corner", lambda tree: looked.append(tree) or look(tree))
    assert "d_w49 = d_J" in numpy_code(graph)
    assert sum(isinstance(tree, Name) for tree in looked) <= 50
