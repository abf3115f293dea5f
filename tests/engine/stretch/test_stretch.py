"""Stretches: what runs as a loop or as batches has the same values, whatever its ports."""

import pytest
from programs import is_batched, ran, run

import engine
from engine import stretch


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
    assert is_batched(program)
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


def wide(graph: engine.Graph, op: str, *inputs: str) -> list[str]:
    """Add as many nodes of one op as make a batch."""
    return [graph.op(op, *inputs) for _ in range(stretch.WIDE)]


def test_what_the_output_does_not_depend_on_has_derivative_0_even_beside_infinity():
    graph = engine.Graph()
    graph.parameter("w", 0.0)
    used, unused = wide(graph, "log", "w"), wide(graph, "log", "w")
    graph.op("add", *wide(graph, "square", "w"), name="J")
    graph.op("add", *used, *unused, name="K")
    graph.output = "J"
    program = ran(graph)
    assert program.value("K") == float("-inf")
    assert program.derivative("w") == 0.0
    assert program.derivative(used[0]) == program.edge_derivative("w", unused[0], 0) == 0.0
    graph.output = "K"
    assert ran(graph).derivative("w") == float("inf")


def test_one_leaf_and_many_meet_in_a_batch():
    graph = engine.Graph()
    graph.input("x", 2.0)
    terms = []
    for k in range(stretch.WIDE):
        graph.parameter(f"w{k}", float(k))
        terms.append(graph.op("multiply", f"w{k}", "x", name=f"t{k}"))
    graph.op("add", *terms, name="J")
    program = ran(graph)
    assert {program.derivative(f"w{k}") for k in range(stretch.WIDE)} == {2.0}
    assert program.derivative("x") == sum(range(stretch.WIDE))
    program.set_value("w3", 10.0)
    program.set_value("x", 1.0)
    run(program)
    assert program.value("J") == sum(range(stretch.WIDE)) + 7.0
    assert program.derivative("w3") == 1.0


def test_a_leaf_that_is_the_output_of_a_wide_graph():
    graph = engine.Graph()
    graph.input("x", 2.0)
    graph.op("add", *wide(graph, "square", "x"), name="J")
    graph.output = "x"
    program = ran(graph)
    assert program.derivative("x") == 1.0
    assert program.derivative("J") == 0.0


def test_a_long_sum_is_a_batch_of_its_own():
    graph = engine.Graph()
    names = [graph.parameter(f"w{k}", 0.1 * k) for k in range(5 * stretch.WIDE)]
    graph.op("add", *names, name="z")
    graph.op("tanh", "z", name="J")
    program = ran(graph)
    assert is_batched(program)
    total = 0.0
    for k in range(5 * stretch.WIDE):
        total += 0.1 * k
    assert program.value("z") == total  # added one by one, as the loop adds
    assert {program.derivative(name) for name in names} == {program.derivative("z")}


@pytest.mark.parametrize(("ports", "batch"), [(2, False), (3, True)])
def test_a_few_sums_of_more_than_two_are_a_batch(ports, batch):
    graph = engine.Graph()
    names = [graph.parameter(f"w{k}", float(k)) for k in range(ports)]
    sums = [graph.op("add", *names, name=f"z{k}") for k in range(stretch.WIDE // 3)]
    graph.op("formula", *sums, name="J", formula="+".join(sums))
    program = ran(graph)
    assert is_batched(program) is batch
    assert program.value("J") == len(sums) * sum(range(ports))
    assert {program.derivative(name) for name in names} == {float(len(sums))}


def test_sums_of_many_keep_their_bits_when_one_of_them_is_computed_again():
    graph = engine.Graph()
    names = [graph.parameter(f"w{k}", 0.1 * k) for k in range(100)]
    sums = [graph.op("add", *names[k:], *names[:k], name=f"z{k}") for k in range(stretch.WIDE)]
    graph.op("add", *sums, graph.op("add", graph.parameter("v", 1.0), *names), name="J")
    program = ran(graph)
    before = [program.value(name) for name in graph.nodes()]
    for name in ("v", "w3"):
        for value in (7.0, graph.value(name)):
            program.set_value(name, value)
            program.forward()
    assert [program.value(name) for name in graph.nodes()] == before


def test_one_of_many_sums_of_two_is_computed_again():
    graph = engine.Graph()
    v = graph.parameter("v", 1.0)
    sums = [graph.op("add", graph.parameter(f"w{k}", 0.1 * k), v) for k in range(2 * stretch.WIDE)]
    graph.op("add", *sums, name="J")
    program = ran(graph)
    program.set_value("w3", 10.0)
    run(program)
    assert program.value(sums[3]) == 11.0
    assert program.value(sums[4]) == 1.4
    assert program.derivative("v") == 2 * stretch.WIDE
