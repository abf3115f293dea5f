"""What is reached from a place along neighbours; without recursion."""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

__all__ = ["reached", "way"]

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


def way(
    neighbours: Neighbours[Place, Place], start: Place, goal: Place
) -> tuple[Place, ...] | None:
    """Return the places from `start` to another, both included; None where none leads there.

    >>> way([[1, 2], [2], [], [0]], 3, 2)
    (3, 0, 2)
    """
    came: dict[Place, Place] = {}
    stack = [start]
    while stack:
        at = stack.pop()
        for following in neighbours[at]:
            if following in came or following == start:
                continue
            came[following] = at
            if following == goal:
                return _back(came, start, goal)
            stack.append(following)
    return None


def _back(came: Mapping[Place, Place], start: Place, goal: Place) -> tuple[Place, ...]:
    places = [goal]
    while places[-1] != start:
        places.append(came[places[-1]])
    return tuple(reversed(places))
