"""Connectors that hold on to shapes at both ends, and arrows: what python-pptx leaves to XML."""

from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Emu, Pt

from gui.exports.slides.lettering import rgb

__all__ = ["add_arrow", "add_connector", "as_line", "glue"]

Ends = tuple[Emu, Emu, Emu, Emu]


def add_connector(shapes: Any, preset: str, ends: Ends, colour: str, width: float) -> Any:
    """Add a connector of PowerPoint's kind `preset`, `width` points thick; return it."""
    connector = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
    element = connector._element
    element.spPr.find(qn("a:prstGeom")).set("prst", preset)
    element.remove(element.find(qn("p:style")))  # the theme's colour and shadow are not ours
    connector.line.color.rgb = rgb(colour)
    connector.line.width = Pt(round(width, 2))
    return connector


def glue(connector: Any, begin: tuple[Any, int], end: tuple[Any, int]) -> None:
    """Let the connector hold on to connection sites, each (shape, number of its site)."""
    held = connector._element.nvCxnSpPr.cNvCxnSpPr
    for tag, (shape, site) in (("a:stCxn", begin), ("a:endCxn", end)):
        hold = OxmlElement(tag)
        hold.set("id", str(shape.shape_id))
        hold.set("idx", str(site))
        held.append(hold)


def as_line(connector: Any) -> None:
    """Make a plain line of a connector, which holds on to nothing and moves with its group."""
    element = connector._element
    names = element.nvCxnSpPr
    element.tag, names.tag, names[1].tag = qn("p:sp"), qn("p:nvSpPr"), qn("p:cNvSpPr")


def add_arrow(connector: Any, *, strong: bool) -> None:
    """End a connector in an arrow head, about as large whether its line is `strong` or not."""
    head = OxmlElement("a:tailEnd")
    head.set("type", "triangle")
    size = "med" if strong else "lg"
    head.set("w", size)
    head.set("len", size)
    connector.line._get_or_add_ln().append(head)
