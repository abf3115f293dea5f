"""Expressions as Python code, in the functions of one library."""

from collections.abc import Sequence

from engine.errors import GraphError
from engine.expression import Call, Expression, Name, Number, parse, substitute
from engine.formats.code.literal import number_text
from engine.formats.code.spelling import SPELLINGS
from engine.formats.code.tracing import TOO_LONG, traced_value
from engine.ops import OPS, Maths

__all__ = ["ATOM", "PRODUCT", "Dialect", "Written"]

# How tightly a text holds together, loosest first; what is looser gets parentheses.
CHOICE, COMPARED, EITHER, BOTH, SUM, PRODUCT, SIGN, POWER, ATOM = range(9)

_INFIX = {
    "add": ("+", SUM),
    "subtract": ("-", SUM),
    "multiply": ("*", PRODUCT),
    "divide": ("/", PRODUCT),
    "matmul": ("@", PRODUCT),
    "less": ("<", COMPARED),
    "at_most": ("<=", COMPARED),
    "greater": (">", COMPARED),
    "at_least": (">=", COMPARED),
    "equal": ("==", COMPARED),
    "unequal": ("!=", COMPARED),
    "both": ("&", BOTH),
    "either": ("|", EITHER),
}

_LONGEST = 500_000  # characters of one formula

Written = tuple[str, int]


class Dialect:
    """How one library is written: `name` finds its spellings, `library` what it is imported as.

    `tensor` makes a number what the library's functions take.
    """

    def __init__(self, name: str, library: str, tensor: str = "{}") -> None:
        self.name, self.library, self.tensor = name, library, tensor

    def text(self, expression: Expression, least: int = 0) -> str:
        """Return the code of an expression, in parentheses where it binds looser than `least`.

        Raises GraphError where it is too long: some ops are written with their argument twice.
        """
        text, binds = self._written(expression)
        if len(text) > _LONGEST:
            raise GraphError(TOO_LONG)
        return text if binds >= least else f"({text})"

    def number(self, value: float, *, whole: bool = False) -> str:
        """Return the code of a number."""
        return number_text(value, self.library, whole=whole)

    def constant(self, value: float) -> str:
        """Return the code of a number that the library's functions take."""
        return self.tensor.format(self.number(value))

    def _written(self, expression: Expression) -> Written:
        if isinstance(expression, Name):
            return expression.name, ATOM
        if isinstance(expression, Number):
            text = self.number(expression.value, whole=True)
            return text, SIGN if text.startswith("-") else ATOM
        row = expression.op if len(expression.arguments) < 3 else f"{expression.op} of many"
        spelling = SPELLINGS.get(row, SPELLINGS.get(expression.op, {})).get(self.name)
        if spelling is not None:
            return self._spelled(spelling, expression.arguments)
        if expression.op in _INFIX:
            return self._infix(expression)
        if expression.op == "negate":
            return f"-{self.text(expression.arguments[0], SIGN)}", SIGN
        if expression.op in ("power", "square"):
            return self._power(*(*expression.arguments, Number(2.0))[:2])
        if expression.op == "where" and self.name == "math":
            condition, yes, no = (self.text(part, COMPARED) for part in expression.arguments)
            return f"{yes} if {condition} else {no}", CHOICE
        if expression.op in Maths.__annotations__ or expression.op == "abs":
            return f"{self.library}.{expression.op}({self._listed(expression.arguments)})", ATOM
        return self._written(traced_value(OPS[expression.op](), *expression.arguments))

    def _spelled(self, spelling: str, arguments: Sequence[Expression]) -> Written:
        if spelling.startswith("="):  # an expression of x
            return self._written(substitute(parse(spelling[1:]), {"x": arguments[0]}))
        call = spelling if "{" in spelling else f"{spelling}({{}})"
        return call.format(self._listed(arguments)), ATOM

    def _listed(self, arguments: Sequence[Expression]) -> str:
        return ", ".join(
            self.constant(part.value) if isinstance(part, Number) else self.text(part)
            for part in arguments
        )

    def _infix(self, expression: Call) -> Written:
        sign, binds = _INFIX[expression.op]
        first = binds + (binds == COMPARED)  # a < b < c would mean something else
        texts = [self.text(expression.arguments[0], first)]
        for part in expression.arguments[1:]:
            if expression.op == "divide" and isinstance(part, Number) and not part.value:
                texts.append(self.constant(part.value))  # a plain number divided by 0 raises
            else:
                texts.append(self.text(part, binds + 1))
        return f" {sign} ".join(texts), binds

    def _power(self, base: Expression, exponent: Expression) -> Written:
        texts = self.text(base, ATOM), self.text(exponent, SIGN)
        plain = all(isinstance(part, Name | Number) for part in (base, exponent))
        return ("**" if plain else " ** ").join(texts), POWER
