r"""A label's markup, `a^{[1]}` or `\hat{y}` as in TeX, set with real sub- and superscripts."""

import re
from functools import lru_cache

from engine.words.commands import UPRIGHT, UPRIGHT_LETTERS, without_commands
from engine.words.lettered import lettered
from engine.words.script import script_at
from gui.fonts import Face
from gui.picture.runs import EMPTY, Typeset, join, set_text
from gui.theme import Ink

__all__ = ["DROP", "RISE", "SCRIPT", "name_markup", "set_label", "set_name"]

SCRIPT = 0.75  # a script's size against its base's
RISE, DROP = 0.44, 0.22  # of the base's size: how far a script stands off its line

_PROSE = re.compile(r"[^\W\d_]{3}.*_|_.*[^\W\d_]{3}")  # words, of which a short one is no letter
_OVER = "[\u0300-\u036f\u20d0-\u20ff]*"  # accents stand on the letter before them
_LETTERS = re.compile(rf"{UPRIGHT_LETTERS}|(?:[^\W\d_]{_OVER})+|[^\W_]*\d+|.", re.DOTALL)
_WORD = 3  # a name this long is a word, set upright like one


def name_markup(name: str) -> str:
    """Return the markup of a name without a label: `w_1`, `w1` are indexed, `mu` is Greek."""
    letters, index = lettered(name)
    return f"{letters}_{{{index}}}" if index else letters


@lru_cache(maxsize=16384)
def set_name(name: str, size: int, ink: Ink = Ink.TEXT) -> Typeset:
    """Return a node's name without a label, as the picture writes it."""
    letters, index = lettered(name)
    if index:
        return set_label(name_markup(name), size, ink)
    if _PROSE.search(letters):
        return set_text(letters, Face.ROMAN, size, ink)
    return _letters(letters, size, ink)


@lru_cache(maxsize=16384)
def set_label(markup: str, size: int, ink: Ink = Ink.TEXT) -> Typeset:
    """Return the markup set as text; marks that do not fit the markup are written as they are."""
    text = without_commands(markup)
    parts: list[tuple[Typeset, float]] = []
    place = 0
    while place < len(text):
        mark = text[place]
        if mark in "^_" and place and place + 1 < len(text):
            stacked, place = _scripts(text, place, size, ink)
            parts.append((stacked, 0.0))
            continue
        end = place + 1
        while end < len(text) and text[end] not in "^_":
            end += 1
        parts.append((_letters(text[place:end], size, ink), 0.0))
        place = end
    return join(parts) if parts else EMPTY


def _scripts(text: str, place: int, size: int, ink: Ink) -> tuple[Typeset, int]:
    """Return the scripts that begin at `place`, sub- and superscript stacked, and their end."""
    found: dict[str, Typeset] = {}
    while place + 1 < len(text) and text[place] in "^_" and text[place] not in found:
        mark = text[place]
        inner, place = script_at(text, place + 1)
        found[mark] = _letters(inner, round(size * SCRIPT), ink)
    rises = {"^": RISE * size, "_": -DROP * size}
    set_scripts = [join([(script, rises[mark])]) for mark, script in found.items()]
    runs = tuple(run for script in set_scripts for run in script.runs)
    return (
        Typeset(
            runs,
            max(script.width for script in set_scripts) + 0.04 * size,
            max(script.ascent for script in set_scripts),
            max(script.descent for script in set_scripts),
        ),
        place,
    )


def _letters(text: str, size: int, ink: Ink) -> Typeset:
    """Return letters in italics; digits, marks, words, and what is to be so, upright."""
    parts = []
    for piece in _LETTERS.findall(text):
        italic = piece[0].isalpha() and sum(map(str.isalpha, piece)) < _WORD
        letters = piece.strip("".join(UPRIGHT))
        parts.append((set_text(letters, Face.ITALIC if italic else Face.ROMAN, size, ink), 0.0))
    return join(parts) if parts else EMPTY
