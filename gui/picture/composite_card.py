"""The card of a folded group: its title, and beside each output the node that leaves there."""

from functools import partial

import engine
from gui.fonts import Face
from gui.picture.card import Card, set_node_name, shortened
from gui.picture.measure import MATH, MIDDLE, PAD_X, PILL_HEIGHT, PORT_PITCH
from gui.picture.runs import Run, Typeset, advance, set_text
from gui.picture.shown import Composite
from gui.theme import Ink, Kind

__all__ = ["composite_card", "parts"]

_NAME = 15  # size of an output's name
_APART = 22.0  # between the title and the names of the outputs
_LEAST_HEIGHT = PILL_HEIGHT + 24.0


def composite_card(graph: engine.Graph, composite: Composite, pitch: float = PORT_PITCH) -> Card:
    """Return the card of a folded group."""
    title = set_text(shortened(composite.group.title), Face.ROMAN, MATH)
    names = [set_node_name(graph, name, _NAME, Ink.MUTED) for name in composite.outputs]
    width = round(title.width + _APART + max(name.width for name in names)) + 2 * PAD_X
    inputs, outputs = len(composite.inputs), len(names)
    height = max(_LEAST_HEIGHT, inputs * pitch + 4.0, outputs * PORT_PITCH + 4.0)
    text = partial(_joined, title, names, width - 2 * PAD_X)
    return Card(Kind.GROUP, width, height, inputs, text, outputs, pitch)


def _joined(title: Typeset, names: list[Typeset], width: float) -> Typeset:
    """Return title and names as one text whose middle is the card's."""
    runs: list[Run] = [*title.runs]
    lift = (MATH - _NAME) * MIDDLE  # both stand in the middle of their line
    for place, name in enumerate(names):
        drop = (place - (len(names) - 1) / 2) * PORT_PITCH - lift
        runs.extend(name.shifted(width - name.width, drop))
    return Typeset(tuple(runs), width, title.ascent, title.descent)


def parts(text: Typeset) -> list[tuple[Typeset, float, float]]:
    """Return a folded group's title and the names of its outputs, each with its place in the text.

    Of any other text it is the whole.
    """
    found: list[list[Run]] = []
    end, ink = 0.0, None
    for piece in text.runs:
        begins = not found or piece.ink is not ink
        # what is smaller and goes back is a script above another
        if begins or (piece.x < end - 1.0 and piece.size >= found[-1][0].size):
            found.append([])
        found[-1].append(piece)
        end, ink = piece.x + advance(piece.text, piece.face, piece.size), piece.ink
    return [_part(pieces) for pieces in found]


def _part(pieces: list[Run]) -> tuple[Typeset, float, float]:
    base = max(pieces, key=lambda piece: piece.size)
    left, rise = pieces[0].x, base.y
    right = max(piece.x + advance(piece.text, piece.face, piece.size) for piece in pieces)
    whole = Typeset(tuple(pieces), right - left, 0.0, 0.0)
    return Typeset(tuple(whole.shifted(-left, -rise)), right - left, 0.0, 0.0), left, rise
