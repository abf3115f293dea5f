"""From where a picture is seen: fitting it, zooming, panning, and bringing things into view."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gui.canvas.look.viewpoint import FIT_LARGEST, Viewpoint, rectangle
from gui.picture.measure import MATH
from gui.picture.picture import Picture

__all__ = ["Outlook"]

_ZOOM_STEP = 1.25
_READABLE = 5.0  # pixels; a smaller name cannot be read
_EDGE_REACH = 6.0  # pixels
_PORT_REACH = 12.0  # pixels
_AIR = 24  # pixels between a card that came into view and the border


class Outlook(QAbstractScrollArea):
    """Holds a picture and the viewpoint from which it is seen."""

    zoom_changed = Signal(float)
    moved_beneath = Signal()
    """The picture moved beneath the pointer."""
    moved_itself = Signal(object)
    """The view followed an edit, away from the `Viewpoint` that it carries."""

    def __init__(self, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture, self.viewpoint = picture, Viewpoint()
        self.fit_largest = FIT_LARGEST
        self._fitted: Viewpoint | None = None
        self._whole_at: Viewpoint | None = None  # from where all was seen before an edit

    def redraw(self) -> None:
        """Draw anew with the next frame."""
        self.viewport().update()

    def fit(self) -> None:
        """Show the whole graph in the middle."""
        self.fit_box(rectangle(self.picture.bounds()))
        self._fitted = replace(self.viewpoint)

    @property
    def fitted(self) -> bool:
        """Whether what is seen is the whole graph as it was fitted: nobody looked elsewhere."""
        return self.viewpoint == self._fitted

    def region(self) -> QRectF:
        """Return the part of the picture that is in view."""
        return self.viewpoint.region(QRectF(self.viewport().rect()).size())

    @property
    def edge_reach(self) -> float:
        """How far from an edge a pointer may be, in units, and be at it."""
        return _EDGE_REACH / self.viewpoint.scale

    @property
    def port_reach(self) -> float:
        """How far from a port a pointer may be, in units, and be at it."""
        return _PORT_REACH / self.viewpoint.scale

    def sees_all(self, air: float = 0.0) -> bool:
        """Return whether all of the graph is in view, with so many pixels around it."""
        picture, region = self.picture, self.region()
        air /= self.viewpoint.scale
        region.adjust(air, air, -air, -air)
        if not picture.names:
            return True  # Qt holds that nothing is contained in nothing
        ends = picture.centres[[0, -1]].tolist()
        if not all(region.contains(QPointF(*end)) for end in ends):
            return False  # as of most large graphs: no need to measure all cards
        # numbers reach farther than cards, but to set them all to be measured takes a while
        return region.contains(rectangle(picture.card_bounds())) and region.contains(
            rectangle(picture.content_bounds())
        )

    @property
    def is_held(self) -> bool:
        """Whether something is in the hand or being typed, beneath which nothing may move."""
        return False

    def note_whole(self) -> None:
        """Note before an edit whether all of the graph is in view: then `keep_whole` keeps it so.

        It does once the numbers are there, which may be wider.
        """
        if self.sees_all():
            self._whole_at = replace(self.viewpoint)

    def keep_whole(self, air: float = 0.0) -> None:
        """Show all of the graph again where it was in view and nobody looked elsewhere since."""
        if self._whole_at is None or self.is_held:
            return
        noted, self._whole_at = self._whole_at, None
        if noted == self.viewpoint and not self.sees_all(air):
            was_fitted = self.fitted
            self.show_box(rectangle(self.picture.bounds()))
            if was_fitted:  # another size of the window still fits it
                self._fitted = replace(self.viewpoint)
            self.moved_itself.emit(noted)

    def look_as(self, viewpoint: Viewpoint, *, fitted: bool) -> None:
        """Look from where one looked before, at what was the whole graph where it was `fitted`."""
        zooms = viewpoint.scale != self.viewpoint.scale
        self.viewpoint.scale, self.viewpoint.origin = viewpoint.scale, viewpoint.origin
        if fitted:
            self._fitted = replace(viewpoint)
        self._look_elsewhere(zooms=zooms)

    def show_box(self, box: QRectF) -> None:
        """Bring a box of the picture into view by the least change: it never looks closer.

        It pans where the box has room as large as it is seen, else it looks from farther away.
        """
        inner = QRectF(self.viewport().rect()).adjusted(_AIR, _AIR, -_AIR, -_AIR)
        shares = inner.width() / max(box.width(), 1.0), inner.height() / max(box.height(), 1.0)
        scale = self.viewpoint.scale
        self.viewpoint.zoom_to(min(scale, *shares), inner.center())
        seen = self.viewpoint.transform().mapRect(box)
        self.viewpoint.pan(_way_into(seen, inner))
        self._look_elsewhere(zooms=self.viewpoint.scale != scale)

    def centre_on(self, name: str) -> None:
        """Bring a node into the middle of the view, without changing the zoom."""
        row = self.picture.index.get(name)
        if row is not None:
            self.centre_at(QPointF(*self.picture.centres[row]))

    def centre_at(self, point: QPointF) -> None:
        """Bring a point of the picture into the middle of the view, without changing the zoom."""
        self.look_at(point, self.viewpoint.scale)

    def look_at(self, point: QPointF, scale: float) -> None:
        """Bring a point of the picture into the middle, one unit seen as `scale` pixels."""
        middle = QRectF(self.viewport().rect()).center()
        zooms = scale != self.viewpoint.scale
        self.viewpoint.zoom_to(scale, middle)
        self.viewpoint.pan(middle - self.viewpoint.to_view(point))
        self._look_elsewhere(zooms=zooms)

    def reveal(self, name: str, *, readable: bool = False) -> None:
        """Bring a node into view, without changing the zoom: no further than it takes.

        One that lies out of view altogether, or is larger than it, comes into the middle. Where a
        `readable` one is seen from too far away for its name, it is seen at 100 % there.
        """
        row = self.picture.index.get(name)
        if row is None:
            return
        if readable and MATH * self.viewpoint.scale < _READABLE:
            self.look_at(QPointF(*self.picture.centres[row]), 1.0)
            return
        card = self.view_rect(row)
        if not (self.viewport().rect().intersects(card) and self.bring(card)):
            self.centre_on(name)

    def show_some(self, names: Iterable[str]) -> None:
        """Bring one of some nodes into view where none of their cards is there."""
        picture, names = self.picture, list(names)
        seen = self.viewpoint.region(QSizeF(self.viewport().size()))
        off = np.abs(picture.centres - seen.center().toTuple())
        near = np.flatnonzero((off < (picture.sizes + seen.size().toTuple()) / 2).all(axis=1))
        # of many added to many, few of all are in view
        if picture.shown.nodes_of_all(near.tolist()).isdisjoint(names):
            first = next(filter(picture.index.__contains__, names), None)
            if first is not None:
                self.reveal(first)

    def bring(self, box: QRect) -> bool:
        """Bring what lies at `box`, in pixels of the view, into view, no further than it takes.

        Return False, nothing being done, where it is larger than the view.
        """
        view = self.viewport().rect()
        if view.contains(box):
            return True
        inner = view.adjusted(_AIR, _AIR, -_AIR, -_AIR)
        if box.width() > inner.width() or box.height() > inner.height():
            return False
        self.pan(_way_into(QRectF(box), QRectF(inner)))
        return True

    def zoom_in(self) -> None:
        """Zoom in by a step at the middle."""
        self.zoom_to(self.viewpoint.scale * _ZOOM_STEP)

    def zoom_out(self) -> None:
        """Zoom out by a step at the middle."""
        self.zoom_to(self.viewpoint.scale / _ZOOM_STEP)

    def zoom_to(self, scale: float) -> None:
        """Show one picture unit as `scale` pixels, the middle staying where it is."""
        self.viewpoint.zoom_to(scale, QRectF(self.viewport().rect()).center())
        self._look_elsewhere(zooms=True)

    def zoom_at(self, factor: float, pixel: QPointF) -> None:
        """Zoom by a factor; what is under the pixel stays there."""
        self.viewpoint.zoom(factor, pixel)
        self._look_elsewhere(zooms=True)

    def pan(self, pixels: QPointF) -> None:
        """Move what is seen."""
        self.viewpoint.pan(pixels)
        self._look_elsewhere(zooms=False)

    def view_rect(self, row: int) -> QRect:
        """Return where the card `row` stands in the view, in pixels."""
        (x, y), (width, height) = self.picture.centres[row], self.picture.sizes[row]
        corner = self.viewpoint.to_view(QPointF(x - width / 2, y - height / 2))
        size = QSizeF(width, height) * self.viewpoint.scale
        return QRectF(corner, size).toRect()

    def fit_box(self, box: QRectF) -> None:
        """Show a box of the picture in the middle, as large as the view."""
        self.viewpoint.fit(box, QRectF(self.viewport().rect()).size(), self.fit_largest)
        self._look_elsewhere(zooms=True)

    def _look_elsewhere(self, *, zooms: bool) -> None:
        """Tell that the viewpoint is another, by its scale or only by its place."""
        if zooms:
            self.zoom_changed.emit(self.viewpoint.scale)
        self.moved_beneath.emit()
        self.redraw()


def _way_into(box: QRectF, inner: QRectF) -> QPointF:
    """Return the shortest way for a box to lie within `inner`, which is no smaller."""
    aside = max(inner.left() - box.left(), 0.0) + min(inner.right() - box.right(), 0.0)
    down = max(inner.top() - box.top(), 0.0) + min(inner.bottom() - box.bottom(), 0.0)
    return QPointF(aside, down)
