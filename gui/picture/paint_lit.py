"""Draws what is lit: edges and cards in the colour of a step, and the numbers it brought."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from gui.picture.labels import Label
from gui.picture.lettering import colour
from gui.picture.lit import Lit, lit_rows
from gui.picture.measure import LIT_GLOW, LIT_LINE
from gui.picture.paint_edges import paint_pieces
from gui.picture.paint_marks import paint_strange
from gui.picture.path import HEAD_FOOT, arrow_head, edge_path, part_path
from gui.picture.picture import Picture
from gui.picture.visible import CROWDED
from gui.theme import Theme

__all__ = [
    "GLOW",
    "PILL",
    "fresh_labels",
    "paint_light",
    "paint_lit_cards",
    "paint_lit_edges",
    "paint_lit_numbers",
]

GLOW, PILL = 0.20, 0.14  # opacity
_SLICE = 25  # things drawn between two looks at the clock


def paint_lit_edges(
    painter: QPainter, picture: Picture, theme: Theme, lit: Lit, edges: NDArray[np.intp]
) -> Iterator[None]:
    """Draw what is lit of `edges`, as far as the light has come, and the output's arrow.

    So many that nobody could follow the light are drawn whole at once. In slices.
    """
    shown = set(edges.tolist())
    known = (picture.place_of_edge(edge) for edge in lit.edges)
    places = sorted(place for place in known if place is not None and place in shown)
    yield
    ink = colour(theme.inks[lit.ink])
    pen = QPen(ink, LIT_LINE)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    whole = lit.progress >= 1.0
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    heads = []
    if len(places) > CROWDED:
        yield from paint_pieces(painter, picture, np.array(places))
        places = []
    for number, place in enumerate(places):
        if number % _SLICE == 0:
            yield
        if whole:
            painter.drawPath(edge_path(picture.way(place)))
        else:
            line = picture.line(place).copy()
            line[-1, 0] -= HEAD_FOOT
            painter.drawPath(part_path(line, lit.progress, backward=lit.backward))
        if whole or lit.backward:  # the light reaches, or leaves, the arrow head
            heads.append(picture.line(place)[-1])
    heads += _light_output(painter, picture, lit)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(ink))
    for head in heads:
        painter.drawPolygon(arrow_head(*head))


def _light_output(painter: QPainter, picture: Picture, lit: Lit) -> list[tuple[float, float]]:
    """Draw the output's arrow where it is lit; return where its head is, empty where it is not."""
    arrow = picture.output_arrow()
    if arrow is None or not lit.fresh or picture.readings.output not in lit.nodes:
        return []
    (x0, y), tip = arrow
    painter.drawLine(QLineF(x0, y, tip[0] - HEAD_FOOT, y))
    return [tip]


def paint_lit_cards(
    painter: QPainter, picture: Picture, theme: Theme, lit: Lit, rows: NDArray[np.intp]
) -> Iterator[None]:
    """Light what is lit of the cards `rows`, over whatever lies on them; in slices."""
    chosen = lit_rows(picture.shown, lit, rows.tolist())
    marked = picture.marked_rows() & chosen
    for number, row in enumerate(sorted(chosen)):
        if number % _SLICE == 0:
            yield
        paint_light(painter, picture, theme, lit, row)
        if row in marked:
            paint_strange(painter, picture, theme, row)


def paint_light(painter: QPainter, picture: Picture, theme: Theme, lit: Lit, row: int) -> None:
    """Draw the border of a lit card thick, in a glow."""
    (x, y), (width, height) = picture.centres[row], picture.sizes[row]
    box = QRectF(x - width / 2, y - height / 2, width, height)
    radius, half = picture.cards[row].radius, LIT_GLOW / 2
    ink = colour(theme.inks[lit.ink])
    glow = QColor(ink)
    glow.setAlphaF(GLOW)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(glow, LIT_GLOW))
    painter.drawRoundedRect(box.adjusted(-half, -half, half, half), radius + half, radius + half)
    painter.setPen(QPen(ink, LIT_LINE))
    painter.drawRoundedRect(box, radius, radius)


def paint_lit_numbers(
    painter: QPainter, picture: Picture, theme: Theme, lit: Lit
) -> Iterator[None]:
    """Set off the numbers that the step brought, in slices; under the numbers themselves."""
    ground = QColor(colour(theme.inks[lit.ink]))
    ground.setAlphaF(PILL)
    labels = fresh_labels(picture, lit)
    while some := [*islice(labels, _SLICE)]:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(ground))
        for label in some:
            *place, radius = label.ground()
            painter.drawRoundedRect(QRectF(*place), radius, radius)
        yield


def fresh_labels(picture: Picture, lit: Lit) -> Iterator[Label]:
    """Yield the numbers that a step brought: those of its nodes, on the edges that leave them."""
    if not lit.fresh or lit.progress < 1.0:
        return
    graph = picture.graph
    leaving = chain.from_iterable(graph.consumers(name) for name in lit.nodes if name in graph)
    places = (place for place in map(picture.place_of_edge, leaving) if place is not None)
    while some := [*islice(places, _SLICE)]:  # together each takes a tenth of the time
        for both in picture.labels_of(some):
            yield from _brought(lit, both)
    for row in _summing(picture, lit.nodes) if lit.backward else ():
        total = picture.sum_label(row)
        if total is not None:
            yield total
    labels = picture.output_labels()
    if labels is not None and picture.readings.output in lit.nodes:
        yield from _brought(lit, labels)


def _summing(picture: Picture, nodes: Iterable[str]) -> set[int]:
    """Return the cards below which the sums of `nodes` may stand; a hidden node has none."""
    index, composites = picture.index, picture.shown.composites
    shown = (name for name in nodes if name in index)
    return {
        index[name]
        for name in shown
        if index[name] not in composites or name in composites[index[name]].outputs
    }


def _brought(lit: Lit, labels: tuple[Label, Label]) -> tuple[Label, ...]:
    """Return which of a value and a derivative the step brought."""
    return labels if lit.both else (labels[int(lit.backward)],)
