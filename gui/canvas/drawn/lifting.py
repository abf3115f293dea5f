"""Which cards lie on top of others: those moved last, where they touch one."""

from collections.abc import Collection

from gui.picture.cards import OnTop
from gui.picture.hit import cards_in
from gui.picture.picture import Picture

__all__ = ["lifted_over", "lying_on_others"]


def lifted_over(lifted: OnTop, names: Collection[str], most: int) -> OnTop:
    """Return `lifted` with the nodes `names` on top, of at most so many nodes the uppermost.

    >>> lifted_over((frozenset("ab"), frozenset("c")), "a", 2)
    (frozenset({'c'}), frozenset({'a'}))
    """
    above = frozenset(names)
    kept, room = [above], most - len(above)
    for group in reversed(lifted):
        room -= len(group - above)
        if group - above and room >= 0:
            kept.insert(0, group - above)
    return tuple(kept)


def lying_on_others(picture: Picture) -> OnTop:
    """Return those nodes on top of a picture whose cards touch another card."""
    boxes, index = picture.rectangles(), picture.index
    lying = (
        frozenset(n for n in names if n in index and len(cards_in(picture, *boxes[index[n]])) > 1)
        for names in picture.on_top
    )
    return tuple(names for names in lying if names)
