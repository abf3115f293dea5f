"""The one description that every export is made from: shapes with their places and colours.

`draw(picture, theme)` lists what the canvas shows, in the order it is painted: the ways of the
edges with their arrow heads, the cards, what is written, marks, the legend. PNG, SVG, PDF, slides,
TikZ and HTML all walk this list, so they cannot differ from each other. Lengths are picture units
(1 unit is 1 CSS pixel, 1/96 inch, at scale 1), y downward; colours are `#rrggbb`.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

import engine
from engine.progress import report, watched
from gui.fonts import Face
from gui.picture.border import border_of
from gui.picture.frame import FRAME_LINE, FRAME_RADIUS, Frame
from gui.picture.frame_title import title_grounds
from gui.picture.labels import Label
from gui.picture.lit import Lit, lit_rows
from gui.picture.measure import (
    IN_CORNER,
    INSET,
    LINE,
    LIT_LINE,
    MARK,
    MATH,
    MIDDLE,
)
from gui.picture.paint_lit import PILL, fresh_labels
from gui.picture.picture import Picture
from gui.picture.runs import set_text
from gui.picture.shape import Box, Pill, Ring, Role, Shape, Stroke, Text, Way, bounds
from gui.picture.title import title_of
from gui.theme import Ink, Kind, Theme

__all__ = ["Box", "Drawing", "Pill", "Ring", "Role", "Shape", "Stroke", "Text", "Way", "draw"]

Points = NDArray[np.float64]

_DARK = Lit(Ink.VALUE)  # nothing is lit
_WAYS, _CARDS, _NUMBERS = 0.1, 0.6, 0.9  # shares of the work, up to the end of each
_FEW = 8  # cards between two reports: to set a long formula takes a while
_AT_ONCE = 256  # edges whose numbers are placed between two reports


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
    edges = _edges_among(picture, chosen)
    arrow = index.get(picture.readings.output or "") in chosen
    light = lit or _DARK
    frames = picture.frames() if whole else ()
    shapes: list[Shape] = [_frame(frame, theme) for frame in frames]
    ways = [_way(picture, theme, i, light) for i in watched(edges, 0.0, _WAYS)]
    if arrow:
        ways += _output_way(picture, theme, light)
    ways.sort(key=lambda way: way.line)  # what is lit runs over what is not
    shapes += ways
    shapes += _titles(picture, theme, frames)
    bright, marked = lit_rows(picture.shown, lit, rows), picture.marked_rows()
    for place, row in enumerate(rows):
        if not place % _FEW:
            report(_WAYS + (_CARDS - _WAYS) * place / len(rows))
        seen = light if row in bright else None
        shapes += _card(picture, theme, row, seen, strange=row in marked)
        shapes.append(_name(picture, row))
    if whole:
        shapes += _pills(picture, theme, light)
    # a number that a lesson's step still hides is set as nothing
    shapes += (text for text in _numbers(picture, rows, edges, arrow=arrow) if text.words())
    shapes += _missing(picture, theme, chosen)
    if legend and edges:
        left, _, _, bottom = picture.content_bounds() if whole else bounds(shapes)
        shapes += (_text(label, Role.LEGEND) for label in picture.legend_at(left, bottom))
    return Drawing(
        tuple(shapes), bounds(shapes), theme, title_of(picture.graph, picture.readings.output)
    )


def _edges_among(picture: Picture, rows: Collection[int]) -> list[int]:
    index = picture.index
    return [
        i
        for i, edge in enumerate(picture.edges)
        if index[edge.source] in rows and index[edge.target] in rows
    ]


def _frame(frame: Frame, theme: Theme) -> Box:
    """Return the frame of an open group."""
    left, top, right, bottom = frame.box
    sides = left, top, right - left, bottom - top
    return Box(*sides, FRAME_RADIUS, theme.frame, theme.border, FRAME_LINE, "", Kind.GROUP)


def _titles(picture: Picture, theme: Theme, frames: Sequence[Frame]) -> Iterator[Shape]:
    """Yield the titles of frames, each on a ground where an edge runs through it."""
    for frame, ground in zip(frames, title_grounds(picture, frames), strict=True):
        if ground is not None:
            yield Pill(*ground, theme.frame, 1.0)
        yield Text(frame.title, *frame.title_place, Role.GROUP)


def _way(picture: Picture, theme: Theme, i: int, lit: Lit) -> Way:
    edge = picture.edges[i]
    colour, line = (theme.inks[lit.ink], LIT_LINE) if edge in lit.edges else (theme.edge, LINE)
    begin, end = (picture.names[picture.index[name]] for name in edge[:2])
    return Way(picture.way(i), colour, line, edge, begin, end, i)


def _output_way(picture: Picture, theme: Theme, lit: Lit) -> Iterator[Way]:
    arrow, output = picture.output_arrow(), picture.readings.output or ""
    if arrow is not None:
        start, end = arrow
        bright = lit.fresh and output in lit.nodes
        colour, line = (theme.inks[lit.ink], LIT_LINE) if bright else (theme.edge, LINE)
        card = picture.names[picture.index[output]]
        yield Way(np.array([start, start, end, end]), colour, line, None, card)


def _card(
    picture: Picture, theme: Theme, row: int, lit: Lit | None, *, strange: bool
) -> Iterator[Shape]:
    card, name = picture.cards[row], picture.names[row]
    (x, y), (width, height) = picture.centres[row].tolist(), picture.sizes[row].tolist()
    border, line = border_of(card.kind, theme)
    if strange:
        border, line = theme.illegal, max(line, LINE)
    left, top = x - width / 2, y - height / 2
    face = theme.faces[card.kind]
    light = theme.inks[lit.ink] if lit else ""
    outer = (light, LIT_LINE) if light else (border, line)
    yield Box(left, top, width, height, card.radius, face, *outer, name, card.kind, light)
    if card.kind is Kind.GROUP:
        inner = left + INSET, top + INSET, width - 2 * INSET, height - 2 * INSET
        yield Box(*inner, card.radius - INSET, "", border, line, "", card.kind)
    if strange:
        inside = IN_CORNER * card.radius
        yield from _strange(left + width - inside, top + inside, theme)


def _strange(x: float, y: float, theme: Theme) -> Iterator[Shape]:
    """Yield the mark of the card where NaN or infinity starts: an exclamation mark in a ring."""
    yield Ring(x, y, MARK, theme.background, theme.illegal, LINE)
    yield Stroke(x, y - 4.2, x, y + 0.6, theme.illegal, 2.2)
    yield Ring(x, y + 4.4, 1.1, theme.illegal, theme.illegal, 0.0)


def _name(picture: Picture, row: int) -> Text:
    text = picture.cards[row].text
    x, y = picture.centres[row].tolist()
    # the letters' middle, not the line's, sits in the card's middle
    left, baseline = x - text.width / 2, y + MATH * MIDDLE
    return Text(text, left, baseline, Role.NAME, picture.names[row])


def _numbers(
    picture: Picture, rows: Sequence[int], edges: Iterable[int], *, arrow: bool
) -> Iterator[Text]:
    roles = Role.VALUE, Role.DERIVATIVE
    for i, of_edge in _labelled(picture, list(edges)):
        edge = picture.edges[i]
        for label, role in zip(of_edge, roles, strict=True):
            yield _text(label, role, edge.source, edge)
    labels = picture.output_labels() if arrow else None
    for label, role in zip(labels or (), roles, strict=False):
        yield _text(label, role, picture.readings.output or "")
    for row, summed in picture.sum_labels(watched(rows, _NUMBERS, 1.0)):
        yield _text(summed, Role.SUM, picture.names[row])


def _labelled(picture: Picture, edges: list[int]) -> Iterator[tuple[int, tuple[Label, Label]]]:
    """Yield edges with their numbers, which are placed some at a time."""
    for first in range(0, len(edges), _AT_ONCE):
        report(_CARDS + (_NUMBERS - _CARDS) * first / len(edges))
        some = edges[first : first + _AT_ONCE]
        yield from zip(some, picture.labels_of(some), strict=True)


def _pills(picture: Picture, theme: Theme, lit: Lit) -> Iterator[Pill]:
    """Yield the grounds of the numbers that a step brought."""
    for label in fresh_labels(picture, lit):
        yield Pill(*label.ground(), theme.inks[lit.ink], PILL)


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
