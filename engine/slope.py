"""The local derivative of one node by one of its inputs, as a number."""

from collections.abc import Sequence

import numpy as np

from engine.ops import ARRAY, SCALAR, Op
from engine.value import Value

__all__ = ["slope"]


def slope(operation: Op, port: int, value: Value, inputs: Sequence[Value]) -> Value | None:
    """Return the derivative of `value` = operation(inputs) by input `port`.

    Of arrays it is taken entry by entry, in the shape of `value`. None stands for an op that
    mixes entries, whose local derivative is no single array of that shape.
    """
    if not operation.elementwise:
        return None
    scalar = operation.in_numbers(inputs)
    with np.errstate(all="ignore"):
        found = operation.vjp(SCALAR if scalar else ARRAY, 1.0, value, *inputs)[port]
    return float(found) if scalar else np.broadcast_to(found, np.shape(value))
