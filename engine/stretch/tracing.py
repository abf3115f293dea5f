"""An op written as plain Python: its definition is run once on names instead of numbers.

What it does to them, one operation a line, becomes the body of a loop. So the loop costs no call
for `a * b`, and the op's formula still stands in one place only.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from engine.ops import SCALAR, Op
from engine.ops.maths import Maths
from engine.ops.traced import forward_traced, vjp_traced

__all__ = [
    "FUNCTIONS",
    "PORTS",
    "Line",
    "Trace",
    "forward_of",
    "function_of",
    "trace_forward",
    "trace_vjp",
    "vjp_of",
]

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


def function_of(text: str, names: Mapping[str, Any] = FUNCTIONS) -> Any:
    """Return the function `run` that a text defines, which calls what has one of the `names`.

    Texts are made of our own ops' definitions and of numbers; nothing of a file comes into them.
    """
    namespace = dict(names)
    exec(text, namespace)  # noqa: S102
    return namespace["run"]


class Line(NamedTuple):
    """One operation, the texts of what it is applied to, and the name of its result."""

    name: str
    operation: str
    operands: tuple[str, ...]

    def plain(self) -> str:
        """Return the line as it is written for single numbers."""
        call = f"{self.operation}({', '.join(['{}'] * len(self.operands))})"
        return f"{self.name} = {_PATTERNS.get(self.operation, call).format(*self.operands)}"


class Trace(NamedTuple):
    """The lines that results depend on, what names each result, and all that is read for them."""

    lines: list[Line]
    results: list[str]
    read: set[str]


class _Tape:
    """The lines written so far; a name is a text."""

    def __init__(self) -> None:
        self._lines: list[Line] = []

    def write(self, operation: str, operands: Sequence[object]) -> str:
        """Write the operation down and return the name of its result."""
        name = f"t{len(self._lines)}"
        self._lines.append(Line(name, operation, tuple(map(_text, operands))))
        return name

    def trace(self, results: Iterable[object]) -> Trace:
        """Return what is needed for the `results`."""
        names = list(map(_text, results))
        read, kept = set(names), []
        for line in reversed(self._lines):
            if line.name in read:
                kept.append(line)
                read.update(line.operands)
        return Trace(kept[::-1], names, read)


def _text(operand: object) -> str:
    return operand if isinstance(operand, str) else f"({operand!r})"


def forward_of(operation: Op, ports: int) -> Trace:
    """Return how an op is computed of `x0`, `x1` …; its value is the one result."""
    tape = _Tape()
    return tape.trace([forward_traced(operation, tape.write, _inputs(ports))])


def vjp_of(operation: Op, ports: int) -> Trace:
    """Return how an op's derivatives are computed, a result for each input.

    They are taken from `g`, the derivative that arrives, the value `y` and the inputs `x0` ….
    """
    tape = _Tape()
    return tape.trace(vjp_traced(operation, tape.write, "g", "y", _inputs(ports)))


def trace_forward(operation: Op, ports: int) -> tuple[list[str], str]:
    """Return lines that compute the op of `x0`, `x1` …, and what names the result."""
    found = forward_of(operation, ports)
    return [line.plain() for line in found.lines], found.results[0]


def trace_vjp(operation: Op, ports: int) -> tuple[list[str], list[str], set[str]]:
    """Return lines that compute the derivatives, what names each, and all that is read."""
    found = vjp_of(operation, ports)
    return [line.plain() for line in found.lines], found.results, found.read


def _inputs(ports: int) -> list[str]:
    return [f"x{port}" for port in range(ports)]
