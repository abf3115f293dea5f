"""Forward mode written out: `∂a/∂w = ∂a/∂c · ∂c/∂w = 1 · (−2) = −2`, a step after the other."""

import math

import engine
from gui.language import count_text, tr
from gui.picture.name_text import leaf_and_entry
from gui.picture.numbers import as_written, equals, number_text
from gui.picture.plain_text import plain_text
from gui.picture.runs import Typeset
from gui.picture.step import Walk
from gui.picture.written import DOT, EQUALS, PLUS, Written, factor, has_entries, number, shape_words
from gui.theme import Ink

__all__ = ["derivative_line", "seed_line"]

_MOST_TERMS = 4


def seed_line(written: Written, walk: Walk) -> Typeset:
    """Return where a sweep begins: `∂w/∂w = 1`, every other leaf 0."""
    one = number("1", Ink.DERIVATIVE, written.size)
    remark = written.note("    " + tr("and 0 of every other leaf"))
    if leaf_and_entry(written.graph, written.readings.by_leaf or "")[1]:
        remark = written.note("    " + tr("of this entry by itself, and 0 for every other"))
        return written.row(one, remark)
    return written.row(written.by_leaf(walk.leaf or ""), EQUALS, one, remark)


def derivative_line(written: Written, walk: Walk, name: str) -> Typeset:
    """Return how a node's derivative by the leaf comes about from those of its inputs."""
    by, total = written.by_leaf(name), written.readings.derivative(name)
    inputs = enumerate(walk.graph.inputs(name))
    edges = [engine.Edge(s, name, port) for port, s in inputs if s is not None and s in walk.swept]
    if not edges:
        remark = written.note("    " + tr("it does not depend on the leaf"))
        return written.row(by, EQUALS, written.flow(total), remark)
    if len(edges) > _MOST_TERMS:
        remark = written.note(
            "    " + tr("the sum over {n} inputs").format(n=count_text(len(edges)))
        )
        return written.row(by, EQUALS, written.flow(total), remark)
    terms = [_term(written, edge, walk.leaf) for edge in edges]
    line = written.row(by, EQUALS, written.between(PLUS, terms))
    numbers = [_numbers(written, edge, walk.leaf, first=k == 0) for k, edge in enumerate(edges)]
    known, sign = [text for text in numbers if text is not None], EQUALS
    if len(known) == len(edges):
        said = written.between(PLUS, known)
        if plain_text(said) not in (plain_text(written.flow(total)), plain_text(terms[0])):
            line = written.row(line, EQUALS, said)
            sign = equals(sum(_multiplied(written, edge, walk.leaf) for edge in edges), total)
    elif not has_entries(total):
        return written.row(line, written.note(f"    {shape_words(total)}"))
    if plain_text(line).endswith(f"= {plain_text(written.flow(total))}"):
        return line
    return written.row(line, sign, written.flow(total))


def _term(written: Written, edge: engine.Edge, leaf: str | None) -> Typeset:
    """Return `∂a/∂c · ∂c/∂w`; at the leaf itself its local derivative alone."""
    local = written.partial(edge.target, edge.source)
    if edge.source == leaf:
        return written.local(edge) or local
    return written.row(local, DOT, written.by_leaf(edge.source))


def _numbers(
    written: Written, edge: engine.Edge, leaf: str | None, *, first: bool
) -> Typeset | None:
    """Return `1 · (−2)`, the numbers of a term, None where they are arrays."""
    slope, moved = written.slope(edge), written.readings.derivative(edge.source)
    if not isinstance(slope, float) or not isinstance(moved, float):
        return None
    set_one = number if first else factor
    if edge.source == leaf:
        return set_one(number_text(slope), Ink.TEXT, written.size)
    local = set_one(number_text(slope), Ink.TEXT, written.size)
    return written.row(local, DOT, factor(number_text(moved), Ink.DERIVATIVE, written.size))


def _multiplied(written: Written, edge: engine.Edge, leaf: str | None) -> float:
    """Return the product of the numbers of a term as they are written, NaN where these are none."""
    slope, moved = written.slope(edge), written.readings.derivative(edge.source)
    if not isinstance(slope, float) or not isinstance(moved, float):
        return math.nan
    return as_written(slope) * (1.0 if edge.source == leaf else as_written(moved))
