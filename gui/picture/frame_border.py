"""Where the left border of a group's frame runs: between cards that are not in it and its numbers.

Before a card a frame has room for numbers of a usual length. Where longer ones came since, it would
spread over what feeds the group.
"""

from collections.abc import Sequence

from gui.picture.edge_numbers import EdgeNumbers
from gui.picture.frame import Box

__all__ = ["clear_of_strangers"]

_BESIDE, _BEFORE = 3.0, 1.0  # units between a card and the border, from there to a number


def clear_of_strangers(
    picture: EdgeNumbers, box: Box, rows: Sequence[int], inside: Sequence[Box]
) -> Box:
    """Return the box of a frame around the cards `rows` and the frames `inside` as it is drawn.

    Its left border does not run through a card that is not in it, as long as all that it holds
    still is in it: cards, their numbers, frames.
    """
    left, top, right, bottom = box
    cards = picture.rectangles()
    strange = (cards[:, 0] < left) & (cards[:, 2] > left)
    strange &= (cards[:, 1] < bottom) & (cards[:, 3] > top)
    strange[list(rows)] = False
    if not strange.any():
        return box
    begins = picture.begins_of(picture.edges_into(rows)).tolist()
    held = min([*cards[list(rows), 0].tolist(), *(one[0] for one in inside), *begins])
    clear = min(float(cards[strange, 2].max()) + _BESIDE, held - _BEFORE)
    return max(left, clear), top, right, bottom
