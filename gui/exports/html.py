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
from gui.fonts import Face
from gui.picture.runs import Run, Typeset
from gui.theme import DARK, LIGHT, Ink, Theme
from resources import resource

__all__ = ["render"]

_COLOUR = re.compile(r'"(#[0-9a-f]{6})"')
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
_ICONS = {
    "first": "M2 1h3v14H2zM14 1v14L5 8z",
    "back": "M11 1l2 2-5 5 5 5-2 2-7-7z",
    "play": "M3 1v14l11-7z",
    "next": "M5 1l7 7-7 7-2-2 5-5-5-5z",
    "last": "M11 1h3v14h-3zM2 1v14l9-7z",
}
_WORDS = {
    "first": "First step",
    "back": "Step back",
    "play": "Play",
    "next": "Next step",
    "last": "Last step",
}


def render(subject: Subject) -> bytes:
    """Return the page: a figure for each step of the forward and the backward pass."""
    found = scenes(subject)
    title = escape(subject.graph.title or "Computation graph")
    shared = _Shared()
    figures = [_figure(scene, (k, len(found)), subject, shared) for k, scene in enumerate(found)]
    style = _text("page.css").replace("LIGHT", _variables(LIGHT)).replace("DARK", _variables(DARK))
    return "\n".join(
        (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>",
            f'<header><h1>{title}</h1><button type="button">Light / dark</button></header>',
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
    """The elements of all pictures, each kept once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def use(self, element: str) -> str:
        """Return what shows an element here."""
        number = self._numbers.setdefault(element, len(self._numbers))
        return f'<use href="#e{number}"/>'

    def definitions(self) -> str:
        """Return all elements with their names."""
        return "\n".join(
            element.replace(" ", f' id="e{number}" ', 1)
            for element, number in self._numbers.items()
        )


def _figure(scene: Scene, place: tuple[int, int], subject: Subject, shared: _Shared) -> str:
    """Return one step; `place` is its number, from 0, and how many there are."""
    # the page gives the picture all the room there is, whatever shape it was laid out for
    frame = frame_of(scene.drawing.bounds, replace(subject.options, size=None))
    view = f"{frame.left:.2f} {frame.top:.2f} {frame.width:.2f} {frame.height:.2f}"
    elements = (
        _COLOUR.sub(_variable, element)
        for shape in scene.drawing.shapes
        for element in svg.elements(shape, LIGHT)
    )
    picture = "".join(map(shared.use, elements))
    said = "<br>".join(_marked(line) for line in scene.caption)
    words = escape(" ".join(scene.words.split()))
    return (
        f'<figure aria-label="Step {place[0] + 1} of {place[1]}">'
        f'<svg viewBox="{view}" role="img" aria-label="{words}">{picture}</svg>'
        f'<figcaption><span class="which">{escape(scene.title)}</span>'
        f'<span class="said">{said}</span></figcaption></figure>'
    )


def _navigation(count: int) -> str:
    both = ' data-play="Play" data-pause="Pause"'
    buttons = "".join(
        f'<button type="button" aria-label="{_WORDS[name]}" title="{_WORDS[name]}"'
        f"{both if name == 'play' else ''}>"
        f'<svg viewBox="0 0 16 16" aria-hidden="true"><path d="{path}"/></svg></button>'
        for name, path in _ICONS.items()
    )
    return (
        f'<nav aria-label="Steps">{buttons}<input type="range" min="1" max="{count}" value="1" '
        'aria-label="Step"><output></output></nav>'
    )


# --- colours by their role


def _roles(theme: Theme) -> dict[str, str]:
    """Return the theme's colours by what they are for."""
    plain = {
        name: getattr(theme, name) for name in ("background", "edge", "border", "frame", "illegal")
    }
    faces = {kind.value: colour for kind, colour in theme.faces.items()}
    return plain | faces | {ink.value: colour for ink, colour in theme.inks.items()}


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
