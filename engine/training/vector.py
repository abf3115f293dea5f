"""The parameters of a program as one flat vector, which is what an optimizer moves."""

import numpy as np

from engine.program import Program
from engine.value import Array

__all__ = ["Vector"]


class Vector:
    """Reads and writes all parameters that the output depends on, entry after entry."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.names = program.parameters
        self._shapes = [np.shape(program.value(name)) for name in self.names]
        sizes = [int(np.prod(shape, dtype=int)) for shape in self._shapes]
        self._ends = np.cumsum(sizes).tolist()
        self._scalar = not any(self._shapes)

    def read(self) -> Array:
        """Return the values."""
        return self._flat([self._program.value(name) for name in self.names])

    def gradient(self) -> Array:
        """Return the derivatives."""
        return self._flat([self._program.derivative(name) for name in self.names])

    def write(self, numbers: Array) -> None:
        """Give the parameters the values of a vector as `read` returns one."""
        if self._scalar:
            for name, number in zip(self.names, numbers.tolist(), strict=True):
                self._program.set_value(name, number)
            return
        start = 0
        for name, shape, end in zip(self.names, self._shapes, self._ends, strict=True):
            self._program.set_value(name, numbers[start:end].reshape(shape))
            start = end

    def owner(self, entry: int) -> str:
        """Return the parameter that entry number `entry` belongs to."""
        return self.names[next(k for k, end in enumerate(self._ends) if entry < end)]

    def _flat(self, values: list[float] | list[Array] | list[float | Array]) -> Array:
        if self._scalar:
            return np.array(values, dtype=np.float64)
        return np.concatenate([np.ravel(value) for value in values])
