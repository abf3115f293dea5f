from windows import window

__all__ = ["window"]
