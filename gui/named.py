"""Names by which the style sheet knows a widget."""

from typing import TypeVar

from PySide6.QtCore import QObject

__all__ = ["named"]

Thing = TypeVar("Thing", bound=QObject)


def named(thing: Thing, name: str) -> Thing:
    """Return `thing`, known to the style sheet as `#name`."""
    thing.setObjectName(name)
    return thing
