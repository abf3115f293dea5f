"""Inserting a node into an edge: which edge is under it, and the one step that does it."""

import numpy as np
from PySide6.QtCore import QPointF

import engine
from engine import ops
from gui.commands import AddNodes, Connect, MoveNodes, NewNode, Several
from gui.commands.groups import join
from gui.document import Command
from gui.language import tr
from gui.own_ops import own_name
from gui.picture.card import card
from gui.picture.graphs_aside import graphs_aside, graphs_met, graphs_of
from gui.picture.grid import up_to_grid
from gui.picture.hit import edge_at
from gui.picture.measure import GAP_X
from gui.picture.picture import ROUTED, Picture
from gui.picture.shown import place_of

__all__ = ["edge_for", "insert", "is_loose", "middle"]

# between a card's middle and the edge it would be inserted into: units, or pixels where more
_REACH, _LEAST_REACH = 20.0, 6.0


def is_loose(graph: engine.Graph, name: str) -> bool:
    """Tell whether a node takes inputs and has no edge, so that it may be inserted into one."""
    inputs = graph.inputs(name)  # none of a leaf, nor of a formula such as 2/3
    return len(inputs) > 0 and not any(inputs) and not graph.consumer_count(name)


def edge_for(picture: Picture, op: str, x: float, y: float, scale: float) -> int | None:
    """Return the edge that a node of `op` with its middle at a point would be inserted into.

    `scale` is in pixels per unit.
    """
    if op not in ops.OPS and not own_name(op):
        return None
    return edge_at(picture, x, y, max(_REACH, _LEAST_REACH / scale))


def middle(picture: Picture, edge: engine.Edge) -> QPointF:
    """Return the point of the picture in the midst of an edge's way."""
    way = picture.line(picture.edge_index[edge.target, edge.port])
    return QPointF(*way[len(way) // 2])


def insert(picture: Picture, node: NewNode, edge: engine.Edge, *, new: bool) -> Command:
    """Return the step that leads `edge` through `node`, with room on both sides of its card.

    The node stands where its attribute `position` says; one that is not `new` is moved there.
    """
    source, target, port = edge
    places = _places(picture, node, edge)
    at = places.pop(node.name)
    text = tr("Insert {name}").format(name=node.name)
    first: Command = MoveNodes({node.name: at})
    if new:
        first = AddNodes([node.having(position=at)])
    steps = [first, Connect(source, node.name, 0), Connect(node.name, target, port)]
    steps.append(MoveNodes(places))
    # what stands between two of a group is of the group: else a path would leave it and come back
    grouped = join(picture.graph, node.name, (source, target))
    return Several(text, [*steps, grouped] if grouped else steps)


def _places(picture: Picture, node: NewNode, edge: engine.Edge) -> dict[str, tuple[float, float]]:
    """Return where the node goes, and whatever stands too close behind it."""
    x, y = np.asarray(node.attributes["position"], dtype=np.float64).tolist()
    boxes = picture.rectangles()
    source, target = picture.index[edge.source], picture.index[edge.target]
    end, begin = float(boxes[source, 2]), float(boxes[target, 0])
    if begin <= end:  # the edge runs back; there is no room between its ends to speak of
        return {node.name: (x, y)}
    half = _width(node, edge.source) / 2
    x = max(min(x, begin - GAP_X - half), end + GAP_X + half)
    x = up_to_grid(x)
    way = up_to_grid(max(x + half + GAP_X - begin, 0.0))
    places = {node.name: (x, y)}
    if way <= 0.0:  # there is room
        return places
    behind = boxes[:, 0] >= begin - 1.0
    ways = np.zeros((len(boxes), 2))
    graphs = graphs_of(picture)
    if len(picture.names) > ROUTED:  # too many for each to be compared with each
        reach = boxes - np.stack([picture.leads, *np.zeros((3, len(boxes)))], axis=1)
        ways[graphs_met(reach, graphs, int(graphs[target]), behind, way), 0] = way
    else:
        ways[behind & (graphs == graphs[target]), 0] = way
        ways += graphs_aside(boxes, picture, graphs, ways)
    for row in np.flatnonzero(ways.any(axis=1)).tolist():
        dx, dy = ways[row].tolist()
        for name in picture.shown.nodes_of(row):
            cx, cy = place_of(picture.graph, name)
            places.setdefault(name, (cx + dx, cy + dy))
    return places


def _width(node: NewNode, source: str) -> float:
    """Return how wide the node's card will be."""
    draft = engine.Graph()
    draft.input(source)
    draft.add_node(node.name, node.op, **node.attributes)
    draft.add_edge(source, node.name, 0)
    return card(draft, node.name, None).width
