"""Where new cards stand: at the pointer or at a free place, on no other card."""

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, product

import numpy as np
from PySide6.QtCore import QPointF, QRectF

import engine
from engine import ops
from engine.graph.attributes import Position
from gui.canvas.offers.offer import Offer
from gui.canvas.places.nearest import Arrow, Standing, nearest_place
from gui.canvas.view import View
from gui.commands import NewNode
from gui.picture.cards import Points
from gui.picture.grid import GRID, on_grid, point_on_grid, up_to_grid
from gui.picture.layout import lay_out, lay_out_to_be_read
from gui.picture.measure import GAP_X, GAP_Y, NUMBER
from gui.picture.picture import Picture
from gui.run import OfLeaves, Readings, read

__all__ = ["free_place", "leaves_wait", "middle_of", "place_dropped", "place_to_add", "places_of"]

_FREE = (140.0, 110.0)  # units within which a card stands in the way of one placed by itself
_MOST_PLACES = 200
_IN_THE_WAY = (140.0, 70.0)  # units within which a card stands in the way of several at once
_BETWEEN = GAP_X  # units between two cards for an edge with its numbers
_AFTER = 180.0  # units from a leaf to the op beside it
_USUAL = (38.0, 46.0)  # half of a leaf's width, of an op's height: a larger card needs more room
_GAP = 10.0
_MARGIN, _LANE = 14.0, 6.0  # units between a card and an edge that passes it, between two edges
_MOST_TRIES = 100


def place_to_add(view: View) -> QPointF:
    """Return the point of the picture at the pointer, a free place where none is meant there."""
    at = view.meant
    return free_place(view) if at is None else view.viewpoint.to_picture(at)


def middle_of(view: View) -> QPointF:
    """Return the point of the picture in the middle of a view."""
    return view.viewpoint.to_picture(QRectF(view.viewport().rect()).center())


def free_place(view: View) -> QPointF:
    """Return a place near the middle of a view where no card stands, in view while it can."""
    # cards come to stand on the grid: each by half of its step nearer than was looked for
    centres, near = view.picture.centres, _near(view.picture, (_FREE[0] - GRID, _FREE[1] - GRID))
    at, column = QPointF(), math.nan
    for at in _free_candidates(view):
        if at.x() != column:  # of a large graph few cards stand in any one
            column = at.x()
            beside = abs(centres[:, 0] - column) < near[:, 0]
            ys, reach = centres[beside, 1], near[beside, 1]
        if not (abs(ys - at.y()) < reach).any():
            break
    return at


def places_of(
    offer: Offer, view: View, at: QPointF, *, dropped: bool = False
) -> dict[str, Position]:
    """Return where the nodes of an offer stand: laid out around `at`, on no other card.

    They stand to the right of what feeds them, but for a single one at the end of an edge that was
    `dropped` there. A single one that uses nothing stands near, in view where there is room.
    """
    picture = view.picture
    if len(offer.nodes) == 1:
        return {offer.main: _place_alone(offer, view, at, dropped=dropped)}
    draft = _draft(offer)
    readings = read(draft)
    drafted, larger = _drafted(draft, readings, view), _larger(draft, readings)
    new = {node.name: drafted[node.name] for node in offer.nodes}
    xs, ys = [x for x, _ in new.values()], [y for _, y in new.values()]
    way = at - QPointF((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    way = _before_fed(offer, picture, way, new)
    way = point_on_grid(_behind_inputs(offer, picture, way, new, larger))
    fed = len(_feeding(offer, picture))
    gap = 2 * _MARGIN + (fed - 1) * _LANE if fed else _GAP  # what feeds them passes there
    taken = _taken(picture, gap, arrow=_arrow_that_stays(offer, picture))
    for _ in range(_MOST_TRIES):
        moved = {name: (x + way.x(), y + way.y()) for name, (x, y) in new.items()}
        if not any(_is_within(taken, place, larger[name]) for name, place in moved.items()):
            break
        way = way + QPointF(0.0, _IN_THE_WAY[1])
    return {name: (x + way.x(), y + way.y()) for name, (x, y) in new.items()}


def _place_alone(offer: Offer, view: View, at: QPointF, *, dropped: bool) -> Position:
    """Return where a single new card stands: at a point of the grid, or where it lies on no other.

    A leaf then comes below the other leaves; an op to the right of what feeds it, beside others
    that this feeds, below the point where it feeds alone, or at the nearest place, rather to the
    right of leaves that it may take. On both its sides is room for edges with numbers. To the right
    of what feeds it, it comes wherever the point is, unless its edge was `dropped` there.
    """
    drafted, picture = _draft(offer), view.picture
    # a card that no edge leads to is as large with any numbers
    draft = Picture(drafted, read(drafted) if drafted.edges() else OfLeaves(drafted))
    half = draft.sizes[draft.index[offer.main]] / 2
    place, near, air = point_on_grid(at), (_GAP, _GAP), (_BETWEEN, GAP_Y)
    first = place  # of all that are tried where it cannot stand at the point
    if rows := _feeding(offer, picture):
        right = float((picture.centres[rows, 0] + picture.sizes[rows, 0] / 2).max())
        beside = QPointF(right + _BETWEEN + half[0], float(picture.centres[rows, 1].mean()))
        first = QPointF(float(up_to_grid(beside.x())), on_grid(beside.y()))
        near = near if dropped else air
    standing = Standing(picture, _arrow_that_stays(offer, picture), half)
    behind = dropped or not rows or place.x() >= first.x()
    if behind and not standing.is_beneath(place, near):
        return place.x(), place.y()
    steps: Iterable[QPointF] = (QPointF(_AFTER + k * 6 * GRID, 0.0) for k in range(_MOST_TRIES))
    leaf, feeds = offer.nodes[0].op in ops.LEAVES, any(e.source == offer.main for e in offer.edges)
    if leaf or (feeds and not rows):
        air = near if leaf else air
        steps = (QPointF(0.0, k * _IN_THE_WAY[1]) for k in range(_MOST_TRIES))
    elif rows:
        steps = (QPointF(0.0, (k + 1) // 2 * 2 * GRID * (-1) ** k) for k in range(_MOST_TRIES))
    else:
        waits = leaves_wait(view.document.graph)
        spot = nearest_place(picture, standing, at, half, air, view.region(), rightwards=waits)
        if spot is not None:
            return spot.x(), spot.y()
    free = (first + step for step in steps)
    found = next((spot for spot in free if not standing.is_beneath(spot, air)), first)
    return found.x(), found.y()


def place_dropped(node: NewNode, view: View, at: QPointF) -> QPointF:
    """Return where a new card that is dropped stands: at a point, where it lies on no other card.

    Else at the nearest free place, with room for an op's edges on both its sides.
    """
    draft, picture = engine.Graph(), view.picture
    draft.add_node(node.name, node.op, **node.attributes)
    half = Picture(draft, OfLeaves(draft)).sizes[0] / 2
    if not Standing(picture, None, half).is_beneath(at, (0.0, 0.0)):
        return at
    air = (_GAP, _GAP) if node.op in ops.LEAVES else (_BETWEEN, GAP_Y)
    standing = Standing(picture, picture.output_arrow(), half)
    spot = nearest_place(picture, standing, at, half, air, view.region(), rightwards=False)
    return at if spot is None else spot


def leaves_wait(graph: engine.Graph) -> bool:
    """Tell whether there are leaves that feed nothing yet: an op may take them."""
    return any(graph.is_leaf(name) and not graph.consumer_count(name) for name in graph.nodes())


def _free_candidates(view: View) -> Iterator[QPointF]:
    """Yield the places of a view from its middle down, up, and aside; then those below it.

    No more of either than can be tried at once: seen from afar, a view has 10,000s of places.
    """
    seen, (aside, below) = QRectF(view.viewport().rect()), _FREE
    middle = middle_of(view)
    room = (view.viewpoint.to_picture(seen.bottomRight()) - middle) - QPointF(aside, below) / 2
    across, down = (max(int(room.x() / aside), 0), max(int(room.y() / below), 0))
    rows = [*range(down + 1), *range(-1, -down - 1, -1)]
    columns = sorted(range(-across, across + 1), key=lambda k: (abs(k), -k))
    for column, row in islice(product(columns, rows), _MOST_PLACES):
        yield middle + QPointF(column * aside, row * below)
    for row in range(down + 1, down + 1 + _MOST_PLACES):
        yield middle + QPointF(0.0, row * below)


def _drafted(draft: engine.Graph, readings: Readings, view: View) -> dict[str, Position]:
    """Return where new nodes stand: in several rows where one, alone in view, could not be read."""
    if view.picture.names:
        return lay_out(draft)
    size = view.size()
    return lay_out_to_be_read(draft, readings, (size.width(), size.height()))


def _larger(draft: engine.Graph, readings: Readings) -> dict[str, Position]:
    """Return by how much half of each new card is wider and higher than usual."""
    picture = Picture(draft, readings)
    over = np.maximum(picture.sizes / 2 - _USUAL, 0.0).tolist()
    return {name: (x, y) for name, (x, y) in zip(picture.names, over, strict=True)}


def _arrow_that_stays(offer: Offer, picture: Picture) -> Arrow | None:
    """Return the output's arrow, None where it gives way to an edge from there."""
    fed = picture.index.get(picture.readings.output or "") in _feeding(offer, picture)
    return None if fed else picture.output_arrow()


def _taken(picture: Picture, gap: float, *, arrow: Arrow | None) -> tuple[Points, Points]:
    """Return the middles of what is in the way of several new cards, and how near none may stand.

    None may touch a card above or below, where a `gap` is: edges lead between them. Nor may one, or
    the numbers before it, lie on the output's arrow.
    """
    centres, near = picture.centres, _near(picture, _IN_THE_WAY)
    near[:, 1] = np.maximum(near[:, 1], picture.sizes[:, 1] / 2 + _USUAL[1] + gap)
    if arrow is not None:
        (left, y), (right, _) = arrow
        reach = ((right - left) / 2 + _BETWEEN + _USUAL[0], NUMBER + _USUAL[1])
        centres = np.vstack([centres, ((left + right) / 2, y)])
        near = np.vstack([near, reach])
    return centres, near


def _is_within(taken: tuple[Points, Points], place: Position, larger: Position) -> bool:
    """Tell whether a new card, so much `larger` than usual, would stand in the way of something."""
    centres, near = taken
    return bool((abs(centres - place) < near + larger).all(axis=1).any())


def _near(picture: Picture, within: Position) -> Points:
    """Return how near to each card's middle nothing may stand, aside and below."""
    near: Points = np.maximum(picture.sizes / 2 - _USUAL, 0.0) + within
    return near


def _behind_inputs(
    offer: Offer,
    picture: Picture,
    way: QPointF,
    new: Mapping[str, Position],
    larger: Mapping[str, Position],
) -> QPointF:
    """Return the way that takes new cards, some `larger` than usual, right of those that feed them.

    Their edges would lead back over all of it; where they do not anyway, `way` stays.
    """
    centres, wide = picture.centres, picture.sizes[:, 0] / 2
    rows = _feeding(offer, picture)
    ys = [y for _, y in new.values()]
    left = min(x - larger[name][0] for name, (x, _) in new.items())
    if not rows:
        return way
    begins = (centres[rows, 0] + np.maximum(wide[rows] - _USUAL[0], 0.0)).max() + _AFTER
    if begins <= left + way.x():
        return way
    middle = (min(ys) + max(ys)) / 2
    x, y = begins - left, centres[rows, 1].mean() - middle
    return QPointF(float(x), float(y))


def _before_fed(
    offer: Offer, picture: Picture, way: QPointF, new: Mapping[str, Position]
) -> QPointF:
    """Return the way that takes new cards to the left of what is there and is fed by them."""
    fed = sorted({picture.index[e.target] for e in offer.edges if e.target in picture.index})
    if not fed:
        return way
    left = float((picture.centres[fed, 0] - picture.sizes[fed, 0] / 2).min())
    most = left - _AFTER + _USUAL[0] - max(x for x, _ in new.values())
    return QPointF(min(way.x(), most), way.y())


def _feeding(offer: Offer, picture: Picture) -> list[int]:
    """Return the cards of the nodes that are there and that an offer uses."""
    index = picture.index
    return sorted({index[edge.source] for edge in offer.edges if edge.source in index})


def _draft(offer: Offer) -> engine.Graph:
    """Return a graph of the offer alone; what it uses of the document stands in as inputs."""
    graph = engine.Graph()
    own = {node.name for node in offer.nodes}
    edges = [edge for edge in offer.edges if edge.target in own]
    for edge in edges:
        if edge.source not in own and edge.source not in graph:
            graph.input(edge.source)
    for node in offer.nodes:
        graph.add_node(node.name, node.op, **node.attributes)
    for edge in edges:
        graph.add_edge(*edge)
    return graph
