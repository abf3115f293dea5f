"""Forward mode: one sweep per leaf gives what backpropagation gives, wherever the two meet."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from programs import is_batched, ran
from random_graphs import array_graphs, wild_graphs

import engine
from engine import stretch
from engine.program import forward_mode


def entries(value):
    return [None] if isinstance(value, float) else list(np.ndindex(np.shape(value)))


def close(ours, theirs, scale=1.0):
    return np.allclose(ours, theirs, rtol=1e-9, atol=1e-9 * max(1.0, scale))


def test_the_lectures_numbers(linear_unit):
    pushed = ran(linear_unit).push_forward("w")
    found = {name: pushed.derivative(name) for name in linear_unit.nodes()}
    assert found == {
        "w": 1.0, "x": 0.0, "c": -2.0, "b": 0.0, "a": -2.0, "y": 0.0, "d": -2.0, "J": -4.0,
    }  # fmt: skip
    assert pushed.edge_derivative("w", "c", 0) == -2.0
    assert pushed.edge_derivative("x", "c", 1) == 0.0
    assert (pushed.leaf, pushed.index) == ("w", None)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(array_graphs())
def test_forward_and_reverse_agree_where_they_meet(graph):
    program = ran(graph)
    for leaf in filter(graph.is_leaf, graph.nodes()):
        for index in entries(graph.value(leaf)):
            pushed = program.push_forward(leaf, index)
            at = () if index is None else index
            backprop = np.asarray(program.derivative(leaf))[at]
            assert close(pushed.derivative("J"), backprop), (leaf, index)
            meet_on_every_edge(graph, program, pushed)


def meet_on_every_edge(graph, program, pushed):
    for name in graph.nodes():
        value, found = program.value(name), pushed.derivative(name)
        assert np.shape(found) == np.shape(value)
        assert isinstance(found, float) is isinstance(value, float)
        edges = [engine.Edge(s, name, k) for k, s in enumerate(graph.inputs(name))]
        shares = [pushed.edge_derivative(*edge) for edge in edges]
        if edges:
            assert close(sum(shares), found)
        for edge, share in zip(edges, shares, strict=True):
            down = np.sum(program.derivative(name) * share)
            up = np.sum(program.edge_derivative(*edge) * pushed.derivative(edge.source))
            assert close(down, up, abs(up)), edge


@given(wild_graphs(shapes=[(), (), (), (2,)]))
def test_single_numbers_are_pushed_through_as_arrays_are(graph):
    for leaf in filter(graph.is_leaf, graph.nodes()):
        for index in entries(graph.value(leaf))[:1]:
            as_numbers = shares(graph, leaf, index)
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(forward_mode, "_are_numbers", lambda *_: False)
                assert as_numbers == shares(graph, leaf, index)


def shares(graph, leaf, index) -> list[tuple[bytes, type]]:
    pushed = ran(graph).push_forward(leaf, index)
    found = [pushed.derivative(name) for name in graph.nodes()]
    found += [pushed.edge_derivative(*edge) for edge in graph.edges()]
    return [(np.where(np.isnan(x), np.nan, x).tobytes(), type(x)) for x in found]


def test_of_single_numbers_no_edge_makes_an_array(monkeypatch):
    graph = engine.Graph()
    at = graph.parameter("w", 2.0)
    for k in range(3):
        at = graph.op("multiply", at, graph.input(f"x{k}", 3.0), at)
    program = ran(graph)
    made = []
    monkeypatch.setattr(forward_mode, "_shares", lambda *_: made.append(1) or [])
    assert program.push_forward("w").derivative(at) == program.derivative("w")
    assert not made


def test_every_op_that_is_pushed_through_by_its_slopes_has_no_other_way():
    for op in engine.ops.OPS.values():
        assert not op.elementwise or op.jvp is engine.ops.Op.jvp


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(array_graphs())
def test_any_node_may_be_the_output(graph):
    leaf = graph.nodes()[0]
    index = entries(graph.value(leaf))[:1]
    for at in index:
        pushed = ran(graph).push_forward(leaf, at)
        for name in graph.nodes():
            program = engine.compile(graph, name)
            program.forward()
            if isinstance(program.value(name), float):
                program.backward()
                backprop = np.asarray(program.derivative(leaf))[() if at is None else at]
                assert close(pushed.derivative(name), backprop), name


def test_cross_entropy_agrees_and_a_class_moves_nothing():
    graph = engine.Graph()
    z = graph.parameter("z", [[0.5, -1.0, 2.0], [0.1, 0.2, 0.3]])
    graph.op("cross_entropy", z, graph.input("y", [2.0, 0.0]), name="J")
    program = ran(graph)
    for index in np.ndindex(2, 3):
        assert close(
            program.push_forward("z", index).derivative("J"), program.derivative("z")[index]
        )
    assert program.push_forward("y", (1,)).derivative("J") == 0.0


def test_what_does_not_move_adds_nothing_even_where_its_slope_is_infinite():
    graph = engine.Graph()
    graph.op("sqrt", graph.input("z", 0.0), name="r")
    graph.op("multiply", graph.parameter("w", 3.0), "r", name="J")
    pushed = ran(graph).push_forward("w")
    assert pushed.derivative("r") == 0.0
    assert pushed.derivative("J") == 0.0
    assert ran(graph).push_forward("z").derivative("J") == np.inf


def test_batches_are_pushed_through():
    graph = engine.Graph()
    x, w = graph.input("x", 0.3), graph.parameter("w", 1.5)
    terms = [graph.op("multiply", x, w, name=f"t{k}") for k in range(stretch.WIDE)]
    graph.op("add", *terms, name="J")
    program = ran(graph)
    assert is_batched(program)
    assert program.push_forward("x").derivative("J") == pytest.approx(program.derivative("x"))


def test_a_sweep_stays_what_it_was_when_the_program_runs_again(linear_unit):
    program = ran(linear_unit)
    pushed = program.push_forward("w")
    program.set_value("x", 100.0)
    program.forward()
    assert pushed.derivative("c") == -2.0
    assert program.push_forward("w").derivative("c") == 100.0


def test_an_incomplete_graph_is_pushed_as_far_as_it_goes(linear_unit):
    linear_unit.remove_edge("b", "a", 1)
    program = engine.compile(linear_unit, partial=True)
    program.forward()
    pushed = program.push_forward("w")
    assert pushed.derivative("c") == -2.0
    assert pushed.derivative("a") is None
    assert pushed.edge_derivative("c", "a", 0) is None


def test_a_shape_that_does_not_fit_stops_the_sweep_there(linear_unit):
    linear_unit.set_attribute("w", "value", [1.0, 2.0])
    linear_unit.set_attribute("b", "value", [1.0, 2.0, 3.0])
    program = engine.compile(linear_unit, partial=True)
    program.forward()
    pushed = program.push_forward("w", (1,))
    assert pushed.derivative("c").tolist() == [0.0, -2.0]
    assert pushed.derivative("a") is None
    assert pushed.derivative("J") is None


@pytest.mark.parametrize(
    ("leaf", "index", "sentence"),
    [
        ("q", None, "there is no node named 'q'"),
        ("c", None, "c computes its value: choose a leaf"),
        ("w", (0,), r"w is a number: it has no entry \(0,\)"),
        ("V", None, r"V has the shape 2×3: choose one of its entries"),
        ("V", (2, 0), r"V has the shape 2×3: there is no entry \(2, 0\)"),
        ("V", (0,), r"V has the shape 2×3: there is no entry \(0,\)"),
    ],
)
def test_a_sweep_that_cannot_be_has_its_sentence(linear_unit, leaf, index, sentence):
    linear_unit.parameter("V", np.ones((2, 3)))
    linear_unit.output = "J"
    with pytest.raises(engine.GraphError, match=sentence):
        ran(linear_unit).push_forward(leaf, index)


def test_a_sweep_before_forward_and_wrong_questions_have_their_sentences(linear_unit):
    program = engine.compile(linear_unit)
    with pytest.raises(engine.GraphError, match=r"call forward\(\) first"):
        program.push_forward("w")
    program.forward()
    pushed = program.push_forward("w")
    with pytest.raises(engine.UnknownNodeError, match="there is no node named 'q'"):
        pushed.derivative("q")
    with pytest.raises(engine.UnknownEdgeError, match="no edge from w to the first input of J"):
        pushed.edge_derivative("w", "J", 0)


@pytest.mark.parametrize(
    ("op", "value"),
    [
        ("sqrt", [0.0, 4.0]),
        ("sqrt", [[0.0, 4.0], [9.0, 0.0]]),
        ("log", [0.0, 2.0, 0.0]),
    ],
)
@pytest.mark.parametrize(
    "behind", [None, "transpose", "mean", "sqrt", "softmax", "log_softmax", "matmul"]
)
def test_an_entry_hears_nothing_of_an_infinite_slope_beside_it(op, value, behind):
    graph = engine.Graph()
    z = graph.parameter("z", value)
    at = graph.op(op, z, name="at")
    if behind in {"transpose", "mean", "sqrt"}:
        at = graph.op(behind, at)
    elif behind == "matmul":
        at = graph.op("matmul", at, graph.constant("ones", np.ones(np.shape(value)[-1])))
    elif behind is not None:  # rows of their own
        at = graph.op(behind, graph.op("multiply", at, graph.constant("e", np.ones((2, 1, 1)))))
        at = graph.op("multiply", at, at)
    graph.op("sum", at, name="J")
    graph.output = "J"
    program = ran(graph)
    for index in np.ndindex(np.shape(value)):
        pushed = program.push_forward("z", index).derivative("J")
        expected = program.derivative("z")[index]
        if np.isfinite(expected):
            assert pushed == pytest.approx(expected), index


@pytest.mark.parametrize("port", [0, 1])
@pytest.mark.parametrize("shapes", [((2, 3), (3, 2)), ((3,), (3, 2)), ((2, 3), (3,)), ((3,), (3,))])
def test_an_entry_of_a_matrix_meets_only_what_it_is_multiplied_by(port, shapes):
    values = [np.arange(1.0, 1.0 + np.prod(shape)).reshape(shape) for shape in shapes]
    other = values[1 - port]
    other.flat[-1] = np.inf
    graph = engine.Graph()
    a, b = (graph.parameter(name, value) for name, value in zip("ab", values, strict=True))
    graph.op("sum", graph.op("matmul", a, b, name="m"), name="J")
    program = ran(graph)
    leaf = "ab"[port]
    seen = []
    for index in np.ndindex(shapes[port]):
        pushed = program.push_forward(leaf, index)
        assert pushed.derivative("J") == program.derivative(leaf)[index]
        seen.append(np.isfinite(pushed.derivative("J")))
    assert any(seen)
    assert not all(seen)


def test_a_row_of_classes_hears_nothing_of_another_that_has_none():
    graph = engine.Graph()
    graph.parameter("z", [[1.0, 2.0], [np.inf, np.inf]])
    graph.op("cross_entropy", "z", graph.input("classes", [0.0, 1.0]), name="J")
    program = ran(graph)
    pushed = program.push_forward("z", (0, 1)).derivative("J")
    assert pushed == pytest.approx(program.derivative("z")[0, 1])
    assert np.isfinite(pushed)
