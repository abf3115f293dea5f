"""How the engine grows: the straight line of n + p, opening a large file, memory for it."""

import gc
import json
import math
import time
import tracemalloc
from collections.abc import Callable
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import networkx as nx
import numpy as np
from parts.graphs import dense_network, flat, native, run_of
from parts.timing import in_turns

import engine
from engine.formats.chainrule_file import dumps, loads
from engine.network import Form, Network

PLOT = Path("build/bench/n-plus-p.png")
_LAYERS = 5
_SIZES = tuple(1_000 * 2**k for k in range(11))  # to 1,024,000 steps


def straight_line() -> None:
    """Print the time against n + p from 10³ to 10⁶ steps, and draw it where matplotlib is there.

    Beside it stand the straight native loop over the same graph, and the same products and sums on
    bare arrays: where the cache holds the numbers no longer, a step takes longer for these too.
    """
    print("forward + backward of networks written out in scalars, ever twice as large")
    counts, runs = [], {}
    for size in _SIZES:
        graph = _network(size)
        program = engine.compile(graph)
        counts.append(program.counts)
        ours = runs[f"ours {size}"] = run_of(program)
        ours()
        runs[f"bare {size}"] = _bare_run(_units(size))
        loop = native(flat(graph, program), program)
        if loop is not None:
            runs[f"native {size}"] = loop
    gc.collect()
    taken = in_turns(runs)
    found = {
        who: [taken[f"{who} {size}"] for size in _SIZES]
        for who in ("ours", "native", "bare")
        if f"{who} {_SIZES[0]}" in taken
    }
    print(
        f"{'n + p':>11}{'n × p':>18}", *(f"{who + ': ms':>14}{'× the half':>11}" for who in found)
    )
    for k, count in enumerate(counts):
        print(f"{count.backprop_steps:>11,}{count.bump_steps:>18,}", end="")
        for times in found.values():
            print(f"{times[k]:>15.3f}{_growths(times)[k]:>11.2f}", end="")
        print()
    worst = {who: max(_growths(times)[1:]) for who, times in found.items()}
    others = ", ".join(f"{who} {most:.2f} ×" for who, most in worst.items() if who != "ours")
    missed = "" if worst["ours"] <= 2.2 else "   MISSED"
    print(
        f"    twice the steps take at most {worst['ours']:.2f} × the time"
        f"   target ≤ 2.2×{missed}   ({others})"
    )
    if find_spec("matplotlib") is not None:
        steps = [count.backprop_steps for count in counts]
        _draw(list(zip(steps, found["ours"], strict=True)))
        print(f"    drawn in {PLOT}")


def _growths(taken: list[float]) -> list[float]:
    """Return each time in times of the one before; NaN for the first."""
    return [math.nan, *(after / before for before, after in pairwise(taken))]


def _units(size: int) -> int:
    """Return how many units a layer has where all nodes and parameters are about `size`."""
    return max(2, round((size / (2 * _LAYERS)) ** 0.5))


def _network(size: int) -> engine.Graph:
    """Return a network whose op nodes and parameters are about `size`."""
    return dense_network(_LAYERS, _units(size), "tanh")


def _bare_run(units: int) -> Callable[[], None]:
    """Return the products and sums of such a network, forward and backward, without any graph."""
    shape = _LAYERS, units, units
    weights, products = np.random.default_rng(0).normal(size=(2, *shape))
    by_weights, by_inputs = np.zeros((2, *shape))
    vectors = np.zeros((4, _LAYERS, units))
    layers = [*zip(weights, products, by_weights, by_inputs, *vectors, strict=True)]

    def run() -> None:
        for w, wx, _, _, x, z, _, _ in layers:
            np.multiply(w, x[:, None], out=wx)
            np.add.reduce(wx, axis=0, out=z)
        for w, _, dw, dx, x, _, dz, total in reversed(layers):
            np.multiply(dz, x[:, None], out=dw)
            np.multiply(dz, w, out=dx)
            np.add.reduce(dx, axis=1, out=total)

    return run


def _draw(found: list[tuple[int, float]]) -> None:
    import matplotlib as mpl

    mpl.use("agg")
    from matplotlib import pyplot as plt

    steps, taken = np.array(found).T
    each, once = np.polyfit(steps, taken, 1)
    figure, axes = plt.subplots(figsize=(8, 5), dpi=150, layout="constrained")
    line = f"{once:.1f} ms and {each * 1e6:.1f} ns a step"
    axes.plot(steps, once + each * steps, color="#8a949e", ls="--", label=line)
    axes.plot(steps, taken, "o", color="#0a5dc2", label="forward + backward")
    axes.xaxis.set_major_formatter("{x:,.0f}")
    axes.set_xlim(left=0)
    axes.set_ylim(bottom=0)
    axes.set_xlabel("n + p: op nodes and parameters")
    axes.set_ylabel("ms")
    axes.set_title("All derivatives in n + p steps")
    axes.grid(visible=True, alpha=0.25)
    axes.legend()
    PLOT.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(PLOT)


def large_file() -> None:
    """Print what opening a file of 10,000 op nodes and 100,000 parameters takes."""
    graph = Network((20,) * 239, form=Form.NEURONS).build()
    data = dumps(graph)
    program = engine.compile(graph)
    nodes, parameters = program.counts.nodes, program.counts.parameters
    edges = len(graph.edges())
    del graph, program
    gc.collect()
    print(f"\na file of {nodes:,} op nodes, {parameters:,} parameters, {edges:,} edges")
    networkx = _seconds(lambda: nx.node_link_graph(json.loads(data), edges="edges"))
    read = _seconds(lambda: loads(data))
    opened = _seconds(lambda: _open(data))
    missed = "" if opened <= 4 else "   MISSED"
    print(f"{opened:9.2f} s  read, compiled, first derivatives   target ≤ 4 s{missed}")
    print(f"{read:9.2f} s  of which reading the file")
    print(f"{networkx:9.2f} s  NetworkX alone: json.loads and node_link_graph   target ≤ 2 s")
    print(f"{opened / networkx:9.2f}    times NetworkX alone   target ≤ 2")
    tracemalloc.start()
    theirs = _bytes(lambda: nx.node_link_graph(json.loads(data), edges="edges"))
    ours = _bytes(lambda: _open(data))
    tracemalloc.stop()
    above = (ours - theirs) / edges
    missed = "" if above <= 600 else "   MISSED"
    print(f"{above:9.0f} B  an edge above NetworkX' {theirs / edges:.0f}   target ≤ 600 B{missed}")


def _open(data: bytes) -> tuple[engine.Graph, engine.Program]:
    graph = loads(data)
    program = engine.compile(graph)
    program.forward()
    program.backward()
    return graph, program


def _seconds(make: Callable[[], object]) -> float:
    """Return the least of three runs: what is freed in between is freed outside."""
    found = []
    for _ in range(3):
        start = time.process_time()
        made = make()
        found.append(time.process_time() - start)
        del made
        gc.collect()
    return min(found)


def _bytes(make: Callable[[], object]) -> int:
    """Return how much memory what `make` makes keeps."""
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    made = make()
    gc.collect()
    taken = tracemalloc.get_traced_memory()[0] - before
    del made
    return taken


if __name__ == "__main__":
    straight_line()
    large_file()
