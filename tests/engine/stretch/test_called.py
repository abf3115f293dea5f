"""Wide formulas that are computed again and again are written out: the bits stay the same."""

import pytest

import engine
from engine.stretch.loop import Loop


def bits(program: engine.Program, graph: engine.Graph) -> list[str]:
    program._changed = None  # everything is computed again
    program.forward()
    program.backward()
    found = [program.value(name) for name in graph.nodes()]
    found += [program.derivative(name) for name in graph.nodes()]
    found += [program.edge_derivative(*edge) for edge in graph.edges()]
    return [number.hex() for number in found]


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
    program = engine.compile(graph)
    assert isinstance(program._parts.part, Loop)
    first = bits(program, graph)
    for _ in range(4):
        assert bits(program, graph) == first
