"""Whose the keyboard is, where something that is typed into goes away."""

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

__all__ = ["give_back", "has_keyboard"]


def has_keyboard(part: QWidget) -> bool:
    """Return whether the keyboard is in a part of a window, or nowhere in this window."""
    focus = part.window().focusWidget()
    return focus is None or focus is part or part.isAncestorOf(focus)


def give_back(had: QWidget | None) -> bool:
    """Give the keyboard to what had it before; return whether that can still have it."""
    if had is None or not isValid(had) or not (had.isVisible() and had.isEnabled()):
        return False
    had.setFocus()
    return True
