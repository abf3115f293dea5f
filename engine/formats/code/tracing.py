"""An op's own definition as a tree: what it computes, and what its derivatives are.

So an op that no dialect knows a name for is written out, and its formula stands in one place.
"""

import operator
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from math import isfinite

from engine.errors import GraphError
from engine.expression import Call, Expression, Name, Number, simplified
from engine.ops import OPS, SCALAR, Op
from engine.ops.traced import forward_traced, vjp_traced

__all__ = ["TOO_LONG", "computed", "folded", "traced_flows", "traced_value"]

_OPERATORS = {
    "neg": "negate",
    "add": "add",
    "sub": "subtract",
    "mul": "multiply",
    "truediv": "divide",
    "and": "both",
    "or": "either",
    "lt": "less",
    "le": "at_most",
    "gt": "greater",
    "ge": "at_least",
    "eq": "equal",
    "ne": "unequal",
    "absolute": "abs",
}
_COMPUTED: dict[str, Callable[..., float]] = {
    "less": operator.lt,
    "at_most": operator.le,
    "greater": operator.gt,
    "at_least": operator.ge,
    "equal": operator.eq,
    "unequal": operator.ne,
    "both": lambda a, b: a and b,
    "either": lambda a, b: a or b,
    "sign": lambda x: (x > 0.0) - (x < 0.0),
    "log1p": SCALAR.log1p,
    "where": SCALAR.where,
}
_MOST_PARTS = 50_000  # of the derivatives of one formula
TOO_LONG = "a formula is too long to be written out: give its inner operations nodes of their own"
_DECIDES = {"both": False, "either": True}  # what decides it, whatever the other operand is


def _tree(operand: Expression | float) -> Expression:
    return Number(float(operand)) if isinstance(operand, float | int) else operand


def _write(operation: str, operands: Sequence[Expression | float]) -> Expression:
    return Call(_OPERATORS.get(operation, operation), tuple(map(_tree, operands)))


def traced_value(operation: Op, *inputs: Expression) -> Expression:
    """Return what an elementwise op computes of `inputs`, in other functions."""
    return folded(_tree(forward_traced(operation, _write, inputs)))


def traced_flows(
    operation: Op,
    arriving: Expression,
    value: Expression,
    *inputs: Expression,
    simply: bool = True,
) -> list[Expression]:
    """Return the derivative by each input, from the one that arrives and the value.

    What is put `simply` is formed in another order than the op does it.
    """
    flows = [_tree(flow) for flow in vjp_traced(operation, _write, arriving, value, inputs)]
    _check_parts(flows)
    return [simplified(folded(flow)) if simply else folded(flow) for flow in flows]


def _check_parts(trees: Sequence[Expression]) -> None:
    """Raise GraphError where trees have too many parts; one in several places counts in each.

    Of corners one in another, such as |…|, each writes what is around it twice.
    """
    counts: dict[int, int] = {}

    def parts(tree: Expression) -> int:
        if not isinstance(tree, Call):
            return 1
        if id(tree) not in counts:
            counts[id(tree)] = 1 + sum(map(parts, tree.arguments))
        return counts[id(tree)]

    if sum(map(parts, trees)) > _MOST_PARTS:
        raise GraphError(TOO_LONG)


def folded(expression: Expression) -> Expression:
    """Return the tree with what consists of numbers alone computed, and `where` decided."""
    if not isinstance(expression, Call):
        return expression
    call = Call(expression.op, tuple(folded(part) for part in expression.arguments))
    numbers = [part.value for part in call.arguments if isinstance(part, Number)]
    if call.op == "where" and isinstance(call.arguments[0], Number):
        return call.arguments[1 if call.arguments[0].value else 2]
    if call.op in _DECIDES and numbers:
        decisive = _DECIDES[call.op]
        others = [part for part in call.arguments if not isinstance(part, Number)]
        if decisive in map(bool, numbers):
            return Number(float(decisive))
        return others[0] if others else Number(float(not decisive))
    if len(numbers) < len(call.arguments):
        return call
    return Number(float(_function(call.op)(*numbers)))


def computed(expression: Expression, known: Mapping[str, float]) -> float:
    """Return what a tree comes to where each name stands for a number.

    Raises FloatingPointError where a part of it, needed or not, is NaN or infinite.
    """
    if isinstance(expression, Number):
        return expression.value
    if isinstance(expression, Name):
        return known[expression.name]
    parts = [computed(part, known) for part in expression.arguments]
    found = float(_function(expression.op)(*parts))
    if not isfinite(found):
        raise FloatingPointError(expression.op)
    return found


def _function(op: str) -> Callable[..., float]:
    """Return what computes a function of numbers alone."""
    if op in OPS:
        return partial(OPS[op]().forward, SCALAR)
    return _COMPUTED[op]
