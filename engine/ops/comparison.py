"""The larger and the smaller of several inputs; a tie shares the derivative equally."""

from functools import reduce

import numpy as np

from engine.ops.maths import ARRAY, Maths, Value
from engine.ops.op import Op


class _Comparison(Op):
    family = "comparison"
    inputs, variadic = ("a", "b"), True
    bends = True

    def vjp(self, m: Maths, g: Value, value: Value, *inputs: Value) -> tuple[Value, ...]:
        chosen = [m.where(x == value, 1.0, 0.0) for x in inputs]
        share = m.divide(g, sum(chosen[1:], start=chosen[0]))
        # an input that lost gets 0, also where the share is not finite
        return tuple(
            m.where(x == value, share, 0.0 * c) for x, c in zip(inputs, chosen, strict=True)
        )

    def at_kink(self, *inputs: Value) -> bool:
        value = self.forward(ARRAY, *inputs)
        return bool(np.any(sum(np.equal(x, value).astype(int) for x in inputs) > 1))


class Maximum(_Comparison):
    """The largest input."""

    name, title, symbol = "maximum", "Maximum", "max"

    def forward(self, m: Maths, *inputs: Value) -> Value:
        return reduce(m.maximum, inputs)


class Minimum(_Comparison):
    """The smallest input."""

    name, title, symbol = "minimum", "Minimum", "min"

    def forward(self, m: Maths, *inputs: Value) -> Value:
        return reduce(m.minimum, inputs)
