"""Room for what folds, unfolds, is framed or grows: where cards go so that none lies on it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

import engine
from gui.canvas.view import View
from gui.commands import Connect, MoveNodes, Several
from gui.commands.groups import unique_ids
from gui.document import Command
from gui.picture.array_room import making_room
from gui.picture.aside import given_way, lie_on
from gui.picture.edited import picture_after
from gui.picture.frame_room import aside_of_frame, aside_of_frames
from gui.picture.graphs_aside import graphs_aside, graphs_of
from gui.picture.grid import up_to_grid
from gui.picture.picture import ROUTED, Picture
from gui.picture.shown import place_of

__all__ = [
    "joining",
    "room_for",
    "room_for_card",
    "room_for_edge",
    "room_for_frame",
    "with_room",
    "with_room_for_sums",
]

_BELOW_SUM = 6.0  # units, at least, to the next card


def room_for(
    picture: Picture, group_id: str, still: Collection[str] = ()
) -> dict[str, tuple[float, float]]:
    """Return new places of nodes that give way when a folded group unfolds; none if none must.

    They must where a card would lie on one of the group: so a group that was folded a moment ago
    unfolds to what it was. What stands beside the card goes aside by as much as the frame is
    wider, what stands above and below by as much as it is higher; of a graph that nothing joins
    with the group's, only what is in the way. Where the cards have room, what would stand among
    them as if it were in the group leaves the frame as it leaves a new one, but for those that are
    `still`. In a large picture nothing gives way.
    """
    if len(picture.graph) > ROUTED:
        return {}
    after, members = _after_folding(picture, group_id, folded=False)
    frame = next((f for f in after.roomy_frames() if f.group.id == group_id), None)
    row = picture.index[members[0]]
    if frame is None or row not in picture.shown.composites:
        return {}
    boxes, card = picture.rectangles(), picture.rectangles()[row]
    others = np.arange(len(boxes)) != row
    inside = after.rectangles()[sorted({after.index[name] for name in members})]
    if not _any_overlap(boxes[others], inside):
        stay = [after.index[name] for name in still if name in after.index]
        return _moved(after, aside_of_frame(after, frame, after.rectangles(), stay))
    graphs = graphs_of(picture)
    own = others & (graphs == graphs[row])
    grown = up_to_grid(np.maximum((card - frame.box) * (1, 1, -1, -1), 0.0))
    across = (boxes[:, 0] >= card[2]) * grown[2] - (boxes[:, 2] <= card[0]) * grown[0]
    down = (boxes[:, 1] >= card[3]) * grown[3] - (boxes[:, 3] <= card[1]) * grown[1]
    ways = np.stack([across, np.where(across == 0.0, down, 0.0)], axis=1) * own[:, None]
    rows = [picture.index[name] for name in after.names]  # the card that each was
    first = after.index[members[0]]
    aside = graphs_aside(boxes[rows], after, graphs[rows], ways[rows], moved=[first])
    ways[rows] += aside
    return _moved(picture, ways * others[:, None])


def room_for_card(picture: Picture, group_id: str) -> dict[str, tuple[float, float]]:
    """Return new places of nodes on which the card of a group would lie once it is folded.

    They go up or down, whichever is nearer, and push on what they would lie on themselves.
    """
    if len(picture.graph) > ROUTED:
        return {}
    after, members = _after_folding(picture, group_id, folded=True)
    row = after.index[members[0]]
    return _moved(after, given_way(after.rectangles(), row, [row]))


def room_for_frame(picture: Picture, names: Collection[str]) -> dict[str, tuple[float, float]]:
    """Return new places of nodes over which the frame would lie of a group of `names`.

    They go up or down as for a card. What both is fed from inside and leads back there stays.
    """
    if len(picture.graph) > ROUTED:
        return {}
    graph = picture.graph.copy()
    one = engine.Group(next(unique_ids(graph.groups)), "-", tuple(graph.in_order(names)))
    graph.groups = [*graph.groups, one]
    after = Picture(graph, picture.readings, ways=False)
    frame = next((f for f in after.roomy_frames() if f.group.id == one.id), None)
    if frame is None:
        return {}
    return _moved(after, aside_of_frame(after, frame, after.rectangles()))


def room_for_edge(
    picture: Picture, edge: engine.Edge, moved: engine.Edge | None = None
) -> dict[str, tuple[float, float]]:
    """Return new places of nodes on which would lie what `edge` brings.

    That is the card that grows a port for it, with the frames that it is in, and the sum below the
    card that it is the second to leave; with `moved`, the edge that it was, only where that left
    another card. They go up or down as for a folded group; what lay on those before stays.
    """
    graph = picture.graph
    inputs = graph.inputs(edge.target)
    grows = edge.port >= len(inputs)
    if len(graph) > ROUTED:
        return {}
    boxes = picture.rectangles().copy()
    ways = np.zeros(len(boxes))
    if grows:
        grown = picture.of_copy()
        grown.graph.add_edge(*edge)
        after = picture_after(grown, picture.readings)
        row = picture.index[edge.target]
        still = np.flatnonzero(lie_on(boxes, boxes[row])).tolist()
        boxes = after.rectangles()
        ways += given_way(boxes, row, still)
    stays = moved is not None and moved.source == edge.source
    if not stays and (grows or inputs[edge.port] != edge.source):
        ways += _below_sums(picture, boxes, [edge.source])
    if grows:
        down = np.stack([np.zeros(len(ways)), ways], axis=1)
        ways += aside_of_frames(picture.rectangles(), picture.roomy_frames(), after, down)
    return _moved(picture, ways)


def with_room_for_sums(picture: Picture, command: Command) -> Command:
    """Return the command with room for the sums that come by it below cards that are there.

    They go up or down as for a folded group.
    """
    graph = picture.graph
    if len(graph) > ROUTED:
        return command
    after = graph.copy()
    try:
        command.apply(after)
    except engine.GraphError:
        return command  # whoever does it hears why
    before, now = (_leaving(picture, edges) for edges in (graph.edges(), after.edges()))
    sources = [name for name in now if name in graph for _ in range(now[name] - before[name])]
    boxes = picture.rectangles().copy()
    boxes[[not any(n in after for n in picture.shown.nodes_of(r)) for r in range(len(boxes))]] = (
        np.inf
    )
    places = _moved(picture, _below_sums(picture, boxes, sources))
    return with_room(command, {name: at for name, at in places.items() if name in after})


def _leaving(picture: Picture, edges: Iterable[engine.Edge]) -> Counter[str]:
    """Return how many of some edges leave the card of each node."""
    index = picture.shown.index
    return Counter(e.source for e in edges if index.get(e.source) != index.get(e.target, -1))


def _below_sums(
    picture: Picture, boxes: NDArray[np.float64], sources: Iterable[str]
) -> NDArray[np.float64]:
    """Return how far down the boxes go for one more edge from each of `sources`: a second one.

    `boxes` become those that are moved.
    """
    ways = np.zeros(len(boxes))
    for source, more in Counter(sources).items():
        # in a folded group, what leads to its own nodes leaves no card
        before = sum(edge.source == source for edge in picture.edges)
        if before < 2 <= before + more:
            row = picture.index[source]
            still = np.flatnonzero(lie_on(boxes, boxes[row])).tolist()
            boxes[row, 3] += picture.packing.sum_room
            ways += given_way(boxes, row, still, _BELOW_SUM)
    return ways


def joining(view: View, edge: engine.Edge) -> Command:
    """Return the step that makes an edge between two nodes, with room for its numbers."""
    made = with_room(Connect(*edge), room_for_edge(view.picture, edge))
    return making_room(view.document.graph, view.evaluation, made)


def with_room(command: Command, places: Mapping[str, tuple[float, float]]) -> Command:
    """Return the command that also moves what gives way."""
    return Several(command.text, [command, MoveNodes(dict(places))]) if places else command


def _after_folding(
    picture: Picture, group_id: str, *, folded: bool
) -> tuple[Picture, tuple[str, ...]]:
    """Return the picture once a group is folded or unfolded, and the group's nodes."""
    graph = picture.graph.copy()
    graph.groups = [replace(g, folded=folded) if g.id == group_id else g for g in graph.groups]
    members = next(group.members for group in graph.groups if group.id == group_id)
    return Picture(graph, picture.readings, ways=False), members


def _moved(picture: Picture, ways: NDArray[np.float64]) -> dict[str, tuple[float, float]]:
    """Return the new places of the nodes whose cards go their `ways`, or down by so much."""
    if ways.ndim == 1:
        ways = np.stack([np.zeros(len(ways)), ways], axis=1)
    places = {}
    for row in np.flatnonzero(ways[: len(picture.names)].any(axis=1)).tolist():
        dx, dy = ways[row].tolist()
        for name in picture.shown.nodes_of(row):
            x, y = place_of(picture.graph, name)
            places[name] = (x + dx, y + dy)
    return places


def _any_overlap(some: NDArray[np.float64], others: NDArray[np.float64]) -> bool:
    """Tell whether a box of `some` lies on one of `others`."""
    apart = (some[:, None, :2] >= others[None, :, 2:]) | (some[:, None, 2:] <= others[None, :, :2])
    return bool((~apart.any(axis=2)).any())
