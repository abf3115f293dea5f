"""Text to tree: parsed against a whitelist, never executed.

    sum     := product (("+" | "-") product)*
    product := signed (("*" | "/" | "@" | nothing) signed)*     nothing: after a bare number, `2x`
    signed  := "-" signed | power
    power   := atom ["^" signed | "²" | "³"]
    atom    := number | name | function "(" part ("," part)* ")" | "(" sum ")"
    part    := sum | name "=" told
    told    := ["-"] number | "true" | "false" | "[" [told ("," told)*] "]"

Products are read from left to right, so `1/2x` is `(1/2)*x`, the lecture's ½x.
"""

from collections.abc import Callable, Mapping
from typing import NoReturn

from engine.errors import ExpressionError
from engine.expression import hint
from engine.expression.attributes import ATTRIBUTES, Told, meant_attribute
from engine.expression.brackets import check_brackets
from engine.expression.tokens import Token, excerpt, fail, tokens
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

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_NESTING", "SHORT", "parse"]

MAX_BYTES = 2048
MAX_NESTING = 64
MAX_DEPTH = 128  # of the tree: a chain of 128 terms; keeps every recursive walker safe

SHORT = {"max": "maximum", "min": "minimum", "ln": "log"}
"""What is typed for an op whose name is longer."""

_COUNTED = {
    None: noop("{name} takes two or more arguments, not {given}"),
    1: noop("{name} takes one argument, not {given}"),
    2: noop("{name} takes two arguments, not {given}"),
}
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


class _Parser:
    """Reads tokens by recursive descent; nesting is counted, so the stack cannot run out."""

    def __init__(self, text: str, own: Mapping[str, int], *, arrays: bool) -> None:
        self.text, self.arrays, self.own = text, arrays, own
        self.functions = {**FUNCTIONS, **(ARRAY_FUNCTIONS if arrays else {}), **own}
        self.tokens = tokens(text)
        self.index = 0
        self.nesting = 0

    def sum(self) -> Expression:
        return self._chain(self.product, "+-")

    def product(self) -> Expression:
        return self._chain(self.signed, "*/@")

    def signed(self) -> Expression:
        if not self._take("-"):
            return self.power()
        self._enter()
        operand = self.signed()
        self.nesting -= 1
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
            inside = self._inside()
            self._close()
            return inside
        check_brackets(self.text, self.tokens, self.index)
        if token.kind == "sign" and token.text in "=[]":
            self._no_meaning()
        return self._fail(sentence("expected a number, a name or '('"))

    def finish(self) -> None:
        """Raise unless everything was read."""
        if self.token.kind != "end":
            self._stuck()

    @property
    def token(self) -> Token:
        return self.tokens[self.index]

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
        return bare and (self.token.kind == "name" or self.token.text == "(")

    def _call(self, token: Token) -> Expression:
        op = token.text if token.text in self.own else SHORT.get(token.text, token.text)
        if op not in self.functions:
            listed = self._listed_within()
            meant = hint.of_function(op, self.own, multiplies=listed == 1, arrays=self.arrays)
            if op == "T" and self.tokens[self.index - 3].text == "^":
                meant = hint.of_sign(".T")
            if listed == 0 and not meant:
                meant = sentence("; and nothing closes its '('")
            what = sentence("unknown function {name}", name=repr(op))
            fail(what, self.text, token.position, meant)
        arguments: list[Expression] = []
        told: dict[str, Told] = {}
        while self.token.text != ")" if not (arguments or told) else self._take(","):
            if self.token.kind == "name" and self.tokens[self.index + 1].text == "=":
                self._attribute(op, told)
            else:
                arguments.append(self._inside())
        self._close()
        wanted = self.functions[op]
        if len(arguments) != wanted and (wanted is not None or len(arguments) < 2):
            given = len(arguments)
            what = sentence(_COUNTED.get(wanted, _MANY), name=token.text, n=wanted, given=given)
            more = wanted is not None and len(arguments) > wanted
            fail(what, self.text, token.position, meant_attribute(op) if more else "")
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

    def _inside(self) -> Expression:
        self._enter()
        inside = self.sum()
        self.nesting -= 1
        return inside

    def _enter(self) -> None:
        self.nesting += 1
        if self.nesting > MAX_NESTING:
            fail(
                sentence("nested more than {n} levels deep", n=MAX_NESTING),
                self.text,
                self.tokens[self.index - 1].position,
            )

    def _close(self) -> None:
        if not self._take(")"):
            self._stuck()

    def _stuck(self) -> NoReturn:
        """Raise: the token cannot follow what was read."""
        check_brackets(self.text, self.tokens, self.index)
        token, last = self.token, self.tokens[self.index - 1]
        if token.kind == "sign" and token.text in "=[]":
            self._no_meaning()
        following = self.tokens[self.index + 1 : self.index + 3]
        if token.text == "," and [t.text for t in following[1:]] == ["="]:
            self._fail(sentence("several formulas are divided by ';', not ','"))
        if token.text == "," and last.kind == "number":
            self._fail(sentence("a number takes a point, such as 0.5, and not the comma"))
        if token.text == ",":
            what = sentence("a comma stands between the arguments of a function, nowhere else")
            self._fail(what)
        what = sentence("expected an operator such as '+' or '*'")
        if last.text == "T" and self.tokens[self.index - 2].text == "^":
            self._fail(what, hint.of_sign(".T"))
        two = last.kind == "name" and token.kind in ("name", "number")
        own = last.text in self.own
        before = last.text if own else SHORT.get(last.text.lower(), last.text)
        meant = hint.of_two(before, token.text, self.own, arrays=self.arrays) if two else ""
        ended = last.text == ")" or last.kind == "raised"
        if ended and (token.kind in ("name", "number") or token.text == "("):
            meant = sentence("; write * between both to multiply")
        fail(what, self.text, token.position, meant)

    def _take(self, sign: str) -> bool:
        found = self.token.kind == "sign" and self.token.text == sign
        self.index += found
        return found

    def _next(self) -> Token:
        self.index += 1
        return self.tokens[self.index - 1]

    def _no_meaning(self) -> NoReturn:
        """Raise: the sign has no meaning here."""
        sign = self.token.text
        raised = self.index > 0 and self.tokens[self.index - 1].text == "^"
        what = sentence("{sign} has no meaning in an expression", sign=f"'{sign}'")
        fail(what, self.text, self.token.position, hint.of_sign("^" * raised + sign))

    def _fail(self, what: str, meant: str = "") -> NoReturn:
        fail(what, self.text, self.token.position, meant)
