"""What holds for every graph, tame or wild: sums of edges, and the same bits again and again."""

import contextlib

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from programs import bits, is_batched, ran, ran_in_batches, run
from random_graphs import CORNERS, array_graphs, wild_graphs

import engine
from engine import ops, stretch
from engine.stretch import division

graphs = st.one_of(array_graphs(), wild_graphs())
quiet = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@quiet
@given(graphs)
def test_the_derivatives_of_a_node_s_edges_add_up_to_the_node_s(graph):
    program = ran(graph)
    for name in graph.nodes():
        edges = graph.consumers(name)
        shares = [program.edge_derivative(*edge) for edge in edges]
        derivative = program.derivative(name)
        assert all(np.shape(share) == np.shape(program.value(name)) for share in shares)
        if edges:
            with np.errstate(all="ignore"):
                total = sum(shares)
            scale = max((np.max(np.abs(s), initial=0.0) for s in shares), default=0.0)
            tolerance = 1e-12 * scale if np.isfinite(scale) else 0.0
            assert np.allclose(total, derivative, rtol=1e-12, atol=tolerance, equal_nan=True), name


@quiet
@given(graphs)
def test_again_gives_the_same_bits(graph):
    program = ran(graph)
    first = bits(program, graph)
    program.backward()
    assert bits(program, graph) == first
    run(program)
    assert bits(program, graph) == first
    assert bits(ran(graph), graph) == first


@quiet
@given(graphs, st.sampled_from(CORNERS), st.data())
def test_a_value_set_back_gives_the_same_bits(graph, other, data):
    program = ran(graph)
    first = bits(program, graph)
    leaf = data.draw(st.sampled_from([name for name in graph.nodes() if graph.is_leaf(name)]))
    value = program.value(leaf)
    program.set_value(leaf, np.full(np.shape(value), other))
    with contextlib.suppress(engine.ShapeError):  # no class of a cross-entropy any more
        run(program)
    program.set_value(leaf, value)
    run(program)
    assert bits(program, graph) == first


@quiet
@given(wild_graphs(shapes=[()]), st.sampled_from(CORNERS), st.data())
def test_a_change_in_batches_gives_the_bits_of_a_new_program_and_goes_back(graph, other, data):
    leaf = data.draw(st.sampled_from([name for name in graph.nodes() if graph.is_leaf(name)]))
    value = graph.value(leaf)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(division, "WIDE", 1)
        program = ran(graph)
        first = bits(program, graph)
        for number in (other, value):
            program.set_value(leaf, number)
            run(program)
            graph.set_attribute(leaf, "value", number)
            assert bits(program, graph) == bits(ran(graph), graph)
    assert bits(program, graph) == first


ONE_INPUT = [name for name, op in ops.OPS.items() if op.elementwise and op.inputs == ("x",)]


@pytest.mark.parametrize("op", sorted(ONE_INPUT))
def test_some_of_a_batch_has_the_bits_of_all_of_it(op):
    """Vectors of any length are computed alike: a few of a batch's nodes as with all others."""
    graph = engine.Graph()
    rng = np.random.default_rng(4)
    for k in range(2 * stretch.WIDE + 3):
        graph.op(op, graph.parameter(f"x{k}", float(rng.normal() * 3.0)), name=f"n{k}")
    graph.op("add", *[f"n{k}" for k in range(2 * stretch.WIDE + 3)], name="J")
    program = ran(graph)
    assert is_batched(program)
    first = bits(program, graph)
    for k in (0, 1, 7, 98):
        for value in (0.75, graph.value(f"x{k}")):
            program.set_value(f"x{k}", value)
            program.forward()
    program.backward()
    assert bits(program, graph) == first


@quiet
@given(wild_graphs(shapes=[()]))
def test_loop_and_batches_agree_at_every_corner(graph):
    by_loop = ran(graph)
    by_batches = ran_in_batches(graph)
    assume(is_batched(by_batches))
    for name in graph.nodes():
        same(by_batches.value(name), by_loop.value(name), name)
        same(by_batches.derivative(name), by_loop.derivative(name), name)


def same(ours, theirs, where):
    assert np.allclose(ours, theirs, rtol=1e-9, atol=0.0, equal_nan=True), (where, ours, theirs)


@pytest.mark.parametrize("exponent", [1e18, 2**53 + 1, -(2**62), 10**30, 1023, 1024])
@pytest.mark.parametrize("shape", [(), (1,), (48,)])
def test_an_exponent_beyond_every_integer_is_a_number(exponent, shape):
    for base in (2.0, -2.0, -1.0, 0.5, 10.0):
        a_power_is_a_number(base, exponent, shape)


def a_power_is_a_number(base, exponent, shape):
    graph = engine.Graph()
    a = graph.parameter("a", np.full(shape, base))
    graph.op("power", a, graph.constant("n", exponent), name="p")
    graph.op("sum", "p", name="J")
    program = ran(graph)
    with np.errstate(all="ignore"):
        expected = np.power(np.full(shape, base), float(exponent))
        slope = float(exponent) * np.power(np.full(shape, base), float(exponent) - 1.0)
    assert np.array_equal(program.value("p"), expected)
    assert np.array_equal(program.derivative("a"), slope)


def test_whole_numbers_of_any_size_are_values_unless_no_float_holds_them():
    graph = engine.Graph()
    graph.parameter("a", 0.0)
    for number in (2, 0.5):
        graph.set_attribute("a", "value", [10**30, number])
        assert graph.value("a").tolist() == [1e30, number]
    for value in (10**400, [10**400], [[1, -(10**400)]]):
        with pytest.raises(engine.InvalidValueError, match="the value of b is too large"):
            graph.parameter("b", value)
    for value in ([object()], ["1"], [10**30, None], [10**30, True]):
        with pytest.raises(engine.InvalidValueError, match="the value of b must be a number"):
            graph.parameter("b", value)
