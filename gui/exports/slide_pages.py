"""What stands on each slide of a deck, and slides as drawings: what the export dialog previews."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gui.exports.closing import closing
from gui.exports.options import SLIDE_MARGIN, SLIDE_WIDTH
from gui.exports.sequence import Scene, broken, scenes
from gui.exports.slide_room import (
    SAID_GAP,
    STEP,
    TITLE,
    TOO_SMALL,
    Bounds,
    SlideRoom,
    title_size,
)
from gui.exports.subject import Subject
from gui.fonts import Face
from gui.language import tr
from gui.picture.drawing import Drawing, Role, Text
from gui.picture.measure import MATH, NUMBER
from gui.picture.runs import Bracket, Typeset, set_text
from gui.theme import Ink

__all__ = ["SlidePage", "sheets", "size_remark", "slide_pages"]

_ASCENT, _LINE = 0.9, 1.2  # of a size: above a line's baseline, and from line to line
_TITLE_BASE = 0.68  # of the title's height: where its baseline is


@dataclass(frozen=True)
class SlidePage:
    """A slide: the drawing of its picture, of a step what is said there, and how it is divided."""

    drawing: Drawing
    scene: Scene | None
    room: SlideRoom

    @property
    def own_bounds(self) -> Bounds | None:
        """Return the bounds of a drawing whose cards stand elsewhere than on other slides."""
        own = self.scene is not None and self.scene.own_places
        return self.drawing.bounds if own else None

    @property
    def number_size(self) -> float:
        """Return how large the numbers on its edges are, in points."""
        texts = (text.text for text in self.drawing.texts() if text.edge is not None)
        size = max((run.size for text in texts for run in text.runs), default=NUMBER)
        return self.room.place(self.own_bounds)[0] * size


def slide_pages(subject: Subject, room: SlideRoom) -> list[SlidePage]:
    """Return the slides: with steps one for each, else one, and what follows the steps."""
    steps = scenes(subject, room.picture) if subject.options.steps else []
    pages = [SlidePage(scene.drawing, scene, room) for scene in steps]
    if not pages:
        pages.append(SlidePage(room.drawing(), None, room))
    if subject.options.bump:
        last = room.of_closing()
        found = closing(subject, room.picture, last.page)
        pages += (SlidePage(scene.drawing, scene, last) for scene in found)
    return pages


def size_remark(room: SlideRoom, pages: Sequence[SlidePage]) -> str:
    """Return a sentence on numbers too small for a lecture hall, "" where all can be read.

    On the slide of a bump they can be smaller than elsewhere.
    """
    sizes = [page.number_size for page in pages if page.own_bounds is not None]
    least = min(sizes, default=TOO_SMALL)
    if room.remark() or least >= TOO_SMALL:
        return room.remark()
    text = tr(
        "the numbers on the slide of the bump are {size} points, too small for a lecture hall: "
        "that of a selection has larger ones, and a folded group takes one card's room"
    )
    return text.format(size=f"{least:.1f}")


def sheets(subject: Subject) -> list[Drawing]:
    """Return the slides as drawings, and remark numbers on them that are too small."""
    room = SlideRoom(subject)
    pages = slide_pages(subject, room)
    remark = size_remark(room, pages)
    if remark:
        subject.remarks.insert(0, remark)
    size = title_size(room.title, [page.scene.title for page in pages if page.scene])
    return [_sheet(page, size) for page in pages]


def _sheet(page: SlidePage, size: float) -> Drawing:
    """Return a slide as a drawing, its titles `size` points large."""
    per_unit, (x, y) = page.room.place(page.own_bounds)
    written = [
        Text(_scaled(text, points / per_unit), (left - x) / per_unit, (base - y) / per_unit, role)
        for text, points, left, base, role in (*_title(page, size), *_caption(page))
    ]
    bounds = -x / per_unit, -y / per_unit, (SLIDE_WIDTH - x) / per_unit
    whole = (*bounds, (page.room.height - y) / per_unit)
    return replace(page.drawing, shapes=(*page.drawing.shapes, *written), bounds=whole)


# what is written: the text, points for each of its units, left and baseline in points
_Written = tuple[Typeset, float, float, float, Role]


def _title(page: SlidePage, size: float) -> Iterator[_Written]:
    room, base = page.room, TITLE[0] + _TITLE_BASE * TITLE[1]
    title = room.formula or set_text(room.title, Face.SANS, MATH)
    yield title, size / MATH, SLIDE_MARGIN, base, Role.CAPTION
    if page.scene is not None:
        step = set_text(f"{STEP}{page.scene.title}", Face.SANS, MATH, Ink.MUTED)
        yield step, size / MATH, SLIDE_MARGIN + title.width * size / MATH, base, Role.CAPTION


def _caption(page: SlidePage) -> Iterator[_Written]:
    """Yield the lines below the picture, in the slide's middle."""
    room, scene = page.room, page.scene
    if scene is None:
        return
    top, said_size = room.caption_top(page.own_bounds), room.said_size
    width = (SLIDE_WIDTH - 2 * SLIDE_MARGIN) * NUMBER / said_size
    said = [set_text(line, Face.SANS, NUMBER) for line in broken(scene.said, width)]
    lines = [(line, room.caption_size, MATH) for line in scene.caption]
    for line, size, units in [*lines, *((line, said_size, NUMBER) for line in said)]:
        if units == NUMBER and line is said[0]:
            top += SAID_GAP
        scale = size / units
        left = (SLIDE_WIDTH - line.width * scale) / 2
        yield line, scale, left, top + _ASCENT * size, Role.CAPTION
        top += _LINE * size


def _scaled(text: Typeset, by: float) -> Typeset:
    """Return a text of another size; its letters, of whole sizes, are no larger than that."""
    runs = (r._replace(size=max(1, int(r.size * by)), x=r.x * by, y=r.y * by) for r in text.runs)
    brackets = (
        Bracket(b.x * by, b.top * by, b.bottom * by, b.foot * by, b.ink) for b in text.brackets
    )
    return text._replace(
        runs=tuple(runs),
        brackets=tuple(brackets),
        patches=tuple(patch.scaled(by) for patch in text.patches),
        width=text.width * by,
        ascent=text.ascent * by,
        descent=text.descent * by,
        below=text.below * by,
    )
