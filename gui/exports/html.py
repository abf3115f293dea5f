"""HTML: one page with all steps, which opens from the disk and asks no network for anything.

The pictures are the SVG ones; what several steps share stands in the page once. Colours are the
theme's, by name, so that the page is light or dark as its reader's system is.
"""

import re
from dataclasses import replace
from html import escape

from gui.exports import svg
from gui.exports.frame import frame_of
from gui.exports.sequence import Scene, scenes
from gui.exports.subject import Subject
from gui.exports.svg_letters import Outlines, definitions
from gui.fonts import Face
from gui.language import count_text, language, noop, tr
from gui.picture.runs import Run, Typeset
from gui.theme import DARK, LIGHT, Ink, Theme
from resources import resource

__all__ = ["render"]

_COLOUR = re.compile(r'(?<= fill=|troke=)"(#[0-9a-f]{6})"')  # no title, which may be one
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
_ICONS = {
    "first": "M2 1h3v14H2zM14 1v14L5 8z",
    "back": "M11 1l2 2-5 5 5 5-2 2-7-7z",
    "play": "M3 1v14l11-7z",
    "next": "M5 1l7 7-7 7-2-2 5-5-5-5z",
    "last": "M11 1h3v14h-3zM2 1v14l9-7z",
}
_WORDS = {
    "first": noop("First step"),
    "back": noop("Step back"),
    "play": noop("Play"),
    "next": noop("Next step"),
    "last": noop("Last step"),
}


def render(subject: Subject) -> bytes:
    """Return the page: a figure for each step of the forward and the backward pass."""
    found = scenes(subject)
    title = escape(found[0].drawing.title)
    shared = _Shared()
    view, written = _view(found, subject), svg.Elements(LIGHT)
    figures = [
        _figure(scene, (k, len(found)), view, written, shared) for k, scene in enumerate(found)
    ]
    style = _text("page.css").replace("LIGHT", _variables(LIGHT)).replace("DARK", _variables(DARK))
    return "\n".join(
        (
            f'<!DOCTYPE html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>",
            _header(title),
            f'<svg class="defs" aria-hidden="true"><defs>\n{shared.definitions()}\n</defs></svg>',
            "<main>",
            *figures,
            "</main>",
            '<div id="spoken" class="defs" aria-live="polite"></div>',
            _navigation(len(found)),
            f"<script>\n{_text('page.js')}</script>\n</body>\n</html>\n",
        )
    ).encode("utf-8", "replace")


class _Shared:
    """The elements of all pictures, each kept once, as are the outlines of their letters."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.outlines: Outlines = {}

    def use(self, element: str) -> str:
        """Return what shows an element here."""
        number = self._numbers.setdefault(element, len(self._numbers))
        return f'<use href="#e{number}"/>'

    def definitions(self) -> str:
        """Return all elements with their names."""
        elements = (
            element.replace(" ", f' id="e{number}" ', 1)
            for element, number in self._numbers.items()
        )
        return "\n".join((*definitions(self.outlines), *elements))


def _view(found: list[Scene], subject: Subject) -> str:
    """Return the part of the plane that every step shows, so that the cards stand still."""
    lefts, tops, rights, bottoms = zip(*(scene.drawing.bounds for scene in found), strict=True)
    bounds = min(lefts), min(tops), max(rights), max(bottoms)
    # the page gives the picture all the room there is, whatever shape it was laid out for
    frame = frame_of(bounds, replace(subject.options, size=None))
    return f"{frame.left:.2f} {frame.top:.2f} {frame.width:.2f} {frame.height:.2f}"


def _figure(
    scene: Scene, place: tuple[int, int], view: str, written: svg.Elements, shared: _Shared
) -> str:
    """Return one step; `place` is its number, from 0, and how many there are."""
    elements = (
        _COLOUR.sub(_variable, element)
        for shape in scene.drawing.shapes
        for element in written.of(shape, shared.outlines)
    )
    picture = "".join(map(shared.use, elements))
    said = "<br>".join(_marked(line) for line in scene.caption)
    words = escape(" ".join(scene.words.split()))
    return (
        f'<figure aria-label="{escape(_place(*place))}">'
        f'<svg viewBox="{view}" role="img" aria-label="{words}">{picture}</svg>'
        f'<figcaption><span class="which">{escape(scene.title)}</span>'
        f'<span class="said">{said}</span></figcaption></figure>'
    )


def _place(place: int, count: int) -> str:
    return tr("Step {place} of {all}").format(place=count_text(place + 1), all=count_text(count))


def _header(title: str) -> str:
    """Return the title, and the buttons that bring the picture nearer and change its colours."""
    fit = escape(tr("Fit"))
    zoom = "".join(
        f'<button type="button" class="zoom" data-zoom="{by}" {_called(word)}>{sign}</button>'
        for sign, by, word in (
            ("−", "0.8", tr("Zoom out")), ("+", "1.25", tr("Zoom in")), (fit, "0", tr("Fit (0)")),
        )
    )  # fmt: skip
    theme = f'<button type="button" class="theme">{escape(tr("Light / dark"))}</button>'
    return f"<header><h1>{title}</h1>{zoom}{theme}</header>"


def _navigation(count: int) -> str:
    play, pause = (escape(tr(word)) for word in (_WORDS["play"], noop("Pause")))
    both = f' data-play="{play}" data-pause="{pause}"'
    buttons = "".join(
        f'<button type="button" {_called(tr(_WORDS[name]))}{both if name == "play" else ""}>'
        f'<svg viewBox="0 0 16 16" aria-hidden="true"><path d="{path}"/></svg></button>'
        for name, path in _ICONS.items()
    )
    return (
        f'<nav aria-label="{escape(tr("Steps"))}">{buttons}'
        f'<input type="range" min="1" max="{count}" value="1" aria-label="{escape(tr("Step"))}">'
        "<output></output></nav>"
    )


def _called(word: str) -> str:
    """Return the attributes that say what a button without words does."""
    return f'aria-label="{escape(word)}" title="{escape(word)}"'


# --- colours by their role


def _roles(theme: Theme) -> dict[str, str]:
    """Return the theme's colours by what they are for."""
    plain = {
        name: getattr(theme, name) for name in ("background", "edge", "border", "frame", "illegal")
    }
    faces = {kind.value: colour for kind, colour in theme.faces.items()}
    negatives = {f"negative-{ink.value}": colour for ink, colour in theme.negatives.items()}
    return plain | faces | negatives | {ink.value: colour for ink, colour in theme.inks.items()}


def _variables(theme: Theme) -> str:
    return " ".join(f"--{role}: {colour};" for role, colour in _roles(theme).items())


_ROLE_OF = {colour: role for role, colour in reversed(_roles(LIGHT).items())}


def _variable(found: re.Match[str]) -> str:
    role = _ROLE_OF.get(found[1])
    return f'"var(--{role})"' if role else found[0]


# --- captions as text


def _marked(line: Typeset) -> str:
    """Return a line of a caption as HTML, with its scripts, slants and inks."""
    size = max((run.size for run in line.runs), default=0)
    return "".join(_run(run, size) for run in line.runs)


def _run(run: Run, size: int) -> str:
    text = escape(run.text)
    if run.face is Face.ITALIC:
        text = f"<i>{text}</i>"
    elif run.face in (Face.SANS, Face.BOLD):
        text = f'<span class="sans">{text}</span>'
    if run.size < size and run.y:
        tag = "sup" if run.y < 0 else "sub"
        text = f"<{tag}>{text}</{tag}>"
    if run.ink is not Ink.TEXT:
        text = f'<span style="color:var(--{run.ink.value})">{text}</span>'
    return text


def _text(name: str) -> str:
    return resource(f"page/{name}").read_text(encoding="utf-8")
