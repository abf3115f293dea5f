"""The window in which a story happens."""

from windows import unit, window

__all__ = ["unit", "window"]
