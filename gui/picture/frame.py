"""Frames: an open group as a titled box behind its cards."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

import engine
from engine.graph.groups import parents
from gui.fonts import Face
from gui.picture.card import shortened
from gui.picture.runs import Typeset, set_text
from gui.picture.shown import Shown
from gui.theme import Ink

__all__ = [
    "FRAME_BAR",
    "FRAME_FOOT",
    "FRAME_LINE",
    "FRAME_PAD",
    "FRAME_RADIUS",
    "Box",
    "Frame",
    "Frames",
    "least_width",
]

FRAME_PAD = 16.0  # between a frame and what is in it
FRAME_FOOT = 28.0  # below: edges pass there between the cards and the frame
FRAME_BAR = 28.0  # the height of its title's bar
FRAME_RADIUS = 12.0
FRAME_LINE = 1.1
_TITLE = 14  # size

Points = NDArray[np.float64]
Box = tuple[float, float, float, float]
Drawn = Callable[[Box, Sequence[int], Sequence[Box]], Box]


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


class Frames:
    """The frames of a graph's open groups; which there are is found once, where they are anew."""

    def __init__(self, shown: Shown) -> None:
        self._groups = shown.graph.groups
        outer = parents(self._groups)
        opened = sorted(_open(shown, outer), key=lambda i: (len(self._groups[i].members), -i))
        self._inward = opened  # what is inside comes first
        self._outer = [outer[i] for i in opened]
        row_of = shown.index.__getitem__
        rows = ([*map(row_of, self._groups[i].members)] for i in opened)
        # in the order of the graph already, as they mostly are, they are sorted in no time
        self._rows = [tuple(sorted(set(each) if shown.composites else each)) for each in rows]
        self._all_rows = np.fromiter(chain.from_iterable(self._rows), np.intp)
        self._starts = np.cumsum([0, *(len(rows) for rows in self._rows)])[:-1]
        self._titles = [_title(self._groups[i]) for i in opened]

    def placed(self, reaches: Points, drawn: Drawn | None = None) -> tuple[Frame, ...]:
        """Return the frames, outer ones before those inside them.

        `reaches` has left, top, right, bottom of each card with room for its numbers; `drawn`
        tells how a box is drawn around the cards in it and the frames inside.
        """
        if not self._inward:
            return ()
        held = reaches[self._all_rows]
        near = np.minimum.reduceat(held[:, :2], self._starts)
        far = np.maximum.reduceat(held[:, 2:], self._starts)
        inside: dict[int, list[Box]] = {}
        found = []
        for k, (i, title) in enumerate(zip(self._inward, self._titles, strict=True)):
            within = inside.get(i, [])
            box = _box((*near[k].tolist(), *far[k].tolist()), within, title)
            if drawn is not None:
                left, top, right, bottom = drawn(box, self._rows[k], within)
                box = min(left, right - _titled_width(title)), top, right, bottom
            around = self._outer[k]
            if around is not None:
                inside.setdefault(around, []).append(box)
            found.append(Frame(self._groups[i], self._rows[k], box, title))
        return tuple(reversed(found))


def _open(shown: Shown, outer: Sequence[int | None]) -> Iterator[int]:
    """Yield the places of the groups that neither are a card nor lie in one."""
    closed = {composite.group.id for composite in shown.composites.values()}
    for i in range(len(shown.graph.groups)):
        at: int | None = i
        while at is not None and shown.graph.groups[at].id not in closed:
            at = outer[at]
        if at is None:
            yield i


def least_width(group: engine.Group) -> float:
    """Return how wide a group's frame is at least: its title has room."""
    return _titled_width(_title(group))


def _title(group: engine.Group) -> Typeset:
    return set_text(shortened(group.title), Face.BOLD, _TITLE, Ink.MUTED)


def _titled_width(title: Typeset) -> float:
    return title.width + 2 * FRAME_PAD


def _box(held: Box, inside: list[Box], title: Typeset) -> Box:
    """Return the box around what is held and the frames inside, wide enough for the title."""
    lefts, tops, rights, bottoms = zip(held, *inside, strict=True)
    left, right = min(lefts) - FRAME_PAD, max(rights) + FRAME_PAD
    top, bottom = min(tops) - FRAME_PAD - FRAME_BAR + 6.0, max(bottoms) + FRAME_FOOT
    return left, top, max(right, left + _titled_width(title)), bottom
