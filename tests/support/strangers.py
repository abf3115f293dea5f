"""Cards that lie on a frame which they are not in."""

import numpy as np

from gui.picture.aside import lie_on
from gui.picture.picture import Picture

__all__ = ["strangers_on_frames"]


def strangers_on_frames(picture: Picture) -> list[str]:
    """Return the cards that lie on a frame, be it by a part, and whose nodes are not in it."""
    return [
        picture.names[row]
        for frame in picture.frames()
        for row in np.flatnonzero(lie_on(picture.rectangles(), np.array(frame.box))).tolist()
        if row not in frame.rows
    ]
