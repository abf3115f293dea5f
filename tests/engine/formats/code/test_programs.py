"""The programs run: under PyTorch, JAX, NumPy and plain Python they give our derivatives."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import run_programs
from agreement import agree
from hypothesis import given, settings
from random_graphs import array_graphs

import engine
from engine.assignments import graph_from_text
from engine.formats.code.jax_code import jax_code
from engine.formats.code.micrograd_code import micrograd_code
from engine.formats.code.numpy_code import numpy_code
from engine.formats.code.pytorch_code import pytorch_code
from resources import resource

EXAMPLES = sorted(Path(str(resource("examples"))).glob("*.chainrule"))
Writer = Callable[[engine.Graph], str]


def corners() -> list[engine.Graph]:
    """Return graphs at ties, kinks and borders, and with names that mean something to Python."""
    texts = [
        "J = maximum(w, x, v) + minimum(w, x)*maximum(w, 1)",
        "J = relu(w) + leaky_relu(v) + abs(x*w) + softplus(30*w) + softplus(v-30)",
        "J = w^0 + sigmoid(40*v)*w + squared_error(w, v) + exp(2)*w + 2^w + v^w",
        "J = -(w - (v - x)) / (w + 2) / 3 - --v",
        "J = v*abs(w)",
        "J = sin(w)*cos(v)/(1 + tanh(w)^2) - log(v + 2) * sqrt(v)",
    ]
    graphs = []
    for expand in (True, False):
        for text in texts:
            used = {name for name in "wvx" if re.search(rf"\b{name}\b", text)}
            values = {name: {"w": 0.0, "v": 2.0, "x": 0.0}[name] for name in used}
            parameters = sorted(used - {"x"})
            graphs.append(graph_from_text(text, values, parameters, expand))
    return [*graphs, hostile(), unused(), alone()]


def hostile() -> engine.Graph:
    graph = engine.Graph('A """title"""\\ with\nlines')
    names = ["lambda", "json", "np", "a^{[1]}", 'q"\\', "ﬁ", "fi", "sum", "d_J", "2", "Value"]
    leaves = [graph.parameter(name, 0.1 * k + 0.3) for k, name in enumerate(names)]
    inner = graph.op("multiply", *leaves, name="torch")
    graph.op("exp", inner, name="J")
    return graph


def infinite() -> engine.Graph:
    graph = engine.Graph()
    w = graph.parameter("w", 0.0)
    graph.op("add", graph.op("log", w), graph.op("sqrt", w), graph.op("divide", w, w), name="J")
    return graph


def unused() -> engine.Graph:
    graph = engine.Graph()
    graph.parameter("u", 1.0)
    graph.op("formula", name="three", formula="3")
    graph.op("multiply", graph.parameter("w", 2.0), "three", name="J")
    graph.output = "J"
    return graph


def alone() -> engine.Graph:
    """Return ops of whole arrays of a single number: each of them gives it back."""
    graph = engine.Graph()
    at = graph.parameter("w", 3.0)
    for op in ("transpose", "sum", "mean"):
        at = graph.op(op, at)
    graph.op("square", at, name="J")
    return graph


def arrays() -> list[engine.Graph]:
    """Return what random graphs seldom have: products of every rank, classes of every rank."""
    rng = np.random.default_rng(0)
    graphs = []
    for left, right in [
        ((3,), (3,)), ((2, 3), (3,)), ((3,), (3, 2)), ((2, 3), (3, 4)), ((5, 2, 3), (3,)),
        ((3,), (5, 3, 2)), ((5, 2, 3), (3, 4)), ((2, 3), (5, 3, 4)), ((1, 2, 3), (5, 3, 4)),
    ]:  # fmt: skip
        graph = engine.Graph()
        a, b = (
            graph.parameter("a", rng.normal(size=left)),
            graph.parameter("b", rng.normal(size=right)),
        )
        graph.op("sum", graph.op("square", graph.op("matmul", a, b)), name="J")
        graphs.append(graph)
    for shape in ((3,), (4, 3), (2, 4, 3)):
        graph = engine.Graph()
        logits = graph.parameter("logits", rng.normal(size=shape))
        classes = graph.parameter("classes", rng.integers(0, 3, size=shape[:-1]))
        graph.op("cross_entropy", logits, classes, name="J")
        graphs.append(graph)
    whole = [("sum", {"axis": []}), ("mean", {"axis": [0, 2]}), ("sum", {"keepdims": True})]
    whole += [("softmax", {"axis": 1}), ("log_softmax", {})]
    for op, how in whole:
        graph = engine.Graph()
        x = graph.parameter("x", rng.normal(size=(2, 3, 4)))
        graph.op("mean", graph.op("square", graph.op(op, x, **how)), name="J")
        graphs.append(graph)
    return graphs


def random_graphs(count: int) -> list[engine.Graph]:
    found: list[engine.Graph] = []

    @settings(max_examples=count, derandomize=True, database=None)
    @given(array_graphs())
    def collect(graph: engine.Graph) -> None:
        found.append(graph)

    collect()
    return found


def run_elsewhere(programs: list[str]) -> list[str]:
    script = Path(run_programs.__file__)
    done = subprocess.run(
        [sys.executable, "-W", "error", script],
        input=json.dumps(programs), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def test_pytorch_gives_our_derivatives():
    graphs = [*map(engine.load, EXAMPLES), *corners(), *arrays(), *random_graphs(30)]
    agree_elsewhere([*graphs, infinite()], pytorch_code)


def test_jax_gives_our_derivatives():
    # JAX compiles each operation for each shape it meets: fewer graphs
    graphs = [engine.load(EXAMPLES[-2]), *corners()[5:], arrays()[4], arrays()[-6]]
    graphs += random_graphs(4)
    agree_elsewhere(graphs, jax_code)


def agree_elsewhere(graphs: list[engine.Graph], write: Writer) -> None:
    programs = [write(graph) for graph in graphs]
    for graph, printed in zip(graphs, run_elsewhere(programs), strict=True):
        agree(graph, printed)


def test_the_chain_rule_by_hand_in_numpy_gives_our_derivatives():
    for graph in [*map(engine.load, EXAMPLES), *corners(), *arrays()]:
        agree(graph, run_programs.printed(numpy_code(graph)))


@given(array_graphs())
def test_the_chain_rule_by_hand_in_numpy_gives_our_derivatives_of_any_graph(graph):
    agree(graph, run_programs.printed(numpy_code(graph)))


def test_what_has_no_two_axes_is_its_own_transpose():
    for value in (2.0, [1.0, 2.0]):
        graph = engine.Graph()
        turned = graph.op("transpose", graph.parameter("w", value))
        graph.op("sum", graph.op("square", turned), name="J")
        agree(graph, run_programs.printed(numpy_code(graph)))


def test_plain_python_gives_our_derivatives():
    for graph in [*map(engine.load, EXAMPLES), *corners()]:
        agree(graph, run_programs.printed(micrograd_code(graph)))


@given(array_graphs(shapes=[()]))
def test_plain_python_gives_our_derivatives_of_any_graph_of_numbers(graph):
    agree(graph, run_programs.printed(micrograd_code(graph)))


def test_no_function_of_plain_python_has_the_name_of_a_node():
    graph = engine.Graph()
    at = graph.op("abs", graph.parameter("w", -2.0), name="absolute")
    at = graph.op("leaky_relu", graph.op("negate", at), name="leaky_relu_2", slope=0.5)
    at = graph.op("leaky_relu", at, slope=0.25)
    graph.op("abs", at, name="J")
    agree(graph, run_programs.printed(micrograd_code(graph)))


def test_infinity_and_nan_are_results_like_others():
    printed = run_programs.printed(numpy_code(infinite()))
    agree(infinite(), printed)
    assert json.loads(printed)["value"] == "NaN"


@pytest.mark.parametrize("x", [0.0, 2.0])
@pytest.mark.parametrize("formula", ["w^x", "x + 1/(1/w)", "x*w + 1/(w^x + 1/w)", "abs(w)^-x"])
def test_what_is_not_finite_on_the_way_stops_no_program(formula, x):
    graph = engine.Graph()
    sources = {"w": graph.parameter("w", 0.0), "x": graph.parameter("x", x)}
    ports = engine.ops.create("formula", {"formula": formula}).ports
    graph.op("formula", *map(sources.get, ports), formula=formula, name="J")
    agree(graph, run_programs.printed(numpy_code(graph)))


@pytest.mark.parametrize("formula", ["v/w", "v + 0/(w^2)", "v/w^3"])
def test_a_number_that_becomes_infinite_beside_an_array_stops_no_program(formula):
    graph = engine.Graph()
    sources = {"v": graph.parameter("v", [1.0, 2.0]), "w": graph.parameter("w", 1e200)}
    ports = engine.ops.create("formula", {"formula": formula}).ports
    graph.op("sum", graph.op("formula", *map(sources.get, ports), formula=formula), name="J")
    agree(graph, run_programs.printed(numpy_code(graph)))


@pytest.mark.parametrize(
    "formula", ["softplus(2)*max(w, 1)", "max(softplus(w), 1)", "abs(softplus(3) - w)"]
)
@pytest.mark.parametrize("code", [numpy_code, micrograd_code])
def test_what_no_op_is_called_is_computed_beside_a_corner(formula, code):
    """log1p is none: the export ended in a fault where an op of the formula chooses."""
    for expand in (True, False):
        graph = graph_from_text(f"J = {formula}", {"w": 2.0}, expand=expand)
        agree(graph, run_programs.printed(code(graph)))


@pytest.mark.parametrize("size", [1e200, 1e-200])
@pytest.mark.parametrize("formula", ["v/w", "abs(v/w)", "1/sqrt(v/w)"])
def test_a_square_that_overflows_is_not_divided_by(formula, size):
    """1e200² is infinite and 1e−200² is 0: v/w² was 0 there, or infinite."""
    for expand in (True, False):
        graph = graph_from_text(f"J = {formula}", {"v": size, "w": size}, ["v", "w"], expand)
        agree(graph, run_programs.printed(numpy_code(graph)))


@pytest.mark.parametrize(
    ("formula", "at"),
    [
        ("sqrt(9/w)", 1e-200),
        ("sqrt(9/w)", 1e200),
        ("sigmoid(2/w)", 1e-200),
        ("tanh(1/w)", -1e-200),
        ("log(1/w)", 1e-300),
        ("relu(1/w)", -1e-200),
        ("max(w, 1/w)", -1e-200),
        ("w/(1 + w^2)", 1e200),
        ("1 - sigmoid(w)", 40.0),
        ("(w*1e308)^2", 0.0),
    ],
)
@pytest.mark.parametrize("expand", [True, False])
def test_a_slope_beyond_all_numbers_spoils_no_derivative_that_is_none(formula, at, expand):
    graph = graph_from_text(f"J = {formula}", {"w": at}, expand=expand)
    agree(graph, run_programs.printed(numpy_code(graph)))


@pytest.mark.parametrize("formula", ["w*0^-1", "-0^-1*w", "w*10^400", "w^2*0^-2", "w/0 + w"])
def test_a_number_beyond_all_numbers_stops_no_program(formula):
    graph = graph_from_text(f"J = {formula}", {"w": 2.0}, expand=False)
    agree(graph, run_programs.printed(numpy_code(graph)))


@pytest.mark.parametrize(
    ("formula", "at"),
    [
        ("log(sigmoid(w))", -400.0),
        ("log(sigmoid(w))", -30.0),
        ("sigmoid(w)", 800.0),
        ("sigmoid(w)", -800.0),
        ("log(softplus(w))", -400.0),
        ("softplus(w)", 800.0),
    ],
)
@pytest.mark.parametrize("expand", [True, False])
def test_what_is_next_to_nothing_is_not_lost_in_plain_python(formula, at, expand):
    graph = graph_from_text(f"J = {formula}", {"w": at}, expand=expand)
    agree(graph, run_programs.printed(micrograd_code(graph)))


@pytest.mark.parametrize("formula", ["sqrt(9/w)", "sigmoid(2/w)", "relu(-1/w)"])
@pytest.mark.parametrize("expand", [True, False])
def test_plain_python_refuses_a_quotient_with_a_slope_beyond_all_numbers(formula, expand):
    graph = graph_from_text(f"J = {formula}", {"w": 1e-200}, expand=expand)
    with pytest.raises(engine.GraphError, match="choose numpy instead"):
        micrograd_code(graph)


@pytest.mark.parametrize("formula", ["relu(w)", "leaky_relu(w)", "max(w, 0)", "abs(w)", "abs(w)^2"])
def test_where_an_op_chooses_nothing_flows_back_elsewhere_even_of_an_infinite_slope(formula):
    for expand in (True, False):
        graph = graph_from_text(f"J = sqrt({formula})", {"w": 0.0}, expand=expand)
        agree(graph, run_programs.printed(numpy_code(graph)))


def test_jax_has_an_absolute_value_of_an_absolute_value_no_longer_than_each_by_itself():
    lengths = []
    for depth in (1, 6, 11):
        formula = "abs(" * depth + "w" + ")" * depth
        graph = graph_from_text(f"J = {formula}", {"w": 0.0}, expand=False)
        lengths.append(len(jax_code(graph)))
    assert lengths[2] - lengths[1] == lengths[1] - lengths[0]


@pytest.mark.parametrize(
    ("op", "code"),
    [
        ("abs", numpy_code),
        ("leaky_relu", numpy_code),
        ("leaky_relu", jax_code),
    ],
)
def test_what_would_be_twice_as_long_for_each_corner_within_a_corner_is_refused(
    op, code, monkeypatch
):
    monkeypatch.setattr("engine.formats.code.dialect._LONGEST", 20_000)
    formula = f"{op}(" * 40 + "w" + ")" * 40
    graph = graph_from_text(f"J = {formula}", {"w": 1.0}, expand=False)
    with pytest.raises(engine.GraphError, match="too long to be written out"):
        code(graph)
    apart = graph_from_text(f"J = {formula}", {"w": 1.0}, expand=True)
    agree(apart, run_programs.printed(numpy_code(apart)))


def test_a_number_by_itself_divides_by_nothing_without_an_error():
    graph = graph_from_text("J = w + 0/sin(v - v)", {"w": 1.0, "v": 2.0}, expand=True)
    graph.op("formula", formula="0", name="z")
    graph.op("divide", "J", "z", name="K")
    graph.output = "K"
    agree(graph, run_programs.printed(numpy_code(graph)))


@pytest.mark.parametrize("zero", [0.0, -0.0])
@pytest.mark.parametrize("formula", ["w/u", "abs(w)/u", "abs(abs(w)/u)", "relu(w)^2/u"])
def test_what_flows_back_through_a_division_by_a_constant_0_stops_no_program(formula, zero):
    graph = engine.Graph()
    w, nothing = graph.parameter("w", 2.0), graph.constant("0", zero)
    graph.op("formula", w, nothing, formula=formula, name="J", inputs=["w", "u"])
    agree(graph, run_programs.printed(numpy_code(graph)))


@pytest.mark.parametrize("formula", ["sqrt(x)", "x^0.5", "x^y"])
def test_plain_python_refuses_a_slope_that_is_not_finite_though_nobody_asks_for_it(formula):
    graph = graph_from_text(f"J = w + {formula} + y", {"w": 1.0, "x": 0.0, "y": 0.5})
    with pytest.raises(engine.GraphError, match="not finite, which plain Python"):
        micrograd_code(graph)
    graph.set_values({"x": 0.25})
    agree(graph, run_programs.printed(micrograd_code(graph)))


def test_plain_python_raises_zero_to_no_power():
    graph = graph_from_text("J = w + x^y", {"w": 1.0, "x": 0.0, "y": 0.0})
    agree(graph, run_programs.printed(micrograd_code(graph)))


@pytest.mark.parametrize(
    ("build", "sentence"),
    [
        (lambda g, w: g.op("matmul", w, w), r"J \(matmul\): micrograd knows single numbers only"),
        (lambda g, w: g.op("sum", w), "w is an array: micrograd knows single numbers only"),
    ],
)
def test_plain_python_refuses_arrays(build, sentence):
    graph = engine.Graph()
    made = build(graph, graph.parameter("w", [1.0, 2.0]))
    graph.rename_node(made, "J")
    with pytest.raises(engine.GraphError, match=sentence):
        micrograd_code(graph)


def test_plain_python_refuses_what_is_not_finite():
    graph = engine.Graph()
    graph.op("log", graph.parameter("w", 0.0), name="J")
    with pytest.raises(engine.GraphError, match="w or its derivative is not finite"):
        micrograd_code(graph)
    steep = engine.Graph()
    steep.op("sqrt", steep.parameter("w", 0.0), name="J")
    with pytest.raises(engine.GraphError, match="w or its derivative is not finite"):
        micrograd_code(steep)
    inside = engine.Graph()
    w, c = inside.parameter("w", 2.0), inside.constant("c", 0.0)
    inside.op("formula", w, c, formula="w + 1/(1/c)", name="J")
    with pytest.raises(engine.GraphError, match="J or its derivative is not finite"):
        micrograd_code(inside)
