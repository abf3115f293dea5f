"""The full numbers of what is under the pointer, and why a number is missing."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QPointF

from gui.canvas.array_tip import array_html
from gui.language import counted, tr
from gui.picture.hit import hit_at
from gui.picture.item import node_title
from gui.picture.name_text import derivative_text, input_text, name_html
from gui.picture.not_finite import begins_along, said_of, value_begins
from gui.picture.numbers import MISSING, array_text, full_text
from gui.picture.picture import Picture
from gui.picture.shown import Composite
from gui.readings import Reading, Words, complaint
from gui.theme import LIGHT, Ink, Theme

__all__ = ["tooltip_at"]

_BLOCKS = ("</table>", "</div>")
_MOST_OUTPUTS = 6  # of a folded group


def tooltip_at(picture: Picture, point: QPointF, reach: float, theme: Theme = LIGHT) -> str:
    """Return what the tooltip says at a point of the picture, empty where there is nothing."""
    hit = hit_at(picture, point.x(), point.y(), 3 * reach)
    if hit.row in picture.shown.composites:
        return _composite_text(picture, picture.shown.composites[hit.row], theme)
    if hit.row is not None:
        return _node_text(picture, picture.names[hit.row], theme)
    return "" if hit.edge is None else _edge_text(picture, hit.edge, theme)


def _node_text(picture: Picture, name: str, theme: Theme, *, with_kind: bool = True) -> str:
    readings = picture.readings
    graph = picture.graph
    own_name = name_html(graph, name)
    lines = [
        *([escape(node_title(graph, name))] if with_kind else []),
        f"<b>{own_name}</b> = {_full(readings.value(name), Ink.VALUE, theme)}",
        f"{derivative_text(graph, readings, name, name_html)} = "
        f"{_full(readings.derivative(name), Ink.DERIVATIVE, theme)}",
    ]
    problem = readings.problem(name)
    if problem:
        lines.append(escape(problem))
    elif readings.derivative(name) is None:
        lines += filter(None, [escape(complaint(graph, readings))])
    begun = value_begins(graph, readings, name), said_of(graph, readings, name)
    lines += map(escape, filter(None, begun))
    return _joined(lines)


def _composite_text(picture: Picture, composite: Composite, theme: Theme) -> str:
    title, count = escape(composite.group.title), len(composite.nodes)
    nodes = counted(count, "1 node", "{n} nodes")
    lines = [f"<b>{title}</b>, {nodes}"]
    lines += [
        _node_text(picture, name, theme, with_kind=False)
        for name in composite.outputs[:_MOST_OUTPUTS]
    ]
    return _joined(lines)


def _edge_text(picture: Picture, i: int, theme: Theme) -> str:
    edge, readings, graph = picture.edges[i], picture.readings, picture.graph
    source, target = (name_html(graph, name) for name in (edge.source, edge.target))
    derivative = readings.edge_derivative(edge.source, edge.target, edge.port)
    lines = (
        f"<b>{source} → {target}</b>, " + escape(input_text(graph, edge.target, edge.port)),
        tr("value {value}").format(value=_full(readings.value(edge.source), Ink.VALUE, theme)),
        tr("derivative {value}").format(value=_full(derivative, Ink.DERIVATIVE, theme)),
        escape(begins_along(graph, readings, edge)),
    )
    return _joined(filter(None, lines))


def _full(value: Reading, ink: Ink, theme: Theme) -> str:
    if value is None:
        return MISSING
    if isinstance(value, Words):
        return escape(value) or "…"
    if isinstance(value, float):
        return full_text(value)
    return array_text(value) + array_html(value, ink, theme)


def _joined(lines: Iterable[str]) -> str:
    """Return rich text with the lines below each other; after a block a line begins anyway."""
    said = "".join(line if line.endswith(_BLOCKS) else f"{line}<br>" for line in lines)
    return said.removesuffix("<br>")
