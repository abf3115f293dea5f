r"""TikZ: the drawing's shapes as paths, its texts as LaTeX's own mathematics.

The file compiles alone, and inside a document by `\input`. Letters are LaTeX's, so they are as
wide as the document's fonts make them; each stands centred where ours would.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import groupby

from engine.formats.latex import ALONE, END
from engine.formats.latex_text import letter_definition, letters_latex, plain_latex
from gui.exports.length import length
from gui.exports.options import ExportError, Options
from gui.exports.subject import Subject
from gui.fonts import Face
from gui.language import count_text, tr
from gui.picture.composite_card import parts
from gui.picture.drawing import Box, Drawing, Pill, Ring, Role, Shape, Stroke, Text, Way
from gui.picture.measure import BRACKET_LINE, CARD_AIR, LIT_GLOW, MATH
from gui.picture.paint_lit import GLOW
from gui.picture.runs import Run
from gui.picture.shape import moved
from gui.theme import Kind, Theme

__all__ = ["picture_code", "render"]

_POINTS = 10.0  # of a formula on a card
_UNIT = _POINTS / MATH  # points for a unit of the picture
_FARTHEST = 16_000  # points; TeX has no length of 16,384

# Another font's letters may be wider than ours: a text that nearly fills its card is set smaller.
_FIT = (
    "\\def\\chainrulefit#1#2{\\setbox0\\hbox{#2}"
    "\\ifdim\\wd0>#1\\resizebox{#1}{!}{\\box0}\\else\\box0\\fi}%\n"
)

# what has no letters but those of numbers: `Σ = −8e12`, `2 → 2.001`, `[0, 1]: 3×4`, `NaN`
_NUMBERS = re.compile(r"(?:NaN|\de[−\d]|[−+\d.→∞Σ=×()\[\],;:… ])+")
_TIGHT = (  # lists, sums, = and → have mathematics' own spaces, shapes and exponents none
    (re.compile(r"([,;])\\ "), r"\1"),
    (re.compile(r"\\ ([=+-]|\\to )\\ "), r"\1"),
    (re.compile(r"(?<=\d)\\times (?=\d)"), r"{\\times}"),
    (re.compile(r"(?<=\d)\\mathrm\{e\}(-?)(?=\d)"), r"\\mathrm{e}{\1}"),
)


def render(subject: Subject) -> bytes:
    """Return the picture as a TikZ picture."""
    return picture_code(subject.drawing, subject.options).encode("utf-8", "replace")


def picture_code(drawing: Drawing, options: Options) -> str:
    """Return the drawing as a LaTeX file; raises ExportError for one that TeX cannot draw."""
    check_reach(drawing, options)
    pad, ground = options.padding, _has_ground(drawing, options)
    drawing = _within_reach(drawing, pad if ground else 0.0)
    rooms = _rooms(drawing)
    lines_of = partial(_lines, theme=drawing.theme, rooms=rooms)
    drawn = [f"  {line};\n" for shape in drawing.shapes for line in lines_of(shape)]
    lines = [
        "% Alone it takes the class standalone, on Debian of texlive-latex-extra.\n",
        ALONE.format(packages="amsmath,tikz", options="[border=4pt]{standalone}"),
        "\\begingroup%\n",
        _FIT,
        letter_definition("".join(drawn)),
        *(f"\\definecolor{{{name}}}{{HTML}}{{{colour}}}%\n" for colour, name in _names(drawing)),
        f"\\begin{{tikzpicture}}[x={_UNIT:.4f}pt, y=-{_UNIT:.4f}pt, inner sep=0pt]\n",
    ]
    if ground:
        left, top, right, bottom = drawing.bounds
        sides = left - pad, top - pad, right - left + 2 * pad, bottom - top + 2 * pad
        filled = _rectangle(f"fill={_name(drawing.theme.background)}", *sides, 0.0)
        lines.append(f"  {filled};\n")
    lines += drawn
    lines += ["\\end{tikzpicture}%\n\\endgroup\n", END]
    return "".join(lines)


def check_reach(drawing: Drawing, options: Options) -> None:
    """Raise ExportError where a drawing, or the ground beneath it, is larger than TeX measures."""
    pad = options.padding if _has_ground(drawing, options) else 0.0
    left, top, right, bottom = drawing.bounds
    wide, high = ((end - begin + 2 * pad) * _UNIT for begin, end in ((left, right), (top, bottom)))
    if max(wide, high) > _FARTHEST:
        said = tr(
            "the picture would be {width} × {height} points large, and TeX draws at most {most}; "
            "lay it out for a page, or select a part of it"
        )
        sizes = {"width": round(wide), "height": round(high), "most": _FARTHEST}
        raise ExportError(said.format(**{key: count_text(size) for key, size in sizes.items()}))


def _has_ground(drawing: Drawing, options: Options) -> bool:
    return not options.transparent and drawing.theme.name != "light"


def _within_reach(drawing: Drawing, pad: float) -> Drawing:
    """Return the drawing, moved to the origin where it stands too far from it for TeX.

    Its ground reaches `pad` beyond it.
    """
    left, top, right, bottom = drawing.bounds
    if (max(map(abs, drawing.bounds)) + pad) * _UNIT <= _FARTHEST:
        return drawing
    shapes = tuple(moved(shape, -left, -top) for shape in drawing.shapes)
    return replace(drawing, shapes=shapes, bounds=(0.0, 0.0, right - left, bottom - top))


def _name(colour: str) -> str:
    """Return what a colour `#rrggbb` is called in the file."""
    return f"chainrule{colour[1:]}"


def _names(drawing: Drawing) -> Iterator[tuple[str, str]]:
    """Yield each colour of the theme as six digits, and its name."""
    theme = drawing.theme
    plain = (theme.background, theme.edge, theme.border, theme.frame, theme.illegal)
    inks = *theme.inks.values(), *theme.negatives.values()
    for colour in dict.fromkeys((*plain, *theme.faces.values(), *inks)):
        yield colour[1:].upper(), _name(colour)


def _lines(shape: Shape, theme: Theme, rooms: Mapping[str, float]) -> Iterator[str]:
    if isinstance(shape, Text):
        yield from _patches(shape, theme)
        room = rooms.get(shape.node, 0.0) if shape.role is Role.NAME else 0.0
        yield from (_text(piece, theme, room, side) for piece, side in _sided(shape, rooms))
        for bracket in shape.brackets():
            painted = f"{_name(theme.inks[bracket.ink])}, {_width(BRACKET_LINE)}"
            yield f"\\draw[{painted}] {' -- '.join(_point(*at) for at in bracket.corners())}"
    elif isinstance(shape, Way):
        yield from _way(shape)
    elif isinstance(shape, Box):
        if shape.lit:
            painted = f"draw={_name(shape.lit)}, draw opacity={GLOW:g}, {_width(LIT_GLOW)}"
            yield _rectangle(painted, *shape.glow())
        fill = f"fill={_name(shape.face)}, " if shape.face else ""
        painted = f"{fill}draw={_name(shape.border)}, {_width(shape.line)}"
        yield _rectangle(painted, shape.left, shape.top, shape.width, shape.height, shape.radius)
    elif isinstance(shape, Pill):
        painted = f"fill={_name(shape.colour)}, fill opacity={shape.opacity:g}"
        yield _rectangle(painted, shape.left, shape.top, shape.width, shape.height, shape.radius)
    else:
        yield _mark(shape)


def _patches(text: Text, theme: Theme) -> Iterator[str]:
    for patch in text.patches():
        colour, share = patch.colour(theme)
        cells = " ".join(
            f"{_point(x, y)} rectangle {_point(x + width, y + height)}"
            for x, y, width, height in patch.cells
        )
        yield f"\\fill[{_name(colour)}, fill opacity={share:g}] {cells}"


def _rectangle(
    painted: str, left: float, top: float, width: float, height: float, radius: float
) -> str:
    round_ = f"rounded corners={min(radius, width / 2, height / 2) * _UNIT:.2f}pt"
    ends = f"{_point(left, top)} rectangle {_point(left + width, top + height)}"
    return f"\\path[{painted}, {round_}] {ends}"


def _mark(shape: Ring | Stroke) -> str:
    if isinstance(shape, Stroke):
        painted = f"{_name(shape.colour)}, {_width(shape.line)}, line cap=round"
        begin, end = _point(shape.x0, shape.y0), _point(shape.x1, shape.y1)
        return f"\\draw[{painted}] {begin} -- {end}"
    painted = f"fill={_name(shape.face)}"
    if shape.line:
        painted += f", draw={_name(shape.border)}, {_width(shape.line)}"
    if shape.dash is not None:
        on, off = (part * _UNIT for part in shape.dash)
        painted += f", dash pattern=on {on:.2f}pt off {off:.2f}pt"
    return f"\\path[{painted}] {_point(shape.x, shape.y)} circle [radius={length(shape.radius)}]"


def _way(way: Way) -> Iterator[str]:
    points = [_point(x, y) for x, y in way.stroke().tolist()]
    path = points[0]
    for at in range(1, len(points), 3):
        first, second, end = points[at : at + 3]
        path += f" .. controls {first} and {second} .. {end}"
    yield f"\\draw[{_name(way.colour)}, {_width(way.line)}] {path}"
    corners = " -- ".join(_point(x, y) for x, y in way.head().tolist())
    yield f"\\fill[{_name(way.colour)}] {corners} -- cycle"


def _sided(text: Text, rooms: Mapping[str, float]) -> Iterator[tuple[Text, str]]:
    """Yield the lines of a text, each with the side at which it stands where ours would.

    Where lines begin together that is the left one, where they end together, as those of a matrix's
    columns do, the right one. Others, with "", are centred.
    """
    if text.role is Role.NAME and text.node not in rooms:  # a folded group's
        for at, (part, x, y) in enumerate(parts(text.text)):
            placed = replace(text, text=part, left=text.left + x, baseline=text.baseline + y)
            yield placed, "east" if at else "west"
        return
    side = "west" if text.role in (Role.LEGEND, Role.GROUP) else ""
    *lines, last = text.pieces()
    bracketed = bool(text.text.brackets)
    for line in lines:
        yield line, "east" if bracketed else side
    yield last, "west" if bracketed else side  # beside a bracket stands the shape


def _text(text: Text, theme: Theme, room: float, side: str) -> str:
    """Return a node with the text, centred or with one `side` where ours has it.

    It is no wider than its `room`, in units, where it has one.
    """
    size = max((run.size for run in text.text.runs), default=MATH) * _UNIT
    share = {"west": 0.0, "": 0.5, "east": 1.0}[side]
    x = text.left + share * text.text.width
    anchor = f"base {side}".rstrip()
    font = f"font=\\fontsize{{{size:.1f}}}{{{1.2 * size:.1f}}}\\selectfont"
    inked = []
    for ink, runs in groupby(text.text.runs, key=lambda run: run.ink):
        colour = _name(theme.inks[ink])
        inked.append(f"\\textcolor{{{colour}}}{{{_runs(list(runs))}}}")
    written = "".join(inked)
    if room:
        written = f"\\chainrulefit{{{room * _UNIT:.2f}pt}}{{{written}}}"
    return f"\\node[anchor={anchor}, {font}] at {_point(x, text.baseline)} {{{written}}}"


def _rooms(drawing: Drawing) -> dict[str, float]:
    """Return how wide a text may be on each node's card, in units; on a group's are several."""
    cards = (box for box in drawing.boxes() if box.kind is not Kind.GROUP)
    return {box.node: box.width - 2 * CARD_AIR for box in cards}


def _runs(runs: list[Run]) -> str:
    """Return runs of one ink: sentences as text, all else as mathematics with its scripts."""
    size = max(run.size for run in runs)
    words = [run for run in runs if run.face in (Face.SANS, Face.BOLD)]
    if words and len(words) == len(runs) and not all(map(_is_number, runs)):
        return f"\\textsf{{{''.join(_sentence(run.text) for run in runs)}}}"
    found, scripts = "", set[int]()
    for side, group in groupby(runs, key=lambda run: _side(run, size)):
        inner = "".join(map(_math, group))
        if side in scripts:  # a second script of a kind needs another base
            found, scripts = found + "{}", set()
        scripts = scripts | {side} if side else set()
        found += f"^{{{inner}}}" if side > 0 else f"_{{{inner}}}" if side < 0 else inner
    return f"${found}$"


def _side(run: Run, size: int) -> int:
    """Return whether a run is raised (1), lowered (-1) or on the line."""
    if run.size == size or not run.y:
        return 0
    return 1 if run.y < 0 else -1


def _is_number(run: Run) -> bool:
    return not any(c.isalpha() for c in run.text) or _NUMBERS.fullmatch(run.text) is not None


def _math(run: Run) -> str:
    if run.face is Face.ITALIC:
        return letters_latex(run.text)
    sign = run.text.strip()
    # mathematics has its own spaces; as in the picture no letter is in italics
    found = plain_latex(sign if len(sign) == 1 else run.text, word=1)
    for wide, tight in _TIGHT:
        found = wide.sub(tight, found)
    return found


def _sentence(text: str) -> str:
    """Return words as text; what is no plain letter becomes a piece of mathematics."""
    return "".join(
        c if c.isascii() and (c.isalnum() or c in " .,()/:;=+-") else f"${plain_latex(c)}$"
        for c in text
    )


def _point(x: float, y: float) -> str:
    return f"({length(x)}, {length(y)})"


def _width(line: float) -> str:
    return f"line width={line * _UNIT:.2f}pt"
