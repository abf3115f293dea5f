"""The independent gradient: every op once more by hand, differentiated by HIPS autograd."""

from collections.abc import Callable
from typing import Any

import autograd.numpy as anp
import numpy as np
from autograd import grad

import engine
from engine.expression import Call, Name, Number, parse

Values = dict[str, Any]


def logsumexp(x, axis=-1):
    return anp.log(anp.sum(anp.exp(x), axis=axis, keepdims=True))


def reduced(total, x, axis=None, keepdims=False):
    return total(x, axis=tuple(axis) if isinstance(axis, list) else axis, keepdims=keepdims)


def cross_entropy(logits, classes):
    while hasattr(classes, "_value"):  # a class is a choice: autograd need not follow it
        classes = classes._value
    chosen = np.eye(np.shape(logits)[-1])[np.asarray(classes).astype(int)]
    return -anp.sum(chosen * (logits - logsumexp(logits))) / max(np.size(classes), 1)


# Each op once more, written by hand for autograd.
THEIRS: dict[str, Callable[..., Any]] = {
    "add": lambda *xs: sum(xs[1:], start=xs[0]),
    "multiply": lambda a, *xs: a if not xs else a * THEIRS["multiply"](*xs),
    "subtract": lambda a, b: a - b,
    "divide": lambda a, b: a / b,
    "negate": lambda a: -a,
    "power": lambda a, b: a**b,
    "square": lambda a: a * a,
    "sqrt": anp.sqrt,
    "exp": anp.exp,
    "log": anp.log,
    "relu": lambda a: anp.where(a > 0, a, 0.0),
    "leaky_relu": lambda a, slope=0.01: anp.where(a > 0, a, slope * a),
    "sigmoid": lambda a: 0.5 * (anp.tanh(a / 2) + 1),
    "tanh": anp.tanh,
    "softplus": lambda a: anp.logaddexp(a, 0.0),
    "abs": anp.abs,
    "maximum": lambda a, *xs: a if not xs else anp.maximum(a, THEIRS["maximum"](*xs)),
    "minimum": lambda a, *xs: a if not xs else anp.minimum(a, THEIRS["minimum"](*xs)),
    "sin": anp.sin,
    "cos": anp.cos,
    "squared_error": lambda a, y: 0.5 * (a - y) ** 2,
    "matmul": anp.matmul,
    "transpose": lambda a: anp.swapaxes(a, -1, -2) if anp.ndim(a) > 1 else a,
    "sum": lambda a, **how: reduced(anp.sum, a, **how),
    "mean": lambda a, **how: reduced(anp.mean, a, **how),
    "softmax": lambda a, axis=-1: anp.exp(a - logsumexp(a, axis)),
    "log_softmax": lambda a, axis=-1: a - logsumexp(a, axis),
    "cross_entropy": cross_entropy,
}


def run_theirs(graph: engine.Graph, bumps: dict[Any, Any], output: str) -> Any:
    """Return the output with `bumps` added to nodes (by name) and edges (by Edge)."""
    values: Values = {}
    left = graph.nodes()
    while left:
        name = left.pop(0)
        if graph.is_leaf(name):
            value = graph.value(name)
        else:
            edges = [engine.Edge(s, name, k) for k, s in enumerate(graph.inputs(name))]
            if any(edge.source not in values for edge in edges):
                left.append(name)
                continue
            inputs = [values[edge.source] + bumps.get(edge, 0.0) for edge in edges]
            if graph.op_of(name) == "formula":
                value = theirs_of(parse(graph.attributes(name)["formula"]), graph, name, inputs)
            else:
                value = THEIRS[graph.op_of(name)](*inputs, **attributes_of(graph, name))
        values[name] = value + bumps.get(name, 0.0)
    return values[output]


def attributes_of(graph: engine.Graph, name: str) -> dict[str, Any]:
    given = graph.attributes(name)
    return {key: given[key] for key in graph.operation(name).attributes if key in given}


def theirs_of(expression, graph, name, inputs):
    if isinstance(expression, Number):
        return expression.value
    if isinstance(expression, Name):
        return inputs[graph.port_names(name).index(expression.name)]
    assert isinstance(expression, Call)
    parts = [theirs_of(part, graph, name, inputs) for part in expression.arguments]
    return THEIRS[expression.op](*parts)


def bumped_theirs(graph: engine.Graph, where: Any, zero: Any, output: str) -> Any:
    """Return autograd's derivative of the output by what is added to a node or an edge."""

    def cost(bump):
        # the second term keeps autograd quiet where the output does not depend on the bump
        return run_theirs(graph, {where: bump}, output) + 0.0 * anp.sum(bump)

    return grad(cost)(zero)


def agree_everywhere(graph: engine.Graph) -> None:
    program = engine.compile(graph)
    program.forward()
    program.backward()
    output = program.output
    with np.errstate(all="ignore"):
        for name in graph.nodes():
            zero = np.zeros(np.shape(program.value(name)))
            theirs = bumped_theirs(graph, name, zero, output)
            close(program.derivative(name), theirs, name)
        for edge in graph.edges():
            zero = np.zeros(np.shape(program.value(edge.source)))
            theirs = bumped_theirs(graph, edge, zero, output)
            close(program.edge_derivative(*edge), theirs, edge)


def close(ours, theirs, where) -> None:
    assert np.shape(ours) == np.shape(theirs), where
    scale = max(1.0, float(np.max(np.abs(theirs), initial=0.0)))
    assert np.allclose(ours, theirs, rtol=1e-9, atol=1e-9 * scale), (where, ours, theirs)
