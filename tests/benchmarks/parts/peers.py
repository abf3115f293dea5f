"""Others' derivatives of the same graphs; a peer that is not installed is None.

Each is used as it is meant to be: micrograd's manner, PyTorch and autograd build their graph anew
in every run, CasADi and JAX compile a function once.
"""

import math
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from itertools import pairwise
from typing import Any

import numpy as np
from parts.graphs import Flat

__all__ = ["PEERS", "Peer"]

Run = Callable[[], object]
Peer = Callable[[Flat], Run | None]
ADD, MULTIPLY, TANH, RELU, SUBTRACT = 1, 2, 3, 4, 5
_MOST_COMPILED = 6_000  # ops that XLA compiles within a minute or so


def _plain(graph: Flat) -> tuple[list[int], list[list[int]], list[float]]:
    """Return op codes, inputs of each node, and values, as lists."""
    starts, sources = graph.first.tolist(), graph.inputs.tolist()
    ins = [sources[a:b] for a, b in pairwise(starts)]
    return graph.op.tolist(), ins, graph.values.tolist()


def _evaluated(
    codes: list[int], ins: list[list[int]], nodes: list[Any], f: Mapping[str, Any]
) -> Any:
    """Return the last node, computed by the functions `f` of a library from the leaves `nodes`."""
    for i, code in enumerate(codes):
        if not code:
            continue
        x = [nodes[k] for k in ins[i]]
        if code == ADD:
            total = x[0]
            for term in x[1:]:
                total = total + term
            nodes[i] = total
        elif code == MULTIPLY:
            nodes[i] = x[0] * x[1]
        elif code == SUBTRACT:
            nodes[i] = x[0] - x[1]
        elif code in (TANH, RELU):
            nodes[i] = f["tanh"](x[0]) if code == TANH else f["relu"](x[0])
        else:
            nodes[i] = x[0] * x[0] * 0.5
    return nodes[-1]


class _Micro:
    """A scalar with a closure for its derivatives, in the manner of micrograd."""

    __slots__ = ("back", "data", "grad")

    def __init__(self, data: float) -> None:
        self.data, self.grad, self.back = data, 0.0, None


def micrograd_style(graph: Flat) -> Run:
    """Return objects and closures, built and run anew as eager libraries do."""
    codes, ins, values = _plain(graph)

    def run() -> None:
        nodes = [_Micro(x) for x in values]
        for i, code in enumerate(codes):
            if code:
                _forward_micro(nodes[i], code, [nodes[k] for k in ins[i]])
        nodes[-1].grad = 1.0
        for node in reversed(nodes):
            if node.back is not None:
                node.back()

    return run


def _forward_micro(out: _Micro, code: int, ins: list[_Micro]) -> None:
    """Compute one node and leave behind what carries its derivative back."""
    if code == ADD:
        out.data = sum(x.data for x in ins)

        def back() -> None:
            for x in ins:
                x.grad += out.grad
    elif code in (MULTIPLY, SUBTRACT):
        a, b = ins
        out.data = a.data * b.data if code == MULTIPLY else a.data - b.data

        def back() -> None:
            a.grad += (b.data if code == MULTIPLY else 1.0) * out.grad
            b.grad += (a.data if code == MULTIPLY else -1.0) * out.grad
    elif code in (TANH, RELU):
        (a,) = ins
        out.data = math.tanh(a.data) if code == TANH else max(a.data, 0.0)

        def back() -> None:
            a.grad += (1 - out.data**2 if code == TANH else float(out.data > 0)) * out.grad
    else:
        (a,) = ins
        out.data = a.data * a.data * 0.5

        def back() -> None:
            a.grad += a.data * out.grad

    out.back = back


def pytorch(graph: Flat) -> Run | None:
    """Return PyTorch with a tensor per scalar; a long sum is a stack and one sum."""
    if find_spec("torch") is None:
        return None
    import torch

    torch.set_num_threads(1)
    codes, ins, values = _plain(graph)
    sys.setrecursionlimit(10_000)

    def run() -> None:
        nodes = [torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in values]
        for i, code in enumerate(codes):
            x = [nodes[k] for k in ins[i]]
            if code == ADD:
                nodes[i] = x[0] + x[1] if len(x) == 2 else torch.stack(x).sum()
            elif code == MULTIPLY:
                nodes[i] = x[0] * x[1]
            elif code == SUBTRACT:
                nodes[i] = x[0] - x[1]
            elif code in (TANH, RELU):
                nodes[i] = torch.tanh(x[0]) if code == TANH else torch.relu(x[0])
            elif code:
                nodes[i] = x[0] * x[0] * 0.5
        nodes[-1].backward()

    return run


def casadi_sx(graph: Flat) -> Run | None:
    """Return CasADi's compiled SX function of the output and its gradient."""
    if find_spec("casadi") is None:
        return None
    import casadi

    codes, ins, _ = _plain(graph)
    leaves = [i for i, code in enumerate(codes) if not code]
    symbols = casadi.SX.sym("x", len(leaves))
    nodes: list[Any] = [None] * len(codes)
    for k, i in enumerate(leaves):
        nodes[i] = symbols[k]
    output = _evaluated(
        codes, ins, nodes, {"tanh": casadi.tanh, "relu": lambda x: casadi.fmax(x, 0)}
    )
    function = casadi.Function("f", [symbols], [output, casadi.gradient(output, symbols)])
    at = graph.values[leaves]
    return lambda: function(at)


def autograd(graph: Flat) -> Run | None:
    """Return HIPS autograd, which traces anew in every run."""
    if find_spec("autograd") is None:
        return None
    import autograd.numpy as anp
    from autograd import value_and_grad

    codes, ins, _ = _plain(graph)
    leaves = [i for i, code in enumerate(codes) if not code]

    def output(given: Any) -> Any:
        nodes: list[Any] = [None] * len(codes)
        for k, i in enumerate(leaves):
            nodes[i] = given[k]  # of an array: a list's derivative costs its length for each entry
        functions = {"tanh": anp.tanh, "relu": lambda x: anp.maximum(x, 0.0)}
        return _evaluated(codes, ins, nodes, functions)

    gradient = value_and_grad(output)
    at = graph.values[leaves]
    return lambda: gradient(at)


def jax(graph: Flat) -> Run | None:
    """Return JAX's compiled function; None where compiling it would take minutes."""
    if find_spec("jax") is None or np.count_nonzero(graph.op) > _MOST_COMPILED:
        return None
    import jax as library

    library.config.update("jax_enable_x64", True)
    codes, ins, _ = _plain(graph)
    leaves = [i for i, code in enumerate(codes) if not code]

    def output(given: Any) -> Any:
        nodes: list[Any] = [None] * len(codes)
        for k, i in enumerate(leaves):
            nodes[i] = given[k]
        functions = {"tanh": library.numpy.tanh, "relu": library.nn.relu}
        return _evaluated(codes, ins, nodes, functions)

    compiled = library.jit(library.value_and_grad(output))
    at = library.numpy.array(graph.values[leaves])
    return lambda: library.block_until_ready(compiled(at))


PEERS: Mapping[str, Peer] = {
    "micrograd": micrograd_style,
    "PyTorch": pytorch,
    "CasADi": casadi_sx,
    "autograd": autograd,
    "JAX": jax,
}
