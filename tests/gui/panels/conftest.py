"""The window in which a panel stands."""

from windows import window

__all__ = ["window"]
