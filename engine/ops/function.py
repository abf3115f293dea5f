"""Functions of one variable: exponential, logarithm, sine, absolute value."""

from engine.expression import Call, Expression, Number
from engine.ops.maths import Maths, Value
from engine.ops.op import Op


class _Function(Op):
    family = "function"


class Exp(_Function):
    """The exponential function."""

    name, title, symbol = "exp", "Exponential", "eˣ"

    def forward(self, m: Maths, x: Value) -> Value:
        return m.exp(x)

    def vjp(self, m: Maths, g: Value, value: Value, x: Value) -> tuple[Value, ...]:
        return (g * value,)

    def derivative_written(
        self, port: int, value: Expression, *arguments: Expression
    ) -> Expression:
        return value


class Log(_Function):
    """The natural logarithm."""

    name, title, symbol = "log", "Logarithm", "log"

    def forward(self, m: Maths, x: Value) -> Value:
        return m.log(x)

    def vjp(self, m: Maths, g: Value, value: Value, x: Value) -> tuple[Value, ...]:
        return (m.divide(g, x),)

    def derivative_written(
        self, port: int, value: Expression, *arguments: Expression
    ) -> Expression:
        return Call("divide", (Number(1.0), arguments[0]))


class Sin(_Function):
    """The sine of an angle in radians."""

    name, title, symbol = "sin", "Sine", "sin"

    def forward(self, m: Maths, x: Value) -> Value:
        return m.sin(x)

    def vjp(self, m: Maths, g: Value, value: Value, x: Value) -> tuple[Value, ...]:
        return (g * m.cos(x),)

    def derivative_written(
        self, port: int, value: Expression, *arguments: Expression
    ) -> Expression:
        return Call("cos", arguments)


class Cos(_Function):
    """The cosine of an angle in radians."""

    name, title, symbol = "cos", "Cosine", "cos"

    def forward(self, m: Maths, x: Value) -> Value:
        return m.cos(x)

    def vjp(self, m: Maths, g: Value, value: Value, x: Value) -> tuple[Value, ...]:
        return (-(g * m.sin(x)),)

    def derivative_written(
        self, port: int, value: Expression, *arguments: Expression
    ) -> Expression:
        return Call("negate", (Call("sin", arguments),))


class Abs(_Function):
    """The absolute value; its derivative at 0 is 0, as PyTorch's."""

    name, title, symbol = "abs", "Absolute value", "|x|"
    bends = True

    def forward(self, m: Maths, x: Value) -> Value:
        return m.absolute(x)

    def vjp(self, m: Maths, g: Value, value: Value, x: Value) -> tuple[Value, ...]:
        return (m.where(x > 0.0, g, m.where(x < 0.0, -g, x * 0.0)),)

    def derivative_written(
        self, port: int, value: Expression, *arguments: Expression
    ) -> Expression:
        return Call("divide", (arguments[0], value))
