"""Random graphs of scalars and arrays over all ops, tame enough to be differentiated anywhere."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from hypothesis import strategies as st

import engine
from engine import ops

SHAPES = [(), (), (1,), (3,), (2, 3), (2, 1), (1, 3), (1, 1), (0,), (0, 3), (2, 2, 3)]
FORMULAS = ["d^2/2", "u*v - exp(-u)", "log(u^2+1)/v", "2x - x^3", "sin(a)*a", "3"]
OPS = sorted(ops.OPS)
CORNERS = (0.0, -0.0, 1.0, 1.0, -1.0, 2.0, 0.5, -3.0, 1e18, 1e200, 5e-324, np.inf, -np.inf, np.nan)
EXPONENTS = (0.0, 2.0, 3.0, -1.0, 0.5, -2.0, 2.0**53 + 2.0, 2.0**63, -(2.0**63), 1024.0, -1023.0)
LARGE = (1e308, -1e308, 1e155, 1e-155, -1e200, 5e-324, 2.0**-1022, 1.0, -700.0, 710.0)
KINKED = ("relu", "leaky_relu", "abs", "sqrt")


def _attributes(draw: st.DrawFn, op: str) -> dict[str, Any]:
    if op == "formula":
        return {"formula": draw(st.sampled_from(FORMULAS))}
    if op == "leaky_relu":
        return draw(st.sampled_from([{}, {"slope": 0.2}]))
    if op in ("softmax", "log_softmax"):
        return draw(st.sampled_from([{}, {"axis": 0}, {"axis": -2}]))
    if op in ("sum", "mean"):
        axis = draw(st.sampled_from([None, 0, -1, [0, 1]]))
        return {"keepdims": draw(st.booleans())} | ({} if axis is None else {"axis": axis})
    return {}


def _classes(graph: engine.Graph, rng: np.random.Generator, logits: str, name: str) -> str:
    """Return a new leaf with a class for each row of `logits`, or of no use where there is none."""
    program = engine.compile(graph, logits)
    program.forward()
    shape = np.shape(program.value(logits))
    most = max(shape[-1], 1) if shape else 1
    return graph.input(name, rng.integers(0, most, size=shape[:-1]))


def _fits(graph: engine.Graph, name: str, *, tame: bool) -> bool:
    program = engine.compile(graph, name)
    try:
        program.forward()
    except engine.ShapeError:
        return False
    return not tame or _tame(graph, program, name)


def _tame(graph: engine.Graph, program: engine.Program, name: str) -> bool:
    """Tell whether the value is moderate, and no input stands at a kink or at a border."""
    value = np.asarray(program.value(name))
    moderate = np.isfinite(value).all() and np.abs(value).max(initial=0.0) <= 100.0
    return bool(moderate) and off_corners(graph, program, name)


def off_corners(graph: engine.Graph, program: engine.Program, name: str) -> bool:
    """Tell whether no input stands at a kink of the node's op or at a border."""
    op = graph.op_of(name)
    inputs = [np.asarray(program.value(s)) for s in graph.inputs(name) if s]
    if op in KINKED and np.abs(inputs[0]).min(initial=1.0) < 1e-2:
        return False
    if op in ("log", "power", "sqrt") and inputs[0].min(initial=1.0) < 1e-2:
        return False
    if op == "divide" and np.abs(inputs[1]).min(initial=1.0) < 1e-2:
        return False
    if op == "formula" and not all((np.abs(x) > 1e-2).all() for x in inputs):
        return False
    if op in ("maximum", "minimum"):
        pairs = [np.abs(a - b).min(initial=1.0) for k, a in enumerate(inputs) for b in inputs[:k]]
        return min(pairs) > 1e-3
    return True


@st.composite
def array_graphs(draw: st.DrawFn, shapes: Sequence[tuple[int, ...]] = SHAPES) -> engine.Graph:
    """Return a graph whose output J is a scalar; what does not fit or is not tame is left out."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    return _grown(draw, rng, shapes, lambda shape: rng.uniform(0.3, 1.8, size=shape), tame=True)


@st.composite
def wild_graphs(draw: st.DrawFn, shapes: Sequence[tuple[int, ...]] = SHAPES) -> engine.Graph:
    """Return a graph of numbers at ties, kinks and borders: equal ones, 0, −0, infinity, NaN.

    Not all leaves are wild in all graphs: one NaN or infinity makes what is behind it much alike.
    """
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))

    def value_of(shape: tuple[int, ...]) -> Any:
        kind = rng.integers(6)
        if not kind:
            return rng.normal(size=shape)
        chosen = (CORNERS, CORNERS[:8], CORNERS[:8], EXPONENTS, LARGE)[kind - 1]
        return rng.choice(chosen, size=shape)

    return _grown(draw, rng, shapes, value_of, tame=False)


def _grown(
    draw: st.DrawFn,
    rng: np.random.Generator,
    shapes: Sequence[tuple[int, ...]],
    value_of: Callable[[tuple[int, ...]], Any],
    *,
    tame: bool,
) -> engine.Graph:
    graph = engine.Graph()
    for k in range(draw(st.integers(2, 4))):
        value = value_of(draw(st.sampled_from(shapes)))
        graph.add_node(f"x{k}", draw(st.sampled_from(ops.LEAVES)), value=value)
    for k in range(draw(st.integers(1, 9))):
        op = draw(st.sampled_from(OPS))
        attributes = _attributes(draw, op)
        count = len(ops.create(op, attributes).ports)
        if ops.OPS[op].variadic:
            count = draw(st.integers(2, 4))
        chosen = st.lists(st.sampled_from(graph.nodes()), min_size=count, max_size=count)
        inputs = draw(chosen)
        if op == "cross_entropy":
            inputs[1] = _classes(graph, rng, inputs[0], f"y{k}")
        name = graph.op(op, *inputs, name=f"n{k}", **attributes)
        if not _fits(graph, name, tame=tame):
            graph.remove_node(name)
    _join(graph, draw(st.sampled_from(["square"] if tame else ["square", "negate"])))
    return graph


def _join(graph: engine.Graph, by: str) -> None:
    """Let every sink feed the output J by an op of its own.

    Squared, for a plain sum of a softmax has no slope; yet of a 0, such as a kink's, a square has
    none either.
    """
    sinks = [name for name in graph.nodes() if not graph.consumers(name)]
    parts = [graph.op("sum", graph.op(by, name)) for name in sinks]
    graph.op("add", *parts, graph.constant("zero", 0.0), name="J")
    graph.output = "J"
