"""Arithmetic: sums, products, quotients, powers."""

from engine.expression import Call, Expression, Number
from engine.ops.maths import Maths, Value
from engine.ops.op import Op


class _Arithmetic(Op):
    family = "arithmetic"


class Add(_Arithmetic):
    """The sum of two or more inputs."""

    name, title, symbol = "add", "Add", "+"
    inputs, variadic, passes_on = ("a", "b"), True, True

    def forward(self, m: Maths, a: Value, b: Value, *more: Value) -> Value:
        total = a + b
        for term in more:
            total = total + term
        return total

    def vjp(self, m: Maths, g: Value, value: Value, *inputs: Value) -> tuple[Value, ...]:
        return (g,) * len(inputs)

    def derivative_written(
        self, port: int, value: Expression, *arguments: Expression
    ) -> Expression:
        return Number(1.0)


class Multiply(_Arithmetic):
    """The product of two or more inputs."""

    name, title, symbol = "multiply", "Multiply", "×"
    inputs, variadic = ("a", "b"), True

    def forward(self, m: Maths, *inputs: Value) -> Value:
        product = inputs[0] * inputs[1]
        for factor in inputs[2:]:
            product = product * factor
        return product

    def vjp(self, m: Maths, g: Value, value: Value, *inputs: Value) -> tuple[Value, ...]:
        if len(inputs) == 2:
            return g * inputs[1], g * inputs[0]
        # products of all before and all after: no division, so a zero factor is exact
        before, after = [g], [1.0]
        for factor in inputs[:-1]:
            before.append(before[-1] * factor)
        for factor in reversed(inputs[1:]):
            after.append(after[-1] * factor)
        return tuple(b * a for b, a in zip(before, reversed(after), strict=True))

    def derivative_written(
        self, port: int, value: Expression, *arguments: Expression
    ) -> Expression:
        others = tuple(argument for k, argument in enumerate(arguments) if k != port)
        return others[0] if len(others) == 1 else Call(self.name, others)


class Subtract(_Arithmetic):
    """The first input less the second."""

    name, title, symbol = "subtract", "Subtract", "−"
    inputs = ("a", "b")

    def forward(self, m: Maths, a: Value, b: Value) -> Value:
        return a - b

    def vjp(self, m: Maths, g: Value, value: Value, a: Value, b: Value) -> tuple[Value, ...]:
        return g, -g

    def derivative_written(
        self, port: int, value: Expression, *arguments: Expression
    ) -> Expression:
        return Number(-1.0 if port else 1.0)


class Divide(_Arithmetic):
    """The first input over the second."""

    name, title, symbol = "divide", "Divide", "÷"
    inputs = ("a", "b")

    def forward(self, m: Maths, a: Value, b: Value) -> Value:
        return m.divide(a, b)

    def vjp(self, m: Maths, g: Value, value: Value, a: Value, b: Value) -> tuple[Value, ...]:
        by_a = m.divide(g, b)
        return by_a, -m.divide(by_a * a, b)

    def derivative_written(
        self, port: int, value: Expression, *arguments: Expression
    ) -> Expression:
        a, b = arguments
        if not port:
            return Call("divide", (Number(1.0), b))
        return Call("negate", (Call("divide", (a, Call("square", (b,)))),))


class Negate(_Arithmetic):
    """The input with its sign changed."""

    name, title, symbol = "negate", "Negate", "−x"

    def forward(self, m: Maths, x: Value) -> Value:
        return -x

    def vjp(self, m: Maths, g: Value, value: Value, x: Value) -> tuple[Value, ...]:
        return (-g,)

    def derivative_written(
        self, port: int, value: Expression, *arguments: Expression
    ) -> Expression:
        return Number(-1.0)


class Power(_Arithmetic):
    """The first input raised to the second."""

    name, title, symbol = "power", "Power", "xʸ"
    inputs = ("a", "b")

    def forward(self, m: Maths, a: Value, b: Value) -> Value:
        return m.power(a, b)

    def vjp(self, m: Maths, g: Value, value: Value, a: Value, b: Value) -> tuple[Value, ...]:
        # As PyTorch: a power of 0 does not depend on its base, 0 to a power not on the power.
        by_a = m.where(b == 0.0, 0.0, g * (b * m.power(a, b - 1.0)))
        by_b = m.where((a == 0.0) & (b >= 0.0), 0.0, g * (value * m.log(a)))
        return by_a, by_b

    def derivative_written(
        self, port: int, value: Expression, *arguments: Expression
    ) -> Expression:
        a, b = arguments
        if port:
            return Call("multiply", (value, Call("log", (a,))))
        return Call("multiply", (b, Call("power", (a, Call("subtract", (b, Number(1.0)))))))


class Square(_Arithmetic):
    """The input times itself."""

    name, title, symbol = "square", "Square", "x²"

    def forward(self, m: Maths, x: Value) -> Value:
        return x * x

    def vjp(self, m: Maths, g: Value, value: Value, x: Value) -> tuple[Value, ...]:
        return (g * (2.0 * x),)

    def derivative_written(
        self, port: int, value: Expression, *arguments: Expression
    ) -> Expression:
        return Call("multiply", (Number(2.0), arguments[0]))


class Sqrt(_Arithmetic):
    """The square root."""

    name, title, symbol = "sqrt", "Square root", "√x"

    def forward(self, m: Maths, x: Value) -> Value:
        return m.sqrt(x)

    def vjp(self, m: Maths, g: Value, value: Value, x: Value) -> tuple[Value, ...]:
        return (m.divide(g, 2.0 * value),)

    def derivative_written(
        self, port: int, value: Expression, *arguments: Expression
    ) -> Expression:
        return Call("divide", (Number(1.0), Call("multiply", (Number(2.0), value))))
