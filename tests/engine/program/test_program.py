"""Programs: the lecture's numbers, what is recomputed, what is missing, what stays exact."""

import math

import numpy as np
import pytest
from programs import ran, run

import engine

LECTURE = {
    "linear-unit": {
        "values": {"c": -4.0, "a": 4.0, "d": 2.0, "J": 2.0},
        "derivatives": {"d": 2.0, "a": 2.0, "c": 2.0, "b": 2.0, "w": -4.0, "x": 4.0, "J": 1.0},
        "counts": (4, 2, 6, 8),
    },
    "two-layer-network": {
        "values": {"z1": 2.0, "a1": 2.0, "z2": 7.0, "a2": 7.0, "J": 2.0},
        "derivatives": {"w1": 6.0, "b1": 6.0, "w2": 4.0, "b2": 2.0, "z2": 2.0, "a1": 6.0},
        "counts": (7, 4, 11, 28),
    },
}


@pytest.mark.parametrize("name", LECTURE)
def test_the_lectures_numbers_are_exact(name, examples):
    program = ran(engine.load(examples / f"{name}.chainrule"))
    expected = LECTURE[name]
    assert {n: program.value(n) for n in expected["values"]} == expected["values"]
    derivatives = expected["derivatives"]
    assert {n: program.derivative(n) for n in derivatives} == derivatives
    counts = program.counts
    assert counts.entries == counts.parameters
    steps = counts.nodes, counts.parameters, counts.backprop_steps, counts.bump_steps
    assert steps == expected["counts"]


def test_the_bump_of_the_lecture(linear_unit):
    program = ran(linear_unit)
    program.set_value("w", 2.001)
    program.forward()
    assert program.value("J") == pytest.approx(1.996002, abs=1e-12)


def test_an_edge_carries_its_share_and_the_shares_add_up(examples):
    graph = engine.load(examples / "fan-out.chainrule")
    program = ran(graph)
    for name in graph.nodes():
        edges = graph.consumers(name)
        if edges:
            total = sum(program.edge_derivative(*edge) for edge in edges)
            assert total == pytest.approx(program.derivative(name), rel=1e-12)
    assert program.edge_derivative("x", "J", 1) == 10.0
    assert program.derivative("x") == 24.0


def test_a_node_the_output_does_not_depend_on_has_derivative_0(linear_unit):
    linear_unit.parameter("v", np.ones((2, 2)))
    linear_unit.op("square", "c", name="aside")
    linear_unit.output = "J"
    program = ran(linear_unit)
    assert program.derivative("aside") == 0.0
    assert program.edge_derivative("c", "aside", 0) == 0.0
    assert np.array_equal(program.derivative("v"), np.zeros((2, 2)))
    assert program.counts.nodes == 4


def test_any_node_can_be_the_output(linear_unit):
    program = ran(linear_unit, "a")
    assert program.derivative("w") == -2.0
    assert program.derivative("J") == 0.0


def test_a_second_backward_changes_nothing(linear_unit):
    program = ran(linear_unit)
    before = [program.derivative(n) for n in linear_unit.nodes()]
    program.backward()
    assert [program.derivative(n) for n in linear_unit.nodes()] == before


def test_a_value_set_back_gives_the_same_bits():
    graph = engine.Graph()
    x = graph.input("x", 0.1)
    for k in range(30):
        x = graph.op(("sin", "exp", "tanh")[k % 3], x, name=f"n{k}")
    program = ran(graph)
    before = program.value("n29"), program.derivative("x")
    program.set_value("x", 0.7)
    run(program)
    assert program.value("n29") != before[0]
    program.set_value("x", 0.1)
    run(program)
    assert (program.value("n29"), program.derivative("x")) == before


def test_only_what_depends_on_a_leaf_is_computed_again(linear_unit):
    program = ran(linear_unit)
    for name in ("c", "a", "d", "J"):  # a mark that another computation would wipe away
        program._values[program._plan.numbers[name]] = 100.0
    program.set_value("y", 1.0)
    program.forward()
    assert [program.value(name) for name in ("c", "a", "d", "J")] == [100.0, 100.0, 99.0, 4900.5]


@pytest.mark.no_cover
def test_a_chain_of_20_000_ops_does_not_recurse():
    graph = engine.Graph()
    at = graph.input("x", 0.5)
    for k in range(20_000):
        at = graph.op("negate", at, name=f"n{k}")
    program = ran(graph)
    assert program.value(at) == 0.5
    assert program.derivative("x") == 1.0


def test_a_long_chain_has_the_derivatives_of_all_edges_and_zeros_beside_it():
    graph = engine.Graph()
    weight, aside = graph.parameter("w", 0.5), graph.parameter("v", 2.0)
    at = graph.input("x", 1.0)
    for k in range(1500):
        side = graph.op("multiply", aside, at, name=f"s{k}")
        at = graph.op("multiply" if k % 2 else "add", weight, at, name=f"n{k}")
    program = ran(graph, at)
    flow = 1.0
    for k in reversed(range(1, 1500)):
        assert program.edge_derivative(f"n{k - 1}", f"n{k}", 1) == flow * (0.5 if k % 2 else 1.0)
        flow = program.edge_derivative(f"n{k - 1}", f"n{k}", 1)
    unused = program.edge_derivative("v", side, 0)
    assert type(unused) is float
    assert unused == 0.0


def test_a_leaf_may_change_its_shape():
    graph = engine.Graph()
    graph.op("sum", graph.op("square", graph.parameter("w", 3.0)), name="J")
    program = ran(graph)
    assert program.derivative("w") == 6.0
    program.set_value("w", [1.0, 2.0])
    run(program)
    assert program.value("J") == 5.0
    assert program.derivative("w").tolist() == [2.0, 4.0]


def test_values_given_are_not_changed_and_cannot_be_changed_from_outside():
    graph = engine.Graph()
    mine = np.array([1.0, 2.0])
    graph.op("sum", graph.parameter("w", mine), name="J")
    program = ran(graph)
    mine[0] = 9.0
    assert program.value("w").tolist() == [1.0, 2.0]
    with pytest.raises(ValueError, match="read-only"):
        graph.value("w")[0] = 5.0


def test_shapes_0d_and_1_are_told_apart():
    graph = engine.Graph()
    graph.op("sum", graph.op("multiply", graph.parameter("a", 2.0), graph.parameter("b", [3.0])))
    program = ran(graph)
    assert program.derivative("a") == 3.0
    assert np.shape(program.derivative("b")) == (1,)


def test_an_empty_array_has_an_empty_derivative():
    graph = engine.Graph()
    graph.op("sum", graph.parameter("w", np.zeros((0, 3))), name="J")
    program = ran(graph)
    assert program.value("J") == 0.0
    assert np.shape(program.derivative("w")) == (0, 3)


def test_the_first_node_that_is_not_finite_is_named(linear_unit):
    program = ran(linear_unit)
    assert program.first_nonfinite() is None
    linear_unit.set_attribute("b", "value", math.inf)
    assert ran(linear_unit).first_nonfinite() == "b"
    graph = engine.Graph()
    graph.op("exp", graph.op("log", graph.input("x", 0.0), name="l"), name="e")
    graph.op("add", "e", graph.op("log", graph.input("y", -1.0), name="m"), name="J")
    assert ran(graph).first_nonfinite() == "l"
    assert ran(graph).nonfinite_origins() == ("l", "m")


def test_a_program_knows_which_nodes_it_has():
    graph = engine.Graph()
    graph.parameter("w", 1.0)
    program = engine.compile(graph)
    graph.op("square", "w", name="J")
    assert "w" in program
    assert "J" not in program


@pytest.mark.parametrize("count", [3, 200])  # a loop, batches
@pytest.mark.parametrize(("first", "second"), [(2.0, [1.0, 2.0]), ([1.0, 2.0], 2.0)])
def test_values_are_those_of_the_last_forward_also_where_a_number_becomes_an_array(
    count, first, second
):
    graph = engine.Graph()
    x = graph.input("x", 3.0)
    squares = [graph.op("multiply", graph.parameter(f"w{k}", 0.5 * k), x) for k in range(count)]
    total = graph.op("add", *squares, name="total")
    graph.op("sum", graph.op("multiply", graph.input("v", first), total, name="c"), name="J")
    program = ran(graph)
    names = [name for name in graph.nodes() if name != "v"]
    before = {name: program.value(name) for name in names}
    for value in (second, first, second):
        program.set_value("v", value)
        assert np.array_equal(program.value("v"), value)
        for name in names:
            assert np.array_equal(program.value(name), before[name])
        with pytest.raises(engine.GraphError, match=r"call forward\(\) first"):
            program.backward()
    program.forward()
    assert np.array_equal(program.value("c"), np.multiply(second, before["total"]))
    program.set_value("x", [1.0, 1.0])
    assert program.value("total") == before["total"]
    assert np.array_equal(program.value("c"), np.multiply(second, before["total"]))


def test_the_entries_of_parameters_are_counted_as_they_are_now(linear_unit):
    program = engine.compile(linear_unit, partial=True)
    assert (program.counts.entries, program.counts.has_arrays) == (2, False)
    program.set_value("w", np.ones((3, 4)))
    assert (program.counts.entries, program.counts.has_arrays) == (13, True)
    assert program.counts.entry_steps == 4 * 13
    program.set_value("w", np.ones(5))
    assert program.counts.entries == 6
    program.set_value("x", np.ones(5))  # an input is not bumped
    assert program.counts.entries == 6
    program.set_value("w", 1.0)
    assert program.counts.entries == 2
