"""Ops: what they refuse, how they are written, and that both kinds of mathematics are one."""

import itertools
import math

import numpy as np
import pytest

import engine
from engine import ops
from engine.expression import Name, parse, written

NASTY = [0.0, -0.0, 1.0, -1.0, 0.5, -2.0, 3.0, 1e200, -1e200, 1e-320, 710.0, -746.0, 1e308]
NASTY += [math.inf, -math.inf, math.nan]
ELEMENTWISE = sorted(n for n, op in ops.OPS.items() if op.elementwise and n != "formula")
FUNCTIONS = sorted(set(ops.Maths.__annotations__) - {"where"})


def same(ours: float, theirs: float) -> bool:
    return ours == theirs or bool(np.isclose(ours, theirs, rtol=1e-13, atol=0.0, equal_nan=True))


@pytest.mark.parametrize("name", FUNCTIONS)
def test_scalar_and_array_mathematics_agree_at_every_corner(name):
    scalar, array = getattr(ops.SCALAR, name), getattr(ops.ARRAY, name)
    count = 2 if name in ("divide", "power", "maximum", "minimum") else 1
    for inputs in itertools.product(NASTY, repeat=count):
        if name == "power" and inputs == (-math.inf, 0.5):
            continue  # NumPy, as PyTorch, takes a lone exponent of 0.5 for a square root: NaN here
        with np.errstate(all="ignore"):
            assert same(scalar(*inputs), array(*np.array(inputs))), (name, inputs)


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_an_op_gives_a_float_for_floats_and_the_same_in_an_array(name):
    op = ops.create(name, {})
    for inputs in itertools.product(NASTY, repeat=len(op.inputs)):
        value = op.forward(ops.SCALAR, *inputs)
        flows = op.vjp(ops.SCALAR, -2.5, value, *inputs)
        assert {type(x) for x in (value, *flows)} == {float}
        arrays = [np.full(2, x) for x in inputs]
        with np.errstate(all="ignore"):
            values = op.forward(ops.ARRAY, *arrays)
            theirs = op.vjp(ops.ARRAY, np.full(2, -2.5), values, *arrays)
        assert same(value, values[1]), inputs
        for ours, array in zip(flows, theirs, strict=True):
            assert same(ours, np.broadcast_to(array, 2)[1]), inputs


@pytest.mark.parametrize(
    ("op", "attributes", "sentence"),
    [
        ("mutliply", {}, "unknown op 'mutliply'; did you mean 'multiply'"),
        ("leaky_relu", {"slope": "a"}, "the slope must be a number, not 'a'"),
        ("leaky_relu", {"slope": "0,1"}, "the slope must be a number, not '0,1'; write 0.1"),
        ("leaky_relu", {"slope": True}, "the slope must be a number, not True"),
        ("leaky_relu", {"slope": float("inf")}, "the slope must be a finite number"),
        ("leaky_relu", {"slope": float("nan")}, "the slope must be a finite number"),
        ("leaky_relu", {"slope": 10**400}, "the slope is too large for a number"),
        ("sum", {"axis": "0"}, "the axis must be a whole number or a list of them, not '0'"),
        ("sum", {"axis": True}, "the axis must be a whole number"),
        ("mean", {"keepdims": 1}, "keepdims must be true or false, not 1"),
        ("softmax", {"axis": 0.5}, "the axis must be a whole number, not 0.5"),
        ("formula", {}, "a formula needs its text"),
    ],
)
def test_an_op_that_cannot_be_has_its_sentence(op, attributes, sentence):
    with pytest.raises(engine.GraphError, match=sentence):
        ops.create(op, attributes)


def test_an_op_takes_no_attribute_of_another():
    with pytest.raises(engine.InvalidAttributeError, match="add takes no attribute 'slope'"):
        ops.OPS["add"](slope=0.5)


@pytest.mark.parametrize(
    ("op", "values", "attributes", "sentence"),
    [
        ("sum", [np.ones((2, 2))], {"axis": [0, -2]}, r"the axes \[0, -2\] name one of 2×2 twice"),
        ("sum", [np.ones((2, 2))], {"axis": 2}, "there is no axis 2 in 2×2; its axes are 0 and 1$"),
        ("softmax", [np.ones(2)], {"axis": 1}, "there is no axis 1 in \\(2\\); its axis is 0$"),
        ("softmax", [2.0], {}, "there is no axis -1 in a number$"),
        ("matmul", [2.0, np.ones(2)], {}, r"a number and \(2\) do not fit"),
        ("cross_entropy", [np.ones(2), 2.0], {}, "classes must be whole numbers from 0 to 1"),
        ("cross_entropy", [np.ones(2), 0.5], {}, "classes must be whole numbers from 0 to 1"),
        ("cross_entropy", [np.ones(0), 0.0], {}, r"there is no class in logits \(0\)"),
        ("cross_entropy", [1.0, 0.0], {}, "logits a number and classes a number do not fit"),
    ],
)
def test_values_that_do_not_suit_an_op_have_their_sentence(op, values, attributes, sentence):
    graph = engine.Graph()
    leaves = [graph.input(f"x{k}", value) for k, value in enumerate(values)]
    graph.op(op, *leaves, name="v", **attributes)
    with pytest.raises(engine.ShapeError, match=rf"v \({op}\): {sentence}"):
        engine.compile(graph).forward()


def test_a_formula_tells_minus_zero_from_zero():
    formula = ops.create("formula", {"formula": "x/0 - 1/(-0)"})
    assert formula.forward(ops.SCALAR, 1.0) == math.inf


def test_ops_are_written_as_they_are_read():
    a, y = Name("a"), Name("y")
    assert written(ops.create("squared_error", {}).written(a, y)) == written(parse("(a - y)^2/2"))
    assert ops.create("tanh", {}).written(a) == parse("tanh(a)")
    assert ops.create("formula", {"formula": "u^2/v"}).written(a, y) == parse("a^2/y")


def test_a_derivative_that_is_not_one_formula_is_not_written():
    assert ops.create("matmul", {}).derivative_written(0, Name("v"), Name("a"), Name("b")) is None


@pytest.mark.parametrize(
    ("op", "attributes", "text"),
    [
        ("sum", {"axis": [0, 1], "keepdims": True}, "sum(x, axis=[0, 1], keepdims=true)"),
        ("mean", {"axis": None, "keepdims": False}, "mean(x)"),
        ("softmax", {"axis": -1}, "softmax(x, axis=-1)"),
        ("leaky_relu", {"slope": 0.2}, "leaky_relu(x, slope=0.2)"),
        ("leaky_relu", {}, "leaky_relu(x)"),
    ],
)
def test_an_op_is_written_with_what_it_is_told_and_read_back(op, attributes, text):
    tree = ops.create(op, attributes).written(Name("x"))
    assert written(tree) == text
    assert parse(text, arrays=True) == tree
