"""Batches of every make, with narrow stretches between them: the numbers of the plain loop."""

import numpy as np
import pytest
from programs import by_loop, figures, is_batched, run

import engine
from engine import stretch
from engine.stretch import batch


def layers() -> engine.Graph:
    """Return layers written out: each product reads one slice and one place again and again."""
    rng = np.random.default_rng(5)
    graph, units = engine.Graph(), 12
    layer = [graph.input(f"x{k}", float(rng.normal())) for k in range(units)]
    for depth in range(3):
        following = []
        for unit in range(units):
            weights = [
                graph.parameter(f"w{depth}_{unit}_{k}", float(rng.normal())) for k in range(units)
            ]
            pairs = zip(weights, layer, strict=True)
            terms = [graph.op("multiply", w, x) for w, x in pairs]
            biases = [graph.parameter(f"b{depth}_{unit}_{k}", 0.1) for k in range(1 + depth)]
            total = graph.op("add", *terms, *biases)
            following.append(graph.op("tanh", total))
        layer = following
    graph.op("add", *layer, name="J")
    return graph


def tangle() -> engine.Graph:
    """Return ops of any earlier ones, sums of two and of many, and some that nothing needs."""
    rng = np.random.default_rng(6)
    graph = engine.Graph()
    names = [graph.parameter(f"p{k}", float(rng.normal())) for k in range(60)]
    for _ in range(4):
        before = len(names)
        for kind, count in (("add", 200), ("multiply", 150), ("tanh", 100)):
            ports = 1 if kind == "tanh" else 2
            for picked in rng.integers(0, before, size=(count, ports)).tolist():
                names.append(graph.op(kind, *[names[k] for k in picked]))
        names += [
            graph.op("add", *[names[k] for k in picked])
            for picked in rng.integers(0, before, size=(40, 7)).tolist()
        ]
    ends = [name for name in names if not graph.consumers(name)]
    graph.op("add", *ends[20:], name="J")
    graph.output = "J"
    return graph


def with_a_chain() -> engine.Graph:
    """Return wide levels with a long narrow part between them."""
    graph = engine.Graph()
    names = [graph.parameter(f"p{k}", 0.01 * k) for k in range(2 * stretch.WIDE)]
    at = graph.op("add", *[graph.op("square", name) for name in names], name="z")
    for k in range(100):
        factor = graph.parameter(f"f{k}", 1.0 - 0.001 * k)
        at = graph.op("sin", graph.op("multiply", at, factor), name=f"s{k}")
    ends = [graph.op("multiply", at, name) for name in names]
    graph.op("add", *ends, name="J")
    return graph


def close(ours: list[engine.Value], theirs: list[engine.Value]) -> bool:
    return np.allclose(ours, theirs, rtol=1e-9, atol=1e-12)


def run_anew(program: engine.Program, graph: engine.Graph) -> list[engine.Value]:
    run(program)
    return figures(program, graph)


@pytest.mark.parametrize(
    "make", [layers, pytest.param(tangle, marks=pytest.mark.no_cover), with_a_chain]
)
@pytest.mark.parametrize("at_once", [16, 10**6])
def test_batches_give_what_the_loop_gives_and_their_bits_again(make, at_once, monkeypatch):
    graph = make()
    monkeypatch.setattr(batch, "_AT_ONCE", at_once)
    program, loop = engine.compile(graph), by_loop(graph)
    assert is_batched(program)
    first = run_anew(program, graph)
    assert close(first, run_anew(loop, graph))
    leaves = [name for name in graph.nodes() if graph.is_leaf(name)]
    for leaf in leaves[:: len(leaves) // 9]:
        program.set_value(leaf, 0.75)
        loop.set_value(leaf, 0.75)
        changed = run_anew(program, graph)
        assert close(changed, run_anew(loop, graph))
        for value in (0.75, graph.value(leaf)):
            program.set_value(leaf, value)
            program._changed = None  # all anew: the bits of a part are those of the whole
            assert value != 0.75 or run_anew(program, graph) == changed
        loop.set_value(leaf, graph.value(leaf))
        assert run_anew(program, graph) == first


def test_sums_that_are_needed_at_the_end_alone_wait_for_each_other():
    graph = engine.Graph()
    at, squares = graph.parameter("w", 0.9), []
    names = [graph.parameter(f"p{k}", 0.01 * k) for k in range(stretch.WIDE)]
    for k in range(stretch.WIDE):
        at = graph.op("tanh", at, name=f"t{k}")
        squares.append(graph.op("square", at, name=f"q{k}"))
    graph.op("add", *[graph.op("sin", name) for name in names], *squares, name="J")
    program = engine.compile(graph)
    program.forward()
    sizes = [step.count for step in program._parts.part._steps]
    assert stretch.WIDE in sizes[-2:]
    assert program.value("q3") == pytest.approx(program.value("t3") ** 2)
