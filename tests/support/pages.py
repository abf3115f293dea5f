"""Pages that graphs are folded for: width and height in points, half an inch of margin around."""

__all__ = ["PAGES"]

PAGES = {"16:9": (888.0, 468.0), "4:3": (648.0, 468.0), "A4": (770.0, 523.0)}
