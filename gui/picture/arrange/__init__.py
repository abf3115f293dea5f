"""Automatic layout: where each card goes, in columns from the leaves to the output.

Layered drawing after Sugiyama, Tagawa and Toda (1981), made for computation graphs: what feeds
a card is ordered by its ports, what is one chain stands on one line, leaves stand close to what
they feed, and a graph too long for a page is folded into rows.
"""

from gui.picture.arrange.arrange import arrange

__all__ = ["arrange"]
