"""The exponential as it stands on paper: e^x, where e is no name that has a meaning."""

from dataclasses import replace

from engine.expression.tree import Call, Expression, Name

__all__ = ["EULER", "with_exponential"]

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
    if expression.op == "power" and arguments[0] == Name(EULER):
        return Call("exp", arguments[1:])
    return replace(expression, arguments=arguments)
