"""Large things that nobody needs any more, taken apart little by little beside the event loop.

Freed at once, by whoever lets go of them last, 100,000 nodes or cards stop every thread for a tenth
of a second and more.
"""

import sys
import time
from threading import Thread
from typing import Any, TypeAlias

import engine
from engine.progress import listening
from gui.courtesy import Courtesy

__all__ = ["part_with"]

_PATIENCE = 10.0  # seconds in which others let go, too
_LOOK = 0.02  # seconds


_Held: TypeAlias = list[Any] | dict[Any, Any]


def part_with(*held: _Held, graph: engine.Graph | None = None) -> None:
    """Take a graph apart that nobody else knows, and what is `held` once nobody else knows that."""
    args = list(held), graph, Courtesy()
    Thread(target=_part_with, args=args, name="parting", daemon=True).start()


def _part_with(held: list[_Held], graph: engine.Graph | None, courtesy: Courtesy) -> None:
    courtesy.go_on()
    if graph is not None:
        with listening(lambda _: courtesy.go_on()):
            graph.dissolve()
    until = time.monotonic() + _PATIENCE
    while held and time.monotonic() < until:
        time.sleep(_LOOK)
        for place in range(len(held)):
            while held[place] and _references(held, place) <= _OURS:
                _take_one(held[place])
                courtesy.go_on()
        held[:] = [one for one in held if one]  # no second list that knows them


def _references(held: list[_Held], place: int) -> int:
    """Return how many references there are to what is held at a place."""
    return sys.getrefcount(held[place])


def _take_one(one: _Held) -> None:
    """Let a list or a dict go of something that it holds."""
    one.popitem() if isinstance(one, dict) else one.pop()


# Measured, as how many of them asking takes is the interpreter's own business.
_OURS = _references([[]], 0)
