"""Stretches: what runs as a loop or as batches has the same values, whatever its ports."""

import pytest

import engine
from engine import stretch


def ran(graph: engine.Graph) -> engine.Program:
    program = engine.compile(graph)
    program.forward()
    program.backward()
    return program


def test_a_formula_of_no_name_is_a_number():
    graph = engine.Graph()
    graph.op("formula", name="k", formula="3")
    graph.op("multiply", "k", graph.parameter("w", 2.0), name="J")
    program = ran(graph)
    assert program.value("J") == 6.0
    assert program.derivative("w") == 3.0
    assert program.derivative("k") == 2.0


@pytest.mark.parametrize("count", [stretch.WIDE - 1, stretch.WIDE])
def test_formulas_of_no_name_run_in_loop_and_batch(count):
    graph = engine.Graph()
    names = [graph.op("formula", name=f"k{i}", formula="3") for i in range(count)]
    graph.op("add", *names, name="J")
    program = ran(graph)
    assert program.value("J") == 3.0 * count
    assert {program.derivative(name) for name in names} == {1.0}
