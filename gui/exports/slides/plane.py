"""A drawing on a slide: every shape of it as a native one.

A card, the leads into it and their numbers are one group, so that they move together; connectors
hold on to cards and to the joints where the leads begin.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu, Pt

from gui.exports.slides.card import add_box, add_plain, say, see_through
from gui.exports.slides.connector import add_arrow, add_connector, as_line, glue
from gui.exports.slides.course import BOTTOM, STRAIGHT, TOP, Piece, Point, course_of
from gui.exports.slides.lettering import ASCENT, LINE, bare_frame, rgb, write
from gui.picture.drawing import Box, Drawing, Pill, Ring, Role, Stroke, Text, Way
from gui.picture.measure import LIT_LINE

__all__ = ["Plane"]

_ROOM = 1.35  # a text box is so much wider than our letters: another font may be
_NEAR = 0.5  # units
_CENTRED = (Role.VALUE, Role.DERIVATIVE, Role.MARK)

Describe = Callable[[str], str]
"""Says of a node what its card shows, for those who do not see it."""


@dataclass(frozen=True)
class Plane:
    """Places a drawing on a slide: point (x, y) goes to (x, y) · per_unit + origin, in points."""

    shapes: Any
    drawing: Drawing
    per_unit: float
    origin: tuple[float, float]
    describe: Describe
    _cards: dict[str, Any] = field(default_factory=dict)
    _boxes: dict[str, Box] = field(default_factory=dict)
    _groups: dict[str, Any] = field(default_factory=dict)

    def draw(self) -> None:
        """Add all shapes of the drawing: cards before the connectors that hold on to them."""
        led = {way.end or way.begin for way in self.drawing.ways()}
        for box in self.drawing.boxes():
            self._add_card(box, grouped=box.node in led)
        for way in self.drawing.ways():
            self._add_way(way)
        for shape in self.drawing.shapes:
            if isinstance(shape, Text) and shape.role is not Role.NAME:
                self._add_text(shape)
            elif isinstance(shape, Ring | Stroke):
                self._add_mark(shape)

    # --- places

    def _emu(self, *lengths: float) -> list[Emu]:
        return [Emu(round(length * self.per_unit * 12_700)) for length in lengths]

    def _at(self, x: float, y: float) -> tuple[Emu, Emu]:
        left, top = self.origin
        points = left + x * self.per_unit, top + y * self.per_unit
        return Emu(round(points[0] * 12_700)), Emu(round(points[1] * 12_700))

    def _square(self, x: float, y: float, radius: float) -> list[Emu]:
        return [*self._at(x - radius, y - radius), *self._emu(2 * radius, 2 * radius)]

    def _group(self, node: str) -> Any:
        """Return the shapes that a node's belong to: its group's, or the slide's."""
        return self._groups.get(node, self.shapes)

    # --- shapes

    def _add_card(self, box: Box, *, grouped: bool) -> None:
        if grouped:
            group = self.shapes.add_group_shape()
            group.name = f"{box.node} with its inputs"
            self._groups[box.node] = group.shapes
        place = [*self._at(box.left, box.top), *self._emu(box.width, box.height)]
        shape = add_box(self._group(box.node), box, place, self.per_unit)
        if not box.node:
            return
        self._cards[box.node], self._boxes[box.node] = shape, box
        say(shape, self.describe(box.node))
        texts = (t for t in self.drawing.texts() if t.role is Role.NAME and t.node == box.node)
        for text in texts:
            write(bare_frame(shape, middle=True), text.text, self.drawing.theme, self.per_unit)

    def _add_way(self, way: Way) -> None:
        """Add an edge: connectors from its card to its lead, or to the next card at once."""
        pieces, tip = course_of(way.points, self.per_unit)
        if way.edge is None:
            self._add_lead(way, pieces[0].start, tip, f"{way.begin} →")
            return
        name = f"{way.edge.source} → {way.edge.target}"
        held, last = self._cards[way.begin], self._boxes[way.end]
        if abs(pieces[0].start[1] - _middle(self._boxes[way.begin])) > _NEAR:
            held = self._add_joint(way, pieces[0].start)  # one of several outputs of a group
        if [piece.preset for piece in pieces] == [STRAIGHT] and _meets(last, tip):
            piece = Piece(STRAIGHT, pieces[0].start, tip)
            self._connect(way, piece, held, self._cards[way.end], name)
            return
        for piece in pieces:
            joint = self._add_joint(way, piece.end)
            self._connect(way, piece, held, joint, name)
            held = joint
        self._add_lead(way, pieces[-1].end, tip, f"lead of {name}")

    def _connect(self, way: Way, piece: Piece, begin: Any, end: Any, name: str) -> None:
        # PowerPoint's quarters and elbows begin level; one that ends level is drawn from its end
        start, stop = (begin, piece.leaves, piece.start), (end, piece.enters, piece.end)
        if piece.preset != STRAIGHT and piece.leaves in (TOP, BOTTOM):
            start, stop = stop, start
        ends = (*self._at(*start[2]), *self._at(*stop[2]))
        width = way.line * self.per_unit
        added = add_connector(self.shapes, piece.preset, ends, way.colour, width)
        added.name = name
        if way.edge is not None:
            say(added, f"edge from {way.edge.source} to {way.edge.target}")
        glue(added, start[:2], stop[:2])
        if end is self._cards.get(way.end):
            add_arrow(added, strong=way.line >= LIT_LINE)

    def _add_joint(self, way: Way, at: Point) -> Any:
        """Add the dot where two pieces of an edge meet, as thick as its line."""
        shapes = self._group(way.end or way.begin)
        place = self._square(*at, way.line / 2)
        kind = MSO_SHAPE.ROUNDED_RECTANGLE  # round, with the four sites that all programs know
        joint = add_plain(shapes, kind, place, way.colour, f"joint before {way.end}")
        joint.adjustments[0] = 0.5
        return joint

    def _add_lead(self, way: Way, start: Point, tip: Point, name: str) -> None:
        """Add the straight arrow into a port; it moves with its card, so it holds on to nothing."""
        shapes = self._group(way.end or way.begin)
        ends = (*self._at(*start), *self._at(*tip))
        lead = add_connector(shapes, "line", ends, way.colour, way.line * self.per_unit)
        lead.name = name
        add_arrow(lead, strong=way.line >= LIT_LINE)
        as_line(lead)

    def _add_text(self, text: Text) -> None:
        size = max(run.size for run in text.text.runs)
        spare = text.text.width * (_ROOM - 1.0) + size
        width = text.text.width + spare
        centred = text.role in _CENTRED
        before = spare / 2 if centred else spare if text.role is Role.SUM else 0.0
        top = text.baseline - ASCENT * size
        owner = text.edge.target if text.edge else text.node
        shapes = self._group(self._card_of(text, owner))
        self._add_light(shapes, text)
        box = shapes.add_textbox(*self._at(text.left - before, top), *self._emu(width, LINE * size))
        whose = f"{text.edge.source} → {text.edge.target}" if text.edge else text.node
        box.name = f"{text.role.value} {whose}".strip()
        align = "centre" if centred else "right" if text.role is Role.SUM else "left"
        write(bare_frame(box), text.text, self.drawing.theme, self.per_unit, align)

    def _card_of(self, text: Text, owner: str) -> str:
        """Return the node of the card that a text moves with."""
        if text.edge is None:
            return owner
        ends = {way.edge: way.end for way in self.drawing.ways()}
        return ends.get(text.edge, owner)

    def _add_light(self, shapes: Any, text: Text) -> None:
        """Add the ground that sets a number off, where it has one, to where the number will be."""
        x, y = text.left + text.text.width / 2, text.baseline - text.text.ascent / 2
        for pill in self.drawing.shapes:
            if isinstance(pill, Pill) and pill.holds(x, y):
                place = [*self._at(pill.left, pill.top), *self._emu(pill.width, pill.height)]
                kind = MSO_SHAPE.ROUNDED_RECTANGLE
                light = add_plain(shapes, kind, place, pill.colour, "light")
                light.adjustments[0] = min(0.5, pill.radius / pill.height)
                see_through(light, pill.opacity)

    def _add_mark(self, mark: Ring | Stroke) -> None:
        if isinstance(mark, Ring):
            place = self._square(mark.x, mark.y, mark.radius)
            ring = add_plain(self.shapes, MSO_SHAPE.OVAL, place, mark.face, "mark")
            if mark.line:
                ring.line.color.rgb = rgb(mark.border)
                ring.line.width = Pt(round(mark.line * self.per_unit, 2))
            if mark.dash is not None:
                ring.line.dash_style = MSO_LINE.SQUARE_DOT
        else:
            half, length = mark.line / 2, mark.y1 - mark.y0 + mark.line
            place = [*self._at(mark.x0 - half, mark.y0 - half), *self._emu(mark.line, length)]
            kind = MSO_SHAPE.ROUNDED_RECTANGLE
            add_plain(self.shapes, kind, place, mark.colour, "mark").adjustments[0] = 0.5


def _meets(box: Box, tip: Point) -> bool:
    """Tell whether an arrow ends where the card has a connection site of its own."""
    return abs(tip[1] - _middle(box)) < _NEAR


def _middle(box: Box) -> float:
    return box.top + box.height / 2
