"""Typed text as the program writes it: x_1 for x₁ and x_{1}; and names that stand for numbers."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from itertools import groupby

from engine.errors import ExpressionError, InvalidNameError
from engine.expression.function import function_called
from engine.expression.tokens import excerpt, is_name
from engine.language import sentence

__all__ = ["as_typed", "check_new_names", "without_scripts"]

_WORD = re.compile(r"(?:(?<=\w)_\{\w+\}|[\w⁺⁻⁼⁽⁾₊₋])+")
_SIGN = re.compile(r"_\{\w+\}|.")
_KEPT = ("²", "³")  # which every formula may have
_LATEX_POWER = re.compile(r"\^\{([^{}\[\]]*)\}")  # what has square brackets is an index
_RAISED_AGAIN = re.compile(r"(?<=[^\W\d_])(?=\d)")
_HOLDS_ON = re.compile(r"\s*[(.]")  # as n(y) would be a call, and 4.5 another number
_TRANSPOSED = "ᵀ"
_LONGEST = 500  # characters of a name that is looked for; what is pasted may have any number
_CALLED = re.compile(r"(?<!\w)([σΣ])\s*\(")
_TRANSPOSES = re.compile(r"((?<!\w)\w+|\))\^(T(?=[^\W\d_](?![A-Za-z]))|\{T\})(\w+)")


def without_scripts(text: str, known: Collection[str] = ()) -> str:
    """Return a typed text with raised signs as powers and lowered ones as part of the name.

    So are they in braces, as LaTeX has them. Names that are `known` stay as they are. Raises
    ExpressionError where a matrix is transposed so, and where a sign stands right behind an index:
    it would become a part of it.

    >>> without_scripts("w₁*x⁻¹ + eˣ + b²")
    'w_1*x^(-1) + e^x + b²'
    """
    for found in _CALLED.finditer(text):
        _check_called(found, text, known)
    for found in _TRANSPOSES.finditer(text):
        _check_power(found, text, known)
    text = _LATEX_POWER.sub(r"^(\1)", text)
    return _WORD.sub(lambda found: _plain(found, text, known), text)


def as_typed(error: ExpressionError, typed: str, known: Collection[str] = ()) -> ExpressionError:
    """Return an error in a text without its scripts as one in the text that was typed."""
    plain = without_scripts(typed, known)
    start = plain.find(error.text)
    if plain == typed or start < 0:
        return error
    ends = (start, start + error.position, start + len(error.text))
    first, place, last = (_place(typed, end, known) for end in ends)
    text, position = typed[first:last], place - first
    said = str(error).replace(_where(error.text, error.position), _where(text, position))
    return ExpressionError(said, text=text, position=position)


def _where(text: str, position: int) -> str:
    shown = excerpt(text, position)
    return sentence("{what} at character {n}: {text}", what="", n=position + 1, text=shown)


def _place(text: str, place: int, known: Collection[str]) -> int:
    """Return where in a typed text stands what has the `place` in it without scripts."""
    longer = 0
    text = _LATEX_POWER.sub(r"^(\1)", text)
    for found in _WORD.finditer(text):
        within = place - longer - found.start()
        more = len(_plain(found, text, known)) - len(found[0])
        if within < len(found[0]) + more:
            return found.start() + min(within, len(found[0]) - 1)
        longer += more
    return place - longer


def check_new_names(names: Iterable[str], way: str = "") -> None:
    """Raise InvalidNameError where a name that would be a new leaf is inf or NaN, and no name.

    `way` says how a leaf has the `{number}` where the expression is typed.
    """
    for name in names:
        if name.lower() in ("inf", "infinity", "nan"):
            number = f"{float(name):g}"
            what = sentence("{name} is no name, and no number that an expression has: ", name=name)
            told = sentence("give it to a leaf, such as c = {number}, and write c", number=number)
            raise InvalidNameError(what + (way.format(number=number) or told))


def _plain(found: re.Match[str], text: str, known: Collection[str]) -> str:
    word = found[0]
    factors, at = [_beginning(word, known)], len(_beginning(word, known))
    apart = 0 < at < len(word) and bool(_kind(word[at - 1])) and not _kind(word[at])
    factors += [""] * apart
    runs = [(kind, list(signs)) for kind, signs in groupby(_SIGN.findall(word, at), _kind)]
    for k, (kind, signs) in enumerate(runs):
        run = "".join(signs)
        if _TRANSPOSED in run:
            _refuse_transposed(text, found.start(), word[:at], word[at + len(run) :])
        at += len(run)
        meant = _meant(signs) if kind == "super" else "".join(map(_lifted, signs))
        last = at == len(word)
        if run in _KEPT or run[0] == "⁽":
            factors[-1] += run  # what a raised bracket has within is an index, and no power
        elif kind == "super":
            bare = (
                (meant.isdecimal() or is_name(meant))
                and last
                and not _HOLDS_ON.match(text, found.end())
            )
            factors[-1] += f"^{meant}" if bare else f"^({meant})"
            factors += [""] * (not last)
        elif kind == "sub" and is_name(factors[-1]) and is_name(f"{factors[-1]}_{meant}"):
            factors[-1] += f"_{meant}"
            if not last and runs[k + 1][0] != "super":
                factors.append("")
                apart = True
        else:
            factors[-1] += run
    if apart:
        said = sentence(
            "what stands behind an index is no part of it: write {product}",
            product="*".join(factors),
        )
        raise ExpressionError(said, text=text, position=found.start())
    return "".join(factors)


def _beginning(word: str, known: Collection[str]) -> str:
    """Return the longest known name that a word begins with, before a sign of another kind."""
    for end in range(min(len(word), _LONGEST), 0, -1):
        behind = _kind(word[end]) if end < len(word) else "super"
        ends = behind == "super" or behind != _kind(word[end - 1])
        if ends and word[:end] in known:
            return word[:end]
    return ""


def _kind(sign: str) -> str:
    """Return whether a sign is raised or lowered, "super" or "sub"; nothing where it is neither."""
    return "sub" if len(sign) > 1 else _script(sign)[0]


def _meant(signs: Iterable[str]) -> str:
    """Return what raised signs say: of ˣ² x^2, as no sign is raised twice."""
    return _RAISED_AGAIN.sub("^", "".join(map(_lifted, signs)))


def _lifted(sign: str) -> str:
    """Return which sign is raised or lowered, and what stands in an index's braces."""
    return sign[2:-1] if len(sign) > 1 else _script(sign)[1]


def _script(sign: str) -> tuple[str, str]:
    """Return whether a sign is raised or lowered, "super" or "sub", and which sign it is."""
    kind, _, code = unicodedata.decomposition(sign).partition("> ")
    if kind not in ("<super", "<sub") or " " in code:
        return "", sign
    plain = chr(int(code, 16))
    return kind[1:], "-" if plain == "−" else plain


def _refuse_transposed(text: str, place: int, before: str, after: str) -> None:
    """Raise that a matrix is transposed by a node of its own, or that w*x is meant."""
    if not before and text[:place].endswith("]"):
        said = sentence("a column of numbers is {column}", column="[1; 2; 3]")
        raise ExpressionError(said, text=text, position=place)
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


def _check_called(found: re.Match[str], text: str, known: Collection[str]) -> None:
    """Raise that σ(x) may be the sigmoid or a product, where a node is called σ."""
    sign = found[1]
    if sign not in known:
        return
    said = sentence(
        "{sign} is a node here: write {product} to multiply, or {called}",
        sign=sign,
        product=f"{sign}*(…)",
        called=f"{function_called(sign)}(…)",
    )
    raise ExpressionError(said, text=text, position=found.start())


def _check_power(found: re.Match[str], text: str, known: Collection[str]) -> None:
    """Raise that W^Tx is a power, unless its exponent is a name that is known."""
    before, raised, after = found.groups()
    if f"T{after}" in known and raised == "T":
        return
    matrix, whole = ("…", "(…)") if before == ")" else (before, before)
    said = sentence(
        "{typed} is a power: write {product}, or {power}",
        typed=f"{whole}^{raised}{after}",
        product=f"transpose({matrix}) @ {after}",
        power=f"{whole}^(T{after})" if raised == "T" else f"{whole}^T*{after}",
    )
    raise ExpressionError(said, text=text, position=found.start())
