"""A formula as files keep it: as it was typed, but for what stands on paper or in Python alone."""

import re
from collections.abc import Mapping
from itertools import pairwise

from engine.expression.function import SHORT
from engine.expression.parsing import MAX_BYTES, parse
from engine.expression.tokens import Token, tokens
from engine.expression.tree import FUNCTIONS
from engine.expression.writing import written

__all__ = ["kept"]

_MAY_CHANGE = re.compile(r"\||[^\W\d]\.|(?:\A|[^\w\s).])\s*\+")  # a bar, np., +x
_CALLED = re.compile(r"([^\W\d]\w*)\s*\(")
_KEPT = "×·⋅∙÷−–²³½⅓⅔¼¾"  # beside what every keyboard has


def kept(text: str, own: Mapping[str, int] | None = None) -> str:
    """Return a formula that parses, written anew where others who read the file could not read it.

    `own` are the other functions that it may call, with how many arguments each takes.

    >>> kept("d² / 2"), kept("|x| + np.exp(-x)"), kept("ReLU(x)")
    ('d² / 2', 'abs(x) + exp(-x)', 'relu(x)')
    """
    if len(text) > MAX_BYTES:
        return text  # which does not parse
    own = own or {}
    known = {*FUNCTIONS, *SHORT, *own}
    if text.isascii() and not _MAY_CHANGE.search(text) and known.issuperset(_CALLED.findall(text)):
        return text  # as nearly all are: a graph of thousands is read without reading each twice
    found = tokens(text)
    done = 0
    for token, following in pairwise(found):
        called = token.kind == "name" and following.text == "(" and token.text not in known
        sign = text[token.position : token.position + 1]
        unread = token.kind != "name" and not (sign.isascii() or sign in _KEPT)
        if called or unread or token.text == "|" or text[done : token.position].strip():
            return written(parse(text, own=own))
        done = token.position + _length(token, text)
    signs = pairwise([Token("sign", "(", 0.0, 0), *found])
    plus = any(b.text == "+" and a.kind == "sign" and a.text != ")" for a, b in signs)
    return written(parse(text, own=own)) if plus else text


def _length(token: Token, text: str) -> int:
    return 2 if text.startswith("**", token.position) else max(len(token.text), 1)
