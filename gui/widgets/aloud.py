"""What a screen reader is told to say, in words that none leaves out."""

import re

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from gui.language import tr

__all__ = ["LETTER_PAUSE", "announce", "read"]

LETTER_PAUSE = 600
"""ms after a letter until a reader is told what it led to: it may not be the last one."""

_POWER = re.compile(r"(?<![\w.])(\d[\d.]*)e(−?\d+)(?!\w)")  # 7.011e−5, and no name such as x1e2


def announce(part: QWidget, sentence: str, *, now: bool = False) -> str:
    """Let a reader that listens say a sentence; return it as it is said, empty where it is not.

    With `now` it is said over what is being read.
    """
    if not sentence or not QAccessible.isActive():
        return ""
    sentence = read(sentence)
    event = QAccessibleAnnouncementEvent(part, sentence)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if now else politeness.Polite)
    QAccessible.updateAccessibility(event)
    return sentence


def read(text: str) -> str:
    """Return a text as it is read: with words for the minus and for a power of ten."""
    power = tr("{n} times ten to the {k}")
    text = _POWER.sub(lambda found: power.format(n=found[1], k=found[2]), text)
    minus = tr("minus ")
    return text.replace("− ", minus).replace("−", minus)
