"""What welcome pages show of the shipped graphs: read, laid out and drawn once for all windows."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage

from engine.lesson.lesson_text import LessonText
from engine.lesson.steps import steps
from gui.document_file import read_graph
from gui.exports import Options, Subject
from gui.exports.png import draw_image, frame
from gui.picture.drawing import draw
from gui.picture.picture import Picture
from gui.shipped import read_example
from gui.theme import THEMES

__all__ = ["Example", "Image", "Room", "image_of", "picture_of", "said_of"]

_DETAIL = 2.0  # pixels per picture unit, before an image is made smaller: all of it is drawn
_LARGEST = 0.72  # pixels per picture unit on the card; a small graph stays small
_PAGE = (2.6, 1.0)  # the shape a long graph is folded to
_MOST = 24  # kept: as many as are shipped, twice


class Example(NamedTuple):
    """What a card says: a title, how many steps a lesson has, and what that is about."""

    title: str
    steps: int
    about: str


class Room(NamedTuple):
    """The place for an image on a card, and how many pixels its screen has for one."""

    width: float
    height: float
    ratio: float

    def pixels_of(self, width: float, height: float) -> tuple[int, int]:
        """Return how many pixels a picture of so many units takes in here."""
        scale = self.scale_of(width, height) * self.ratio
        return round(width * scale), round(height * scale)

    def scale_of(self, width: float, height: float) -> float:
        """Return how large a unit of a picture is in here that is so many wide and high."""
        return min(self.width / width, self.height / height, _LARGEST)


class Image(NamedTuple):
    """A drawing in pixels, as large as it was in a room, and its size in picture units."""

    pixels: QImage
    width: float
    height: float

    def place_in(self, room: Room, middle: QPointF) -> QRectF:
        """Return where it is seen around the middle of a room: in its own pixel by pixel."""
        width, height = room.pixels_of(self.width, self.height)
        half = room.scale_of(self.width, self.height) / 2
        left, top = middle.x() - self.width * half, middle.y() - self.height * half
        return QRectF(round(left), round(top), width / room.ratio, height / room.ratio)


_images: dict[Path, tuple[tuple[object, ...], Image]] = {}  # of each file the newest


@lru_cache(_MOST)
def said_of(path: Path, language: str, *, lesson: bool) -> Example:
    """Return what a file says in the `language` spoken now; of a `lesson` also its steps."""
    del language  # that is what the file is read in
    graph = read_example(path)
    title = graph.title or path.stem
    if not lesson:
        return Example(title, 0, "")
    said = LessonText.of(graph)
    about = "" if said is None else said.about
    return Example(title, len(steps(graph, graph.output)) - 1, about)


@lru_cache(_MOST)
def picture_of(path: Path, digits: int) -> Picture:
    """Return the picture of the graph in a file, laid out for a card, its numbers so long."""
    del digits  # all numbers are written with as many as are wanted now
    return Subject(read_graph(path)).picture_on(_PAGE)


def image_of(path: Path, digits: int, theme: str, room: Room) -> Image:
    """Return the same drawn in the theme of that name, as large as it is seen in a room.

    Only the image that was drawn last is kept: of another size or theme none is wanted any more.
    """
    wanted = (digits, theme, room)
    asked, image = _images.get(path, (None, None))
    if image is None or asked != wanted:
        image = _drawn(picture_of(path, digits), theme, room)
        _images[path] = wanted, image
    return image


def _drawn(picture: Picture, theme: str, room: Room) -> Image:
    options = Options(scale=_DETAIL, transparent=True, padding=0.0)
    drawing = draw(picture, THEMES[theme], legend=False)
    whole = draw_image(drawing, frame(drawing, options), options)
    width, height = whole.width() / _DETAIL, whole.height() / _DETAIL
    # Qt's one-step scaling skips pixels below one half; scaled() averages all of them.
    small = whole.scaled(
        *room.pixels_of(width, height),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return Image(small, width, height)
