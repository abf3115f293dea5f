"""An op's own definition as a tree: what it computes, and what its derivatives are.

The op is run once on names instead of numbers, as `engine.stretch.tracing` does for its loops; so
an op that no dialect knows a name for is written out, and its formula still stands in one place.
"""

import operator
from collections.abc import Callable
from functools import partial

from engine.expression import Call, Expression, Number, simplified
from engine.ops import OPS, SCALAR, Maths, Op

__all__ = ["folded", "traced_flows", "traced_value"]

_SIGNS = {"add": "add", "sub": "subtract", "mul": "multiply", "truediv": "divide"}
_COMPARED = {"lt": "less", "le": "at_most", "gt": "greater", "ge": "at_least", "eq": "equal"}
_COMPUTED: dict[str, Callable[..., float]] = {
    "less": operator.lt,
    "at_most": operator.le,
    "greater": operator.gt,
    "at_least": operator.ge,
    "equal": operator.eq,
}


class _Traced:
    """A tree that stands for a number."""

    __hash__ = None  # type: ignore[assignment]  # == is written down, not answered

    def __init__(self, tree: Expression) -> None:
        self.tree = tree

    def __neg__(self) -> "_Traced":
        return _call("negate", self)


def _tree(operand: object) -> Expression:
    return operand.tree if isinstance(operand, _Traced) else Number(float(operand))  # type: ignore[arg-type]


def _call(op: str, *operands: object) -> _Traced:
    return _Traced(Call(op, tuple(_tree(operand) for operand in operands)))


def _infix(op: str) -> tuple[Callable[..., _Traced], Callable[..., _Traced]]:
    return (lambda self, other: _call(op, self, other)), (
        lambda self, other: _call(op, other, self)
    )


_BOTH = {"and": "both"}
for _method, _op in (_SIGNS | _COMPARED | _BOTH).items():
    _plain, _reflected = _infix(_op)
    setattr(_Traced, f"__{_method}__", _plain)
    if _method not in _COMPARED:
        setattr(_Traced, f"__r{_method}__", _reflected)


class _Tracing(Maths):
    """The mathematics that writes down what is asked of it."""

    def __init__(self) -> None:
        for name in Maths.__annotations__:
            setattr(self, name, self._writer("abs" if name == "absolute" else name))

    @staticmethod
    def _writer(op: str) -> Callable[..., _Traced]:
        return lambda *operands: _call(op, *operands)


def traced_value(operation: Op, *inputs: Expression) -> Expression:
    """Return what an elementwise op computes of `inputs`, in other functions."""
    return folded(_tree(operation.forward(_Tracing(), *map(_Traced, inputs))))


def traced_flows(
    operation: Op, arriving: Expression, value: Expression, *inputs: Expression
) -> list[Expression]:
    """Return the derivative by each input, from the one that arrives and the value."""
    traced = map(_Traced, (arriving, value, *inputs))
    return [simplified(folded(_tree(flow))) for flow in operation.vjp(_Tracing(), *traced)]


def folded(expression: Expression) -> Expression:
    """Return the tree with what consists of numbers alone computed, and `where` decided."""
    if not isinstance(expression, Call):
        return expression
    call = Call(expression.op, tuple(folded(part) for part in expression.arguments))
    numbers = [part.value for part in call.arguments if isinstance(part, Number)]
    if call.op == "where" and isinstance(call.arguments[0], Number):
        return call.arguments[1 if call.arguments[0].value else 2]
    if call.op == "both" and numbers:
        others = [part for part in call.arguments if not isinstance(part, Number)]
        return others[0] if others and all(numbers) else Number(float(all(numbers)))
    if len(numbers) < len(call.arguments):
        return call
    return Number(float(_function(call.op)(*numbers)))


def _function(op: str) -> Callable[..., float]:
    """Return what computes a function of numbers alone."""
    if op in OPS:
        return partial(OPS[op]().forward, SCALAR)
    return _COMPUTED[op]
