"""Programs of graphs that are being built: what can be computed, and why the rest cannot."""

import numpy as np
import pytest

import engine


def partial(graph: engine.Graph) -> engine.PartialProgram:
    program = engine.compile(graph, partial=True)
    program.forward()
    program.backward()
    return program


def test_a_partial_program_shows_what_it_can_and_why_not_the_rest(linear_unit):
    linear_unit.remove_edge("b", "a", 1)
    program = partial(linear_unit)
    assert program.value("c") == -4.0
    assert program.value("a") is None
    assert program.problem("a") == "its second input has no edge yet"
    assert program.problem("J") == "depends on a: its second input has no edge yet"
    assert program.problem("c") is None
    assert program.derivative("c") is None
    assert program.edge_derivative("c", "a", 0) is None


def test_the_only_input_of_a_node_is_not_called_its_first(linear_unit):
    with pytest.raises(engine.OccupiedPortError, match="the input of J already has an edge"):
        linear_unit.add_edge("w", "J", 0)
    linear_unit.remove_edge("d", "J", 0)
    linear_unit.output = "J"
    assert partial(linear_unit).problem("J") == "its input has no edge yet"
    with pytest.raises(engine.IncompleteError, match=r"J \(formula\): its input has no edge"):
        engine.compile(linear_unit)


def test_all_inputs_that_are_missing_are_told_at_once(linear_unit):
    linear_unit.op("add", name="s")
    linear_unit.op("square", linear_unit.op("add", *["w"] * 8, name="t"), name="end")
    for port in range(1, 7):
        linear_unit.remove_edge("w", "t", port)
    linear_unit.output = "end"
    program = partial(linear_unit)
    assert program.problem("s") == "2 inputs have no edge yet: first input, second input"
    told = "6 inputs have no edge yet: second input, third input, fourth input, fifth input, …"
    assert program.problem("t") == told
    assert program.problem("end") == f"depends on t: {told}"
    with pytest.raises(engine.IncompleteError, match=r"t \(add\): 6 inputs have no edge"):
        engine.compile(linear_unit)


def test_a_partial_program_takes_derivatives_where_it_can(linear_unit):
    linear_unit.op("add", "a", name="aside")
    linear_unit.output = "J"
    program = partial(linear_unit)
    assert program.derivative("w") == -4.0
    assert program.value("aside") is None
    assert program.edge_derivative("a", "aside", 0) is None
    assert program.edge_derivative("w", "c", 0) == -4.0


def test_a_partial_program_survives_a_shape_that_does_not_fit(linear_unit):
    linear_unit.set_attribute("w", "value", np.zeros(3))
    linear_unit.set_attribute("b", "value", np.zeros(2))
    program = partial(linear_unit)
    assert "a (add): (3) and (2) do not fit" in (program.problem("a") or "")
    assert program.problem("J") == "depends on a (add): (3) and (2) do not fit"
    assert program.unfit == ("a",)
    program.set_value("b", 1.0)
    program.forward()
    program.backward()
    assert program.problem("a") is None
    assert program.unfit == ()
    assert program.value("J") is not None
    assert program.derivative("w") is None


def test_a_shape_that_does_not_fit_is_forgotten_where_all_become_numbers(linear_unit):
    linear_unit.set_attribute("w", "value", np.zeros(3))
    linear_unit.set_attribute("b", "value", np.zeros(2))
    program = partial(linear_unit)
    program.set_value("b", 1.0)
    program.set_value("w", 2.0)
    program.forward()
    assert program.value("J") is not None
    assert program.problem("a") is None
    assert program.problem("J") is None
    assert program.unfit == ()


def test_an_empty_graph_is_a_partial_program():
    program = partial(engine.Graph())
    assert program.output is None
    assert program.first_nonfinite() is None
    assert program.counts.backprop_steps == 0


def test_what_lies_about_unfinished_does_not_take_the_derivatives_away(linear_unit):
    linear_unit.parameter("v", 1.0)
    linear_unit.op("add", name="unfinished")
    program = partial(linear_unit)
    assert program.output == "J"
    assert program.derivative("w") == -4.0
    assert program.derivative("v") == 0.0
    linear_unit.op("exp", "c", name="second")
    assert partial(linear_unit).output is None


def _wide() -> engine.Graph:
    """Return a graph that runs in batches, with an array and what no derivative reaches."""
    graph = engine.Graph()
    leaves = [graph.parameter(f"p{k}", k / 7) for k in range(100)]
    squares = [graph.op("square", leaf, name=f"s{k}") for k, leaf in enumerate(leaves)]
    graph.parameter("v", np.arange(3.0))
    graph.op("multiply", "v", "s0", name="a")
    graph.op("sum", "a", name="t")
    graph.op("add", *squares, "t", name="J")
    graph.op("square", "s1", name="aside")
    graph.output = "J"
    return graph


@pytest.mark.parametrize(
    "case", ["whole", "wide", "gap", "shapes", "aside", "no output", "not run"]
)
def test_what_is_asked_where_it_is_not_sure_to_be_there_is_what_is_asked_by_name(case, linear_unit):
    graph = _wide() if case == "wide" else linear_unit
    if case == "gap":
        graph.remove_edge("b", "a", 1)
    elif case == "shapes":
        graph.set_attribute("w", "value", np.zeros(3))
        graph.set_attribute("b", "value", np.zeros(2))
    elif case == "aside":
        graph.add_node("v", "parameter", value=np.zeros(3))
        graph.add_node("u", "parameter", value=np.zeros(2))
        graph.op("exp", graph.op("add", "v", "u", name="unfit"), name="behind")
        graph.output = "J"
    elif case == "no output":
        graph.remove_edge("d", "J", 0)
    program = engine.compile(graph, partial=True) if case == "not run" else partial(graph)
    for name in graph.nodes():
        np.testing.assert_equal(program.value_if_known(name), program.value(name))
    for edge, known in zip(graph.edges(), program.edge_numbers(graph.edges()), strict=True):
        asked = program.value(edge.source), program.edge_derivative(*edge)
        np.testing.assert_equal(known, asked)


def test_of_what_is_not_there_nothing_is_known(linear_unit):
    program = partial(linear_unit)
    assert program.value_if_known("gone") is None
    edges = [("gone", "c", 0), ("w", "gone", 0), ("w", "a", 0), ("w", "c", 2), ("w", "c", -1)]
    assert list(program.edge_numbers(edges)) == [(None, None), *[(2.0, None)] * 4]


def test_a_program_lets_itself_be_taken_apart() -> None:
    graph = engine.Graph()
    graph.op("square", graph.parameter("w", 3.0), name="J")
    program = engine.compile(graph, partial=True)
    assert program.node_count == 2
    held = program.held()
    assert any(one is vars(program) for one in held)
    assert any(one is program._plan.inputs for one in held)
