"""The ops: one class each, one family per module; importing this enters them all in `OPS`."""

from engine.ops import (  # noqa: F401  importing them is what enters their ops
    activation,
    arithmetic,
    array,
    comparison,
    formula,
    function,
    loss,
)
from engine.ops.maths import ARRAY, SCALAR, Maths
from engine.ops.move import Move, Moved
from engine.ops.op import OPS, Op, create

__all__ = ["ARRAY", "LEAVES", "OPS", "SCALAR", "Maths", "Move", "Moved", "Op", "create"]

LEAVES = ("parameter", "input", "constant")
