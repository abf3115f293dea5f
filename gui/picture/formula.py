"""Formulas set as mathematics: `½ d²`, `w · x`, `ReLU(z)`, from the tree of an expression."""

from collections.abc import Callable, Mapping

from engine.expression import Call, Expression, Name, Number, attribute_written
from engine.ops import OPS
from engine.words.number_text import number_text
from gui.fonts import Face
from gui.picture.markup import SCRIPT, set_name
from gui.picture.runs import Typeset, join, set_text
from gui.theme import Ink

__all__ = ["SIGNS", "UNKNOWN", "set_formula"]

UNKNOWN = "?"  # the name of an input that is missing

# How tightly a formula holds together, loosest first; what is looser gets parentheses.
_SUM, _PRODUCT, _SIGN, _POWER, _ATOM = range(5)

_HALVES = {(1.0, 2.0): "½", (1.0, 3.0): "⅓", (1.0, 4.0): "¼", (3.0, 4.0): "¾", (2.0, 3.0): "⅔"}
SIGNS = {0.5: "½", 0.25: "¼", 0.75: "¾"}
"""How a factor is written that a product begins with."""
_LED = frozenset({"multiply", "divide", "power", "square"})  # written with the first input first
_INFIX = {"add": (" + ", _SUM), "subtract": (" − ", _SUM), "divide": (" / ", _PRODUCT)}

Piece = tuple[Typeset, int]
NameSetter = Callable[[str, int], Typeset]


def set_formula(
    expression: Expression,
    size: int,
    set_one: NameSetter | None = None,
    symbols: Mapping[str, str] | None = None,
    numbers: Mapping[str, str] | None = None,
    ink: Ink = Ink.TEXT,
) -> Typeset:
    """Return `expression` set as mathematics at `size`.

    `set_one` sets a name (by default as `set_name` does). A function is written by its op's sign,
    `sigmoid` as σ, or by that in `symbols`. A name in `numbers` is written as its number, in `ink`,
    with the parentheses and dots that a number needs: `w · x` becomes `2 · (−2)`.
    """
    setter = _Setter(set_one or set_name, symbols or {}, numbers or {}, ink)
    return setter.piece(expression, size)[0]


class _Setter:
    """Sets one formula; its methods return a piece and how tightly it holds."""

    def __init__(
        self,
        set_one: NameSetter,
        symbols: Mapping[str, str],
        numbers: Mapping[str, str],
        ink: Ink,
    ) -> None:
        self._set_one = set_one
        self._symbols = symbols
        self._numbers = numbers
        self._ink = ink

    def piece(self, expression: Expression, size: int) -> Piece:
        """Return the formula at `size` and its tightness."""
        if isinstance(expression, Number):
            return _sign(number_text(expression.value), size)
        if isinstance(expression, Name):
            if expression.name in self._numbers:
                return _sign(self._numbers[expression.name], size, self._ink)
            if expression.name == UNKNOWN:
                return set_text(UNKNOWN, Face.BOLD, size, Ink.WARNING), _ATOM
            return self._set_one(expression.name, size), _ATOM
        special = getattr(self, f"_{expression.op}", None) if expression.op in OPS else None
        if special is not None:
            piece: Piece = special(expression, size)
            return piece
        return self._function(expression, size)

    def _within(self, expression: Expression, size: int, least: int) -> Typeset:
        """Return the formula, in parentheses where it holds looser than `least`."""
        typeset, tightness = self.piece(expression, size)
        return typeset if tightness >= least else _fenced(typeset, "(", ")", size)

    def _infix(self, expression: Call, size: int) -> Piece:
        mark, tightness = _INFIX[expression.op]
        last = len(expression.arguments) - 1
        parts: list[Typeset] = []
        for place, argument in enumerate(expression.arguments):
            # a − (b + c): what follows a minus or a stroke must hold tighter than the mark
            least = tightness + (place > 0 and expression.op != "add")
            if place > 0 and self._is_negative(argument):
                least = _POWER
            parts.append(self._within(argument, size, least))
            if place < last:
                parts.append(_roman(mark, size))
        return _row(parts), tightness

    _add = _subtract = _infix

    def _is_negative(self, expression: Expression) -> bool:
        if isinstance(expression, Number):
            return expression.value < 0
        if isinstance(expression, Name):
            return self._numbers.get(expression.name, "").startswith("−")
        leads = expression.op in ("multiply", "divide") and self._is_negative(
            expression.arguments[0]
        )
        return leads or expression.op == "negate"

    def _leads_with_number(self, expression: Expression) -> bool:
        """Tell whether the formula begins with a number, which must not touch one before it."""
        while isinstance(expression, Call):
            if expression.op not in _LED or isinstance(expression.arguments[0], Call):
                return False
            expression = expression.arguments[0]
        return isinstance(expression, Number) or expression.name in self._numbers

    def _divide(self, expression: Call, size: int) -> Piece:
        above, below = expression.arguments
        if isinstance(below, Number):
            if isinstance(above, Number):
                fraction = _HALVES.get((above.value, below.value))
                if fraction:
                    return _roman(fraction, size), _ATOM
            elif (1.0, below.value) in _HALVES:
                number = self._leads_with_number(above)
                fenced = number and self._is_negative(above)
                space = " · " if number and not fenced else " "
                share = _roman(_HALVES[1.0, below.value] + space, size)
                inner = self._within(above, size, _POWER if fenced else _PRODUCT)
                return _row([share, inner]), _PRODUCT
        return self._infix(expression, size)

    def _multiply(self, expression: Call, size: int) -> Piece:
        parts: list[Typeset] = []
        before: Expression | None = None
        for argument in expression.arguments:
            if before is not None:
                close = _is_factor(before) and not self._leads_with_number(argument)
                parts.append(_roman(" " if close else " · ", size))
            # a negative factor stands in parentheses except at the front
            least = _POWER if before is not None else _PRODUCT
            sign = SIGNS.get(argument.value) if isinstance(argument, Number) else None
            if before is None and sign:
                parts.append(_roman(sign, size))
            else:
                parts.append(self._within(argument, size, least))
            before = argument
        return _row(parts), _PRODUCT

    def _matmul(self, expression: Call, size: int) -> Piece:
        first, second = expression.arguments
        chained = isinstance(first, Call) and first.op == "matmul"  # A B x, with no brackets
        left = self._within(first, size, _PRODUCT if chained else _POWER)
        right = self._within(second, size, _POWER)
        # W x stands close, as in the lecture; Wᵀ · ∂J/∂z, which are no names, do not
        close = not any(isinstance(a, Call) and a.op == "transpose" for a in (first, second))
        return _row([left, _roman(" " if close else " · ", size), right]), _PRODUCT

    def _negate(self, expression: Call, size: int) -> Piece:
        inner = expression.arguments[0]
        least = _POWER if self._is_negative(inner) else _PRODUCT
        return _row([_roman("−", size), self._within(inner, size, least)]), _SUM

    def _power(self, expression: Call, size: int) -> Piece:
        base, exponent = expression.arguments
        return _raised(self._base(base, size), self.piece(exponent, _script(size))[0], size)

    def _square(self, expression: Call, size: int) -> Piece:
        base = self._base(expression.arguments[0], size)
        return _raised(base, _roman("2", _script(size)), size)

    def _transpose(self, expression: Call, size: int) -> Piece:
        base = self._within(expression.arguments[0], size, _ATOM)
        return _raised(base, _roman("T", _script(size)), size)

    def _base(self, expression: Expression, size: int) -> Typeset:
        """Return a power's base: W^[1] squared is no W^[12], though W^[1]T is its transpose."""
        base = self._within(expression, size, _ATOM)
        indexed = isinstance(expression, Name) and any(run.y < 0 for run in base.runs)
        return _fenced(base, "(", ")", size) if indexed else base

    def _exp(self, expression: Call, size: int) -> Piece:
        exponent = self.piece(expression.arguments[0], _script(size))[0]
        return join([(set_text("e", Face.ITALIC, size), 0.0), (exponent, 0.42 * size)]), _POWER

    def _abs(self, expression: Call, size: int) -> Piece:
        inner = self.piece(expression.arguments[0], size)[0]
        return _fenced(inner, "|", "|", size), _ATOM

    def _sqrt(self, expression: Call, size: int) -> Piece:
        return _row([_roman("√", size), self._within(expression.arguments[0], size, _ATOM)]), _POWER

    def _function(self, expression: Call, size: int) -> Piece:
        called = expression.op  # no op where what is too wide is written as f(…)
        written = self._symbols.get(called) or (OPS[called].symbol if called in OPS else called)
        inner: list[Typeset] = []
        for argument in expression.arguments:
            if inner:
                inner.append(_roman(", ", size))
            inner.append(self.piece(argument, size)[0])
        for attribute in expression.attributes:
            told = attribute_written(*attribute).replace("=", " = ").replace("-", "−")
            inner.append(_roman(f", {told}", size))
        # A one-letter function is a letter (g, σ); a longer one is a word, set upright.
        face = Face.ITALIC if len(written) == 1 else Face.ROMAN
        return _row([set_text(written, face, size), _fenced(_row(inner), "(", ")", size)]), _ATOM


def _raised(base: Typeset, script: Typeset, size: int) -> Piece:
    return join([(base, 0.0), (script, 0.42 * size)]), _POWER


def _is_factor(expression: Expression) -> bool:
    """Tell whether what follows needs no dot, as in `2 x` and `½ x`: a number or a fraction."""
    return isinstance(expression, Number) or _is_fraction(expression)


def _is_fraction(expression: Expression) -> bool:
    """Tell whether the expression is written as one sign, such as ½."""
    return (
        isinstance(expression, Call)
        and expression.op == "divide"
        and tuple(a.value for a in expression.arguments if isinstance(a, Number)) in _HALVES
    )


def _sign(text: str, size: int, ink: Ink = Ink.TEXT) -> Piece:
    """Return a number; a sign holds it looser, an exponent a little."""
    tightness = _SIGN if text.startswith("−") else _POWER if "e" in text else _ATOM
    return set_text(text, Face.ROMAN, size, ink), tightness


def _script(size: int) -> int:
    return round(size * SCRIPT)


def _roman(text: str, size: int) -> Typeset:
    return set_text(text, Face.ROMAN, size)


def _row(parts: list[Typeset]) -> Typeset:
    return join((part, 0.0) for part in parts)


def _fenced(inner: Typeset, left: str, right: str, size: int) -> Typeset:
    return _row([_roman(left, size), inner, _roman(right, size)])
