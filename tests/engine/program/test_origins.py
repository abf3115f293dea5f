"""Where derivatives cease to be finite while values are: backward, and in forward mode."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from programs import by_loop, is_batched, ran, ran_in_batches, run
from random_graphs import wild_graphs

import engine
from engine.assignments import graph_from_text

wild = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def root(w=0.0, times=1.0) -> engine.Graph:
    """Return J = √w · `times`, a leaf."""
    graph = engine.Graph()
    graph.op("sqrt", graph.parameter("w", w), name="s")
    graph.op("multiply", "s", graph.input("x", times), name="J")
    return graph


def finite(value) -> bool:
    return bool(np.isfinite(value).all())


def told_one_by_one(program: engine.Program, graph: engine.Graph) -> set[str]:
    """Return where derivatives cease to be finite, as each node and its edges tell."""
    found = set()
    for name in graph.nodes():
        sources = graph.inputs(name)
        if not all(finite(program.value(one)) for one in (name, *sources)):
            continue
        if finite(program.derivative(name)):
            edges = [(source, name, port) for port, source in enumerate(sources)]
            asked = [edge for edge in edges if graph.op_of(edge[0]) != "constant"]
            begins = not all(finite(program.edge_derivative(*edge)) for edge in asked)
        else:
            brought = [program.edge_derivative(*edge) for edge in graph.consumers(name)]
            begins = graph.op_of(name) != "constant" and all(map(finite, brought))
        if begins:
            found.add(name)
    return found


def test_an_infinite_slope_is_named_and_so_is_0_times_it():
    assert ran(root()).derivative_origins() == ("s",)
    program = ran(root(times=0.0))
    assert np.isnan(program.derivative("w"))
    assert program.derivative_origins() == ("s",)
    program.set_value("w", 1.0)
    run(program)
    assert program.derivative_origins() == ()
    assert program.nonfinite_origins() == ()


def test_what_is_before_it_on_the_way_forward_is_not_named():
    graph = graph_from_text("c = 2*w; s = sqrt(c); J = s + 1", {"w": 0.0})
    assert ran(graph).derivative_origins() == ("s",)


def test_a_value_that_is_not_finite_tells_of_itself():
    program = ran(graph_from_text("l = log(w); J = l*0", {"w": 0.0}))
    assert not finite(program.derivative("w"))
    assert (program.nonfinite_origins(), program.derivative_origins()) == (("l",), ())
    graph = root()
    graph.op("add", "J", graph.input("y", np.inf), name="K")
    program = ran(graph, "K")
    assert (program.nonfinite_origins(), program.derivative_origins()) == (("y",), ("s",))


def test_too_large_a_product_and_too_large_a_sum_are_named():
    graph = graph_from_text("a = w*b; c = a*z; J = c*z", {"w": 0.0, "b": 1.0, "z": 1e200})
    assert ran(graph).derivative_origins() == ("c",)
    graph = graph_from_text("J = w*v + w*v", {"w": 0.0, "v": 1e308}, expand=True)
    program = ran(graph)
    assert program.derivative("w") == np.inf
    assert program.derivative_origins() == ("w",)


def test_what_a_constant_gets_counts_for_nothing():
    graph = engine.Graph()
    graph.op("power", graph.parameter("w", -2.0), graph.constant("n", 2.0), name="J")
    program = ran(graph)
    assert np.isnan(program.derivative("n"))
    assert program.derivative_origins() == ()
    graph.op("add", *["n"] * 2, name="m")
    graph.op("multiply", "m", graph.input("x", 1e308), name="K")
    program = ran(graph, "K")
    assert program.derivative("n") == np.inf
    assert program.derivative_origins() == ()


def test_those_nearest_to_the_output_come_first():
    graph = graph_from_text("s = sqrt(w); r = sqrt(v); J = s + 2*r", {"w": 0.0, "v": 0.0})
    order = ran(graph).derivative_origins()
    assert sorted(order) == ["r", "s"]
    graph = graph_from_text("a = sqrt(u)*v; J = a + sqrt(w)", {"u": 0.0, "v": 1.0, "w": 0.0})
    assert ran(graph).derivative_origins() == ("J", "a")


def test_of_an_array_one_entry_is_enough():
    graph = engine.Graph()
    graph.op("sum", graph.op("sqrt", graph.parameter("w", [1.0, 0.0]), name="s"), name="J")
    program = ran(graph)
    assert program.derivative_origins() == ("s",)
    program.set_value("w", [1.0, 4.0])
    run(program)
    assert program.derivative_origins() == ()


def test_an_array_that_nothing_uses_hides_nothing():
    graph = root()
    graph.parameter("aside", [1.0])
    assert ran(graph, "J").derivative_origins() == ("s",)


def wide(roots: int) -> engine.Graph:
    graph = engine.Graph()
    names = [graph.op("sqrt", graph.parameter(f"w{k}", k % 3), name=f"s{k}") for k in range(roots)]
    graph.op("add", *names, name="J")
    return graph


@pytest.mark.parametrize("with_array", [False, True])
def test_batches_name_what_the_loop_names(with_array):
    graph = wide(120)
    if with_array:
        graph.op("sum", graph.op("multiply", "J", graph.input("a", [1.0, 2.0])), name="K")
        graph.output = "K"
    batched = ran(graph)
    assert is_batched(batched)
    found = batched.derivative_origins()
    assert set(found) == {f"s{k}" for k in range(0, 120, 3)}
    if not with_array:
        looped = by_loop(graph)
        run(looped)
        assert looped.derivative_origins() == found
    for k in range(0, 120, 3):
        batched.set_value(f"w{k}", 1.0)
    run(batched)
    assert batched.derivative_origins() == ()


def test_finite_ones_whose_sum_is_not_are_looked_at_one_by_one():
    graph = graph_from_text("J = 1e308*w + 1e308*v", {"w": 0.0, "v": 0.0}, expand=True)
    assert ran(graph).derivative_origins() == ()


def test_before_the_way_back_there_is_none():
    program = engine.compile(root())
    assert program.derivative_origins() == ()
    partial = engine.compile(engine.Graph(), partial=True)
    run(partial)
    assert partial.derivative_origins() == ()


def test_beside_a_missing_input_it_is_found_all_the_same():
    graph = root()
    graph.add_node("open", "sqrt")
    graph.output = "J"
    program = engine.compile(graph, partial=True)
    run(program)
    assert program.derivative_origins() == ("s",)


@wild
@given(wild_graphs())
def test_of_wild_graphs_what_each_node_tells_by_itself(graph):
    program = ran(graph)
    assert set(program.derivative_origins()) == told_one_by_one(program, graph)


@wild
@given(wild_graphs(shapes=[()]))
def test_of_wild_numbers_in_batches_the_same(graph):
    program = ran_in_batches(graph)
    assert set(program.derivative_origins()) == told_one_by_one(program, graph)


def test_in_forward_mode_it_is_the_first_node_on_the_way_there():
    graph = graph_from_text("c = 2*w; s = sqrt(c); r = s*y; J = r + 1", {"w": 0.0, "y": 0.0})
    program = ran(graph)
    swept = program.push_forward("w")
    assert swept.origins == ("s",)
    assert swept.origins is swept.origins  # every step of a lesson asks
    assert program.push_forward("y").origins == ()
    program = ran(graph_from_text("l = log(w); J = l + 1", {"w": 0.0}))
    assert program.push_forward("w").origins == ()  # the value of l tells of itself
