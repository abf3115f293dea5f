"""Groups as hands make and find them on the canvas."""

from hands import Hands
from PySide6.QtCore import Qt

from engine import Group

__all__ = ["INNER", "make", "title_of"]

INNER = {"w", "x", "c"}
"""What is grouped of the linear unit."""


def make(hands: Hands, names: set[str], title: str = "Product") -> Group:
    """Group nodes by the key, and type the title."""
    hands.canvas.select(names)
    hands.key(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    hands.type(title)
    return hands.graph.groups[-1]


def title_of(hands: Hands, group: Group) -> tuple[float, float]:
    (frame,) = [f for f in hands.canvas.picture.frames() if f.group.id == group.id]
    return frame.box[0] + 8.0, frame.box[1] + 8.0
