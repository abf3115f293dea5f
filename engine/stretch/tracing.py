"""An op written as plain Python: its definition is run once on names instead of numbers.

What it does to them, one operation a line, becomes the body of a loop. So the loop costs no call
for `a * b`, and the op's formula still stands in one place only.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from engine.ops import SCALAR, Op
from engine.ops.maths import Maths
from engine.ops.traced import forward_traced, vjp_traced

__all__ = ["FUNCTIONS", "PORTS", "function_of", "trace_forward", "trace_vjp"]

PORTS = 2
"""How many ports an op may have to be written into a loop; one with more is called."""

_NAMES = [name for name in Maths.__annotations__ if name != "where"]

# What a traced text calls, by name: the scalar mathematics, and the numbers no literal writes.
FUNCTIONS: dict[str, Any] = {name: getattr(SCALAR, name) for name in _NAMES}
FUNCTIONS |= {"inf": float("inf"), "nan": float("nan")}

# How an operation is written that is no call of such a function.
_PATTERNS = {
    "neg": "-{}",
    "add": "{} + {}",
    "sub": "{} - {}",
    "mul": "{} * {}",
    "truediv": "{} / {}",
    "and": "{} & {}",
    "or": "{} | {}",
    "lt": "{} < {}",
    "le": "{} <= {}",
    "gt": "{} > {}",
    "ge": "{} >= {}",
    "eq": "{} == {}",
    "ne": "{} != {}",
    "where": "{1} if {0} else {2}",
}


def function_of(text: str) -> Any:
    """Return the function `run` that a text defines.

    Texts are made of our own ops' definitions and of numbers; nothing of a file comes into them.
    """
    namespace = dict(FUNCTIONS)
    exec(text, namespace)  # noqa: S102
    return namespace["run"]


class _Tape:
    """The lines written so far, each with its name and the names it reads; a name is a text."""

    def __init__(self) -> None:
        self._lines: list[tuple[str, str, frozenset[str]]] = []

    def write(self, operation: str, operands: Sequence[object]) -> str:
        """Write the operation down and return the name of its result."""
        name = f"t{len(self._lines)}"
        call = f"{operation}({', '.join(['{}'] * len(operands))})"
        text = _PATTERNS.get(operation, call).format(*map(_text, operands))
        read = frozenset(part for part in operands if isinstance(part, str))
        self._lines.append((name, text, read))
        return name

    def needed(self, results: Iterable[object]) -> tuple[list[str], set[str]]:
        """Return the lines that `results` depend on, and all names that are read for them."""
        read = {result for result in results if isinstance(result, str)}
        kept = []
        for name, text, reads in reversed(self._lines):
            if name in read:
                kept.append(f"{name} = {text}")
                read |= reads
        return kept[::-1], read


def _text(operand: object) -> str:
    return operand if isinstance(operand, str) else f"({operand!r})"


def trace_forward(operation: Op, ports: int) -> tuple[list[str], str]:
    """Return lines that compute the op of `x0`, `x1` …, and what names the result."""
    tape = _Tape()
    result = forward_traced(operation, tape.write, _inputs(ports))
    return tape.needed([result])[0], _text(result)


def trace_vjp(operation: Op, ports: int) -> tuple[list[str], list[str], set[str]]:
    """Return lines that compute the derivatives, what names each, and all names that are read.

    They are taken from `g`, the derivative that arrives, the value `y` and the inputs `x0` ….
    """
    tape = _Tape()
    flows = vjp_traced(operation, tape.write, "g", "y", _inputs(ports))
    lines, read = tape.needed(flows)
    return lines, [_text(flow) for flow in flows], read


def _inputs(ports: int) -> list[str]:
    return [f"x{port}" for port in range(ports)]
