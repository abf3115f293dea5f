"""Cards of a picture moved to other places, as an edit of its graph moves them."""

from collections.abc import Mapping

from gui.picture.picture import Picture

__all__ = ["move"]


def move(picture: Picture, positions: Mapping[str, tuple[float, float]]) -> None:
    """Give nodes other positions, and let the picture follow."""
    picture.graph.set_positions(positions)
    picture.move(positions)
