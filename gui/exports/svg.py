"""SVG: shapes and letters as outlines, so that every viewer shows the same with no font of ours."""

from collections.abc import Iterable, Sequence
from html import escape

from engine.formats.picture_file import svg_metadata
from engine.progress import watched
from gui.exports.frame import Frame, frame_of
from gui.exports.length import length
from gui.exports.options import Options
from gui.exports.sequence import captioned, scenes
from gui.exports.subject import Subject
from gui.exports.svg_letters import Letters, Outlines, definitions
from gui.picture.drawing import Box, Drawing, Pill, Ring, Shape, Stroke, Text, Way
from gui.picture.measure import BRACKET_LINE, LIT_GLOW
from gui.picture.paint_lit import GLOW
from gui.theme import Ink, Theme

__all__ = ["Elements", "render", "render_drawing", "render_steps"]


def render(subject: Subject) -> bytes:
    """Return the picture as an SVG file, with its graph in the metadata."""
    graph = subject.contents() if subject.options.embed else None
    return render_drawing(subject.drawing, subject.options, graph)


def render_steps(subject: Subject) -> list[bytes]:
    """Return an SVG file for each step, all of one size, with the caption below the picture."""
    graph = subject.contents() if subject.options.embed else None
    drawings, options = captioned(scenes(subject)), subject.options
    written = Elements(options.colours)
    return [render_drawing(drawing, options, graph, written) for drawing in drawings]


def render_drawing(
    drawing: Drawing,
    options: Options,
    graph: bytes | None = None,
    written: "Elements | None" = None,
) -> bytes:
    """Return the drawing as an SVG file; `graph` is embedded where it is given.

    `written` knows the texts of other drawings in this one's theme.
    """
    written = Elements(drawing.theme) if written is None else written
    frame = frame_of(drawing.bounds, options)
    left, top, width, height = frame.left, frame.top, frame.width, frame.height
    view = " ".join(map(length, (left, top, width, height)))
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        # of a letter's outline the older name is understood by every program that reads SVG
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'{_size(frame, options)} viewBox="{view}" role="img">',
        f"<title>{escape(drawing.title)}</title>",
    ]
    if graph is not None:
        parts.append(svg_metadata(graph))
    used: Outlines = {}
    shapes = [element for shape in watched(drawing.shapes) for element in written.of(shape, used)]
    parts += "<defs>", *definitions(used), "</defs>"
    if not options.transparent:
        sides = _sides(left, top, width, height)
        parts.append(f'<rect {sides} fill="{drawing.theme.background}"/>')
    return "\n".join((*parts, *shapes, "</svg>\n")).encode()


def _size(frame: Frame, options: Options) -> str:
    width, height = frame.width * frame.scale, frame.height * frame.scale
    if options.width is not None or (options.size is not None and options.size.exact):
        width, height = frame.pixels
    return f'width="{length(width)}" height="{length(height)}"'


class Elements:
    """The SVG elements of shapes, in one theme.

    A text that several pictures have in common, as the steps of a lesson do most, is set once:
    nothing else takes as long.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._letters = Letters()
        self._texts: dict[Text, tuple[tuple[str, ...], Outlines]] = {}

    def of(self, shape: Shape, used: Outlines) -> Iterable[str]:
        """Return the elements of one shape, and add the outlines of its letters to `used`."""
        if isinstance(shape, Text):
            known = self._texts.get(shape)
            if known is None:
                own: Outlines = {}
                elements = tuple(_text(shape, self._theme, self._letters, own))
                known = self._texts[shape] = elements, own
            used.update(known[1])
            return known[0]
        if isinstance(shape, Way):
            return _way(shape)
        if isinstance(shape, Box):
            return _box(shape)
        return (_simple(shape),)


def _box(box: Box) -> Iterable[str]:
    if box.lit:
        painted = _painted("none", box.lit, LIT_GLOW)
        yield f'<rect {_place(*box.glow())} {painted} stroke-opacity="{GLOW}"/>'
    place = _place(box.left, box.top, box.width, box.height, box.radius)
    yield f"<rect {place} {_painted(box.face or 'none', box.border, box.line)}/>"


def _place(left: float, top: float, width: float, height: float, radius: float) -> str:
    return f'{_sides(left, top, width, height)} rx="{length(radius)}"'


def _sides(left: float, top: float, width: float, height: float) -> str:
    place = f'x="{length(left)}" y="{length(top)}"'
    return f'{place} width="{length(width)}" height="{length(height)}"'


def _simple(shape: Ring | Stroke | Pill) -> str:
    if isinstance(shape, Pill):
        place = _place(shape.left, shape.top, shape.width, shape.height, shape.radius)
        return f'<rect {place} fill="{shape.colour}" fill-opacity="{shape.opacity}"/>'
    if isinstance(shape, Ring):
        place = f'cx="{length(shape.x)}" cy="{length(shape.y)}" r="{length(shape.radius)}"'
        dash = ""
        if shape.dash is not None:
            dash = f' stroke-dasharray="{length(shape.dash[0])} {length(shape.dash[1])}"'
        return f"<circle {place} {_painted(shape.face, shape.border, shape.line)}{dash}/>"
    ends = f'd="M{length(shape.x0)} {length(shape.y0)}L{length(shape.x1)} {length(shape.y1)}"'
    return f'<path {ends} {_painted("none", shape.colour, shape.line)} stroke-linecap="round"/>'


def _painted(fill: str, stroke: str, line: float) -> str:
    border = f' stroke="{stroke}" stroke-width="{length(line)}"' if line else ""
    return f'fill="{fill}"{border}'


def _way(way: Way) -> Iterable[str]:
    points = way.stroke().tolist()
    data = "M" + _pair(points[0])
    for at in range(1, len(points), 3):
        data += "C" + " ".join(_pair(point) for point in points[at : at + 3])
    painted = _painted("none", way.colour, way.line)
    yield f'<path d="{data}" {painted} stroke-linejoin="round"/>'
    corners = "L".join(_pair(corner) for corner in way.head().tolist())
    yield f'<path d="M{corners}Z" fill="{way.colour}"/>'


def _text(text: Text, theme: Theme, letters: Letters, used: Outlines) -> Iterable[str]:
    """Yield one group of letters for each ink, named by the words it writes."""
    for patch in text.patches():
        data = "".join(map(_cell, patch.cells))
        fill, share = patch.colour(theme)
        opacity = f' fill-opacity="{share:g}"' if share < 1.0 else ""
        yield f'<path d="{data}" fill="{fill}"{opacity} shape-rendering="crispEdges"/>'
    written: dict[Ink, list[str]] = {}
    for run in text.text.runs:
        written.setdefault(run.ink, []).append(letters.of(run, used))
    label = escape(text.words())
    place = f"translate({length(text.left)} {length(text.baseline)})"
    for ink, parts in written.items():
        uses = "".join(parts)
        if uses:
            fill = theme.inks[ink]
            yield f'<g aria-label="{label}" fill="{fill}" transform="{place}">{uses}</g>'
    for bracket in text.brackets():
        line = "L".join(map(_pair, bracket.corners()))
        yield f'<path d="M{line}" {_painted("none", theme.inks[bracket.ink], BRACKET_LINE)}/>'


def _cell(cell: tuple[float, float, float, float]) -> str:
    left, top, width, height = cell
    return f"M{length(left)} {length(top)}h{length(width)}v{length(height)}h{length(-width)}Z"


def _pair(point: Sequence[float]) -> str:
    return f"{length(point[0])} {length(point[1])}"
