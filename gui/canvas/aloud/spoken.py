"""The graph in words: what a screen reader says of a node, and of an edit."""

from collections.abc import Iterable

import engine
from engine import ops
from engine.expression import Name, written
from gui.canvas.selection import Selection
from gui.document.change import Change
from gui.language import count_text, counted, tr
from gui.picture.name_text import ends_text, input_text, name_text
from gui.picture.not_finite import begins_along, said_of, value_begins
from gui.picture.numbers import MISSING, shape_text, value_text
from gui.picture.picture import Picture
from gui.readings import Reading, Words
from gui.widgets.aloud import read

__all__ = [
    "about",
    "change_said",
    "edge_said",
    "ends",
    "name_of",
    "selection_said",
    "value_said",
]

_MOST = 6  # names in a row; more are counted


def name_of(picture: Picture, name: str) -> str:
    """Return a node as it is read first: `c = w*x`, `w, parameter`."""
    graph, composite = picture.graph, _composite(picture, name)
    if composite:
        return composite
    op = graph.op_of(name)
    if op in ops.LEAVES:
        return f"{name_text(graph, name)}, {_kind(op)}"
    sources = [
        Name("?" if source is None else name_text(graph, source)) for source in graph.inputs(name)
    ]
    return f"{name_text(graph, name)} = {written(graph.operation(name).written(*sources))}"


def about(picture: Picture, name: str) -> str:
    """Return the rest: kind, value, derivative, what feeds it, what it feeds, what is amiss."""
    graph, seen = picture.graph, picture.readings
    is_op = not graph.is_leaf(name) and not _composite(picture, name)
    parts = [tr(ops.OPS[graph.op_of(name)].title)] if is_op else []
    if name == seen.output:
        parts.append(tr("the output"))
    parts.append(tr("value {value}").format(value=value_said(seen.value(name))))
    parts.append(tr("derivative {value}").format(value=value_said(seen.derivative(name))))
    problem = seen.problem(name)
    if problem:
        parts.append(problem)
    begun = value_begins(graph, seen, name), said_of(graph, seen, name)
    parts += map(read, filter(None, begun))
    feeding, leaving = ends(picture, name)
    if feeding:
        parts.append(tr("fed by {names}").format(names=_names(graph, feeding)))
    consumers = [
        f"{name_text(graph, edge.target)} ({input_text(graph, edge.target, edge.port)})"
        for edge in leaving
    ]
    if consumers:
        parts.append(tr("feeds {names}").format(names=_listed(consumers)))
    return ", ".join(parts)


def ends(picture: Picture, name: str) -> tuple[list[str], list[engine.Edge]]:
    """Return the nodes that feed a node's card, a folded group's from outside; and what it feeds.

    A node that feeds it twice is there twice.
    """
    graph, row = picture.graph, picture.index[name]
    own = picture.shown.nodes_of(row)
    sources = [source for node in own for source in graph.inputs(node) if source is not None]
    edges = [edge for node in own for edge in graph.consumers(node)]
    return (
        [source for source in sources if picture.index[source] != row],
        [edge for edge in edges if picture.index[edge.target] != row],
    )


def edge_said(picture: Picture, edge: engine.Edge) -> str:
    """Return an edge as it is read: its ends, where it leads into, its numbers."""
    graph, seen = picture.graph, picture.readings
    parts = (
        f"{ends_text(graph, edge)}, {input_text(graph, edge.target, edge.port)}",
        tr("value {value}").format(value=value_said(seen.value(edge.source))),
        tr("derivative {value}").format(value=value_said(seen.edge_derivative(*edge))),
        read(begins_along(graph, seen, edge)),
    )
    return ", ".join(filter(None, parts))


def selection_said(picture: Picture, selection: Selection) -> str:
    """Return what is selected: one node or edge as it is read, several counted."""
    nodes, edges = selection.nodes, selection.edges
    if len(edges) == 1 and not nodes:
        return edge_said(picture, *edges)
    if len(nodes) == 1 and not edges:
        return name_of(picture, *nodes)
    counts = [
        *([counted(len(nodes), "1 node", "{n} nodes")] if nodes else []),
        *([counted(len(edges), "1 edge", "{n} edges")] if edges else []),
    ]
    return tr("{what} selected").format(what=", ".join(counts)) if counts else ""


def value_said(value: Reading) -> str:
    """Return a number as it is read: the minus as a word that no reader leaves out."""
    if value is None:
        return tr("none")
    if isinstance(value, Words):
        return value or tr("hidden")
    text = value_text(value)
    if not isinstance(value, float) and "[" in text:
        text = f"{text} {shape_text(value.shape)}"
    return read(text).replace(MISSING, tr("none"))


def change_said(change: Change, picture: Picture, step: str = "", *, undone: bool = False) -> str:
    """Return what an edit did, and where the output stands now.

    What touched no node, such as an edge or a frame, is told as the history calls its `step`; so is
    a move that was `undone`, which would be heard as one more.
    """
    graph = picture.graph
    if change.reset:
        nodes, edges = len(graph), graph.edge_count()
        whole = tr("graph of {nodes} nodes and {edges} edges").format(
            nodes=count_text(nodes), edges=count_text(edges)
        )
        return f"{whole}{_output_said(picture)}"
    parts = [
        tr("removed {names}").format(names=_names(graph, change.removed)) if change.removed else "",
        *(
            tr("{old} is now {new}").format(old=name_text(graph, old), new=name_text(graph, new))
            for old, new in change.renamed[:_MOST]
        ),
        tr("added {names}").format(names=_names(graph, change.added)) if change.added else "",
        *(_edited_said(picture, name) for name in _edited(change, graph)[:_MOST]),
    ]
    said = [part for part in parts if part]
    if change.moved and not said and not change.edges and not change.groups:
        return step if undone else tr("moved {names}").format(names=_names(graph, change.moved))
    if not said and step:
        said.append(step)
    if not said and change.edges:
        said.append(tr("edges changed"))
    return "; ".join(said) + _output_said(picture) if said else ""


def _edited(change: Change, graph: engine.Graph) -> list[str]:
    """Return the nodes that an edit was about: a new name stands in formulas, too."""
    found = [name for name in change.other_cards if name in graph]
    return [name for name in found if graph.is_leaf(name)] if change.renamed else found


def _edited_said(picture: Picture, name: str) -> str:
    """Return how a node is now: a leaf's value, an op as it is read first and its value."""
    graph = picture.graph
    called = name_text(graph, name) if graph.is_leaf(name) else name_of(picture, name)
    return _value_of(picture, name, called)


def _output_said(picture: Picture) -> str:
    output = picture.readings.output
    if output is None:
        return ""
    return f"; {_value_of(picture, output, name_text(picture.graph, output))}"


def _value_of(picture: Picture, name: str, called: str) -> str:
    value = value_said(picture.readings.value(name))
    return tr("{name} is {value}").format(name=called, value=value)


def _composite(picture: Picture, name: str) -> str:
    """Return how a folded group is read, empty for a node of its own."""
    composite = picture.shown.composites.get(picture.index.get(name, -1))
    if composite is None:
        return ""
    title = composite.group.title or tr("untitled")
    return tr("group {title}, folded, {n} nodes").format(
        title=title, n=count_text(len(composite.nodes))
    )


def _kind(op: str) -> str:
    kinds = {"parameter": tr("parameter"), "input": tr("input"), "constant": tr("constant")}
    return kinds[op]


def _names(graph: engine.Graph, names: Iterable[str]) -> str:
    return _listed([name_text(graph, name) for name in names])


def _listed(texts: Iterable[str]) -> str:
    listed = list(texts)
    if len(listed) > _MOST:
        return tr("{n} nodes").format(n=count_text(len(listed)))
    return ", ".join(listed)
