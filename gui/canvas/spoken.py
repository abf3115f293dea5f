"""The graph in words: what a screen reader says of a node, and of an edit."""

from collections.abc import Iterable

import engine
from engine import ops
from engine.expression import Name, written
from gui.change import Change
from gui.language import tr
from gui.picture.name_text import input_text, name_text
from gui.picture.numbers import MISSING, shape_text, value_text
from gui.picture.picture import Picture
from gui.readings import Reading, Words

__all__ = ["about", "change_said", "name_of", "value_said"]

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
    parts = [] if graph.is_leaf(name) else [tr(ops.OPS[graph.op_of(name)].title)]
    if name == seen.output:
        parts.append(tr("the output"))
    parts.append(tr("value {value}").format(value=value_said(seen.value(name))))
    parts.append(tr("derivative {value}").format(value=value_said(seen.derivative(name))))
    problem = seen.problem(name)
    if problem:
        parts.append(problem)
    if name == seen.first_nonfinite:
        parts.append(tr("NaN or infinity starts here"))
    feeding = [source for source in graph.inputs(name) if source is not None]
    if feeding:
        parts.append(tr("fed by {names}").format(names=_names(graph, feeding)))
    consumers = [
        f"{name_text(graph, edge.target)} ({input_text(graph, edge.target, edge.port)})"
        for edge in graph.consumers(name)
    ]
    if consumers:
        parts.append(tr("feeds {names}").format(names=_listed(consumers)))
    return ", ".join(parts)


def value_said(value: Reading) -> str:
    """Return a number as it is read: the minus as a word that no reader leaves out."""
    if value is None:
        return tr("none")
    if isinstance(value, Words):
        return value or tr("hidden")
    text = value_text(value)
    if not isinstance(value, float) and "[" in text:
        text = f"{text} {shape_text(value.shape)}"
    return text.replace("−", tr("minus ")).replace(MISSING, tr("none"))


def change_said(change: Change, picture: Picture) -> str:
    """Return what an edit did, and where the output stands now."""
    graph, seen = picture.graph, picture.readings
    if change.reset:
        nodes, edges = len(graph), graph.edge_count()
        whole = tr("graph of {nodes} nodes and {edges} edges").format(nodes=nodes, edges=edges)
        return f"{whole}{_output_said(picture)}"
    parts = [
        tr("removed {names}").format(names=_listed(change.removed)) if change.removed else "",
        *(
            tr("{old} is now {new}").format(old=old, new=name_text(graph, new))
            for old, new in change.renamed[:_MOST]
        ),
        tr("added {names}").format(names=_names(graph, change.added)) if change.added else "",
        *(
            tr("{name} is {value}").format(
                name=name_text(graph, name), value=value_said(seen.value(name))
            )
            for name in change.other_numbers[:_MOST]
            if name in graph
        ),
    ]
    said = [part for part in parts if part]
    if change.edges and not said:
        said.append(tr("edges changed"))
    if change.moved and not said:
        return tr("moved {names}").format(names=_names(graph, change.moved))
    return "; ".join(said) + _output_said(picture) if said else ""


def _output_said(picture: Picture) -> str:
    output = picture.readings.output
    if output is None:
        return ""
    value = value_said(picture.readings.value(output))
    return f"; {name_text(picture.graph, output)} {tr('is')} {value}"


def _composite(picture: Picture, name: str) -> str:
    """Return how a folded group is read, empty for a node of its own."""
    composite = picture.shown.composites.get(picture.index.get(name, -1))
    if composite is None:
        return ""
    title = composite.group.title or tr("untitled")
    return tr("group {title}, folded, {n} nodes").format(title=title, n=f"{len(composite.nodes):,}")


def _kind(op: str) -> str:
    kinds = {"parameter": tr("parameter"), "input": tr("input"), "constant": tr("constant")}
    return kinds[op]


def _names(graph: engine.Graph, names: Iterable[str]) -> str:
    return _listed([name_text(graph, name) for name in names])


def _listed(texts: Iterable[str]) -> str:
    listed = list(texts)
    if len(listed) > _MOST:
        return tr("{n} nodes").format(n=f"{len(listed):,}")
    return ", ".join(listed)
