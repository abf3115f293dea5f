"""Plain Python: a number that remembers what it was made from, as micrograd taught it.

Only single numbers, and only what the graph needs: the class and the functions are made of the
ops that occur in it.
"""

from collections.abc import Mapping
from textwrap import indent

import numpy as np

from engine.errors import GraphError
from engine.expression import Call, Expression, Name, Number, calls
from engine.formats.code.backward import slope
from engine.formats.code.dialect import ATOM, Dialect, Written
from engine.formats.code.identifiers import Identifiers
from engine.formats.code.listing import Leaf, Listing, Step, listing
from engine.formats.code.literal import number_text
from engine.formats.code.program_text import (
    assembled,
    assigned,
    docstring,
    leaves_code,
    report,
    titled,
)
from engine.formats.code.spelling import SPELLINGS
from engine.formats.code.tracing import computed, traced_value
from engine.graph import Graph
from engine.language import noop, sentence
from engine.ops import OPS, Op

__all__ = ["RESERVED", "Definitions", "check", "leaf_code", "micrograd_code"]

_MATH = Dialect("math", "math")
_ELSEWHERE = {"abs": "absolute"}  # a built-in function that the definition itself calls
RESERVED = (
    "json", "math", "Value", "tape", "backward", "result", "to_value", *OPS, *_ELSEWHERE.values(),
)  # fmt: skip
_OPERATORS = ("add", "subtract", "multiply", "divide", "negate")
_IDENTITIES = ("sum", "mean", "transpose")  # of a single number


def micrograd_code(graph: Graph) -> str:
    """Return a program that computes the output and its derivatives without any library.

    Raises GraphError where the graph holds arrays, or numbers that are not finite.
    """
    found = listing(graph, RESERVED)
    check(found)
    made = Definitions(found)
    output = found.identifiers[found.output]
    return assembled(
        docstring(found, f"{found.output} and its derivatives by the chain rule, in plain Python"),
        made.imports(),
        *made.texts(),
        *leaves_code(found, leaf_code),
        titled("Forward", made.lines),
        titled("Backward", [f"backward({output})"]),
        report(
            found, f"{output}.data", [(leaf, f"{leaf.identifier}.grad") for leaf in found.asked]
        ),
    )


class Definitions:
    """The class of values and the functions that the ops of a listing need, and its `lines`."""

    def __init__(self, found: Listing) -> None:
        self._writer = _Values(found.names)
        self.lines = [_step(step, self._writer) for step in found.steps]

    def imports(self) -> str:
        """Return the modules that are needed."""
        used = "".join([*self._writer.functions.values(), *self.lines])
        return "import json\n" + "import math\n" * ("math." in used)

    def texts(self) -> list[str]:
        """Return the definitions in the order in which they stand."""
        operators, functions = self._writer.operators, self._writer.functions
        body = "\n".join(_CLASS[op] for op in _CLASS if op in operators)
        return [
            _VALUE.format(methods=body and f"\n{indent(body, '    ')}"),
            _TO_VALUE if operators & {"add", "subtract", "multiply", "divide"} else "",
            *functions.values(),
            _BACKWARD,
        ]


_VALUE = '''\
tape = []  # every value, in the order in which they were computed


class Value:
    """A number, what it was made from, and its derivative by each of these."""

    def __init__(self, data, *made_from):
        self.data = data
        self.grad = 0.0
        self.made_from = made_from
        tape.append(self)
{methods}'''
_TO_VALUE = """\
def to_value(number):
    return number if isinstance(number, Value) else Value(number)
"""
_BACKWARD = '''\
def backward(output):
    """Go back over the tape; at every value the chain rule, and where edges meet the sum."""
    output.grad = 1.0
    for value in reversed(tape):
        for source, slope in value.made_from:
            source.grad += slope * value.grad
'''
_CLASS = {
    "add": """\
def __add__(self, other):
    other = to_value(other)
    return Value(self.data + other.data, (self, 1.0), (other, 1.0))
""",
    "radd": """\
def __radd__(self, other):
    return self + other
""",
    "subtract": """\
def __sub__(self, other):
    other = to_value(other)
    return Value(self.data - other.data, (self, 1.0), (other, -1.0))
""",
    "rsubtract": """\
def __rsub__(self, other):
    return to_value(other) - self
""",
    "multiply": """\
def __mul__(self, other):
    other = to_value(other)
    return Value(self.data * other.data, (self, other.data), (other, self.data))
""",
    "rmultiply": """\
def __rmul__(self, other):
    return self * other
""",
    "divide": """\
def __truediv__(self, other):
    other = to_value(other)
    y = self.data / other.data
    return Value(y, (self, 1 / other.data), (other, -y / other.data))
""",
    "rdivide": """\
def __rtruediv__(self, other):
    return to_value(other) / self
""",
    "negate": """\
def __neg__(self):
    return Value(-self.data, (self, -1.0))
""",
    "power": """\
def __pow__(self, n):
    return Value(self.data**n, (self, n * self.data ** (n - 1) if n else 0.0))
""",
}
_POWER = """\
def power(a, b):
    y = a.data**b.data
    by_a = b.data * a.data ** (b.data - 1) if b.data else 0.0
    by_b = y * math.log(a.data) if a.data > 0 else 0.0
    return Value(y, (a, by_a), (b, by_b))
"""
_CHOICE = """\
def {name}(*inputs):
    y = {built_in}(x.data for x in inputs)
    ties = sum(x.data == y for x in inputs)  # a tie is shared equally
    return Value(y, *((x, (x.data == y) / ties) for x in inputs))
"""


class _Values(Dialect):
    """Writes expressions of values, and gathers the operators and functions they need."""

    def __init__(self, names: Identifiers) -> None:
        super().__init__("micrograd", "math", "Value({})")
        self._names = names
        self.operators: set[str] = set()
        self.functions: dict[str, str] = {}
        self._named: dict[Op, str] = {}

    def call(self, operation: Op, *arguments: Expression) -> str:
        """Return the call of a function, which is defined if it is not yet."""
        return f"{self._function(operation)}({self._listed(arguments)})"

    def _written(self, expression: Expression) -> Written:
        if not isinstance(expression, Call):
            return super()._written(expression)
        op, arguments = expression.op, expression.arguments
        literal = op == "square" or (op == "power" and isinstance(arguments[1], Number))
        if op in _OPERATORS or literal:
            self.operators.add("power" if literal else op)
            if not literal and op != "negate" and isinstance(arguments[0], Number):
                self.operators.add(f"r{op}")
            return super()._written(expression)
        return self.call(OPS[op](), *arguments), ATOM

    def _function(self, operation: Op) -> str:
        """Return the name under which an op with its attributes is defined."""
        alike = (op for op in self._named if _alike(op, operation))
        known = next(alike, None)
        if known is not None:
            return self._named[known]
        stem = _ELSEWHERE.get(operation.name, operation.name)
        count = sum(op.name == operation.name for op in self._named)
        name = self._names.new(f"{stem}_{count + 1}") if count else stem
        self._named[operation] = name
        self.functions[name] = _definition(operation, name)
        return name


def _alike(one: Op, other: Op) -> bool:
    return one is other or (one.name == other.name and vars(one) == vars(other))


def _definition(operation: Op, name: str) -> str:
    """Return the definition of a function of values, made of the op's own."""
    if operation.name == "power":
        return _POWER
    if operation.variadic:
        return _CHOICE.format(name=name, built_in=SPELLINGS[operation.name]["math"])
    data = [Name(f"{port}.data") for port in operation.inputs]
    value: Expression = Call(operation.name, tuple(data))
    if operation.attributes:
        value = traced_value(operation, *data)
    pairs = []
    for port, argument in enumerate(operation.inputs):
        by_input = slope(operation, port, Name("y"), data)
        pairs.append(f"({argument}, {_MATH.text(by_input)})")
    return (
        f"def {name}({', '.join(operation.inputs)}):\n    y = {_MATH.text(value)}\n"
        f"    return Value(y, {', '.join(pairs)})\n"
    )


def _step(step: Step, writer: _Values) -> str:
    if step.expression is None:
        code = writer.text(step.inputs[0])
    elif step.operation.attributes and step.operation.name != "formula":
        code = writer.call(step.operation, *step.inputs)
    elif isinstance(step.expression, Number):
        code = writer.constant(step.expression.value)
    else:
        code = writer.text(step.expression)
    return assigned(step, code)


def leaf_code(leaf: Leaf) -> str:
    """Return the line that makes a value of a leaf."""
    assert isinstance(leaf.value, float)  # noqa: S101  `check` has seen to it
    number = number_text(leaf.value, "math")
    return assigned(leaf, f"Value({number})")


def check(found: Listing) -> None:
    """Raise GraphError unless plain numbers can compute the graph."""
    only = noop("{name}: micrograd knows single numbers only; choose numpy instead")
    for step in found.steps:
        name, op = step.name, step.operation.name
        if step.expression is None and op not in _IDENTITIES:
            raise GraphError(sentence(only, name=f"{name} ({op})"), node=name)
    for name in found.identifiers:
        value = found.program.value(name)
        if not isinstance(value, float):
            said = noop(
                "{name} is an array: micrograd knows single numbers only; choose numpy instead"
            )
            raise GraphError(sentence(said, name=name), node=name)
        derivative = found.program.derivative(name) if name in found.flows else 0.0
        if not (np.isfinite(value) and np.all(np.isfinite(derivative))):
            raise _not_finite(name)
    known = {found.identifiers[name]: found.program.value(name) for name in found.identifiers}
    for step in found.steps:
        try:
            if step.expression is not None:
                _compute(step.expression, known)  # type: ignore[arg-type]  # no array is among them
        except FloatingPointError:
            raise _not_finite(step.name) from None


def _compute(expression: Expression, known: Mapping[str, float]) -> None:
    """Compute what the program does of a tree: the value, and each slope, asked for or not.

    Raises FloatingPointError where something on the way is not finite.
    """
    computed(expression, known)
    for call in calls(expression):
        if call.op != "divide" and (call.op in _OPERATORS or call.op not in OPS):
            continue  # their slopes are numbers that are there
        if call.op in OPS and OPS[call.op].variadic:
            continue
        ports = range(len(call.arguments))
        if call.op == "power":  # by the exponent only where that is finite, of 0 by none
            ports = range(1 if computed(call.arguments[1], known) else 0)
        for port in ports:
            computed(slope(OPS[call.op](), port, call, call.arguments), known)


def _not_finite(name: str) -> GraphError:
    said = sentence(
        "{name} or its derivative is not finite, which plain Python cannot compute with; "
        "choose numpy instead",
        name=name,
    )
    return GraphError(said, node=name)
