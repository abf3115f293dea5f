"""The room that a drawing has on a slide, how large it is there, and a remark where it is small."""

import math
from collections.abc import Iterable
from copy import copy

from engine.lesson.lesson_text import LessonText
from gui.exports.closing import closing_texts
from gui.exports.options import SLIDE_MARGIN, SLIDE_WIDTH, WIDESCREEN, ExportError
from gui.exports.subject import Subject
from gui.fonts import Face
from gui.headless import ensure_application
from gui.language import tr
from gui.picture.caption import caption
from gui.picture.drawing import Drawing
from gui.picture.measure import MATH
from gui.picture.packing import READABLE
from gui.picture.picture import Picture
from gui.picture.runs import Typeset, advance
from gui.picture.step import walk
from gui.picture.title import set_title
from gui.run import read

__all__ = ["SAID_GAP", "STEP", "TITLE", "TOO_SMALL", "Bounds", "SlideRoom", "title_size"]

Bounds = tuple[float, float, float, float]

TITLE = 24.0, 52.0  # top and height; points
STEP = "  —  "  # between a title and that of a step
_TITLE_SIZES = 28.0, 18.0  # what is longer takes two lines
SAID_GAP = 8.0  # points between caption and lesson
_CAPTION_GAP = 32.0  # below the picture
_CAPTION_SIZES = 24.0, 16.0  # what is longer takes two lines
_CAPTION_WIDTH = (SLIDE_WIDTH - 2 * SLIDE_MARGIN) / 1.1  # another font may be wider than ours
_SAID_SIZES, _SAID_LINES = (16.0, 12.0), 3  # of what a lesson says; more lines are set smaller
_CAPTION_AIR = 4.0  # points of its box that are no line
_LETTER, _PITCH = 0.5, 1.2  # of a size: a letter's width on average, a line's height
TOO_SMALL = 9.5  # points; smaller numbers are not read in a lecture hall
_HIGHEST = 4032.0  # points: no slide of PowerPoint's has more
_LOWEST = 24.0  # points of a drawing's room; in less nothing can be seen, and in none be drawn
_LARGEST = 1.3  # points per unit; a small graph is not blown up to the whole slide


class SlideRoom:
    """How a slide is divided, `height` high, and the `picture` that goes on it.

    All slides of a deck have the same room, as what is said at the longest step needs it: a caption
    `caption_height` high, all captions `caption_size` and the words of a lesson `said_size` large.
    All are points. `formula` is the `title` of a graph that has none of its own. Raises ExportError
    for a shape that no slide can have.
    """

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        size = subject.options.size or WIDESCREEN
        said, captions = _said(subject), _captions(subject)
        self._last, self._below = closing_texts(subject) if subject.options.bump else ([], [])
        self.caption_size = _caption_size([*captions, *self._last])
        self._divide(captions, said)
        self.height = SLIDE_WIDTH * size.height / size.width
        self._check_shape()
        self.picture = self._readable_picture()
        whole = self.drawing()
        self._bounds, self.title = whole.bounds, whole.title
        formula = set_title(self.picture.graph, self.picture.readings.output)
        # one of several lines is written in one, as plain text
        self.formula = formula if formula and not formula.words else None

    def of_closing(self) -> "SlideRoom":
        """Return how the slides after the steps are divided: theirs are captions of their own."""
        other = copy(self)
        other._divide(self._last, self._below)
        return other

    @property
    def page(self) -> tuple[float, float]:
        """Return how wide and how high the drawing's room is, in points."""
        left, top, right, bottom = self._room()
        return right - left, bottom - top

    def drawing(self) -> Drawing:
        """Return the drawing with all numbers, which no step exceeds."""
        return self._subject.drawing_of(self.picture)

    def place(self, bounds: Bounds | None = None) -> tuple[float, tuple[float, float]]:
        """Return points per unit, and where the plane's origin comes to lie.

        Without `bounds` those of the picture are meant, of which all steps are drawn.
        """
        left, top, right, bottom = self._room()
        x0, y0, x1, y1 = bounds or self._bounds
        width, height = max(x1 - x0, 1.0), max(y1 - y0, 1.0)
        per_unit = min((right - left) / width, (bottom - top) / height, _LARGEST)
        return per_unit, (
            (left + right - width * per_unit) / 2 - x0 * per_unit,
            (top + bottom - height * per_unit) / 2 - y0 * per_unit,
        )

    def caption_top(self, bounds: Bounds | None = None) -> float:
        """Return where the caption begins, close below the picture, or what has these `bounds`."""
        scale, (_, origin) = self.place(bounds)
        top = origin + (bounds or self._bounds)[3] * scale + _CAPTION_GAP
        return min(top, self.height - SLIDE_MARGIN - self.caption_height)

    def remark(self) -> str:
        """Return a sentence on numbers too small for a lecture hall, "" where they are not."""
        size = self.place()[0] * self.picture.packing.number
        if size >= TOO_SMALL:
            return ""
        text = tr(
            "the numbers are {size} points on a slide, too small for a lecture hall: "
            "slides of a selection have larger ones, and a folded group takes one card's room"
        )
        return text.format(size=f"{size:.1f}")

    def _check_shape(self) -> None:
        """Raise ExportError for a slide that PowerPoint does not have, or that has no room."""
        if self.height > _HIGHEST:
            said = tr("a slide is at most {n} times as high as it is wide")
            raise ExportError(said.format(n=f"{_HIGHEST / SLIDE_WIDTH:g}"))
        rooms = [self, self.of_closing()] if self._last else [self]
        if min(room.page[1] for room in rooms) < _LOWEST:
            raise ExportError(
                tr("a slide of this shape has no room for the picture: choose a higher one")
            )

    def _divide(self, captions: list[tuple[Typeset, ...]], said: list[str]) -> None:
        """Give the captions and what is said below them the room that the longest needs."""
        self._captioned = bool(captions)
        self.said_size, height = _said_room(said)
        lines = _most_lines(captions, self.caption_size)
        self.caption_height = lines * self.caption_size * _PITCH + _CAPTION_AIR + height

    def _room(self) -> Bounds:
        """Return left, top, right, bottom of where the drawing goes, in points."""
        top = TITLE[0] + TITLE[1] + 12.0
        caption = self.caption_height + _CAPTION_GAP / 2
        below = SLIDE_MARGIN + (caption if self._captioned else 0.0)
        return SLIDE_MARGIN, top, SLIDE_WIDTH - SLIDE_MARGIN, self.height - below

    def _readable_picture(self) -> Picture:
        """Return the picture as it is where it can be read on a slide, else laid out for it."""
        page = self.page
        if self._subject.options.size is None:
            picture = self._subject.picture
            if self._subject.number_size(picture, page) >= READABLE:
                return picture
        return self._subject.picture_on(page)


def _captions(subject: Subject) -> list[tuple[Typeset, ...]]:
    """Return the captions of all steps, none without these."""
    ensure_application()  # a caption is set text
    if not subject.options.steps:
        return []
    readings = read(subject.graph)
    steps = walk(subject.graph, readings)
    return [caption(steps, place, readings) for place in range(len(steps))]


def _said(subject: Subject) -> list[str]:
    """Return what the graph's own lesson says at its steps."""
    lesson = LessonText.of(subject.graph) if subject.options.steps else None
    return [said.text for said in lesson.said] if lesson else []


def _caption_size(captions: list[tuple[Typeset, ...]]) -> float:
    """Return how large all captions are: as the longest has room in one line, if it can be read."""
    largest, least = _CAPTION_SIZES
    widest = max((line.width for lines in captions for line in lines), default=1.0)
    return min(largest, max(least, _CAPTION_WIDTH * MATH / max(widest, 1.0)))


def _most_lines(captions: list[tuple[Typeset, ...]], size: float) -> int:
    """Return how many lines the longest caption takes; one too wide for a line takes two."""
    taken = (
        sum(math.ceil(line.width / MATH * size / _CAPTION_WIDTH - 1e-9) for line in lines)
        for lines in captions
    )
    return max(taken, default=0)


def _said_room(said: list[str]) -> tuple[float, float]:
    """Return the size and the height of the longest of the texts that stand below a caption."""
    letters = max(map(len, said), default=0)
    for size in _SAID_SIZES:
        lines = -(-letters * size * _LETTER // (SLIDE_WIDTH - 2 * SLIDE_MARGIN))
        if lines <= _SAID_LINES:
            break
    return size, lines * size * _PITCH + (SAID_GAP if lines else 0.0)


def title_size(title: str, steps: Iterable[str]) -> float:
    """Return how large titles are, in points, that all have room in one line, if that can be read.

    Each is the deck's `title`, and that of a step behind it.
    """
    largest, least = _TITLE_SIZES
    titles = [title, *(f"{title}{STEP}{step}" for step in steps)]
    longest = max(1.0, *(advance(one, Face.SANS, round(largest)) for one in titles))
    return max(least, min(largest, largest * (SLIDE_WIDTH - 2 * SLIDE_MARGIN) // longest))
