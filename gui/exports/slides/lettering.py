"""Set text as a slide's paragraph: italics, inks, real sub- and superscripts.

The fonts are ones that every reader has, or has in the same widths: Times New Roman for
mathematics (STIX Two is drawn after Times) and Arial for numbers. Ours may be missing there, and
a substitute of unknown width would be cut off or overlap.
"""

from collections.abc import Sequence

from gui.exports.slides.drawingml import run
from gui.fonts import Face
from gui.picture.measure import CARD_AIR
from gui.picture.plain_text import in_line
from gui.picture.runs import Run, Typeset, advance
from gui.theme import Ink, Theme

__all__ = ["ASCENT", "LINE", "paragraph", "shrunk_into", "title_runs"]

MATH_FONT, TEXT_FONT = "Times New Roman", "Arial"
ASCENT, LINE = 0.9, 1.15  # of both, per size: above the baseline, and a whole line
_RAISED, _LOWERED = 'baseline="30000"', 'baseline="-25000"'  # thousandths of a percent
_LEANING = 0.06  # of a size, between a letter that leans and what is raised beside it
_ALIGNED = {"left": "l", "centre": "ctr", "right": "r"}


def paragraph(
    text: Typeset, theme: Theme, per_unit: float, align: str = "centre", *, above: float = 0.0
) -> str:
    """Return set text as a paragraph's XML, `above` points from the one before.

    A unit is `per_unit` points.
    """
    base = max((piece.size for piece in text.runs), default=0)
    afters = (*text.runs[1:], None)
    runs = "".join(
        _run(piece, base, theme, per_unit, leans=_leans(piece, after, base))
        for piece, after in zip(text.runs, afters, strict=True)
    )
    space = f'<a:spcBef><a:spcPts val="{round(above * 100)}"/></a:spcBef>'
    return f'<a:p><a:pPr algn="{_ALIGNED[align]}">{space}</a:pPr>{runs}</a:p>'


def shrunk_into(width: float, lines: Sequence[Typeset]) -> float:
    """Return what a text's size on a card so wide is multiplied by, 1 where it has room.

    A slide has no scripts above each other: `b^{[1]}_i` is wider there than it is drawn.
    """
    widths = (sum(advance(r.text, r.face, r.size) for r in line.runs) for line in lines)
    return min(1.0, (width - 2 * CARD_AIR) / max(1.0, *widths))


def title_runs(text: Typeset, theme: Theme, size: float) -> list[str]:
    """Return a formula as the runs of a title, `size` points large, with its powers as letters.

    A title is read in an outline, too, where `(b − y)²` must not become `(b − y)2`; `n1` may stand
    there for a lowered 1.
    """
    found = []
    for letters, face, side in in_line(text.runs):
        style = 'i="1"' if face is Face.ITALIC else ""
        if side:
            style = f"{style} {_RAISED if side > 0 else _LOWERED}"
        found.append(run(letters, size, MATH_FONT, theme.inks[Ink.TEXT], style))
    return found


def _leans(piece: Run, after: Run | None, base: int) -> bool:
    """Tell whether a letter leans into a superscript: Times' own d² and f² touch."""
    raised = after is not None and after.size < base and after.y < 0
    return raised and piece.face is Face.ITALIC and len(piece.text) == 1


def _run(piece: Run, base: int, theme: Theme, per_unit: float, *, leans: bool) -> str:
    style = 'b="1"' if piece.face is Face.BOLD else 'i="1"' if piece.face is Face.ITALIC else ""
    size = piece.size
    if piece.size < base and piece.y:  # PowerPoint makes a script smaller by itself
        style, size = f"{style} {_RAISED if piece.y < 0 else _LOWERED}", base
    if leans:  # what follows is so far away, in hundredths of a point
        style = f'{style} spc="{round(_LEANING * size * per_unit * 100)}"'
    font = TEXT_FONT if piece.face in (Face.SANS, Face.BOLD) else MATH_FONT
    return run(piece.text, round(size * per_unit, 1), font, theme.inks[piece.ink], style)
