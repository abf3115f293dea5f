"""How the style sheet knows a widget: its name and marks; a label is text as it is, or rich."""

from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

__all__ = ["mark", "named", "rich"]

Thing = TypeVar("Thing", bound=QObject)


def named(thing: Thing, name: str) -> Thing:
    """Return `thing`, known to the style sheet as `#name`; a label shows its text as it is.

    A label that guesses would take a node's name such as `<img …>` for markup.
    """
    thing.setObjectName(name)
    if isinstance(thing, QLabel):
        thing.setTextFormat(Qt.TextFormat.PlainText)
    return thing


def rich(label: QLabel) -> QLabel:
    """Return `label`, showing rich text from now on: who writes in it escapes what is no tag."""
    label.setTextFormat(Qt.TextFormat.RichText)
    return label


def mark(widget: QWidget, name: str, value: object) -> None:
    """Let the style sheet know `widget` as one whose property `name` has this value."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        # A style sheet looks at a property only when the widget is polished again.
        widget.style().unpolish(widget)
        widget.style().polish(widget)
