"""The room that arrays take, counted before they are made: a small file cannot fill the memory."""

import math
from collections.abc import Sequence

import numpy as np

from engine.errors import ShapeError
from engine.language import count_text, sentence
from engine.ops import Op
from engine.value import Value
from engine.words.number_text import shapes_words

__all__ = ["Room"]

MAX_NUMBERS = 250_000_000  # 2 GB of float64, values and derivatives together


class Room:
    """The room that a program's arrays take: values, derivatives, and those along the edges."""

    def __init__(self) -> None:
        self._shapes: dict[int, list[tuple[int, ...]]] = {}
        self._taken: dict[int, int] = {}
        self._total = 0

    def take(self, number: int, operation: Op, inputs: Sequence[Value | None]) -> None:
        """Count what node `number` needs for these inputs.

        Raises ShapeError where there is no room, ValueError where the shapes do not broadcast.
        """
        shapes = [np.shape(x) for x in inputs]  # type: ignore[arg-type]
        if self._shapes.get(number) == shapes:
            return
        self._shapes.pop(number, None)
        self._total -= self._taken.pop(number, 0)
        made = operation.entries(*shapes)
        needed = made * (2 + len(shapes)) + sum(map(math.prod, shapes))
        if self._total + needed > MAX_NUMBERS:
            given = shapes_words(inputs[:2])
            raise ShapeError(
                sentence(
                    "there is no room for {n} entries, made of {given}",
                    n=count_text(made),
                    given=given,
                )
            )
        self._total += needed
        self._taken[number] = needed
        self._shapes[number] = shapes
