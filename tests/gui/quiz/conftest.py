"""The window in which a quiz is given."""

from windows import window

__all__ = ["window"]
