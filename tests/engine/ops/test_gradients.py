"""Every op and random graphs of them against HIPS autograd, an independent implementation."""

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from autograd_oracle import THEIRS, agree_everywhere, close, logsumexp
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from random_graphs import array_graphs, off_corners

import engine
from engine import ops
from engine.expression import Name, Number

ELEMENTWISE = sorted(n for n, op in ops.OPS.items() if op.elementwise and n != "formula")


@st.composite
def scalar_graphs(draw) -> engine.Graph:
    graph = engine.Graph()
    numbers = st.floats(0.2, 2.0).map(lambda x: round(x, 3))
    for k in range(draw(st.integers(1, 4))):
        graph.add_node(f"x{k}", draw(st.sampled_from(ops.LEAVES)), value=draw(numbers))
    for k in range(draw(st.integers(1, 12))):
        names = graph.nodes()
        op = draw(st.sampled_from([*ELEMENTWISE, "formula"]))
        attributes = {}
        if op == "formula":
            attributes["formula"] = draw(
                st.sampled_from(["d^2/2", "u*v - exp(-u)", "log(u^2+1)/v", "2x - x^3", "sin(a)*a"])
            )
        count = len(ops.create(op, attributes).ports)
        if ops.OPS[op].variadic:
            count = draw(st.integers(2, 4))
        inputs = draw(st.lists(st.sampled_from(names), min_size=count, max_size=count))
        graph.op(op, *inputs, name=f"n{k}", **attributes)
    graph.output = graph.nodes()[-1]
    return graph


def tame(graph: engine.Graph) -> bool:
    """Tell whether all values are moderate, and none stands at a kink."""
    program = engine.compile(graph)
    program.forward()
    for name in graph.nodes():
        value = np.asarray(program.value(name))
        if not np.isfinite(value).all() or np.abs(value).max(initial=0.0) > 1e4:
            return False
        if not off_corners(graph, program, name):
            return False
    return True


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(scalar_graphs())
def test_random_scalar_graphs_agree_on_every_node_and_edge(graph):
    assume(tame(graph))
    agree_everywhere(graph)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(array_graphs())
def test_random_graphs_of_scalars_and_arrays_agree_on_every_node_and_edge(graph):
    agree_everywhere(graph)


@pytest.mark.parametrize("op", ELEMENTWISE)
@pytest.mark.parametrize("shapes", [((), ()), ((3,), (3,)), ((2, 3), (3,)), ((2, 1), (1, 3))])
def test_every_elementwise_op_agrees_and_broadcasts(op, shapes):
    rng = np.random.default_rng(3)
    graph = engine.Graph()
    count = len(ops.OPS[op].inputs)
    inputs = [
        graph.parameter(f"p{k}", rng.uniform(0.3, 1.7, size=shapes[k % 2])) for k in range(count)
    ]
    graph.op(op, *inputs, name="v")
    graph.op("sum", "v", name="J")
    agree_everywhere(graph)


@pytest.mark.parametrize("op", ["add", "multiply", "maximum", "minimum"])
def test_a_variadic_op_agrees_on_five_inputs(op):
    graph = engine.Graph()
    inputs = [graph.parameter(f"p{k}", x) for k, x in enumerate((0.5, -1.5, 2.0, 0.25, -3.0))]
    graph.op(op, *inputs, name="J")
    agree_everywhere(graph)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ((3,), (3,)),
        ((2, 3), (3,)),
        ((3,), (3, 2)),
        ((2, 3), (3, 4)),
        ((5, 2, 3), (3, 4)),
        ((5, 2, 3), (5, 3, 1)),
    ],
)
def test_matmul_agrees_for_vectors_matrices_and_stacks(left, right):
    rng = np.random.default_rng(5)
    graph = engine.Graph()
    a, b = graph.parameter("a", rng.normal(size=left)), graph.parameter("b", rng.normal(size=right))
    graph.op("matmul", a, b, name="m")
    graph.op("square", "m", name="s")
    graph.op("sum", "s", name="J")
    agree_everywhere(graph)


@pytest.mark.parametrize("op", ["transpose", "softmax", "log_softmax", "mean", "sum"])
def test_array_ops_agree(op):
    rng = np.random.default_rng(6)
    graph = engine.Graph()
    graph.parameter("x", rng.normal(size=(3, 4)))
    graph.op(op, "x", name="v")
    graph.parameter("k", rng.normal(size=np.shape(THEIRS[op](np.zeros((3, 4))))))
    graph.op("multiply", "v", "k", name="u")
    graph.op("square", "u", name="s")
    graph.op("sum", "s", name="J")
    agree_everywhere(graph)


@pytest.mark.parametrize("op", ["sum", "mean"])
@pytest.mark.parametrize("axis", [None, 0, -1, [0, 1]])
@pytest.mark.parametrize("keepdims", [False, True])
def test_sums_along_axes_spread_back(op, axis, keepdims):
    graph = engine.Graph()
    x = np.arange(6.0).reshape(2, 3) + 1
    graph.parameter("x", x)
    attributes = {"keepdims": keepdims} | ({} if axis is None else {"axis": axis})
    graph.op(op, "x", name="v", **attributes)
    graph.op("square", "v", name="s")
    graph.op("sum", "s", name="J")
    program = engine.compile(graph)
    program.forward()
    program.backward()
    chosen = tuple(axis) if isinstance(axis, list) else axis
    reduce = anp.sum if op == "sum" else anp.mean
    theirs = grad(lambda a: anp.sum(reduce(a, axis=chosen, keepdims=keepdims) ** 2))(x)
    close(program.derivative("x"), theirs, "x")
    assert np.shape(program.value("v")) == np.shape(np.sum(x, axis=chosen, keepdims=keepdims))


def test_cross_entropy_is_the_mean_of_minus_log_softmax():
    rng = np.random.default_rng(8)
    logits, classes = rng.normal(size=(4, 3)), np.array([0.0, 2.0, 1.0, 2.0])
    graph = engine.Graph()
    graph.op("cross_entropy", graph.parameter("z", logits), graph.input("y", classes), name="J")
    program = engine.compile(graph)
    program.forward()
    program.backward()

    def theirs(z):
        picked = (z - logsumexp(z))[np.arange(4), classes.astype(int)]
        return -anp.mean(picked)

    assert program.value("J") == pytest.approx(theirs(logits), rel=1e-12)
    close(program.derivative("z"), grad(theirs)(logits), "z")
    assert np.array_equal(program.derivative("y"), np.zeros(4))


def test_every_op_of_the_contract_is_registered_and_tested():
    contract = {*ELEMENTWISE, "formula", *["matmul", "transpose", "sum", "mean", "softmax"]}
    contract |= {"log_softmax", "cross_entropy"}
    assert len(ELEMENTWISE) == 21
    assert set(ops.OPS) == contract
    assert set(THEIRS) == contract - {"formula"}


@pytest.mark.parametrize("op", [n for n in ELEMENTWISE if n not in ("relu", "leaky_relu")])
def test_a_derivative_as_written_is_the_derivative(op):
    operation = ops.create(op, {})
    inputs = [0.7, 1.3][: len(operation.inputs)]
    names = [Name(f"x{k}") for k in range(len(inputs))]
    known = {f"x{k}": x for k, x in enumerate(inputs)}
    known["v"] = value = operation.forward(ops.SCALAR, *inputs)
    derivatives = operation.vjp(ops.SCALAR, 1.0, value, *inputs)
    for port, derivative in enumerate(derivatives):
        written = operation.derivative_written(port, Name("v"), *names)
        if op in ("maximum", "minimum"):
            assert written is None
            continue
        assert computed(written, known) == pytest.approx(derivative, rel=1e-12)


def computed(expression, known):
    if isinstance(expression, Number):
        return expression.value
    if isinstance(expression, Name):
        return known[expression.name]
    return THEIRS[expression.op](*(computed(part, known) for part in expression.arguments))
