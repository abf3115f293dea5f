"""The shapes a drawing is made of, each with its place and its colours.

Lengths are picture units, y downward; colours are `#rrggbb`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
from numpy.typing import NDArray

import engine
from gui.picture.measure import ARROW_HALF, ARROW_LENGTH, LIT_GLOW
from gui.picture.path import HEAD_FOOT
from gui.picture.plain_text import plain_text
from gui.picture.runs import Bracket, Patch, Typeset, set_text
from gui.theme import Kind

__all__ = ["Box", "Pill", "Ring", "Role", "Shape", "Stroke", "Text", "Way", "bounds", "moved"]

Points = NDArray[np.float64]


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
    `place` orders the ways of a picture alike whatever is lit: that is drawn over the others.
    """

    points: Points
    colour: str
    line: float
    edge: engine.Edge | None
    begin: str
    end: str = ""
    place: int = -1

    def stroke(self) -> Points:
        """Return the curves to the foot of the arrow head, where the line ends."""
        shortened = self.points.copy()
        # the last piece is straight and level: its end and both its controls move to the left
        foot = self.points[-1] - (HEAD_FOOT, 0.0)
        shortened[-3:] = self.points[-4], foot, foot
        return shortened

    def head(self) -> Points:
        """Return the three corners of the arrow head, the tip first."""
        x, y = self.points[-1]
        foot = x - ARROW_LENGTH
        return np.array([(x, y), (foot, y - ARROW_HALF), (foot, y + ARROW_HALF)])


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
        runs = self.text.runs
        plain = len(runs) == 1 and not self.text.words  # a number, as most texts are
        return runs[0].text if plain else plain_text(self.text)

    def pieces(self) -> Iterator["Text"]:
        """Yield what has a baseline of its own, for formats whose text is one line: each entry.

        A text of one line is its only piece.
        """
        if not self.text.words:
            yield self
            return
        for run in self.text.runs:
            line = set_text(run.text, run.face, run.size, run.ink)
            left, baseline = self.left + run.x, self.baseline + run.y
            yield Text(line, left, baseline, self.role, self.node, self.edge)

    def brackets(self) -> Iterator[Bracket]:
        """Yield the brackets around its entries."""
        return (bracket.shifted(self.left, self.baseline) for bracket in self.text.brackets)

    def patches(self) -> Iterator[Patch]:
        """Yield the cells of a map, in the order they are painted, below all else."""
        return (patch.shifted(self.left, self.baseline) for patch in self.text.patches)

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


def moved(shape: Shape, x: float, y: float) -> Shape:
    """Return a shape so far to the right and down."""
    if isinstance(shape, Way):
        return replace(shape, points=shape.points + np.array((x, y)))
    if isinstance(shape, Text):
        return replace(shape, left=shape.left + x, baseline=shape.baseline + y)
    if isinstance(shape, Ring):
        return replace(shape, x=shape.x + x, y=shape.y + y)
    if isinstance(shape, Stroke):
        x0, x1, y0, y1 = shape.x0 + x, shape.x1 + x, shape.y0 + y, shape.y1 + y
        return replace(shape, x0=x0, x1=x1, y0=y0, y1=y1)
    return replace(shape, left=shape.left + x, top=shape.top + y)


def bounds(shapes: Iterable[Shape]) -> tuple[float, float, float, float]:
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
