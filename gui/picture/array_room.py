"""Room for what grows, arrays on edges and names: where cards go so that all can be read."""

import math
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

import engine
from engine.words.number_text import entries_shown
from gui.commands import MoveNodes, SetValue, SetValues, Several
from gui.document import Command
from gui.document.output_after import following
from gui.evaluation import Evaluation
from gui.picture.aside import given_way, lie_on
from gui.picture.cards import Cards
from gui.picture.frame import Frame
from gui.picture.frame_room import aside_of_frames
from gui.picture.graphs_aside import graphs_aside, graphs_of
from gui.picture.grid import up_to_grid
from gui.picture.name_text import name_text
from gui.picture.picture import ROUTED, Picture
from gui.picture.shown import place_of
from gui.picture.spread import TOUCHING, Shift
from gui.readings import Reading
from gui.run import Readings, read
from gui.theme import LEAF_KINDS

__all__ = ["making_room", "setting"]

_Boxes = NDArray[np.float64]
_Ways = NDArray[np.float64]
_Shape = tuple[int, ...] | None
_BETWEEN = 8.0  # units between a card that grew and one above or below it, at least
_AIR = 20.0  # units between a leaf that grew to the left and the card there
_MOST_ENTRIES = 1_000_000  # of all leaves; to compute more once more is waited for


def setting(
    graph: engine.Graph, evaluation: Evaluation, values: Mapping[str, engine.Value]
) -> Command:
    """Return the command that gives leaves their `values`, and room to arrays that come by them.

    Of a value of the same shape nothing moves.
    """
    first, *others = values.items()
    command: Command = SetValues(values) if others else SetValue(*first)
    leaves = [name for name in values if name in graph and graph.is_leaf(name)]
    if all(np.shape(graph.value(name)) == np.shape(values[name]) for name in leaves):
        return command
    return _making_room(graph, evaluation, command, grows=True)


def making_room(
    graph: engine.Graph, evaluation: Evaluation, command: Command, *, grows: bool = False
) -> Command:
    """Return the command with room for the arrays that come to stand on edges by it.

    Cards that stood close enough for numbers move apart, in the same step: to the right by what
    the entries on an edge lack, up or down where a card grows. Room that lacked before is not
    made, and a graph that nothing joins with theirs stays unless one would lie on it. In a graph
    of numbers alone, and in a large one or of large arrays, nothing moves; unless the command
    `grows` a card, which says more then.
    """
    leaves = (name for name in graph.nodes() if graph.is_leaf(name))
    if len(graph) > ROUTED or not (grows or any(np.ndim(graph.value(name)) for name in leaves)):
        return command
    return _making_room(graph, evaluation, command, grows=grows)


def _making_room(
    graph: engine.Graph, evaluation: Evaluation, command: Command, *, grows: bool = False
) -> Command:
    """Return the same for a graph that may have arrays; by some commands the cards grow, too."""
    if len(graph) > ROUTED:
        return command
    after = graph.copy()
    try:
        renamed = following(command).apply(after).renamed
    except engine.GraphError:
        return command  # whoever does it hears why
    called = {new: old for old, new in renamed}
    leaves = (name for name in after.nodes() if after.is_leaf(name))
    if sum(np.size(after.value(name)) for name in leaves) > _MOST_ENTRIES:
        return command
    evaluation.flush()  # which arrays stand there now
    was, now = evaluation.readings, read(after)
    known = set(graph.edges())
    each = ((edge, _formerly(edge, called)) for edge in after.edges())
    came = {
        edge
        for edge, former in each
        if _brings(edge, now, _shapes(was, former) if former in known else (None, None))
    }
    if not (came or grows):
        return command  # no picture is made in vain
    before = Picture(graph, was, ways=False) if graph.groups else Cards(graph, was)
    places = _places(before, Picture(after, now, ways=False), came, called)
    return Several(command.text, [command, MoveNodes(places)]) if places else command


def _formerly(edge: engine.Edge, called: Mapping[str, str]) -> engine.Edge:
    """Return an edge as it was before nodes that were `called` otherwise were renamed."""
    source, target, port = edge
    return engine.Edge(called.get(source, source), called.get(target, target), port)


def _brings(edge: engine.Edge, now: Readings, before: tuple[_Shape, _Shape]) -> bool:
    """Tell whether entries are written on an edge where there were none of that shape."""
    pairs = zip(before, _shapes(now, edge), strict=True)
    return any(new is not None and new != old and entries_shown(new) for old, new in pairs)


def _shapes(readings: Readings, edge: engine.Edge) -> tuple[_Shape, _Shape]:
    """Return the shapes of both numbers of an edge, None for what is no array."""
    return _shape(readings.value(edge.source)), _shape(readings.edge_derivative(*edge))


def _shape(reading: Reading) -> _Shape:
    return reading.shape if isinstance(reading, np.ndarray) else None


def _places(
    before: Cards, after: Picture, came: Set[engine.Edge], called: Mapping[str, str]
) -> dict[str, tuple[float, float]]:
    """Return new places of the nodes that give way, in the picture with arrays on some edges."""
    rows = [before.index.get(called.get(name, name)) for name in after.names]
    was = _boxes_before(before, rows)
    framed = before.roomy_frames() if isinstance(before, Picture) else ()
    wide = _wider(before, was, after, called)
    wider = after.shown.nodes_of_all(np.flatnonzero(wide).tolist())
    edges = [i for i, e in enumerate(after.edges) if e in came or not wider.isdisjoint(e[:2])]
    ways, graphs = np.zeros((len(was), 2)), graphs_of(after)
    things = _things(was, framed, after)
    ways[:, 0] = _across(things, was, after, np.array(edges, dtype=np.intp), graphs)
    ways += graphs_aside(was, after, graphs, ways, moved=np.flatnonzero(wide).tolist())
    ways[:, 1] += _down(was, after, after.rectangles() + np.tile(ways, 2), wide)
    ways[:, 1] += aside_of_frames(was, framed, after, ways)
    places = {}
    for row in np.flatnonzero(ways.any(axis=1)).tolist():
        dx, dy = ways[row].tolist()
        for name in after.shown.nodes_of(row):
            x, y = place_of(after.graph, name)
            places[name] = (x + dx, y + dy)
    return places


def _wider(
    before: Cards, was: _Boxes, after: Picture, called: Mapping[str, str]
) -> NDArray[np.bool_]:
    """Tell which cards became wider, leaves by a name or a label: what stands beside gives way."""
    widths = was[:, 2] - np.where(np.isinf(was[:, 0]), -np.inf, was[:, 0])  # of a new one, endless
    wider: NDArray[np.bool_] = after.sizes[:, 0] > widths + TOUCHING
    for row in np.flatnonzero(wider).tolist():
        name = after.names[row]
        if after.kinds[row] in LEAF_KINDS:
            former = name_text(before.graph, called.get(name, name))
            wider[row] = name_text(after.graph, name) != former  # a value grows to the left
    return wider


class _Thing(NamedTuple):
    """A card or a frame: where it stood, where it would stand, the cards in it.

    Its left border goes with what begins at `begin`, its right one with what begins at `end`.
    """

    was: NDArray[np.float64]
    now: NDArray[np.float64]
    rows: frozenset[int]
    begin: float
    end: float


def _things(was: _Boxes, framed: Sequence[Frame], after: Picture) -> list[_Thing]:
    """Return the cards that were there before, and the frames around some."""
    now = after.rectangles()
    begins = _begins(after).tolist()
    things = [
        _Thing(was[row], now[row], frozenset([row]), begins[row], begins[row])
        for row in np.flatnonzero(np.isfinite(was[:, 0])).tolist()
    ]
    frames = {frame.group.id: frame for frame in after.roomy_frames()}
    for old in framed:
        frame = frames.get(old.group.id)
        if frame is not None:
            first = min(frame.rows, key=lambda row: float(now[row, 0]))
            last = max(frame.rows, key=lambda row: float(now[row, 2]))
            boxes = np.array(old.box), np.array(frame.box)
            things.append(_Thing(*boxes, frozenset(frame.rows), begins[first], begins[last]))
    return things


def _boxes_before(before: Cards, rows: Sequence[int | None]) -> _Boxes:
    """Return where the cards of one picture stood in the other; a new one beyond all others."""
    boxes = before.rectangles()
    nowhere = np.full(4, np.inf)
    return np.array([nowhere if row is None else boxes[row] for row in rows])


def _across(
    things: Sequence[_Thing],
    was: _Boxes,
    after: Picture,
    edges: NDArray[np.intp],
    graphs: NDArray[np.intp],
) -> _Ways:
    """Return how far each card goes to the right, so that the `edges` have their numbers' room.

    Cards of other `graphs` stay.
    """
    boxes, packing = after.rectangles(), after.packing
    ports = after.ends_of(edges)
    ends_at = [
        (after.index[e.source], after.index[e.target]) for e in map(after.edges.__getitem__, edges)
    ]
    rows, targets = np.array(ends_at, dtype=np.intp).reshape(-1, 2).T
    more = (np.array(after.pitches)[targets] - packing.pitch) / 2
    # the card before the numbers, and the one that the edge comes from, wherever that stands
    before = (boxes[rows, 2] < ports[:, 0]) | (was[rows, 2] < was[targets, 0])
    sources = np.where(before, boxes[rows, 2], -np.inf)
    ends = np.maximum(after.cards_before(ports, more), sources)
    rooms = ports[:, 0] - ends
    needed = after.leads[targets] + packing.bend
    each = zip(ports[:, 0].tolist(), ends.tolist(), (needed - rooms).tolist(), strict=True)
    lacks = [
        (graph, _Lack(*one))
        for graph, one in zip(graphs[rows].tolist(), each, strict=True)
        if math.isfinite(one[1])
    ]
    lacks += [(int(graphs[row]), lack) for row, lack in _lacks_of_leaves(things)]
    begins, ways = _begins(after), np.zeros(len(graphs))
    for graph in {graph for graph, _ in lacks}:
        own = graphs == graph
        shift = Shift(begins[own])
        for x, begin, lack in sorted(lack for of, lack in lacks if of == graph):
            given = shift.at(x) - shift.at(begin)
            if lack > given:
                shift.add(x - TOUCHING, up_to_grid(lack - given))
        ways[own] = [shift.of(begin) for begin in begins[own].tolist()]
    return ways


def _begins(picture: Picture) -> _Ways:
    """Return where each card begins: a leaf with a long value as those that it stands below."""
    grown = [card.grown for card in picture.cards]
    begins: _Ways = picture.rectangles()[:, 0] + grown
    return begins


class _Lack(NamedTuple):
    """What begins at `at` is nearer to what begins at `behind` than it should be, `by` so much."""

    at: float
    behind: float
    by: float


def _lacks_of_leaves(things: Sequence[_Thing]) -> list[tuple[int, _Lack]]:
    """Return what a leaf lacks that grew over something to its left, each with one of its cards.

    A leaf's value grows to the left of where it begins, its right border stays; so may the left
    border of the frame that it is in.
    """
    was, now = (np.array([thing[k] for thing in things]).reshape(-1, 4) for k in (0, 1))
    begins, ends = (np.array([thing[k] for thing in things]) for k in (3, 4))
    found = []
    for at in np.flatnonzero((now[:, 0] < was[:, 0]) & (now[:, 0] < begins)).tolist():
        thing = things[at]
        over = lie_on(now, now[at]) & ~lie_on(was, was[at]) & (ends < begins[at])
        found += [
            (
                min(thing.rows),
                _Lack(thing.begin, things[other].end, float(now[other, 2] + _AIR - now[at, 0])),
            )
            for other in np.flatnonzero(over).tolist()
            if thing.rows.isdisjoint(things[other].rows)
        ]
    return found


def _down(was: _Boxes, after: Picture, boxes: _Boxes, wide: NDArray[np.bool_]) -> _Ways:
    """Return how far each card goes down on which one would lie that grew; `boxes` change.

    Those that are `wide` grew, too.
    """
    new, down = np.isinf(was[:, 0]), np.zeros(len(boxes))
    heights = np.where(new, 0.0, was[:, 3] - np.where(new, 0.0, was[:, 1]))
    spread = np.array(after.pitches) > after.packing.pitch
    around = np.array([0.0, -_BETWEEN, 0.0, _BETWEEN])
    for row in np.flatnonzero(np.where(new, spread, wide | (after.sizes[:, 1] > heights))).tolist():
        still = np.flatnonzero(lie_on(was, was[row] + around)).tolist()
        boxes[row] += around
        down += given_way(boxes, row, still)
        boxes[row] -= around
    return down
