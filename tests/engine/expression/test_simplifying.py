"""Simplified expressions, and the derivative of a formula as it is written."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import ops
from engine.expression import Call, Name, Number, parse, simplified, written

NUMBERS = st.sampled_from([0.0, 1.0, -1.0, 2.0, 3.0, 0.5, -6.0, 7.0])
LEAVES = st.one_of(NUMBERS.map(Number), st.sampled_from("uvw").map(Name))
BINARY = ("add", "subtract", "multiply", "divide")


def _grown(parts):
    both = st.tuples(parts, parts)
    return st.one_of(
        st.builds(Call, st.sampled_from(BINARY), both),
        st.builds(Call, st.sampled_from(("negate", "square")), parts.map(lambda p: (p,))),
        st.builds(Call, st.just("multiply"), st.tuples(parts, parts, parts)),
        st.builds(
            lambda p, n: Call("power", (p, Number(n))), parts, st.sampled_from([0.0, 1.0, 3.0])
        ),
    )


TREES = st.recursive(LEAVES, _grown, max_leaves=12)
PLACE = {"u": 1.3, "v": -0.7, "w": 2.1}


def value_of(tree):
    """Return the value at PLACE, NaN where a part of it is not finite."""
    if isinstance(tree, Number):
        return tree.value
    if isinstance(tree, Name):
        return PLACE[tree.name]
    parts = [value_of(part) for part in tree.arguments]
    value = ops.OPS[tree.op]().forward(ops.SCALAR, *parts)
    return value if all(map(math.isfinite, (*parts, value))) else math.nan


@given(TREES)
def test_a_simplified_tree_has_the_same_value(tree):
    shorter = simplified(tree)
    value = value_of(tree)
    if math.isfinite(value):
        assert value_of(shorter) == pytest.approx(value, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("1*x", "x"),
        ("0*x", "0"),
        ("x^1 + 0", "x"),
        ("x^0", "1"),
        ("0 - x", "-x"),
        ("x + -y", "x - y"),
        ("x - -y", "x + y"),
        ("1/2*(2*x)", "x"),
        ("2*x/6", "x/3"),
        ("x*3/4", "0.75*x"),
        ("-(1/3)", "-(1/3)"),
        ("-2*-3", "6"),
        ("x/0", "x/0"),
        ("1e200*1e200*x", "multiply(1e+200, 1e+200, x)"),
        ("x/1e200/1e200", "1e-200*x/1e+200"),
        ("1 - 3", "-2"),
        ("1e308 - -1e308", "1e+308 - (-1e+308)"),
        ("2 + 3", "5"),
        ("x - 0", "x"),
        ("exp(0*x)", "exp(0)"),
    ],
)
def test_what_is_left_out(text, short):
    assert written(simplified(parse(text))) == short


@pytest.mark.parametrize(
    ("text", "derivatives"),
    [
        ("d^2/2", ["d"]),
        ("u*v - exp(-u)", ["v + exp(-u)", "u"]),
        ("log(u^2+1)/v", ["2*u/(v*(u^2 + 1))", "-(log(u^2 + 1)/square(v))"]),
        ("tanh(2u)", ["2*(1 - square(J))"]),
        ("sigmoid(z)", ["J*(1 - J)"]),
        ("(w*x+b-y)^2/2", ["(w*x + b - y)*x", "(w*x + b - y)*w", "w*x + b - y", "-(w*x + b - y)"]),
        ("relu(u) + v", [None, "1"]),
        ("exp(relu(u))", [None]),
    ],
)
def test_the_derivative_of_a_formula_is_written_by_the_chain_rule(text, derivatives):
    formula = ops.create("formula", {"formula": text})
    inputs = [Name(name) for name in formula.ports]
    found = [formula.derivative_written(k, Name("J"), *inputs) for k in range(len(inputs))]
    assert [tree and written(tree) for tree in found] == derivatives
