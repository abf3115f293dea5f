"""Brackets of an expression: which one is open, which one closes nothing, told at its place."""

from collections.abc import Sequence
from typing import NoReturn

from engine.expression.tokens import Token, fail
from engine.language import sentence
from engine.words.brackets import CLOSES, lone_bracket

__all__ = ["check_brackets", "fail_unclosed"]


def check_brackets(text: str, found: Sequence[Token], at: int) -> None:
    """Raise ExpressionError where token number `at` closes no bracket, or is the end amid one."""
    token = found[at]
    if token.kind != "end" and token.text not in CLOSES.values():
        return
    signs = ((k, found[k].text) for k in range(at + 1) if found[k].kind == "sign")
    lone = lone_bracket(signs)
    if lone is None:
        return
    if token.kind == "end":
        fail_unclosed(text, found, lone.place)
    if lone.opened:
        end = CLOSES[lone.opened]
        what = sentence(
            "a '{opened}' ends with '{end}', not with '{sign}'",
            opened=lone.opened,
            end=end,
            sign=lone.sign,
        )
        fail(what, text, token.position)
    if lone.place == at:
        fail(sentence("this '{sign}' closes nothing", sign=lone.sign), text, token.position)


def fail_unclosed(text: str, found: Sequence[Token], opened: int) -> NoReturn:
    """Raise that nothing closes the bracket which is the `opened` token, and whose it is."""
    before = found[opened - 1] if opened else None
    sign = found[opened].text
    if before is not None and before.kind == "name":
        what = sentence("nothing closes the '{sign}' after {name}", sign=sign, name=before.text)
    else:
        what = sentence("nothing closes the '{sign}'", sign=sign)
    fail(what, text, found[opened].position)
