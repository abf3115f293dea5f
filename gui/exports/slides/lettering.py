"""Set text as the runs of a slide's paragraph: italics, inks, real sub- and superscripts.

The fonts are ones that every reader has, or has in the same widths: Times New Roman for
mathematics (STIX Two is drawn after Times) and Arial for numbers. Ours may be missing there, and
a substitute of unknown width would be cut off or overlap.
"""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Pt

from gui.fonts import Face
from gui.picture.runs import Run, Typeset
from gui.theme import Theme

__all__ = [
    "ASCENT",
    "LINE",
    "MATH_FONT",
    "TEXT_FONT",
    "bare_frame",
    "rgb",
    "set_paragraph",
    "write",
]

MATH_FONT, TEXT_FONT = "Times New Roman", "Arial"
ASCENT, LINE = 0.9, 1.15  # of both, per size: above the baseline, and a whole line
_RAISED, _LOWERED = "30000", "-25000"  # thousandths of a percent of the size
_ALIGNED = {"left": PP_ALIGN.LEFT, "centre": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}


def rgb(colour: str) -> RGBColor:
    """Return `#rrggbb` as a slide's colour."""
    return RGBColor(*bytes.fromhex(colour.lstrip("#")))  # type: ignore[no-untyped-call]


def bare_frame(shape: Any, *, middle: bool = False) -> Any:
    """Return the shape's text frame with no margins, no wrapping and no size of its own."""
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = False
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
    return frame


def write(frame: Any, text: Typeset, theme: Theme, per_unit: float, align: str = "centre") -> None:
    """Write set text as the frame's only paragraph; a unit is `per_unit` points."""
    set_paragraph(frame.paragraphs[0], text, theme, per_unit, align)


def set_paragraph(
    paragraph: Any, text: Typeset, theme: Theme, per_unit: float, align: str = "centre"
) -> None:
    """Write set text into a paragraph."""
    paragraph.alignment = _ALIGNED[align]
    base = max((run.size for run in text.runs), default=0)
    for piece in text.runs:
        _run(paragraph.add_run(), piece, base, theme, per_unit)


def _run(run: Any, piece: Run, base: int, theme: Theme, per_unit: float) -> None:
    run.text = piece.text
    scripted = piece.size < base and piece.y != 0
    font = run.font
    # PowerPoint makes a script smaller by itself
    font.size = Pt(round((base if scripted else piece.size) * per_unit, 1))
    font.name = TEXT_FONT if piece.face in (Face.SANS, Face.BOLD) else MATH_FONT
    font.bold = piece.face is Face.BOLD
    font.italic = piece.face is Face.ITALIC
    font.color.rgb = rgb(theme.inks[piece.ink])
    if scripted:
        font._element.set("baseline", _RAISED if piece.y < 0 else _LOWERED)
