"""Typed text as the program writes it: x_1 for x₁ and x_{1}; and names that stand for numbers."""

import re
import unicodedata
from collections.abc import Collection, Iterable

from engine.errors import ExpressionError, InvalidNameError
from engine.expression.tokens import is_name
from engine.language import sentence

__all__ = ["check_new_names", "without_scripts"]

_WORD = re.compile(r"[\w⁺⁻⁼⁽⁾₊₋]+")
_KEPT = ("²", "³")  # which every formula may have
_LATEX_INDEX = re.compile(r"(?<=\w)_\{(\w+)\}")
_LATEX_POWER = re.compile(r"\^\{([^{}\[\]]*)\}")  # what has square brackets is an index
_ONE = re.compile(r"\w+")
_TRANSPOSED = "ᵀ"


def without_scripts(text: str, known: Collection[str] = ()) -> str:
    """Return a typed text with raised signs as powers and lowered ones as part of the name.

    So are they in braces, as LaTeX has them. Names that are `known` stay as they are. Raises
    ExpressionError where a matrix is transposed so.

    >>> without_scripts("w₁*x⁻¹ + eˣ + b²")
    'w_1*x^(-1) + e^x + b²'
    """
    text = _LATEX_POWER.sub(r"^(\1)", _LATEX_INDEX.sub(r"_\1", text))
    return _WORD.sub(lambda found: found[0] if found[0] in known else _plain(found, text), text)


def check_new_names(names: Iterable[str]) -> None:
    """Raise InvalidNameError where a name that would be a new leaf is inf or NaN, and no name."""
    for name in names:
        if name.lower() in ("inf", "infinity", "nan"):
            raise InvalidNameError(
                sentence(
                    "{name} is no name, and no number that an expression has: "
                    "give it to a leaf, such as c = {number}, and write c",
                    name=name,
                    number=f"{float(name):g}",
                )
            )


def _plain(found: re.Match[str], text: str) -> str:
    word, written, at = found[0], "", 0
    while at < len(word):
        kind, _ = _script(word[at])
        end = at + 1
        while kind and end < len(word) and _script(word[end])[0] == kind:
            end += 1
        run = word[at:end]
        if _TRANSPOSED in run:
            _refuse_transposed(text, found.start(), word[:at], word[end:])
        meant = "".join(_script(sign)[1] for sign in run)
        if run in _KEPT or run[0] == "⁽":
            written += run  # what a raised bracket has within is an index, and no power
        elif kind == "super":
            written += f"^{meant}" if _ONE.fullmatch(meant) else f"^({meant})"
        elif kind == "sub" and is_name(written) and _ONE.fullmatch(meant):
            written += f"_{meant}"
        else:
            written += run
        at = end
    return written


def _script(sign: str) -> tuple[str, str]:
    """Return whether a sign is raised or lowered, "super" or "sub", and which sign it is."""
    kind, _, code = unicodedata.decomposition(sign).partition("> ")
    if kind not in ("<super", "<sub") or " " in code:
        return "", sign
    plain = chr(int(code, 16))
    return kind[1:], "-" if plain == "−" else plain


def _refuse_transposed(text: str, place: int, before: str, after: str) -> None:
    """Raise that a matrix is transposed by a node of its own, or that w*x is meant."""
    matrix = before or "x"
    called = f"transpose({matrix})"
    said = sentence("{x} transposed is {called}", x=f"{matrix}{_TRANSPOSED}", called=called)
    if after:
        said += sentence(
            ", so write {product}; for single numbers {numbers}",
            product=f"{called} @ {after}",
            numbers=f"{matrix}*{after}",
        )
    raise ExpressionError(said, text=text, position=place)
