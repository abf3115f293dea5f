"""Names, labels, numbers and values as LaTeX's mathematics; nothing they hold can be a command."""

import re
import unicodedata

import numpy as np

from engine.value import Value, shape_of
from engine.words.commands import ACCENTS, SCRIPTS, UPRIGHT, UPRIGHT_LETTERS, without_commands
from engine.words.greek import GREEK
from engine.words.lettered import lettered
from engine.words.number_text import entries_shown, number_text
from engine.words.script import script_at

__all__ = [
    "label_latex",
    "letter_definition",
    "letters_latex",
    "name_latex",
    "number_latex",
    "plain_latex",
    "told_latex",
]

_LETTERS = {letter: f"\\{name}" for name, letter in GREEK.items()}
_SPECIAL = {
    "\\": "\\backslash ", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#", "%": "\\%",
    "_": "\\_", "^": "\\hat{\\ }", "~": "\\sim ", " ": "\\ ", "'": "{'}",
    "→": "\\to ", "←": "\\gets ",
    "·": "\\cdot ", "×": "\\times ", "−": "-", "∞": "\\infty ", "∂": "\\partial ",
    "—": "\\text{---}", "…": "\\dots ", "½": "\\tfrac12 ", "?": "{?}", '"': "\\text{''}",
    "|": "\\vert ", "²": "{}^{2}{}", "³": "{}^{3}{}", "`": "\\text{`}", "√": "\\surd ",
    "«": "\\ll ", "»": "\\gg ", "≤": "\\le ", "≥": "\\ge ", "≠": "\\ne ", "≈": "\\approx ",
    "≡": "\\equiv ", "∝": "\\propto ", "∼": "\\sim ", "±": "\\pm ", "÷": "\\div ", "∗": "*",
    "⊙": "\\odot ", "⊗": "\\otimes ", "⊕": "\\oplus ", "∘": "\\circ ", "°": "{}^{\\circ}{}",
    "∇": "\\nabla ", "∑": "\\textstyle\\sum ", "∏": "\\textstyle\\prod ", "∫": "\\textstyle\\int ",
    "∈": "\\in ", "∅": "\\emptyset ", "∀": "\\forall ", "∃": "\\exists ", "⊤": "\\top ",
    "⊥": "\\bot ", "‖": "\\Vert ", "⟨": "\\langle ", "⟩": "\\rangle ", "′": "{'}", "″": "{''}",
    "⇒": "\\Rightarrow ", "⇐": "\\Leftarrow ", "↔": "\\leftrightarrow ", "↑": "\\uparrow ",
    "↓": "\\downarrow ", "↦": "\\mapsto ", "ℓ": "\\ell ", "ℝ": "\\mathbf{R}", "ℕ": "\\mathbf{N}",
    "ε": "\\varepsilon ", "φ": "\\varphi ",  # as the picture draws them
    **{sign: f"\\mathcal{{{letter}}}" for letter, sign in SCRIPTS.items()},
    "ϵ": "\\epsilon ", "ϕ": "\\phi ", "ϑ": "\\vartheta ", "ς": "\\varsigma ", "–": "\\text{--}",
}  # fmt: skip
_ACCENTS = {**{accent: command for command, accent in ACCENTS.items()}, "\u0305": "bar"}
_DEFINITION = r"""% a letter in engines and fonts that have it, else its number
\providecommand\chainruleletter[3]{\text{\ifdefined\Umathchar\iffontchar\font#1
#2\else\texttt{#3}\fi\else\texttt{#3}\fi}}
"""
_WORD = 3  # a name of this many letters is a word, set upright
_OVER = "".join(_ACCENTS)
_SIGNS = re.compile(rf"[^\W_][{_OVER}]+|.", re.DOTALL).findall
_PIECES = re.compile(rf"{UPRIGHT_LETTERS}|[^\W_][{_OVER}]+|[^\W\d_]+(?![{_OVER}])|.", re.DOTALL)


def plain_latex(text: str, word: int = _WORD) -> str:
    """Return a text as it is, set as mathematics: words upright, single letters in italics.

    A `word` has so many letters; with 1 all are upright.
    """
    return "".join(_piece(piece, word) for piece in _PIECES.findall(text))


def letters_latex(text: str) -> str:
    """Return a text as it is, every letter in italics."""
    return "".join(map(_accented_or_sign, _SIGNS(text)))


def letter_definition(text: str) -> str:
    """Return what a LaTeX text must begin with where it holds a letter that not all fonts have."""
    return _DEFINITION if "\\chainruleletter" in text else ""


def _piece(piece: str, word: int) -> str:
    if piece in _SPECIAL:
        return _SPECIAL[piece]
    if piece.startswith(UPRIGHT[0]):
        return f"\\mathrm{{{letters_latex(piece[1:-1])}}}"
    if len(piece) >= word and piece.isascii() and piece.isalpha():
        return f"\\mathrm{{{piece}}}"
    return _accented_or_sign(piece)


def _accented_or_sign(piece: str) -> str:
    letter, *over = list(unicodedata.normalize("NFD", piece))
    if over and all(accent in _ACCENTS for accent in over):
        text = _sign(letter)
        for accent in over:
            text = f"\\{_ACCENTS[accent]}{{{text}}}"
        return text
    return "".join(map(_sign, piece))  # "₁" is in a word, yet no letter


def _sign(sign: str) -> str:
    if sign in _SPECIAL:
        return _SPECIAL[sign]
    if sign in _LETTERS:
        return f"{_LETTERS[sign]} "
    if sign.isascii() and sign.isprintable():
        return sign
    if sign.isalpha() and ord(sign) < 0x180:  # what every LaTeX knows with an accent
        return f"\\text{{{sign}}}"
    kind, *compatible = unicodedata.decomposition(sign).split() or [""]
    plain = "".join(chr(int(code, 16)) for code in compatible if kind.startswith("<"))
    plain = plain.replace("−", "-")
    if plain and plain.isascii() and (plain.isalnum() or plain in "+-=()"):  # ₁, ⁿ, mathematics' 𝐱
        marks = {"<sub>": "{{}}_{{{}}}{{}}", "<super>": "{{}}^{{{}}}{{}}"}
        return marks.get(kind, "{}").format(plain)
    code = ord(sign)
    return f"\\chainruleletter{{{code}}}{{{sign}}}{{U+{code:04X}}}"


def name_latex(name: str) -> str:
    r"""Return a node's name: `w_1` and `w1` are indexed, `mu` is `\mu`, another stands as it is."""
    letters, index = lettered(name)
    return f"{plain_latex(letters)}_{{{plain_latex(index)}}}" if index else plain_latex(letters)


def label_latex(markup: str) -> str:
    r"""Return a label's markup, `a^{[1]}` or `\sigma_2`, with its scripts.

    >>> label_latex("a^{[1]}_2")
    'a^{[1]}_{2}'
    """
    text = without_commands(markup)
    parts: list[str] = []
    seen: set[str] = set()  # a second script of a kind would be an error
    place = 0
    while place < len(text):
        mark = text[place]
        if mark in "^_" and place and place + 1 < len(text) and mark not in seen:
            inner, place = script_at(text, place + 1)
            parts.append(f"{mark}{{{plain_latex(inner)}}}")
            seen.add(mark)
            continue
        end = place + 1
        while end < len(text) and text[end] not in "^_":
            end += 1
        parts.append(plain_latex(text[place:end]))
        seen = set()
        place = end
    return "".join(parts)


def number_latex(number: float) -> str:
    r"""Return a number in short: `-4`, `6.022 \cdot 10^{23}`."""
    text = number_text(number).replace("−", "-").replace("∞", "\\infty")
    mantissa, e, exponent = text.partition("e")
    if text == "NaN":
        return "\\mathrm{NaN}"
    return f"{mantissa} \\cdot 10^{{{exponent}}}" if e else text


def told_latex(value: Value | None) -> str:
    r"""Return what a value is, `= 4`, a small array with its entries; where a large one lies.

    >>> told_latex(4.0), told_latex(np.ones((2, 9)))
    ('= 4', '\\in \\mathbf{R}^{2 \\times 9}')
    """
    shape = shape_of(value)
    if not shape or entries_shown(shape):
        return f"= {_value_latex(value)}"
    sizes = " \\times ".join(map(str, shape))
    return f"\\in \\mathbf{{R}}^{{{sizes}}}"


def _value_latex(value: Value | None) -> str:
    if value is None:
        return "\\text{---}"
    array = np.asarray(value)
    if not array.ndim:
        return number_latex(float(array))
    rows = array.reshape(1, -1) if array.ndim == 1 else array
    lines = (" & ".join(number_latex(float(x)) for x in row) for row in rows)
    body = " \\\\ ".join(lines)
    return f"\\begin{{bmatrix}} {body} \\end{{bmatrix}}"
