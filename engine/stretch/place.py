"""Places in an array: numbers of entries, as a pattern where they keep their distances."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

__all__ = [
    "Call",
    "Floats",
    "Gathered",
    "Numbers",
    "Pattern",
    "Place",
    "gather",
    "gather_all",
    "pattern_of",
    "place_of",
    "steady_rows",
]

Numbers = NDArray[np.intp]
Floats = NDArray[np.float64]
Call = tuple[Callable[..., object], tuple[Any, ...]]
"""A function and what it is called with, again and again."""

_SHORTEST = 8  # entries of a line from which going line by line is quicker than one by one


class Pattern(NamedTuple):
    """Lines of as many places each: entry k of line i stands at `first + i * down + k * along`.

    Layers are read like that: it takes no number for each entry, and nothing is looked up.
    """

    first: int
    lines: int
    length: int
    down: int
    along: int

    @property
    def is_slice(self) -> bool:
        """Tell whether the places follow each other."""
        return self.lines == 1 and self.along == 1

    def folded(self, length: int) -> "Pattern | None":
        """Return the same places in lines of `length`, None where they do not fall into such."""
        if self.length == length:
            return self
        if self.lines > 1 or self.length % length:
            return None
        return Pattern(self.first, self.length // length, length, length * self.along, self.along)

    def of(self, array: Floats) -> Floats:
        """Return the entries of `array`, line by line, without copying them."""
        size = array.itemsize
        strides = self.down * size, self.along * size
        return as_strided(array[self.first :], (self.lines, self.length), strides)

    def at(self, entries: Numbers) -> Numbers:
        """Return the places of some entries, counted through all lines."""
        line, k = np.divmod(entries, self.length)
        places: Numbers = self.first + line * self.down + k * self.along
        return places


Place = Pattern | Numbers


class Gathered(NamedTuple):
    """Places whose entries are copied to `room`."""

    place: Place
    room: Floats

    def is_followed_by(self, room: Floats) -> bool:
        """Tell whether another room begins where this one ends, and numbers say what comes here."""
        together = room.base is self.room.base and _begin(room) == _begin(self.room) + len(
            self.room
        )
        return together and not isinstance(self.place, Pattern)

    def with_more(self, places: Numbers) -> "Gathered":
        """Return this with what comes to the room that follows."""
        both = np.concatenate([self.place, places])
        whole: Floats = self.room.base  # type: ignore[assignment]  # as in `_begin`
        begin = _begin(self.room)
        return Gathered(both, whole.reshape(-1)[begin : begin + len(both)])


def _begin(room: Floats) -> int:
    """Return at which entry of the array that it is a part of a room begins."""
    whole: Floats = room.base  # type: ignore[assignment]  # never None: a room is a part
    return (room.ctypes.data - whole.ctypes.data) // room.itemsize


def pattern_of(table: Numbers) -> Pattern | None:
    """Return the pattern of a table of places, a line each row; None where it has none."""
    lines, length = table.shape
    first = int(table[0, 0])
    down = int(table[1, 0]) - first if lines > 1 else 0
    along = int(table[0, 1]) - first if length > 1 else 1
    steady = first + down * np.arange(lines)[:, None] + along * np.arange(length)
    return Pattern(first, lines, length, down, along) if (table == steady).all() else None


def place_of(numbers: Numbers) -> Place:
    """Return the same places as a pattern, where they have one."""
    distances = np.diff(numbers)
    breaks = np.flatnonzero(distances != distances[:1])
    length = int(breaks[0]) + 1 if len(breaks) else len(numbers)
    if len(numbers) % length or (len(breaks) and length < _SHORTEST):
        return numbers
    found = pattern_of(numbers.reshape(-1, length))
    return numbers if found is None else found


def steady_rows(table: Numbers) -> Pattern | None:
    """Return the pattern of the first rows of a table, those that are slices or single places.

    None where fewer than two are one behind the other, without a place in common.
    """
    count = table.shape[1]
    slices = (np.diff(table, axis=1) == 1).all(axis=1)
    distances = np.diff(table[:, 0])
    steady = np.append(True, distances == distances[:1]) & slices
    lines = len(table) if steady.all() else int(steady.argmin())
    if lines < 2 or (count > 1 and distances[0] < count):
        return None
    return Pattern(int(table[0, 0]), lines, count, int(distances[0]), 1)


def gather(array: Floats, place: Place, out: Floats) -> Call:
    """Return the call that copies the entries at a place to `out`."""
    if isinstance(place, Pattern):
        return np.copyto, (out.reshape(place.lines, place.length), place.of(array))
    return array.take, (place, None, out, "clip")


def gather_all(array: Floats, wanted: Sequence[Gathered]) -> list[Call]:
    """Return the calls that copy all that is wanted: one for rooms that follow each other."""
    joined: list[Gathered] = []
    for place, room in wanted:
        before = joined[-1] if joined else None
        if before is None or isinstance(place, Pattern) or not before.is_followed_by(room):
            joined.append(Gathered(place, room))
        else:
            joined[-1] = before.with_more(place)
    return [gather(array, place, room) for place, room in joined]
