"""Every operation that an op may be defined with has its code, in each library alike."""

import math
from itertools import product

import numpy as np
import pytest

from engine.expression import Call, Name, Number
from engine.formats.code.dialect import Dialect
from engine.formats.code.tracing import folded, traced_value
from engine.ops import SCALAR, Op

COMPARISONS = {
    "less": lambda a, b: a < b,
    "at most": lambda a, b: a <= b,
    "greater": lambda a, b: a > b,
    "at least": lambda a, b: a >= b,
    "equal": lambda a, b: a == b,
    "unequal": lambda a, b: a != b,
    "both": lambda a, b: (a > 0.0) & (b != 2.0),
    "either": lambda a, b: (a > 0.0) | (b != 2.0),
    "all at once": lambda a, b: ((a < b) | (a != b)) & ((b > 0.0) | ((a > 0.0) & (b == 1.0))),
}


class Chosen(Op):
    """An op without a name, so that it is in no list of ops."""

    inputs = ("a", "b")

    def __init__(self, condition):
        self.condition = condition

    def forward(self, m, a, b):
        return m.where(self.condition(a, b), a + 10.0, -b)


@pytest.mark.parametrize("condition", COMPARISONS.values(), ids=COMPARISONS)
@pytest.mark.parametrize("library", ["numpy", "math"])
def test_the_code_of_a_condition_chooses_as_the_op_does(condition, library):
    op = Chosen(condition)
    tree = traced_value(op, Name("a"), Name("b"))
    text = Dialect(library, "np" if library == "numpy" else library).text(tree)
    for a, b in product([-1.0, 0.0, 1.0, 2.0], repeat=2):
        expected = op.forward(SCALAR, a, b)
        assert eval(text, {"np": np, "math": math, "a": a, "b": b}) == expected  # noqa: S307
        assert traced_value(op, Number(a), Number(b)) == Number(expected)


@pytest.mark.parametrize(("op", "decisive"), [("both", 0.0), ("either", 1.0)])
def test_a_number_decides_or_leaves_the_decision_to_the_other(op, decisive):
    other = Call("less", (Name("a"), Name("b")))
    assert folded(Call(op, (Number(decisive), other))) == Number(decisive)
    assert folded(Call(op, (other, Number(1.0 - decisive)))) == other
    assert folded(Call(op, (Number(1.0 - decisive), Number(1.0 - decisive)))) == Number(
        1.0 - decisive
    )
