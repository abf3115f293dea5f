"""The one description that every export is made from: shapes with their places and colours.

`draw(picture, theme)` lists what the canvas shows, in the order it is painted: the ways of the
edges with their arrow heads, the cards, what is written, marks, the legend. PNG, SVG, PDF, slides,
TikZ and HTML all walk this list, so they cannot differ from each other. Lengths are picture units
(1 unit is 1 CSS pixel, 1/96 inch, at scale 1), y downward; colours are `#rrggbb`.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

import engine
from gui.fonts import Face
from gui.picture.frame import FRAME_LINE, FRAME_RADIUS
from gui.picture.labels import Label
from gui.picture.lit import Lit
from gui.picture.measure import (
    ARROW_HALF,
    ARROW_LENGTH,
    LINE,
    LIT_GLOW,
    LIT_LINE,
    LIT_PAD,
    MATH,
)
from gui.picture.paint_lit import PILL, fresh_labels
from gui.picture.path import HEAD_FOOT
from gui.picture.picture import Picture
from gui.picture.runs import Typeset, set_text
from gui.theme import Ink, Kind, Theme

__all__ = ["Box", "Drawing", "Pill", "Ring", "Role", "Shape", "Stroke", "Text", "Way", "draw"]

Points = NDArray[np.float64]

BORDER = LINE * 0.8  # width of a card's border
INSET = 3.5  # from a composite's border to its second one
_DARK = Lit(Ink.VALUE)  # nothing is lit
MARK = 9.0  # radius of a mark on a card


class Role(Enum):
    """What a text is there for."""

    NAME = "name"  # on a card: its name, formula or value
    VALUE = "value"  # above an edge
    DERIVATIVE = "derivative"  # below an edge
    SUM = "sum"  # a node's derivative as the sum over its edges
    GROUP = "group"  # the title of an open group's frame
    MARK = "mark"
    LEGEND = "legend"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Box:
    """A node's card: a rounded rectangle, a pill where `radius` is half the height.

    Without a `node` it is no card but the frame of an open group, or a composite's second border,
    which has no `face`.
    One that is `lit` has the light's colour around its border, `LIT_GLOW` wide and as opaque as
    `GLOW`.
    """

    left: float
    top: float
    width: float
    height: float
    radius: float
    face: str
    border: str
    line: float
    node: str
    kind: Kind
    lit: str = ""

    def glow(self) -> tuple[float, float, float, float, float]:
        """Return left, top, width, height and radius of the middle of a lit card's glow."""
        half, whole = LIT_GLOW / 2, LIT_GLOW
        left, top = self.left - half, self.top - half
        return left, top, self.width + whole, self.height + whole, self.radius + half


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """An edge's line and arrow head: a chain of cubic curves, `points` of shape (1 + 3k, 2).

    The last point is the tip of the head, which points to the right. `begin` and `end` are the
    nodes of the cards at its ends; the arrow that leaves the output has no `edge` and no `end`.
    """

    points: Points
    colour: str
    line: float
    edge: engine.Edge | None
    begin: str
    end: str = ""

    def stroke(self) -> Points:
        """Return the curves to the foot of the arrow head, where the line ends."""
        shortened = self.points.copy()
        # the last piece is straight and level: its end and both its controls move to the left
        foot = self.points[-1] - (HEAD_FOOT, 0.0)
        shortened[-3:] = self.points[-4], foot, foot
        return shortened

    def head(self) -> Points:
        """Return the three corners of the arrow head, the tip first."""
        return head_at(*self.points[-1])


@dataclass(frozen=True, slots=True)
class Text:
    """Set text with its start at `left` on the `baseline`.

    Each run has an ink; `Drawing.theme.inks` gives its colour. `node` or `edge` says whose it is.
    """

    text: Typeset
    left: float
    baseline: float
    role: Role
    node: str = ""
    edge: engine.Edge | None = None

    def words(self) -> str:
        """Return the text without its setting, for those who do not see it."""
        return "".join(run.text for run in self.text.runs)

    def box(self) -> tuple[float, float, float, float]:
        """Return left, top, right, bottom of the letters."""
        top, bottom = self.baseline - self.text.ascent, self.baseline + self.text.descent
        return self.left, top, self.left + self.text.width, bottom


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle; `line` 0 has no border, `dash` gives lengths of line and gap."""

    x: float
    y: float
    radius: float
    face: str
    border: str
    line: float
    dash: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line with round ends."""

    x0: float
    y0: float
    x1: float
    y1: float
    colour: str
    line: float


@dataclass(frozen=True, slots=True)
class Pill:
    """The ground that sets a number off, `opacity` from 0 to 1."""

    left: float
    top: float
    width: float
    height: float
    radius: float
    colour: str
    opacity: float

    def holds(self, x: float, y: float) -> bool:
        """Tell whether the point lies on it."""
        return 0 <= x - self.left <= self.width and 0 <= y - self.top <= self.height


Shape = Box | Way | Text | Ring | Stroke | Pill


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in painting order; `bounds` is left, top, right, bottom of all of them."""

    shapes: tuple[Shape, ...]
    bounds: tuple[float, float, float, float]
    theme: Theme
    title: str

    def boxes(self) -> Iterator[Box]:
        """Yield the cards."""
        return (shape for shape in self.shapes if isinstance(shape, Box))

    def ways(self) -> Iterator[Way]:
        """Yield the edges, then the output's arrow."""
        return (shape for shape in self.shapes if isinstance(shape, Way))

    def texts(self) -> Iterator[Text]:
        """Yield all that is written."""
        return (shape for shape in self.shapes if isinstance(shape, Text))


def draw(
    picture: Picture,
    theme: Theme,
    *,
    nodes: Collection[str] | None = None,
    legend: bool = True,
    lit: Lit | None = None,
) -> Drawing:
    """Return the drawing of `picture`, or of its `nodes` and the edges among them.

    What is `lit` is set off as on the canvas; half-way light is drawn as if it had arrived.
    Selection, hover and grid are the canvas's own and never in it.
    """
    whole, index = nodes is None, picture.index
    rows = range(len(picture.names)) if nodes is None else sorted({index[name] for name in nodes})
    chosen = set(rows)
    edges = [
        i
        for i, edge in enumerate(picture.edges)
        if index[edge.source] in chosen and index[edge.target] in chosen
    ]
    output = picture.readings.output or ""
    arrow = index.get(output) in chosen
    light = lit or _DARK
    shapes: list[Shape] = list(_frames(picture, theme)) if whole else []
    ways = [_way(picture, theme, i, light) for i in edges]
    if arrow:
        ways += _output_way(picture, theme, light)
    ways.sort(key=lambda way: way.line)  # what is lit runs over what is not
    shapes += ways
    for row in rows:
        shapes += _card(picture, theme, row, light)
    shapes += (_name(picture, row) for row in rows)
    if whole:
        shapes += _pills(picture, theme, light)
    # a number that a lesson's step still hides is set as nothing
    shapes += (text for text in _numbers(picture, rows, edges, arrow=arrow) if text.words())
    shapes += _missing(picture, theme, chosen)
    if legend and edges:
        left, _, _, bottom = picture.content_bounds() if whole else _bounds(shapes)
        shapes += (_text(label, Role.LEGEND) for label in picture.legend_at(left, bottom))
    return Drawing(tuple(shapes), _bounds(shapes), theme, picture.graph.title or "")


def head_at(x: float, y: float) -> Points:
    """Return the corners of the arrow head that points right at (x, y), the tip first."""
    return np.array(
        [(x, y), (x - ARROW_LENGTH, y - ARROW_HALF), (x - ARROW_LENGTH, y + ARROW_HALF)]
    )


def _frames(picture: Picture, theme: Theme) -> Iterator[Shape]:
    """Yield the frames of open groups with their titles, the outer ones first."""
    for frame in picture.frames():
        left, top, right, bottom = frame.box
        sides = left, top, right - left, bottom - top
        yield Box(*sides, FRAME_RADIUS, theme.frame, theme.border, FRAME_LINE, "", Kind.GROUP)
        yield Text(frame.title, *frame.title_place, Role.GROUP)


def _way(picture: Picture, theme: Theme, i: int, lit: Lit) -> Way:
    edge = picture.edges[i]
    colour, line = (theme.inks[lit.ink], LIT_LINE) if edge in lit.edges else (theme.edge, LINE)
    begin, end = (picture.names[picture.index[name]] for name in edge[:2])
    return Way(picture.ways[i], colour, line, edge, begin, end)


def _output_way(picture: Picture, theme: Theme, lit: Lit) -> Iterator[Way]:
    arrow, output = picture.output_arrow(), picture.readings.output or ""
    if arrow is not None:
        start, end = arrow
        bright = lit.fresh and output in lit.nodes
        colour, line = (theme.inks[lit.ink], LIT_LINE) if bright else (theme.edge, LINE)
        card = picture.names[picture.index[output]]
        yield Way(np.array([start, start, end, end]), colour, line, None, card)


def _card(picture: Picture, theme: Theme, row: int, lit: Lit) -> Iterator[Shape]:
    card, name = picture.cards[row], picture.names[row]
    (x, y), (width, height) = picture.centres[row].tolist(), picture.sizes[row].tolist()
    strange = row == picture.index.get(picture.readings.first_nonfinite or "")
    border, line = (theme.illegal, LINE) if strange else (theme.border, BORDER)
    left, top = x - width / 2, y - height / 2
    face = theme.faces[card.kind]
    light = theme.inks[lit.ink] if any(picture.index.get(n) == row for n in lit.nodes) else ""
    if light:
        border, line = light, LIT_LINE
    yield Box(left, top, width, height, card.radius, face, border, line, name, card.kind, light)
    if card.kind is Kind.GROUP:
        inner = left + INSET, top + INSET, width - 2 * INSET, height - 2 * INSET
        yield Box(*inner, card.radius - INSET, "", border, line, "", card.kind)
    if strange:
        yield from _strange(left + width - card.radius / 2, top + card.radius / 4, theme)


def _strange(x: float, y: float, theme: Theme) -> Iterator[Shape]:
    """Yield the mark of the card where NaN or infinity starts: an exclamation mark in a ring."""
    yield Ring(x, y, MARK, theme.background, theme.illegal, LINE)
    yield Stroke(x, y - 4.2, x, y + 0.6, theme.illegal, 2.2)
    yield Ring(x, y + 4.4, 1.1, theme.illegal, theme.illegal, 0.0)


def _name(picture: Picture, row: int) -> Text:
    text = picture.cards[row].text
    x, y = picture.centres[row].tolist()
    # the letters' middle, not the line's, sits in the card's middle
    left, baseline = x - text.width / 2, y + MATH * 0.32
    return Text(text, left, baseline, Role.NAME, picture.names[row])


def _numbers(
    picture: Picture, rows: Iterable[int], edges: Iterable[int], *, arrow: bool
) -> Iterator[Text]:
    roles = Role.VALUE, Role.DERIVATIVE
    for i in edges:
        edge = picture.edges[i]
        for label, role in zip(picture.edge_labels(i), roles, strict=True):
            yield _text(label, role, edge.source, edge)
    labels = picture.output_labels() if arrow else None
    for label, role in zip(labels or (), roles, strict=False):
        yield _text(label, role, picture.readings.output or "")
    for row in rows:
        summed = picture.sum_label(row)
        if summed is not None:
            yield _text(summed, Role.SUM, picture.names[row])


def _pills(picture: Picture, theme: Theme, lit: Lit) -> Iterator[Pill]:
    """Yield the grounds of the numbers that a step brought."""
    for label in fresh_labels(picture, lit):
        left, top, right, bottom = label.box()
        width, height = right - left + 2 * LIT_PAD, bottom - top + LIT_PAD
        place = left - LIT_PAD, top - LIT_PAD / 2, width, height
        yield Pill(*place, height / 2.5, theme.inks[lit.ink], PILL)


def _missing(picture: Picture, theme: Theme, rows: set[int]) -> Iterator[Shape]:
    """Yield a dashed ring with a question mark for every port that waits for its edge."""
    amber = theme.inks[Ink.WARNING]
    mark = set_text("?", Face.BOLD, 13, Ink.WARNING)
    for row, port in picture.missing_ports():
        if row in rows:
            x, y = picture.port_point(row, port)
            yield Ring(x, y, MARK, theme.background, amber, LINE, (2.0 * LINE, 1.6 * LINE))
            left, baseline = x - mark.width / 2, y + mark.ascent / 2
            yield Text(mark, left, baseline, Role.MARK, picture.names[row])


def _text(label: Label, role: Role, node: str = "", edge: engine.Edge | None = None) -> Text:
    return Text(label.text, label.left, label.baseline, role, node, edge)


def _bounds(shapes: Iterable[Shape]) -> tuple[float, float, float, float]:
    """Return left, top, right, bottom of all shapes, lines without their width."""
    boxes = np.array([_box(shape) for shape in shapes]).reshape(-1, 4)
    if not len(boxes):
        return 0.0, 0.0, 0.0, 0.0
    left, top = boxes[:, :2].min(axis=0).tolist()
    right, bottom = boxes[:, 2:].max(axis=0).tolist()
    return left, top, right, bottom


def _box(shape: Shape) -> tuple[float, float, float, float]:
    if isinstance(shape, Box | Pill):
        right, bottom = shape.left + shape.width, shape.top + shape.height
        return shape.left, shape.top, right, bottom
    if isinstance(shape, Way):
        (left, top), (right, bottom) = shape.points.min(axis=0), shape.points.max(axis=0)
        return left, top, right, bottom
    if isinstance(shape, Ring):
        x, y, r = shape.x, shape.y, shape.radius
        return x - r, y - r, x + r, y + r
    if isinstance(shape, Stroke):
        xs, ys = (shape.x0, shape.x1), (shape.y0, shape.y1)
        return min(xs), min(ys), max(xs), max(ys)
    return shape.box()
