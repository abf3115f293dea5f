"""Free room for several cards at once: the shortest straight way on which they cover nothing."""

from collections.abc import Collection
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

import engine
from gui.picture.curve import boxes_along
from gui.picture.extent import Box, around, extent_of
from gui.picture.grid import up_to_grid
from gui.picture.measure import LEAD, NUMBER, PILL_HEIGHT, PORT_PITCH, WIDEST
from gui.picture.picture import ROUTED, Picture
from gui.picture.shown import places_of
from gui.run import OfLeaves
from gui.theme import LEAF_KINDS, Kind

__all__ = ["Room", "Way", "box_of", "box_of_copy", "has_ample_room"]

_AIR = 20.0  # units between what came and what was there
_BESIDE_EDGE = 6.0  # units between what came and an edge that was there
_WIDE_PITCH = 3 * PORT_PITCH  # more than between two ports that take an array's rows

_Boxes = NDArray[np.float64]


class Way(NamedTuple):
    """A way along an axis: 0 across, 1 down; against it where the sign is negative."""

    axis: int
    sign: float

    def by(self, far: float) -> tuple[float, float]:
        """Return how far across and down it leads."""
        along = self.sign * far
        return (along, 0.0) if self.axis == 0 else (0.0, along)


# as one reads: up or to the left only where that is far less far
_COSTS = {Way(1, 1.0): 1.0, Way(0, 1.0): 1.0, Way(0, -1.0): 2.0, Way(1, -1.0): 2.0}


class Room(NamedTuple):
    """What stands in a picture, as boxes: cards with their numbers, frames, edges."""

    taken: _Boxes

    @classmethod
    def of(cls, picture: Picture) -> "Room":
        """Return what stands in a picture now; of a large one only the cards."""
        cards = picture.rectangles().copy()
        if not len(cards):
            return cls(cards)
        fed = ~np.isin(picture.kinds, list(LEAF_KINDS))
        for row in np.flatnonzero(picture.kinds == Kind.OUTPUT.value).tolist():
            fed[row] = not picture.graph.is_leaf(picture.names[row])
        cards[:, 0] -= np.where(fed, picture.leads, 0.0)
        cards[picture.feeding_several(), 3] += picture.packing.sum_room
        boxes = [cards, np.array([frame.box for frame in picture.frames()]).reshape(-1, 4)]
        arrow = picture.output_arrow()
        if arrow is not None:
            (left, y), (right, _) = arrow
            boxes.append(np.array([[left, y - NUMBER, right, y + NUMBER]]))
        if len(picture.names) <= ROUTED:
            aside = np.array([-_BESIDE_EDGE, -_BESIDE_EDGE, _BESIDE_EDGE, _BESIDE_EDGE])
            aside -= np.array([-_AIR, -_AIR, _AIR, _AIR])
            boxes += [boxes_along(line) + aside for line in picture.lines]
        return cls(np.concatenate(boxes))

    def is_free(self, box: Box, air: float = 0.0) -> bool:
        """Tell whether nothing lies in a box, or nearer to it than `air`."""
        left, top, right, bottom = self.taken.T
        across = (left < box[2] + air) & (right > box[0] - air)
        return not bool((across & (top < box[3] + air) & (bottom > box[1] - air)).any())

    def way_on(self, box: Box, way: Way, least: float = 0.0) -> tuple[float, float]:
        """Return how far a box goes one way until it covers nothing, at `least` so far."""
        axis, sign = way
        other = 1 - axis
        begin, end = box[axis] - _AIR, box[axis + 2] + _AIR
        lows, highs = self.taken[:, axis], self.taken[:, axis + 2]
        beside = self.taken[:, other] < box[other + 2] + _AIR
        beside &= self.taken[:, other + 2] > box[other] - _AIR
        # the box lies on what is beside it while it went more than one, and less than the other
        if sign > 0:
            enter, leave = lows - end, highs - begin
        else:
            enter, leave = begin - highs, end - lows
        beside &= leave > least
        enter, leave = enter[beside], up_to_grid(leave[beside])
        order = np.argsort(enter, kind="stable")
        # how far it is after none, one, two of them: as far as that is not up to the next
        after = np.maximum.accumulate(np.concatenate([[least], leave[order]]))
        before_next = np.flatnonzero(enter[order] >= after[:-1])
        far = float(after[before_next[0] if len(before_next) else -1])
        return way.by(far)

    def nearest_way(self, box: Box, least: tuple[float, float]) -> tuple[Way, tuple[float, float]]:
        """Return the way, and how far, on which a box soonest covers nothing, rather down or right.

        `least` is how far it goes across or down at least.
        """
        found = [(way, self.way_on(box, way, least[way.axis])) for way in _COSTS]
        return min(found, key=lambda each: _COSTS[each[0]] * float(np.abs(each[1]).sum()))


def box_of_copy(picture: Picture, names: Collection[str]) -> Box:
    """Return what a copy of nodes takes where they stand in a picture: nothing is made for that."""
    rows = picture.rows_of(names)
    edges, frames = picture.edges_among(rows), picture.frames()
    cards = picture.rectangles()
    cards[picture.feeding_several(edges), 3] += picture.packing.sum_room
    held = set(rows.tolist() if frames else ())
    whole = [frame.box for frame in frames if held.issuperset(frame.rows)]
    return around([cards[rows], picture.boxes[edges], np.array(whole).reshape(-1, 4)])


def box_of(part: engine.Graph) -> Box:
    """Return what a part of a graph takes, without computing it; of a large one roughly."""
    if len(part) <= ROUTED:
        return extent_of(Picture(part, OfLeaves(part)))
    aside = WIDEST / 2
    return _around_places(part, aside + LEAD, PILL_HEIGHT, aside, 2 * PILL_HEIGHT)


def has_ample_room(part: engine.Graph, room: Room) -> bool:
    """Tell whether so much is free around a part of a graph that its cards need not be measured.

    Of one with groups it is not known: a frame may be around anything.
    """
    if part.groups:
        return False
    most = max(len(part.inputs(name)) for name in part.nodes())
    aside, half = WIDEST / 2, max(most, 2) * _WIDE_PITCH / 2
    return room.is_free(_around_places(part, aside + LEAD, half, aside, half))


def _around_places(
    part: engine.Graph, left: float, above: float, right: float, below: float
) -> Box:
    """Return a box so far around the places of a part's nodes."""
    places = places_of(part, part.nodes())
    (x0, y0), (x1, y1) = places.min(axis=0).tolist(), places.max(axis=0).tolist()
    return x0 - left, y0 - above, x1 + right, y1 + below
