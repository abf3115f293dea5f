"""The window that is opened, saved and closed."""

from window_desk import desk

__all__ = ["desk"]
