"""The tokens of a text one after the other, and what is said where none may stand."""

import re
from collections.abc import Mapping
from itertools import takewhile
from typing import NoReturn

from engine.expression import around, hint
from engine.expression.brackets import check_brackets
from engine.expression.function import function_called
from engine.expression.tokens import FRACTIONS, Token, fail, tokens
from engine.language import sentence

__all__ = ["MAX_NESTING", "Reader"]

MAX_NESTING = 64
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?")


class Reader:
    """Where in a text the parser is; nesting is counted, so the stack cannot run out."""

    def __init__(self, text: str, own: Mapping[str, int], *, arrays: bool) -> None:
        self.text, self.arrays, self.own = text, arrays, own
        self.tokens = tokens(text, arrays=arrays)
        self.index = 0
        self.nesting = 0

    @property
    def token(self) -> Token:
        """Return the next token, which is the "end" behind the last one."""
        return self.tokens[self.index]

    def finish(self) -> None:
        """Raise unless everything was read."""
        if self.token.kind != "end":
            self._stuck()

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
        opens = token.text == "|" and self._opens()
        if token.kind == "sign" and token.text in "=[]|" and not opens:
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
        before = function_called(last.text, self.own)
        more = self.tokens[self.index + 1].text not in ("", "+", "-", ")", ",")
        meant = ""
        if two:
            meant = hint.of_two(before, token.text, self.own, arrays=self.arrays, more=more)
        ended = last.text in (")", "|") or last.kind in ("raised", "number")
        if last.kind == token.kind == "number":
            meant = self._one_number()
        elif opens or (ended and (token.kind in ("name", "number") or token.text in ("(", "√"))):
            meant = sentence("; write * between both to multiply")
            meant = around.of_power(self.text[: token.position], self.own) or meant
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
        place = self.token.position
        before, after = self.text[:place], self.text[place + 1 :]
        meant = around.of_place(sign, before, after, arrays=self.arrays)
        fail(what, self.text, place, meant or hint.of_sign("^" * raised + sign))

    def _fail(self, what: str, meant: str = "") -> NoReturn:
        fail(what, self.text, self.token.position, meant)

    def _opens(self) -> bool:
        """Return whether the bar here would open, were there an operator: another closes it."""
        bars = sum(token.text == "|" for token in self.tokens[self.index :])
        return bars % 2 == 0 and self.tokens[self.index + 1].text != "|"

    def _one_number(self) -> str:
        """Return what one number this and those before and behind may mean: 1½, 10 000."""
        first = self.index - 1
        following = list(takewhile(lambda token: token.kind == "number", self.tokens[self.index :]))
        texts = [self.tokens[first].text, *(token.text for token in following)]
        if len(texts) == 2 and texts[1] in FRACTIONS and texts[0].isdecimal():
            return hint.write(_mixed(texts[0], texts[1]))
        exponent = first > 0 and self.tokens[first - 1].text == "^"
        parted = _THOUSANDS.fullmatch(" ".join(texts))
        return hint.write("".join(texts)) if parted and not exponent else ""


def _mixed(whole: str, fraction: str) -> str:
    """Return a number and a fraction as one, none of whose digits is lost."""
    short = repr(int(whole) + FRACTIONS[fraction])
    return short if len(short) <= len(whole) + 6 else f"({whole} + {fraction})"
