from windows import unit, window

__all__ = ["unit", "window"]
