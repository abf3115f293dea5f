"""Draws a picture on the canvas from its arrays, fast: what exports list as a `drawing`.

What is outside `region` is left out, and what would be too small to read is not drawn:
numbers go before names, names before cards. It is drawn again at once, so curves are short straight
pieces where these do not show.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from gui.picture.batch import draw_boxes
from gui.picture.border import border_of
from gui.picture.frame import FRAME_LINE, FRAME_RADIUS, Frame
from gui.picture.frame_title import paint_titles
from gui.picture.labels import Label
from gui.picture.lettering import colour, draw_typesets
from gui.picture.lit import Lit, lit_rows
from gui.picture.measure import INSET, LINE, MATH, MIDDLE, NUMBER
from gui.picture.paint_edges import Meets, paint_edges
from gui.picture.paint_lit import (
    paint_light,
    paint_lit_cards,
    paint_lit_edges,
    paint_lit_numbers,
)
from gui.picture.paint_marks import paint_missing, paint_strange
from gui.picture.picture import Picture
from gui.picture.runs import Typeset
from gui.picture.visible import CROWDED, all_but, slices, visible_edges, visible_rows
from gui.theme import Kind, Theme

__all__ = ["paint_cards", "paint_frames", "paint_slices", "paint_still", "still_slices"]

_READABLE = 5.0  # pixels; smaller text is left out of a large picture
_PLAIN = 16.0  # pixels; a smaller card of a large picture is a plain rectangle
_FEW = 200  # cards; so many are drawn in full at any scale
_MOST_TEXTS = 1500  # cards or edges; with more in view, their texts are left out
_SLICE = 25  # things drawn between two looks at the clock
_MOST_RUNS = 200  # of one text in one slice


def paint_still(
    painter: QPainter,
    picture: Picture,
    theme: Theme,
    rows: NDArray[np.intp],
    edges: NDArray[np.intp],
    lit: Lit | None = None,
    meets: Meets | None = None,
) -> None:
    """Draw all but frames and numbers of some cards and edges, as `paint_slices` does.

    With `meets`, pieces of edges are left out that do not.
    """
    for _ in still_slices(painter, picture, theme, rows, edges, lit, meets):
        pass


def still_slices(
    painter: QPainter,
    picture: Picture,
    theme: Theme,
    rows: NDArray[np.intp],
    edges: NDArray[np.intp],
    lit: Lit | None = None,
    meets: Meets | None = None,
) -> Iterator[None]:
    """Draw as `paint_still` does, in slices."""
    yield from paint_edges(painter, picture, theme, edges, meets)
    if lit is not None:
        yield from paint_lit_edges(painter, picture, theme, lit, edges)
    _paint_titles(painter, picture, theme, None)
    yield from _paint_cards(painter, picture, theme, rows, lit, named=True)


def paint_slices(
    painter: QPainter,
    picture: Picture,
    theme: Theme,
    region: QRectF | None = None,
    lit: Lit | None = None,
    without: Collection[int] = (),
) -> Iterator[None]:
    """Draw the cards, edges and numbers of `picture` that lie in `region` (by default all).

    A slice of a millisecond or so is drawn between one `yield` and the next. What is `lit` is set
    off: the cards and edges of a lesson's step, or of a path. Cards `without` which it is drawn
    still have their numbers.
    """
    scale = painter.worldTransform().m11()
    rows, edges = visible_rows(picture, region), visible_edges(picture, region)
    cards = all_but(rows, without)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(edges) <= CROWDED * 8)
    paint_frames(painter, picture, theme, region)
    yield from paint_edges(painter, picture, theme, edges)
    if lit is not None:
        yield from paint_lit_edges(painter, picture, theme, lit, edges)
    _paint_titles(painter, picture, theme, region)
    named = _are_read(MATH * scale, rows, rows)
    yield from _paint_cards(painter, picture, theme, cards, lit, named=named)
    if _are_read(NUMBER * scale, edges, rows):
        if lit is not None:
            yield from paint_lit_numbers(painter, picture, theme, lit)
        yield from _paint_numbers(painter, picture, theme, rows, edges)


def paint_cards(painter: QPainter, picture: Picture, theme: Theme, rows: NDArray[np.intp]) -> None:
    """Draw the cards `rows` alone, with what is written on them."""
    scale = painter.worldTransform().m11()
    named = _are_read(MATH * scale, rows, rows)
    for _ in _paint_cards(painter, picture, theme, rows, None, named=named):
        pass


def paint_frames(
    painter: QPainter, picture: Picture, theme: Theme, region: QRectF | None = None
) -> None:
    """Draw the frames of open groups behind all else, the outer ones first."""
    for frame in _seen(picture, region):
        left, top, right, bottom = frame.box
        box = QRectF(left, top, right - left, bottom - top)
        painter.setPen(QPen(colour(theme.border), FRAME_LINE))
        painter.setBrush(QBrush(colour(theme.frame)))
        painter.drawRoundedRect(box, FRAME_RADIUS, FRAME_RADIUS)


def _paint_titles(painter: QPainter, picture: Picture, theme: Theme, region: QRectF | None) -> None:
    """Draw the titles of those frames where they are read."""
    if NUMBER * painter.worldTransform().m11() >= _READABLE:
        paint_titles(painter, picture, theme, _seen(picture, region))


def _seen(picture: Picture, region: QRectF | None) -> list[Frame]:
    """Return the frames of which a part lies in `region`, the outer ones first."""
    frames = picture.frames()
    if region is None:
        return list(frames)
    return [
        f for f in frames if region.intersects(QRectF(QPointF(*f.box[:2]), QPointF(*f.box[2:])))
    ]


def _paint_cards(
    painter: QPainter,
    picture: Picture,
    theme: Theme,
    rows: NDArray[np.intp],
    lit: Lit | None,
    *,
    named: bool,
) -> Iterator[None]:
    """Draw each card with its light and its name: through one that lies on it, none is seen."""
    rows, bright = picture.from_below(rows), lit_rows(picture.shown, lit, rows.tolist())
    if len(rows) > _FEW:
        plain = picture.sizes[rows, 1] * painter.worldTransform().m11() < _PLAIN
        _paint_plain_cards(painter, picture, theme, rows[plain])
        if lit is not None:
            yield from paint_lit_cards(painter, picture, theme, lit, rows[plain])
        for some in slices(rows[plain] if named else rows[:0], _SLICE):
            yield from _set_names(picture, some)
            yield from _paint_names(painter, picture, theme, some)
            yield
        rows = rows[~plain]
    for some in slices(rows, _SLICE):
        yield
        if named:
            yield from _set_names(picture, some)
        marked = picture.marked_rows()
        for apart in [some] if _stand_apart(picture, some) else slices(some, 1):
            for row in apart.tolist():
                light = lit if row in bright else None
                _paint_card(painter, picture, theme, row, light, strange=row in marked)
            if named:
                yield from _paint_names(painter, picture, theme, apart)


def _are_read(size: float, written: NDArray[np.intp], rows: NDArray[np.intp]) -> bool:
    """Return whether texts of a size in pixels are drawn: large enough and not too many.

    Beside few cards `rows` they are drawn however small they are.
    """
    return len(rows) <= _FEW or (size >= _READABLE and len(written) <= _MOST_TEXTS)


def _stand_apart(picture: Picture, rows: NDArray[np.intp]) -> bool:
    """Return whether none of these cards touches another: their names may be drawn in one go."""
    centres, sizes = picture.centres[rows], picture.sizes[rows]
    near = np.abs(centres[:, None] - centres) <= (sizes[:, None] + sizes) / 2
    return int(near.all(axis=2).sum()) == len(rows)


def _paint_card(
    painter: QPainter, picture: Picture, theme: Theme, row: int, lit: Lit | None, *, strange: bool
) -> None:
    item = picture.cards[row]
    (x, y), (width, height) = picture.centres[row], picture.sizes[row]
    box = QRectF(x - width / 2, y - height / 2, width, height)
    border, line = border_of(item.kind, theme)
    if strange:
        border, line = theme.illegal, max(line, LINE)
    painter.setBrush(QBrush(colour(theme.faces[item.kind])))
    painter.setPen(QPen(colour(border), line))
    radius = item.radius
    painter.drawRoundedRect(box, radius, radius)
    if item.kind is Kind.GROUP:
        inner = box.adjusted(INSET, INSET, -INSET, -INSET)
        painter.drawRoundedRect(inner, radius - INSET, radius - INSET)
    if lit is not None:
        paint_light(painter, picture, theme, lit, row)
    if strange:
        paint_strange(painter, picture, theme, row)


def _paint_plain_cards(
    painter: QPainter, picture: Picture, theme: Theme, rows: NDArray[np.intp]
) -> None:
    """Draw cards too small for corners as plain rectangles, one call for each face."""
    painter.setPen(Qt.PenStyle.NoPen)
    for kind in Kind:
        of_kind = rows[picture.kinds[rows] == kind.value]
        if len(of_kind):
            painter.setBrush(QBrush(colour(theme.faces[kind])))
            corners = picture.centres[of_kind] - picture.sizes[of_kind] / 2
            draw_boxes(painter, np.concatenate([corners, picture.sizes[of_kind]], axis=1))


def _set_names(picture: Picture, rows: NDArray[np.intp]) -> Iterator[None]:
    """Set what cards say that nobody has seen yet: a formula of a hundred terms takes 5 ms."""
    for row in rows.tolist():
        card = picture.cards[row]
        if not card.is_set:
            card.text  # noqa: B018  it is kept
            yield


def _paint_names(
    painter: QPainter, picture: Picture, theme: Theme, rows: NDArray[np.intp]
) -> Iterator[None]:
    """Draw what cards say; a folded group may say by its outputs' thousand names."""
    names = [picture.cards[row].text for row in rows.tolist()]
    centres = picture.centres[rows].tolist()
    # the letters' middle, not the line's, sits in the card's middle
    placed = [
        (text, x - text.width / 2, y + MATH * MIDDLE)
        for text, (x, y) in zip(names, centres, strict=True)
    ]
    draw_typesets(painter, (one for one in placed if not _is_long(one[0])), theme)
    for text, x, y in placed:
        for first in range(0, len(text.runs), _MOST_RUNS) if _is_long(text) else ():
            part = text._replace(runs=text.runs[first : first + _MOST_RUNS])
            draw_typesets(painter, [(part, x, y)], theme)
            yield


def _is_long(text: Typeset) -> bool:
    """Tell whether a text takes long to be drawn, and is nothing but runs."""
    return len(text.runs) > _MOST_RUNS and not (text.brackets or text.patches)


def _paint_numbers(
    painter: QPainter,
    picture: Picture,
    theme: Theme,
    rows: NDArray[np.intp],
    edges: NDArray[np.intp],
) -> Iterator[None]:
    for some in slices(edges, _SLICE):
        _draw_labels(painter, chain.from_iterable(picture.labels_of(some)), theme)
        yield
    _draw_labels(painter, picture.output_labels() or (), theme)
    for some in slices(rows, _SLICE):
        _draw_labels(painter, (label for _, label in picture.sum_labels(some.tolist())), theme)
        yield
    paint_missing(painter, picture, theme, rows)


def _draw_labels(painter: QPainter, labels: Iterable[Label], theme: Theme) -> None:
    texts = ((label.text, label.left, label.baseline) for label in labels)
    draw_typesets(painter, texts, theme)
