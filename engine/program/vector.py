"""Leaves of a program as one flat vector: read, set and differentiated at once."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.program.program import Program
from engine.value import Array, Value

__all__ = ["Vector"]


class Vector:
    """Some leaves of a program, by default its parameters, as one vector: entry after entry.

    The leaves keep the shapes that they had when it was made.
    """

    def __init__(self, program: Program, names: tuple[str, ...] | None = None) -> None:
        """Raise GraphError for a name that is no leaf."""
        self.program = program
        self.names = program.parameters if names is None else names
        numbers, shapes = program.leaves(self.names)
        self._entries = entries = _Entries.of(shapes)
        self._numbers = numbers[entries.scalars] if entries.arrays else numbers
        self._arrays = [self.names[k] for k, _, _ in entries.arrays]

    def belongs(self, program: Program, names: tuple[str, ...]) -> bool:
        """Tell whether it is made of these leaves of `program`."""
        return program is self.program and (names is self.names or names == self.names)

    @property
    def is_plain(self) -> bool:
        """Tell whether each leaf is a single number, an entry of its own."""
        return not self._arrays

    def read(self) -> Array:
        """Return the values."""
        arrays = [self.program.value(name) for name in self._arrays]
        return self._entries.gathered(self.program.scalars(self._numbers), arrays)

    def gradient(self) -> Array:
        """Return the derivatives."""
        arrays = [self.program.derivative(name) for name in self._arrays]
        return self._entries.gathered(self.program.slopes(self._numbers), arrays)

    def write(self, numbers: Array) -> None:
        """Give the leaves the values of a vector as `read` returns one."""
        self.program.set_scalars(self._numbers, numbers[self._entries.at])
        for name, (_, entries, shape) in zip(self._arrays, self._entries.arrays, strict=True):
            self.program.set_value(name, numbers[entries].reshape(shape))

    def values(self) -> list[Value]:
        """Return each leaf's value."""
        return self._entries.values(self.read())

    def owner(self, entry: int) -> str:
        """Return the leaf that entry number `entry` belongs to."""
        return self.names[self._entries.owner(entry)]


class _Entries(NamedTuple):
    """Where leaves lie in a vector: `scalars` at the entries `at`, each array in its own stretch.

    `scalars` and `arrays` are told by their places among the leaves, of scalars alone none.
    """

    scalars: list[int]
    at: NDArray[np.intp] | slice
    arrays: list[tuple[int, slice, tuple[int, ...]]]
    size: int

    @classmethod
    def of(cls, shapes: Sequence[tuple[int, ...]]) -> "_Entries":
        """Return where leaves of such shapes lie, entry after entry."""
        if not any(shapes):
            return cls([], slice(None), [], len(shapes))
        ends = np.cumsum([int(np.prod(shape, dtype=int)) for shape in shapes]).tolist()
        starts = [0, *ends[:-1]]
        scalars = [k for k, shape in enumerate(shapes) if shape == ()]
        arrays = [
            (k, slice(starts[k], ends[k]), shape) for k, shape in enumerate(shapes) if shape != ()
        ]
        at = np.array([starts[k] for k in scalars], dtype=np.intp)
        return cls(scalars, at, arrays, ends[-1])

    def gathered(self, numbers: Array, arrays: Sequence[Value]) -> Array:
        """Return the vector of the scalars' `numbers` and the values of the `arrays`."""
        if not self.arrays:
            return numbers
        vector: Array = np.empty(self.size)
        vector[self.at] = numbers
        for (_, entries, _), value in zip(self.arrays, arrays, strict=True):
            vector[entries] = np.ravel(value)
        return vector

    def values(self, vector: Array) -> list[Value]:
        """Return each leaf's value."""
        if not self.arrays:
            return vector.tolist()  # type: ignore[no-any-return]
        found: list[Value] = [0.0] * (len(self.scalars) + len(self.arrays))
        for k, number in zip(self.scalars, vector[self.at].tolist(), strict=True):
            found[k] = number
        for k, entries, shape in self.arrays:
            found[k] = vector[entries].reshape(shape)
        return found

    def owner(self, entry: int) -> int:
        """Return which leaf entry number `entry` belongs to."""
        if not self.arrays:
            return entry
        for k, entries, _ in self.arrays:
            if entries.start <= entry < entries.stop:
                return k
        return self.scalars[int(np.flatnonzero(self.at == entry)[0])]
