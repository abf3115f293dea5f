"""DrawingML, the XML of shapes on a slide, written at once: ten times faster than call by call.

Places are EMU (12,700 a point): left, top, width, height. Nothing of the slide theme's colours,
shadows or fonts is taken.
"""

from collections.abc import Iterable
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

__all__ = [
    "POINT",
    "Hold",
    "Line",
    "Place",
    "Point",
    "connector",
    "group",
    "line",
    "rectangles",
    "run",
    "shape",
    "text_body",
]

POINT = 12_700  # EMU
_WHOLE = 100_000  # of a share or an opacity

Place = tuple[int, int, int, int]
Point = tuple[int, int]


# An arrow head is drawn in widths of its line, and of no thinner line than this, in points.
_HEADS = {"sm": 2.0, "med": 3.0, "lg": 5.0}
_LEAST_HEADED = 2.0


class Line(NamedTuple):
    """A line: `#rrggbb`, width in points, dashes, and an arrow head at its end.

    `arrow` is how wide and how long the head should be, in points; it comes as near as it can.
    """

    colour: str
    width: float
    dashed: bool = False
    arrow: tuple[float, float] | None = None


class Hold(NamedTuple):
    """What a connector holds on to: a shape's id and the number of its connection site."""

    shape: int
    site: int


def shape(
    number: int,
    name: str,
    place: Place,
    *,
    preset: str = "roundRect",
    radius: float | None = None,
    face: str = "",
    opacity: float = 1.0,
    border: Line | None = None,
    glow: tuple[str, float, float] | None = None,
    body: str = "",
    says: str = "",
) -> str:
    """Return a shape; `radius` is the share of its shorter side that a corner takes.

    `glow` is a colour, how far it reaches in points, and its opacity; without a `face` only the
    text of `body` is seen, as in a text box.
    """
    box = ' txBox="1"' if body and not face else ""
    corner = "" if radius is None else f'<a:gd name="adj" fmla="val {round(radius * _WHOLE)}"/>'
    return (
        f"<p:sp><p:nvSpPr>{_name(number, name, says)}<p:cNvSpPr{box}/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{_frame(place)}"
        f'<a:prstGeom prst="{preset}"><a:avLst>{corner}</a:avLst></a:prstGeom>'
        f"{_fill(face, opacity)}{_stroke(border)}{_glow(glow)}</p:spPr>{body}</p:sp>"
    )


def rectangles(
    number: int, name: str, place: Place, cells: Iterable[Place], face: str, opacity: float
) -> str:
    """Return one shape of several rectangles, whose places are counted from its own."""
    _, _, width, height = place
    path = "".join(
        f'<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo>'
        f'<a:lnTo><a:pt x="{x + w}" y="{y}"/></a:lnTo>'
        f'<a:lnTo><a:pt x="{x + w}" y="{y + h}"/></a:lnTo>'
        f'<a:lnTo><a:pt x="{x}" y="{y + h}"/></a:lnTo><a:close/>'
        for x, y, w, h in cells
    )
    return (
        f"<p:sp><p:nvSpPr>{_name(number, name)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{_frame(place)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{width}" h="{height}">{path}'
        f"</a:path></a:pathLst></a:custGeom>{_fill(face, opacity)}{_stroke(None)}</p:spPr></p:sp>"
    )


def connector(
    number: int,
    name: str,
    ends: tuple[Point, Point],
    preset: str,
    drawn: Line,
    holds: tuple[Hold, Hold],
    says: str = "",
) -> str:
    """Return a connector that holds on to two shapes."""
    begin, end = (f'id="{hold.shape}" idx="{hold.site}"' for hold in holds)
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{_name(number, name, says)}"
        f"<p:cNvCxnSpPr><a:stCxn {begin}/><a:endCxn {end}/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>"
        f"<p:spPr>{_between(*ends)}"
        f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>{_stroke(drawn)}</p:spPr></p:cxnSp>'
    )


def line(number: int, name: str, ends: tuple[Point, Point], drawn: Line) -> str:
    """Return a straight line that holds on to nothing."""
    return (
        f"<p:sp><p:nvSpPr>{_name(number, name)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{_between(*ends)}"
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{_stroke(drawn)}</p:spPr></p:sp>'
    )


def group(number: int, name: str, members: Iterable[str], place: Place) -> str:
    """Return a group; its members' places are the slide's, as is its own."""
    left, top, width, height = place
    return (
        f"<p:grpSp><p:nvGrpSpPr>{_name(number, name)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f'<p:grpSpPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/>'
        f'<a:chOff x="{left}" y="{top}"/><a:chExt cx="{width}" cy="{height}"/></a:xfrm>'
        f"</p:grpSpPr>{''.join(members)}</p:grpSp>"
    )


def text_body(
    paragraphs: Iterable[str], *, middle: bool = False, wrapped: bool = False, inset: float = 0.0
) -> str:
    """Return a shape's text: nothing makes it smaller; it is broken only if `wrapped`.

    `inset` is the room on its left, in points; there is none on the other sides.
    """
    anchor, wrap = "ctr" if middle else "t", "square" if wrapped else "none"
    margins = f'lIns="{round(inset * POINT)}" tIns="0" rIns="0" bIns="0"'
    return (
        f'<p:txBody><a:bodyPr wrap="{wrap}" {margins} anchor="{anchor}">'
        f"<a:noAutofit/></a:bodyPr><a:lstStyle/>{''.join(paragraphs)}</p:txBody>"
    )


def run(text: str, size: float, font: str, colour: str, style: str = "") -> str:
    """Return a run of text; `size` is in points, `style` its further attributes."""
    face = f'typeface="{font}"'
    return (
        f'<a:r><a:rPr lang="en-US" sz="{round(size * 100)}" noProof="1" {style}>'
        f"{_colour(colour)}<a:latin {face}/><a:ea {face}/><a:cs {face}/></a:rPr>"
        f"<a:t>{escape(text)}</a:t></a:r>"
    )


def _name(number: int, name: str, says: str = "") -> str:
    described = f" descr={quoteattr(says)}" if says else ""
    return f'<p:cNvPr id="{number}" name={quoteattr(name)}{described}/>'


def _frame(place: Place) -> str:
    left, top, width, height = place
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _between(start: Point, end: Point) -> str:
    """Return the frame of what leads from start to end, turned over where that goes back or up."""
    (x0, y0), (x1, y1) = start, end
    flips = (' flipH="1"' if x1 < x0 else "") + (' flipV="1"' if y1 < y0 else "")
    return (
        f'<a:xfrm{flips}><a:off x="{min(x0, x1)}" y="{min(y0, y1)}"/>'
        f'<a:ext cx="{abs(x1 - x0)}" cy="{abs(y1 - y0)}"/></a:xfrm>'
    )


def _fill(face: str, opacity: float) -> str:
    return _colour(face, opacity) if face else "<a:noFill/>"


def _colour(colour: str, opacity: float = 1.0) -> str:
    alpha = "" if opacity >= 1.0 else f'<a:alpha val="{round(opacity * _WHOLE)}"/>'
    value = colour.lstrip("#").upper()
    return f'<a:solidFill><a:srgbClr val="{value}">{alpha}</a:srgbClr></a:solidFill>'


def _stroke(drawn: Line | None) -> str:
    if drawn is None:
        return "<a:ln><a:noFill/></a:ln>"
    dash = '<a:prstDash val="sysDash"/>' if drawn.dashed else ""
    head = ""
    if drawn.arrow is not None:
        size = _head(drawn.arrow, drawn.width)
        head = f'<a:tailEnd type="triangle" w="{size}" len="{size}"/>'
    width = round(drawn.width * POINT)
    return f'<a:ln w="{width}">{_colour(drawn.colour)}{dash}<a:round/>{head}</a:ln>'


def _head(arrow: tuple[float, float], width: float) -> str:
    """Return which size of an arrow head on a line `width` wide comes nearest to an arrow's.

    It is as wide as long: a head of two sizes would be twice as slim on one line as on another.
    """
    unit, wanted = max(width, _LEAST_HEADED), sum(arrow) / 2
    return min(_HEADS, key=lambda size: abs(_HEADS[size] * unit - wanted))


def _glow(glow: tuple[str, float, float] | None) -> str:
    if glow is None:
        return ""
    colour, reach, opacity = glow
    value, alpha = colour.lstrip("#").upper(), round(opacity * _WHOLE)
    return (
        f'<a:effectLst><a:glow rad="{round(reach * POINT)}"><a:srgbClr val="{value}">'
        f'<a:alpha val="{alpha}"/></a:srgbClr></a:glow></a:effectLst>'
    )
