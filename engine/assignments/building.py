"""Assignments to a graph: a node for each operation, or for each assignment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, count
from math import isfinite
from typing import Any

from engine.assignments.reading import Assignment, check_names, plain_number, split
from engine.errors import GraphError
from engine.expression import ARRAY_FUNCTIONS, Call, Expression, Name, Number, names, written
from engine.graph import Graph
from engine.graph.attributes import is_parameter
from engine.graph.own_ops import OwnOp
from engine.language import noop, sentence
from engine.ops import OPS
from engine.value import Value

__all__ = ["graph_from_text"]

# Names for the inner nodes of an expanded expression, the lecture's c, a, d first.
_LETTERS: tuple[str, ...] = ("c", "a", "d", *"efghkmpqrstuv")
_NUMBERED = "n"


def graph_from_text(
    text: str,
    values: Mapping[str, Value],
    parameters: Sequence[str] | None = None,
    expand: bool | None = None,
    *,
    share: bool = False,
    own: Sequence[OwnOp] = (),
) -> Graph:
    """Return the graph that the assignments in `text` describe; the last one is the output.

    Assignments are divided by `;` or new lines; a bare expression is called J. With `expand`
    every operation becomes a node, without it every assignment does; by default a single
    assignment is expanded and several are not. A name that has a value is a leaf: a parameter if
    `parameters` lists it or, with None, if it begins with w or b, else an input. With `share`
    an operation that is written twice is one node. A call of one of the `own` ops is a node made of
    it, so that an assignment with one is expanded. Raises ExpressionError or GraphError with a
    sentence.
    """
    assignments = split(text, own)
    leaves = dict(values)
    computed = []
    for assignment in assignments:
        number = plain_number(assignment.expression)
        if number is not None and len(assignments) > 1:
            if assignment.name in leaves:
                raise GraphError(sentence("{name} is given two values", name=assignment.name))
            leaves[assignment.name] = number
        else:
            computed.append(assignment)
    if not computed:
        said = noop("the text computes nothing: write an expression such as J = w*x")
        raise GraphError(sentence(said))
    check_names(computed, leaves, parameters)
    taken = {a.name for a in computed}
    builder = _Builder(leaves, parameters, taken, {op.name: op for op in own}, share)
    expanded = len(assignments) == 1 if expand is None else expand
    for assignment in computed:
        builder.add(assignment, expand=expanded)
    unused = [name for name in leaves if name not in builder.graph]
    if unused:
        raise GraphError(sentence("{name} is given a value but nothing uses it", name=unused[0]))
    builder.graph.own_ops = [op for op in own if op.name in builder.called]
    builder.graph.output = computed[-1].name
    return builder.graph


@dataclass
class _Builder:
    """Adds nodes in the order in which they are first needed."""

    leaves: Mapping[str, Value]
    parameters: Sequence[str] | None
    taken: set[str]
    own: Mapping[str, OwnOp]
    share: bool
    graph: Graph = field(default_factory=Graph)
    called: set[str] = field(default_factory=set)
    named: dict[Expression, str] = field(default_factory=dict)

    def add(self, assignment: Assignment, *, expand: bool) -> None:
        """Add the node of one assignment, with what it needs."""
        expression = assignment.expression
        expand = expand or self._needs_nodes(expression)
        if expand:
            self._node(_folded(expression), assignment.name)
        else:
            self._single(self._reused(expression), assignment.name)
        self.named[_folded(expression) if expand else expression] = assignment.name

    # --- one node per operation

    def _node(self, expression: Expression, name: str | None = None) -> str:
        """Return the node that computes `expression`, added unless it is there already."""
        if name is None and expression in self.named:
            return self.named[expression]
        if isinstance(expression, Name):
            source = self._leaf(expression.name)
            if name is None:
                return source
            return self._formula(expression, name)
        if isinstance(expression, Number):
            return self._constant(expression.value, name)
        op, arguments = _operation(expression)
        if op in self.own:
            made = self._own(self.own[op], arguments, name)
        elif op not in ARRAY_FUNCTIONS and _holds_numbers(arguments):
            made = self._with_numbers(Call(op, arguments), name)
        else:
            sources = [self._node(argument) for argument in arguments]
            told = _told(expression)
            made = self.graph.op(op, *sources, name=name or self._inner_name(), **told)
        if self.share:
            self.named[expression] = made
        return made

    def _with_numbers(self, call: Call, name: str | None) -> str:
        """Return the node of an operation with a number, such as `e/2`, which keeps it to itself.

        As a leaf it would have an edge and a derivative, of which no lecture speaks.
        """
        parts = (p if isinstance(p, Number) else Name(self._node(p)) for p in call.arguments)
        return self._formula(Call(call.op, tuple(parts)), name or self._inner_name())

    def _own(self, op: OwnOp, arguments: Sequence[Expression], name: str | None) -> str:
        """Return a node made of an own op, fed as any op is."""
        sources = [self._node(argument) for argument in arguments]
        self.called.add(op.name)
        made = {"formula": op.formula, "inputs": list(op.inputs), "own": op.name}
        return self.graph.op("formula", *sources, name=name or self._inner_name(), **made)

    def _constant(self, value: float, name: str | None) -> str:
        """Return the constant of a number, called by it, which all that use the number share."""
        text = f"{value:g}" if float(f"{value:g}") == value else repr(value)
        if name is None and text in self.graph:
            return text
        return self.graph.constant(name or text, value)

    def _inner_name(self) -> str:
        numbered = (f"{_NUMBERED}{number}" for number in count(1))
        known = (self.taken, self.leaves, self.graph)
        return next(
            name for name in chain(_LETTERS, numbered) if not any(name in names for names in known)
        )

    # --- one node per assignment

    def _single(self, expression: Expression, name: str) -> str:
        """Return the one node of an assignment: the op itself where it is a single one."""
        if isinstance(expression, Call):
            op, arguments = _operation(_flat(expression))
            inputs = [argument.name for argument in arguments if isinstance(argument, Name)]
            if len(inputs) == len(arguments):
                return self.graph.op(op, *(self._leaf(source) for source in inputs), name=name)
        return self._formula(expression, name)

    def _formula(self, expression: Expression, name: str) -> str:
        inputs = [self._leaf(source) for source in names(expression)]
        return self.graph.op("formula", *inputs, name=name, formula=written(expression))

    def _reused(self, expression: Expression) -> Expression:
        """Return the expression with what has a name already written by that name."""
        if expression in self.named:
            return Name(self.named[expression])
        if isinstance(expression, Call):
            reused = tuple(self._reused(part) for part in expression.arguments)
            return replace(expression, arguments=reused)
        return expression

    def _needs_nodes(self, expression: Expression) -> bool:
        """Return whether an op takes a whole array, is told something, or is an own op.

        No formula can hold it.
        """
        if not isinstance(expression, Call):
            return False
        here = expression.op in ARRAY_FUNCTIONS or expression.op in self.own
        return (
            here or bool(expression.attributes) or any(map(self._needs_nodes, expression.arguments))
        )

    def _leaf(self, name: str) -> str:
        if name in self.graph:
            return name
        value = self.leaves[name]
        kind = "parameter" if is_parameter(name, self.parameters) else "input"
        return self.graph.add_node(name, kind, value=value)


def _told(call: Call) -> dict[str, Any]:
    """Return the attributes of a call as a node has them."""
    return {k: list(told) if isinstance(told, tuple) else told for k, told in call.attributes}


def _operation(call: Call) -> tuple[str, tuple[Expression, ...]]:
    """Return the op and its arguments; a literal exponent 2 makes the op `square`."""
    if call.op == "power" and call.arguments[1] == Number(2.0):
        return "square", call.arguments[:1]
    return call.op, call.arguments


def _holds_numbers(arguments: tuple[Expression, ...]) -> bool:
    """Return whether some of an operation's arguments are numbers and some are not."""
    return {isinstance(argument, Number) for argument in arguments} == {True, False}


def _flat(call: Call) -> Call:
    """Return `(a + b) + c` as one sum of three, a product alike."""
    if not OPS[call.op].variadic:
        return call
    arguments = list(call.arguments)
    while isinstance(arguments[0], Call) and arguments[0].op == call.op:
        arguments[:1] = arguments[0].arguments
    return Call(call.op, tuple(arguments))


def _folded(expression: Expression) -> Expression:
    """Return the expression with a fraction of two numbers, such as 1/2, as one number."""
    if not isinstance(expression, Call):
        return expression
    arguments = tuple(_folded(part) for part in expression.arguments)
    if expression.op == "divide" and all(isinstance(part, Number) for part in arguments):
        above, below = (part.value for part in arguments if isinstance(part, Number))
        if below and isfinite(above / below):
            return Number(above / below)
    if expression.op == "negate" and isinstance(arguments[0], Number):
        return Number(-arguments[0].value)
    return replace(expression, arguments=arguments)
