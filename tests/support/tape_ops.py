"""Every op once more, by hand: its value and its pullback, for arrays of any numbers.

Where a derivative is not one, it is PyTorch's. Sums of three terms or more, and products of three
factors or more, are taken in an order of their own: where terms or factors meet infinity, or
overflow on the way, another order gives another figure, and none is more right.
"""
# ruff: noqa: ARG001, ARG005  all ops are called alike, and so are their pullbacks

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
SORTS = (np.positive, np.negative, np.abs, lambda x: -np.abs(x))
"""Of terms and of factors: the negative, positive, smallest or largest first."""

Back = Callable[[Array, Array], Sequence[Array]]
"""From what flows to an op and its own value: what flows on to each input, broadcasting not undone.
"""


class Order:
    """In which order sums and products are taken, and how the last bits of a figure are rounded.

    Without a seed it is the order in which they are written down, and nothing is rounded. A `sort`
    arranges the parts of each: so that whatever can overflow, underflow or cancel does it.
    """

    def __init__(self, seed: int | None = None, sort: Callable[[Array], Array] | None = None):
        self._draw = None if seed is None else np.random.default_rng(seed)
        self._sort = sort

    def total(self, terms: Sequence[Any]) -> Any:
        return self._taken(np.add, terms)

    def product(self, *factors: Any) -> Any:
        return self._taken(np.multiply, factors)

    def rounded(self, figure: Any) -> Any:
        """Return it with other last bits, but for whole numbers, of which every library is sure."""
        figure = np.asarray(figure, dtype=float)
        if self._draw is None:
            return figure
        bits = self._draw.integers(-4, 5, size=figure.shape) * 2.0**-52
        return np.where(figure == np.round(figure), figure, figure * (1.0 + bits))

    def _taken(self, of_two: Any, parts: Sequence[Any]) -> Any:
        left = [np.asarray(part, dtype=float) for part in parts]
        if len(left) < 3:
            return of_two(*left) if len(left) == 2 else left[0]
        if self._sort is not None:
            stack = np.stack(np.broadcast_arrays(*left))
            left = list(np.take_along_axis(stack, np.argsort(self._sort(stack), axis=0), axis=0))
        while len(left) > 1:
            first, second = 0, 1
            if self._draw is not None and self._sort is None:
                first, second = sorted(self._draw.choice(len(left), size=2, replace=False).tolist())
            left[first] = of_two(left[first], left.pop(second))
        return self.rounded(left[0])

    def along(self, array: Array, axes: Sequence[int]) -> Array:
        """Return the sum along some axes, which are gone then; of nothing it is 0."""
        kept = [k for k in range(array.ndim) if k not in axes]
        rest = tuple(array.shape[k] for k in kept)
        terms = np.transpose(array, [*axes, *kept]).reshape(
            (-1, *rest) if array.size else (0, *rest)
        )
        return self.total(list(terms)) if len(terms) else np.zeros(rest)

    def fitted(self, flow: Array, shape: tuple[int, ...]) -> Array:
        """Return a flow in the shape of its input: what was repeated is added up."""
        flow = np.broadcast_to(flow, np.broadcast_shapes(np.shape(flow), shape))
        extra = flow.ndim - len(shape)
        axes = [k for k in range(flow.ndim) if k < extra or shape[k - extra] != flow.shape[k]]
        return self.along(flow, axes).reshape(shape) if axes else flow


# --- the ops


def _slope(slope: Callable[[Order, Array, Array], Array], of: Callable[..., Any]) -> Any:
    """An op of one input: of(x), and slope(order, x, value)."""

    def op(order: Order, x: Array) -> tuple[Array, Back]:
        return order.rounded(of(x)), lambda g, v: [order.product(g, slope(order, x, v))]

    return op


def _add(order: Order, *xs: Array) -> tuple[Array, Back]:
    return order.total(np.broadcast_arrays(*xs)), lambda g, v: [g for _ in xs]


def _multiply(order: Order, *xs: Array) -> tuple[Array, Back]:
    def back(g: Array, v: Array) -> list[Array]:
        return [order.product(g, *xs[:k], *xs[k + 1 :]) for k in range(len(xs))]

    return order.product(*xs), back


def _subtract(order: Order, a: Array, b: Array) -> tuple[Array, Back]:
    return a - b, lambda g, v: [g, -g]


def _divide(order: Order, a: Array, b: Array) -> tuple[Array, Back]:
    return a / b, lambda g, v: [g / b, -order.rounded((g / b * a) / b)]


def _power(order: Order, a: Array, b: Array) -> tuple[Array, Back]:
    def back(g: Array, v: Array) -> list[Array]:
        by_a = order.product(g, b, order.rounded(np.power(a, b - 1.0)))
        by_b = order.product(g, v, order.rounded(np.log(a)))
        return [np.where(b == 0.0, 0.0, by_a), np.where((a == 0.0) & (b >= 0.0), 0.0, by_b)]

    return order.rounded(np.power(a, b)), back


def _rectified(order: Order, x: Array, slope: float = 0.0) -> tuple[Array, Back]:
    below = slope * x if slope else np.where(np.isnan(x), x, 0.0)
    return np.where(x > 0, x, below), lambda g, v: [np.where(x > 0, g, slope * g if slope else 0.0)]


def _abs(order: Order, x: Array) -> tuple[Array, Back]:
    level = np.where(x == 0.0, 0.0, np.nan)
    return np.abs(x), lambda g, v: [np.where(x > 0.0, g, np.where(x < 0.0, -g, level))]


def _logistic(x: Array) -> Array:
    return np.exp(-np.logaddexp(0.0, -x))


def _squared_error(order: Order, a: Array, y: Array) -> tuple[Array, Back]:
    def back(g: Array, v: Array) -> list[Array]:
        return [order.product(g, a - y), order.product(g, y - a)]

    return order.product(a - y, a - y, 0.5), back


def _extreme(wins: Any) -> Any:
    """The larger or the smaller; ties share equally, and nothing flows back where one is NaN."""

    def op(order: Order, *xs: Array) -> tuple[Array, Back]:
        stack = np.stack(np.broadcast_arrays(*xs))
        best = wins(stack, axis=0)
        count = (stack == best).sum(axis=0)
        return best, lambda g, v: [np.where(x == best, g / np.maximum(count, 1), 0.0) for x in xs]

    return op


def _matmul(order: Order, a: Array, b: Array) -> tuple[Array, Back]:
    """Every product of two entries is made, and added up along the axis between."""
    left = (a if a.ndim > 1 else a[np.newaxis])[..., :, :, np.newaxis]  # rows, between, columns
    right = (b if b.ndim > 1 else b[:, np.newaxis])[..., np.newaxis, :, :]
    made = left * right
    value = order.along(made, [made.ndim - 2])
    shape = [n for k, n in ((-2, value.shape[-2]), (-1, value.shape[-1])) if (a, b)[k + 2].ndim > 1]

    def back(g: Array, v: Array) -> list[Array]:
        spread = g.reshape(value.shape)[..., :, np.newaxis, :]
        flows = order.fitted(spread * right, left.shape), order.fitted(spread * left, right.shape)
        return [flow.reshape(x.shape) for flow, x in zip(flows, (a, b), strict=True)]

    return np.reshape(value, (*value.shape[:-2], *shape)), back


def _transpose(order: Order, x: Array) -> tuple[Array, Back]:
    def swapped(array: Array) -> Array:
        return np.moveaxis(array, -1, -2) if array.ndim > 1 else array

    return swapped(x), lambda g, v: [swapped(g)]


def _reduction(*, mean: bool) -> Any:
    def op(order: Order, x: Array, axis: Any = None, keepdims: bool = False) -> tuple[Array, Back]:
        named = range(x.ndim) if axis is None else [axis] if isinstance(axis, int) else axis
        axes = sorted(k % x.ndim for k in named)
        kept = [1 if k in axes else n for k, n in enumerate(x.shape)]
        count = np.prod([x.shape[k] for k in axes], dtype=float) if mean else 1.0
        total = order.along(x, axes) / count
        value = total.reshape(kept) if keepdims else total
        return value, lambda g, v: [np.broadcast_to(g.reshape(kept) / count, x.shape)]

    return op


def _log_softmax_of(order: Order, x: Array, axis: int) -> Array:
    if not x.size:
        return x
    shifted = x - np.max(x, axis=axis, keepdims=True)
    exponentials = order.rounded(np.exp(shifted))
    total = np.expand_dims(order.along(exponentials, [axis % x.ndim]), axis)
    return shifted - order.rounded(np.log(total))


def _softmax(*, log: bool) -> Any:
    def op(order: Order, x: Array, axis: int = -1) -> tuple[Array, Back]:
        made = _log_softmax_of(order, x, axis)

        def summed(array: Array) -> Array:
            return np.expand_dims(order.along(array, [axis % x.ndim]), axis)

        def back(g: Array, v: Array) -> list[Array]:
            g = np.broadcast_to(g, x.shape)
            return [g - np.exp(v) * summed(g) if log else g * v - v * summed(g * v)]

        return made if log else order.rounded(np.exp(made)), back

    return op


def _cross_entropy(order: Order, logits: Array, classes: Array) -> tuple[Array, Back]:
    made = _log_softmax_of(order, logits, -1)
    chosen = np.arange(logits.shape[-1]) == classes[..., np.newaxis]
    count = classes.size

    def back(g: Array, v: Array) -> list[Array]:
        share = order.rounded(np.exp(made)) - chosen
        return [order.product(share, g, 1.0 / max(count, 1)), np.zeros(classes.shape)]

    picked = made[chosen]
    return -order.total(list(picked)) / count if count else np.asarray(np.nan), back


OPS: dict[str, Callable[..., tuple[Array, Back]]] = {
    "add": _add,
    "multiply": _multiply,
    "subtract": _subtract,
    "divide": _divide,
    "negate": lambda order, x: (-x, lambda g, v: [-g]),
    "power": _power,
    "square": lambda order, x: (x * x, lambda g, v: [order.product(g, 2.0, x)]),
    "sqrt": lambda order, x: (np.sqrt(x), lambda g, v: [order.rounded(g / (2.0 * v))]),
    "exp": _slope(lambda order, x, v: v, np.exp),
    "log": lambda order, x: (order.rounded(np.log(x)), lambda g, v: [g / x]),
    "relu": _rectified,
    "leaky_relu": lambda order, x, slope=0.01: _rectified(order, x, slope),
    "sigmoid": _slope(lambda order, x, v: _logistic(x) * _logistic(-x), _logistic),
    "tanh": _slope(lambda order, x, v: (1.0 - v) * (1.0 + v), np.tanh),
    "softplus": _slope(lambda order, x, v: _logistic(x), lambda x: np.logaddexp(0.0, x)),
    "abs": _abs,
    "maximum": _extreme(np.max),
    "minimum": _extreme(np.min),
    "sin": _slope(lambda order, x, v: order.rounded(np.cos(x)), np.sin),
    "cos": _slope(lambda order, x, v: -order.rounded(np.sin(x)), np.cos),
    "squared_error": _squared_error,
    "matmul": _matmul,
    "transpose": _transpose,
    "sum": _reduction(mean=False),
    "mean": _reduction(mean=True),
    "softmax": _softmax(log=False),
    "log_softmax": _softmax(log=True),
    "cross_entropy": _cross_entropy,
}
