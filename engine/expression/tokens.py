"""Text as tokens; every way of typing a sign becomes one."""

import re
from typing import NamedTuple, NoReturn

from engine.errors import ExpressionError
from engine.expression import around, hint
from engine.language import sentence

__all__ = ["FRACTIONS", "Token", "excerpt", "fail", "is_name", "tokens"]

_ALSO = {"**": "^", "×": "*", "·": "*", "⋅": "*", "∙": "*", "÷": "/", "−": "-", "–": "-"}
_ALSO |= {"∥": "‖", "∗": "*", "•": "*", "✕": "*", "⨯": "*", "⊙": "*", "⊗": "*"}
_ALSO |= {"⁄": "/", "∕": "/", "‐": "-", "‑": "-", "—": "-"}
_RAISED = {"²": 2.0, "³": 3.0}
FRACTIONS = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75}
FRACTIONS |= {"⅕": 0.2, "⅖": 0.4, "⅗": 0.6, "⅘": 0.8, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 0.125}
FRACTIONS |= {"⅜": 0.375, "⅝": 0.625, "⅞": 0.875, "⅒": 0.1}
_TRANSPOSED = re.compile(r"\.m?T\b")  # as numpy writes it
_LIBRARY = re.compile(  # whose function is called, or whose π is meant
    r"(?:np|numpy|jnp|jax|math|torch|F|nn|tf|keras|K|scipy|special)\.(?:[a-z]\w*\.)*"
    r"(?=[^\W\d]\w*\s*\(|pi\b)"
)
_NUMBER = re.compile(r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


class Token(NamedTuple):
    """One word of an expression; `value` is a number's or a raised exponent's."""

    kind: str  # "number", "name", "raised", "sign", "end"
    text: str  # an operator in its plain form
    value: float
    position: int


def is_name(text: str) -> bool:
    """Return whether `text` can stand in an expression as one name."""
    return text.isidentifier() and not any(mark in text for mark in _ALSO)


def tokens(text: str, *, arrays: bool = False) -> list[Token]:
    """Return the tokens of `text`, closed by an "end" token.

    With `arrays` ops of whole arrays are proposed, too, for what is none.
    """
    found: list[Token] = []
    position = 0
    while position < len(text):
        token, length = _token(text, position, arrays=arrays)
        if token is not None:
            found.append(token)
        position += length
    found.append(Token("end", "", 0.0, len(text)))
    return found


def _token(text: str, position: int, *, arrays: bool) -> tuple[Token | None, int]:
    """Return the token at `position` (None for space) and how many characters it takes."""
    sign = text[position]
    if sign.isspace():
        return None, 1
    if match := _NUMBER.match(text, position):
        value = float(match.group())
        if value == float("inf"):
            fail(sentence("the number is too large"), text, position)
        return Token("number", match.group(), value, position), len(match.group())
    if sign in FRACTIONS:
        return Token("number", sign, FRACTIONS[sign], position), 1
    if sign in _RAISED:
        return Token("raised", sign, _RAISED[sign], position), 1
    if match := _LIBRARY.match(text, position):
        return None, len(match.group())
    length = 2 if text.startswith("**", position) else 1
    sign = _ALSO.get(text[position : position + length], sign)
    if sign in "+-*/@^(),=[]|√":
        return Token("sign", sign, 0.0, position), length
    if sign == "∑":
        return Token("name", sign, 0.0, position), 1
    length = _name_length(text, position)
    if not length:
        quote = '"' if sign == "'" else "'"
        shown = f"{quote}{_shown(sign)}{quote}"
        what = sentence("{sign} has no meaning in an expression", sign=shown)
        fail(what, text, position, _meant(sign, text, position, arrays=arrays))
    return Token("name", text[position : position + length], 0.0, position), length


def _meant(sign: str, text: str, position: int, *, arrays: bool) -> str:
    """Return what to write for a sign that no expression has, by what stands around it."""
    if _TRANSPOSED.match(text, position):
        return hint.of_sign(".T")
    meant = around.of_place(sign, text[:position], text[position + 1 :], arrays=arrays)
    return meant or hint.of_sign(sign, arrays=arrays)


def _name_length(text: str, start: int) -> int:
    if not text[start].isidentifier():
        return 0
    end = start + 1
    # The middle dot may continue a Python identifier; here it multiplies.
    while end < len(text) and ("a" + text[end]).isidentifier() and text[end] not in _ALSO:
        end += 1
    return end - start


def fail(what: str, text: str, position: int, hint: str = "") -> NoReturn:
    """Raise ExpressionError: `what` is wrong, where, and a hint."""
    if not text.strip():
        message = sentence("the expression is empty")
    elif position >= len(text):
        message = sentence("{what} at the end: {text}", what=what, text=excerpt(text, position))
    else:
        message = sentence(
            "{what} at character {n}: {text}",
            what=what,
            n=position + 1,
            text=excerpt(text, position),
        )
    raise ExpressionError(message + hint, text=text, position=position)


def excerpt(text: str, position: int) -> str:
    """Return the neighbourhood of `position` in quotes, on one line and short."""
    start, end = max(0, position - 24), position + 24
    before, after = "…" * (start > 0), "…" * (end < len(text))
    return f'"{before}{_shown(text[start:end])}{after}"'


def _shown(text: str) -> str:
    """Return `text` with whatever cannot be printed on one line replaced."""
    return "".join(sign if sign.isprintable() else "�" for sign in text)
