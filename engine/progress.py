"""Long work that says how far it is, to whoever listens in its thread.

A listener that raises ends the work at the step where it was told: nothing is half done, because
what takes long makes something new. Without a listener nothing of this costs anything.
"""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

__all__ = ["listening", "report", "stage", "watched"]

_STEP = 256  # items between two reports: about a millisecond of work

Item = TypeVar("Item")
Listener = Callable[[float], None]


class _Heard(threading.local):
    listener: Listener | None = None


_heard = _Heard()


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Tell `listener` how far the work within is, as a share from 0 to 1; for this thread only."""
    before, _heard.listener = _heard.listener, listener
    try:
        yield
    finally:
        _heard.listener = before


@contextmanager
def stage(start: float, end: float) -> Iterator[None]:
    """Let the work within be the part from `start` to `end` of the work around it."""
    outer = _heard.listener
    if outer is None:
        yield
        return
    with listening(lambda share: outer(start + (end - start) * share)):
        outer(start)
        yield


def report(share: float) -> None:
    """Say that `share` of the work is done."""
    if _heard.listener is not None:
        _heard.listener(share)


def watched(items: Sequence[Item], start: float = 0.0, end: float = 1.0) -> Iterable[Item]:
    """Return `items`; going through them is reported as the part from `start` to `end`.

    >>> with listening(lambda share: print(f"{share:.2f}")):
    ...     numbers = list(watched(range(600)))
    0.00
    0.43
    0.85
    """
    listener = _heard.listener
    return items if listener is None else _reported(items, listener, start, end)


def _reported(
    items: Sequence[Item], listener: Listener, start: float, end: float
) -> Iterator[Item]:
    share = (end - start) / max(len(items), 1)
    for number, item in enumerate(items):
        if not number % _STEP:
            listener(start + share * number)
        yield item
