"""An op run once on what stands for numbers: each operation is told to whoever writes it down.

So an op is defined in one place only, and becomes the text of a loop or the tree of an expression.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from engine.ops.maths import Maths
from engine.ops.op import Op

__all__ = ["Write", "forward_traced", "vjp_traced"]

Write = Callable[[str, Sequence[Any]], Any]
"""Is given an operation and its operands, and returns what stands for the result.

An operation is a function of `Maths`, or one of Python's operators by its name: `mul`, `neg`, `lt`.
"""


class _Traced:
    """Is used in place of a number that `stand_in` stands for."""

    __hash__ = None  # type: ignore[assignment]  # == is written down, not answered

    def __init__(self, write: Write, stand_in: Any) -> None:
        self.write, self.stand_in = write, stand_in

    def __neg__(self) -> "_Traced":
        return _done(self.write, "neg", self)


def _done(write: Write, operation: str, *operands: object) -> _Traced:
    return _Traced(write, write(operation, [_stand_in(operand) for operand in operands]))


def _stand_in(operand: object) -> Any:
    """Return what stands for a number; one that the op itself brings stands for itself."""
    return operand.stand_in if isinstance(operand, _Traced) else operand


def _infix(operator: str) -> tuple[Callable[..., _Traced], Callable[..., _Traced]]:
    def plain(self: _Traced, other: object) -> _Traced:
        return _done(self.write, operator, self, other)

    def reflected(self: _Traced, other: object) -> _Traced:
        return _done(self.write, operator, other, self)

    return plain, reflected


_BOTH = ("add", "sub", "mul", "truediv", "and", "or")
_COMPARED = ("lt", "le", "gt", "ge", "eq", "ne")
for _operator in (*_BOTH, *_COMPARED):
    _plain, _reflected = _infix(_operator)
    setattr(_Traced, f"__{_operator}__", _plain)
    if _operator in _BOTH:
        setattr(_Traced, f"__r{_operator}__", _reflected)


class _Tracing(Maths):
    """The mathematics that tells what is asked of it."""

    def __init__(self, write: Write) -> None:
        for name in Maths.__annotations__:
            setattr(self, name, partial(_done, write, name))


def forward_traced(operation: Op, write: Write, inputs: Sequence[Any]) -> Any:
    """Return what stands for the value of an op whose `inputs` these stand for."""
    return _stand_in(operation.forward(_Tracing(write), *(_Traced(write, x) for x in inputs)))


def vjp_traced(
    operation: Op, write: Write, arriving: Any, value: Any, inputs: Sequence[Any]
) -> list[Any]:
    """Return what stands for the derivative by each input."""
    traced = [_Traced(write, part) for part in (arriving, value, *inputs)]
    return [_stand_in(flow) for flow in operation.vjp(_Tracing(write), *traced)]
