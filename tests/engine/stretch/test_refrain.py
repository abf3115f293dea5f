"""Runs that repeat a few ops are computed turn by turn: to the bit as op by op."""

import pytest
from programs import bits, ran, run

import engine
from engine.stretch import refrain
from engine.stretch.refrain import Refrain

TURNS = 400


def chain(graph: engine.Graph) -> None:
    at, w = graph.input("x", 0.5), graph.parameter("w", 0.999)
    for _ in range(TURNS):
        at = graph.op("tanh", graph.op("multiply", at, w))
    graph.op("square", at, name="J")


def recurrence(graph: engine.Graph) -> None:
    """An unrolled recurrence in whose turn one op feeds both ports of another."""
    at = graph.parameter("h", 0.25)
    w, u = graph.parameter("w", 0.5), graph.parameter("u", -0.3)
    for _ in range(TURNS):
        sum_ = graph.op("add", graph.op("multiply", at, w), graph.op("multiply", u, at))
        squared = graph.op("multiply", sum_, sum_)
        at = graph.op("subtract", graph.op("sin", squared), sum_)
    graph.op("square", at, name="J")


def long_sum(graph: engine.Graph) -> None:
    total = graph.parameter("w0", 1.0)
    for k in range(1, TURNS):
        total = graph.op("add", total, graph.parameter(f"w{k}", 0.1 * k))
    graph.op("square", total, name="J")


def interrupted(graph: engine.Graph) -> None:
    """An op of many ports in between, which no turn holds; a formula of no name feeds all."""
    at, number = graph.parameter("w", 1.0), graph.op("formula", formula="0.99")
    for k in range(2 * TURNS):
        at = graph.op("multiply", at, number)
        if k == TURNS:
            at = graph.op("add", at, "w", "w")
    graph.op("square", at, name="J")


def unlike(graph: engine.Graph) -> None:
    """Turns that are fed now by themselves, now from before."""
    before = at = graph.parameter("w", 0.5)
    for k in range(TURNS):
        inner = graph.op("tanh", at)
        before, at = at, graph.op("multiply", inner, inner if k % 3 else before)
    graph.op("square", at, name="J")


def held_and_fed(graph: engine.Graph) -> None:
    """A node that feeds all turns, and is besides what one of them is fed by at its other port."""
    at, w = graph.parameter("x", 0.5), graph.parameter("w", 0.9)
    graph.parameter("v", 0.7)
    for k in range(TURNS):
        at = graph.op("multiply", graph.op("add", at, "v"), w if k % 2 else "x")
    graph.op("square", at, name="J")


def has_refrains(program: engine.Program) -> bool:
    return any(isinstance(part, Refrain) for part in program._parts.part._parts)


@pytest.mark.parametrize("make", [chain, recurrence, long_sum, interrupted, held_and_fed, unlike])
def test_turn_by_turn_gives_the_bits_of_op_by_op(make, monkeypatch):
    graph = engine.Graph()
    make(graph)
    by_turns = ran(graph)
    assert has_refrains(by_turns) is (make is not unlike)
    monkeypatch.setattr(refrain, "_LEAST", 10**9)
    one_by_one = ran(graph)
    assert not has_refrains(one_by_one)
    assert bits(one_by_one, graph) == bits(by_turns, graph)


def test_a_leaf_set_and_set_back_gives_the_same_bits():
    graph = engine.Graph()
    recurrence(graph)
    program = ran(graph)
    before = bits(program, graph)
    for value in (-2.0, graph.value("u")):
        program.set_value("u", value)
        run(program)
    assert bits(program, graph) == before


def test_what_the_output_does_not_depend_on_has_derivative_0():
    graph = engine.Graph()
    chain(graph)
    at = graph.parameter("v", 0.5)
    for _ in range(TURNS):
        at = graph.op("tanh", graph.op("multiply", at, "w"))
    graph.output = "J"
    program = ran(graph)
    assert program.derivative("v") == 0.0
    assert program.derivative(at) == 0.0
    assert program.derivative("w") != 0.0
