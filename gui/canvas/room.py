"""Room for what unfolds: where the other cards go so that none lies in the new frame."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from gui.picture.picture import ROUTED, Picture
from gui.picture.shown import place_of

__all__ = ["room_for"]

_STEP = 10.0  # units; cards give way in whole steps of the grid


def room_for(picture: Picture, group_id: str) -> dict[str, tuple[float, float]]:
    """Return new places of nodes that give way when a folded group unfolds; none if none must.

    They must where a card would lie on one of the group: so a group that was folded a moment ago
    unfolds to what it was. What stands beside the card goes aside by as much as the frame is
    wider, what stands above and below by as much as it is higher. In a large picture nothing
    gives way.
    """
    graph = picture.graph.copy()
    graph.groups = [replace(g, folded=False) if g.id == group_id else g for g in graph.groups]
    members = next(group.members for group in graph.groups if group.id == group_id)
    if len(graph) > ROUTED:
        return {}
    after = Picture(graph, picture.readings)
    frame = next((f.box for f in after.frames() if f.group.id == group_id), None)
    row = picture.index[members[0]]
    if frame is None or row not in picture.shown.composites:
        return {}
    boxes, card = picture.rectangles(), picture.rectangles()[row]
    others = np.arange(len(boxes)) != row
    inside = after.rectangles()[sorted({after.index[name] for name in members})]
    if not _any_overlap(boxes[others], inside):
        return {}
    grown = -(-np.maximum((card - frame) * (1, 1, -1, -1), 0.0) // _STEP) * _STEP
    across = (boxes[:, 0] >= card[2]) * grown[2] - (boxes[:, 2] <= card[0]) * grown[0]
    beside = across == 0.0
    down = (boxes[:, 1] >= card[3]) * grown[3] - (boxes[:, 3] <= card[1]) * grown[1]
    places = {}
    for other in np.flatnonzero(others & ((across != 0.0) | (beside & (down != 0.0)))).tolist():
        dx, dy = float(across[other]), float(down[other]) if beside[other] else 0.0
        for name in picture.shown.nodes_of(other):
            x, y = place_of(graph, name)
            places[name] = (x + dx, y + dy)
    return places


def _any_overlap(some: NDArray[np.float64], others: NDArray[np.float64]) -> bool:
    """Tell whether a box of `some` lies on one of `others`."""
    apart = (some[:, None, :2] >= others[None, :, 2:]) | (some[:, None, 2:] <= others[None, :, :2])
    return bool((~apart.any(axis=2)).any())
