"""Others' derivatives of the same graphs; a peer that is not installed is None.

Each is used as it is meant to be: micrograd's manner, PyTorch and autograd build their graph anew
in every run, CasADi and JAX compile a function once. What they give differs: ours, the native loop,
"CasADi" and micrograd's manner give the values and derivatives of all nodes, the first three those
along all edges too; the others the leaves' derivatives alone.
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
    """Return CasADi's function of every number that ours gives, called by its buffers.

    Those are all nodes' values and derivatives, and what flows back along all edges: CasADi itself
    would keep none of them but the leaves' derivatives, and merge or drop the rest.
    """
    if find_spec("casadi") is None:
        return None
    import casadi

    codes, ins, nodes, symbols, _ = _sx(graph)
    derivatives: list[Any] = [casadi.SX(0.0)] * len(codes)
    derivatives[-1] = casadi.SX(1.0)
    edges = []
    for i in range(len(codes) - 1, -1, -1):
        flows = _flows(casadi, codes[i], derivatives[i], nodes[i], [nodes[k] for k in ins[i]])
        for source, flow in zip(ins[i], flows, strict=True):
            derivatives[source] = derivatives[source] + flow
        edges += flows
    numbers = [casadi.vertcat(*part) for part in (nodes, derivatives, edges)]
    function = casadi.Function("f", [symbols], numbers)
    return _buffered(function, graph, [len(codes), len(codes), len(edges)])


def _flows(casadi: Any, code: int, g: Any, value: Any, x: list[Any]) -> list[Any]:
    """Return what flows back to each input of a node from its derivative `g`."""
    if code == MULTIPLY:
        return [g * x[1], g * x[0]]
    if code == TANH:
        return [g * (1 - value * value)]
    if code == RELU:
        return [casadi.if_else(x[0] > 0, g, 0)]
    if code == SUBTRACT:
        return [g, -g]
    return [g] * len(x) if code in (0, ADD) else [g * x[0]]


def casadi_leaves(graph: Flat) -> Run | None:
    """Return CasADi's function of the output and the leaves' derivatives alone, by its buffers."""
    function = _gradient(graph)
    return None if function is None else _buffered(function, graph, [1, _leaves_of(graph)])


def casadi_call(graph: Flat) -> Run | None:
    """Return the same function as it is called in Python, its numbers converted both ways."""
    function, at = _gradient(graph), graph.values[graph.op == 0]
    return None if function is None else lambda: function(at)


def _gradient(graph: Flat) -> Any:
    if find_spec("casadi") is None:
        return None
    import casadi

    *_, symbols, output = _sx(graph)
    return casadi.Function("f", [symbols], [output, casadi.gradient(output, symbols)])


def _sx(graph: Flat) -> tuple[list[int], list[list[int]], list[Any], Any, Any]:
    """Return op codes, inputs, every node as an expression, the leaves' symbols, the output."""
    import casadi

    codes, ins, _ = _plain(graph)
    leaves = [i for i, code in enumerate(codes) if not code]
    symbols = casadi.SX.sym("x", len(leaves))
    nodes: list[Any] = [None] * len(codes)
    for k, i in enumerate(leaves):
        nodes[i] = symbols[k]
    functions = {"tanh": casadi.tanh, "relu": lambda x: casadi.fmax(x, 0)}
    return codes, ins, nodes, symbols, _evaluated(codes, ins, nodes, functions)


def _leaves_of(graph: Flat) -> int:
    return int(np.count_nonzero(graph.op == 0))


def _buffered(function: Any, graph: Flat, sizes: list[int]) -> Run:
    """Return a call that reads and writes arrays in place, as a function called often is used."""
    at, results = graph.values[graph.op == 0], [np.zeros(size) for size in sizes]
    buffer, call = function.buffer()
    buffer.set_arg(0, memoryview(at))
    for k, result in enumerate(results):
        buffer.set_res(k, memoryview(result))

    def run(_alive: object = (buffer, at, results)) -> object:
        return call()

    return run


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
    "its leaves": casadi_leaves,
    "its call": casadi_call,
    "autograd": autograd,
    "JAX": jax,
}
