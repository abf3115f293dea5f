"""What is written into a loop computes what the op's definition says, to the bit."""

import itertools
import math
from typing import Any

import pytest

import engine
from engine.ops import OPS, SCALAR, Op, create
from engine.stretch.tracing import FUNCTIONS, trace_forward, trace_vjp

NUMBERS = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 3.0, 1e-320, 40.0, -800.0, 1e300]
NUMBERS += [math.inf, -math.inf, math.nan]
ELEMENTWISE = [name for name, op in OPS.items() if op.elementwise and name != "formula"]
FORMULAS = ["d^2/2", "2^x", "x^y", "sigmoid(x)*log(y) - x/y", "relu(-x) + abs(y)", "7"]


def ops_to_trace() -> list[Op]:
    made = [create(name, {}) for name in ELEMENTWISE]
    made += [create("formula", {"formula": text}) for text in FORMULAS]
    return [*made, create("leaky_relu", {"slope": -3})]


def bits(number: float) -> str:
    return "nan" if number != number else number.hex()


def run(lines: list[str], names: dict[str, Any]) -> None:
    exec("\n".join(lines), dict(FUNCTIONS), names)  # noqa: S102  as the loop does


def traced_forward(op: Op, inputs: tuple[float, ...]) -> float:
    lines, result = trace_forward(op, len(inputs))
    names = {f"x{port}": x for port, x in enumerate(inputs)}
    run([*lines, f"result = {result}"], names)
    return names["result"]


def traced_vjp(op: Op, g: float, value: float, inputs: tuple[float, ...]) -> list[float]:
    lines, flows, read = trace_vjp(op, len(inputs))
    names = {f"x{port}": x for port, x in enumerate(inputs)} | {"g": g, "y": value}
    assert read.issuperset(name for name in flows if name in names)
    run([*lines, f"flows = [{', '.join(flows)}]"], names)
    return names["flows"]


@pytest.mark.parametrize("op", ops_to_trace(), ids=lambda op: op.name)
def test_a_traced_op_gives_the_bits_of_its_definition(op):
    for inputs in itertools.product(NUMBERS, repeat=len(op.ports)):
        value = op.forward(SCALAR, *inputs)
        assert bits(traced_forward(op, inputs)) == bits(value)
        expected = op.vjp(SCALAR, -1.5, value, *inputs)
        found = traced_vjp(op, -1.5, value, inputs)
        assert [bits(x) for x in found] == [bits(x) for x in expected]


def test_a_loop_of_more_kinds_than_it_writes_out_calls_the_others():
    graph = engine.Graph()
    x, terms = graph.parameter("x", 0.75), []
    one = [name for name in ELEMENTWISE if len(OPS[name].inputs) == 1]
    assert len(one) > 12
    for turn in range(2):
        terms += [graph.op(name, x, name=f"{name}_{turn}") for name in one]
    graph.op("add", *terms, name="J")
    program = engine.compile(graph)
    program.forward()
    program.backward()
    slopes = 0.0
    for name in one:
        op = create(name, {})
        value = op.forward(SCALAR, 0.75)
        assert program.value(f"{name}_0") == program.value(f"{name}_1") == value
        slope = op.vjp(SCALAR, 1.0, value, 0.75)[0]
        assert program.edge_derivative("x", f"{name}_1", 0) == slope
        slopes += 2 * slope
    assert program.derivative("x") == pytest.approx(slopes, rel=1e-12)
