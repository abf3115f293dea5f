"""What the canvas draws besides the picture: grid, selection, hover, ports, hints."""

import math
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from gui.canvas.look.viewpoint import rectangle
from gui.canvas.selection import Selection
from gui.fonts import Face
from gui.language import tr
from gui.picture.batch import draw_boxes, draw_dots
from gui.picture.frame import FRAME_RADIUS
from gui.picture.grid import GRID
from gui.picture.leaf_number import LeafNumber
from gui.picture.lettering import colour, draw_typeset
from gui.picture.measure import LINE
from gui.picture.paint import paint_cards
from gui.picture.paint_edges import paint_pieces
from gui.picture.paint_marks import paint_missing
from gui.picture.path import edge_path
from gui.picture.picture import Picture
from gui.picture.runs import set_text
from gui.picture.visible import visible_edges, visible_rows
from gui.theme import Ink, Theme

__all__ = [
    "RING_REACH",
    "draft_path",
    "paint_dashed_edge",
    "paint_empty",
    "paint_found",
    "paint_grid",
    "paint_hover",
    "paint_lifted",
    "paint_lit_frame",
    "paint_number",
    "paint_ring",
    "paint_selected_edges",
    "paint_selection",
    "paint_spot",
]

_DOTS = 2 * GRID  # units from one to the next
_LEAST_STEP = 14.0  # pixels between dots
_MANY = 200  # cards or edges; the rings of more are plain, and the lines
_DOT = 1.0  # pixel
_PORT = 5.0  # units
_LIT = 1.6  # units, the line of what is under the pointer
_AIR = 3.0  # units from a card, or a frame, to the ring around it
_RING = 2.2  # units, its line
_PORT_RING = 7.0  # units, from a port to the ring around it
RING_REACH = _AIR + _RING / 2  # to its outer border
_SAG = 70.0  # units by which an edge that runs back hangs below its ends
_SPOT, _LIGHT = 26.0, "#ffd633"  # pixels; yellow, on either theme
_VEIL, _MOST_RINGS = 0.78, 400  # over what was not found; with more found, the veil must do


def paint_grid(painter: QPainter, theme: Theme, region: QRectF, scale: float) -> None:
    """Draw the dots of the grid, fewer of them when they would crowd."""
    step = _DOTS
    while step * scale < _LEAST_STEP:
        step *= 2
    pen = QPen(colour(theme.grid), _DOT)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    xs = np.arange(math.ceil(region.left() / step), math.floor(region.right() / step) + 1) * step
    ys = np.arange(math.ceil(region.top() / step), math.floor(region.bottom() / step) + 1) * step
    draw_dots(painter, np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def paint_lifted(
    painter: QPainter, picture: Picture, selection: Selection, theme: Theme, lifted: Collection[int]
) -> None:
    """Draw the cards `lifted` off all others, on top of these, those that are selected ringed."""
    if not lifted:
        return
    rows = np.array(sorted(lifted), dtype=np.intp)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(theme.accent), _RING))
    for row in rows.tolist():
        if picture.names[row] in selection.nodes:
            paint_ring(painter, picture, row)
    paint_cards(painter, picture, theme, rows)
    paint_missing(painter, picture, theme, rows)


def paint_selection(
    painter: QPainter,
    picture: Picture,
    selection: Selection,
    theme: Theme,
    region: QRectF,
    lifted: Collection[int] = (),
) -> None:
    """Draw a ring around the selected cards in `region`, and around frames selected whole.

    Cards that are `lifted` off the others have theirs on top.
    """
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(theme.accent), _RING))
    rows = _selected_rows(picture, selection, region)
    if len(rows) > _MANY:
        corners = picture.centres[rows] - picture.sizes[rows] / 2 - _AIR
        draw_boxes(painter, np.concatenate([corners, picture.sizes[rows] + 2 * _AIR], axis=1))
    else:
        for row in rows.tolist():
            if row not in lifted:
                paint_ring(painter, picture, row)
    for frame in picture.frames():
        if selection.nodes.issuperset(frame.group.members):
            box = rectangle(frame.box).adjusted(-_AIR, -_AIR, _AIR, _AIR)
            painter.drawRoundedRect(box, FRAME_RADIUS + _AIR, FRAME_RADIUS + _AIR)


def _selected_rows(picture: Picture, selection: Selection, region: QRectF) -> NDArray[np.intp]:
    """Return the selected cards; of many only those in `region`, which are looked at alone."""
    nodes, names = selection.nodes, picture.names
    if len(nodes) > _MANY and not picture.shown.composites:  # else a card stands for several
        seen = visible_rows(picture, region).tolist()
        return np.array([row for row in seen if names[row] in nodes], dtype=np.intp)
    known = set(map(picture.index.get, nodes)) - {None}
    rows = np.sort(np.fromiter(known, np.intp))
    if len(rows) <= _MANY:
        return rows
    return np.intersect1d(rows, visible_rows(picture, region), assume_unique=True)


def paint_selected_edges(
    painter: QPainter, picture: Picture, selection: Selection, theme: Theme, region: QRectF
) -> None:
    """Draw the selected edges in `region` thick, with their ports; so many are drawn as lines.

    They lie over the cards' borders.
    """
    known = map(picture.place_of_edge, selection.edges)
    places = np.array([place for place in known if place is not None], dtype=np.intp)
    if not len(places):
        return  # what is seen of all edges is asked in vain, in every frame
    places = np.intersect1d(places, visible_edges(picture, region), assume_unique=True)
    if len(places) <= _MANY:
        for place in places.tolist():
            paint_thick_edge(painter, picture, place, theme)
        return
    pen = QPen(colour(theme.accent), LINE * 1.7)
    if pen.widthF() * painter.worldTransform().m11() < 1.0:
        pen.setWidthF(0.0)  # as thin as a pixel: far faster than a part of one
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen)
    for _ in paint_pieces(painter, picture, places):
        pass
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def paint_found(
    painter: QPainter,
    picture: Picture,
    rows: Sequence[int],
    selection: Selection,
    theme: Theme,
    region: QRectF,
) -> None:
    """Let all but the cards `rows` step back; ring these with dashes, what is selected wholly."""
    veil = QColor(colour(theme.background))
    veil.setAlphaF(_VEIL)
    painter.fillRect(region, veil)
    seen = np.intersect1d(visible_rows(picture, region), np.array(rows, dtype=np.intp))
    paint_cards(painter, picture, theme, seen)
    if len(seen) > _MOST_RINGS:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for row in seen:
        chosen = picture.names[row] in selection.nodes
        dashes = Qt.PenStyle.SolidLine if chosen else Qt.PenStyle.DashLine
        painter.setPen(QPen(colour(theme.accent), 2.2 if chosen else 1.2, dashes))
        paint_ring(painter, picture, int(row))


def paint_hover(
    painter: QPainter, picture: Picture, theme: Theme, row: int | None, edge: int | None
) -> None:
    """Show the ports of the card under the pointer, or the edge there with both its ends."""
    if row is not None:
        ports = [picture.port_point(row, k) for k in range(picture.cards[row].ports)]
        painter.setPen(QPen(colour(theme.accent), _LIT))
        painter.setBrush(QBrush(colour(theme.background)))
        outs = [picture.out_point(row, k) for k in range(picture.cards[row].outs)]
        for x, y in (*ports, *outs):
            painter.drawEllipse(QPointF(x, y), _PORT, _PORT)
    elif edge is not None:
        paint_thick_edge(painter, picture, edge, theme)


def paint_lit_frame(painter: QPainter, picture: Picture, theme: Theme, group: str) -> None:
    """Draw the border of a group's frame as what a press on its title would take."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(theme.accent), _LIT))
    for frame in picture.frames():
        if frame.group.id == group:
            painter.drawRoundedRect(rectangle(frame.box), FRAME_RADIUS, FRAME_RADIUS)


def paint_number(painter: QPainter, number: LeafNumber, theme: Theme) -> None:
    """Mark a number that a drag changes: a line beneath it, with an arrow head at both ends."""
    left, _, right, bottom = number.box
    y = bottom + 1.5
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colour(theme.accent), LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    for tip, way in ((left, 3.0), (right, -3.0)):
        head = [QPointF(tip + way, y - 3.0), QPointF(tip, y), QPointF(tip + way, y + 3.0)]
        painter.drawPolyline(head)


def paint_thick_edge(
    painter: QPainter, picture: Picture, i: int, theme: Theme, ink: str | None = None
) -> None:
    """Draw an edge thick, with a dot at both ports."""
    ink = ink or theme.accent
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(ink), LINE * 1.7))
    painter.drawPath(edge_path(picture.way(i)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour(ink)))
    for point in (picture.line(i)[0], picture.line(i)[-1]):
        painter.drawEllipse(QPointF(*point), _PORT - 1.0, _PORT - 1.0)


def paint_dashed_edge(painter: QPainter, picture: Picture, i: int, theme: Theme, ink: str) -> None:
    """Draw an edge dashed, over itself: it is about to go."""
    path = edge_path(picture.way(i))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(theme.background), LINE * 2))
    painter.drawPath(path)
    painter.setPen(QPen(colour(ink), LINE, Qt.PenStyle.DashLine))
    painter.drawPath(path)


def paint_port_ring(painter: QPainter, theme: Theme, at: QPointF, ink: str) -> None:
    """Draw a ring around the port at a point, to which something is about to lead."""
    painter.setPen(QPen(colour(ink), _RING))
    painter.setBrush(QBrush(colour(theme.background)))
    painter.drawEllipse(at, _PORT_RING, _PORT_RING)


def draft_path(first: QPointF, last: QPointF) -> QPainterPath:
    """Return the way of an edge that is not made yet."""
    half = max(abs(last.x() - first.x()) / 2, 24.0)
    path = QPainterPath(first)
    if last.x() < first.x():  # back to the left: around below, not through what lies between
        half = 60.0
        sag = QPointF((first.x() + last.x()) / 2, max(first.y(), last.y()) + _SAG)
        path.cubicTo(first + QPointF(half, 0), QPointF(first.x() + half, sag.y()), sag)
        path.cubicTo(QPointF(last.x() - half, sag.y()), last - QPointF(half, 0), last)
        return path
    path.cubicTo(first + QPointF(half, 0), last - QPointF(half, 0), last)
    return path


def paint_empty(painter: QPainter, theme: Theme, size: QRectF) -> None:
    """Say on an empty canvas how to begin."""
    lines = (
        (tr("Type what to add, such as J = (w*x + b - y)^2/2"), 17, Ink.TEXT),
        (tr("or drag leaves and ops from the left and draw edges between them"), 14, Ink.MUTED),
    )
    y = size.center().y() - 12.0
    for words, height, ink in lines:
        text = set_text(words, Face.SANS, height, ink)
        draw_typeset(painter, text, size.center().x() - text.width / 2, y, theme)
        y += 28.0


def paint_spot(painter: QPainter, at: QPointF, theme: Theme) -> None:
    """Draw a spot of light around the pointer, so that an audience finds it."""
    light = QColor(_LIGHT)
    light.setAlphaF(0.40)
    painter.setBrush(light)
    painter.setPen(QPen(colour(theme.inks[Ink.WARNING]), 1.6))
    painter.drawEllipse(at, _SPOT, _SPOT)


def paint_ring(painter: QPainter, picture: Picture, row: int, air: float = _AIR) -> None:
    """Draw a ring so many units around a card, with the painter's pen and brush."""
    (x, y), (width, height) = picture.centres[row], picture.sizes[row]
    box, radius = QRectF(x - width / 2, y - height / 2, width, height), picture.cards[row].radius
    painter.drawRoundedRect(box.adjusted(-air, -air, air, air), radius + air, radius + air)
