"""Room for arrays that come to stand on edges: where cards go so that the entries can be read."""

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

import engine
from engine.words.number_text import entries_shown
from gui.commands import MoveNodes, SetValue, SetValues, Several
from gui.document import Command
from gui.evaluation import Evaluation
from gui.picture.aside import given_way, lie_on
from gui.picture.grid import up_to_grid
from gui.picture.picture import ROUTED, Picture
from gui.picture.shown import place_of
from gui.picture.spread import TOUCHING, Shift
from gui.readings import Reading
from gui.run import read

__all__ = ["setting"]

_Boxes = NDArray[np.float64]
_Ways = NDArray[np.float64]
_AIR = 20.0  # units between a leaf that grew to the left and the card there


def setting(
    graph: engine.Graph, evaluation: Evaluation, values: Mapping[str, engine.Value]
) -> Command:
    """Return the command that gives leaves their `values`, and room to arrays that come by them.

    Cards that stood close enough for numbers move apart, in the same step: to the right by what
    the entries on an edge lack, up or down where a card grows. Room that lacked before is not
    made, and of a value of the same shape nothing moves.
    """
    command = _command(values)
    if len(graph) > ROUTED or not _reshapes(graph, values):
        return command
    after = graph.copy()
    try:
        _command(values).apply(after)
    except engine.GraphError:
        return command  # whoever does it hears why
    evaluation.flush()  # which arrays stand there now
    places = _places(Picture(graph, evaluation.readings), Picture(after, read(after)))
    return Several(command.text, [command, MoveNodes(places)]) if places else command


def _command(values: Mapping[str, engine.Value]) -> Command:
    first, *others = values.items()
    return SetValues(values) if others else SetValue(*first)


def _reshapes(graph: engine.Graph, values: Mapping[str, engine.Value]) -> bool:
    """Tell whether a leaf gets a value of another shape."""
    leaves = [name for name in values if name in graph and graph.is_leaf(name)]
    return any(np.shape(graph.value(name)) != np.shape(values[name]) for name in leaves)


def _places(before: Picture, after: Picture) -> dict[str, tuple[float, float]]:
    """Return new places of the nodes that give way, in the picture with the arrays."""
    came = _edges_with_arrays(before, after)
    if not len(came):
        return {}
    across = _across(before, after, came)
    boxes = after.rectangles()
    boxes[:, [0, 2]] += across[:, None]
    down = _down(before, after, boxes)
    places = {}
    for row in np.flatnonzero((across != 0.0) | (down != 0.0)).tolist():
        for name in after.shown.nodes_of(row):
            x, y = place_of(after.graph, name)
            places[name] = (x + float(across[row]), y + float(down[row]))
    return places


def _edges_with_arrays(before: Picture, after: Picture) -> NDArray[np.intp]:
    """Return the edges on which entries are written where there were none of that shape."""
    found = []
    for i, edge in enumerate(after.edges):
        pairs = (
            (picture.readings.value(edge.source), picture.readings.edge_derivative(*edge))
            for picture in (before, after)
        )
        was, now = ([_shape(reading) for reading in pair] for pair in pairs)
        if any(
            new and new != old and entries_shown(new) for old, new in zip(was, now, strict=True)
        ):
            found.append(i)
    return np.array(found, dtype=np.intp)


def _shape(reading: Reading) -> tuple[int, ...] | None:
    return reading.shape if isinstance(reading, np.ndarray) else None


def _across(before: Picture, after: Picture, edges: NDArray[np.intp]) -> _Ways:
    """Return how far each card goes to the right, so that the `edges` have their numbers' room."""
    boxes, packing = after.rectangles(), after.packing
    ports = after.ends_of(edges)
    targets = [after.index[after.edges[i].target] for i in edges.tolist()]
    more = (np.array(after.pitches)[targets] - packing.pitch) / 2
    ends = after.cards_before(ports, more)
    rooms = ports[:, 0] - ends
    needed = after.leads[targets] + packing.bend
    lacks = [
        (x, end, float(lack))
        for x, end, lack in zip(ports[:, 0].tolist(), ends.tolist(), needed - rooms, strict=True)
        if math.isfinite(end)
    ]
    # a leaf with a long value goes with the cards that it stands below
    begins = boxes[:, 0] + [card.grown for card in after.cards]
    lacks += _lacks_of_leaves(before.rectangles(), boxes, begins)
    shift = Shift(begins)
    for x, begin, lack in sorted(lacks):
        given = shift.at(x) - shift.at(begin)
        if lack > given:
            shift.add(x - TOUCHING, up_to_grid(lack - given))
    return np.array([shift.of(begin) for begin in begins.tolist()])


def _lacks_of_leaves(was: _Boxes, now: _Boxes, begins: _Ways) -> list[tuple[float, float, float]]:
    """Return what each leaf lacks that grew over a card to its left: from where to where, how much.

    A leaf's value grows to the left of where it `begins`, its right border stays.
    """
    found = []
    for row in np.flatnonzero((now[:, 0] < was[:, 0]) & (now[:, 0] < begins)).tolist():
        over = lie_on(now, now[row]) & ~lie_on(was, was[row]) & (begins < begins[row])
        found += [
            (float(begins[row]), float(begins[other]), float(now[other, 2] + _AIR - now[row, 0]))
            for other in np.flatnonzero(over).tolist()
        ]
    return found


def _down(before: Picture, after: Picture, boxes: _Boxes) -> _Ways:
    """Return how far each card goes down on which one would lie that grew; `boxes` change."""
    was, down = before.rectangles(), np.zeros(len(boxes))
    for row in np.flatnonzero(after.sizes[:, 1] > before.sizes[:, 1]).tolist():
        still = np.flatnonzero(lie_on(was, was[row])).tolist()
        down += given_way(boxes, row, still)
    return down
