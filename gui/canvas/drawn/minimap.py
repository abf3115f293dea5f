"""The minimap: the whole graph in a corner while the view shows a part of it."""

import math
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from gui.canvas.look.viewpoint import Viewpoint, rectangle
from gui.document.change import Change
from gui.picture.batch import clip_by_all, draw_boxes, draw_segments, fill_boxes
from gui.picture.lettering import colour
from gui.picture.picture import Picture
from gui.theme import Kind, Theme

__all__ = ["Minimap"]

_WIDEST, _HIGHEST = 200.0, 132.0  # pixels
_LEAST_SIDE = 36.0  # pixels; a graph that is much longer than wide is drawn wider than it is
_LONGEST = 0.5  # of the view's side, along which such a graph may be longer than others
_MIDDLE = 64.0  # pixels of the half below what is shown first, the output: its numbers, the margin
_LONG_CARD = 4.0  # times as high as wide, or as wide as high, a card is drawn at most
_GAP = 1.0  # pixel less of a card without a face
_FACE = 4.0  # pixels; a narrower card has no room for a border around its face
_LEAST_FRAME = 7.0  # pixels of the frame around what is seen, so that it is seen itself
_LEAST_VIEW = 420  # pixels; in a smaller view it would only be in the way
_AIR, _MARGIN = 8.0, 14.0
_LEAST_CARD = 2.0  # pixels, so that every card is seen
_MOST_EDGES = 3000  # with more, cards alone tell the shape
_REST = 150  # ms between two of its pictures while cards move
_SEEN = 1.0  # units that may lie outside before anything counts as hidden


class Minimap(QObject):
    """Knows when it is needed, where it lies, and draws.

    What it draws is kept: it follows the cards a moment later, a few times a second while they
    move; `outdated` tells when.
    """

    outdated = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wanted = True
        """Whether it may be shown at all: a preference."""
        self.place = QRectF()
        """Where it lies in the view; empty while it is not needed."""
        self._bounds = QRectF()
        self._most = QSizeF(_WIDEST, _HIGHEST)  # how large what it shows may be
        self._drawn: QPixmap | None = None
        self._drawn_for: tuple[object, ...] = ()
        self._drawn_size = QSizeF()
        self._panel: QPixmap | None = None  # what is drawn with what lies under it
        self._panel_for: tuple[object, ...] = ()
        self._picture: Picture | None = None
        self._is_old = self._is_due = False
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self._look_up)

    def follow(self, change: Change) -> None:
        """Draw anew where cards came, went or moved; another number is too small to be seen."""
        if replace(change, edited=(), looks=(), revalued=(), kept=(), title=False):
            self._picture = None
            self._is_old = True
        if change.reset:
            self._drawn, self._drawn_for = None, ()  # else it would hold the graph from before

    def settle(self, picture: Picture, viewpoint: Viewpoint, size: QSizeF) -> None:
        """Find out whether and where it lies over a view of that size."""
        self.place = QRectF()
        if not self.wanted or len(picture.names) < 2 or size.width() < _LEAST_VIEW:
            return
        self._measure(picture)
        self._most = self._largest(size)
        region = viewpoint.region(size).adjusted(-_SEEN, -_SEEN, _SEEN, _SEEN)
        if region.contains(self._bounds):
            return
        box = self._to_map(self._bounds).size() + QSizeF(2 * _AIR, 2 * _AIR)
        corner = QPointF(size.width() - box.width(), size.height() - box.height())
        self.place = QRectF(corner - QPointF(_MARGIN, _MARGIN), box)

    def point_at(self, pixel: QPointF) -> QPointF:
        """Return the point of the picture under a pixel of the minimap."""
        inside = pixel - self.place.topLeft() - QPointF(_AIR, _AIR)
        across, down = self._scales()
        return self._bounds.topLeft() + QPointF(inside.x() / across, inside.y() / down)

    def covers(self, pixel: QPointF) -> bool:
        """Tell whether it lies over a pixel of the view; what is beneath is not meant there."""
        return self.place.contains(pixel)

    def nearest_to(self, pixel: QPointF) -> QPointF:
        """Return the point of the graph nearest to a pixel: who drags beyond stays on it."""
        point, all_of_it = self.point_at(pixel), self._bounds
        return QPointF(
            min(max(point.x(), all_of_it.left()), all_of_it.right()),
            min(max(point.y(), all_of_it.top()), all_of_it.bottom()),
        )

    def paint(
        self, painter: QPainter, picture: Picture, viewpoint: Viewpoint, size: QSizeF, theme: Theme
    ) -> None:
        """Draw it over the view, with a frame around what is seen."""
        if self.place.isEmpty():
            return
        inner = self.place.adjusted(_AIR, _AIR, -_AIR, -_AIR)
        ratio = painter.device().devicePixelRatioF()
        shown = self._pixmap(picture, theme, inner.size(), ratio)
        corner = _corner(self.place)
        painter.drawPixmap(corner, self._on_panel(shown, theme, corner))
        frame = self._to_map(viewpoint.region(size)).translated(inner.topLeft())
        inside = _seen_in(frame, self.place.adjusted(2, 2, -2, -2))
        glass = QColor(colour(theme.accent))
        glass.setAlphaF(0.12)
        painter.setPen(QPen(colour(theme.accent), 1.5))
        painter.setBrush(glass)
        painter.drawRoundedRect(inside, 3, 3)

    def _look_up(self) -> None:
        """Ask to be drawn where what was drawn last is old."""
        if self._is_old:
            self._is_due = True
            self.outdated.emit()

    def _measure(self, picture: Picture) -> None:
        if picture is not self._picture:
            self._bounds = rectangle(picture.card_bounds())
            self._picture = picture

    def _scales(self) -> tuple[float, float]:
        """Return pixels per unit across and down; they are one but for a graph that is a stripe."""
        width, height = max(self._bounds.width(), 1.0), max(self._bounds.height(), 1.0)
        scale = min(self._most.width() / width, self._most.height() / height)
        return max(scale, _LEAST_SIDE / width), max(scale, _LEAST_SIDE / height)

    def _largest(self, view: QSizeF) -> QSizeF:
        """Return how large it may be over a view: a stripe so long that it is wide enough."""
        width, height = max(self._bounds.width(), 1.0), max(self._bounds.height(), 1.0)
        longer = _LEAST_SIDE / min(width, height)
        wide = max(_WIDEST, min(longer * width, _LONGEST * view.width()))
        high = max(_HIGHEST, min(longer * height, _LONGEST * view.height() - _MIDDLE))
        return QSizeF(wide, _HIGHEST) if width > height else QSizeF(_WIDEST, high)

    def _to_map(self, box: QRectF) -> QRectF:
        """Return where a box of the picture lies in the map, from its left upper corner."""
        (across, down), begin = self._scales(), box.topLeft() - self._bounds.topLeft()
        return QRectF(
            begin.x() * across, begin.y() * down, box.width() * across, box.height() * down
        )

    def _on_panel(self, shown: QPixmap, theme: Theme, corner: QPointF) -> QPixmap:
        """Return what is drawn with the panel under it, whose pixels begin at a `corner`."""
        key = (shown.cacheKey(), theme, self.place)
        if self._panel is not None and key == self._panel_for:
            return self._panel
        size = self.place.bottomRight() - corner + QPointF(2.0, 2.0)
        ratio = shown.devicePixelRatioF()
        panel = QPixmap((QSizeF(size.x(), size.y()) * ratio).toSize())
        panel.setDevicePixelRatio(ratio)
        panel.fill(Qt.GlobalColor.transparent)
        with QPainter(panel) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-corner)
            ground = QColor(colour(theme.panel))
            ground.setAlphaF(0.94)
            painter.setPen(QPen(colour(theme.line), 1.0))
            painter.setBrush(ground)
            painter.drawRoundedRect(self.place, 7, 7)
            inner = self.place.adjusted(_AIR, _AIR, -_AIR, -_AIR)
            painter.drawPixmap(inner, shown, QRectF(shown.rect()))
        self._panel, self._panel_for = panel, key
        return panel

    def _pixmap(self, picture: Picture, theme: Theme, size: QSizeF, ratio: float) -> QPixmap:
        key = (picture.graph, theme, ratio)
        self._is_old |= size != self._drawn_size  # a stripe is as long as the view lets it be
        if self._drawn is not None and key == self._drawn_for and not self._is_due:
            if self._is_old and not self._rest.isActive():
                self._rest.start()  # no frame of an edit waits for it
            return self._drawn
        self._is_old = self._is_due = False
        pixmap = QPixmap((size * ratio).toSize().expandedTo(QSizeF(1, 1).toSize()))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            clip_by_all(painter)
            painter.setRenderHint(
                QPainter.RenderHint.Antialiasing, len(picture.names) <= _MOST_EDGES
            )
            self._paint_graph(painter, picture, theme)
        self._drawn, self._drawn_for, self._drawn_size = pixmap, key, size
        return pixmap

    def _paint_graph(self, painter: QPainter, picture: Picture, theme: Theme) -> None:
        scale = np.array(self._scales())
        origin = np.array([self._bounds.left(), self._bounds.top()])
        if 0 < len(picture.edges) <= _MOST_EDGES:
            ends = picture.corners(np.arange(len(picture.edges)))[:, (0, 2)].reshape(-1, 4)
            painter.setPen(QPen(colour(theme.border), 0.8))
            draw_segments(painter, (ends - np.tile(origin, 2)) * np.tile(scale, 2))
        sizes = np.maximum(picture.sizes * scale, _LEAST_CARD)
        sizes = np.minimum(sizes, _LONG_CARD * sizes[:, ::-1])
        small = sizes.min(axis=1).max() < _FACE
        if small and len(picture.names) <= _MOST_EDGES:
            sizes = np.maximum(sizes - _GAP, _LEAST_CARD / 2)  # one card is told from the next
        boxes = np.concatenate([(picture.centres - origin) * scale - sizes / 2, sizes], axis=1)
        if len(picture.names) > _MOST_EDGES:
            fill_boxes(painter, boxes, colour(theme.border))
            return
        if small:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(theme.border))
            draw_boxes(painter, boxes)
            return
        painter.setPen(QPen(colour(theme.border), 0.8))
        for kind in Kind:
            painter.setBrush(colour(theme.faces[kind]))
            draw_boxes(painter, boxes[picture.kinds == kind.value])


def _seen_in(frame: QRectF, room: QRectF) -> QRectF:
    """Return the part of a frame in a room, at its border where all of it lies outside."""
    least = _LEAST_FRAME
    wider, higher = max((least - frame.width()) / 2, 0.0), max((least - frame.height()) / 2, 0.0)
    frame = frame.adjusted(-wider, -higher, wider, higher)
    left = min(max(frame.left(), room.left()), room.right() - least)
    top = min(max(frame.top(), room.top()), room.bottom() - least)
    right = max(min(frame.right(), room.right()), room.left() + least)
    bottom = max(min(frame.bottom(), room.bottom()), room.top() + least)
    return QRectF(QPointF(left, top), QPointF(right, bottom))


def _corner(place: QRectF) -> QPointF:
    """Return the whole pixel left of and above a place and its line."""
    return QPointF(math.floor(place.left()) - 1.0, math.floor(place.top()) - 1.0)
