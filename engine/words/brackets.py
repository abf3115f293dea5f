"""Which bracket has no partner: one that nothing closes, or one that closes nothing."""

from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["CLOSES", "Lone", "lone_bracket"]

CLOSES = {"(": ")", "[": "]"}


class Lone(NamedTuple):
    """A bracket without a partner; one that closes may stand where another `opened` one is open."""

    sign: str
    place: int
    opened: str


def lone_bracket(signs: Iterable[tuple[int, str]]) -> Lone | None:
    """Return the first bracket among placed `signs` that closes none, or else the last one open.

    >>> lone_bracket(enumerate("max(3, (x+1)"))
    Lone(sign='(', place=3, opened='')
    >>> lone_bracket(enumerate("(x]")), lone_bracket(enumerate("[x]"))
    (Lone(sign=']', place=2, opened='('), None)
    """
    still_open: list[Lone] = []
    for place, sign in signs:
        if sign in CLOSES:
            still_open.append(Lone(sign, place, ""))
        elif sign in CLOSES.values():
            opened = still_open.pop().sign if still_open else ""
            if CLOSES.get(opened) != sign:
                return Lone(sign, place, opened)
    return still_open[-1] if still_open else None
