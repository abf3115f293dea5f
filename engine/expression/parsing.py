"""Text to tree: parsed against a whitelist, never executed.

    sum     := product (("+" | "-") product)*
    product := signed (("*" | "/" | "@" | nothing) signed)*     nothing: after a bare number, `2x`
    signed  := ("-" | "+") signed | power
    power   := atom ["^" signed | "²" | "³"]
    atom    := number | name | function "(" part ("," part)* ")"
             | "(" sum ")" | "|" sum "|" | "√" atom
    part    := sum | name "=" told
    told    := ["-"] number | "true" | "false" | "[" [told ("," told)*] "]"

Products are read from left to right, so `1/2x` is `(1/2)*x`, the lecture's ½x. A bar opens where an
operand is expected, and closes where one may end: `||x| - 1|`. Two on both sides are a norm's.
"""

import re
from collections.abc import Callable, Mapping

from engine.errors import ExpressionError
from engine.expression import around, hint
from engine.expression.attributes import ATTRIBUTES, Told, meant_attribute
from engine.expression.brackets import check_brackets
from engine.expression.function import function_called
from engine.expression.reader import MAX_NESTING, Reader
from engine.expression.tokens import Token, excerpt, fail
from engine.expression.tree import (
    ARRAY_FUNCTIONS,
    FUNCTIONS,
    Call,
    Expression,
    Name,
    Number,
    depth,
)
from engine.language import noop, sentence

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_NESTING", "parse"]

MAX_BYTES = 2048
MAX_DEPTH = 128  # of the tree: a chain of 128 terms; keeps every recursive walker safe

_COUNTED = {
    None: noop("{name} takes two or more arguments, not {given}"),
    1: noop("{name} takes one argument, not {given}"),
    2: noop("{name} takes two arguments, not {given}"),
}
_AXIS = re.compile(r"(?:(?P<one>-?\d+)|[\[(](?P<several>-?\d+(?:,-?\d+)*),?[\])])(?=[,)])")
_MANY = noop("{name} takes {n} arguments, not {given}")
_OPERATORS = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide", "@": "matmul"}


def parse(text: str, *, arrays: bool = False, own: Mapping[str, int] | None = None) -> Expression:
    """Return the tree of `text`; raise ExpressionError saying what is wrong and where.

    With `arrays` ops that take a whole array may be called, `mean(d^2)`, `W @ x` is a matmul, and
    ops are told their attributes, `sum(d, axis=0)`. `own` are other functions that may be called,
    with how many arguments each takes: the tree has a Call of that name.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise ExpressionError(
            sentence("an expression may be at most {n} bytes long", n=MAX_BYTES),
            text=text,
            position=0,
        )
    parser = _Parser(text, own or {}, arrays=arrays)
    expression = parser.sum()
    parser.finish()
    if depth(expression) > MAX_DEPTH:
        raise ExpressionError(
            sentence(
                "the expression is more than {n} operations deep: {text}",
                n=MAX_DEPTH,
                text=excerpt(text, 0),
            ),
            text=text,
            position=0,
        )
    return expression


class _Parser(Reader):
    """Reads tokens by recursive descent."""

    def __init__(self, text: str, own: Mapping[str, int], *, arrays: bool) -> None:
        super().__init__(text, own, arrays=arrays)
        self.functions = {**FUNCTIONS, **(ARRAY_FUNCTIONS if arrays else {}), **own}
        self.bars = 0  # that are open: where an operand may end the next one closes
        self.norm = (-1, -1)  # where the bars stand that were closed last

    def sum(self) -> Expression:
        return self._chain(self.product, "+-")

    def product(self) -> Expression:
        return self._chain(self.signed, "*/@")

    def signed(self) -> Expression:
        negative = self.token.text == "-"
        if not (self._take("-") or self._take("+")):
            return self.power()
        self._enter()
        operand = self.signed()
        self.nesting -= 1
        if not negative:
            return operand
        if isinstance(operand, Number):
            return Number(-operand.value)
        return Call("negate", (operand,))

    def power(self) -> Expression:
        base = self.atom()
        if self.token.kind == "raised":
            return Call("power", (base, Number(self._next().value)))
        if not self._take("^"):
            return base
        self._enter()
        exponent = self.signed()
        self.nesting -= 1
        return Call("power", (base, exponent))

    def atom(self) -> Expression:
        token = self.token
        if token.kind == "number":
            return Number(self._next().value)
        if token.kind == "name":
            self._next()
            return self._call(token) if self._take("(") else Name(token.text)
        if self._take("("):
            if self.token.text == ")":
                fail(sentence("nothing stands in these brackets"), self.text, token.position)
            inside = self._bracketed()
            self._close()
            return inside
        if self._take("|"):
            return self._absolute(token)
        if self._take("√"):
            return self._root(token)
        check_brackets(self.text, self.tokens, self.index)
        if token.kind == "sign" and token.text in "=[]|":
            self._no_meaning()
        return self._fail(sentence("expected a number, a name or '('"))

    def _chain(self, part: Callable[[], Expression], signs: str) -> Expression:
        result = last = part()
        while True:
            sign = self.token.text
            if self.token.kind == "sign" and sign in signs:
                if sign == "@" and not self.arrays:
                    self._no_meaning()
                self._next()
                last = part()
            elif self._multiplies(last):  # in a product: a sum's terms have ended otherwise
                sign = "*"
                last = self.power()
            else:
                return result
            result = Call(_OPERATORS[sign], (result, last))

    def _multiplies(self, last: Expression) -> bool:
        """Return whether `last`, just read, is a bare number right before a name or '('."""
        bare = isinstance(last, Number) and self.tokens[self.index - 1].kind == "number"
        begins = "(√" if self.bars else "(√|"
        sign = self.token.kind == "sign" and self.token.text in begins
        return bare and (self.token.kind == "name" or sign)

    def _call(self, token: Token) -> Expression:
        op = function_called(token.text, self.own)
        if op not in self.functions:
            listed = self._listed_within()
            meant = hint.of_function(
                op,
                self.own,
                multiplies=listed == 1,
                arrays=self.arrays,
                axis=self._axis_within(),
            )
            meant = around.of_call(self.text[: token.position + len(token.text)]) or meant
            if op == "T" and self.tokens[self.index - 3].text == "^":
                meant = hint.of_sign(".T")
            if listed == 0 and not meant:
                meant = sentence("; and nothing closes its '('")
            what = sentence("unknown function {name}", name=repr(token.text))
            fail(what, self.text, token.position, meant)
        arguments: list[Expression] = []
        told: dict[str, Told] = {}
        while self.token.text != ")" if not (arguments or told) else self._take(","):
            if self.token.kind == "name" and self.tokens[self.index + 1].text == "=":
                self._attribute(op, told)
            else:
                arguments.append(self._bracketed())
        self._close()
        wanted = self.functions[op]
        if len(arguments) != wanted and (wanted is not None or len(arguments) < 2):
            given = len(arguments)
            what = sentence(_COUNTED.get(wanted, _MANY), name=token.text, n=wanted, given=given)
            more = wanted is not None and len(arguments) > wanted
            meant = (
                meant_attribute(op) if more else hint.of_nothing(op, wanted) if not given else ""
            )
            fail(what, self.text, token.position, meant)
        known = ATTRIBUTES.get(op, ())
        return Call(op, tuple(arguments), tuple((key, told[key]) for key in known if key in told))

    def _listed_within(self) -> int:
        """Return how many parts stand in the brackets just opened; 0 where they do not close."""
        depth, count = 1, 1
        for token in self.tokens[self.index :]:
            depth += (token.text == "(") - (token.text == ")")
            count += depth == 1 and token.text == ","
            if depth == 0:
                return count
        return 0

    def _axis_within(self) -> str:
        """Return which axis is told in the brackets just opened, or axes, nothing for all."""
        depth, texts = 1, [token.text for token in self.tokens[self.index :]]
        for k, text in enumerate(texts):
            depth += (text == "(") - (text == ")")
            if depth == 0:
                break
            if depth == 1 and text in ("axis", "dim") and texts[k + 1] == "=":
                told = _AXIS.match("".join(texts[k + 2 :]))
                return "" if told is None else told["one"] or f"[{told['several']}]"
        return ""

    def _attribute(self, op: str, told: dict[str, Told]) -> None:
        """Read an attribute of `op` into `told`."""
        name = self._next()
        known = ATTRIBUTES.get(op, {}).get(name.text)
        if known is None:
            what = sentence("{op} takes no '{name}'", op=op, name=name.text)
            fail(what, self.text, name.position, meant_attribute(op, name.text))
        if not self.arrays:
            what = sentence("in a formula {op} is not told its {name}", op=op, name=name.text)
            fail(what, self.text, name.position, sentence("; give it a node of its own"))
        if name.text in told:
            what = sentence("{name} is given twice", name=name.text)
            fail(what, self.text, name.position)
        self._next()
        place = self.token.position
        value = self._told()
        if value is None or not known.takes(value):
            check_brackets(self.text, self.tokens, self.index)
            what = sentence("{name} is {what}", name=name.text, what=sentence(known.words))
            fail(what, self.text, place)
        told[name.text] = value

    def _told(self) -> Told | None:
        """Read the value of an attribute; None stands for what is none."""
        if self._take("["):
            return self._listed()
        if self.token.kind == "name" and self.token.text.lower() in ("true", "false"):
            return self._next().text.lower() == "true"
        sign = -1 if self._take("-") else 1
        if self.token.kind != "number":
            return None
        number = self._next()
        return sign * (int(number.text) if number.text.isdecimal() else number.value)

    def _listed(self) -> tuple[int, ...] | None:
        """Read whole numbers up to the end of the list that has begun."""
        numbers: list[int] = []
        while not self._take("]"):
            if numbers and not self._take(","):
                return None
            number = None if self.token.text == "[" else self._told()
            if type(number) is not int:
                return None
            numbers.append(number)
        return tuple(numbers)

    def _absolute(self, opened: Token) -> Expression:
        """Read up to the bar that closes the one just `opened`."""
        self.bars += 1
        inside = self._inside()
        self.bars -= 1
        if not self._take("|"):
            if self.token.kind != "end":
                self._stuck()
            fail(sentence("nothing closes the '{sign}'", sign="|"), self.text, opened.position)
        self._check_no_norm(opened, self.tokens[self.index - 1])
        return Call("abs", (inside,))

    def _check_no_norm(self, opened: Token, closed: Token) -> None:
        """Raise where bars stand doubled on both sides, ||x||, as on paper around a vector."""
        norm = self.norm
        self.norm = (opened.position, closed.position)
        if norm == (opened.position + 1, closed.position - 1):
            what = sentence("{sign} has no meaning in an expression", sign="'||'")
            fail(what, self.text, opened.position, hint.of_sign("‖", arrays=self.arrays))

    def _root(self, sign: Token) -> Expression:
        """Read what stands behind a √; a power behind that could be of both."""
        self._enter()
        under = self.atom()
        self.nesting -= 1
        if self.token.text == "^" or self.token.kind == "raised":
            what = sentence("this root may end before the power or behind it")
            fail(what, self.text, sign.position, sentence("; write √(x^2) or (√x)^2"))
        return Call("sqrt", (under,))

    def _bracketed(self) -> Expression:
        """Read what stands in brackets, where a bar begins anew."""
        bars, self.bars = self.bars, 0
        inside = self._inside()
        self.bars = bars
        return inside

    def _inside(self) -> Expression:
        self._enter()
        inside = self.sum()
        self.nesting -= 1
        return inside
