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


@pytest.mark.parametrize("orders", [[["u", "v"], ["v", "u"]], [["u", "v"], ["u", "v"]]])
def test_formulas_of_one_batch_keep_their_own_order_of_inputs(orders):
    graph = engine.Graph()
    a, b = graph.parameter("a", 6.0), graph.parameter("b", 3.0)
    names = [
        graph.op("formula", a, b, name=f"f{k}", formula="u/v", inputs=orders[k % 2])
        for k in range(2 * stretch.WIDE)
    ]
    graph.op("add", *names, name="J")
    program = ran(graph)
    expected = [2.0 if order == ["u", "v"] else 0.5 for order in orders]
    assert [program.value(name) for name in names] == expected * stretch.WIDE


def test_formulas_that_differ_in_names_only_share_a_batch():
    graph = engine.Graph()
    graph.parameter("w", 3.0)
    for k in range(stretch.WIDE):
        graph.op("formula", "w", name=f"f{k}", formula=f"d{k}^2/2")
    graph.op("add", *[f"f{k}" for k in range(stretch.WIDE)], name="J")
    program = ran(graph)
    assert isinstance(program._part, stretch.Batches)
    assert program.value("J") == 4.5 * stretch.WIDE
    assert program.derivative("w") == 3.0 * stretch.WIDE


def test_ops_with_other_attributes_stay_apart():
    graph = engine.Graph()
    graph.parameter("w", -1.0)
    names = [
        graph.op("leaky_relu", "w", name=f"r{k}", slope=(0.1, 0.2)[k % 2])
        for k in range(2 * stretch.WIDE)
    ]
    graph.op("add", *names, name="J")
    program = ran(graph)
    assert [program.value(name) for name in names] == [-0.1, -0.2] * stretch.WIDE
