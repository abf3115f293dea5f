"""How a view's picture is drawn: over the image of what stands still, or beside the event loop.

Much that is seen from elsewhere than before is drawn in slices. Where it may be mended, its numbers
are left out of that image: it then is the one that the next edits mend.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.canvas.drawn.backing import Backing, Sight
from gui.canvas.drawn.cells import Cells
from gui.canvas.drawn.ground import paint_ground, paint_rings
from gui.canvas.drawn.still import Light, Still
from gui.canvas.view import View
from gui.picture.lit import Lit
from gui.picture.number_layer import NumberLayer
from gui.picture.paint import paint_frames, paint_slices, paint_still, still_slices
from gui.picture.paint_edges import paint_some
from gui.picture.paint_lit import paint_lit_cards, paint_lit_edges, paint_lit_numbers
from gui.picture.piece import AROUND_EDGE, card_boxes, edge_boxes, lit_boxes, pieces
from gui.picture.visible import all_but, are_many, can_be_mended, visible_edges, visible_rows

__all__ = ["Layers"]

Indices = NDArray[np.intp]


class Layers:
    """Draws what of a view's picture lies in a region."""

    def __init__(self, view: View, backing: Backing, still: Still) -> None:
        self._view, self._backing, self._still = view, backing, still
        self._numbers = NumberLayer()

    def paint(
        self, painter: QPainter, region: QRectF, rows: Indices, edges: Indices, state: int
    ) -> None:
        """Draw the cards `rows` and `edges`; `state` is another one when anything drawn is."""
        if can_be_mended(rows, edges):
            self._take(rows, edges, state)
            if not are_many(rows, edges) or self._still.is_of(self._kept()):
                self._backing.stop()
                self._paint_mended(painter, rows, edges)
                return
        self._paint_in_slices(painter, region, rows, edges, state)

    def _paint_mended(self, painter: QPainter, rows: Indices, edges: Indices) -> None:
        """Draw what moves and the numbers over the image of all the rest."""
        view = self._view
        cards = all_but(rows, view.lifted)
        # what is lit lies on the image: an edge over it would cover its light
        carried = view.picture.carried if view.lit is None else view.picture.carried[:0]
        resting = all_but(edges, carried)
        found = pieces(view.picture, cards, resting, view.selection.nodes)
        painter.resetTransform()
        kept = self._kept()
        self._still.turn_to(view.document.state, kept, found)
        fill = partial(self._fill, rows, resting)
        self._still.show(painter, kept, found, fill, self._light(rows, edges))
        if len(carried):
            _begin(painter, view)
            for _ in paint_some(painter, view.picture, view.theme, np.intersect1d(edges, carried)):
                pass  # what a hand carries is drawn at once
        self._paint_numbers(painter, rows, edges)

    def _light(self, rows: Indices, edges: Indices) -> Light | None:
        """Return what is lit of the cards `rows` and the `edges`: it falls on the image."""
        view = self._view
        if view.lit is None:
            return None
        boxes = lit_boxes(view.picture, rows, edges, view.lit)
        return Light(
            (view.lit, boxes.tobytes()), boxes, partial(self._fill, rows, edges, lit=view.lit)
        )

    def _paint_numbers(self, painter: QPainter, rows: Indices, edges: Indices) -> None:
        view = self._view
        _begin(painter, view)
        if view.lit is not None:
            for _ in paint_lit_numbers(painter, view.picture, view.theme, view.lit):
                pass  # of few cards, at once
        self._numbers.paint(painter, view.picture, view.theme, rows, edges)

    def _paint_in_slices(
        self, painter: QPainter, region: QRectF, rows: Indices, edges: Indices, state: int
    ) -> None:
        """Draw what there is of the image of much that is seen from elsewhere."""
        view, backing = self._view, self._backing
        given = self._still.give()
        if given is not None:
            backing.keep(replace(given[0], state=(), bare=True), given[1])
        sight = self._sliced(rows, edges, state)
        if not backing.covers(sight):
            paint_ground(painter, view, region)
        painter.resetTransform()
        draw = partial(self._draw_still, rows, edges) if sight.bare else self._draw
        backing.show(painter, sight, draw)
        if sight.bare and backing.is_bare:
            self._light_up(painter, rows, edges)
            self._paint_numbers(painter, rows, edges)
        _begin(painter, view)
        paint_rings(painter, view, region)

    def _light_up(self, painter: QPainter, rows: Indices, edges: Indices) -> None:
        """Draw what is lit over an image that is about to be replaced: for once, over cards too."""
        view = self._view
        if view.lit is not None:
            _begin(painter, view)
            parts = painter, view.picture, view.theme, view.lit
            for _ in chain(paint_lit_edges(*parts, edges), paint_lit_cards(*parts, rows)):
                pass

    def _take(self, rows: Indices, edges: Indices, state: int) -> None:
        """Let what was drawn in slices be the image that is mended; no ring is on it."""
        image = self._backing.give(self._sliced(rows, edges, state))
        if image is not None:
            cards = all_but(rows, self._view.lifted)
            self._still.take(self._kept(), image, pieces(self._view.picture, cards, edges, set()))

    def _kept(self) -> Sight:
        """Return what is to be seen on the image that is mended."""
        return self._sight((self._view.theme.name, self._view.presented))

    def _sliced(self, rows: Indices, edges: Indices, state: int) -> Sight:
        """Return what is to be seen on an image drawn in slices, bare where it may be mended."""
        view = self._view
        bare = can_be_mended(rows, edges)
        lit = None if bare else view.lit
        return self._sight((state, view.theme.name, view.presented, lit, view.lifted), bare=bare)

    def _sight(self, state: tuple[object, ...], *, bare: bool = False) -> Sight:
        view, seen = self._view, self._view.viewpoint
        size, ratio = view.viewport().size().toTuple(), view.devicePixelRatioF()
        return Sight(seen.scale, seen.origin.toTuple(), size, ratio, state, bare)

    def _fill(
        self, rows: Indices, edges: Indices, painter: QPainter, stale: Cells, lit: Lit | None = None
    ) -> None:
        """Draw what of the cards `rows` and the `edges` in view is stale, and what is `lit`.

        The numbers are left out.
        """
        view, picture = self._view, self._view.picture
        region = stale.region()
        paint_ground(painter, view, region)
        paint_frames(painter, picture, view.theme)
        paint_rings(painter, view, region)
        rows, edges = visible_rows(picture, region, rows), visible_edges(picture, region, edges)
        rows = all_but(rows, view.lifted)
        rows = rows[stale.meet(card_boxes(picture, rows))]
        edges = edges[stale.meet(picture.boxes[edges] + AROUND_EDGE)]
        boxes, belongs = edge_boxes(picture, edges, lit=lit is not None)
        met = np.zeros(len(edges), dtype=bool)
        met[belongs[stale.meet(boxes)]] = True
        paint_still(painter, picture, view.theme, rows, edges[met], lit, stale.meet)

    def _draw(self, painter: QPainter) -> Iterator[None]:
        """Draw the ground and the picture, in slices."""
        view, region = self._view, self._view.region()
        paint_ground(painter, view, region)
        parts = painter, view.picture, view.theme, region
        return paint_slices(*parts, view.lit, view.lifted)

    def _draw_still(self, rows: Indices, edges: Indices, painter: QPainter) -> Iterator[None]:
        """Draw the ground and all but the numbers, in slices."""
        view = self._view
        paint_ground(painter, view, view.region())
        paint_frames(painter, view.picture, view.theme)
        cards = all_but(rows, view.lifted)
        return still_slices(painter, view.picture, view.theme, cards, edges)


def _begin(painter: QPainter, view: View) -> None:
    """Turn to the picture's units."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setTransform(view.viewpoint.transform())
