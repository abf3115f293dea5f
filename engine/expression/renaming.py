"""A name in an expression under another, all else as it was typed."""

from itertools import pairwise

from engine.expression.parsing import parse
from engine.expression.tokens import tokens
from engine.expression.tree import Name, names, substitute
from engine.expression.writing import written

__all__ = ["rename"]


def rename(text: str, old: str, new: str) -> str:
    """Return `text`, an expression that parses, with the free name `old` written as `new`.

    Everything else stays as it was typed, unless it would mean something else then.
    """
    pieces: list[str] = []
    done = 0
    for token, following in pairwise(tokens(text)):
        if token.kind == "name" and token.text == old and following.text != "(":
            pieces += [text[done : token.position], new]
            done = token.position + len(old)
    renamed = "".join(pieces) + text[done:]
    if pieces and new not in names(parse(renamed)):  # `2x` as `2e3` would be a number
        return written(substitute(parse(text), {old: Name(new)}))
    return renamed
