"""Cards, frames and marks as native shapes."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Emu, Pt

from gui.exports.slides.lettering import rgb
from gui.picture.drawing import Box
from gui.picture.measure import LIT_GLOW

__all__ = ["add_box", "add_plain", "say", "see_through"]

_GLOW = "25000"  # opacity of a glow that fades outward, in thousandths of a percent


def add_plain(shapes: Any, kind: Any, place: Sequence[Emu], colour: str, name: str) -> Any:
    """Add a shape of one colour, with no border and none of the theme's effects."""
    shape = shapes.add_shape(kind, *place)
    shape._element.remove(shape._element.find(qn("p:style")))
    shape.name = name
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(colour)
    shape.line.fill.background()
    return shape


def add_box(shapes: Any, box: Box, place: Sequence[Emu], per_unit: float) -> Any:
    """Add a card, or the frame of a group, as a rounded rectangle; a unit is `per_unit` points."""
    shape = add_plain(shapes, MSO_SHAPE.ROUNDED_RECTANGLE, place, box.face, box.node or "frame")
    shape.adjustments[0] = min(0.5, box.radius / min(box.width, box.height))
    shape.line.color.rgb = rgb(box.border)
    shape.line.width = Pt(round(box.line * per_unit, 2))
    if box.lit:
        radius, value = round(LIT_GLOW * per_unit * 12_700), box.lit.lstrip("#").upper()
        glow = (
            f'<a:effectLst {nsdecls("a")}><a:glow rad="{radius}"><a:srgbClr val="{value}">'
            f'<a:alpha val="{_GLOW}"/></a:srgbClr></a:glow></a:effectLst>'
        )
        shape._element.spPr.append(parse_xml(glow))
    return shape


def say(shape: Any, words: str) -> None:
    """Give a shape its alternative text."""
    shape._element._nvXxPr.cNvPr.set("descr", words)


def see_through(shape: Any, opacity: float) -> None:
    """Let the ground show through a filled shape; 1 hides it."""
    alpha = OxmlElement("a:alpha")
    alpha.set("val", str(round(opacity * 100_000)))
    shape._element.spPr.find(qn("a:solidFill"))[0].append(alpha)
