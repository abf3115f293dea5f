"""Formulas too wide to be written into a loop: each is called, as a function of its own."""

from collections.abc import Callable
from typing import Any

from engine.ops import Op
from engine.stretch.tracing import function_of, trace_forward, trace_vjp

__all__ = ["Called"]

_SOON = 3  # calls; a formula that is computed more often is worth being written as a function


class Called:
    """A formula's `forward` and `vjp` for single numbers, written out once they are called often.

    Operation by operation through the formula takes ten times as long, but it begins at once.
    """

    def __init__(self, op: Op, ports: int) -> None:
        self._op, self._ports = op, ports
        self._calls = 0
        self._forward: Callable[..., Any] = op.forward
        self._vjp: Callable[..., Any] = op.vjp

    def forward(self, m: Any, *inputs: float) -> Any:
        """Return the value."""
        self._calls += 1
        if self._calls == _SOON:
            self._write()
        return self._forward(m, *inputs)

    def vjp(self, m: Any, g: float, value: float, *inputs: float) -> Any:
        """Return the derivatives by each input from `g`, that of the value."""
        return self._vjp(m, g, value, *inputs)

    def _write(self) -> None:
        inputs = "".join(f", x{port}" for port in range(self._ports))
        lines, result = trace_forward(self._op, self._ports)
        self._forward = _function(f"m{inputs}", lines, result)
        lines, flows, _ = trace_vjp(self._op, self._ports)
        self._vjp = _function(f"m, g, y{inputs}", lines, f"({''.join(f'{x}, ' for x in flows)})")


def _function(parameters: str, lines: list[str], result: str) -> Callable[..., Any]:
    body = "\n    ".join([*lines, f"return {result}"])
    made: Callable[..., Any] = function_of(f"def run({parameters}):\n    {body}\n")
    return made
