"""Cards that go aside, up or down, for one that grows or comes, and push on others."""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from gui.picture.grid import up_to_grid

__all__ = ["given_way", "lie_on"]

_AIR = 20.0  # units between a new card and what gave way to it
_MOST_ROUNDS = 20  # of cards that give way to others that do


def given_way(
    boxes: NDArray[np.float64], new: int, still: Collection[int], air: float = _AIR
) -> NDArray[np.float64]:
    """Return how far down each box goes that would lie on the `new` one, or on another that does.

    Those that are `still` do not move. Between two are `air` units afterwards, or a little more.
    `boxes` become those that are moved.
    """
    middles = boxes[:, 1] + boxes[:, 3]
    down = np.where(middles < middles[new], -1.0, 1.0)
    ways = np.zeros(len(boxes))
    pushing = [new]
    for _ in range(_MOST_ROUNDS):
        pushed = []
        for one in pushing:
            for other in np.flatnonzero(lie_on(boxes, boxes[one])).tolist():
                if other in (new, one, *still) or (one != new and down[one] != down[other]):
                    continue
                edge = boxes[one, 3] - boxes[other, 1], boxes[other, 3] - boxes[one, 1]
                way = down[other] * up_to_grid(float(edge[int(down[other] < 0)]) + air)
                boxes[other, [1, 3]] += way
                ways[other] += way
                pushed.append(other)
        pushing = pushed
    return ways


def lie_on(boxes: NDArray[np.float64], box: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return which of the boxes lie on a box, be it by a part."""
    apart = (boxes[:, :2] >= box[2:]) | (boxes[:, 2:] <= box[:2])
    lie: NDArray[np.bool_] = np.logical_not(apart.any(axis=1))
    return lie
