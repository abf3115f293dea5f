"""What is reached from a place along neighbours; without recursion."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

__all__ = ["reached"]

Place = TypeVar("Place")
PlaceAsked = TypeVar("PlaceAsked", contravariant=True)
PlaceGiven = TypeVar("PlaceGiven", covariant=True)


class Neighbours(Protocol[PlaceAsked, PlaceGiven]):
    """A list or a mapping that has the neighbours of every place."""

    def __getitem__(self, place: PlaceAsked, /) -> Iterable[PlaceGiven]:
        """Return the neighbours of a place."""


def reached(neighbours: Neighbours[Place, Place], start: Place) -> set[Place]:
    """Return `start` and all that is reached from it.

    >>> sorted(reached([[1, 2], [2], [], [0]], 0))
    [0, 1, 2]
    """
    seen, stack = {start}, [start]
    while stack:
        for other in neighbours[stack.pop()]:
            if other not in seen:
                seen.add(other)
                stack.append(other)
    return seen
