"""Activations of neural networks."""

from math import isfinite
from typing import Any

from engine.errors import InvalidAttributeError
from engine.expression import Call, Expression, Number
from engine.language import sentence
from engine.ops.maths import Maths, Value
from engine.ops.op import Op
from engine.words.wording import point_hint

_ONE = Number(1.0)


class _Activation(Op):
    family = "activation"


class Relu(_Activation):
    """The larger of the input and 0; its derivative at 0 is 0, as PyTorch's."""

    name, title, symbol = "relu", "ReLU", "ReLU"
    bends = True

    def forward(self, m: Maths, x: Value) -> Value:
        return m.maximum(x, 0.0)

    def vjp(self, m: Maths, g: Value, value: Value, x: Value) -> tuple[Value, ...]:
        return (m.where(x > 0.0, g, 0.0),)


class LeakyRelu(_Activation):
    """The input where it is positive, `slope` times it elsewhere."""

    name, title, symbol = "leaky_relu", "Leaky ReLU", "LReLU"
    bends = True
    attributes = ("slope",)

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        slope = attributes.get("slope", 0.01)
        if isinstance(slope, bool) or not isinstance(slope, int | float):
            hint = point_hint(slope) if isinstance(slope, str) else ""
            said = sentence("the slope must be a number, not {slope}", slope=repr(slope))
            meant = sentence("; write {meant}", meant=hint) if hint else ""
            raise InvalidAttributeError(said + meant)
        try:
            self.slope = float(slope)
        except OverflowError:
            raise InvalidAttributeError(sentence("the slope is too large for a number")) from None
        if not isfinite(self.slope):
            raise InvalidAttributeError(sentence("the slope must be a finite number"))

    def forward(self, m: Maths, x: Value) -> Value:
        return m.where(x > 0.0, x, self.slope * x)

    def vjp(self, m: Maths, g: Value, value: Value, x: Value) -> tuple[Value, ...]:
        return (m.where(x > 0.0, g, self.slope * g),)


class Sigmoid(_Activation):
    """The logistic function 1 / (1 + e⁻ˣ), without overflow at either end."""

    name, title, symbol = "sigmoid", "Sigmoid", "σ"

    def forward(self, m: Maths, x: Value) -> Value:
        small = m.exp(-m.absolute(x))
        return m.where(x >= 0.0, 1.0, small) / (1.0 + small)

    def vjp(self, m: Maths, g: Value, value: Value, x: Value) -> tuple[Value, ...]:
        small = m.exp(-m.absolute(x))
        # value · (1 − value), but exact where value rounds to 1
        return (g * (small / ((1.0 + small) * (1.0 + small))),)

    def derivative_written(
        self, port: int, value: Expression, *arguments: Expression
    ) -> Expression:
        return Call("multiply", (value, Call("subtract", (_ONE, value))))


class Tanh(_Activation):
    """The hyperbolic tangent."""

    name, title, symbol = "tanh", "Tanh", "tanh"

    def forward(self, m: Maths, x: Value) -> Value:
        return m.tanh(x)

    def vjp(self, m: Maths, g: Value, value: Value, x: Value) -> tuple[Value, ...]:
        return (g * ((1.0 - value) * (1.0 + value)),)

    def derivative_written(
        self, port: int, value: Expression, *arguments: Expression
    ) -> Expression:
        return Call("subtract", (_ONE, Call("square", (value,))))


class Softplus(_Activation):
    """The smooth ReLU, log(1 + eˣ), without overflow."""

    name, title, symbol = "softplus", "Softplus", "softplus"

    def forward(self, m: Maths, x: Value) -> Value:
        return m.maximum(x, 0.0) + m.log1p(m.exp(-m.absolute(x)))

    def vjp(self, m: Maths, g: Value, value: Value, x: Value) -> tuple[Value, ...]:
        return (g * Sigmoid().forward(m, x),)

    def derivative_written(
        self, port: int, value: Expression, *arguments: Expression
    ) -> Expression:
        return Call("sigmoid", arguments)
