"""NumPy: forward, then backward by hand, the chain rule node by node."""

from collections.abc import Container
from math import isfinite, nan

import numpy as np

from engine.expression import Call, Expression, Name, Number, names
from engine.formats.code.backward import flow_code, slope
from engine.formats.code.dialect import Dialect
from engine.formats.code.listing import FIXED, Leaf, Listing, Step, listing
from engine.formats.code.literal import array_code, number_text
from engine.formats.code.program_text import (
    assembled,
    assigned,
    docstring,
    helpers,
    leaves_code,
    report,
    step_code,
    titled,
)
from engine.formats.code.tracing import computed, traced_flows
from engine.graph import Graph
from engine.value import Value

__all__ = [
    "DIALECT",
    "NOT_FINITE",
    "backward_code",
    "definitions",
    "derivative_names",
    "numpy_code",
    "value_code",
]

_WIDTH = 84
DIALECT = Dialect("numpy", "np")
NOT_FINITE = Dialect("numpy", "np", "np.float64({})")
"""The same for what need not be finite: divided by 0, a plain float raises."""
_RESERVED = ("json", "np", "result", "log_softmax", "softmax", "cross_entropy")
_HEAD = "import json\n\nimport numpy as np\n"
_QUIET = 'np.seterr(all="ignore")  # infinity and NaN are results like others\n'


def numpy_code(graph: Graph) -> str:
    """Return a program that computes the output and its derivatives by NumPy alone."""
    found = listing(graph, _RESERVED)
    trial = _Trial(found)
    finite, dialect = trial.finite, DIALECT if trial.finite else NOT_FINITE
    derivatives = derivative_names(found)
    return assembled(
        docstring(found, f"{found.output} and its derivatives by the chain rule, in NumPy"),
        _HEAD + ("" if finite else f"\n{_QUIET}"),
        *definitions(found),
        *leaves_code(found, lambda leaf: assigned(leaf, value_code(leaf.value, finite=finite))),
        titled("Forward", (step_code(step, dialect) for step in found.steps)),
        titled(
            f"Backward: d_{found.identifiers[found.output]} and so on are the derivatives of "
            f"{found.identifiers[found.output]}",
            backward_code(found, derivatives, dialect, trial.astray),
        ),
        report(
            found,
            f"float({found.identifiers[found.output]})",
            [(leaf, _derivative(leaf, derivatives)) for leaf in found.asked],
        ),
    )


class _Trial:
    """What is computed entry by entry, tried with the numbers there are, forward and backward.

    It is `finite` where nothing warns, and plain floats serve, which raise where NumPy's do not. By
    the ports `astray` what flows back is another than the slope as it is written tells.
    """

    def __init__(self, found: Listing) -> None:
        own, program = found.identifiers, found.program
        self._program = program
        numbers = [*map(program.value, own), *map(program.derivative, own)]
        self.finite = all(np.size(number) and np.isfinite(number).all() for number in numbers)
        self.astray: set[tuple[str, int]] = set()
        known = {identifier: program.value(name) for name, identifier in own.items()}
        self._numbers = {name: value for name, value in known.items() if isinstance(value, float)}
        for step in found.steps:
            if step.expression is None:
                continue
            self._compute(step.expression)
            for port, source in enumerate(step.sources):
                if source in found.flows and step.name in found.flows:
                    self._try(step, port, program.edge_derivative(source, step.name, port))

    def _try(self, step: Step, port: int, flow: Value) -> None:
        value, corner = Name(step.identifier), step.has_corner
        tree = slope(step.operation, port, value, step.inputs, corner=corner)
        came_to = self._compute(tree)
        if came_to is None or corner or not isinstance(flow, float):
            return
        if (came_to == 0.0 != flow) if isfinite(came_to) else isfinite(flow):
            self.astray.add((step.name, port))
            arriving = Number(float(self._program.derivative(step.name)))
            flows = traced_flows(step.operation, arriving, value, *step.inputs, simply=False)
            self._compute(flows[port])

    def _compute(self, tree: Expression) -> float | None:
        """Return what a tree comes to, NaN where a part of it is not finite, None of arrays.

        Of these what is done of single numbers alone is computed, though it be of them as a whole.
        """
        if self._numbers.keys() >= set(names(tree)):
            try:
                return computed(tree, self._numbers)
            except FloatingPointError:
                self.finite = False
                return nan
        for part in tree.arguments if isinstance(tree, Call) else ():
            self._compute(part)
        return None


def value_code(value: Value, *, finite: bool = False) -> str:
    """Return the code of a number or an array.

    Unless all is `finite`, a number is NumPy's: a plain float raises where that becomes infinite.
    """
    if isinstance(value, float):
        number = number_text(value, "np")
        return number if finite else f"np.float64({number})"
    return array_code(value, "np", "array")


def definitions(found: Listing) -> list[str]:
    """Return the functions that both passes call: back through a cross-entropy, a softmax."""
    backward = ["softmax"] * any(step.operation.name == "cross_entropy" for step in found.steps)
    return helpers(found, DIALECT, *backward)


def derivative_names(found: Listing) -> dict[str, str]:
    """Return what the output's derivative by each node is called."""
    return {
        name: found.names.new(f"d_{identifier}")
        for name, identifier in found.identifiers.items()
        if name in found.flows
    }


def backward_code(
    found: Listing,
    derivatives: dict[str, str],
    dialect: Dialect,
    astray: Container[tuple[str, int]] = (),
) -> list[str]:
    """Return the lines of the backward pass, from the output to the leaves asked for.

    What flows back by the ports `astray` of nodes is formed as their ops do it.
    """
    flows: dict[str, list[str]] = {name: [] for name in found.flows}
    flows[found.output] = ["1.0"]
    lines = []
    for step in reversed(found.steps):
        if step.name not in found.flows:
            continue
        lines.append(_line(step.name, found, flows, derivatives))
        for port, source in enumerate(step.sources):
            if source in found.flows and (step.operation.name, port) not in FIXED:
                as_computed = (step.name, port) in astray
                arriving = derivatives[step.name]
                flows[source].append(
                    flow_code(step, port, arriving, dialect, as_computed=as_computed)
                )
    return lines + [_line(leaf.name, found, flows, derivatives) for leaf in found.trained]


def _line(
    name: str, found: Listing, flows: dict[str, list[str]], derivatives: dict[str, str]
) -> str:
    """Return the line that adds up what flows back to a node along its edges."""
    parts = [part for part in flows[name] if part]
    if not parts:
        parts = [f"np.zeros_like({found.identifiers[name]})"]
    signs = [" - " if part[0] == "-" else " + " for part in parts[1:]]
    terms = [
        part[1:] if sign == " - " else part for sign, part in zip(signs, parts[1:], strict=True)
    ]
    text = parts[0] + "".join(sign + term for sign, term in zip(signs, terms, strict=True))
    if len(text) > _WIDTH and terms:
        rows = [f"{sign.strip()} {term}" for sign, term in zip(signs, terms, strict=True)]
        text = "(\n    " + "\n    ".join([parts[0], *rows]) + "\n)"
    return f"{derivatives[name]} = {text}"


def _derivative(leaf: Leaf, derivatives: dict[str, str]) -> str:
    name = derivatives.get(leaf.name)
    if isinstance(leaf.value, float):
        return f"float({name})" if name else "0.0"
    return f"{name or f'np.zeros_like({leaf.identifier})'}.tolist()"
