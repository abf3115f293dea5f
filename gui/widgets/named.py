"""How the style sheet knows a widget: its name and marks; a label is text as it is, or rich."""

from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

__all__ = ["called", "mark", "named", "rich"]

Thing = TypeVar("Thing", bound=QObject)


def named(thing: Thing, name: str) -> Thing:
    """Return `thing`, known to the style sheet as `#name`; a label shows its text as it is.

    A label that guesses would take a node's name such as `<img …>` for markup.
    """
    thing.setObjectName(name)
    if isinstance(thing, QLabel):
        thing.setTextFormat(Qt.TextFormat.PlainText)
    return thing


def called(box: QComboBox, name: str) -> QComboBox:
    """Return a box that no label stands before, known to a reader as `name`.

    On Linux a reader hears as a box's own name what is chosen in it, and what it is about from a
    label alone, be that hidden.
    """
    box.setAccessibleName(name)
    label = named(QLabel(name, box.parentWidget()), "unseen")
    label.setBuddy(box)
    label.hide()
    return box


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
