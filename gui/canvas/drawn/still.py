"""The image of all that stands still: it is moved as the view moves, and mended where it is stale.

Numbers change many times a second and are drawn over it. Where an edit led on, the image from
before it is kept: undo needs to mend little of it, or nothing.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QImage, QPainter, QPixmap

from gui.canvas.drawn.backing import Sight
from gui.canvas.drawn.cells import CELL, Boxes, Cells
from gui.canvas.look.viewpoint import Viewpoint
from gui.document.past import Past
from gui.picture.piece import Pieces, boxes_of

__all__ = ["Light", "Still"]

_NEAR = 1e-6  # pixels; so far a way is a whole number of them
_MOST = 6  # images kept of former states
_ROOM = 32 * 2**20  # bytes that these may take; of a huge view there is one


@dataclass(frozen=True)
class Light:
    """What falls on an image: what tells it apart, the boxes it lies in, and what draws there."""

    key: Hashable
    boxes: Boxes
    fill: Callable[[QPainter, Cells], None]


@dataclass(frozen=True)
class _Image:
    """An image with what is seen on it: from where, and which pieces."""

    pixmap: QPixmap
    sight: Sight
    pieces: Pieces


class Still:
    """Holds the image of a picture's pieces; what it shows is what drawing them anew would show.

    Images of former states of the document are found again by the state, but what of them is true
    is told by their pieces alone.
    """

    def __init__(self) -> None:
        self._image: QPixmap | None = None
        self._sight: Sight | None = None
        self._pieces: Pieces = {}
        self._state: int | None = None
        self._past = Past[_Image]()
        self._lit: tuple[Light, QPixmap] | None = None  # the image with a light on it

    def forget(self) -> None:
        """Keep no image."""
        self._image = self._sight = self._lit = self._state = None
        self._pieces = {}
        self._past.forget()

    def turn_to(self, state: int | None, sight: Sight, pieces: Pieces) -> None:
        """Note that the document is in another state now, or None, in none to come back to.

        The image from before is kept; that of this state is gone on with where it is nearer to
        what is to be shown.
        """
        left, self._state = self._state, state
        if left == state or self._image is None or self._sight is None:
            return
        known = self._past.take(state)
        if left is not None:
            size = self._image.width() * self._image.height() * 4
            now = _Image(self._image, self._sight, self._pieces)
            self._past.keep(left, now, max(1, min(_MOST, _ROOM // size)))
            self._image = QPixmap(self._image)  # another from when it is drawn on
        if known is not None and known.sight == sight:
            wanted = pieces.keys()
            if len(wanted ^ known.pieces.keys()) < len(wanted ^ self._pieces.keys()):
                self._image, self._pieces, self._lit = known.pixmap, known.pieces, None
                self._sight = sight

    def is_of(self, sight: Sight) -> bool:
        """Tell whether the image shows what is to be seen, from where it is seen."""
        return self._sight == sight

    def take(self, sight: Sight, image: QImage, pieces: Pieces) -> None:
        """Go on with an image of `pieces` that was drawn elsewhere."""
        self.forget()
        self._image, self._sight, self._pieces = QPixmap.fromImage(image), sight, pieces

    def give(self) -> tuple[Sight, QImage] | None:
        """Return the image with what is seen on it, and keep none."""
        image, sight = self._image, self._sight
        self.forget()
        return None if image is None or sight is None else (sight, image.toImage())

    def show(
        self,
        painter: QPainter,
        sight: Sight,
        pieces: Pieces,
        fill: Callable[[QPainter, Cells], None],
        light: Light | None = None,
    ) -> None:
        """Draw the image of `pieces`; `fill` is asked to draw what of it is stale.

        What a `light` falls on is drawn over it, and kept as long as both are the same. The
        painter's units are pixels.
        """
        image, stale = self._moved(sight)
        if not stale.is_whole():
            gone, come = self._pieces.keys() - pieces.keys(), pieces.keys() - self._pieces.keys()
            stale.mark(boxes_of(gone, self._pieces))
            stale.mark(boxes_of(come, pieces))
        self._image = None  # none that is half drawn is kept where drawing fails
        if stale:  # as it is where the image moved, too
            self._lit = None
            _mend(image, stale, fill)
        self._image, self._sight, self._pieces = image, sight, pieces
        painter.drawPixmap(QPointF(0.0, 0.0), self._with(light, image, sight))

    def _with(self, light: Light | None, image: QPixmap, sight: Sight) -> QPixmap:
        """Return the image with what a light falls on."""
        lit, self._lit = self._lit, None
        if light is None:
            return image
        if lit is None or lit[0].key != light.key:
            shown = image.copy() if lit is None else _unlit(*lit, image, sight)
            cells = _cells(sight, all_of_it=False)
            cells.mark(light.boxes)
            if cells:
                _mend(shown, cells, light.fill)
            lit = light, shown
        self._lit = lit
        return lit[1]

    def _moved(self, sight: Sight) -> tuple[QPixmap, Cells]:
        """Return the image with what it has moved to where it is seen now, and what is stale."""
        image, seen = self._image, self._sight
        if image is not None and seen is not None and _differ_by_a_move(sight, seen):
            way = [to - at for to, at in zip(sight.origin, seen.origin, strict=True)]
            dx, dy = (round(step * sight.ratio) for step in way)
            far = abs(dx) >= image.width() or abs(dy) >= image.height()
            if not far:
                if dx or dy:
                    image.scroll(dx, dy, image.rect())
                stale = _cells(sight, all_of_it=False)
                stale.expose(*way)
                return image, stale
        if image is None or seen is None or (seen.size, seen.ratio) != (sight.size, sight.ratio):
            image = QPixmap((QSizeF(*sight.size) * sight.ratio).toSize())
            image.setDevicePixelRatio(sight.ratio)
        return image, _cells(sight, all_of_it=True)


def _cells(sight: Sight, *, all_of_it: bool) -> Cells:
    """Return the cells of what is seen, all of them stale or none."""
    return Cells(Viewpoint(sight.scale, QPointF(*sight.origin)), sight.size, all_of_it=all_of_it)


def _unlit(light: Light, lit: QPixmap, image: QPixmap, sight: Sight) -> QPixmap:
    """Return a lit image as it is without its light: a whole copy would take longer."""
    cells = _cells(sight, all_of_it=False)
    cells.mark(light.boxes)
    if cells:
        _mend(lit, cells, lambda onto, _: onto.drawPixmap(QPointF(0.0, 0.0), image))
    return lit


def _mend(image: QPixmap, stale: Cells, fill: Callable[[QPainter, Cells], None]) -> None:
    """Let `fill` draw what of an image is stale."""
    onto = QPainter(image)
    try:
        onto.setClipRegion(stale.clip())
        fill(onto, stale)
    finally:
        onto.end()


def _differ_by_a_move(one: Sight, other: Sight) -> bool:
    """Tell whether what is seen of one sight is seen of the other, whole pixels away."""
    if (one.scale, one.size, one.ratio, one.state) != (
        other.scale,
        other.size,
        other.ratio,
        other.state,
    ):
        return False
    ways = [(a - b) * one.ratio for a, b in zip(one.origin, other.origin, strict=True)]
    whole = all(abs(way - round(way)) < _NEAR for way in ways)
    return whole and (CELL * one.ratio).is_integer()
