"""Frames: an open group as a titled box behind its cards."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

import engine
from engine.groups import parents
from gui.fonts import Face
from gui.picture.composite_card import short_title
from gui.picture.runs import Typeset, set_text
from gui.picture.shown import Shown
from gui.theme import Ink

__all__ = ["FRAME_BAR", "FRAME_LINE", "FRAME_PAD", "FRAME_RADIUS", "Frame", "frames_of"]

FRAME_PAD = 16.0  # between a frame and what is in it
FRAME_BAR = 28.0  # the height of its title's bar
FRAME_RADIUS = 12.0
FRAME_LINE = 1.1
_TITLE = 14  # size

Points = NDArray[np.float64]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The box of an open group, `box` as left, top, right, bottom; `rows` are the cards in it."""

    group: engine.Group
    rows: tuple[int, ...]
    box: Box
    title: Typeset

    @property
    def title_place(self) -> tuple[float, float]:
        """Return where the title begins, on its baseline."""
        return self.box[0] + FRAME_PAD, self.box[1] + FRAME_BAR / 2 + 0.36 * _TITLE


def frames_of(shown: Shown, reaches: Points) -> tuple[Frame, ...]:
    """Return the frames, outer ones before those inside them.

    `reaches` has left, top, right, bottom of each card with all its numbers.
    """
    groups = shown.graph.groups
    outer = parents(groups)
    boxes: dict[int, Box] = {}
    inside: dict[int, list[Box]] = {}
    open_rows = {
        i: tuple(sorted({shown.index[name] for name in groups[i].members}))
        for i in _open(shown, outer)
    }
    inward = sorted(open_rows, key=lambda i: (len(groups[i].members), -i))
    for i in inward:  # what is inside first
        boxes[i] = _box(reaches[list(open_rows[i])], inside.get(i, []), _title(groups[i]))
        around = outer[i]
        if around is not None:
            inside.setdefault(around, []).append(boxes[i])
    return tuple(Frame(groups[i], open_rows[i], boxes[i], _title(groups[i])) for i in inward[::-1])


def _open(shown: Shown, outer: Sequence[int | None]) -> Iterator[int]:
    """Yield the places of the groups that neither are a card nor lie in one."""
    closed = {composite.group.id for composite in shown.composites.values()}
    for i in range(len(shown.graph.groups)):
        at: int | None = i
        while at is not None and shown.graph.groups[at].id not in closed:
            at = outer[at]
        if at is None:
            yield i


def _title(group: engine.Group) -> Typeset:
    return set_text(short_title(group.title), Face.BOLD, _TITLE, Ink.MUTED)


def _box(reaches: Points, inside: list[Box], title: Typeset) -> Box:
    all_in = np.concatenate([reaches, np.array(inside).reshape(-1, 4)])
    left, top = all_in[:, :2].min(axis=0) - FRAME_PAD
    right, bottom = all_in[:, 2:].max(axis=0) + FRAME_PAD
    right = max(float(right), float(left) + title.width + 2 * FRAME_PAD)
    return float(left), float(top) - FRAME_BAR + 6.0, right, float(bottom)
