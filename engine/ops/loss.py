"""Losses: how far a prediction is from its target."""

import math
from collections.abc import Sequence

import numpy as np

from engine.errors import ShapeError
from engine.expression import Call, Expression, Number
from engine.language import noop, sentence
from engine.ops.array import log_softmax
from engine.ops.maths import Maths, Value
from engine.ops.move import Move, Moved
from engine.ops.op import Op
from engine.words.number_text import shape_words


class SquaredError(Op):
    """Half the squared difference, entry by entry: ½(a − y)²."""

    name, title, symbol = "squared_error", "Squared error", "½(a−y)²"
    family = "loss"
    inputs = ("a", "y")

    def forward(self, m: Maths, a: Value, y: Value) -> Value:
        difference = a - y
        return difference * difference * 0.5

    def vjp(self, m: Maths, g: Value, value: Value, a: Value, y: Value) -> tuple[Value, ...]:
        by_a = g * (a - y)
        return by_a, -by_a

    def written(self, *arguments: Expression) -> Expression:
        square = Call("power", (Call("subtract", arguments), Number(2.0)))
        return Call("divide", (square, Number(2.0)))

    def derivative_written(
        self, port: int, value: Expression, *arguments: Expression
    ) -> Expression:
        a, y = arguments
        return Call("subtract", (y, a) if port else (a, y))


class CrossEntropy(Op):
    """The mean over the batch of −log softmax(logits) at each target class.

    Port 0 takes logits, their last axis the classes; port 1 whole numbers, the classes.
    """

    name, title, symbol = "cross_entropy", "Cross entropy", "CE"
    family = "loss"
    inputs = ("logits", "classes")
    elementwise = False

    def forward(self, m: Maths, logits: Value, classes: Value) -> Value:
        chosen = self._chosen(logits, classes)
        picked = np.take_along_axis(log_softmax(logits, -1), chosen, axis=-1)
        return -np.sum(picked) / picked.size if picked.size else np.float64(np.nan)

    def vjp(
        self, m: Maths, g: Value, value: Value, logits: Value, classes: Value
    ) -> tuple[Value, ...]:
        chosen = self._chosen(logits, classes)
        by_logits = np.exp(log_softmax(logits, -1))
        picked = np.take_along_axis(by_logits, chosen, axis=-1)
        np.put_along_axis(by_logits, chosen, picked - 1.0, axis=-1)
        # A class is a choice, not a quantity: nothing flows back to it.
        return by_logits * (g / max(chosen.size, 1)), np.zeros(np.shape(classes))

    def entries(self, *shapes: tuple[int, ...]) -> int:
        return math.prod(shapes[0])

    def jvp(
        self, m: Maths, moves: Sequence[Move | None], value: Value, *inputs: Value
    ) -> tuple[Value | None, ...]:
        slopes = self.vjp(m, 1.0, value, *inputs)
        return tuple(
            None if t is None else np.sum(t.times(slope))
            for slope, t in zip(slopes, moves, strict=True)
        )

    def reached(self, port: int, moved: Moved, *inputs: Value) -> Moved:
        return np.any(moved, keepdims=False)  # type: ignore[return-value]

    @staticmethod
    def _chosen(logits: Value, classes: Value) -> Value:
        if not np.ndim(logits) or np.shape(logits)[:-1] != np.shape(classes):
            said = noop("logits {logits} and classes {classes} do not fit")
            shapes = {"logits": shape_words(logits), "classes": shape_words(classes)}
            raise ShapeError(sentence(said, **shapes))
        asked = np.asarray(classes)
        if asked.size and not (
            np.isfinite(asked).all()
            and (asked == np.floor(asked)).all()
            and asked.min() >= 0
            and asked.max() < np.shape(logits)[-1]
        ):
            most = np.shape(logits)[-1] - 1
            raise ShapeError(
                sentence("classes must be whole numbers from 0 to {most}", most=most)
                if most >= 0
                else sentence("there is no class in logits {shape}", shape=shape_words(logits))
            )
        return asked.astype(np.intp)[..., np.newaxis]
