"""A drawing on a slide: every shape of it as a native one.

A card, the leads into it and their numbers are one group, so that they move together; connectors
hold on to cards and to the joints where the leads begin.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

import engine
from gui.exports.slides.course import BOTTOM, STRAIGHT, TOP, Course, Piece, Point, courses_of
from gui.exports.slides.drawingml import (
    POINT,
    Hold,
    Line,
    Place,
    connector,
    group,
    line,
    rectangles,
    shape,
    text_body,
)
from gui.exports.slides.lettering import ASCENT, LINE, paragraph, shrunk_into
from gui.language import tr
from gui.picture.composite_card import parts
from gui.picture.drawing import Box, Drawing, Pill, Ring, Role, Stroke, Text, Way
from gui.picture.measure import ARROW_HALF, ARROW_LENGTH, BRACKET_LINE, LIT_GLOW
from gui.picture.runs import Bracket, Patch
from gui.picture.two_lines import lines_of
from gui.theme import Kind

__all__ = ["Plane"]

_ROOM = 1.35  # a text box is so much wider than our letters: another font may be
_NEAR = 0.5  # units
_GLOW = 0.25  # opacity; a slide's glow fades outward, ours does not
_SIDES = "rightBracket", "leftBracket"
_CENTRED = (Role.VALUE, Role.DERIVATIVE, Role.SUM, Role.MARK)

Describe = Callable[[str], str]
"""Says of a node what its card shows, for those who do not see it."""


@dataclass
class _Group:
    """What moves together: shapes, and the box around them."""

    name: str
    members: list[str] = field(default_factory=list)
    left: int = 2**31
    top: int = 2**31
    right: int = 0
    bottom: int = 0

    def add(self, xml: str, place: Place) -> None:
        left, top, width, height = place
        self.left, self.right = min(self.left, left), max(self.right, left + width)
        self.top, self.bottom = min(self.top, top), max(self.bottom, top + height)
        self.members.append(xml)

    @property
    def place(self) -> Place:
        return self.left, self.top, self.right - self.left, self.bottom - self.top


class Plane:
    """Places a drawing on a slide: point (x, y) goes to (x, y) · per_unit + origin, in points.

    `first` is the number of the first shape; a slide's shapes have numbers of their own each.
    """

    def __init__(
        self,
        drawing: Drawing,
        per_unit: float,
        origin: tuple[float, float],
        describe: Describe,
        first: int,
    ) -> None:
        self._drawing = drawing
        self._per_unit = per_unit
        self._origin = origin
        self._describe = describe
        self._numbers = count(first)
        self._boxes = {box.node: box for box in drawing.boxes() if box.node}
        self._names = {t.node: t for t in drawing.texts() if t.role is Role.NAME}
        self._pills = [pill for pill in drawing.shapes if isinstance(pill, Pill)]
        self._end_of = {way.edge: way.end for way in drawing.ways() if way.edge is not None}
        self._cards: dict[str, int] = {}
        self._groups: dict[str, _Group] = {}
        self._behind: list[str] = []
        self._above: list[str] = []

    def shapes(self) -> Iterator[str]:
        """Yield the XML of all shapes: frames, cards with their leads, connectors, the rest."""
        for box in self._drawing.boxes():
            self._add_box(box)
        ways = list(self._drawing.ways())
        connectors = [
            xml
            for way, course in zip(ways, self._courses(ways), strict=True)
            for xml in self._way(way, course)
        ]
        for item in self._drawing.shapes:
            if isinstance(item, Text) and item.role is not Role.NAME:
                self._add_text(item)
            elif isinstance(item, Ring | Stroke):
                self._above.append(self._mark(item))
        yield from self._behind
        for gathered in self._groups.values():
            if len(gathered.members) == 1:
                yield gathered.members[0]
            else:
                yield group(next(self._numbers), gathered.name, gathered.members, gathered.place)
        yield from connectors
        yield from self._above

    def _courses(self, ways: Sequence[Way]) -> list[Course]:
        """Return the course of each way, the same one on every slide.

        Where edges rise depends on their order, and what a step lights is drawn last.
        """
        order = sorted(range(len(ways)), key=lambda k: ways[k].place)
        found = courses_of([ways[k].points for k in order], self._per_unit)
        placed = dict(zip(order, found, strict=True))
        return [placed[k] for k in range(len(ways))]

    # --- places

    def _point(self, x: float, y: float) -> tuple[int, int]:
        left, top = self._origin
        across, down = left + x * self._per_unit, top + y * self._per_unit
        return round(across * POINT), round(down * POINT)

    def _place(self, left: float, top: float, width: float, height: float) -> Place:
        scale = self._per_unit * POINT
        return *self._point(left, top), round(width * scale), round(height * scale)

    # --- shapes

    def _add_box(self, box: Box) -> None:
        number = next(self._numbers)
        place = self._place(box.left, box.top, box.width, box.height)
        radius = min(0.5, box.radius / min(box.width, box.height))
        xml = shape(
            number,
            box.node or "frame",
            place,
            radius=radius,
            face=box.face,
            border=Line(box.border, box.line * self._per_unit),
            body=self._card_text(box),
            says=self._describe(box.node) if box.node else "",
        )
        if box.node:
            self._cards[box.node] = number
            self._groups[box.node] = gathered = _Group(f"{box.node} with its inputs")
            if box.lit:
                # By itself: LibreOffice leads the connectors of what glows around all the glow.
                glow = box.lit, LIT_GLOW * self._per_unit, _GLOW
                below, name = next(self._numbers), f"glow of {box.node}"
                gathered.add(
                    shape(below, name, place, radius=radius, face=box.face, glow=glow), place
                )
            gathered.add(xml, place)
            if box.kind is Kind.GROUP:
                self._add_output_names(box, gathered)
        elif self._groups:  # the second border of the card before it
            next(reversed(self._groups.values())).add(xml, place)
        else:
            self._behind.append(xml)

    def _card_text(self, box: Box) -> str:
        """Return what is written on a card; on a folded group's its title alone."""
        name = self._names.get(box.node) if box.node else None
        if name is None:
            return ""
        theme, scale = self._drawing.theme, self._per_unit
        if box.kind is not Kind.GROUP:
            lines = lines_of(name.text)
            scale *= shrunk_into(box.width, lines)
            return text_body([paragraph(line, theme, scale) for line in lines], middle=True)
        title, left, _ = parts(name.text)[0]
        inset = (name.left + left - box.left) * scale
        return text_body([paragraph(title, theme, scale, "left")], middle=True, inset=inset)

    def _add_output_names(self, box: Box, gathered: _Group) -> None:
        """Write the names of a folded group's outputs where they leave it."""
        name = self._names[box.node]
        for part, x, y in parts(name.text)[1:]:
            size = max(run.size for run in part.runs)
            top = name.baseline + y - ASCENT * size
            place = self._place(name.left + x, top, part.width, LINE * size)
            written = paragraph(part, self._drawing.theme, self._per_unit, "right")
            body, number = text_body([written]), next(self._numbers)
            gathered.add(shape(number, "output", place, preset="rect", body=body), place)

    def _way(self, way: Way, course: Course) -> Iterator[str]:
        """Yield an edge's connectors, from its card to its lead or to the next card at once."""
        pieces, tip = course
        if way.edge is None:
            self._add_lead(way, pieces[0].start, tip, f"{way.begin} →")
            return
        name = f"{way.edge.source} → {way.edge.target}"
        held, last = self._cards[way.begin], self._cards[way.end]
        if abs(pieces[0].start[1] - _middle(self._boxes[way.begin])) > _NEAR:
            held = self._joint(way, pieces[0].start)  # one of several outputs of a group
        direct = len(pieces) == 1 and pieces[0].preset == STRAIGHT
        if direct and abs(tip[1] - _middle(self._boxes[way.end])) < _NEAR:
            yield self._connector(way, Piece(STRAIGHT, pieces[0].start, tip), held, last, way.edge)
            return
        for piece in pieces:
            joint = self._joint(way, piece.end)
            yield self._connector(way, piece, held, joint, way.edge)
            held = joint
        self._add_lead(way, pieces[-1].end, tip, f"lead of {name}")

    def _connector(self, way: Way, piece: Piece, begin: int, end: int, edge: engine.Edge) -> str:
        start, stop = piece.start, piece.end
        holds = Hold(begin, piece.leaves), Hold(end, piece.enters)
        # PowerPoint's quarters and elbows begin level; one that ends level is drawn from its end
        if piece.preset != STRAIGHT and piece.leaves in (TOP, BOTTOM):
            start, stop, holds = stop, start, holds[::-1]
        ends = self._point(*start), self._point(*stop)
        drawn = self._line(way, arrow=end == self._cards.get(way.end))
        name = f"{edge.source} → {edge.target}"
        says = tr("edge from {source} to {target}").format(source=edge.source, target=edge.target)
        return connector(next(self._numbers), name, ends, piece.preset, drawn, holds, says)

    def _line(self, way: Way, *, arrow: bool) -> Line:
        head = 2 * ARROW_HALF * self._per_unit, ARROW_LENGTH * self._per_unit
        return Line(way.colour, way.line * self._per_unit, arrow=head if arrow else None)

    def _joint(self, way: Way, at: Point) -> int:
        """Add the square, as thick as the line, where two pieces of an edge meet; return its id."""
        number, radius = next(self._numbers), way.line / 2
        place = self._place(at[0] - radius, at[1] - radius, way.line, way.line)
        # A square: LibreOffice ends a piece at its border. Its four sites all programs know.
        xml = shape(number, f"joint before {way.end}", place, preset="rect", face=way.colour)
        self._groups[way.end or way.begin].add(xml, place)
        return number

    def _add_lead(self, way: Way, start: Point, tip: Point, name: str) -> None:
        """Add the straight arrow into a port; it moves with its card and holds on to nothing."""
        ends = self._point(*start), self._point(*tip)
        xml = line(next(self._numbers), name, ends, self._line(way, arrow=True))
        place = self._place(start[0], start[1], tip[0] - start[0], 0.0)
        self._groups[way.end or way.begin].add(xml, place)

    def _add_text(self, text: Text) -> None:
        """Add a text on its ground, each entry of a matrix in a box of its own."""
        owner = self._end_of.get(text.edge, "") if text.edge else self._card_of(text.node)
        lines = (self._text_box(piece) for piece in text.pieces())
        brackets = (self._bracket(bracket) for bracket in text.brackets())
        patches = (self._patch(patch) for patch in text.patches())
        for xml, place in (*self._light(text), *patches, *lines, *brackets):
            if owner in self._groups:
                self._groups[owner].add(xml, place)
            else:
                self._above.append(xml)

    def _text_box(self, text: Text) -> tuple[str, Place]:
        size = max(run.size for run in text.text.runs)
        spare = text.text.width * (_ROOM - 1.0) + size
        centred = text.role in _CENTRED
        left, top = text.left - (spare / 2 if centred else 0.0), text.baseline - ASCENT * size
        place = self._place(left, top, text.text.width + spare, LINE * size)
        whose = f"{text.edge.source} → {text.edge.target}" if text.edge else text.node
        name, align = f"{text.role.value} {whose}".strip(), "centre" if centred else "left"
        body = text_body([paragraph(text.text, self._drawing.theme, self._per_unit, align)])
        return shape(next(self._numbers), name, place, preset="rect", body=body), place

    def _patch(self, patch: Patch) -> tuple[str, Place]:
        place = self._place(*patch.box())
        left, top, _, _ = place
        cells = ((x - left, y - top, w, h) for x, y, w, h in (self._place(*c) for c in patch.cells))
        face, share = patch.colour(self._drawing.theme)
        return rectangles(next(self._numbers), "changes", place, cells, face, share), place

    def _bracket(self, bracket: Bracket) -> tuple[str, Place]:
        left = min(bracket.x, bracket.x + bracket.foot)
        height = bracket.bottom - bracket.top
        place = self._place(left, bracket.top, abs(bracket.foot), height)
        colour, number = self._drawing.theme.inks[bracket.ink], next(self._numbers)
        line, side = Line(colour, BRACKET_LINE * self._per_unit), _SIDES[bracket.foot > 0]
        return shape(number, "bracket", place, preset=side, radius=0.0, border=line), place

    def _card_of(self, node: str) -> str:
        """Return the node by which the card that shows `node` is known; a group has many."""
        if node in self._groups:
            return node
        ways = (way for way in self._drawing.ways() if way.edge is None)
        return next((way.begin for way in ways), "") if node else ""

    def _light(self, text: Text) -> Iterator[tuple[str, Place]]:
        """Yield the ground that sets a number off, where it has one."""
        x, y = text.left + text.text.width / 2, text.baseline - text.text.ascent / 2
        for pill in self._pills:
            if pill.holds(x, y):
                place = self._place(pill.left, pill.top, pill.width, pill.height)
                share, number = min(0.5, pill.radius / pill.height), next(self._numbers)
                face, opacity = pill.colour, pill.opacity
                yield shape(number, "light", place, radius=share, face=face, opacity=opacity), place

    def _mark(self, mark: Ring | Stroke) -> str:
        number = next(self._numbers)
        if isinstance(mark, Stroke):
            half, length = mark.line / 2, mark.y1 - mark.y0 + mark.line
            place = self._place(mark.x0 - half, mark.y0 - half, mark.line, length)
            return shape(number, "mark", place, radius=0.5, face=mark.colour)
        side = 2 * mark.radius
        place = self._place(mark.x - mark.radius, mark.y - mark.radius, side, side)
        width = mark.line * self._per_unit
        border = Line(mark.border, width, dashed=mark.dash is not None) if mark.line else None
        return shape(number, "mark", place, preset="ellipse", face=mark.face, border=border)


def _middle(box: Box) -> float:
    return box.top + box.height / 2
