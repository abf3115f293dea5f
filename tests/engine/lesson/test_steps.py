"""The order of a lesson: every node after what it needs, forward and back."""

from examples import example

import engine
from engine.expression import Name
from engine.lesson.steps import Direction, Step, steps
from engine.ops import create
from engine.slope import slope


def names(order: list[Step], direction: Direction) -> list[str]:
    return [name for step in order if step.direction is direction for name in step.nodes]


def test_a_lesson_goes_left_to_right_and_comes_back():
    order = steps(example("linear-unit"), "J")
    assert order[0] == Step(Direction.GIVEN, ("w", "x", "b", "y"))
    assert names(order, Direction.FORWARD) == ["c", "a", "d", "J"]
    assert names(order, Direction.BACKWARD) == ["J", "d", "a", "y", "c", "b", "w", "x"]
    assert all(len(step.nodes) == 1 for step in order[1:])


def test_every_node_comes_after_what_it_needs():
    graph = example("two-hidden-units")
    order = steps(graph, "J")
    forward, backward = names(order, Direction.FORWARD), names(order, Direction.BACKWARD)
    known = {name for name in graph.nodes() if graph.is_leaf(name)}
    for name in forward:
        assert known.issuperset(graph.inputs(name))
        known.add(name)
    done: set[str] = set()
    for name in backward:
        assert done.issuperset(edge.target for edge in graph.consumers(name))
        done.add(name)
    assert done == set(graph.nodes())


def test_the_counts_are_the_lecture_s():
    graph = example("linear-unit")
    order, counts = steps(graph, "J"), engine.compile(graph).counts
    backward = names(order, Direction.BACKWARD)
    assert len(names(order, Direction.FORWARD)) == counts.nodes
    asked = [name for name in backward if graph.op_of(name) != "input"]
    assert len(asked) == counts.backprop_steps


def test_a_large_graph_goes_by_levels():
    order = steps(example("linear-unit"), "J", single=7)
    assert [step.nodes for step in order if step.direction is Direction.FORWARD] == [
        ("c",),
        ("a",),
        ("d",),
        ("J",),
    ]
    assert [step.nodes for step in order if step.direction is Direction.BACKWARD] == [
        ("J",),
        ("d",),
        ("a", "y"),
        ("c", "b"),
        ("w", "x"),
    ]


def test_what_does_not_lead_to_the_output_takes_no_step_nor_constants_one_back():
    graph = example("fan-out")
    graph.op("square", "x", name="aside")
    graph.op("square", graph.parameter("v", 3.0), name="f")
    graph.op("square", "J", name="behind")
    order = steps(graph, "J")
    assert set(order[0].nodes) == {"x", "three"}
    assert names(order, Direction.FORWARD) == ["a", "b", "c", "J"]
    assert {"aside", "f", "behind"} <= set(names(steps(graph, None), Direction.FORWARD))
    assert names(order, Direction.BACKWARD) == ["J", "c", "a", "b", "x"]
    assert "three" in order[0].nodes


def test_without_an_output_there_is_no_way_back():
    order = steps(example("linear-unit"), None)
    assert names(order, Direction.FORWARD) == ["c", "a", "d", "J"]
    assert not names(order, Direction.BACKWARD)
    assert steps(engine.Graph(), None) == [Step(Direction.GIVEN, ())]


def test_what_cannot_be_computed_takes_no_step():
    graph = example("linear-unit")
    graph.remove_edge("b", "a", 1)
    assert names(steps(graph, "J"), Direction.FORWARD) == ["c"]


def test_a_constant_output_is_its_own_step():
    graph = engine.Graph()
    graph.constant("k", 3.0)
    assert names(steps(graph, "k"), Direction.BACKWARD) == ["k"]


def test_a_formula_that_needs_nothing_is_a_first_step_forward():
    graph = engine.Graph()
    half = graph.op("formula", name="h", formula="1/2")
    graph.op("add", half, graph.input("x", 3.0), name="J")
    order = steps(graph, "J")
    assert names(order, Direction.FORWARD) == ["h", "J"]
    assert names(order, Direction.BACKWARD) == ["J", "h", "x"]


def test_a_slope_is_a_number_an_array_or_neither():
    import numpy as np

    times = create("multiply", {})
    assert slope(times, 0, -4.0, [2.0, -2.0]) == -2.0
    column = np.array([[1.0], [2.0]])
    found = slope(times, 0, column * np.ones(3), [column, np.ones(3)])
    assert np.array_equal(found, np.ones((2, 3)))
    assert slope(create("matmul", {}), 0, np.ones((2, 2)), [np.ones((2, 2))] * 2) is None
    assert slope(create("log", {}), 0, -np.inf, [0.0]) == np.inf


def test_ops_that_mix_entries_write_what_flows_back():
    g, a, b = Name("g"), Name("a"), Name("b")
    product = create("matmul", {})
    assert repr(product.backward_written(0, g, a, b)).count("transpose") == 1
    assert product.backward_written(0, g, a, b).arguments[0] == g
    assert product.backward_written(1, g, a, b).arguments[1] == g
    assert create("transpose", {}).backward_written(0, g, a).op == "transpose"
    assert create("add", {}).backward_written(0, g, a, b) is None
