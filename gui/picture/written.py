"""What is said about one edge or node, typeset: `∂J/∂a`, `w · x`, `2 · (−2)`, `∂J/∂z · xᵀ`."""

import math
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

import engine
from engine.expression import Call, Expression, Name, Number, written
from engine.ops import SCALAR, Op
from engine.ops.formula import Formula
from engine.slope import slope
from gui.fonts import Face
from gui.picture.card import own_signs, set_node_name, set_operand, with_numbers
from gui.picture.formula import UNKNOWN, set_formula
from gui.picture.labels import reading_label
from gui.picture.measure import MATH
from gui.picture.name_text import leaf_and_entry
from gui.picture.numbers import as_written, equals, number_text, shape_text, value_text
from gui.picture.plain_text import plain_text
from gui.picture.runs import Typeset, join, set_text
from gui.readings import HIDDEN, Reading, Seen, Words
from gui.theme import Ink

__all__ = [
    "DOT",
    "ENTRYWISE",
    "EQUALS",
    "PLUS",
    "Written",
    "factor",
    "has_entries",
    "number",
    "roman",
    "shape_words",
]

_GRADIENT = "∂"  # stands in a formula for the derivative that arrives


def _row(*parts: Typeset) -> Typeset:
    return join((part, 0.0) for part in parts)


def roman(text: str, size: int = MATH) -> Typeset:
    """Return words, and signs between names and numbers."""
    return set_text(text, Face.ROMAN, size)


def number(text: str, ink: Ink, size: int = MATH) -> Typeset:
    """Return a number: blue a value, orange a derivative, black a local derivative."""
    return set_text(text, Face.ROMAN, size, ink)


def factor(text: str, ink: Ink, size: int = MATH) -> Typeset:
    """Return a number after a dot: a negative one stands in parentheses."""
    if not text.startswith("−"):
        return number(text, ink, size)
    return _row(roman("(", size), number(text, ink, size), roman(")", size))


EQUALS, DOT, PLUS, ENTRYWISE = " = ", " · ", " + ", " ⊙ "


class Written:
    """Writes about a graph with the numbers of one run, at one size."""

    def __init__(self, graph: engine.Graph, readings: Seen, size: int = MATH) -> None:
        self.graph = graph
        self.readings = readings
        self.output = readings.output or ""
        self.size = size

    def note(self, text: str) -> Typeset:
        """Return a remark: shapes, how entries are taken."""
        return set_text(text, Face.ROMAN, self.size - 2, Ink.MUTED)

    def row(self, *parts: Typeset | str) -> Typeset:
        """Return the parts side by side; text is a sign between them."""
        return _row(*(roman(p, self.size) if isinstance(p, str) else p for p in parts))

    def between(self, sign: str, parts: Iterable[Typeset]) -> Typeset:
        """Return the parts with `sign` between them."""
        found: list[Typeset | str] = []
        for part in parts:
            found += [sign, part] if found else [part]
        return self.row(*found)

    def name(self, node: str) -> Typeset:
        """Return the node's name or label."""
        return set_node_name(self.graph, node, self.size)

    def partial(self, of: str, by: str) -> Typeset:
        """Return `∂of/∂by`."""
        return self.row("∂", self.name(of), "/∂", self.name(by))

    def by_leaf(self, of: str) -> Typeset:
        """Return `∂of/∂w`, the derivative by forward mode's leaf, or by an entry of it."""
        name, entry = leaf_and_entry(self.graph, self.readings.by_leaf or "")
        by = self.name(name) if name in self.graph else roman(name, self.size)
        return self.row("∂", self.name(of), "/∂", by, entry)

    def value(self, reading: Reading) -> Typeset:
        """Return a value, blue as on the edges."""
        return number(reading_label(reading), Ink.VALUE, self.size)

    def flow(self, reading: Reading) -> Typeset:
        """Return a derivative, orange as on the edges."""
        return number(reading_label(reading), Ink.DERIVATIVE, self.size)

    def told(self, left: Typeset, flow: Reading) -> Typeset:
        """Return `left = flow`, and `left` alone where the derivative is hidden."""
        return left if flow is HIDDEN else self.row(left, EQUALS, self.flow(flow))

    def operation(self, node: str, *, numbers: bool = False) -> Typeset:
        """Return the right side of a node's card, with names or with numbers."""
        written = self.graph.operation(node).written(*self._arguments(node))
        return self._set(written, node, numbers=numbers)

    def local(self, edge: engine.Edge, *, numbers: bool = False) -> Typeset | None:
        """Return the formula of an edge's local derivative, with names or with numbers.

        None stands for an op that has no formula for it.
        """
        operation = self.graph.operation(edge.target)
        arguments = self._arguments(edge.target)
        written = operation.derivative_written(edge.port, Name(edge.target), *arguments)
        return None if written is None else self._set(written, edge.target, numbers=numbers)

    def derivative(self, edge: engine.Edge) -> Typeset | None:
        """Return `∂c/∂w = x`, an edge's local derivative; None for an op without a formula."""
        formula = self.local(edge)
        by = self.partial(edge.target, edge.source)
        return None if formula is None else self.row(by, EQUALS, formula)

    def slope(self, edge: engine.Edge) -> engine.Value | None:
        """Return the edge's local derivative as a number, of arrays entry by entry.

        None also stands for a target with a missing input, whatever the last run gave.
        """
        sources = [source for source in self.graph.inputs(edge.target) if source is not None]
        if len(sources) < len(self.graph.inputs(edge.target)):
            return None
        value, *inputs = (self.readings.value(node) for node in (edge.target, *sources))
        known = [x for x in inputs if x is not None and not isinstance(x, Words)]
        if value is None or isinstance(value, Words) or len(known) < len(sources):
            return None
        return slope(self.graph.operation(edge.target), edge.port, value, known)

    def arriving(self, edge: engine.Edge, *, whole: bool = False) -> Typeset:
        """Return `∂J/∂a · ∂a/∂c`, or what the op writes for it, such as `∂J/∂z · xᵀ`.

        Into the output itself it is the local derivative alone, where that has a formula; the
        `whole` product begins with ∂J/∂J there, too.
        """
        target = edge.target
        if not whole and target == self.output and (formula := self.local(edge)) is not None:
            return formula
        arrives = self.partial(self.output, target)
        operation = self.graph.operation(target)
        written = operation.backward_written(edge.port, Name(_GRADIENT), *self._arguments(target))
        if written is not None:
            return self._set(written, target, gradient=arrives)
        # of x · x, ∂c/∂x would be said of both edges alike
        twice = self.graph.inputs(target).count(edge.source) > 1
        local = self.local(edge) if twice else None
        array = isinstance(self.readings.value(target), np.ndarray)
        entrywise = operation.elementwise and array
        sign = ENTRYWISE if entrywise else DOT
        return self.row(arrives, sign, local or self.partial(target, edge.source))

    def factors(self, edge: engine.Edge, *, first: bool = True, whole: bool = False) -> Typeset:
        """Return `2 · 1`, the numbers of `arriving`; what flows back where these are no numbers.

        That is also where an op lets nothing through, not even what is infinite or no number:
        NaN · 0 is not 0. Only at the beginning, `first`, a negative number goes without
        parentheses.
        """
        local, arrives = self.slope(edge), self.readings.derivative(edge.target)
        flow = self.readings.edge_derivative(*edge)
        if not isinstance(local, float) or not isinstance(arrives, float):
            return self.flow(flow)
        if flow == 0.0 and math.isnan(local * arrives):
            return self.flow(flow)
        set_one = number if first else factor
        if edge.target == self.output and not whole:
            return set_one(number_text(local), Ink.DERIVATIVE, self.size)
        arrived = set_one(number_text(arrives), Ink.DERIVATIVE, self.size)
        return self.row(arrived, DOT, factor(number_text(local), Ink.TEXT, self.size))

    def worked(self, edge: engine.Edge, flow: Reading, *, whole: bool = False) -> Typeset:
        """Return `2 · 1 = 2`, the factors and what flows back, which is said once."""
        factors, result = self.factors(edge, whole=whole), self.flow(flow)
        if plain_text(factors) == plain_text(result):
            return result
        return self.row(factors, equals(self._multiplied(edge), flow), result)

    def operated(self, node: str) -> float:
        """Return what a node's op gives for its inputs, single numbers, as they are written."""
        inputs = self._as_written(node)
        with np.errstate(all="ignore"):
            return float(self._operation_as_written(node).forward(SCALAR, *inputs))

    def sloped(self, edge: engine.Edge) -> float:
        """Return the edge's local derivative of single numbers as they are written."""
        value, inputs = self.readings.value(edge.target), self._as_written(edge.target)
        if not isinstance(value, float):
            return math.nan
        operation = self._operation_as_written(edge.target)
        found = slope(operation, edge.port, as_written(value), inputs)
        return found if isinstance(found, float) else math.nan

    def _multiplied(self, edge: engine.Edge) -> float:
        """Return the product of the two numbers of `factors`, as they are written."""
        local, arrives = self.slope(edge), self.readings.derivative(edge.target)
        if not isinstance(local, float) or not isinstance(arrives, float):
            return math.nan  # there are none
        return as_written(arrives) * as_written(local)

    def _as_written(self, node: str) -> list[float]:
        values = (self.readings.value(source) for source in self.graph.inputs(node) if source)
        return [as_written(value) for value in values if isinstance(value, float)]

    def _operation_as_written(self, node: str) -> Op:
        """Return a node's op; a formula with its numbers as the card has them."""
        operation = self.graph.operation(node)
        if not isinstance(operation, Formula):
            return operation
        rounded = _as_written(operation.expression)
        if rounded == operation.expression:
            return operation
        return Formula(formula=written(rounded), inputs=operation.names)

    def _arguments(self, node: str) -> list[Expression]:
        return [Name(source or UNKNOWN) for source in self.graph.inputs(node)]

    def _set(
        self,
        expression: Expression,
        node: str,
        *,
        numbers: bool = False,
        gradient: Typeset | None = None,
    ) -> Typeset:
        graph = self.graph

        def set_one(other: str, size: int) -> Typeset:
            if other == _GRADIENT and gradient is not None:
                return gradient
            return set_operand(graph, other, size)

        texts: dict[str, str] = {}
        if numbers:
            named = [source for source in graph.inputs(node) if source is not None]
            readings = {other: self.readings.value(other) for other in (*named, node)}
            texts = {k: number_text(v) for k, v in readings.items() if isinstance(v, float)}
        shown = expression if numbers else with_numbers(graph, expression)
        return set_formula(shown, self.size, set_one, own_signs(graph, node), texts, Ink.VALUE)


def _as_written(expression: Expression) -> Expression:
    if isinstance(expression, Number):
        return Number(as_written(expression.value))
    if isinstance(expression, Call):
        arguments = tuple(map(_as_written, expression.arguments))
        return replace(expression, arguments=arguments)
    return expression


def shape_words(reading: Reading) -> str:
    """Return the shape of a reading, `1` of a number."""
    if reading is None or isinstance(reading, Words):
        return "—"
    return "1" if isinstance(reading, float) else shape_text(reading.shape)


def has_entries(reading: Reading) -> bool:
    """Tell whether a reading is written as numbers and not as a shape."""
    if isinstance(reading, np.ndarray):
        return value_text(reading) != shape_words(reading)
    return reading is not None
