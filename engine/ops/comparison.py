"""The larger and the smaller of several inputs; a tie shares the derivative equally."""

from functools import reduce

from engine.ops.maths import Maths, Value
from engine.ops.op import Op


class _Comparison(Op):
    family = "comparison"
    inputs, variadic = ("a", "b"), True

    def vjp(self, m: Maths, g: Value, value: Value, *inputs: Value) -> tuple[Value, ...]:
        chosen = [m.where(x == value, 1.0, 0.0) for x in inputs]
        share = m.divide(g, sum(chosen[1:], start=chosen[0]))
        # an input that lost gets 0, also where the share is not finite
        return tuple(
            m.where(x == value, share, 0.0 * c) for x, c in zip(inputs, chosen, strict=True)
        )


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
