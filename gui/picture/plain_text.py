"""Set text read back as plain text: what is raised or lowered in Unicode's letters, or marked."""

from collections.abc import Iterator
from itertools import groupby

from gui.fonts import Face
from gui.picture.runs import Run, Typeset

__all__ = ["in_line", "plain_text"]

_RAISED = str.maketrans("0123456789+−()nT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿᵀ")
_LOWERED = str.maketrans("0123456789+−()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")


def plain_text(text: Typeset) -> str:
    """Return set text as plain text: `d²`, `w₁`, `a^[1]`, `e^(−x)`."""
    return text.words or _plain(text.runs)


def in_line(runs: tuple[Run, ...]) -> Iterator[tuple[str, Face, int]]:
    """Yield the letters of one line of set text, their face, and 1 for what is raised, -1 lowered.

    What is raised and Unicode has letters of is these, on the line: `²`. What is lowered is not:
    few fonts have `₁`, and another font's is larger and upright.
    """
    for side, group in _by_side(runs):
        if not side:
            yield from ((run.text, run.face, 0) for run in group)
        elif side > 0 and (script := _in_unicode(_plain(group), raised=True)):
            yield script, Face.ROMAN, 0
        else:
            yield from ((letters, face, side) for letters, face, _ in in_line(group))


def _plain(runs: tuple[Run, ...]) -> str:
    """Return runs as plain text; those smaller than the largest and off its line are scripts."""
    found = ""
    for side, group in _by_side(runs):
        scripted = _script(_plain(group), raised=side > 0) if side else ""
        found += scripted or "".join(run.text for run in group)
    return found


def _by_side(runs: tuple[Run, ...]) -> Iterator[tuple[int, tuple[Run, ...]]]:
    """Yield the runs that stand on one line, or are raised or lowered together, with their side."""
    if runs:
        largest = max(runs, key=lambda run: run.size)
        for side, group in groupby(runs, lambda run: _side(run, largest)):
            yield side, tuple(group)


def _side(run: Run, largest: Run) -> int:
    """Return 1 for a run raised beside another, -1 for one lowered, 0 for one on its line."""
    if run.size == largest.size or run.y == largest.y:
        return 0
    return 1 if run.y < largest.y else -1


def _script(text: str, *, raised: bool) -> str:
    """Return a sub- or superscript in Unicode's own letters, where it has them all."""
    known = _in_unicode(text, raised=raised)
    if known:
        return known
    bracketed = text if len(text) == 1 or _is_enclosed(text) else f"({text})"
    return ("^" if raised else "_") + bracketed


def _in_unicode(text: str, *, raised: bool) -> str:
    """Return a script in Unicode's own letters, "" where it lacks one."""
    table = _RAISED if raised else _LOWERED
    return text.translate(table) if all(ord(letter) in table for letter in text) else ""


def _is_enclosed(text: str) -> bool:
    """Tell whether one pair of brackets is around all of a text."""
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter in "[(") - (letter in "])")
        if not depth:
            return at > 0 and at == len(text) - 1
    return False
