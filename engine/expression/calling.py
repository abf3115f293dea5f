"""Formulas called by name where an expression is typed: they are written out in their place."""

import re
from collections.abc import Mapping
from itertools import pairwise

from engine.errors import ExpressionError
from engine.expression.brackets import fail_unclosed
from engine.expression.parsing import MAX_BYTES, parse
from engine.expression.tokens import Token, fail, tokens
from engine.expression.tree import names
from engine.language import noop, sentence

__all__ = ["spelled_out"]

_APART = re.compile(r"([;\n])")


def spelled_out(text: str, formulas: Mapping[str, str]) -> str:
    """Return `text`, an expression or assignments, with every call of a formula written out.

    A text that calls none stays as it was typed. Raises ExpressionError for a call with another
    number of arguments than the formula has names, and where the text grows beyond all bounds.

    >>> spelled_out("y = 2swish(x + 1)", {"swish": "u*sigmoid(u)"})
    'y = 2((x + 1)*sigmoid((x + 1)))'
    """
    if not formulas:
        return text
    called = re.compile(rf"(?:{'|'.join(map(re.escape, formulas))})\s*\(")
    parts = _APART.split(text)
    # what divides them stays, and what calls nothing: it may be an array, and no expression
    parts[::2] = [_spelled(part, formulas) if called.search(part) else part for part in parts[::2]]
    return "".join(parts)


def _spelled(text: str, formulas: Mapping[str, str]) -> str:
    """Return one expression with its calls written out, the last first: it is the innermost.

    One that is too long as it is stays so, for the parser to say.
    """
    if len(text) > MAX_BYTES:
        return text
    while True:
        found = tokens(text)
        calls = [
            k
            for k, (token, following) in enumerate(pairwise(found))
            if token.kind == "name" and token.text in formulas and following.text == "("
        ]
        if not calls:
            return text
        text = _written_out(text, found, calls[-1], formulas)
        if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
            said = noop("with its ops written out the expression is longer than {n} bytes")
            told = sentence(said, n=MAX_BYTES)
            raise ExpressionError(told, text=text[:MAX_BYTES], position=0)


def _written_out(text: str, found: list[Token], call: int, formulas: Mapping[str, str]) -> str:
    """Return the text with the call at token number `call` written out."""
    token = found[call]
    marks, end = _marks(found, call + 1)
    if end is None:
        fail_unclosed(text, found, call + 1)
    places = [found[k].position for k in marks]
    arguments = [text[a + 1 : b].strip() for a, b in pairwise(places)]
    formula = formulas[token.text]
    inputs = names(parse(formula))
    if len(arguments) != len(inputs):
        said = (
            noop("{name} takes one argument, not {given}")
            if len(inputs) == 1
            else noop("{name} takes {n} arguments, not {given}")
        )
        what = sentence(said, name=token.text, n=len(inputs), given=len(arguments))
        fail(what, text, token.position)
    given = dict(zip(inputs, arguments, strict=True))
    return f"{text[: token.position]}({_filled(formula, given)}){text[places[-1] + 1 :]}"


def _marks(found: list[Token], opened: int) -> tuple[list[int], int | None]:
    """Return the numbers of the bracket `opened`, its commas and its end; None without an end."""
    marks, depth = [opened], 0
    for k in range(opened, len(found)):
        sign = found[k].text if found[k].kind == "sign" else ""
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 1:
            marks.append(k)
        if sign == ")" and not depth:
            return [*marks, k], k
    return marks, None


def _filled(formula: str, given: Mapping[str, str]) -> str:
    """Return a formula with an expression in brackets in the place of each of its names."""
    pieces, done = [], 0
    for token, following in pairwise(tokens(formula)):
        if token.kind == "name" and token.text in given and following.text != "(":
            pieces += [formula[done : token.position], f"({given[token.text]})"]
            done = token.position + len(token.text)
    return "".join(pieces) + formula[done:]
