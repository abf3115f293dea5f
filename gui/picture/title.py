"""What a picture is called: its graph's title, or where there is none what it computes."""

from collections.abc import Mapping

import engine
from engine.expression import Call, Expression, Name, Number, substitute
from engine.schedule import schedule
from gui.fonts import Face
from gui.language import tr
from gui.picture.card import card, is_bare_constant, set_expression, set_node_name
from gui.picture.measure import MATH
from gui.picture.plain_text import plain_text
from gui.picture.runs import Typeset, join, set_text

__all__ = ["set_title", "title_of"]

_MOST_OPS = 12  # of a formula that serves as a title
_LONGEST = 60  # letters of it


def title_of(graph: engine.Graph, output: str | None) -> str:
    """Return the graph's title, else `J = ½ (w · x + b − y)²`, the output in leaves where short."""
    formula = set_title(graph, output)
    return plain_text(formula) if formula else graph.title or tr("Computation graph")


def set_title(graph: engine.Graph, output: str | None) -> Typeset | None:
    """Return what a graph without a title computes, set as mathematics, None of any other."""
    if graph.title or output is None or output not in graph or graph.is_leaf(output):
        return None
    whole = _in_leaves(graph, output)
    if whole is not None:
        equals = set_text(" = ", Face.ROMAN, MATH)
        parts = set_node_name(graph, output, MATH), equals, set_expression(graph, output, whole)
        title = join((part, 0.0) for part in parts)
        if len(plain_text(title)) <= _LONGEST:
            return title
    return card(graph, output, output).text


def _in_leaves(graph: engine.Graph, output: str) -> Expression | None:
    """Return the output as a formula of leaves, None where that would be long, or has a gap."""
    plan = schedule(graph, output, partial=True)
    computed = [n for n in (plan.names[k] for k in plan.relevant) if not graph.is_leaf(n)]
    if len(computed) > _MOST_OPS:
        return None
    trees: dict[str, Expression] = {}
    for name in computed:
        operation = graph.operation(name)
        if graph.own_op(name) is not None:
            return None
        sources = graph.inputs(name)
        if None in sources:
            return None
        tree = operation.written(*(Name(source) for source in sources if source is not None))
        trees[name] = substitute(tree, _with_numbers(graph, sources, trees))
        if _ops(trees[name]) > _MOST_OPS:
            return None
    return trees.get(output)


def _with_numbers(
    graph: engine.Graph, sources: tuple[str | None, ...], trees: Mapping[str, Expression]
) -> dict[str, Expression]:
    """Return what stands for each source: its formula, or the number of a bare constant."""
    found = dict(trees)
    for source in sources:
        if source is not None and is_bare_constant(graph, source):
            value = graph.value(source)
            if isinstance(value, float):
                found[source] = Number(value)
    return found


def _ops(expression: Expression) -> int:
    if not isinstance(expression, Call):
        return 0
    return 1 + sum(map(_ops, expression.arguments))
