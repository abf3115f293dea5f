"""Clicks on cards: what a press selects at once, and what only a click without a drag does."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import Qt

from gui.canvas.gestures.gesture import Pointer, Stage

__all__ = ["click", "press"]


def press(stage: Stage, nodes: AbstractSet[str], pressed: Pointer) -> None:
    """Select what is pressed, unless it is selected already or a key says otherwise.

    `nodes` are those of a card or of a frame.
    """
    chosen = stage.selection.nodes
    if not nodes <= chosen and not _toggles(pressed):
        stage.select({*chosen, *nodes} if _adds(pressed) else set(nodes))


def click(stage: Stage, nodes: AbstractSet[str], pressed: Pointer) -> None:
    """Select what is clicked alone; with Shift add it, with Ctrl let it change sides."""
    if _toggles(pressed):
        chosen = stage.selection.nodes
        stage.selection.nodes = chosen - nodes if nodes <= chosen else chosen | nodes
        stage.selection_touched()
    elif not _adds(pressed):
        stage.select(set(nodes))


def _toggles(pointer: Pointer) -> bool:
    return pointer.held(Qt.KeyboardModifier.ControlModifier)


def _adds(pointer: Pointer) -> bool:
    return pointer.held(Qt.KeyboardModifier.ShiftModifier)
