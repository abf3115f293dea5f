"""The deck: a slide per step, or one for the whole picture, each with title, caption and notes."""

from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu

import engine
from engine.lesson.lesson_text import LessonText
from gui.exports.options import SLIDE_MARGIN, SLIDE_WIDTH, WIDESCREEN
from gui.exports.sequence import Scene, scenes
from gui.exports.slides.drawingml import POINT, shape, text_body
from gui.exports.slides.lettering import paragraph
from gui.exports.slides.package import packed
from gui.exports.slides.plane import Plane
from gui.exports.subject import Subject
from gui.fonts import Face
from gui.headless import ensure_application
from gui.language import tr
from gui.picture.caption import caption
from gui.picture.drawing import Drawing
from gui.picture.measure import MATH, NUMBER
from gui.picture.numbers import value_text
from gui.picture.packing import READABLE
from gui.picture.picture import Picture
from gui.picture.runs import plain_text, set_text
from gui.picture.step import walk
from gui.run import read
from gui.theme import Ink, Theme

__all__ = ["Deck", "render"]

Bounds = tuple[float, float, float, float]

_TEMPLATE = 720.0, 540.0  # the size of python-pptx's own template
_TITLE, _TITLE_SIZE = (24.0, 52.0), 28.0  # top and height, size; points
_CAPTION_SIZE, _CAPTION_GAP = 24.0, 32.0  # size, below the picture
_FIRST = 11  # number of the drawing's first shape; smaller ones are the slide's own
_INSET = 7.2  # points between a placeholder's frame and its text
_SAID_SIZES, _SAID_LINES = (16.0, 12.0), 3  # of what a lesson says; more lines are set smaller
_CAPTION_AIR = 4.0  # points of its box that are no line
_SAID_GAP = 8.0  # points between caption and lesson
_LETTER, _PITCH = 0.5, 1.2  # of a size: a letter's width on average, a line's height
_TOO_SMALL = 9.5  # points; smaller numbers are not read in a lecture hall
_LARGEST = 1.3  # points per unit; a small graph is not blown up to the whole slide


def render(subject: Subject) -> bytes:
    """Return the deck as a `.pptx` file: with steps a slide for each, else one slide.

    Numbers too small for a lecture hall are remarked.
    """
    slides = Deck(subject)
    if slides.number_size() < _TOO_SMALL:
        subject.remarks.append(_too_small(slides.number_size()))
    if subject.options.steps:
        for scene in scenes(subject, slides.picture):
            slides.add(scene.drawing, scene)
    else:
        slides.add(slides.drawing())
    return slides.data()


class Deck:
    """A presentation that grows slide by slide, all drawings of it in the same place."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        options, size = subject.options, subject.options.size or WIDESCREEN
        self._theme: Theme = options.colours
        self._said_size, said = _said_room(subject.graph) if options.steps else (0.0, 0.0)
        lines = _caption_lines(subject.graph) if options.steps else 0
        self._caption_height = lines * _CAPTION_SIZE * _PITCH + _CAPTION_AIR + said
        self._height = SLIDE_WIDTH * size.height / size.width
        self._deck = Presentation()
        self._deck.slide_width, self._deck.slide_height = (
            _points(SLIDE_WIDTH),
            _points(self._height),
        )
        self._layout = _title_only(self._deck, self._height)
        self.picture = self._readable_picture()
        whole = self.drawing()
        self._bounds, self._title = whole.bounds, whole.title

    def drawing(self) -> Drawing:
        """Return the drawing with all numbers, which no step exceeds."""
        return self._subject.drawing_of(self.picture)

    def number_size(self) -> float:
        """Return how large the numbers are on the slides, in points."""
        return self.place()[0] * self.picture.packing.number

    def add(self, drawing: Drawing, scene: Scene | None = None) -> None:
        """Add a slide with the drawing, and what the scene says."""
        slide = self._deck.slides.add_slide(self._layout)
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = _rgb(self._theme.background)
        self._write_title(slide, scene)
        per_unit, origin = self.place()
        plane = Plane(drawing, per_unit, origin, self._describe, _FIRST)
        shapes = [*plane.shapes(), *([] if scene is None else [self._caption(scene)])]
        names = nsdecls("a", "p")
        slide.shapes._spTree.extend(parse_xml(f"<p:spTree {names}>{''.join(shapes)}</p:spTree>"))
        if scene is not None:
            slide.notes_slide.notes_text_frame.text = scene.words

    def data(self) -> bytes:
        """Return the file."""
        return packed(self._deck, self._title)

    def _room(self) -> Bounds:
        """Return left, top, right, bottom of where the drawing goes, in points."""
        top = _TITLE[0] + _TITLE[1] + 12.0
        caption = self._caption_height + _CAPTION_GAP / 2
        below = SLIDE_MARGIN + (caption if self._subject.options.steps else 0.0)
        return SLIDE_MARGIN, top, SLIDE_WIDTH - SLIDE_MARGIN, self._height - below

    def _readable_picture(self) -> Picture:
        """Return the picture as it is where it can be read on a slide, else laid out for it."""
        left, top, right, bottom = self._room()
        page = right - left, bottom - top
        if self._subject.options.size is None:
            picture = self._subject.picture
            if self._subject.number_size(picture, page) >= READABLE:
                return picture
        return self._subject.picture_on(page)

    def place(self) -> tuple[float, tuple[float, float]]:
        """Return points per unit, and where the plane's origin comes to lie."""
        left, top, right, bottom = self._room()
        x0, y0, x1, y1 = self._bounds
        width, height = max(x1 - x0, 1.0), max(y1 - y0, 1.0)
        per_unit = min((right - left) / width, (bottom - top) / height, _LARGEST)
        return per_unit, (
            (left + right - width * per_unit) / 2 - x0 * per_unit,
            (top + bottom - height * per_unit) / 2 - y0 * per_unit,
        )

    def _write_title(self, slide: Any, scene: Scene | None) -> None:
        frame = slide.shapes.title.text_frame
        run = frame.paragraphs[0].add_run()
        run.text = self._title
        run.font.color.rgb = _rgb(self._theme.inks[Ink.TEXT])
        if scene is not None:
            step = frame.paragraphs[0].add_run()
            step.text = f"  —  {scene.title}"
            step.font.color.rgb = _rgb(self._theme.inks[Ink.MUTED])

    def _caption(self, scene: Scene) -> str:
        """Return the text box with what the step and its lesson say, close below the picture."""
        lines, room = scene.caption, SLIDE_WIDTH - 2 * SLIDE_MARGIN
        widest = max((line.width for line in lines), default=1.0)
        per_unit = min(_CAPTION_SIZE / MATH, room / max(widest * 1.1, 1.0))
        written = [paragraph(line, self._theme, per_unit) for line in lines]
        if scene.said:
            said = set_text(scene.said, Face.SANS, NUMBER, Ink.TEXT)
            written.append(paragraph(said, self._theme, self._said_size / NUMBER, above=_SAID_GAP))
        scale, (_, origin) = self.place()
        top = origin + self._bounds[3] * scale + _CAPTION_GAP
        top = min(top, self._height - SLIDE_MARGIN - self._caption_height)
        left, top, width, height = map(_points, (SLIDE_MARGIN, top, room, self._caption_height))
        body = text_body(written, wrapped=True)
        place = left, top, width, height
        return shape(_FIRST - 1, "caption", place, preset="rect", body=body)

    def _describe(self, node: str) -> str:
        """Return what a card shows, with the node's numbers, for those who do not see it."""
        picture = self.picture
        shown = plain_text(picture.cards[picture.index[node]].text)
        value, derivative = picture.readings.value(node), picture.readings.derivative(node)
        parts = [shown]
        if value is not None:
            parts.append(tr("value {number}").format(number=_said(value)))
        if derivative is not None:
            parts.append(tr("derivative {number}").format(number=_said(derivative)))
        return ", ".join(part for part in parts if not part.endswith(" "))


def _caption_lines(graph: engine.Graph) -> int:
    """Return how many lines the longest caption of a step has."""
    ensure_application()  # a caption is set text
    readings = read(graph)
    steps = walk(graph, readings)
    return max((len(caption(steps, place, readings)) for place in range(len(steps))), default=1)


def _said_room(graph: engine.Graph) -> tuple[float, float]:
    """Return the size and the height of the longest that the graph's own lesson says at a step."""
    lesson = LessonText.of(graph)
    letters = max((len(said.text) for said in lesson.said), default=0) if lesson else 0
    for size in _SAID_SIZES:
        lines = -(-letters * size * _LETTER // (SLIDE_WIDTH - 2 * SLIDE_MARGIN))
        if lines <= _SAID_LINES:
            break
    return size, lines * size * _PITCH + (_SAID_GAP if lines else 0.0)


def _too_small(size: float) -> str:
    return (
        f"the numbers are {size:.1f} points on a slide, too small for a lecture hall; "
        "--selection makes slides of a part, and a group folded in the editor takes one card's room"
    )


def _said(reading: Any) -> str:
    return str(reading) if isinstance(reading, str) else value_text(reading)


def _points(length: float) -> Emu:
    return Emu(round(length * POINT))


def _rgb(colour: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(colour.lstrip("#")))  # type: ignore[no-untyped-call]


def _title_only(deck: Any, height: float) -> Any:
    """Return the layout with a title, fitted to the slide; the others are taken out."""
    layouts = deck.slide_layouts
    kept = layouts.get_by_name("Title Only")
    for layout in [layout for layout in layouts if layout is not kept]:
        layouts.remove(layout)
    _set_fonts(deck.slide_master)
    for page in (deck.slide_master, kept):
        for holder in list(page.placeholders):
            kind = holder.placeholder_format.type
            if kind == PP_PLACEHOLDER.TITLE:
                # its letters, not its frame, begin where the picture does
                place = (
                    SLIDE_MARGIN - _INSET,
                    _TITLE[0],
                    SLIDE_WIDTH - 2 * (SLIDE_MARGIN - _INSET),
                    _TITLE[1],
                )
                holder.left, holder.top, holder.width, holder.height = map(_points, place)
            elif page is kept:
                holder._element.getparent().remove(holder._element)
            else:  # the body, date, footer and number of slides that are added by hand
                holder.left = Emu(round(holder.left * SLIDE_WIDTH / _TEMPLATE[0]))
                holder.width = Emu(round(holder.width * SLIDE_WIDTH / _TEMPLATE[0]))
                holder.top = Emu(round(holder.top * height / _TEMPLATE[1]))
                holder.height = Emu(round(holder.height * height / _TEMPLATE[1]))
    return kept


def _set_fonts(master: Any) -> None:
    """Let titles stand on the left in our size, and everything in the slides' own font."""
    level = master._element.find(f"{qn('p:txStyles')}/{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    level.set("algn", "l")
    level.find(qn("a:defRPr")).set("sz", str(round(_TITLE_SIZE * 100)))
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(b'latin typeface="Calibri"', b'latin typeface="Arial"')
