"""Large things that nobody needs any more, taken apart little by little beside the event loop.

Freed at once, by whoever lets go of them last, 100,000 nodes or cards stop every thread for a tenth
of a second and more.
"""

import sys
import time
from threading import Thread
from typing import Any

import engine

__all__ = ["part_with"]

_PATIENCE = 10.0  # seconds in which others let go, too
_LOOK = 0.02  # seconds
_HERE = 3  # references: of the list of all, of who looks, and of what counts them


def part_with(graph: engine.Graph | None, *lists: list[Any]) -> None:
    """Take a graph apart that nobody else knows, and `lists` once nobody else knows these."""
    Thread(target=_part_with, args=(graph, list(lists)), name="parting", daemon=True).start()


def _part_with(graph: engine.Graph | None, lists: list[list[Any]]) -> None:
    if graph is not None:
        graph.dissolve()
    until = time.monotonic() + _PATIENCE
    while lists and time.monotonic() < until:
        time.sleep(_LOOK)
        for one in lists:
            while one and sys.getrefcount(one) <= _HERE:
                one.pop()
        lists[:] = [one for one in lists if one]  # no second list that knows them
