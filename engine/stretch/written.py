"""An op written as a function of whole rows that puts its results straight where they belong.

Its definition is run once on names; the operation that gives a result gets the room for it. What
is large is so written once, and not first to an array that is then copied.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from engine.ops import ARRAY, Op
from engine.ops.maths import Maths
from engine.stretch.place import Floats
from engine.stretch.tracing import Line, Trace, forward_of, function_of, vjp_of

__all__ = ["Written", "add_rows", "written"]


# Python's operators as functions of arrays; what else a text calls is called as in `Maths`.
_OPERATORS = {
    "neg": "negative",
    "add": "add",
    "sub": "subtract",
    "mul": "multiply",
    "truediv": "true_divide",
    "and": "bitwise_and",
    "or": "bitwise_or",
    "lt": "less",
    "le": "less_equal",
    "gt": "greater",
    "ge": "greater_equal",
    "eq": "equal",
    "ne": "not_equal",
}
_FUNCTIONS: dict[str, Any] = {name: getattr(ARRAY, name) for name in Maths.__annotations__}
_FUNCTIONS |= {name: getattr(np, name) for name in [*_OPERATORS.values(), "inf", "nan"]}


class Written(NamedTuple):
    """An op's functions of rows: each of an input, with an entry for each node.

    `forward(rows, out)` writes the values; `backward(flows, g, y, rows)` the derivative along each
    edge to its row of `flows`, from that of the values, `g`, and the values, `y`. Neither makes an
    array on the way where it is `direct`.
    """

    forward: Callable[..., None]
    backward: Callable[..., None]
    direct: bool


def written(op: Op, ports: int) -> Written:
    """Return the functions of an op of so many inputs; like ones share them."""
    forward, back = forward_of(op, ports), vjp_of(op, ports)
    inputs = [f"x{port}" for port in range(ports)]
    flows = [f"f{port}" for port in range(ports)]
    return Written(
        _made(_text("rows, f0", _body(forward, ["f0"], {"rows": inputs}))),
        _made(_text("flows, g, y, rows", _body(back, flows, {"flows": flows, "rows": inputs}))),
        all(_is_direct(line, trace) for trace in (forward, back) for line in trace.lines),
    )


def _body(trace: Trace, rooms: list[str], parts: dict[str, list[str]]) -> list[str]:
    """Return the lines of a function whose results go to the `rooms`."""
    lines = [f"{', '.join(names)}, = {whole}" for whole, names in parts.items() if names]
    room_of: dict[str, str] = {}
    for result, room in zip(trace.results, rooms, strict=True):
        room_of.setdefault(result, room)
    lines += [_written(line, room_of.get(line.name)) for line in trace.lines]
    inside = {line.name for line in trace.lines}
    for result, room in zip(trace.results, rooms, strict=True):
        if result not in inside or room_of[result] != room:
            lines.append(f"{room}[...] = {result}")
    return lines


def _written(line: Line, room: str | None) -> str:
    """Return an operation as it is called in NumPy, which takes the room where it can."""
    arguments = ", ".join(line.operands)
    function = _OPERATORS.get(line.operation, line.operation)
    if room is None:
        return f"{line.name} = {function}({arguments})"
    if line.operation == "where":
        return f"{line.name} = {room}; {room}[...] = where({arguments})"
    return f"{line.name} = {function}({arguments}, out={room})"


def _is_direct(line: Line, trace: Trace) -> bool:
    return line.name in trace.results and line.operation != "where"


def _text(parameters: str, body: list[str]) -> str:
    lines = "\n    ".join(body or ["pass"])
    return f"def run({parameters}):\n    {lines}\n"


@lru_cache(maxsize=64)
def _made(text: str) -> Any:
    return function_of(text, _FUNCTIONS)


def add_rows(rows: Any, out: Floats) -> None:
    """Write the sums of rows to `out`: what a sum of so many inputs is, without a line for each."""
    if len(rows) == 2:
        np.add(rows[0], rows[1], out=out)
    elif len(out) == 1:  # a reduction of one column would add in another order
        out[:] = np.add.accumulate(rows[:, 0])[-1:]
    else:
        np.add.reduce(rows, axis=0, out=out)
