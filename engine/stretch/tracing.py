"""An op written as plain Python: its definition is run once on names instead of numbers.

What it does to them, one operation a line, becomes the body of a loop. So the loop costs no call
for `a * b`, and the op's formula still stands in one place only.
"""

from collections.abc import Callable, Iterable
from typing import Any

from engine.ops import SCALAR, Op
from engine.ops.maths import Maths

__all__ = ["FUNCTIONS", "function_of", "trace_forward", "trace_vjp"]

_NAMES = [name for name in Maths.__annotations__ if name != "where"]

# What a traced text calls, by name: the scalar mathematics, and the numbers no literal writes.
FUNCTIONS: dict[str, Any] = {name: getattr(SCALAR, name) for name in _NAMES}
FUNCTIONS |= {"inf": float("inf"), "nan": float("nan")}


def function_of(text: str) -> Any:
    """Return the function `run` that a text defines.

    Texts are made of our own ops' definitions and of numbers; nothing of a file comes into them.
    """
    namespace = dict(FUNCTIONS)
    exec(text, namespace)  # noqa: S102
    return namespace["run"]


class _Tape:
    """The lines written so far, each with its name and the names it reads."""

    def __init__(self) -> None:
        self._lines: list[tuple[str, str, frozenset[str]]] = []

    def write(self, pattern: str, *operands: object) -> "_Traced":
        """Write `pattern` of the operands and return the name of its result."""
        name = f"t{len(self._lines)}"
        read = frozenset(part.name for part in operands if isinstance(part, _Traced))
        self._lines.append((name, pattern.format(*map(_text, operands)), read))
        return _Traced(self, name)

    def needed(self, results: Iterable[object]) -> tuple[list[str], set[str]]:
        """Return the lines that `results` depend on, and all names that are read for them."""
        read = {result.name for result in results if isinstance(result, _Traced)}
        kept = []
        for name, text, reads in reversed(self._lines):
            if name in read:
                kept.append(f"{name} = {text}")
                read |= reads
        return kept[::-1], read


class _Traced:
    """A name that stands for a number."""

    __hash__ = None  # type: ignore[assignment]  # == is written down, not answered

    def __init__(self, tape: _Tape, name: str) -> None:
        self.tape, self.name = tape, name

    def __neg__(self) -> "_Traced":
        return self.tape.write("-{}", self)


def _text(operand: object) -> str:
    return operand.name if isinstance(operand, _Traced) else f"({operand!r})"


def _infix(sign: str) -> tuple[Callable[..., _Traced], Callable[..., _Traced]]:
    def plain(self: _Traced, other: object) -> _Traced:
        return self.tape.write("{} " + sign + " {}", self, other)

    def reflected(self: _Traced, other: object) -> _Traced:
        return self.tape.write("{} " + sign + " {}", other, self)

    return plain, reflected


_BOTH = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "and": "&", "or": "|"}
_COMPARED = {"lt": "<", "le": "<=", "gt": ">", "ge": ">=", "eq": "==", "ne": "!="}
for _method, _sign in (_BOTH | _COMPARED).items():
    _plain, _reflected = _infix(_sign)
    setattr(_Traced, f"__{_method}__", _plain)
    if _method in _BOTH:
        setattr(_Traced, f"__r{_method}__", _reflected)


class _Tracing(Maths):
    """The mathematics that writes down what is asked of it."""

    def __init__(self, tape: _Tape) -> None:
        for name in _NAMES:
            setattr(self, name, self._call(tape, name))
        self.where = lambda c, a, b: tape.write("{1} if {0} else {2}", c, a, b)

    @staticmethod
    def _call(tape: _Tape, name: str) -> Callable[..., _Traced]:
        def call(*operands: object) -> _Traced:
            return tape.write(f"{name}({', '.join(['{}'] * len(operands))})", *operands)

        return call


def trace_forward(operation: Op, ports: int) -> tuple[list[str], str]:
    """Return lines that compute the op of `x0`, `x1` …, and what names the result."""
    tape = _Tape()
    result = operation.forward(_Tracing(tape), *_inputs(tape, ports))
    return tape.needed([result])[0], _text(result)


def trace_vjp(operation: Op, ports: int) -> tuple[list[str], list[str], set[str]]:
    """Return lines that compute the derivatives, what names each, and all names that are read.

    They are taken from `g`, the derivative that arrives, the value `y` and the inputs `x0` ….
    """
    tape = _Tape()
    arriving, value = _Traced(tape, "g"), _Traced(tape, "y")
    back = operation.vjp(_Tracing(tape), arriving, value, *_inputs(tape, ports))
    lines, read = tape.needed(back)
    return lines, [_text(flow) for flow in back], read


def _inputs(tape: _Tape, ports: int) -> list[_Traced]:
    return [_Traced(tape, f"x{port}") for port in range(ports)]
