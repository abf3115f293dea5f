"""Programs of graphs that are being built: what can be computed, and why the rest cannot."""

import numpy as np

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
    program.set_value("b", 1.0)
    program.forward()
    program.backward()
    assert program.problem("a") is None
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
