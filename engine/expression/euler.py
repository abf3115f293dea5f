"""The exponential as it stands on paper: e^x, where e is no name that has a meaning."""

from dataclasses import replace

from engine.expression.tree import Call, Expression, Name, Number

__all__ = ["EULER", "is_exponential", "with_exponential"]

EULER = "e"


def with_exponential(expression: Expression) -> Expression:
    """Return the expression with exp(x) for every e^x in it.

    >>> from engine.expression import parse, written
    >>> written(with_exponential(parse("1/(1 + e^-x)")))
    '1/(1 + exp(-x))'
    """
    if not isinstance(expression, Call):
        return expression
    arguments = tuple(map(with_exponential, expression.arguments))
    if _is_power_of_e(expression):
        return Call("exp", arguments[1:])
    return replace(expression, arguments=arguments)


def is_exponential(expression: Expression) -> bool:
    """Return whether an e^x in the expression is the exponential rather than a power of an e.

    A square is rather that of an error e.

    >>> from engine.expression import parse
    >>> is_exponential(parse("e^-x / 2")), is_exponential(parse("e^2 / 2"))
    (True, False)
    """
    if not isinstance(expression, Call):
        return False
    if _is_power_of_e(expression):
        exponent = expression.arguments[1]
        if not isinstance(exponent, Number) or exponent.value < 0.0:
            return True
    return any(map(is_exponential, expression.arguments))


def _is_power_of_e(expression: Call) -> bool:
    return expression.op == "power" and expression.arguments[0] == Name(EULER)
