"""The graphs that the engine and its peers are measured on."""

import ctypes
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np

import engine

__all__ = [
    "Flat",
    "chain",
    "dense_network",
    "flat",
    "linear_unit",
    "native",
    "random_dag",
    "run_of",
]

OPS = {"add": 1, "multiply": 2, "tanh": 3, "relu": 4, "subtract": 5, "half_square": 6}


class Flat(NamedTuple):
    """A graph as arrays: op codes, where each node's inputs begin, the inputs, the values."""

    op: np.ndarray
    first: np.ndarray
    inputs: np.ndarray
    values: np.ndarray


def dense_network(layers: int = 10, units: int = 100, activation: str = "relu") -> engine.Graph:
    """Return layers of units, 10 of 100 with 101,000 parameters, written out in scalars."""
    rng = np.random.default_rng(0)
    graph = engine.Graph()
    layer = [graph.input(f"x{k}", float(rng.normal())) for k in range(units)]
    for depth in range(layers):
        following = []
        for unit in range(units):
            terms = [
                graph.op(
                    "multiply",
                    graph.parameter(f"w{depth}_{unit}_{k}", float(rng.normal() / units**0.5)),
                    source,
                    name=f"t{depth}_{unit}_{k}",
                )
                for k, source in enumerate(layer)
            ]
            terms.append(graph.parameter(f"b{depth}_{unit}", 0.1))
            total = graph.op("add", *terms, name=f"z{depth}_{unit}")
            following.append(graph.op(activation, total, name=f"a{depth}_{unit}"))
        layer = following
    graph.op("add", *layer, name="J")
    return graph


def random_dag() -> engine.Graph:
    """Return about 100,000 ops on 23 levels, each of two nodes of earlier levels."""
    rng = np.random.default_rng(1)
    graph = engine.Graph()
    names = [graph.parameter(f"p{k}", float(rng.normal())) for k in range(1000)]
    for level in range(22):
        pairs = rng.integers(0, len(names), size=(4545, 2))
        kinds = rng.choice(["add", "multiply"], size=len(pairs), p=[0.9, 0.1])
        names += [
            graph.op(kind, names[a], names[b], name=f"n{level}_{k}")
            for k, ((a, b), kind) in enumerate(zip(pairs.tolist(), kinds.tolist(), strict=True))
        ]
    ends = [name for name in names if not graph.consumers(name)]
    while len(ends) > 1:
        chunks = [ends[k : k + 64] for k in range(0, len(ends), 64)]
        ends = [graph.op("add", *c) if len(c) > 1 else c[0] for c in chunks]
    return graph


def chain() -> engine.Graph:
    """Return 100,000 ops, one after the other."""
    graph = engine.Graph()
    at, w = graph.input("x", 0.5), graph.parameter("w", 0.999)
    for k in range(50_000):
        at = graph.op("tanh", graph.op("multiply", at, w, name=f"m{k}"), name=f"t{k}")
    return graph


def linear_unit() -> engine.Graph:
    """Return the lecture's example."""
    from resources import resource

    return engine.load(resource("examples/linear-unit.chainrule"))


def run_of(program: engine.Program) -> Callable[[], None]:
    """Return a full forward and backward pass, as for a new batch of values."""

    def run() -> None:
        program._changed = None  # everything is computed again
        program.forward()
        program.backward()

    return run


def flat(graph: engine.Graph, program: engine.Program) -> Flat:
    """Return the graph as flat arrays, in the program's order."""
    plan = program._plan
    codes = {**OPS, "formula": OPS["half_square"]}  # the linear unit's d^2/2 is the only one
    op = np.array([codes.get(graph.op_of(name), 0) for name in plan.names], dtype=np.int32)
    first = np.concatenate([[0], np.cumsum([len(i) for i in plan.inputs])]).astype(np.int64)
    inputs = np.array([k for i in plan.inputs for k in i], dtype=np.int32)
    values = np.array([program.value(name) for name in plan.names])
    return Flat(op, first, inputs, values)


def native(graph: Flat, program: engine.Program) -> Callable[[], object] | None:
    """Return the straight loop in C, None without a C compiler."""
    compiler = shutil.which("cc")
    if compiler is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "loop.so"
        source = Path(__file__).parents[1] / "native_loop.c"
        # at -O2 a long sum is slower than at -O1: the limit is what the machine can do
        command = [
            compiler,
            "-O3",
            "-march=native",
            "-shared",
            "-fPIC",
            str(source),
            "-o",
            str(library),
            "-lm",
        ]
        subprocess.run(command, check=True)
        loop = ctypes.CDLL(str(library)).run
    derivatives, edges = np.zeros(len(graph.op)), np.zeros(len(graph.inputs))
    arrays = (*graph, derivatives, edges)
    pointers = [array.ctypes.data_as(ctypes.c_void_p) for array in arrays]

    def run(_alive: object = arrays) -> None:
        loop(ctypes.c_long(len(graph.op)), *pointers)

    run()
    leaf = program.parameters[0]
    theirs = derivatives[program._plan.numbers[leaf]]
    assert np.isclose(theirs, program.derivative(leaf), rtol=1e-9)
    return run
