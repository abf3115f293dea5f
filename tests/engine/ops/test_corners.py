"""Places that are seldom reached: limits, questions about nothing, a graph changed behind us."""

import math
import warnings

import numpy as np
import pytest
from programs import ran

import engine
from engine import ops, stretch
from engine.formats import json_value
from engine.formats.chainrule_file import loads
from engine.ops import op as op_module


def wide(op: str = "multiply") -> engine.Graph:
    graph = engine.Graph()
    x = graph.input("x", 0.5)
    terms = [
        graph.op(op, x, graph.parameter(f"w{k}", 0.01 * k), name=f"t{k}")
        for k in range(stretch.WIDE)
    ]
    graph.op("add", *terms, name="J")
    return graph


def test_batches_say_whether_all_is_finite():
    program = ran(wide())
    assert program.first_nonfinite() is None
    program.set_value("x", np.inf)
    program.forward()
    assert program.first_nonfinite() == "x"


@pytest.mark.parametrize("value", [-0.0, [-0.0], [[-0.0] * 20]])
def test_the_zero_of_a_relu_has_one_sign_alone_and_in_arrays(value):
    graph = engine.Graph()
    one = graph.constant("one", 1.0)
    graph.op("divide", one, graph.op("relu", graph.input("x", value)), name="v")
    program = engine.compile(graph)
    program.forward()
    assert np.all(np.asarray(program.value("v")) == np.inf)


def test_what_has_no_value_is_not_where_infinity_starts():
    graph = engine.Graph()
    graph.add_node("half", "add")
    graph.op("log", graph.input("x", 0.0), name="l")
    program = engine.compile(graph, "l", partial=True)
    program.forward()
    assert program.first_nonfinite() == "l"


def test_many_leaves_changed_at_once_are_as_new():
    program = ran(wide())
    for k in range(stretch.WIDE):
        program.set_value(f"w{k}", 1.0)
    program.forward()
    assert program.value("J") == pytest.approx(0.5 * stretch.WIDE)


def test_a_leaf_that_feeds_a_batch_and_an_array_changes_both():
    graph = wide()
    graph.op("multiply", "x", graph.input("v", [1.0, 2.0]), name="scaled")
    graph.op("add", "J", graph.op("sum", "scaled"), name="K")
    graph.output = "K"
    program = ran(graph)
    program.set_value("x", 2.0)
    program.forward()
    assert np.array_equal(program.value("scaled"), [2.0, 4.0])
    assert program.value("K") == pytest.approx(2.0 * sum(0.01 * k for k in range(stretch.WIDE)) + 6)


def test_the_product_of_matrices_moves_with_either_factor():
    graph = engine.Graph()
    a = graph.parameter("a", [[1.0, 2.0]])
    graph.op("sum", graph.op("matmul", a, graph.op("transpose", a), name="m"), name="J")
    program = ran(graph)
    for index in ((0, 0), (0, 1)):
        pushed = program.push_forward("a", index).derivative("J")
        assert pushed == pytest.approx(program.derivative("a")[index])


def test_a_graph_changed_behind_us_has_its_sentence():
    graph = engine.Graph()
    graph.op("exp", graph.op("exp", graph.input("x"), name="a"), name="b")
    graph.network.add_edge("b", "a", key=1)
    with pytest.raises(engine.GraphError, match="the graph has a cycle"):
        engine.compile(graph, "b")


def test_names_of_nobody_have_their_sentence():
    graph = wide()
    for ask in (
        lambda: graph.op_of("nobody"),
        lambda: graph.check_edge("nobody", "J", 0),
        lambda: graph.check_edge("x", "nobody", 0),
        lambda: graph.inputs("nobody"),
    ):
        with pytest.raises(engine.UnknownNodeError, match="there is no node named 'nobody'"):
            ask()


def test_a_name_given_anew_changes_nothing():
    graph = wide()
    graph.rename_node("x", "x")
    assert graph.nodes()[0] == "x"


def test_ways_that_meet_are_no_cycle():
    graph = engine.Graph()
    x = graph.input("x")
    a = graph.op("exp", x, name="a")
    left, right = graph.op("exp", a, name="l"), graph.op("exp", a, name="r")
    both = graph.op("add", left, right, name="s")
    graph.op("exp", both, name="e")
    other = graph.op("exp", graph.op("exp", graph.input("y"), name="y1"), name="y2")
    graph.check_edge("y1", "a", 0, replace=True)
    graph.add_edge(other, "s", 2)
    with pytest.raises(engine.CycleError, match="would depend on itself"):
        graph.check_edge("e", "a", 0, replace=True)
    assert not graph.can_connect("x", "a", 0)


def test_ops_made_beyond_memory_are_made_again(monkeypatch):
    monkeypatch.setattr(op_module, "_MOST_MADE", 1)
    first = ops.create("leaky_relu", {"slope": 0.011})
    ops.create("leaky_relu", {"slope": 0.012})
    assert ops.create("leaky_relu", {"slope": 0.011}).slope == first.slope


def test_an_array_of_too_many_entries_or_dimensions_is_refused(monkeypatch):
    deep: object = 1.0
    for _ in range(33):
        deep = [deep]
    with pytest.raises(engine.LimitError, match="at most 32 dimensions"):
        json_value.value_from_json(deep, "v")
    with pytest.raises(
        engine.InvalidValueError, match=r"^the value of x has 33 dimensions; .* 32$"
    ):
        engine.Graph().input("x", deep)
    monkeypatch.setattr(json_value, "MAX_ENTRIES", 3)
    with pytest.raises(engine.LimitError, match="at most 3 entries"):
        json_value.value_from_json([1.0, 2.0, 3.0, 4.0], "v")


def test_an_array_of_the_most_dimensions_is_computed_with():
    graph = engine.Graph()
    x = graph.input("x", np.full((1,) * 32, 2.0))
    y = graph.op("multiply", x, graph.op("square", x))
    graph.op("sum", y)
    program = ran(graph)
    assert program.value(y).shape == (1,) * 32
    assert program.derivative(x).ravel().tolist() == [12.0]


START = b'{"graph": {"format": "chainrule", "version": 1}, "nodes": ['
NODES = b'{"id": "x", "op": "input", "value": 1}, {"id": "e", "op": "exp"}], "edges": ['


@pytest.mark.parametrize(
    ("kept", "sentence"),
    [
        (b'{"strange key": 1e999}', r"edges\[0\]\.more\['strange key'\]: the number is too large"),
        (b'[1, [true, null, "\\ud800"]]', r"edges\[0\]\.more\[1\]\[2\]: holds half of a surrogate"),
        (b'{"\\udc00": 1}', "holds half of a surrogate"),
    ],
)
def test_what_an_edge_keeps_can_be_written_back(kept, sentence):
    edge = b'{"source": "x", "target": "e", "key": 0, "more": '
    with pytest.raises(engine.FileError, match=sentence):
        loads(START + NODES + edge + kept + b"}]}")
    graph = loads(START + NODES + edge + '{"ä": [1.5, "é"]}'.encode() + b"}]}")
    assert graph.network.edges["x", "e", 0]["more"] == {"ä": [1.5, "é"]}


# --- corners, as PyTorch has them; at NaN relu has the slope 0, which is 1 there


@pytest.mark.parametrize(
    ("op", "inputs", "value", "derivatives"),
    [
        ("relu", [0.0], 0.0, [0.0]),
        ("relu", [math.nan], math.nan, [0.0]),
        ("leaky_relu", [0.0], 0.0, [0.01]),
        ("abs", [0.0], 0.0, [0.0]),
        ("sqrt", [0.0], 0.0, [math.inf]),
        ("sqrt", [-1.0], math.nan, [math.nan]),
        ("log", [0.0], -math.inf, [math.inf]),
        ("log", [-1.0], math.nan, [-1.0]),
        ("divide", [1.0, 0.0], math.inf, [math.inf, -math.inf]),
        ("divide", [0.0, 0.0], math.nan, [math.inf, math.nan]),
        ("power", [0.0, 2.0], 0.0, [0.0, 0.0]),
        ("power", [0.0, 0.0], 1.0, [0.0, 0.0]),
        ("power", [-2.0, 2.0], 4.0, [-4.0, math.nan]),
        ("power", [0.0, -1.0], math.inf, [-math.inf, None]),
        ("power", [1e200, 2.0], math.inf, [2e200, math.inf]),
        ("exp", [1000.0], math.inf, [math.inf]),
        ("sigmoid", [-1000.0], 0.0, [0.0]),
        ("sigmoid", [1000.0], 1.0, [0.0]),
        ("softplus", [1000.0], 1000.0, [1.0]),
        ("softplus", [-1000.0], 0.0, [0.0]),
        ("sin", [math.inf], math.nan, [math.nan]),
        ("maximum", [2.0, 2.0], 2.0, [0.5, 0.5]),
        ("maximum", [2.0, 2.0, 1.0, 2.0], 2.0, [1 / 3, 1 / 3, 0.0, 1 / 3]),
        ("minimum", [2.0, 2.0], 2.0, [0.5, 0.5]),
        ("maximum", [1.0, math.inf], math.inf, [0.0, 1.0]),
        ("multiply", [0.0, 3.0, 5.0], 0.0, [15.0, 0.0, 0.0]),
    ],
)
@pytest.mark.parametrize("shape", [(), (2,)])
def test_corners_follow_pytorch_and_warn_nobody(op, inputs, value, derivatives, shape):
    graph = engine.Graph()
    leaves = [graph.parameter(f"p{k}", np.full(shape, x)) for k, x in enumerate(inputs)]
    graph.op(op, *leaves, name="v")
    graph.op("sum", "v", name="J")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        program = ran(graph)
    np.testing.assert_equal(np.asarray(program.value("v")), np.full(shape, value))
    for leaf, derivative in zip(leaves, derivatives, strict=True):
        if derivative is not None:
            got = np.asarray(program.derivative(leaf))
            np.testing.assert_allclose(got, np.full(shape, derivative), rtol=1e-12)


@pytest.mark.parametrize("op", ["softmax", "log_softmax"])
@pytest.mark.parametrize("shape", [(0,), (0, 3), (2, 0)])
def test_of_no_entries_there_are_no_shares(op, shape):
    graph = engine.Graph()
    graph.op("sum", graph.op(op, graph.parameter("x", np.empty(shape)), name="v"), name="J")
    program = ran(graph)
    assert np.shape(program.value("v")) == np.shape(program.derivative("x")) == shape
    assert program.value("J") == 0.0
