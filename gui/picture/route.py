"""The way of each edge: from a card's right side to the straight lead before its port.

Most edges need one bend. One that would cut through a card is led along a free lane, one that goes
back to the left around, in the gap between the rows; so edges find their way wherever a person puts
the cards. What is found anew as it was stays the same object: a card that is dragged leaves most
ways alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gui.picture.curve import (
    flatten_simple,
    meet,
    padded,
    simple_routes,
    straight,
)
from gui.picture.lane import along, lanes
from gui.picture.led import ALONG, AROUND, WOUND, Led
from gui.picture.measure import ARROW_LENGTH
from gui.picture.returning import ONLY_LANE, around, turns
from gui.picture.winding import through, winding

__all__ = [
    "Edges",
    "led_back",
    "led_clear",
    "led_onward",
    "led_plainly",
]

Points = NDArray[np.float64]
Flags = NDArray[np.bool_]

_NOTHING: Points = np.empty(0)
_REACH = 160.0  # units above and below an edge, in which it looks for gaps
_CLOSER = (0.5, 1.0)  # of a lead is given up where its edge has to bend nearer to the port
_MOST_TRIED = 512

# by their courses: what an edge cannot take it tries again in every frame of a drag beside it
_TRIED: dict[bytes, Led] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Edges:
    """Some edges: `ends` has where each begins, where its lead does and where it ends, (edges, 6).

    `known` has the way that each was led before.
    """

    ends: Points
    known: Sequence[Led | None]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.known)

    def __getitem__(self, chosen: NDArray[np.intp]) -> "Edges":
        """Return those of some places."""
        return Edges(self.ends[chosen], [self.known[k] for k in chosen.tolist()])

    def points(self) -> tuple[Points, Points, Points]:
        """Return where edges begin, where their leads do and where they end, shape (edges, 2)."""
        return self.ends[:, :2], self.ends[:, 2:4], self.ends[:, 4:]

    def led(self, k: int, kind: bytes, by: Points, make: Callable[..., Points]) -> Led:
        """Return how edge `k` is led `by` what was found for it: the way known, or one made now.

        `make` is called with where it begins, where its lead does, where it ends, and with `by`.
        """
        ends = self.ends[k]
        course = kind + ends.tobytes() + by.tobytes()
        before = self.known[k]
        if before is not None and before.course == course:
            return before
        tried = _TRIED.get(course)
        if tried is None:
            tried = Led.along(make(ends[:2], ends[2:4], ends[4:], by), course)
            if len(_TRIED) >= _MOST_TRIED:
                _TRIED.clear()
            _TRIED[course] = tried
        return tried


def led_back(edges: Edges, lanes_: Points, boxes: Points) -> list[Led]:
    """Return the ways of edges that go back to the left, each in its row of `lanes_of`."""
    if not len(edges):
        return []
    found = turns(*edges.points(), lanes_, boxes)
    return [edges.led(k, AROUND, turn, around) for k, turn in enumerate(found)]


def led_clear(edges: Edges, boxes: Points, among: Flags) -> list[Led | None]:
    """Return ways to the right along free lanes or from gap to gap, None where there is none.

    `boxes` holds left, top, right, bottom of what each edge keeps clear of, `among` which of them.
    """
    if not len(edges):
        return []
    order = np.argsort(boxes[:, 0], kind="stable")
    order = order[among[:, order].any(axis=0)]
    boxes, among = boxes[order], among[:, order]
    found: list[Led | None] = []
    for k, lane in enumerate(lanes(*edges.points(), boxes, among)):
        if np.isnan(lane[0]):
            found.append(_wound(edges, k, boxes[among[k]]))
        else:
            found.append(edges.led(k, ALONG, lane, along))
    wound = [k for k, led in enumerate(found) if led is not None and led.is_wound]
    for k in (cut := _cut_among(found, wound, boxes, among)):
        found[k] = _wound(edges, k, boxes[among[k]], near=True)
    for k in _cut_among(found, [k for k in cut if found[k]], boxes, among):
        found[k] = None
    return found


def led_onward(edges: Edges, boxes: Points, among: Flags, others: Flags | None = None) -> list[Led]:
    """Return the ways to the right of edges that may have to pass boxes, plain ones where none is.

    An edge for which nothing is free bends closer to its port, or goes around; where that meets one
    of `others`, by default of those it looks at, too, it runs plainly.
    """
    found: list[Led | None] = [None] * len(edges)
    cut = np.flatnonzero(meet(_plain_lines(edges), boxes, among))
    for k, led in zip(cut.tolist(), led_clear(edges[cut], boxes, among[cut]), strict=True):
        found[k] = led
    for part in _CLOSER:
        tried = [k for k in cut.tolist() if found[k] is None]
        for k in tried:
            found[k] = _led_closely(edges, k, part)
        for k in _cut_among(found, tried, boxes, among):
            found[k] = None
    left = np.array([k for k in cut.tolist() if found[k] is None], dtype=np.intp)
    others = among if others is None else others
    alone = np.broadcast_to(ONLY_LANE, (len(left), 2))
    returned = led_back(edges[left], alone, boxes)
    free = ~_are_cut(returned, boxes, others[left])
    for k in np.flatnonzero(free).tolist():
        found[left[k]] = returned[k]
    return [led or led_plainly(edges, k) for k, led in enumerate(found)]


def _led_closely(edges: Edges, k: int, part: float) -> Led:
    """Return the way with one bend that ends nearer to the port: `part` of the lead is given up."""
    lead, end = edges.ends[k, 2], edges.ends[k, 4] - ARROW_LENGTH
    return edges.led(k, b"close", np.array([lead + (end - lead) * part]), _closely)


def _closely(start: Points, _: Points, end: Points, lead: Points) -> Points:
    way: Points = simple_routes(start[None], np.array([[lead[0], end[1]]]), end[None])[0]
    return way


def led_plainly(edges: Edges, k: int) -> Led:
    """Return the plain way of edge `k` as one that is counted among those that are led."""
    return edges.led(k, b"plain", _NOTHING, _plain)


def _plain(start: Points, lead: Points, end: Points, _: Points) -> Points:
    way: Points = simple_routes(start[None], lead[None], end[None])[0]
    return way


def _plain_lines(edges: Edges) -> Points:
    """Return the plain ways as straight pieces, the lead in as many as the bend."""
    starts, leads, ends = edges.points()
    lines = flatten_simple(simple_routes(starts, leads, ends))
    leads = straight(leads, ends)
    return np.concatenate([lines[:, :-1], leads[:, 1:]], axis=1)


def _are_cut(led: Sequence[Led], boxes: Points, among: Flags) -> Flags:
    """Tell which ways come within a small margin of a box."""
    return meet(padded([one.line for one in led]), boxes, among)


def _cut_among(
    found: Sequence[Led | None], some: Sequence[int], boxes: Points, among: Flags
) -> list[int]:
    """Return of which edges among `some` the way that was found meets a box."""
    if not some:
        return []
    cut = _are_cut([led for k in some if (led := found[k]) is not None], boxes, among[some])
    return [k for k, meets in zip(some, cut.tolist(), strict=True) if meets]


def _wound(edges: Edges, k: int, boxes: Points, *, near: bool = False) -> Led | None:
    """Return the way from gap to gap, which may cut a card still, or None where there is none.

    Where rows below each other leave no gap, or only what is `near` counts, it passes that alone.
    """
    start, lead = edges.ends[k, :2], edges.ends[k, 2:4]
    corners = None if near else winding(start, lead, boxes)
    if corners is None:
        top, bottom = boxes[:, 1], boxes[:, 3]
        close = (bottom > min(start[1], lead[1]) - _REACH) & (top < max(start[1], lead[1]) + _REACH)
        corners = None if close.all() else winding(start, lead, boxes[close])
    return None if corners is None else edges.led(k, WOUND, corners, through)
