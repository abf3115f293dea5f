"""Work that makes many lasting objects at once, without Python's cyclic collector in between.

It would look through all of them again and again and find nothing to take away; for a graph of
100,000 nodes that is a quarter of the time of opening it.
"""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["without_collection"]


class _Held:
    """How many hold the collector back, in any thread, and whether it ran before the first."""

    lock = threading.Lock()
    holders = 0
    ran = False


@contextmanager
def without_collection() -> Iterator[None]:
    """Keep the cyclic collector from running meanwhile, in every thread; a decorator too."""
    with _Held.lock:
        if not _Held.holders:
            _Held.ran = gc.isenabled()
            gc.disable()
        _Held.holders += 1
    try:
        yield
    finally:
        with _Held.lock:
            _Held.holders -= 1
            if _Held.ran and not _Held.holders:
                gc.enable()
