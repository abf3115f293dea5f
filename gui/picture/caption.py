"""A lesson's step written out with names and numbers, as in the lecture.

Forward `a = c + b = −4 + 8 = 4`, backward `∂J/∂c = ∂J/∂a · ∂a/∂c = 2 · 1 = 2`, and where several
edges leave a node the sum over them: `∂J/∂x = 6 + 2 = 8`. Values are blue and derivatives orange,
as on the edges.
"""

import numpy as np

import engine
from engine.lesson.steps import Direction, Step
from gui.language import count_text, counted, tr
from gui.picture.forward_caption import derivative_line, seed_line
from gui.picture.not_finite import step_reason
from gui.picture.numbers import equals, number_text, value_text
from gui.picture.plain_text import plain_text
from gui.picture.runs import Typeset
from gui.picture.step import Walk
from gui.picture.sums import sum_sign, written_sum
from gui.picture.written import EQUALS, PLUS, Written, has_entries, number, roman, shape_words
from gui.readings import Reading, Seen, Words
from gui.theme import Ink

__all__ = ["caption"]

_MOST_LINES = 2  # there is no room for more
_MOST_TERMS = 4  # of a sum that is written out
_MOST_INPUTS = 64  # of an op whose formula is written: nobody reads more, and they take long
_MOST_NAMES = 8  # of a level, or of the leaves, that are listed


def caption(walk: Walk, place: int, readings: Seen) -> tuple[Typeset, ...]:
    """Return the lines that say what the step `place` does; `readings` are those of the last run.

    A step of several nodes names them.
    """
    step = walk.steps[place]
    written = Written(walk.graph, readings)
    if step.direction is Direction.GIVEN:
        given = _given(written, walk)
        return (given,) if walk.leaf is None else (given, seed_line(written, walk))
    forward = step.direction is Direction.FORWARD
    if len(step.nodes) > 1:
        level = _level(written, step.nodes, forward=forward)
        return (level,) if forward and walk.leaf is None else _explained(written, step, (level,))
    if not forward:
        lines = _backward(written, step.nodes[0], walk.carriers(step.nodes[0]))
        return _explained(written, step, lines)
    lines = _forward(written, step.nodes[0])
    if walk.leaf is None:
        return lines
    derivative = derivative_line(written, walk, step.nodes[0])
    return _explained(written, step, (lines[0], derivative))


def _explained(written: Written, step: Step, lines: tuple[Typeset, ...]) -> tuple[Typeset, ...]:
    """Return the lines with why a derivative that the step brings is not finite all at once."""
    reason = step_reason(written.graph, written.readings, step.nodes)
    if not reason:
        return lines
    note = written.note(reason)
    if len(lines) < _MOST_LINES:
        return *lines, note
    return *lines[:-1], written.row(lines[-1], written.note("    "), note)


def _given(written: Written, walk: Walk) -> Typeset:
    """Return `Given: w = 2, x = −2`, or how many leaves there are."""
    graph, kinds = written.graph, walk.kinds
    if kinds["parameter"] + kinds["input"] > _MOST_NAMES:
        parameters = counted(kinds["parameter"], "1 parameter", "{n} parameters")
        inputs = counted(kinds["input"], "1 input", "{n} inputs")
        return roman(tr("Given: ") + tr("{a} and {b}").format(a=parameters, b=inputs))
    named = [name for name in walk.steps[0].nodes if graph.op_of(name) != "constant"]
    if not named:
        return roman(tr("Given: the constants"))
    parts: list[Typeset | str] = []
    for name in named:
        value = written.value(graph.value(name))
        parts += [", " if parts else tr("Given: "), written.name(name), EQUALS, value]
    return written.row(*parts)


def _level(written: Written, names: tuple[str, ...], *, forward: bool) -> Typeset:
    """Return how many values or derivatives a step of several nodes brings, and whose."""
    said = tr("{n} values: ") if forward else tr("{n} derivatives: ")
    listed = written.between(
        ", ",
        (
            written.name(name) if forward else written.partial(written.output, name)
            for name in names[:_MOST_NAMES]
        ),
    )
    more = ", …" if len(names) > _MOST_NAMES else ""
    return written.row(roman(said.format(n=count_text(len(names)))), listed, more)


def _forward(written: Written, name: str) -> tuple[Typeset, ...]:
    """Return `a = c + b = −4 + 8 = 4`; of arrays the entries, or the shapes."""
    graph, readings = written.graph, written.readings
    if len(graph.inputs(name)) > _MOST_INPUTS:
        return _of_many(written, name)
    formula, value = written.operation(name), readings.value(name)
    begin = written.row(written.name(name), EQUALS, formula)
    if value is None or isinstance(value, Words):
        return begin, roman(readings.problem(name) or "")
    inputs = [readings.value(source) for source in graph.inputs(name) if source is not None]
    if all(isinstance(x, float) for x in inputs):
        numbers = written.operation(name, numbers=True)
        sign = EQUALS
        if plain_text(numbers) not in (plain_text(formula), value_text(value)):
            begin = written.row(begin, EQUALS, numbers)
            sign = equals(written.operated(name), value)
        return (written.row(begin, sign, written.value(value)),)
    shapes = written.note(
        f"    {tr(' and ').join(shape_words(x) for x in inputs)} → {shape_words(value)}"
    )
    if has_entries(value):
        return (written.row(begin, EQUALS, written.value(value), shapes),)
    return (written.row(begin, shapes),)


def _of_many(written: Written, name: str) -> tuple[Typeset, ...]:
    """Return `a = 4`, and from how many inputs that comes."""
    value, count = written.readings.value(name), len(written.graph.inputs(name))
    note = written.note("    " + tr("from {n} inputs").format(n=count_text(count)))
    if value is None or isinstance(value, Words):
        begin = written.row(written.name(name), note)
        return begin, roman(written.readings.problem(name) or "")
    return (written.row(written.name(name), EQUALS, written.value(value), note),)


def _backward(written: Written, name: str, edges: list[engine.Edge]) -> tuple[Typeset, ...]:
    """Return how the output's derivative by `name` comes about from what it feeds."""
    by = written.partial(written.output, name)
    total = written.readings.derivative(name)
    if name == written.output or not edges:
        return (written.row(by, EQUALS, written.flow(total)),)
    if len(edges) > 1:
        return _sum(written, edges, by, total)
    edge = edges[0]
    if edge.target == written.output:
        return (written.row(by, EQUALS, _directly(written, edge, total)),)
    begin = written.row(by, EQUALS, written.arriving(edge))
    if isinstance(total, float) and isinstance(written.slope(edge), float):
        return (written.row(begin, EQUALS, written.worked(edge, total)),)
    if has_entries(total):
        begin = written.row(begin, EQUALS, written.flow(total))
    return (written.row(begin, written.note(f"    {_shapes(written, edge, total)}")),)


def _directly(written: Written, edge: engine.Edge, total: Reading) -> Typeset:
    """Return `d = 2`, the output's own local derivative, as far as its op has a formula."""
    formula, flow = written.local(edge), written.flow(total)
    if formula is None and isinstance(total, np.ndarray) and _is_even(total):
        each = number(number_text(float(total.flat[0])), Ink.DERIVATIVE)
        return written.row(
            each,
            written.note("    " + tr("in every entry of {shape}").format(shape=shape_words(total))),
        )
    if formula is None or plain_text(formula) == plain_text(flow):
        return flow
    numbers = written.local(edge, numbers=True)
    known = {plain_text(formula), plain_text(flow)}
    if numbers is None or not isinstance(total, float) or plain_text(numbers) in known:
        return written.row(formula, EQUALS, flow)
    return written.row(formula, EQUALS, numbers, equals(written.sloped(edge), total), flow)


def _sum(
    written: Written, edges: list[engine.Edge], by: Typeset, total: Reading
) -> tuple[Typeset, ...]:
    """Return the products of all edges, then their sum: `∂J/∂x = 6 + 2 = 8`."""
    if len(edges) > _MOST_TERMS:
        remark = written.note(
            "    " + tr("the sum over {n} edges").format(n=count_text(len(edges)))
        )
        return (written.row(by, EQUALS, written.flow(total), remark),)
    flows = [written.readings.edge_derivative(*edge) for edge in edges]
    numbers = [flow for flow in flows if isinstance(flow, float)]
    first = written.row(by, EQUALS, written.between(PLUS, map(written.arriving, edges)))
    if len(numbers) < len(flows):
        if not has_entries(total):
            return (written.row(first, written.note(f"    {shape_words(total)}")),)
        return first, written.row(by, EQUALS, written.flow(total))
    factors = written.between(PLUS, (written.factors(e, first=e is edges[0]) for e in edges))
    first = written.row(first, EQUALS, factors)
    terms = number(written_sum(numbers), Ink.DERIVATIVE)
    if plain_text(terms) == plain_text(factors):
        return (written.row(first, sum_sign(numbers, total), written.flow(total)),)
    return first, written.row(by, EQUALS, terms, sum_sign(numbers, total), written.flow(total))


def _shapes(written: Written, edge: engine.Edge, total: Reading) -> str:
    """Return how an array's derivative comes: entry by entry, or summed where it was spread."""
    arrived = written.readings.derivative(edge.target)
    before, after = shape_words(arrived), shape_words(total)
    if not written.graph.operation(edge.target).elementwise:
        return after
    if before == after:
        return tr("{shape}, entry by entry").format(shape=after)
    return tr("summed: {before} → {after}").format(before=before, after=after)


def _is_even(array: np.ndarray) -> bool:
    """Tell whether a large array holds one number over and over, as the slopes of a mean do."""
    return not has_entries(array) and array.size > 0 and bool((array == array.flat[0]).all())
