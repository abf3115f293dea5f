"""A tree as plain text."""

from engine.expression.attributes import attribute_written
from engine.expression.tree import Expression, Name, Number

__all__ = ["written"]


_SUM, _PRODUCT, _SIGNED, _POWER, _ATOM = range(5)

# op: its sign, how tightly it binds, and how tightly each side must bind to need no parentheses
_INFIX = {
    "add": (" + ", _SUM, _SUM, _PRODUCT),
    "subtract": (" - ", _SUM, _SUM, _PRODUCT),
    "multiply": ("*", _PRODUCT, _PRODUCT, _POWER),
    "divide": ("/", _PRODUCT, _PRODUCT, _POWER),
    "power": ("^", _POWER, _ATOM, _SIGNED),
}


def written(expression: Expression) -> str:
    """Return plain text that parses back to the same tree, with the fewest parentheses."""
    return _written(expression)[0]


def _written(expression: Expression) -> tuple[str, int]:
    """Return the text and how tightly it binds."""
    if isinstance(expression, Name):
        return expression.name, _ATOM
    if isinstance(expression, Number):
        text = _number(expression.value)
        return text, _SIGNED if text.startswith("-") else _ATOM
    op, arguments = expression.op, expression.arguments
    if op in _INFIX and len(arguments) == 2:
        sign, binds, left, right = _INFIX[op]
        return _within(arguments[0], left) + sign + _within(arguments[1], right, first=False), binds
    if op == "negate" and not isinstance(arguments[0], Number):
        return "-" + _within(arguments[0], _POWER), _SIGNED
    told = (attribute_written(*attribute) for attribute in expression.attributes)
    return f"{op}({', '.join([*map(written, arguments), *told])})", _ATOM


def _within(expression: Expression, least: int, *, first: bool = True) -> str:
    """Return the text of an operand; a sign inside a sum is bracketed unless it comes first."""
    text, binds = _written(expression)
    if binds < least or (binds == _SIGNED and least == _PRODUCT and not first):
        return f"({text})"
    return text


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < 1e15:
        return f"{value:.0f}"
    return repr(value)
