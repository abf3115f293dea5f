"""What an op writes into rooms for whole rows has the bits of its definition."""

import numpy as np
import pytest

from engine.ops import ARRAY, OPS, Op, create
from engine.stretch.written import add_rows, written

NUMBERS = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 3.0, 1e-320, 40.0, -800.0, 1e300]
NUMBERS += [np.inf, -np.inf, np.nan]
FORMULAS = ["d^2/2", "2^x", "sigmoid(x)*log(y) - x/y", "relu(-x) + abs(y)", "7"]
WRITTEN = [create(name, {}) for name, op in OPS.items() if op.elementwise and name != "formula"]
WRITTEN += [create("formula", {"formula": text}) for text in FORMULAS]


def made(op: Op, inputs: list[np.ndarray], arriving: np.ndarray) -> list[np.ndarray]:
    """Return an op's values and derivatives as they are written into rooms."""
    functions, shape = written(op, len(inputs)), arriving.shape
    rooms = np.full((1 + len(inputs), *shape), -7.0)
    functions.forward(inputs, rooms[0])
    functions.backward(list(rooms[1:]), arriving, rooms[0], inputs)
    return list(rooms)


def bits(arrays: list[np.ndarray], shape: tuple[int, ...]) -> list[list[int]]:
    """Return bits to compare; one NaN is as good as another."""
    whole = [np.array(np.broadcast_to(array, shape)) for array in arrays]
    return [np.where(np.isnan(a), np.nan, a).view(np.int64).ravel().tolist() for a in whole]


@pytest.mark.parametrize("op", WRITTEN, ids=lambda op: op.name)
@pytest.mark.parametrize("lines", [False, True])
def test_an_op_writes_the_bits_of_its_definition(op, lines):
    count = len(NUMBERS)
    numbers = np.array(NUMBERS)
    rows = np.broadcast_to(numbers, (count, count)), np.broadcast_to(numbers[:, None], (count,) * 2)
    inputs = list(rows[: len(op.ports)]) if lines else [x.ravel() for x in rows[: len(op.ports)]]
    arriving = np.full(rows[0].shape if lines else count * count, -1.5)
    with np.errstate(all="ignore"):
        found = made(op, inputs, arriving)
        value = op.forward(ARRAY, *inputs)
        expected = [value, *op.vjp(ARRAY, arriving, value, *inputs)]
    assert bits(found, arriving.shape) == bits(expected, arriving.shape)


def test_two_inputs_whose_derivatives_are_one_number_each_get_it():
    arriving = np.array([1.0, 2.0, 3.0])
    op = create("formula", {"formula": "sin(x + y)"})
    _, by_x, by_y = made(op, [arriving * 0.5, arriving * 0.25], arriving)
    assert by_x.tolist() == by_y.tolist() == (arriving * np.cos(arriving * 0.75)).tolist()


@pytest.mark.parametrize(
    ("name", "direct"), [("multiply", True), ("subtract", True), ("tanh", False), ("relu", False)]
)
def test_only_what_makes_nothing_on_the_way_is_direct(name, direct):
    op = create(name, {})
    assert written(op, len(op.ports)).direct is direct


@pytest.mark.parametrize("shape", [(2, 1), (2, 5), (7, 1), (7, 5)])
def test_rows_are_added_from_the_first_on(shape):
    rows, out = np.random.default_rng(4).normal(size=shape), np.empty(shape[1])
    add_rows(rows, out)
    expected = rows[0]
    for row in rows[1:]:
        expected = expected + row
    assert out.tolist() == expected.tolist()
