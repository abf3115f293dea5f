"""Graphs that nothing joins: one that grows moves alone, and what lies in its way goes as a whole.

So each keeps its own alignment, and one that is not in the way stays where a hand put it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gui.picture.grid import up_to_grid
from gui.picture.picture import Picture

__all__ = ["graphs_aside", "graphs_met", "graphs_of"]

_AIR = 20.0  # units between two graphs, one of which gave way
_MOST_ROUNDS = 20  # of a way that leads onto another card of the same graph
# right, down, left, up: the axis, the sign; of two that are as long the first is taken
_WAYS = ((0, 1.0), (1, 1.0), (0, -1.0), (1, -1.0))

_SIDE = 200.0  # units of a cell in which boxes are looked for

_Boxes = NDArray[np.float64]
_Rows = NDArray[np.intp]


def graphs_of(picture: Picture) -> _Rows:
    """Return for each card which graph it is of: cards are of one by edges, and by groups."""
    index = picture.shown.index
    rows = np.arange(len(picture.names))
    joined = [(index[edge.source], index[edge.target]) for edge in picture.edges]
    for group in picture.graph.groups:
        first, *others = (index[name] for name in group.members)
        joined += [(first, other) for other in others]
    leads = rows.tolist()

    def first_of(row: int) -> int:
        while leads[row] != row:
            leads[row] = row = leads[leads[row]]
        return row

    for some, other in joined:
        leads[first_of(some)] = first_of(other)
    return np.array([first_of(row) for row in leads], dtype=np.intp)


def graphs_aside(
    was: _Boxes, after: Picture, graphs: _Rows, ways: _Boxes, moved: Iterable[int] = ()
) -> _Boxes:
    """Return the further ways, shape (cards, 2), of graphs on which others come to lie.

    `ways` are those of the cards that moved by themselves, or grew, as the cards `moved` did. `was`
    is where the cards stood, a new one beyond all others. What lay on each other before may do so
    afterwards.
    """
    further = np.zeros_like(ways)
    pushing = sorted({*graphs[ways.any(axis=1)].tolist(), *graphs[list(moved)].tolist()})
    if not pushing or len(set(graphs.tolist())) == 1:
        return further
    things = _things(after, was, graphs, ways)
    done = set[int]()
    while pushing:
        one = pushing.pop(0)
        done.add(one)
        mine = things.of == one
        fresh = things.come_to_lie(mine)
        lie = _lie(things.reach[mine], things.reach) & fresh
        for other in sorted(set(things.of[lie.any(axis=0)].tolist()) - done):
            theirs = things.of == other
            way = _way_aside(things, mine, theirs, fresh[:, theirs])
            things.now[theirs] += np.tile(way, 2)
            things.reach[theirs] += np.tile(way, 2)
            further[graphs == other] += way
            pushing += [other] if other not in pushing else []
    return further


class _Things(NamedTuple):
    """Cards and frames: boxes before and now, with the numbers beside them, of which graph each is.

    The numbers are those before a card, and the output's arrow behind it.
    """

    was: _Boxes
    now: _Boxes
    reached: _Boxes
    reach: _Boxes
    of: _Rows

    def come_to_lie(self, mine: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Tell which may be in the way of which of `mine`, shape (mine, all).

        Those on each other before may stay so, and those on numbers while on nothing else.
        """
        lay, touched = _lie(self.was[mine], self.was), _lie(self.reached[mine], self.reached)
        return ~lay & (~touched | _lie(self.now[mine], self.now))


def _things(after: Picture, was: _Boxes, graphs: _Rows, ways: _Boxes) -> _Things:
    now = after.rectangles() + np.tile(ways, 2)
    reach, reached = now.copy(), was.copy()
    fed = [bool(after.graph.inputs(name)) for name in after.names]
    reach[:, 0] -= np.where(fed, after.leads, 0.0)
    reached[:, 0] -= np.where(fed, after.packing.lead, 0.0)
    arrow, row = after.output_arrow(), after.index.get(after.readings.output or "", -1)
    if arrow is not None and row >= 0:
        for boxes in (reach, reached):
            boxes[row, 2] += arrow[1][0] - arrow[0][0]
    frames = after.frames_once_moved(ways)
    if not frames:
        return _Things(was, now, reached, reach, graphs)
    stood = np.array([_around(was[list(frame.rows)]) for frame in frames])
    stand = np.array([frame.box for frame in frames])
    return _Things(
        np.concatenate([was, stood]),
        np.concatenate([now, stand]),
        np.concatenate([reached, stood]),
        np.concatenate([reach, stand]),
        np.concatenate([graphs, [graphs[frame.rows[0]] for frame in frames]]),
    )


def _around(boxes: _Boxes) -> _Boxes:
    around: _Boxes = np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])
    return around


def _lie(some: _Boxes, others: _Boxes) -> NDArray[np.bool_]:
    """Tell which of some boxes lie on which of others, shape (some, others)."""
    apart = (some[:, None, :2] >= others[None, :, 2:]) | (some[:, None, 2:] <= others[None, :, :2])
    lie: NDArray[np.bool_] = np.logical_not(apart.any(axis=2))
    return lie


def _way_aside(
    things: _Things, mine: NDArray[np.bool_], theirs: NDArray[np.bool_], fresh: NDArray[np.bool_]
) -> _Boxes:
    """Return the shortest of the straight ways on which `theirs` come to lie beside `mine`.

    What stood beside them as a whole goes on to that side, as what stood above or below does.
    """
    was, others = _around(things.was[mine]), _around(things.was[theirs])
    gaps = [
        (others - was[[2, 3, 0, 1]])[axis if sign > 0 else axis + 2] * sign for axis, sign in _WAYS
    ]
    sides = [way for way, gap in zip(_WAYS, gaps, strict=True) if gap >= 0.0] or _WAYS
    boxes = things.reach[mine], things.reach[theirs]
    ways = [_straight(*boxes, fresh, axis, sign) for axis, sign in sides]
    return min(ways, key=lambda way: float(np.abs(way).sum()))


def _straight(
    mine: _Boxes, theirs: _Boxes, fresh: NDArray[np.bool_], axis: int, sign: float
) -> _Boxes:
    way = np.zeros(2)
    for _ in range(_MOST_ROUNDS):
        moved = theirs + np.tile(way, 2)
        lie = _lie(mine, moved) & fresh
        if not lie.any():
            break
        if sign > 0:
            lacks = mine[:, None, axis + 2] - moved[None, :, axis]
        else:
            lacks = moved[None, :, axis + 2] - mine[:, None, axis]
        way[axis] += sign * float(up_to_grid(float(lacks[lie].max()) + _AIR))
    return way


def graphs_met(
    reach: _Boxes, graphs: _Rows, first: int, behind: NDArray[np.bool_], way: float
) -> NDArray[np.bool_]:
    """Return which cards go on to the right by `way` with those `behind` of the graph `first`.

    They are those behind of each graph onto which one of them would come. `reach` has each card
    with the numbers before it. It takes no longer than looking at each a few times: of thousands
    not all pairs can be looked at.
    """
    found: NDArray[np.bool_] = behind & (graphs == first)
    others = np.flatnonzero(behind & ~found)
    if not len(others):
        return found
    cells, going = _Cells(reach, others), {first}
    pushing = _near(reach, np.flatnonzero(found), others, way)
    of = graphs.tolist()
    rows_of = dict[int, list[int]]()
    for row in others.tolist():
        rows_of.setdefault(of[row], []).append(row)
    while pushing:
        for other in cells.met(pushing.pop(), way):
            if of[other] not in going:
                going.add(of[other])
                rows = rows_of[of[other]]
                found[rows] = True
                pushing += rows
    return found


def _near(reach: _Boxes, rows: _Rows, others: _Rows, way: float) -> list[int]:
    """Return those of `rows` that may come onto one of the others: most graphs are all in one."""
    left, top, right, bottom = _around(reach[others])
    y0, x1, y1 = reach[rows, 1:].T
    near: list[int] = rows[(y1 > top) & (y0 < bottom) & (x1 + way > left) & (x1 < right)].tolist()
    return near


class _Cells:
    """Some boxes by the cells of a grid that they lie in, each a few."""

    def __init__(self, boxes: _Boxes, rows: _Rows) -> None:
        self._boxes = boxes.tolist()
        self._cells = dict[tuple[int, int], list[int]]()
        for row in rows.tolist():
            for cell in self._around(self._boxes[row], 0.0):
                self._cells.setdefault(cell, []).append(row)

    def met(self, row: int, way: float) -> Iterator[int]:
        """Yield on which boxes one comes to lie that goes to the right and did not before."""
        left, top, right, bottom = self._boxes[row]
        for cell in self._around(self._boxes[row], way):
            for other in self._cells.get(cell, ()):
                x0, y0, x1, y1 = self._boxes[other]
                if y0 < bottom and y1 > top and right <= x0 < right + way and x1 > left + way:
                    yield other

    def _around(self, box: Sequence[float], way: float) -> Iterator[tuple[int, int]]:
        left, top, right, bottom = (int(side // _SIDE) for side in box)
        right = int((box[2] + way) // _SIDE)
        yield from product(range(left, right + 1), range(top, bottom + 1))
