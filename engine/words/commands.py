r"""TeX's commands in a label as the signs they stand for: `\mu`, `\hat{y}`, `\mathcal{L}`."""

import re
import unicodedata

from engine.words.greek import GREEK

__all__ = [
    "ACCENTS",
    "SCRIPTS",
    "UPRIGHT",
    "UPRIGHT_LETTERS",
    "accented",
    "without_commands",
]

ACCENTS = {
    "hat": "\u0302",
    "bar": "\u0304",
    "tilde": "\u0303",
    "dot": "\u0307",
    "ddot": "\u0308",
    "vec": "\u20d7",
}
"""What stands over the letter before it, by its command."""

SCRIPTS = dict(zip("BEFHILMR", "ℬℰℱℋℐℒℳℛ", strict=True))
"""The script capitals that text fonts have."""

UPRIGHT = "\ue000", "\ue001"
r"""What stands around letters that a command sets upright, `\mathrm{CE}`; no text holds these."""

UPRIGHT_LETTERS = f"{UPRIGHT[0]}[^{UPRIGHT[1]}]*{UPRIGHT[1]}"
"""The pattern of such letters with what stands around them."""

_SIGNS = {**GREEK, "ell": "ℓ", "partial": "∂"}
_SET_UPRIGHT = ("mathrm", "text", "operatorname")
_FACES = ("mathcal", "mathit", *_SET_UPRIGHT)
_UNSCRIPTED = re.compile(r"[^_^{}]+")
_LETTER = re.compile(rf"[^\W\d_][{''.join(ACCENTS.values())}]*")  # with what stands over it already
_SIGN = re.compile(r"\\([A-Za-z]+)")
_WHOLE = re.compile(
    rf"\\({'|'.join([*ACCENTS, *_FACES])})(?![A-Za-z])"
    # something in the braces, scripts too, but no command as yet
    r"\s*(?:\{(?!\s*\})((?:[^{}\\]|\{[^{}\\]*\})*)\}|([^\W\d_]))"
)


def without_commands(markup: str) -> str:
    r"""Return a label's markup with signs in place of commands; what is no command stays.

    Of what a command sets upright each part without a script stands between the two `UPRIGHT`.

    >>> without_commands(r"\mu_1"), without_commands(r"\hat{y}^{[2]}"), without_commands(r"\hat y")
    ('μ_1', 'ŷ^{[2]}', 'ŷ')
    >>> [without_commands(label) for label in (r"\mathcal{L}", r"\mathit{loss}", r"\mathcal W")]
    ['ℒ', 'loss', 'W']
    >>> without_commands(r"\mathrm{CE}_1") == "CE".join(UPRIGHT) + "_1"
    True
    >>> without_commands(r"\bar\mu") == "μ\u0304"
    True
    >>> without_commands(r"\hatch{y}")
    '\\hatch{y}'
    """
    if "\\" not in markup:
        return markup
    text = _SIGN.sub(lambda found: _SIGNS.get(found[1], found[0]), markup)
    while (inner := _WHOLE.sub(_written, text)) != text:  # from the innermost outwards
        text = inner
    return text


def accented(letters: str, accent: str) -> str:
    """Return `letters` with the accent of a command over each, as one sign where there is one.

    >>> accented("y", "hat"), len(accented("y", "hat")), len(accented("w", "bar"))
    ('ŷ', 1, 2)
    >>> accented(accented("x", "hat"), "bar") == "x\u0302\u0304"
    True
    """
    over = _LETTER.sub(lambda found: found[0] + ACCENTS[accent], letters)
    return unicodedata.normalize("NFC", over)


def _written(found: re.Match[str]) -> str:
    command, inner = found[1], found[2] or found[3] or ""
    if command in ACCENTS:
        base = re.split("[_^]", inner, maxsplit=1)[0]  # an index has none
        return accented(base, command) + inner[len(base) :]
    if command == "mathcal":
        return "".join(SCRIPTS.get(letter, letter) for letter in inner)
    if command in _SET_UPRIGHT:
        plain = inner.replace(UPRIGHT[0], "").replace(UPRIGHT[1], "")
        return _UNSCRIPTED.sub(lambda part: part[0].join(UPRIGHT), plain)
    return inner
