"""Names by which the style sheet knows a widget, and labels that are nothing but text."""

from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel

__all__ = ["named"]

Thing = TypeVar("Thing", bound=QObject)


def named(thing: Thing, name: str) -> Thing:
    """Return `thing`, known to the style sheet as `#name`; a label shows its text as it is.

    A label that guesses would take a node's name such as `<img …>` for markup.
    """
    thing.setObjectName(name)
    if isinstance(thing, QLabel):
        thing.setTextFormat(Qt.TextFormat.PlainText)
    return thing
