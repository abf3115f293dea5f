"""Scalars in batches or in a loop, beside arrays: both give the same, and compute what changed."""

import numpy as np
import pytest
from programs import by_loop, is_batched, ran, run

import engine
from engine import stretch


def wide_network(units: int) -> engine.Graph:
    """Two layers of `units` each, written out in scalars: wide enough for batches."""
    rng = np.random.default_rng(4)
    graph = engine.Graph()
    layer = [graph.input(f"x{k}", float(rng.normal())) for k in range(units)]
    for depth in range(2):
        following = []
        for unit in range(units):
            products = [
                graph.op(
                    "multiply", graph.parameter(f"w{depth}_{unit}_{k}", float(rng.normal())), x
                )
                for k, x in enumerate(layer)
            ]
            total = graph.op("add", *products, name=f"z{depth}_{unit}")
            following.append(graph.op("tanh", total, name=f"a{depth}_{unit}"))
        layer = following
    graph.op("formula", layer[0], layer[1], name="e", formula="(u - v)^2/2")
    graph.op("add", "e", *layer, name="J")
    return graph


def test_batches_give_what_the_loop_gives():
    graph = wide_network(8)
    batched, looped = ran(graph), by_loop(graph)
    assert is_batched(batched)
    run(looped)
    for name in graph.nodes():
        assert batched.value(name) == pytest.approx(looped.value(name), rel=1e-12)
        assert batched.derivative(name) == pytest.approx(looped.derivative(name), rel=1e-9)
    for edge in graph.edges():
        theirs = looped.edge_derivative(*edge)
        assert batched.edge_derivative(*edge) == pytest.approx(theirs, rel=1e-9)


def test_batches_compute_again_only_what_changed_with_the_same_bits():
    graph = wide_network(8)
    program = ran(graph)
    everything = {name: program.value(name) for name in graph.nodes()}
    derivatives = {name: program.derivative(name) for name in graph.nodes()}
    for name in ("x3", "w1_2_5"):
        old = graph.value(name)
        program.set_value(name, old + 0.25)
        program.forward()
        graph.set_attribute(name, "value", old + 0.25)
        fresh = ran(graph)
        assert {n: program.value(n) for n in everything} == {n: fresh.value(n) for n in everything}
        graph.set_attribute(name, "value", old)
        program.set_value(name, old)
        run(program)
        assert {n: program.value(n) for n in everything} == everything
        assert {n: program.derivative(n) for n in everything} == derivatives


def test_more_leaves_than_are_remembered_change_one_after_the_other():
    graph = wide_network(8)
    program = ran(graph)
    leaves = [name for name in graph.nodes() if graph.is_leaf(name)]
    for name in [*leaves, *leaves[:3]]:
        changed = graph.value(name) - 0.5
        graph.set_attribute(name, "value", changed)
        program.set_value(name, changed)
        program.forward()
    fresh = ran(graph)
    assert len(leaves) > len(program._parts._changes) > 3
    assert {n: program.value(n) for n in graph.nodes()} == {
        n: fresh.value(n) for n in graph.nodes()
    }


def test_batches_and_arrays_live_in_one_graph():
    graph = wide_network(8)
    graph.parameter("v", [1.0, 2.0, 3.0])
    graph.op("multiply", "v", "J", name="scaled")
    graph.op("sum", "scaled", name="cost")
    graph.output = "cost"
    program = ran(graph)
    assert program.value("cost") == pytest.approx(6.0 * program.value("J"))
    assert program.derivative("J") == 6.0
    assert program.derivative("v").tolist() == [program.value("J")] * 3
    alone = ran(graph, "J")
    got, scale = program.derivative("w0_0_0"), alone.derivative("w0_0_0")
    assert got == pytest.approx(6.0 * scale, rel=1e-12)
    assert program.first_nonfinite() is None


def test_values_of_batches_are_asked_for_too_early():
    program = engine.compile(wide_network(8))
    with pytest.raises(engine.GraphError, match="call forward"):
        program.value("J")


def test_what_a_program_hands_out_cannot_be_changed_under_it():
    graph = engine.Graph()
    w, x = graph.parameter("w", [1.0, 2.0]), graph.input("x", [3.0, 4.0])
    graph.op("multiply", w, x, name="c")
    graph.op("sum", graph.op("add", "c", "c", w, name="a"), name="J")
    program = ran(graph)
    handed = [program.value(name) for name in ("w", "c", "a")]
    handed += [program.derivative(name) for name in ("w", "x", "c", "a")]
    handed += [program.edge_derivative(*edge) for edge in graph.edges()]
    for array in handed:
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 100.0


@pytest.mark.no_cover
def test_an_array_that_nothing_uses_has_derivative_0_beside_a_wide_graph_of_numbers():
    graph = wide_network(stretch.WIDE)
    graph.output = graph.resolve_output()
    graph.input("v", [1.0, 2.0])
    assert ran(graph).derivative("v").tolist() == [0.0, 0.0]
