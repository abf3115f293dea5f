"""Wide formulas that are computed again and again are written out: the bits stay the same."""

import pytest
from programs import bits, by_loop, run

import engine


@pytest.mark.parametrize(
    "text",
    [
        "tanh(" + " + ".join(f"w{k}*x{k}" for k in range(30)) + ")^2/2",
        "log(a) + b/c - sqrt(d)*exp(-a) + maximum(a, b, c) + 2^a",
    ],
)
def test_a_wide_formula_has_the_bits_of_its_definition_however_often(text):
    graph = engine.Graph()
    names = engine.ops.create("formula", {"formula": text}).ports
    for k, name in enumerate(names):
        graph.parameter(name, 0.25 + 0.1 * k)
    graph.op("formula", *names, name="f", formula=text)
    graph.op("square", "f", name="J")
    program = by_loop(graph)
    run(program)
    first = bits(program, graph)
    for _ in range(4):
        program._changed = None  # everything is computed again
        run(program)
        assert bits(program, graph) == first
