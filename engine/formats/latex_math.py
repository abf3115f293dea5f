"""Formulas as LaTeX's mathematics."""

from collections.abc import Callable

from engine.expression import Call, Expression, Name, Number, attribute_written
from engine.expression.attributes import Told
from engine.formats.latex_lines import width
from engine.formats.latex_text import name_latex, number_latex, plain_latex

__all__ = ["expression_latex", "in_parentheses", "is_called"]

_SUM, _PRODUCT, _SIGN, _POWER, _ATOM = range(5)
_SIMPLE = {"sin", "cos", "log", "tanh"}
_WORDS = {
    "relu": "\\operatorname{ReLU}", "leaky_relu": "\\operatorname{LReLU}", "sigmoid": "\\sigma",
    "maximum": "\\max", "minimum": "\\min",
}  # fmt: skip
_NO_GAP = "\\mathopen{}"
_LINE = 27.0  # em; a page is wider, but not all of it is left for one part of a formula
_HIGH = ("\\frac", "\\left", "\\sum")
Written = tuple[str, int]


def expression_latex(expression: Expression, name: Callable[[str], str] = name_latex) -> str:
    """Return a formula; `name` writes the names in it."""
    return _Setter(name).piece(expression)[0]


def in_parentheses(text: str) -> str:
    r"""Return a formula in parentheses, which grow only where something in it is high.

    Those that do not are set closer to what is before them, and a line may end between them.

    >>> in_parentheses("a + b"), in_parentheses("\\frac{a}{b}")
    ('(a + b)', '\\left(\\frac{a}{b}\\right)')
    """
    high = any(command in text for command in _HIGH)
    return f"\\left({text}\\right)" if high else f"({text})"


def is_called(expression: Expression) -> bool:
    """Tell whether a formula is one function's call, `tanh(x)`; a product or a power is none.

    >>> is_called(Call("tanh", (Name("x"),))), is_called(Call("square", (Name("x"),)))
    (True, False)
    """
    return isinstance(expression, Call) and not hasattr(_Setter, f"_{expression.op}")


class _Setter:
    """Sets one formula; `piece` returns a text and how tightly it holds."""

    def __init__(self, name: Callable[[str], str]) -> None:
        self._name = name

    def piece(self, expression: Expression) -> Written:
        if isinstance(expression, Number):
            text = number_latex(expression.value)
            return text, _SIGN if expression.value < 0 else _POWER if "^" in text else _ATOM
        if isinstance(expression, Name):
            return self._name(expression.name), _ATOM
        special = getattr(self, f"_{expression.op}", None)
        if special is not None:
            found: Written = special(*expression.arguments)
            return found
        return self._function(expression)

    def _within(self, expression: Expression, least: int) -> str:
        text, holds = self.piece(expression)
        return text if holds >= least else in_parentheses(text)

    def _add(self, first: Expression, *others: Expression) -> Written:
        rest = (self._within(term, _PRODUCT + (_negative(term) * 2)) for term in others)
        return " + ".join([self._within(first, _SUM), *rest]), _SUM

    def _subtract(self, a: Expression, b: Expression) -> Written:
        return f"{self._within(a, _SUM)} - {self._within(b, _POWER - (not _negative(b)) * 2)}", _SUM

    def _multiply(self, first: Expression, *others: Expression) -> Written:
        text, before = self._within(first, _PRODUCT), first
        for factor in others:
            bare = isinstance(before, Number) and not isinstance(factor, Number)
            text += (" " if bare else " \\cdot ") + self._within(factor, _POWER)
            before = factor
        return text, _PRODUCT

    def _divide(self, a: Expression, b: Expression) -> Written:
        text = self._within(a, _PRODUCT)
        # ½ x; not ½ −x, which would be a difference, nor ½ 2 x
        if isinstance(b, Number) and b.value > 0 and not text.startswith(tuple("-.0123456789")):
            return f"\\tfrac{{1}}{{{number_latex(b.value)}}} {text}", _PRODUCT
        above, below = self.piece(a)[0], self.piece(b)[0]
        if _is_long(below):
            return f"{text} \\cdot {in_parentheses(below)}^{{-1}}", _PRODUCT
        if _is_long(above):
            return f"\\frac{{1}}{{{below}}} \\cdot {self._within(a, _POWER)}", _PRODUCT
        return f"\\frac{{{above}}}{{{below}}}", _PRODUCT

    def _matmul(self, a: Expression, b: Expression) -> Written:
        return f"{self._within(a, _POWER)} \\, {self._within(b, _POWER)}", _PRODUCT

    def _negate(self, x: Expression) -> Written:
        return f"-{self._within(x, _PRODUCT)}", _SIGN

    def _power(self, base: Expression, exponent: Expression) -> Written:
        return f"{self._base(base)}^{{{self.piece(exponent)[0]}}}", _POWER

    def _square(self, x: Expression) -> Written:
        return f"{self._base(x)}^{{2}}", _POWER

    def _base(self, x: Expression) -> str:
        """Return a power's base: W^[1] squared is no W^[12], though W^[1]T is its transpose."""
        text, holds = self.piece(x)
        if holds < _ATOM or (isinstance(x, Name) and "^" in text) or _is_long(text):
            return in_parentheses(text)
        return f"{{{text}}}"

    def _transpose(self, x: Expression) -> Written:
        return f"{{{self._within(x, _ATOM)}}}^{{\\top}}", _POWER

    def _exp(self, x: Expression) -> Written:
        inner = self.piece(x)[0]
        if _is_long(inner):
            return f"\\exp{_around(inner)}", _ATOM
        return f"e^{{{inner}}}", _POWER

    def _sqrt(self, x: Expression) -> Written:
        inner = self.piece(x)[0]
        if _is_long(inner):
            return f"{in_parentheses(inner)}^{{1/2}}", _POWER
        return f"\\sqrt{{{inner}}}", _ATOM

    def _abs(self, x: Expression) -> Written:
        return f"\\left|{self.piece(x)[0]}\\right|", _ATOM

    def _function(self, call: Call) -> Written:
        told = (_attribute_latex(*attribute) for attribute in call.attributes)
        inner = ", ".join([*(self.piece(argument)[0] for argument in call.arguments), *told])
        word = f"\\{call.op}" if call.op in _SIMPLE else _WORDS.get(call.op, "")
        if not word:
            words = call.op.replace("_", "\\ ")
            word = f"\\operatorname{{{words}}}"
        return f"{word}{_around(inner)}", _ATOM


def _around(inner: str) -> str:
    """Return what a function is called with, in parentheses."""
    around = in_parentheses(inner)
    # else LaTeX would leave a gap before parentheses that grow
    return f"{'' if around[0] == '(' else _NO_GAP}{around}"


def _is_long(text: str) -> bool:
    """Tell whether no line could hold a formula, which in parentheses goes on in the next one."""
    return len(text) > _LINE and width(text) > _LINE


def _attribute_latex(name: str, value: Told) -> str:
    said = attribute_written(name, value).removeprefix(f"{name}=")
    return f"\\mathrm{{{name}}} = {plain_latex(said)}"


def _negative(expression: Expression) -> bool:
    if isinstance(expression, Number):
        return expression.value < 0
    if isinstance(expression, Name):
        return False
    leads = expression.op in ("multiply", "divide") and _negative(expression.arguments[0])
    return leads or expression.op == "negate"
