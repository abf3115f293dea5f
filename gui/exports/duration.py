"""Which pictures take longer than a window may stand still: a tenth of a second."""

import engine
from gui.exports.options import Options

__all__ = ["long_to_draw", "long_to_write"]

_DRAWN = 100  # cards of a picture: half of the time its edges find their ways
_STEPPED = 800  # cards of all pictures of steps, which find them once
_WRITTEN = 80  # as files: their pixels take most of the time


def long_to_draw(graph: engine.Graph, options: Options) -> bool:
    """Return whether one notices how long the pictures are drawn, to be shown small."""
    drawn = _cards(graph, options)
    # the edges of all cards find their ways, also of those that are left out
    return drawn > _STEPPED if options.steps else (drawn + len(graph)) / 2 > _DRAWN


def long_to_write(graph: engine.Graph, options: Options) -> bool:
    """Return whether one notices how long the pictures are drawn and written in any format."""
    return _cards(graph, options) > _WRITTEN or long_to_draw(graph, options)


def _cards(graph: engine.Graph, options: Options) -> int:
    count = len(graph if options.selection is None else options.selection)
    return count * count if options.steps else count  # about a step for each node
