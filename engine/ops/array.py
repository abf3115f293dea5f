"""Ops that look at a whole array: products of matrices, sums, means, softmax."""

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from engine.errors import InvalidAttributeError, ShapeError
from engine.expression import Call, Expression
from engine.language import noop, sentence
from engine.ops.maths import ARRAY, Maths, Value
from engine.ops.move import Move, Moved
from engine.ops.op import Op
from engine.words.number_text import shape_words, shapes_words


class _Array(Op):
    family = "array"
    elementwise = False

    share: Callable[..., Value]
    """share(m, port, t, value, *inputs): the value's derivative when input `port` moves by t."""

    def entries(self, *shapes: tuple[int, ...]) -> int:
        return math.prod(shapes[0])

    def jvp(
        self, m: Maths, moves: Sequence[Move | None], value: Value, *inputs: Value
    ) -> tuple[Value | None, ...]:
        return tuple(
            None if t is None else self.share(m, port, t.derivative, value, *inputs)
            for port, t in enumerate(moves)
        )


class Matmul(_Array):
    """The matrix product, as NumPy's `@`: vectors, matrices and stacks of them."""

    name, title, symbol = "matmul", "Matrix product", "@"
    inputs = ("a", "b")

    def entries(self, *shapes: tuple[int, ...]) -> int:
        a, b = shapes
        stacks = math.prod(np.broadcast_shapes(a[:-2], b[:-2]))
        return stacks * math.prod(a[-2:-1]) * (b[-1] if len(b) > 1 else 1)

    def forward(self, m: Maths, a: Value, b: Value) -> Value:
        if not np.ndim(a) or not np.ndim(b):
            said = noop("{shapes} do not fit; it takes vectors and matrices")
            raise ShapeError(sentence(said, shapes=shapes_words((a, b))))
        return np.matmul(a, b)

    def vjp(self, m: Maths, g: Value, value: Value, a: Value, b: Value) -> tuple[Value, ...]:
        left = a[np.newaxis, :] if a.ndim == 1 else a
        right = b[:, np.newaxis] if b.ndim == 1 else b
        back = np.asarray(g)
        if b.ndim == 1:
            back = back[..., np.newaxis]
        if a.ndim == 1:
            back = back[..., np.newaxis, :]
        by_a = np.matmul(back, np.swapaxes(right, -1, -2))
        by_b = np.matmul(np.swapaxes(left, -1, -2), back)
        return (by_a[..., 0, :] if a.ndim == 1 else by_a), (by_b[..., 0] if b.ndim == 1 else by_b)

    def share(self, m: Maths, port: int, t: Value, value: Value, a: Value, b: Value) -> Value:
        return np.matmul(a, t) if port else np.matmul(t, b)

    def jvp(
        self, m: Maths, moves: Sequence[Move | None], value: Value, *inputs: Value
    ) -> tuple[Value | None, ...]:
        shares: tuple[Any, ...] = super().jvp(m, moves, value, *inputs)
        apart = [
            t is not None and t.moved is not None and not np.isfinite(other).all()
            for t, other in zip(moves, reversed(inputs), strict=True)
        ]
        return tuple(
            self._term_by_term(port, moves[port], inputs).reshape(np.shape(share))
            if each
            else share
            for port, (each, share) in enumerate(zip(apart, shares, strict=True))
        )

    def reached(self, port: int, moved: Moved, *inputs: Value) -> Moved:
        factors = [np.ones(np.shape(x)) for x in inputs]
        factors[port] = moved.astype(np.float64)
        return np.matmul(*factors) > 0

    @staticmethod
    def _term_by_term(port: int, move: Any, inputs: Sequence[Value]) -> Any:
        """Return the share of an input of which some entries do not move, nor count then.

        In a product of matrices they would be multiplied by infinities of the other one.
        """
        factors, masks = [*inputs], list[Any]([True, True])
        factors[port], masks[port] = move.derivative, move.moved
        masks = [np.broadcast_to(mask, np.shape(x)) for mask, x in zip(masks, factors, strict=True)]
        (a, keep_a), (b, keep_b) = (
            (np.atleast_2d(x), np.atleast_2d(mask)) for x, mask in zip(factors, masks, strict=True)
        )
        if np.ndim(inputs[1]) == 1:
            b, keep_b = b.T, keep_b.T
        return sum(
            np.where(
                keep_a[..., :, k, np.newaxis] & keep_b[..., np.newaxis, k, :],
                a[..., :, k, np.newaxis] * b[..., np.newaxis, k, :],
                0.0,
            )
            for k in range(a.shape[-1])
        )

    def backward_written(
        self, port: int, gradient: Expression, *arguments: Expression
    ) -> Expression:
        a, b = (Call("transpose", (argument,)) for argument in arguments)
        return Call("matmul", (a, gradient) if port else (gradient, b))


class Transpose(_Array):
    """The last two axes swapped; a vector or a number stays as it is."""

    name, title, symbol = "transpose", "Transpose", "Xᵀ"

    def forward(self, m: Maths, x: Value) -> Value:
        return np.swapaxes(x, -1, -2) if np.ndim(x) > 1 else x

    def backward_written(
        self, port: int, gradient: Expression, *arguments: Expression
    ) -> Expression:
        return Call("transpose", (gradient,))

    def vjp(self, m: Maths, g: Value, value: Value, x: Value) -> tuple[Value, ...]:
        return (self.forward(m, g),)

    def share(self, m: Maths, port: int, t: Value, value: Value, x: Value) -> Value:
        return self.forward(m, t)

    def reached(self, port: int, moved: Moved, *inputs: Value) -> Moved:
        return self.forward(ARRAY, moved)  # type: ignore[no-any-return]


class _Reduction(_Array):
    """A sum over one axis, several or all; `keepdims` keeps them with size 1."""

    attributes = ("axis", "keepdims")

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.axis = _axes(attributes.get("axis"))
        self.keepdims = attributes.get("keepdims", False)
        if not isinstance(self.keepdims, bool):
            said = noop("keepdims must be true or false, not {given}")
            raise InvalidAttributeError(sentence(said, given=repr(self.keepdims)))

    def share(self, m: Maths, port: int, t: Value, value: Value, x: Value) -> Value:
        return self.forward(m, t)  # sums and means are linear

    def reached(self, port: int, moved: Moved, *inputs: Value) -> Moved:
        return np.any(moved, axis=self.axis, keepdims=self.keepdims)  # type: ignore[no-any-return]

    def _checked(self, x: Value) -> Value:
        axes = (self.axis,) if isinstance(self.axis, int) else self.axis or ()
        for axis in axes:
            if not -np.ndim(x) <= axis < np.ndim(x):
                raise _no_axis(axis, x)
        if len({axis % np.ndim(x) for axis in axes}) < len(axes):
            said = noop("the axes {axes} name one of {shape} twice")
            raise ShapeError(sentence(said, axes=list(axes), shape=shape_words(x)))
        return x

    def _spread(self, g: Value, x: Value) -> Value:
        """Return `g` repeated over the axes that were summed."""
        if self.axis is not None and not self.keepdims and np.ndim(x):
            g = np.expand_dims(g, self.axis)
        return np.broadcast_to(g, np.shape(x))


class Sum(_Reduction):
    """The sum of the entries."""

    name, title, symbol = "sum", "Sum", "Σ"

    def forward(self, m: Maths, x: Value) -> Value:
        return np.sum(self._checked(x), axis=self.axis, keepdims=self.keepdims)

    def vjp(self, m: Maths, g: Value, value: Value, x: Value) -> tuple[Value, ...]:
        return (self._spread(g, x),)


class Mean(_Reduction):
    """The mean of the entries; of none it is NaN."""

    name, title, symbol = "mean", "Mean", "mean"

    def forward(self, m: Maths, x: Value) -> Value:
        x = self._checked(x)
        total = np.sum(x, axis=self.axis, keepdims=self.keepdims)
        return np.divide(total, self._count(x, total))

    def vjp(self, m: Maths, g: Value, value: Value, x: Value) -> tuple[Value, ...]:
        return (self._spread(np.divide(g, self._count(x, value)), x),)

    @staticmethod
    def _count(x: Value, total: Value) -> float:
        return np.size(x) / np.size(total) if np.size(total) else 1.0


class Softmax(_Array):
    """The exponentials along `axis`, divided by their sum; without overflow."""

    name, title, symbol = "softmax", "Softmax", "softmax"
    attributes = ("axis",)

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        axis = attributes.get("axis", -1)
        if isinstance(axis, bool) or not isinstance(axis, int):
            said = sentence("the axis must be a whole number, not {axis}", axis=repr(axis))
            raise InvalidAttributeError(said)
        self.axis = axis

    def forward(self, m: Maths, x: Value) -> Value:
        return np.exp(log_softmax(x, self.axis))

    def vjp(self, m: Maths, g: Value, value: Value, x: Value) -> tuple[Value, ...]:
        weighted = g * value
        return (weighted - value * np.sum(weighted, axis=self.axis, keepdims=True),)

    def share(self, m: Maths, port: int, t: Value, value: Value, x: Value) -> Value:
        return self.vjp(m, t, value, x)[0]  # the Jacobian is symmetric

    def reached(self, port: int, moved: Moved, *inputs: Value) -> Moved:
        return np.any(moved, axis=self.axis, keepdims=True)  # type: ignore[no-any-return]


class LogSoftmax(Softmax):
    """The logarithm of the softmax along `axis`."""

    name, title, symbol = "log_softmax", "Log softmax", "log softmax"

    def forward(self, m: Maths, x: Value) -> Value:
        return log_softmax(x, self.axis)

    def vjp(self, m: Maths, g: Value, value: Value, x: Value) -> tuple[Value, ...]:
        return (g - np.exp(value) * np.sum(g, axis=self.axis, keepdims=True),)

    def share(self, m: Maths, port: int, t: Value, value: Value, x: Value) -> Value:
        return t - np.sum(np.exp(value) * t, axis=self.axis, keepdims=True)


def log_softmax(x: Value, axis: int) -> Value:
    """Return x less the logarithm of the sum of its exponentials along `axis`."""
    if not -np.ndim(x) <= axis < np.ndim(x):
        raise _no_axis(axis, x)
    if not np.size(x):
        return np.array(x)
    shifted = x - np.max(x, axis=axis, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=axis, keepdims=True))


def _no_axis(axis: int, x: Value) -> ShapeError:
    """Return the error of an axis that a value does not have; it says which it has."""
    axes = [str(axis) for axis in range(np.ndim(x))]
    said = sentence("there is no axis {axis} in {shape}", axis=axis, shape=shape_words(x))
    if axes[1:]:
        listed, last = ", ".join(axes[:-1]), axes[-1]
        said += sentence("; its axes are {listed} and {last}", listed=listed, last=last)
    elif axes:
        said += sentence("; its axis is 0")
    return ShapeError(said)


def _axes(axis: object) -> int | tuple[int, ...] | None:
    if axis is None or (isinstance(axis, int) and not isinstance(axis, bool)):
        return axis
    if isinstance(axis, list | tuple) and all(type(a) is int for a in axis):
        return tuple(axis)
    said = noop("the axis must be a whole number or a list of them, not {axis}")
    raise InvalidAttributeError(sentence(said, axis=repr(axis)))
