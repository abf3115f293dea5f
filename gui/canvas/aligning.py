"""Aligning and distributing: cards brought to one line, or to equal gaps, as one step.

What is selected counts as parts: a card, or the frame of an open group that is selected whole
beside others.
"""

from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from gui.canvas.view import View
from gui.commands import MoveNodes
from gui.document import Command
from gui.language import tr
from gui.picture.picture import Picture
from gui.picture.shown import place_of

__all__ = ["Line", "Spread", "align", "aligned", "distribute", "distributed"]

_Box = NDArray[np.float64]


class Line(Enum):
    """The line that parts are brought to: (axis, share of the part before it)."""

    LEFT = (0, 0.0)
    CENTRE = (0, 0.5)
    RIGHT = (0, 1.0)
    TOP = (1, 0.0)
    MIDDLE = (1, 0.5)
    BOTTOM = (1, 1.0)


class Spread(Enum):
    """The axis along which the gaps between parts become equal."""

    ACROSS = 0
    DOWN = 1


@dataclass(frozen=True, slots=True)
class _Part:
    nodes: frozenset[str]
    box: _Box  # left, top, right, bottom


def align(view: View, line: Line) -> None:
    """Bring the selected parts to one line: of their edges the outermost, or the middle."""
    command = aligned(view.picture, view.selection.nodes, line)
    _line_up(view, command, tr("select two cards or more to align them"))


def distribute(view: View, spread: Spread) -> None:
    """Make the gaps between the selected parts equal; the outermost stay where they are."""
    command = distributed(view.picture, view.selection.nodes, spread)
    _line_up(view, command, tr("select three cards or more to distribute them"))


def _line_up(view: View, command: Command | None, otherwise: str) -> None:
    if command is None:
        view.say(otherwise)
    else:
        view.attempt(command)


def aligned(picture: Picture, chosen: set[str], line: Line) -> Command | None:
    """Return the step that brings the parts of `chosen` to one line, None for fewer than two."""
    axis, share = line.value
    parts = _parts(picture, chosen)
    if len(parts) < 2:
        return None
    low = min(float(part.box[axis]) for part in parts)
    high = max(float(part.box[axis + 2]) for part in parts)
    goal = low + share * (high - low)
    ways = [goal - float(p.box[axis] * (1 - share) + p.box[axis + 2] * share) for p in parts]
    return _shift(picture, parts, ways, axis, tr("Align"))


def distributed(picture: Picture, chosen: set[str], spread: Spread) -> Command | None:
    """Return the step that makes the gaps of `chosen` equal, None for fewer than three parts."""
    axis = spread.value
    parts = _parts(picture, chosen)
    if len(parts) < 3:
        return None
    parts.sort(key=lambda part: float(part.box[axis] + part.box[axis + 2]))
    sizes = [float(part.box[axis + 2] - part.box[axis]) for part in parts]
    first, last = float(parts[0].box[axis]), float(parts[-1].box[axis + 2])
    gap = (last - first - sum(sizes)) / (len(parts) - 1)
    ways, at = [], first
    for part, size in zip(parts, sizes, strict=True):
        ways.append(at - float(part.box[axis]))
        at += size + gap
    return _shift(picture, parts, ways, axis, tr("Distribute"))


def _shift(
    picture: Picture, parts: list[_Part], ways: list[float], axis: int, text: str
) -> Command:
    """Return the step that moves each part by its way along an axis."""
    graph, places = picture.graph, {}
    for part, way in zip(parts, ways, strict=True):
        for name in part.nodes:
            x, y = place_of(graph, name)
            places[name] = (x, y + way) if axis else (x + way, y)
    return MoveNodes({name: places[name] for name in graph.nodes() if name in places}, text)


def _parts(picture: Picture, chosen: set[str]) -> list[_Part]:
    """Return what is selected as parts: frames that are selected whole, and the other cards."""
    boxes = picture.rectangles()
    rows = sorted({picture.index[name] for name in chosen})
    parts: list[_Part] = []
    held: set[str] = set()
    for frame in picture.frames():  # outer ones first
        nodes = frozenset(frame.group.members)
        beside = len(nodes) < len(chosen)
        if beside and nodes <= chosen and not nodes & held:
            parts.append(_Part(nodes, np.array(frame.box)))
            held |= nodes
    for row in rows:
        nodes = frozenset(picture.shown.nodes_of(row))
        if not nodes & held:
            parts.append(_Part(nodes, boxes[row]))
    return parts
