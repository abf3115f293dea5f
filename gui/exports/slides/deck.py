"""The deck: a slide per step, or one for the whole picture, each with title, caption and notes."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu

from gui.exports.options import SLIDE_MARGIN, SLIDE_WIDTH
from gui.exports.sequence import Scene
from gui.exports.slide_pages import SlidePage, size_remark, slide_pages
from gui.exports.slide_room import SAID_GAP, STEP, TITLE, SlideRoom, title_size
from gui.exports.slides.drawingml import POINT, shape, text_body
from gui.exports.slides.lettering import paragraph, title_runs
from gui.exports.slides.package import packed
from gui.exports.slides.plane import Plane
from gui.exports.subject import Subject
from gui.fonts import Face
from gui.language import tr
from gui.picture.measure import MATH, NUMBER
from gui.picture.numbers import value_text
from gui.picture.plain_text import plain_text
from gui.picture.runs import advance, set_text
from gui.readings import Seen
from gui.theme import Ink, Theme

__all__ = ["Deck", "render"]

_TEMPLATE = 720.0, 540.0  # the size of python-pptx's own template
_FIRST = 11  # number of the drawing's first shape; smaller ones are the slide's own
_NO_BREAK = "\N{NO-BREAK SPACE}"
_INSET = 7.2  # points between a placeholder's frame and its text


def render(subject: Subject) -> bytes:
    """Return the deck as a `.pptx` file: with steps a slide for each, else one slide.

    Numbers too small for a lecture hall are remarked.
    """
    room = SlideRoom(subject)
    pages = slide_pages(subject, room)
    slides = Deck(subject, room, [page.scene.title for page in pages if page.scene])
    remark = size_remark(room, pages)
    if remark:
        subject.remarks.append(remark)
    for page in pages:
        slides.add(page)
    return slides.data()


class Deck:
    """A presentation that grows slide by slide, all drawings of it in the same place.

    Its titles, which end with that of a step, are as large as the longest has room in one line.
    """

    def __init__(self, subject: Subject, room: SlideRoom, steps: Iterable[str]) -> None:
        self._room = room
        self._theme: Theme = subject.options.colours
        self._deck = Presentation()
        self._deck.slide_width, self._deck.slide_height = _points(SLIDE_WIDTH), _points(room.height)
        self._title_size = title_size(room.title, steps)
        self._layout = _title_only(self._deck, room.height, self._title_size)

    def add(self, page: SlidePage) -> None:
        """Add a slide with its picture and what its scene says."""
        scene = page.scene
        slide = self._deck.slides.add_slide(self._layout)
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = _rgb(self._theme.background)
        self._write_title(slide, scene)
        per_unit, origin = page.room.place(page.own_bounds)
        readings = self._room.picture.readings if scene is None else scene.readings
        describe = partial(self._describe, readings)
        plane = Plane(page.drawing, per_unit, origin, describe, _FIRST)
        shapes = [*plane.shapes(), *([] if scene is None else [self._caption(scene, page)])]
        names = nsdecls("a", "p")
        slide.shapes._spTree.extend(parse_xml(f"<p:spTree {names}>{''.join(shapes)}</p:spTree>"))
        if scene is not None:
            slide.notes_slide.notes_text_frame.text = scene.words

    def data(self) -> bytes:
        """Return the file."""
        return packed(self._deck, self._room.title)

    def _write_title(self, slide: Any, scene: Scene | None) -> None:
        line = slide.shapes.title.text_frame.paragraphs[0]
        formula = self._room.formula
        if formula is None:
            run = line.add_run()
            run.text = self._room.title
            run.font.color.rgb = _rgb(self._theme.inks[Ink.TEXT])
        else:
            runs = "".join(title_runs(formula, self._theme, self._title_size))
            line._p.extend(parse_xml(f"<a:p {nsdecls('a')}>{runs}</a:p>"))
        if scene is not None:
            step = line.add_run()
            step.text = f"{STEP}{self._unbroken(scene.title)}"
            step.font.color.rgb = _rgb(self._theme.inks[Ink.MUTED])

    def _unbroken(self, step: str) -> str:
        """Return what a step is called, held together where the title takes two lines."""
        whole, size = f"{self._room.title}{STEP}{step}", round(self._title_size)
        fits = advance(whole, Face.SANS, size) <= SLIDE_WIDTH - 2 * SLIDE_MARGIN
        return step if fits else step.replace(" ", _NO_BREAK)

    def _caption(self, scene: Scene, page: SlidePage) -> str:
        """Return the text box with what the step and its lesson say, close below the picture."""
        room = page.room
        width, per_unit = SLIDE_WIDTH - 2 * SLIDE_MARGIN, room.caption_size / MATH
        written = [paragraph(line, self._theme, per_unit) for line in scene.caption]
        if scene.said:
            said = set_text(scene.said, Face.SANS, NUMBER, Ink.TEXT)
            written.append(paragraph(said, self._theme, room.said_size / NUMBER, above=SAID_GAP))
        top, height = room.caption_top(page.own_bounds), room.caption_height
        place = _points(SLIDE_MARGIN), _points(top), _points(width), _points(height)
        body = text_body(written, wrapped=True)
        return shape(_FIRST - 1, "caption", place, preset="rect", body=body)

    def _describe(self, readings: Seen, node: str) -> str:
        """Return what a card shows, with the node's numbers, for those who do not see it."""
        picture = self._room.picture
        row = picture.index[node]
        composite = picture.shown.composites.get(row)
        shown = composite.group.title if composite else plain_text(picture.cards[row].text)
        value, derivative = readings.value(node), readings.derivative(node)
        parts = [shown]
        if value is not None:
            parts.append(tr("value {number}").format(number=_said(value)))
        if derivative is not None:
            parts.append(tr("derivative {number}").format(number=_said(derivative)))
        return ", ".join(part for part in parts if part and not part.endswith(" "))


def _said(reading: Any) -> str:
    return str(reading) if isinstance(reading, str) else value_text(reading)


def _points(length: float) -> Emu:
    return Emu(round(length * POINT))


def _rgb(colour: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(colour.lstrip("#")))  # type: ignore[no-untyped-call]


def _title_only(deck: Any, height: float, title_size: float) -> Any:
    """Return the layout with a title, fitted to the slide; the others are taken out."""
    layouts = deck.slide_layouts
    kept = layouts.get_by_name("Title Only")
    for layout in [layout for layout in layouts if layout is not kept]:
        layouts.remove(layout)
    _set_fonts(deck.slide_master, title_size)
    for page in (deck.slide_master, kept):
        for holder in list(page.placeholders):
            kind = holder.placeholder_format.type
            if kind == PP_PLACEHOLDER.TITLE:
                # its letters, not its frame, begin where the picture does
                place = (
                    SLIDE_MARGIN - _INSET,
                    TITLE[0],
                    SLIDE_WIDTH - 2 * (SLIDE_MARGIN - _INSET),
                    TITLE[1],
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


def _set_fonts(master: Any, title_size: float) -> None:
    """Let titles stand on the left in their size, and everything in the slides' own font."""
    level = master._element.find(f"{qn('p:txStyles')}/{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    level.set("algn", "l")
    level.find(qn("a:defRPr")).set("sz", str(round(title_size * 100)))
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(b'latin typeface="Calibri"', b'latin typeface="Arial"')
