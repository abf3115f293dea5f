"""The engine against a straight native loop and its peers, in one run: times, ratios, targets."""

from collections.abc import Callable, Mapping

import numpy as np
from parts.graphs import chain, dense_network, flat, linear_unit, native, random_dag, run_of
from parts.peers import PEERS
from parts.timing import in_turns, once, timed

import engine

GRAPHS: Mapping[str, Callable[[], engine.Graph]] = {
    "dense network": dense_network,
    "random DAG": random_dag,
    "chain of 100,000": chain,
    "small network": lambda: dense_network(3, 16, "tanh"),
    "the linear unit": linear_unit,
}
_SLOW = ("micrograd", "PyTorch", "autograd")  # on graphs of 100,000 nodes: seconds a run

_NAMED = {"its call": "CasADi's call"}
_NOTES = """CasADi gives every number that ours and the native loop give: all nodes' values and
derivatives, and the derivatives along all edges; it reads and writes buffers in place. Its leaves:
J and the leaves' derivatives alone, which it is made for: it merges and drops all else. Its call:
the same as a call in Python, numbers converted. PyTorch, autograd and JAX give the derivatives of
leaves, micrograd those of nodes."""

# What is wanted: the name of a figure, at most or at least, how much.
WANTED: Mapping[str, tuple[tuple[str, str, float], ...]] = {
    "dense network": (
        ("native", "≤", 2.5),
        ("CasADi", "≥", 2.0),
        ("PyTorch", "≥", 500.0),
        ("micrograd", "≥", 500.0),
    ),
    "random DAG": (
        ("native", "≤", 2.5),
        ("CasADi", "≥", 2.0),
        ("PyTorch", "≥", 500.0),
        ("micrograd", "≥", 500.0),
    ),
    "chain of 100,000": (
        ("native", "≤", 40.0),
        ("PyTorch", "≥", 30.0),
        ("micrograd", "≥", 30.0),
    ),
    "the linear unit": (("its call", "≥", 1.0),),
}


def figures(graph: engine.Graph) -> dict[str, float]:
    """Return the times of ours, the native loop and the peers, in ms."""
    program = engine.compile(graph)
    ours = run_of(program)
    ours()
    arrays = flat(graph, program)
    limit = native(arrays, program)
    quick = {"ours": ours} | ({} if limit is None else {"native": limit})
    slow = {}
    for name, make in PEERS.items():
        run = make(arrays)
        if run is not None:
            large = name in _SLOW and len(graph) > 50_000
            (slow if large else quick)[name] = run
    return in_turns(quick) | {name: once(run) for name, run in slow.items()}


def print_graph(title: str, graph: engine.Graph) -> None:
    """Print a graph's line of times and a line for each target."""
    found = figures(graph)
    times = "".join(
        f"{found[name]:>11.4g}" if name in found else f"{'—':>11}"
        for name in ("native", "ours", *PEERS)
    )
    print(f"{title:<18}{len(graph):>9,}{len(graph.edges()):>9,}{times}")
    for name, sense, wanted in WANTED.get(title, ()):
        if name not in found:
            continue
        if name == "native":
            ratio, text = found["ours"] / found[name], "× the native loop"
        else:
            ratio, text = found[name] / found["ours"], f"× faster than {_NAMED.get(name, name)}"
        met = ratio <= wanted if sense == "≤" else ratio >= wanted
        print(
            f"    {ratio:10.1f} {text:<24} target {sense} {wanted:g}×{'' if met else '   MISSED'}"
        )
    if title == "the linear unit":
        taken = found["ours"] * 1e3
        missed = "" if taken <= 10 else "   MISSED"
        print(f"    {taken:10.1f} µs{'':<24} target ≤ 10 µs{missed}")


def print_changes() -> None:
    """Print the time of one changed leaf against how much depends on it, on the large graphs."""
    print("\none leaf changed: set_value and forward; the cost grows with what depends on it")
    print(f"{'graph':<18}{'leaf':>12}{'dependents':>12}{'µs':>9}{'all nodes: µs':>16}")
    for title, leaves in (
        ("dense network", ("w9_0_0", "w8_0_0", "w4_0_0", "w0_0_0")),
        ("random DAG", ("p1", "p7", "p500")),
    ):
        graph = GRAPHS[title]()
        program = engine.compile(graph)
        program.forward()
        full = timed(_all_forward(program)) * 1e3
        for leaf in leaves:
            count = len(program._plan.dependents(program._plan.numbers[leaf]))
            taken = timed(_one_leaf(program, leaf)) * 1e3
            print(f"{title:<18}{leaf:>12}{count:>12,}{taken:>9.0f}{full:>16.0f}")


def _one_leaf(program: engine.Program, leaf: str) -> Callable[[], None]:
    values = np.random.default_rng(3).normal(size=1000).tolist()

    def run() -> None:
        values.append(values.pop(0))
        program.set_value(leaf, values[0])
        program.forward()

    return run


def _all_forward(program: engine.Program) -> Callable[[], None]:
    def run() -> None:
        program._changed = None
        program.forward()

    return run


def main() -> None:
    """Print the tables."""
    print("forward + backward; CPU time in ms on one thread, medians")
    heads = "".join(f"{name:>11}" for name in ("native", "ours", *PEERS))
    print(f"{'graph':<18}{'nodes':>9}{'edges':>9}{heads}")
    for title, make in GRAPHS.items():
        print_graph(title, make())
    print(_NOTES)
    print_changes()


if __name__ == "__main__":
    main()
