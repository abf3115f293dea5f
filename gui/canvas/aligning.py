"""Aligning and distributing: cards brought to one line, or to equal gaps, as one step.

What is selected counts as parts: a card, or the frame of an open group that is selected whole
beside others.
"""

from dataclasses import dataclass
from enum import Enum
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

import engine
from engine.graph.attributes import Position
from gui.canvas.view import View
from gui.commands import MoveFound
from gui.document import Command
from gui.language import tr
from gui.picture.frame import Frame
from gui.picture.picture import Picture
from gui.picture.shown import placed, places_of

__all__ = ["Line", "Spread", "align", "aligned", "distribute", "distributed"]


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
class _Parts:
    """The nodes of each part, and its box: left, top, right, bottom; shape (parts, 4)."""

    nodes: list[tuple[str, ...]]
    boxes: NDArray[np.float64]


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
    if len(parts.nodes) < 2:
        return None
    before, after = parts.boxes[:, axis], parts.boxes[:, axis + 2]
    low, high = float(before.min()), float(after.max())
    goal = low + share * (high - low)
    ways = goal - (before * (1 - share) + after * share)
    return _shift(parts, ways, axis, tr("Align"))


def distributed(picture: Picture, chosen: set[str], spread: Spread) -> Command | None:
    """Return the step that makes the gaps of `chosen` equal, None for fewer than three parts."""
    axis = spread.value
    parts = _parts(picture, chosen)
    if len(parts.nodes) < 3:
        return None
    before, after = parts.boxes[:, axis], parts.boxes[:, axis + 2]
    order = np.argsort(before + after, kind="stable")
    sizes = (after - before)[order].tolist()
    first, last = float(before[order[0]]), float(after[order[-1]])
    gap = (last - first - sum(sizes)) / (len(sizes) - 1)
    at = list(accumulate((size + gap for size in sizes[:-1]), initial=first))
    ways = np.empty(len(sizes))
    ways[order] = np.array(at) - before[order]
    return _shift(parts, ways, axis, tr("Distribute"))


def _shift(parts: _Parts, ways: NDArray[np.float64], axis: int, text: str) -> Command:
    """Return the step that moves each part by its way along an axis."""
    each = np.zeros((sum(map(len, parts.nodes)), 2))
    each[:, axis] = np.repeat(ways, [len(nodes) for nodes in parts.nodes])
    names = [*chain.from_iterable(parts.nodes)]

    def find(graph: engine.Graph) -> dict[str, Position]:
        places = placed(names, places_of(graph, names) + each)
        return {name: places[name] for name in graph.in_order(places)}

    return MoveFound(find, names, text)


def _parts(picture: Picture, chosen: set[str]) -> _Parts:
    """Return what is selected as parts: frames that are selected whole, and the other cards."""
    frames: list[Frame] = []
    held: set[str] = set()
    for frame in picture.frames():  # outer ones first
        nodes = frame.group.members
        if len(nodes) < len(chosen) and chosen.issuperset(nodes) and held.isdisjoint(nodes):
            frames.append(frame)
            held.update(nodes)
    rows = picture.rows_of(chosen - held)
    cards = picture.shown.nodes_of_each(rows.tolist())
    return _Parts(
        [*(frame.group.members for frame in frames), *cards],
        np.concatenate(
            [np.array([f.box for f in frames]).reshape(-1, 4), picture.rectangles()[rows]]
        ),
    )
