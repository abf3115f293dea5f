"""Where new cards stand: at the pointer or at a free place, on no other card."""

from collections.abc import Iterator, Mapping
from itertools import islice, product

import numpy as np
from PySide6.QtCore import QPointF, QRectF

import engine
from engine import ops
from engine.graph.attributes import Position
from gui.canvas.grid import point_on_grid
from gui.canvas.offer import Offer
from gui.canvas.view import View
from gui.picture.layout import lay_out
from gui.picture.picture import Picture

__all__ = ["free_place", "place_to_add", "places_of"]

_FREE = (140.0, 110.0)  # units within which a card stands in the way of one placed by itself
_MOST_PLACES = 200
_IN_THE_WAY = (140.0, 70.0)  # units within which a card stands in the way of several at once
_ON = (80.0, 50.0)  # units within which a card would lie on another
_AFTER = 180.0  # units from a leaf to the op beside it
_USUAL = (38.0, 46.0)  # half of a leaf's width, of an op's height: a larger card needs more room
_GAP = 10.0
_MOST_TRIES = 100


def place_to_add(view: View) -> QPointF:
    """Return the point of the picture at the pointer, without one a free place."""
    at = view.pointed
    return free_place(view) if at is None else view.viewpoint.to_picture(at)


def free_place(view: View) -> QPointF:
    """Return a place near the middle of a view where no card stands, in view while it can."""
    at = QPointF()
    for at in _free_candidates(view):
        if not _any_within(view.picture, at.x(), at.y(), _FREE):
            break
    return at


def places_of(offer: Offer, picture: Picture, at: QPointF) -> dict[str, Position]:
    """Return where the nodes of an offer stand: laid out around `at`, on no other card."""
    drafted = {offer.main: (0.0, 0.0)}
    if len(offer.nodes) > 1:
        drafted = lay_out(_draft(offer))
    new = {node.name: drafted[node.name] for node in offer.nodes}
    xs, ys = [x for x, _ in new.values()], [y for _, y in new.values()]
    way = at - QPointF((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    alone = len(new) == 1
    way = point_on_grid(way if alone else _behind_inputs(offer, picture, way, new))
    within = _ON if alone else _IN_THE_WAY
    for _ in range(_MOST_TRIES):
        moved = {name: (x + way.x(), y + way.y()) for name, (x, y) in new.items()}
        if not any(_any_within(picture, *place, within) for place in moved.values()):
            break
        # An op comes after what it may take, a leaf below the other leaves.
        aside = alone and offer.nodes[0].op not in ops.LEAVES
        way = way + (QPointF(_AFTER, 0.0) if aside else QPointF(0.0, _IN_THE_WAY[1]))
    return {name: (x + way.x(), y + way.y()) for name, (x, y) in new.items()}


def _free_candidates(view: View) -> Iterator[QPointF]:
    """Yield the places of a view from its middle down, up, and aside; then those below it.

    No more of either than can be tried at once: seen from afar, a view has 10,000s of places.
    """
    seen, (aside, below) = QRectF(view.viewport().rect()), _FREE
    middle = view.viewpoint.to_picture(seen.center())
    room = (view.viewpoint.to_picture(seen.bottomRight()) - middle) - QPointF(aside, below) / 2
    across, down = (max(int(room.x() / aside), 0), max(int(room.y() / below), 0))
    rows = [*range(down + 1), *range(-1, -down - 1, -1)]
    columns = sorted(range(-across, across + 1), key=lambda k: (abs(k), -k))
    for column, row in islice(product(columns, rows), _MOST_PLACES):
        yield middle + QPointF(column * aside, row * below)
    for row in range(down + 1, down + 1 + _MOST_PLACES):
        yield middle + QPointF(0.0, row * below)


def _any_within(picture: Picture, x: float, y: float, within: Position) -> bool:
    """Tell whether a card's middle lies so near to a point, aside and below; a larger one's side.

    Of several new cards none may touch a card above or below: edges lead between them.
    """
    half = picture.sizes / 2
    near = np.maximum(half - _USUAL, 0.0) + within
    if within == _IN_THE_WAY:
        near[:, 1] = np.maximum(near[:, 1], half[:, 1] + _USUAL[1] + _GAP)
    return bool((abs(picture.centres - (x, y)) < near).all(axis=1).any())


def _behind_inputs(
    offer: Offer, picture: Picture, way: QPointF, new: Mapping[str, Position]
) -> QPointF:
    """Return the way that takes new cards to the right of those that feed them.

    Their edges would lead back over all of it; where they do not anyway, `way` stays.
    """
    index, centres, wide = picture.index, picture.centres, picture.sizes[:, 0] / 2
    rows = sorted({index[edge.source] for edge in offer.edges if edge.source in index})
    left, ys = min(x for x, _ in new.values()), [y for _, y in new.values()]
    if not rows:
        return way
    begins = (centres[rows, 0] + np.maximum(wide[rows] - _USUAL[0], 0.0)).max() + _AFTER
    if begins <= left + way.x():
        return way
    middle = (min(ys) + max(ys)) / 2
    x, y = begins - left, centres[rows, 1].mean() - middle
    return QPointF(float(x), float(y))


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
