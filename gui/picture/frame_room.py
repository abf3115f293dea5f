"""Room around frames: what gives way, so that no card comes to lie on a frame that it is not in."""

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from gui.picture.aside import given_way, lie_on
from gui.picture.frame import Frame
from gui.picture.picture import ROUTED, Picture

__all__ = ["aside_of_frame", "aside_of_frames", "strangers"]

_Boxes = NDArray[np.float64]


def strangers(picture: Picture, ids: Collection[str]) -> dict[str, list[str]]:
    """Return by groups the nodes whose cards lie on their frames, and that are not in them.

    In a large picture, where nothing gives way, it is none.
    """
    found: dict[str, list[str]] = {one: [] for one in ids}
    if len(picture.graph) > ROUTED:
        return found
    boxes = picture.rectangles()
    for frame in picture.roomy_frames():
        if frame.group.id in found:
            rows = np.flatnonzero(lie_on(boxes, np.array(frame.box))).tolist()
            outside = (row for row in rows if row not in frame.rows)
            found[frame.group.id] = [
                name for row in outside for name in picture.shown.nodes_of(row)
            ]
    return found


def aside_of_frame(
    picture: Picture, frame: Frame, boxes: _Boxes, still: Collection[int] = ()
) -> NDArray[np.float64]:
    """Return how far down each card goes that would lie on a frame, and is not in it.

    The cards stand at `boxes`. What both is fed from inside and leads back there stays, as do
    those that are `still`.
    """
    stay = {*frame.rows, *still}
    if stay.issuperset(np.flatnonzero(lie_on(boxes, np.array(frame.box))).tolist()):
        return np.zeros(len(boxes))  # as of nearly every frame
    graph, names = picture.graph, set(frame.group.members)
    between = {
        picture.index[name]
        for name in graph.nodes()
        if not {edge.target for edge in graph.consumers(name)}.isdisjoint(names)
        and not set(graph.inputs(name)).isdisjoint(names)
    }
    every = np.concatenate([boxes, [frame.box]])
    return given_way(every, len(boxes), stay | between)[:-1]


def aside_of_frames(
    was: _Boxes, before: Sequence[Frame], after: Picture, ways: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return how far down each card goes on which a frame would lie once all go their `ways`.

    `was` is where the cards stood among the frames `before`: what lay on one stays.
    """
    down = np.zeros(len(was))
    if not before:
        return down
    stood = {frame.group.id: np.flatnonzero(lie_on(was, np.array(frame.box))) for frame in before}
    boxes = after.rectangles() + np.tile(ways, 2)
    order = [frame.group.id for frame in reversed(before)]  # the inner ones first
    frames = {frame.group.id: frame for frame in after.frames_once_moved(ways)}
    for name in order:
        frame = frames.get(name)
        if frame is None:
            continue
        pushed = aside_of_frame(after, frame, boxes, stood[name].tolist())
        if pushed.any():
            down += pushed
            boxes[:, 1::2] += pushed[:, None]
            moved = ways + np.stack([np.zeros(len(down)), down], axis=1)
            frames = {frame.group.id: frame for frame in after.frames_once_moved(moved)}
    return down
