"""The chain rule written out for NumPy: what flows back along each edge of the graph."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import isfinite, prod

from engine.expression import Call, Expression, Name, Number, simplified
from engine.formats.code.dialect import ATOM, PRODUCT, Dialect
from engine.formats.code.listing import Shape, Step, has_corner
from engine.formats.code.tracing import folded, traced_flows
from engine.ops import Op
from engine.ops.activation import LeakyRelu
from engine.ops.array import Mean, Softmax, Sum

__all__ = ["flow_code", "slope"]


def flow_code(
    step: Step, port: int, arriving: str, dialect: Dialect, *, as_computed: bool = False
) -> str:
    """Return the code of what flows back to input `port`, empty where nothing does.

    `arriving` is the derivative that arrives at the node. What flows is multiplied by the slope as
    it is written, or `as_computed` formed as the op does it.
    """
    if step.expression is not None:
        code = _elementwise(step, port, arriving, dialect, as_computed=as_computed)
        return code and _shrunk(code, step.shape, step.shapes[port])
    inputs = [dialect.text(part, least=ATOM) for part in step.inputs]
    return _ARRAYS[step.operation.name](step, port, arriving, *inputs)


def _elementwise(
    step: Step, port: int, arriving: str, dialect: Dialect, *, as_computed: bool
) -> str:
    value = Name(step.identifier)
    if as_computed:
        flows = traced_flows(step.operation, Name(arriving), value, *step.inputs, simply=False)
        return dialect.text(flows[port])
    by_input = _written_slope(step.operation, port, value, step.inputs, corner=step.has_corner)
    if by_input is None:
        flow = _chosen_flow(step.operation, port, Name(arriving), value, step.inputs)
        return "" if flow == Number(0.0) else dialect.text(flow)
    if by_input == Number(0.0):
        return ""
    if by_input == Number(1.0):
        return arriving
    if by_input == Number(-1.0):
        return f"-{arriving}"
    return f"{arriving} * {dialect.text(by_input, least=PRODUCT + 1)}"


def slope(
    operation: Op,
    port: int,
    value: Expression,
    inputs: Sequence[Expression],
    *,
    corner: bool | None = None,
) -> Expression:
    """Return an elementwise op's derivative by an input: as written, else as the op computes it.

    `corner` is whether it has one, for who knows: a wide op is asked for each of its ports.
    """
    if corner is None:
        corner = has_corner(operation.written(*inputs))
    written = _written_slope(operation, port, value, inputs, corner=corner)
    return written or _chosen_flow(operation, port, Number(1.0), value, inputs)


def _written_slope(
    operation: Op, port: int, value: Expression, inputs: Sequence[Expression], *, corner: bool
) -> Expression | None:
    """Return the derivative by an input as one formula, None where the op chooses among several.

    So it does at a `corner`.
    """
    if corner or operation.name == "divide":
        return None
    written = operation.derivative_written(port, value, *inputs)
    return None if written is None else _as_code(simplified(written))


def _chosen_flow(
    operation: Op, port: int, g: Expression, value: Expression, inputs: Sequence[Expression]
) -> Expression:
    """Return what flows back of `g` where the op chooses: 0 elsewhere, even of an infinite one."""
    special = _FLOWS.get(operation.name)
    if special is not None:
        return special(operation, port, g, value, *inputs)
    return _as_code(traced_flows(operation, g, value, *inputs)[port])


def _as_code(tree: Expression) -> Expression:
    """Return the tree with a/b/b for a/b²: the square of 1e200 is infinite, of 1e−200 it is 0.

    So is a number for what of numbers alone is not finite: Python's own raise where that begins.
    """
    if not isinstance(tree, Call):
        return tree
    tree = replace(tree, arguments=tuple(map(_as_code, tree.arguments)))
    if all(isinstance(part, Number) for part in tree.arguments):
        found = folded(tree)
        return tree if isinstance(found, Number) and isfinite(found.value) else found
    if tree.op != "divide":
        return tree
    quotient, divisor = tree.arguments
    factors = _factors(divisor)
    if all(factors.count(factor) == 1 for factor in factors):
        return tree
    for factor in factors:
        quotient = Call("divide", (quotient, factor))
    return quotient


def _factors(divisor: Expression) -> list[Expression]:
    if isinstance(divisor, Call) and divisor.op == "square":
        return [*divisor.arguments] * 2
    if isinstance(divisor, Call) and divisor.op == "multiply":
        return [factor for part in divisor.arguments for factor in _factors(part)]
    return [divisor]


def _shared(
    operation: Op, port: int, g: Expression, value: Expression, *inputs: Expression
) -> Expression:
    """Return an input's share where it is the largest, or smallest: a tie is shared equally."""
    same = [Call("equal", (x, value)) for x in inputs]
    counted = [Call("where", (each, _ONE, _ZERO)) for each in same]
    return Call("where", (same[port], Call("divide", (g, Call("add", tuple(counted)))), _ZERO))


def _leaky(operation: Op, port: int, g: Expression, value: Expression, x: Expression) -> Expression:
    assert isinstance(operation, LeakyRelu)  # noqa: S101  the table's own row
    by_x = Number(operation.slope)
    below = by_x if isinstance(g, Number) else Call("multiply", (by_x, g))
    return Call("where", (_above_0(x), g, below))


def _signed(
    operation: Op, port: int, g: Expression, value: Expression, x: Expression
) -> Expression:
    sign = Call("sign", (x,))
    if isinstance(g, Number):
        return sign
    return Call("where", (Call("equal", (x, _ZERO)), _ZERO, Call("multiply", (g, sign))))


def _quotient(
    operation: Op, port: int, g: Expression, value: Expression, a: Expression, b: Expression
) -> Expression:
    """Return a quotient's flow as the op forms it: a/b/b by itself may be 0, or beyond all."""
    by_a: Expression = Call("divide", (g, b))
    if not port:
        return by_a
    by_both = by_a if a == _ONE else Call("multiply", (by_a, a))
    return Call("negate", (Call("divide", (by_both, b)),))


def _above_0(x: Expression) -> Expression:
    return Call("greater", (x, _ZERO))


_ZERO, _ONE = Number(0.0), Number(1.0)
_FLOWS: dict[str, Callable[..., Expression]] = {
    "abs": _signed,
    "divide": _quotient,
    "relu": lambda operation, port, g, value, x: Call("where", (_above_0(x), g, _ZERO)),
    "leaky_relu": _leaky,
    "maximum": _shared,
    "minimum": _shared,
}


def _shrunk(code: str, shape: Shape, wanted: Shape) -> str:
    """Return the code summed over the axes along which an input of shape `wanted` was repeated."""
    if not wanted and shape:
        return f"np.sum({code})"
    extra = len(shape) - len(wanted)
    repeated = [axis for axis, size in enumerate(wanted) if size == 1 and shape[extra + axis] != 1]
    if extra:
        code = f"np.sum({code}, axis={_axes(range(extra))})"
    if repeated:
        code = f"np.sum({code}, axis={_axes(repeated)}, keepdims=True)"
    return code


def _axes(axes: range | list[int]) -> str:
    return str(axes[0]) if len(axes) == 1 else str(tuple(axes))


# --- the ops that look at whole arrays; each from its step, a port, what arrives and its inputs


def _matmul(step: Step, port: int, g: str, a: str, b: str) -> str:
    rank, other = len(step.shapes[port]), len(step.shapes[1 - port])
    if max(rank, other) > 2:
        return _stacked(step, port, g, a, b)
    if rank == other == 1:
        return f"{g} * {a if port else b}"
    if rank == 2 and other == 1:  # a matrix from two vectors
        return f"np.outer({a}, {g})" if port else f"np.outer({g}, {b})"
    return f"{a}.T @ {g}" if port else f"{g} @ {b}.T"


def _stacked(step: Step, port: int, g: str, a: str, b: str) -> str:
    """Return the flow of a product of which a side is a stack of matrices."""
    left, right = step.shapes
    if len(right) == 1:
        rows = f"{g}[..., None]"
        return f"{rows} * {b}" if port == 0 else _shrunk(f"{rows} * {a}", left, right)
    if len(left) == 1:
        columns = f"{g}[..., None, :]"
        if port:
            return f"{a}[:, None] * {columns}"
        return f"np.sum({b} * {columns}, axis={(*range(len(right) - 2), len(right) - 1)})"
    stack = step.shape[:-2]
    if port:
        return _shrunk(f"{a}.mT @ {g}", (*stack, *right[-2:]), right)
    return _shrunk(f"{g} @ {b}.mT", (*stack, *left[-2:]), left)


def _transpose(step: Step, port: int, g: str, x: str) -> str:
    rank = len(step.shape)
    return g if rank < 2 else f"{g}.{'T' if rank == 2 else 'mT'}"


def _reduction(step: Step, port: int, g: str, x: str) -> str:
    operation, (shape,) = step.operation, step.shapes
    assert isinstance(operation, Sum | Mean)  # noqa: S101  the table's own rows
    if not shape or operation.axis == ():
        return g
    if operation.axis is not None and not operation.keepdims:
        g = f"np.expand_dims({g}, {operation.axis})"
    if operation.name == "mean":
        count = _count(operation.axis, shape)
        g = f"{g} / {f'{x}.size' if operation.axis is None else count}"
    return f"np.broadcast_to({g}, {x}.shape)"


def _count(axis: int | tuple[int, ...] | None, shape: Shape) -> int:
    axes = range(len(shape)) if axis is None else (axis,) if isinstance(axis, int) else axis
    return prod(shape[one] for one in axes)


def _softmax(step: Step, port: int, g: str, x: str) -> str:
    value, axis = step.identifier, _axis(step)
    return f"{value} * ({g} - np.sum({g} * {value}, axis={axis}, keepdims=True))"


def _log_softmax(step: Step, port: int, g: str, x: str) -> str:
    value, axis = step.identifier, _axis(step)
    return f"{g} - np.exp({value}) * np.sum({g}, axis={axis}, keepdims=True)"


def _axis(step: Step) -> int:
    assert isinstance(step.operation, Softmax)  # noqa: S101  the table's own rows
    return step.operation.axis


def _cross_entropy(step: Step, port: int, g: str, logits: str, classes: str) -> str:
    count = step.shapes[0][-1]
    chosen = f"np.eye({count})[np.asarray({classes}).astype(int)]"
    batch = f" / {classes}.size" if step.shapes[1] else ""
    return f"{g} * (softmax({logits}) - {chosen}){batch}"


_ARRAYS: dict[str, Callable[..., str]] = {
    "matmul": _matmul,
    "transpose": _transpose,
    "sum": _reduction,
    "mean": _reduction,
    "softmax": _softmax,
    "log_softmax": _log_softmax,
    "cross_entropy": _cross_entropy,
}
