"""Clicks on cards: what a press selects at once, and what only a click without a drag does."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import Qt

from gui.canvas.gestures.gesture import Pointer
from gui.canvas.view import View

__all__ = ["click", "press"]


def press(view: View, nodes: AbstractSet[str], pressed: Pointer) -> None:
    """Select what is pressed, unless it is selected already or a key says otherwise.

    `nodes` are those of a card or of a frame.
    """
    chosen = view.selection.nodes
    if not nodes <= chosen and not _toggles(pressed):
        view.select({*chosen, *nodes} if _adds(pressed) else set(nodes))


def click(view: View, nodes: AbstractSet[str], pressed: Pointer) -> None:
    """Select what is clicked alone; with Shift add it, with Ctrl let it change sides."""
    if _toggles(pressed):
        chosen = view.selection.nodes
        view.selection.nodes = chosen - nodes if nodes <= chosen else chosen | nodes
        view.selection_touched()
    elif not _adds(pressed):
        view.select(set(nodes))


def _toggles(pointer: Pointer) -> bool:
    return pointer.held(Qt.KeyboardModifier.ControlModifier)


def _adds(pointer: Pointer) -> bool:
    return pointer.held(Qt.KeyboardModifier.ShiftModifier)
