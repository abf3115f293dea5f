"""The ops: one class each, one family per module; importing this enters them all in `OPS`."""

from engine.ops import activation, arithmetic, array, comparison, formula, function, loss
from engine.ops.maths import ARRAY, SCALAR, Maths, Value
from engine.ops.op import OPS, Op, create

__all__ = ["ARRAY", "FAMILIES", "LEAVES", "OPS", "SCALAR", "Maths", "Op", "Value", "create"]

LEAVES = ("parameter", "input", "constant")

FAMILIES = (arithmetic, function, activation, comparison, array, loss, formula)
