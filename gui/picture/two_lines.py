"""A long formula in two lines, on a card that is tall enough for both."""

from collections.abc import Iterable, Iterator

from gui.picture.measure import MATH
from gui.picture.plain_text import plain_text
from gui.picture.runs import Run, Typeset, advance

__all__ = ["broken_caption", "in_two_lines", "lines_of"]

_PITCH = 1.4 * MATH  # from one baseline to the next
_SIGNS = (" + ", " − ")
_LONG = 200.0  # units, from which on a formula is broken within parentheses, too
_WORTH = 0.8  # of its width is the most that it may be wide afterwards


def in_two_lines(text: Typeset) -> Typeset:
    """Return a formula broken before a plus or minus, both lines centred; or as it is.

    It stays in one line where no sign stands outside of parentheses, or where that gains little.
    """
    deepest = 1 if text.width > _LONG else 0
    broken = [_broken(text, at) for at in _signs(text.runs, deepest)]
    best = min(broken, key=lambda one: one.width, default=text)
    return best if best.width <= _WORTH * text.width else text


def broken_caption(text: Typeset) -> list[Typeset]:
    """Return a list as two lines, broken behind a comma, and an equation before an equals sign.

    What gains little by it stays as it is.
    """
    free = [(at, run.text.strip()) for at, run in _outside(text.runs, 0) if not run.y]
    places = [at + 1 for at, mark in free if mark == "," and at + 1 < len(text.runs)]
    places = places or [at for at, mark in free if at and mark == "="]
    best = min((_broken(text, at) for at in places), key=lambda one: one.width, default=text)
    return lines_of(best) if best.width <= _WORTH * text.width else [text]


def lines_of(text: Typeset) -> list[Typeset]:
    """Return the lines of a formula, each on the common baseline."""
    whole = max((run.size for run in text.runs), default=0)
    found: list[list[Run]] = []
    base = 0.0
    for run in text.runs:
        if not found or (run.size == whole and run.y != base):
            found.append([])
            base = run.y
        found[-1].append(Run(run.text, run.face, run.size, run.x, run.y - base, run.ink))
    return [Typeset(tuple(line), _end(line) - line[0].x, 0.0, 0.0) for line in found]


def _signs(runs: Iterable[Run], deepest: int) -> Iterator[int]:
    """Yield the places of the signs in at most so many parentheses."""
    for at, run in _outside(runs, deepest):
        if run.text in _SIGNS and not run.y and run.size == MATH:
            yield at


def _outside(runs: Iterable[Run], deepest: int) -> Iterator[tuple[int, Run]]:
    """Yield what stands in at most so many parentheses, each with its place."""
    depth = 0
    for at, run in enumerate(runs):
        if depth <= deepest:
            yield at, run
        depth += run.text.count("(") - run.text.count(")")


def _broken(text: Typeset, at: int) -> Typeset:
    first, rest = text.runs[:at], text.runs[at:]
    sign = rest[0]
    mark = sign.text.lstrip()
    start = sign.x + _space(sign)
    second = (Run(mark, sign.face, sign.size, start, sign.y, sign.ink), *rest[1:])
    widths = sign.x, text.width - start
    width = max(widths)
    shifts = (width - widths[0]) / 2, (width - widths[1]) / 2 - start
    lines = zip((first, second), shifts, (-_PITCH / 2, _PITCH / 2), strict=True)
    runs = tuple(
        Run(run.text, run.face, run.size, run.x + across, run.y + down, run.ink)
        for line, across, down in lines
        for run in line
    )
    half = _PITCH / 2
    return Typeset(runs, width, text.ascent + half, text.descent + half, words=plain_text(text))


def _space(sign: Run) -> float:
    """Return how much wider a sign is for the space before it."""
    marked = advance(sign.text.lstrip(), sign.face, sign.size)
    return advance(sign.text, sign.face, sign.size) - marked


def _end(line: list[Run]) -> float:
    return max(run.x + advance(run.text, run.face, run.size) for run in line)
