"""The engine against a straight native loop and its peers, in one run: times in ms and ratios."""

import ctypes
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import numpy as np

import engine

OPS = {"add": 1, "multiply": 2, "tanh": 3, "relu": 4}
WANTED = {  # times the native loop
    "dense network": 2.5,
    "random DAG": 2.5,
    "chain of 100,000": 40.0,
}


def dense_network() -> engine.Graph:
    """Return 10 layers of 100 with 101,000 parameters, written out in scalars."""
    rng = np.random.default_rng(0)
    graph = engine.Graph()
    layer = [graph.input(f"x{k}", float(rng.normal())) for k in range(100)]
    for depth in range(10):
        following = []
        for unit in range(100):
            terms = [
                graph.op(
                    "multiply",
                    graph.parameter(f"w{depth}_{unit}_{k}", float(rng.normal() / 10)),
                    source,
                    name=f"t{depth}_{unit}_{k}",
                )
                for k, source in enumerate(layer)
            ]
            terms.append(graph.parameter(f"b{depth}_{unit}", 0.1))
            total = graph.op("add", *terms, name=f"z{depth}_{unit}")
            following.append(graph.op("relu", total, name=f"a{depth}_{unit}"))
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


def timed(run: Callable[[], object], least: int = 5) -> float:
    """Return the median of several runs in ms, after one that is not counted."""
    run()
    found = []
    for _ in range(least):
        start = time.perf_counter()
        run()
        found.append((time.perf_counter() - start) * 1e3)
    return median(found)


def ours(graph: engine.Graph) -> tuple[float, engine.Program]:
    """Return the time of a full forward and backward pass."""
    program = engine.compile(graph)

    def run() -> None:
        program._changed = None  # everything is computed again, as for a new batch of values
        program.forward()
        program.backward()

    return timed(run), program


def flat(graph: engine.Graph, program: engine.Program) -> tuple[np.ndarray, ...]:
    """Return the graph as flat arrays for the native loop."""
    plan = program._plan
    op = np.array([OPS.get(graph.op_of(name), 0) for name in plan.names], dtype=np.int32)
    first = np.concatenate([[0], np.cumsum([len(i) for i in plan.inputs])]).astype(np.int64)
    inputs = np.array([k for i in plan.inputs for k in i], dtype=np.int32)
    values = np.array([program.value(name) for name in plan.names])
    return op, first, inputs, values


def native(graph: engine.Graph, program: engine.Program) -> float | None:
    """Return the time of the straight loop in C, None without a C compiler."""
    compiler = shutil.which("cc")
    if compiler is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "loop.so"
        source = Path(__file__).with_name("native_loop.c")
        command = [compiler, "-O2", "-shared", "-fPIC", str(source), "-o", str(library), "-lm"]
        subprocess.run(command, check=True)
        run = ctypes.CDLL(str(library)).run
        op, first, inputs, values = flat(graph, program)
        derivatives, edges = np.zeros(len(op)), np.zeros(len(inputs))
        arrays = (op, first, inputs, values, derivatives, edges)
        pointers = [array.ctypes.data_as(ctypes.c_void_p) for array in arrays]
        taken = timed(lambda: run(ctypes.c_long(len(op)), *pointers), 15)
        leaf = program.parameters[0]
        theirs = derivatives[program._plan.numbers[leaf]]
        assert np.isclose(theirs, program.derivative(leaf), rtol=1e-9)
        return taken


class Micro:
    """A scalar with a closure for its derivatives, in the manner of micrograd."""

    __slots__ = ("back", "data", "grad")

    def __init__(self, data: float) -> None:
        self.data, self.grad, self.back = data, 0.0, None


def micrograd_style(graph: engine.Graph, program: engine.Program) -> float:
    """Return the time of objects and closures, built and run anew as eager libraries do."""
    op, first, inputs, values = flat(graph, program)
    codes, starts, sources = op.tolist(), first.tolist(), inputs.tolist()

    def run() -> None:
        nodes = [Micro(x) for x in values.tolist()]
        for i, code in enumerate(codes):
            if code:
                forward_micro(
                    nodes, i, code, [nodes[k] for k in sources[starts[i] : starts[i + 1]]]
                )
        nodes[-1].grad = 1.0
        for node in reversed(nodes):
            if node.back is not None:
                node.back()

    return timed(run, 3)


def forward_micro(nodes: list[Micro], i: int, code: int, ins: list[Micro]) -> None:
    """Compute one node and leave behind what carries its derivative back."""
    out = nodes[i]
    if code == 1:
        out.data = sum(x.data for x in ins)

        def back() -> None:
            for x in ins:
                x.grad += out.grad
    elif code == 2:
        a, b = ins
        out.data = a.data * b.data

        def back() -> None:
            a.grad += b.data * out.grad
            b.grad += a.data * out.grad
    else:
        (a,) = ins
        out.data = float(np.tanh(a.data)) if code == 3 else max(a.data, 0.0)

        def back() -> None:
            a.grad += (1 - out.data**2 if code == 3 else float(out.data > 0)) * out.grad

    out.back = back


def torch_eager(graph: engine.Graph, program: engine.Program) -> float | None:
    """Return PyTorch's time with a tensor per scalar, None where it is not installed."""
    if find_spec("torch") is None:
        return None
    import torch

    op, first, inputs, values = flat(graph, program)
    codes, starts, sources = op.tolist(), first.tolist(), inputs.tolist()

    def run() -> None:
        nodes = [torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in values.tolist()]
        for i, code in enumerate(codes):
            ins = [nodes[k] for k in sources[starts[i] : starts[i + 1]]]
            if code == 1:
                nodes[i] = torch.stack(ins).sum()
            elif code == 2:
                nodes[i] = ins[0] * ins[1]
            elif code:
                nodes[i] = torch.tanh(ins[0]) if code == 3 else torch.relu(ins[0])
        nodes[-1].backward()

    sys.setrecursionlimit(10_000)
    return timed(run, 1)


def casadi_sx(graph: engine.Graph, program: engine.Program) -> float | None:
    """Return the time of CasADi's compiled SX function, None where it is not installed."""
    if find_spec("casadi") is None:
        return None
    import casadi

    op, first, inputs, values = flat(graph, program)
    codes, starts, sources = op.tolist(), first.tolist(), inputs.tolist()
    leaves = [i for i, code in enumerate(codes) if not code]
    symbols = casadi.SX.sym("x", len(leaves))
    nodes: list[object] = [None] * len(codes)
    for k, i in enumerate(leaves):
        nodes[i] = symbols[k]
    for i, code in enumerate(codes):
        ins = [nodes[k] for k in sources[starts[i] : starts[i + 1]]]
        if code == 1:
            total = ins[0]
            for x in ins[1:]:
                total = total + x
            nodes[i] = total
        elif code == 2:
            nodes[i] = ins[0] * ins[1]
        elif code:
            nodes[i] = casadi.tanh(ins[0]) if code == 3 else casadi.fmax(ins[0], 0)
    function = casadi.Function("f", [symbols], [nodes[-1], casadi.gradient(nodes[-1], symbols)])
    at = values[leaves]
    return timed(lambda: function(at), 3)


def main() -> None:
    """Print the table."""
    graphs = {"dense network": dense_network, "random DAG": random_dag, "chain of 100,000": chain}
    header = ("graph", "nodes", "edges", "native", "ours", "ratio", "target")
    print(
        ("{:<18}{:>9}{:>9}{:>10}{:>10}{:>8}{:>8}" + "{:>12}" * 3).format(
            *header, "micrograd", "PyTorch", "CasADi SX"
        )
    )
    for title, make in graphs.items():
        graph = make()
        taken, program = ours(graph)
        limit = native(graph, program)
        peers = [peer(graph, program) for peer in (micrograd_style, torch_eager, casadi_sx)]
        shown = [f"{x:.0f}" if x is not None else "—" for x in peers]
        ratio = "—" if limit is None else f"{taken / limit:.1f}×"
        print(
            ("{:<18}{:>9,}{:>9,}{:>10}{:>10}{:>8}{:>8}" + "{:>12}" * 3).format(
                title,
                len(graph),
                len(graph.edges()),
                "—" if limit is None else f"{limit:.2f}",
                f"{taken:.2f}",
                ratio,
                f"{WANTED[title]:g}×",
                *shown,
            )
        )
    unit()
    straight_line()


def unit() -> None:
    """Print the time of the lecture's linear unit."""
    from resources import resource

    taken, _ = ours(engine.load(resource("examples/linear-unit.chainrule")))
    print(f"\nthe linear unit, forward + backward: {taken * 1e3:.1f} µs (target 10 µs)")


def straight_line() -> None:
    """Print the time against n + p for networks from 10³ to 10⁵ steps."""
    print("\n   n + p    ms    µs per step")
    for layers, units in ((2, 16), (4, 24), (5, 45), (5, 100), (10, 100)):
        graph = engine.Graph()
        layer = [graph.input(f"x{k}", 0.5) for k in range(units)]
        for depth in range(layers):
            layer = [
                graph.op(
                    "tanh",
                    graph.op(
                        "add",
                        *(
                            graph.op("multiply", graph.parameter(f"w{depth}_{u}_{k}", 0.01), x)
                            for k, x in enumerate(layer)
                        ),
                        name=f"z{depth}_{u}",
                    ),
                    name=f"a{depth}_{u}",
                )
                for u in range(units)
            ]
        graph.op("add", *layer, name="J")
        taken, program = ours(graph)
        steps = program.counts.backprop_steps
        print(f"{steps:8,}{taken:7.2f}{taken * 1e3 / steps:10.3f}")


if __name__ == "__main__":
    main()
