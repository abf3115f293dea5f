"""The chain rule at a node or an edge, written out: the local derivative, what arrives, the way."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import engine
from engine.graph.paths import count_paths, edges_between, paths
from gui.language import count_text, tr
from gui.picture.card import is_bare_constant
from gui.picture.name_text import name_html
from gui.picture.numbers import array_text, as_written, equals, number_text, shape_text, value_text
from gui.picture.plain_text import plain_text
from gui.picture.runs import Typeset
from gui.picture.sums import sum_sign, written_sum
from gui.picture.written import DOT, EQUALS, Written, factor, number
from gui.readings import Words
from gui.theme import Ink

__all__ = ["Row", "Ways", "edge_rows", "node_rows", "way_rows"]

_MOST_EDGES = 4  # of a node that are written one by one
_MOST_PATHS = 4
_MOST_FACTORS = 12  # of a path; a longer product is read by nobody
_ROOM = 250.0  # units: what the inspector is wide

Path = tuple[engine.Edge, ...]


@dataclass(frozen=True)
class Row:
    """A few words, as rich text: there are names in them; and the lines below."""

    title: str
    lines: tuple[Typeset, ...]


@dataclass(frozen=True)
class Ways:
    """How a node or an edge reaches the output: the paths where they are few, and their number."""

    paths: tuple[Path, ...]
    count: int

    @staticmethod
    def of(graph: engine.Graph, output: str, begin: str | engine.Edge) -> "Ways":
        """Return the paths to the output from a node, or over an edge."""
        ahead = (begin,) if isinstance(begin, engine.Edge) else ()
        start = begin.target if isinstance(begin, engine.Edge) else begin
        if start == output:
            return Ways((ahead,), 1) if ahead else Ways((), 0)
        edges = edges_between(graph, start, output)
        count = count_paths(edges, start, output)
        found = paths(edges, start, output) if count <= _MOST_PATHS else ()
        return Ways(tuple((*ahead, *path) for path in found), count)

    def stand_in(self, graph: engine.Graph) -> bool:
        """Tell whether the graph still has every edge of these paths, under the same names."""
        return all(
            edge.target in graph
            and edge.port < len(graph.inputs(edge.target))
            and graph.inputs(edge.target)[edge.port] == edge.source
            for path in self.paths
            for edge in path
        )


def edge_rows(written: Written, edge: engine.Edge) -> list[Row]:
    """Return an edge's local derivative, the derivative that arrives, and their product."""
    if is_bare_constant(written.graph, edge.source):
        return [_of_constant(written)]
    rows = []
    local = _local(written, edge)
    if local is not None:
        rows.append(Row(tr("Local derivative"), (local,)))
    arrives = written.readings.derivative(edge.target)
    if written.output and arrives is not None:
        by = written.partial(written.output, edge.target)
        rows.append(Row(tr("Arrives from the right"), (written.told(by, arrives),)))
        rows.append(Row(tr("Their product"), _product(written, edge)))
    return rows


def node_rows(written: Written, node: str) -> list[Row]:
    """Return how the output's derivative by a node comes about from the edges that leave it."""
    total = written.readings.derivative(node)
    if not written.output or total is None:
        return []
    if is_bare_constant(written.graph, node):
        return [_of_constant(written)]
    by = written.partial(written.output, node)
    if node == written.output:
        return [Row(tr("Where every way back begins"), (written.told(by, total),))]
    count = written.graph.consumer_count(node)
    if count > _MOST_EDGES:  # none of them is written, there may be tens of thousands
        title = tr("The sum over {n} edges").format(n=count_text(count))
        return [Row(title, (written.told(by, total),))]
    edges = written.graph.consumers(node)
    if len(edges) == 1:
        return edge_rows(written, edges[0])
    if not edges:
        return []
    products = tuple(line for edge in edges for line in _product(written, edge))
    rows = [Row(tr("A product for each edge"), products)]
    flows = [written.readings.edge_derivative(*edge) for edge in edges]
    numbers = [flow for flow in flows if isinstance(flow, float)]
    if len(numbers) == len(flows):
        terms = number(written_sum(numbers), Ink.DERIVATIVE, written.size)
        rows.append(
            Row(
                tr("Their sum"),
                (written.row(by, EQUALS, terms, sum_sign(numbers, total), written.flow(total)),),
            )
        )
    else:
        rows.append(Row(tr("Their sum"), (written.told(by, total),)))
    return rows


def way_rows(written: Written, ways: Ways) -> list[Row]:
    """Return the whole way to the output as one product, or as the sum of a few."""
    output = written.output
    end = name_html(written.graph, output)
    if not ways.count:
        return [Row(tr("No path leads to {output}").format(output=end), ())] if output else []
    if not ways.paths:
        return [
            Row(
                tr("{n} paths lead to {output}; their products add up").format(
                    n=count_text(ways.count), output=end
                ),
                (),
            )
        ]
    if ways.count == 1 and len(ways.paths[0]) <= 2:
        return []  # it has been said
    if len(ways.paths) == 1:
        return [
            Row(tr("All the way to {output}").format(output=end), _path(written, ways.paths[0]))
        ]
    rows = [
        Row(
            tr("Path {k} of {n} to {output}").format(k=k, n=len(ways.paths), output=end),
            _path(written, path),
        )
        for k, path in enumerate(ways.paths, 1)
    ]
    products = [_along(written, path) for path in ways.paths]
    told = [product for product in products if product is not None]
    if len(told) == len(products):
        terms = number(written_sum(told), Ink.DERIVATIVE, written.size)
        added = _added(told)
        line = written.row(terms, sum_sign(told, added), written.flow(added))
        rows.append(Row(tr("Their sum"), (line,)))
    return rows


def _added(terms: list[float]) -> float:
    """Return the sum without a rounding on the way, where it is a finite number."""
    try:
        return math.fsum(terms)
    except (OverflowError, ValueError):  # beyond what a float holds, ∞ − ∞
        return sum(terms)


def _of_constant(written: Written) -> Row:
    """Return what the derivative of a number that stays as it is means."""
    said = tr("How {output} would move if this number could. It is a constant: it stays as it is.")
    return Row(said.format(output=name_html(written.graph, written.output)), ())


def _local(written: Written, edge: engine.Edge) -> Typeset | None:
    """Return `∂c/∂w = x = −2`, None for an op that mixes entries."""
    slope, formula = written.slope(edge), written.local(edge)
    parts = [written.partial(edge.target, edge.source)]
    if formula is not None:
        parts.append(formula)
    if isinstance(slope, float):
        text = number(number_text(slope), Ink.TEXT, written.size)
        if formula is None or plain_text(formula) != plain_text(text):
            parts.append(text)
    return written.between(EQUALS, parts) if len(parts) > 1 else None


def _product(written: Written, edge: engine.Edge) -> tuple[Typeset, ...]:
    """Return `∂J/∂c · ∂c/∂w = 2 · (−2) = −4`, in one line where there is room."""
    names = written.arriving(edge, whole=True)
    flow = written.readings.edge_derivative(*edge)
    if not isinstance(flow, float) or not isinstance(written.slope(edge), float):
        return (written.told(names, flow),)
    return _wrapped(written, EQUALS, [names, written.worked(edge, flow, whole=True)])


def _path(written: Written, path: Path) -> tuple[Typeset, ...]:
    """Return the product along a path, from the output back: with names, then with numbers."""
    if len(path) > _MOST_FACTORS:
        return (written.note(tr("over {n} edges").format(n=count_text(len(path)))),)
    if len(path) == 1:
        flow = written.flow(_along(written, path))
        return (written.row(written.arriving(path[0]), EQUALS, flow),)
    names = [written.partial(edge.target, edge.source) for edge in reversed(path)]
    lines = _wrapped(written, DOT, names)
    slopes = [written.slope(edge) for edge in reversed(path)]
    texts = [number_text(slope) for slope in slopes if isinstance(slope, float)]
    product = _along(written, path)
    if product is None:
        values = [written.readings.value(edge.target) for edge in path]
        if any(value is None or isinstance(value, Words) for value in values):
            return lines  # not known, or not to be seen
        return (*lines, *(_factor(written, edge) for edge in reversed(path)))
    factors = [
        factor(text, Ink.TEXT, written.size) if k else number(text, Ink.TEXT, written.size)
        for k, text in enumerate(texts)
    ]
    known = [as_written(slope) for slope in slopes if isinstance(slope, float)]
    total = written.row(factors.pop(), equals(math.prod(known), product), written.flow(product))
    return (*lines, *_wrapped(written, DOT, [*factors, total], begin=EQUALS.lstrip()))


def _factor(written: Written, edge: engine.Edge) -> Typeset:
    """Return one factor of a path over arrays: its entries, its shape and range, or a remark."""
    slope = written.slope(edge)
    name = written.partial(edge.target, edge.source)
    if slope is None:
        flow = written.readings.edge_derivative(*edge)
        return written.told(written.arriving(edge), flow)
    if not isinstance(slope, float):
        shown = value_text(slope)
        text = array_text(slope) if shown == shape_text(slope.shape) else shown
    else:
        text = number_text(slope)
    return written.row(name, EQUALS, number(text, Ink.TEXT, written.size))


def _along(written: Written, path: Path) -> float | None:
    """Return the product of the local derivatives along a path, None where one is no number."""
    slopes = [written.slope(edge) for edge in path]
    known = [slope for slope in slopes if isinstance(slope, float)]
    return math.prod(known) if len(known) == len(slopes) else None


def _wrapped(
    written: Written, sign: str, parts: Sequence[Typeset], begin: str = ""
) -> tuple[Typeset, ...]:
    """Return the parts with `sign` between them, in as many lines as they need."""
    lines: list[Typeset] = []
    line = written.row(begin, parts[0]) if begin else parts[0]
    for part in parts[1:]:
        longer = written.row(line, sign, part)
        if longer.width > _ROOM:
            lines.append(line)
            longer = written.row(sign.lstrip(), part)
        line = longer
    return (*lines, line)
