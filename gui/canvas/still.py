"""The image of all that stands still: it is moved as the view moves, and mended where it is stale.

Numbers change many times a second and are drawn over it.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QImage, QPainter, QPixmap

from gui.canvas.backing import Sight
from gui.canvas.cells import CELL, Cells
from gui.canvas.viewpoint import Viewpoint
from gui.picture.piece import Pieces, boxes_of

__all__ = ["Still"]

_NEAR = 1e-6  # pixels; so far a way is a whole number of them


class Still:
    """Holds the image of a picture's pieces; what it shows is what drawing them anew would show."""

    def __init__(self) -> None:
        self._image: QPixmap | None = None
        self._sight: Sight | None = None
        self._pieces: Pieces = {}

    def forget(self) -> None:
        """Keep no image."""
        self._image = self._sight = None
        self._pieces = {}

    def is_of(self, sight: Sight) -> bool:
        """Tell whether the image shows what is to be seen, from where it is seen."""
        return self._sight == sight

    def take(self, sight: Sight, image: QImage, pieces: Pieces) -> None:
        """Go on with an image of `pieces` that was drawn elsewhere."""
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
    ) -> None:
        """Draw the image of `pieces`; `fill` is asked to draw what of it is stale.

        The painter's units are pixels.
        """
        image, stale = self._moved(sight)
        if not stale.is_whole():
            gone, come = self._pieces.keys() - pieces.keys(), pieces.keys() - self._pieces.keys()
            stale.mark(boxes_of(gone, self._pieces))
            stale.mark(boxes_of(come, pieces))
        self._image = None  # none that is half drawn is kept where drawing fails
        if stale:
            onto = QPainter(image)
            try:
                onto.setClipRegion(stale.clip())
                fill(onto, stale)
            finally:
                onto.end()
        self._image, self._sight, self._pieces = image, sight, pieces
        painter.drawPixmap(QPointF(0.0, 0.0), image)

    def _moved(self, sight: Sight) -> tuple[QPixmap, Cells]:
        """Return the image with what it has moved to where it is seen now, and what is stale."""
        viewpoint = Viewpoint(sight.scale, QPointF(*sight.origin))
        image, seen = self._image, self._sight
        if image is not None and seen is not None and _differ_by_a_move(sight, seen):
            way = [to - at for to, at in zip(sight.origin, seen.origin, strict=True)]
            dx, dy = (round(step * sight.ratio) for step in way)
            far = abs(dx) >= image.width() or abs(dy) >= image.height()
            if not far:
                if dx or dy:
                    image.scroll(dx, dy, image.rect())
                stale = Cells(viewpoint, sight.size, all_of_it=False)
                stale.expose(*way)
                return image, stale
        if image is None or seen is None or (seen.size, seen.ratio) != (sight.size, sight.ratio):
            image = QPixmap((QSizeF(*sight.size) * sight.ratio).toSize())
            image.setDevicePixelRatio(sight.ratio)
        return image, Cells(viewpoint, sight.size, all_of_it=True)


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
