"""Clicks on cards: what a press selects at once, and what only a click without a drag does."""

from PySide6.QtCore import Qt

from gui.canvas.gestures.gesture import Pointer, Stage

__all__ = ["click", "press"]


def press(stage: Stage, name: str, pressed: Pointer) -> None:
    """Select the card that is pressed, unless it is selected already or a key says otherwise."""
    if name not in stage.selection.nodes and not _toggles(pressed):
        stage.select({*stage.selection.nodes, name} if _adds(pressed) else {name})


def click(stage: Stage, name: str, pressed: Pointer) -> None:
    """Select the clicked card alone; with Shift add it, with Ctrl let it change sides."""
    if _toggles(pressed):
        stage.selection.nodes ^= {name}
        stage.selection_touched()
    elif not _adds(pressed):
        stage.select({name})


def _toggles(pointer: Pointer) -> bool:
    return pointer.held(Qt.KeyboardModifier.ControlModifier)


def _adds(pointer: Pointer) -> bool:
    return pointer.held(Qt.KeyboardModifier.ShiftModifier)
