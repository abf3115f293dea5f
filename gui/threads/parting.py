"""Large things that nobody needs any more, taken apart little by little beside the event loop.

Freed at once, by whoever lets go of them last, 100,000 nodes or cards stop every thread for a tenth
of a second and more.
"""

import atexit
import sys
import threading
import time
from typing import Any, TypeAlias

import engine
from engine.progress import listening
from gui.threads.courtesy import Courtesy

__all__ = ["end", "part_with"]

_PATIENCE = 10.0  # seconds in which others let go, too
_LOOK = 0.02  # seconds
_NAME = "parting"

_over = threading.Event()
_left: list[object] = []  # what was still to be parted when the process ended, and goes with it

_Held: TypeAlias = list[Any] | dict[Any, Any]


def part_with(*held: _Held, graph: engine.Graph | None = None) -> None:
    """Take a graph apart that nobody else knows, and what is `held` once nobody else knows that."""
    args = list(held), graph, Courtesy()
    threading.Thread(target=_part_with, args=args, name=_NAME, daemon=True).start()


def end() -> None:
    """Leave all that is not parted yet to the process, which ends: what parts would outlive Qt.

    Nobody waits for the event loop any more, as `courtesy.end` sees to.
    """
    _over.set()
    for thread in threading.enumerate():
        if thread.name == _NAME:
            thread.join()
    _over.clear()


class _Over(Exception):  # noqa: N818  it is no error
    """The process ends."""


def _part_with(held: list[_Held], graph: engine.Graph | None, courtesy: Courtesy) -> None:
    def go_on(_: float = 0.0) -> None:
        if _over.is_set():
            raise _Over
        courtesy.go_on()

    try:
        go_on()
        if graph is not None:
            with listening(go_on):
                graph.dissolve()
        until = time.monotonic() + _PATIENCE
        while held and time.monotonic() < until:
            _over.wait(_LOOK)
            go_on()
            for place in range(len(held)):
                while held[place] and _references(held, place) <= _OURS:
                    _take_one(held[place])
                    go_on()
            held[:] = [one for one in held if one]  # no second list that knows them
    except _Over:
        _left.extend((held, graph))


def _references(held: list[_Held], place: int) -> int:
    """Return how many references there are to what is held at a place."""
    return sys.getrefcount(held[place])


def _take_one(one: _Held) -> None:
    """Let a list or a dict go of something that it holds."""
    one.popitem() if isinstance(one, dict) else one.pop()


# Measured, as how many of them asking takes is the interpreter's own business.
_OURS = _references([[]], 0)
atexit.register(end)  # of a process that ends otherwise than the editor does
