"""What is asked at a blank, and the two hints: the local derivative, then the product."""

import engine
from gui.language import tr
from gui.picture.numbers import number_text
from gui.picture.plain_text import plain_text
from gui.picture.runs import Typeset
from gui.picture.written import DOT, EQUALS, Written, factor, number
from gui.quiz.blank import Blank
from gui.readings import Seen
from gui.theme import Ink

__all__ = ["HINTS", "hint", "question"]

HINTS = 2


def question(graph: engine.Graph, seen: Seen, blank: Blank) -> Typeset:
    """Return `c = ?`, `∂J/∂c = ?`, or of a node with several edges `∂J/∂x through c = ?`."""
    written = Written(graph, seen)
    if blank.edge is None:
        return written.row(written.name(blank.node), EQUALS, "?")
    by = written.partial(written.output, blank.node)
    if len(graph.consumers(blank.node)) > 1:
        by = written.row(by, written.note(f"  {tr('through')} "), written.name(blank.edge.target))
    return written.row(by, EQUALS, "?")


def hint(graph: engine.Graph, seen: Seen, blank: Blank) -> tuple[Typeset, ...]:
    """Return both hints: of a value its formula, then with numbers; of a derivative see above."""
    written = Written(graph, seen)
    if blank.edge is None:
        first = written.row(written.name(blank.node), EQUALS, written.operation(blank.node))
        return first, written.row(first, EQUALS, written.operation(blank.node, numbers=True))
    edge = blank.edge
    first, formula = written.partial(edge.target, edge.source), written.local(edge)
    numbers = _local(written, edge)
    for part in (formula, numbers):
        if part is not None and not plain_text(first).endswith(f" = {plain_text(part)}"):
            first = written.row(first, EQUALS, part)
    by = written.partial(written.output, blank.node)
    product = written.row(by, EQUALS, written.arriving(edge, whole=True))
    arrives = written.flow(seen.derivative(edge.target))
    last = factor(plain_text(numbers), Ink.TEXT, written.size) if numbers is not None else "?"
    return first, written.row(product, EQUALS, arrives, DOT, last)


def _local(written: Written, edge: engine.Edge) -> Typeset | None:
    """Return the local derivative with numbers, as far as these are known."""
    slope = written.slope(edge)
    if isinstance(slope, float):
        return number(number_text(slope), Ink.TEXT, written.size)
    return written.local(edge, numbers=True)
