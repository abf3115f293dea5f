"""How commands are called in the Edit menu."""

from collections.abc import Sequence

from gui.language import count_text, tr

__all__ = ["nodes_text"]


def nodes_text(text: str, names: Sequence[str]) -> str:
    """Return `Move w` for one node and `Move 3 nodes` for more of `Move {nodes}`, translated."""
    nodes = names[0] if len(names) == 1 else tr("{n} nodes").format(n=count_text(len(names)))
    return text.format(nodes=nodes)
