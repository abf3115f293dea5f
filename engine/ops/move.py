"""How a value moves with an entry of a leaf: its derivative, and which entries move at all."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.ops.maths import Value

__all__ = ["Move", "Moved"]

Moved = NDArray[np.bool_]


class Move(NamedTuple):
    """A value's derivative, and which of its entries depend on what moves; None: all of them.

    The others' derivative is 0 by whatever they are multiplied: an infinite slope beside the
    chosen entry is no part of it.
    """

    derivative: Value
    moved: Moved | None = None

    def times(self, slope: Value) -> Value:
        """Return the product with a slope, entry by entry, 0 for entries that do not move."""
        product: Value = slope * self.derivative
        return product if self.moved is None else np.where(self.moved, product, 0.0)
