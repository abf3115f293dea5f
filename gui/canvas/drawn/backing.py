"""The backing of a large picture: drawn in slices beside the events, shown scaled until it is done.

Whatever the hand does is seen at once, on the last complete image moved and scaled to where the
view is now; the image of what it should be is drawn meanwhile, a few milliseconds at a time.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QRectF, QSizeF, QTimer, Signal
from PySide6.QtGui import QImage, QPainter

from gui.picture.batch import clip_by_all

__all__ = ["Backing", "Sight"]

_SLICE = 0.008  # seconds of drawing before events are heard again


@dataclass(frozen=True, slots=True)
class Sight:
    """What is to be seen: from where, how large, in which state of all that is drawn.

    A `bare` one is without numbers.
    """

    scale: float
    origin: tuple[float, float]
    size: tuple[int, int]
    ratio: float
    state: tuple[Any, ...]
    bare: bool = False


class _Easel:
    """An image that is being drawn, and what is seen on it."""

    def __init__(self, sight: Sight, image: QImage) -> None:
        self.sight = sight
        self.image = image
        self.painter = QPainter(image)
        clip_by_all(self.painter)

    def end(self) -> tuple[Sight, QImage]:
        """Draw no further; return the image with what is seen on it."""
        if self.painter.isActive():
            self.painter.end()
        return self.sight, self.image

    def __del__(self) -> None:
        """End the drawing before the image goes, which would be a crash of Qt's.

        A view that is taken away amid it is not hidden first. The collector asks all that it takes
        for this before it takes any of it.
        """
        self.end()


class Backing(QObject):
    """Holds the last complete image and makes the next; `refined` tells that there is more."""

    refined = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: tuple[Sight, QImage] | None = None
        self._made: _Easel | None = None
        self._spare: QImage | None = None  # one that is shown no more: a new one takes a while
        self._slices: Iterator[None] = iter(())
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(self._go_on)

    def show(
        self, painter: QPainter, sight: Sight, draw: Callable[[QPainter], Iterator[None]]
    ) -> None:
        """Draw what there is of the picture; `draw` is asked for its slices where it is not done.

        The painter's units are pixels.
        """
        if self._done is None or self._done[0] != sight:
            self._begin(sight, draw)
        if self._done is not None:
            seen, image = self._done
        elif self._made is not None:
            seen, image = self._made.sight, self._made.image
        else:
            return
        zoom = sight.scale / seen.scale
        x, y = (to - zoom * at for to, at in zip(sight.origin, seen.origin, strict=True))
        painter.drawImage(QRectF(x, y, seen.size[0] * zoom, seen.size[1] * zoom), image)

    def covers(self, sight: Sight) -> bool:
        """Tell whether the last complete image fills the view, so that nothing beneath is seen."""
        if self._done is None:
            return False
        seen = self._done[0]
        return (seen.scale, seen.origin, seen.size) == (sight.scale, sight.origin, sight.size)

    def give(self, sight: Sight) -> QImage | None:
        """Return the last complete image where that is what it shows, and keep it no more."""
        if self._done is None or self._done[0] != sight:
            return None
        image, self._done = self._done[1], None
        return image

    @property
    def is_bare(self) -> bool:
        """Whether what `show` shows is an image without numbers."""
        if self._done is not None:
            return self._done[0].bare
        return self._made is not None and self._made.sight.bare

    def keep(self, sight: Sight, image: QImage) -> None:
        """Show an image that was drawn elsewhere until the next is complete."""
        self._done = sight, image

    def stop(self) -> None:
        """Give up the image that is being made: what it shows is gone."""
        self._soon.stop()
        self._slices = iter(())
        if self._made is not None:
            _, self._spare = self._made.end()
            self._made = None

    def forget(self) -> None:
        """Keep no image."""
        self.stop()
        self._done = self._spare = None

    def finish(self) -> None:
        """Make the image that is being made now, however long it takes."""
        while self._made is not None:
            self._go_on()

    def _begin(self, sight: Sight, draw: Callable[[QPainter], Iterator[None]]) -> None:
        """Begin another image, unless one is being made: that is finished first."""
        if self._made is not None:
            return
        size, image = (QSizeF(*sight.size) * sight.ratio).toSize(), self._spare
        self._spare = None
        if image is None or image.size() != size:
            image = QImage(size, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(sight.ratio)
        self._made = _Easel(sight, image)
        self._slices = draw(self._made.painter)
        self._soon.start()

    def _go_on(self) -> None:
        """Draw for one slice of time."""
        end = time.perf_counter() + _SLICE
        try:
            while time.perf_counter() < end:
                next(self._slices)
        except StopIteration:
            made, before = self._made, self._done
            self.stop()
            self._done = None if made is None else made.end()
            self._spare = None if before is None else before[1]
            self.refined.emit()
        except BaseException:
            self.stop()
            raise
        else:
            if self._done is None:
                self.refined.emit()
