"""What an op is, and the registry of all ops.

An op is one class: its name, how it is written, its value (`forward`) and its derivatives
(`vjp`). Deriving from `Op` with a `name` enters it into `OPS`; palette, file format, inspector
and the gradient test walk that registry.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar

import numpy as np

from engine.errors import InvalidAttributeError, UnknownOpError
from engine.expression import Call, Expression
from engine.language import sentence
from engine.ops.maths import Maths, Value
from engine.ops.move import Move, Moved
from engine.words.suggestion import did_you_mean

__all__ = ["OPS", "Op", "create"]

OPS: dict[str, type["Op"]] = {}


class Op:
    """One operation with its attributes; `inputs` names its ports, the least of a variadic one."""

    name: ClassVar[str] = ""
    title: ClassVar[str] = ""
    symbol: ClassVar[str] = ""
    family: ClassVar[str] = ""
    inputs: ClassVar[tuple[str, ...]] = ("x",)
    variadic: ClassVar[bool] = False
    elementwise: ClassVar[bool] = True
    attributes: ClassVar[tuple[str, ...]] = ()
    passes_on: ClassVar[bool] = False
    """Whether it is a sum: every input's derivative is the node's own, and more can be added."""
    bends: bool = False
    """Whether its value has a kink for some inputs."""

    def __init_subclass__(cls) -> None:
        if cls.name:
            OPS[cls.name] = cls

    def __init__(self, **attributes: object) -> None:
        for key in attributes:
            if key not in self.attributes:
                said = sentence("{op} takes no attribute {key}", op=self.name, key=repr(key))
                raise InvalidAttributeError(said)
        told = ((key, attributes[key]) for key in self.attributes if key in attributes)
        self.told: tuple[tuple[str, Any], ...] = tuple(
            (key, tuple(value) if isinstance(value, list) else value) for key, value in told
        )
        """The attributes that it was given, as an expression tells them."""

    @property
    def ports(self) -> tuple[str, ...]:
        """Return the names of this node's input ports."""
        return self.inputs

    forward: Callable[..., Value]
    """forward(m, *inputs): the value; its shape is the inputs' broadcast unless said otherwise."""

    vjp: Callable[..., tuple[Value, ...]]
    """vjp(m, g, value, *inputs): each dJ/d(input) from g = dJ/d(value), broadcasting not undone.

    Both are typed loosely so that an op names its inputs: that is read, and called, faster.
    """

    def entries(self, *shapes: tuple[int, ...]) -> int:
        """Return how many entries a value has for inputs of these shapes, without making one.

        Raises ValueError where they do not broadcast.
        """
        return math.prod(np.broadcast_shapes(*shapes))

    def jvp(
        self, m: Maths, moves: Sequence[Move | None], value: Value, *inputs: Value
    ) -> tuple[Value | None, ...]:
        """Return each input's share in the value's derivative, from how the inputs move.

        None stands for an input that does not move. Shares broadcast to the value's shape. This
        one serves all elementwise ops: their `vjp` of 1 is the slope by each input.
        """
        slopes = self.vjp(m, 1.0, value, *inputs)
        return tuple(
            [
                None if t is None else slope * t.derivative
                for slope, t in zip(slopes, moves, strict=True)
            ]
        )

    def reached(self, port: int, moved: Moved, *inputs: Value) -> Moved:
        """Return which entries of the value depend on the entries `moved` of input `port`.

        It broadcasts to the value's shape. What a share says of the others is of no account.
        """
        return moved

    def at_kink(self, *inputs: Value) -> bool:
        """Tell of an op that bends whether an entry of its value is at a kink for these inputs."""
        return bool(np.any(np.equal(inputs[0], 0.0)))

    def in_numbers(self, inputs: Iterable[Value]) -> bool:
        """Tell whether it gives a single number for these inputs: by `SCALAR`, not by `ARRAY`."""
        return self.elementwise and all(isinstance(x, float) for x in inputs)

    def written(self, *arguments: Expression) -> Expression:
        """Return the op applied to `arguments` as it is written, with what it is told besides."""
        told = ((key, value) for key, value in self.told if value is not None)
        kept = tuple((key, value) for key, value in told if value is not False)
        return Call(self.name, arguments, kept)

    def derivative_written(
        self, port: int, value: Expression, *arguments: Expression
    ) -> Expression | None:
        """Return the local derivative by input `port` as written; `value` is the node itself.

        None stands for a derivative that is not one formula, such as that of a matrix product.
        """
        return None

    def backward_written(
        self, port: int, gradient: Expression, *arguments: Expression
    ) -> Expression | None:
        """Return what flows back to input `port` from the node's `gradient`, as written.

        Only where it is no product of the gradient and the local derivative, entry by entry.
        """
        return None


def create(name: str, attributes: Mapping[str, Any]) -> Op:
    """Return op `name` with those of `attributes` that it takes; equal ones share an object.

    Raises UnknownOpError, with the nearest name, and InvalidAttributeError.
    """
    op = OPS.get(name)
    if op is None:
        raise UnknownOpError(sentence("unknown op '{op}'", op=name) + did_you_mean(name, OPS))
    taken = {key: attributes[key] for key in op.attributes if key in attributes}
    likeness = op, repr(taken)  # written out: True is not 1, and a list can be told too
    made = _MADE.get(likeness)
    if made is None:
        if len(_MADE) >= _MOST_MADE:
            _MADE.clear()
        made = _MADE[likeness] = op(**taken)
    return made


_MADE: dict[tuple[type[Op], str], Op] = {}
_MOST_MADE = 4096
