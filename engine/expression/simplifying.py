"""A tree made shorter: numbers computed, factors 1 and terms 0 left out."""

import math
from dataclasses import dataclass, field, replace

from engine.expression.tree import Call, Expression, Number

__all__ = ["simplified"]

_ZERO, _ONE = Number(0.0), Number(1.0)
_SHORT = 6  # characters of a quotient that is written as one number


def simplified(expression: Expression) -> Expression:
    """Return a shorter tree that is equal wherever all its parts are finite."""
    if not isinstance(expression, Call):
        return expression
    call = replace(expression, arguments=tuple(map(simplified, expression.arguments)))
    if call.op in ("multiply", "divide", "negate"):
        return _Product.of(call).written()
    if call.op == "add":
        return _sum(call)
    if call.op == "subtract":
        return _difference(*call.arguments)
    if call.op in ("power", "square"):
        return _power(call)
    return call


@dataclass
class _Product:
    """A fraction of two numbers, times some factors over some others."""

    top: float = 1.0
    bottom: float = 1.0
    above: list[Expression] = field(default_factory=list)
    below: list[Expression] = field(default_factory=list)

    @classmethod
    def of(cls, expression: Expression) -> "_Product":
        product = cls()
        product._take(expression, under=False)
        return product

    def written(self) -> Expression:
        """Return the product as a tree, its number first."""
        if self.top == 0.0:
            return _ZERO
        self._shorten()
        above, below = list(self.above), list(self.below)
        size = abs(self.top)
        if size != 1.0 or not above:
            above.insert(0, Number(size))
        if self.bottom != 1.0:
            below.insert(0, Number(self.bottom))
        tree = _multiplied(above)
        if below:
            tree = Call("divide", (tree, _multiplied(below)))
        if self.top > 0.0:
            return tree
        return Number(-size) if tree == Number(size) else Call("negate", (tree,))

    def _shorten(self) -> None:
        """Let the fraction be one number where that is as short as the two."""
        quotient = self.top / self.bottom
        if len(repr(quotient)) <= _SHORT and math.isfinite(quotient) and quotient:
            self.top, self.bottom = quotient, 1.0
        elif self.top.is_integer() and self.bottom.is_integer():
            shared = math.gcd(int(self.top), int(self.bottom))
            self.top, self.bottom = self.top / shared, self.bottom / shared

    def _take(self, expression: Expression, *, under: bool) -> None:
        """Multiply by `expression`, or divide by it."""
        op = expression.op if isinstance(expression, Call) else ""
        if isinstance(expression, Call) and op == "multiply":
            for factor in expression.arguments:
                self._take(factor, under=under)
        elif isinstance(expression, Call) and op == "negate":
            self.top = -self.top
            self._take(expression.arguments[0], under=under)
        elif isinstance(expression, Call) and op == "divide":
            self._take(expression.arguments[0], under=under)
            self._take(expression.arguments[1], under=not under)
        elif not (isinstance(expression, Number) and self._count(expression.value, under=under)):
            (self.below if under else self.above).append(expression)

    def _count(self, value: float, *, under: bool) -> bool:
        """Take a number in; return whether that was possible."""
        if not under:
            top = self.top * value
            fits = math.isfinite(top) and (top != 0.0 or value == 0.0 or self.top == 0.0)
            self.top = top if fits else self.top
            return fits
        bottom = self.bottom * abs(value)
        if not bottom or not math.isfinite(bottom):
            return False
        self.bottom, self.top = bottom, math.copysign(1.0, value) * self.top
        return True


def _multiplied(factors: list[Expression]) -> Expression:
    return factors[0] if len(factors) == 1 else Call("multiply", tuple(factors))


def _sum(call: Call) -> Expression:
    terms = [part for part in call.arguments if part != _ZERO]
    if not terms:
        return _ZERO
    numbers = [part.value for part in terms if isinstance(part, Number)]
    if len(numbers) == len(terms) and math.isfinite(sum(numbers)):
        return Number(sum(numbers))
    if len(terms) == 2 and isinstance(terms[1], Call) and terms[1].op == "negate":
        return Call("subtract", (terms[0], terms[1].arguments[0]))
    return terms[0] if len(terms) == 1 else Call("add", tuple(terms))


def _difference(left: Expression, right: Expression) -> Expression:
    if right == _ZERO:
        return left
    if left == _ZERO:
        return simplified(Call("negate", (right,)))
    if isinstance(left, Number) and isinstance(right, Number):
        difference = left.value - right.value
        return Number(difference) if math.isfinite(difference) else Call("subtract", (left, right))
    if isinstance(right, Call) and right.op == "negate":
        return Call("add", (left, right.arguments[0]))
    return Call("subtract", (left, right))


def _power(call: Call) -> Expression:
    base, exponent = (*call.arguments, Number(2.0))[:2]
    if exponent == _ONE:
        return base
    if exponent == _ZERO:
        return _ONE
    return call
