"""The way of an edge that goes back to the left: out, around in the gap between rows, and in.

Several that return along the same way lie side by side, each in its lane.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gui.picture.curve import rounded

__all__ = ["ONLY_LANE", "Alone", "around", "lanes_of", "reaches_of", "room_of", "turns"]

Points = NDArray[np.float64]
Flags = NDArray[np.bool_]

ONLY_LANE = np.array([0.0, 1.0])  # of an edge that returns beside no other

_MARGIN = 14.0  # between a lane and a card
_TURN = 30.0  # how far a returning edge goes out before it turns: clear of a frame
_NEARBY = 30.0  # left of its turn: what ends there is passed at a height of its own, too
_RADIUS = 14.0  # of a returning edge's corners
_ROOMIER = 0.01  # of a climb for each unit of a gap
_PASSING = 200.0  # of a climb: what it is worth to run behind no card
_LANE = 13.0  # between two returning edges in one gap
_BESIDE = 5.0  # from a card at the height of a port or of a lane
_LAST = 16.0  # of a way into its port: the arrow head and a bend


def turns(starts: Points, leads: Points, ends: Points, lanes: Points, boxes: Points) -> Points:
    """Return for each edge where it turns: right of its start, at which height, left of its port.

    It goes out, around in a gap of the `boxes`, and in: (edges, 3). `lanes` are those of
    `lanes_of`.
    """
    boxes = boxes[np.argsort(boxes[:, 1], kind="stable")]
    (x0, y0), x1 = starts.T, leads[:, 0]
    near, far = _asides(lanes)
    left, behind = x1 - _TURN - near, x0
    level = _levels(starts, leads, left, behind + _TURN + far, lanes, boxes)
    further = _behind_cards(starts, level, boxes)
    if (further > x0).any():
        behind = further
        level = _levels(starts, leads, left, behind + _TURN + far, lanes, boxes)
    right = _clear_of_numbers(behind, y0, level, lanes, boxes)
    beside = (boxes[:, 0] < right[:, None]) & (boxes[:, 2] > right[:, None])
    met = np.flatnonzero((beside & _passed(y0, level, boxes)).any(axis=1))
    if len(met):  # numbers kept it from going behind a card: perhaps a gap before that is as good
        reach, below = behind + _TURN + far, np.zeros_like(beside)
        below[met] = beside[met]
        level = _levels(starts, leads, left, reach, lanes, boxes, below)
        right = _clear_of_numbers(behind, y0, level, lanes, boxes)
    left = _clear_of_leaves(left, level, near, ends, boxes)
    return np.stack([right, level, left], axis=1)


def _levels(
    starts: Points,
    leads: Points,
    left: Points,
    right: Points,
    lanes: Points,
    boxes: Points,
    below: Flags | None = None,
) -> Points:
    """Return at which heights ways run back that turn at `right` and at `left`.

    Of `boxes` that an edge has `below` its turn, or above, it passes none where it can.
    """
    y0, y1 = starts[:, 1], leads[:, 1]
    _, far = _asides(lanes)
    across = (boxes[:, 2] > left[:, None] - _NEARBY) & (boxes[:, 0] < right[:, None])
    level = _gaps(y0, y1, boxes, across, (lanes[:, 1] - 1) * _LANE, far, below)
    alone = np.flatnonzero(~across.any(axis=1))
    apart = np.abs(y1 - y0)[alone] > 4 * _RADIUS
    between, under = (y0 + y1)[alone] / 2, np.maximum(y0, y1)[alone] + 60.0 + far[alone]
    level[alone] = np.where(apart, between, under)
    return level


def _passed(y0: Points, level: Points, boxes: Points) -> Flags:
    """Return which boxes stand beside the upright piece from a start's height to a level."""
    upper, lower = np.minimum(y0, level)[:, None], np.maximum(y0, level)[:, None]
    passed: Flags = (boxes[:, 1] < lower) & (boxes[:, 3] > upper)
    return passed


def _behind_cards(starts: Points, level: Points, boxes: Points) -> Points:
    """Return where the cards end over or under which ways begin and which they pass.

    It is the start itself where a card to the right of it would be met before.
    """
    x0, y0 = starts[:, :1], starts[:, 1:]
    passed = _passed(starts[:, 1], level, boxes) & (boxes[:, 0] <= x0) & (boxes[:, 2] > x0)
    ends = np.where(passed, boxes[:, 2], x0).max(axis=1, initial=-np.inf, keepdims=True)
    met = (boxes[:, 0] > x0) & (boxes[:, 0] < ends + _TURN)
    met &= (boxes[:, 1] - _BESIDE < y0) & (boxes[:, 3] + _BESIDE > y0)
    behind: Points = np.where(met.any(axis=1), x0[:, 0], np.maximum(ends, x0)[:, 0])
    return behind


def _clear_of_numbers(
    behind: Points, y0: Points, level: Points, lanes: Points, boxes: Points
) -> Points:
    """Return where ways turn that are `behind` cards: before the numbers that begin there."""
    beside = _passed(y0, level, boxes) & (boxes[:, 0] > behind[:, None])
    room = np.where(beside, boxes[:, 0], np.inf).min(axis=1, initial=np.inf) - behind
    # in a narrow gap all that turn there do so closer together
    share = np.clip((room - _BESIDE) / _outmost(lanes), 0.5, 1.0)
    _, far = _asides(lanes)
    clear: Points = behind + (_TURN + far) * share
    return clear


def _outmost(lanes: Points) -> Points:
    """Return how far the last of those goes out that run beside an edge."""
    outmost: Points = _TURN + (lanes[:, 1] - 1) * _LANE
    return outmost


def around(start: Points, lead: Points, end: Points, turn: Points) -> Points:
    """Return the way of an edge by its turns, a row of `turns`, as a chain of curves."""
    (x0, y0), (_, y1), (x2, y2) = start.tolist(), lead.tolist(), end.tolist()
    right, level, left = turn.tolist()
    corners = [(x0, y0), (right, y0), (right, level), (left, level), (left, y1), (x2, y2)]
    return rounded(corners, _RADIUS)


def _asides(lanes: Points) -> tuple[Points, Points]:
    """Return how far in edges lie, where the first of them is the nearest, and how far out.

    The first goes out farthest, runs lowest and comes in nearest: so none crosses another.
    """
    places, of = lanes.T
    return places * _LANE, (of - 1 - places) * _LANE


def _gaps(
    y0: Points,
    y1: Points,
    boxes: Points,
    across: Flags,
    wide: Points,
    far: Points,
    below: Flags | None,
) -> Points:
    """Return for each edge its height in the free gap that is the shortest way round.

    In its middle lies the middle of all that run beside it somewhere, which are so `wide` together,
    and `far` below the first of them the edge; closer where they would not all lie in the gap.
    `boxes` come from above to below; to pass one of `below` counts as a long way.
    """
    tops, bottoms = boxes[:, 1], boxes[:, 3]
    reach = np.maximum.accumulate(np.where(across, bottoms, -np.inf), axis=1)
    lowest = reach.max(axis=1, initial=-np.inf) + 2 * _MARGIN
    highest = np.where(across, tops, np.inf).min(axis=1, initial=np.inf) - 2 * _MARGIN
    high = tops[1:] - reach[:, :-1]
    edge, place = np.nonzero(across[:, 1:] & (high > 2 * _MARGIN) & (high < np.inf))
    high = high[edge, place]
    closer = np.minimum(1.0, (high - _MARGIN) / np.maximum(wide[edge], 1.0))
    free = reach[edge, place] + high / 2 - wide[edge] * closer / 2
    every, outside = np.arange(len(across)), np.ones(len(across))
    edges = np.concatenate([every, edge, every])
    levels = np.concatenate([highest - wide, free, lowest])
    climbs = np.abs(levels - y0[edges]) + np.abs(levels - y1[edges])
    # of two that are as good the roomier: that between the rows of a folded graph
    climbs[len(every) : len(every) + len(edge)] -= _ROOMIER * high
    if below is not None:
        climbs += _PASSING * (below[edges] & _passed(y0[edges], levels, boxes)).any(axis=1)
    order = np.lexsort((climbs, edges))
    best = order[np.searchsorted(edges[order], every)]
    shares = np.concatenate([outside, closer, outside])[best]
    found: Points = levels[best] + far * shares
    return found


def _clear_of_leaves(
    left: Points, level: Points, near: Points, ends: Points, boxes: Points
) -> Points:
    """Return where ways turn into their ports: left of what feeds the ports before, if they can.

    There one crosses none of their edges; that needs a free way at the port's height. A long lead,
    of wide numbers, may begin left of what feeds the ports beside it. Where a card stands at that
    height, the turn is right of it, in the lead where that is longer than the gap, and of what it
    would meet there on its way up or down. Nor does one go left through a card.
    """
    y = ends[:, 1]
    before = boxes[:, 2] < ends[:, :1]
    upper, lower = np.minimum(level, y)[:, None], np.maximum(level, y)[:, None]
    passed = before & (boxes[:, 1] < lower) & (boxes[:, 3] > upper)
    beside = (boxes[:, 1] - _BESIDE < y[:, None]) & (boxes[:, 3] + _BESIDE > y[:, None])
    blocking = before & beside
    blocked = blocking.any(axis=1)
    for cards in (blocking, passed):
        met = cards & (blocking | (boxes[:, 0] < left[:, None]))
        behind = np.where(met, boxes[:, 2], -np.inf).max(axis=1, initial=-np.inf) + _MARGIN / 2
        left = np.maximum(left, np.minimum(behind, ends[:, 0] - _LAST))
    first = np.where(passed, boxes[:, 0], np.inf).min(axis=1, initial=np.inf)
    clear = np.minimum(left, np.where(blocked, np.inf, first) - _TURN - near)
    across = (boxes[:, 2] > clear[:, None]) & (boxes[:, 0] < left[:, None])
    across &= (boxes[:, 1] - _BESIDE < level[:, None]) & (boxes[:, 3] + _BESIDE > level[:, None])
    turned: Points = np.where(across.any(axis=1), left, clear)
    return turned


@dataclass(frozen=True, slots=True, eq=False)
class Alone:
    """Where edges would turn that return around `boxes`, if each were the only one: (edges, 3).

    `ends` has where each begins, where its lead does and where it ends, shape (edges, 6).
    """

    ends: Points
    boxes: Points
    turned: Points

    @classmethod
    def of(cls, ends: Points, boxes: Points, known: "Alone | None" = None) -> "Alone":
        """Return what is found, where it may be another than what was `known`, and else that."""
        turned, chosen = np.zeros((len(ends), 3)), np.arange(len(ends))
        if known is not None and (known.ends.shape, known.boxes.shape) == (ends.shape, boxes.shape):
            moved = (known.boxes != boxes).any(axis=1)
            changed = np.concatenate([known.boxes[moved], boxes[moved]])
            other = (known.ends != ends).any(axis=1)
            chosen = np.flatnonzero(other | known._concerned_by(changed))
            turned = known.turned.copy()
        some = ends[chosen]
        lanes = np.broadcast_to(ONLY_LANE, (len(chosen), 2))
        turned[chosen] = turns(some[:, :2], some[:, 2:4], some[:, 4:], lanes, boxes)
        return cls(ends, boxes, turned)

    def _concerned_by(self, changed: Points) -> Flags:
        """Return which edges look at boxes that come or go: on their way, or left of their ends."""
        left, top, right, bottom = changed.T[:, :, None]
        turn, level, _ = self.turned.T
        x0, y0, x1, _, x2, y = self.ends.T
        furthest = np.maximum(x0, turn) + _TURN + _BESIDE
        nearest = np.minimum(x0, x1 - _TURN - _NEARBY)
        across = (right > nearest) & (left < np.maximum(furthest, x2))
        across |= (left > x0) & (top < y0 + _BESIDE) & (bottom > y0 - _BESIDE)
        beside = (right < x2) & (bottom > np.minimum(level, y) - _BESIDE)
        beside &= top < np.maximum(level, y) + _BESIDE
        concerned: Flags = (across | beside).any(axis=0)
        return concerned


def lanes_of(starts: Points, leads: Points, alone: Alone) -> NDArray[np.intp]:
    """Return `place` and `of` of the lanes of edges that return, shape (edges, 2).

    Those that would lie on each other lie side by side: the edge from farthest right first, of
    those from one column the topmost.
    """
    lanes = np.zeros((len(starts), 2), dtype=np.intp)
    if not len(starts):
        return lanes
    bundle = _bundles(starts[:, 1], leads[:, 1], alone.turned)
    order = np.lexsort((leads[:, 1], starts[:, 1], -_columns(starts[:, 0]), bundle))
    _, firsts, counts = np.unique(bundle[order], return_index=True, return_counts=True)
    lanes[order, 0] = np.arange(len(starts)) - np.repeat(firsts, counts)
    lanes[order, 1] = np.repeat(counts, counts)
    return lanes


def _bundles(y0: Points, y1: Points, turned: Points) -> NDArray[np.intp]:
    """Return for each edge the first of those that it shares a way with, directly or by others."""
    right, level, left = turned.T
    shared = _shared(level, left, right)
    shared |= _shared(right, np.minimum(y0, level), np.maximum(y0, level))
    shared |= _shared(left, np.minimum(y1, level), np.maximum(y1, level))
    first = np.arange(len(level))
    while True:
        nearer = np.where(shared, first, len(first)).min(axis=1)
        if (nearer == first).all():
            return first
        first = nearer


def _shared(at: Points, begins: Points, ends: Points) -> Flags:
    """Return which straight pieces at a height, or upright ones, lie on each other, all by all."""
    near = np.abs(at[:, None] - at) < _LANE
    shared: Flags = near & (begins[:, None] < ends) & (begins < ends[:, None])
    np.fill_diagonal(shared, val=True)
    return shared


def _columns(x: Points) -> NDArray[np.intp]:
    """Return in which column each is, from the left: of those side by side the next is far off."""
    order = np.argsort(x, kind="stable")
    columns = np.zeros(len(x), dtype=np.intp)
    columns[order[1:]] = np.cumsum(np.diff(x[order]) > 2 * _TURN)
    return columns


def room_of(edges: int) -> float:
    """Return how high a gap must be in which so many edges return side by side."""
    return 2 * _MARGIN + (edges - 1) * _LANE


def reaches_of(starts: Points, leads: Points, lanes: Points) -> tuple[Points, Points]:
    """Return how far to the left and to the right edges look that return in `lanes`."""
    near, _ = _asides(lanes)
    return leads[:, 0] - _TURN - near - _NEARBY, starts[:, 0] + _outmost(lanes) + _BESIDE
